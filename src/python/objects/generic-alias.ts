/** `types.GenericAlias`: `list[int]`, `dict[str, T]` (Objects/genericaliasobject.c). */

import { machine } from '../vm/machine.ts';
import { setAttr } from './attribute-setting.ts';
import { genericGetAttr, getAttr, getAttrOrAbsent, raiseMissing } from './attributes.ts';
import { AttributeError, PyRaise, raise, TypeError } from './errors.ts';
import { hashOf } from './hashing.ts';
import { isInstanceOf } from './instance-checks.ts';
import { NativeIterator } from './iterator.ts';
import { iteratorType } from './iterators.ts';
import { getset, method, newMethod, rawMethod } from './native.ts';
import { Comparison } from './operators.ts';
import { call, callSpecial, callWith, getItem, repr, setAliasOfType, toArray } from './protocol.ts';
import { defineComparisons, sameOrEqual } from './sequences.ts';
import {
  ellipsisType,
  emptyTuple,
  isInstance,
  NotImplemented,
  nativeType,
  noneType,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  typeOf,
  typeType,
  type Value,
} from './value.ts';

export const genericAliasType = nativeType('GenericAlias');
genericAliasType.attrs.set('__module__', 'types');

export class PyGenericAlias extends PyObject {
  readonly origin: Value;
  readonly args: PyTuple;
  readonly isUnpacked: boolean;
  parameters: PyTuple | null = null;
  constructor(origin: Value, args: PyTuple, isUnpacked = false, cls: PyType = genericAliasType) {
    super(cls);
    this.origin = origin;
    this.args = args;
    this.isUnpacked = isUnpacked;
  }
}

/** `origin[item]`, for `__class_getitem__`. */
export function genericAlias(origin: Value, item: Value): PyGenericAlias {
  return new PyGenericAlias(origin, item instanceof PyTuple ? item : new PyTuple([item]));
}

newMethod(genericAliasType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'GenericAlias() takes no keyword arguments');
  if (args.length !== 3) return raise(TypeError, `GenericAlias expected 2 arguments, got ${args.length - 1}`);
  const item = args[2] as Value;
  return new PyGenericAlias(args[1] as Value, item instanceof PyTuple ? item : new PyTuple([item]), false, cls);
});

/** CPython: _Py_typing_type_repr. A class by its name, everything else by its repr. */
export function typeRepr(value: Value): string {
  if (isInstance(value, ellipsisType)) return '...';
  if (value === noneType) return 'None';
  if (value instanceof PyList) return `[${value.items.map(typeRepr).join(', ')}]`;
  if (!(value instanceof PyObject)) return repr(value);
  if (getAttrOrAbsent(value, '__origin__') !== undefined && getAttrOrAbsent(value, '__args__') !== undefined)
    return repr(value);
  const qualname = getAttrOrAbsent(value, '__qualname__');
  const module = getAttrOrAbsent(value, '__module__');
  if (typeof qualname !== 'string' || typeof module !== 'string') return repr(value);
  return module === 'builtins' ? qualname : `${module}.${qualname}`;
}

/** CPython: ga_repr_item writes NoneType where a union writes None. */
function itemRepr(value: Value): string {
  return value === noneType ? 'NoneType' : typeRepr(value);
}

/** CPython: _Py_make_parameters. The type variables that occur in these arguments, each once. */
export function parametersOf(args: readonly Value[]): PyTuple {
  const found: Value[] = [];
  const add = (parameter: Value): void => {
    if (!found.includes(parameter)) found.push(parameter);
  };
  for (const arg of args) {
    if (arg instanceof PyType || !(arg instanceof PyObject)) continue;
    if (isTypeVariable(arg)) add(arg);
    else if (arg instanceof PyTuple || arg instanceof PyList) parametersOf(arg.items).items.forEach(add);
    else {
      const inner = getAttrOrAbsent(arg, '__parameters__');
      if (inner instanceof PyTuple) inner.items.forEach(add);
    }
  }
  return new PyTuple(found);
}

function isTypeVariable(arg: PyObject): boolean {
  return arg.cls.lookup('__typing_subst__') !== undefined;
}

/** CPython: _Py_subs_parameters. The arguments with `item` in place of the parameters. */
export function substitute(self: Value, args: readonly Value[], parameters: PyTuple, item: Value): PyTuple {
  if (parameters.items.length === 0) return raise(TypeError, `${repr(self)} is not a generic class`);
  let prepared = new PyTuple(unpacked(item instanceof PyTuple ? item.items : [item]));
  for (const parameter of parameters.items) {
    const prepare = getAttrOrAbsent(parameter, '__typing_prepare_subst__');
    if (prepare === undefined || prepare === null) continue;
    const changed = call(prepare, self, prepared);
    prepared = changed instanceof PyTuple ? changed : new PyTuple([changed]);
  }
  const { items } = prepared;
  if (items.length !== parameters.items.length) {
    const how = items.length > parameters.items.length ? 'many' : 'few';
    return raise(
      TypeError,
      `Too ${how} arguments for ${repr(self)}; actual ${items.length}, expected ${parameters.items.length}`,
    );
  }
  return new PyTuple(substituteAll(args, parameters.items, items));
}

/** CPython: _unpack_args. `*tuple[int, str]` stands for two. */
function unpacked(items: readonly Value[]): Value[] {
  return items.flatMap((item) => {
    if (item instanceof PyType || !(item instanceof PyObject)) return [item];
    const inner = getAttrOrAbsent(item, '__typing_unpacked_tuple_args__');
    if (!(inner instanceof PyTuple)) return [item];
    const last = inner.items.at(-1);
    return last !== undefined && isInstance(last, ellipsisType) ? [item] : inner.items;
  });
}

function substituteAll(args: readonly Value[], parameters: readonly Value[], items: readonly Value[]): Value[] {
  return args.flatMap((arg) => {
    if (arg instanceof PyType || !(arg instanceof PyObject)) return [arg];
    if (arg instanceof PyTuple) return [new PyTuple(substituteAll(arg.items, parameters, items))];
    if (arg instanceof PyList) return [new PyList(substituteAll(arg.items, parameters, items))];
    const made = isTypeVariable(arg)
      ? call(getAttr(arg, '__typing_subst__'), items[parameters.indexOf(arg)] ?? null)
      : substituteIn(arg, parameters, items);
    const isSpread = getAttrOrAbsent(arg, '__typing_is_unpacked_typevartuple__') === true;
    if (!isSpread) return [made];
    if (made instanceof PyTuple) return made.items;
    const kinds = [arg, made].map((value) => typeOf(value).tpName);
    return raise(TypeError, `expected __typing_subst__ of ${kinds[0]} objects to return a tuple, not ${kinds[1]}`);
  });
}

/** CPython: subs_tvars. Another alias with the values of its own parameters; those of a TypeVarTuple side by side. */
function substituteIn(alias: PyObject, parameters: readonly Value[], items: readonly Value[]): Value {
  const own = getAttrOrAbsent(alias, '__parameters__');
  if (!(own instanceof PyTuple) || own.items.length === 0) return alias;
  const values = own.items.flatMap((parameter) => {
    const index = parameters.indexOf(parameter);
    const value = index < 0 ? parameter : (items[index] as Value);
    return value instanceof PyTuple && typeOf(parameter).lookup('__iter__') !== undefined ? value.items : [value];
  });
  return getItem(alias, new PyTuple(values));
}

function parameters(self: PyGenericAlias): PyTuple {
  self.parameters ??= parametersOf(self.args.items);
  return self.parameters;
}

getset(genericAliasType, '__origin__', (self: PyGenericAlias) => self.origin);
getset(genericAliasType, '__args__', (self: PyGenericAlias) => self.args);
getset(genericAliasType, '__parameters__', parameters);
getset(genericAliasType, '__unpacked__', (self: PyGenericAlias) => self.isUnpacked);
getset(genericAliasType, '__typing_unpacked_tuple_args__', (self: PyGenericAlias) => {
  return self.isUnpacked && self.origin instanceof PyType && self.origin.name === 'tuple' ? self.args : null;
});

/** CPython: attr_blocked. */
const BLOCKED = new Set(['__bases__', '__copy__', '__deepcopy__']);
/** CPython: attr_exceptions and attr_blocked. What is not asked of the origin. */
const OWN = new Set([
  ...BLOCKED,
  '__class__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
]);

/** CPython: ga_getattro. */
method(genericAliasType, '__getattribute__', 'self, name, /', (self: PyGenericAlias, name: Value) => {
  if (typeof name !== 'string') return raise(TypeError, 'attribute name must be string');
  if (!OWN.has(name)) return getAttr(self.origin, name);
  const found = genericGetAttr(self, name);
  return found === undefined ? raiseMissing(self, name) : found;
});

/** CPython: ga_call. */
rawMethod(genericAliasType, '__call__', (args, keywords) => {
  const self = args[0] as PyGenericAlias;
  const made = callWith(self.origin, args.slice(1), keywords);
  try {
    setAttr(made, '__orig_class__', self);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || !isInstanceOf(thrown.exception, new PyTuple([AttributeError, TypeError])))
      throw thrown;
  }
  return made;
});
method(genericAliasType, '__repr__', 'self, /', (self: PyGenericAlias) => {
  const inside = self.args.items.length === 0 ? '()' : self.args.items.map(itemRepr).join(', ');
  return `${self.isUnpacked ? '*' : ''}${itemRepr(self.origin)}[${inside}]`;
});
method(genericAliasType, '__hash__', 'self, /', (self: PyGenericAlias) => {
  return Number(BigInt.asIntN(52, BigInt(hashOf(self.origin)) ^ BigInt(hashOf(self.args))));
});
defineComparisons(genericAliasType, (self, other, comparison) => {
  if (!(self instanceof PyGenericAlias) || !(other instanceof PyGenericAlias)) return NotImplemented;
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  const isSame =
    self.isUnpacked === other.isUnpacked &&
    sameOrEqual(self.origin, other.origin) &&
    sameOrEqual(self.args, other.args);
  return isSame === (comparison === Comparison.eq);
});
method(genericAliasType, '__getitem__', 'self, key, /', (self: PyGenericAlias, key: Value) => {
  return new PyGenericAlias(self.origin, substitute(self, self.args.items, parameters(self), key), self.isUnpacked);
});
method(genericAliasType, '__mro_entries__', 'self, bases, /', (self: PyGenericAlias) => new PyTuple([self.origin]));
method(genericAliasType, '__instancecheck__', 'self, instance, /', () =>
  raise(TypeError, 'isinstance() argument 2 cannot be a parameterized generic'),
);
method(genericAliasType, '__subclasscheck__', 'self, cls, /', () =>
  raise(TypeError, 'issubclass() argument 2 cannot be a parameterized generic'),
);
const genericAliasIteratorType = iteratorType('generic_alias_iterator');

/** `*tuple[int]`: the alias once, unpacked. CPython: gaiterobject. */
class AliasIterator extends NativeIterator {
  alias: PyGenericAlias | null;
  constructor(alias: PyGenericAlias) {
    super(genericAliasIteratorType);
    this.alias = alias;
  }
  nextValue(): Value | undefined {
    const { alias } = this;
    this.alias = null;
    return alias === null ? undefined : new PyGenericAlias(alias.origin, alias.args, true);
  }
}

method(
  genericAliasIteratorType,
  '__reduce__',
  'self, /',
  (self: AliasIterator) =>
    new PyTuple([machine.builtins.get('iter') as Value, new PyTuple([self.alias ?? emptyTuple])]),
);

method(genericAliasType, '__iter__', 'self, /', (self: PyGenericAlias) => new AliasIterator(self));
// CPython: ga_reduce. An unpacked one is the next of the iterator of the plain one.
method(genericAliasType, '__reduce__', 'self, /', (self: PyGenericAlias) => {
  if (!self.isUnpacked) return new PyTuple([genericAliasType, new PyTuple([self.origin, self.args])]);
  const iterator = new AliasIterator(new PyGenericAlias(self.origin, self.args));
  return new PyTuple([machine.builtins.get('next') as Value, new PyTuple([iterator])]);
});
// CPython: ga_dir.
method(genericAliasType, '__dir__', 'self, /', (self: PyGenericAlias) => {
  const names = new Set(toArray(callSpecial(self.origin, '__dir__') ?? emptyTuple));
  for (const name of OWN) if (!BLOCKED.has(name)) names.add(name);
  return new PyList([...names]);
});

setAliasOfType((key) => genericAlias(typeType, key));
