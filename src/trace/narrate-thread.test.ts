import { expect, test } from 'vitest';
import { applyEvent } from './apply.ts';
import type { TraceEvent } from './events.ts';
import { cloneWorld, emptyWorld } from './mutable-world.ts';
import { narrate } from './narrate.ts';
import type { World } from './world.ts';

/** One sentence an event, and the World at the end. */
function told(events: readonly TraceEvent[]): { readonly sentences: readonly string[]; readonly world: World } {
  const world = emptyWorld();
  const sentences = events.map((event) => {
    const before = cloneWorld(world);
    applyEvent(world, event);
    return narrate(event, before, world, []);
  });
  return { sentences, world };
}

const RUN: readonly TraceEvent[] = [
  { kind: 'thread.started', thread: 2, process: 1, name: 'worker', by: 1 },
  { kind: 'thread.blocked', thread: 1, what: 'join', label: 'worker', until: 0, holder: 2 },
  { kind: 'thread.switched', thread: 2 },
  { kind: 'frame.entered', code: 0, line: 3 },
  { kind: 'thread.blocked', thread: 2, what: 'lock', label: 'the Lock a', until: 2_000_000, holder: 1 },
  { kind: 'clock.advanced', time: 2_000_000, by: 0 },
  { kind: 'thread.woken', thread: 2 },
  { kind: 'thread.finished', thread: 2 },
];

test('threads are told by their names, what they wait for and who holds it', () => {
  expect(told(RUN).sentences).toEqual([
    'The main module starts thread worker: it is ready, and runs when it gets the GIL.',
    'Thread MainThread gives up the GIL: it waits for the end of thread worker.',
    'Thread worker holds the GIL now: only its code runs.',
    'Thread worker enters the program.',
    'Thread worker gives up the GIL: it waits for the Lock a, which thread MainThread holds, until t = 2.0 s at most.',
    'Every thread waits, so the clock moves on to t = 2.0 s.',
    'Thread worker waits no longer: it runs as soon as it gets the GIL.',
    'Thread worker has ended.',
  ]);
});

test('a thread keeps its stack while another one runs', () => {
  const { world } = told([...RUN.slice(0, 5), { kind: 'thread.switched', thread: 1 }]);
  expect(world.contexts).toEqual([{ task: 0, handle: 0, stack: [] }]);
  expect(world.threads[1]).toMatchObject({ state: 'waiting', kept: { line: 3, contexts: [{ stack: [{ line: 3 }] }] } });
});
