import { expect, test } from 'vitest';
import type { TraceEvent } from './events.ts';
import { factsOf } from './facts.ts';
import { traceFromEvents, traceFromText } from './from-text.ts';
import { besideIn } from './navigate.ts';
import { type Followed, storyOf } from './story.ts';
import { eventAt, type Trace, worldAfter } from './trace.ts';

const TURNS = traceFromText(`
  main c>-.    !>$
  a     c >.!>$
`);

const kinds = (trace: Trace, thing: Followed) =>
  storyOf(trace, thing).map((position) => eventAt(trace, position - 1)?.kind);

test('the story of a task holds what is done to it and what it does, without its lines and the turns of others', () => {
  const [main = 0, a = 0] = [...worldAfter(TURNS, TURNS.length).tasks.values()].map(({ id }) => id);
  const ofA = kinds(TURNS, { kind: 'task', id: a });
  expect(ofA[0]).toBe('task.created');
  expect(ofA.at(-1)).toBe('task.finished');
  expect(ofA.filter((kind) => kind === 'task.resumed')).toHaveLength(2);
  expect(ofA).not.toContain('line.reached');
  expect(ofA).not.toContain('loop.iterationBegan');
  const both = new Set([...storyOf(TURNS, { kind: 'task', id: main }), ...storyOf(TURNS, { kind: 'task', id: a })]);
  expect(both.size).toBeLessThan(TURNS.length);
});

test('along a story one goes on and back, and no further than its ends', () => {
  const story = [3, 7, 9];
  const next = (position: number) => besideIn(story, position, 'next');
  const previous = (position: number) => besideIn(story, position, 'previous');
  expect([next(0), next(3), next(8), next(9)]).toEqual([3, 7, 9, null]);
  expect([previous(9), previous(8), previous(4), previous(3)]).toEqual([7, 7, 3, null]);
});

const STORED = { kind: 'envelope.stored', body: "{'n': 1}", expires: 0, group: '', origin: 0, celeryTask: '' } as const;
const EVENTS: readonly TraceEvent[] = [
  { kind: 'loop.created', loop: 1 },
  { kind: 'sync.created', sync: 1, type: 'Lock', label: 'door' },
  { kind: 'broker.opened', broker: 1, type: 'Redis', label: '', process: 1, isAcking: 0 },
  { kind: 'queue.opened', queue: 1, broker: 1, name: 'chat', mouth: 'many', capacity: 5, owner: 0 },
  { ...STORED, envelope: 1, queue: 1, name: 'chat', label: 'hello' },
  { ...STORED, envelope: 2, queue: 1, name: 'chat', label: 'there' },
  { kind: 'connection.requested', connection: 1, via: 0, from: 'a', to: 'b', address: 'b:80', due: 0, task: 0 },
  { kind: 'connection.opened', connection: 1 },
  { kind: 'message.sent', message: 1, connection: 1, forward: 1, label: 'GET /', size: 9, due: 5, task: 0 },
  { kind: 'message.received', message: 1 },
  { kind: 'envelope.taken', envelope: 1, thread: 1, task: 0 },
];
const MIXED = traceFromEvents(EVENTS, []);

test('channels, messages, connections and locks have stories too', () => {
  expect(storyOf(MIXED, { kind: 'queue', id: 1 })).toEqual([4, 5, 6, 11]);
  expect(storyOf(MIXED, { kind: 'envelope', id: 1 })).toEqual([5, 11]);
  expect(storyOf(MIXED, { kind: 'link', id: 1 })).toEqual([7, 8, 9]);
  expect(storyOf(MIXED, { kind: 'message', id: 1 })).toEqual([9, 10]);
  expect(storyOf(MIXED, { kind: 'sync', id: 1 })).toEqual([2]);
});

test('what the trace knows of a thing at a position is told without running again', () => {
  const at = (position: number, thing: Followed) => factsOf(worldAfter(MIXED, position), thing);
  expect(at(6, { kind: 'queue', id: 1 })).toEqual({
    title: 'channel chat',
    rows: [
      ['holds', 'hello and there'],
      ['capacity', '5'],
      ['so far', '2 in, 0 out'],
    ],
  });
  expect(at(5, { kind: 'envelope', id: 1 })?.rows).toContainEqual(['body', "{'n': 1}"]);
  expect(at(9, { kind: 'message', id: 1 })?.rows).toContainEqual(['state', 'on its way']);
  expect(at(2, { kind: 'sync', id: 1 })?.title).toBe('Lock door');
  expect(at(1, { kind: 'sync', id: 1 })).toBeNull();
});
