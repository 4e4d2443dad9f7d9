/**
 * Order as a choice: whatever a real computer leaves to chance (which of two threads goes on, when it is interrupted) is decided here,
 * by the scenario's seed and nothing else. Each kind of decision has its own generator.
 */
import type { Prng } from '../lib/prng.ts';

/** Kinds that keep the order of arrival under seed 0, so that the usual run shows the usual order. */
const USUAL: ReadonlySet<string> = new Set(['thread']);

export class Choices {
  readonly #seed: number;
  readonly #prng: Prng;
  readonly #generators: Map<string, Prng> = new Map();
  /** Told of every decision: its kind, out of how many, and which. */
  onChoice: ((kind: string, count: number, chosen: number) => void) | null = null;

  /** `prng` was made of `seed`. */
  constructor(seed: number, prng: Prng) {
    this.#seed = seed;
    this.#prng = prng;
  }

  /** 0 to `count` - 1; 0 is the usual way to go on. */
  choose(kind: string, count: number): number {
    if (count < 2) return 0;
    const chosen = this.#seed === 0 && USUAL.has(kind) ? 0 : this.#generator(kind).below(count);
    this.onChoice?.(kind, count, chosen);
    return chosen;
  }

  #generator(kind: string): Prng {
    const known = this.#generators.get(kind);
    if (known !== undefined) return known;
    const made = this.#prng.fork(`choice of ${kind}`);
    this.#generators.set(kind, made);
    return made;
  }
}
