import { expect, test } from 'vitest';
import type { TraceEvent } from '../trace/events.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../trace/trace.ts';
import { TraceWriter } from '../trace/writer.ts';
import { placesOf, workUpTo } from './side-by-side.ts';

function traceOf(events: readonly TraceEvent[]): Trace {
  const writer = new TraceWriter();
  for (const event of events) writer.record(event);
  const chunk = writer.takeChunk();
  return chunk === null ? EMPTY_TRACE : appendChunk(EMPTY_TRACE, chunk);
}

const clock = (seconds: number): TraceEvent => ({ kind: 'clock.advanced', time: seconds * 1e6, by: 0 });
const began: TraceEvent = { kind: 'envelope.began', envelope: 1, consumer: 'f', thread: 0, task: 0 };
const ended = (outcome: number): TraceEvent => ({ kind: 'envelope.ended', envelope: 1, outcome, text: '' });

const LEFT = traceOf([began, clock(2), ended(2)]);
const RIGHT = traceOf([began, clock(1), clock(3), ended(0), clock(9)]);
const shown = (pace: 'step' | 'message') =>
  placesOf(LEFT, RIGHT, pace).map(({ left, right, timeUs }) => `${timeUs / 1e6}: ${left} ${right}`);

test('one playhead for two runs follows virtual time, the left run first', () => {
  expect(shown('step')).toEqual([
    ...['0: 0 0', '0: 1 0', '0: 1 1', '1: 1 2', '2: 2 2', '2: 3 2'],
    ...['3: 3 3', '3: 3 4', '9: 3 5'],
  ]);
});

test('or it stops only at what becomes of messages, and at the ends', () => {
  expect(shown('message')).toEqual(['0: 0 0', '0: 1 0', '0: 1 1', '2: 3 1', '3: 3 4', '9: 3 5']);
});

test('what became of the work is counted up to there', () => {
  expect(workUpTo(LEFT, 3)).toEqual({ begun: 1, finished: 0, lost: 1 });
  expect(workUpTo(RIGHT, 3)).toEqual({ begun: 1, finished: 0, lost: 0 });
});
