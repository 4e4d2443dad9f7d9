/**
 * Arithmetic of ints: exact at every size, on numbers while they are safe and on bigints beyond.
 * The VM's slow path and the methods in `int-methods.ts` share these functions.
 */
import './int-methods.ts';
import './bool.ts';
import { MemoryError, OverflowError, raise, ValueError, ZeroDivisionError } from './errors.ts';
import { powDouble } from './float-pow.ts';
import { normalizeInt, PyFloat, PyPrimitive, type Value } from './value.ts';

export type Int = number | bigint;

const SAFE = Number.MAX_SAFE_INTEGER;
/** V8 cannot hold more bits in a bigint; CPython would run out of memory or patience. */
const BITS_MAX = 1 << 29;

/** The int of an int, a bool or an instance of a subclass; undefined for anything else. */
export function intOperand(value: Value): Int | undefined {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    default:
      return value instanceof PyPrimitive && (typeof value.value === 'number' || typeof value.value === 'bigint')
        ? value.value
        : undefined;
  }
}

export function intAdd(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (sum <= SAFE && sum >= -SAFE) return sum;
  }
  return normalizeInt(BigInt(a) + BigInt(b));
}

export function intSub(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (difference <= SAFE && difference >= -SAFE) return difference;
  }
  return normalizeInt(BigInt(a) - BigInt(b));
}

export function intMul(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding zero turns -0 into 0, which is the only zero that an int has.
    if (product <= SAFE && product >= -SAFE) return product + 0;
  }
  if (bitLength(a) + bitLength(b) > BITS_MAX) return raise(MemoryError);
  return normalizeInt(BigInt(a) * BigInt(b));
}

export function intNeg(a: Int): Int {
  return typeof a === 'number' ? 0 - a : normalizeInt(-a);
}

export function intAbs(a: Int): Int {
  return typeof a === 'number' ? Math.abs(a) : a < 0n ? normalizeInt(-a) : a;
}

export function intInvert(a: Int): Int {
  return typeof a === 'number' ? intSub(-1, a) : normalizeInt(~a);
}

/** Rounds towards minus infinity. */
export function intFloorDiv(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) return raise(ZeroDivisionError, 'division by zero');
    // Exact: both are below 2**53, so a quotient just under an integer cannot round up to it.
    return Math.floor(a / b) + 0;
  }
  return normalizeInt(floorDivBig(BigInt(a), BigInt(b)));
}

export function floorDivBig(a: bigint, b: bigint): bigint {
  if (b === 0n) return raise(ZeroDivisionError, 'division by zero');
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The remainder has the sign of the divisor. */
export function intMod(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    if (b === 0) return raise(ZeroDivisionError, 'division by zero');
    const remainder = a % b;
    return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder + 0;
  }
  return normalizeInt(modBig(BigInt(a), BigInt(b)));
}

export function modBig(a: bigint, b: bigint): bigint {
  if (b === 0n) return raise(ZeroDivisionError, 'division by zero');
  const remainder = a % b;
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder;
}

export function intDivmod(a: Int, b: Int): readonly [Int, Int] {
  return [intFloorDiv(a, b), intMod(a, b)];
}

/** `a / b`, correctly rounded. CPython: Objects/longobject.c, long_true_divide. */
export function intTrueDiv(a: Int, b: Int): number {
  if (b === 0) return raise(ZeroDivisionError, 'division by zero');
  if (typeof a === 'number' && typeof b === 'number') return (a + 0) / b;
  const result = ratioToFloat(BigInt(a), BigInt(b));
  return Number.isFinite(result) ? result : raise(OverflowError, 'integer division result too large for a float');
}

/** The float nearest to a fraction, ties to even; infinite when there is none. */
export function ratioToFloat(numerator: bigint, denominator: bigint): number {
  if (numerator === 0n) return 0;
  const isNegative = numerator < 0n !== denominator < 0n;
  let a = numerator < 0n ? -numerator : numerator;
  let b = denominator < 0n ? -denominator : denominator;
  const exponent = bitLength(a) - bitLength(b);
  if (exponent > 1025) return isNegative ? -Infinity : Infinity;
  if (exponent < -1080) return isNegative ? -0 : 0;
  // The quotient gets at least 55 bits, the last of which says whether anything was cut off.
  const shift = Math.max(exponent - 56, -1076);
  if (shift > 0) b <<= BigInt(shift);
  else a <<= BigInt(-shift);
  const quotient = a / b;
  const sticky = quotient * b === a ? quotient : quotient | 1n;
  const extra = Math.max(bitLength(sticky) - 53, -1074 - shift, 0);
  const result = Number(roundShift(sticky, extra)) * 2 ** (shift + extra);
  return isNegative ? -result : result;
}

/** `value / 2**bits` for value >= 0, rounded half to even. */
function roundShift(value: bigint, bits: number): bigint {
  if (bits === 0) return value;
  const kept = value >> BigInt(bits);
  const rest = value - (kept << BigInt(bits));
  const half = 1n << BigInt(bits - 1);
  return rest > half || (rest === half && (kept & 1n) === 1n) ? kept + 1n : kept;
}

/** `a ** b` for b >= 0. */
export function intPow(a: Int, b: Int): Int {
  if (typeof b === 'bigint') return a === 0 || a === 1 ? a : a === -1 ? (b & 1n ? -1 : 1) : raise(MemoryError);
  if (typeof a === 'number') {
    const small = powSmall(a, b);
    if (small !== undefined) return small;
  }
  if (a === 0 || a === 1) return a;
  if (a === -1) return b % 2 === 0 ? 1 : -1;
  if (bitLength(a) * b > BITS_MAX * 2) return raise(MemoryError);
  return normalizeInt(BigInt(a) ** BigInt(b));
}

function powSmall(base: number, exponent: number): number | undefined {
  if (exponent > 53) return undefined;
  let result = 1;
  for (let count = exponent; count > 0; count--) {
    result *= base;
    if (result > SAFE || result < -SAFE) return undefined;
  }
  return result + 0;
}

/** `pow(a, b, modulus)`. */
export function intPowMod(base: Int, exponentValue: Int, modulusValue: Int): Int {
  const modulus = BigInt(modulusValue);
  if (modulus === 0n) return raise(ValueError, 'pow() 3rd argument cannot be 0');
  const size = modulus < 0n ? -modulus : modulus;
  let exponent = BigInt(exponentValue);
  let square = modBig(BigInt(base), size);
  if (exponent < 0n) {
    square = inverseMod(square, size);
    exponent = -exponent;
  }
  let result = 1n % size;
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * square) % size;
    square = (square * square) % size;
  }
  return normalizeInt(modBig(result, modulus));
}

/** CPython: Objects/longobject.c, long_invmod. */
function inverseMod(value: bigint, modulus: bigint): bigint {
  let [a, n, b, c] = [value, modulus, 1n, 0n];
  while (n !== 0n) {
    const quotient = a / n;
    [a, n] = [n, a - quotient * n];
    [b, c] = [c, b - quotient * c];
  }
  if (a !== 1n) return raise(ValueError, 'base is not invertible for the given modulus');
  return modBig(b, modulus);
}

export function intLshift(a: Int, b: Int): Int {
  if (b < 0) return raise(ValueError, 'negative shift count');
  if (a === 0) return 0;
  if (typeof b === 'bigint') return raise(OverflowError, 'too many digits in integer');
  if (typeof a === 'number' && b < 53) {
    const shifted = a * 2 ** b;
    if (shifted <= SAFE && shifted >= -SAFE) return shifted;
  }
  if (bitLength(a) + b > BITS_MAX) return raise(MemoryError);
  return normalizeInt(BigInt(a) << BigInt(b));
}

export function intRshift(a: Int, b: Int): Int {
  if (b < 0) return raise(ValueError, 'negative shift count');
  if (typeof a === 'number') return b < 64 ? Math.floor(a / 2 ** Number(b)) : a < 0 ? -1 : 0;
  return normalizeInt(typeof b === 'bigint' ? (a < 0n ? -1n : 0n) : a >> BigInt(b));
}

export function intAnd(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a & b;
  return normalizeInt(BigInt(a) & BigInt(b));
}

export function intOr(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a | b;
  return normalizeInt(BigInt(a) | BigInt(b));
}

export function intXor(a: Int, b: Int): Int {
  if (isInt32(a) && isInt32(b)) return a ^ b;
  return normalizeInt(BigInt(a) ^ BigInt(b));
}

function isInt32(value: Int): value is number {
  return typeof value === 'number' && (value | 0) === value;
}

/** Bits needed for the absolute value; 0 for 0. */
export function bitLength(value: Int): number {
  if (typeof value === 'number') {
    const size = Math.abs(value);
    return size < 4294967296 ? 32 - Math.clz32(size) : 64 - Math.clz32(Math.floor(size / 4294967296));
  }
  const hex = (value < 0n ? -value : value).toString(16);
  return (hex.length - 1) * 4 + 32 - Math.clz32(Number.parseInt(hex[0], 16));
}

export function bitCount(value: Int): number {
  const bits = (typeof value === 'number' ? Math.abs(value) : value < 0n ? -value : value).toString(2);
  let count = 0;
  for (let index = 0; index < bits.length; index++) if (bits[index] === '1') count++;
  return count;
}

const HASH_MODULUS = (1n << 61n) - 1n;

/** CPython: Objects/longobject.c, long_hash. */
export function hashInt(value: Int): Int {
  if (typeof value === 'number') return value === -1 ? -2 : value;
  const result = value < 0n ? -(-value % HASH_MODULUS) : value % HASH_MODULUS;
  return normalizeInt(result === -1n ? -2n : result);
}

/** CPython: Python/pyhash.c, _Py_HashDouble, for a fraction `numerator / 2**power`. */
export function hashDyadic(numerator: bigint, power: number): Int {
  const size = numerator < 0n ? -numerator : numerator;
  const inverse = 1n << BigInt((61 - (power % 61)) % 61);
  const result = (size * inverse) % HASH_MODULUS;
  return hashInt(normalizeInt(numerator < 0n ? -result : result));
}

/** `int ** int`, a float for a negative exponent. */
export function intPower(a: Int, b: Int): Value {
  if (b >= 0) return intPow(a, b);
  if (a === 0) return raise(ZeroDivisionError, 'zero to a negative power');
  const base = Number(a);
  if (!Number.isFinite(base)) return raise(OverflowError, 'int too large to convert to float');
  return new PyFloat(powDouble(base, Number(b)));
}

/** `format(count, '_')`-like limit of `str(int)` and `int(str)`; changed by `sys.set_int_max_str_digits`. */
export const intDigitsLimit = { digits: 4300 };

/** `str(value)`. CPython: Objects/longobject.c, long_to_decimal_string_internal. */
export function intToString(value: Int): string {
  if (typeof value === 'number') return String(value);
  const limit = intDigitsLimit.digits;
  if (limit > 0 && bitLength(value) > limit * 3.33) return raiseTooLong();
  const text = value.toString();
  return limit > 0 && text.length - (value < 0n ? 1 : 0) > limit ? raiseTooLong() : text;
}

function raiseTooLong(): never {
  const limit = intDigitsLimit.digits;
  const advice = 'use sys.set_int_max_str_digits() to increase the limit';
  return raise(ValueError, `Exceeds the limit (${limit} digits) for integer string conversion; ${advice}`);
}
