/**
 * The generic operations on values (Objects/abstract.c, Objects/object.c): what `repr(x)`, `x == y`, `len(x)`, `for … in x` mean.
 * They dispatch through the type's special methods; fast paths for exact built-in types only where it pays.
 */
import { interpreter } from '../vm/interpreter.ts';
import { callFound, getAttr, getAttrOrAbsent, typeFacts } from './attributes.ts';
import { dictGet, dictItem, dictSet } from './dict.ts';
import {
  AttributeError,
  exception,
  IndexError,
  KeyError,
  OverflowError,
  PyRaise,
  raise,
  raiseObject,
  StopIteration,
  TypeError,
  ValueError,
} from './errors.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { lengthHint } from './length-hint.ts';
import type { Keywords } from './native.ts';
import { PyNative } from './native.ts';
import { Comparison, compareOp } from './operators.ts';
import {
  dictType,
  isInstance,
  listType,
  nameInArgument,
  nativeType,
  PyDict,
  PyFloat,
  PyList,
  type PyObject,
  PyPrimitive,
  PyRange,
  PyTuple,
  PyType,
  tupleType,
  typeOf,
  typeType,
  unwrap,
  type Value,
} from './value.ts';

/** Calls any callable and waits for its result on the JavaScript stack. */
export function call(callable: Value, ...args: Value[]): Value {
  return interpreter.call(callable, args, null);
}

export function callWith(callable: Value, args: Value[], keywords: Keywords): Value {
  return interpreter.call(callable, args, keywords);
}

export function callMethod(object: Value, name: string, ...args: Value[]): Value {
  return interpreter.call(getAttr(object, name), args, null);
}

/** Calls a special method found on the type; undefined when there is none or it is None. */
export function callSpecial(object: Value, name: string, ...args: Value[]): Value | undefined {
  const cls = typeOf(object);
  const found = cls.lookup(name);
  if (found === undefined || found === null) return undefined;
  return callFound(found, object, cls, args);
}

export function repr(value: Value): string {
  const text = callSpecial(value, '__repr__');
  if (text === undefined) return `<${typeOf(value).name} object>`;
  const plain = unwrap(text);
  return typeof plain === 'string'
    ? plain
    : raise(TypeError, `__repr__ returned non-string (type ${typeOf(text).tpName})`);
}

export function str(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const text = callSpecial(value, '__str__');
  if (text === undefined) return repr(value);
  const plain = unwrap(text);
  return typeof plain === 'string'
    ? plain
    : raise(TypeError, `__str__ returned non-string (type ${typeOf(text).tpName})`);
}

export function truthy(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'object') return value !== null && truthyObject(value);
  return typeof value === 'number' ? value !== 0 : value !== '';
}

function truthyObject(value: PyObject): boolean {
  if (value instanceof PyFloat) return value.value !== 0;
  const facts = typeFacts(value.cls);
  if (facts.bool === null) return raise(TypeError, `'${value.cls.tpName}' cannot be interpreted as a boolean`);
  if (facts.bool !== undefined && facts.bool !== null) {
    const answer = answerOf(facts.bool, value, value.cls);
    return typeof answer === 'boolean'
      ? answer
      : raise(TypeError, `__bool__ should return bool, returned ${typeOf(answer).tpName}`);
  }
  if (facts.length === undefined || facts.length === null) return true;
  return length(value) !== 0;
}

/** What `__bool__`, `__len__` or `__hash__` answers. Those of a built-in type are functions of the object and nothing else. */
function answerOf(found: Value, value: Value, cls: PyType): Value {
  const isOwn = found instanceof PyNative && found.owner === cls && found.impl !== null;
  return isOwn ? (found.impl(value) as Value) : callFound(found, value, cls, []);
}

export function equals(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' && typeof b !== 'object' && typeof a === typeof b) return false;
  return truthy(compareOp(Comparison.eq, a, b));
}

export function lessThan(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a < b;
  return truthy(compareOp(Comparison.lt, a, b));
}

/** `hash(x)`: an int, a number where safe. */
export function hash(value: Value): number | bigint {
  const found = typeOf(value).lookup('__hash__');
  if (found === undefined || found === null) return raise(TypeError, `unhashable type: '${typeOf(value).tpName}'`);
  const result = unwrap(answerOf(found, value, typeOf(value)));
  if (typeof result === 'boolean') return result ? 1 : 0;
  return typeof result === 'number' || typeof result === 'bigint'
    ? result
    : raise(TypeError, '__hash__ method should return an integer');
}

/** `len(x)`. */
export function length(value: Value): number {
  if ((value instanceof PyList || value instanceof PyTuple) && !value.cls.isHeapType) return value.items.length;
  if (value instanceof PyDict && value.cls === dictType) return value.map.size;
  const size = lengthAsInt(value);
  return typeof size === 'number' ? size : (ssizeOf(size) as number);
}

/** `len(x)` as the int that it is, which may be more than a number holds exactly. */
export function lengthAsInt(value: Value): number | bigint {
  const cls = typeOf(value);
  const found = typeFacts(cls).length;
  if (found === undefined || found === null) return raise(TypeError, `object of type '${cls.tpName}' has no len()`);
  const result = answerOf(found, value, cls);
  const size = typeof result === 'number' ? result : asIndex(result);
  if (size < 0) return raise(ValueError, '__len__() should return >= 0');
  return ssizeOf(size) === undefined ? raise(OverflowError, "cannot fit 'int' into an index-sized integer") : size;
}

/** `iter(x)`. */
export function getIter(value: Value): Value {
  if (value instanceof NativeIterator && !value.cls.isHeapType) return value;
  const cls = typeOf(value);
  const found = cls.lookup('__iter__');
  if (found === null) return raise(TypeError, `'${cls.tpName}' object is not iterable`);
  if (found === undefined) {
    if (cls.lookup('__getitem__') !== undefined) return new SequenceIterator(value);
    return raise(TypeError, `'${cls.tpName}' object is not iterable`);
  }
  const iterator = callFound(found, value, cls, []);
  if (typeOf(iterator).lookup('__next__') === undefined)
    return raise(TypeError, `iter() returned non-iterator of type '${typeOf(iterator).tpName}'`);
  return iterator;
}

export const sequenceIteratorType = nativeType('iterator');

/** For iterators over what has only `__getitem__`: undefined where that says that there are no more. */
export function itemOrEnd(sequence: Value, index: number): Value | undefined {
  try {
    return getItem(sequence, index);
  } catch (thrown) {
    if (
      thrown instanceof PyRaise &&
      (isInstance(thrown.exception, IndexError) || isInstance(thrown.exception, StopIteration))
    )
      return undefined;
    throw thrown;
  }
}

/** Iterates over an object that has only `__getitem__`. */
class SequenceIterator extends NativeIterator {
  private readonly sequence: Value;
  private index = 0;
  constructor(sequence: Value) {
    super(sequenceIteratorType);
    this.sequence = sequence;
  }
  nextValue(): Value | undefined {
    if (this.index < 0) return undefined;
    let item: Value | undefined;
    try {
      item = itemOrEnd(this.sequence, this.index++);
      return item;
    } finally {
      if (item === undefined) this.index = -1;
    }
  }
  override remake(): Remake {
    return this.index < 0
      ? { by: 'iter', args: [new PyTuple([])] }
      : { by: 'iter', args: [this.sequence], state: this.index };
  }
  override restore(state: Value): void {
    if (this.index >= 0) this.index = Math.max(0, Number(asIndex(state)));
  }
}

/** `next(iterator)`; undefined at the end. */
export function iterNext(iterator: Value): Value | undefined {
  if (iterator instanceof NativeIterator) return iterator.nextValue();
  const cls = typeOf(iterator);
  if (cls.name === 'generator' && !cls.isHeapType) return interpreter.generatorNext(iterator);
  const found = cls.lookup('__next__');
  if (found === undefined) return raise(TypeError, `'${cls.name}' object is not an iterator`);
  try {
    return callFound(found, iterator, cls, []);
  } catch (thrown) {
    if (thrown instanceof PyRaise && isInstance(thrown.exception, StopIteration)) return undefined;
    throw thrown;
  }
}

/** Every value of an iterable, in order. */
export function toArray(iterable: Value): Value[] {
  if (iterable instanceof PyList && iterable.cls === listType) return iterable.items.slice();
  if (iterable instanceof PyTuple && iterable.cls === tupleType) return iterable.items.slice();
  const result: Value[] = [];
  const iterator = getIter(iterable);
  // CPython makes room for as many as the object says that it has: a `__len__` or `__length_hint__` written in Python is called.
  if (typeOf(iterable).isHeapType) lengthHint(iterable, 8);
  else if (iterable instanceof PyRange) interpreter.claim(lengthOfRange(iterable));
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if ((result.push(item) & 0xffff) === 0) interpreter.claim(result.length * 8);
  }
  return result;
}

/** Bytes of a list of all of a range. */
function lengthOfRange(range: PyRange): number {
  return Math.max(0, ((Number(range.stop) - Number(range.start)) / Number(range.step)) * 8);
}

/** A JavaScript iterator over a Python iterable, for `for … of`. */
export function* each(iterable: Value): Generator<Value, void, undefined> {
  const iterator = getIter(iterable);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) yield item;
}

export function getItem(object: Value, key: Value): Value {
  if (object instanceof PyDict && object.cls === dictType) return dictItem(object, key);
  const found = callSpecial(object, '__getitem__', key);
  if (found !== undefined) return found;
  if (object instanceof PyType) {
    // CPython: PyObject_GetItem. `type` has no method for it.
    if (object === typeType) return aliasOfType(key);
    const item = getAttrClassItem(object, key);
    if (item !== undefined) return item;
    return raise(TypeError, `type '${object.name}' is not subscriptable`);
  }
  return raise(TypeError, `'${typeOf(object).tpName}' object is not subscriptable`);
}

let aliasOfType: (key: Value) => Value = () => raise(TypeError, "type 'type' is not subscriptable");

/** For generic-alias.ts: what `type[int]` is. */
export function setAliasOfType(make: (key: Value) => Value): void {
  aliasOfType = make;
}

function getAttrClassItem(cls: PyType, key: Value): Value | undefined {
  // A metaclass may answer for it.
  const hook = getAttrOrAbsent(cls, '__class_getitem__');
  return hook === undefined ? undefined : interpreter.call(hook, [key], null);
}

export function setItem(object: Value, key: Value, value: Value): void {
  if (object instanceof PyDict && object.cls === dictType) return dictSet(object, key, value);
  if (callSpecial(object, '__setitem__', key, value) !== undefined) return;
  if (typeOf(object).lookup('__delitem__') !== undefined && typeOf(object).isHeapType)
    raise(AttributeError, '__setitem__');
  raise(TypeError, `'${typeOf(object).tpName}' object does not support item assignment`);
}

export function deleteItem(object: Value, key: Value): void {
  if (callSpecial(object, '__delitem__', key) !== undefined) return;
  const cls = typeOf(object);
  if (cls.lookup('__setitem__') !== undefined && cls.isHeapType) raise(AttributeError, '__delitem__');
  // A type with the sequence half of the C interface words it differently for an index.
  const isIndex =
    typeof key === 'number' ||
    typeof key === 'bigint' ||
    typeof key === 'boolean' ||
    typeOf(key).lookup('__index__') !== undefined;
  const isSequence = isIndex && (cls.isHeapType || cls.lookup('__len__') !== undefined);
  raise(TypeError, `'${cls.tpName}' object ${isSequence ? "doesn't" : 'does not'} support item deletion`);
}

/** `item in container`. */
export function contains(container: Value, item: Value): boolean {
  if (container instanceof PyDict && container.cls === dictType) return dictGet(container, item) !== undefined;
  const found = typeOf(container).lookup('__contains__');
  if (found === null) return raise(TypeError, `'${typeOf(container).tpName}' object is not a container`);
  if (found === undefined && typeOf(container).lookup('__iter__') === null) {
    return raise(TypeError, `argument of type '${typeOf(container).tpName}' is not a container or iterable`);
  }
  if (found !== undefined) return truthy(callFound(found, container, typeOf(container), [item]));
  if (typeOf(container).lookup('__iter__') === undefined && typeOf(container).lookup('__getitem__') === undefined) {
    return raise(TypeError, `argument of type '${typeOf(container).tpName}' is not a container or iterable`);
  }
  for (const candidate of each(container)) if (equals(candidate, item)) return true;
  return false;
}

/** `operator.index(x)`: an int from anything with `__index__`. */
export function asIndex(value: Value): number | bigint {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PyPrimitive && (typeof value.value === 'number' || typeof value.value === 'bigint'))
    return value.value;
  const result = callSpecial(value, '__index__');
  if (result === undefined)
    return raise(TypeError, `'${typeOf(value).tpName}' object cannot be interpreted as an integer`);
  if (typeof result === 'number' || typeof result === 'bigint') return result;
  const plain = typeof result === 'boolean' ? Number(result) : unwrap(result);
  if (typeof plain !== 'number' && typeof plain !== 'bigint')
    return raise(TypeError, `__index__ returned non-int (type ${typeOf(result).tpName})`);
  refuseSubclass('__index__', 'int', result);
  return plain;
}

/** `__int__`, `__index__`, `__float__` and `__complex__` should answer an int, float or complex itself. */
export function refuseSubclass(method: string, wanted: string, result: Value): void {
  interpreter.deprecate(
    `${method} returned non-${wanted} (type ${typeOf(result).tpName}).  The ability to return an instance of a strict subclass of ${wanted} is deprecated, and may be removed in a future version of Python.`,
  );
}

/** A `Py_ssize_t`: cut to what a number holds exactly, which is more than anything has items. Undefined beyond 64 bits. */
export function ssizeOf(index: number | bigint): number | undefined {
  if (typeof index === 'number') return index;
  if (BigInt.asIntN(64, index) !== index) return undefined;
  return index < 0 ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** An int that has to fit an index; OverflowError beyond. */
export function asSmallInt(value: Value): number {
  return ssizeOf(asIndex(value)) ?? raise(OverflowError, 'Python int too large to convert to C ssize_t');
}

/** A float from an int, a float or anything with `__float__` or `__index__`. */
export function asFloat(value: Value): number {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'bigint') {
    const float = Number(value);
    return Number.isFinite(float) ? float : raise(OverflowError, 'int too large to convert to float');
  }
  if (value instanceof PyPrimitive && typeof value.value !== 'string') return asFloat(value.value);
  const result = callSpecial(value, '__float__');
  if (result instanceof PyFloat) return result.value;
  if (result instanceof PyPrimitive && result.value instanceof PyFloat) {
    refuseSubclass(`${typeOf(value).tpName}.__float__`, 'float', result);
    return result.value.value;
  }
  if (result !== undefined)
    return raise(TypeError, `${typeOf(value).tpName}.__float__ returned non-float (type ${typeOf(result).tpName})`);
  if (typeOf(value).lookup('__index__') !== undefined) return asFloat(asIndex(value));
  return raise(TypeError, `must be real number, not ${typeOf(value).tpName}`);
}

/** A str argument: the plain text, or TypeError as CPython words it for `function() argument`. */
export function asStr(value: Value, what: string): string {
  const plain = unwrap(value);
  return typeof plain === 'string' ? plain : raise(TypeError, `${what} must be str, not ${nameInArgument(value)}`);
}

/** `format(x, spec)`. */
export function format(value: Value, spec: string): string {
  const text = callSpecial(value, '__format__', spec);
  const plain = text === undefined ? undefined : unwrap(text);
  return typeof plain === 'string'
    ? plain
    : raise(TypeError, `__format__ must return a str, not ${text === undefined ? 'NoneType' : typeOf(text).name}`);
}

export function raiseKeyError(key: Value): never {
  return raiseObject(exception(KeyError, key));
}
