/** CPython: Objects/tupleobject.c. */
import { IndexError, raise, TypeError, ValueError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { tupleHash } from './hashing.ts';
import { TupleIterator } from './iterators.ts';
import { method, newMethod, rawClassMethod } from './native.ts';
import { asIndex, ssizeOf, toArray } from './protocol.ts';
import {
  clampIndex,
  compareSequences,
  countOf,
  defineComparisons,
  guardedRepr,
  indexOf,
  isInt,
  oneIterable,
  orNotImplemented,
  repeated,
  reprItems,
} from './sequences.ts';
import { sliceIndices } from './slices.ts';
import { emptyTuple, NotImplemented, PySlice, PyTuple, tupleType, typeOf, type Value } from './value.ts';

newMethod(tupleType, (args, keywords, cls) => {
  const hasOwnInit = cls !== tupleType && cls.lookup('__init__') !== tupleType.lookup('__init__');
  if (args.length > 2 && (hasOwnInit || keywords === null))
    return raise(TypeError, `tuple expected at most 1 argument, got ${args.length - 1}`);
  const iterable = hasOwnInit ? args[1] : oneIterable('tuple', args, keywords);
  if (cls === tupleType) return iterable === undefined ? emptyTuple : tupleOf(iterable);
  return new PyTuple(iterable === undefined ? [] : toArray(iterable), cls);
});

/** `tuple(iterable)`. */
export function tupleOf(iterable: Value): PyTuple {
  if (iterable instanceof PyTuple && iterable.cls === tupleType) return iterable;
  return new PyTuple(toArray(iterable));
}

/** `tuple[key]`. */
export function tupleItem(tuple: PyTuple, key: Value): Value {
  const items = tuple.items;
  if (key instanceof PySlice) return new PyTuple(sliced(items, key));
  if (typeof key !== 'number' && !isInt(key) && typeOf(key).lookup('__index__') === undefined) {
    return raise(TypeError, `tuple indices must be integers or slices, not ${typeOf(key).tpName}`);
  }
  const index = ssizeOf(asIndex(key));
  if (index === undefined) return raise(IndexError, `cannot fit '${typeOf(key).tpName}' into an index-sized integer`);
  const item = items[index < 0 ? index + items.length : index];
  return item === undefined ? raise(IndexError, 'tuple index out of range') : item;
}

/** The selected elements as a new array. */
export function sliced(items: readonly Value[], slice: PySlice): Value[] {
  const { start, step, count } = sliceIndices(slice, items.length);
  if (step === 1) return items.slice(start, start + count);
  const result: Value[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) result.push(items[at] as Value);
  return result;
}

method(tupleType, '__getitem__', 'self, key, /', tupleItem);
method(tupleType, '__len__', 'self, /', (self: PyTuple) => self.items.length);
method(tupleType, '__iter__', 'self, /', (self: PyTuple) => new TupleIterator(self));
method(tupleType, '__contains__', 'self, key, /', (self: PyTuple, key: Value) => indexOf(self.items, key) >= 0);
method(tupleType, '__hash__', 'self, /', (self: PyTuple) => tupleHash(self.items));
method(tupleType, '__repr__', 'self, /', (self: PyTuple) => {
  if (self.items.length === 0) return '()';
  return guardedRepr(self, '(...)', () => `(${reprItems(self.items)}${self.items.length === 1 ? ',' : ''})`);
});
method(tupleType, '__add__', 'self, value, /', (self: PyTuple, other: Value) => {
  if (!(other instanceof PyTuple)) return NotImplemented;
  if (self.items.length === 0 && other.cls === tupleType) return other;
  if (other.items.length === 0 && self.cls === tupleType) return self;
  return new PyTuple([...self.items, ...other.items]);
});
function repeat(self: PyTuple, count: Value): Value {
  const items = repeated(self.items, count);
  return orNotImplemented(items === undefined ? undefined : new PyTuple(items));
}
method(tupleType, '__mul__', 'self, value, /', repeat);
method(tupleType, '__rmul__', 'self, value, /', repeat);
method(tupleType, 'count', 'self, value, /', (self: PyTuple, value: Value) => countOf(self.items, value));
method(
  tupleType,
  'index',
  'self, value, start=0, stop=9223372036854775807, /',
  (self: PyTuple, value: Value, start?: Value, stop?: Value) => {
    const size = self.items.length;
    const found = indexOf(self.items, value, clampIndex(start, size, 0), clampIndex(stop, size, Infinity));
    return found < 0 ? raise(ValueError, 'tuple.index(x): x not in tuple') : found;
  },
);
method(tupleType, '__getnewargs__', 'self, /', (self: PyTuple) => new PyTuple([new PyTuple(self.items)]));
defineComparisons(tupleType, (self, other, comparison) => {
  if (!(self instanceof PyTuple) || !(other instanceof PyTuple)) return NotImplemented;
  return compareSequences(comparison, self.items, other.items);
});
rawClassMethod(tupleType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));
