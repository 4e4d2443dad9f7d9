import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Prng } from '../../lib/prng.ts';
import { TestAgenda } from './agenda.fixture.ts';
import type { Path } from './ground.ts';
import { Lane } from './lane.ts';
import { Traffic } from './traffic.ts';

const QUIET = { message: 1, sent: () => {}, received: () => {}, delayed: () => {} };
const anyPath: fc.Arbitrary<Path> = fc.record({
  latency: fc.double({ min: 0, max: 2, noNaN: true }),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
  bandwidth: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 1, max: 1_000_000 })),
  loss: fc.double({ min: 0, max: 0.9, noNaN: true }),
});

test('bytes come out as they went in, whatever the way, and then the end', () => {
  const sends = fc.array(fc.tuple(fc.uint8Array({ maxLength: 40_000 }), fc.double({ min: 0, max: 1, noNaN: true })));
  fc.assert(
    fc.property(anyPath, sends, fc.integer(), fc.integer({ min: 1, max: 50_000 }), (path, plan, seed, capacity) => {
      const agenda = new TestAgenda();
      const got: number[] = [];
      const sent: number[] = [];
      const lane: Lane = new Lane(
        { agenda, chance: new Prng(seed), observer: null, traffic: new Traffic(), processName: () => '' },
        path,
        capacity,
        {
          arrived: () => got.push(...lane.take(7000)),
          drained: () => {},
          refused: () => {},
        },
      );
      for (const [bytes, pause] of plan) {
        sent.push(...bytes.slice(0, lane.send(bytes, QUIET)));
        agenda.run(agenda.now() + pause);
      }
      lane.finish();
      agenda.run();
      while (lane.available > 0) got.push(...lane.take(7000));
      expect(got).toEqual(sent);
      expect(lane.isAtEnd).toBe(true);
      expect(lane.free).toBe(capacity);
    }),
    { numRuns: 60 },
  );
});

test('a lane never holds more than its capacity', () => {
  const agenda = new TestAgenda();
  const path = { latency: 1, jitter: 0, bandwidth: Number.POSITIVE_INFINITY, loss: 0 };
  const ends = { arrived: () => {}, drained: () => {}, refused: () => {} };
  const lane = new Lane(
    { agenda, chance: new Prng(1), observer: null, traffic: new Traffic(), processName: () => '' },
    path,
    10,
    ends,
  );
  expect(lane.send(new Uint8Array(8), QUIET)).toBe(8);
  expect(lane.send(new Uint8Array(8), QUIET)).toBe(2);
  agenda.run();
  expect(lane.send(new Uint8Array(8), QUIET)).toBe(0);
  lane.take(4);
  expect(lane.send(new Uint8Array(8), QUIET)).toBe(4);
});

test('a message takes latency and its length over bandwidth', () => {
  const agenda = new TestAgenda();
  const path = { latency: 0.5, jitter: 0, bandwidth: 1000, loss: 0 };
  let due = 0;
  const ends = { arrived: () => {}, drained: () => {}, refused: () => {} };
  const lane = new Lane(
    { agenda, chance: new Prng(1), observer: null, traffic: new Traffic(), processName: () => '' },
    path,
    10_000,
    ends,
  );
  const told = { ...QUIET, sent: (_bytes: Uint8Array, when: number) => (due = when) };
  lane.send(new Uint8Array(1000), told);
  expect(due).toBeCloseTo(1.5);
  lane.send(new Uint8Array(1000), told);
  expect(due).toBeCloseTo(2.5);
});
