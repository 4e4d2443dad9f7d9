/** Programs that start processes, against the recordings. They take as long as all the others, so they have a file of their own. */
import { expect, test } from 'vitest';
import { doneAndRecorded, SLOW } from './kept.fixture.ts';
import { listPrograms } from './programs.mjs';

for (const program of listPrograms().filter(({ name }) => name.startsWith('processes/'))) {
  test(`${program.name} prints what CPython prints`, SLOW, async () => {
    const [done, recorded] = await doneAndRecorded(program);
    expect(done).toEqual(recorded);
  });
}
