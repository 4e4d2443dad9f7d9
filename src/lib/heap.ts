/**
 * CPython's binary heap, step for step: which of two equal items comes out first is part of what a program sees.
 * The order is the caller's `less`; an item is never asked for its own.
 */

export type Less<T> = (a: T, b: T) => boolean;

/** CPython: Lib/heapq.py, heappush */
export function heappush<T>(heap: T[], item: T, less: Less<T>): void {
  heap.push(item);
  siftdown(heap, 0, heap.length - 1, less);
}

/**
 * CPython: Lib/heapq.py, heappop
 * DIVERGES: gives undefined for an empty heap, where CPython raises IndexError; raising is up to the caller.
 */
export function heappop<T>(heap: T[], less: Less<T>): T | undefined {
  if (heap.length === 0) return undefined;
  const lastelt = heap.pop() as T;
  if (heap.length === 0) return lastelt;
  const returnitem = heap[0] as T;
  heap[0] = lastelt;
  siftup(heap, 0, less);
  return returnitem;
}

/** CPython: Lib/heapq.py, heapify */
export function heapify<T>(heap: T[], less: Less<T>): void {
  for (let i = (heap.length >> 1) - 1; i >= 0; i--) siftup(heap, i, less);
}

/** CPython: Lib/heapq.py, _siftdown */
function siftdown<T>(heap: T[], startpos: number, from: number, less: Less<T>): void {
  let pos = from;
  const newitem = heap[pos] as T;
  while (pos > startpos) {
    const parentpos = (pos - 1) >> 1;
    const parent = heap[parentpos] as T;
    if (!less(newitem, parent)) break;
    heap[pos] = parent;
    pos = parentpos;
  }
  heap[pos] = newitem;
}

/** CPython: Lib/heapq.py, _siftup */
function siftup<T>(heap: T[], startpos: number, less: Less<T>): void {
  const endpos = heap.length;
  const newitem = heap[startpos] as T;
  let pos = startpos;
  // Bubble up the smaller child until hitting a leaf.
  let childpos = 2 * pos + 1;
  while (childpos < endpos) {
    const rightpos = childpos + 1;
    if (rightpos < endpos && !less(heap[childpos] as T, heap[rightpos] as T)) childpos = rightpos;
    heap[pos] = heap[childpos] as T;
    pos = childpos;
    childpos = 2 * pos + 1;
  }
  // The leaf at pos is empty now. Put newitem there, and bubble it up to its final resting place.
  heap[pos] = newitem;
  siftdown(heap, startpos, pos, less);
}
