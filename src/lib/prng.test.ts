import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Prng } from './prng.ts';

const draw = (prng: Prng, count: number) => Array.from({ length: count }, () => prng.uint32());

test('a seed gives the numbers of the reference implementation', () => {
  expect(draw(new Prng(0), 4)).toEqual([3809008728, 1133695204, 53579671, 2891528803]);
  expect(draw(new Prng(1), 4)).toEqual([2442144158, 3238099751, 3819917871, 2104621829]);
  expect(draw(new Prng(2026), 4)).toEqual([1436751614, 742089593, 1736781944, 1312845263]);
});

test('a fork does not depend on what was drawn before it', () => {
  const early = new Prng(7);
  const late = new Prng(7);
  draw(late, 100);
  expect(draw(early.fork('network'), 8)).toEqual(draw(late.fork('network'), 8));
});

test('forks for two purposes, and of two seeds, differ', () => {
  const streams = [new Prng(7), new Prng(7).fork('network'), new Prng(7).fork('threads'), new Prng(8).fork('network')];
  expect(new Set(streams.map((prng) => prng.uint32())).size).toBe(streams.length);
});

test('a fraction is at least 0 and less than 1', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const fraction = new Prng(seed).next();
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThan(1);
    }),
  );
});

test('below(6) is a fair die', () => {
  const counts = tally(new Prng(3), 6, 6000);
  expect(counts).toHaveLength(6);
  expect(Math.min(...counts)).toBeGreaterThan(900);
});

test('pick gives one of the options, and there must be one', () => {
  expect(['a', 'b', 'c']).toContain(new Prng(5).pick(['a', 'b', 'c']));
  expect(() => new Prng(5).pick([])).toThrow('something to pick from');
});

function tally(prng: Prng, sides: number, throws: number): readonly number[] {
  const counts = new Array<number>(sides).fill(0);
  for (let thrown = 0; thrown < throws; thrown++) {
    const face = prng.below(sides);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  return counts;
}
