import { expect, test } from 'vitest';
import { GALLERY } from './gallery.ts';

test('the names known before the gallery is loaded are those of the gallery', async () => {
  const all = await GALLERY.load();
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(({ slug }) => !GALLERY.has(slug))).toEqual([]);
  expect(GALLERY.has('no-such-thing')).toBe(false);
});

test('the bare address opens the first of the gallery', async () => {
  const [first] = await GALLERY.load();
  expect(GALLERY.first).toEqual(first);
});
