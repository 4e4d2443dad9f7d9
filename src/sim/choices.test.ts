import { expect, test } from 'vitest';
import { Prng } from '../lib/prng.ts';
import { Choices } from './choices.ts';

function drawn(seed: number, kinds: readonly string[]): number[] {
  const choices = new Choices(seed, new Prng(seed));
  return kinds.map((kind) => choices.choose(kind, 1000));
}

test('the same seed decides alike, and one kind does not reshuffle another', () => {
  expect(drawn(7, ['switch', 'switch'])).toEqual(drawn(7, ['switch', 'switch']));
  const [first, , second] = drawn(7, ['switch', 'slice', 'switch']);
  expect([first, second]).toEqual(drawn(7, ['switch', 'switch']));
});

test('under seed 0 threads keep the order of arrival; where there is nothing to choose nothing is drawn', () => {
  expect(drawn(0, ['thread', 'thread', 'thread'])).toEqual([0, 0, 0]);
  const choices = new Choices(1, new Prng(1));
  const told: unknown[] = [];
  choices.onChoice = (...choice) => told.push(choice);
  expect(choices.choose('thread', 1)).toBe(0);
  const chosen = choices.choose('thread', 4);
  expect(told).toEqual([['thread', 4, chosen]]);
});
