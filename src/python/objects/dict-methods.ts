/** The methods of `dict` (Objects/dictobject.c). The key arithmetic is in `dict.ts`, views and iterators in `dict-views.ts`. */
import { getAttrOrAbsent } from './attributes.ts';
import { dictClear, dictCopy, dictDelete, dictGet, dictSet, forgetKey, originalKey } from './dict.ts';
import { DictKeyIterator, dictReversed, dictsEqual, dictView } from './dict-views.ts';
import { exception, KeyError, PyRaise, raise, raiseObject, TypeError, ValueError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { type Keywords, method, newMethod, rawClassMethod, rawMethod } from './native.ts';
import { Comparison } from './operators.ts';
import { call, callSpecial, each, getItem, setItem, toArray } from './protocol.ts';
import { defineComparisons, guardedRepr, reprOf } from './sequences.ts';
import { dictType, NotImplemented, PyDict, PyList, PyTuple, type Value } from './value.ts';

newMethod(dictType, (_args, _keywords, cls) => new PyDict(new Map(), cls));

rawMethod(dictType, '__init__', (args, keywords) => updateFromArguments('dict', args, keywords));
rawMethod(dictType, 'update', (args, keywords) => updateFromArguments('update', args, keywords));

/** CPython: dict_update_common. */
export function updateFromArguments(name: string, args: readonly Value[], keywords: Keywords): null {
  const self = args[0] as PyDict;
  if (args.length > 2) return raise(TypeError, `${name} expected at most 1 argument, got ${args.length - 1}`);
  const other = args[1];
  if (other !== undefined) dictUpdate(self, other);
  if (keywords !== null) for (const [key, value] of keywords) dictSet(self, key, value);
  return null;
}

/** CPython: dict_update_arg: a mapping, or pairs. */
export function dictUpdate(self: PyDict, other: Value): void {
  if (
    other instanceof PyDict &&
    (!other.cls.isHeapType || other.cls.lookup('__iter__') === dictType.attrs.get('__iter__'))
  )
    return mergeDict(self, other);
  const keys = getAttrOrAbsent(other, 'keys');
  if (keys === undefined) return updateFromPairs(self, other);
  for (const key of each(call(keys))) dictSet(self, key, getItem(other, key));
}

function mergeDict(self: PyDict, other: PyDict): void {
  if (self === other) return;
  for (const [key, value] of other.map) {
    if (typeof key === 'string') self.map.set(key, value);
    else dictSet(self, originalKey(other, key), value);
  }
}

/** CPython: PyDict_MergeFromSeq2. */
function updateFromPairs(self: PyDict, pairs: Value): void {
  let index = 0;
  for (const pair of each(pairs)) {
    const items = pairItems(pair, index);
    if (items.length !== 2)
      return raise(
        ValueError,
        `dictionary update sequence element #${index} has length ${items.length}; 2 is required`,
      );
    dictSet(self, items[0] as Value, items[1] as Value);
    index++;
  }
}

function pairItems(pair: Value, index: number): readonly Value[] {
  if (pair instanceof PyTuple || pair instanceof PyList) return pair.items;
  try {
    return toArray(pair);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || thrown.exception.cls !== TypeError) throw thrown;
    const error = exception(TypeError, 'object is not iterable');
    error.attrs = new Map<string, Value>([
      ['__notes__', new PyList([`Cannot convert dictionary update sequence element #${index} to a sequence`])],
    ]);
    return raiseObject(error);
  }
}

/** `dict[key]`, with `__missing__` of a subclass. */
function subscript(self: PyDict, key: Value): Value {
  const found = dictGet(self, key);
  if (found !== undefined) return found;
  if (self.cls !== dictType) {
    const made = callSpecial(self, '__missing__', key);
    if (made !== undefined) return made;
  }
  return raise(KeyError, key);
}

method(dictType, '__getitem__', 'self, key, /', subscript);
method(dictType, '__setitem__', 'self, key, value, /', (self: PyDict, key: Value, value: Value) => {
  dictSet(self, key, value);
  return null;
});
method(dictType, '__delitem__', 'self, key, /', (self: PyDict, key: Value) => {
  return dictDelete(self, key) ? null : raise(KeyError, key);
});
method(dictType, '__contains__', 'self, key, /', (self: PyDict, key: Value) => dictGet(self, key) !== undefined);
method(dictType, '__len__', 'self, /', (self: PyDict) => self.map.size);
method(dictType, '__iter__', 'self, /', (self: PyDict) => new DictKeyIterator(self));
method(dictType, '__reversed__', 'self, /', (self: PyDict) => dictReversed(self, 'keys'));
dictType.attrs.set('__hash__', null);
method(dictType, '__repr__', 'self, /', dictRepr);

/** `{1: 'a'}`, whatever the class. */
export function dictRepr(self: PyDict): string {
  if (self.map.size === 0) return '{}';
  return guardedRepr(self, '{...}', () => {
    const parts: string[] = [];
    for (const [key, value] of self.map) parts.push(`${reprOf(originalKey(self, key))}: ${reprOf(value)}`);
    return `{${parts.join(', ')}}`;
  });
}

defineComparisons(dictType, (self, other, comparison) => {
  if (!(self instanceof PyDict) || !(other instanceof PyDict)) return NotImplemented;
  if (comparison === Comparison.eq) return dictsEqual(self, other);
  return comparison === Comparison.ne ? !dictsEqual(self, other) : NotImplemented;
});

function union(left: Value, right: Value): Value {
  if (!(left instanceof PyDict) || !(right instanceof PyDict)) return NotImplemented;
  const result = dictCopy(left);
  dictUpdate(result, right);
  return result;
}
method(dictType, '__or__', 'self, value, /', union);
method(dictType, '__ror__', 'self, value, /', (self: Value, other: Value) => union(other, self));
method(dictType, '__ior__', 'self, value, /', (self: PyDict, other: Value) => {
  dictUpdate(self, other);
  return self;
});

method(dictType, 'keys', 'self, /', (self: PyDict) => dictView(self, 'keys'));
method(dictType, 'values', 'self, /', (self: PyDict) => dictView(self, 'values'));
method(dictType, 'items', 'self, /', (self: PyDict) => dictView(self, 'items'));
method(dictType, 'get', 'self, key, default=None, /', (self: PyDict, key: Value, missing: Value = null) => {
  const found = dictGet(self, key);
  return found === undefined ? missing : found;
});
method(dictType, 'setdefault', 'self, key, default=None, /', (self: PyDict, key: Value, value: Value = null) => {
  const found = dictGet(self, key);
  if (found !== undefined) return found;
  dictSet(self, key, value);
  return value;
});
method(dictType, 'pop', 'self, key, default=<unrepresentable>, /', (self: PyDict, key: Value, missing?: Value) => {
  const found = self.map.size === 0 ? undefined : dictGet(self, key);
  if (found !== undefined) {
    dictDelete(self, key);
    return found;
  }
  return missing === undefined ? raise(KeyError, key) : missing;
});
method(dictType, 'popitem', 'self, /', (self: PyDict) => {
  if (self.map.size === 0) return raise(KeyError, 'popitem(): dictionary is empty');
  return popEntry(self, true);
});

/** Removes the last entry, or the first one, of a dict that has some. */
export function popEntry(self: PyDict, isLast: boolean): PyTuple {
  let dictKey = self.map.keys().next().value ?? null;
  if (isLast) for (const key of self.map.keys()) dictKey = key;
  const item = new PyTuple([originalKey(self, dictKey), self.map.get(dictKey) ?? null]);
  self.map.delete(dictKey);
  self.originals?.delete(dictKey);
  forgetKey(self, dictKey);
  return item;
}

method(dictType, 'clear', 'self, /', (self: PyDict) => {
  dictClear(self);
  return null;
});
method(dictType, 'copy', 'self, /', (self: PyDict) => dictCopy(self));
rawClassMethod(dictType, 'fromkeys', (args) => {
  if (args.length < 2) return raise(TypeError, 'fromkeys expected at least 1 argument, got 0');
  if (args.length > 3) return raise(TypeError, `fromkeys expected at most 2 arguments, got ${args.length - 1}`);
  return fromKeys(args[0] as Value, args[1] as Value, args[2] ?? null);
});

/** CPython: _PyDict_FromKeys. */
export function fromKeys(cls: Value, keys: Value, value: Value): Value {
  const result = call(cls);
  if (result instanceof PyDict && result.cls === dictType) for (const key of each(keys)) dictSet(result, key, value);
  else for (const key of each(keys)) setItem(result, key, value);
  return result;
}

rawClassMethod(dictType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));
