/**
 * Searches for programs on which our engine and CPython differ:
 * `npm run fuzz -- [--topic T] [--seed N] [--runs N] [--max N] [--dry]`; `--record` writes what fuzz.test.ts expects.
 * Run number i of seed N is the one run of seed N + i. A failure is shrunk, and kept under programs/fuzz unless `--dry`.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadTs } from '../engine/cli/load.mjs';
import { choicesArbitrary, choicesOf, digest, mix } from './fuzz-choices.mjs';
import { laneOf } from './fuzz-lane.mjs';
import { shownLines, shownOutput } from './fuzz-outcome.mjs';
import { reduceLines } from './fuzz-reduce.mjs';
import { runOnCPython } from './oracle.mjs';
import { listPrograms, promised, serialise } from './programs.mjs';

const FOLDER = fileURLToPath(new URL('programs/fuzz/', import.meta.url));
const RUNS = 300;
const SHRINKS_MAX = 500;
const KEPT_MAX = 40;
const RECORDED_EACH = 4;
const SHOWN_LINES = 4;
const SHOWN_COLUMNS = 300;

/**
 * @typedef {readonly (readonly number[])[]} Choices
 * @typedef {{ readonly cause: string, readonly lines: readonly string[] }} Difference
 */

/** @param {readonly string[]} args */
function readArgs(args) {
  const value = (/** @type {string} */ name, /** @type {string} */ fallback) => {
    const at = args.indexOf(name);
    return at === -1 ? fallback : (args[at + 1] ?? fallback);
  };
  return {
    topic: value('--topic', ''),
    seed: Number(value('--seed', String(Math.floor(Date.now() / 1000) % 1_000_000))),
    runs: Number(value('--runs', String(RUNS))),
    max: Number(value('--max', '10')),
    isDry: args.includes('--dry'),
    isRecording: args.includes('--record'),
  };
}

class Fuzzer {
  /** @type {Set<string>} What was found before, so that it is not shrunk again. */
  #causes = new Set();
  #engine = laneOf('engine');
  #cpython = laneOf('cpython');
  #write;
  #isDry;

  /**
   * @param {typeof import('./fuzz-program.ts')} write
   * @param {boolean} isDry
   */
  constructor(write, isDry) {
    this.#write = write;
    this.#isDry = isDry;
  }

  /**
   * @param {string} topic
   * @param {number} seed
   * @returns {Promise<boolean>} Whether a difference that was not known was found.
   */
  async runOne(topic, seed) {
    const first = choicesOf(seed);
    const difference = await this.#differ(this.#write.writeBody(topic, first));
    if (difference === null || this.#causes.has(difference.cause)) return false;
    this.#causes.add(difference.cause);
    const body = await this.#shrink(topic, seed, difference.cause);
    const small = await this.#differ(body);
    const text = this.#write.completeProgram(body);
    console.log(`\n--- ${topic}, seed ${seed}\n${text}`);
    console.log(
      (small ?? difference).lines
        .slice(0, SHOWN_LINES)
        .map((line) => line.slice(0, SHOWN_COLUMNS))
        .join('\n'),
    );
    if (small !== null) this.#causes.add(small.cause);
    if (small !== null && !this.#isDry) await keep(topic, text);
    return true;
  }

  async close() {
    await this.#engine.close();
    await this.#cpython.close();
  }

  /**
   * The body of the smallest program that still differs in the same way.
   *
   * @param {string} topic
   * @param {number} seed
   * @param {string} cause
   */
  async #shrink(topic, seed, cause) {
    let smallest = this.#write.writeBody(topic, choicesOf(seed));
    let left = SHRINKS_MAX;
    const seen = new Set();
    const agrees = fc.asyncProperty(choicesArbitrary(), async (choices) => {
      const body = this.#write.writeBody(topic, choices);
      if (left <= 0 || seen.has(body) || (body.length > smallest.length && seen.size > 0)) return true;
      seen.add(body);
      left -= 1;
      const difference = await this.#differ(body);
      if (difference?.cause !== cause) return true;
      smallest = body;
      return false;
    });
    await fc.check(agrees, { seed: mix(seed), numRuns: 1 });
    return reduceLines(smallest, async (body) => (await this.#differ(body))?.cause === cause);
  }

  /**
   * @param {string} body
   * @returns {Promise<Difference | null>}
   */
  async #differ(body) {
    const text = this.#write.completeProgram(body);
    const [want, ran] = await Promise.all([this.#cpython.ask(text), this.#engine.ask(text)]);
    // Too long or too deep for CPython, whose own frames count towards the limit here: nothing to compare with.
    if (typeof want === 'string' || want.stdout.includes('RecursionError')) return null;
    if (typeof ran === 'string') return { cause: skeleton(ran.slice(0, 200)), lines: [ran] };
    return compare(promised(want), ran);
  }
}

/**
 * @param {ReturnType<typeof promised>} want
 * @param {import('./programs.mjs').Outcome} outcome
 * @returns {Difference | null}
 */
function compare(want, outcome) {
  const got = promised(outcome);
  const a = shownLines(want.stdout);
  // After an uncaught exception, too, only finalisers print.
  const b = want.exception === null ? shownLines(got.stdout) : shownLines(got.stdout).slice(0, a.length);
  const lines = [];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    if (a[at] !== b[at]) lines.push(`-${at + 1}: ${a[at] ?? '<nothing>'}`, `+${at + 1}: ${b[at] ?? '<nothing>'}`);
  }
  if (want.exception !== got.exception) lines.push(`-raised ${want.exception}`, `+raised ${got.exception}`);
  if (got.exception === null && outcome.ending?.kind === 'crashed') lines.push(outcome.stderr);
  if (lines.length === 0) return null;
  const told = want.exception === got.exception ? lines.slice(0, 2) : lines.slice(-2);
  return { cause: told.map(skeleton).join('\n'), lines };
}

/** The words of a line without its values. @param {string} line */
function skeleton(line) {
  return line
    .replace(/^([-+])\d+:/, '$1')
    .replace(/'[^']*'|"[^"]*"/g, 's')
    .replace(/[-+]?\d+(\.\d+)?(e[-+]?\d+)?/g, '0')
    .replace(/\[[^[\]]*\]|\([^()]*\)|\{[^{}]*\}/g, '[]')
    .slice(0, 120);
}

/**
 * @param {string} topic
 * @param {string} text
 */
async function keep(topic, text) {
  const name = `${topic}-${digest(text)}`;
  if (listPrograms('fuzz').length >= KEPT_MAX || existsSync(`${FOLDER}${name}.py`)) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.py`, text);
  writeFileSync(`${FOLDER}${name}.expected.json`, serialise(await runOnCPython({ 'main.py': text })));
  console.log(`kept as fuzz/${name}`);
}

/**
 * Digests of what CPython prints for the first programs of each topic.
 *
 * @param {typeof import('./fuzz-program.ts')} write
 */
async function record(write) {
  const cpython = laneOf('cpython');
  const recorded = [];
  for (const topic of write.TOPICS) {
    for (let seed = 1; seed <= RECORDED_EACH; seed += 1) {
      const text = write.completeProgram(write.writeBody(topic, choicesOf(seed)));
      const outcome = await cpython.ask(text);
      if (typeof outcome === 'string') throw new Error(`${topic}, seed ${seed}: ${outcome}`);
      recorded.push({ topic, seed, program: digest(text), output: digest(shownOutput(outcome)) });
    }
  }
  await cpython.close();
  const lines = recorded.map((one) => `  ${JSON.stringify(one)}`);
  writeFileSync(new URL('fuzz-recorded.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
}

/**
 * @param {typeof import('./fuzz-program.ts')} write
 * @param {ReturnType<typeof readArgs>} args
 */
async function search(write, { topic, seed, runs, max, isDry }) {
  const fuzzer = new Fuzzer(write, isDry);
  let found = 0;
  for (const one of topic === '' ? write.TOPICS : [topic]) {
    const started = performance.now();
    let ran = 0;
    let differences = 0;
    for (; ran < runs && found < max; ran += 1) {
      if (!(await fuzzer.runOne(one, seed + ran))) continue;
      differences += 1;
      found += 1;
    }
    const seconds = (performance.now() - started) / 1000;
    console.log(`${one}: ${ran} programs from seed ${seed}, ${differences} differences, ${seconds.toFixed(0)} s`);
  }
  await fuzzer.close();
  process.exitCode = found === 0 ? 0 : 1;
}

const args = readArgs(process.argv.slice(2));
const write = await loadTs('src/conformance/fuzz-program.ts');
if (args.isRecording) await record(write);
else await search(write, args);
