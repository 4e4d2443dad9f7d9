import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Census } from '../trace/census.ts';
import { traceFromText } from '../trace/from-text.ts';
import { bandMark, countsText } from './lane-bands.ts';

const TRACE = traceFromText(`
  main  c>-.   !>$
  a      c  >- .!>-$
  b      c  >-x
  c      c   >.  !>$
`);
const { history, length } = TRACE;
const census = new Census(() => ['all']).follow(history);
const BAND = { key: 'all', size: 4, state: null, y: 10, height: 28 } as const;

/** Its rectangles: `M x y H x V y H x z`. */
function boxes(path: string) {
  return [...path.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/g)].map(([, ...all]) => all.map(Number));
}

test('a band says in words what it counts', () => {
  expect(countsText(census.countsAt('all', 0))).toBe('none yet');
  expect(countsText(census.countsAt('all', length))).toBe('3 done · 1 failed');
});

test('areas stay within the band and the plot, at any part of the run', () => {
  const axis = fc.constantFrom('steps' as const, 'time' as const);
  fc.assert(
    fc.property(fc.nat(length - 1), fc.integer({ min: 1, max: length }), axis, (from, span, over) => {
      const extent = { from, to: from + span };
      const { areas } = bandMark(BAND, { history, census, extent, axis: over, left: 100, right: 500 });
      for (const { path } of areas) {
        for (const [x = 0, top = 0, end = 0, bottom = 0] of boxes(path)) {
          expect(x).toBeGreaterThanOrEqual(100);
          expect(end).toBeLessThanOrEqual(500);
          expect(top).toBeGreaterThanOrEqual(9.9);
          expect(bottom).toBeLessThanOrEqual(38.1);
          expect(bottom).toBeGreaterThan(top);
        }
      }
    }),
  );
});

test('however few they are, they are seen; a band of one state has only that', () => {
  const whole = { history, census, extent: { from: 0, to: length }, axis: 'steps', left: 0, right: 400 } as const;
  const many = bandMark({ ...BAND, size: 10_000 }, whole);
  const failed = many.areas.find(({ state }) => state === 'failed');
  const [[, top = 0, , bottom = 0] = []] = boxes(failed?.path ?? '');
  expect(bottom - top).toBeGreaterThanOrEqual(1);
  expect(bandMark({ ...BAND, state: 'waiting' }, whole).areas.map(({ state }) => state)).toEqual(['waiting']);
  expect(bandMark({ ...BAND, key: 'nobody' }, whole).areas).toEqual([]);
});
