/** `list.sort` and `sorted`: a stable merge sort that compares with `<` only, in CPython's order for short lists. */
import { call, lessThan } from './protocol.ts';
import { PyFloat, type Value } from './value.ts';

interface Entry {
  readonly key: Value;
  readonly value: Value;
}

/** CPython: Objects/listobject.c, list_sort_impl. Returns a new array. `key` null or undefined: the elements themselves. */
export function sortItems(items: readonly Value[], key: Value | undefined, reverse: boolean): Value[] {
  if (key === undefined || key === null) {
    const sorted = sortPlain(items, reverse);
    if (sorted !== undefined) return sorted;
    return stably(items, reverse, lessOf(items) ?? lessThan);
  }
  const entries: Entry[] = items.map((value) => ({ key: call(key, value), value }));
  const less = lessOf(entries.map((entry) => entry.key)) ?? lessThan;
  return stably(entries, reverse, (a, b) => less(a.key, b.key)).map((entry) => entry.value);
}

/** All numbers, or all strings: equal ones cannot be told apart, so any sort will do. */
function sortPlain(items: readonly Value[], reverse: boolean): Value[] | undefined {
  const first = typeof items[0];
  if ((first !== 'number' && first !== 'string') || !items.every((item) => typeof item === first)) return undefined;
  const less = lessOf(items);
  if (less === undefined) return undefined;
  const sorted = items.slice().sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  return reverse ? sorted.reverse() : sorted;
}

type Less<T> = (a: T, b: T) => boolean;

/** A quick `<` for keys that are all small ints, all floats (or both) or all strings. */
function lessOf(keys: readonly Value[]): Less<Value> | undefined {
  if (keys.every((key) => typeof key === 'number')) return (a, b) => (a as number) < (b as number);
  if (keys.every((key) => typeof key === 'number' || key instanceof PyFloat)) return (a, b) => plainNumber(a) < plainNumber(b);
  if (!keys.every((key) => typeof key === 'string')) return undefined;
  if (keys.some((key) => SURROGATE.test(key as string))) return (a, b) => codePointLess(a as string, b as string);
  return (a, b) => (a as string) < (b as string);
}

function plainNumber(key: Value): number {
  return key instanceof PyFloat ? key.value : (key as number);
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

function stably<T>(items: readonly T[], reverse: boolean, less: Less<T>): T[] {
  const array = items.slice();
  if (reverse) array.reverse();
  const sorted = mergeSort(array, less);
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
