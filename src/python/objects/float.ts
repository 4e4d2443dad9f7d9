/** `float`: arithmetic, comparison with ints of any size, parsing, and the conversions to exact fractions and hexadecimal. */

import { complexPower } from './complex.ts';
import { OverflowError, raise, TypeError, ValueError, ZeroDivisionError } from './errors.ts';
import { powDouble } from './float-pow.ts';
import { decompose, floatRepr, roundHalfEven, roundToDigits } from './float-text.ts';
import { formatFloatValue } from './format.ts';
import { bitLength, hashDyadic, hashInt, type Int, ratioToFloat } from './int.ts';
import { intToFloat } from './int-methods.ts';
import { checkNewClass, literalText, truncate } from './int-parse.ts';
import { classMethod, getset, method, newMethod, staticMethod } from './native.ts';
import { asFloat, asIndex, asStr, call, callSpecial, repr, str } from './protocol.ts';
import { toAsciiDigits, trimEnd, trimStart } from './text.ts';
import {
  floatType,
  NotImplemented,
  normalizeInt,
  PyByteArray,
  PyBytes,
  PyFloat,
  PyPrimitive,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from './value.ts';

/** The number of a float, an int or an instance of a subclass; undefined for anything else. */
export function floatOperand(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return intToFloat(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof PyPrimitive && typeof value.value !== 'string' ? floatOperand(value.value) : undefined;
}

export function floatDiv(a: number, b: number): number {
  return b === 0 ? raise(ZeroDivisionError, 'division by zero') : a / b;
}

/** CPython: Objects/floatobject.c, float_rem. The result has the sign of the divisor. */
export function floatMod(a: number, b: number): number {
  if (b === 0) return raise(ZeroDivisionError, 'division by zero');
  const remainder = a % b;
  if (remainder === 0) return b < 0 ? -0 : 0;
  return remainder < 0 !== b < 0 ? remainder + b : remainder;
}

/** CPython: Objects/floatobject.c, _float_div_mod. */
export function floatFloorDiv(a: number, b: number): number {
  if (b === 0) return raise(ZeroDivisionError, 'division by zero');
  let remainder = a % b;
  let quotient = (a - remainder) / b;
  if (remainder !== 0 && b < 0 !== remainder < 0) {
    remainder += b;
    quotient -= 1;
  }
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** CPython: Objects/floatobject.c, float_pow. A negative base with a fractional exponent gives a complex. */
export function floatPow(a: number, b: number): Value {
  if (b === 0 || a === 1) return new PyFloat(1);
  if (a === -1 && !Number.isFinite(b) && !Number.isNaN(b)) return new PyFloat(1);
  if (a === 0 && b < 0 && b !== -Infinity) return raise(ZeroDivisionError, 'zero to a negative power');
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) return complexPower(a, 0, b, 0);
  const result = powDouble(a, b);
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    return raise(OverflowError, 34, 'Numerical result out of range');
  }
  return new PyFloat(result);
}

/** Negative, zero, positive or NaN; exact for ints of any size. CPython: Objects/floatobject.c, float_richcompare. */
function compareWith(own: number, value: Value): number | undefined {
  const other = value instanceof PyPrimitive ? value.value : value;
  if (typeof other === 'bigint') return own < other ? -1 : own > other ? 1 : Number.isNaN(own) ? Number.NaN : 0;
  if (typeof other === 'number' || typeof other === 'boolean') return order(own, Number(other));
  return other instanceof PyFloat ? order(own, other.value) : undefined;
}

function order(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN;
}

const own = (self: Value): number => (self instanceof PyFloat ? self.value : asFloat(self));
const float = (value: number): PyFloat => new PyFloat(value);

const BINARY: Readonly<Record<string, (a: number, b: number) => Value>> = {
  add: (a, b) => float(a + b),
  sub: (a, b) => float(a - b),
  mul: (a, b) => float(a * b),
  truediv: (a, b) => float(floatDiv(a, b)),
  floordiv: (a, b) => float(floatFloorDiv(a, b)),
  mod: (a, b) => float(floatMod(a, b)),
  divmod: (a, b) => new PyTuple([float(floatFloorDiv(a, b)), float(floatMod(a, b))]),
};

for (const [name, operation] of Object.entries(BINARY)) {
  method(floatType, `__${name}__`, 'self, value, /', (self, value) => {
    const other = floatOperand(value);
    return other === undefined ? NotImplemented : operation(own(self), other);
  });
  method(floatType, `__r${name}__`, 'self, value, /', (self, value) => {
    const other = floatOperand(value);
    return other === undefined ? NotImplemented : operation(other, own(self));
  });
}

function power(a: Value, b: Value, modulus: Value | undefined): Value {
  if (modulus !== undefined && modulus !== null) {
    return raise(TypeError, 'pow() 3rd argument not allowed unless all arguments are integers');
  }
  const base = floatOperand(a);
  const exponent = floatOperand(b);
  return base === undefined || exponent === undefined ? NotImplemented : floatPow(base, exponent);
}

method(floatType, '__pow__', 'self, value, mod=None, /', power);
method(floatType, '__rpow__', 'self, value, mod=None, /', (self, value, modulus) => power(value, self, modulus));

const COMPARE: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
};

for (const [name, test] of Object.entries(COMPARE)) {
  method(floatType, `__${name}__`, 'self, value, /', (self, value) => {
    const result = compareWith(own(self), value);
    return result === undefined ? NotImplemented : test(result);
  });
}

const UNARY: Readonly<Record<string, (value: number) => Value>> = {
  neg: (value) => float(-value),
  pos: float,
  abs: (value) => float(Math.abs(value)),
  float,
  bool: (value) => value !== 0,
  int: truncate,
  trunc: truncate,
  floor: (value) => truncate(Math.floor(value)),
  ceil: (value) => truncate(Math.ceil(value)),
  repr: floatRepr,
  hash: hashFloat,
  getnewargs: (value) => new PyTuple([float(value)]),
};

for (const [name, operation] of Object.entries(UNARY)) {
  method(floatType, `__${name}__`, 'self, /', (self) => operation(own(self)));
}

/** CPython: Python/pyhash.c, _Py_HashDouble. DIVERGES: every nan hashes to 0, where CPython hashes its address. */
export function hashFloat(value: number): Int {
  if (Number.isSafeInteger(value)) return hashInt(value + 0);
  if (Number.isNaN(value)) return 0;
  if (!Number.isFinite(value)) return value > 0 ? 314159 : -314159;
  if (Number.isInteger(value)) return hashInt(BigInt(value));
  const { numerator, power: bits } = fraction(value);
  return hashDyadic(numerator, bits);
}

/** A finite float as `numerator / 2**power` in lowest terms; an integer has power 0. */
function fraction(value: number): { readonly numerator: bigint; readonly power: number } {
  const { mantissa, exponent } = decompose(value);
  if (exponent >= 0) return { numerator: mantissa << BigInt(exponent), power: 0 };
  let [numerator, bits] = [mantissa, -exponent];
  while (bits > 0 && (numerator & 1n) === 0n) {
    numerator >>= 1n;
    bits--;
  }
  return { numerator, power: bits };
}

method(floatType, '__format__', 'self, format_spec, /', (self, spec) => {
  const text = asStr(spec, '__format__() argument');
  return text === ''
    ? str(self)
    : formatFloatValue(own(self instanceof PyPrimitive ? (self.value as PyFloat) : self), text);
});

method(floatType, '__round__', 'self, ndigits=None, /', (self, ndigits) => {
  const value = own(self);
  if (ndigits === undefined || ndigits === null) return truncate(roundHalfEven(value));
  const rounded = roundToDigits(value, Number(asIndex(ndigits)));
  if (Number.isFinite(value) && !Number.isFinite(rounded))
    return raise(OverflowError, 'rounded value too large to represent');
  return float(rounded);
});

method(floatType, 'is_integer', 'self, /', (self) => Number.isInteger(own(self)));
method(floatType, 'conjugate', 'self, /', (self) => float(own(self)));
getset(floatType, 'real', (self) => float(own(self)));
getset(floatType, 'imag', () => float(0));

method(floatType, 'as_integer_ratio', 'self, /', (self) => {
  const value = own(self);
  if (Number.isNaN(value)) return raise(ValueError, 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) return raise(OverflowError, 'cannot convert Infinity to integer ratio');
  const { numerator, power: bits } = fraction(value);
  return new PyTuple([normalizeInt(numerator), normalizeInt(1n << BigInt(bits))]);
});

/** CPython: Objects/floatobject.c, float_hex_impl. */
method(floatType, 'hex', 'self, /', (self) => {
  const value = own(self);
  if (!Number.isFinite(value)) return floatRepr(value);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = decompose(Math.abs(value));
  const digits = mantissa.toString(16).padStart(14, '0');
  const power = exponent + 52;
  return `${sign}0x${digits[0]}.${digits.slice(1)}p${power < 0 ? '-' : '+'}${Math.abs(power)}`;
});

const HEX_FLOAT = /^([+-]?)(?:0x)?(?=\.?[\da-f])([\da-f]*)(?:\.([\da-f]*))?(?:p([+-]?\d+))?$/i;
const SPECIAL_FLOAT = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;

/** CPython: Objects/floatobject.c, float_fromhex_impl. */
classMethod(floatType, 'fromhex', 'cls, string, /', (cls: PyType, string) => {
  const text = trimEnd(trimStart(asStr(string, 'fromhex() argument')));
  const value = specialFloat(text) ?? hexFloat(text);
  return cls === floatType ? float(value) : call(cls, float(value));
});

function specialFloat(text: string): number | undefined {
  const special = SPECIAL_FLOAT.exec(text);
  if (special === null) return undefined;
  if (special[2] === undefined) return Number.NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}

function hexFloat(text: string): number {
  const match = HEX_FLOAT.exec(text);
  if (match === null) return raise(ValueError, 'invalid hexadecimal floating-point string');
  const digits = match[2] + (match[3] ?? '');
  const mantissa = BigInt(`0x${digits}`);
  const power = Math.max(-100000, Math.min(100000, Number(match[4] ?? 0))) - 4 * (match[3] ?? '').length;
  if (mantissa === 0n) return match[1] === '-' ? -0 : 0;
  const isTooLarge = power + bitLength(mantissa) > 1100;
  const size = isTooLarge
    ? Infinity
    : power >= 0
      ? Number(mantissa << BigInt(power))
      : ratioToFloat(mantissa, 1n << BigInt(-power));
  if (!Number.isFinite(size)) return raise(OverflowError, 'hexadecimal value too large to represent as a float');
  return match[1] === '-' ? -size : size;
}

const DECIMAL_FLOAT = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;

/** The number that a text says, or undefined. CPython: Python/pystrtod.c. */
export function parseFloatText(text: string): number | undefined {
  const trimmed = trimEnd(trimStart(toAsciiDigits(text)));
  if (DECIMAL_FLOAT.test(trimmed)) return Number(trimmed.replaceAll('_', ''));
  return specialFloat(trimmed);
}

function toFloat(value: Value): number {
  if (value instanceof PyFloat) return value.value;
  const text =
    typeof value === 'string' || value instanceof PyBytes || value instanceof PyByteArray
      ? literalText(value)
      : undefined;
  if (text !== undefined)
    return parseFloatText(text) ?? raise(ValueError, `could not convert string to float: ${repr(value)}`);
  const cls = typeOf(value);
  if (cls.lookup('__float__') === undefined && cls.lookup('__index__') === undefined) {
    const subclassText = literalText(value);
    if (subclassText === undefined)
      return raise(TypeError, `float() argument must be a string or a real number, not '${cls.tpName}'`);
    return parseFloatText(subclassText) ?? raise(ValueError, `could not convert string to float: ${repr(value)}`);
  }
  const made = value instanceof PyPrimitive && value.cls.isHeapType ? callSpecial(value, '__float__') : undefined;
  return asFloat(made === undefined ? value : made);
}

newMethod(floatType, (args, keywords) => {
  const cls = checkNewClass(args[0], floatType);
  if (
    keywords !== null &&
    keywords.size > 0 &&
    (cls === floatType || cls.lookup('__init__') === floatType.lookup('__init__'))
  )
    return raise(TypeError, 'float() takes no keyword arguments');
  if (args.length > 2) return raise(TypeError, `float expected at most 1 argument, got ${args.length - 1}`);
  const value = args.length > 1 ? toFloat(args[1]) : 0;
  return cls === floatType ? float(value) : new PyPrimitive(cls, float(value));
});

classMethod(floatType, 'from_number', 'cls, number, /', (cls: PyType, number) => {
  const value = float(asFloat(number));
  return cls === floatType ? value : call(cls, value);
});
staticMethod(floatType, '__getformat__', 'typestr, /', () => 'IEEE, little-endian');
