/** The methods of `int`; arithmetic itself is in `int.ts`. */
import { bufferOf } from './buffer.ts';
import './int-parse.ts';
import { OverflowError, raise, TypeError, ValueError } from './errors.ts';
import { formatInt } from './format.ts';
import {
  bitCount,
  bitLength,
  hashInt,
  type Int,
  intAbs,
  intAdd,
  intAnd,
  intDivmod,
  intFloorDiv,
  intInvert,
  intLshift,
  intMod,
  intMul,
  intNeg,
  intOperand,
  intOr,
  intPower,
  intPowMod,
  intRshift,
  intSub,
  intToString,
  intTrueDiv,
  intXor,
  modBig,
} from './int.ts';
import { classMethod, getset, method } from './native.ts';
import { asIndex, asSmallInt, asStr, call, callSpecial, str, toArray } from './protocol.ts';
import {
  intType,
  NotImplemented,
  normalizeInt,
  PyByteArray,
  PyBytes,
  PyFloat,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from './value.ts';

const BINARY: Readonly<Record<string, (a: Int, b: Int) => Value>> = {
  add: intAdd,
  sub: intSub,
  mul: intMul,
  floordiv: intFloorDiv,
  mod: intMod,
  lshift: intLshift,
  rshift: intRshift,
  and: intAnd,
  or: intOr,
  xor: intXor,
  truediv: (a, b) => new PyFloat(intTrueDiv(a, b)),
  divmod: (a, b) => new PyTuple(intDivmod(a, b)),
};

const COMPARE: Readonly<Record<string, (a: Int, b: Int) => boolean>> = {
  // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are compared by value.
  eq: (a, b) => a == b,
  // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint are compared by value.
  ne: (a, b) => a != b,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
};

const UNARY: Readonly<Record<string, (a: Int) => Value>> = {
  neg: intNeg,
  pos: (a) => a,
  abs: intAbs,
  invert: intInvert,
  int: (a) => a,
  index: (a) => a,
  trunc: (a) => a,
  floor: (a) => a,
  ceil: (a) => a,
  float: (a) => new PyFloat(intToFloat(a)),
  bool: (a) => a !== 0,
  hash: hashInt,
  repr: intToString,
  getnewargs: (a) => new PyTuple([a]),
  sizeof: (a) => 24 + 4 * Math.max(1, Math.ceil(bitLength(a) / 30)),
};

/** The receiver of an int method: a bool counts too. */
function own(self: Value): Int {
  return (
    intOperand(self) ?? raise(TypeError, `descriptor requires a 'int' object but received a '${typeOf(self).tpName}'`)
  );
}

for (const [name, operation] of Object.entries(BINARY)) {
  method(intType, `__${name}__`, 'self, value, /', (self, value) => {
    const other = intOperand(value);
    return other === undefined ? NotImplemented : operation(own(self), other);
  });
  method(intType, `__r${name}__`, 'self, value, /', (self, value) => {
    const other = intOperand(value);
    return other === undefined ? NotImplemented : operation(other, own(self));
  });
}

for (const [name, comparison] of Object.entries(COMPARE)) {
  method(intType, `__${name}__`, 'self, value, /', (self, value) => {
    const other = intOperand(value);
    return other === undefined ? NotImplemented : comparison(own(self), other);
  });
}

for (const [name, operation] of Object.entries(UNARY)) {
  method(intType, `__${name}__`, 'self, /', (self) => operation(own(self)));
}

/** An int as the nearest float; OverflowError beyond the range. */
export function intToFloat(value: Int): number {
  const float = Number(value);
  return Number.isFinite(float) ? float : raise(OverflowError, 'int too large to convert to float');
}

function power(base: Int, exponent: Value, modulus: Value | undefined): Value {
  const other = intOperand(exponent);
  if (other === undefined) return NotImplemented;
  if (modulus === undefined || modulus === null) return intPower(base, other);
  const divisor = intOperand(modulus);
  return divisor === undefined ? NotImplemented : intPowMod(base, other, divisor);
}

method(intType, '__pow__', 'self, value, mod=None, /', (self, value, modulus) => power(own(self), value, modulus));
method(intType, '__rpow__', 'self, value, mod=None, /', (self, value, modulus) => {
  const base = intOperand(value);
  return base === undefined ? NotImplemented : power(base, self, modulus);
});

method(intType, '__format__', 'self, format_spec, /', (self, spec) => {
  const text = asStr(spec, '__format__() argument');
  return text === '' ? str(self) : formatInt(self, text);
});

/** CPython: Objects/longobject.c, int___round___impl. */
method(intType, '__round__', 'self, ndigits=None, /', (self, ndigits) => {
  const value = own(self);
  if (ndigits === undefined || ndigits === null) return value;
  const digits = asIndex(ndigits);
  if (digits >= 0) return value;
  if (-digits > 400000) return 0;
  const unit = 10n ** BigInt(-digits);
  const big = BigInt(value);
  const rest = modBig(big, unit);
  const down = big - rest;
  const isUp = rest * 2n > unit || (rest * 2n === unit && (down / unit) % 2n !== 0n);
  return normalizeInt(isUp ? down + unit : down);
});

method(intType, 'bit_length', 'self, /', (self) => bitLength(own(self)));
method(intType, 'bit_count', 'self, /', (self) => bitCount(own(self)));
method(intType, 'conjugate', 'self, /', own);
method(intType, 'is_integer', 'self, /', () => true);
method(intType, 'as_integer_ratio', 'self, /', (self) => new PyTuple([own(self), 1]));

getset(intType, 'real', own);
getset(intType, 'numerator', own);
getset(intType, 'imag', () => 0);
getset(intType, 'denominator', () => 1);

function isLittleEndian(byteorder: Value | undefined): boolean {
  const order = byteorder === undefined ? 'big' : byteorder;
  if (order === 'little') return true;
  if (typeof order !== 'string') return asStr(order, "to_bytes() argument 'byteorder'") === 'little';
  return order === 'big' ? false : raise(ValueError, "byteorder must be either 'little' or 'big'");
}

/** CPython: Objects/longobject.c, int_to_bytes_impl. */
method(intType, 'to_bytes', "self, /, length=1, byteorder='big', *, signed=False", (self, size, byteorder, signed) => {
  const length = size === undefined ? 1 : asSmallInt(size);
  const isLittle = isLittleEndian(byteorder);
  if (length < 0) return raise(ValueError, 'length argument must be non-negative');
  const value = BigInt(own(self));
  const isSigned = signed !== undefined && signed !== false && signed !== 0;
  if (value < 0n && !isSigned) return raise(OverflowError, "can't convert negative int to unsigned");
  const bits = BigInt(length * 8);
  const fits = isSigned
    ? length === 0
      ? value === 0n
      : value >= -(1n << (bits - 1n)) && value < 1n << (bits - 1n)
    : value < 1n << bits;
  if (!fits) return raise(OverflowError, 'int too big to convert');
  const hex = BigInt.asUintN(length * 8, value)
    .toString(16)
    .padStart(length * 2, '0');
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) {
    const byte = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
    bytes[isLittle ? length - 1 - index : index] = byte;
  }
  return new PyBytes(bytes);
});

/** The bytes of a bytes-like object or of an iterable of ints. CPython: Objects/object.c, PyObject_Bytes. */
function bytesFrom(value: Value): Uint8Array {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes;
  const made = callSpecial(value, '__bytes__');
  if (made instanceof PyBytes) return made.bytes;
  const buffer = bufferOf(value);
  if (buffer !== undefined) return buffer;
  if (
    typeof value === 'string' ||
    (typeOf(value).lookup('__iter__') === undefined && typeOf(value).lookup('__getitem__') === undefined)
  ) {
    return raise(TypeError, `cannot convert '${typeOf(value).tpName}' object to bytes`);
  }
  return Uint8Array.from(toArray(value), (item) => {
    const byte = asIndex(item);
    return byte >= 0 && byte < 256 ? Number(byte) : raise(ValueError, 'bytes must be in range(0, 256)');
  });
}

/** CPython: Objects/longobject.c, int_from_bytes_impl. */
classMethod(
  intType,
  'from_bytes',
  "cls, /, bytes, byteorder='big', *, signed=False",
  (cls: PyType, source, byteorder, signed) => {
    const isLittle = isLittleEndian(byteorder);
    const bytes = bytesFrom(source);
    let hex = '0x0';
    for (let index = 0; index < bytes.length; index++) {
      hex += bytes[isLittle ? bytes.length - 1 - index : index].toString(16).padStart(2, '0');
    }
    const isSigned = signed !== undefined && signed !== false && signed !== 0;
    const big = BigInt(hex);
    const value = normalizeInt(isSigned ? BigInt.asIntN(bytes.length * 8, big) : big);
    return cls === intType ? value : call(cls, value);
  },
);
