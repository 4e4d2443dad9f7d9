/** MD5 (RFC 1321), SHA-1 and the 32-bit half of SHA-2 (FIPS 180-4): hashes of 64-byte blocks over 32-bit words. */

import { sha2Constants } from './sha2.ts';

export type BlockHashName = 'md5' | 'sha1' | 'sha224' | 'sha256';
type Compress = (state: Int32Array, block: DataView) => void;

interface Design {
  readonly start: () => readonly number[];
  readonly digestSize: number;
  readonly isLittleEndian: boolean;
  readonly compress: Compress;
}

const MD5_SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const MD5_SINES = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by));
}

function compressMd5(state: Int32Array, block: DataView): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let i = 0; i < 64; i++) {
    const round = i >> 4;
    const [mixed, at] =
      round === 0
        ? [(b & c) | (~b & d), i]
        : round === 1
          ? [(d & b) | (~d & c), (5 * i + 1) % 16]
          : round === 2
            ? [b ^ c ^ d, (3 * i + 5) % 16]
            : [c ^ (b | ~d), (7 * i) % 16];
    const sum = (a + mixed + (MD5_SINES[i] ?? 0) + block.getInt32(at * 4, true)) | 0;
    const next = (b + rotate(sum, MD5_SHIFTS[round * 4 + (i % 4)] ?? 0)) | 0;
    [a, d, c, b] = [d, c, b, next];
  }
  add(state, [a, b, c, d]);
}

function compressSha1(state: Int32Array, block: DataView): void {
  const words = new Int32Array(80);
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(i * 4);
  for (let i = 16; i < 80; i++) {
    words[i] = rotate((words[i - 3] ?? 0) ^ (words[i - 8] ?? 0) ^ (words[i - 14] ?? 0) ^ (words[i - 16] ?? 0), 1);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const [mixed, key] =
      i < 20
        ? [(b & c) | (~b & d), 0x5a827999]
        : i < 40
          ? [b ^ c ^ d, 0x6ed9eba1]
          : i < 60
            ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
            : [b ^ c ^ d, 0xca62c1d6];
    const next = (rotate(a, 5) + mixed + e + key + (words[i] ?? 0)) | 0;
    [e, d, c, b, a] = [d, c, rotate(b, 30), a, next];
  }
  add(state, [a, b, c, d, e]);
}

function add(state: Int32Array, words: readonly number[]): void {
  for (const [i, word] of words.entries()) state[i] = ((state[i] ?? 0) + word) | 0;
}

let roundKeys: Int32Array | undefined;

function compressSha256(state: Int32Array, block: DataView): void {
  roundKeys ??= Int32Array.from(sha2Constants().rounds.slice(0, 64), (word) => Number(word >> 32n) | 0);
  const words = new Int32Array(64);
  for (let i = 0; i < 16; i++) words[i] = block.getInt32(i * 4);
  for (let i = 16; i < 64; i++) {
    const [x = 0, y = 0] = [words[i - 15], words[i - 2]];
    const first = rotate(x, 25) ^ rotate(x, 14) ^ (x >>> 3);
    const second = rotate(y, 15) ^ rotate(y, 13) ^ (y >>> 10);
    words[i] = ((words[i - 16] ?? 0) + first + (words[i - 7] ?? 0) + second) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const big1 = rotate(e, 26) ^ rotate(e, 21) ^ rotate(e, 7);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + (roundKeys[i] ?? 0) + (words[i] ?? 0)) | 0;
    const big0 = rotate(a, 30) ^ rotate(a, 19) ^ rotate(a, 10);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  add(state, [a, b, c, d, e, f, g, h]);
}

const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
const SHA2 = { isLittleEndian: false, compress: compressSha256 };
const low = (word: bigint) => Number(word & 0xffffffffn);
const DESIGNS: Readonly<Record<BlockHashName, Design>> = {
  md5: { start: () => START.slice(0, 4), digestSize: 16, isLittleEndian: true, compress: compressMd5 },
  sha1: { start: () => START, digestSize: 20, isLittleEndian: false, compress: compressSha1 },
  sha224: { start: () => sha2Constants().second.map(low), digestSize: 28, ...SHA2 },
  sha256: { start: () => sha2Constants().first.map((word) => Number(word >> 32n)), digestSize: 32, ...SHA2 },
};

/** A hash in the making. */
export class BlockHash {
  readonly name: BlockHashName;
  readonly blockSize = 64;
  readonly digestSize: number;
  private readonly state: Int32Array;
  private pending = new Uint8Array(0);
  private length = 0;
  constructor(name: BlockHashName) {
    this.name = name;
    this.state = Int32Array.from(DESIGNS[name].start(), (word) => word | 0);
    this.digestSize = DESIGNS[name].digestSize;
  }
  update(bytes: Uint8Array): void {
    const all = new Uint8Array(this.pending.length + bytes.length);
    all.set(this.pending);
    all.set(bytes, this.pending.length);
    this.length += bytes.length;
    let at = 0;
    for (; at + 64 <= all.length; at += 64) DESIGNS[this.name].compress(this.state, new DataView(all.buffer, at, 64));
    this.pending = all.slice(at);
  }
  copy(): BlockHash {
    const result = new BlockHash(this.name);
    result.state.set(this.state);
    result.pending = this.pending.slice();
    result.length = this.length;
    return result;
  }
  digest(): Uint8Array {
    const last = this.copy();
    const { isLittleEndian } = DESIGNS[this.name];
    const used = this.pending.length + 9;
    const padding = new Uint8Array(9 + ((64 - (used % 64)) % 64));
    padding[0] = 0x80;
    new DataView(padding.buffer).setBigUint64(padding.length - 8, BigInt(this.length) * 8n, isLittleEndian);
    last.update(padding);
    const bytes = new DataView(new ArrayBuffer(last.state.length * 4));
    for (const [i, word] of last.state.entries()) bytes.setInt32(i * 4, word, isLittleEndian);
    return new Uint8Array(bytes.buffer).slice(0, this.digestSize);
  }
}
