/**
 * Numbers as unevaluated sums of two doubles ("double-double": about 106 bits), for the functions that C libraries round
 * correctly in all but the rarest cases and JavaScript's own do not: a printed float shows its last digit.
 */

export interface Double2 {
  readonly high: number;
  readonly low: number;
}

const SPLITTER = 134217729;

function sum(a: number, b: number): Double2 {
  const high = a + b;
  const part = high - a;
  return { high, low: a - (high - part) + (b - part) };
}

/** Veltkamp and Dekker: the product and its rounding error. */
export function product(a: number, b: number): Double2 {
  const high = a * b;
  const aShifted = a * SPLITTER;
  const aHigh = aShifted - (aShifted - a);
  const bShifted = b * SPLITTER;
  const bHigh = bShifted - (bShifted - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return { high, low: aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

export function add(a: Double2, b: Double2): Double2 {
  const first = sum(a.high, b.high);
  return sum(first.high, first.low + a.low + b.low);
}

export function multiply(a: Double2, b: Double2): Double2 {
  const first = product(a.high, b.high);
  return sum(first.high, first.low + (a.high * b.low + a.low * b.high));
}

export function divide(a: Double2, b: Double2): Double2 {
  const quotient = a.high / b.high;
  const back = multiply({ high: quotient, low: 0 }, b);
  const rest = add(a, { high: -back.high, low: -back.low });
  return sum(quotient, rest.high / b.high);
}

export const LN2: Double2 = { high: Math.LN2, low: 2.3190468138462996e-17 };
const ONE: Double2 = { high: 1, low: 0 };

/** The Taylor coefficients 1/n!, n = 2…. */
const INVERSE_FACTORIALS: readonly Double2[] = inverseFactorials(14);

function inverseFactorials(count: number): Double2[] {
  const result: Double2[] = [];
  let value = ONE;
  for (let n = 2; n <= count; n++) {
    value = divide(value, { high: n, low: 0 });
    result.push(value);
  }
  return result;
}

/** `e ** x` as a double-double and a power of two. */
export function exponential(x: Double2): { readonly value: Double2; readonly exponent: number } {
  const exponent = Math.round(x.high / LN2.high);
  const reduced = add(x, multiply({ high: -exponent, low: 0 }, LN2));
  // e**r = (e**(r/64))**64: six squarings of e**s - 1, which keeps the small part exact.
  const small = { high: reduced.high / 64, low: reduced.low / 64 };
  let power = small;
  let less = small;
  for (const coefficient of INVERSE_FACTORIALS) {
    power = multiply(power, small);
    less = add(less, multiply(power, coefficient));
    if (Math.abs(power.high) < 1e-40) break;
  }
  for (let count = 0; count < 6; count++) less = add(multiply(less, less), { high: less.high * 2, low: less.low * 2 });
  return { value: add(ONE, less), exponent };
}

/** `ln(m)` for m near 1: one Newton step from the double nearest to it. */
function nearOne(m: number): Double2 {
  const guess = Math.log(m);
  const { value, exponent } = exponential({ high: guess, low: 0 });
  const scale = 2 ** exponent;
  const power = { high: value.high * scale, low: value.low * scale };
  const difference = add({ high: m, low: 0 }, { high: -power.high, low: -power.low });
  const ratio = divide({ high: difference.high * 2, low: difference.low * 2 }, add(power, { high: m, low: 0 }));
  return add({ high: guess, low: 0 }, ratio);
}

/** `ln(value)` of a positive, finite number. */
export function logarithm(value: number): Double2 {
  let twos = value < 2.3e-308 ? -1074 : Math.floor(Math.log2(value));
  let mantissa = twos === -1074 ? value / 2 ** -1074 : value / 2 ** twos;
  while (mantissa > Math.SQRT2) {
    mantissa /= 2;
    twos++;
  }
  return add(nearOne(mantissa), multiply({ high: twos, low: 0 }, LN2));
}
