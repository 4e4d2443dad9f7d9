/** The module `_typing`, under CPython's own Lib/typing.py; `TypeAliasType` and `Generic`. CPython: Objects/typevarobject.c, Modules/_typingmodule.c. */
import { getAttr } from '../objects/attributes.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { TupleIterator } from '../objects/iterators.ts';
import { getset, method, nativeFunction, newMethod, rawClassMethod } from '../objects/native.ts';
import { call, callWith, repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { unionType } from '../objects/union.ts';
import { nativeType, PyObject, PyTuple, typeOf, type Value } from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { callerFrame } from './builtins-code.ts';
import {
  noDefault,
  PARAM_SPEC_PARTS,
  paramSpecType,
  setDefault,
  typeVarTupleType,
  typeVarType,
  typingCall,
  union,
  withBound,
  withConstraints,
} from './type-variables.ts';

const typeAliasType = nativeType('TypeAliasType');
const genericType = nativeType('Generic', 'object');
for (const cls of [typeAliasType, genericType]) cls.attrs.set('__module__', 'typing');
typeAliasType.isBaseType = false;
genericType.hasWeakref = false;

class TypeAlias extends PyObject {
  readonly name: string;
  readonly parameters: PyTuple;
  readonly evaluator: Value;
  private known: Value | undefined;
  readonly module: Value;
  constructor(name: string, parameters: PyTuple, value: { readonly known?: Value; readonly evaluator?: Value }) {
    super(typeAliasType);
    this.name = name;
    this.parameters = parameters;
    this.known = value.known;
    this.evaluator = value.evaluator ?? null;
    this.module = callerFrame().globals.map.get('__name__') ?? null;
  }
  get value(): Value {
    this.known ??= call(this.evaluator, 1);
    return this.known;
  }
}

newMethod(typeAliasType, (args, keywords) => {
  const name = textOf(keywords?.get('name') ?? args[1] ?? null);
  const known = keywords?.get('value') ?? args[2];
  if (name === undefined || known === undefined)
    return raise(TypeError, "typealias() missing required argument 'value' (pos 2)");
  const parameters = keywords?.get('type_params') ?? new PyTuple([]);
  if (!(parameters instanceof PyTuple)) return raise(TypeError, 'type_params must be a tuple');
  return new TypeAlias(name, parameters, { known });
});
getset(typeAliasType, '__name__', (self) => (self as TypeAlias).name);
getset(typeAliasType, '__value__', (self) => (self as TypeAlias).value);
getset(typeAliasType, 'evaluate_value', (self) => (self as TypeAlias).evaluator);
getset(typeAliasType, '__type_params__', (self) => (self as TypeAlias).parameters);
getset(typeAliasType, '__parameters__', (self) => unpacked((self as TypeAlias).parameters));
getset(typeAliasType, '__module__', (self) => (self as TypeAlias).module);
method(typeAliasType, '__repr__', 'self, /', (self: TypeAlias) => self.name);
method(typeAliasType, '__getitem__', 'self, key, /', (self: TypeAlias, key: Value) => {
  return self.parameters.items.length === 0
    ? raise(TypeError, 'Only generic type aliases are subscriptable')
    : genericAlias(self, key);
});
method(typeAliasType, '__or__', 'self, value, /', (self: Value, other: Value) => union(self, other));
method(typeAliasType, '__ror__', 'self, value, /', (self: Value, other: Value) => union(other, self));
method(typeAliasType, '__iter__', 'self, /', (self: Value) => {
  const unpack = getAttr(load('typing'), 'Unpack');
  return new TupleIterator(new PyTuple([call(getAttr(unpack, '__getitem__'), self)]));
});
method(typeAliasType, '__mro_entries__', 'self, bases, /', (self: Value) =>
  raise(TypeError, `Cannot subclass ${repr(self)}`),
);

/** CPython: unpack_typevartuples. */
function unpacked(parameters: PyTuple): PyTuple {
  if (parameters.items.every((parameter) => typeOf(parameter) !== typeVarTupleType)) return parameters;
  const unpack = getAttr(load('typing'), 'Unpack');
  return new PyTuple(
    parameters.items.map((parameter) => {
      return typeOf(parameter) === typeVarTupleType ? call(getAttr(unpack, '__getitem__'), parameter) : parameter;
    }),
  );
}

rawClassMethod(genericType, '__class_getitem__', (args) => typingCall('_generic_class_getitem', ...args));
rawClassMethod(genericType, '__init_subclass__', (args, keywords) => {
  return callWith(getAttr(load('typing'), '_generic_init_subclass'), args, keywords);
});

export function typingModule(): Map<string, Value> {
  const functions = [
    nativeFunction('_idfunc', 'x, /', (value: Value) => value),
    nativeFunction('_typevar_with_bound', 'name, evaluator, /', withBound),
    nativeFunction('_typevar_with_constraints', 'name, evaluator, /', withConstraints),
    nativeFunction('_set_type_param_default', 'parameter, evaluator, /', setDefault),
    nativeFunction(
      '_make_type_alias',
      'name, parameters, evaluator, /',
      (name: Value, parameters: Value, evaluator: Value) => {
        return new TypeAlias(String(name), parameters instanceof PyTuple ? parameters : new PyTuple([]), { evaluator });
      },
    ),
    nativeFunction('_subscript_generic', 'parameters, /', (parameters: Value) =>
      typingCall('_GenericAlias', genericType, unpacked(parameters as PyTuple)),
    ),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ['TypeVar', typeVarType],
    ['ParamSpec', paramSpecType],
    ['TypeVarTuple', typeVarTupleType],
    ['ParamSpecArgs', PARAM_SPEC_PARTS.args],
    ['ParamSpecKwargs', PARAM_SPEC_PARTS.kwargs],
    ['TypeAliasType', typeAliasType],
    ['Generic', genericType],
    ['Union', unionType],
    ['NoDefault', noDefault],
  ]);
}
