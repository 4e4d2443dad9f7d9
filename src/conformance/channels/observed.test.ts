/** Programs that print the same here as on the real packages: each `.txt` is what Django 3.2, Channels 4.0 and asgiref 3.6 printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';

const FOLDER = fileURLToPath(new URL('observed/', import.meta.url));

for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.py'))) {
  test(`${name} prints what it prints on the real packages`, { timeout: 120_000 }, () => {
    const { stdout, stderr } = runHeadlessNow({ files: { [name]: readFileSync(FOLDER + name, 'utf8') } });
    expect(stderr).toBe('');
    expect(stdout).toBe(readFileSync(FOLDER + name.replace(/py$/, 'txt'), 'utf8'));
  });
}
