/**
 * `pow` of floats as C libraries have it. JavaScript's `**` is off in the last digit for one pair in fifteen (`2 ** 1.5`).
 */
import { exponential, logarithm, multiply } from './double-double.ts';

/** `base ** exponent`. */
export function powDouble(base: number, exponent: number): number {
  const rough = base ** exponent;
  if (exponent === 2) return base * base;
  if (exponent === 0.5 && base > 0) return Math.sqrt(base);
  if (exponent === -1 || exponent === 1) return exponent === 1 ? base : 1 / base;
  // At the edges of the range (and for what is no ordinary number) JavaScript's answer is as good.
  const size = Math.abs(rough);
  if (
    !(size > 1e-290 && size < 1e300) ||
    base === 0 ||
    !Number.isFinite(base) ||
    !Number.isFinite(exponent) ||
    size === 1
  )
    return rough;
  const value = Math.abs(base);
  const result = exponential(multiply(logarithm(value), { high: exponent, low: 0 }));
  const magnitude = (result.value.high + result.value.low) * 2 ** result.exponent;
  return rough < 0 ? -magnitude : magnitude;
}
