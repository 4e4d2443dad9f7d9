import { expect, test } from 'vitest';
import type { TraceEvent } from './events.ts';
import { eventsFromText, traceFromEvents, traceFromText } from './from-text.ts';
import { clockOf, lanesOf, pointsOf, positionAtTime, timeAt, wakesOf } from './history.ts';
import { anchorAt, resolveAnchor } from './moment.ts';
import { nextAwait, nextEventOfTask, nextIteration, nextTurnOfTask, previousAwait } from './navigate.ts';
import { appendChunk, EMPTY_TRACE, worldAfter } from './trace.ts';
import { TraceWriter } from './writer.ts';

const DRAWING = `
  main c>- :>--.   !>$
  a      c    >- .?!@-~-$
  b       c   >-x
`;
const TRACE = traceFromText(DRAWING);
const lane = (trace: typeof TRACE, name: string) => {
  const found = lanesOf(trace.history).find((each) => each.name === name);
  if (found === undefined) throw new Error(`there is a lane for ${name}`);
  return found;
};
const shape = (trace: typeof TRACE, name: string) =>
  lane(trace, name)
    .spans.map(({ state }) => state)
    .join(' ');

test('a lane tells when its task was ready, running and waiting', () => {
  expect(shape(traceFromText('main c>.!>$'), 'main')).toBe('ready running waiting ready running');
  expect(shape(traceFromText('main c>:>$'), 'main')).toBe('ready running ready running');
});

test('after CancelledError was thrown in, a task that waits is cancelling, until it refuses', () => {
  const refused = traceFromText('main c>.?!@.!>~.!>$');
  expect(shape(refused, 'main')).toBe(
    'ready running waiting ready running cancelling cancelling running running waiting ready running',
  );
  expect(lane(refused, 'main')).toMatchObject({ cap: 'refused' });
  expect(lane(traceFromText('main c>.?!@#'), 'main')).toMatchObject({ cap: 'cancelled' });
});

test('spans follow each other without a gap, and no two tasks run at once', () => {
  const running: [number, number][] = [];
  for (const { spans, finishedAt } of lanesOf(TRACE.history)) {
    for (const [index, span] of spans.entries()) {
      expect(span.to).toBe(spans[index + 1]?.from ?? (finishedAt === 0 ? TRACE.length : finishedAt));
      if (span.state === 'running') running.push([span.from, span.to]);
    }
  }
  running.sort(([a], [b]) => a - b);
  for (const [index, [, to]] of running.entries()) expect(running[index + 1]?.[0] ?? to).toBeGreaterThanOrEqual(to);
});

test('children stand under the task that made them', () => {
  expect(lanesOf(TRACE.history).map(({ name, depth }) => `${name}${depth}`)).toEqual(['main0', 'a1', 'b1']);
});

test('marks stand where cancel was asked, thrown in and refused', () => {
  const marks = lane(TRACE, 'a').marks.map(({ kind }) => kind);
  expect(marks).toEqual(['created', 'resume', 'suspend', 'cancel', 'resume', 'throw', 'refuse', 'finish']);
});

test('a wake-up is an arrow from who settled the future to who waited', () => {
  expect(wakesOf(TRACE.history).map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

test('a history shows nothing after its length, even when the trace has gone on', () => {
  const events = eventsFromText('main c>.!>$');
  const writer = new TraceWriter();
  const chunks = [events.slice(0, 3), events.slice(3)].map((part) => {
    for (const event of part) writer.record(event);
    return writer.takeChunk();
  });
  const [first, rest] = chunks;
  if (first == null || rest == null) throw new Error('there are two chunks');
  const early = appendChunk(EMPTY_TRACE, first);
  appendChunk(early, rest);
  const [main] = lanesOf(early.history);
  expect(main?.spans.map(({ state }) => state)).toEqual(['ready']);
  expect(main).toMatchObject({ cap: '', finishedAt: 0, spans: [{ from: 2, to: 3 }] });
});

const CLOCK: readonly TraceEvent[] = [
  { kind: 'loop.created', loop: 1 },
  { kind: 'loop.iterationBegan', loop: 1, iteration: 1 },
  { kind: 'clock.advanced', time: 500, by: 0 },
  { kind: 'loop.iterationBegan', loop: 1, iteration: 2 },
  { kind: 'clock.advanced', time: 900, by: 1 },
];

test('the clock gives the time of a position, and the last position of a time', () => {
  const { history } = traceFromEvents(CLOCK, []);
  expect([0, 2, 3, 4, 5].map((at) => timeAt(history, at))).toEqual([0, 0, 500, 500, 900]);
  expect([0, 499, 500, 899, 900, 5000].map((us) => positionAtTime(history, us))).toEqual([2, 2, 4, 4, 5, 5]);
  expect(clockOf(history).map(({ timeUs, by }) => [timeUs, by])).toEqual([
    [0, 0],
    [500, 0],
    [900, 1],
  ]);
});

test('the buttons lead to the next and the previous of their kind', () => {
  const { history } = TRACE;
  const awaits = pointsOf(history, 'suspension');
  expect(awaits).toHaveLength(3);
  const [first = 0, second = 0, third = 0] = awaits;
  expect(nextAwait(history, 0)).toBe(first);
  expect(nextAwait(history, first)).toBe(second);
  expect(nextAwait(history, third)).toBeNull();
  expect(previousAwait(history, second)).toBe(first);
  expect(previousAwait(history, first)).toBeNull();
  expect(nextIteration(traceFromEvents(CLOCK, []).history, 2)).toBe(4);
});

test('the next event of a task is what it does, or what is done to it', () => {
  const { history } = traceFromText(`
    main c>-  :  >$
    a       c  >$
  `);
  const visited: number[] = [];
  for (let at = nextEventOfTask(history, 2, 0); at !== null; at = nextEventOfTask(history, 2, at)) visited.push(at);
  const { length } = visited;
  expect(length).toBe(4);
  const states = visited.map(
    (at) => worldAfter(traceFromText('main c>-  :  >$\na       c  >$'), at).tasks.get(2)?.state,
  );
  expect(states).toEqual(['ready', 'ready', 'running', 'done']);
  expect(nextTurnOfTask(history, 2, 0)).toBe(visited[2]);
});

test('every position has an anchor that leads back to it', () => {
  for (let at = 0; at <= TRACE.length; at++) {
    expect(resolveAnchor(TRACE.history, anchorAt(TRACE.history, at))).toBe(at);
  }
});

test('an anchor names a task, which time, and what', () => {
  const { history } = TRACE;
  expect(anchorAt(history, resolveAnchor(history, 'main#2:resume') ?? 0)).toBe('main#2:resume');
  expect(resolveAnchor(history, 'a#1:throw')).toBe(resolveAnchor(history, 'a#2:resume') ?? 0);
  expect(resolveAnchor(history, 'main#9:resume')).toBeNull();
  expect(resolveAnchor(history, 'nobody#1:resume')).toBeNull();
  expect(resolveAnchor(history, 'not an anchor')).toBeNull();
  expect(resolveAnchor(traceFromEvents(CLOCK, []).history, 'loop#2:iteration')).toBe(4);
});
