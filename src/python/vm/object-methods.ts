/** The methods of `object`. CPython: Objects/typeobject.c, object_methods. */

import { genericSetAttr, hasInstanceDict } from '../objects/attribute-setting.ts';
import {
  attributeName,
  bind,
  genericGetAttr,
  getAttrOrAbsent,
  instanceDict,
  raiseMissing,
  registerDefault,
  typeGetAttr,
} from '../objects/attributes.ts';
import { AttributeError, raise, TypeError } from '../objects/errors.ts';
import { PyInstance } from '../objects/instance.ts';
import { getset, type Keywords, method, newMethod, PyNative, rawClassMethod } from '../objects/native.ts';
import { call, callSpecial, repr, str, toArray, truthy } from '../objects/protocol.ts';
import {
  NotImplemented,
  objectType,
  PyDict,
  PyList,
  PyModule,
  PyObject,
  PyType,
  typeOf,
  typeType,
  typeVersion,
  type Value,
} from '../objects/value.ts';
import { newObject } from './call.ts';
import { machine } from './machine.ts';
import { haveSameLayout } from './slots.ts';

newMethod(objectType, (args, keywords, cls) => {
  if (!(cls instanceof PyType))
    return raise(TypeError, `object.__new__(X): X is not a type object (${typeOf(cls).tpName})`);
  refuseOtherLayout(cls);
  if (args.length > 1 || (keywords !== null && keywords.size > 0)) {
    if (overridesNew(cls))
      return raise(TypeError, 'object.__new__() takes exactly one argument (the type to instantiate)');
    if (!overridesInit(cls)) return raise(TypeError, `${cls.name}() takes no arguments`);
  }
  refuseAbstract(cls);
  return newObject(cls);
});

/** CPython: tp_new_wrapper. Another type's instances are not made by `object.__new__`. */
function refuseOtherLayout(cls: PyType): void {
  if (cls.layout === 'object' || cls.layout === 'module') return;
  const base = cls.mro.find((candidate) => !candidate.isHeapType);
  if (base !== undefined && base !== objectType)
    raise(
      TypeError,
      base.lookup('__new__') === objectType.lookup('__new__')
        ? `cannot create '${cls.tpName}' instances`
        : `object.__new__(${cls.name}) is not safe, use ${base.name}.__new__()`,
    );
}

function overridesInit(cls: PyType): boolean {
  const found = cls.lookup('__init__');
  return !(found instanceof PyNative && found.owner === objectType);
}

function overridesNew(cls: PyType): boolean {
  const found = cls.lookup('__new__');
  return !(found instanceof PyNative && found.owner === objectType);
}

function refuseAbstract(cls: PyType): void {
  const abstract = cls.lookup('__abstractmethods__');
  if (abstract === undefined || abstract === null || !cls.isHeapType) return;
  const names = toArray(call(machine.builtins.get('sorted') as Value, abstract)) as string[];
  if (names.length === 0) return;
  const list = names.map((name) => `'${name}'`).join(', ');
  raise(
    TypeError,
    `Can't instantiate abstract class ${cls.name} without an implementation for abstract method${names.length === 1 ? '' : 's'} ${list}`,
  );
}

objectType.attrs.set(
  '__init__',
  new PyNative({
    name: '__init__',
    kind: 'method',
    owner: objectType,
    raw: (args: Value[], keywords: Keywords) => {
      const self = args[0] as Value;
      const cls = typeOf(self);
      if (args.length > 1 || (keywords !== null && keywords.size > 0)) {
        if (overridesInit(cls))
          return raise(TypeError, 'object.__init__() takes exactly one argument (the instance to initialize)');
        if (!overridesNew(cls))
          return raise(TypeError, `${cls.name}.__init__() takes exactly one argument (the instance to initialize)`);
      }
      return null;
    },
  }),
);

/** `0x7f…`, as CPython prints addresses. */
export function address(value: Value): string {
  return `0x${(value instanceof PyObject ? machine.idOf(value) : 0x7f0000000000).toString(16)}`;
}

export function moduleOf(cls: PyType): string {
  const module = cls.attrs.get('__module__');
  return typeof module === 'string' ? module : cls.isHeapType ? '' : 'builtins';
}

export function qualnameOf(cls: PyType): string {
  return cls.qualname ?? cls.name;
}

/** `module.Qualified.Name`, without `builtins`. */
export function fullNameOf(cls: PyType): string {
  const module = moduleOf(cls);
  return module === 'builtins' || module === '' ? qualnameOf(cls) : `${module}.${qualnameOf(cls)}`;
}

method(objectType, '__repr__', 'self, /', (self: Value) => `<${fullNameOf(typeOf(self))} object at ${address(self)}>`);
// CPython: object_str. Whether it is a str is seen by who asked.
method(objectType, '__str__', 'self, /', (self: Value) => {
  const text = callSpecial(self, '__repr__');
  return text === undefined ? repr(self) : text;
});
method(objectType, '__eq__', 'self, other, /', (self: Value, other: Value) => (self === other ? true : NotImplemented));
method(objectType, '__ne__', 'self, other, /', (self: Value, other: Value) => {
  const found = typeOf(self).lookup('__eq__') as Value;
  const equal = call(bind(found, self, typeOf(self)), other);
  if (equal === NotImplemented) return NotImplemented;
  return !truthy(equal);
});
for (const name of ['__lt__', '__le__', '__gt__', '__ge__'])
  method(objectType, name, 'self, other, /', () => NotImplemented);
method(objectType, '__hash__', 'self, /', (self: Value) =>
  self instanceof PyObject ? Math.floor(machine.idOf(self) / 16) : 0,
);
method(objectType, '__getattribute__', 'self, name, /', (self: Value, given: Value) => {
  const name = attributeName(given);
  const found = genericGetAttr(self, name);
  return found === undefined ? raiseMissing(self, name) : found;
});
method(objectType, '__setattr__', 'self, name, value, /', (self: Value, name: Value, value: Value) => {
  refuseHackcheck(self, '__setattr__');
  genericSetAttr(self, attributeName(name), value);
  return null;
});
method(objectType, '__delattr__', 'self, name, /', (self: Value, name: Value) => {
  refuseHackcheck(self, '__delattr__');
  genericSetAttr(self, attributeName(name), undefined);
  return null;
});
/** CPython: hackcheck. `object.__setattr__` does not get around `type.__setattr__`. */
function refuseHackcheck(self: Value, method: string): void {
  if (self instanceof PyType) raise(TypeError, `can't apply this ${method} to ${self.cls.name} object`);
}

method(objectType, '__format__', 'self, format_spec, /', (self: Value, spec: Value) => {
  if (spec !== '') return raise(TypeError, `unsupported format string passed to ${typeOf(self).tpName}.__format__`);
  return str(self);
});
method(objectType, '__sizeof__', 'self, /', () => 16);
/** CPython: object___dir___impl: what `__dict__` and `__class__` say, which a class may define anew. */
method(objectType, '__dir__', 'self, /', (self: Value) => {
  const names = new Set<string>();
  const dict = getAttrOrAbsent(self, '__dict__');
  if (dict instanceof PyDict) for (const name of dict.map.keys()) if (typeof name === 'string') names.add(name);
  const cls = getAttrOrAbsent(self, '__class__');
  for (const base of cls instanceof PyType ? cls.mro : []) for (const name of base.attrs.keys()) names.add(name);
  return new PyList([...names]);
});
rawClassMethod(objectType, '__init_subclass__', (args, keywords) => {
  if (keywords !== null && keywords.size > 0)
    raise(TypeError, `${(args[0] as PyType).name}.__init_subclass__() takes no keyword arguments`);
  return null;
});
rawClassMethod(objectType, '__subclasshook__', () => NotImplemented);

/** A class and a module show their `__dict__`, also through a base of theirs that has one to set. */
const READONLY_DICT_OF_TYPE = "attribute '__dict__' of 'type' objects is not writable";

getset(
  objectType,
  '__class__',
  (self) => typeOf(self),
  (self, value) => {
    if (value === undefined) return raise(TypeError, "can't delete __class__ attribute");
    if (!(value instanceof PyType))
      return raise(TypeError, `__class__ must be set to a class, not '${typeOf(value).tpName}' object`);
    if (!(self instanceof PyObject) || ((!self.cls.isHeapType || !value.isHeapType) && !(self instanceof PyModule)))
      return raise(TypeError, '__class__ assignment only supported for mutable types or ModuleType subclasses');
    if (value === self.cls) return;
    if (!haveSameLayout(self.cls, value))
      return raise(TypeError, `__class__ assignment: '${value.name}' object layout differs from '${self.cls.name}'`);
    if (self instanceof PyInstance) self.forgetShape();
    self.cls = value;
  },
);
getset(
  objectType,
  '__dict__',
  (self) => {
    if (self instanceof PyModule) return self.dict;
    if (self instanceof PyType) return bind(typeType.attrs.get('__dict__') as Value, self, typeType);
    if (!(self instanceof PyObject) || !hasInstanceDict(self))
      return raise(AttributeError, `'${typeOf(self).tpName}' object has no attribute '__dict__'`);
    return instanceDict(self);
  },
  (self, value) => {
    if (self instanceof PyType) return raise(AttributeError, READONLY_DICT_OF_TYPE);
    if (self instanceof PyModule) return raise(AttributeError, 'readonly attribute');
    if (!(self instanceof PyObject) || !hasInstanceDict(self))
      return raise(
        AttributeError,
        `'${typeOf(self).tpName}' object has no attribute '__dict__' and no __dict__ for setting new attributes`,
      );
    if (value === undefined && self instanceof PyObject && self.cls.isHeapType) {
      self.attrs = new Map();
      return;
    }
    if (!(self instanceof PyObject) || !(value instanceof PyDict))
      return raise(TypeError, `__dict__ must be set to a dictionary, not a '${typeOf(value ?? null).tpName}'`);
    self.attrs = value.map as Map<string, Value>;
  },
);
objectType.attrs.set(
  '__doc__',
  'The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n',
);

for (const hook of ['__getattribute__', '__setattr__', '__delattr__', '__eq__', '__hash__'])
  registerDefault(hook, objectType.attrs.get(hook) as Value);

method(typeType, '__getattribute__', 'self, name, /', (self: PyType, given: Value) => {
  const name = attributeName(given);
  const found = typeGetAttr(self, name);
  return found === undefined ? raiseMissing(self, name) : found;
});
method(typeType, '__setattr__', 'self, name, value, /', (self: PyType, name: Value, value: Value) => {
  genericSetAttr(self, attributeName(name), value);
  return null;
});
method(typeType, '__delattr__', 'self, name, /', (self: PyType, name: Value) => {
  genericSetAttr(self, attributeName(name), undefined);
  return null;
});
for (const hook of ['__getattribute__', '__setattr__', '__delattr__'])
  registerDefault(hook, typeType.attrs.get(hook) as Value);
typeVersion.current++;
