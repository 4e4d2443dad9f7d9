/** The methods of `type`. CPython: Objects/typeobject.c, type_methods and type_getsets. */
import { bind } from '../objects/attributes.ts';
import { dictCopy } from '../objects/dict.ts';
import { AttributeError, raise, TypeError } from '../objects/errors.ts';
import { plainInstanceCheck } from '../objects/instance-checks.ts';
import { getset, method, newMethod, PyGetSet, rawClassMethod, rawMethod } from '../objects/native.ts';
import { truthy } from '../objects/protocol.ts';
import {
  emptyTuple,
  mappingProxyType,
  nameInArgument,
  objectType,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  typeOf,
  typeType,
  typeVersion,
  unwrap,
  type Value,
} from '../objects/value.ts';
import { instantiate } from './call.ts';
import { computeMro, linearize, newType } from './classes.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';
import { fullNameOf, moduleOf, qualnameOf } from './object-methods.ts';
import { bestBase, instancesHaveDict, instancesHaveWeakref } from './slots.ts';
import { typeSignature } from './text-signatures.ts';

newMethod(typeType, (args, keywords, meta) => {
  if (args.length === 2 && meta === typeType && keywords !== null && keywords.size > 0)
    return raise(TypeError, 'type() takes no keyword arguments');
  if (args.length === 2 && meta === typeType) return typeOf(args[1] as Value);
  if (args.length !== 4 && meta === typeType) return raise(TypeError, 'type() takes 1 or 3 arguments');
  if (args.length !== 4) return raise(TypeError, `type.__new__() takes exactly 3 arguments (${args.length - 1} given)`);
  const [, name, bases, namespace] = args as [Value, Value, Value, Value];
  if (typeof name !== 'string')
    return raise(TypeError, `type.__new__() argument 1 must be str, not ${nameInArgument(name)}`);
  if (!(bases instanceof PyTuple))
    return raise(TypeError, `type.__new__() argument 2 must be tuple, not ${nameInArgument(bases)}`);
  if (!(namespace instanceof PyDict))
    return raise(TypeError, `type.__new__() argument 3 must be dict, not ${nameInArgument(namespace)}`);
  return newType(meta, name, bases.items, dictCopy(namespace), keywords);
});
rawMethod(typeType, '__init__', () => null);
rawMethod(typeType, '__call__', (args, keywords) => instantiate(args[0] as PyType, args.slice(1), keywords));
method(typeType, '__repr__', 'self, /', (self: PyType) => `<class '${fullNameOf(self)}'>`);
method(typeType, 'mro', 'self, /', (self: PyType) => new PyList([...linearize(self)]));
method(typeType, '__subclasses__', 'self, /', (self: PyType) => new PyList([...(machine.subclasses.get(self) ?? [])]));
method(typeType, '__instancecheck__', 'self, instance, /', (self: PyType, instance: Value) =>
  plainInstanceCheck(instance, self),
);
method(
  typeType,
  '__subclasscheck__',
  'self, subclass, /',
  (self: PyType, subclass: Value) => subclass instanceof PyType && subclass.isSubtypeOf(self),
);
rawClassMethod(typeType, '__prepare__', () => new PyDict());
method(typeType, '__dir__', 'self, /', (self: PyType) => {
  const names = new Set<string>();
  for (const cls of self.mro) for (const name of cls.attrs.keys()) names.add(name);
  return new PyList([...names]);
});

getset(
  typeType,
  '__name__',
  (self) => (self as PyType).name,
  (self, value) => {
    (self as PyType).name = assignedText(self as PyType, '__name__', value);
  },
);
getset(
  typeType,
  '__qualname__',
  (self) => qualnameOf(self as PyType),
  (self, value) => {
    (self as PyType).qualname = assignedText(self as PyType, '__qualname__', value);
  },
);
getset(
  typeType,
  '__module__',
  (self) => moduleOf(self as PyType),
  (self, value) => {
    (self as PyType).attrs.set('__module__', assigned(self as PyType, '__module__', value));
  },
);
getset(
  typeType,
  '__doc__',
  (self) => {
    const cls = self as PyType;
    const doc = cls.attrs.get('__doc__') ?? null;
    // That of the instances of a type in TypeScript.
    if (doc instanceof PyGetSet) return null;
    return doc instanceof PyObject && doc.cls.lookup('__get__') !== undefined ? bind(doc, null, cls) : doc;
  },
  (self, value) => {
    (self as PyType).attrs.set('__doc__', assigned(self as PyType, '__doc__', value));
  },
);
getset(typeType, '__mro__', (self) => new PyTuple([...(self as PyType).mro]));
getset(
  typeType,
  '__bases__',
  (self) => new PyTuple([...(self as PyType).bases]),
  (self, value) => {
    setBases(self as PyType, value);
  },
);
getset(typeType, '__base__', (self) => {
  const cls = self as PyType;
  return cls === objectType ? null : cls.base;
});

/** CPython: check_set_special_type_attr. */
function assigned(cls: PyType, name: string, value: Value | undefined): Value {
  if (!cls.isHeapType) return raise(TypeError, `cannot set '${name}' attribute of immutable type '${cls.tpName}'`);
  if (value === undefined)
    return raise(TypeError, `cannot delete '${name}' attribute of immutable type '${cls.tpName}'`);
  return value;
}

function assignedText(cls: PyType, name: string, value: Value | undefined): string {
  const given = assigned(cls, name, value);
  const text = unwrap(given);
  return typeof text === 'string'
    ? text
    : raise(TypeError, `can only assign string to ${cls.name}.${name}, not '${typeOf(given).tpName}'`);
}

/** By `__base__`, which is set before an `mro()` that assigns bases again has answered. CPython: type_is_subtype_base_chain. */
function descendsFrom(cls: PyType, ancestor: PyType): boolean {
  for (let base: PyType | null = cls; base !== null; base = base.base) if (base === ancestor) return true;
  return false;
}

/** CPython: Objects/typeobject.c, type_set_bases. */
function setBases(cls: PyType, value: Value | undefined): void {
  assigned(cls, '__bases__', value);
  if (!(value instanceof PyTuple))
    return raise(TypeError, `can only assign tuple to ${cls.name}.__bases__, not ${typeOf(value ?? null).tpName}`);
  if (value.items.length === 0)
    return raise(TypeError, `can only assign non-empty tuple to ${cls.name}.__bases__, not ()`);
  for (const base of value.items) {
    if (!(base instanceof PyType))
      return raise(TypeError, `${cls.name}.__bases__ must be tuple of classes, not '${typeOf(base).tpName}'`);
    if (base.isSubtypeOf(cls) || descendsFrom(base, cls))
      return raise(TypeError, 'a __bases__ item causes an inheritance cycle');
  }
  const bases = value.items as readonly PyType[];
  const base = bestBase(bases);
  if (base.layout !== cls.layout)
    return raise(
      TypeError,
      `__bases__ assignment: '${base.name}' ${base.isHeapType ? 'object layout' : 'deallocator'} differs from '${cls.base?.name ?? ''}'`,
    );
  const before = [cls, ...subclassesBelow(cls)].map((below) => [below, below.mro] as const);
  const { bases: oldBases, base: oldBase } = cls;
  cls.bases = bases;
  cls.base = base;
  try {
    for (const [below] of before) below.mro = computeMro(below);
  } catch (thrown) {
    // Unless an `mro()` has assigned bases meanwhile: what it did stays.
    if (cls.bases === bases) {
      for (const [below, mro] of before) below.mro = mro;
      [cls.bases, cls.base] = [oldBases, oldBase];
    }
    typeVersion.current++;
    throw thrown;
  }
  typeVersion.current++;
  if (cls.bases === bases) moveSubclass(cls, oldBases);
}

function moveSubclass(cls: PyType, oldBases: readonly PyType[]): void {
  for (const base of oldBases)
    machine.subclasses.set(
      base,
      (machine.subclasses.get(base) ?? []).filter((known) => known !== cls),
    );
  for (const base of cls.bases) machine.subclasses.set(base, [...(machine.subclasses.get(base) ?? []), cls]);
}

/** All classes below, a class before its own subclasses. */
function subclassesBelow(cls: PyType): PyType[] {
  return (machine.subclasses.get(cls) ?? []).flatMap((below) => [below, ...subclassesBelow(below)]);
}

getset(
  typeType,
  '__flags__',
  (self) =>
    ((self as PyType).isHeapType ? 0x200 : 0x100) |
    ((self as PyType).isBaseType ? 0x400 : 0) |
    (isAbstract(self as PyType) ? 1 << 20 : 0),
);
getset(typeType, '__basicsize__', () => 16);
getset(typeType, '__itemsize__', () => 0);
getset(typeType, '__dictoffset__', (self) => (instancesHaveDict(self as PyType) ? -1 : 0));
getset(typeType, '__weakrefoffset__', (self) => (instancesHaveWeakref(self as PyType) ? 24 : 0));
getset(typeType, '__text_signature__', (self) => typeSignature(self as PyType));

/** A read-only view of the class namespace. */
class ClassNamespace extends PyDict {}
getset(typeType, '__dict__', (self) =>
  interpreter.call(mappingProxyType, [new ClassNamespace(new Map((self as PyType).attrs as Map<never, Value>))], null),
);

function isAbstract(cls: PyType): boolean {
  const names = cls.attrs.get('__abstractmethods__');
  return names !== undefined && truthy(names);
}

getset(
  typeType,
  '__abstractmethods__',
  (self) => {
    const names = self === typeType ? undefined : (self as PyType).attrs.get('__abstractmethods__');
    return names === undefined ? raise(AttributeError, '__abstractmethods__') : names;
  },
  (self, value) => {
    const { attrs } = self as PyType;
    if (value !== undefined) attrs.set('__abstractmethods__', value);
    else if (!attrs.delete('__abstractmethods__')) raise(AttributeError, '__abstractmethods__');
    typeVersion.current++;
  },
);

getset(
  typeType,
  '__annotate__',
  (self) => {
    const { attrs, isHeapType, name } = self as PyType;
    if (!isHeapType) return raise(AttributeError, `type object '${name}' has no attribute '__annotate__'`);
    return attrs.get('__annotate__') ?? attrs.get('__annotate_func__') ?? null;
  },
  (self, value) => {
    (self as PyType).attrs.set('__annotate_func__', value as Value);
    (self as PyType).attrs.delete('__annotations_cache__');
  },
);
/** CPython: Objects/typeobject.c, type_get_annotations (PEP 649). */
getset(
  typeType,
  '__annotations__',
  (self) => {
    const cls = self as PyType;
    if (!cls.isHeapType) return raise(AttributeError, `type object '${cls.name}' has no attribute '__annotations__'`);
    for (const name of ['__annotations__', '__annotations_cache__']) {
      const known = cls.attrs.get(name);
      if (known !== undefined) return known;
    }
    const annotate = cls.attrs.get('__annotate__') ?? cls.attrs.get('__annotate_func__');
    const made = annotate === undefined || annotate === null ? new PyDict() : interpreter.call(annotate, [1], null);
    cls.attrs.set('__annotations_cache__', made);
    return made;
  },
  (self, value) => {
    const cls = self as PyType;
    cls.attrs.delete('__annotations_cache__');
    if (value !== undefined) cls.attrs.set('__annotations_cache__', value);
    cls.attrs.delete('__annotate_func__');
  },
);
getset(
  typeType,
  '__type_params__',
  (self) => (self === typeType ? emptyTuple : ((self as PyType).attrs.get('__type_params__') ?? emptyTuple)),
  (self, value) => {
    (self as PyType).attrs.set('__type_params__', value as Value);
  },
);
