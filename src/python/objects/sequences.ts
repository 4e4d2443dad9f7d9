/**
 * What list and tuple (and some of their relatives) have in common: comparison, search, repetition, repr with a recursion guard.
 */
import { interpreter } from '../vm/interpreter.ts';
import { MemoryError, OverflowError, raise, TypeError } from './errors.ts';
import { method } from './native.ts';
import { Comparison, compareOp } from './operators.ts';
import { asIndex, equals, repr, ssizeOf } from './protocol.ts';
import { strRepr } from './text.ts';
import { NotImplemented, type PyObject, PyPrimitive, type PyType, typeOf, type Value } from './value.ts';

const ORDER_METHODS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;

/** Defines the six comparison methods; `compare` gets an index of `Comparison`. */
export function defineComparisons(
  owner: PyType,
  compare: { impl(self: Value, other: Value, comparison: number): Value }['impl'],
): void {
  ORDER_METHODS.forEach((name, comparison) => {
    method(owner, name, 'self, value, /', (self: Value, other: Value) => compare(self, other, comparison));
  });
}

/** The answer to a comparison when only these two lengths are left to compare. */
export function compareNumbers(comparison: number, a: number, b: number): boolean {
  switch (comparison) {
    case Comparison.lt:
      return a < b;
    case Comparison.le:
      return a <= b;
    case Comparison.eq:
      return a === b;
    case Comparison.ne:
      return a !== b;
    case Comparison.gt:
      return a > b;
    default:
      return a >= b;
  }
}

/** CPython: Objects/listobject.c, list_richcompare; tuplerichcompare is the same. */
export function compareSequences(comparison: number, a: readonly Value[], b: readonly Value[]): Value {
  if (a.length !== b.length && comparison === Comparison.eq) return false;
  if (a.length !== b.length && comparison === Comparison.ne) return true;
  let i = 0;
  while (i < a.length && i < b.length && sameOrEqual(a[i] as Value, b[i] as Value)) i++;
  if (i >= a.length || i >= b.length) return compareNumbers(comparison, a.length, b.length);
  if (comparison === Comparison.eq) return false;
  if (comparison === Comparison.ne) return true;
  const x = a[i] as Value;
  const y = b[i] as Value;
  return typeof x === 'number' && typeof y === 'number'
    ? compareNumbers(comparison, x, y)
    : compareOp(comparison, x, y);
}

/** CPython: PyObject_RichCompareBool with Py_EQ: identity implies equality. */
export function sameOrEqual(a: Value, b: Value): boolean {
  return a === b || equals(a, b);
}

/** The position of the first element equal to `item`; -1 when there is none. The array may change under way. */
export function indexOf(items: readonly Value[], item: Value, start = 0, stop = Infinity): number {
  for (let i = start; i < items.length && i < stop; i++) if (sameOrEqual(items[i] as Value, item)) return i;
  return -1;
}

export function countOf(items: readonly Value[], item: Value): number {
  let count = 0;
  for (let i = 0; i < items.length; i++) if (sameOrEqual(items[i] as Value, item)) count++;
  return count;
}

/** A start or stop argument of `index`: clamped, negative ones from the end. */
export function clampIndex(value: Value | undefined, length: number, missing: number): number {
  if (value === undefined) return missing;
  const index = Number(asIndex(value));
  return index < 0 ? Math.max(0, index + length) : index;
}

/** An int as `ssize_t`; IndexError-flavoured OverflowError text beyond. */
export function asSize(value: Value): number {
  const index = ssizeOf(asIndex(value));
  return index === undefined
    ? raise(OverflowError, `cannot fit '${typeOf(value).tpName}' into an index-sized integer`)
    : index;
}

export function isInt(value: Value): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    typeof value === 'boolean' ||
    (value instanceof PyPrimitive && (typeof value.value === 'number' || typeof value.value === 'bigint'))
  );
}

/** `items * count`, or undefined when `count` is not an int of any kind. */
export function repeated(items: readonly Value[], count: Value): Value[] | undefined {
  if (!isInt(count) && typeOf(count).lookup('__index__') === undefined) return undefined;
  const times = asSize(count);
  if (times <= 0 || items.length === 0) return [];
  if (items.length * times > ITEMS_MAX) return raise(MemoryError);
  interpreter.claim(items.length * times * 8);
  if (items.length === 1) return new Array<Value>(times).fill(items[0] as Value);
  const result: Value[] = [];
  for (let i = 0; i < times; i++) for (let j = 0; j < items.length; j++) result.push(items[j] as Value);
  return result;
}

/** More elements than this have no index. */
const ITEMS_MAX = Number.MAX_SAFE_INTEGER;

export function orNotImplemented(value: Value | undefined): Value {
  return value === undefined ? NotImplemented : value;
}

const beingShown = new Set<PyObject>();

/** CPython: Py_ReprEnter. `placeholder` when the object is met again inside its own repr. */
export function guardedRepr(object: PyObject, placeholder: string, show: () => string): string {
  if (beingShown.has(object)) return placeholder;
  beingShown.add(object);
  try {
    return show();
  } finally {
    beingShown.delete(object);
  }
}

/** `repr(x)` without a call for the simplest values. */
export function reprOf(value: Value): string {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return strRepr(value);
    default:
      return value === null ? 'None' : repr(value);
  }
}

/** `repr` of the elements with commas; the array may shrink under way. */
export function reprItems(items: readonly Value[]): string {
  const parts: string[] = [];
  for (let i = 0; i < items.length; i++) parts.push(reprOf(items[i] as Value));
  return parts.join(', ');
}

/** The arguments of a constructor that takes at most one iterable by position (`list`, `tuple`, `set`). */
export function oneIterable(
  name: string,
  args: readonly Value[],
  keywords: ReadonlyMap<string, Value> | null,
): Value | undefined {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, `${name}() takes no keyword arguments`);
  if (args.length > 2) return raise(TypeError, `${name} expected at most 1 argument, got ${args.length - 1}`);
  return args[1];
}
