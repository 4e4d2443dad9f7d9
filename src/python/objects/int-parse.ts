/** `int(x)`: what an int can be made of, and the literal that `int('…', base)` reads. */
import { bufferOf } from './buffer.ts';
import { OverflowError, raise, TypeError, ValueError } from './errors.ts';
import { type Int, intDigitsLimit } from './int.ts';
import { type Keywords, newMethod } from './native.ts';
import { asIndex, callSpecial, refuseSubclass, repr } from './protocol.ts';
import { textOf, toAsciiDigits, trimEnd, trimStart } from './text.ts';
import {
  boolType,
  intType,
  normalizeInt,
  PyByteArray,
  PyBytes,
  PyFloat,
  PyPrimitive,
  PyType,
  typeOf,
  type Value,
} from './value.ts';

const DECIMAL = /^([+-]?)(\d+(?:_\d+)*)$/;
const ANY_BASE = /^([+-]?)(0[xXoObB]_?)?([\da-zA-Z]+(?:_[\da-zA-Z]+)*)$/;
const PREFIX_BASES: Readonly<Record<string, number>> = { x: 16, o: 8, b: 2 };

/** CPython: Objects/longobject.c, PyLong_FromString. `source` is what the error message shows. */
export function parseInteger(text: string, base: number, source: Value): Int {
  const trimmed = trimEnd(trimStart(toAsciiDigits(text)));
  if (base === 10) {
    const match = DECIMAL.exec(trimmed);
    return match === null ? raiseInvalid(base, source) : decimalInteger(match[1], match[2].replaceAll('_', ''));
  }
  const match = ANY_BASE.exec(trimmed);
  if (match === null) return raiseInvalid(base, source);
  const sign = match[1];
  let prefix = match[2] ?? '';
  let digits = match[3].replaceAll('_', '');
  const prefixBase = PREFIX_BASES[prefix.charAt(1).toLowerCase()] ?? 0;
  let realBase = base === 0 ? prefixBase || 10 : base;
  if (prefix !== '' && prefixBase !== realBase) {
    // The prefix of another base is digits of this one: int('0b1', 16) is 177.
    if (prefix.endsWith('_')) prefix = prefix.slice(0, -1);
    digits = prefix + digits;
    realBase = base;
  }
  if (base === 0 && prefix === '' && /^0+[1-9]/.test(digits)) return raiseInvalid(base, source);
  const value = digitsInBase(digits, realBase);
  if (value === undefined) return raiseInvalid(base, source);
  return normalizeInt(sign === '-' ? -value : value);
}

function decimalInteger(sign: string, digits: string): Int {
  if (digits.length < 16) return sign === '-' ? 0 - Number(digits) : Number(digits);
  const limit = intDigitsLimit.digits;
  if (limit > 0 && digits.length > limit) {
    const advice = 'use sys.set_int_max_str_digits() to increase the limit';
    return raise(
      ValueError,
      `Exceeds the limit (${limit} digits) for integer string conversion: value has ${digits.length} digits; ${advice}`,
    );
  }
  return normalizeInt(sign === '-' ? -BigInt(digits) : BigInt(digits));
}

function digitsInBase(digits: string, base: number): bigint | undefined {
  const big = BigInt(base);
  let value = 0n;
  for (const digit of digits) {
    const number = Number.parseInt(digit, 36);
    if (number >= base) return undefined;
    value = value * big + BigInt(number);
  }
  return value;
}

function raiseInvalid(base: number, source: Value): never {
  return raise(
    ValueError,
    `invalid literal for int() with base ${base}: ${repr(source instanceof PyByteArray ? new PyBytes(source.bytes) : source).slice(0, 200)}`,
  );
}

/** The text of a str or the bytes of a bytes-like object, one character each. */
export function literalText(value: Value): string | undefined {
  const bytes = bufferOf(value);
  return bytes === undefined ? textOf(value) : String.fromCharCode(...bytes);
}

/** CPython: Objects/longobject.c, PyNumber_Long. */
export function toInteger(value: Value): Int {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PyFloat) return truncate(value.value);
  if (typeof value !== 'string') {
    const result = callSpecial(value, '__int__');
    if (result !== undefined) return integerResult(result, '__int__');
    if (typeOf(value).lookup('__index__') !== undefined) return asIndex(value);
  }
  const text = literalText(value);
  if (text !== undefined) return parseInteger(text, 10, value);
  const accepted = 'a string, a bytes-like object or a real number';
  return raise(TypeError, `int() argument must be ${accepted}, not '${typeOf(value).tpName}'`);
}

function integerResult(result: Value, name: string): Int {
  if (typeof result === 'number' || typeof result === 'bigint') return result;
  if (typeof result === 'boolean') return result ? 1 : 0;
  if (result instanceof PyPrimitive && (typeof result.value === 'number' || typeof result.value === 'bigint')) {
    refuseSubclass(name, 'int', result);
    return result.value;
  }
  return raise(TypeError, `${name} returned non-int (type ${typeOf(result).tpName})`);
}

/** `int(float)`. */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) return raise(ValueError, 'cannot convert float NaN to integer');
  if (!Number.isFinite(value)) return raise(OverflowError, 'cannot convert float infinity to integer');
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole + 0 : normalizeInt(BigInt(whole));
}

function intFromArguments(args: Value[], keywords: Keywords): Int {
  const given = args.length - 1 + (keywords?.size ?? 0);
  if (keywords !== null && given > 2)
    return raise(TypeError, `int() takes at most 2 ${args.length === 1 ? 'keyword ' : ''}arguments (${given} given)`);
  for (const name of keywords?.keys() ?? []) {
    if (name !== 'base') return raise(TypeError, `int() got an unexpected keyword argument '${name}'`);
  }
  if (args.length > 3) return raise(TypeError, `int expected at most 2 arguments, got ${args.length - 1}`);
  const value = args[1] as Value | undefined;
  const baseValue = args.length > 2 ? args[2] : keywords?.get('base');
  if (value === undefined) return baseValue === undefined ? 0 : raise(TypeError, 'int() missing string argument');
  if (baseValue === undefined) return toInteger(value);
  const base = Number(asIndex(baseValue));
  if (base !== 0 && (base < 2 || base > 36)) return raise(ValueError, 'int() base must be >= 2 and <= 36, or 0');
  const text = literalText(value);
  return text === undefined
    ? raise(TypeError, "int() can't convert non-string with explicit base")
    : parseInteger(text, base, value);
}

/** Checks the first argument of a native `__new__`, as Objects/typeobject.c tp_new_wrapper does. */
export function checkNewClass(cls: Value | undefined, own: PyType): PyType {
  if (cls === undefined) return raise(TypeError, `${own.name}.__new__(): not enough arguments`);
  if (!(cls instanceof PyType)) {
    return raise(TypeError, `${own.name}.__new__(X): X is not a type object (${typeOf(cls).tpName})`);
  }
  if (cls !== own && !cls.isSubtypeOf(own)) {
    return raise(TypeError, `${own.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${own.name}`);
  }
  return cls;
}

newMethod(intType, (args, keywords) => {
  const cls = checkNewClass(args[0], intType);
  const value = intFromArguments(args, keywords);
  if (cls.layout === 'int' && cls.isSubtypeOf(boolType))
    return raise(TypeError, `int.__new__(${cls.name}) is not safe, use bool.__new__()`);
  return cls === intType ? value : new PyPrimitive(cls, value);
});
