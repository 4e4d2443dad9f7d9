import { expect, test } from 'vitest';
import type { TraceEvent } from './events.ts';
import { printWorld, traceFromEvents, traceFromText } from './from-text.ts';
import { letterOf } from './letter.ts';
import { worldAfter } from './trace.ts';
import type { World } from './world.ts';

const end = (text: string): World => {
  const trace = traceFromText(text);
  return worldAfter(trace, trace.length);
};
const after = (...events: readonly TraceEvent[]): World => {
  const trace = traceFromEvents(events, []);
  return worldAfter(trace, trace.length);
};

test('a task is ready from its creation until the loop first steps it', () => {
  expect(printWorld(end('main c>'))).toBe('main:running');
  expect(printWorld(end('main c>.\na     c'))).toBe('main:waiting a:ready');
  expect(
    printWorld(
      end(`
        main c> .
        a      c >
      `),
    ),
  ).toBe('main:waiting a:running');
});

test('a task waits on its future until the future is resolved', () => {
  const waiting = end('main c>.').tasks.get(1);
  expect(waiting).toMatchObject({ state: 'waiting', waitsOn: 2, parked: [{ code: 0, line: 10 }] });
  expect(end('main c>.').futures.get(2)).toMatchObject({ state: 'pending', waiters: [1] });
  expect(end('main c>.!').futures.get(2)).toMatchObject({ state: 'result', waiters: [] });
  expect(end('main c>.!').tasks.get(1)).toMatchObject({ state: 'ready', waitsOn: 0 });
});

test('a bare yield leaves a task ready, behind the others', () => {
  const world = end(`
    main c> :
    a      c
  `);
  expect(printWorld(world)).toBe('main:ready a:ready');
  expect(world.ready.map((id) => world.handles.get(id)?.task)).toEqual([2, 1]);
});

test('a task ends as done, failed or cancelled', () => {
  expect(printWorld(end('main c>$'))).toBe('main:done');
  expect(printWorld(end('main c>x'))).toBe('main:failed');
  expect(printWorld(end('main c>.?!@#'))).toBe('main:cancelled');
  expect(end('main c>x').tasks.get(1)?.result).toBe('ValueError: no');
});

test('cancelling is a request, then a throw, then perhaps a refusal', () => {
  const phase = (text: string) => end(text).tasks.get(1)?.cancel.phase;
  expect(phase('main c>.')).toBe('none');
  expect(phase('main c>.?')).toBe('requested');
  expect(phase('main c>.?!@')).toBe('thrown');
  expect(phase('main c>.?!@~')).toBe('refused');
  expect(phase('main c>.?!@$')).toBe('refused');
  expect(phase('main c>.?!@#')).toBe('thrown');
});

test('lines belong to the running task, and come back when it is resumed', () => {
  const trace = traceFromText(`
    main c>--. !>
    a      c  >.
  `);
  const lines = Array.from({ length: trace.length + 1 }, (_, at) => worldAfter(trace, at));
  expect(lines.filter(({ runningTask }) => runningTask === 1).map(({ line }) => line)).toEqual([
    0, 11, 11, 11, 12, 12, 12,
  ]);
});

test('the main task is M, the others A, B, ... without a second M', () => {
  const world = end('main c>\na    c\nb     c');
  expect([...world.tasks.values()].map(({ letter, hue }) => `${letter}${hue}`)).toEqual(['M0', 'A1', 'B2']);
  expect([11, 12, 24, 25].map((ordinal) => letterOf(ordinal, true))).toEqual(['L', 'N', 'Z', 'AA']);
  expect([12, 25, 26, 701, 702].map((ordinal) => letterOf(ordinal, false))).toEqual(['M', 'Z', 'AA', 'ZZ', 'AAA']);
});

const timer = (handle: number, when: number): TraceEvent => {
  return { kind: 'timer.scheduled', handle, label: 'f', task: 0, future: 0, when };
};

test('timers stand soonest first, equal ones in order of creation', () => {
  expect(after(timer(1, 30), timer(2, 10), timer(3, 30), timer(4, 20)).timers).toEqual([2, 4, 1, 3]);
});

test('a timer that is due goes to the end of the ready queue', () => {
  const world = after(timer(1, 10), timer(2, 20), { kind: 'timer.due', handle: 1 });
  expect(world).toMatchObject({ timers: [2], ready: [1] });
});

test('a cancelled timer is shown until the loop drops it from the top of the heap', () => {
  const cancelled: readonly TraceEvent[] = [timer(1, 10), { kind: 'handle.cancelled', handle: 1 }];
  const world = after(...cancelled);
  expect(world.timers).toEqual([1]);
  expect(world.handles.get(1)?.state).toBe('cancelled');
  const next = after(...cancelled, { kind: 'loop.iterationBegan', loop: 1, iteration: 1 });
  expect(next.timers).toEqual([]);
  expect(next.handles.size).toBe(0);
});

test('a cancelled handle is passed over when the loop takes the one behind it', () => {
  const schedule = (handle: number): TraceEvent => {
    return { kind: 'handle.scheduled', handle, label: 'f', task: 0, future: 0, reason: 0 };
  };
  const queue = [schedule(1), schedule(2), schedule(3), { kind: 'handle.cancelled', handle: 1 } as const];
  expect(after(...queue, { kind: 'handle.started', handle: 2 })).toMatchObject({ ready: [3], runningHandle: 2 });
});

test('an eager task runs inside of its creator, who goes on afterwards', () => {
  const eager: TraceEvent = { kind: 'task.resumed', task: 2, handle: 0, how: 0, text: '', waited: 0 };
  const made: readonly TraceEvent[] = [...begin(1), ...begin(2).slice(0, 1), eager];
  expect(after(...made)).toMatchObject({ runningTask: 2 });
  const done = after(...made, { kind: 'task.finished', task: 2, outcome: 0, text: '1' });
  expect(done).toMatchObject({ runningTask: 1 });
  expect(done.tasks.get(1)?.state).toBe('running');
});

function begin(task: number): readonly TraceEvent[] {
  const fields = {
    coroutine: 0,
    code: 0,
    name: `t${task}`,
    label: `t${task}()`,
    parent: task - 1,
    loop: 1,
    isEager: 0,
  };
  return [
    { kind: 'task.created', task, ...fields },
    { kind: 'task.resumed', task, handle: 0, how: 0, text: '', waited: 0 },
  ];
}

test('a timer cancelled below the top of the heap comes due all the same, and the loop passes over it', () => {
  const cancelled: TraceEvent = { kind: 'handle.cancelled', handle: 2 };
  const due = [timer(1, 5), timer(2, 5), cancelled, { kind: 'timer.due', handle: 2 }] as const;
  expect(after(...due).handles.get(2)?.state).toBe('cancelled');
  const next = after(...due, { kind: 'loop.iterationBegan', loop: 1, iteration: 2 });
  expect([next.ready.length, next.handles.size]).toEqual([0, 1]);
});
