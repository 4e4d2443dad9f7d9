/** The module `_random`: the Mersenne Twister MT19937 (Modules/_randommodule.c), number for number. */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { method, newMethod } from '../objects/native.ts';
import { asIndex, hash } from '../objects/protocol.ts';
import { asSize, isInt } from '../objects/sequences.ts';
import { nativeType, normalizeInt, PyFloat, PyObject, PyTuple, type PyType, type Value } from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';

const N = 624;
const M = 397;

/** The generator itself: 624 words of state. */
export class MersenneTwister {
  readonly state = new Uint32Array(N);
  index = N;
  /** CPython: init_genrand. */
  private start(seed: number): void {
    this.state[0] = seed;
    for (let i = 1; i < N; i++) {
      const last = this.state[i - 1] ?? 0;
      this.state[i] = Math.imul(1812433253, last ^ (last >>> 30)) + i;
    }
    this.index = N;
  }
  /** CPython: init_by_array. */
  seed(key: readonly number[]): void {
    this.start(19650218);
    const { state } = this;
    let i = 1;
    let j = 0;
    const mix = (k: number, factor: number, add: number, sign: 1 | -1): void => {
      for (; k > 0; k--) {
        const last = state[i - 1] ?? 0;
        const mixed = (state[i] ?? 0) ^ Math.imul(last ^ (last >>> 30), factor);
        state[i] = sign === 1 ? mixed + (key[j] ?? 0) + j : mixed - i;
        i++;
        j += add;
        if (i >= N) {
          state[0] = state[N - 1] ?? 0;
          i = 1;
        }
        if (j >= key.length) j = 0;
      }
    };
    mix(Math.max(N, key.length), 1664525, 1, 1);
    mix(N - 1, 1566083941, 0, -1);
    state[0] = 0x80000000;
  }
  /** CPython: genrand_uint32. */
  next(): number {
    if (this.index >= N) this.twist();
    let y = this.state[this.index++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }
  private twist(): void {
    const { state } = this;
    for (let i = 0; i < N; i++) {
      const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % N] ?? 0) & 0x7fffffff);
      state[i] = (state[(i + M) % N] ?? 0) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.index = 0;
  }
  /** A float in [0, 1) with 53 bits. */
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }
  /** CPython: _random_Random_getrandbits_impl. */
  bits(count: number): number | bigint {
    if (count === 0) return 0;
    if (count <= 32) return this.next() >>> (32 - count);
    let result = 0n;
    for (let left = count, shift = 0n; left > 0; left -= 32, shift += 32n) {
      const word = left < 32 ? this.next() >>> (32 - left) : this.next();
      result |= BigInt(word) << shift;
    }
    return normalizeInt(result);
  }
}

class PyRandom extends PyObject {
  readonly twister = new MersenneTwister();
}

/** The words of a seed, the lowest first. */
function seedWords(seed: Value): number[] {
  let rest = BigInt(isInt(seed) ? asIndex(seed) : hash(seed));
  if (rest < 0n) rest = -rest;
  const words: number[] = [];
  for (; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length === 0 ? [0] : words;
}

/** A generator without a seed starts from the run's own chance, in place of the operating system's entropy. */
export function randomModule({ prng }: Pick<Machine, 'prng'>): Map<string, Value> {
  const unseeded = prng.fork('random');
  const randomType = nativeType('Random');
  randomType.attrs.set('__module__', '_random');
  const seed = (self: PyRandom, value: Value): null => {
    self.twister.seed(value === null ? Array.from({ length: 4 }, () => unseeded.uint32()) : seedWords(value));
    return null;
  };
  newMethod(randomType, (_args, _keywords, cls) => new PyRandom(cls));
  method(randomType, '__init__', 'self, x=None, /', (self: PyRandom, value: Value = null) => seed(self, value));
  method(randomType, 'seed', 'self, n=None, /', (self: PyRandom, value: Value = null) => seed(self, value));
  defineMethods(randomType);
  return new Map<string, Value>([['Random', randomType]]);
}

function defineMethods(randomType: PyType): void {
  method(randomType, 'random', 'self, /', (self: PyRandom) => new PyFloat(self.twister.random()));
  method(randomType, 'getrandbits', 'self, k, /', (self: PyRandom, k: Value) => {
    const count = asSize(k);
    return count < 0 ? raise(ValueError, 'Cannot convert negative int') : self.twister.bits(count);
  });
  method(
    randomType,
    'getstate',
    'self, /',
    (self: PyRandom) => new PyTuple([...self.twister.state, self.twister.index]),
  );
  method(randomType, 'setstate', 'self, state, /', (self: PyRandom, state: Value) => {
    if (!(state instanceof PyTuple)) return raise(TypeError, 'state vector must be a tuple');
    if (state.items.length !== N + 1) return raise(ValueError, 'state vector is the wrong size');
    const words = state.items.map((word) => Number(asIndex(word)));
    const index = words[N] ?? 0;
    if (index < 0 || index > N) return raise(ValueError, 'invalid state');
    self.twister.state.set(words.slice(0, N));
    self.twister.index = index;
    return null;
  });
}
