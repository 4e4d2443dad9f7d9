import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from '../trace/history.ts';
import { worldAfter } from '../trace/trace.ts';
import { richTrace } from './fixtures/rich-run.ts';
import { besideHit, type Facts, hitsIn } from './lane-search.ts';

const TRACE = richTrace();
const LANES = lanesOf(TRACE.history);
const facts = (position: number): Facts => ({
  codes: TRACE.codes,
  position,
  placesOf: (task) =>
    (worldAfter(TRACE, position).tasks.get(task)?.parked ?? []).map(
      ({ code, line }) => `${TRACE.codes[code]?.file ?? ''}:${line}`,
    ),
});
const found = (query: string, position = TRACE.length) =>
  hitsIn(LANES, query, facts(position)).map((task) => LANES.find((lane) => lane.task === task)?.letter);

test('every word must be found, in whatever is known of the lane', () => {
  const [first] = LANES;
  const name = first?.label ?? '';
  expect(found(name)).toContain('M');
  expect(found('done').length).toBeGreaterThan(0);
  expect(found('done nobody-is-called-this')).toEqual([]);
  expect(found('  ')).toEqual([]);
});

test('states are those at the playhead', () => {
  expect(found('cancelled', 1)).toEqual([]);
  expect(found('cancelled')).toEqual(['A']);
});

test('a place is a whole one: where a coroutine begins, or where its task is parked', () => {
  const second = LANES[1];
  const made = TRACE.codes[second?.code ?? 0];
  const place = `${made?.file}:${made?.firstLine}`;
  expect(found(place)).toEqual(['A']);
  expect(found(`${place}9`)).toEqual([]);
  const parked = { ...facts(9), placesOf: (task: number) => (task === 1 ? ['src/app.py:12'] : []) };
  const meant = (query: string) => hitsIn(LANES, query, parked);
  expect([meant('app.py:12'), meant('src/app.py:12'), meant(':12'), meant('app.py:1')]).toEqual([[1], [1], [1], []]);
});

test('a longer query never finds more', () => {
  const word = fc.constantFrom('main', 'a', 'e', 'done', 'ready', 'waiting', '(', 'zz', '1');
  fc.assert(
    fc.property(fc.array(word), word, fc.integer({ min: 0, max: TRACE.length }), (words, more, position) => {
      fc.pre(words.length > 0);
      const before = hitsIn(LANES, words.join(' '), facts(position));
      const after = hitsIn(LANES, [...words, more].join(' '), facts(position));
      expect(after.filter((task) => !before.includes(task))).toEqual([]);
    }),
  );
});

test('next and previous go round, and undo each other', () => {
  expect(besideHit([], 3, 'next')).toBe(0);
  expect([besideHit([2, 5, 9], 1, 'next'), besideHit([2, 5, 9], 1, 'previous')]).toEqual([2, 9]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), (hits, pick) => {
      const current = hits[pick % hits.length] ?? 0;
      expect(besideHit(hits, besideHit(hits, current, 'next'), 'previous')).toBe(current);
    }),
  );
});
