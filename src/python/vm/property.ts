/** The built-in `property`. CPython: Objects/descrobject.c, property_*. */

import { setAttr } from '../objects/attribute-setting.ts';
import { getAttrOrAbsent, getProperty, nameOfProperty, setProperty } from '../objects/attributes.ts';
import { AttributeError, PyRaise, raise, TypeError } from '../objects/errors.ts';
import { getset, member, method, newMethod, rawMethod } from '../objects/native.ts';
import { call, truthy } from '../objects/protocol.ts';
import { isInstance, propertyType, typeOf, type Value } from '../objects/value.ts';
import { PyProperty } from '../objects/wrapped-functions.ts';

newMethod(propertyType, (args, _keywords, cls) => {
  if (args.length > 5 && cls === propertyType)
    return raise(TypeError, `property() takes at most 4 arguments (${args.length - 1} given)`);
  return new PyProperty(null, null, null, null, cls);
});
method(
  propertyType,
  '__init__',
  'self, fget=None, fset=None, fdel=None, doc=None',
  (self: PyProperty, getter?: Value, setter?: Value, deleter?: Value, doc?: Value) => {
    self.getter = getter ?? null;
    self.setter = setter ?? null;
    self.deleter = deleter ?? null;
    self.propertyName = undefined;
    const inherited = self.getter === null ? null : (getAttrOrAbsent(self.getter, '__doc__') ?? null);
    self.hasGetterDoc = (doc ?? null) === null && inherited !== null;
    const text = (doc ?? null) === null ? inherited : (doc as Value);
    if (self.cls === propertyType) self.doc = text;
    else setDocOfSubclass(self, text);
    return null;
  },
);

/** An instance of a subclass keeps it where the class's own `__doc__` does not hide it. */
function setDocOfSubclass(self: PyProperty, text: Value): void {
  try {
    setAttr(self, '__doc__', text);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || self.hasGetterDoc || !isInstance(thrown.exception, AttributeError))
      throw thrown;
  }
}

const property = (self: Value): PyProperty => self as PyProperty;
member(propertyType, 'fget', (self) => property(self).getter);
member(propertyType, 'fset', (self) => property(self).setter);
member(propertyType, 'fdel', (self) => property(self).deleter);
getset(
  propertyType,
  '__doc__',
  (self) => property(self).doc,
  (self, value) => {
    property(self).doc = value ?? null;
  },
);
getset(propertyType, '__isabstractmethod__', (self) =>
  [property(self).getter, property(self).setter, property(self).deleter].some(
    (part) => part !== null && truthy(getAttrOrAbsent(part, '__isabstractmethod__') ?? false),
  ),
);
getset(
  propertyType,
  '__name__',
  (self) =>
    nameOfProperty(property(self)) ??
    raise(AttributeError, `'${typeOf(self).name}' object has no attribute '__name__'`),
  (self, value) => {
    property(self).propertyName = value;
  },
);
rawMethod(propertyType, '__set_name__', (args) => {
  if (args.length !== 3)
    return raise(TypeError, `__set_name__() takes 2 positional arguments but ${args.length - 1} were given`);
  property(args[0] as Value).propertyName = args[2];
  return null;
});

/** CPython: property_copy. */
function copyProperty(self: PyProperty, getter: Value, setter: Value, deleter: Value): Value {
  const doc = self.hasGetterDoc && getter !== null ? null : self.doc;
  const made = call(self.cls, getter, setter, deleter, doc);
  if (made instanceof PyProperty) made.propertyName = self.propertyName;
  return made;
}

method(propertyType, 'getter', 'self, fget, /', (self: PyProperty, part: Value) =>
  copyProperty(self, part ?? self.getter, self.setter, self.deleter),
);
method(propertyType, 'setter', 'self, fset, /', (self: PyProperty, part: Value) =>
  copyProperty(self, self.getter, part ?? self.setter, self.deleter),
);
method(propertyType, 'deleter', 'self, fdel, /', (self: PyProperty, part: Value) =>
  copyProperty(self, self.getter, self.setter, part ?? self.deleter),
);
method(propertyType, '__get__', 'self, instance, owner=None, /', (self: PyProperty, instance: Value) =>
  instance === null ? self : getProperty(self, instance),
);
method(propertyType, '__set__', 'self, instance, value, /', (self: PyProperty, instance: Value, value: Value) => {
  setProperty(self, instance, value);
  return null;
});
method(propertyType, '__delete__', 'self, instance, /', (self: PyProperty, instance: Value) => {
  setProperty(self, instance, undefined);
  return null;
});
