/**
 * Numbers as they lie in bytes: what `struct`, `array` and `memoryview` have in common. A format is one letter of
 * `struct`'s; sizes are those of a 64-bit machine.
 */
import { normalizeInt, PyFloat, type Value } from './value.ts';

/** Sizes in bytes where C's compiler decides (`@`). */
export const NATIVE_SIZES: Readonly<Record<string, number>> = {
  x: 1,
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  e: 2,
  f: 4,
  d: 8,
  s: 1,
  p: 1,
};

/** Sizes where the byte order is written (`<`, `>`, `!`, `=`). */
export const STANDARD_SIZES: Readonly<Record<string, number>> = { ...NATIVE_SIZES, l: 4, L: 4 };

export function dataViewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

export function isSigned(code: string): boolean {
  return code === code.toLowerCase();
}

/** The least and the largest integer of so many bytes. */
export function integerLimits(code: string, size: number): readonly [bigint, bigint] {
  const bits = BigInt(size * 8);
  return isSigned(code) ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
}

export function readInteger(view: DataView, at: number, code: string, size: number, isLittle: boolean): Value {
  const signed = isSigned(code);
  if (size === 1) return signed ? view.getInt8(at) : view.getUint8(at);
  if (size === 2) return signed ? view.getInt16(at, isLittle) : view.getUint16(at, isLittle);
  if (size === 4) return signed ? view.getInt32(at, isLittle) : view.getUint32(at, isLittle);
  return normalizeInt(signed ? view.getBigInt64(at, isLittle) : view.getBigUint64(at, isLittle));
}

/** The number must be in its limits. */
export function writeInteger(
  view: DataView,
  at: number,
  size: number,
  number: number | bigint,
  isLittle: boolean,
): void {
  if (size === 8) view.setBigUint64(at, BigInt.asUintN(64, BigInt(number)), isLittle);
  else if (size === 4) view.setUint32(at, Number(number), isLittle);
  else if (size === 2) view.setUint16(at, Number(number), isLittle);
  else view.setUint8(at, Number(number));
}

export function readFloat(view: DataView, at: number, size: number, isLittle: boolean): PyFloat {
  if (size === 8) return new PyFloat(view.getFloat64(at, isLittle));
  return new PyFloat(size === 4 ? view.getFloat32(at, isLittle) : halfToNumber(view.getUint16(at, isLittle)));
}

/** False: too large for so many bytes. */
export function writeFloat(view: DataView, at: number, size: number, number: number, isLittle: boolean): boolean {
  if (size === 8) view.setFloat64(at, number, isLittle);
  else if (size === 4) view.setFloat32(at, number, isLittle);
  else view.setUint16(at, numberToHalf(number), isLittle);
  return size === 8 || !Number.isFinite(number) || Number.isFinite(readFloat(view, at, size, isLittle).value);
}

function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** Rounds half to even. CPython: Objects/floatobject.c, PyFloat_Pack2. */
function numberToHalf(number: number): number {
  const sign = number < 0 || Object.is(number, -0) ? 0x8000 : 0;
  if (Number.isNaN(number)) return 0x7e00;
  const size = Math.abs(number);
  if (size === Number.POSITIVE_INFINITY) return sign | 0x7c00;
  const exponent = size === 0 ? -14 : Math.max(-14, exponentOf(size));
  const units = roundHalfEven(size * 2 ** (10 - exponent));
  // A carry into the next power of two falls into place by itself.
  return sign | Math.min(0x7c00, units + (exponent + 14) * 1024);
}

function exponentOf(size: number): number {
  const guess = Math.floor(Math.log2(size));
  return 2 ** guess > size ? guess - 1 : 2 ** (guess + 1) <= size ? guess + 1 : guess;
}

function roundHalfEven(number: number): number {
  const low = Math.floor(number);
  const rest = number - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}
