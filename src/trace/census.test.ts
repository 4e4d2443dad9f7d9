import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Census } from './census.ts';
import { eventsFromText, traceFromEvents, traceFromText } from './from-text.ts';
import { lanesOf, spansWithin } from './history.ts';
import { LANE_STATES } from './moves.ts';
import type { Trace } from './trace.ts';

const DRAWING = `
  main c>- :>--.   !>$
  a      c    >- .?!@-~-$
  b       c   >-x
  c        c    >.    !>:>:>:>:>:>:>:>:>:>:>:>$
`;
const TRACE = traceFromText(DRAWING);
const position = fc.integer({ min: 0, max: TRACE.length });
const pair = fc.tuple(position, position).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** The same, counted lane by lane. */
function counted(trace: Trace, at: number): number[] {
  const counts = LANE_STATES.map(() => 0);
  for (const { cap, finishedAt, spans } of lanesOf(trace.history)) {
    const span =
      spans.find(({ from, to }) => from <= at && at < to) ?? (at === trace.length ? spans.at(-1) : undefined);
    const state = finishedAt !== 0 && at >= finishedAt ? cap : span?.state;
    if (state !== undefined && state !== '') add(counts, LANE_STATES.indexOf(state), 1);
  }
  return counts;
}

function add(counts: number[], index: number, more: number): void {
  counts[index] = (counts[index] ?? 0) + more;
}

const all = () => new Census(() => ['all']).follow(TRACE.history);

test('at every position it counts what the lanes show', () => {
  const census = all();
  for (let at = 0; at <= TRACE.length; at++)
    expect(Object.values(census.countsAt('all', at)), `at ${at}`).toEqual(counted(TRACE, at));
});

test('the mean over a stretch is that of its positions', () => {
  const census = all();
  fc.assert(
    fc.property(pair, ([from, to]) => {
      fc.pre(from < to);
      const sums = LANE_STATES.map(() => 0);
      for (let at = from; at < to; at++)
        for (const [index, count] of counted(TRACE, at).entries()) add(sums, index, count);
      const means = census.stretch('all', from, to)?.means ?? [];
      for (const [index, mean] of means.entries()) expect(mean).toBeCloseTo((sums[index] ?? 0) / (to - from), 9);
    }),
  );
});

test('a group counts its own lanes, and the groups together count all', () => {
  const census = new Census(({ at }) => ['all', at % 2 === 0 ? 'even' : 'odd']).follow(TRACE.history);
  fc.assert(
    fc.property(position, (at) => {
      const [whole, even, odd] = ['all', 'even', 'odd'].map((key) => Object.values(census.countsAt(key, at)));
      expect(even?.map((count, index) => count + (odd?.[index] ?? 0))).toEqual(whole);
    }),
  );
  expect(census.stretch('nobody', 0, 5)).toBeNull();
});

test('what grows chunk by chunk counts like what came at once', () => {
  const events = eventsFromText(DRAWING);
  const census = new Census(() => ['all']);
  for (let length = 1; length <= events.length; length += 5)
    census.follow(traceFromEvents(events.slice(0, length), []).history);
  census.follow(TRACE.history);
  for (let at = 0; at <= TRACE.length; at += 3) expect(census.countsAt('all', at)).toEqual(all().countsAt('all', at));
});

test('the spans of a stretch are those that touch it', () => {
  fc.assert(
    fc.property(pair, ([from, to]) => {
      for (const lane of lanesOf(TRACE.history)) {
        const touching = lane.spans.filter((span) => span.to > from && span.from <= to);
        const seen = spansWithin(TRACE.history, lane, { from, to }, 'steps');
        expect(seen.filter((span) => span.to > from)).toEqual(touching);
      }
    }),
  );
});
