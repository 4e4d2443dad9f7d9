/** `bytearray`: what changes it. Each change replaces its bytes by a new array, except for items set in place. */
import { interpreter } from '../vm/interpreter.ts';
import { instanceDict } from './attributes.ts';
import { bufferOf, byteOf, bytesFromArguments, bytesFromIterable, bytesRepr } from './buffer.ts';
import { repeatBytes } from './bytes.ts';
import { BufferError, IndexError, raise, TypeError, ValueError } from './errors.ts';
import { checkNewClass } from './int-parse.ts';
import { method, newMethod, rawMethod } from './native.ts';
import { asIndex, asSmallInt, ssizeOf } from './protocol.ts';
import { type SliceIndices, sliceIndices } from './slices.ts';
import {
  bytearrayType,
  intType,
  isInstance,
  PyByteArray,
  PyBytes,
  PySlice,
  PyTuple,
  typeOf,
  type Value,
} from './value.ts';

newMethod(bytearrayType, (args) => new PyByteArray(new Uint8Array(0), checkNewClass(args[0], bytearrayType)));
rawMethod(bytearrayType, '__init__', (args, keywords) => {
  const self = args[0];
  if (self instanceof PyByteArray) self.bytes = bytesFromArguments(args, keywords, bytearrayType);
  return null;
});
bytearrayType.attrs.set('__hash__', null);

method(bytearrayType, '__repr__', 'self, /', (self: PyByteArray) => show(self));
method(bytearrayType, '__str__', 'self, /', (self: PyByteArray) => show(self));
method(bytearrayType, '__reduce__', 'self, /', (self: PyByteArray) => reduce(self, 2));
method(bytearrayType, '__reduce_ex__', 'self, protocol=0, /', (self: PyByteArray, protocol?: Value) =>
  reduce(self, asSmallInt(protocol ?? 0)),
);

/** CPython: Objects/bytearrayobject.c, _common_reduce: before protocol 3 there are no bytes, only text. */
function reduce(self: PyByteArray, protocol: number): PyTuple {
  const state = self.attrs === null || self.attrs.size === 0 ? null : instanceDict(self);
  const text = (): Value[] => [Array.from(self.bytes, (byte) => String.fromCharCode(byte)).join(''), 'latin-1'];
  const content = self.bytes.length === 0 ? [] : protocol < 3 ? text() : [new PyBytes(self.bytes)];
  return new PyTuple([self.cls, new PyTuple(content), state]);
}

/** CPython: Objects/bytearrayobject.c, bytearray_repr. */
function show(self: PyByteArray): string {
  return `${self.cls.name}(${bytesRepr(self.bytes, "'")})`;
}

/** The bytes with `count` of them from `start` on replaced. */
function splice(bytes: Uint8Array, start: number, count: number, fresh: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - count + fresh.length);
  result.set(bytes.subarray(0, start));
  result.set(fresh, start);
  result.set(bytes.subarray(start + count), start + fresh.length);
  return result;
}

/** Memory with room behind the bytes, made by `append`: who holds a view of it keeps what it saw. */
const roomy = new WeakSet<ArrayBufferLike>();

/** In time that does not depend on how much is there already, mostly. */
function append(self: PyByteArray, fresh: Uint8Array): void {
  const { bytes } = self;
  const needed = bytes.length + fresh.length;
  let { buffer } = bytes;
  if (!roomy.has(buffer) || buffer.byteLength < needed) {
    interpreter.claim(needed);
    buffer = new ArrayBuffer(needed + (needed >> 3) + 16);
    roomy.add(buffer);
    new Uint8Array(buffer).set(bytes);
  }
  const longer = new Uint8Array(buffer, 0, needed);
  longer.set(fresh, bytes.length);
  self.bytes = longer;
}

function itemPosition(self: PyByteArray, key: Value): number {
  if (!isInstance(key, intType) && typeOf(key).lookup('__index__') === undefined) {
    return raise(TypeError, `bytearray indices must be integers or slices, not ${typeOf(key).tpName}`);
  }
  const index = ssizeOf(asIndex(key));
  if (index === undefined) return raise(IndexError, `cannot fit '${typeOf(key).tpName}' into an index-sized integer`);
  const position = index < 0 ? index + self.bytes.length : index;
  return position >= 0 && position < self.bytes.length ? position : raise(IndexError, 'bytearray index out of range');
}

method(bytearrayType, '__setitem__', 'self, key, value, /', (self: PyByteArray, key, value) => {
  if (key instanceof PySlice) setSlice(self, sliceIndices(key, self.bytes.length), value);
  else {
    const position = itemPosition(self, key);
    self.bytes[position] = byteOf(value);
  }
  return null;
});

/** CPython: Objects/bytearrayobject.c, bytearray_ass_subscript. */
function setSlice(self: PyByteArray, { start, step, count }: SliceIndices, value: Value): void {
  const fresh = bufferOf(value) ?? bytesToAssign(value);
  if (step === 1) {
    self.bytes = splice(self.bytes, start, count, fresh.slice());
    return;
  }
  if (fresh.length !== count)
    return raise(ValueError, `attempt to assign bytes of size ${fresh.length} to extended slice of size ${count}`);
  for (let index = 0; index < count; index++) self.bytes[start + index * step] = fresh[index];
}

function bytesToAssign(value: Value): Uint8Array {
  const type = typeOf(value);
  if (
    isInstance(value, intType) ||
    typeof value === 'string' ||
    (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined)
  ) {
    return raise(TypeError, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  }
  return bytesFromIterable(value);
}

method(bytearrayType, '__delitem__', 'self, key, /', (self: PyByteArray, key) => {
  if (!(key instanceof PySlice)) self.bytes = splice(self.bytes, itemPosition(self, key), 1, new Uint8Array(0));
  else {
    const { start, step, count } = sliceIndices(key, self.bytes.length);
    if (step === 1) {
      self.bytes = splice(self.bytes, start, count, new Uint8Array(0));
      return null;
    }
    const removed = new Set(Array.from({ length: count }, (_, index) => start + index * step));
    self.bytes = self.bytes.filter((_, index) => !removed.has(index));
  }
  return null;
});

method(bytearrayType, '__iadd__', 'self, value, /', (self: PyByteArray, value) => {
  const other = bufferOf(value) ?? raise(TypeError, `can't concat ${typeOf(value).tpName} to ${self.cls.name}`);
  if (value === self && other.length > 0)
    return raise(BufferError, 'Existing exports of data: object cannot be re-sized');
  append(self, other);
  return self;
});
method(bytearrayType, '__imul__', 'self, value, /', (self: PyByteArray, value) => {
  self.bytes = repeatBytes(self.bytes, asSmallInt(value));
  return self;
});

method(bytearrayType, 'append', 'self, item, /', (self: PyByteArray, item) => {
  append(self, Uint8Array.of(byteOf(item)));
  return null;
});

method(bytearrayType, 'extend', 'self, iterable_of_ints, /', (self: PyByteArray, iterable) => {
  append(self, bufferOf(iterable) ?? bytesToExtend(iterable));
  return null;
});

function bytesToExtend(value: Value): Uint8Array {
  const type = typeOf(value);
  if (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined) {
    return raise(TypeError, `can't extend bytearray with ${type.name}`);
  }
  if (typeof value === 'string') return raise(TypeError, `expected iterable of integers; got: '${type.name}'`);
  return bytesFromIterable(value);
}

method(bytearrayType, 'insert', 'self, index, item, /', (self: PyByteArray, indexValue, item) => {
  const index = asSmallInt(indexValue);
  const size = self.bytes.length;
  const position = index < 0 ? Math.max(0, index + size) : Math.min(index, size);
  self.bytes = splice(self.bytes, position, 0, Uint8Array.of(byteOf(item)));
  return null;
});

method(bytearrayType, 'pop', 'self, index=-1, /', (self: PyByteArray, indexValue) => {
  const index = indexValue === undefined ? -1 : asSmallInt(indexValue);
  if (self.bytes.length === 0) return raise(IndexError, 'pop from empty bytearray');
  const position = index < 0 ? index + self.bytes.length : index;
  const byte = self.bytes[position] ?? raise(IndexError, 'pop index out of range');
  self.bytes = splice(self.bytes, position, 1, new Uint8Array(0));
  return byte;
});

method(bytearrayType, 'remove', 'self, value, /', (self: PyByteArray, value) => {
  const position = self.bytes.indexOf(byteOf(value));
  if (position < 0) return raise(ValueError, 'value not found in bytearray');
  self.bytes = splice(self.bytes, position, 1, new Uint8Array(0));
  return null;
});

method(bytearrayType, 'reverse', 'self, /', (self: PyByteArray) => {
  self.bytes.reverse();
  return null;
});
method(bytearrayType, 'clear', 'self, /', (self: PyByteArray) => {
  self.bytes = new Uint8Array(0);
  return null;
});
method(bytearrayType, 'copy', 'self, /', (self: PyByteArray) => new PyByteArray(self.bytes.slice()));
method(bytearrayType, 'resize', 'self, size, /', (self: PyByteArray, sizeValue) => {
  const size = asSmallInt(sizeValue);
  if (size < 0) return raise(ValueError, `bytearray.resize(): new size must be >= 0, got ${size}`);
  const bytes = new Uint8Array(size);
  bytes.set(self.bytes.subarray(0, size));
  self.bytes = bytes;
  return null;
});
