import { expect, test } from 'vitest';
import { LIMITS } from '../limits.ts';
import { decodeLink, encodeLink } from '../link.ts';
import { mainFile } from '../scenario.ts';
import { CLAIMS } from './claims.ts';
import { GALLERY, galleryEntry } from './gallery.ts';

const each = test.each(GALLERY.map((entry) => [entry.slug, entry] as const));

test('the gallery opens with the task that refuses, at the moment when it does', () => {
  expect(GALLERY[0]?.slug).toBe('task-that-refuses');
  expect(GALLERY[0]?.tellingMoment.name).toBe('refused');
});

test('slugs are unique, fit into a link and lead to their entry', () => {
  for (const { slug } of GALLERY) expect(slug).toMatch(/^[a-z0-9-]{1,24}$/);
  expect(new Set(GALLERY.map(({ slug }) => slug)).size).toBe(GALLERY.length);
  expect(GALLERY.every((entry) => galleryEntry(entry.slug) === entry)).toBe(true);
});

test('there are 31 claims, and every claim about asyncio itself is shown', () => {
  const shown = new Set(GALLERY.flatMap(({ claims }) => claims));
  expect(CLAIMS.length).toBe(31);
  expect(CLAIMS.filter(({ id }) => /^[CFT]/.test(id) && !shown.has(id))).toEqual([]);
});

each('%s is short enough to be read on a projector', (_, { scenario, text, title }) => {
  const lines = mainFile(scenario).text.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(30);
  expect(lines.filter((line) => line.length > 88)).toEqual([]);
  expect(title.length).toBeLessThanOrEqual(60);
  expect(text.length).toBeLessThanOrEqual(480);
});

each('%s asks at least two questions, tells what to change and where it is written down', (_, entry) => {
  const names = entry.moments.map(({ name }) => name);
  expect(entry.questions.length).toBeGreaterThanOrEqual(2);
  expect(entry.sources.length).toBeGreaterThanOrEqual(1);
  expect(new Set(names).size).toBe(names.length);
  expect(names[0]).toBe(entry.tellingMoment.name);
  expect(mainFile(entry.scenario).text.split(entry.changeOneThing.find).length).toBe(2);
});

each('%s travels as a link and comes back as it was', async (_, { scenario }) => {
  const link = await encodeLink(scenario);
  expect(link.ok && (await decodeLink(link.hash))).toEqual({ ok: true, kind: 'scenario', scenario });
  expect(scenario.questions.length).toBeLessThanOrEqual(LIMITS.questionsMax);
});
