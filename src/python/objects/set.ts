/** The methods of `set` and `frozenset` (Objects/setobject.c). What they hold, and its order, is in `set-table.ts`. */

import { getAttr } from './attributes.ts';
import { KeyError, raise, TypeError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { frozensetHash } from './hashing.ts';
import { method, newMethod, rawClassMethod, rawMethod } from './native.ts';
import { Comparison } from './operators.ts';
import { call, each } from './protocol.ts';
import { compareNumbers, defineComparisons, guardedRepr, oneIterable, reprItems } from './sequences.ts';
import {
  SetIterator,
  setAdd,
  setClear,
  setContains,
  setCopy,
  setDifferenceUpdate,
  setDiscard,
  setFrom,
  setItems,
  setPop,
  setReplace,
  setSymmetricDifferenceUpdate,
  setUpdate,
} from './set-table.ts';
import { frozensetType, NotImplemented, PyList, PySet, PyTuple, type PyType, setType, type Value } from './value.ts';

newMethod(setType, (_args, _keywords, cls) => new PySet(new Map(), cls));

rawMethod(setType, '__init__', (args, keywords) => {
  const self = args[0] as PySet;
  const hasKeywords = keywords !== null && keywords.size > 0;
  if (args.length > 2 && !hasKeywords)
    return raise(TypeError, `${self.cls.name} expected at most 1 argument, got ${args.length - 1}`);
  const iterable = oneIterable('set', args, keywords);
  setClear(self);
  if (iterable !== undefined) setUpdate(self, iterable);
  return null;
});

newMethod(frozensetType, (args, keywords, cls) => {
  const hasOwnInit = cls !== frozensetType && cls.lookup('__init__') !== frozensetType.lookup('__init__');
  if (args.length > 2 && (hasOwnInit || keywords === null))
    return raise(TypeError, `${cls.name} expected at most 1 argument, got ${args.length - 1}`);
  const iterable = hasOwnInit ? args[1] : oneIterable('frozenset', args, keywords);
  if (cls === frozensetType && iterable instanceof PySet && iterable.cls === frozensetType) return iterable;
  const result = new PySet(new Map(), cls);
  if (iterable !== undefined) setUpdate(result, iterable);
  return result;
});

function isFrozen(set: PySet): boolean {
  return set.cls.isSubtypeOf(frozensetType);
}

/** CPython: set_intersection. */
function intersection(self: PySet, other: Value): PySet {
  const result = new PySet(new Map(), isFrozen(self) ? frozensetType : setType);
  if (!(other instanceof PySet)) {
    for (const element of each(other)) if (setContains(self, element)) setAdd(result, element);
    return result;
  }
  const [small, large] = other.map.size > self.map.size ? [self, other] : [other, self];
  for (const element of setItems(small)) if (setContains(large, element)) setAdd(result, element);
  return result;
}

/** CPython: set_difference. */
function difference(self: PySet, other: Value): PySet {
  const frozen = isFrozen(self);
  if (!(other instanceof PySet)) {
    const result = setCopy(self, frozen);
    setDifferenceUpdate(result, other);
    return result;
  }
  const result = new PySet(new Map(), frozen ? frozensetType : setType);
  for (const element of setItems(self)) if (!setContains(other, element)) setAdd(result, element);
  return result;
}

/** CPython: set_symmetric_difference: the other's elements come first. */
function symmetricDifference(self: PySet, other: Value): PySet {
  const result = setFrom(other, isFrozen(self));
  setSymmetricDifferenceUpdate(result, self);
  return result;
}

function union(self: PySet, others: readonly Value[]): PySet {
  const result = setCopy(self, isFrozen(self));
  for (const other of others) setUpdate(result, other);
  return result;
}

function isSubset(small: PySet, large: PySet): boolean {
  if (small.map.size > large.map.size) return false;
  for (const element of setItems(small)) if (!setContains(large, element)) return false;
  return true;
}

function asSet(value: Value): PySet {
  return value instanceof PySet ? value : setFrom(value);
}

for (const cls of [setType, frozensetType]) defineCommon(cls);

function defineCommon(cls: PyType): void {
  method(cls, '__len__', 'self, /', (self: PySet) => self.map.size);
  method(cls, '__iter__', 'self, /', (self: PySet) => new SetIterator(self));
  method(cls, '__contains__', 'self, key, /', setContains);
  method(cls, '__repr__', 'self, /', show);
  method(cls, 'copy', 'self, /', (self: PySet) => (self.cls === frozensetType ? self : setCopy(self)));
  rawMethod(cls, 'union', (args) => union(args[0] as PySet, args.slice(1)));
  rawMethod(cls, 'intersection', (args) => {
    const self = args[0] as PySet;
    return args.length === 1
      ? setCopy(self)
      : args.slice(1).reduce((result: PySet, other) => intersection(result, other), self);
  });
  rawMethod(cls, 'difference', (args) => {
    const self = args[0] as PySet;
    return args.length === 1
      ? setCopy(self)
      : args.slice(1).reduce((result: PySet, other) => difference(result, other), self);
  });
  method(cls, 'symmetric_difference', 'self, other, /', symmetricDifference);
  method(cls, 'isdisjoint', 'self, other, /', (self: PySet, other: Value) => intersection(self, other).map.size === 0);
  method(cls, 'issubset', 'self, other, /', (self: PySet, other: Value) => isSubset(self, asSet(other)));
  method(cls, 'issuperset', 'self, other, /', (self: PySet, other: Value) => isSubset(asSet(other), self));
  defineOperators(cls);
  defineComparisons(cls, compare);
  method(
    cls,
    '__reduce__',
    'self, /',
    (self: PySet) =>
      new PyTuple([self.cls, new PyTuple([new PyList([...setItems(self)])]), call(getAttr(self, '__getstate__'))]),
  );
  rawClassMethod(cls, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));
}

function defineOperators(cls: PyType): void {
  const operators: Readonly<Record<string, (a: PySet, b: PySet) => Value>> = {
    or: (a, b) => union(a, [b]),
    and: intersection,
    sub: difference,
    xor: symmetricDifference,
  };
  for (const [name, operate] of Object.entries(operators)) {
    const either = (a: Value, b: Value): Value =>
      a instanceof PySet && b instanceof PySet ? operate(a, b) : NotImplemented;
    method(cls, `__${name}__`, 'self, value, /', either);
    method(cls, `__r${name}__`, 'self, value, /', (a: Value, b: Value) => either(b, a));
  }
}

function compare(self: Value, other: Value, comparison: number): Value {
  if (!(self instanceof PySet) || !(other instanceof PySet)) return NotImplemented;
  if (comparison === Comparison.eq || comparison === Comparison.ne) {
    return (self.map.size === other.map.size && isSubset(self, other)) === (comparison === Comparison.eq);
  }
  if (!compareNumbers(comparison, self.map.size, other.map.size)) return false;
  return comparison === Comparison.lt || comparison === Comparison.le ? isSubset(self, other) : isSubset(other, self);
}

function show(self: PySet): string {
  const name = self.cls.name;
  if (self.map.size === 0) return `${name}()`;
  return guardedRepr(self, `${name}(...)`, () => {
    const inside = `{${reprItems(setItems(self).slice())}}`;
    return self.cls === setType ? inside : `${name}(${inside})`;
  });
}

method(frozensetType, '__hash__', 'self, /', (self: PySet) => {
  self.hash ??= frozensetHash(self.map.values(), self.map.size);
  return self.hash;
});
setType.attrs.set('__hash__', null);

method(setType, 'add', 'self, object, /', (self: PySet, element: Value) => {
  setAdd(self, element);
  return null;
});
method(setType, 'discard', 'self, object, /', (self: PySet, element: Value) => {
  setDiscard(self, element);
  return null;
});
method(setType, 'remove', 'self, object, /', (self: PySet, element: Value) => {
  return setDiscard(self, element) ? null : raise(KeyError, element);
});
method(setType, 'pop', 'self, /', (self: PySet) => {
  const element = setPop(self);
  return element === undefined ? raise(KeyError, 'pop from an empty set') : element;
});
method(setType, 'clear', 'self, /', (self: PySet) => {
  setClear(self);
  return null;
});

/** CPython: set_intersection_update. */
function intersectionUpdate(self: PySet, other: Value): void {
  setReplace(self, intersection(self, other));
}

/** The methods that change the set; each takes any iterable, its operator only sets. */
const changes: readonly (readonly [string, string, (self: PySet, other: Value) => void])[] = [
  ['update', '__ior__', setUpdate],
  ['intersection_update', '__iand__', intersectionUpdate],
  ['difference_update', '__isub__', setDifferenceUpdate],
  ['symmetric_difference_update', '__ixor__', setSymmetricDifferenceUpdate],
];
for (const [name, operator, change] of changes) {
  method(setType, operator, 'self, value, /', (self: PySet, other: Value) => {
    if (!(other instanceof PySet)) return NotImplemented;
    change(self, other);
    return self;
  });
  rawMethod(setType, name, (args) => {
    const self = args[0] as PySet;
    if (name === 'symmetric_difference_update' && args.length !== 2) {
      return raise(
        TypeError,
        `set.symmetric_difference_update() takes exactly one argument (${args.length - 1} given)`,
      );
    }
    for (const other of args.slice(1)) change(self, other);
    return null;
  });
}
