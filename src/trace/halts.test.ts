import { expect, test } from 'vitest';
import type { EventOf, TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { haltsAtEvents, haltsAtLines } from './halts.ts';

const CODES = [
  { qualname: 'main', file: 'main.py', firstLine: 1, isUser: true },
  { qualname: 'other', file: 'other.py', firstLine: 1, isUser: true },
  { qualname: 'sleep', file: 'main.py', firstLine: 1, isUser: false },
];
const line = (code: number, at: number): TraceEvent => ({ kind: 'line.reached', code, line: at });

test('a line is found wherever it is about to run, in its own file only', () => {
  const trace = traceFromEvents([line(0, 3), line(1, 3), line(0, 4), line(2, 3), line(0, 3)], CODES, 2);
  const found = haltsAtLines(trace, [
    { file: 'main.py', line: 3 },
    { file: 'other.py', line: 3 },
    { file: 'main.py', line: 9 },
  ]);
  expect([...found]).toEqual([
    ['main.py:3', [1, 5]],
    ['other.py:3', [2]],
    ['main.py:9', []],
  ]);
});

const SYNC = { owner: 0, waiters: [], putters: [], items: [], holders: [], state: '' } as const;
const lock = (waiters: readonly number[]): EventOf<'sync.changed'> => ({
  ...{ ...SYNC, kind: 'sync.changed', sync: 1, value: 0, limit: 0 },
  waiters,
});
const queue = (value: number, putters: readonly number[] = []): EventOf<'sync.changed'> => ({
  ...{ ...SYNC, kind: 'sync.changed', sync: 2, value, limit: 2 },
  putters,
});

const EVENTS: readonly TraceEvent[] = [
  { kind: 'sync.created', sync: 1, type: 'Lock', label: '' },
  { kind: 'sync.created', sync: 2, type: 'Queue', label: '' },
  lock([]),
  lock([5]),
  lock([5, 6]),
  lock([6]),
  queue(1),
  queue(2),
  queue(2, [9]),
  queue(1),
  queue(2),
  { kind: 'task.cancelRequested', task: 1, by: 0, count: 1, message: '', forwarded: 0 },
  { kind: 'task.resumed', task: 1, handle: 0, how: 2, text: 'CancelledError', waited: 0 },
  { kind: 'task.finished', task: 1, outcome: 2, text: '' },
  { kind: 'task.finished', task: 2, outcome: 1, text: 'ValueError' },
  { kind: 'exception.raised', code: 0, line: 3, text: 'ValueError' },
  { kind: 'envelope.refused', queue: 1, name: 'a', label: '', reason: 'full', group: '' },
  { kind: 'envelope.removed', envelope: 1, reason: 'expired' },
];

test('events are found: a cancel, a lock that somebody waits for, a queue that becomes full, what is lost', () => {
  const trace = traceFromEvents(EVENTS, CODES);
  const all = haltsAtEvents(trace, ['cancel', 'failure', 'exception', 'contention', 'full', 'drop'], true);
  expect(Object.fromEntries(all)).toEqual({
    cancel: [12, 14],
    failure: [15],
    exception: [13, 16],
    contention: [4, 5],
    full: [8, 11, 17],
    drop: [17, 18],
  });
  expect(haltsAtEvents(trace, ['deadlock'], true).get('deadlock')).toEqual([18]);
  expect(haltsAtEvents(trace, ['deadlock'], false).get('deadlock')).toEqual([]);
});
