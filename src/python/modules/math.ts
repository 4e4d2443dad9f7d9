/** The module `math` (Modules/mathmodule.c). DIVERGES: trigonometric functions are JavaScript's, which may differ from libm's in the last bit. */

import { acosh, asinh, cosh, exp, exp2, log2, log10, log as naturalLog, sinh, tanh } from '../objects/elementary.ts';
import { OverflowError, raise, TypeError, ValueError, ZeroDivisionError } from '../objects/errors.ts';
import { powDouble } from '../objects/float-pow.ts';
import { bitLength } from '../objects/int.ts';
import { nativeFunction, rawFunction } from '../objects/native.ts';
import { asFloat, asIndex, callSpecial, repr } from '../objects/protocol.ts';
import { isInt } from '../objects/sequences.ts';
import { normalizeInt, PyFloat, PyTuple, typeOf, type Value } from '../objects/value.ts';
import { fma, frexp, ldexp, nextAfter, remainder, ulp } from './math-bits.ts';
import { erf, erfc } from './math-error.ts';
import { comb, factorial, gcd, isqrt, lcm, perm } from './math-integer.ts';
import { gamma, lgamma } from './math-special.ts';
import { dist, fsum, norm, prod, sumprod } from './math-sums.ts';

type Entry = readonly [string, Value];

const DOMAIN = 'math domain error';
const RANGE = 'math range error';

/**
 * CPython: math_1. A function of one float. `wanted` says what a good argument is; NaN or infinite for a good argument means
 * a bad argument or, where the function can overflow, OverflowError.
 */
function float1(
  name: string,
  operate: (x: number) => number,
  options: { readonly wanted?: string; readonly overflows?: boolean } = {},
): Entry {
  return [
    name,
    nativeFunction(name, 'x, /', (value: Value) => {
      const x = asFloat(value);
      const r = operate(x);
      if (Number.isNaN(r) && !Number.isNaN(x)) return badArgument(x, options.wanted);
      if (!Number.isFinite(r) && Number.isFinite(x))
        return options.overflows ? raise(OverflowError, RANGE) : badArgument(x, options.wanted);
      return new PyFloat(r);
    }),
  ];
}

function badArgument(x: number, wanted: string | undefined): never {
  return raise(ValueError, wanted === undefined ? DOMAIN : `${wanted}, got ${repr(new PyFloat(x))}`);
}

const FINITE = { wanted: 'expected a finite input' };
const UNIT = { wanted: 'expected a number in range from -1 up to 1' };
const GAMMA = { wanted: 'expected a noninteger or positive integer', overflows: true };
const OVERFLOWS = { overflows: true };

const FLOAT_FUNCTIONS: readonly Entry[] = [
  float1('sqrt', Math.sqrt, { wanted: 'expected a nonnegative input' }),
  float1('cbrt', Math.cbrt),
  float1('exp', exp, OVERFLOWS),
  float1('exp2', exp2, OVERFLOWS),
  float1('expm1', Math.expm1, OVERFLOWS),
  float1('log1p', Math.log1p, { wanted: 'expected argument value > -1' }),
  float1('sin', Math.sin, FINITE),
  float1('cos', Math.cos, FINITE),
  float1('tan', Math.tan, FINITE),
  float1('asin', Math.asin, UNIT),
  float1('acos', Math.acos, UNIT),
  float1('atan', Math.atan),
  float1('sinh', sinh, OVERFLOWS),
  float1('cosh', cosh, OVERFLOWS),
  float1('tanh', tanh),
  float1('asinh', asinh),
  float1('acosh', acosh, { wanted: 'expected argument value not less than 1' }),
  float1('atanh', Math.atanh, { wanted: 'expected a number between -1 and 1' }),
  float1('fabs', Math.abs),
  float1('erf', erf),
  float1('erfc', erfc),
  float1('gamma', gamma, GAMMA),
  float1('lgamma', lgamma, GAMMA),
  float1('ulp', ulp, OVERFLOWS),
  float1('degrees', (x) => x * (180 / Math.PI), OVERFLOWS),
  float1('radians', (x) => x * (Math.PI / 180)),
];

/** CPython: loghelper. The logarithm of an int of any size. */
function logarithm(value: Value, log: (x: number) => number): number {
  if (isInt(value)) {
    const n = asIndex(value);
    if (n <= 0) return raise(ValueError, 'expected a positive input');
    if (Number.isFinite(Number(n))) return log(Number(n));
    const bits = bitLength(n);
    return log(ldexp(Number(BigInt(n) >> BigInt(bits - 64)), -64)) + log(2) * bits;
  }
  const x = asFloat(value);
  return x <= 0 ? badArgument(x, 'expected a positive input') : log(x);
}

function log(args: readonly Value[]): PyFloat {
  const [x, base] = args;
  if (x === undefined) return raise(TypeError, 'log expected at least 1 argument, got 0');
  if (args.length > 2) return raise(TypeError, `log expected at most 2 arguments, got ${args.length}`);
  const numerator = logarithm(x, naturalLog);
  if (base === undefined) return new PyFloat(numerator);
  const denominator = logarithm(base, naturalLog);
  return denominator === 0 ? raise(ZeroDivisionError, 'division by zero') : new PyFloat(numerator / denominator);
}

/** CPython: math_pow_impl. */
function power(a: Value, b: Value): PyFloat {
  const x = asFloat(a);
  const y = asFloat(b);
  if (x === 1 || y === 0 || (x === -1 && Math.abs(y) === Infinity)) return new PyFloat(1);
  const r = powDouble(x, y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return new PyFloat(r);
  if (Number.isNaN(r) || (x === 0 && !Number.isFinite(r))) return raise(ValueError, DOMAIN);
  return Number.isFinite(r) ? new PyFloat(r) : raise(OverflowError, RANGE);
}

/** fmod and remainder: no infinite dividend, no zero divisor. */
function modulo(operate: (x: number, y: number) => number, a: Value, b: Value): PyFloat {
  const x = asFloat(a);
  const y = asFloat(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return new PyFloat(Number.NaN);
  if (!Number.isFinite(x) || y === 0) return raise(ValueError, DOMAIN);
  return new PyFloat(operate(x, y));
}

/** An integral float as an int. */
function floatToInt(x: number): Value {
  if (Number.isNaN(x)) return raise(ValueError, 'cannot convert float NaN to integer');
  if (!Number.isFinite(x)) return raise(OverflowError, 'cannot convert float infinity to integer');
  return Number.isSafeInteger(x) ? x + 0 : normalizeInt(BigInt(x));
}

function rounded(name: string, operate: (x: number) => number): Entry {
  return [
    name,
    nativeFunction(name, 'x, /', (value: Value) => {
      if (value instanceof PyFloat) return floatToInt(operate(value.value));
      const result = callSpecial(value, `__${name}__`);
      return result === undefined ? floatToInt(operate(asFloat(value))) : result;
    }),
  ];
}

function isClose(a: Value, b: Value, relative?: Value, absolute?: Value): boolean {
  const x = asFloat(a);
  const y = asFloat(b);
  const rel = relative === undefined ? 1e-9 : asFloat(relative);
  const abs = absolute === undefined ? 0 : asFloat(absolute);
  if (rel < 0 || abs < 0) return raise(ValueError, 'tolerances must be non-negative');
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const difference = Math.abs(y - x);
  return difference <= Math.abs(rel * y) || difference <= Math.abs(rel * x) || difference <= abs;
}

function ldexpOf(value: Value, exponent: Value): PyFloat {
  const x = asFloat(value);
  if (!isInt(exponent)) return raise(TypeError, 'Expected an int as second argument to ldexp.');
  const r = ldexp(x, Math.max(-1e9, Math.min(1e9, Number(asIndex(exponent)))));
  return Number.isFinite(x) && !Number.isFinite(r) ? raise(OverflowError, RANGE) : new PyFloat(r);
}

function nextAfterOf(x: Value, y: Value, steps: Value = null): PyFloat {
  const count = steps === null ? 1n : BigInt(asIndex(steps));
  return count < 0n
    ? raise(ValueError, 'steps must be a non-negative integer')
    : new PyFloat(nextAfter(asFloat(x), asFloat(y), count));
}

function fmaOf(a: Value, b: Value, c: Value): PyFloat {
  const [x, y, z] = [asFloat(a), asFloat(b), asFloat(c)];
  const r = fma(x, y, z);
  if (Number.isFinite(r)) return new PyFloat(r);
  if (Number.isNaN(r))
    return [x, y, z].some(Number.isNaN) ? new PyFloat(r) : raise(ValueError, 'invalid operation in fma');
  return [x, y, z].every(Number.isFinite) ? raise(OverflowError, 'overflow in fma') : new PyFloat(r);
}

function modf(value: Value): PyTuple {
  const x = asFloat(value);
  const whole = Math.trunc(x);
  const sign = x < 0 || Object.is(x, -0) ? -1 : 1;
  const fraction = Number.isFinite(x) ? Math.abs(x - whole) * sign : Number.isNaN(x) ? x : 0 * sign;
  return new PyTuple([new PyFloat(fraction), new PyFloat(whole)]);
}

function hypot(args: readonly Value[]): PyFloat {
  const r = norm(args.map(asFloat));
  return r === Infinity && args.every((arg) => Number.isFinite(asFloat(arg)))
    ? raise(OverflowError, RANGE)
    : new PyFloat(r);
}

const OTHERS: readonly Entry[] = [
  rounded('floor', Math.floor),
  rounded('ceil', Math.ceil),
  [
    'trunc',
    nativeFunction('trunc', 'x, /', (value: Value) => {
      if (value instanceof PyFloat) return floatToInt(Math.trunc(value.value));
      const result = callSpecial(value, '__trunc__');
      return result === undefined
        ? raise(TypeError, `type ${typeOf(value).tpName} doesn't define __trunc__ method`)
        : result;
    }),
  ],
  ['log', rawFunction('log', log)],
  ['log2', nativeFunction('log2', 'x, /', (x: Value) => new PyFloat(logarithm(x, log2)))],
  ['log10', nativeFunction('log10', 'x, /', (x: Value) => new PyFloat(logarithm(x, log10)))],
  ['pow', nativeFunction('pow', 'x, y, /', power)],
  ['fmod', nativeFunction('fmod', 'x, y, /', (x: Value, y: Value) => modulo((a, b) => a % b, x, y))],
  ['remainder', nativeFunction('remainder', 'x, y, /', (x: Value, y: Value) => modulo(remainder, x, y))],
  [
    'atan2',
    nativeFunction('atan2', 'y, x, /', (y: Value, x: Value) => new PyFloat(Math.atan2(asFloat(y), asFloat(x)))),
  ],
  [
    'copysign',
    nativeFunction('copysign', 'x, y, /', (x: Value, y: Value) => {
      const sign = asFloat(y);
      return new PyFloat(Math.abs(asFloat(x)) * (sign < 0 || Object.is(sign, -0) ? -1 : 1));
    }),
  ],
  [
    'frexp',
    nativeFunction('frexp', 'x, /', (x: Value) => {
      const [mantissa, exponent] = frexp(asFloat(x));
      return new PyTuple([new PyFloat(mantissa), exponent]);
    }),
  ],
  ['ldexp', nativeFunction('ldexp', 'x, i, /', ldexpOf)],
  ['modf', nativeFunction('modf', 'x, /', modf)],
  ['nextafter', nativeFunction('nextafter', 'x, y, /, *, steps=None', nextAfterOf)],
  ['fma', nativeFunction('fma', 'x, y, z, /', fmaOf)],
  ['isclose', nativeFunction('isclose', 'a, b, *, rel_tol=1e-09, abs_tol=0.0', isClose)],
  ['isfinite', nativeFunction('isfinite', 'x, /', (x: Value) => Number.isFinite(asFloat(x)))],
  ['isinf', nativeFunction('isinf', 'x, /', (x: Value) => Math.abs(asFloat(x)) === Infinity)],
  ['isnan', nativeFunction('isnan', 'x, /', (x: Value) => Number.isNaN(asFloat(x)))],
  ['isqrt', nativeFunction('isqrt', 'n, /', isqrt)],
  ['factorial', nativeFunction('factorial', 'n, /', factorial)],
  ['comb', nativeFunction('comb', 'n, k, /', comb)],
  ['perm', nativeFunction('perm', 'n, k=None, /', perm)],
  ['gcd', rawFunction('gcd', gcd)],
  ['lcm', rawFunction('lcm', lcm)],
  ['fsum', nativeFunction('fsum', 'seq, /', fsum)],
  ['prod', nativeFunction('prod', 'iterable, /, *, start=1', prod)],
  ['sumprod', nativeFunction('sumprod', 'p, q, /', sumprod)],
  ['dist', nativeFunction('dist', 'p, q, /', dist)],
  ['hypot', rawFunction('hypot', hypot)],
];

export function mathModule(): Map<string, Value> {
  const constants: Entry[] = [
    ['pi', new PyFloat(Math.PI)],
    ['e', new PyFloat(Math.E)],
    ['tau', new PyFloat(2 * Math.PI)],
    ['inf', new PyFloat(Infinity)],
    ['nan', new PyFloat(Number.NaN)],
  ];
  return new Map<string, Value>([...FLOAT_FUNCTIONS, ...OTHERS, ...constants]);
}
