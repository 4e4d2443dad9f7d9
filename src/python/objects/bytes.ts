/** `bytes`, and what `bytearray` shares with it: the sequence protocol, comparison, hexadecimal text. Other methods are in `bytes-methods.ts`. */

import { interpreter } from '../vm/interpreter.ts';
import { defineRemaking, defineRestoring, indexOfState } from './iterator-state.ts';
import './bytearray.ts';
import './bytes-methods.ts';
import './memoryview.ts';
import {
  bufferOf,
  bufferText,
  byteOf,
  bytesFromArguments,
  bytesOfText,
  bytesRepr,
  compareBytes,
  likeSelf,
} from './buffer.ts';
import { decodeBytes, latin1Text } from './decoding.ts';
import { IndexError, raise, TypeError, ValueError } from './errors.ts';
import { checkNewClass } from './int-parse.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineIterator } from './iterators.ts';
import { classMethod, method, newMethod } from './native.ts';
import { formatPercentBytes } from './percent.ts';
import { asIndex, asSmallInt, asStr, call, length, ssizeOf } from './protocol.ts';
import { sliceIndices } from './slices.ts';
import { hashStr } from './str.ts';
import { isSpace, strLength, textOf } from './text.ts';
import {
  bytearrayType,
  bytesType,
  intType,
  isInstance,
  NotImplemented,
  nativeType,
  PyByteArray,
  PyBytes,
  PySlice,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from './value.ts';

type Bytes = PyBytes | PyByteArray;

newMethod(bytesType, (args, keywords) => {
  const cls = checkNewClass(args[0], bytesType);
  const source = args[1] as Value | undefined;
  const isCopy =
    cls === bytesType &&
    args.length === 2 &&
    keywords === null &&
    source instanceof PyBytes &&
    source.cls === bytesType;
  return isCopy ? source : new PyBytes(bytesFromArguments(args, keywords, bytesType), cls);
});

/** An index or slice of bytes: the number, or the selected bytes. */
export function bytesItem(bytes: Uint8Array, key: Value, kind: 'byte' | 'bytearray'): number | Uint8Array {
  if (typeof key === 'number') {
    const index = key < 0 ? key + bytes.length : key;
    return bytes[index] ?? raise(IndexError, kind === 'byte' ? 'index out of range' : 'bytearray index out of range');
  }
  if (key instanceof PySlice) return selectBytes(bytes, key);
  if (!isInstance(key, intType) && typeOf(key).lookup('__index__') === undefined) {
    return raise(TypeError, `${kind} indices must be integers or slices, not ${typeOf(key).tpName}`);
  }
  const index = ssizeOf(asIndex(key));
  if (index === undefined) return raise(IndexError, `cannot fit '${typeOf(key).tpName}' into an index-sized integer`);
  return bytesItem(bytes, index, kind);
}

function selectBytes(bytes: Uint8Array, slice: PySlice): Uint8Array {
  const { start, stop, step, count } = sliceIndices(slice, bytes.length);
  if (step === 1) return bytes.slice(start, Math.max(start, stop));
  return Uint8Array.from({ length: count }, (_, index) => bytes[start + index * step]);
}

const bytesIteratorType = defineIterator(nativeType('bytes_iterator'));
const bytearrayIteratorType = defineIterator(nativeType('bytearray_iterator'));

class BytesIterator extends NativeIterator {
  private readonly source: Bytes;
  private index = 0;
  constructor(source: Bytes) {
    super(source instanceof PyByteArray ? bytearrayIteratorType : bytesIteratorType);
    this.source = source;
  }
  nextValue(): Value | undefined {
    return this.source.bytes[this.index++];
  }
  override lengthHint(): number {
    return Math.max(0, this.source.bytes.length - this.index);
  }
  override remake(): Remake {
    return this.index >= this.source.bytes.length
      ? { by: 'iter', args: [new PyTuple([])] }
      : { by: 'iter', args: [this.source], state: this.index };
  }
  override restore(state: Value): void {
    const end = this.source.bytes.length;
    const index = indexOfState(state, this.source instanceof PyByteArray ? -1 : 0, end);
    this.index = index < 0 ? end : index;
  }
}
defineRemaking(bytesIteratorType, bytearrayIteratorType);
defineRestoring(bytesIteratorType, bytearrayIteratorType);

const ORDER: Readonly<Record<string, (order: number) => boolean>> = {
  __eq__: (order) => order === 0,
  __ne__: (order) => order !== 0,
  __lt__: (order) => order < 0,
  __le__: (order) => order <= 0,
  __gt__: (order) => order > 0,
  __ge__: (order) => order >= 0,
};

for (const cls of [bytesType, bytearrayType]) defineSequence(cls);

function defineSequence(cls: PyType): void {
  method(cls, '__len__', 'self, /', (self: Bytes) => self.bytes.length);
  method(cls, '__iter__', 'self, /', (self: Bytes) => new BytesIterator(self));
  method(cls, '__getitem__', 'self, key, /', (self: Bytes, key) => {
    const found = bytesItem(self.bytes, key, self instanceof PyByteArray ? 'bytearray' : 'byte');
    return typeof found === 'number' ? found : likeSelf(self, found);
  });
  method(cls, '__add__', 'self, value, /', (self: Bytes, value) => {
    const other = bufferOf(value);
    return other === undefined ? NotImplemented : likeSelf(self, joinBytes(self.bytes, other));
  });
  const repeat = (self: Bytes, value: Value): Value => {
    if (!isInstance(value, intType) && typeOf(value).lookup('__index__') === undefined) return NotImplemented;
    return likeSelf(self, repeatBytes(self.bytes, asSmallInt(value)));
  };
  method(cls, '__mul__', 'self, value, /', repeat as (self: Value, value: Value) => Value);
  method(cls, '__rmul__', 'self, value, /', repeat as (self: Value, value: Value) => Value);
  method(cls, '__mod__', 'self, value, /', (self: Bytes, value) => {
    return likeSelf(self, bytesOfText(formatPercentBytes(latin1Text(self.bytes), value)));
  });
  method(cls, '__contains__', 'self, key, /', (self: Bytes, key) => {
    if (bufferOf(key) === undefined && isIndex(key)) return self.bytes.includes(byteOf(key));
    return latin1Text(self.bytes).includes(bufferText(key));
  });
  for (const [name, test] of Object.entries(ORDER)) {
    method(cls, name, 'self, value, /', (self: Bytes, value) => {
      const other = bufferOf(value);
      return other === undefined ? NotImplemented : test(compareBytes(self.bytes, other));
    });
  }
  method(cls, 'hex', 'self, sep=None, bytes_per_sep=1', (self: Bytes, sep, size) => hexText(self.bytes, sep, size));
  method(cls, 'decode', "self, /, encoding='utf-8', errors='strict'", (self: Bytes, encoding, errors) => {
    const name = encoding === undefined ? 'utf-8' : asStr(encoding, "decode() argument 'encoding'");
    return decodeBytes(self.bytes, name, errors === undefined ? 'strict' : asStr(errors, "decode() argument 'errors'"));
  });
  classMethod(cls, 'fromhex', 'cls, string, /', (actual: PyType, string) => {
    const bytes = parseHex(string);
    if (actual === cls) return cls === bytesType ? new PyBytes(bytes) : new PyByteArray(bytes);
    return call(actual, new PyBytes(bytes));
  });
}

function isIndex(value: Value): boolean {
  return isInstance(value, intType) || typeOf(value).lookup('__index__') !== undefined;
}

export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const result = new Uint8Array(a.length + b.length);
  result.set(a);
  result.set(b, a.length);
  return result;
}

export function repeatBytes(bytes: Uint8Array, count: number): Uint8Array {
  if (count <= 0 || bytes.length === 0) return new Uint8Array(0);
  interpreter.claim(bytes.length * count);
  const result = new Uint8Array(bytes.length * count);
  for (let index = 0; index < count; index++) result.set(bytes, index * bytes.length);
  return result;
}

/** CPython: Python/pystrhex.c, _Py_strhex_impl. */
export function hexText(bytes: Uint8Array, sep: Value | undefined, size: Value | undefined): string {
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  if (sep === undefined || sep === null) return pairs.join('');
  const separator = hexSeparator(sep);
  const group = size === undefined ? 1 : asSmallInt(size);
  if (group === 0) return pairs.join('');
  const width = Math.abs(group);
  // Groups are counted from the right, or from the left when the size is negative.
  const first = group > 0 ? pairs.length % width || width : width;
  const groups: string[] = [];
  for (let start = 0, end = first; start < pairs.length; start = end, end += width)
    groups.push(pairs.slice(start, end).join(''));
  return groups.join(separator);
}

function hexSeparator(sep: Value): string {
  const text = textOf(sep);
  if (text === undefined && bufferOf(sep) === undefined) length(sep);
  const separator = text ?? bufferText(sep);
  if (strLength(separator) !== 1) return raise(ValueError, 'sep must be length 1.');
  return separator < '\x80' ? separator : raise(ValueError, 'sep must be ASCII.');
}

/** CPython: Objects/bytesobject.c, _PyBytes_FromHex. */
function parseHex(source: Value): Uint8Array {
  const text = textOf(source) ?? (bufferOf(source) === undefined ? undefined : bufferText(source));
  if (text === undefined)
    return raise(TypeError, `fromhex() argument must be str or bytes-like, not ${typeOf(source).tpName}`);
  const foreign = typeof source === 'string' ? text.search(/[^\0-\x7f]/) : -1;
  if (foreign >= 0) return raise(ValueError, `non-hexadecimal number found in fromhex() arg at position ${foreign}`);
  const bytes: number[] = [];
  for (let index = 0; index < text.length; ) {
    if (isSpace(text[index]) && text[index] < '\x80') {
      index++;
      continue;
    }
    for (const at of [index, index + 1]) {
      if (at >= text.length)
        return raise(ValueError, 'fromhex() arg must contain an even number of hexadecimal digits');
      if (!/[\da-fA-F]/.test(text[at]))
        return raise(ValueError, `non-hexadecimal number found in fromhex() arg at position ${at}`);
    }
    bytes.push(Number.parseInt(text.slice(index, index + 2), 16));
    index += 2;
  }
  return Uint8Array.from(bytes);
}

method(bytesType, '__repr__', 'self, /', (self: PyBytes) => bytesRepr(self.bytes));
method(bytesType, '__str__', 'self, /', (self: PyBytes) => bytesRepr(self.bytes));
/** As in CPython, bytes and an ASCII str of the same letters have the same hash. */
method(bytesType, '__hash__', 'self, /', (self: PyBytes) => hashStr(latin1Text(self.bytes)));
method(bytesType, '__bytes__', 'self, /', (self: PyBytes) => (self.cls === bytesType ? self : new PyBytes(self.bytes)));
method(bytesType, '__getnewargs__', 'self, /', (self: PyBytes) => new PyTuple([new PyBytes(self.bytes)]));
method(bytesType, '__rmod__', 'self, value, /', (self: PyBytes, value) => {
  const template = bufferOf(value);
  return template === undefined
    ? NotImplemented
    : likeSelf(value, bytesOfText(formatPercentBytes(latin1Text(template), self)));
});
