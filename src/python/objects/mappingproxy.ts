/** `types.MappingProxyType`: a mapping that can be read only (Objects/descrobject.c, mappingproxy). */
import { raise, TypeError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { method, newMethod, rawClassMethod } from './native.ts';
import { binaryOp, Comparison, compareOp } from './operators.ts';
import { callMethod, contains, getItem, getIter, hash, length, repr, str } from './protocol.ts';
import { defineComparisons } from './sequences.ts';
import { mappingProxyType, NotImplemented, PyList, PyObject, PyTuple, typeOf, type Value } from './value.ts';

export class PyMappingProxy extends PyObject {
  readonly mapping: Value;
  constructor(mapping: Value) {
    super(mappingProxyType);
    this.mapping = mapping;
  }
}

export function mappingProxy(mapping: Value): PyMappingProxy {
  return new PyMappingProxy(mapping);
}

newMethod(mappingProxyType, (args, keywords) => {
  const mapping = args[1] ?? keywords?.get('mapping') ?? null;
  const isMapping =
    typeOf(mapping).lookup('__getitem__') !== undefined &&
    !(mapping instanceof PyList) &&
    !(mapping instanceof PyTuple);
  return isMapping
    ? new PyMappingProxy(mapping)
    : raise(TypeError, `mappingproxy() argument must be a mapping, not ${typeOf(mapping).tpName}`);
});

method(mappingProxyType, '__getitem__', 'self, key, /', (self: PyMappingProxy, key: Value) =>
  getItem(self.mapping, key),
);
method(mappingProxyType, '__contains__', 'self, key, /', (self: PyMappingProxy, key: Value) =>
  contains(self.mapping, key),
);
method(mappingProxyType, '__len__', 'self, /', (self: PyMappingProxy) => length(self.mapping));
method(mappingProxyType, '__iter__', 'self, /', (self: PyMappingProxy) => getIter(self.mapping));
method(mappingProxyType, '__reversed__', 'self, /', (self: PyMappingProxy) => callMethod(self.mapping, '__reversed__'));
method(mappingProxyType, '__hash__', 'self, /', (self: PyMappingProxy) => hash(self.mapping));
method(mappingProxyType, '__repr__', 'self, /', (self: PyMappingProxy) => `mappingproxy(${repr(self.mapping)})`);
method(mappingProxyType, '__str__', 'self, /', (self: PyMappingProxy) => str(self.mapping));
defineComparisons(mappingProxyType, (self, other, comparison) => {
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  return compareOp(comparison, inner(self), inner(other));
});
for (const name of ['keys', 'values', 'items', 'copy'] as const) {
  method(mappingProxyType, name, 'self, /', (self: PyMappingProxy) => callMethod(self.mapping, name));
}
method(
  mappingProxyType,
  'get',
  'self, key, default=None, /',
  (self: PyMappingProxy, key: Value, missing: Value = null) => {
    return callMethod(self.mapping, 'get', key, missing);
  },
);

const OR = 10;
method(mappingProxyType, '__or__', 'self, value, /', (self: Value, other: Value) =>
  binaryOp(OR, inner(self), inner(other)),
);
method(mappingProxyType, '__ror__', 'self, value, /', (self: Value, other: Value) =>
  binaryOp(OR, inner(other), inner(self)),
);
method(mappingProxyType, '__ior__', 'self, value, /', () =>
  raise(TypeError, "'|=' is not supported by mappingproxy; use '|' instead"),
);
rawClassMethod(mappingProxyType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

function inner(value: Value): Value {
  return value instanceof PyMappingProxy ? value.mapping : value;
}
