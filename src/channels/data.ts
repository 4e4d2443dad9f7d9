/**
 * Messages as they cross between processes: plain data, what msgpack can say. A tuple arrives as a list, a bytearray as bytes. The
 * errors are those of msgpack 1.
 */
import { dictGet, dictKeys, dictSet } from '../python/objects/dict.ts';
import { OverflowError, raise, TypeError, ValueError } from '../python/objects/errors.ts';
import {
  PyByteArray,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  typeOf,
  unwrap,
  type Value,
} from '../python/objects/value.ts';

export type Data =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'list'; readonly items: readonly Data[] }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Data, Data])[] };

const DEPTH_MAX = 511;
const INT_MIN = -(2n ** 63n);
const INT_END = 2n ** 64n;

export function dataOf(value: Value, depth = 0): Data {
  if (depth > DEPTH_MAX) return raise(ValueError, 'recursion limit exceeded.');
  const plain = unwrap(value);
  if (typeof plain === 'bigint' && (plain < INT_MIN || plain >= INT_END))
    return raise(OverflowError, 'Integer value out of range');
  if (!(plain instanceof PyObject)) return plain;
  if (plain instanceof PyFloat) return { kind: 'double', value: plain.value };
  if (plain instanceof PyBytes || plain instanceof PyByteArray) return plain.bytes.slice();
  if (plain instanceof PyList || plain instanceof PyTuple)
    return { kind: 'list', items: plain.items.map((item) => dataOf(item, depth + 1)) };
  if (plain instanceof PyDict) {
    const entryOf = (key: Value): readonly [Data, Data] => [
      dataOf(key, depth + 1),
      dataOf(dictGet(plain, key) ?? null, depth + 1),
    ];
    return { kind: 'dict', entries: dictKeys(plain).map(entryOf) };
  }
  return raise(TypeError, `can not serialize '${typeOf(plain).name}' object`);
}

/** A value like the one that it was made of. `isStrict`: keys must be text or bytes (strict_map_key), as of msgpack 1. */
export function valueOf(data: Data, isStrict: boolean): Value {
  if (data instanceof Uint8Array) return new PyBytes(data.slice());
  if (typeof data !== 'object' || data === null) return data;
  switch (data.kind) {
    case 'double':
      return new PyFloat(data.value);
    case 'list':
      return new PyList(data.items.map((item) => valueOf(item, isStrict)));
    default:
      return dictFrom(data.entries, isStrict);
  }
}

function dictFrom(entries: readonly (readonly [Data, Data])[], isStrict: boolean): PyDict {
  const dict = new PyDict();
  for (const [key, item] of entries) {
    const name = valueOf(key, isStrict);
    if (isStrict && typeof name !== 'string' && !(name instanceof PyBytes))
      return raise(ValueError, `${typeOf(name).name} is not allowed for map key when strict_map_key=True`);
    dictSet(dict, name, valueOf(item, isStrict));
  }
  return dict;
}

/** How long a message is as JSON, in bytes: what ASGI's limit counts. Bytes count as they are; what is no plain data does not count. */
export function jsonSize(value: Value, depth = 0): number {
  const plain = unwrap(value);
  if (typeof plain === 'string') return new TextEncoder().encode(plain).length + 2;
  if (!(plain instanceof PyObject)) return `${plain}`.length;
  if (plain instanceof PyFloat) return `${plain.value}`.length;
  if (plain instanceof PyBytes || plain instanceof PyByteArray) return plain.bytes.length + 2;
  if (depth > DEPTH_MAX) return 0;
  const sum = (items: readonly Value[], between: number): number =>
    items.reduce((total: number, item) => total + jsonSize(item, depth + 1) + between, 2);
  if (plain instanceof PyList || plain instanceof PyTuple) return sum(plain.items, 2);
  if (plain instanceof PyDict)
    return dictKeys(plain).reduce((total: number, key) => total + sum([key, dictGet(plain, key) ?? null], 2), 2);
  return 0;
}
