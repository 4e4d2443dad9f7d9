/**
 * Chance that can be repeated: xoshiro128** (Blackman and Vigna, 2018), its state filled by splitmix32.
 * One generator for each purpose, so that a new use of one does not reshuffle the others.
 * Python's own `random` is not this; that is a Mersenne Twister and belongs to python/modules.
 */
import { assert } from './assert.ts';

export class Prng {
  readonly #seed: number;
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  /** Any integer; its low 32 bits count. */
  constructor(seed: number) {
    assert(Number.isInteger(seed), 'a seed is a whole number');
    this.#seed = seed >>> 0;
    const fill = splitmix32(this.#seed);
    this.#a = fill();
    this.#b = fill();
    this.#c = fill();
    this.#d = fill();
  }

  /**
   * An independent stream for one purpose. It depends on this generator's seed and the purpose alone, not on how many
   * numbers have been drawn, so it does not matter when the fork is made.
   */
  fork(purpose: string): Prng {
    return new Prng(mix32(this.#seed ^ hash32(purpose)));
  }

  /** A whole number, 0 to 2**32 - 1. */
  uint32(): number {
    const result = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotateLeft(this.#d, 11);
    return result;
  }

  /** A fraction, at least 0 and less than 1, with 53 random bits. */
  next(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 0x4000000 + low) / 0x20000000000000;
  }

  /** A whole number, 0 to `limit` - 1, each as likely as any other. */
  below(limit: number): number {
    assert(Number.isInteger(limit) && limit > 0 && limit <= 0x100000000, `a limit is 1 to 2**32, not ${limit}`);
    const fair = 0x100000000 - (0x100000000 % limit);
    let drawn = this.uint32();
    while (drawn >= fair) drawn = this.uint32();
    return drawn % limit;
  }

  pick<T>(options: readonly T[]): T {
    assert(options.length > 0, 'there is something to pick from');
    return options[this.below(options.length)] as T;
  }
}

function splitmix32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    return mix32(state);
  };
}

/** The finalizer of MurmurHash3: every bit of the input changes about half of the output. */
function mix32(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** FNV-1a over UTF-16 code units, then mixed. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix32(hash);
}

function rotateLeft(value: number, count: number): number {
  return (value << count) | (value >>> (32 - count));
}
