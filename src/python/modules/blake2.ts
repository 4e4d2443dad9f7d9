/** BLAKE2b and BLAKE2s (RFC 7693), with the parameters of keyed, salted and tree hashing. */

/** How a node is hashed; sizes in bytes. */
export interface Blake2Parameters {
  readonly digestSize: number;
  readonly key: Uint8Array;
  readonly salt: Uint8Array;
  readonly person: Uint8Array;
  readonly fanout: number;
  readonly depth: number;
  readonly leafSize: number;
  readonly nodeOffset: bigint;
  readonly nodeDepth: number;
  readonly innerSize: number;
  readonly isLastNode: boolean;
}

interface Variant {
  readonly wordBytes: number;
  readonly rounds: number;
  /** Rotations of a mixing step, in bits. */
  readonly turns: readonly [bigint, bigint, bigint, bigint];
  readonly start: readonly bigint[];
}

const START_B = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
];

const VARIANTS: Readonly<Record<'blake2b' | 'blake2s', Variant>> = {
  blake2b: { wordBytes: 8, rounds: 12, turns: [32n, 24n, 16n, 63n], start: START_B },
  // The upper halves of the same square roots.
  blake2s: { wordBytes: 4, rounds: 10, turns: [16n, 12n, 8n, 7n], start: START_B.map((word) => word >> 32n) },
};

const ORDERS = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
].map((line) => [...line].map((digit) => Number.parseInt(digit, 16)));

/** Which four words are mixed: the columns of a square, then its diagonals. */
const STEPS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

export class Blake2 {
  readonly name: 'blake2b' | 'blake2s';
  readonly digestSize: number;
  readonly blockSize: number;
  private readonly variant: Variant;
  private readonly isLastNode: boolean;
  private words: bigint[];
  private counted = 0n;
  private readonly waiting: Uint8Array;
  private filled = 0;

  constructor(name: 'blake2b' | 'blake2s', parameters: Blake2Parameters) {
    this.name = name;
    this.variant = VARIANTS[name];
    this.digestSize = parameters.digestSize;
    this.blockSize = this.variant.wordBytes * 16;
    this.isLastNode = parameters.isLastNode;
    this.waiting = new Uint8Array(this.blockSize);
    const block = parameterBlock(parameters, this.variant.wordBytes);
    this.words = this.variant.start.map((word, index) => word ^ this.wordOf(block, index));
    if (parameters.key.length > 0) {
      const first = new Uint8Array(this.blockSize);
      first.set(parameters.key);
      this.update(first);
    }
  }

  update(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.filled === this.blockSize) {
        this.counted += BigInt(this.blockSize);
        this.compress(false);
        this.filled = 0;
      }
      this.waiting[this.filled++] = byte;
    }
  }

  digest(): Uint8Array {
    const end = this.copy();
    end.counted += BigInt(end.filled);
    end.waiting.fill(0, end.filled);
    end.compress(true);
    const { wordBytes } = this.variant;
    return Uint8Array.from({ length: this.digestSize }, (_, index) => {
      const word = end.words[Math.floor(index / wordBytes)] as bigint;
      return Number((word >> BigInt(8 * (index % wordBytes))) & 255n);
    });
  }

  copy(): Blake2 {
    const twin = Object.create(Blake2.prototype) as Blake2;
    return Object.assign(twin, this, { words: [...this.words], waiting: this.waiting.slice() });
  }

  private wordOf(bytes: Uint8Array, index: number): bigint {
    const { wordBytes } = this.variant;
    let word = 0n;
    for (let at = wordBytes - 1; at >= 0; at--) word = (word << 8n) | BigInt(bytes[index * wordBytes + at] ?? 0);
    return word;
  }

  private compress(isLast: boolean): void {
    const { rounds, start, turns, wordBytes } = this.variant;
    const bits = BigInt(wordBytes * 8);
    const mask = (1n << bits) - 1n;
    const turn = (word: bigint, by: bigint): bigint => ((word >> by) | (word << (bits - by))) & mask;
    const v = [...this.words, ...start];
    v[12] = (v[12] as bigint) ^ (this.counted & mask);
    v[13] = (v[13] as bigint) ^ (this.counted >> bits);
    if (isLast) v[14] = (v[14] as bigint) ^ mask;
    if (isLast && this.isLastNode) v[15] = (v[15] as bigint) ^ mask;
    const message = Array.from({ length: 16 }, (_, index) => this.wordOf(this.waiting, index));
    for (let round = 0; round < rounds; round++) {
      const order = ORDERS[round % 10] as readonly number[];
      for (const [step, [a, b, c, d]] of STEPS.entries()) {
        for (const half of [0, 1] as const) {
          const piece = message[order[2 * step + half] as number] as bigint;
          v[a] = ((v[a] as bigint) + (v[b] as bigint) + piece) & mask;
          v[d] = turn((v[d] as bigint) ^ (v[a] as bigint), turns[half * 2] as bigint);
          v[c] = ((v[c] as bigint) + (v[d] as bigint)) & mask;
          v[b] = turn((v[b] as bigint) ^ (v[c] as bigint), turns[half * 2 + 1] as bigint);
        }
      }
    }
    this.words = this.words.map((word, index) => word ^ (v[index] as bigint) ^ (v[index + 8] as bigint));
  }
}

/** RFC 7693, section 2.5, with the places of the BLAKE2 paper for trees. */
function parameterBlock(of: Blake2Parameters, wordBytes: number): Uint8Array {
  const block = new Uint8Array(wordBytes * 8);
  const view = new DataView(block.buffer);
  block.set([of.digestSize, of.key.length, of.fanout, of.depth]);
  view.setUint32(4, of.leafSize, true);
  // BLAKE2s has two bytes less for the offset: there the next fields lie over them.
  view.setBigUint64(8, of.nodeOffset, true);
  block.set([of.nodeDepth, of.innerSize], wordBytes === 8 ? 16 : 14);
  block.set(of.salt, wordBytes * 4);
  block.set(of.person, wordBytes * 6);
  return block;
}
