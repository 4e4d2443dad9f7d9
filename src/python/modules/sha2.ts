/** The 64-bit half of SHA-2 (FIPS 180-4); the other is in `block-hash.ts`. All constants are worked out from the first primes, as the standard defines them. */

const MASK = 0xffffffffffffffffn;

function firstPrimes(count: number): bigint[] {
  const primes: bigint[] = [];
  for (let n = 2n; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0n)) primes.push(n);
  return primes;
}

/** The first 64 bits of the fractional part of the `degree`-th root. */
function rootFraction(prime: bigint, degree: bigint): bigint {
  const target = prime << (64n * degree);
  let low = 0n;
  let high = 1n << 80n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** degree <= target) low = middle;
    else high = middle - 1n;
  }
  return low & MASK;
}

interface Constants {
  readonly rounds: readonly bigint[];
  readonly first: readonly bigint[];
  readonly second: readonly bigint[];
}
let made: Constants | undefined;

export function sha2Constants(): Constants {
  if (made !== undefined) return made;
  const primes = firstPrimes(80);
  made = {
    rounds: primes.map((prime) => rootFraction(prime, 3n)),
    first: primes.slice(0, 8).map((prime) => rootFraction(prime, 2n)),
    second: primes.slice(8, 16).map((prime) => rootFraction(prime, 2n)),
  };
  return made;
}

export type ShaName = 'sha384' | 'sha512';

interface Variant {
  readonly digestSize: number;
  readonly blockSize: 64 | 128;
}
const SHA_VARIANTS: Readonly<Record<ShaName, Variant>> = {
  sha384: { digestSize: 48, blockSize: 128 },
  sha512: { digestSize: 64, blockSize: 128 },
};

function initialState(name: ShaName): bigint[] {
  const { first, second } = sha2Constants();
  return name === 'sha512' ? [...first] : [...second];
}

/** What differs between the 32-bit and the 64-bit half of the family: word size, rounds, rotations. */
interface Shape {
  readonly bits: bigint;
  readonly mask: bigint;
  readonly rounds: number;
  readonly big: readonly [readonly bigint[], readonly bigint[]];
  /** Two rotations and a shift. */
  readonly small: readonly [readonly bigint[], readonly bigint[]];
}
const SHAPES: Readonly<Record<64 | 128, Shape>> = {
  64: {
    bits: 32n,
    mask: 0xffffffffn,
    rounds: 64,
    big: [
      [2n, 13n, 22n],
      [6n, 11n, 25n],
    ],
    small: [
      [7n, 18n, 3n],
      [17n, 19n, 10n],
    ],
  },
  128: {
    bits: 64n,
    mask: MASK,
    rounds: 80,
    big: [
      [28n, 34n, 39n],
      [14n, 18n, 41n],
    ],
    small: [
      [1n, 8n, 7n],
      [19n, 61n, 6n],
    ],
  },
};

function rotate(x: bigint, by: bigint, { bits, mask }: Shape): bigint {
  return ((x >> by) | (x << (bits - by))) & mask;
}

function bigSigma(x: bigint, which: 0 | 1, shape: Shape): bigint {
  return shape.big[which].reduce((sum, by) => sum ^ rotate(x, by, shape), 0n);
}

function smallSigma(x: bigint, which: 0 | 1, shape: Shape): bigint {
  const [a = 0n, b = 0n, c = 0n] = shape.small[which];
  return rotate(x, a, shape) ^ rotate(x, b, shape) ^ (x >> c);
}

function schedule(block: Uint8Array, shape: Shape): bigint[] {
  const words: bigint[] = [];
  const size = Number(shape.bits) / 8;
  for (let i = 0; i < 16; i++) {
    let word = 0n;
    for (let j = 0; j < size; j++) word = (word << 8n) | BigInt(block[i * size + j] ?? 0);
    words.push(word);
  }
  for (let i = 16; i < shape.rounds; i++) {
    const [a = 0n, b = 0n, c = 0n, d = 0n] = [words[i - 2], words[i - 7], words[i - 15], words[i - 16]];
    words.push((smallSigma(a, 1, shape) + b + smallSigma(c, 0, shape) + d) & shape.mask);
  }
  return words;
}

function compress(state: readonly bigint[], block: Uint8Array, shape: Shape): bigint[] {
  const words = schedule(block, shape);
  const { rounds } = sha2Constants();
  const extra = 64n - shape.bits;
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
  for (let i = 0; i < shape.rounds; i++) {
    const key = (rounds[i] ?? 0n) >> extra;
    const first = h + bigSigma(e, 1, shape) + ((e & f) ^ (~e & shape.mask & g)) + key + (words[i] ?? 0n);
    const second = bigSigma(a, 0, shape) + ((a & b) ^ (a & c) ^ (b & c));
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & shape.mask, c, b, a, (first + second) & shape.mask];
  }
  return [a, b, c, d, e, f, g, h].map((word, index) => (word + (state[index] ?? 0n)) & shape.mask);
}

/** A hash in the making. */
export class Sha {
  readonly name: ShaName;
  readonly digestSize: number;
  readonly blockSize: number;
  private state: bigint[];
  private pending = new Uint8Array(0);
  private length = 0;
  constructor(name: ShaName) {
    this.name = name;
    this.digestSize = SHA_VARIANTS[name].digestSize;
    this.blockSize = SHA_VARIANTS[name].blockSize;
    this.state = initialState(name);
  }
  update(bytes: Uint8Array): void {
    const { blockSize } = SHA_VARIANTS[this.name];
    const all = new Uint8Array(this.pending.length + bytes.length);
    all.set(this.pending);
    all.set(bytes, this.pending.length);
    this.length += bytes.length;
    let at = 0;
    for (; at + blockSize <= all.length; at += blockSize)
      this.state = compress(this.state, all.subarray(at, at + blockSize), SHAPES[blockSize]);
    this.pending = all.slice(at);
  }
  copy(): Sha {
    const result = new Sha(this.name);
    result.state = [...this.state];
    result.pending = this.pending.slice();
    result.length = this.length;
    return result;
  }
  digest(): Uint8Array {
    const { blockSize, digestSize } = SHA_VARIANTS[this.name];
    const last = this.copy();
    const used = this.pending.length + 1 + blockSize / 8;
    const padding = new Uint8Array(1 + blockSize / 8 + ((blockSize - (used % blockSize)) % blockSize));
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(this.length) * 8n);
    last.update(padding);
    const size = blockSize / 16;
    const bytes = last.state.flatMap((word) =>
      Array.from({ length: size }, (_, i) => Number((word >> BigInt(8 * (size - 1 - i))) & 0xffn)),
    );
    return Uint8Array.from(bytes.slice(0, digestSize));
  }
}
