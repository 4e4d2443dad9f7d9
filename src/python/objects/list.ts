/** CPython: Objects/listobject.c. */
import { IndexError, PyRaise, raise, TypeError, ValueError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { ListIterator, ListReverseIterator } from './iterators.ts';
import { sortItems } from './list-sort.ts';
import { method, newMethod, rawClassMethod, rawMethod } from './native.ts';
import { asIndex, asSmallInt, getIter, ssizeOf, toArray, truthy } from './protocol.ts';
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
import { sliced } from './tuple.ts';
import { isInstance, listType, NotImplemented, PyList, PySlice, PyTuple, typeOf, type Value } from './value.ts';

newMethod(listType, (_args, _keywords, cls) => new PyList([], cls));

rawMethod(listType, '__init__', (args, keywords) => {
  const self = args[0] as PyList;
  const iterable = oneIterable('list', args, keywords);
  self.items = [];
  if (iterable !== undefined) listExtend(self, iterable);
  return null;
});

/** `list.extend(iterable)`. */
export function listExtend(list: PyList, iterable: Value): void {
  if (iterable instanceof PyList || iterable instanceof PyTuple) {
    const items = iterable.cls.isHeapType ? toArray(iterable) : iterable.items;
    // The length is taken once: a list may be extended by itself.
    for (let i = 0, count = items.length; i < count; i++) list.items.push(items[i] as Value);
    return;
  }
  for (const item of toArray(iterable)) list.items.push(item);
}

function indexIn(list: PyList, key: Value, message: string): number {
  if (typeof key !== 'number' && !isInt(key) && typeOf(key).lookup('__index__') === undefined) {
    return raise(TypeError, `list indices must be integers or slices, not ${typeOf(key).tpName}`);
  }
  const given = ssizeOf(asIndex(key));
  if (given === undefined) return raise(IndexError, "cannot fit 'int' into an index-sized integer");
  const index = given < 0 ? given + list.items.length : given;
  return index >= 0 && index < list.items.length ? index : raise(IndexError, message);
}

/** `list[key]`. */
export function listItem(list: PyList, key: Value): Value {
  if (key instanceof PySlice) return new PyList(sliced(list.items, key));
  return list.items[indexIn(list, key, 'list index out of range')] as Value;
}

/** `list[key] = value`. */
export function listSetItem(list: PyList, key: Value, value: Value): null {
  if (key instanceof PySlice) setSlice(list, key, value);
  else list.items[indexIn(list, key, 'list assignment index out of range')] = value;
  return null;
}

/** CPython: Objects/abstract.c, PySequence_Fast, which words every TypeError of `iter` anew. */
function assignable(value: Value): readonly Value[] {
  if (value instanceof PyList || value instanceof PyTuple) return toArray(value);
  let iterator: Value;
  try {
    iterator = getIter(value);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || !isInstance(thrown.exception, TypeError)) throw thrown;
    return raise(TypeError, 'must assign iterable to extended slice');
  }
  return toArray(iterator);
}

/** CPython: list_ass_subscript with a slice. */
function setSlice(list: PyList, slice: PySlice, value: Value): void {
  if (slice.step === 0) return raise(ValueError, 'slice step cannot be zero');
  const values = assignable(value);
  const { start, stop, step, count } = sliceIndices(slice, list.items.length);
  if (step === 1) {
    const removed = Math.max(0, stop - start);
    list.items = [...list.items.slice(0, start), ...values, ...list.items.slice(start + removed)];
    return;
  }
  if (values.length !== count) {
    return raise(ValueError, `attempt to assign sequence of size ${values.length} to extended slice of size ${count}`);
  }
  for (let i = 0, at = start; i < count; i++, at += step) list.items[at] = values[i] as Value;
}

/** `del list[key]`. */
export function listDeleteItem(list: PyList, key: Value): null {
  if (!(key instanceof PySlice)) {
    list.items.splice(indexIn(list, key, 'list assignment index out of range'), 1);
    return null;
  }
  const { start, step, count } = sliceIndices(key, list.items.length);
  if (step === 1) list.items.splice(start, count);
  else {
    const doomed = new Set<number>();
    for (let i = 0, at = start; i < count; i++, at += step) doomed.add(at);
    list.items = list.items.filter((_, index) => !doomed.has(index));
  }
  return null;
}

method(listType, '__getitem__', 'self, key, /', listItem);
method(listType, '__setitem__', 'self, key, value, /', listSetItem);
method(listType, '__delitem__', 'self, key, /', listDeleteItem);
method(listType, '__len__', 'self, /', (self: PyList) => self.items.length);
method(listType, '__iter__', 'self, /', (self: PyList) => new ListIterator(self));
method(listType, '__reversed__', 'self, /', (self: PyList) => new ListReverseIterator(self));
method(listType, '__contains__', 'self, key, /', (self: PyList, key: Value) => indexOf(self.items, key) >= 0);
listType.attrs.set('__hash__', null);
method(listType, '__repr__', 'self, /', (self: PyList) => {
  return self.items.length === 0 ? '[]' : guardedRepr(self, '[...]', () => `[${reprItems(self.items)}]`);
});
method(listType, '__add__', 'self, value, /', (self: PyList, other: Value) => {
  return other instanceof PyList ? new PyList(self.items.concat(other.items)) : NotImplemented;
});
method(listType, '__iadd__', 'self, value, /', (self: PyList, other: Value) => {
  listExtend(self, other);
  return self;
});
function repeat(self: PyList, count: Value): Value {
  const items = repeated(self.items, count);
  return orNotImplemented(items === undefined ? undefined : new PyList(items));
}
method(listType, '__mul__', 'self, value, /', repeat);
method(listType, '__rmul__', 'self, value, /', repeat);
method(listType, '__imul__', 'self, value, /', (self: PyList, count: Value) => {
  const items = repeated(self.items, count);
  if (items === undefined) return NotImplemented;
  self.items = items;
  return self;
});
defineComparisons(listType, (self, other, comparison) => {
  if (!(self instanceof PyList) || !(other instanceof PyList)) return NotImplemented;
  return compareSequences(comparison, self.items, other.items);
});

method(listType, 'append', 'self, object, /', (self: PyList, item: Value) => {
  self.items.push(item);
  return null;
});
method(listType, 'extend', 'self, iterable, /', (self: PyList, iterable: Value) => {
  listExtend(self, iterable);
  return null;
});
method(listType, 'insert', 'self, index, object, /', (self: PyList, index: Value, item: Value) => {
  const size = self.items.length;
  self.items.splice(Math.min(clampIndex(asSmallInt(index), size, 0), size), 0, item);
  return null;
});
method(listType, 'pop', 'self, index=-1, /', (self: PyList, index?: Value) => {
  const items = self.items;
  const given = index === undefined ? -1 : asSmallInt(index);
  if (items.length === 0) return raise(IndexError, 'pop from empty list');
  const at = given < 0 ? given + items.length : given;
  if (at < 0 || at >= items.length) return raise(IndexError, 'pop index out of range');
  if (at === items.length - 1) return items.pop() as Value;
  return (at === 0 ? items.shift() : items.splice(at, 1)[0]) as Value;
});
method(listType, 'remove', 'self, value, /', (self: PyList, value: Value) => {
  const found = indexOf(self.items, value);
  if (found < 0) return raise(ValueError, 'list.remove(x): x not in list');
  self.items.splice(found, 1);
  return null;
});
method(listType, 'clear', 'self, /', (self: PyList) => {
  self.items = [];
  return null;
});
method(listType, 'copy', 'self, /', (self: PyList) => new PyList(self.items.slice()));
method(listType, 'reverse', 'self, /', (self: PyList) => {
  self.items.reverse();
  return null;
});
method(listType, 'count', 'self, value, /', (self: PyList, value: Value) => countOf(self.items, value));
method(
  listType,
  'index',
  'self, value, start=0, stop=9223372036854775807, /',
  (self: PyList, value: Value, start?: Value, stop?: Value) => {
    const size = self.items.length;
    const found = indexOf(self.items, value, clampIndex(start, size, 0), clampIndex(stop, size, Infinity));
    return found < 0 ? raise(ValueError, 'list.index(x): x not in list') : found;
  },
);
method(listType, 'sort', 'self, /, *, key=None, reverse=False', (self: PyList, key?: Value, reverse?: Value) => {
  const items = self.items;
  const isReversed = reverse !== undefined && truthy(reverse);
  // The list is empty while it is sorted, so that a change made by a key function is noticed.
  const during: Value[] = [];
  self.items = during;
  let sorted = items;
  let isModified = false;
  try {
    sorted = sortItems(items, key, isReversed, (left) => {
      sorted = left;
    });
  } finally {
    isModified = self.items !== during || during.length > 0;
    self.items = sorted;
  }
  return isModified ? raise(ValueError, 'list modified during sort') : null;
});
rawClassMethod(listType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));
