import { expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { decodeLink, encodeLink } from '../link.ts';
import { GALLERY, galleryEntry } from './gallery.ts';

const each = test.each(GALLERY.map((entry) => [entry.slug, entry] as const));

test('slugs are unique, fit into a link and lead to their entry', () => {
  for (const { slug } of GALLERY) expect(slug).toMatch(/^[a-z0-9-]{1,24}$/);
  expect(new Set(GALLERY.map(({ slug }) => slug)).size).toBe(GALLERY.length);
  expect(GALLERY.every((entry) => galleryEntry(entry.slug) === entry)).toBe(true);
});

each('%s travels as a link and comes back as it was', async (_, { scenario }) => {
  const link = await encodeLink(scenario);
  expect(link.ok && (await decodeLink(link.hash))).toEqual({ ok: true, kind: 'scenario', scenario });
  expect(scenario.questions.length).toBeLessThanOrEqual(LIMITS.questionsMax);
});
