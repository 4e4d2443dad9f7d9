/** A worker thread that answers one message at a time, and is replaced when it has to be stopped or has died. */
import { Worker } from 'node:worker_threads';

/** What a worker says first, when it has loaded. */
export const READY = 'ready';

/**
 * @typedef {import('./programs.mjs').Outcome} Outcome
 * @typedef {object} About
 * @property {string} name What the complaint calls it when it does not load.
 * @property {URL} url Its module.
 * @property {import('node:worker_threads').WorkerOptions} [options]
 * @property {number} startGuardMs How long it may take to load.
 * @property {number} guardMs How long an answer may take.
 */

export class WorkerLane {
  #about;
  /** @type {Worker | null} */
  #worker = null;

  /** @param {About} about */
  constructor(about) {
    this.#about = about;
  }

  /**
   * @param {unknown} message
   * @returns {Promise<Outcome | string>} A string says why there is no outcome.
   */
  async ask(message) {
    const worker = this.#worker ?? (await this.#start());
    this.#worker = worker;
    worker.postMessage(message);
    const answer = await nextMessage(worker, this.#about.guardMs);
    if (typeof answer === 'string') await this.close();
    return answer;
  }

  async close() {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  async #start() {
    const { name, url, options, startGuardMs } = this.#about;
    const worker = new Worker(url, options);
    const answer = await nextMessage(worker, startGuardMs);
    if (answer !== READY) throw new Error(`${name} does not load: ${answer}`);
    return worker;
  }
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
