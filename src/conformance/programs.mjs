/** The programs on disk, what was recorded for them, and what two outcomes must have in common. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('programs/', import.meta.url));
const RECORDING = '.expected.json';

/**
 * @typedef {object} Program
 * @property {string} name `topic/name`.
 * @property {string} path
 * @property {string} expectedPath
 *
 * @typedef {object} Outcome
 * @property {string} stdout
 * @property {string} stderr
 * @property {number | null} exitCode Null when the program deadlocked.
 * @property {string | null} exception `ValueError: x`, or null, or 'deadlock'.
 * @property {{ readonly kind: string }} [ending] How our engine says that the run ended; CPython says nothing.
 */

/**
 * Every program, sorted by name.
 *
 * @param {string} only A topic or a name; all when empty.
 * @returns {readonly Program[]}
 */
export function listPrograms(only = '') {
  return listFiles()
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -'.py'.length))
    .filter((name) => only === '' || name === only || name.startsWith(`${only}/`))
    .map((name) => ({ name, path: join(ROOT, `${name}.py`), expectedPath: join(ROOT, `${name}${RECORDING}`) }));
}

/** Names that have a recording but no program. */
export function listOrphans() {
  return listFiles()
    .filter((file) => file.endsWith(RECORDING))
    .map((file) => file.slice(0, -RECORDING.length))
    .filter((name) => !existsSync(join(ROOT, `${name}.py`)));
}

/**
 * @param {Program} program
 * @returns {Record<string, string>}
 */
export function readFiles(program) {
  return { 'main.py': readFileSync(program.path, 'utf8') };
}

/**
 * @param {Program} program
 * @returns {Outcome | null} Null when nothing is recorded.
 */
export function readExpected(program) {
  return existsSync(program.expectedPath) ? JSON.parse(readFileSync(program.expectedPath, 'utf8')) : null;
}

/**
 * The text of a recording.
 *
 * @param {Outcome} outcome
 */
export function serialise({ stdout, exception, exitCode, stderr }) {
  return `${JSON.stringify({ stdout, exception, exitCode, stderr }, null, 2)}\n`;
}

/**
 * Hides what no two runs share: addresses (`at 0x..`, `id=0x..`), where the library is installed and where the program lay.
 *
 * @param {Outcome} outcome
 * @returns {Outcome}
 */
export function normalise(outcome) {
  const { stdout, stderr, exception } = outcome;
  return {
    ...outcome,
    stdout: hide(stdout),
    stderr: hide(stderr),
    exception: exception === null ? null : hide(exception),
  };
}

/**
 * Programs whose stderr still differs: the line at which a lost coroutine is reported, frames of tracebacks that leave the loop, and
 * warnings that we do not give. This list only shrinks. Old programs (`legacy/`) were recorded on old interpreters.
 */
const STDERR_DIFFERS = new Set(
  `asyncgen/driven-by-hand-3 asyncgen/iterator-classes coroutines/by-hand coroutines/driven-by-hand-4
  coroutines/generator-based coroutines/never-awaited-drop futures/callbacks-order runner/interrupts
  stdlib/pickle_round_trips taskgroup/base-exceptions tasks/generator-coroutines tracebacks/attribute-in-module
  wait/return-when warnings/coroutine-origin warnings/never-awaited warnings/never-awaited-filters
  warnings/warnings-module`.split(/\s+/),
);

/**
 * What a run must share with CPython. Stderr only of a program that is named and not excused.
 *
 * @param {Outcome} outcome
 * @param {string} [name]
 */
export function promised(outcome, name) {
  const { stdout, exception, exitCode, stderr } = normalise(outcome);
  if (exception === 'deadlock') return { stdout, exception: 'deadlock', exitCode: null, stderr: '' };
  const isCompared = name !== undefined && !name.startsWith('legacy/') && !STDERR_DIFFERS.has(name);
  return { stdout, exception, exitCode, stderr: isCompared ? withoutSyntaxWarnings(stderr) : '' };
}

/**
 * Those that the compiler gives, of which we give none.
 *
 * @param {string} text
 */
function withoutSyntaxWarnings(text) {
  return text.replace(/^main\.py:\d+: SyntaxWarning: .*\n( {2}.*\n)?/gm, '');
}

/** @param {string} text */
function hide(text) {
  return text
    .replace(/(?<=\bat |\bid=)0x[0-9a-f]+/g, '0x...')
    .replace(/(?<=File ")\/[^"]*\/(?=main\.py")/g, '')
    .replace(/(?<=["' ]|^)[^\s"']*\/lib\/python3\.?\d+(\.zip)?\//gm, '<lib>/');
}

function listFiles() {
  return readdirSync(ROOT, { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .sort();
}
