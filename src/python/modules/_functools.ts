/** The module `_functools` (Modules/_functoolsmodule.c): partial, reduce, cmp_to_key. `lru_cache` is in `lru-cache.ts`. */
import { instanceDict, isCallable, setInstanceDict } from '../objects/attributes.ts';
import { dictCopy, dictGet, dictKeys, dictOf, dictSet } from '../objects/dict.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import {
  getset,
  type Keywords,
  method,
  nativeFunction,
  newMethod,
  rawClassMethod,
  rawMethod,
} from '../objects/native.ts';
import { compareOp } from '../objects/operators.ts';
import { call, getIter, iterNext, repr, str, truthy } from '../objects/protocol.ts';
import { defineComparisons, guardedRepr, reprOf } from '../objects/sequences.ts';
import {
  dictType,
  NotImplemented,
  nativeType,
  PyDict,
  PyObject,
  PyTuple,
  type PyType,
  tupleType,
  type Value,
} from '../objects/value.ts';
import { PyMethod } from '../objects/wrapped-functions.ts';
import { interpreter } from '../vm/interpreter.ts';
import { lruCacheType } from './lru-cache.ts';

const placeholderType = nativeType('_PlaceholderType');
placeholderType.attrs.set('__module__', 'functools');
placeholderType.isBaseType = false;
export const Placeholder = new PyObject(placeholderType);
newMethod(placeholderType, (args) =>
  args.length > 1 ? raise(TypeError, '_PlaceholderType takes no arguments') : Placeholder,
);
method(placeholderType, '__repr__', 'self, /', () => 'Placeholder');
method(placeholderType, '__reduce__', 'self, /', () => 'Placeholder');

export const partialType = nativeType('partial');
partialType.attrs.set('__module__', 'functools');

export class PyPartial extends PyObject {
  func: Value;
  args: PyTuple;
  /** The program may change it: a key may have become something else than a string. */
  keywords: PyDict;
  /** How many of `args` are Placeholder. */
  placeholders: number;
  constructor(cls: PyType, func: Value, args: PyTuple, keywords: PyDict) {
    super(cls);
    this.attrs = new Map();
    this.func = func;
    this.args = args;
    this.keywords = keywords;
    this.placeholders = countPlaceholders(args);
  }
}

function countPlaceholders(args: PyTuple): number {
  return args.items.filter((arg) => arg === Placeholder).length;
}

/** CPython: partial_new. A partial of a partial becomes one. */
newMethod(partialType, (args, keywords, cls) => {
  const func = args[1];
  if (func === undefined) return raise(TypeError, "type 'partial' takes at least one argument");
  if (!isCallable(func)) return raise(TypeError, 'the first argument must be callable');
  const given = args.slice(2);
  if (given.at(-1) === Placeholder) return raise(TypeError, 'trailing Placeholders are not allowed');
  for (const value of keywords?.values() ?? [])
    if (value === Placeholder) return raise(TypeError, 'Placeholder cannot be passed as a keyword argument');
  if (!(func instanceof PyPartial) || func.cls !== partialType || (func.attrs?.size ?? 0) > 0)
    return new PyPartial(cls, func, new PyTuple(given), dictOf(keywords ?? []));
  const kept = dictCopy(func.keywords);
  for (const [name, value] of keywords ?? []) dictSet(kept, name, value);
  return new PyPartial(cls, func.func, new PyTuple(merged(func.args.items, given)), kept);
});

/** Later arguments first fill the placeholders of earlier ones. */
function merged(kept: readonly Value[], given: readonly Value[]): Value[] {
  let used = 0;
  const result = kept.map((arg) => (arg === Placeholder && used < given.length ? (given[used++] as Value) : arg));
  return [...result, ...given.slice(used)];
}

rawMethod(partialType, '__call__', (args, keywords) => {
  const self = args[0] as PyPartial;
  const given = args.slice(1);
  if (given.length < self.placeholders) {
    return raise(
      TypeError,
      `missing positional arguments in 'partial' call; expected at least ${self.placeholders}, got ${given.length}`,
    );
  }
  const kept = self.args.items;
  const all = self.placeholders === 0 ? [...kept, ...given] : merged(kept, given);
  return interpreter.invoke(self.func, all, mergedKeywords(self.keywords, keywords));
});

function mergedKeywords(kept: PyDict, given: Keywords): Keywords {
  if (kept.map.size === 0) return given;
  const all = new Map<string, Value>();
  for (const [key, value] of kept.map) {
    if (typeof key !== 'string') return raise(TypeError, 'keywords must be strings');
    all.set(key, value);
  }
  for (const [key, value] of given ?? []) all.set(key, value);
  return all;
}

method(partialType, '__get__', 'self, instance, owner=None, /', (self: PyPartial, instance: Value) => {
  return instance === null ? self : new PyMethod(self, instance);
});
getset(partialType, 'func', (self: PyPartial) => self.func);
getset(partialType, 'args', (self: PyPartial) => self.args);
getset(partialType, 'keywords', (self: PyPartial) => self.keywords);
getset(
  partialType,
  '__dict__',
  (self: PyPartial) => instanceDict(self),
  (self, value) => setInstanceDict(self as PyPartial, value),
);
method(partialType, '__repr__', 'self, /', (self: PyPartial) => {
  const module = self.cls.attrs.get('__module__');
  const name = `${typeof module === 'string' ? `${module}.` : ''}${self.cls.name}`;
  return guardedRepr(self, '...', () => {
    const keywords = dictKeys(self.keywords).map((key) => `${str(key)}=${reprOf(dictGet(self.keywords, key) ?? null)}`);
    return `${name}(${[repr(self.func), ...self.args.items.map(reprOf), ...keywords].join(', ')})`;
  });
});
method(partialType, '__reduce__', 'self, /', (self: PyPartial) => {
  const attrs = self.attrs === null || self.attrs.size === 0 ? null : instanceDict(self);
  const state = new PyTuple([self.func, self.args, self.keywords, attrs]);
  return new PyTuple([self.cls, new PyTuple([self.func]), state]);
});
/** CPython: partial_setstate. */
method(partialType, '__setstate__', 'self, state, /', (self: PyPartial, state: Value) => {
  const [func = null, args, keywords, attrs = null] = state instanceof PyTuple ? state.items : [];
  const isState = state instanceof PyTuple && state.items.length === 4 && isCallable(func);
  if (!isState || !(args instanceof PyTuple) || (keywords !== null && !(keywords instanceof PyDict)))
    return raise(TypeError, 'invalid partial state');
  if (args.items.at(-1) === Placeholder) return raise(TypeError, 'trailing Placeholders are not allowed');
  self.func = func;
  self.args = args.cls === tupleType ? args : new PyTuple(args.items);
  self.placeholders = countPlaceholders(self.args);
  self.keywords = keywords === null ? new PyDict() : keywords.cls === dictType ? keywords : dictCopy(keywords);
  self.attrs = attrs instanceof PyDict ? (attrs.map as Map<string, Value>) : new Map();
  return null;
});
rawClassMethod(partialType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

/** CPython: _functools_reduce_impl. */
function reduce(func: Value, iterable: Value, initial?: Value): Value {
  const iterator = getIter(iterable);
  let result = initial === undefined ? iterNext(iterator) : initial;
  if (result === undefined) return raise(TypeError, 'reduce() of empty iterable with no initial value');
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) result = call(func, result, item);
  return result;
}

class KeyObject extends PyObject {
  readonly compare: Value;
  readonly object: Value;
  constructor(compare: Value, object: Value) {
    super(keyWrapperType);
    this.compare = compare;
    this.object = object;
  }
}

/** What `cmp_to_key` answers: called with a value it wraps it. */
class KeyMaker extends PyObject {
  readonly compare: Value;
  constructor(compare: Value) {
    super(keyMakerType);
    this.compare = compare;
  }
}

const keyMakerType = nativeType('KeyWrapper');
const keyWrapperType = nativeType('KeyWrapper');
for (const cls of [keyMakerType, keyWrapperType]) {
  cls.attrs.set('__module__', 'functools');
  newMethod(cls, () => raise(TypeError, "cannot create 'functools.KeyWrapper' instances"));
}
method(keyMakerType, '__call__', 'self, obj', (self: KeyMaker, object: Value) => new KeyObject(self.compare, object));
getset(keyWrapperType, 'obj', (self: KeyObject) => self.object);
keyWrapperType.attrs.set('__hash__', null);
defineComparisons(keyWrapperType, (self, other, comparison) => {
  if (!(self instanceof KeyObject)) return NotImplemented;
  if (!(other instanceof KeyObject)) return raise(TypeError, 'other argument must be K instance');
  return truthy(compareOp(comparison, call(self.compare, self.object, other.object), 0));
});

export function functoolsModule(): Map<string, Value> {
  return new Map<string, Value>([
    ['partial', partialType],
    ['Placeholder', Placeholder],
    ['_PlaceholderType', placeholderType],
    ['reduce', nativeFunction('reduce', 'function, iterable, /, initial=<unrepresentable>', reduce)],
    ['cmp_to_key', nativeFunction('cmp_to_key', 'mycmp', (compare: Value) => new KeyMaker(compare))],
    ['_lru_cache_wrapper', lruCacheType],
  ]);
}
