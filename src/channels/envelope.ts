/** What layers have in common: a message on its way, the world that they live in, and who is told what they do. */

/** A message in a layer. `M` is what the layer keeps of it: a deep copy, or plain data. */
export interface Envelope<M> {
  /** The whole name that it was sent to; of a copy for several channels of one process, the first. */
  readonly channel: string;
  /** The channels of one process that it is for, where a layer sends one copy for all of them. */
  readonly targets: readonly string[];
  readonly message: M;
  readonly sentAt: number;
  /** Virtual seconds; Infinity: never. */
  readonly expiresAt: number;
  /** '': it was not sent to a group. */
  readonly group: string;
}

/** What a layer does not decide itself. */
export interface World {
  /** Virtual seconds. */
  now(): number;
  /** One of several that are equally right, 0 to count - 1: decided by the seed. */
  choose(kind: 'channel' | 'tie', count: number): number;
  /** A part of a name that nobody else has. */
  letters(count: number): string;
  /** What happens at a moment to come; gives how to call it off. */
  at(seconds: number, action: () => void): () => void;
}

/** Why a message left its queue unread. */
export type Removal = 'expired' | 'flushed' | 'lost' | 'overflow';

/** Told of everything, just after it happened. `reader` is whoever reads, as the layer's caller knows it; null: whoever runs now. */
export interface LayerObserver<M> {
  /** A queue is there: somebody reads or writes it for the first time. */
  queueSeen(queue: string, capacity: number, reader: object | null): void;
  stored(queue: string, envelope: Envelope<M>): void;
  refused(queue: string, envelope: Envelope<M>): void;
  taken(envelope: Envelope<M>, reader: object | null): void;
  removed(envelope: Envelope<M>, why: Removal): void;
  groupChanged(group: string, members: readonly string[]): void;
}

/** Upstream's mistakes, which are mended here unless somebody asks for them by name. RULES.md says what each does. */
export const QUIRKS = [
  'fixed-order',
  'ignored-channel-capacity',
  'broken-eviction',
  'shard-mismatch',
  'random-ties',
] as const;
export type Quirk = (typeof QUIRKS)[number];
export type Quirks = ReadonlySet<Quirk>;
export const NO_QUIRKS: Quirks = new Set();

/** What was asked for with a send. */
export interface Sending<M> {
  readonly channel: string;
  readonly message: M;
  /** Of the queue that it goes to. */
  readonly capacity: number;
  readonly group?: string;
}

export type Sent = 'stored' | 'full';

export function isPast(now: number): (expiresAt: number) => boolean {
  return (expiresAt) => expiresAt < now;
}
