import { expect, test } from 'vitest';
import { catalogueOf } from '../scenario/gallery/catalogue.ts';
import { GALLERY } from '../scenario/gallery/gallery.ts';
import { MISCONCEPTIONS } from '../scenario/gallery/misconceptions.ts';
import { byShelf, found, isWish, NO_WISH, optionsOf } from './gallery-filter.ts';

const ITEMS = catalogueOf(GALLERY);
const slugs = (wish: Partial<typeof NO_WISH>) => found(ITEMS, { ...NO_WISH, ...wish }).map(({ slug }) => slug);

test('nothing asked for gives everything, shelf by shelf', () => {
  expect(isWish({ ...NO_WISH, words: '  ' })).toBe(false);
  expect(slugs({})).toEqual(GALLERY.map(({ slug }) => slug));
  expect(byShelf(ITEMS).flatMap(({ items }) => items)).toEqual(ITEMS);
});

test('all words must stand somewhere: in the title, the text, a claim, a belief, a hazard', () => {
  expect(slugs({ words: 'deadlock locks' })).toContain('deadlock');
  expect(slugs({ words: 'SHIELD refuses xyz' })).toEqual([]);
  expect(slugs({ words: 'M13' })).toContain('celery-first-steps');
  expect(slugs({ words: 'never awaited' })).toContain('coroutine-does-nothing');
});

test('topic, construct and belief are asked for together', () => {
  expect(slugs({ construct: 'TaskGroup', topic: 'tasks' })).toContain('task-group');
  expect(slugs({ construct: 'TaskGroup', topic: 'celery' })).toEqual([]);
  expect(slugs({ misconception: 'M6' })).toEqual(['gather-keeps-order']);
});

test('what can be asked for is there, with the right counts', () => {
  const { constructs, misconceptions, topics } = optionsOf(ITEMS);
  expect(topics.reduce((sum, { count }) => sum + count, 0)).toBe(ITEMS.length);
  for (const { count, value } of constructs) expect(slugs({ construct: value })).toHaveLength(count);
  expect(misconceptions.map(({ value }) => value)).toEqual(MISCONCEPTIONS.map(({ id }) => id));
});
