/** CPython for many small programs: loaded once, a few milliseconds a program. */
import { readFileSync } from 'node:fs';
import { loadPyodide } from 'pyodide';

/** @returns {Promise<(text: string) => import('./programs.mjs').Outcome>} */
export async function loadSmallOracle() {
  const python = await loadPyodide();
  const scope = python.globals['get']('dict')();
  scope.set('__name__', 'oracle');
  for (const file of ['oracle.py', 'fuzz-oracle.py']) {
    python.runPython(readFileSync(new URL(file, import.meta.url), 'utf8'), { globals: scope, filename: file });
  }
  scope.get('prepare')();
  const run = scope.get('run_small');
  return (text) => JSON.parse(run(text));
}
