/** `functools.lru_cache`'s wrapper (Modules/_functoolsmodule.c, lru_cache_object). */
import { instanceDict, isCallable } from '../objects/attributes.ts';
import { dictClear, dictDelete, dictGet, dictSet } from '../objects/dict.ts';
import { popEntry } from '../objects/dict-methods.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { getset, type Keywords, method, newMethod, rawMethod } from '../objects/native.ts';
import { call, callWith, truthy } from '../objects/protocol.ts';
import { asSize, isInt } from '../objects/sequences.ts';
import {
  nativeType,
  objectType,
  PyDict,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { PyMethod } from '../objects/wrapped-functions.ts';

export const lruCacheType = nativeType('_lru_cache_wrapper');
lruCacheType.attrs.set('__module__', 'functools');

/** Stands between positional and keyword arguments in a key. */
const KEYWORD_MARK = new PyObject(objectType);

interface CacheOptions {
  readonly func: Value;
  /** Null: without limit. */
  readonly maxsize: number | null;
  readonly isTyped: boolean;
  readonly cacheInfo: Value;
}

class LruCache extends PyObject {
  readonly options: CacheOptions;
  /** The least recently used entry first. */
  readonly cache = new PyDict();
  hits = 0;
  misses = 0;
  constructor(cls: PyType, options: CacheOptions) {
    super(cls);
    this.options = options;
    this.attrs = new Map();
  }
}

newMethod(lruCacheType, (args, keywords, cls) => {
  const at = (index: number, name: string): Value => args[index] ?? keywords?.get(name) ?? null;
  const func = at(1, 'user_function');
  if (!isCallable(func)) return raise(TypeError, 'the first argument must be callable');
  const limit = at(2, 'maxsize');
  if (limit !== null && !isInt(limit)) return raise(TypeError, 'maxsize should be integer or None');
  const maxsize = limit === null ? null : Math.max(0, asSize(limit));
  return new LruCache(cls, { func, maxsize, isTyped: truthy(at(3, 'typed')), cacheInfo: at(4, 'cache_info_type') });
});

/** CPython: lru_cache_make_key. */
function makeKey(args: readonly Value[], keywords: Keywords, isTyped: boolean): Value {
  const [first] = args;
  if (
    !isTyped &&
    (keywords === null || keywords.size === 0) &&
    args.length === 1 &&
    (typeof first === 'string' || typeof first === 'number')
  )
    return first;
  const key: Value[] = [...args];
  if (keywords !== null && keywords.size > 0) {
    key.push(KEYWORD_MARK);
    for (const [name, value] of keywords) key.push(name, value);
  }
  if (isTyped) {
    for (const arg of args) key.push(typeOf(arg));
    for (const value of keywords?.values() ?? []) key.push(typeOf(value));
  }
  return new PyTuple(key);
}

rawMethod(lruCacheType, '__call__', (args, keywords) => {
  const self = args[0] as LruCache;
  const { func, maxsize, isTyped } = self.options;
  const given = args.slice(1);
  if (maxsize === 0) {
    self.misses++;
    return callWith(func, given, keywords);
  }
  const key = makeKey(given, keywords, isTyped);
  const found = dictGet(self.cache, key);
  if (found !== undefined) {
    self.hits++;
    if (maxsize !== null) {
      dictDelete(self.cache, key);
      dictSet(self.cache, key, found);
    }
    return found;
  }
  self.misses++;
  const result = callWith(func, given, keywords);
  // The function may have filled the same place meanwhile.
  if (dictGet(self.cache, key) === undefined) {
    if (maxsize !== null && self.cache.map.size >= maxsize) popEntry(self.cache, false);
    dictSet(self.cache, key, result);
  }
  return result;
});

method(lruCacheType, 'cache_info', 'self, /', (self: LruCache) => {
  return call(self.options.cacheInfo, self.hits, self.misses, self.options.maxsize, self.cache.map.size);
});
method(lruCacheType, 'cache_clear', 'self, /', (self: LruCache) => {
  self.hits = 0;
  self.misses = 0;
  dictClear(self.cache);
  return null;
});
method(lruCacheType, '__get__', 'self, instance, owner=None, /', (self: LruCache, instance: Value) => {
  return instance === null ? self : new PyMethod(self, instance);
});
method(lruCacheType, '__copy__', 'self, /', (self: LruCache) => self);
method(lruCacheType, '__deepcopy__', 'self, memo, /', (self: LruCache) => self);
method(lruCacheType, '__reduce__', 'self, /', (self: LruCache) => self.attrs?.get('__qualname__') ?? null);
getset(lruCacheType, '__dict__', (self: LruCache) => instanceDict(self));
