/**
 * The queues of SQS: what is received is invisible for a while, and is there again when nobody has deleted it by then. A queue may say
 * how often a message is received before it goes to another queue instead. Whose queues these are does not end: AWS is elsewhere.
 */
import { assert } from '../lib/assert.ts';
import { type Entry, Queue, type QueuePolicy } from '../sim/queue.ts';
import { type KeyReader, type KeyWorld, type Lent, type Post, PostQueues, type QueuesObserver } from './post-queues.ts';

export interface CloudAttributes {
  /** Seconds for which a message is invisible that was received. */
  readonly visibility: number;
  /** Seconds after which a message is deleted. */
  readonly retention: number;
  /** Null: however often it is received, it stays. */
  readonly redrive: { readonly deadLetters: string; readonly receivesMax: number } | null;
}

/** What CreateQueue takes when nothing is said. */
export const CLOUD_DEFAULTS: CloudAttributes = { visibility: 30, retention: 345_600, redrive: null };

/** Seconds: Kombu sets the visibility of what it gives back to as long as it would wait for a message. */
const RETURN_SECONDS = 10;

/** One answer of ReceiveMessage has no more. */
const BATCH_MAX = 10;

const POLICY: QueuePolicy<Post> = {
  capacity: Number.POSITIVE_INFINITY,
  whenFull: 'refuse',
  expiry: 'everywhere',
  keepsPlaces: false,
  order: null,
};

interface CloudQueue {
  readonly attributes: CloudAttributes;
  readonly queue: Queue<Post>;
}

interface Received {
  readonly entry: Entry<Post>;
  /** It will not come back by itself. */
  readonly cancel: () => void;
}

export class CloudQueues extends PostQueues {
  readonly isSwept = false;
  readonly #world: KeyWorld;
  readonly #observer: QueuesObserver;
  readonly #queues: Map<string, CloudQueue> = new Map();
  /** By tag: a receipt handle. */
  readonly #out: Map<number, Received> = new Map();
  /** Of each message how often it was received, and the last receipt for it. */
  readonly #receives: WeakMap<Entry<Post>, { count: number; tag: number }> = new WeakMap();
  readonly #entries: Map<number, Entry<Post>> = new Map();
  /** How much each reader has received since it last had to ask again. */
  readonly #batches: WeakMap<KeyReader, number> = new WeakMap();
  #tags = 0;

  constructor(world: KeyWorld, observer: QueuesObserver) {
    super();
    this.#world = world;
    this.#observer = observer;
  }

  /** One that is there stays as it is. */
  create(name: string, attributes: CloudAttributes): void {
    if (!this.#queues.has(name)) this.#queues.set(name, { attributes, queue: new Queue(POLICY) });
  }

  put(post: Post): void {
    const { attributes, queue } = this.#named(post.queue);
    queue.put(post, this.#world.now() + attributes.retention);
    this.#observer.stored(post);
    this.serve();
  }

  take(reader: KeyReader): Lent | null {
    const received = this.#batches.get(reader) ?? 0;
    this.#batches.set(reader, 0);
    if (received === BATCH_MAX) {
      // It asks again, behind whoever waits.
      this.#world.at(this.#world.now(), () => this.serve());
      return null;
    }
    for (const name of reader.queues) {
      const entry = this.#next(this.#named(name));
      if (entry === null) continue;
      this.#batches.set(reader, received + 1);
      return this.#lend(reader, entry);
    }
    return null;
  }

  /** The last receipt of a message deletes it, even when it is visible again. */
  ack(reader: KeyReader, tag: number): boolean {
    reader.tags.delete(tag);
    const entry = this.#entries.get(tag);
    if (entry === undefined || this.#receives.get(entry)?.tag !== tag) return false;
    this.#entries.delete(tag);
    const { queue } = this.#named(entry.body.queue);
    const out = this.#taken(tag);
    if (out === undefined) {
      if (entry.phase !== 'ready') return false;
      queue.remove(entry);
      this.#observer.removed(entry.body, 'deleted');
    } else {
      queue.settle(entry);
      this.#observer.acked(entry.body);
    }
    this.serve();
    return true;
  }

  /** It is there again soon; or when it would have been anyway, for nothing is deleted. */
  reject(reader: KeyReader, tag: number, isRequeued: boolean): void {
    reader.tags.delete(tag);
    if (isRequeued) this.#hide(tag, RETURN_SECONDS, 'rejected');
    this.serve();
  }

  giveBackAll(reader: KeyReader): void {
    for (const tag of reader.tags) this.#hide(tag, RETURN_SECONDS, 'closed');
    reader.tags.clear();
  }

  sweep(): void {
    // Each comes back by itself.
  }

  length(queue: string): number {
    return this.#named(queue).queue.length;
  }

  purge(queue: string): number {
    const gone = this.#named(queue).queue.clear();
    for (const { body } of gone) this.#observer.removed(body, 'flushed');
    return gone.length;
  }

  #named(name: string): CloudQueue {
    this.create(name, CLOUD_DEFAULTS);
    const found = this.#queues.get(name);
    assert(found !== undefined, 'it has just been created');
    return found;
  }

  /** One that has not been received too often; those that have are moved. */
  #next({ attributes: { redrive }, queue }: CloudQueue): Entry<Post> | null {
    const now = this.#world.now();
    for (const { body } of queue.expire((at) => at <= now)) this.#observer.removed(body, 'expired');
    for (let entry = queue.lend(); entry !== null; entry = queue.lend()) {
      if (redrive === null || (this.#receives.get(entry)?.count ?? 0) < redrive.receivesMax) return entry;
      queue.settle(entry);
      this.#observer.deadLettered(entry.body, 'maxReceiveCount');
      this.put({ ...entry.body, queue: redrive.deadLetters });
    }
    return null;
  }

  #lend(reader: KeyReader, entry: Entry<Post>): Lent {
    const tag = ++this.#tags;
    const before = this.#receives.get(entry);
    if (before !== undefined) this.#entries.delete(before.tag);
    this.#receives.set(entry, { count: (before?.count ?? 0) + 1, tag });
    this.#entries.set(tag, entry);
    reader.tags.add(tag);
    this.#hideFor(tag, entry, this.#named(entry.body.queue).attributes.visibility, 'visibility timeout');
    this.#observer.delivered(entry.body, reader);
    return { tag, post: entry.body, isRedelivered: entry.isRedelivered };
  }

  #hide(tag: number, seconds: number, reason: string): void {
    const out = this.#taken(tag);
    if (out !== undefined) this.#hideFor(tag, out.entry, seconds, reason);
  }

  #hideFor(tag: number, entry: Entry<Post>, seconds: number, reason: string): void {
    const cancel = this.#world.at(this.#world.now() + seconds, () => {
      this.#out.delete(tag);
      const { queue } = this.#named(entry.body.queue);
      const back = queue.giveBack(entry, 'place');
      this.#observer.returned(entry.body, queue.ready().indexOf(back), reason);
      this.serve();
    });
    this.#out.set(tag, { entry, cancel });
  }

  #taken(tag: number): Received | undefined {
    const out = this.#out.get(tag);
    out?.cancel();
    this.#out.delete(tag);
    return out;
  }
}
