/** Instructions of `match`. CPython: Python/ceval.c, match_keys, match_class. */

import * as Op from '../compile/op.ts';
import { getAttrOrAbsent } from '../objects/attributes.ts';
import { PyMemoryView, SharedBytes } from '../objects/buffer.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { isInstanceOf } from '../objects/instance-checks.ts';
import { callMethod, length, repr } from '../objects/protocol.ts';
import {
  boolType,
  bytearrayType,
  bytesType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  PyDict,
  PyList,
  PyRange,
  PyTuple,
  PyType,
  setType,
  strType,
  tupleType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import type { Frame } from './frame.ts';
import { machine } from './machine.ts';

const SELF_MATCHING: readonly PyType[] = [
  boolType,
  bytearrayType,
  bytesType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  setType,
  strType,
  tupleType,
];

export function matchRare(frame: Frame, op: number, arg: number): void {
  const slots = frame.slots as Value[];
  const subject = slots[frame.sp - 1] as Value;
  switch (op) {
    case Op.GET_LEN:
      slots[frame.sp++] = length(subject);
      return;
    case Op.MATCH_MAPPING:
      slots[frame.sp++] = (subject instanceof PyDict && !subject.cls.isHeapType) || isAbstract(subject, 'Mapping');
      return;
    case Op.MATCH_SEQUENCE:
      slots[frame.sp++] =
        ((subject instanceof PyList || subject instanceof PyTuple) && !subject.cls.isHeapType) ||
        subject instanceof PyRange ||
        subject instanceof PyMemoryView ||
        subject instanceof SharedBytes ||
        isAbstract(subject, 'Sequence');
      return;
    case Op.MATCH_KEYS:
      slots[frame.sp] = matchKeys(slots[frame.sp - 2] as Value, slots[frame.sp - 1] as PyTuple);
      frame.sp++;
      return;
    default:
      frame.sp -= 2;
      slots[frame.sp - 1] = matchClass(
        slots[frame.sp - 1] as Value,
        slots[frame.sp] as Value,
        slots[frame.sp + 1] as PyTuple,
        arg,
      );
  }
}

/** Registered with collections.abc, when that has been imported; str, bytes and bytearray are no sequences here. */
function isAbstract(subject: Value, name: string): boolean {
  const cls = typeOf(subject);
  if (!cls.isHeapType && cls.name !== 'deque' && cls.name !== 'mappingproxy') return false;
  if ([strType, bytesType, bytearrayType].some((base) => cls.isSubtypeOf(base))) return false;
  if (cls.name === 'deque') return name === 'Sequence';
  const module = machine.modules.map.get('_collections_abc');
  const abc = (called: string): Value => (module === undefined ? null : (getAttrOrAbsent(module, called) ?? null));
  const [mapping, sequence] = [abc('Mapping'), abc('Sequence')];
  // Each class is one of them at most: the first of its bases decides, as for the flags that CPython's classes inherit.
  for (const base of cls.mro) {
    if (base === mapping || base === dictType) return name === 'Mapping';
    if (base === sequence || base === listType || base === tupleType) return name === 'Sequence';
  }
  return module !== undefined && isInstanceOf(subject, name === 'Mapping' ? mapping : sequence);
}

function matchKeys(subject: Value, keys: PyTuple): Value {
  const seen: Value[] = [];
  const values: Value[] = [];
  for (const key of keys.items) {
    if (seen.includes(key)) return raise(ValueError, `mapping pattern checks duplicate key (${repr(key)})`);
    seen.push(key);
    const value = callMethod(subject, 'get', key, ABSENT);
    if (value === ABSENT) return null;
    values.push(value);
  }
  return new PyTuple(values);
}

/** Told apart by identity. */
const ABSENT = new PyTuple([]);

function matchClass(subject: Value, cls: Value, names: PyTuple, positional: number): Value {
  if (!(cls instanceof PyType)) return raise(TypeError, 'called match pattern must be a class');
  if (!isInstanceOf(subject, cls)) return null;
  const values: Value[] = [];
  const seen = new Set<string>();
  if (positional > 0 && !matchPositional(subject, cls, positional, values, seen)) return null;
  for (const name of names.items as readonly string[]) {
    if (seen.has(name)) return raise(TypeError, `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = getAttrOrAbsent(subject, name);
    if (value === undefined) return null;
    values.push(value);
  }
  return new PyTuple(values);
}

function matchPositional(subject: Value, cls: PyType, positional: number, values: Value[], seen: Set<string>): boolean {
  const matchArgs = getAttrOrAbsent(cls, '__match_args__');
  if (matchArgs === undefined) {
    const matchesSelf = SELF_MATCHING.some((base) => cls.isSubtypeOf(base));
    const allowed = matchesSelf ? 1 : 0;
    if (positional > allowed)
      return raise(
        TypeError,
        `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${positional} given)`,
      );
    values.push(subject);
    return true;
  }
  if (!(matchArgs instanceof PyTuple))
    return raise(TypeError, `${cls.name}.__match_args__ must be a tuple (got ${typeOf(matchArgs).tpName})`);
  if (positional > matchArgs.items.length) {
    const allowed = matchArgs.items.length;
    return raise(
      TypeError,
      `${cls.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${positional} given)`,
    );
  }
  for (let i = 0; i < positional; i++) {
    const name = matchArgs.items[i];
    if (typeof name !== 'string')
      return raise(TypeError, `__match_args__ elements must be strings (got ${typeOf(name as Value).tpName})`);
    if (seen.has(name)) return raise(TypeError, `${cls.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = getAttrOrAbsent(subject, name);
    if (value === undefined) return false;
    values.push(value);
  }
  return true;
}
