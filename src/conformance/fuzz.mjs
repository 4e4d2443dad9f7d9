/**
 * Searches for programs on which our engine and CPython differ:
 * `npm run fuzz -- [--topic T] [--seed N] [--runs N] [--max N] [--dry]`.
 * Run number i of seed N is the one run of seed N + i. A failure is shrunk, and kept under programs/fuzz unless `--dry`.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadTs } from '../engine/cli/load.mjs';
import { Lane } from './fuzz-lane.mjs';
import { reduceLines } from './fuzz-reduce.mjs';
import { runOnCPython } from './oracle.mjs';
import { listPrograms, promised, serialise } from './programs.mjs';

const FOLDER = fileURLToPath(new URL('programs/fuzz/', import.meta.url));
const RUNS = 300;
const SECTIONS_MAX = 8;
const CHOICES_MAX = 120;
const SHRINKS_MAX = 500;
const KEPT_MAX = 40;
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
  };
}

class Fuzzer {
  /** @type {Set<string>} What was found before, so that it is not shrunk again. */
  #causes = new Set();
  #engine = new Lane('engine');
  #cpython = new Lane('cpython');
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
    const first = this.#choicesOf(seed);
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

  /** @param {number} seed */
  #choicesOf(seed) {
    const [choices] = fc.sample(choicesArbitrary(), { seed: mix(seed), numRuns: 1 });
    return choices ?? [];
  }

  /**
   * The body of the smallest program that still differs in the same way.
   *
   * @param {string} topic
   * @param {number} seed
   * @param {string} cause
   */
  async #shrink(topic, seed, cause) {
    let smallest = this.#write.writeBody(topic, this.#choicesOf(seed));
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
    const [want, ran] = await Promise.all([this.#cpython.run(text), this.#engine.run(text)]);
    // Too long or too deep for CPython: nothing to compare with.
    if (typeof want === 'string') return null;
    if (typeof ran === 'string') return { cause: skeleton(ran.slice(0, 200)), lines: [ran] };
    return compare(promised(want), ran);
  }
}

/** @returns {import('fast-check').Arbitrary<number[][]>} */
function choicesArbitrary() {
  const section = fc.array(fc.noBias(fc.nat(0xffff)), { maxLength: CHOICES_MAX, size: 'max' });
  return fc.noBias(fc.array(section, { minLength: 1, maxLength: SECTIONS_MAX, size: 'max' }));
}

/** Neighbouring seeds would begin with similar numbers. @param {number} seed */
function mix(seed) {
  return createHash('sha256').update(String(seed)).digest().readInt32LE(0);
}

/**
 * @param {ReturnType<typeof promised>} want
 * @param {import('./programs.mjs').Outcome} outcome
 * @returns {Difference | null}
 */
function compare(want, outcome) {
  const got = promised(outcome);
  const a = untilEnd(want.stdout);
  // After an uncaught exception, too, only finalisers print.
  const b = want.exception === null ? untilEnd(got.stdout) : untilEnd(got.stdout).slice(0, a.length);
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

/** What is finalised after the last line is printed in an order that nobody promises. @param {string} stdout */
function untilEnd(stdout) {
  // The oracle's C library words this otherwise than Linux.
  const lines = stdout
    .replaceAll("(68, 'Result not representable')", "(34, 'Numerical result out of range')")
    .split('\n');
  const end = lines.indexOf('end');
  return end === -1 ? lines : lines.slice(0, end);
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
  const name = `${topic}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  if (listPrograms('fuzz').length >= KEPT_MAX || existsSync(`${FOLDER}${name}.py`)) return;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}${name}.py`, text);
  writeFileSync(`${FOLDER}${name}.expected.json`, serialise(await runOnCPython({ 'main.py': text })));
  console.log(`kept as fuzz/${name}`);
}

const { topic, seed, runs, max, isDry } = readArgs(process.argv.slice(2));
const write = await loadTs('src/conformance/fuzz-program.ts');
const fuzzer = new Fuzzer(write, isDry);
let found = 0;
for (const one of topic === '' ? write.TOPICS : [topic]) {
  const started = performance.now();
  let ran = 0;
  let differences = 0;
  for (; ran < runs && found < max; ran += 1) {
    if (await fuzzer.runOne(one, seed + ran)) {
      differences += 1;
      found += 1;
    }
  }
  const seconds = (performance.now() - started) / 1000;
  console.log(`${one}: ${ran} programs from seed ${seed}, ${differences} differences, ${seconds.toFixed(0)} s`);
}
await fuzzer.close();
process.exitCode = found === 0 ? 0 : 1;
