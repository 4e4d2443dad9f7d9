import { expect, test } from 'vitest';
import { ancestryOf, envelopeOf, isFor, queueOf } from './brokers.ts';
import type { TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { narrate } from './narrate.ts';
import { worldAfter } from './trace.ts';

const LETTER = { kind: 'envelope.stored', celeryTask: '', group: '', expires: 60_000_000, origin: 0 } as const;
const REQUEST = { ...LETTER, queue: 1, name: 'http.request', label: 'GET /' } as const;
const REPLY = { ...LETTER, queue: 2, name: 'daphne.x!r1', label: '200', body: "{'status': 200}" } as const;
const EVENTS: readonly TraceEvent[] = [
  { kind: 'broker.opened', broker: 1, type: 'Redis', label: 'redis://localhost:6379', process: 1, isAcking: 0 },
  { kind: 'queue.opened', queue: 1, broker: 1, name: 'http.request', mouth: 'many', capacity: 1, owner: 0 },
  { ...REQUEST, envelope: 1, body: "{'path': '/'}" },
  { kind: 'envelope.refused', queue: 1, name: 'http.request', label: 'GET /b', reason: 'full', group: '' },
  { kind: 'envelope.taken', envelope: 1, thread: 1, task: 0 },
  { kind: 'envelope.began', envelope: 1, consumer: 'views.index', thread: 1, task: 0 },
  { kind: 'queue.opened', queue: 2, broker: 1, name: 'daphne.x!', mouth: 'owner', capacity: 0, owner: 1 },
  { ...REPLY, envelope: 2, origin: 1 },
  { kind: 'envelope.ended', envelope: 1, outcome: 0, text: '' },
  { kind: 'group.changed', broker: 1, name: 'room', members: ['daphne.x!r1'] },
  { kind: 'envelope.refused', queue: 2, name: 'daphne.x!r1', label: '"hi"', reason: 'full', group: 'room' },
  { kind: 'envelope.removed', envelope: 2, reason: 'expired' },
  { kind: 'group.changed', broker: 1, name: 'room', members: [] },
  { kind: 'queue.closed', queue: 2, reason: 'its process has ended' },
  { kind: 'broker.closed', broker: 1, reason: 'its process was killed' },
];
const TRACE = traceFromEvents(EVENTS, []);
const at = (position: number) => worldAfter(TRACE, position);

test('each thing that happens to a message in a queue has its sentence', () => {
  const told = EVENTS.map((event, index) => narrate(event, at(index), at(index + 1), []));
  expect(told).toEqual([
    'The Redis redis://localhost:6379 is there, and holds nothing yet.',
    'Channel http.request begins: many may read it, each message goes to one of them, and no order is promised; it has room for 1.',
    'The main module puts GET / on channel http.request (1 of 1).',
    'Channel http.request does not take GET /b: full.',
    'The main module takes GET / from channel http.request, which is empty now.',
    'The main module runs views.index for GET /.',
    'Channel daphne.x! begins: only the process that made it may read it, in strict order.',
    'The main module puts 200 on channel daphne.x!r1 (1), on account of GET /.',
    'views.index has finished with GET /.',
    'The main module adds daphne.x!r1 to group room: it has 1 member.',
    'Channel daphne.x! does not take a copy for group room: "hi": full; the sender does not hear of it.',
    '200 falls out of channel daphne.x!: expired. Nobody has read it, and nobody will.',
    'daphne.x!r1 is no longer in group room: it is empty.',
    'Channel daphne.x! is gone: its process has ended.',
    'The Redis redis://localhost:6379 cannot be reached any more: its process was killed.',
  ]);
});

test('a queue counts what became of its messages', () => {
  const { queues } = at(EVENTS.length);
  expect(queues.map(({ items }) => items)).toEqual([[], []]);
  expect(queueOf({ queues }, 1)).toMatchObject({ accepted: 1, delivered: 1, rejected: 1, dropped: 0, expired: 0 });
  expect(queueOf({ queues }, 2)).toMatchObject({ accepted: 1, delivered: 0, rejected: 0, dropped: 1, expired: 1 });
});

test('a reply is known by the request that it came of', () => {
  const world = at(EVENTS.length);
  expect(ancestryOf(world, 2).map(({ id, state }) => [id, state])).toEqual([
    [1, 'finished'],
    [2, 'removed'],
  ]);
  expect(envelopeOf(at(6), 1)).toMatchObject({ state: 'running', consumer: 'views.index', reader: { thread: 1 } });
});

test('old messages that nobody holds are forgotten, what stands in queues is not', () => {
  const many = Array.from({ length: 200 }, (_, index): readonly TraceEvent[] => [
    { ...REQUEST, envelope: index + 1, body: '{}' },
    ...(index < 150 ? [{ kind: 'envelope.removed', envelope: index + 1, reason: 'flushed' } as const] : []),
  ]);
  const events = [...EVENTS.slice(0, 2), ...many.flat()];
  const { envelopes, queues } = worldAfter(traceFromEvents(events, []), events.length);
  expect(envelopes.length).toBeLessThan(120);
  expect(queues[0]?.items).toHaveLength(50);
});

test('one copy for several channels of a process names them all', () => {
  const copy = { ...LETTER, queue: 2, envelope: 9, name: 'D!a, D!b', label: '"hi"', body: '', group: 'room' } as const;
  const trace = traceFromEvents([...EVENTS.slice(0, 7), copy], []);
  const [before, after] = [worldAfter(trace, 7), worldAfter(trace, 8)];
  expect(narrate(copy, before, after, [])).toBe(
    'The main module puts "hi" on channels D!a and D!b, a copy for group room (1).',
  );
  expect(after.envelopes.filter((one) => isFor(one, 'D!b')).map(({ id }) => id)).toEqual([9]);
});
