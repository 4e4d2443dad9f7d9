/**
 * Readers that wait for a message of some queues, the longest waiting first: Redis hands what arrives to the first of them, at once. Nobody
 * else can take it then; a reader that dies before it has looked at it takes it along.
 */
import type { NetEndpoint } from '../python/vm/network.ts';
import type { Envelope } from './envelope.ts';

export type ClaimState<M> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'given'; readonly queue: string; readonly envelope: Envelope<M> }
  /** The server is gone. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'over' };

export class Claim<M> {
  /** In the order in which they are looked at. */
  readonly queues: readonly string[];
  /** Who waits, as the caller knows it. */
  readonly reader: object;
  readonly #line: WaitingLine<M>;
  readonly #watchers: Set<() => void> = new Set();
  #state: ClaimState<M> = { kind: 'waiting' };

  constructor(line: WaitingLine<M>, queues: readonly string[], reader: object) {
    this.#line = line;
    this.queues = queues;
    this.reader = reader;
  }

  get state(): ClaimState<M> {
    return this.#state;
  }

  get isWaiting(): boolean {
    return this.#state.kind === 'waiting';
  }

  /** `watcher` is called when it waits no longer, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  settle(state: ClaimState<M>): void {
    this.#state = state;
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** It stands in the line no more. What it has been given stays with it. */
  leave(): void {
    this.#line.leave(this);
    if (this.isWaiting) this.#state = { kind: 'over' };
  }
}

export class WaitingLine<M> {
  readonly #claims: Claim<M>[] = [];

  get length(): number {
    return this.#claims.length;
  }

  join(claim: Claim<M>): void {
    this.#claims.push(claim);
  }

  leave(claim: Claim<M>): void {
    const at = this.#claims.indexOf(claim);
    if (at >= 0) this.#claims.splice(at, 1);
  }

  /** Who has waited longest for this queue. */
  first(queue: string): Claim<M> | undefined {
    return this.#claims.find((claim) => claim.queues.includes(queue));
  }

  give(claim: Claim<M>, queue: string, envelope: Envelope<M>): void {
    this.leave(claim);
    claim.settle({ kind: 'given', queue, envelope });
  }

  failAll(): void {
    for (const claim of this.#claims.splice(0)) claim.settle({ kind: 'failed' });
  }
}

/** A claim as something that a thread waits for. When it stops waiting, for whatever reason, it stands in the line no more. */
export function claimEnd<M>(claim: Claim<M>): NetEndpoint {
  return {
    get isReadable() {
      return !claim.isWaiting;
    },
    isWritable: false,
    hasHungUp: false,
    hasFailed: false,
    watch: (watcher) => {
      const unwatch = claim.watch(watcher);
      return () => {
        unwatch();
        claim.leave();
      };
    },
    close: () => claim.leave(),
  };
}
