import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEvent } from './apply.ts';
import type { Chunk, EventOf, TraceEvent } from './events.ts';
import { traceHash } from './fingerprint.ts';
import { codesFromText, eventsFromText, traceFromEvents, traceFromText } from './from-text.ts';
import { cloneWorld, emptyWorld } from './mutable-world.ts';
import { appendChunk, EMPTY_TRACE, eventAt, eventsBetween, KEYFRAME_EVENTS, worldAfter } from './trace.ts';
import { outputOf, type World } from './world.ts';
import { TraceWriter } from './writer.ts';

const DRAWING = `
  main c>- :>--.   !>$
  a      c    >- .?!@-~-$
  b       c   >-x
`;
const CODES = codesFromText(DRAWING);
const OUTPUT: EventOf<'output.written'> = { kind: 'output.written', stream: 1, text: 'hello\n', process: 1 };
const EVENTS = eventsFromText(DRAWING).flatMap((event, index) => (index % 5 === 0 ? [event, OUTPUT] : [event]));

/** Everything in a World, to be compared: tables as lists, only this World's own part of the output. */
function plain(world: World) {
  const { handles, tasks, futures, coroutines, syncs, scopes, ...rest } = world;
  const tables = [handles, tasks, futures, coroutines, syncs, scopes].map((table) => [...table.values()]);
  return { ...rest, output: outputOf(world), tables };
}

function folded(events: readonly TraceEvent[]): World {
  const world = emptyWorld();
  for (const event of events) applyEvent(world, event);
  return world;
}

/** Many times the same story, each with ids of its own, so that keyframes are made. */
function longStory(events: number): readonly TraceEvent[] {
  const story: TraceEvent[] = [];
  for (let part = 0; story.length < events; part++) story.push(...EVENTS.map((event) => shifted(event, part * 20)));
  return story;
}

function shifted(event: TraceEvent, by: number): TraceEvent {
  const moved: Record<string, unknown> = { ...event };
  for (const field of ['task', 'handle', 'future', 'waited', 'parent']) {
    const id = moved[field];
    if (typeof id === 'number' && id > 0) moved[field] = id + by;
  }
  return moved as unknown as TraceEvent;
}

test('the world at a position does not depend on how the trace was cut into chunks', () => {
  const expected = EVENTS.map((_, at) => plain(folded(EVENTS.slice(0, at))));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: EVENTS.length }), fc.nat(EVENTS.length - 1), (chunk, at) => {
      expect(plain(worldAfter(traceFromEvents(EVENTS, CODES, chunk), at))).toEqual(expected[at]);
    }),
  );
});

test('folding from a keyframe equals folding from the start', () => {
  const story = longStory(KEYFRAME_EVENTS * 4);
  const trace = traceFromEvents(story, CODES, 10_000);
  expect(trace.record.keyframes.length).toBeGreaterThan(2);
  fc.assert(
    fc.property(fc.nat(story.length), (at) => {
      expect(plain(worldAfter(trace, at))).toEqual(plain(folded(story.slice(0, at))));
    }),
    { numRuns: 12 },
  );
});

test('going forward and back leads to the same world', () => {
  const trace = traceFromText(DRAWING);
  fc.assert(
    fc.property(fc.array(fc.nat(trace.length), { maxLength: 40 }), (positions) => {
      const seen = positions.map((at) => worldAfter(trace, at));
      for (const [index, at] of positions.entries()) {
        expect(plain(seen[index] ?? emptyWorld())).toEqual(plain(worldAfter(traceFromText(DRAWING), at)));
      }
    }),
    { numRuns: 30 },
  );
});

test('a world once given does not change when the playhead goes on', () => {
  const trace = traceFromText(DRAWING);
  const worlds = Array.from({ length: trace.length + 1 }, (_, at) => worldAfter(trace, at));
  const printed = worlds.map((world) => JSON.stringify(plain(world)));
  for (let at = trace.length; at >= 0; at--) worldAfter(trace, at);
  expect(worlds.map((world) => JSON.stringify(plain(world)))).toEqual(printed);
});

test('what is done to a copy of a world is not seen in the original', () => {
  const world = emptyWorld();
  for (const event of EVENTS.slice(0, 12)) applyEvent(world, event);
  const copy = cloneWorld(world);
  const before = JSON.stringify(plain(world));
  for (const event of EVENTS.slice(12)) applyEvent(copy, event);
  expect(JSON.stringify(plain(world))).toBe(before);
  expect(plain(copy)).toEqual(plain(folded(EVENTS)));
});

test('the same position of the same trace is the same object', () => {
  const trace = traceFromText(DRAWING);
  expect(worldAfter(trace, 7)).toBe(worldAfter(trace, 7));
});

test('an event is the one that was recorded', () => {
  const trace = traceFromEvents(EVENTS, CODES, 7);
  expect(eventsBetween(trace, 0, trace.length)).toEqual(EVENTS);
  expect(eventAt(trace, trace.length)).toBeNull();
  expect(eventAt(trace, -1)).toBeNull();
});

test('appending leaves the shorter trace what it was, and it can go on in another way', () => {
  const first = appendChunk(EMPTY_TRACE, lastChunkOf('one'));
  const left = appendChunk(first, lastChunkOf('one', 'left'));
  const right = appendChunk(first, lastChunkOf('one', 'right'));
  const said = (trace: typeof first) => outputOf(worldAfter(trace, trace.length)).map(({ text }) => text);
  expect([first, left, right].map(said)).toEqual([['one'], ['one', 'left'], ['one', 'right']]);
  expect(first.length).toBe(1);
});

test('a chunk that does not follow the last one is our mistake', () => {
  const chunk = { offset: 3, count: 0, bytes: new Uint8Array(), strings: [], codes: [] };
  expect(() => appendChunk(EMPTY_TRACE, chunk)).toThrow('the chunk at 3 follows the 0 events before it');
});

test('the fingerprint tells runs apart, and does not depend on the chunks', () => {
  const hashes = [1, 3, 1000].map((chunk) => traceHash(traceFromEvents(EVENTS, CODES, chunk)));
  expect(new Set(hashes).size).toBe(1);
  expect(hashes[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(traceHash(traceFromEvents(EVENTS.slice(1), CODES))).not.toBe(hashes[0]);
});

/** Every text in a chunk of its own; the last chunk. */
function lastChunkOf(...texts: readonly string[]): Chunk {
  const writer = new TraceWriter();
  const chunks = texts.map((text) => {
    writer.record({ ...OUTPUT, text });
    return writer.takeChunk();
  });
  const last = chunks.at(-1);
  if (last == null) throw new Error('an event makes a chunk');
  return last;
}
