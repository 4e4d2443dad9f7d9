/** `list.sort` and `sorted`: a stable merge sort that compares with `<` only, in CPython's order for short lists. */

import { interpreter } from '../vm/interpreter.ts';
import { call, lessThan } from './protocol.ts';
import { sameOrEqual } from './sequences.ts';
import { PyFloat, PyTuple, tupleType, type Value } from './value.ts';

interface Entry<K> {
  readonly key: K;
  readonly value: Value;
}
type Less<T> = (a: T, b: T) => boolean;
type Keep<T> = (left: T[]) => void;

/** Longer lists are counted as work, about a comparison each. */
const LONG = 10_000;

/**
 * CPython: Objects/listobject.c, list_sort_impl. Returns a new array. `key` null or undefined: the elements themselves.
 * When a comparison fails, `keep` is given the elements as far as they were sorted.
 */
export function sortItems(
  items: readonly Value[],
  key: Value | undefined,
  reverse: boolean,
  keep?: Keep<Value>,
): Value[] {
  if (items.length < 2 && (key === undefined || key === null)) return items.slice();
  if (items.length >= LONG) interpreter.spend(items.length * Math.ceil(Math.log2(items.length)));
  const keys = key === undefined || key === null ? items : items.map((item) => call(key, item));
  if (keys.every(isPlainNumber)) return byNumber(items, keys, reverse);
  if (keys.every((candidate) => typeof candidate === 'string'))
    return byText(items, keys as readonly string[], reverse);
  const less = keys.every((candidate) => candidate instanceof PyTuple && candidate.cls === tupleType)
    ? tupleLess
    : lessThan;
  if (keys === items) return stably(items, reverse, less, keep);
  const entries = items.map((value, index): Entry<Value> => ({ key: keys[index] as Value, value }));
  const lessEntry: Less<Entry<Value>> = (a, b) => less(a.key, b.key);
  return stably(entries, reverse, lessEntry, (left) => keep?.(left.map(({ value }) => value))).map(
    (entry) => entry.value,
  );
}

/** A small int, or a float that is a number. Among these JavaScript's own stable sort gives the one possible result. */
function isPlainNumber(key: Value): boolean {
  return typeof key === 'number' || (key instanceof PyFloat && !Number.isNaN(key.value));
}

function byNumber(items: readonly Value[], keys: readonly Value[], reverse: boolean): Value[] {
  const entries = items.map((value, index): Entry<number> => {
    const key = keys[index] as number | PyFloat;
    return { key: typeof key === 'number' ? key : key.value, value };
  });
  // Infinities make a difference of NaN: compare, do not subtract.
  const sign = reverse ? -1 : 1;
  entries.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
  return entries.map((entry) => entry.value);
}

function byText(items: readonly Value[], keys: readonly string[], reverse: boolean): Value[] {
  const entries = items.map((value, index): Entry<string> => ({ key: keys[index] as string, value }));
  const less: Less<string> = keys.some((key) => SURROGATE.test(key)) ? codePointLess : (a, b) => a < b;
  const sign = reverse ? -1 : 1;
  entries.sort((a, b) => (a.key === b.key ? 0 : less(a.key, b.key) ? -sign : sign));
  return entries.map((entry) => entry.value);
}

function tupleLess(a: Value, b: Value): boolean {
  const left = (a as PyTuple).items;
  const right = (b as PyTuple).items;
  const count = Math.min(left.length, right.length);
  for (let i = 0; i < count; i++) {
    const x = left[i] as Value;
    const y = right[i] as Value;
    if (typeof x === 'number' && typeof y === 'number') {
      if (x !== y) return x < y;
    } else if (typeof x === 'string' && typeof y === 'string') {
      if (x !== y) return codePointLess(x, y);
    } else if (!sameOrEqual(x, y)) return lessThan(x, y);
  }
  return left.length < right.length;
}

const SURROGATE = /[\ud800-\udfff]/;

/** `a < b` by code points: a surrogate pair comes after every other UTF-16 unit. */
export function codePointLess(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  let i = 0;
  while (i < length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === length) return a.length < b.length;
  return rank(a.charCodeAt(i)) < rank(b.charCodeAt(i));
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

function stably<T>(items: readonly T[], reverse: boolean, less: Less<T>, keep: Keep<T> | undefined): T[] {
  const array = items.slice();
  if (reverse) array.reverse();
  let sorted: T[] | null = null;
  try {
    sorted = mergeSort(array, less);
  } finally {
    if (sorted === null) keep?.(reverse ? array.reverse() : array);
  }
  return reverse ? sorted.reverse() : sorted;
}

const RUN = 64;

/** Runs of at most 64 by binary insertion, as CPython; longer ones merged two by two. */
function mergeSort<T>(array: T[], less: Less<T>): T[] {
  if (array.length < 2) return array;
  const runLength = minimumRun(array.length);
  for (let start = 0; start < array.length; ) start = sortRun(array, start, runLength, less);
  return mergeRuns(array, runLength, less);
}

/** CPython: merge_compute_minrun. */
function minimumRun(length: number): number {
  let rest = 0;
  let n = length;
  while (n >= RUN) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

/** Sorts `[start, start + length)`; answers where the next run starts. */
function sortRun<T>(array: T[], start: number, length: number, less: Less<T>): number {
  const end = Math.min(start + length, array.length);
  for (let i = countRun(array, start, end, less); i < end; i++) insert(array, start, i, less);
  return end;
}

/** CPython: count_run. A strictly descending run is turned round. Answers the index after the run. */
function countRun<T>(array: T[], start: number, end: number, less: Less<T>): number {
  let i = start + 1;
  if (i >= end) return end;
  if (less(array[i] as T, array[start] as T)) {
    while (i + 1 < end && less(array[i + 1] as T, array[i] as T)) i++;
    for (let low = start, high = i; low < high; low++, high--) swap(array, low, high);
  } else while (i + 1 < end && !less(array[i + 1] as T, array[i] as T)) i++;
  return i + 1;
}

function swap<T>(array: T[], a: number, b: number): void {
  const kept = array[a] as T;
  array[a] = array[b] as T;
  array[b] = kept;
}

/** CPython: binarysort, one element. */
function insert<T>(array: T[], start: number, at: number, less: Less<T>): void {
  const pivot = array[at] as T;
  let low = start;
  let high = at;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (less(pivot, array[middle] as T)) high = middle;
    else low = middle + 1;
  }
  array.copyWithin(low + 1, low, at);
  array[low] = pivot;
}

function mergeRuns<T>(array: T[], runLength: number, less: Less<T>): T[] {
  let from = array;
  let to = new Array<T>(array.length);
  for (let width = runLength; width < array.length; width *= 2) {
    for (let start = 0; start < array.length; start += 2 * width) merge(from, to, start, width, less);
    [from, to] = [to, from];
  }
  return from;
}

function merge<T>(from: readonly T[], to: T[], start: number, width: number, less: Less<T>): void {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  // Two runs that are in order already need one comparison.
  const isInOrder = middle >= end || !less(from[middle] as T, from[middle - 1] as T);
  let left = start;
  let right = isInOrder ? end : middle;
  if (isInOrder) {
    for (let at = start; at < end; at++) to[at] = from[at] as T;
    return;
  }
  for (let at = start; at < end; at++) {
    if (left < middle && (right >= end || !less(from[right] as T, from[left] as T))) to[at] = from[left++] as T;
    else to[at] = from[right++] as T;
  }
}
