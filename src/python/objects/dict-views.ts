/** Iterators over dicts and the views `keys()`, `values()`, `items()` (Objects/dictobject.c). All of them are live. */
import { dictGet, originalKey } from './dict.ts';
import { RuntimeError, raise } from './errors.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineRemaking } from './iterator-state.ts';
import { iteratorType } from './iterators.ts';
import { mappingProxy } from './mappingproxy.ts';
import { getset, method } from './native.ts';
import { contains, each, equals, length } from './protocol.ts';
import { compareNumbers, defineComparisons, guardedRepr, reprOf, sameOrEqual } from './sequences.ts';
import { setAdd, setDifferenceUpdate, setSymmetricDifferenceUpdate, setUpdate } from './set-table.ts';
import {
  type DictKey,
  NotImplemented,
  nativeType,
  type PyDict,
  PyList,
  PyObject,
  PySet,
  PyTuple,
  type PyType,
  type Value,
} from './value.ts';

export type ViewKind = 'keys' | 'values' | 'items';

export const dictIteratorTypes: Readonly<Record<ViewKind, PyType>> = {
  keys: iteratorType('dict_keyiterator'),
  values: iteratorType('dict_valueiterator'),
  items: iteratorType('dict_itemiterator'),
};
const reverseIteratorTypes: Readonly<Record<ViewKind, PyType>> = {
  keys: iteratorType('dict_reversekeyiterator'),
  values: iteratorType('dict_reversevalueiterator'),
  items: iteratorType('dict_reverseitemiterator'),
};

defineRemaking(...Object.values(dictIteratorTypes), ...Object.values(reverseIteratorTypes));

/** What iterators over a dict share: they notice when it changes its size. */
abstract class DictIterator<T> extends NativeIterator {
  protected dict: PyDict | null;
  private size: number;
  private left: number;
  private readonly source: Iterator<T>;
  constructor(dict: PyDict, cls: PyType, source: Iterator<T>) {
    super(cls);
    this.dict = dict;
    this.size = dict.map.size;
    this.left = this.size;
    this.source = source;
  }
  protected abstract shape(entry: T, dict: PyDict): Value;
  nextValue(): Value | undefined {
    const dict = this.dict;
    if (dict === null) return undefined;
    if (dict.map.size !== this.size) {
      this.size = -1;
      return raise(
        RuntimeError,
        `${dict.cls.name === 'OrderedDict' ? 'OrderedDict mutated' : 'dictionary changed size'} during iteration`,
      );
    }
    const result = this.source.next();
    if (result.done === true) {
      this.dict = null;
      return undefined;
    }
    if (this.left === 0) return raise(RuntimeError, 'dictionary keys changed during iteration');
    this.left--;
    return this.shape(result.value, dict);
  }
  override lengthHint(): number {
    return this.dict !== null && this.dict.map.size === this.size ? this.left : 0;
  }
  /** What is left, without moving on: CPython reduces a copy of the iterator to a list. */
  override remake(): Remake {
    const rest: Value[] = [];
    const { dict, left } = this;
    if (dict !== null) for (const entry of this.entries(dict).slice(-left)) rest.push(this.shape(entry, dict));
    return { by: 'iter', args: [new PyList(left === 0 ? [] : rest)] };
  }
  protected abstract entries(dict: PyDict): T[];
}

export class DictKeyIterator extends DictIterator<DictKey> {
  constructor(dict: PyDict, cls: PyType = dictIteratorTypes.keys) {
    super(dict, cls, dict.map.keys());
  }
  protected shape(key: DictKey, dict: PyDict): Value {
    return dict.originals === null ? key : originalKey(dict, key);
  }
  protected entries(dict: PyDict): DictKey[] {
    return [...dict.map.keys()];
  }
}

class DictValueIterator extends DictIterator<Value> {
  constructor(dict: PyDict, cls: PyType) {
    super(dict, cls, dict.map.values());
  }
  protected shape(value: Value): Value {
    return value;
  }
  protected entries(dict: PyDict): Value[] {
    return [...dict.map.values()];
  }
}

class DictItemIterator extends DictIterator<[DictKey, Value]> {
  constructor(dict: PyDict, cls: PyType) {
    super(dict, cls, dict.map.entries());
  }
  protected shape(entry: [DictKey, Value], dict: PyDict): Value {
    return new PyTuple([originalKey(dict, entry[0]), entry[1]]);
  }
  protected entries(dict: PyDict): [DictKey, Value][] {
    return [...dict.map.entries()];
  }
}

class DictReverseIterator extends DictIterator<DictKey> {
  private readonly kind: ViewKind;
  constructor(dict: PyDict, kind: ViewKind, cls: PyType) {
    super(dict, cls, [...dict.map.keys()].reverse().values());
    this.kind = kind;
  }
  protected shape(key: DictKey, dict: PyDict): Value {
    if (this.kind === 'keys') return originalKey(dict, key);
    const value = dict.map.get(key) ?? null;
    return this.kind === 'values' ? value : new PyTuple([originalKey(dict, key), value]);
  }
  protected entries(dict: PyDict): DictKey[] {
    return [...dict.map.keys()].reverse();
  }
}

export function dictIterator(
  dict: PyDict,
  kind: ViewKind,
  types: Readonly<Record<ViewKind, PyType>> = dictIteratorTypes,
): NativeIterator {
  if (kind === 'keys') return new DictKeyIterator(dict, types.keys);
  return kind === 'values' ? new DictValueIterator(dict, types.values) : new DictItemIterator(dict, types.items);
}

export function dictReversed(
  dict: PyDict,
  kind: ViewKind,
  types: Readonly<Record<ViewKind, PyType>> = reverseIteratorTypes,
): NativeIterator {
  return new DictReverseIterator(dict, kind, types[kind]);
}

export class PyDictView extends PyObject {
  readonly dict: PyDict;
  readonly kind: ViewKind;
  constructor(dict: PyDict, kind: ViewKind, cls: PyType) {
    super(cls);
    this.dict = dict;
    this.kind = kind;
  }
}

export const dictViewTypes: Readonly<Record<ViewKind, PyType>> = {
  keys: nativeType('dict_keys'),
  values: nativeType('dict_values'),
  items: nativeType('dict_items'),
};

export function dictView(dict: PyDict, kind: ViewKind): PyDictView {
  return new PyDictView(dict, kind, dictViewTypes[kind]);
}

for (const kind of ['keys', 'values', 'items'] as const) defineView(dictViewTypes[kind], kind);

function defineView(cls: PyType, kind: ViewKind): void {
  cls.isBaseType = false;
  method(cls, '__len__', 'self, /', (self: PyDictView) => self.dict.map.size);
  method(cls, '__iter__', 'self, /', (self: PyDictView) => dictIterator(self.dict, kind));
  method(cls, '__reversed__', 'self, /', (self: PyDictView) => dictReversed(self.dict, kind));
  method(cls, '__repr__', 'self, /', (self: PyDictView) => {
    return guardedRepr(self, '...', () => `${self.cls.name}([${[...each(self)].map(reprOf).join(', ')}])`);
  });
  getset(cls, 'mapping', (self: PyDictView) => mappingProxy(self.dict));
  if (kind !== 'values') defineSetMethods(cls);
}

function viewContains(view: PyDictView, item: Value): boolean {
  if (view.kind === 'keys') return dictGet(view.dict, item) !== undefined;
  if (!(item instanceof PyTuple) || item.items.length !== 2) return false;
  const found = dictGet(view.dict, item.items[0] as Value);
  return found !== undefined && sameOrEqual(found, item.items[1] as Value);
}

function isSetLike(value: Value): value is PySet | PyDictView {
  return value instanceof PySet || (value instanceof PyDictView && value.kind !== 'values');
}

function setOfView(view: Value): PySet {
  const result = new PySet();
  setUpdate(result, view);
  return result;
}

/** CPython: _PyDictView_Intersect. */
function intersection(self: PyDictView, other: Value): PySet {
  const result = new PySet();
  if (isSetLike(other) && length(other) > self.dict.map.size) {
    for (const item of each(self)) if (contains(other, item)) setAdd(result, item);
    return result;
  }
  for (const item of each(other)) if (viewContains(self, item)) setAdd(result, item);
  return result;
}

function isSubset(small: Value, large: Value): boolean {
  for (const item of each(small)) if (!contains(large, item)) return false;
  return true;
}

function defineSetMethods(cls: PyType): void {
  cls.attrs.set('__hash__', null);
  method(cls, '__contains__', 'self, key, /', viewContains);
  defineComparisons(cls, (self, other, comparison) => {
    if (!isSetLike(other)) return NotImplemented;
    const own = length(self);
    const their = length(other);
    // lt, le; eq, ne; gt, ge.
    if (comparison === 2 || comparison === 3) return (own === their && isSubset(self, other)) === (comparison === 2);
    if (!compareNumbers(comparison, own, their)) return false;
    return comparison < 2 ? isSubset(self, other) : isSubset(other, self);
  });
  const operators: Readonly<Record<string, (self: Value, other: Value) => Value>> = {
    and: (self, other) =>
      self instanceof PyDictView ? intersection(self, other) : intersection(other as PyDictView, self),
    or: (self, other) => changed(self, (result) => setUpdate(result, other)),
    sub: (self, other) => changed(self, (result) => setDifferenceUpdate(result, other)),
    xor: (self, other) => changed(self, (result) => setSymmetricDifferenceUpdate(result, other)),
  };
  for (const [name, operate] of Object.entries(operators)) {
    method(cls, `__${name}__`, 'self, value, /', (self: Value, other: Value) => operate(self, other));
    method(cls, `__r${name}__`, 'self, value, /', (self: Value, other: Value) => operate(other, self));
  }
  method(cls, 'isdisjoint', 'self, other, /', (self: PyDictView, other: Value) => {
    for (const item of each(other)) if (viewContains(self, item)) return false;
    return true;
  });
}

function changed(view: Value, change: (result: PySet) => void): PySet {
  const result = setOfView(view);
  change(result);
  return result;
}

export function dictsEqual(a: PyDict, b: PyDict): boolean {
  if (a === b) return true;
  if (a.map.size !== b.map.size) return false;
  for (const [key, value] of a.map) {
    const other = dictGet(b, originalKey(a, key));
    if (other === undefined || !(value === other || equals(value, other))) return false;
  }
  return true;
}
