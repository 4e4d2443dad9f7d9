/** Floating point to the bit: what C's math.h offers and JavaScript's Math does not. */
import { ratioToFloat } from '../objects/int.ts';

const view = new DataView(new ArrayBuffer(8));
const ORDER_TOP = 1n << 63n;

/** `x == mantissa * 2 ** exponent` with 0.5 <= |mantissa| < 1; zeros, infinities and NaN stand for themselves. */
export function frexp(x: number): readonly [mantissa: number, exponent: number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  // Subnormal numbers are lifted into the normal range first.
  const lift = Math.abs(x) < 2 ** -1022 ? 54 : 0;
  view.setFloat64(0, x * 2 ** lift);
  const high = view.getUint32(0);
  view.setUint32(0, (high & 0x800fffff) | 0x3fe00000);
  return [view.getFloat64(0), ((high >>> 20) & 0x7ff) - 1022 - lift];
}

/** `x * 2 ** exponent`, rounded once; infinite on overflow. */
export function ldexp(x: number, exponent: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [mantissa, own] = frexp(x);
  const total = own + exponent;
  if (total > 1024) return x > 0 ? Infinity : -Infinity;
  if (total < -1080) return x > 0 ? 0 : -0;
  if (total >= -1021) return mantissa * 2 * 2 ** (total - 1);
  return mantissa * 2 ** -1000 * 2 ** (total + 1000);
}

/** The position of a float among all floats: neighbours differ by one. */
function ordinal(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  return bits >= ORDER_TOP ? ORDER_TOP - bits : bits;
}

function fromOrdinal(position: bigint): number {
  view.setBigUint64(0, position < 0n ? ORDER_TOP - position : position);
  return view.getFloat64(0);
}

/** The float `steps` floats away from x in the direction of y, not beyond it. */
export function nextAfter(x: number, y: number, steps = 1n): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (x === y) return y;
  const from = ordinal(x);
  const to = ordinal(y);
  const distance = to > from ? to - from : from - to;
  if (steps >= distance) return y;
  const reached = fromOrdinal(to > from ? from + steps : from - steps);
  return reached === 0 && x < 0 ? -0 : reached;
}

export function ulp(x: number): number {
  const size = Math.abs(x);
  if (!Number.isFinite(size)) return size;
  const above = nextAfter(size, Infinity);
  return above === Infinity ? size - nextAfter(size, -Infinity) : above - size;
}

/** CPython: m_remainder. IEEE 754: the quotient is rounded to even. */
export function remainder(x: number, y: number): number {
  if (y === Infinity || y === -Infinity) return x;
  const size = Math.abs(x);
  const by = Math.abs(y);
  const rest = size % by;
  const other = by - rest;
  const result = rest < other ? rest : rest > other ? -other : rest - 2 * ((0.5 * (size - rest)) % by);
  return x < 0 || Object.is(x, -0) ? -result : result;
}

/** A finite float as `mantissa * 2 ** exponent` in integers. */
export function exactParts(x: number): readonly [mantissa: bigint, exponent: number] {
  const [mantissa, exponent] = frexp(x);
  return [BigInt(mantissa * 2 ** 53), exponent - 53];
}

/** `x * y + z`, rounded once. */
export function fma(x: number, y: number, z: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0) return x * y + z;
  // The product is finite, even where it is too large for a float.
  if (!Number.isFinite(z)) return z;
  const [a, aExponent] = exactParts(x);
  const [b, bExponent] = exactParts(y);
  const [c, cExponent] = z === 0 ? [0n, 0] : exactParts(z);
  const low = Math.min(aExponent + bExponent, z === 0 ? Infinity : cExponent);
  const sum = a * b * 2n ** BigInt(aExponent + bExponent - low) + (z === 0 ? 0n : c * 2n ** BigInt(cExponent - low));
  if (sum === 0n) return 0;
  return scaled(sum, low);
}

/** `value * 2 ** exponent` as the nearest float; infinite on overflow. */
export function scaled(value: bigint, exponent: number): number {
  const digits = value.toString(16).length * 4;
  if (digits + exponent > 1030) return value > 0n ? Infinity : -Infinity;
  if (exponent >= 0) return Number(value << BigInt(exponent));
  return ratioToFloat(value, 2n ** BigInt(-exponent));
}

/** The product and its rounding error (Dekker): their sum is exactly `x * y`, barring over- and underflow. */
export function exactProduct(x: number, y: number): readonly [high: number, low: number] {
  const high = x * y;
  if (!Number.isFinite(high) || Math.abs(x) > 2 ** 990 || Math.abs(y) > 2 ** 990) return [high, 0];
  const [x1, x2] = halves(x);
  const [y1, y2] = halves(y);
  return [high, x2 * y2 - (high - x1 * y1 - x2 * y1 - x1 * y2)];
}

/** CPython: a Veltkamp split at 27 bits. */
function halves(x: number): readonly [number, number] {
  const t = x * 134217729;
  const high = t - (t - x);
  return [high, x - high];
}
