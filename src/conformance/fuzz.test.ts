/** A few random programs with seeds that never change; `npm run fuzz` tries others, against CPython itself. */
import { expect, test } from 'vitest';
import { runHeadless } from '../engine/headless.ts';
import { choicesOf, digest } from './fuzz-choices.mjs';
import { shownOutput } from './fuzz-outcome.mjs';
import { completeProgram, TOPICS, writeBody } from './fuzz-program.ts';
import recorded from './fuzz-recorded.json';

test('every topic is recorded', () => {
  expect([...new Set(recorded.map(({ topic }) => topic))]).toEqual(TOPICS);
});

for (const { topic, seed, program, output } of recorded) {
  test(`${topic} of seed ${seed} prints what CPython prints`, async () => {
    const text = completeProgram(writeBody(topic, choicesOf(seed)));
    expect(digest(text), 'The grammar has changed: npm run fuzz -- --record').toBe(program);
    const outcome = await runHeadless({ files: { 'main.py': text } });
    expect(digest(shownOutput(outcome)), `npm run fuzz -- --topic ${topic} --seed ${seed} --runs 1 --dry`).toBe(output);
  });
}
