import { expect, test } from 'vitest';
import { shotsOf } from './film.ts';

const wish = { from: 3, to: 5, stepsPerSecond: 2, onProgress: () => {}, isCancelled: () => false };

test('without gliding each step is one frame, and the last stays as long as the others', () => {
  expect(shotsOf({ ...wish, isGliding: false })).toEqual([
    { shown: 3, timeMs: 0 },
    { shown: 4, timeMs: 500 },
    { shown: 5, timeMs: 1_000 },
    { shown: 5, timeMs: 1_499 },
  ]);
});

test('gliding ends at each step before the next begins, and time never goes back', () => {
  const shots = shotsOf({ ...wish, isGliding: true });
  expect(shots.filter(({ shown }) => shown === 4)).toHaveLength(1);
  for (const [index, { shown, timeMs }] of shots.entries()) {
    const before = shots[index - 1];
    expect(timeMs).toBeGreaterThanOrEqual(before?.timeMs ?? 0);
    expect(shown).toBeGreaterThanOrEqual(before?.shown ?? 0);
  }
});

test('a film of one step has it from beginning to end', () => {
  expect(shotsOf({ ...wish, to: 3, isGliding: true })).toEqual([
    { shown: 3, timeMs: 0 },
    { shown: 3, timeMs: 499 },
  ]);
});
