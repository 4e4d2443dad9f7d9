/**
 * The key arithmetic of dict and set: which JavaScript Map key stands for a Python key (see DictKey in value.ts).
 * Methods of dict are in `dict-methods.ts`, of set in `set.ts`.
 */

import { typeFacts } from './attributes.ts';
import { KeyError, PyRaise, raise, TypeError } from './errors.ts';
import { foldedTupleHash, foldHash } from './hashing.ts';
import { Comparison } from './operators.ts';
import { equals, hash, str } from './protocol.ts';
import { compareSequences } from './sequences.ts';
import {
  type DictKey,
  PyDict,
  PyFloat,
  PyObject,
  PyPrimitive,
  PySet,
  PyTuple,
  tupleType,
  typeOf,
  type Value,
} from './value.ts';

interface KeyTable {
  readonly map: ReadonlyMap<DictKey, unknown>;
  buckets: Map<number, PyObject[]> | null;
}

/** The Map key for a lookup; undefined when no equal key of its own `__eq__` is in the table. */
export function findKey(table: KeyTable, key: Value): DictKey | undefined {
  if (typeof key === 'object' && key !== null) return findObjectKey(table, key, false);
  const plain = typeof key === 'boolean' ? (key ? 1 : 0) : key;
  return table.buckets === null ? plain : findPlainKey(table, plain);
}

/** A plain key may be equal to one with a `__hash__` and `__eq__` of its own that is in the table. */
function findPlainKey(table: KeyTable, key: Exclude<DictKey, PyObject>): DictKey {
  if (table.map.has(key)) return key;
  return (
    table.buckets
      ?.get(foldHash(hash(key)))
      ?.find((candidate) => !(candidate instanceof PyTuple) && equals(candidate, key)) ?? key
  );
}

/** The Map key for an insertion. */
export function insertKey(table: KeyTable, key: Value): DictKey {
  if (table.buckets === null && (typeof key === 'string' || typeof key === 'number')) return key;
  if (typeof key === 'object' && key !== null) return findObjectKey(table, key, true) as DictKey;
  return findKey(table, key) as DictKey;
}

function findObjectKey(table: KeyTable, key: PyObject, inserts: boolean): DictKey | undefined {
  if (key instanceof PyFloat) return floatKey(key);
  const facts = typeFacts(key.cls);
  if (facts.isIdentityHashed) return key;
  if (key instanceof PyPrimitive && usesPlainHash(key)) {
    return key.value instanceof PyFloat ? floatKey(key.value) : key.value;
  }
  const isTuple = key instanceof PyTuple && key.cls === tupleType;
  const exactHash = hashKey(table, key, isTuple);
  if (!isTuple) {
    const plain = plainEqual(table, key, exactHash);
    if (plain !== undefined) return plain;
  }
  const keyHash = isTuple ? Number(exactHash) : foldHash(exactHash);
  const bucket = table.buckets?.get(keyHash);
  if (bucket !== undefined) {
    for (const candidate of bucket) {
      if (candidate !== key && !keysEqual(candidate, key)) continue;
      lastFound.key = candidate;
      lastFound.hash = keyHash;
      return candidate;
    }
  }
  if (!inserts) return undefined;
  table.buckets ??= new Map();
  if (bucket === undefined) table.buckets.set(keyHash, [key]);
  else bucket.push(key);
  return key;
}

/** The hash of a key, of a plain tuple already folded; what cannot be hashed is named together with what it was wanted for. */
function hashKey(table: KeyTable, key: PyObject, isTuple: boolean): number | bigint {
  try {
    return isTuple ? foldedTupleHash((key as PyTuple).items) : hash(key);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || thrown.exception.cls !== TypeError) throw thrown;
    const use = table instanceof PySet ? 'set element' : 'dict key';
    return raise(TypeError, `cannot use '${key.cls.name}' as a ${use} (${str(thrown.exception)})`);
  }
}

function keysEqual(a: PyObject, b: PyObject): boolean {
  if (a instanceof PyTuple && b instanceof PyTuple && a.cls === tupleType && b.cls === tupleType) {
    return compareSequences(Comparison.eq, a.items, b.items) === true;
  }
  return equals(a, b);
}

/** A user class whose `__eq__` accepts plain ints or strings (Decimal, Fraction): the equal plain key, when it is there. */
function plainEqual(table: KeyTable, key: PyObject, keyHash: number | bigint): DictKey | undefined {
  if (!(table instanceof PyDict || table instanceof PySet) || !table.map.has(keyHash) || key.cls.layout === 'tuple')
    return undefined;
  return equals(keyHash, key) ? keyHash : undefined;
}

function floatKey(key: PyFloat): DictKey {
  const value = key.value;
  if (Number.isNaN(value)) return key;
  if (value === 0) return 0;
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** A subclass of int, str or float that kept the plain `__eq__` and `__hash__` (an IntEnum member hashes by its value too). */
function usesPlainHash(key: PyPrimitive): boolean {
  const base = typeOf(key.value);
  return key.cls.lookup('__hash__') === base.lookup('__hash__') && key.cls.lookup('__eq__') === base.lookup('__eq__');
}

export function dictGet(dict: PyDict, key: Value): Value | undefined {
  if (typeof key === 'string' && dict.buckets === null) return dict.map.get(key);
  const found = findKey(dict, key);
  return found === undefined ? undefined : dict.map.get(found);
}

export function dictSet(dict: PyDict, key: Value, value: Value): void {
  if (typeof key === 'string' && dict.buckets === null) {
    dict.map.set(key, value);
    return;
  }
  const dictKey = insertKey(dict, key);
  if (dictKey !== key && !dict.map.has(dictKey)) {
    dict.originals ??= new Map();
    dict.originals.set(dictKey, key);
  }
  dict.map.set(dictKey, value);
}

/** Removes a key; false when it was not there. */
export function dictDelete(dict: PyDict, key: Value): boolean {
  const found = findKey(dict, key);
  if (found === undefined || !dict.map.delete(found)) return false;
  dict.originals?.delete(found);
  forgetKey(dict, found);
  return true;
}

/** The key with a hash of its own that was found last: it is not hashed again to be removed. */
const lastFound: { key: PyObject | null; hash: number } = { key: null, hash: 0 };

function hashOf(buckets: ReadonlyMap<number, readonly PyObject[]>, key: PyObject): number {
  for (const [keyHash, bucket] of buckets) if (bucket.includes(key)) return keyHash;
  return 0;
}

/** Takes a key with its own hash out of the buckets, after it was deleted from the Map. */
export function forgetKey(table: KeyTable, key: DictKey): void {
  if (table.buckets === null || !(key instanceof PyObject) || typeFacts(key.cls).isIdentityHashed) return;
  const keyHash = lastFound.key === key ? lastFound.hash : hashOf(table.buckets, key);
  lastFound.key = null;
  const bucket = table.buckets.get(keyHash);
  if (bucket === undefined) return;
  const rest = bucket.filter((candidate) => candidate !== key);
  if (rest.length === 0) table.buckets.delete(keyHash);
  else table.buckets.set(keyHash, rest);
}

/** The key as the program wrote it. */
export function originalKey(dict: PyDict, key: DictKey): Value {
  return dict.originals?.get(key) ?? key;
}

export function dictKeys(dict: PyDict): Value[] {
  return dict.originals === null ? [...dict.map.keys()] : [...dict.map.keys()].map((key) => originalKey(dict, key));
}

export function dictClear(dict: PyDict): void {
  dict.map.clear();
  dict.originals = null;
  dict.buckets = null;
}

export function dictItem(dict: PyDict, key: Value): Value {
  const found = dictGet(dict, key);
  return found === undefined ? raise(KeyError, key) : found;
}

export function dictCopy(dict: PyDict): PyDict {
  const copy = new PyDict(new Map(dict.map));
  if (dict.originals !== null) copy.originals = new Map(dict.originals);
  if (dict.buckets !== null) copy.buckets = new Map([...dict.buckets].map(([key, bucket]) => [key, [...bucket]]));
  return copy;
}

/** A dict with string keys from a JavaScript Map or entries. */
export function dictOf(entries: Iterable<readonly [string, Value]>): PyDict {
  return new PyDict(new Map<DictKey, Value>(entries));
}
