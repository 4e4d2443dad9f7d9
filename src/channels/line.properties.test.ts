/** Whatever readers that wait, leave and die do: Redis gives each message to one of them, in the order of the line. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_QUIRKS } from './envelope.ts';
import { Counting, TestWorld } from './layers.fixture.ts';
import type { Claim } from './line.ts';
import { ListShard } from './list-shard.ts';
import { SortedShard } from './sorted-shard.ts';

const QUEUES = ['a', 'b', 'p!'];
const STEP = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('send' as const), queue: fc.constantFrom(...QUEUES) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), queues: fc.subarray(QUEUES, { minLength: 1 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'die' as const), nth: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), tenths: fc.integer({ min: 1, max: 8 }) }) },
);
const programs = fc.array(STEP, { maxLength: 60 });

test('Redis 1.x: every message comes to one reader at most, and of those that wait the longest has waited longest', () => {
  fc.assert(
    fc.property(programs, (steps) => {
      const world = new TestWorld();
      const told = new Counting(world);
      const shard = new ListShard<number>(world, told);
      const claims: Claim<number>[] = [];
      for (const [message, step] of steps.entries()) {
        if (step.kind === 'send') {
          const waiting = claims.filter((claim) => claim.isWaiting && claim.queues.includes(step.queue));
          shard.send({ channel: step.queue, message, capacity: 3 }, 1);
          const [first] = waiting;
          expect(first === undefined || first.state.kind === 'given').toBe(true);
          expect(waiting.slice(1).every((claim) => claim.isWaiting)).toBe(true);
        } else if (step.kind === 'claim') claims.push(shard.claim(step.queues, {}));
        else if (step.kind === 'pass') world.pass(step.tenths / 10);
        else claims[step.nth]?.leave();
        // Nobody waits for a queue that has something.
        for (const claim of claims)
          if (claim.isWaiting) expect(claim.queues.some((queue) => shard.hasSome(queue))).toBe(false);
      }
      const given = claims.flatMap(({ state }) => (state.kind === 'given' ? [state.envelope.message] : []));
      expect(new Set(given).size).toBe(given.length);
      expect(told.counts.delivered).toBe(given.length);
      world.pass(3);
      expect(told.counts.delivered + told.counts.expired).toBe(told.counts.accepted);
    }),
  );
});

test('Redis 4: a message is delivered again only when the process that had its copy has died', () => {
  fc.assert(
    fc.property(programs, (steps) => {
      const world = new TestWorld();
      const told = new Counting(world);
      const shard = new SortedShard<number>(world, told, NO_QUIRKS);
      const alive: { isAlive: boolean }[] = [];
      const times = new Map<number, number>();
      let stranded = 0;
      for (const [message, step] of steps.entries()) {
        if (step.kind === 'send') shard.send(step.queue, { targets: [step.queue], message, capacity: 3 }, 1);
        else if (step.kind === 'pass') world.pass(step.tenths / 10);
        else if (step.kind === 'claim') {
          const [queue = 'a'] = step.queues;
          const claim = shard.claim(queue, {});
          claim.leave();
          if (claim.state.kind !== 'given') continue;
          const { envelope } = claim.state;
          times.set(envelope.message, (times.get(envelope.message) ?? 0) + 1);
          const reader = { isAlive: true };
          alive.push(reader);
          shard.copy(queue, envelope, () => reader.isAlive);
        } else if (step.kind === 'die') {
          const reader = alive[step.nth];
          if (reader?.isAlive) stranded++;
          if (reader !== undefined) reader.isAlive = false;
        }
      }
      const again = [...times.values()].reduce((sum, count) => sum + count - 1, 0);
      expect(again).toBeLessThanOrEqual(stranded);
    }),
  );
});
