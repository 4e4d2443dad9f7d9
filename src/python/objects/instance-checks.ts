/** `isinstance` and `issubclass`, with what classes have to say about it. CPython: Objects/abstract.c. */
import { getAttr, getAttrOrAbsent } from './attributes.ts';
import { raise, TypeError } from './errors.ts';
import { callSpecial, truthy } from './protocol.ts';
import { isInstance, PyObject, PyTuple, PyType, typeOf, type Value } from './value.ts';

/** `isinstance(x, classes)`, `__instancecheck__` included. */
export function isInstanceOf(value: Value, classes: Value): boolean {
  if (classes instanceof PyType) {
    if (typeOf(value) === classes) return true;
    if (classes.cls.lookup('__instancecheck__') === undefined || !classes.cls.isHeapType)
      return plainInstanceCheck(value, classes);
  }
  if (classes instanceof PyTuple) return classes.items.some((cls) => isInstanceOf(value, cls));
  const answer = callSpecial(classes, '__instancecheck__', value);
  if (answer !== undefined) return truthy(answer);
  if (basesOf(classes) === undefined)
    return raise(TypeError, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  const claimed = getAttrOrAbsent(value, '__class__');
  return claimed !== undefined && isAbstractSubclass(claimed, classes);
}

/** What says that it has a tuple of bases passes for a class. CPython: Objects/abstract.c, abstract_get_bases. */
function basesOf(cls: Value): PyTuple | undefined {
  const bases = getAttrOrAbsent(cls, '__bases__');
  return bases instanceof PyTuple ? bases : undefined;
}

/** CPython: abstract_issubclass. */
function isAbstractSubclass(derived: Value, cls: Value): boolean {
  if (derived === cls) return true;
  return basesOf(derived)?.items.some((base) => isAbstractSubclass(base, cls)) ?? false;
}

/** CPython: Objects/abstract.c, object_isinstance: the real class, else what `__class__` says. */
export function plainInstanceCheck(value: Value, cls: PyType): boolean {
  if (isInstance(value, cls)) return true;
  if (!(value instanceof PyObject) || !value.cls.isHeapType) return false;
  const claimed = getAttr(value, '__class__');
  return claimed instanceof PyType && claimed !== value.cls && claimed.isSubtypeOf(cls);
}

export function isSubclassOf(cls: Value, classes: Value): boolean {
  if (classes instanceof PyTuple) return classes.items.some((candidate) => isSubclassOf(cls, candidate));
  if (classes instanceof PyType && (classes.cls.lookup('__subclasscheck__') === undefined || !classes.cls.isHeapType)) {
    if (cls instanceof PyType) return cls.isSubtypeOf(classes);
    return basesOf(cls) === undefined
      ? raise(TypeError, 'issubclass() arg 1 must be a class')
      : isAbstractSubclass(cls, classes);
  }
  const answer = callSpecial(classes, '__subclasscheck__', cls);
  if (answer !== undefined) return truthy(answer);
  if (basesOf(cls) === undefined) return raise(TypeError, 'issubclass() arg 1 must be a class');
  if (basesOf(classes) === undefined)
    return raise(TypeError, 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return isAbstractSubclass(cls, classes);
}
