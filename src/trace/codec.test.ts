import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CodeInfo, EVENTS, type EventKind, type FieldTypes, type ParkedFrame, type TraceEvent } from './events.ts';
import { KINDS, OP_LEFT_CURRENT, rowOf, SEGMENT_EVENTS } from './plan.ts';
import { decodeChunk } from './reader.ts';
import { TraceWriter } from './writer.ts';

const CODES: readonly CodeInfo[] = ['main', 'fetch', 'sleep'].map((qualname, index) => ({
  qualname,
  file: 'main.py',
  firstLine: index * 100 + 1,
  isUser: index < 2,
}));

const id = fc.nat(100_000);
const int = fc.integer();
const line = fc.integer({ min: 1, max: 400 });
const code = fc.nat(CODES.length - 1);
const text = fc.string({ maxLength: 6 });
const frame: fc.Arbitrary<ParkedFrame> = fc.record({
  code,
  line,
  endLine: line,
  column: fc.integer({ min: -1, max: 80 }),
  endColumn: fc.integer({ min: -1, max: 80 }),
});
const VALUES: { readonly [T in keyof FieldTypes]: fc.Arbitrary<FieldTypes[T]> } = {
  id,
  ids: fc.array(id),
  int,
  time: fc.maxSafeNat(),
  text,
  texts: fc.array(text),
  frames: fc.array(frame, { maxLength: 4 }),
};

function arbitraryOf(kind: EventKind): fc.Arbitrary<TraceEvent> {
  const fields = Object.entries(EVENTS[kind]).map(([name, type]: [string, keyof FieldTypes]) => {
    if (name === 'code') return [name, code];
    return [name, name === 'line' ? line : VALUES[type]];
  });
  return fc.record({ kind: fc.constant(kind), ...Object.fromEntries(fields) }) as unknown as fc.Arbitrary<TraceEvent>;
}

const ALL_KINDS = KINDS.map(arbitraryOf);
const LINES = (['line.reached', 'frame.entered', 'frame.left'] as const).map(arbitraryOf);
const anyEvent = fc.oneof(...ALL_KINDS, ...LINES, ...LINES, ...LINES, ...LINES, ...LINES);

function writer(): TraceWriter {
  const fresh = new TraceWriter();
  for (const info of CODES) fresh.addCode(info);
  return fresh;
}

test('every kind has an opcode below those that are reserved', () => {
  expect(KINDS.length).toBeLessThan(OP_LEFT_CURRENT);
});

test('any events in any chunks are read as they were written', () => {
  fc.assert(
    fc.property(fc.array(fc.array(anyEvent), { maxLength: 6 }), (parts) => {
      const written = writer();
      const strings: string[] = [];
      const events = parts.flatMap((part) => {
        for (const event of part) written.record(event);
        const chunk = written.takeChunk();
        if (chunk === null) return [];
        strings.push(...chunk.strings);
        return decodeChunk(chunk, strings, CODES);
      });
      expect(events).toEqual(parts.flat());
    }),
  );
});

test('a chunk longer than a segment is read as it was written', () => {
  const written = writer();
  const events = fc.sample(anyEvent, { numRuns: SEGMENT_EVENTS * 2 + 7, seed: 1 });
  for (const event of events) written.record(event);
  const chunk = written.takeChunk();
  expect(chunk === null ? [] : decodeChunk(chunk, chunk.strings, CODES)).toEqual(events);
});

test('a line in the same function takes one byte, coming back to another takes three', () => {
  const written = writer();
  written.frameEntered(0, 1);
  const before = written.pendingBytes;
  for (let number = 2; number < 12; number++) written.line(0, number);
  expect(written.pendingBytes - before).toBe(10);
  written.line(1, 102);
  expect(written.pendingBytes - before).toBe(13);
});

test('nothing new is no chunk, and offsets count events', () => {
  const written = writer();
  expect(written.takeChunk()).toBeNull();
  written.line(0, 1);
  written.line(0, 2);
  expect(written.takeChunk()).toMatchObject({ offset: 0, count: 2, codes: CODES });
  written.line(0, 3);
  expect(written.takeChunk()).toMatchObject({ offset: 2, count: 1, codes: [], strings: [] });
});

test('fields without their names are written as the event is, and named in the order of the table', () => {
  const named = writer();
  named.record({ kind: 'task.resumed', task: 7, handle: 9, how: 1, text: 'no', waited: 0 });
  const bare = writer();
  bare.row(rowOf('task.resumed', 'task', 'handle', 'how', 'text', 'waited'), 7, 9, 1, 'no', 0);
  expect(bare.takeChunk()).toEqual(named.takeChunk());
  expect(() => rowOf('task.resumed', 'handle', 'task', 'how', 'text', 'waited')).toThrow('as in the table');
});

test('the writer asks after so many events, and then again after as many as it is told', () => {
  const asked: number[] = [];
  const asking: TraceWriter = new TraceWriter(() => {
    asked.push(asking.count);
    return 2;
  });
  asking.lookAfter(3);
  for (let task = 1; task <= 8; task++) asking.record({ kind: 'loop.stopped', loop: 1 });
  expect(asked).toEqual([3, 5, 7]);
});
