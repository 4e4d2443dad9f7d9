/** Our engine against the recordings: every program prints, raises and exits as CPython does. Those that start processes are beside it. */
import { expect, test } from 'vitest';
import { doneAndRecorded, SLOW } from './kept.fixture.ts';
import { listPrograms } from './programs.mjs';

for (const program of listPrograms().filter(({ name }) => !name.startsWith('processes/'))) {
  test(`${program.name} prints what CPython prints`, SLOW, async () => {
    const [done, recorded] = await doneAndRecorded(program);
    expect(done).toEqual(recorded);
  });
}
