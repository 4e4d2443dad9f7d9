/** CPython, or our engine, in a worker thread that can be stopped, so that one endless program does not end the search. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { loadTs } from '../engine/cli/load.mjs';
import { loadSmallOracle } from './fuzz-oracle.mjs';
import { READY, WorkerLane } from './worker-lane.mjs';

const ENGINE = 'src/engine/headless.ts';
const GUARD_MS = 5_000;
const START_GUARD_MS = 120_000;

/**
 * @typedef {import('./programs.mjs').Outcome} Outcome
 * @typedef {'engine' | 'cpython'} Kind
 */

/**
 * @param {Kind} kind
 * @returns {WorkerLane} It is asked with the text of a program.
 */
export function laneOf(kind) {
  return new WorkerLane({
    name: kind,
    url: new URL(import.meta.url),
    options: { workerData: kind, resourceLimits: { stackSizeMb: 4 } },
    startGuardMs: START_GUARD_MS,
    guardMs: GUARD_MS,
  });
}

/** The worker's half: says that it is ready, then answers each program with its outcome. */
async function serve() {
  const run = workerData === 'cpython' ? await loadSmallOracle() : await loadEngine();
  parentPort?.on('message', async (text) => {
    try {
      parentPort?.postMessage(await run(text));
    } catch (error) {
      parentPort?.postMessage(`crashed: ${error instanceof Error ? error.stack : error}`);
    }
  });
  parentPort?.postMessage(READY);
}

async function loadEngine() {
  const { runHeadless } = await loadTs(ENGINE);
  return (/** @type {string} */ text) => runHeadless({ files: { 'main.py': text } });
}

if (!isMainThread) await serve();
