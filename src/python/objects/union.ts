/** `int | None`: typing.Union, which is types.UnionType as well since 3.14 (Objects/unionobject.c). */
import { raise, TypeError } from './errors.ts';
import { genericAliasType, PyGenericAlias, parametersOf, substitute, typeRepr } from './generic-alias.ts';
import { frozensetHash } from './hashing.ts';
import { isInstanceOf, isSubclassOf } from './instance-checks.ts';
import { getset, method, newMethod, rawClassMethod } from './native.ts';
import { Comparison } from './operators.ts';
import { repr } from './protocol.ts';
import { defineComparisons, indexOf } from './sequences.ts';
import { NotImplemented, nativeType, noneType, PyObject, PyTuple, PyType, typeType, type Value } from './value.ts';

export const unionType = nativeType('Union');
unionType.isBaseType = false;
unionType.attrs.set('__module__', 'typing');
newMethod(unionType, () => raise(TypeError, "cannot create 'typing.Union' instances"));

export class PyUnion extends PyObject {
  readonly args: readonly Value[];
  constructor(args: readonly Value[]) {
    super(unionType);
    this.args = args;
  }
}

/** CPython: _Py_union_from_tuple. Flat, each member once; a single member stands for itself. */
export function makeUnion(members: readonly Value[]): Value {
  const args: Value[] = [];
  for (const member of members) {
    for (const part of member instanceof PyUnion ? member.args : [member === null ? noneType : member]) {
      if (indexOf(args, part) < 0) args.push(part);
    }
  }
  return args.length === 1 ? (args[0] as Value) : new PyUnion(args);
}

/** CPython: is_unionable. Other kinds (TypeVar, TypeAliasType) bring their own `__or__`. */
function isUnionable(value: Value): boolean {
  return (
    value === null ||
    value instanceof PyType ||
    value instanceof PyUnion ||
    value instanceof PyGenericAlias ||
    (value instanceof PyObject && value.cls.name === 'TypeAliasType')
  );
}

/** CPython: _Py_union_type_or. `a | b` for two types; NotImplemented when one of them is something else. */
export function unionOf(a: Value, b: Value): Value {
  return isUnionable(a) && isUnionable(b) ? makeUnion([a, b]) : NotImplemented;
}

for (const cls of [typeType, unionType, genericAliasType]) {
  method(cls, '__or__', 'self, value, /', unionOf);
  method(cls, '__ror__', 'self, value, /', (self: Value, other: Value) => unionOf(other, self));
}

rawClassMethod(unionType, '__class_getitem__', (args) => {
  const item = args[1] as Value;
  const members = item instanceof PyTuple ? item.items : [item];
  return members.length === 0 ? raise(TypeError, 'Cannot take a Union of no types.') : makeUnion(members);
});
getset(unionType, '__args__', (self: PyUnion) => new PyTuple(self.args));
getset(unionType, '__parameters__', (self: PyUnion) => parametersOf(self.args));
getset(unionType, '__origin__', () => unionType);
// Its `__getitem__` is for parameters: it is no sequence.
unionType.attrs.set('__iter__', null);
method(unionType, '__repr__', 'self, /', (self: PyUnion) => self.args.map(typeRepr).join(' | '));
method(unionType, '__hash__', 'self, /', (self: PyUnion) => frozensetHash(self.args, self.args.length));
defineComparisons(unionType, (self, other, comparison) => {
  if (!(self instanceof PyUnion) || !(other instanceof PyUnion)) return NotImplemented;
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  const isSame = self.args.length === other.args.length && self.args.every((arg) => indexOf(other.args, arg) >= 0);
  return isSame === (comparison === Comparison.eq);
});
method(unionType, '__instancecheck__', 'self, instance, /', (self: PyUnion, instance: Value) =>
  self.args.some((arg) => isInstanceOf(instance, arg)),
);
method(unionType, '__subclasscheck__', 'self, cls, /', (self: PyUnion, cls: Value) =>
  self.args.some((arg) => isSubclassOf(cls, arg)),
);
method(unionType, '__getitem__', 'self, key, /', (self: PyUnion, key: Value) => {
  return makeUnion(substitute(self, self.args, parametersOf(self.args), key).items);
});
method(unionType, '__mro_entries__', 'self, bases, /', (self: PyUnion) =>
  raise(TypeError, `Cannot subclass ${repr(self)}`),
);
