/** `types.SimpleNamespace` (Objects/namespaceobject.c). */

import { instanceDict } from './attributes.ts';
import { updateFromArguments } from './dict-methods.ts';
import { dictsEqual } from './dict-views.ts';
import { raise, TypeError } from './errors.ts';
import { getset, method, newMethod, rawMethod } from './native.ts';
import { Comparison } from './operators.ts';
import { callWith } from './protocol.ts';
import { defineComparisons, guardedRepr, reprOf } from './sequences.ts';
import { NotImplemented, PyDict, PyObject, PyTuple, simpleNamespaceType, type Value } from './value.ts';

simpleNamespaceType.attrs.set('__module__', 'types');

newMethod(simpleNamespaceType, (_args, _keywords, cls) => {
  const result = new PyObject(cls);
  result.attrs = new Map();
  return result;
});

/** A SimpleNamespace made by TypeScript (`sys.implementation`). */
export function simpleNamespace(entries: Iterable<readonly [string, Value]>): PyObject {
  const result = new PyObject(simpleNamespaceType);
  result.attrs = new Map(entries);
  return result;
}

rawMethod(simpleNamespaceType, '__init__', (args, keywords) => {
  const self = args[0] as PyObject;
  if (args.length > 2) return raise(TypeError, `SimpleNamespace expected at most 1 argument, got ${args.length - 1}`);
  const given = new PyDict();
  updateFromArguments('SimpleNamespace', [given, ...args.slice(1)], keywords);
  self.attrs ??= new Map();
  for (const [key, value] of given.map) {
    if (typeof key !== 'string') return raise(TypeError, 'keywords must be strings');
    self.attrs.set(key, value);
  }
  return null;
});

getset(simpleNamespaceType, '__dict__', (self: PyObject) => instanceDict(self));
method(simpleNamespaceType, '__repr__', 'self, /', (self: PyObject) => {
  const name = self.cls === simpleNamespaceType ? 'namespace' : self.cls.name;
  return guardedRepr(
    self,
    `${name}(...)`,
    () => `${name}(${[...(self.attrs ?? [])].map(([key, value]) => `${key}=${reprOf(value)}`).join(', ')})`,
  );
});
defineComparisons(simpleNamespaceType, (self, other, comparison) => {
  if (!isNamespace(self) || !isNamespace(other)) return NotImplemented;
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  return dictsEqual(instanceDict(self), instanceDict(other)) === (comparison === Comparison.eq);
});
simpleNamespaceType.attrs.set('__hash__', null);
method(
  simpleNamespaceType,
  '__reduce__',
  'self, /',
  (self: PyObject) => new PyTuple([self.cls, new PyTuple([]), instanceDict(self)]),
);
rawMethod(simpleNamespaceType, '__replace__', (args, keywords) => {
  const self = args[0] as PyObject;
  if (args.length > 1)
    return raise(TypeError, `__replace__() takes no positional arguments (${args.length - 1} given)`);
  return callWith(self.cls, [], new Map<string, Value>([...(self.attrs ?? []), ...(keywords ?? [])]));
});

function isNamespace(value: Value): value is PyObject {
  return value instanceof PyObject && value.cls.isSubtypeOf(simpleNamespaceType);
}
