/**
 * A queue of messages, as channel layers and brokers have them: how much fits, what happens when it is full, when a message is past its
 * time, and what becomes of one that a reader has and has not settled. What it holds is the caller's; so is the clock.
 */
import { assert } from '../lib/assert.ts';

export interface QueuePolicy<T> {
  /** Messages that fit; Infinity: no limit. What is lent to a reader does not count. */
  readonly capacity: number;
  /** One more: it is refused, or the oldest makes room. */
  readonly whenFull: 'refuse' | 'drop-oldest';
  /** Where messages past their time are found: only at the head, or wherever they stand. */
  readonly expiry: 'head' | 'everywhere';
  /** A message past its time keeps its place, and counts, until a reader comes upon it. */
  readonly keepsPlaces: boolean;
  /** Null: first in, first out. Below 0: `a` is taken before `b`. Of two that are equal the first that came is first. */
  readonly order: ((a: T, b: T) => number) | null;
}

export const PLAIN_QUEUE: QueuePolicy<unknown> = {
  capacity: Number.POSITIVE_INFINITY,
  whenFull: 'refuse',
  expiry: 'head',
  keepsPlaces: false,
  order: null,
};

/** Where a message is: in the queue, there and past its time, with a reader that has not settled it, or gone for good. */
export type Phase = 'ready' | 'dead' | 'lent' | 'gone';

export class Entry<T> {
  readonly body: T;
  /** Its turn: a number that grows from each message to the next. */
  readonly turn: number;
  /** Virtual seconds; Infinity: never. */
  readonly expiresAt: number;
  phase: Phase = 'ready';
  /** It was with a reader before. */
  isRedelivered = false;

  constructor(body: T, turn: number, expiresAt: number) {
    this.body = body;
    this.turn = turn;
    this.expiresAt = expiresAt;
  }
}

/** What became of a message that was put in. `dropped` had to make room for it. */

export type Put<T> =
  | { readonly kind: 'full' }
  | { readonly kind: 'stored'; readonly entry: Entry<T>; readonly dropped: Entry<T> | null };

/** Where a message goes that a reader gives back. */
export type GivenBack = 'place' | 'front' | 'back';

export class Queue<T> {
  readonly policy: QueuePolicy<T>;
  /** In the order in which they will be taken; some may be dead. */
  readonly #entries: Entry<T>[] = [];
  readonly #lent: Set<Entry<T>> = new Set();
  #turns = 0;
  /** Turns of those that were put in front: they count down. */
  #front = 0;

  constructor(policy: QueuePolicy<T>) {
    this.policy = policy;
  }

  /** Places taken: what the capacity is compared with. */
  get length(): number {
    return this.#entries.length;
  }

  get lentCount(): number {
    return this.#lent.size;
  }

  get isEmpty(): boolean {
    return !this.#entries.some(({ phase }) => phase === 'ready');
  }

  /** Those that can be taken, the next one first. */
  ready(): readonly Entry<T>[] {
    return this.#entries.filter(({ phase }) => phase === 'ready');
  }

  lent(): readonly Entry<T>[] {
    return [...this.#lent];
  }

  /** `capacity`: other than that of the policy. */
  put(body: T, expiresAt = Number.POSITIVE_INFINITY, capacity = this.policy.capacity): Put<T> {
    let dropped: Entry<T> | null = null;
    if (this.#entries.length >= capacity) {
      if (this.policy.whenFull === 'refuse') return { kind: 'full' };
      const oldest = this.#entries.shift();
      if (oldest?.phase === 'ready') dropped = oldest;
      if (oldest !== undefined) oldest.phase = 'gone';
    }
    const entry = new Entry(body, ++this.#turns, expiresAt);
    this.#insert(entry);
    return { kind: 'stored', entry, dropped };
  }

  /** The next one, for good: nobody will give it back. */
  take(): Entry<T> | null {
    const entry = this.#next();
    if (entry !== null) entry.phase = 'gone';
    return entry;
  }

  /** The next one, until the reader settles it or gives it back. */
  lend(): Entry<T> | null {
    const entry = this.#next();
    if (entry === null) return null;
    entry.phase = 'lent';
    this.#lent.add(entry);
    return entry;
  }

  /** The reader is done with it. */
  settle(entry: Entry<T>): void {
    assert(this.#lent.delete(entry), 'only a message that is lent is settled');
    entry.phase = 'gone';
  }

  /** The reader has not done with it: the next one that takes it is told so. It may stand above the capacity. */
  giveBack(entry: Entry<T>, to: GivenBack = 'place'): Entry<T> {
    assert(this.#lent.delete(entry), 'only a message that is lent is given back');
    const back = to === 'place' ? entry : this.#renumbered(entry, to);
    if (back !== entry) entry.phase = 'gone';
    back.phase = 'ready';
    back.isRedelivered = true;
    this.#insert(back);
    return back;
  }

  /** Those that are found to be past their time; they will not be taken. `isPast` is asked with their moment. */
  expire(isPast: (expiresAt: number) => boolean): readonly Entry<T>[] {
    const found: Entry<T>[] = [];
    for (const entry of this.#entries) {
      const isOver = entry.phase === 'ready' && isPast(entry.expiresAt);
      if (isOver) found.push(entry);
      else if (this.policy.expiry === 'head' && entry.phase === 'ready') break;
    }
    for (const entry of found) this.#retire(entry);
    return found;
  }

  /** Takes one out wherever it stands; its place stays if the policy says so. */
  remove(entry: Entry<T>): void {
    assert(entry.phase === 'ready', 'it is in the queue');
    this.#retire(entry);
  }

  /** All that could be taken. What is lent stays so. */
  clear(): readonly Entry<T>[] {
    const ready = this.ready();
    for (const entry of ready) entry.phase = 'gone';
    this.#entries.length = 0;
    return ready;
  }

  #next(): Entry<T> | null {
    for (let first = this.#entries.shift(); first !== undefined; first = this.#entries.shift()) {
      if (first.phase === 'ready') return first;
      first.phase = 'gone';
    }
    return null;
  }

  #retire(entry: Entry<T>): void {
    entry.phase = this.policy.keepsPlaces ? 'dead' : 'gone';
    if (!this.policy.keepsPlaces) this.#entries.splice(this.#entries.indexOf(entry), 1);
  }

  #renumbered(entry: Entry<T>, to: 'front' | 'back'): Entry<T> {
    return new Entry(entry.body, to === 'back' ? ++this.#turns : --this.#front, entry.expiresAt);
  }

  /** From the back: nearly always it belongs there. */
  #insert(entry: Entry<T>): void {
    let at = this.#entries.length;
    while (at > 0 && this.#isBefore(entry, this.#entries[at - 1] as Entry<T>)) at--;
    this.#entries.splice(at, 0, entry);
  }

  #isBefore(a: Entry<T>, b: Entry<T>): boolean {
    const order = this.policy.order?.(a.body, b.body) ?? 0;
    return order === 0 ? a.turn < b.turn : order < 0;
  }
}
