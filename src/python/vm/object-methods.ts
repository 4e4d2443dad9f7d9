/** The methods of `object`. CPython: Objects/typeobject.c, object_methods. */
import {
  bind,
  genericGetAttr,
  genericSetAttr,
  getAttrOrAbsent,
  hasInstanceDict,
  instanceDict,
  raiseMissing,
  registerDefault,
  typeGetAttr,
} from '../objects/attributes.ts';
import { AttributeError, raise, TypeError } from '../objects/errors.ts';
import { getset, type Keywords, method, newMethod, PyGetSet, PyNative, rawClassMethod } from '../objects/native.ts';
import { call, repr, str, toArray, truthy } from '../objects/protocol.ts';
import {
  memberDescriptorType,
  NotImplemented,
  objectType,
  PyDict,
  PyList,
  PyModule,
  PyObject,
  PyTuple,
  PyType,
  type SlotHolder,
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
    raise(TypeError, `object.__new__(${cls.name}) is not safe, use ${base.name}.__new__()`);
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
method(objectType, '__str__', 'self, /', (self: Value) => repr(self));
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
method(objectType, '__getattribute__', 'self, name, /', (self: Value, name: string) => {
  const found = genericGetAttr(self, name);
  return found === undefined ? raiseMissing(self, name) : found;
});
method(objectType, '__setattr__', 'self, name, value, /', (self: Value, name: string, value: Value) => {
  if (self instanceof PyType) raise(TypeError, `can't apply this __setattr__ to ${self.cls.name} object`);
  genericSetAttr(self, name, value);
  return null;
});
method(objectType, '__delattr__', 'self, name, /', (self: Value, name: string) => {
  genericSetAttr(self, name, undefined);
  return null;
});
method(objectType, '__format__', 'self, format_spec, /', (self: Value, spec: Value) => {
  if (spec !== '') return raise(TypeError, `unsupported format string passed to ${typeOf(self).tpName}.__format__`);
  return str(self);
});
method(objectType, '__sizeof__', 'self, /', () => 16);
method(objectType, '__getstate__', 'self, /', (self: Value) => {
  if (!(self instanceof PyObject)) return null;
  const own =
    self.attrs === null || self.attrs.size === 0 ? null : new PyDict(new Map(self.attrs as Map<never, Value>));
  const slots = slotState(self);
  return slots === null ? own : new PyTuple([own, slots]);
});

/** CPython: Objects/typeobject.c, object_getstate_default: what `__slots__` hold, by name. */
function slotState(self: SlotHolder): PyDict | null {
  if (self.slotValues === undefined) return null;
  const names = self.cls.mro.flatMap((cls) =>
    [...cls.attrs].filter(
      ([, found]) => found instanceof PyGetSet && found.cls === memberDescriptorType && cls.isHeapType,
    ),
  );
  const state = new PyDict();
  for (const [name] of names) {
    const value = getAttrOrAbsent(self, name);
    if (value !== undefined) state.map.set(name, value);
  }
  return state.map.size === 0 ? null : state;
}
method(objectType, '__reduce_ex__', 'self, protocol, /', (self: Value) => {
  const custom = typeOf(self).lookup('__reduce__');
  if (custom !== undefined && !(custom instanceof PyNative && custom.owner === objectType))
    return call(bind(custom, self, typeOf(self)));
  const helper = call(machine.builtins.get('__import__') as Value, 'copyreg');
  return reduceObject(self, helper);
});
method(objectType, '__reduce__', 'self, /', (self: Value) =>
  reduceObject(self, call(machine.builtins.get('__import__') as Value, 'copyreg')),
);

/** CPython: Objects/typeobject.c, reduce_newobj. */
function reduceObject(self: Value, copyreg: Value): Value {
  const cls = typeOf(self);
  const hasOwnState = cls.lookup('__getstate__') !== objectType.attrs.get('__getstate__');
  if (!cls.isHeapType && !hasOwnState && (cls.layout === 'other' || cls.layout === 'module'))
    return raise(TypeError, `cannot pickle '${cls.name}' object`);
  const newArgsEx = getAttrOrAbsent(self, '__getnewargs_ex__');
  if (newArgsEx !== undefined) {
    const [given, keywords] = (call(newArgsEx) as PyTuple).items as [PyTuple, PyDict];
    return new PyTuple([
      getAttrOrAbsent(copyreg, '__newobj_ex__') as Value,
      new PyTuple([cls, given, keywords]),
      call(getAttrOrAbsent(self, '__getstate__') as Value),
      null,
      null,
    ]);
  }
  const newArgs = getAttrOrAbsent(self, '__getnewargs__');
  const args = newArgs === undefined ? [] : [...(call(newArgs) as PyTuple).items];
  const getstate = getAttrOrAbsent(self, '__getstate__');
  const state = getstate === undefined ? null : call(getstate);
  const listItems = cls.layout === 'list' ? call(machine.builtins.get('iter') as Value, self) : null;
  const dictItems =
    cls.layout === 'dict'
      ? call(machine.builtins.get('iter') as Value, call(getAttrOrAbsent(self, 'items') as Value))
      : null;
  return new PyTuple([
    getAttrOrAbsent(copyreg, '__newobj__') as Value,
    new PyTuple([cls, ...args]),
    state,
    listItems,
    dictItems,
  ]);
}

method(objectType, '__dir__', 'self, /', (self: Value) => {
  const names = new Set<string>();
  if (self instanceof PyObject) for (const name of self.attrs?.keys() ?? []) names.add(name);
  for (const cls of typeOf(self).mro) for (const name of cls.attrs.keys()) names.add(name);
  return new PyList([...names]);
});
rawClassMethod(objectType, '__init_subclass__', (args, keywords) => {
  if (keywords !== null && keywords.size > 0)
    raise(TypeError, `${(args[0] as PyType).name}.__init_subclass__() takes no keyword arguments`);
  return null;
});
rawClassMethod(objectType, '__subclasshook__', () => NotImplemented);

getset(
  objectType,
  '__class__',
  (self) => typeOf(self),
  (self, value) => {
    if (!(value instanceof PyType))
      return raise(TypeError, `__class__ must be set to a class, not '${typeOf(value ?? null).tpName}' object`);
    if (!(self instanceof PyObject) || ((!self.cls.isHeapType || !value.isHeapType) && !(self instanceof PyModule)))
      return raise(TypeError, '__class__ assignment only supported for mutable types or ModuleType subclasses');
    if (!haveSameLayout(self.cls, value))
      return raise(TypeError, `__class__ assignment: '${value.name}' object layout differs from '${self.cls.name}'`);
    self.cls = value;
  },
);
getset(
  objectType,
  '__dict__',
  (self) => {
    if (self instanceof PyModule) return self.dict;
    if (!(self instanceof PyObject) || !hasInstanceDict(self))
      return raise(AttributeError, `'${typeOf(self).tpName}' object has no attribute '__dict__'`);
    return instanceDict(self);
  },
  (self, value) => {
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

method(typeType, '__getattribute__', 'self, name, /', (self: PyType, name: string) => {
  const found = typeGetAttr(self, name);
  return found === undefined ? raiseMissing(self, name) : found;
});
method(typeType, '__setattr__', 'self, name, value, /', (self: PyType, name: string, value: Value) => {
  genericSetAttr(self, name, value);
  return null;
});
method(typeType, '__delattr__', 'self, name, /', (self: PyType, name: string) => {
  genericSetAttr(self, name, undefined);
  return null;
});
for (const hook of ['__getattribute__', '__setattr__', '__delattr__'])
  registerDefault(hook, typeType.attrs.get(hook) as Value);
typeVersion.current++;
