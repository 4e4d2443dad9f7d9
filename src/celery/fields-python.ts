/** AMQP's tables as Python has them. */
import { getAttr } from '../python/objects/attributes.ts';
import { dictGet, dictKeys } from '../python/objects/dict.ts';
import { raise, TypeError } from '../python/objects/errors.ts';
import { asStr, call } from '../python/objects/protocol.ts';
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
import { load } from '../python/vm/import.ts';
import { EMPTY_TABLE, type Field, isTable, type Table } from './fields.ts';

/** None is an empty one. */
export function tableOf(value: Value | undefined): Table {
  if (value === undefined || value === null) return EMPTY_TABLE;
  if (!(value instanceof PyDict)) return raise(TypeError, `a table is a dict, not ${typeOf(value).name}`);
  return new Map(
    dictKeys(value).map((key) => [asStr(key, 'a key of a table'), fieldOf(dictGet(value, key) ?? null)] as const),
  );
}

function fieldOf(value: Value): Field {
  const plain = unwrap(value);
  if (!(plain instanceof PyObject)) return plain;
  if (plain instanceof PyFloat) return { kind: 'double', value: plain.value };
  if (plain instanceof PyBytes || plain instanceof PyByteArray) return plain.bytes.slice();
  if (plain instanceof PyList || plain instanceof PyTuple) return plain.items.map(fieldOf);
  if (plain instanceof PyDict) return tableOf(plain);
  const seconds = call(getAttr(load('_amqp_errors'), 'seconds_of'), plain);
  if (typeof seconds === 'number') return { kind: 'time', value: seconds };
  return raise(TypeError, `a table cannot hold ${typeOf(plain).name}`);
}

export function dictOf(table: Table): PyDict {
  return new PyDict(new Map([...table].map(([key, field]) => [key, valueOf(field)] as const)));
}

function valueOf(field: Field): Value {
  if (typeof field !== 'object' || field === null) return field;
  if (field instanceof Uint8Array) return new PyBytes(field.slice());
  if (isTable(field)) return dictOf(field);
  if (!('kind' in field)) return new PyList(field.map(valueOf));
  if (field.kind === 'double') return new PyFloat(field.value);
  return call(getAttr(load('_amqp_errors'), 'time_of'), field.value);
}
