/** `o.a = x` and `del o.a`. CPython: Objects/object.c and typeobject.c. What is read is in attributes.ts. */

import { callFound, isDataDescriptor, raiseMissing, setProperty, typeFacts } from './attributes.ts';
import { AttributeError, exception, raise, raiseObject, TypeError } from './errors.ts';
import { PyFunction } from './function.ts';
import { setOwnAttribute } from './instance.ts';
import { PyGetSet } from './native.ts';
import {
  PyDict,
  PyFloat,
  PyList,
  PyModule,
  PyObject,
  PyPrimitive,
  PyTuple,
  PyType,
  typeOf,
  typeVersion,
  type Value,
} from './value.ts';
import { PyProperty } from './wrapped-functions.ts';

export function setAttr(object: Value, name: string, value: Value): void {
  const setattr = typeFacts(typeOf(object)).setattr;
  if (setattr !== undefined) {
    callFound(setattr, object, typeOf(object), [name, value]);
    return;
  }
  genericSetAttr(object, name, value);
}

export function deleteAttr(object: Value, name: string): void {
  const delattr = typeFacts(typeOf(object)).delattr;
  if (delattr !== undefined) callFound(delattr, object, typeOf(object), [name]);
  else genericSetAttr(object, name, undefined);
}

/** CPython: Objects/object.c, _PyObject_GenericSetAttrWithDict; `undefined` deletes. */
export function genericSetAttr(object: Value, name: string, value: Value | undefined): void {
  if (object instanceof PyType) return typeSetAttr(object, name, value);
  const cls = typeOf(object);
  const found = cls.lookup(name);
  if (found !== undefined && isDataDescriptor(found)) return setThroughDescriptor(found, object, name, value);
  if (!(object instanceof PyObject) || !hasInstanceDict(object)) return raiseReadOnly(object, name, found);
  if (value === undefined) {
    if (object.attrs?.delete(name) !== true) raiseUndeletable(object, name);
    return;
  }
  setOwnAttribute(object, name, value);
}

function raiseUndeletable(object: PyObject, name: string): never {
  return object instanceof PyModule
    ? raise(AttributeError, `'${object.cls.name}' object has no attribute '${name}'`)
    : raiseMissing(object, name);
}

/** Instances of classes made in Python have a `__dict__`, and of the native ones functions, modules and exceptions. */
export function hasInstanceDict(object: PyObject): boolean {
  const cls = object.cls;
  if (cls.isHeapType) return cls.hasDict;
  return (
    object.attrs !== null ||
    cls.hasNativeDict ||
    object instanceof PyFunction ||
    cls.layout === 'exception' ||
    object instanceof PyModule ||
    object instanceof PyPrimitive
  );
}

function raiseReadOnly(object: Value, name: string, found: Value | undefined): never {
  const kind = `'${typeOf(object).tpName}' object`;
  if (found !== undefined) return raise(AttributeError, `${kind} attribute '${name}' is read-only`);
  const error = exception(
    AttributeError,
    `${kind} has no attribute '${name}' and no __dict__ for setting new attributes`,
  );
  error.fields = new Map<string, Value>([
    ['name', name],
    ['obj', object],
  ]);
  return raiseObject(error);
}

function setThroughDescriptor(descriptor: Value, object: Value, name: string, value: Value | undefined): void {
  if (descriptor instanceof PyProperty && !descriptor.cls.isHeapType) {
    setProperty(descriptor, object, value);
    return;
  }
  if (descriptor instanceof PyGetSet) {
    if (descriptor.set === null)
      return raise(AttributeError, `attribute '${name}' of '${descriptor.owner.name}' objects is not writable`);
    descriptor.set(object, value);
    return;
  }
  const cls = typeOf(descriptor);
  const hook = cls.lookup(value === undefined ? '__delete__' : '__set__');
  if (hook === undefined) return raise(AttributeError, value === undefined ? '__delete__' : '__set__');
  callFound(hook, descriptor, cls, value === undefined ? [object] : [object, value]);
}

/** No method or descriptor: a class attribute that goes from one such value to another changes what nothing else means. */
function isPlain(value: Value | undefined): boolean {
  if (!(value instanceof PyObject)) return value !== undefined;
  const isContainer = value instanceof PyList || value instanceof PyTuple || value instanceof PyDict;
  return value instanceof PyFloat || (isContainer && !value.cls.isHeapType);
}

/** CPython: Objects/typeobject.c, type_setattro. */
export function typeSetAttr(cls: PyType, name: string, value: Value | undefined): void {
  const metaFound = cls.cls.lookup(name);
  if (metaFound !== undefined && isDataDescriptor(metaFound) && cls.isHeapType)
    return setThroughDescriptor(metaFound, cls, name, value);
  if (!cls.isHeapType || cls.isSealed)
    return raise(TypeError, `cannot set '${name}' attribute of immutable type '${cls.tpName}'`);
  const before = cls.attrs.get(name);
  if (value === undefined) {
    if (!cls.attrs.delete(name)) raiseMissing(cls, name);
  } else cls.attrs.set(name, value);
  if (isPlain(before) && isPlain(value) && !name.startsWith('__')) {
    if (cls.variables?.has(name) === true) return;
    cls.variables ??= new Set();
    cls.variables.add(name);
  }
  typeVersion.current++;
  if (name === '__del__') cls.hasFinalizer = value !== undefined;
}
