/**
 * One engine of the benchmark in a process of its own: `node bench-child.mjs recorded|unrecorded|pyodide|settrace`, or
 * `seek`. It is sent a source, or null to be asked whether it is there, and answers with milliseconds and output.
 */
import { readFileSync } from 'node:fs';
import { loadTs } from './load.mjs';

const kind = process.argv[2] ?? 'recorded';
const measure = kind === 'pyodide' || kind === 'settrace' ? await startPyodide(kind === 'settrace') : await startOurs();
process.on('message', (source) => {
  process.send?.(typeof source === 'string' ? measure(source) : null);
});

async function startOurs() {
  const { measureRun, measureTrace } = await loadTs('src/engine/cli/bench-run.ts');
  /** @param {string} source */
  return (source) => (kind === 'seek' ? measureTrace(source) : measureRun(source, kind === 'recorded'));
}

/** @param {boolean} isTraced */
async function startPyodide(isTraced) {
  const { loadPyodide } = await import('pyodide');
  const pyodide = await loadPyodide();
  const driver = readFileSync(new URL('../bench/driver.py', import.meta.url), 'utf8');
  pyodide.runPython(driver);
  const measurePython = pyodide.runPython('measure');
  /** @param {string} source */
  return (source) => {
    const before = process.cpuUsage();
    const result = measurePython(source, isTraced);
    const { user, system } = process.cpuUsage(before);
    const [wallMs, , stdout] = result.toJs();
    result.destroy();
    return [wallMs, (user + system) / 1000, stdout];
  };
}
