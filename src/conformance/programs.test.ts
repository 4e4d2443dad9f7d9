import { expect, test } from 'vitest';
import { listPrograms, normalise, readExpected } from './programs.mjs';

test('no recording tells of the machine that made it: each is as normalise leaves it', () => {
  const recorded = listPrograms().flatMap((program) => readExpected(program) ?? []);
  expect(recorded.length).toBeGreaterThan(600);
  for (const outcome of recorded) expect(normalise(outcome)).toEqual(outcome);
});

test('addresses, the place of the program and the library of any Python are hidden', () => {
  const stderr =
    'File "/home/me/main.py", line 1\n  File "/opt/x/3.6.15/lib/python3.6/asyncio/tasks.py"\n<Task at 0x7f3a>';
  const hidden = 'File "main.py", line 1\n  File "<lib>/asyncio/tasks.py"\n<Task at 0x...>';
  expect(normalise({ stdout: '', exception: null, exitCode: 1, stderr }).stderr).toBe(hidden);
});
