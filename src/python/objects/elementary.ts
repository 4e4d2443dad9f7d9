/**
 * Exponentials and logarithms, correctly rounded in all but the rarest cases; JavaScript's are off in the last digit for one
 * argument in ten. What is built on them follows the formulas of C libraries (fdlibm).
 */
import { type Double2, divide, exponential, LN2, logarithm, multiply, product } from './double-double.ts';

const LN10 = logarithm(10);
/** Beyond, JavaScript's answer is as good: it ends in zero or in infinity. */
const EXPONENT_MAX = 700;

function single({ high, low }: Double2): number {
  return high + low;
}

export function exp(x: number): number {
  if (!(Math.abs(x) < EXPONENT_MAX)) return Math.exp(x);
  const { value, exponent } = exponential({ high: x, low: 0 });
  return single(value) * 2 ** exponent;
}

export function exp2(x: number): number {
  if (!(Math.abs(x) < 1000) || Number.isInteger(x)) return 2 ** x;
  const { value, exponent } = exponential(multiply({ high: x, low: 0 }, LN2));
  return single(value) * 2 ** exponent;
}

export function log(x: number): number {
  return isOrdinary(x) ? single(logarithm(x)) : Math.log(x);
}

export function log2(x: number): number {
  return isOrdinary(x) ? single(divide(logarithm(x), LN2)) : Math.log2(x);
}

export function log10(x: number): number {
  return isOrdinary(x) ? single(divide(logarithm(x), LN10)) : Math.log10(x);
}

function isOrdinary(x: number): boolean {
  return x > 0 && x < Infinity && x !== 1;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size < EXPONENT_MAX)) return Math.cosh(x);
  if (size < Math.LN2) {
    const t = Math.expm1(size);
    return 1 + (t * t) / (2 * (1 + t));
  }
  const t = exp(size);
  return 0.5 * (t + 1 / t);
}

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size < EXPONENT_MAX) || size < 2 ** -26) return Math.sinh(x);
  const t = Math.expm1(size);
  const half = x < 0 ? -0.5 : 0.5;
  return size < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
}

export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size > 2 ** -26) || size > 20) return Math.tanh(x);
  const t = Math.expm1(size > 0.25541281188299536 ? 2 * size : -2 * size);
  const result = size > 0.5493061443340549 ? 1 - 2 / (t + 2) : size > 0.25541281188299536 ? t / (t + 2) : -t / (t + 2);
  return x < 0 ? -result : result;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (!(size > 2 ** -26) || size >= 2 ** 26) return Math.asinh(x);
  const square = size * size;
  const root = Math.sqrt(square + 1);
  const result = size >= 2 ? log(2 * size + 1 / (root + size)) : Math.log1p(size + square / (root + 1));
  return x < 0 ? -result : result;
}

export function acosh(x: number): number {
  if (!(x > 1) || x >= 2 ** 26) return Math.acosh(x);
  if (x < 2) return Math.log1p(x - 1 + Math.sqrt((x - 1) * (x - 1) + 2 * (x - 1)));
  return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
}

const FAR = 2 ** 500;
const SCALE = 2 ** 600;

/** The length of a vector, as musl has it. JavaScript's own is off in the last digit for two in five. */
export function hypot(x: number, y: number): number {
  const most = Math.max(Math.abs(x), Math.abs(y));
  const least = Math.min(Math.abs(x), Math.abs(y));
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  if (!(least > 0)) return most;
  if (most > FAR) return hypot(most / SCALE, least / SCALE) * SCALE;
  if (least < 1 / FAR) return most > SCALE * least ? most : hypot(most * SCALE, least * SCALE) / SCALE;
  const a = product(most, most);
  const b = product(least, least);
  return Math.sqrt(b.low + a.low + b.high + a.high);
}
