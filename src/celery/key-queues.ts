/**
 * The queues that Kombu keeps in Redis, or in the memory of a process: a list for each, and what readers have in hand and have not
 * acknowledged. Whoever dies leaves it there; a sweep puts back what has been out for too long.
 */
import { type Entry, Queue, type QueuePolicy } from '../sim/queue.ts';
import { type KeyReader, type KeyWorld, type Lent, type Post, PostQueues, type QueuesObserver } from './post-queues.ts';

/** Messages of different priority stand in different lists: one for each of these steps. */
const STEPS = [0, 3, 6, 9] as const;

function stepOf({ priority }: Post): number {
  return STEPS.findLast((step) => step <= priority) ?? 0;
}

const POLICY: QueuePolicy<Post> = {
  capacity: Number.POSITIVE_INFINITY,
  whenFull: 'refuse',
  expiry: 'head',
  keepsPlaces: false,
  order: (a, b) => stepOf(a) - stepOf(b),
};

interface Out {
  readonly entry: Entry<Post>;
  readonly since: number;
}

export class KeyQueues extends PostQueues {
  readonly isSwept = true;
  readonly #world: KeyWorld;
  readonly #observer: QueuesObserver;
  readonly #queues: Map<string, Queue<Post>> = new Map();
  readonly #out: Map<number, Out> = new Map();
  #tags = 0;

  constructor(world: KeyWorld, observer: QueuesObserver) {
    super();
    this.#world = world;
    this.#observer = observer;
  }

  put(post: Post): void {
    this.#queue(post.queue).put(post);
    this.#observer.stored(post);
    this.serve();
  }

  /** The reader gives back all that it has, the last first: it stands in front again. */
  giveBackAll(reader: KeyReader): void {
    for (const tag of [...reader.tags].reverse()) this.#giveBack(tag, 'front', 'closed');
    reader.tags.clear();
    this.serve();
  }

  /** False: it is not out any more. */
  ack(reader: KeyReader, tag: number): boolean {
    const out = this.#settled(reader, tag);
    if (out !== undefined) this.#observer.acked(out.entry.body);
    this.serve();
    return out !== undefined;
  }

  reject(reader: KeyReader, tag: number, isRequeued: boolean): void {
    if (!isRequeued) {
      const out = this.#settled(reader, tag);
      if (out !== undefined) this.#observer.removed(out.entry.body, 'rejected');
    } else {
      reader.tags.delete(tag);
      this.#giveBack(tag, 'back', 'rejected');
    }
    this.serve();
  }

  take(reader: KeyReader): Lent | null {
    for (const name of reader.queues) {
      const entry = this.#queues.get(name)?.lend() ?? null;
      if (entry === null) continue;
      const tag = ++this.#tags;
      this.#out.set(tag, { entry, since: this.#world.now() });
      reader.tags.add(tag);
      this.#observer.delivered(entry.body, reader);
      return { tag, post: entry.body, isRedelivered: entry.isRedelivered };
    }
    return null;
  }

  /** Puts back what has been out for longer than so many seconds, whoever has it. */
  sweep(seconds: number): void {
    const limit = this.#world.now() - seconds;
    for (const [tag, { since }] of this.#out) if (since <= limit) this.#giveBack(tag, 'front', 'visibility timeout');
    this.serve();
  }

  length(queue: string): number {
    return this.#queues.get(queue)?.length ?? 0;
  }

  purge(queue: string): number {
    return this.#clear(queue, 'flushed');
  }

  /** The server is gone, and what it held with it. */
  lose(): void {
    for (const name of this.#queues.keys()) this.#clear(name, 'lost');
    for (const { entry } of this.#out.values()) this.#observer.removed(entry.body, 'lost');
    this.#out.clear();
    this.forgetTags();
  }

  #clear(name: string, reason: string): number {
    const gone = this.#queues.get(name)?.clear() ?? [];
    for (const { body } of gone) this.#observer.removed(body, reason);
    return gone.length;
  }

  #queue(name: string): Queue<Post> {
    const queue = this.#queues.get(name) ?? new Queue(POLICY);
    this.#queues.set(name, queue);
    return queue;
  }

  #settled(reader: KeyReader, tag: number): Out | undefined {
    reader.tags.delete(tag);
    const out = this.#out.get(tag);
    this.#out.delete(tag);
    if (out !== undefined) this.#queue(out.entry.body.queue).settle(out.entry);
    return out;
  }

  #giveBack(tag: number, to: 'front' | 'back', reason: string): void {
    const out = this.#out.get(tag);
    if (out === undefined) return;
    this.#out.delete(tag);
    const queue = this.#queue(out.entry.body.queue);
    const back = queue.giveBack(out.entry, to);
    this.#observer.returned(back.body, queue.ready().indexOf(back), reason);
  }
}
