import { expect, test } from 'vitest';
import { isBalanced } from './balance.ts';
import { envelopeOf, queueOf } from './brokers.ts';
import type { TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { narrate } from './narrate.ts';
import { worldAfter } from './trace.ts';

const TASK = {
  kind: 'envelope.stored',
  queue: 1,
  name: 'celery',
  body: '',
  expires: 0,
  origin: 0,
  group: '',
  celeryTask: '',
} as const;
const ROUTED = { broker: 1, label: 'add(1, 2)', origin: 0 } as const;
const EVENTS: readonly TraceEvent[] = [
  { kind: 'broker.opened', broker: 1, type: 'RabbitMQ', label: 'localhost:5672', process: 1, isAcking: 1 },
  { kind: 'exchange.changed', broker: 1, name: 'logs', type: 'fanout', bindings: [] },
  { kind: 'queue.opened', queue: 1, broker: 1, name: 'celery', mouth: 'many', capacity: 0, owner: 0 },
  { kind: 'exchange.changed', broker: 1, name: 'logs', type: 'fanout', bindings: ['celery ← kern.*'] },
  { kind: 'publish.routed', ...ROUTED, exchange: 'logs', key: 'kern.info', matched: ['celery ← kern.*'] },
  { ...TASK, envelope: 1, label: 'add(1, 2)' },
  { kind: 'publish.answered', broker: 1, answer: 'confirmed', label: 'add(1, 2)', text: '' },
  { kind: 'publish.routed', ...ROUTED, exchange: '', key: 'none', label: 'x', matched: [] },
  { ...TASK, envelope: 2, label: 'add(3, 4)' },
  { kind: 'consumer.changed', consumer: 1, queue: 1, label: 'ctag1', thread: 1, prefetch: 2, visibility: 0, isOpen: 1 },
  { kind: 'envelope.delivered', envelope: 1, consumer: 1, thread: 1, task: 0 },
  { kind: 'celeryTask.changed', id: 'a1', name: 'tasks.add', state: 'STARTED', text: '' },
  { kind: 'envelope.returned', envelope: 1, place: 0, reason: 'its consumer is gone' },
  { kind: 'envelope.delivered', envelope: 1, consumer: 1, thread: 1, task: 0 },
  { kind: 'envelope.acked', envelope: 1 },
  { kind: 'celeryTask.changed', id: 'a1', name: '', state: 'SUCCESS', text: '3' },
  { kind: 'envelope.deadLettered', envelope: 2, reason: 'expired' },
  { kind: 'canvas.began', type: 'chord', parts: ['a1', 'a2'], labels: ['add(1, 2)', 'total()'] },
  { kind: 'consumer.changed', consumer: 1, queue: 1, label: 'ctag1', thread: 1, prefetch: 2, visibility: 0, isOpen: 0 },
];
const TRACE = traceFromEvents(EVENTS, []);
const at = (position: number) => worldAfter(TRACE, position);

test('each thing that a broker with acknowledgements does has its sentence', () => {
  const told = EVENTS.map((event, index) => narrate(event, at(index), at(index + 1), []));
  expect(told.filter((_, index) => !/^(?:broker|queue)\.|\.stored$/.test(EVENTS[index]?.kind ?? ''))).toEqual([
    'Exchange logs (fanout) has no bindings: what is published there goes nowhere.',
    'Exchange logs (fanout) leads to celery (kern.*).',
    'The main module publishes add(1, 2) with key kern.info to exchange logs, which leads it to celery (kern.*).',
    'The broker confirms add(1, 2) to the main module.',
    'The main module publishes x with key none: there is no queue of that name, it goes nowhere.',
    'Consumer ctag1 takes from queue celery: at most 2 unacknowledged.',
    'add(1, 2) is delivered to the main module; queue celery keeps it until it is acknowledged.',
    'Task tasks.add is STARTED.',
    'add(1, 2) goes back to queue celery, to be delivered again: its consumer is gone.',
    'add(1, 2) is delivered once more to the main module; queue celery keeps it until it is acknowledged.',
    'add(1, 2) is acknowledged: queue celery forgets it (1 ready, 0 unacknowledged).',
    'Task a1 is SUCCESS: 3.',
    'Queue celery gives add(3, 4) up: expired.',
    'The main module sends off a chord of 2 tasks.',
    'Consumer ctag1 takes nothing more from queue celery.',
  ]);
});

test('a delivered envelope stays with its queue until it is acknowledged, and comes back where it was', () => {
  expect(queueOf(at(11), 1)).toMatchObject({ items: [2], unacked: [1], deliveries: 1 });
  expect(envelopeOf(at(11), 1)).toMatchObject({ isUnacked: true, isRedelivered: false, consumerId: 1 });
  expect(queueOf(at(13), 1)).toMatchObject({ items: [1, 2], unacked: [], returned: 1 });
  expect(envelopeOf(at(14), 1)).toMatchObject({ isUnacked: true, isRedelivered: true });
  expect(queueOf(at(EVENTS.length), 1)).toMatchObject({ items: [], unacked: [], acked: 1, deadLettered: 1 });
});

test('what a queue has accepted is somewhere, at every position', () => {
  for (let position = 0; position <= EVENTS.length; position++)
    expect(at(position).queues.every(isBalanced)).toBe(true);
});

test('a task of Celery is known by its id, and keeps its name', () => {
  expect(at(EVENTS.length).celeryTasks).toMatchObject([{ id: 'a1', name: 'tasks.add', state: 'SUCCESS', text: '3' }]);
  expect(at(EVENTS.length).consumers).toEqual([]);
});

test('an exchange knows what came to it and what no binding matched; a process, what it was answered last', () => {
  const { answers, exchanges } = at(EVENTS.length);
  expect(exchanges.map(({ name, published, unrouted }) => [name, published, unrouted])).toEqual([
    ['logs', 1, 0],
    ['', 1, 1],
  ]);
  expect(exchanges[0]?.last).toMatchObject({ key: 'kern.info', matched: ['celery ← kern.*'], process: 1 });
  expect(answers).toMatchObject([{ answer: 'confirmed', process: 1 }]);
});

test('what came back while somebody still worked on it is worked on twice; the first to end decides nothing', () => {
  const began = { kind: 'envelope.began', envelope: 1, consumer: 'tasks.add', task: 0 } as const;
  const ended = { kind: 'envelope.ended', envelope: 1, outcome: 0, text: '' } as const;
  const trace = traceFromEvents(
    [
      { kind: 'thread.started', thread: 2, process: 1, name: 'other', by: 1 },
      ...EVENTS.slice(0, 6),
      { ...began, thread: 1 },
      { kind: 'envelope.returned', envelope: 1, place: 0, reason: 'visibility timeout' },
      { kind: 'envelope.delivered', envelope: 1, consumer: 0, thread: 2, task: 0 },
      { ...began, thread: 2 },
      { kind: 'thread.switched', thread: 1 },
      ended,
      { kind: 'thread.switched', thread: 2 },
      ended,
    ],
    [],
  );
  const states = [10, 11, 13, 15].map((position) => {
    const { state, works } = envelopeOf(worldAfter(trace, position), 1) ?? { state: '', works: [] };
    return `${state}: ${works.map(({ by }) => by.thread).join(', ')}`;
  });
  expect(states).toEqual(['taken: 1', 'running: 1, 2', 'running: 2', 'finished: ']);
});
