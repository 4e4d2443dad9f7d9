/**
 * CPython's hashes of tuples and frozensets, bit for bit (64-bit build): the order of sets and of what is printed depends on them.
 * 64-bit words are kept as two signed 32-bit halves.
 */
import { hash } from './protocol.ts';
import { normalizeInt, type Value } from './value.ts';

/** CPython: Objects/object.c, none_hash. */
export const NONE_HASH = 0xfca86420;

/** `hash(x)` without a call for the simplest values. */
export function hashOf(value: Value): number | bigint {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  if (value === null) return NONE_HASH;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return hash(value);
}

export function low32(word: number | bigint): number {
  return typeof word === 'number' ? word | 0 : Number(BigInt.asIntN(32, word));
}

export function high32(word: number | bigint): number {
  return typeof word === 'number' ? Math.floor(word / 4294967296) | 0 : Number(BigInt.asIntN(32, word >> 32n));
}

/** The signed 64-bit integer with these halves. */
export function joinWord(high: number, low: number): number | bigint {
  if (high >= -0x1fffff && high < 0x1fffff) return high * 4294967296 + (low >>> 0);
  return normalizeInt((BigInt(high) << 32n) | BigInt(low >>> 0));
}

/** The high half of the 64-bit product of two unsigned 32-bit numbers. */
function multiplyHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const middle = a1 * b0 + ((a0 * b0) >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  return (a1 * b1 + (middle >>> 16) + (other >>> 16)) | 0;
}

const PRIME_1 = { high: 0x9e3779b1 | 0, low: 0x85ebca87 | 0 };
const PRIME_2 = { high: 0xc2b2ae3d | 0, low: 0x27d4eb4f | 0 };
const PRIME_5 = { high: 0x27d4eb2f | 0, low: 0x165667c5 | 0 };

/** CPython: Objects/tupleobject.c, tuple_hash (a simplified xxHash). */
export function tupleHash(items: readonly Value[]): number | bigint {
  return joinedTupleHash(items, joinWord);
}

/** What `foldHash(tupleHash(items))` gives, without the big number in between. */
export function foldedTupleHash(items: readonly Value[]): number {
  return joinedTupleHash(items, fold);
}

/** A hash as 32 bits: quick to look up; who uses it compares as well. */
export function foldHash(word: number | bigint): number {
  return fold(high32(word), low32(word));
}

function fold(high: number, low: number): number {
  return high ^ low;
}

function joinedTupleHash<T>(items: readonly Value[], join: (high: number, low: number) => T): T {
  let high = PRIME_5.high;
  let low = PRIME_5.low;
  for (let i = 0; i < items.length; i++) {
    const lane = hashOf(items[i] as Value);
    const laneLow = low32(lane);
    const laneHigh = high32(lane);
    // acc += lane * PRIME_2
    const productLow = Math.imul(laneLow, PRIME_2.low);
    const productHigh =
      (multiplyHigh(laneLow, PRIME_2.low) + Math.imul(laneHigh, PRIME_2.low) + Math.imul(laneLow, PRIME_2.high)) | 0;
    const sumLow = (low + productLow) | 0;
    const sumHigh = (high + productHigh + (sumLow >>> 0 < low >>> 0 ? 1 : 0)) | 0;
    // acc = rotate left by 31
    low = (sumLow << 31) | (sumHigh >>> 1);
    high = (sumHigh << 31) | (sumLow >>> 1);
    // acc *= PRIME_1
    const nextHigh = (multiplyHigh(low, PRIME_1.low) + Math.imul(high, PRIME_1.low) + Math.imul(low, PRIME_1.high)) | 0;
    low = Math.imul(low, PRIME_1.low);
    high = nextHigh;
  }
  // acc += len ^ (PRIME_5 ^ 3527539)
  const addLow = items.length ^ PRIME_5.low ^ 3527539;
  const resultLow = (low + addLow) | 0;
  const resultHigh = (high + PRIME_5.high + (resultLow >>> 0 < low >>> 0 ? 1 : 0)) | 0;
  if (resultLow === -1 && resultHigh === -1) return join(0, 1546275796);
  return join(resultHigh, resultLow);
}

const MASK_64 = 0xffffffffffffffffn;

/** CPython: Objects/setobject.c, frozenset_hash. */
export function frozensetHash(elements: Iterable<Value>, size: number): number | bigint {
  let hashed = 0n;
  for (const element of elements) {
    const h = BigInt.asUintN(64, BigInt(hashOf(element)));
    hashed ^= ((h ^ 89869747n ^ ((h << 16n) & MASK_64)) * 3644798167n) & MASK_64;
  }
  hashed ^= (BigInt(size + 1) * 1927868237n) & MASK_64;
  hashed ^= (hashed >> 11n) ^ (hashed >> 25n);
  hashed = (hashed * 69069n + 907133923n) & MASK_64;
  return hashed === MASK_64 ? 590923713 : normalizeInt(BigInt.asIntN(64, hashed));
}
