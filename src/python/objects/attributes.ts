/**
 * Attribute access as CPython's Objects/object.c and typeobject.c define it.
 * Functions here return `undefined` for "no such attribute" where their name says so, and raise AttributeError otherwise.
 */

import { CodeFlag } from '../compile/code.ts';
import { interpreter } from '../vm/interpreter.ts';
import { AttributeError, exception, type PyException, PyRaise, raise, raiseObject, TypeError } from './errors.ts';
import { PyFunction } from './function.ts';
import { ownAttribute } from './instance.ts';
import { PyGetSet, PyNative } from './native.ts';
import { repr } from './protocol.ts';
import {
  objectType,
  PyDict,
  PyModule,
  PyObject,
  PyType,
  superType,
  typeOf,
  typeType,
  typeVersion,
  unwrap,
  type Value,
} from './value.ts';
import { PyClassMethod, PyMethod, PyProperty, PyStaticMethod } from './wrapped-functions.ts';

const GENERATOR_LIKE = CodeFlag.generator | CodeFlag.coroutine | CodeFlag.asyncGenerator;

/** What attribute access needs to know of a class, worked out once for each version of the type tree. */
export interface TypeFacts {
  /** A `__getattribute__` that is not object's, type's or module's own. */
  readonly getattribute: Value | undefined;
  readonly getattr: Value | undefined;
  readonly setattr: Value | undefined;
  readonly delattr: Value | undefined;
  /** `__eq__` and `__hash__` are object's: hashed and compared by identity. */
  readonly isIdentityHashed: boolean;
  readonly bool: Value | undefined;
  readonly length: Value | undefined;
  /** `__init__`, when making an instance is object's `__new__` and a call of this function and nothing else. */
  readonly plainInit: PyFunction | null;
}

const ownFunctions: Map<string, Set<Value>> = new Map();
/** Registers the default implementation of a hook (`object.__getattribute__`), so that it is bypassed. */
export function registerDefault(hook: string, implementation: Value): void {
  const known = ownFunctions.get(hook);
  if (known) known.add(implementation);
  else ownFunctions.set(hook, new Set([implementation]));
}

function overridden(cls: PyType, hook: string): Value | undefined {
  const found = cls.lookup(hook);
  return found === undefined || ownFunctions.get(hook)?.has(found) ? undefined : found;
}

export function typeFacts(cls: PyType): TypeFacts {
  if (cls.factsVersion === typeVersion.current) return cls.facts as TypeFacts;
  const facts: TypeFacts = {
    getattribute: overridden(cls, '__getattribute__'),
    getattr: cls.lookup('__getattr__'),
    setattr: overridden(cls, '__setattr__'),
    delattr: overridden(cls, '__delattr__'),
    isIdentityHashed: overridden(cls, '__eq__') === undefined && overridden(cls, '__hash__') === undefined,
    bool: cls.lookup('__bool__'),
    length: cls.lookup('__len__'),
    plainInit: plainInit(cls),
  };
  cls.facts = facts;
  cls.factsVersion = typeVersion.current;
  return facts;
}

function plainInit(cls: PyType): PyFunction | null {
  const maker = cls.lookup('__new__');
  const init = cls.lookup('__init__');
  const isPlain = cls.isHeapType && cls.cls === typeType && maker instanceof PyNative && maker.owner === objectType;
  if (!isPlain || !(init instanceof PyFunction) || cls.lookup('__abstractmethods__') !== undefined) return null;
  return (init.code.flags & GENERATOR_LIKE) === 0 ? init : null;
}

export function isDataDescriptor(attribute: Value): boolean {
  if (!(attribute instanceof PyObject)) return false;
  if (attribute instanceof PyFunction || attribute instanceof PyNative) return false;
  if (attribute instanceof PyProperty || attribute instanceof PyGetSet) return true;
  const cls = attribute.cls;
  return cls.lookup('__set__') !== undefined || cls.lookup('__delete__') !== undefined;
}

/** A data descriptor without `__get__` leaves reading to the instance. */
function hasGetter(descriptor: PyObject): boolean {
  return (
    descriptor instanceof PyProperty || descriptor instanceof PyGetSet || descriptor.cls.lookup('__get__') !== undefined
  );
}

/** `attribute.__get__(instance, cls)` for an attribute found on `cls`; the attribute itself when it is no descriptor. */
export function bind(attribute: Value, instance: Value, cls: PyType): Value {
  if (attribute instanceof PyFunction) return new PyMethod(attribute, instance);
  if (attribute instanceof PyNative) {
    if (attribute.self !== undefined) return attribute;
    if (attribute.kind === 'method') return attribute.bind(instance);
    return attribute.kind === 'classmethod' ? attribute.bind(cls) : attribute;
  }
  if (!(attribute instanceof PyObject)) return attribute;
  if (attribute instanceof PyProperty && attribute.cls.lookup('__get__') instanceof PyNative)
    return getProperty(attribute, instance);
  if (attribute instanceof PyGetSet) return attribute.get(instance);
  if (attribute instanceof PyStaticMethod) return attribute.func;
  if (attribute instanceof PyClassMethod) return bindClassMethod(attribute, cls);
  const getter = attribute.cls.lookup('__get__');
  if (getter === undefined) return attribute;
  return interpreter.call(getter, [attribute, instance, cls], null);
}

/** Calls what was found on the object's class, with the object as self. Functions and native methods need no bound object for that. */
export function callFound(found: Value, object: Value, cls: PyType, args: Value[]): Value {
  if (
    found instanceof PyFunction ||
    (found instanceof PyNative && found.kind === 'method' && found.self === undefined)
  ) {
    return interpreter.call(found, args.length === 0 ? [object] : [object, ...args], null);
  }
  return interpreter.call(bind(found, object, cls), args, null);
}

function bindClassMethod(attribute: PyClassMethod, cls: PyType): Value {
  const inner = attribute.func;
  return inner instanceof PyNative ||
    inner instanceof PyFunction ||
    !(inner instanceof PyObject) ||
    inner.cls.lookup('__get__') === undefined
    ? new PyMethod(inner, cls)
    : bind(inner, cls, cls.cls);
}

export function getProperty(property: PyProperty, instance: Value): Value {
  if (property.getter === null) return raise(AttributeError, `${describeProperty(property, instance)} has no getter`);
  return interpreter.call(property.getter, [instance], null);
}

/** Without a value it is deleted. */
export function setProperty(property: PyProperty, instance: Value, value: Value | undefined): void {
  const accessor = value === undefined ? property.deleter : property.setter;
  if (accessor === null) {
    const lacks = value === undefined ? 'deleter' : 'setter';
    raise(AttributeError, `${describeProperty(property, instance)} has no ${lacks}`);
  }
  interpreter.call(accessor, value === undefined ? [instance] : [instance, value], null);
}

/** CPython: Objects/descrobject.c, property_name: its own name, or its getter's. */
export function nameOfProperty(property: PyProperty): Value | undefined {
  if (property.propertyName !== undefined) return property.propertyName;
  return property.getter === null ? undefined : getAttrOrAbsent(property.getter, '__name__');
}

function describeProperty(property: PyProperty, instance: Value): string {
  const name = nameOfProperty(property);
  return `property ${name === undefined ? '' : `${repr(name)} `}of '${typeOf(instance).qualname}' object`;
}

/** CPython: Objects/object.c, _PyObject_GenericGetAttrWithDict. */
export function genericGetAttr(object: Value, name: string): Value | undefined {
  if (object instanceof PyType) return typeGetAttr(object, name);
  const cls = typeOf(object);
  const found = cls.lookup(name);
  const isData = found !== undefined && isDataDescriptor(found);
  if (isData && hasGetter(found as PyObject)) return bind(found as Value, object, cls);
  if (object instanceof PyObject) {
    const own = ownAttribute(object, name);
    if (own !== undefined) return own;
  }
  if (found !== undefined) return bind(found, object, cls);
  if (object instanceof PyModule) return moduleGetAttr(object, name);
  return undefined;
}

function moduleGetAttr(module: PyModule, name: string): Value | undefined {
  const getattr = module.attrs.get('__getattr__');
  return getattr === undefined ? undefined : interpreter.call(getattr, [name], null);
}

/** CPython: Objects/typeobject.c, type_getattro. */
export function typeGetAttr(cls: PyType, name: string): Value | undefined {
  const meta = cls.cls;
  const metaFound = meta.lookup(name);
  if (metaFound !== undefined && isDataDescriptor(metaFound) && hasGetter(metaFound as PyObject))
    return bind(metaFound, cls, meta);
  const found = cls.lookup(name);
  if (found !== undefined) return bindToClass(found, cls);
  return metaFound === undefined ? undefined : bind(metaFound, cls, meta);
}

function bindToClass(attribute: Value, cls: PyType): Value {
  if (attribute instanceof PyFunction || !(attribute instanceof PyObject)) return attribute;
  if (attribute instanceof PyNative)
    return attribute.kind === 'classmethod' && attribute.self === undefined ? attribute.bind(cls) : attribute;
  if (attribute instanceof PyStaticMethod) return attribute.func;
  if (attribute instanceof PyClassMethod) return bindClassMethod(attribute, cls);
  if (attribute instanceof PyGetSet) return attribute;
  const getter = attribute.cls.lookup('__get__');
  if (getter === undefined || (attribute instanceof PyProperty && getter instanceof PyNative)) return attribute;
  return interpreter.call(getter, [attribute, null, cls], null);
}

/** The attribute, or undefined. Exceptions other than a missing attribute propagate. */
export function getAttrOrAbsent(object: Value, name: string): Value | undefined {
  const facts = typeFacts(typeOf(object));
  if (facts.getattribute === undefined && facts.getattr === undefined) {
    try {
      return genericGetAttr(object, name);
    } catch (thrown) {
      return absentOrThrow(thrown);
    }
  }
  try {
    if (facts.getattribute !== undefined) return callFound(facts.getattribute, object, typeOf(object), [name]);
    const found = genericGetAttr(object, name);
    if (found !== undefined) return found;
  } catch (thrown) {
    absentOrThrow(thrown);
  }
  if (facts.getattr === undefined) return undefined;
  try {
    return callFound(facts.getattr, object, typeOf(object), [name]);
  } catch (thrown) {
    return absentOrThrow(thrown);
  }
}

function absentOrThrow(thrown: unknown): undefined {
  if (thrown instanceof PyRaise && thrown.exception.cls.isSubtypeOf(AttributeError)) return undefined;
  throw thrown;
}

/** What is given for an attribute that is not there, to those who do not ask whether it is; undefined: it is missing. */
export type MissingAttribute = (object: Value, name: string) => Value | undefined;
let missingAttribute: MissingAttribute = () => undefined;
export function setMissingAttribute(supply: MissingAttribute): void {
  missingAttribute = supply;
}

export function suppliedAttribute(object: Value, name: string): Value | undefined {
  return missingAttribute(object, name);
}

export function getAttr(object: Value, name: string): Value {
  try {
    return getAttrPlain(object, name);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || !thrown.exception.cls.isSubtypeOf(AttributeError)) throw thrown;
    const supplied = missingAttribute(object, name);
    if (supplied !== undefined) return supplied;
    nameWhatIsMissing(thrown.exception, object, name);
    throw thrown;
  }
}

/** CPython: Objects/object.c, _PyObject_SetAttributeErrorContext: for "Did you mean". */
function nameWhatIsMissing(error: PyException, object: Value, name: string): void {
  error.fields ??= new Map();
  if (error.fields.has('name') || error.fields.has('obj')) return;
  error.fields.set('name', name);
  error.fields.set('obj', object);
}

function getAttrPlain(object: Value, name: string): Value {
  const facts = typeFacts(typeOf(object));
  if (facts.getattribute === undefined && facts.getattr === undefined) {
    const found = genericGetAttr(object, name);
    return found === undefined ? raiseMissing(object, name) : found;
  }
  return getAttrSlow(object, name, facts);
}

function getAttrSlow(object: Value, name: string, facts: TypeFacts): Value {
  try {
    if (facts.getattribute !== undefined) return callFound(facts.getattribute, object, typeOf(object), [name]);
    const found = genericGetAttr(object, name);
    if (found !== undefined) return found;
  } catch (thrown) {
    if (facts.getattr === undefined) throw thrown;
    absentOrThrow(thrown);
  }
  if (facts.getattr === undefined) return raiseMissing(object, name);
  return callFound(facts.getattr, object, typeOf(object), [name]);
}

/** AttributeError with CPython's wording; `name` and `obj` are set for "Did you mean". */
export function raiseMissing(object: Value, name: string): never {
  const error = exception(AttributeError, missingText(object, name));
  error.fields = new Map<string, Value>([
    ['name', name],
    ['obj', object],
  ]);
  return raiseObject(error);
}

function missingText(object: Value, name: string): string {
  if (object instanceof PyType) return `type object '${object.tpName}' has no attribute '${name}'`;
  if (object instanceof PyModule) {
    const called = object.attrs.get('__name__');
    return `module${called === undefined ? '' : ` '${String(called)}'`} has no attribute '${name}'`;
  }
  if (typeOf(object) === superType) return `'super' object has no attribute '${name}'`;
  return `'${typeOf(object).tpName}' object has no attribute '${name}'`;
}

export function hasAttr(object: Value, name: string): boolean {
  return getAttrOrAbsent(object, name) !== undefined;
}

/** A special method looked up on the type, bound to the object; undefined when the type has none (or None). */
export function specialMethod(object: Value, name: string): Value | undefined {
  const cls = typeOf(object);
  const found = cls.lookup(name);
  return found === undefined ? undefined : bind(found, object, cls);
}

/** The live `__dict__` of an instance: a dict over the same Map. */
export function instanceDict(object: PyObject): PyDict {
  object.attrs ??= new Map();
  return new PyDict(object.attrs as Map<never, Value>);
}

/** CPython: Objects/object.c, PyObject_GenericSetDict. */
export function setInstanceDict(object: PyObject, value: Value | undefined): void {
  if (value === undefined) raise(TypeError, 'cannot delete __dict__');
  else if (!(value instanceof PyDict))
    raise(TypeError, `__dict__ must be set to a dictionary, not a '${typeOf(value).tpName}'`);
  else object.attrs = value.map as Map<string, Value>;
}

/** The name that `__getattribute__`, `getattr` and their like are given. */
export function attributeName(value: Value): string {
  const name = unwrap(value);
  return typeof name === 'string'
    ? name
    : raise(TypeError, `attribute name must be string, not '${typeOf(value).tpName}'`);
}

export function isCallable(value: Value): boolean {
  return (
    value instanceof PyFunction ||
    value instanceof PyNative ||
    value instanceof PyType ||
    value instanceof PyMethod ||
    typeOf(value).lookup('__call__') !== undefined
  );
}
