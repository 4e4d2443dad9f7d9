import { expect, test } from 'vitest';
import type { TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { lineageOf, stationBeside, stationsOf } from './lineage.ts';
import { livesOf } from './lives.ts';

const STORED = {
  kind: 'envelope.stored',
  celeryTask: '',
  body: '{}',
  expires: 0,
  group: '',
} as const;
const EVENTS: readonly TraceEvent[] = [
  { kind: 'process.started', process: 1, parent: 0, pid: 4201, label: 'Procfile' },
  { kind: 'process.started', process: 2, parent: 1, pid: 4202, label: 'daphne.1' },
  { kind: 'thread.started', thread: 2, process: 2, name: 'MainThread', by: 1 },
  { kind: 'process.started', process: 3, parent: 1, pid: 4203, label: 'worker.1' },
  { kind: 'thread.started', thread: 3, process: 3, name: 'MainThread', by: 1 },
  { kind: 'process.started', process: 4, parent: 1, pid: 4204, label: 'browser.1' },
  { kind: 'thread.started', thread: 4, process: 4, name: 'MainThread', by: 1 },
  { kind: 'broker.opened', broker: 1, type: 'Redis', label: '', process: 1, isAcking: 0 },
  { kind: 'queue.opened', queue: 1, broker: 1, name: 'http.request', mouth: 'many', capacity: 100, owner: 0 },
  { kind: 'queue.opened', queue: 2, broker: 1, name: 'd!', mouth: 'owner', capacity: 100, owner: 2 },
  { kind: 'thread.switched', thread: 4 },
  { kind: 'connection.requested', connection: 1, via: 0, from: 'a', to: 'b', address: 'b:80', due: 0, task: 0 },
  { kind: 'connection.held', connection: 1, forward: 0, processes: [2] },
  { kind: 'message.sent', message: 1, connection: 1, forward: 1, label: 'GET /', size: 9, due: 0, task: 0 },
  { kind: 'message.received', message: 1 },
  { kind: 'thread.switched', thread: 2 },
  { ...STORED, envelope: 1, queue: 1, name: 'http.request', label: 'GET /', origin: 0 },
  { kind: 'thread.switched', thread: 3 },
  { kind: 'envelope.taken', envelope: 1, thread: 3, task: 0 },
  { kind: 'envelope.began', envelope: 1, consumer: 'views.index', thread: 3, task: 0 },
  { kind: 'line.reached', code: 0, line: 7 },
  { ...STORED, envelope: 2, queue: 2, name: 'd!r1', label: '200', origin: 1 },
  { kind: 'envelope.ended', envelope: 1, outcome: 0, text: '' },
  { kind: 'envelope.taken', envelope: 2, thread: 2, task: 0 },
  { kind: 'thread.switched', thread: 2 },
  { kind: 'message.sent', message: 2, connection: 1, forward: 0, label: '200 OK', size: 9, due: 0, task: 0 },
];
const TRACE = traceFromEvents(EVENTS, [{ qualname: 'index', file: 'views.py', firstLine: 6, isUser: true }]);

test('a request is followed from the browser to the line of its consumer and back, from any message of it', () => {
  for (const envelope of [1, 2]) {
    const stations = stationsOf(lineageOf(livesOf(TRACE), envelope));
    expect(
      stations.map(({ kind, life, process, text }) => `${kind} ${life.envelope} by ${process} ${text}`.trim()),
    ).toEqual([
      'asked 1 by 4 GET /',
      'stored 1 by 2',
      'taken 1 by 3',
      'began 1 by 3 views.index',
      'stored 2 by 3',
      'ended 1 by 3',
      'taken 2 by 2',
      'answered 2 by 4 200 OK',
    ]);
    expect(stations.map(({ position }) => position)).toEqual(
      stations.map(({ position }) => position).sort((a, b) => a - b),
    );
    expect(stations.find(({ kind }) => kind === 'began')?.line).toEqual({ code: 0, line: 7, position: 21 });
  }
});

test('from each place the next and the previous station can be found', () => {
  const stations = stationsOf(lineageOf(livesOf(TRACE), 1));
  const beside = (position: number) =>
    (['previous', 'next'] as const).map((way) => stationBeside(stations, position, way)?.kind);
  expect(beside(0)).toEqual([undefined, 'asked']);
  expect(beside(17)).toEqual(['asked', 'taken']);
  expect(beside(EVENTS.length)).toEqual(['taken', undefined]);
});

test('what each process does with channels is known from what it did', () => {
  const { deeds } = livesOf(TRACE);
  const done = (process: number) =>
    Object.entries(deeds.get(process) ?? {}).flatMap(([deed, isDone]) => (isDone ? [deed] : []));
  expect([1, 2, 3, 4].map(done)).toEqual([['holds'], ['owns', 'stores'], ['stores', 'reads'], ['connects']]);
});

test('a trace that grows is read on, not again', () => {
  const half = traceFromEvents(EVENTS.slice(0, 18), []);
  expect(livesOf(half).byEnvelope.size).toBe(1);
  expect(livesOf(half)).toBe(livesOf(half));
  expect(livesOf(TRACE).byEnvelope.size).toBe(2);
});

test('a consumer stands where one before it stood; of a task the tries are known, and which exchange led where', () => {
  const consumer = { kind: 'consumer.changed', queue: 1, label: 'tag', thread: 1, visibility: 0 } as const;
  const routed = {
    kind: 'publish.routed',
    broker: 1,
    exchange: 'logs',
    key: 'k',
    label: 'add()',
    matched: [],
    origin: 0,
  } as const;
  const call = { ...STORED, queue: 1, name: 'k', label: 'add()', origin: 0, celeryTask: 'a1' } as const;
  const trace = traceFromEvents(
    [
      { kind: 'broker.opened', broker: 1, type: 'RabbitMQ', label: '', process: 1, isAcking: 1 },
      { kind: 'queue.opened', queue: 1, broker: 1, name: 'celery', mouth: 'many', capacity: 0, owner: 0 },
      { ...consumer, consumer: 1, prefetch: 4, isOpen: 1 },
      { ...consumer, consumer: 1, prefetch: 4, isOpen: 0 },
      { ...consumer, consumer: 2, prefetch: 8, isOpen: 1 },
      { ...consumer, consumer: 3, prefetch: -1, isOpen: 1 },
      routed,
      { ...call, envelope: 1 },
      { kind: 'publish.answered', broker: 1, answer: 'confirmed', label: 'add()', text: '' },
      { kind: 'envelope.delivered', envelope: 1, consumer: 2, thread: 1, task: 0 },
      { kind: 'celeryTask.changed', id: 'a1', name: 'add', state: 'RETRY', text: 'later' },
      routed,
      { ...call, envelope: 2, origin: 1 },
      { kind: 'envelope.acked', envelope: 1 },
      { kind: 'envelope.returned', envelope: 2, place: 0, reason: 'requeued' },
      { kind: 'envelope.deadLettered', envelope: 2, reason: 'rejected' },
    ],
    [],
  );
  const lives = livesOf(trace);
  expect(lives.windows.get(1)).toMatchObject([
    { consumers: [1, 2], prefetch: 8 },
    { consumers: [3], prefetch: -1 },
  ]);
  expect([lives.tries.get('a1'), [...(lives.exchanges.get(1) ?? [])]]).toEqual([[1, 2], ['logs']]);
  expect(lives.byEnvelope.get(1)).toMatchObject({ exchange: 'logs', celeryTask: 'a1' });
  const told = stationsOf(lineageOf(lives, 1)).map(({ kind, life, text }) => `${life.envelope} ${kind} ${text}`.trim());
  expect(told).toEqual([
    '1 stored',
    '1 answered confirmed',
    '1 delivered',
    '1 state RETRY: later',
    '2 stored',
    '1 acked',
    '2 returned requeued',
    '2 deadLettered rejected',
  ]);
});
