/** Attributes and methods of functions and methods written in TypeScript. CPython: Objects/methodobject.c, descrobject.c. */
import { raise, TypeError } from '../objects/errors.ts';
import { getset, method, PyNative, rawMethod } from '../objects/native.ts';
import {
  builtinFunctionType,
  classMethodDescriptorType,
  isInstance,
  methodDescriptorType,
  methodWrapperType,
  NotImplemented,
  PyModule,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
  wrapperDescriptorType,
} from '../objects/value.ts';
import { classToBind, invoke } from './call.ts';
import { machine } from './machine.ts';
import { address } from './object-methods.ts';
import { nativeSignature } from './text-signatures.ts';

/** How a method written in TypeScript shows itself. */
export function builtInMethodText(name: string, self: Value): string {
  return `<built-in method ${name} of ${typeOf(self).tpName} object at ${address(self)}>`;
}

for (const type of [
  builtinFunctionType,
  methodDescriptorType,
  classMethodDescriptorType,
  wrapperDescriptorType,
  methodWrapperType,
]) {
  method(type, '__repr__', 'self, /', (self: PyNative) => {
    if (self.cls === methodDescriptorType || self.cls === classMethodDescriptorType)
      return `<method '${self.name}' of '${(self.owner as PyType).tpName}' objects>`;
    if (self.cls === wrapperDescriptorType)
      return `<slot wrapper '${self.name}' of '${(self.owner as PyType).tpName}' objects>`;
    if (self.cls === methodWrapperType)
      return `<method-wrapper '${self.name}' of ${typeOf(self.self ?? null).tpName} object at ${address(self.self ?? null)}>`;
    if (self.self === undefined || self.self instanceof PyModule) return `<built-in function ${self.name}>`;
    return builtInMethodText(self.name, self.self);
  });
  rawMethod(type, '__call__', (args, keywords) => invoke(args[0] as Value, args.slice(1), keywords));
  getset(type, '__name__', (self) => (self as PyNative).name);
  getset(type, '__qualname__', (self) => {
    const native = self as PyNative;
    return native.owner === null ? native.name : `${native.owner.name}.${native.name}`;
  });
  getset(type, '__module__', (self) => {
    const native = self as PyNative;
    return native.owner === null ? (native.module ?? 'builtins') : null;
  });
  getset(type, '__doc__', (self) => (self as PyNative).doc);
  if (type === builtinFunctionType || type === methodWrapperType)
    getset(type, '__self__', (self) => {
      const native = self as PyNative;
      if (native.self !== undefined) return native.self;
      return native.owner ?? machine.modules.map.get(String(native.module ?? 'builtins')) ?? null;
    });
  getset(type, '__text_signature__', (self) => nativeSignature(self as PyNative));
  // CPython: Objects/methodobject.c, meth_reduce; Objects/descrobject.c, descr_reduce.
  method(type, '__reduce__', 'self, /', (self: PyNative) => {
    const holder = self.self ?? self.owner;
    if (holder === null || holder instanceof PyModule) return self.name;
    return new PyTuple([machine.builtins.get('getattr') as Value, new PyTuple([holder, self.name])]);
  });
  getset(type, '__objclass__', (self) => (self as PyNative).owner);
  method(type, '__get__', 'self, instance, owner=None, /', (self: PyNative, instance: Value, owner?: Value) => {
    if (self.owner === null || self.self !== undefined || self.kind === 'staticmethod') return self;
    if (instance === null && (owner === undefined || owner === null))
      return raise(TypeError, '__get__(None, None) is invalid');
    if (self.kind === 'classmethod') return self.bind(classToBind(self, owner ?? typeOf(instance)));
    if (instance === null) return self;
    if (!isInstance(instance, self.owner))
      return raise(
        TypeError,
        `descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${typeOf(instance).tpName}' object`,
      );
    return self.bind(instance);
  });
  method(type, '__eq__', 'self, other, /', (self: PyNative, other: Value) =>
    other instanceof PyNative
      ? self === other ||
        (self.impl === other.impl && self.raw === other.raw && self.self !== undefined && self.self === other.self)
      : NotImplemented,
  );
  method(
    type,
    '__hash__',
    'self, /',
    (self: PyNative) => (self.self instanceof PyObject ? machine.idOf(self.self) : machine.idOf(self)) % 0xffffffff,
  );
}
