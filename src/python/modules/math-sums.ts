/** fsum, sumprod, prod, hypot and dist: sums without the errors of adding (Modules/mathmodule.c). */
import { OverflowError, raise, ValueError } from '../objects/errors.ts';
import { intAdd, intMul } from '../objects/int.ts';
import { binaryOp } from '../objects/operators.ts';
import { asFloat, each, getIter, iterNext, toArray } from '../objects/protocol.ts';
import { PyFloat, type Value } from '../objects/value.ts';
import { exactProduct, frexp, ldexp } from './math-bits.ts';

const ADD = 0;
const MULTIPLY = 2;

/** CPython: math_fsum. Shewchuk's partials: their exact sum is the sum so far. */
export class ExactSum {
  private partials: number[] = [];
  private special = 0;
  private infinities = 0;
  add(value: number): void {
    let x = value;
    const kept: number[] = [];
    for (const partial of this.partials) {
      let y = partial;
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) kept.push(low);
      x = high;
    }
    if (Number.isFinite(x)) {
      if (x !== 0) kept.push(x);
      this.partials = kept;
      return;
    }
    if (Number.isFinite(value)) return raise(OverflowError, 'intermediate overflow in fsum');
    if (!Number.isNaN(value)) this.infinities += value;
    this.special += value;
    this.partials = [];
  }
  /** The sum, rounded once, half to even. */
  total(): number {
    if (this.special !== 0)
      return Number.isNaN(this.infinities) ? raise(ValueError, '-inf + inf in fsum') : this.special;
    const { partials } = this;
    let n = partials.length;
    if (n === 0) return 0;
    let high = partials[--n] ?? 0;
    let low = 0;
    while (n > 0) {
      const x = high;
      const y = partials[--n] ?? 0;
      high = x + y;
      low = y - (high - x);
      if (low !== 0) break;
    }
    const next = partials[n - 1] ?? 0;
    if (n > 0 && ((low < 0 && next < 0) || (low > 0 && next > 0))) {
      const y = low * 2;
      const x = high + y;
      if (y === x - high) high = x;
    }
    return high;
  }
}

export function fsum(iterable: Value): PyFloat {
  const sum = new ExactSum();
  for (const item of each(iterable)) sum.add(asFloat(item));
  return new PyFloat(sum.total());
}

function isExactInt(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

export function prod(iterable: Value, start: Value = 1): Value {
  let result = start;
  for (const item of each(iterable)) {
    if (isExactInt(result) && isExactInt(item)) result = intMul(result, item);
    else result = binaryOp(MULTIPLY, result, item);
  }
  return result;
}

/** CPython: math_sumprod_impl. Ints exactly, floats in extended precision, everything else by its operators. */
export function sumprod(p: Value, q: Value): Value {
  const left = getIter(p);
  const right = getIter(q);
  const pairs: [Value, Value][] = [];
  for (;;) {
    const a = iterNext(left);
    const b = iterNext(right);
    if (a === undefined && b === undefined) break;
    if (a === undefined || b === undefined) return raise(ValueError, 'Inputs are not the same length');
    pairs.push([a, b]);
  }
  if (pairs.length > 0 && pairs.every(isFloatPair)) return floatSumprod(pairs);
  let total: Value = 0;
  for (const [a, b] of pairs) {
    if (isExactInt(a) && isExactInt(b) && isExactInt(total)) total = intAdd(total, intMul(a, b));
    else total = binaryOp(ADD, total, binaryOp(MULTIPLY, a, b));
  }
  return total;
}

function isFloatPair([a, b]: readonly [Value, Value]): boolean {
  return (
    (a instanceof PyFloat && (b instanceof PyFloat || typeof b === 'number')) ||
    (b instanceof PyFloat && typeof a === 'number')
  );
}

function floatSumprod(pairs: readonly (readonly [Value, Value])[]): Value {
  const sum = new ExactSum();
  let plain = 0;
  for (const [a, b] of pairs) {
    const [high, low] = exactProduct(asFloat(a), asFloat(b));
    plain += high;
    if (Number.isFinite(plain)) {
      sum.add(high);
      sum.add(low);
    }
  }
  return new PyFloat(Number.isFinite(plain) ? sum.total() : plain);
}

/** CPython: vector_norm. */
export function norm(values: readonly number[]): number {
  const sizes = values.map(Math.abs);
  if (sizes.includes(Infinity)) return Infinity;
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  if (Number.isNaN(largest) || largest === 0 || sizes.length < 2) return largest;
  const exponent = frexp(largest)[1];
  if (exponent < -1023) return 2 ** -1022 * norm(sizes.map((size) => size / 2 ** -1022));
  const sum = { high: 1, products: 0, sums: 0 };
  for (const size of sizes) {
    const x = ldexp(size, -exponent);
    addProduct(sum, x, x);
  }
  const h = Math.sqrt(sum.high - 1 + (sum.products + sum.sums));
  addProduct(sum, -h, h);
  const correction = sum.high - 1 + (sum.products + sum.sums);
  return ldexp(h + correction / (2 * h), exponent);
}

function addProduct(sum: { high: number; products: number; sums: number }, x: number, y: number): void {
  const [high, low] = exactProduct(x, y);
  const next = sum.high + high;
  sum.sums += sum.high - next + high;
  sum.products += low;
  sum.high = next;
}

export function dist(p: Value, q: Value): PyFloat {
  const from = toArray(p).map(asFloat);
  const to = toArray(q).map(asFloat);
  if (from.length !== to.length) return raise(ValueError, 'both points must have the same number of dimensions');
  return new PyFloat(norm(from.map((x, index) => x - (to[index] ?? 0))));
}
