import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createGrader } from './grader.ts';

const workerPath = fileURLToPath(new URL('grade-worker.mjs', import.meta.url));
const solution = readFileSync(new URL('../../scenario/exercises/all-at-once/solution.py', import.meta.url), 'utf8');
const handedIn = (text: string) => JSON.stringify({ f: [['main.py', text]] });

test('a file that takes too long loses its grade, and the next one does not', async () => {
  const hurried = createGrader({ secondsMax: 0.05, workerPath });
  const stopped = await hurried.grade(handedIn('while True:\n    pass\n'), 'all-at-once');
  await hurried.close();
  expect(stopped).toMatchObject({ verdict: 'stopped', problem: 'It was stopped after 0.05 s.' });
  const patient = createGrader({ secondsMax: 60, workerPath });
  expect(await patient.grade(handedIn(solution), null)).toMatchObject({ verdict: 'unreadable' });
  expect(await patient.grade(handedIn(solution), 'all-at-once')).toMatchObject({ verdict: 'passed' });
  await patient.close();
});
