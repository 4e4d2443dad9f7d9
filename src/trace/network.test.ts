import { expect, test } from 'vitest';
import type { TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { narrate } from './narrate.ts';
import { worldAfter } from './trace.ts';

const ASKED: TraceEvent = {
  kind: 'connection.requested',
  connection: 1,
  via: 0,
  from: 'localhost',
  to: 'example.com',
  address: '93.184.215.14:80',
  due: 100_000,
  task: 0,
};
const SENT: TraceEvent = {
  kind: 'message.sent',
  message: 1,
  connection: 1,
  forward: 1,
  label: 'GET /',
  size: 40,
  due: 150_000,
  task: 0,
};
const EVENTS: readonly TraceEvent[] = [
  ASKED,
  { kind: 'clock.advanced', time: 100_000, by: 0 },
  { kind: 'connection.opened', connection: 1 },
  SENT,
  { kind: 'clock.advanced', time: 150_000, by: 0 },
  { kind: 'message.received', message: 1 },
  { kind: 'connection.closed', connection: 1, reason: 'connection reset' },
];
const TRACE = traceFromEvents(EVENTS, []);

function at(position: number) {
  return worldAfter(TRACE, position).connections[0];
}

test('a connection is asked for, open, and over', () => {
  expect([1, 3, 7].map((position) => at(position)?.state)).toEqual(['connecting', 'open', 'closed']);
  expect(at(1)?.dueUs).toBe(100_000);
  expect(at(7)?.reason).toBe('connection reset');
});

test('a message is under way until it has arrived', () => {
  expect(at(4)?.messages.map(({ label }) => label)).toEqual(['GET /']);
  expect(at(6)?.messages).toEqual([]);
  expect(at(6)?.arrived.map(({ label }) => label)).toEqual(['GET /']);
});

test('each thing that happens on the network has its sentence', () => {
  const told = EVENTS.map((event, index) => narrate(event, worldAfter(TRACE, index), worldAfter(TRACE, index + 1), []));
  expect(told.filter((_, index) => !EVENTS[index]?.kind.startsWith('clock'))).toEqual([
    'The main module asks example.com for a connection: the answer will be there at t = 0.1 s, in 0.1 s.',
    'The connection with example.com is open.',
    '"GET /" (40 bytes) goes to example.com, there at t = 0.15 s, in 0.05 s.',
    '"GET /" has arrived.',
    'The connection with example.com is over: connection reset.',
  ]);
});
