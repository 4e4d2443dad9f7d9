/** Our engine against the recordings: every program prints, raises and exits as CPython does. */
import { expect, test } from 'vitest';
import { runHeadless } from '../engine/headless.ts';
import { listPrograms, promised, readExpected, readFiles } from './programs.mjs';

for (const program of listPrograms()) {
  test(`${program.name} prints what CPython prints`, async () => {
    const expected = readExpected(program);
    if (expected === null) throw new Error('Nothing is recorded: run npm run conformance:record.');
    const outcome = await runHeadless({ files: readFiles(program) });
    expect(promised(outcome, program.name)).toEqual(promised(expected, program.name));
  });
}
