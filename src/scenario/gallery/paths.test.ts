import { expect, test } from 'vitest';
import { GALLERY, galleryEntry } from './gallery.ts';
import { PATHS } from './paths.ts';
import { SHELVES, WORLDS } from './shelves.ts';

const STEPS = PATHS.flatMap((path) => path.steps.map((step) => ({ path, ...step })));

test('each world has one path, and every step of it leads to a moment that is there', () => {
  expect(PATHS.map(({ id }) => id)).toEqual(WORLDS.map(({ id }) => id));
  const lost = STEPS.filter(
    ({ moment, slug }) => galleryEntry(slug)?.moments.every(({ name }) => name !== moment) ?? true,
  );
  expect(lost.map(({ moment, slug }) => `${slug}: ${moment}`)).toEqual([]);
});

test('a path stays in its world, passes nothing twice, and takes about an hour', () => {
  for (const { id, steps } of PATHS) {
    const worldOf = (slug: string) => SHELVES.find((shelf) => shelf.id === galleryEntry(slug)?.shelf)?.world;
    expect(steps.filter(({ slug }) => worldOf(slug) !== id)).toEqual([]);
    expect(new Set(steps.map(({ slug }) => slug)).size).toBe(steps.length);
    expect(steps.length).toBeGreaterThanOrEqual(10);
    expect(steps.length).toBeLessThanOrEqual(15);
  }
});

test('its sentences are short, and a mended twin comes after what it mends', () => {
  expect(STEPS.filter(({ says }) => says.length > 140)).toEqual([]);
  const order = GALLERY.map(({ slug }) => slug);
  for (const { path, slug } of STEPS) {
    const first = slug.replace(/-mended$/, '');
    const at = path.steps.findIndex((step) => step.slug === slug);
    if (first !== slug && order.includes(first)) expect(path.steps[at - 1]?.slug).toBe(first);
  }
});
