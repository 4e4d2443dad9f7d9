/** Built-in functions about objects in general: attributes, types, text, identity. CPython: Python/bltinmodule.c. */

import { deleteAttr, setAttr } from '../objects/attribute-setting.ts';
import { attributeName, getAttr, getAttrOrAbsent, isCallable } from '../objects/attributes.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { isInstanceOf, isSubclassOf } from '../objects/instance-checks.ts';
import { nativeFunction, type PyNative } from '../objects/native.ts';
import { callSpecial, format, hash, lengthAsInt, repr, toArray } from '../objects/protocol.ts';
import { asciiEscape, compareText, textOf } from '../objects/text.ts';
import { PyList, PyObject, typeOf, type Value } from '../objects/value.ts';
import { type Machine, machine } from '../vm/machine.ts';
import { unpacking } from './arguments.ts';
import { callerLocals } from './builtins-code.ts';

export function objectBuiltins(): readonly PyNative[] {
  return [
    nativeFunction('len', 'obj, /', lengthAsInt),
    nativeFunction('repr', 'obj, /', repr),
    nativeFunction('ascii', 'obj, /', (object: Value) => asciiEscape(repr(object))),
    unpacking('format', 1, 2, (value: Value, spec?: Value) => {
      const text = spec === undefined ? '' : textOf(spec);
      return format(
        value,
        text ?? raise(TypeError, `format() argument 2 must be str, not ${typeOf(spec ?? null).tpName}`),
      );
    }),
    nativeFunction('hash', 'obj, /', hash),
    nativeFunction('id', 'obj, /', idOf),
    nativeFunction('callable', 'obj, /', isCallable),
    unpacking('isinstance', 2, 2, isInstanceOf),
    unpacking('issubclass', 2, 2, isSubclassOf),
    unpacking('getattr', 2, 3, (object: Value, name: Value, missing?: Value) => {
      const attribute = attributeName(name);
      if (missing === undefined) return getAttr(object, attribute);
      const found = getAttrOrAbsent(object, attribute);
      return found === undefined ? missing : found;
    }),
    unpacking(
      'hasattr',
      2,
      2,
      (object: Value, name: Value) => getAttrOrAbsent(object, attributeName(name)) !== undefined,
    ),
    unpacking('setattr', 3, 3, (object: Value, name: Value, value: Value) => {
      setAttr(object, attributeName(name), value);
      return null;
    }),
    unpacking('delattr', 2, 2, (object: Value, name: Value) => {
      deleteAttr(object, attributeName(name));
      return null;
    }),
    unpacking('vars', 0, 1, (object?: Value) => {
      if (object === undefined) return callerLocals();
      return getAttrOrAbsent(object, '__dict__') ?? raise(TypeError, 'vars() argument must have __dict__ attribute');
    }),
    unpacking('dir', 0, 1, dir),
  ];
}

const primitiveIds: WeakMap<Machine, Map<Value, number>> = new WeakMap();

/** `id(x)`. Equal ints and equal strs are one object here. */
export function idOf(object: Value): number {
  if (object instanceof PyObject) return machine.idOf(object);
  const ids = primitiveIds.get(machine) ?? new Map<Value, number>();
  primitiveIds.set(machine, ids);
  const id = ids.get(object) ?? machine.idOf(new PyObject(typeOf(object)));
  ids.set(object, id);
  return id;
}

function dir(object?: Value): Value {
  return sortedNames(object === undefined ? toArray(callerLocals()) : namesOf(object));
}

/** What `dir` says of an object, not yet sorted. */
export function namesOf(object: Value): readonly Value[] {
  const names = callSpecial(object, '__dir__');
  return names === undefined ? raise(TypeError, 'object does not provide __dir__') : toArray(names);
}

function sortedNames(names: readonly Value[]): PyList {
  const texts = names.map((name) => textOf(name)).filter((name) => name !== undefined);
  return new PyList(texts.length === names.length ? texts.sort(compareText) : [...names]);
}
