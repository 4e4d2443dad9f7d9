/** The integer half of `math`: exact for ints of any size. */
import { OverflowError, raise, ValueError } from '../objects/errors.ts';
import { type Int, intMul } from '../objects/int.ts';
import { asIndex } from '../objects/protocol.ts';
import { normalizeInt, type Value } from '../objects/value.ts';

export function bigSquareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function isqrt(value: Value): Int {
  const n = asIndex(value);
  if (n < 0) return raise(ValueError, 'isqrt() argument must be nonnegative');
  if (typeof n === 'bigint') return normalizeInt(bigSquareRoot(n));
  const root = Math.floor(Math.sqrt(n));
  return root * root > n ? root - 1 : root;
}

/** low * (low + 1) * … * high, by halves, so that the factors stay of like size. */
function rangeProduct(low: bigint, high: bigint): bigint {
  if (high < low) return 1n;
  if (high - low < 8n) {
    let product = low;
    for (let factor = low + 1n; factor <= high; factor++) product *= factor;
    return product;
  }
  const middle = (low + high) >> 1n;
  return rangeProduct(low, middle) * rangeProduct(middle + 1n, high);
}

export function factorial(value: Value): Int {
  const n = asIndex(value);
  if (n < 0) return raise(ValueError, 'factorial() not defined for negative values');
  if (n > FACTORIAL_MAX) return raise(OverflowError, `factorial() argument should not exceed ${LONG_MAX}`);
  return normalizeInt(rangeProduct(1n, BigInt(n)));
}

const LONG_MAX = '9223372036854775807';
/** DIVERGES: CPython goes on to LONG_MAX, as far as memory lasts. */
const FACTORIAL_MAX = 1_000_000;

export function perm(value: Value, count: Value = null): Int {
  if (count === null) return factorial(value);
  const n = asIndex(value);
  const k = asIndex(count);
  if (n < 0) return raise(ValueError, 'n must be a non-negative integer');
  if (k < 0) return raise(ValueError, 'k must be a non-negative integer');
  if (n < k) return 0;
  return normalizeInt(rangeProduct(BigInt(n) - BigInt(k) + 1n, BigInt(n)));
}

export function comb(value: Value, count: Value): Int {
  const n = asIndex(value);
  const k = asIndex(count);
  if (n < 0) return raise(ValueError, 'n must be a non-negative integer');
  if (k < 0) return raise(ValueError, 'k must be a non-negative integer');
  if (n < k) return 0;
  const rest = BigInt(n) - BigInt(k);
  const chosen = rest < BigInt(k) ? rest : BigInt(k);
  return normalizeInt(rangeProduct(BigInt(n) - chosen + 1n, BigInt(n)) / rangeProduct(1n, chosen));
}

function gcdOf(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }
  let x = BigInt(a);
  let y = BigInt(b);
  while (y !== 0n) [x, y] = [y, x % y];
  return normalizeInt(x < 0n ? -x : x);
}

export function gcd(values: readonly Value[]): Int {
  return values.map(asIndex).reduce(gcdOf, 0);
}

export function lcm(values: readonly Value[]): Int {
  return values.map(asIndex).reduce((a: Int, b: Int): Int => {
    if (a === 0 || b === 0) return 0;
    const product = intMul(normalizeInt(BigInt(a) / BigInt(gcdOf(a, b))), b);
    return product < 0 ? normalizeInt(-BigInt(product)) : product;
  }, 1);
}
