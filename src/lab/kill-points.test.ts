import { expect, test } from 'vitest';
import type { EventKind, EventOf, TraceEvent } from '../trace/events.ts';
import { actsAt, killPoints } from './kill-points.ts';
import { tallyOf, verdictOf } from './verdict.ts';

function event<K extends EventKind>(kind: K, fields: Partial<EventOf<K>>): TraceEvent {
  return { kind, ...fields } as TraceEvent;
}

const started = (process: number, label: string, parent = 1) =>
  event('process.started', { process, parent, pid: 4200 + process, label });

const RUN: readonly TraceEvent[] = [
  started(2, 'broker.1'),
  started(3, 'worker.1'),
  started(4, 'producer.1'),
  event('envelope.stored', { envelope: 1 }),
  event('process.ended', { process: 4, status: 0 }),
  event('thread.switched', { thread: 3 }),
  event('line.reached', { line: 1 }),
  event('envelope.delivered', { envelope: 1 }),
  event('envelope.began', { envelope: 1, thread: 3 }),
  event('line.reached', { line: 5 }),
  event('clock.advanced', { time: 1_000_000 }),
  event('envelope.ended', { envelope: 1 }),
  event('line.reached', { line: 2 }),
  event('envelope.acked', { envelope: 1 }),
];

test('a kill matters after what concerns messages and processes, and at each line of who works on a message', () => {
  const positions = (victim: Parameters<typeof killPoints>[1]) =>
    killPoints(RUN, victim).map(({ position }) => position);
  expect(positions('worker')).toEqual([2, 3, 4, 5, 8, 9, 10, 12, 14]);
  expect(positions('producer')).toEqual([3, 4]);
  expect(positions('broker').slice(0, 2)).toEqual([1, 2]);
  expect(positions('child')).toEqual([]);
  expect(positions('poison')).toEqual([]);
});

test('whoever has no pool to replace it is replaced; nobody is, who only sends', () => {
  const [worker] = killPoints(RUN, 'worker').slice(-1);
  const [producer] = killPoints(RUN, 'producer');
  if (worker === undefined || producer === undefined) throw new Error('there are points');
  expect(actsAt(worker, 'worker')).toEqual([
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', id: 4203, position: 14 },
    { kind: 'restart', process: 'worker.1', timeUs: 1_500_000 },
  ]);
  expect(actsAt(producer, 'producer')).toHaveLength(1);
});

test('a child is a process that the worker has started, and another after it has been replaced', () => {
  const run = [
    started(2, 'worker.1'),
    started(3, 'child', 2),
    event('process.ended', { process: 3 }),
    started(4, 'child', 2),
  ];
  expect(killPoints(run, 'child').map(({ pid, position }) => [position, pid])).toEqual([
    [2, 4203],
    [4, 4204],
  ]);
});

test('nothing matters after the book has been read', () => {
  const run = [started(2, 'worker.1'), started(3, 'audit.1'), event('process.ended', { process: 3 }), ...RUN.slice(3)];
  expect(killPoints(run, 'worker').map(({ position }) => position)).toEqual([1, 2]);
});

test('the verdict is what the audit says, and nobody else', () => {
  const run = [
    started(2, 'worker.1'),
    started(3, 'audit.1'),
    event('output.written', { process: 2, text: 'order 9: charged 9 times\n' }),
    event('output.written', { process: 3, text: 'order 1: charged 0 times\norder 2: charged 1 times\n' }),
    event('output.written', { process: 3, text: 'order 3: charged 2 times\n' }),
    event('celeryTask.changed', { id: 'a', state: 'FAILURE' }),
    event('envelope.returned', { envelope: 1 }),
  ];
  const verdict = verdictOf(run);
  expect(verdict.orders.map(({ fate }) => fate)).toEqual(['lost', 'once', 'duplicated']);
  expect(verdict).toMatchObject({ failed: 1, redelivered: 1, deadLettered: 0 });
  expect(tallyOf([verdict, verdict])).toEqual({ lost: 2, once: 2, duplicated: 2 });
});
