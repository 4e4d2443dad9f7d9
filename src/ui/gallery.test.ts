import { expect, test } from 'vitest';
import { GALLERY as WHOLE } from '../scenario/gallery/gallery.ts';
import { GALLERY } from './gallery.ts';

test('the names known before the gallery is loaded are those of its catalogue', async () => {
  const items = await GALLERY.list();
  expect(items.map(({ slug }) => slug)).toEqual(WHOLE.map(({ slug }) => slug));
  expect(items.filter(({ slug }) => !GALLERY.has(slug))).toEqual([]);
  expect(GALLERY.has('no-such-thing')).toBe(false);
});

test('each scenario of the catalogue can be loaded by itself', async () => {
  for (const entry of WHOLE) expect(await GALLERY.entry(entry.slug)).toEqual(entry);
  expect(await GALLERY.entry('no-such-thing')).toBeNull();
});

test('the bare address opens the task that refuses, at the moment when it does', () => {
  expect(GALLERY.first.slug).toBe('task-that-refuses');
  expect(GALLERY.first.tellingMoment.name).toBe('refused');
});
