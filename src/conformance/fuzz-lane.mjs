/** CPython, or our engine, in a worker thread that can be stopped, so that one endless program does not end the search. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadTs } from '../engine/cli/load.mjs';
import { loadSmallOracle } from './fuzz-oracle.mjs';

const ENGINE = 'src/engine/headless.ts';
const GUARD_MS = 5_000;
const START_GUARD_MS = 120_000;
const READY = 'ready';

/**
 * @typedef {import('./programs.mjs').Outcome} Outcome
 * @typedef {'engine' | 'cpython'} Kind
 */

export class Lane {
  #kind;
  /** @type {Worker | null} */
  #worker = null;

  /** @param {Kind} kind */
  constructor(kind) {
    this.#kind = kind;
  }

  /**
   * @param {string} text
   * @returns {Promise<Outcome | string>} A string says why there is no outcome.
   */
  async run(text) {
    const worker = this.#worker ?? (await start(this.#kind));
    this.#worker = worker;
    worker.postMessage(text);
    const answer = await nextMessage(worker, GUARD_MS);
    if (typeof answer === 'string') await this.close();
    return answer;
  }

  async close() {
    await this.#worker?.terminate();
    this.#worker = null;
  }
}

/**
 * @param {Kind} kind
 * @returns {Promise<Worker>}
 */
async function start(kind) {
  const worker = new Worker(new URL(import.meta.url), { workerData: kind, resourceLimits: { stackSizeMb: 4 } });
  const answer = await nextMessage(worker, START_GUARD_MS);
  if (answer !== READY) throw new Error(`${kind} does not load: ${answer}`);
  return worker;
}

/**
 * @param {Worker} worker
 * @param {number} guardMs
 * @returns {Promise<Outcome | string>}
 */
function nextMessage(worker, guardMs) {
  return new Promise((resolve) => {
    const settle = (/** @type {Outcome | string} */ value) => {
      clearTimeout(guard);
      worker.off('message', settle);
      worker.off('error', die);
      resolve(value);
    };
    const die = (/** @type {unknown} */ error) => settle(`worker died: ${error}`);
    const guard = setTimeout(() => settle(`no end within ${guardMs / 1000} s`), guardMs);
    worker.on('message', settle);
    worker.on('error', die);
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
