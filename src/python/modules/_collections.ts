/** The module `_collections` (Modules/_collectionsmodule.c). */
import { isCallable } from '../objects/attributes.ts';
import { dictGet, dictSet } from '../objects/dict.ts';
import { dictRepr, dictUpdate, updateFromArguments } from '../objects/dict-methods.ts';
import { AttributeError, IndexError, KeyError, raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { getset, method, nativeFunction, newMethod, rawClassMethod, rawMethod } from '../objects/native.ts';
import { binaryOp } from '../objects/operators.ts';
import { asSmallInt, call, callMethod, callWith, each, hash, repr, setItem } from '../objects/protocol.ts';
import { guardedRepr } from '../objects/sequences.ts';
import {
  dictType,
  NotImplemented,
  nativeType,
  PyDict,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { dequeIteratorType, dequeReverseIteratorType, dequeType } from './deque.ts';
import { orderedDictType } from './ordered-dict.ts';

export const defaultDictType = nativeType('defaultdict', 'dict', dictType);
defaultDictType.attrs.set('__module__', 'collections');

export class PyDefaultDict extends PyDict {
  factory: Value = null;
  constructor(cls: PyType = defaultDictType) {
    super(new Map(), cls);
  }
}

newMethod(defaultDictType, (_args, _keywords, cls) => new PyDefaultDict(cls));
rawMethod(defaultDictType, '__init__', (args, keywords) => {
  const self = args[0] as PyDefaultDict;
  const factory = args[1] ?? null;
  if (factory !== null && !isCallable(factory)) return raise(TypeError, 'first argument must be callable or None');
  self.factory = factory;
  return updateFromArguments('dict', [self, ...args.slice(2)], keywords);
});
method(defaultDictType, '__missing__', 'self, key, /', (self: PyDefaultDict, key: Value) => {
  if (self.factory === null) return raise(KeyError, key);
  const value = call(self.factory);
  if (self.cls === defaultDictType) dictSet(self, key, value);
  else setItem(self, key, value);
  return value;
});
getset(
  defaultDictType,
  'default_factory',
  (self: PyDefaultDict) => self.factory,
  (self: PyDefaultDict, factory) => {
    self.factory = factory ?? null;
  },
);
method(defaultDictType, '__repr__', 'self, /', (self: PyDefaultDict) => {
  const factory = guardedRepr(self, '...', () => repr(self.factory));
  return `${self.cls.name}(${factory}, ${dictRepr(self)})`;
});

function copyDefaultDict(self: PyDefaultDict): Value {
  if (self.cls !== defaultDictType) return callWith(self.cls, [self.factory, self], null);
  const result = new PyDefaultDict();
  result.factory = self.factory;
  dictUpdate(result, self);
  return result;
}
method(defaultDictType, 'copy', 'self, /', copyDefaultDict);
method(defaultDictType, '__copy__', 'self, /', copyDefaultDict);

/** CPython: defdict_or. The defaultdict of the two gives class and factory. */
function unionWith(self: PyDefaultDict, left: Value, right: Value): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const result = callWith(self.cls, [self.factory, left], null);
  if (result instanceof PyDict) dictUpdate(result, right);
  return result;
}
method(defaultDictType, '__or__', 'self, value, /', (self: PyDefaultDict, other: Value) =>
  unionWith(self, self, other),
);
method(defaultDictType, '__ror__', 'self, value, /', (self: PyDefaultDict, other: Value) =>
  unionWith(self, other, self),
);
method(defaultDictType, '__reduce__', 'self, /', (self: PyDefaultDict) => {
  const args = self.factory === null ? [] : [self.factory];
  return new PyTuple([self.cls, new PyTuple(args), null, null, callMethod(callMethod(self, 'items'), '__iter__')]);
});
rawClassMethod(defaultDictType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

/** The descriptor behind a field of a namedtuple. */
class TupleGetter extends PyObject {
  readonly index: number;
  doc: Value;
  constructor(index: number, doc: Value) {
    super(tupleGetterType);
    this.index = index;
    this.doc = doc;
  }
}

const tupleGetterType = nativeType('_tuplegetter');
tupleGetterType.attrs.set('__module__', '_collections');
newMethod(tupleGetterType, (args) => new TupleGetter(asSmallInt(args[1] ?? null), args[2] ?? null));
method(tupleGetterType, '__get__', 'self, instance, owner=None, /', (self: TupleGetter, instance: Value) => {
  if (instance === null) return self;
  if (!(instance instanceof PyTuple)) {
    return raise(
      TypeError,
      `descriptor for index '${self.index}' for tuple subclasses doesn't apply to '${typeOf(instance).tpName}' object`,
    );
  }
  const item = instance.items[self.index];
  return item === undefined ? raise(IndexError, 'tuple index out of range') : item;
});
method(tupleGetterType, '__set__', 'self, instance, value, /', () => raise(AttributeError, "can't set attribute"));
method(tupleGetterType, '__delete__', 'self, instance, /', () => raise(AttributeError, "can't delete attribute"));
getset(
  tupleGetterType,
  '__doc__',
  (self: TupleGetter) => self.doc,
  (self: TupleGetter, doc) => {
    self.doc = doc ?? null;
  },
);
method(tupleGetterType, '__repr__', 'self, /', (self: TupleGetter) => `_tuplegetter(${self.index}, ${repr(self.doc)})`);
method(
  tupleGetterType,
  '__reduce__',
  'self, /',
  (self: TupleGetter) => new PyTuple([tupleGetterType, new PyTuple([self.index, self.doc])]),
);

const ADD = 0;

/** CPython: _collections__count_elements_impl. */
function countElements(mapping: Value, iterable: Value): null {
  const isPlain =
    mapping instanceof PyDict &&
    mapping.cls.lookup('get') === dictType.attrs.get('get') &&
    mapping.cls.lookup('__setitem__') === dictType.attrs.get('__setitem__');
  for (const element of each(iterable)) {
    // Hashed by itself, so that an unhashable one is not called a key.
    if (isPlain) hash(element);
    const count = isPlain ? (dictGet(mapping, element) ?? 0) : callMethod(mapping, 'get', element, 0);
    const next = typeof count === 'number' && count < Number.MAX_SAFE_INTEGER ? count + 1 : binaryOp(ADD, count, 1);
    if (isPlain) dictSet(mapping, element, next);
    else setItem(mapping, element, next);
  }
  return null;
}

export function collectionsModule(): Map<string, Value> {
  return new Map<string, Value>([
    ['deque', dequeType],
    ['defaultdict', defaultDictType],
    ['OrderedDict', orderedDictType],
    ['_tuplegetter', tupleGetterType],
    ['_deque_iterator', dequeIteratorType],
    ['_deque_reverse_iterator', dequeReverseIteratorType],
    ['_count_elements', nativeFunction('_count_elements', 'mapping, iterable, /', countElements)],
  ]);
}
