/**
 * Slices: what `sequence[start:stop:step]` selects, and the `slice` type itself.
 * Whoever is sliced (str, list, tuple, bytes, range) builds its own result from `sliceIndices`.
 */
import { raise, TypeError, ValueError } from './errors.ts';
import { member, method, newMethod } from './native.ts';
import { compareOp } from './operators.ts';
import { asIndex, equals, hash, repr } from './protocol.ts';
import {
  isInstance,
  NotImplemented,
  normalizeInt,
  PyPrimitive,
  PySlice,
  PyTuple,
  sliceType,
  typeOf,
  type Value,
} from './value.ts';

export interface SliceIndices {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** How many items are selected. */
  readonly count: number;
}

const SSIZE_MAX = 2 ** 63;

/** CPython: Objects/sliceobject.c, PySlice_Unpack and PySlice_AdjustIndices. */
export function sliceIndices(slice: PySlice, length: number): SliceIndices {
  const step = slice.step === null ? 1 : sliceIndex(slice.step);
  if (step === 0) return raise(ValueError, 'slice step cannot be zero');
  const isForward = step > 0;
  let start = slice.start === null ? (isForward ? 0 : SSIZE_MAX) : sliceIndex(slice.start);
  let stop = slice.stop === null ? (isForward ? SSIZE_MAX : -SSIZE_MAX) : sliceIndex(slice.stop);
  start = clampIndex(start, length, isForward);
  stop = clampIndex(stop, length, isForward);
  let count = 0;
  if (isForward) {
    if (start < stop) count = Math.floor((stop - start - 1) / step) + 1;
  } else if (stop < start) count = Math.floor((start - stop - 1) / -step) + 1;
  return { start, stop, step, count };
}

function clampIndex(index: number, length: number, isForward: boolean): number {
  if (index < 0) {
    const fromStart = index + length;
    return fromStart < 0 ? (isForward ? 0 : -1) : fromStart;
  }
  return index >= length ? (isForward ? length : length - 1) : index;
}

/** CPython: Python/ceval.c, _PyEval_SliceIndex. An index beyond the machine's range is cut to it. */
export function sliceIndex(value: Value): number {
  if (typeof value === 'number') return value;
  const index = sliceInteger(value);
  return typeof index === 'number' ? index : index > 0n ? SSIZE_MAX : -SSIZE_MAX;
}

function sliceInteger(value: Value): number | bigint {
  if (
    typeof value !== 'bigint' &&
    typeof value !== 'boolean' &&
    !(value instanceof PyPrimitive && typeof value.value !== 'string') &&
    typeOf(value).lookup('__index__') === undefined
  ) {
    return raise(TypeError, 'slice indices must be integers or None or have an __index__ method');
  }
  return asIndex(value);
}

/**
 * The optional `start` and `end` of find, count, startswith and the like, as a range of positions;
 * start may be greater than end, and then nothing is found.
 */
export function searchRange(
  start: Value | undefined,
  end: Value | undefined,
  length: number,
): { start: number; end: number } {
  let from = start === undefined || start === null ? 0 : sliceIndex(start);
  let to = end === undefined || end === null ? length : sliceIndex(end);
  if (to > length) to = length;
  else if (to < 0) to = Math.max(0, to + length);
  if (from < 0) from = Math.max(0, from + length);
  return { start: from, end: to };
}

/** An index into `kind` (`string`, `list`…), negative ones counted from the end. */
export function itemIndex(index: number | bigint, length: number): number | undefined {
  const position = Number(index) < 0 ? Number(index) + length : Number(index);
  return position >= 0 && position < length ? position : undefined;
}

newMethod(sliceType, (args, keywords) => {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'slice() takes no keyword arguments');
  const [, first, second, third] = args;
  if (first === undefined) return raise(TypeError, 'slice expected at least 1 argument, got 0');
  if (args.length > 4) return raise(TypeError, `slice expected at most 3 arguments, got ${args.length - 1}`);
  return second === undefined ? new PySlice(null, first, null) : new PySlice(first, second, third ?? null);
});

member(sliceType, 'start', (self) => (self instanceof PySlice ? self.start : null));
member(sliceType, 'stop', (self) => (self instanceof PySlice ? self.stop : null));
member(sliceType, 'step', (self) => (self instanceof PySlice ? self.step : null));

method(
  sliceType,
  '__repr__',
  'self, /',
  (self: PySlice) => `slice(${repr(self.start)}, ${repr(self.stop)}, ${repr(self.step)})`,
);

/** CPython: Objects/sliceobject.c, slice_indices. Unlike subscription it keeps indices of any size. */
method(sliceType, 'indices', 'self, length, /', (self: PySlice, lengthValue: Value) => {
  const length = BigInt(asIndex(lengthValue));
  if (length < 0n) return raise(ValueError, 'length should not be negative');
  const step = self.step === null ? 1n : BigInt(sliceInteger(self.step));
  if (step === 0n) return raise(ValueError, 'slice step cannot be zero');
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? length - 1n : length;
  const start =
    self.start === null
      ? step < 0n
        ? upper
        : lower
      : clampBig(BigInt(sliceInteger(self.start)), length, lower, upper);
  const stop =
    self.stop === null ? (step < 0n ? lower : upper) : clampBig(BigInt(sliceInteger(self.stop)), length, lower, upper);
  return new PyTuple([normalizeInt(start), normalizeInt(stop), normalizeInt(step)]);
});

function clampBig(index: bigint, length: bigint, lower: bigint, upper: bigint): bigint {
  if (index < 0n) return index + length < lower ? lower : index + length;
  return index > upper ? upper : index;
}

const parts = (slice: PySlice): readonly Value[] => [slice.start, slice.stop, slice.step];

method(sliceType, '__eq__', 'self, value, /', (self: PySlice, other: Value) => {
  if (!(other instanceof PySlice)) return NotImplemented;
  return (
    self === other ||
    (equals(self.start, other.start) && equals(self.stop, other.stop) && equals(self.step, other.step))
  );
});

for (const [name, comparison] of [
  ['__lt__', 0],
  ['__le__', 1],
  ['__gt__', 4],
  ['__ge__', 5],
] as const) {
  method(sliceType, name, 'self, value, /', (self: PySlice, other: Value) => {
    if (!isInstance(other, sliceType) || !(other instanceof PySlice)) return NotImplemented;
    const theirs = parts(other);
    for (const [index, own] of parts(self).entries()) {
      const their = theirs[index] ?? null;
      if (!equals(own, their)) return compareOp(comparison, own, their);
    }
    return comparison === 1 || comparison === 5;
  });
}

/** DIVERGES: not CPython's xxHash; equal slices have equal hashes, which is all that a program can rely on. */
method(sliceType, '__hash__', 'self, /', (self: PySlice) => {
  let result = 2870177450;
  for (const part of parts(self)) result = (Math.imul(result, 31) + Number(BigInt.asIntN(32, BigInt(hash(part))))) | 0;
  return result;
});

method(sliceType, '__reduce__', 'self, /', (self: PySlice) => new PyTuple([sliceType, new PyTuple([...parts(self)])]));
