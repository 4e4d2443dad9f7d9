/** staticmethod, classmethod and super; property is in property.ts. CPython: Objects/descrobject.c, funcobject.c, typeobject.c super_*. */
import { attributeName, bind, genericGetAttr, getAttrOrAbsent, instanceDict } from '../objects/attributes.ts';
import { AttributeError, RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { getset, member, method, newMethod, PyGetSet, PyNative, rawMethod } from '../objects/native.ts';
import { call, repr, truthy } from '../objects/protocol.ts';
import {
  Cell,
  classmethodType,
  getsetDescriptorType,
  isInstance,
  memberDescriptorType,
  PyObject,
  PyTuple,
  PyType,
  staticmethodType,
  superType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../objects/wrapped-functions.ts';
import { invoke } from './call.ts';
import { Frame } from './frame.ts';
import { machine } from './machine.ts';

function checkCount(args: readonly Value[], name: string): void {
  if (args.length !== 2) raise(TypeError, `${name} expected 1 argument, got ${args.length - 1}`);
}

newMethod(staticmethodType, (args, _keywords, cls) =>
  wrapAttributes(new PyStaticMethod(args[1] ?? null, cls), args[1] ?? null),
);
newMethod(classmethodType, (args, _keywords, cls) =>
  wrapAttributes(new PyClassMethod(args[1] ?? null, cls), args[1] ?? null),
);
for (const type of [staticmethodType, classmethodType]) {
  rawMethod(type, '__init__', (args) => {
    checkCount(args, type.name);
    return null;
  });
}

/** CPython: Objects/funcobject.c, functools_wraps. */
function wrapAttributes(made: PyStaticMethod | PyClassMethod, func: Value): Value {
  made.attrs = new Map();
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__']) {
    const value = getAttrOrAbsent(func, name);
    if (value !== undefined) made.attrs.set(name, value);
  }
  return made;
}

/** CPython: Objects/funcobject.c, descriptor_get_wrapped_attribute: asked of the function once, then kept. */
function wrappedAttribute(type: PyType, name: string): void {
  getset(
    type,
    name,
    (self) => {
      const { attrs, func } = self as PyStaticMethod;
      const known = attrs?.get(name);
      if (known !== undefined) return known;
      const found = getAttrOrAbsent(func, name);
      if (found === undefined) return raise(AttributeError, `'${type.name}' object has no attribute '${name}'`);
      attrs?.set(name, found);
      return found;
    },
    (self, value) => {
      if (value === undefined) (self as PyStaticMethod).attrs?.delete(name);
      else (self as PyStaticMethod).attrs?.set(name, value);
    },
  );
}

for (const type of [staticmethodType, classmethodType]) {
  wrappedAttribute(type, '__annotations__');
  wrappedAttribute(type, '__annotate__');
  getset(type, '__dict__', (self) => instanceDict(self as PyStaticMethod));
  member(type, '__wrapped__', (self) => (self as PyStaticMethod).func);
  member(type, '__func__', (self) => (self as PyStaticMethod).func);
  getset(type, '__isabstractmethod__', (self) =>
    truthy(getAttrOrAbsent((self as PyStaticMethod).func, '__isabstractmethod__') ?? false),
  );
  method(type, '__repr__', 'self, /', (self: PyStaticMethod) => `<${type.name}(${repr(self.func)})>`);
}
rawMethod(staticmethodType, '__call__', (args, keywords) =>
  invoke((args[0] as PyStaticMethod).func, args.slice(1), keywords),
);
method(staticmethodType, '__get__', 'self, instance, owner=None, /', (self: PyStaticMethod) => self.func);
method(
  classmethodType,
  '__get__',
  'self, instance, owner=None, /',
  (self: PyClassMethod, instance: Value, owner?: Value) =>
    bind(self, instance, owner instanceof PyType ? owner : typeOf(instance)),
);

for (const type of [getsetDescriptorType, memberDescriptorType]) {
  method(type, '__get__', 'self, instance, owner=None, /', (self: PyGetSet, instance: Value) => {
    if (instance === null) return self;
    if (!isInstance(instance, self.owner))
      return raise(
        TypeError,
        `descriptor '${self.name}' for '${self.owner.name}' objects doesn't apply to a '${typeOf(instance).tpName}' object`,
      );
    return self.get(instance);
  });
  method(type, '__set__', 'self, instance, value, /', (self: PyGetSet, instance: Value, value: Value) => {
    if (self.set === null)
      return raise(AttributeError, `attribute '${self.name}' of '${self.owner.name}' objects is not writable`);
    self.set(instance, value);
    return null;
  });
  method(type, '__delete__', 'self, instance, /', (self: PyGetSet, instance: Value) => {
    if (self.set === null)
      return raise(AttributeError, `attribute '${self.name}' of '${self.owner.name}' objects is not writable`);
    self.set(instance, undefined);
    return null;
  });
  method(
    type,
    '__repr__',
    'self, /',
    (self: PyGetSet) =>
      `<${type === memberDescriptorType ? 'member' : 'attribute'} '${self.name}' of '${self.owner.name}' objects>`,
  );
  getset(type, '__name__', (self) => (self as PyGetSet).name);
  getset(type, '__qualname__', (self) => `${(self as PyGetSet).owner.name}.${(self as PyGetSet).name}`);
  getset(type, '__objclass__', (self) => (self as PyGetSet).owner);
  getset(type, '__doc__', () => null);
}

// CPython: descr_reduce, which attributes computed in C do not have.
method(
  memberDescriptorType,
  '__reduce__',
  'self, /',
  (self: PyGetSet) => new PyTuple([machine.builtins.get('getattr') as Value, new PyTuple([self.owner, self.name])]),
);

class PySuper extends PyObject {
  type: PyType | null = null;
  object: Value | undefined;
  objectType: PyType | null = null;
}

newMethod(superType, (_args, _keywords, cls) => new PySuper(cls));
rawMethod(superType, '__init__', (args, keywords) => {
  const self = args[0] as PySuper;
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'super() takes no keyword arguments');
  if (args.length > 3) return raise(TypeError, `super() expected at most 2 arguments, got ${args.length - 1}`);
  const [type, object] = args.length > 1 ? [args[1] as Value, args[2]] : implicitArguments();
  if (!(type instanceof PyType))
    return raise(TypeError, `super() argument 1 must be a type, not ${typeOf(type).tpName}`);
  self.type = type;
  if (object === undefined || object === null) return null;
  self.object = object;
  self.objectType = checkedType(type, object);
  return null;
});

/** CPython: Objects/typeobject.c, super_init_without_args. */
function implicitArguments(): [Value, Value | undefined] {
  const frame = machine.thread.top;
  if (!(frame instanceof Frame)) return raise(RuntimeError, 'super(): no current frame');
  if (frame.code.argCount === 0) return raise(RuntimeError, 'super(): no arguments');
  const first = frame.slots[0];
  const isInCell = frame.code.cellNames.includes(frame.code.slotNames[0] as string);
  const object = isInCell && first instanceof Cell ? first.value : first;
  if (object === undefined) return raise(RuntimeError, 'super(): arg[0] deleted');
  const index = frame.code.freeNames.indexOf('__class__');
  if (index < 0) return raise(RuntimeError, 'super(): __class__ cell not found');
  const cell = frame.slots[frame.code.freeStart + index];
  const cls = cell instanceof Cell ? cell.value : undefined;
  if (cls === undefined) return raise(RuntimeError, 'super(): empty __class__ cell');
  if (!(cls instanceof PyType)) return raise(RuntimeError, `super(): __class__ is not a type (${typeOf(cls).tpName})`);
  return [cls, object];
}

function checkedType(type: PyType, object: Value): PyType {
  if (object instanceof PyType && object.isSubtypeOf(type)) return object;
  const cls = typeOf(object);
  if (cls.isSubtypeOf(type)) return cls;
  const claimed = getAttrOrAbsent(object, '__class__');
  if (claimed instanceof PyType && claimed.isSubtypeOf(type)) return claimed;
  return raise(
    TypeError,
    `super(type, obj): obj (${object instanceof PyType ? `type ${object.name}` : `instance of ${cls.name}`}) is not an instance or subtype of type (${type.name}).`,
  );
}

/** CPython: Objects/typeobject.c, super_descr_get: `super(cls)` kept as an attribute of cls is completed by the instance. */
method(superType, '__get__', 'self, instance, owner=None, /', (self: PySuper, instance: Value) => {
  if (instance === null || self.object !== undefined || self.type === null) return self;
  if (self.cls !== superType) return call(self.cls, self.type, instance);
  const made = new PySuper(superType);
  made.type = self.type;
  made.object = instance;
  made.objectType = checkedType(self.type, instance);
  return made;
});
method(superType, '__getattribute__', 'self, name, /', (self: PySuper, given: Value) => {
  const name = attributeName(given);
  if (self.objectType !== null && name !== '__class__') {
    const mro = self.objectType.mro;
    for (let i = mro.indexOf(self.type as PyType) + 1; i < mro.length; i++) {
      const found = (mro[i] as PyType).attrs.get(name);
      if (found === undefined) continue;
      return self.object === self.objectType
        ? bindThroughClass(found, self.objectType)
        : bind(found, self.object as Value, self.objectType);
    }
  }
  const own = genericGetAttr(self, name);
  return own === undefined ? raise(AttributeError, `'super' object has no attribute '${name}'`) : own;
});

function bindThroughClass(found: Value, cls: PyType): Value {
  if (found instanceof PyFunction || (found instanceof PyNative && found.kind === 'method')) return found;
  if (found instanceof PyProperty || found instanceof PyGetSet) return found;
  return bind(found, null, cls);
}

method(
  superType,
  '__repr__',
  'self, /',
  (self: PySuper) =>
    `<super: <class '${self.type?.name ?? 'NULL'}'>, ${self.objectType === null ? 'NULL' : `<${self.objectType.name} object>`}>`,
);
member(superType, '__thisclass__', (self) => (self as PySuper).type);
member(superType, '__self__', (self) => (self as PySuper).object ?? null);
member(superType, '__self_class__', (self) => (self as PySuper).objectType);
