/**
 * CPython itself, in WebAssembly, on a virtual clock: the truth our engine is compared with.
 * What is real there and what is replaced is said in `oracle.py`.
 */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';
import { normalise } from './programs.mjs';

/** @type {Promise<(request: string) => string> | undefined} */
let loading;

/**
 * Runs `files['main.py']` as `python main.py` would.
 *
 * @param {Readonly<Record<string, string>>} files
 * @param {{ readonly seed?: number }} options Seed of `random`, where the program gives none.
 */
export async function runOnCPython(files, { seed = 0 } = {}) {
  loading ??= load();
  const run = await loading;
  return normalise(JSON.parse(run(JSON.stringify({ files, seed }))));
}

async function load() {
  const python = await loadPyodide();
  const source = readFileSync(new URL('oracle.py', import.meta.url), 'utf8');
  const scope = python.globals['get']('dict')();
  scope.set('__name__', 'oracle');
  python.runPython(source, { globals: scope, filename: 'oracle.py' });
  return scope.get('run');
}
