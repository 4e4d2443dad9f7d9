/** `memoryview`: items of bytes, bytearrays and arrays seen, changed, cut and counted where they lie. */
import { bufferOf, compareBytes, exportedView, memoryviewType, PyMemoryView, SharedBytes, viewOf } from './buffer.ts';
import { hexText } from './bytes.ts';
import { latin1Text } from './decoding.ts';
import { IndexError, NotImplementedError, raise, TypeError, ValueError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { getset, method, newMethod, rawClassMethod } from './native.ts';
import { dataViewOf, integerLimits, NATIVE_SIZES, readFloat, readInteger, writeFloat, writeInteger } from './packed.ts';
import { asFloat, asIndex, equals, length, truthy } from './protocol.ts';
import { clampIndex, countOf, indexOf } from './sequences.ts';
import { sliceIndices } from './slices.ts';
import { hashStr } from './str.ts';
import { textOf } from './text.ts';
import {
  bytearrayType,
  bytesType,
  intType,
  isInstance,
  NotImplemented,
  nameInArgument,
  PyByteArray,
  PyBytes,
  PyFloat,
  PyList,
  PyObject,
  PySlice,
  PyTuple,
  typeOf,
  type Value,
} from './value.ts';

memoryviewType.isBaseType = false;

newMethod(memoryviewType, (args, keywords) => {
  const source = args.length > 1 ? args[1] : keywords?.get('object');
  if (source === undefined) return raise(TypeError, "memoryview() missing required argument 'object' (pos 1)");
  if (source instanceof PyMemoryView) return another(live(source), {});
  if (source instanceof PyBytes || source instanceof PyByteArray || source instanceof SharedBytes)
    return viewOf(source);
  const exported = source instanceof PyObject && source.cls.isHeapType ? exportedView(source) : undefined;
  if (exported !== undefined) return exported;
  return raise(TypeError, `memoryview: a bytes-like object is required, not '${typeOf(source).tpName}'`);
});

function live(view: PyMemoryView): PyMemoryView {
  return view.isReleased ? raise(ValueError, 'operation forbidden on released memoryview object') : view;
}

/** Of the same object, with something changed. */
function another(
  view: PyMemoryView,
  change: Partial<Pick<PyMemoryView, 'start' | 'length' | 'step' | 'format' | 'isReadOnly'>>,
): PyMemoryView {
  const { start, length, step, format, isReadOnly } = { ...pickWindow(view), ...change };
  return new PyMemoryView(view.source, { start, length, step }, { format, isReadOnly });
}

function pickWindow({ start, length, step, format, isReadOnly }: PyMemoryView) {
  return { start, length, step, format, isReadOnly };
}

/** Where the item begins, in bytes. */
function position(self: PyMemoryView, key: Value): number {
  if (!isInstance(key, intType) && typeOf(key).lookup('__index__') === undefined)
    return raise(TypeError, 'memoryview: invalid slice key');
  const index = Number(asIndex(key));
  const fromStart = index < 0 ? index + self.length : index;
  if (fromStart < 0 || fromStart >= self.length) return raise(IndexError, 'index out of bounds on dimension 1');
  return self.start + fromStart * self.step * self.itemSize;
}

function part(self: PyMemoryView, slice: PySlice): PyMemoryView {
  const { start, step, count } = sliceIndices(slice, self.length);
  const first = self.start + start * self.step * self.itemSize;
  return another(self, { start: first, length: count, step: self.step * step });
}

/** CPython: Objects/memoryobject.c, unpack_single. */
function itemAt({ format, itemSize }: PyMemoryView, bytes: Uint8Array, at: number): Value {
  const code = letter(format);
  if (code === 'B') return bytes[at];
  if (code === 'c') return new PyBytes(bytes.slice(at, at + 1));
  if (code === '?') return bytes[at] !== 0;
  const view = dataViewOf(bytes);
  if ('efd'.includes(code)) return readFloat(view, at, itemSize, true);
  return READABLE.includes(code)
    ? readInteger(view, at, code, itemSize, true)
    : raise(NotImplementedError, `memoryview: format ${format} not supported`);
}

const READABLE = 'bBhHiIlLqQnNP';

function letter(format: string): string {
  return format.startsWith('@') ? format.slice(1) : format;
}

function items(self: PyMemoryView): Value[] {
  const bytes = live(self).view();
  return Array.from({ length: self.length }, (_, index) => itemAt(self, bytes, index * self.itemSize));
}

/** CPython: pack_single. */
function setItemAt({ format, itemSize, source }: PyMemoryView, at: number, value: Value): void {
  const code = letter(format);
  const view = dataViewOf(source.bytes);
  const wrongType = (): never => raise(TypeError, `memoryview: invalid type for format '${format}'`);
  if (code === '?') view.setUint8(at, truthy(value) ? 1 : 0);
  else if (code === 'c') {
    if (!(value instanceof PyBytes)) return wrongType();
    if (value.bytes.length !== 1) return raise(ValueError, `memoryview: invalid value for format '${format}'`);
    view.setUint8(at, value.bytes[0]);
  } else if ('efd'.includes(code)) {
    const isNumber = typeof value === 'number' || value instanceof PyFloat || typeOf(value).lookup('__float__');
    writeFloat(view, at, itemSize, isNumber ? asFloat(value) : wrongType(), true);
  } else if (!READABLE.includes(code)) raise(NotImplementedError, `memoryview: format ${format} not supported`);
  else {
    if (typeof value !== 'number' && typeOf(value).lookup('__index__') === undefined) return wrongType();
    const number = asIndex(value);
    const [low, high] = integerLimits(code, itemSize);
    if (number < low || number > high) return raise(ValueError, `memoryview: invalid value for format '${format}'`);
    writeInteger(view, at, itemSize, number, true);
  }
}

method(memoryviewType, '__getitem__', 'self, key, /', (self: PyMemoryView, key) => {
  return key instanceof PySlice ? part(live(self), key) : itemAt(self, live(self).source.bytes, position(self, key));
});

method(memoryviewType, '__setitem__', 'self, key, value, /', (self: PyMemoryView, key, value) => {
  const { source } = live(self);
  if (self.isReadOnly) return raise(TypeError, 'cannot modify read-only memory');
  if (!(key instanceof PySlice)) {
    setItemAt(self, position(self, key), value);
    return null;
  }
  const target = part(self, key);
  const fresh = bufferOf(value) ?? raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
  const format = value instanceof PyMemoryView || value instanceof SharedBytes ? value.format : 'B';
  const { itemSize } = self;
  if (letter(format) !== letter(self.format) || fresh.length !== target.length * itemSize)
    return raise(ValueError, 'memoryview assignment: lvalue and rvalue have different structures');
  const copy = fresh.slice();
  for (let index = 0; index < target.length; index++)
    source.bytes.set(
      copy.subarray(index * itemSize, (index + 1) * itemSize),
      target.start + index * target.step * itemSize,
    );
  return null;
});
method(memoryviewType, '__delitem__', 'self, key, /', () => raise(TypeError, 'cannot delete memory'));

/** CPython: memory_cast. DIVERGES: to one dimension only. */
method(memoryviewType, 'cast', 'self, /, format, shape=None', (self: PyMemoryView, format, shape) => {
  const wanted =
    textOf(format) ?? raise(TypeError, `cast() argument 'format' must be str, not ${nameInArgument(format)}`);
  if (shape !== undefined && shape !== null && length(shape) !== 1)
    return raise(NotImplementedError, 'memoryview: only one dimension is supported here');
  if (live(self).step !== 1) return raise(TypeError, 'memoryview: casts are restricted to C-contiguous views');
  const code = letter(wanted);
  const size = NATIVE_SIZES[code];
  if (size === undefined || 'xsp'.includes(code))
    return raise(
      ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  const isOfBytes = (given: string): boolean => 'bBc'.includes(letter(given));
  if (!isOfBytes(self.format) && !isOfBytes(wanted))
    return raise(TypeError, 'memoryview: cannot cast between two non-byte formats');
  const bytes = self.length * self.itemSize;
  if (bytes % size !== 0) return raise(TypeError, 'memoryview: length is not a multiple of itemsize');
  return another(self, { length: bytes / size, format: wanted });
});
method(memoryviewType, '__len__', 'self, /', (self: PyMemoryView) => live(self).length);
/** CPython: memory_richcompare: items are compared, whatever the formats are. */
method(memoryviewType, '__eq__', 'self, value, /', (self: PyMemoryView, value) => {
  if (self.isReleased) return self === value;
  const exported = value instanceof PyObject && bufferOf(value) !== undefined ? memoryOf(value) : undefined;
  if (exported === undefined) return NotImplemented;
  if (exported.isReleased || exported.length !== self.length) return false;
  const isPlain = self.format === exported.format && READABLE.includes(letter(self.format));
  if (isPlain) return compareBytes(self.view(), exported.view()) === 0;
  const others = items(exported);
  return items(self).every((item, index) => equals(item, others[index] as Value));
});

function memoryOf(value: PyObject): PyMemoryView | undefined {
  if (value instanceof PyMemoryView) return value;
  if (value instanceof PyBytes || value instanceof PyByteArray || value instanceof SharedBytes) return viewOf(value);
  return exportedView(value);
}

method(memoryviewType, '__hash__', 'self, /', (self: PyMemoryView) => {
  if (!live(self).isReadOnly) return raise(ValueError, 'cannot hash writable memoryview object');
  if (!'bBc'.includes(letter(self.format)))
    return raise(ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  return hashStr(latin1Text(self.view()));
});
method(memoryviewType, 'tobytes', "self, /, order='C'", (self: PyMemoryView) => new PyBytes(live(self).view().slice()));
method(memoryviewType, '__bytes__', 'self, /', (self: PyMemoryView) => new PyBytes(live(self).view().slice()));
method(memoryviewType, 'tolist', 'self, /', (self: PyMemoryView) => new PyList(items(self)));
method(memoryviewType, 'count', 'self, value, /', (self: PyMemoryView, value: Value) => countOf(items(self), value));
method(
  memoryviewType,
  'index',
  'self, value, start=0, stop=9223372036854775807, /',
  (self: PyMemoryView, value: Value, start?: Value, stop?: Value) => {
    const found = indexOf(
      items(self),
      value,
      clampIndex(start, self.length, 0),
      clampIndex(stop, self.length, self.length),
    );
    return found < 0 ? raise(ValueError, 'memoryview.index(x): x not found') : found;
  },
);
method(memoryviewType, 'hex', 'self, /, sep=None, bytes_per_sep=1', (self: PyMemoryView, sep, size) =>
  hexText(live(self).view(), sep, size),
);
method(memoryviewType, 'toreadonly', 'self, /', (self: PyMemoryView) => another(live(self), { isReadOnly: true }));
method(memoryviewType, 'release', 'self, /', release as (self: Value) => Value);
method(memoryviewType, '__enter__', 'self, /', (self: PyMemoryView) => live(self));
method(memoryviewType, '__exit__', 'self, type, value, traceback, /', release as (self: Value) => Value);
rawClassMethod(memoryviewType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

function release(self: PyMemoryView): Value {
  self.isReleased = true;
  return null;
}

for (const cls of [bytesType, bytearrayType, memoryviewType]) {
  method(cls, '__buffer__', 'self, flags, /', (self: PyBytes | PyByteArray | PyMemoryView) =>
    self instanceof PyMemoryView ? another(live(self), {}) : viewOf(self),
  );
}

const facts: Readonly<Record<string, (self: PyMemoryView) => Value>> = {
  obj: (self) => self.source,
  nbytes: (self) => self.length * self.itemSize,
  itemsize: (self) => self.itemSize,
  format: (self) => self.format,
  ndim: () => 1,
  readonly: (self) => self.isReadOnly,
  shape: (self) => new PyTuple([self.length]),
  strides: (self) => new PyTuple([self.step * self.itemSize]),
  suboffsets: () => new PyTuple([]),
  contiguous: (self) => self.step === 1,
  c_contiguous: (self) => self.step === 1,
  f_contiguous: (self) => self.step === 1,
};
for (const [name, read] of Object.entries(facts)) {
  getset(memoryviewType, name, (self) => (self instanceof PyMemoryView ? read(live(self)) : null));
}
