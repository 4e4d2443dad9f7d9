/**
 * Order as a choice: whatever a real computer leaves to chance (which of two threads goes on, when it is interrupted) is decided here,
 * by the scenario's seed and by what it forces. Each kind of decision has its own generator.
 */
import type { Prng } from '../lib/prng.ts';

/** Kinds that keep the order of arrival under seed 0, so that the usual run shows the usual order. */
const USUAL: ReadonlySet<string> = new Set(['thread']);
/** Kinds that go the usual way under every seed: only a scenario that says so gets another. */
const FORCED_ONLY: ReadonlySet<string> = new Set(['begin', 'late']);
/** How long sleeps last is decided apart: their decisions are numbered from here, so that they do not shift the others. */
export const FIRST_LATE = 500_000_000;

/** Decision number `nth` is made so: counted from 0, those of kind `late` from FIRST_LATE. */
export interface Forced {
  readonly nth: number;
  readonly chosen: number;
}

export class Choices {
  readonly #seed: number;
  readonly #prng: Prng;
  readonly #generators: Map<string, Prng> = new Map();
  readonly #forced: ReadonlyMap<number, number>;
  #made = 0;
  #slept = FIRST_LATE;
  /** Told of every decision: its kind, out of how many, and which. */
  onChoice: ((kind: string, count: number, chosen: number) => void) | null = null;

  /** `prng` was made of `seed`. */
  constructor(seed: number, prng: Prng, forced: readonly Forced[] = []) {
    this.#seed = seed;
    this.#prng = prng;
    this.#forced = new Map(forced.map(({ nth, chosen }) => [nth, chosen]));
  }

  /**
   * 0 to `reserved` + `count` - 1. The first `reserved` options are never drawn, only forced; of the others the first is the usual way to
   * go on. What is forced and does not exist counts as the last there is.
   */
  choose(kind: string, count: number, reserved = 0): number {
    const all = reserved + count;
    if (all < 2) return 0;
    const forced = this.#forced.get(kind === 'late' ? this.#slept++ : this.#made++);
    const chosen = forced === undefined ? reserved + this.#drawn(kind, count) : Math.min(forced, all - 1);
    this.onChoice?.(kind, all, chosen);
    return chosen;
  }

  #drawn(kind: string, count: number): number {
    if (count < 2 || FORCED_ONLY.has(kind) || (this.#seed === 0 && USUAL.has(kind))) return 0;
    return this.#generator(kind).below(count);
  }

  #generator(kind: string): Prng {
    const known = this.#generators.get(kind);
    if (known !== undefined) return known;
    const made = this.#prng.fork(`choice of ${kind}`);
    this.#generators.set(kind, made);
    return made;
  }
}
