/**
 * The module `_weakref` (Objects/weakrefobject.c). DIVERGES: there are no reference counts, so a reference is strong underneath until
 * `clearWeakRefs` says that its object is gone.
 */

import { deleteAttr, setAttr } from '../objects/attribute-setting.ts';
import { getAttr, isCallable } from '../objects/attributes.ts';
import { dictDelete, dictGet } from '../objects/dict.ts';
import { PyException, ReferenceError, raise, StopIteration, TypeError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { getset, method, nativeFunction, newMethod, PyNative, rawClassMethod, rawMethod } from '../objects/native.ts';
import { BINARY_NAMES, binaryOp, Comparison, compareOp, inPlaceOp, unaryOp } from '../objects/operators.ts';
import {
  call,
  contains,
  deleteItem,
  getItem,
  getIter,
  hash,
  iterNext,
  length,
  setItem,
  str,
  truthy,
} from '../objects/protocol.ts';
import { defineComparisons } from '../objects/sequences.ts';
import {
  NotImplemented,
  nameInArgument,
  nativeType,
  objectType,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyPrimitive,
  PyRange,
  PySlice,
  PyTuple,
  PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { PyWeakRef, referencesTo } from '../objects/weak-reference.ts';
import { Frame } from '../vm/frame.ts';
import { interpreter } from '../vm/interpreter.ts';
import { machine } from '../vm/machine.ts';

export const refType = nativeType('ReferenceType');
refType.hasWeakref = false;
export const proxyType = nativeType('ProxyType');
export const callableProxyType = nativeType('CallableProxyType');
for (const cls of [refType, proxyType, callableProxyType]) cls.attrs.set('__module__', 'weakref');

/** Ends all weak references to an object; answers those whose callbacks are due, the newest first. */
export function clearWeakRefs(object: PyObject): PyWeakRef[] {
  const references = referencesTo.get(object) ?? [];
  referencesTo.delete(object);
  for (const reference of references) reference.target = undefined;
  return references.filter((reference) => reference.callback !== null).reverse();
}

/** Objects of these types cannot be referred to weakly; their subclasses made in Python can. */
function canBeReferenced(value: Value): value is PyObject {
  if (!(value instanceof PyObject)) return false;
  if (value.cls.isHeapType) return value.cls.hasWeakref;
  return !(
    value instanceof PyList ||
    value instanceof PyDict ||
    value instanceof PyTuple ||
    value instanceof PyFloat ||
    value instanceof PyBytes ||
    value instanceof PyRange ||
    value instanceof PySlice ||
    value instanceof PyPrimitive ||
    value instanceof PyException ||
    value.cls.name === 'object' ||
    value.cls.name === 'ellipsis'
  );
}

function makeReference(cls: PyType, object: Value, callback: Value): PyWeakRef {
  if (!canBeReferenced(object))
    return raise(TypeError, `cannot create weak reference to '${typeOf(object).tpName}' object`);
  const known = referencesTo.get(object) ?? [];
  const isShared = callback === null && (cls === refType || cls === proxyType || cls === callableProxyType);
  const existing = isShared
    ? known.find((reference) => reference.cls === cls && reference.callback === null)
    : undefined;
  if (existing !== undefined) return existing;
  const made = new PyWeakRef(cls, object, callback);
  referencesTo.set(object, [...known, made]);
  if (isOfProgram(object)) machine.tracked.add(object);
  return made;
}

newMethod(refType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0 && cls === refType)
    return raise(TypeError, 'ref() takes no keyword arguments');
  if (args.length < 2) return raise(TypeError, `__new__ expected at least 1 argument, got ${args.length - 1}`);
  return makeReference(cls, args[1] as Value, args[2] ?? null);
});
rawMethod(refType, '__init__', () => null);
method(refType, '__call__', 'self, /', (self: PyWeakRef) => self.target ?? null);
getset(refType, '__callback__', (self: PyWeakRef) => (self.target === undefined ? null : self.callback));
method(refType, '__hash__', 'self, /', (self: PyWeakRef) => {
  if (self.hash === undefined && self.target === undefined) return raise(TypeError, 'weak object has gone away');
  self.hash ??= hash(self.target ?? null);
  return self.hash;
});
defineComparisons(refType, (self, other, comparison) => {
  if (!(self instanceof PyWeakRef) || !(other instanceof PyWeakRef)) return NotImplemented;
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  if (self.target === undefined || other.target === undefined)
    return (self === other) === (comparison === Comparison.eq);
  return compareOp(comparison, self.target, other.target);
});
method(refType, '__repr__', 'self, /', (self: PyWeakRef) => {
  if (self.target === undefined) return `<weakref at ${address(self)}; dead>`;
  const name = self.target.attrs?.get('__name__');
  const called = typeof name === 'string' ? ` (${name})` : '';
  return `<weakref at ${address(self)}; to '${self.target.cls.name}' at ${address(self.target)}${called}>`;
});
rawClassMethod(refType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

/** The address that `object.__repr__` shows. */
function address(object: PyObject): string {
  return /0x[0-9a-f]+/.exec(String(call(objectType.lookup('__repr__') ?? null, object)))?.[0] ?? '0x0';
}

function alive(proxy: Value): Value {
  if (!(proxy instanceof PyWeakRef) || (proxy.cls !== proxyType && proxy.cls !== callableProxyType)) return proxy;
  return proxy.target ?? raise(ReferenceError, 'weakly-referenced object no longer exists');
}

function defineProxy(cls: PyType): void {
  newMethod(cls, () => raise(TypeError, `cannot create 'weakref.${cls.name}' instances`));
  method(cls, '__getattribute__', 'self, name, /', (self: Value, name: Value) => getAttr(alive(self), name as string));
  method(cls, '__setattr__', 'self, name, value, /', (self: Value, name: Value, value: Value) =>
    nothing(setAttr(alive(self), name as string, value)),
  );
  method(cls, '__delattr__', 'self, name, /', (self: Value, name: Value) =>
    nothing(deleteAttr(alive(self), name as string)),
  );
  method(
    cls,
    '__repr__',
    'self, /',
    (self: PyWeakRef) =>
      `<weakproxy at ${address(self)}; to '${typeOf(alive(self)).name}' at ${address(alive(self) as PyObject)}>`,
  );
  method(cls, '__str__', 'self, /', (self: Value) => str(alive(self)));
  method(cls, '__bool__', 'self, /', (self: Value) => truthy(alive(self)));
  cls.attrs.set('__hash__', null);
  defineComparisons(cls, (self, other, comparison) => compareOp(comparison, alive(self), alive(other)));
  BINARY_NAMES.forEach((name, operator) => {
    method(cls, `__${name}__`, 'self, value, /', (a: Value, b: Value) => binaryOp(operator, alive(a), alive(b)));
    method(cls, `__r${name}__`, 'self, value, /', (a: Value, b: Value) => binaryOp(operator, alive(b), alive(a)));
    method(cls, `__i${name}__`, 'self, value, /', (a: Value, b: Value) => inPlaceOp(operator, alive(a), alive(b)));
  });
  for (const name of ['__neg__', '__pos__', '__invert__'] as const)
    method(cls, name, 'self, /', (self: Value) => unaryOp(name, alive(self)));
  method(cls, '__len__', 'self, /', (self: Value) => length(alive(self)));
  method(cls, '__getitem__', 'self, key, /', (self: Value, key: Value) => getItem(alive(self), key));
  method(cls, '__setitem__', 'self, key, value, /', (self: Value, key: Value, value: Value) =>
    nothing(setItem(alive(self), key, value)),
  );
  method(cls, '__delitem__', 'self, key, /', (self: Value, key: Value) => nothing(deleteItem(alive(self), key)));
  method(cls, '__contains__', 'self, key, /', (self: Value, key: Value) => contains(alive(self), key));
  method(cls, '__iter__', 'self, /', (self: Value) => getIter(alive(self)));
  method(cls, '__next__', 'self, /', (self: Value) => {
    const item = iterNext(alive(self));
    return item === undefined ? raise(StopIteration) : item;
  });
}
for (const cls of [proxyType, callableProxyType]) defineProxy(cls);
rawMethod(callableProxyType, '__call__', (args, keywords) =>
  interpreter.invoke(alive(args[0] as Value), args.slice(1), keywords),
);

function nothing(_done: unknown): null {
  return null;
}

export function weakrefModule(): Map<string, Value> {
  const known = (object: Value): readonly PyWeakRef[] =>
    object instanceof PyObject ? (referencesTo.get(object) ?? []) : [];
  return new Map<string, Value>([
    ['ref', refType],
    ['ReferenceType', refType],
    ['ProxyType', proxyType],
    ['CallableProxyType', callableProxyType],
    [
      'proxy',
      nativeFunction('proxy', 'object, callback=None, /', (object: Value, callback: Value = null) => {
        return makeReference(isCallable(object) ? callableProxyType : proxyType, object, callback);
      }),
    ],
    ['getweakrefcount', nativeFunction('getweakrefcount', 'object, /', (object: Value) => known(object).length)],
    ['getweakrefs', nativeFunction('getweakrefs', 'object, /', (object: Value) => new PyList([...known(object)]))],
    [
      '_remove_dead_weakref',
      nativeFunction('_remove_dead_weakref', 'dct, key, /', (dict: Value, key: Value) => {
        if (!(dict instanceof PyDict))
          return raise(TypeError, `_remove_dead_weakref() argument 1 must be dict, not ${nameInArgument(dict)}`);
        const reference = dictGet(dict, key);
        if (reference instanceof PyWeakRef && reference.target === undefined) dictDelete(dict, key);
        return null;
      }),
    ],
  ]);
}

const WEAKREF_MODULES = /^\/lib\/.*\/_?weakref(set)?\.py$/;

/** The end of Lib's own objects is of no interest to anybody, unless the program itself asks for a reference to one. */
function isOfProgram(object: PyObject): boolean {
  if (object instanceof PyType || object instanceof PyNative) return false;
  if (object instanceof PyFunction) return !object.code.filename.startsWith('/lib/');
  if (!object.cls.isHeapType) return true;
  const module = machine.modules.map.get(String(object.cls.attrs.get('__module__')));
  const file = module instanceof PyObject ? module.attrs?.get('__file__') : undefined;
  return typeof file !== 'string' || !file.startsWith('/lib/') || isAskedByProgram();
}

/** Whether the call came from the program, be it through a WeakSet or WeakValueDictionary. */
function isAskedByProgram(): boolean {
  let frame = machine.thread.top;
  while (frame !== null && (!(frame instanceof Frame) || WEAKREF_MODULES.test(frame.code.filename))) frame = frame.back;
  return frame instanceof Frame && !frame.code.filename.startsWith('/lib/');
}
