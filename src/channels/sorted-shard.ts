/**
 * What one Redis database holds for channels_redis 4: a sorted set for each queue, by the moment of sending, and groups. The whole set
 * goes when nobody has sent to it for as long as a message lives; a single message past its time goes only when somebody sends. A reader
 * that has a message keeps a copy beside the set until it has handed it over, and what is found there comes back when the queue is read.
 */
import { Queue, type QueuePolicy } from '../sim/queue.ts';
import type { Envelope, LayerObserver, Quirks, World } from './envelope.ts';
import { Groups } from './groups.ts';
import { Claim, WaitingLine } from './line.ts';

/** What is sent at one moment is in the order of `tie`, and if that is the same, as it came: by `nth`. */
interface Member<M> {
  readonly envelope: Envelope<M>;
  readonly tie: number;
  readonly nth: number;
}

/** What a reader has in hand, and whether it still can hand it over. */
interface Copy<M> {
  readonly member: Member<M>;
  readonly isAlive: () => boolean;
}

interface SortedSet<M> {
  readonly queue: Queue<Member<M>>;
  callOff: () => void;
}

export interface SortedSending<M> {
  readonly targets: readonly string[];
  readonly message: M;
  readonly capacity: number;
  readonly group?: string;
}

export class SortedShard<M> {
  readonly #world: World;
  readonly #quirks: Quirks;
  readonly #observer: LayerObserver<M>;
  readonly #sets: Map<string, SortedSet<M>> = new Map();
  /** What readers have and have not handed over, by queue: no time limit is on it. */
  readonly #inFlight: Map<string, Copy<M>[]> = new Map();
  /** Of those that were handed over. */
  readonly #handed: WeakMap<Envelope<M>, Member<M>> = new WeakMap();
  #sent = 0;
  readonly #line = new WaitingLine<M>();
  readonly groups: Groups;

  constructor(world: World, observer: LayerObserver<M>, quirks: Quirks) {
    this.#world = world;
    this.#quirks = quirks;
    this.#observer = observer;
    this.groups = new Groups(observer);
  }

  /** False: it is full. */
  send(name: string, { targets, message, capacity, group = '' }: SortedSending<M>, expiry: number): boolean {
    const now = this.#world.now();
    const [channel = name] = targets;
    // It can be delivered later than this: the set lives as long as somebody sends.
    const envelope = { channel, targets, message, sentAt: now, expiresAt: now + expiry, group };
    this.#observer.queueSeen(name, capacity, null);
    const set = this.#sets.get(name) ?? this.#make(name);
    for (const { body } of set.queue.expire((sentAt) => sentAt <= Math.floor(now) - Math.floor(expiry))) {
      this.#observer.removed(body.envelope, 'expired');
    }
    const put = set.queue.put({ envelope, tie: this.#tie(set.queue, now), nth: this.#sent++ }, now, capacity);
    if (put.kind === 'full') {
      this.#observer.refused(name, envelope);
      return false;
    }
    set.callOff();
    set.callOff = this.#world.at(now + expiry, () => this.#clear(name, 'expired'));
    this.#observer.stored(name, envelope);
    this.#serve(name);
    return true;
  }

  /**
   * Waits for the first message of a queue. What lies beside it, and nobody can hand over any more, comes back first. There what others are
   * about to hand over comes back too, if they take longer for it than the way to Redis: here it takes them no time.
   */
  claim(name: string, reader: object): Claim<M> {
    const claim = new Claim(this.#line, [name], reader);
    this.#observer.queueSeen(name, 0, reader);
    this.#restore(name);
    this.#line.join(claim);
    this.#serve(name);
    return claim;
  }

  /** The reader has the message: it keeps a copy here until it is settled. Until then it was nowhere else. */
  copy(name: string, envelope: Envelope<M>, isAlive: () => boolean): void {
    const member = this.#handed.get(envelope);
    if (member !== undefined) this.#inFlight.set(name, [...(this.#inFlight.get(name) ?? []), { member, isAlive }]);
  }

  /** The reader has handed it over: it will not come back, unless it has done so already. */
  settle(name: string, envelope: Envelope<M>): void {
    this.#keep(name, ({ member }) => member.envelope !== envelope);
  }

  length(name: string): number {
    return this.#sets.get(name)?.queue.length ?? 0;
  }

  flush(why: 'flushed' | 'lost' = 'flushed'): void {
    for (const name of [...this.#sets.keys()]) this.#clear(name, why);
    this.#inFlight.clear();
    this.groups.clear();
  }

  /** The server is there again, with what it has kept. */
  retell(): void {
    for (const [name, { queue }] of this.#sets) {
      this.#observer.queueSeen(name, Number.POSITIVE_INFINITY, null);
      for (const { body } of queue.ready()) this.#observer.stored(name, body.envelope);
    }
    this.groups.retell();
  }

  /** The server is gone: whoever waits is told. */
  disconnect(): void {
    this.#line.failAll();
  }

  #make(name: string): SortedSet<M> {
    const queue = new Queue<Member<M>>(POLICY);
    const made = { queue, callOff: () => undefined };
    this.#sets.set(name, made);
    return made;
  }

  /**
   * Of messages of one moment the random bytes before them decide there. A send takes some time there, so that it hardly ever happens; here
   * it takes none, and they come out as they went in.
   */
  #tie(queue: Queue<Member<M>>, now: number): number {
    if (!this.#quirks.has('random-ties')) return 0;
    const ties = queue.ready().flatMap(({ body }) => (body.envelope.sentAt === now ? [body.tie] : []));
    const at = this.#world.choose('tie', ties.length + 1);
    return ((ties[at - 1] ?? 0) + (ties[at] ?? 1)) / 2;
  }

  #restore(name: string): void {
    const stranded = this.#inFlight.get(name)?.filter(({ isAlive }) => !isAlive()) ?? [];
    if (stranded.length === 0) return;
    this.#keep(name, ({ isAlive }) => isAlive());
    const { queue } = this.#sets.get(name) ?? this.#make(name);
    for (const { member } of stranded) {
      queue.put(member, member.envelope.sentAt);
      this.#observer.stored(name, member.envelope);
    }
  }

  #keep(name: string, isKept: (copy: Copy<M>) => boolean): void {
    const left = (this.#inFlight.get(name) ?? []).filter(isKept);
    if (left.length > 0) this.#inFlight.set(name, left);
    else this.#inFlight.delete(name);
  }

  #serve(name: string): void {
    for (let claim = this.#line.first(name); claim !== undefined; claim = this.#line.first(name)) {
      const entry = this.#sets.get(name)?.queue.take() ?? null;
      if (entry === null) return;
      this.#forgetEmpty(name);
      this.#observer.taken(entry.body.envelope, claim.reader);
      this.#handed.set(entry.body.envelope, entry.body);
      this.#line.give(claim, name, entry.body.envelope);
    }
  }

  #clear(name: string, why: 'expired' | 'flushed' | 'lost'): void {
    const set = this.#sets.get(name);
    if (set === undefined) return;
    for (const { body } of set.queue.clear()) this.#observer.removed(body.envelope, why);
    this.#forgetEmpty(name);
  }

  /** Redis keeps no empty set, and with it goes its end. */
  #forgetEmpty(name: string): void {
    const set = this.#sets.get(name);
    if (set === undefined || set.queue.length > 0) return;
    set.callOff();
    this.#sets.delete(name);
  }
}

const POLICY: QueuePolicy<Member<unknown>> = {
  capacity: Number.POSITIVE_INFINITY,
  whenFull: 'refuse',
  expiry: 'everywhere',
  keepsPlaces: false,
  order: (a, b) => a.envelope.sentAt - b.envelope.sentAt || a.tie - b.tie || a.nth - b.nth,
};
