import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heapify, heappop, heappush } from './heap.ts';

interface Item {
  readonly key: number;
  readonly name: string;
}

const byKey = (a: Item, b: Item) => a.key < b.key;
const names = (items: readonly Item[]) => items.map(({ name }) => name).join('');
const ITEMS: readonly Item[] = [5, 3, 5, 1, 3, 1, 5, 3, 1, 2, 5].map((key, index) => ({
  key,
  name: 'abcdefghijk'.charAt(index),
}));

function drain<T>(heap: T[], less: (a: T, b: T) => boolean): T[] {
  const drained: T[] = [];
  for (let item = heappop(heap, less); item !== undefined; item = heappop(heap, less)) drained.push(item);
  return drained;
}

// The four strings were printed by CPython 3.11's heapq for the same items.
test('heappush and heappop keep equal items in the order that CPython gives them', () => {
  const heap: Item[] = [];
  for (const item of ITEMS) heappush(heap, item, byKey);
  expect(names(heap)).toBe('difbjcgahek');
  expect(names(drain(heap, byKey))).toBe('dfijehbgcak');
});

test('heapify arranges equal items as CPython does', () => {
  const heap = [...ITEMS];
  heapify(heap, byKey);
  expect(names(heap)).toBe('figdjcahbek');
  expect(names(drain(heap, byKey))).toBe('fidjebhgcka');
});

test('an empty heap has nothing to pop', () => {
  expect(heappop([], byKey)).toBeUndefined();
});

test('what is pushed comes out sorted', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      const heap = [...numbers];
      heapify(heap, (a, b) => a < b);
      expect(drain(heap, (a, b) => a < b)).toEqual([...numbers].sort((a, b) => a - b));
    }),
  );
});
