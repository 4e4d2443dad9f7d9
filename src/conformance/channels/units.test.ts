/** The behaviour tests of Channels 1.1.8, restated: each file of `units` is a program of `unittest` that runs on our machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';

const FOLDER = fileURLToPath(new URL('units/', import.meta.url));
const PROJECT = 'project.py';

for (const name of readdirSync(FOLDER).filter((file) => file !== PROJECT)) {
  test(`${name} of Channels 1.x passes`, { timeout: 120_000 }, () => {
    const files = { 'main.py': readFileSync(FOLDER + name, 'utf8'), [PROJECT]: readFileSync(FOLDER + PROJECT, 'utf8') };
    const { stderr, exitCode } = runHeadlessNow({ files });
    expect(stderr.trimEnd().split('\n').at(-1), stderr).toBe('OK');
    expect(exitCode).toBe(0);
  });
}
