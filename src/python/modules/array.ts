/** The module `array`. CPython: Modules/arraymodule.c. */

import { getAttr } from '../objects/attributes.ts';
import { bufferOf, viewOf } from '../objects/buffer.ts';
import { EOFError, IndexError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { iteratorType } from '../objects/iterators.ts';
import {
  getset,
  type Keywords,
  method,
  nativeFunction,
  newMethod,
  rawClassMethod,
  rawMethod,
} from '../objects/native.ts';
import { asIndex, asSmallInt, callMethod, each } from '../objects/protocol.ts';
import {
  asSize,
  clampIndex,
  compareSequences,
  countOf,
  defineComparisons,
  indexOf,
  reprItems,
} from '../objects/sequences.ts';
import { type SliceIndices, sliceIndices } from '../objects/slices.ts';
import { strRepr, textOf } from '../objects/text.ts';
import {
  isInstance,
  NotImplemented,
  PyByteArray,
  PyBytes,
  PyList,
  PySlice,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { interpreter } from '../vm/interpreter.ts';
import { arrayType, isText, PyArray, positionIn, TYPECODES } from './array-object.ts';

newMethod(arrayType, (args, keywords, cls) => make(cls, args.slice(1), keywords));
rawMethod(arrayType, '__init__', () => null);

/** CPython: array_new. */
function make(cls: PyType, args: readonly Value[], keywords: Keywords): PyArray {
  if (cls === arrayType && keywords !== null && keywords.size > 0)
    return raise(TypeError, 'array.array() takes no keyword arguments');
  if (args.length < 1) return raise(TypeError, 'array() takes at least 1 argument (0 given)');
  if (args.length > 2) return raise(TypeError, `array() takes at most 2 arguments (${args.length} given)`);
  const code = typecodeOf(args[0] as Value);
  const initial = args[1];
  if (initial !== undefined && !isText(code)) {
    const kind = `to initialize an array with typecode '${code}'`;
    if (textOf(initial) !== undefined) return raise(TypeError, `cannot use a str ${kind}`);
    if (initial instanceof PyArray && isText(initial.code))
      return raise(TypeError, `cannot use a unicode array ${kind}`);
  }
  if (!TYPECODES.includes(code))
    return raise(ValueError, `bad typecode (must be ${[...TYPECODES].slice(0, -1).join(', ')} or d)`);
  if (code === 'u') interpreter.deprecate("The 'u' type code is deprecated and will be removed in Python 3.16");
  const made = new PyArray(cls, code);
  if (initial !== undefined) fill(made, initial);
  return made;
}

function typecodeOf(value: Value): string {
  const text =
    textOf(value) ?? raise(TypeError, `array() argument 1 must be a unicode character, not ${typeOf(value).tpName}`);
  const count = [...text].length;
  if (count === 1) return text;
  return raise(TypeError, `array() argument 1 must be a unicode character, not a string of length ${count}`);
}

function fill(self: PyArray, initial: Value): void {
  if (initial instanceof PyBytes || initial instanceof PyByteArray) appendBytes(self, initial.bytes);
  else if (initial instanceof PyArray && initial.code === self.code) self.splice(0, 0, initial.bytes);
  else for (const item of each(initial)) self.append(item);
}

function appendBytes(self: PyArray, bytes: Uint8Array): void {
  if (bytes.length % self.itemSize !== 0) raise(ValueError, 'bytes length not a multiple of item size');
  self.splice(self.length, 0, bytes);
}

function extend(self: PyArray, other: Value): null {
  if (other instanceof PyArray) {
    if (other.code !== self.code) return raise(TypeError, 'can only extend with array of same kind');
    self.splice(self.length, 0, other.bytes);
  } else for (const item of each(other)) self.append(item);
  return null;
}

function like(self: PyArray, bytes: Uint8Array): PyArray {
  const made = new PyArray(arrayType, self.code);
  made.splice(0, 0, bytes);
  return made;
}

function copy(self: PyArray): Value {
  return like(self, self.bytes);
}

/** The bytes of the items that a slice selects. */
function selected(self: PyArray, { start, step, count }: SliceIndices): Uint8Array {
  const size = self.itemSize;
  const { bytes } = self;
  if (step === 1) return bytes.slice(start * size, (start + count) * size);
  const chosen = new Uint8Array(count * size);
  for (let i = 0; i < count; i++) {
    const at = (start + i * step) * size;
    chosen.set(bytes.subarray(at, at + size), i * size);
  }
  return chosen;
}

method(arrayType, '__getitem__', 'self, key, /', (self: PyArray, key: Value) =>
  key instanceof PySlice
    ? like(self, selected(self, sliceIndices(key, self.length)))
    : self.get(positionIn(self, key, 'array index out of range')),
);

method(arrayType, '__setitem__', 'self, key, value, /', (self: PyArray, key: Value, value: Value) => {
  if (!(key instanceof PySlice)) self.set(positionIn(self, key, 'array assignment index out of range'), value);
  else setSlice(self, sliceIndices(key, self.length), value);
  return null;
});

function setSlice(self: PyArray, slice: SliceIndices, value: Value): void {
  const { start, step, count } = slice;
  if (!(value instanceof PyArray))
    return raise(TypeError, `can only assign array (not "${typeOf(value).tpName}") to array slice`);
  if (value.code !== self.code) return raise(TypeError, 'bad argument type for built-in operation');
  if (step === 1) return self.splice(start, count, value.bytes);
  if (value.length === 0) return deleteSlice(self, slice);
  if (value.length !== count)
    return raise(ValueError, `attempt to assign array of size ${value.length} to extended slice of size ${count}`);
  for (const [i, item] of value.items().entries()) self.set(start + i * step, item);
}

method(arrayType, '__delitem__', 'self, key, /', (self: PyArray, key: Value) => {
  if (key instanceof PySlice) deleteSlice(self, sliceIndices(key, self.length));
  else self.splice(positionIn(self, key, 'array assignment index out of range'), 1, NOTHING);
  return null;
});

function deleteSlice(self: PyArray, { start, step, count }: SliceIndices): void {
  const doomed = Array.from({ length: count }, (_, index) => start + index * step).sort((a, b) => b - a);
  for (const index of doomed) self.splice(index, 1, NOTHING);
}

const NOTHING = new Uint8Array(0);

method(arrayType, 'append', 'self, v, /', (self: PyArray, value: Value) => {
  self.append(value);
  return null;
});
method(arrayType, 'extend', 'self, bb, /', extend);
method(arrayType, 'insert', 'self, i, v, /', (self: PyArray, indexValue: Value, value: Value) => {
  const at = Math.min(clampIndex(indexValue, self.length, 0), self.length);
  const one = new PyArray(arrayType, self.code);
  one.append(value);
  self.splice(at, 0, one.bytes);
  return null;
});
method(arrayType, 'pop', 'self, i=-1, /', (self: PyArray, indexValue?: Value) => {
  if (self.length === 0) return raise(IndexError, 'pop from empty array');
  const at = positionIn(self, indexValue ?? -1, 'pop index out of range');
  const item = self.get(at);
  self.splice(at, 1, NOTHING);
  return item;
});
method(arrayType, 'remove', 'self, v, /', (self: PyArray, value: Value) => {
  const at = indexOf(self.items(), value);
  if (at < 0) return raise(ValueError, 'array.remove(x): x not in array');
  self.splice(at, 1, NOTHING);
  return null;
});
method(arrayType, 'clear', 'self, /', (self: PyArray) => {
  self.splice(0, self.length, NOTHING);
  return null;
});
method(arrayType, 'reverse', 'self, /', (self: PyArray) => {
  self.splice(0, self.length, selected(self, { start: self.length - 1, stop: -1, step: -1, count: self.length }));
  return null;
});
method(arrayType, 'byteswap', 'self, /', (self: PyArray) => {
  const { bytes, itemSize } = self;
  for (let at = 0; at < bytes.length; at += itemSize) bytes.subarray(at, at + itemSize).reverse();
  return null;
});
method(arrayType, 'count', 'self, v, /', (self: PyArray, value: Value) => countOf(self.items(), value));
method(
  arrayType,
  'index',
  'self, v, start=0, stop=9223372036854775807, /',
  (self: PyArray, value: Value, start?: Value, stop?: Value) => {
    const found = indexOf(
      self.items(),
      value,
      clampIndex(start, self.length, 0),
      clampIndex(stop, self.length, self.length),
    );
    return found < 0 ? raise(ValueError, 'array.index(x): x not in array') : found;
  },
);
method(arrayType, 'tolist', 'self, /', (self: PyArray) => new PyList(self.items()));
method(arrayType, 'fromlist', 'self, list, /', (self: PyArray, list: Value) => {
  if (!(list instanceof PyList)) return raise(TypeError, 'arg must be list');
  const fresh = new PyArray(arrayType, self.code);
  for (const item of list.items) fresh.append(item);
  return extend(self, fresh);
});
method(arrayType, 'tobytes', 'self, /', (self: PyArray) => new PyBytes(self.bytes.slice()));
method(arrayType, 'frombytes', 'self, buffer, /', (self: PyArray, buffer: Value) => {
  const bytes = bufferOf(buffer) ?? raise(TypeError, `a bytes-like object is required, not '${typeOf(buffer).tpName}'`);
  appendBytes(self, bytes);
  return null;
});
method(arrayType, 'tofile', 'self, f, /', (self: PyArray, file: Value) => {
  callMethod(file, 'write', new PyBytes(self.bytes.slice()));
  return null;
});
method(arrayType, 'fromfile', 'self, f, n, /', (self: PyArray, file: Value, count: Value) => {
  const items = asSmallInt(count);
  if (items < 0) return raise(ValueError, 'negative count');
  const read = callMethod(file, 'read', items * self.itemSize);
  if (!(read instanceof PyBytes)) return raise(TypeError, "read() didn't return bytes");
  const isShort = read.bytes.length !== items * self.itemSize;
  appendBytes(self, read.bytes);
  return isShort ? raise(EOFError, "read() didn't return enough bytes") : null;
});
method(arrayType, 'tounicode', 'self, /', (self: PyArray) =>
  isText(self.code)
    ? self.items().join('')
    : raise(ValueError, "tounicode() may only be called on unicode type arrays ('u' or 'w')"),
);
method(arrayType, 'fromunicode', 'self, ustr, /', (self: PyArray, text: Value) => {
  if (!isText(self.code))
    return raise(ValueError, "fromunicode() may only be called on unicode type arrays ('u' or 'w')");
  const given = textOf(text);
  if (given === undefined) return raise(TypeError, `fromunicode() argument must be str, not ${typeOf(text).tpName}`);
  for (const character of given) self.append(character);
  return null;
});
// There are no addresses: the first number only tells one array from another, and never moves.
method(arrayType, 'buffer_info', 'self, /', (self: PyArray) => new PyTuple([0, self.length]));

method(arrayType, '__len__', 'self, /', (self: PyArray) => self.length);
method(arrayType, '__contains__', 'self, key, /', (self: PyArray, value: Value) => indexOf(self.items(), value) >= 0);
method(arrayType, '__copy__', 'self, /', copy);
method(arrayType, '__deepcopy__', 'self, memo, /', copy);
arrayType.attrs.set('__hash__', null);
method(arrayType, '__repr__', 'self, /', (self: PyArray) => {
  const { code, length } = self;
  if (length === 0) return `${self.cls.name}('${code}')`;
  const items = self.items();
  return `${self.cls.name}('${code}', ${isText(code) ? strRepr(items.join('')) : `[${reprItems(items)}]`})`;
});
method(arrayType, '__add__', 'self, value, /', (self: PyArray, other: Value) => {
  if (!(other instanceof PyArray))
    return raise(TypeError, `can only append array (not "${typeOf(other).tpName}") to array`);
  if (other.code !== self.code) return raise(TypeError, 'bad argument type for built-in operation');
  const sum = like(self, self.bytes);
  sum.splice(sum.length, 0, other.bytes);
  return sum;
});
method(arrayType, '__iadd__', 'self, value, /', (self: PyArray, other: Value) => {
  if (!(other instanceof PyArray))
    return raise(TypeError, `can only extend array with array (not "${typeOf(other).tpName}")`);
  extend(self, other);
  return self;
});

function times(self: PyArray, count: Value): Uint8Array | undefined {
  if (typeOf(count).lookup('__index__') === undefined) return undefined;
  const repeats = Math.max(0, asSize(count));
  const { bytes } = self;
  interpreter.claim(bytes.length * repeats);
  const all = new Uint8Array(bytes.length * repeats);
  for (let i = 0; i < repeats; i++) all.set(bytes, i * bytes.length);
  return all;
}

for (const name of ['__mul__', '__rmul__']) {
  method(arrayType, name, 'self, value, /', (self: PyArray, count: Value) => {
    const bytes = times(self, count);
    return bytes === undefined ? NotImplemented : like(self, bytes);
  });
}
method(arrayType, '__imul__', 'self, value, /', (self: PyArray, count: Value) => {
  const bytes = times(self, count);
  if (bytes === undefined) return NotImplemented;
  self.splice(0, self.length, bytes);
  return self;
});
defineComparisons(arrayType, (self, other, comparison) => {
  if (!(self instanceof PyArray) || !(other instanceof PyArray)) return NotImplemented;
  return compareSequences(comparison, self.items(), other.items());
});
getset(arrayType, 'typecode', (self) => (self as PyArray).code);
getset(arrayType, 'itemsize', (self) => (self as PyArray).itemSize);
method(arrayType, '__buffer__', 'self, flags, /', (self: PyArray) => viewOf(self));
method(arrayType, '__sizeof__', 'self, /', (self: PyArray) => 80 + self.bytes.length);
method(arrayType, '__reduce_ex__', 'self, value, /', (self: PyArray) => {
  const attrs = (self as { attrs?: ReadonlyMap<string, Value> | null }).attrs;
  const state = attrs === undefined || attrs === null || attrs.size === 0 ? null : getAttr(self, '__dict__');
  return new PyTuple([self.cls, new PyTuple([self.code, new PyList(self.items())]), state]);
});
rawClassMethod(arrayType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

const arrayIteratorType = iteratorType('arrayiterator');
arrayIteratorType.attrs.set('__module__', 'array');

class ArrayIterator extends NativeIterator {
  private array: PyArray | null;
  private index = 0;
  constructor(array: PyArray) {
    super(arrayIteratorType);
    this.array = array;
  }
  nextValue(): Value | undefined {
    if (this.array !== null && this.index < this.array.length) return this.array.get(this.index++);
    this.array = null;
    return undefined;
  }
  override lengthHint(): number {
    return this.array === null ? 0 : Math.max(0, this.array.length - this.index);
  }
}

method(arrayType, '__iter__', 'self, /', (self: PyArray) => new ArrayIterator(self));

export function arrayModule(): Map<string, Value> {
  callMethod(getAttr(load('collections.abc'), 'MutableSequence'), 'register', arrayType);
  return new Map<string, Value>([
    ['array', arrayType],
    ['ArrayType', arrayType],
    ['typecodes', TYPECODES],
    [
      '_array_reconstructor',
      nativeFunction('_array_reconstructor', 'arraytype, typecode, mformat_code, items, /', reconstructed),
    ],
  ]);
}

/** For pickles of other machines: the formats that this one has, too. CPython: array__array_reconstructor_impl. */
function reconstructed(cls: Value, code: Value, format: Value, items: Value): Value {
  if (!isInstance(cls, typeOf(arrayType))) return raise(TypeError, 'first argument must be a type object, not int');
  if (!(items instanceof PyBytes)) return raise(TypeError, 'fourth argument should be bytes, not str');
  const made = make(cls as PyType, [code], null);
  const [letter, isLittle] =
    FORMATS[Number(asIndex(format))] ?? raise(ValueError, 'third argument must be a valid machine format code.');
  const read = new PyArray(arrayType, letter);
  appendBytes(read, items.bytes);
  if (!isLittle) callMethod(read, 'byteswap');
  extend(made, new PyList(read.items()));
  return made;
}

const FORMATS: readonly (readonly [string, boolean])[] = [
  ['B', true],
  ['b', true],
  ['H', true],
  ['H', false],
  ['h', true],
  ['h', false],
  ['I', true],
  ['I', false],
  ['i', true],
  ['i', false],
  ['Q', true],
  ['Q', false],
  ['q', true],
  ['q', false],
  ['f', true],
  ['f', false],
  ['d', true],
  ['d', false],
];
