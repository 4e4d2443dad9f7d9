/** `memoryview`, the part that programs with bytes use: indexing, slicing, comparison, and copying out. */
import { bufferOf, compareBytes, exportedView, memoryviewType, PyMemoryView } from './buffer.ts';
import { hexText } from './bytes.ts';
import { latin1Text } from './decoding.ts';
import { IndexError, raise, TypeError, ValueError } from './errors.ts';
import { getset, method, newMethod } from './native.ts';
import { asIndex } from './protocol.ts';
import { sliceIndices } from './slices.ts';
import { hashStr } from './str.ts';
import { ITEM_FORMATS, TypedView } from './typed-view.ts';
import {
  bytearrayType,
  bytesType,
  intType,
  isInstance,
  NotImplemented,
  PyByteArray,
  PyBytes,
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
  if (source instanceof PyMemoryView) return live(source).part(0, 1, source.count);
  if (source instanceof PyBytes || source instanceof PyByteArray)
    return new PyMemoryView(source, 0, source.bytes.length);
  const exported = source instanceof PyObject && source.cls.isHeapType ? exportedView(source) : undefined;
  if (exported !== undefined) return exported;
  return raise(TypeError, `memoryview: a bytes-like object is required, not '${typeOf(source).tpName}'`);
});

function live(view: PyMemoryView): PyMemoryView {
  return view.isReleased ? raise(ValueError, 'operation forbidden on released memoryview object') : view;
}

/** Of an item, in items. */
function position(self: PyMemoryView, key: Value): number {
  if (!isInstance(key, intType) && typeOf(key).lookup('__index__') === undefined)
    return raise(TypeError, 'memoryview: invalid slice key');
  const index = Number(asIndex(key));
  const fromStart = index < 0 ? index + self.count : index;
  if (fromStart < 0 || fromStart >= self.count) return raise(IndexError, 'index out of bounds on dimension 1');
  return fromStart;
}

function sliced(self: PyMemoryView, slice: PySlice): PyMemoryView {
  const { start, step, count } = sliceIndices(slice, self.count);
  return self.part(start, step, count);
}

method(memoryviewType, '__getitem__', 'self, key, /', (self: PyMemoryView, key) => {
  return key instanceof PySlice ? sliced(live(self), key) : live(self).item(position(self, key));
});

method(memoryviewType, '__setitem__', 'self, key, value, /', (self: PyMemoryView, key, value) => {
  if (!(live(self).source instanceof PyByteArray)) return raise(TypeError, 'cannot modify read-only memory');
  if (!(key instanceof PySlice)) {
    self.setItem(position(self, key), value);
    return null;
  }
  const target = sliced(self, key);
  const fresh = bufferOf(value) ?? raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
  const isAlike = self.format === (value instanceof PyMemoryView ? value.format : 'B');
  if (fresh.length !== target.length || !isAlike) {
    return raise(ValueError, 'memoryview assignment: lvalue and rvalue have different structures');
  }
  target.fill(fresh.slice());
  return null;
});

method(memoryviewType, 'cast', 'self, /, format, shape=None', (self: PyMemoryView, format) => {
  if (live(self).step !== 1) return raise(TypeError, 'memoryview: casts are restricted to C-contiguous views');
  const bare = typeof format === 'string' ? format.replace(/^@/, '') : format;
  if (typeof bare !== 'string') return raise(TypeError, 'memoryview: format argument must be a string');
  if (bare === 'B') return new PyMemoryView(self.source, self.start, self.length);
  const known = ITEM_FORMATS.get(bare);
  if (known === undefined) {
    return raise(
      ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  if (self.format !== 'B' && self.format !== 'b' && self.format !== 'c')
    return raise(TypeError, 'memoryview: cannot cast between two non-byte formats');
  if (self.length % known.size !== 0) return raise(TypeError, 'memoryview: length is not a multiple of itemsize');
  return new TypedView(self.source, self.start, self.length / known.size, { format: bare, item: known });
});
method(memoryviewType, '__len__', 'self, /', (self: PyMemoryView) => live(self).count);
method(memoryviewType, '__eq__', 'self, value, /', (self: PyMemoryView, value) => {
  const other = bufferOf(value);
  return other === undefined ? NotImplemented : compareBytes(live(self).view(), other) === 0;
});
method(memoryviewType, '__hash__', 'self, /', (self: PyMemoryView) => {
  if (self.source instanceof PyByteArray) return raise(ValueError, 'cannot hash writable memoryview object');
  return hashStr(latin1Text(live(self).view()));
});
method(memoryviewType, 'tobytes', "self, /, order='C'", (self: PyMemoryView) => new PyBytes(live(self).view().slice()));
method(memoryviewType, '__bytes__', 'self, /', (self: PyMemoryView) => new PyBytes(live(self).view().slice()));
method(memoryviewType, 'tolist', 'self, /', (self: PyMemoryView) => {
  return new PyList(Array.from({ length: live(self).count }, (_, index) => self.item(index)));
});
method(memoryviewType, 'hex', 'self, /, sep=None, bytes_per_sep=1', (self: PyMemoryView, sep, size) =>
  hexText(live(self).view(), sep, size),
);
method(memoryviewType, 'toreadonly', 'self, /', (self: PyMemoryView) => {
  return new PyMemoryView(new PyBytes(live(self).view().slice()), 0, self.length);
});
method(memoryviewType, 'release', 'self, /', release as (self: Value) => Value);
method(memoryviewType, '__enter__', 'self, /', (self: PyMemoryView) => live(self));
method(memoryviewType, '__exit__', 'self, type, value, traceback, /', release as (self: Value) => Value);

function release(self: PyMemoryView): Value {
  self.isReleased = true;
  return null;
}

for (const cls of [bytesType, bytearrayType, memoryviewType]) {
  method(cls, '__buffer__', 'self, flags, /', (self: PyBytes | PyByteArray | PyMemoryView) =>
    self instanceof PyMemoryView ? live(self).part(0, 1, self.count) : new PyMemoryView(self, 0, self.bytes.length),
  );
}

const facts: Readonly<Record<string, (self: PyMemoryView) => Value>> = {
  obj: (self) => self.source,
  nbytes: (self) => self.length,
  itemsize: (self) => self.itemSize,
  format: (self) => self.format,
  ndim: () => 1,
  readonly: (self) => self.source instanceof PyBytes,
  shape: (self) => new PyTuple([self.count]),
  strides: (self) => new PyTuple([self.step * self.itemSize]),
  contiguous: (self) => self.step === 1,
};
for (const [name, read] of Object.entries(facts)) {
  getset(memoryviewType, name, (self) => (self instanceof PyMemoryView ? read(live(self)) : null));
}
