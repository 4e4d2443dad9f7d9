/**
 * What one Redis database holds for asgi_redis 1.4: a list for each queue, of the keys of messages whose bodies are keys of their own, and
 * groups. A body is gone when its time is over; its key stays in the list, and counts, until somebody comes upon it or the list is gone.
 */
import { type Entry, Queue, type QueuePolicy } from '../sim/queue.ts';
import type { Envelope, LayerObserver, Sending, Sent, World } from './envelope.ts';
import { Groups } from './groups.ts';
import { Claim, WaitingLine } from './line.ts';
import { nonLocalName } from './names.ts';
import { Statistics } from './statistics.ts';

const POLICY: QueuePolicy<unknown> = {
  capacity: Number.POSITIVE_INFINITY,
  whenFull: 'refuse',
  expiry: 'everywhere',
  keepsPlaces: true,
  order: null,
};

/** A list lives so much longer than the last body whose key it was given. */
const LIST_GRACE = 1;

interface List<M> {
  readonly queue: Queue<Envelope<M>>;
  callOff: () => void;
}

export class ListShard<M> {
  readonly #world: World;
  readonly #observer: LayerObserver<M>;
  readonly #lists: Map<string, List<M>> = new Map();
  /** How to call off the end of each body. */
  readonly #ends: Map<Entry<Envelope<M>>, () => void> = new Map();
  readonly #line = new WaitingLine<M>();
  readonly groups: Groups;
  readonly statistics: Statistics;

  constructor(world: World, observer: LayerObserver<M>) {
    this.#world = world;
    this.#observer = observer;
    this.groups = new Groups(observer);
    this.statistics = new Statistics(world);
  }

  /** One script: the length is looked at and the message stored with nothing in between. */
  send({ channel, message, capacity, group = '' }: Sending<M>, expiry: number): Sent {
    const name = nonLocalName(channel);
    const now = this.#world.now();
    const envelope = { channel, targets: [channel], message, sentAt: now, expiresAt: now + expiry, group };
    this.#observer.queueSeen(name, capacity, null);
    const list = this.#lists.get(name) ?? { queue: new Queue<Envelope<M>>(POLICY), callOff: () => undefined };
    const put = list.queue.put(envelope, envelope.expiresAt, capacity);
    if (put.kind === 'full') {
      this.statistics.refused(name);
      this.#observer.refused(name, envelope);
      return 'full';
    }
    this.#lists.set(name, list);
    this.statistics.stored(name);
    this.#ends.set(
      put.entry,
      this.#world.at(envelope.expiresAt, () => this.#bodyEnded(list, put.entry)),
    );
    list.callOff();
    list.callOff = this.#world.at(envelope.expiresAt + LIST_GRACE, () => this.#remove(name, 'expired'));
    this.#observer.stored(name, envelope);
    this.#serve(name);
    return 'stored';
  }

  /** Takes from the first of these, in this order, that has something. Null: none has. */
  pop(queues: readonly string[], reader: object | null): Envelope<M> | null {
    for (const name of queues) {
      const envelope = this.#pop(name, reader);
      if (envelope !== null) return envelope;
    }
    return null;
  }

  /** Waits for the first message of these queues. */
  claim(queues: readonly string[], reader: object): Claim<M> {
    const claim = new Claim(this.#line, queues, reader);
    for (const name of queues) this.#observer.queueSeen(name, 0, reader);
    this.#line.join(claim);
    for (const name of queues) if (claim.isWaiting) this.#serve(name);
    return claim;
  }

  hasSome(queue: string): boolean {
    return this.#lists.get(queue)?.queue.isEmpty === false;
  }

  /** A list of that name is there, be it of keys without bodies. */
  exists(queue: string): boolean {
    return this.#lists.has(queue);
  }

  /** Places taken. */
  length(queue: string): number {
    return this.#lists.get(queue)?.queue.length ?? 0;
  }

  /** The next message of the queue; null: there is none. */
  next(queue: string): Envelope<M> | null {
    return this.#lists.get(queue)?.queue.ready()[0]?.body ?? null;
  }

  flush(why: 'flushed' | 'lost' = 'flushed'): void {
    for (const name of [...this.#lists.keys()]) this.#remove(name, why);
    this.groups.clear();
    this.statistics.clear();
  }

  /** The server is there again, with what it has kept. */
  retell(): void {
    for (const [name, { queue }] of this.#lists) {
      this.#observer.queueSeen(name, Number.POSITIVE_INFINITY, null);
      for (const { body } of queue.ready()) this.#observer.stored(name, body);
    }
    this.groups.retell();
  }

  /** The server is gone: whoever waits is told. */
  disconnect(): void {
    this.#line.failAll();
  }

  #pop(name: string, reader: object | null): Envelope<M> | null {
    const list = this.#lists.get(name);
    const entry = list?.queue.take() ?? null;
    if (list?.queue.length === 0) this.#remove(name, 'expired');
    if (entry === null) return null;
    this.#forgetEnd(entry);
    this.#observer.taken(entry.body, reader);
    return entry.body;
  }

  #serve(name: string): void {
    for (let claim = this.#line.first(name); claim !== undefined; claim = this.#line.first(name)) {
      const envelope = this.#pop(name, claim.reader);
      if (envelope === null) return;
      this.#line.give(claim, name, envelope);
    }
  }

  #bodyEnded(list: List<M>, entry: Entry<Envelope<M>>): void {
    this.#ends.delete(entry);
    list.queue.remove(entry);
    this.#observer.removed(entry.body, 'expired');
  }

  #remove(name: string, why: 'expired' | 'flushed' | 'lost'): void {
    const list = this.#lists.get(name);
    if (list === undefined) return;
    this.#lists.delete(name);
    list.callOff();
    for (const entry of list.queue.clear()) {
      this.#forgetEnd(entry);
      this.#observer.removed(entry.body, why);
    }
  }

  #forgetEnd(entry: Entry<Envelope<M>>): void {
    this.#ends.get(entry)?.();
    this.#ends.delete(entry);
  }
}
