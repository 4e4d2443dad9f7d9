import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBalanced } from './balance.ts';
import type { TraceEvent } from './events.ts';
import { traceFromEvents } from './from-text.ts';
import { type Trace, worldAfter } from './trace.ts';

const CAPACITY = 3;
const DEEDS = ['send', 'copy', 'take', 'begin', 'end', 'expire', 'flush', 'push out', 'forget'] as const;
type Deed = (typeof DEEDS)[number];

/** What a layer with two queues tells when these things are done to it, as far as they can be done. */
function eventsOf(deeds: readonly (readonly [Deed, number])[]): readonly TraceEvent[] {
  const events: TraceEvent[] = [
    { kind: 'broker.opened', broker: 1, type: 'in-memory', label: '', process: 1, isAcking: 0 },
  ];
  const queues = [1, 2].map((queue) => ({ queue, items: [] as number[] }));
  for (const { queue } of queues)
    events.push({
      kind: 'queue.opened',
      queue,
      broker: 1,
      name: `q${queue}`,
      mouth: 'many',
      capacity: CAPACITY,
      owner: 0,
    });
  const held: number[] = [];
  let envelope = 0;
  for (const [deed, which] of deeds) {
    const { items, queue } = queues[which % 2] ?? { items: [], queue: 0 };
    const group = deed === 'copy' ? 'room' : '';
    const letter = { queue, name: `q${queue}`, label: 'x', group } as const;
    if (deed === 'send' || deed === 'copy') {
      if (items.length >= CAPACITY) events.push({ kind: 'envelope.refused', ...letter, reason: 'full' });
      else {
        items.push(++envelope);
        events.push({
          kind: 'envelope.stored',
          ...letter,
          envelope,
          body: '{}',
          celeryTask: '',
          expires: 0,
          origin: held[0] ?? 0,
        });
      }
    } else if (deed === 'begin') {
      const [id] = held;
      if (id !== undefined) events.push({ kind: 'envelope.began', envelope: id, consumer: 'f', thread: 1, task: 0 });
    } else if (deed === 'end' || deed === 'forget') {
      const id = held.shift();
      if (id !== undefined)
        events.push({ kind: 'envelope.ended', envelope: id, outcome: deed === 'end' ? 0 : 2, text: '' });
    } else {
      const id = items.shift();
      if (id === undefined) continue;
      if (deed === 'take') {
        held.push(id);
        events.push({ kind: 'envelope.taken', envelope: id, thread: 1, task: 0 });
      } else {
        const reason = deed === 'expire' ? 'expired' : deed === 'flush' ? 'flushed' : 'overflow';
        events.push({ kind: 'envelope.removed', envelope: id, reason });
      }
    }
  }
  return events;
}

const DEED = fc.tuple(fc.constantFrom(...DEEDS), fc.nat(1));
const histories = fc.array(DEED, { maxLength: 150 });

function everyWorld(trace: Trace) {
  return Array.from({ length: trace.length + 1 }, (_, position) => worldAfter(trace, position));
}

test('U1: whatever happens, accepted = delivered + expired + flushed + lost + in the queue, after every event', () => {
  fc.assert(
    fc.property(histories, (deeds) => {
      for (const { queues } of everyWorld(traceFromEvents(eventsOf(deeds), [])))
        for (const queue of queues) expect(isBalanced(queue)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('U7: no queue holds more than it has room for, and what it holds is queued and nowhere else', () => {
  fc.assert(
    fc.property(histories, (deeds) => {
      for (const { envelopes, queues } of everyWorld(traceFromEvents(eventsOf(deeds), []))) {
        for (const { capacity, items } of queues) expect(items.length).toBeLessThanOrEqual(capacity);
        const queued = envelopes.filter(({ state }) => state === 'queued').map(({ id }) => id);
        expect(queues.flatMap(({ items }) => items).sort((a, b) => a - b)).toEqual(queued);
      }
    }),
    { numRuns: 60 },
  );
});

test('what nobody has any more is forgotten in time, however long it goes on', () => {
  const rounds = Array.from({ length: 400 }, (): readonly (readonly [Deed, number])[] => [
    ['send', 0],
    ['take', 0],
  ]).flat();
  const events = eventsOf(rounds);
  expect(worldAfter(traceFromEvents(events, []), events.length).envelopes.length).toBeLessThan(100);
});
