/** The module `_functools` (Modules/_functoolsmodule.c): partial, reduce, cmp_to_key. `lru_cache` is in `lru-cache.ts`. */
import { instanceDict, isCallable } from '../objects/attributes.ts';
import { dictOf } from '../objects/dict.ts';
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
import { call, getIter, iterNext, repr, truthy } from '../objects/protocol.ts';
import { defineComparisons, guardedRepr, reprOf } from '../objects/sequences.ts';
import {
  NotImplemented,
  nativeType,
  PyDict,
  PyMethod,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../objects/value.ts';
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
  args: readonly Value[];
  keywords: Map<string, Value>;
  /** How many of `args` are Placeholder. */
  placeholders: number;
  constructor(cls: PyType, func: Value, args: readonly Value[], keywords: Map<string, Value>) {
    super(cls);
    this.func = func;
    this.args = args;
    this.keywords = keywords;
    this.placeholders = args.filter((arg) => arg === Placeholder).length;
  }
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
    return new PyPartial(cls, func, given, new Map(keywords ?? []));
  return new PyPartial(cls, func.func, merged(func.args, given), new Map([...func.keywords, ...(keywords ?? [])]));
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
  const all = self.placeholders === 0 ? [...self.args, ...given] : merged(self.args, given);
  return interpreter.invoke(self.func, all, mergedKeywords(self.keywords, keywords));
});

function mergedKeywords(kept: Map<string, Value>, given: Keywords): Keywords {
  if (kept.size === 0) return given;
  return given === null || given.size === 0 ? kept : new Map([...kept, ...given]);
}

method(partialType, '__get__', 'self, instance, owner=None, /', (self: PyPartial, instance: Value) => {
  return instance === null ? self : new PyMethod(self, instance);
});
getset(partialType, 'func', (self: PyPartial) => self.func);
getset(partialType, 'args', (self: PyPartial) => new PyTuple(self.args));
getset(partialType, 'keywords', (self: PyPartial) => new PyDict(self.keywords as Map<never, Value>));
getset(partialType, '__dict__', (self: PyPartial) => instanceDict(self));
method(partialType, '__repr__', 'self, /', (self: PyPartial) => {
  const module = self.cls.attrs.get('__module__');
  const name = `${typeof module === 'string' ? `${module}.` : ''}${self.cls.name}`;
  return guardedRepr(self, '...', () => {
    const keywords = [...self.keywords].map(([key, value]) => `${key}=${reprOf(value)}`);
    return `${name}(${[repr(self.func), ...self.args.map(reprOf), ...keywords].join(', ')})`;
  });
});
method(partialType, '__reduce__', 'self, /', (self: PyPartial) => {
  const state = new PyTuple([
    self.func,
    new PyTuple(self.args),
    dictOf(self.keywords),
    self.attrs === null ? null : instanceDict(self),
  ]);
  return new PyTuple([self.cls, new PyTuple([self.func]), state]);
});
method(partialType, '__setstate__', 'self, state, /', (self: PyPartial, state: Value) => {
  if (!(state instanceof PyTuple) || state.items.length !== 4) return raise(TypeError, 'invalid partial state');
  const [func, args, keywords, attrs] = state.items;
  self.func = func ?? null;
  self.args = args instanceof PyTuple ? args.items : [];
  self.placeholders = self.args.filter((arg) => arg === Placeholder).length;
  self.keywords = new Map(keywords instanceof PyDict ? (keywords.map as Map<string, Value>) : []);
  if (attrs instanceof PyDict) self.attrs = new Map(attrs.map as Map<string, Value>);
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
for (const cls of [keyMakerType, keyWrapperType]) cls.attrs.set('__module__', 'functools');
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
