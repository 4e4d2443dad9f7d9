/** `collections.OrderedDict` (Objects/odictobject.c): a dict that can also be reordered, and compares in order. */

import { getAttrOrAbsent, instanceDict } from '../objects/attributes.ts';
import { dictClear, dictDelete, dictGet, dictSet, findKey, originalKey } from '../objects/dict.ts';
import { dictRepr, dictUpdate, fromKeys, popEntry } from '../objects/dict-methods.ts';
import {
  dictIterator,
  dictReversed,
  dictsEqual,
  dictViewTypes,
  PyDictView,
  type ViewKind,
} from '../objects/dict-views.ts';
import { KeyError, RuntimeError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { defineRemaking } from '../objects/iterator-state.ts';
import { iteratorType } from '../objects/iterators.ts';
import { classMethod, getset, type Keywords, method, newMethod, rawMethod } from '../objects/native.ts';
import { Comparison } from '../objects/operators.ts';
import { call, callMethod, callSpecial, each, getItem, setItem, toArray, truthy } from '../objects/protocol.ts';
import { defineComparisons, guardedRepr, sameOrEqual } from '../objects/sequences.ts';
import { dictType, NotImplemented, nativeType, PyDict, PyTuple, type PyType, type Value } from '../objects/value.ts';

export const orderedDictType = nativeType('OrderedDict', 'dict', dictType);
orderedDictType.attrs.set('__module__', 'collections');
orderedDictType.hasNativeDict = true;

newMethod(orderedDictType, (_args, _keywords, cls) => new PyDict(new Map(), cls));
rawMethod(orderedDictType, '__init__', (args, keywords) => update('OrderedDict', args, keywords));
rawMethod(orderedDictType, 'update', (args, keywords) => update('update', args, keywords));

/** CPython: mutablemapping_update. Unlike dict it goes through `__setitem__` of a subclass. */
function update(name: string, args: readonly Value[], keywords: Keywords): null {
  const self = args[0] as PyDict;
  if (args.length > 2) return raise(TypeError, `${name} expected at most 1 argument, got ${args.length - 1}`);
  const isPlain = self.cls.lookup('__setitem__') === orderedDictType.attrs.get('__setitem__');
  const store = (key: Value, value: Value): void => (isPlain ? dictSet(self, key, value) : setItem(self, key, value));
  const other = args[1];
  if (other instanceof PyDict && isPlain) dictUpdate(self, other);
  else if (other !== undefined) {
    const keys = getAttrOrAbsent(other, 'keys');
    if (keys !== undefined) for (const key of toArray(call(keys))) store(key, getItem(other, key));
    else for (const pair of each(other)) store(...pairOf(pair));
  }
  if (keywords !== null) for (const [key, value] of keywords) store(key, value);
  return null;
}

function pairOf(pair: Value): [Value, Value] {
  const [key, value, ...more] = toArray(pair);
  if (key === undefined || value === undefined)
    return raise(
      ValueError,
      `need more than ${key === undefined ? 0 : 1} value${key === undefined ? 's' : ''} to unpack`,
    );
  return more.length > 0 ? raise(ValueError, 'too many values to unpack (expected 2)') : [key, value];
}

method(orderedDictType, '__setitem__', 'self, key, value, /', (self: PyDict, key: Value, value: Value) => {
  dictSet(self, key, value);
  return null;
});
method(orderedDictType, '__delitem__', 'self, key, /', (self: PyDict, key: Value) =>
  dictDelete(self, key) ? null : raise(KeyError, key),
);
method(orderedDictType, 'clear', 'self, /', (self: PyDict) => {
  dictClear(self);
  return null;
});

method(orderedDictType, 'move_to_end', 'self, /, key, last=True', (self: PyDict, key: Value, last: Value = true) => {
  const dictKey = findKey(self, key);
  const value = dictKey === undefined ? undefined : self.map.get(dictKey);
  if (dictKey === undefined || value === undefined) return raise(KeyError, key);
  self.map.delete(dictKey);
  if (truthy(last)) {
    self.map.set(dictKey, value);
    return null;
  }
  const rest = [...self.map];
  self.map.clear();
  self.map.set(dictKey, value);
  for (const [other, kept] of rest) self.map.set(other, kept);
  return null;
});
method(orderedDictType, 'popitem', 'self, /, last=True', (self: PyDict, last: Value = true) => {
  if (self.map.size === 0) return raise(KeyError, 'dictionary is empty');
  return popEntry(self, truthy(last));
});
method(
  orderedDictType,
  'pop',
  'self, /, key, default=<unrepresentable>',
  (self: PyDict, key: Value, missing?: Value) => {
    const found = dictGet(self, key);
    if (found !== undefined) {
      dictDelete(self, key);
      return found;
    }
    const made =
      self.cls === orderedDictType || missing !== undefined ? undefined : callSpecial(self, '__missing__', key);
    if (made !== undefined) return made;
    return missing === undefined ? raise(KeyError, key) : missing;
  },
);
method(orderedDictType, 'setdefault', 'self, /, key, default=None', (self: PyDict, key: Value, value: Value = null) => {
  const found = dictGet(self, key);
  if (found !== undefined) return found;
  setItem(self, key, value);
  return value;
});

/** CPython: odict_copy. */
function copy(self: PyDict): Value {
  if (self.cls === orderedDictType) {
    const result = new PyDict(new Map(), orderedDictType);
    dictUpdate(result, self);
    return result;
  }
  const result = call(self.cls);
  for (const key of self.map.keys()) setItem(result, originalKey(self, key), getItem(self, originalKey(self, key)));
  return result;
}
method(orderedDictType, 'copy', 'self, /', copy);

method(orderedDictType, '__repr__', 'self, /', (self: PyDict) => {
  if (self.map.size === 0) return `${self.cls.name}()`;
  return guardedRepr(self, '...', () => `${self.cls.name}(${plainRepr(self)})`);
});

function plainRepr(self: PyDict): string {
  const plain = new PyDict(self.map);
  plain.originals = self.originals;
  return dictRepr(plain);
}

defineComparisons(orderedDictType, (self, other, comparison) => {
  if (!(self instanceof PyDict) || !(other instanceof PyDict)) return NotImplemented;
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  const isOrdered = other.cls.isSubtypeOf(orderedDictType);
  return (dictsEqual(self, other) && (!isOrdered || isSameOrder(self, other))) === (comparison === Comparison.eq);
});
orderedDictType.attrs.set('__hash__', null);

/** CPython: mutablemapping's `_odict_keys_equal`: who compares must not change what is compared. */
function isSameOrder(a: PyDict, b: PyDict): boolean {
  const { size } = a.map;
  const theirs = b.map.keys();
  for (const key of a.map.keys()) {
    if (a.map.size !== size || b.map.size !== size) raise(RuntimeError, 'OrderedDict changed size during iteration');
    const other = theirs.next().value;
    if (other === undefined || !sameOrEqual(originalKey(a, key), originalKey(b, other))) return false;
  }
  return true;
}

function union(left: Value, right: Value, cls: PyType): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const result = call(cls, left);
  if (result instanceof PyDict) dictUpdate(result, right);
  return result;
}
method(orderedDictType, '__or__', 'self, value, /', (self: PyDict, other: Value) => union(self, other, self.cls));
method(orderedDictType, '__ror__', 'self, value, /', (self: PyDict, other: Value) => union(other, self, self.cls));
method(orderedDictType, '__ior__', 'self, value, /', (self: PyDict, other: Value) => {
  update('update', [self, other], null);
  return self;
});
classMethod(orderedDictType, 'fromkeys', 'type, iterable, value=None', (cls: Value, keys: Value, value?: Value) =>
  fromKeys(cls, keys, value ?? null),
);
getset(orderedDictType, '__dict__', (self: PyDict) => instanceDict(self));
method(orderedDictType, '__reduce__', 'self, /', (self: PyDict) => {
  const state = callMethod(self, '__getstate__');
  return new PyTuple([self.cls, new PyTuple([]), state, null, callMethod(callMethod(self, 'items'), '__iter__')]);
});

const odictIterator = iteratorType('odict_iterator');
defineRemaking(odictIterator);
const iteratorTypes = { keys: odictIterator, values: odictIterator, items: odictIterator };
const viewTypes: Readonly<Record<ViewKind, PyType>> = {
  keys: nativeType('odict_keys', 'other', dictViewTypes.keys),
  values: nativeType('odict_values', 'other', dictViewTypes.values),
  items: nativeType('odict_items', 'other', dictViewTypes.items),
};
for (const kind of ['keys', 'values', 'items'] as const) {
  method(orderedDictType, kind, 'self, /', (self: PyDict) => new PyDictView(self, kind, viewTypes[kind]));
  method(viewTypes[kind], '__iter__', 'self, /', (self: PyDictView) => dictIterator(self.dict, kind, iteratorTypes));
  method(viewTypes[kind], '__reversed__', 'self, /', (self: PyDictView) =>
    dictReversed(self.dict, kind, iteratorTypes),
  );
}
method(orderedDictType, '__iter__', 'self, /', (self: PyDict) => dictIterator(self, 'keys', iteratorTypes));
method(orderedDictType, '__reversed__', 'self, /', (self: PyDict) => dictReversed(self, 'keys', iteratorTypes));
