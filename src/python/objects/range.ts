/** CPython: Objects/rangeobject.c. Ends and steps of any size. */
import { AttributeError, IndexError, OverflowError, raise, TypeError, ValueError } from './errors.ts';
import { tupleHash } from './hashing.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineRemaking, defineRestoring, indexOfState } from './iterator-state.ts';
import { iteratorType } from './iterators.ts';
import { getset, method, newMethod } from './native.ts';
import { Comparison } from './operators.ts';
import { asIndex, equals, ssizeOf } from './protocol.ts';
import { defineComparisons, isInt } from './sequences.ts';
import { sliceIndices } from './slices.ts';
import {
  NotImplemented,
  normalizeInt,
  PyRange,
  PySlice,
  PyTuple,
  rangeType,
  typeOf,
  unwrap,
  type Value,
} from './value.ts';

type Int = number | bigint;

newMethod(rangeType, (args, keywords) => {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'range() takes no keyword arguments');
  const given = args.slice(1);
  if (given.length === 0) return raise(TypeError, 'range expected at least 1 argument, got 0');
  if (given.length > 3) return raise(TypeError, `range expected at most 3 arguments, got ${given.length}`);
  const [first, second, third] = given.map((value) => asIndex(value));
  if (second === undefined) return new PyRange(0, first ?? 0, 1);
  if (third !== undefined && Number(third) === 0) return raise(ValueError, 'range() arg 3 must not be zero');
  return new PyRange(first ?? 0, second, third ?? 1);
});

/** `a + b * times`, exact. */
function step(a: Int, b: Int, times: Int): Int {
  if (typeof a === 'number' && typeof b === 'number' && typeof times === 'number') {
    const product = b * times;
    const sum = a + product;
    if (Number.isSafeInteger(product) && Number.isSafeInteger(sum)) return sum === 0 ? 0 : sum;
  }
  return normalizeInt(BigInt(a) + BigInt(b) * BigInt(times));
}

/** How many numbers the range has. */
export function rangeLength(range: PyRange): Int {
  const { start, stop, step: by } = range;
  if (by > 0 ? start >= stop : start <= stop) return 0;
  if (
    typeof start === 'number' &&
    typeof stop === 'number' &&
    typeof by === 'number' &&
    Number.isSafeInteger(stop - start)
  ) {
    return Math.floor((Math.abs(stop - start) - 1) / Math.abs(by)) + 1;
  }
  const distance = BigInt(stop) - BigInt(start);
  const width = by > 0 ? distance : -distance;
  const stride = by > 0 ? BigInt(by) : -BigInt(by);
  return normalizeInt((width - 1n) / stride + 1n);
}

export const rangeIteratorType = iteratorType('range_iterator');
export const longRangeIteratorType = iteratorType('longrange_iterator');

export class RangeIterator extends NativeIterator {
  private value: number;
  private readonly step: number;
  private left: number;
  constructor(start: number, step: number, count: number) {
    super(rangeIteratorType);
    this.value = start;
    this.step = step;
    this.left = count;
  }
  nextValue(): Value | undefined {
    if (this.left <= 0) return undefined;
    this.left--;
    const value = this.value;
    this.value = value + this.step;
    return value;
  }
  override lengthHint(): number {
    return this.left;
  }
  override remake(): Remake {
    const rest = new PyRange(this.value, this.value + this.step * this.left, this.step);
    return { by: 'iter', args: [rest], state: null };
  }
  override restore(state: Value): void {
    const index = indexOfState(state, 0, this.left);
    this.value += index * this.step;
    this.left -= index;
  }
}

class LongRangeIterator extends NativeIterator {
  private readonly range: PyRange;
  private index: Int = 0;
  private readonly length: Int;
  constructor(range: PyRange) {
    super(longRangeIteratorType);
    this.range = range;
    this.length = rangeLength(range);
  }
  nextValue(): Value | undefined {
    if (this.index >= this.length) return undefined;
    const value = step(this.range.start, this.range.step, this.index);
    this.index = step(this.index, 1, 1);
    return value;
  }
  override remake(): Remake {
    const { start, stop, step: by } = this.range;
    return { by: 'iter', args: [new PyRange(step(start, by, this.index), stop, by)], state: null };
  }
  override restore(state: Value): void {
    const index = asIndex(state);
    this.index = index < 0 ? 0 : index > this.length ? this.length : index;
  }
}

defineRemaking(rangeIteratorType, longRangeIteratorType);
defineRestoring(rangeIteratorType, longRangeIteratorType);

/** `iter(range)`. */
export function rangeIterator(range: PyRange): NativeIterator {
  const count = rangeLength(range);
  const { start, step: by } = range;
  if (
    typeof start === 'number' &&
    typeof by === 'number' &&
    typeof count === 'number' &&
    Number.isSafeInteger(start + by * count)
  ) {
    return new RangeIterator(start, by, count);
  }
  return new LongRangeIterator(range);
}

function reversedRange(range: PyRange): PyRange {
  const count = rangeLength(range);
  const last = step(range.start, range.step, step(count, -1, 1));
  const by = normalizeInt(-BigInt(range.step));
  return new PyRange(last, step(last, by, count), by);
}

function item(range: PyRange, key: Value): Value {
  if (key instanceof PySlice) return slicedRange(range, key);
  if (!isInt(key) && typeOf(key).lookup('__index__') === undefined) {
    return raise(TypeError, `range indices must be integers or slices, not ${typeOf(key).tpName}`);
  }
  const count = rangeLength(range);
  const given = asIndex(key);
  const index = given < 0 ? step(given, count, 1) : given;
  if (index < 0 || index >= count) return raise(IndexError, 'range object index out of range');
  return step(range.start, range.step, index);
}

/** CPython: compute_slice. The end is a place in the range too, also when nothing is selected. */
function slicedRange(range: PyRange, slice: PySlice): PyRange {
  const { start, stop, step: by } = sliceIndices(slice, Number(rangeLength(range)));
  return new PyRange(
    step(range.start, range.step, start),
    step(range.start, range.step, stop),
    step(0, range.step, by),
  );
}

/** The index of an int in the range; undefined when it is not there. */
function indexOfInt(range: PyRange, value: Int): Int | undefined {
  const { start, stop, step: by } = range;
  if (by > 0 ? value < start || value >= stop : value > start || value <= stop) return undefined;
  const distance = BigInt(value) - BigInt(start);
  return distance % BigInt(by) === 0n ? normalizeInt(distance / BigInt(by)) : undefined;
}

function contains(range: PyRange, value: Value): boolean {
  const { start, stop, step: by } = range;
  if (typeof value === 'number' && typeof start === 'number' && typeof stop === 'number' && typeof by === 'number') {
    return (by > 0 ? value >= start && value < stop : value <= start && value > stop) && (value - start) % by === 0;
  }
  if (typeof value === 'boolean' || typeof value === 'number' || typeof value === 'bigint')
    return indexOfInt(range, asIndex(value)) !== undefined;
  return findEqual(range, value) !== undefined;
}

/** The first index whose number equals a value that is no plain int. */
function findEqual(range: PyRange, value: Value): number | undefined {
  const iterator = rangeIterator(range);
  let index = 0;
  for (let number = iterator.nextValue(); number !== undefined; number = iterator.nextValue()) {
    if (equals(number, value)) return index;
    index++;
  }
  return undefined;
}

for (const name of ['start', 'stop', 'step'] as const) {
  getset(
    rangeType,
    name,
    (self: PyRange) => self[name],
    () => raise(AttributeError, 'readonly attribute'),
  );
}
method(rangeType, '__getitem__', 'self, key, /', item);
method(rangeType, '__len__', 'self, /', (self: PyRange) => {
  const count = rangeLength(self);
  return ssizeOf(count) === undefined ? raise(OverflowError, 'Python int too large to convert to C ssize_t') : count;
});
method(rangeType, '__bool__', 'self, /', (self: PyRange) => rangeLength(self) !== 0);
method(rangeType, '__iter__', 'self, /', rangeIterator);
method(rangeType, '__reversed__', 'self, /', (self: PyRange) => rangeIterator(reversedRange(self)));
method(rangeType, '__contains__', 'self, key, /', contains);
method(rangeType, '__repr__', 'self, /', (self: PyRange) => {
  return self.step === 1 ? `range(${self.start}, ${self.stop})` : `range(${self.start}, ${self.stop}, ${self.step})`;
});
/** CPython: range_hash and range_equals: the same numbers in the same order. */
function identity(range: PyRange): Value[] {
  const count = rangeLength(range);
  return count === 0 ? [0, null, null] : [count, range.start, count === 1 ? null : range.step];
}
method(rangeType, '__hash__', 'self, /', (self: PyRange) => tupleHash(identity(self)));
defineComparisons(rangeType, (self, other, comparison) => {
  if (!(self instanceof PyRange) || !(other instanceof PyRange)) return NotImplemented;
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  const theirs = identity(other);
  return identity(self).every((part, index) => part === theirs[index]) === (comparison === Comparison.eq);
});
method(rangeType, 'count', 'self, value, /', (self: PyRange, value: Value) => {
  if (isInt(value)) return contains(self, unwrap(value)) ? 1 : 0;
  const iterator = rangeIterator(self);
  let count = 0;
  for (let number = iterator.nextValue(); number !== undefined; number = iterator.nextValue())
    if (equals(number, value)) count++;
  return count;
});
method(rangeType, 'index', 'self, value, /', (self: PyRange, value: Value) => {
  const found = isInt(value) ? indexOfInt(self, asIndex(value)) : findEqual(self, value);
  return found === undefined ? raise(ValueError, 'range.index(x): x not in range') : found;
});
method(
  rangeType,
  '__reduce__',
  'self, /',
  (self: PyRange) => new PyTuple([rangeType, new PyTuple([self.start, self.stop, self.step])]),
);
