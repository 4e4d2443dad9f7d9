/** The module `_heapq`. CPython: Modules/_heapqmodule.c; Lib/heapq.py gives its functions the same names. */
import { IndexError, RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { lessThan } from '../objects/protocol.ts';
import { nameInArgument, PyList, type Value } from '../objects/value.ts';

type Less = (a: Value, b: Value) => boolean;
const minFirst: Less = lessThan;
const maxFirst: Less = (a, b) => lessThan(b, a);

function checkSize(heap: PyList, size: number): void {
  if (heap.items.length !== size) raise(RuntimeError, 'list changed size during iteration');
}

/** CPython: siftdown. Moves the item at `from` towards the root, not above `start`. */
function siftDown(heap: PyList, start: number, from: number, less: Less): void {
  const size = heap.items.length;
  let at = from;
  while (at > start) {
    const parent = (at - 1) >> 1;
    const isLess = less(heap.items[at], heap.items[parent]);
    checkSize(heap, size);
    if (!isLess) break;
    const { items } = heap;
    [items[at], items[parent]] = [items[parent], items[at]];
    at = parent;
  }
}

/** CPython: siftup. The smaller child moves up until a leaf is reached, then the item sifts down. */
function siftUp(heap: PyList, from: number, less: Less): void {
  const size = heap.items.length;
  const limit = size >> 1;
  let at = from;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      const isLess = less(heap.items[child], heap.items[child + 1]);
      checkSize(heap, size);
      if (!isLess) child++;
    }
    const { items } = heap;
    [items[child], items[at]] = [items[at], items[child]];
    at = child;
  }
  siftDown(heap, from, at, less);
}

function listOf(value: Value): PyList {
  return value instanceof PyList
    ? value
    : raise(TypeError, `heappush() argument must be list, not ${nameInArgument(value)}`);
}

function heappush(heap: PyList, item: Value, less: Less): Value {
  listOf(heap).items.push(item);
  siftDown(heap, 0, heap.items.length - 1, less);
  return null;
}

function heappop(heap: PyList, less: Less): Value {
  const last = listOf(heap).items.pop();
  if (last === undefined) return raise(IndexError, 'index out of range');
  if (heap.items.length === 0) return last;
  const first = heap.items[0];
  heap.items[0] = last;
  siftUp(heap, 0, less);
  return first;
}

function heapreplace(heap: PyList, item: Value, less: Less): Value {
  if (listOf(heap).items.length === 0) return raise(IndexError, 'index out of range');
  const first = heap.items[0];
  heap.items[0] = item;
  siftUp(heap, 0, less);
  return first;
}

function heappushpop(heap: PyList, item: Value, less: Less): Value {
  if (listOf(heap).items.length === 0 || !less(heap.items[0], item)) return item;
  return heapreplace(heap, item, less);
}

function heapify(heap: PyList, less: Less): Value {
  for (let at = (listOf(heap).items.length >> 1) - 1; at >= 0; at--) siftUp(heap, at, less);
  return null;
}

export function heapqModule(): Map<string, Value> {
  const functions = (
    [
      ['', minFirst],
      ['_max', maxFirst],
    ] as const
  ).flatMap(([suffix, less]) => [
    nativeFunction(`heappush${suffix}`, 'heap, item, /', (heap: PyList, item: Value) => heappush(heap, item, less)),
    nativeFunction(`heappop${suffix}`, 'heap, /', (heap: PyList) => heappop(heap, less)),
    nativeFunction(`heapreplace${suffix}`, 'heap, item, /', (heap: PyList, item: Value) =>
      heapreplace(heap, item, less),
    ),
    nativeFunction(`heappushpop${suffix}`, 'heap, item, /', (heap: PyList, item: Value) =>
      heappushpop(heap, item, less),
    ),
    nativeFunction(`heapify${suffix}`, 'heap, /', (heap: PyList) => heapify(heap, less)),
  ]);
  return new Map<string, Value>([...functions.map((native) => [native.name, native] as const), ['__about__', '']]);
}
