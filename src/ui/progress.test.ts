import { expect, test } from 'vitest';
import type { Page } from './page.ts';
import { keepPathProgress, keepSolved, pathProgress, solvedExercises } from './progress.ts';

function pageWith(kept: Record<string, string> = {}): Page {
  const map = new Map(Object.entries(kept));
  const page: Partial<Page> = {
    remember: (key) => map.get(key),
    keep: (key, value) => {
      if (value !== undefined) map.set(key, value);
    },
  };
  return page as Page;
}

test('a path remembers the farthest step, and going back does not undo it', () => {
  const page = pageWith();
  keepPathProgress(page, 'asyncio', 3);
  keepPathProgress(page, 'asyncio', 1);
  keepPathProgress(page, 'celery', 1);
  expect(pathProgress(page)).toEqual({ asyncio: 3, celery: 1 });
});

test('an exercise is solved once and stays solved', () => {
  const page = pageWith();
  keepSolved(page, 'all-at-once');
  keepSolved(page, 'all-at-once');
  expect(solvedExercises(page)).toEqual(['all-at-once']);
});

test('what is no progress is none', () => {
  for (const text of ['', '{', 'null', '3', '[1]', '{"asyncio": "x"}', '{"asyncio": -1}']) {
    expect(pathProgress(pageWith({ paths: text }))).toEqual({});
    expect(solvedExercises(pageWith({ exercises: text })).filter((slug) => slug !== '')).toEqual([]);
  }
});
