/** SHA-3 (FIPS 202): the sponge over Keccak-f[1600], with digests of fixed and of chosen length. */

const MASK = 0xffffffffffffffffn;

function rotate(x: bigint, by: number): bigint {
  const shift = BigInt(by);
  return ((x << shift) | (x >> (64n - shift))) & MASK;
}

/** Round constants from the standard's linear feedback shift register. */
function roundConstants(): bigint[] {
  const constants: bigint[] = [];
  let register = 1;
  for (let round = 0; round < 24; round++) {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if (register & 1) constant |= 1n << BigInt(2 ** j - 1);
      register = register & 0x80 ? (register << 1) ^ 0x171 : register << 1;
    }
    constants.push(constant);
  }
  return constants;
}

const ROUNDS = roundConstants();

function permute(lanes: bigint[]): void {
  for (const constant of ROUNDS) {
    const columns = [0, 1, 2, 3, 4].map((x) => [0, 5, 10, 15, 20].reduce((sum, y) => sum ^ (lanes[x + y] ?? 0n), 0n));
    for (let i = 0; i < 25; i++) {
      const x = i % 5;
      lanes[i] = (lanes[i] ?? 0n) ^ (columns[(x + 4) % 5] ?? 0n) ^ rotate(columns[(x + 1) % 5] ?? 0n, 1);
    }
    let [x, y] = [1, 0];
    let current = lanes[1] ?? 0n;
    for (let t = 0; t < 24; t++) {
      [x, y] = [y, (2 * x + 3 * y) % 5];
      const at = x + 5 * y;
      const next = lanes[at] ?? 0n;
      lanes[at] = rotate(current, (((t + 1) * (t + 2)) / 2) % 64);
      current = next;
    }
    for (let row = 0; row < 25; row += 5) {
      const old = lanes.slice(row, row + 5);
      for (let i = 0; i < 5; i++) {
        lanes[row + i] = (old[i] ?? 0n) ^ (~(old[(i + 1) % 5] ?? 0n) & MASK & (old[(i + 2) % 5] ?? 0n));
      }
    }
    lanes[0] = (lanes[0] ?? 0n) ^ constant;
  }
}

export const SHA3_NAMES = ['sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'shake_128', 'shake_256'] as const;
export type Sha3Name = (typeof SHA3_NAMES)[number];

/** A hash in the making. */
export class Sha3 {
  readonly name: Sha3Name;
  /** Zero where the caller chooses the length. */
  readonly digestSize: number;
  readonly blockSize: number;
  private data = new Uint8Array(0);
  constructor(name: Sha3Name) {
    this.name = name;
    const bits = Number(name.split('_')[1]);
    this.digestSize = name.startsWith('shake') ? 0 : bits / 8;
    this.blockSize = 200 - bits / 4;
  }
  update(bytes: Uint8Array): void {
    const all = new Uint8Array(this.data.length + bytes.length);
    all.set(this.data);
    all.set(bytes, this.data.length);
    this.data = all;
  }
  copy(): Sha3 {
    const result = new Sha3(this.name);
    result.data = this.data;
    return result;
  }
  digest(size = this.digestSize): Uint8Array {
    const rate = this.blockSize;
    const padded = new Uint8Array((Math.floor(this.data.length / rate) + 1) * rate);
    padded.set(this.data);
    padded[this.data.length] = this.name.startsWith('shake') ? 0x1f : 0x06;
    padded[padded.length - 1] = (padded[padded.length - 1] ?? 0) | 0x80;
    const lanes: bigint[] = new Array<bigint>(25).fill(0n);
    const view = new DataView(padded.buffer);
    for (let at = 0; at < padded.length; at += rate) {
      for (let i = 0; i < rate / 8; i++) lanes[i] = (lanes[i] ?? 0n) ^ view.getBigUint64(at + 8 * i, true);
      permute(lanes);
    }
    const bytes: number[] = [];
    while (bytes.length < size) {
      if (bytes.length > 0) permute(lanes);
      for (let i = 0; i < rate; i++) bytes.push(Number(((lanes[i >> 3] ?? 0n) >> BigInt(8 * (i % 8))) & 255n));
    }
    return Uint8Array.from(bytes.slice(0, size));
  }
}
