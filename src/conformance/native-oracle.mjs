/**
 * A CPython of the machine's own, where it has one under pyenv: the truth for programs of Python 3.4 to 3.13, and for those with
 * threads, sockets, processes or time zones, which CPython in WebAssembly has not. Only recording needs it. A program says in a comment which
 * version recorded it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalise } from './programs.mjs';

const VERSIONS = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
const TOPICS = ['legacy/', 'processes/', 'stdlib/time_zones', 'streams/', 'threads/'];

/** @param {import('./programs.mjs').Program} program */
export const isNative = ({ name }) => TOPICS.some((topic) => name.startsWith(topic));

/**
 * Runs `files['main.py']` in real time, without its DeprecationWarnings.
 *
 * @param {Readonly<Record<string, string>>} files
 * @returns {import('./programs.mjs').Outcome}
 */
export function runOnNativeCPython(files) {
  const text = files['main.py'] ?? '';
  const version = /^# Recorded from CPython (3\.\d+)\b/m.exec(text)?.[1];
  if (version === undefined) throw new Error('The program does not say which CPython recorded it.');
  const folder = mkdtempSync(join(tmpdir(), 'legacy-'));
  try {
    writeFileSync(join(folder, 'main.py'), text);
    const run = spawnSync(interpreter(version), ['-W', 'ignore::DeprecationWarning', 'main.py'], {
      cwd: folder,
      // Nothing of this machine's own settings of Python.
      env: { PATH: process.env['PATH'], LANG: 'C.UTF-8' },
      encoding: 'utf8',
    });
    const { status, stderr, stdout } = run;
    const exception = status === 0 || stderr === '' ? null : (stderr.trimEnd().split('\n').at(-1) ?? null);
    return normalise({ stdout, exception, exitCode: status, stderr });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} version */
function interpreter(version) {
  const found = existsSync(VERSIONS) ? readdirSync(VERSIONS).find((name) => name.startsWith(`${version}.`)) : undefined;
  if (found === undefined) throw new Error(`There is no CPython ${version} under pyenv.`);
  return join(VERSIONS, found, 'bin', 'python');
}
