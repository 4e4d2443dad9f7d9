import { expect, test } from 'vitest';
import type { TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { narrate } from './narrate.ts';
import { worldAfter } from './trace.ts';

const BEGAN = { kind: 'request.began', pool: 1, label: 'GET /', host: 'example.com', task: 0 } as const;
const POOL = { kind: 'pool.changed', pool: 1, type: 'TCPConnector', limit: 1, perHost: 0 } as const;
const EVENTS: readonly TraceEvent[] = [
  { ...BEGAN, request: 1, attempt: 1, again: 0 },
  { ...POOL, users: [1], waiters: [] },
  {
    kind: 'connection.requested',
    connection: 1,
    via: 0,
    from: 'localhost',
    to: 'example.com',
    address: '93.184.215.14:80',
    due: 0,
    task: 0,
  },
  { kind: 'request.ended', request: 1, outcome: 1, text: 'TimeoutError' },
  { ...POOL, users: [], waiters: [] },
  { ...BEGAN, request: 2, attempt: 2, again: 1 },
  { ...POOL, users: [2], waiters: [] },
  { ...BEGAN, request: 3, attempt: 1, again: 0, label: 'GET /b' },
  { ...POOL, users: [2], waiters: [3] },
  { kind: 'request.ended', request: 2, outcome: 0, text: '200 OK' },
  { ...POOL, users: [], waiters: [3] },
  { ...POOL, users: [3], waiters: [] },
  { kind: 'request.ended', request: 3, outcome: 2, text: 'ConnectionRefusedError' },
];
const TRACE = traceFromEvents(EVENTS, []);

test('each thing that a client does has its sentence', () => {
  const told = EVENTS.map((event, index) => narrate(event, worldAfter(TRACE, index), worldAfter(TRACE, index + 1), []));
  expect(told.filter((_, index) => EVENTS[index]?.kind !== 'connection.requested')).toEqual([
    'The main module begins with the request GET / at example.com.',
    'The main module gets a connection from the pool of TCPConnector: 1 of 1 in use.',
    'The request GET / at example.com timed out.',
    'The main module gives its place in the pool of TCPConnector back: 0 of 1 in use.',
    'The main module tries GET / at example.com again: attempt 2; attempt 1 timed out.',
    'The main module gets a connection from the pool of TCPConnector: 1 of 1 in use.',
    'The main module begins with the request GET /b at example.com.',
    'The main module finds no connection free in the pool of TCPConnector (1 of 1 in use): it stands in line.',
    'The request GET / at example.com (attempt 2) was answered: 200 OK.',
    'The main module gives its place in the pool of TCPConnector back: 0 of 1 in use; the main module is the first in line.',
    'The main module gets a connection from the pool of TCPConnector: 1 of 1 in use.',
    'The request GET /b at example.com was refused.',
  ]);
});

test('who gives up is seen on the connection that was asked for', () => {
  expect(worldAfter(TRACE, 3).connections[0]?.trouble).toBeNull();
  expect(worldAfter(TRACE, 4).connections[0]?.trouble).toEqual({ kind: 'time', text: 'timed out' });
  expect(worldAfter(TRACE, 4).requests[0]?.connection).toBe(1);
});

test('a request that was tried again is kept for as long as the next attempt', () => {
  const many = Array.from({ length: 40 }, (_, index): readonly TraceEvent[] => [
    { ...BEGAN, request: 10 + index, attempt: 1, again: 0, label: `GET /${index}` },
    { kind: 'request.ended', request: 10 + index, outcome: 0, text: '200 OK' },
  ]).flat();
  const trace = traceFromEvents([...EVENTS.slice(0, 6), ...many], []);
  const { requests } = worldAfter(trace, trace.length);
  expect(requests.length).toBeLessThan(20);
  expect(requests.map(({ id }) => id)).toEqual(expect.arrayContaining([1, 2]));
});
