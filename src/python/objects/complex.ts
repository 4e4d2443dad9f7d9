/** `complex`: arithmetic, text and the constructor. */

import { exp, hypot, log } from './elementary.ts';
import { OverflowError, raise, TypeError, ValueError, ZeroDivisionError } from './errors.ts';
import { floatOperand, hashFloat, parseFloatText } from './float.ts';
import { powDouble } from './float-pow.ts';
import { floatReprShort } from './float-text.ts';
import { formatComplex } from './format.ts';
import { hashInt, type Int } from './int.ts';
import { checkNewClass } from './int-parse.ts';
import { classMethod, type Keywords, member, method, newMethod } from './native.ts';
import { asFloat, asStr, call, callSpecial, refuseSubclass, repr, str } from './protocol.ts';
import { textOf, toAsciiDigits, trimEnd, trimStart } from './text.ts';
import {
  complexType,
  NotImplemented,
  normalizeInt,
  PyComplex,
  PyFloat,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from './value.ts';

/** CPython: Objects/complexobject.c, _Py_c_prod. */
function multiply(a: PyComplex, b: PyComplex): PyComplex {
  return new PyComplex(a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real);
}

/** CPython: Objects/complexobject.c, _Py_c_quot: Smith's algorithm. */
function divide(a: PyComplex, b: PyComplex): PyComplex {
  if (b.real === 0 && b.imag === 0) return raise(ZeroDivisionError, 'division by zero');
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return new PyComplex((a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator);
  }
  const ratio = b.real / b.imag;
  const denominator = b.real * ratio + b.imag;
  return new PyComplex((a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator);
}

/** CPython: Objects/complexobject.c, _Py_rc_quot. Other zeros than with an imaginary part of 0. */
function divideReal(a: number, b: PyComplex): PyComplex {
  if (b.real === 0 && b.imag === 0) return raise(ZeroDivisionError, 'division by zero');
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return new PyComplex(a / denominator, (-a * ratio) / denominator);
  }
  const ratio = b.real / b.imag;
  const denominator = b.real * ratio + b.imag;
  return new PyComplex((a * ratio) / denominator, -a / denominator);
}

/** CPython: Objects/complexobject.c, _Py_c_pow. */
export function complexPower(aReal: number, aImag: number, bReal: number, bImag: number): PyComplex {
  if (bReal === 0 && bImag === 0) return new PyComplex(1, 0);
  if (aReal === 0 && aImag === 0) {
    return bImag !== 0 || bReal < 0
      ? raise(ZeroDivisionError, 'zero to a negative or complex power')
      : new PyComplex(0, 0);
  }
  const size = hypot(aReal, aImag);
  const angle = Math.atan2(aImag, aReal);
  let length = powDouble(size, bReal);
  let phase = angle * bReal;
  if (bImag !== 0) {
    length *= exp(-angle * bImag);
    phase += bImag * log(size);
  }
  return new PyComplex(length * Math.cos(phase), length * Math.sin(phase));
}

/** CPython: Objects/complexobject.c, c_powi: small integer exponents by squaring. */
function powerOfInt(base: PyComplex, exponent: number): PyComplex {
  let result = new PyComplex(1, 0);
  let square = base;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return exponent < 0 ? divide(new PyComplex(1, 0), result) : result;
}

function power(a: PyComplex, b: PyComplex): PyComplex {
  if (a.real === 0 && a.imag === 0) return complexPower(0, 0, b.real, b.imag);
  const isSmallInt = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100;
  const result = isSmallInt ? powerOfInt(a, b.real) : complexPower(a.real, a.imag, b.real, b.imag);
  const isFinite = Number.isFinite(result.real) && Number.isFinite(result.imag);
  const wasFinite = [a.real, a.imag, b.real, b.imag].every(Number.isFinite);
  return isFinite || !wasFinite ? result : raise(OverflowError, 'complex exponentiation');
}

type Operation = (a: PyComplex, b: PyComplex) => PyComplex;

/** With a real operand the other part is left alone, as C99 has it: `-0.0` and infinities survive. */
interface Arithmetic {
  readonly both: Operation;
  readonly withReal: (a: PyComplex, b: number) => PyComplex;
  readonly ofReal: (a: number, b: PyComplex) => PyComplex;
}

const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  add: {
    both: (a, b) => new PyComplex(a.real + b.real, a.imag + b.imag),
    withReal: (a, b) => new PyComplex(a.real + b, a.imag),
    ofReal: (a, b) => new PyComplex(a + b.real, b.imag),
  },
  sub: {
    both: (a, b) => new PyComplex(a.real - b.real, a.imag - b.imag),
    withReal: (a, b) => new PyComplex(a.real - b, a.imag),
    ofReal: (a, b) => new PyComplex(a - b.real, -b.imag),
  },
  mul: {
    both: multiply,
    withReal: (a, b) => new PyComplex(a.real * b, a.imag * b),
    ofReal: (a, b) => new PyComplex(a * b.real, a * b.imag),
  },
  truediv: {
    both: divide,
    withReal: (a, b) =>
      b === 0 ? raise(ZeroDivisionError, 'division by zero') : new PyComplex(a.real / b, a.imag / b),
    ofReal: divideReal,
  },
};

for (const [name, { both, withReal, ofReal }] of Object.entries(ARITHMETIC)) {
  method(complexType, `__${name}__`, 'self, value, /', (self: PyComplex, value) => {
    if (value instanceof PyComplex) return both(self, value);
    const other = floatOperand(value);
    return other === undefined ? NotImplemented : withReal(self, other);
  });
  method(complexType, `__r${name}__`, 'self, value, /', (self: PyComplex, value) => {
    if (value instanceof PyComplex) return both(value, self);
    const other = floatOperand(value);
    return other === undefined ? NotImplemented : ofReal(other, self);
  });
}

function asOperand(value: Value): PyComplex | undefined {
  if (value instanceof PyComplex) return value;
  const real = floatOperand(value);
  return real === undefined ? undefined : new PyComplex(real, 0);
}

function powerOf(base: Value, exponent: Value, modulus: Value | undefined): Value {
  const a = asOperand(base);
  const b = asOperand(exponent);
  if (a === undefined || b === undefined) return NotImplemented;
  return modulus === undefined || modulus === null ? power(a, b) : raise(ValueError, 'complex modulo');
}

method(complexType, '__pow__', 'self, value, mod=None, /', powerOf);
method(complexType, '__rpow__', 'self, value, mod=None, /', (self, value, modulus) => powerOf(value, self, modulus));

function isEqual(self: PyComplex, value: Value): boolean | undefined {
  if (value instanceof PyComplex) return self.real === value.real && self.imag === value.imag;
  if (typeof value === 'bigint')
    return self.imag === 0 && BigInt(Number.isInteger(self.real) ? self.real : 0) === value;
  const other = floatOperand(value);
  return other === undefined ? undefined : self.imag === 0 && self.real === other;
}

method(complexType, '__eq__', 'self, value, /', (self: PyComplex, value) => isEqual(self, value) ?? NotImplemented);
method(complexType, '__ne__', 'self, value, /', (self: PyComplex, value) => {
  const equal = isEqual(self, value);
  return equal === undefined ? NotImplemented : !equal;
});
for (const name of ['__lt__', '__le__', '__gt__', '__ge__']) {
  method(complexType, name, 'self, value, /', () => NotImplemented);
}

/** CPython: Objects/complexobject.c, complex_hash, in 64-bit arithmetic. */
function hashComplex(self: PyComplex): Int {
  const combined = BigInt.asIntN(64, BigInt(hashFloat(self.real)) + 1000003n * BigInt(hashFloat(self.imag)));
  return combined === -1n ? hashInt(-1) : normalizeInt(combined);
}

function reprComplex(self: PyComplex): string {
  const imaginary = floatReprShort(self.imag);
  if (Object.is(self.real, 0)) return `${imaginary}j`;
  const hasSign = imaginary.startsWith('-');
  return `(${floatReprShort(self.real)}${hasSign ? '' : '+'}${imaginary}j)`;
}

method(complexType, '__repr__', 'self, /', reprComplex);
method(complexType, '__hash__', 'self, /', hashComplex);
method(complexType, '__bool__', 'self, /', (self: PyComplex) => self.real !== 0 || self.imag !== 0);
method(complexType, '__neg__', 'self, /', (self: PyComplex) => new PyComplex(-self.real, -self.imag));
method(complexType, '__pos__', 'self, /', (self: PyComplex) => new PyComplex(self.real, self.imag));
method(complexType, '__complex__', 'self, /', (self: PyComplex) => new PyComplex(self.real, self.imag));
method(complexType, 'conjugate', 'self, /', (self: PyComplex) => new PyComplex(self.real, -self.imag));
method(complexType, '__abs__', 'self, /', (self: PyComplex) => {
  const size = hypot(self.real, self.imag);
  const overflows = size === Infinity && Number.isFinite(self.real) && Number.isFinite(self.imag);
  return overflows ? raise(OverflowError, 'absolute value too large') : new PyFloat(size);
});
method(
  complexType,
  '__getnewargs__',
  'self, /',
  (self: PyComplex) => new PyTuple([new PyFloat(self.real), new PyFloat(self.imag)]),
);
method(complexType, '__format__', 'self, format_spec, /', (self: PyComplex, spec) => {
  const text = asStr(spec, '__format__() argument');
  return text === '' ? str(self) : formatComplex(self, text);
});
member(complexType, 'real', (self) => new PyFloat(self instanceof PyComplex ? self.real : 0));
member(complexType, 'imag', (self) => new PyFloat(self instanceof PyComplex ? self.imag : 0));

const NUMBER = '(?:\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(?:e[+-]?\\d[\\d_]*)?|inf(?:inity)?|nan';
const COMPLEX_TEXT = new RegExp(`^(?:([+-]?(?:${NUMBER}))(?![\\d.]*j))?(?:([+-]?)(${NUMBER})?j)?$`, 'i');

/** CPython: Objects/complexobject.c, complex_from_string_inner. */
function parseComplex(text: string): PyComplex {
  if (/_(?!\d)|(?<!\d)_/.test(text)) return raise(ValueError, `could not convert string to complex: ${repr(text)}`);
  let trimmed = trimEnd(trimStart(toAsciiDigits(text)));
  if (trimmed.startsWith('(') && trimmed.endsWith(')')) trimmed = trimEnd(trimStart(trimmed.slice(1, -1)));
  const match = COMPLEX_TEXT.exec(trimmed);
  if (match === null || trimmed === '') return raiseMalformed();
  const [, real, sign, size] = match;
  const hasImaginary = /j$/i.test(trimmed);
  if (real !== undefined && hasImaginary && sign === '') return raiseMalformed();
  const imaginary = hasImaginary ? parsePart(`${sign}${size ?? '1'}`) : 0;
  return new PyComplex(real === undefined ? 0 : parsePart(real), imaginary);
}

function parsePart(text: string): number {
  return parseFloatText(text) ?? raiseMalformed();
}

function raiseMalformed(): never {
  return raise(ValueError, 'complex() arg is a malformed string');
}

function toComplex(value: Value): PyComplex {
  if (value instanceof PyComplex) return value;
  const made = callSpecial(value, '__complex__');
  if (made !== undefined) {
    if (made instanceof PyComplex && made.cls === complexType) return made;
    if (made instanceof PyComplex) {
      refuseSubclass('__complex__', 'complex', made);
      return new PyComplex(made.real, made.imag);
    }
    return raise(TypeError, `__complex__ returned non-complex (type ${typeOf(made).tpName})`);
  }
  if (!isReal(value)) {
    return raise(TypeError, `complex() argument must be a string or a number, not ${typeOf(value).tpName}`);
  }
  return new PyComplex(asFloat(value), 0);
}

function isReal(value: Value): boolean {
  const cls = typeOf(value);
  return (
    floatOperand(value) !== undefined || cls.lookup('__float__') !== undefined || cls.lookup('__index__') !== undefined
  );
}

function partOf(value: Value, name: string): PyComplex {
  if (value instanceof PyComplex) return value;
  if (!isReal(value))
    return raise(TypeError, `complex() argument '${name}' must be a real number, not ${typeOf(value).tpName}`);
  return new PyComplex(asFloat(value), 0);
}

function fromArguments(args: Value[], keywords: Keywords): PyComplex {
  const count = args.length - 1 + (keywords?.size ?? 0);
  if (count > 2)
    return raise(
      TypeError,
      `complex() takes at most 2 ${args.length === 1 ? 'keyword ' : ''}arguments (${count} given)`,
    );
  for (const name of keywords?.keys() ?? []) {
    if (name !== 'real' && name !== 'imag')
      return raise(TypeError, `complex() got an unexpected keyword argument '${name}'`);
  }
  const real = args.length > 1 ? args[1] : keywords?.get('real');
  const imaginary = args.length > 2 ? args[2] : keywords?.get('imag');
  if (imaginary === undefined) {
    if (real === undefined) return new PyComplex(0, 0);
    const text = textOf(real);
    return text === undefined ? toComplex(real) : parseComplex(text);
  }
  const a = real === undefined ? new PyComplex(0, 0) : partOf(real, 'real');
  const b = partOf(imaginary, 'imag');
  return new PyComplex(
    b instanceof PyComplex && b.imag !== 0 ? a.real - b.imag : a.real,
    real instanceof PyComplex ? a.imag + b.real : b.real,
  );
}

newMethod(complexType, (args, keywords) => {
  const cls = checkNewClass(args[0], complexType);
  const value = fromArguments(args, keywords);
  return cls === complexType && value.cls === complexType ? value : new PyComplex(value.real, value.imag, cls);
});

classMethod(complexType, 'from_number', 'cls, number, /', (cls: PyType, number) => {
  const value = toComplex(number);
  return cls === complexType ? value : call(cls, value);
});
