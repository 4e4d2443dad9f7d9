import { expect, test } from 'vitest';
import { EVENTS, type EventKind, type FieldTypes, type TraceEvent } from './events.ts';
import { codesFromText, eventsFromText, traceFromEvents } from './from-text.ts';
import { emptyWorld } from './mutable-world.ts';
import { narrate } from './narrate.ts';
import { eventAt, type Trace, worldAfter } from './trace.ts';
import { whyWaiting } from './why.ts';

function sentences(trace: Trace): readonly string[] {
  return Array.from({ length: trace.length }, (_, index) => {
    const event = eventAt(trace, index) ?? { kind: 'loop.stopped' as const, loop: 0 };
    return narrate(event, worldAfter(trace, index), worldAfter(trace, index + 1), trace.codes);
  });
}

const CODES = codesFromText('main c\nfetch c');
const SLEEP: readonly TraceEvent[] = [
  { kind: 'loop.created', loop: 1 },
  created(1, 'main()', 0),
  { kind: 'loop.iterationBegan', loop: 1, iteration: 1 },
  { kind: 'task.resumed', task: 1, handle: 0, how: 0, text: '', waited: 0 },
  created(2, 'fetch(1)', 1),
  { kind: 'handle.scheduled', handle: 1, label: 'step', task: 2, future: 0, reason: 1 },
  { kind: 'future.created', future: 9, label: 'sleep(2.0)', loop: 1 },
  { kind: 'timer.scheduled', handle: 2, label: 'set_result', task: 0, future: 9, when: 2_000_000 },
  { kind: 'task.suspended', task: 1, future: 9, frames: [] },
  { kind: 'task.resumed', task: 2, handle: 1, how: 0, text: '', waited: 0 },
  { kind: 'task.suspended', task: 2, future: 1, frames: [frame(1)] },
  { kind: 'clock.advanced', time: 2_000_000, by: 0 },
  { kind: 'timer.due', handle: 2 },
  { kind: 'handle.started', handle: 2 },
  { kind: 'future.resolved', future: 9, outcome: 0, text: 'None', by: 0 },
  { kind: 'handle.scheduled', handle: 3, label: 'wakeup', task: 1, future: 9, reason: 2 },
  { kind: 'handle.finished', handle: 2 },
  { kind: 'task.resumed', task: 1, handle: 3, how: 0, text: '', waited: 9 },
  { kind: 'task.cancelRequested', task: 2, by: 1, count: 1, message: '', forwarded: 0 },
  { kind: 'output.written', stream: 1, text: 'bye\n', process: 1 },
  { kind: 'task.finished', task: 1, outcome: 0, text: '42' },
  { kind: 'task.resumed', task: 2, handle: 0, how: 2, text: 'CancelledError', waited: 1 },
  { kind: 'task.cancelSwallowed', task: 2, code: 1, line: 13 },
];

test('the story of a sleep is told in plain sentences', () => {
  expect(sentences(traceFromEvents(SLEEP, CODES))).toEqual([
    'An event loop is created: a ready queue, a list of timers, and nothing in them.',
    'The main module creates the main task for main: it is ready, and nothing of it has run yet.',
    'The loop begins iteration 1 with no handle in the ready queue.',
    'main runs its first step at once, inside of the loop.',
    'main creates task A for fetch(1): it is ready, and nothing of it has run yet.',
    "A's first step joins the end of the ready queue.",
    'Future #9 (sleep(2.0)) is made: pending, until somebody gives it a result.',
    'A timer is set for t = 2.0 s: it will give Future #9 (sleep(2.0)) its result.',
    'main awaits sleep(2.0): it parks on Future #9 until t = 2.0 s; the loop takes the next handle.',
    'The loop takes A from the ready queue, and fetch(1) begins to run.',
    'A awaits main: it parks until main is done; nothing else is ready.',
    'Nothing is ready, so the loop sleeps until t = 2.0 s, when the timer of Future #9 (sleep(2.0)) is due.',
    'It is t = 2.0 s: the timer for t = 2.0 s of Future #9 (sleep(2.0)) is due and moves to the ready queue.',
    'The loop runs the timer that belongs to Future #9 (sleep(2.0)).',
    'The time has come: Future #9 (sleep(2.0)) gets its result.',
    "sleep(2.0) is done, so main's wake-up joins the end of the ready queue.",
    'The timer for t = 2.0 s of Future #9 (sleep(2.0)) has run; the loop goes on.',
    'sleep(2.0) has a result, so main goes on.',
    'main asks to cancel A: CancelledError will be thrown in at its next step.',
    'main prints "bye".',
    'main is done with the result 42. This wakes A.',
    'CancelledError is thrown into A at line 12 of fetch: it unwinds from there.',
    'A swallows the CancelledError in line 13 of fetch and goes on: cancelling is a request, not an order.',
  ]);
});

const ODD: { readonly [T in keyof FieldTypes]: FieldTypes[T] } = {
  ...{ id: 77, ids: [77], int: 0, time: 5, text: 'x', texts: [], frames: [] },
};

test('every kind of event has a sentence, even when it speaks of things unknown', () => {
  for (const [kind, fields] of Object.entries(EVENTS)) {
    const values = Object.entries(fields).map(([name, type]: [string, keyof FieldTypes]) => [name, ODD[type]]);
    const event = { kind: kind as EventKind, ...Object.fromEntries(values) } as TraceEvent;
    const text = narrate(event, emptyWorld(), emptyWorld(), []);
    expect(text, kind).toMatch(/^[^ ].*[.:]/);
    expect(text, kind).not.toMatch(/undefined|NaN|null/);
  }
});

const why = (events: readonly TraceEvent[], task: number) => {
  const trace = traceFromEvents(events, CODES);
  return whyWaiting(worldAfter(trace, trace.length), task);
};

test('who waits for a timer is told when it wakes', () => {
  expect(why(SLEEP.slice(0, 11), 2)).toMatchObject({
    verdict: 'timer',
    sentence: 'A waits for main. main waits for sleep(2.0): a timer wakes it at t = 2.0 s, in 2.0 s.',
    chain: [
      { kind: 'task', id: 2 },
      { kind: 'task', id: 1 },
      { kind: 'future', id: 9 },
      { kind: 'timer', id: 2 },
    ],
  });
});

test('two tasks that wait for each other are a deadlock', () => {
  const events: readonly TraceEvent[] = [
    created(1, 'main()', 0),
    created(2, 'fetch()', 1),
    { kind: 'task.suspended', task: 1, future: 2, frames: [] },
    { kind: 'task.suspended', task: 2, future: 1, frames: [] },
  ];
  expect(why(events, 1)).toMatchObject({
    verdict: 'deadlock',
    sentence:
      'main waits for A. A waits for main. That is a circle: main waits in the end for itself, and none of them can ever go on.',
  });
});

test('who waits for a lock is told who holds it', () => {
  const lock = {
    kind: 'sync.changed',
    sync: 1,
    state: 'locked',
    value: 0,
    limit: 0,
    putters: [],
    items: [],
    holders: [],
  } as const;
  const events: readonly TraceEvent[] = [
    created(1, 'main()', 0),
    created(2, 'fetch()', 1),
    { kind: 'sync.created', sync: 1, type: 'Lock', label: 'lock' },
    { kind: 'future.created', future: 5, label: 'Lock.acquire', loop: 1 },
    { ...lock, owner: 1, waiters: [5] },
    { kind: 'task.suspended', task: 2, future: 5, frames: [] },
  ];
  expect(why(events, 2).sentence).toBe(
    'A waits in line for Lock lock, which main holds. main is ready: its turn comes.',
  );
});

test('who waits for a future that nobody can settle is told so', () => {
  const events = eventsFromText('main c>.');
  expect(why(events, 1)).toMatchObject({ verdict: 'nobody' });
  expect(why(eventsFromText('main c>'), 1)).toMatchObject({ verdict: 'notWaiting', sentence: 'main is running.' });
});

test('who waits for a gather is told what the gather waits for', () => {
  const events: readonly TraceEvent[] = [
    created(1, 'main()', 0),
    created(2, 'fetch(1)', 1),
    created(3, 'fetch(2)', 1),
    { kind: 'future.created', future: 5, label: 'gather', loop: 1 },
    { kind: 'future.awaitedBy', future: 2, waiter: 5 },
    { kind: 'future.awaitedBy', future: 3, waiter: 5 },
    { kind: 'task.suspended', task: 1, future: 5, frames: [] },
  ];
  expect(why(events, 1)).toMatchObject({ verdict: 'willRun' });
  expect(why(events, 1).sentence).toMatch(/^main waits for A \(fetch\(1\)\) and B \(fetch\(2\)\)\./);
});

function created(task: number, label: string, parent: number): TraceEvent {
  const name = `Task-${task}`;
  return { kind: 'task.created', task, coroutine: 0, code: task - 1, name, label, parent, loop: 1, isEager: 0 };
}

function frame(code: number) {
  return { code, line: 12, endLine: 12, column: 4, endColumn: 20 };
}
