/** For the tests of the recorded programs: what one does, and what it is recorded to do. */
import { runHeadless } from '../engine/headless.ts';
import { type listPrograms, promised, readExpected, readFiles } from './programs.mjs';

/** Programs with several processes start as many Pythons, on a machine that may be busy. */
export const SLOW = { timeout: 90_000 };

export async function doneAndRecorded(program: ReturnType<typeof listPrograms>[number]): Promise<[unknown, unknown]> {
  const expected = readExpected(program);
  if (expected === null) throw new Error('Nothing is recorded: run npm run conformance:record.');
  const outcome = await runHeadless({ files: readFiles(program) });
  return [promised(outcome, program.name), promised(expected, program.name)];
}
