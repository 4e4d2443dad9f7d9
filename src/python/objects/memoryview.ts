/** `memoryview`, the part that programs with bytes use: indexing, slicing, comparison, and copying out. */
import { bufferOf, byteOf, compareBytes, exportedView, memoryviewType, PyMemoryView } from './buffer.ts';
import { hexText } from './bytes.ts';
import { latin1Text } from './decoding.ts';
import { IndexError, raise, TypeError, ValueError } from './errors.ts';
import { getset, method, newMethod } from './native.ts';
import { asIndex } from './protocol.ts';
import { sliceIndices } from './slices.ts';
import { hashStr } from './str.ts';
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

/** `memoryview(…).cast('I')`. DIVERGES: it can be listed and counted, no more; Lib/re/_compiler.py needs no more. */
class WordView extends PyMemoryView {
  words(): Uint32Array {
    return new Uint32Array(this.view().slice().buffer);
  }
}

newMethod(memoryviewType, (args, keywords) => {
  const source = args.length > 1 ? args[1] : keywords?.get('object');
  if (source === undefined) return raise(TypeError, "memoryview() missing required argument 'object' (pos 1)");
  if (source instanceof PyMemoryView)
    return new PyMemoryView(live(source).source, source.start, source.length, source.step);
  if (source instanceof PyBytes || source instanceof PyByteArray)
    return new PyMemoryView(source, 0, source.bytes.length);
  const exported = source instanceof PyObject && source.cls.isHeapType ? exportedView(source) : undefined;
  if (exported !== undefined) return exported;
  return raise(TypeError, `memoryview: a bytes-like object is required, not '${typeOf(source).tpName}'`);
});

function live(view: PyMemoryView): PyMemoryView {
  return view.isReleased ? raise(ValueError, 'operation forbidden on released memoryview object') : view;
}

function position(self: PyMemoryView, key: Value): number {
  if (!isInstance(key, intType) && typeOf(key).lookup('__index__') === undefined)
    return raise(TypeError, 'memoryview: invalid slice key');
  const index = Number(asIndex(key));
  const fromStart = index < 0 ? index + self.length : index;
  if (fromStart < 0 || fromStart >= self.length) return raise(IndexError, 'index out of bounds on dimension 1');
  return self.start + fromStart * self.step;
}

function part(self: PyMemoryView, slice: PySlice): PyMemoryView {
  const { start, step, count } = sliceIndices(slice, self.length);
  return new PyMemoryView(self.source, self.start + start * self.step, count, self.step * step);
}

method(memoryviewType, '__getitem__', 'self, key, /', (self: PyMemoryView, key) => {
  return key instanceof PySlice ? part(live(self), key) : live(self).source.bytes[position(self, key)];
});

method(memoryviewType, '__setitem__', 'self, key, value, /', (self: PyMemoryView, key, value) => {
  const { source } = live(self);
  if (!(source instanceof PyByteArray)) return raise(TypeError, 'cannot modify read-only memory');
  if (!(key instanceof PySlice)) {
    source.bytes[position(self, key)] = byteOf(value, "memoryview: invalid value for format 'B'");
    return null;
  }
  const target = part(self, key);
  const fresh = bufferOf(value) ?? raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
  if (fresh.length !== target.length) {
    return raise(ValueError, 'memoryview assignment: lvalue and rvalue have different structures');
  }
  for (const [index, byte] of fresh.slice().entries()) source.bytes[target.start + index * target.step] = byte;
  return null;
});

method(memoryviewType, 'cast', 'self, /, format, shape=None', (self: PyMemoryView, format) => {
  if (format === 'B') return new PyMemoryView(live(self).source, self.start, self.length, self.step);
  if (format !== 'I' || self.length % 4 !== 0)
    return raise(ValueError, "memoryview: only the formats 'B' and 'I' are supported here");
  return new WordView(live(self).source, self.start, self.length, self.step);
});
method(memoryviewType, '__len__', 'self, /', (self: PyMemoryView) =>
  self instanceof WordView ? live(self).length / 4 : live(self).length,
);
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
method(
  memoryviewType,
  'tolist',
  'self, /',
  (self: PyMemoryView) => new PyList([...(self instanceof WordView ? self.words() : live(self).view())]),
);
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
    self instanceof PyMemoryView
      ? new PyMemoryView(live(self).source, self.start, self.length, self.step)
      : new PyMemoryView(self, 0, self.bytes.length),
  );
}

const facts: Readonly<Record<string, (self: PyMemoryView) => Value>> = {
  obj: (self) => self.source,
  nbytes: (self) => self.length,
  itemsize: (self) => (self instanceof WordView ? 4 : 1),
  format: (self) => (self instanceof WordView ? 'I' : 'B'),
  ndim: () => 1,
  readonly: (self) => self.source instanceof PyBytes,
  shape: (self) => new PyTuple([self.length]),
  strides: (self) => new PyTuple([self.step]),
  contiguous: (self) => self.step === 1,
};
for (const [name, read] of Object.entries(facts)) {
  getset(memoryviewType, name, (self) => (self instanceof PyMemoryView ? read(live(self)) : null));
}
