/** Our engine against the recordings: every program prints, raises and exits as CPython does. */
import { expect, test } from 'vitest';
import { runHeadless } from '../engine/headless.ts';
import { listPrograms, promised, readExpected, readFiles } from './programs.mjs';

/** Programs with several processes start as many Pythons, on a machine that may be busy. */
const SLOW = { timeout: 90_000 };

for (const program of listPrograms()) {
  test(`${program.name} prints what CPython prints`, SLOW, async () => {
    const expected = readExpected(program);
    if (expected === null) throw new Error('Nothing is recorded: run npm run conformance:record.');
    const outcome = await runHeadless({ files: readFiles(program) });
    expect(promised(outcome, program.name)).toEqual(promised(expected, program.name));
  });
}
