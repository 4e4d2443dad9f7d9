/** The recordings come from CPython and from nowhere else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isNative } from './native-oracle.mjs';
import { runOnCPython } from './oracle.mjs';
import { listOrphans, listPrograms, readExpected, readFiles, serialise } from './programs.mjs';

const SAMPLE = 12;
/** Loading CPython takes seconds; the programs take a quarter of a second each. */
const TIMEOUT_MS = 120_000;

test('every program is recorded and every recording has its program', () => {
  const missing = listPrograms().filter((program) => readExpected(program) === null);
  expect(missing.map(({ name }) => name)).toEqual([]);
  expect(listOrphans()).toEqual([]);
});

test('CPython still prints what was recorded for a sample of the programs', { timeout: TIMEOUT_MS }, async () => {
  const programs = listPrograms().filter((program) => !isNative(program));
  const step = Math.max(1, Math.floor(programs.length / SAMPLE));
  for (const program of programs.filter((_, index) => index % step === step - 1)) {
    const recorded = readFileSync(program.expectedPath, 'utf8');
    expect(serialise(await runOnCPython(readFiles(program))), program.name).toBe(recorded);
  }
});
