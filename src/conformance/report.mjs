/**
 * Which programs our engine gets wrong: `node src/conformance/report.mjs [topic[/name]] [--diff]`.
 * They run in two worker threads that can be stopped, so that one endless program does not end the report.
 */
import { isMainThread, parentPort } from 'node:worker_threads';
import { loadTs } from '../engine/cli/load.mjs';
import { listPrograms, promised, readExpected, readFiles } from './programs.mjs';
import { READY, WorkerLane } from './worker-lane.mjs';

const ENGINE = 'src/engine/headless.ts';
const WORKERS = 2;
const DIFF_LINES_MAX = 40;
const CONTEXT = 60;
/** It is asked with the files of a program. */
const ENGINE_LANE = { name: 'The engine', url: new URL(import.meta.url), startGuardMs: 60_000, guardMs: 90_000 };

/**
 * @typedef {import('./programs.mjs').Program} Program
 * @typedef {import('./programs.mjs').Outcome} Outcome
 * @typedef {{ readonly name: string, readonly fault: string | null }} Verdict
 */

/** @param {readonly string[]} args */
async function report(args) {
  const isLong = args.includes('--diff');
  const programs = listPrograms(args.find((arg) => !arg.startsWith('--')) ?? '');
  await loadTs(ENGINE); // Bundled once, before the workers ask for it.
  const queue = [...programs];
  /** @type {Verdict[]} */
  const verdicts = [];
  const drain = async () => {
    const lane = new WorkerLane(ENGINE_LANE);
    for (let program = queue.shift(); program !== undefined; program = queue.shift()) {
      const ran = await lane.ask(readFiles(program));
      verdicts.push({ name: program.name, fault: typeof ran === 'string' ? ran : compare(program, ran, isLong) });
    }
    await lane.close();
  };
  await Promise.all(Array.from({ length: WORKERS }, drain));
  print(verdicts);
}

/** The worker's half: says that it is ready, then answers each program with its outcome. */
async function serve() {
  const { runHeadless } = await loadTs(ENGINE);
  parentPort?.on('message', async (files) => {
    try {
      parentPort?.postMessage(await runHeadless({ files }));
    } catch (error) {
      parentPort?.postMessage(`crashed: ${error instanceof Error ? error.stack : error}`);
    }
  });
  parentPort?.postMessage(READY);
}

/**
 * @param {Program} program
 * @param {Outcome} outcome
 * @param {boolean} isLong
 * @returns {string | null} What is wrong, or null.
 */
function compare(program, outcome, isLong) {
  const expected = readExpected(program);
  if (expected === null) return 'nothing recorded';
  const want = promised(expected, program.name);
  const got = promised(outcome, program.name);
  const faults = [];
  if (got.exception !== want.exception)
    faults.push(`raised ${got.exception}, not ${want.exception} (${outcome.ending?.kind})`);
  else if (got.exitCode !== want.exitCode) faults.push(`exit code ${got.exitCode}, not ${want.exitCode}`);
  const lines = differences(want.stdout.split('\n'), got.stdout.split('\n'), isLong);
  faults.push(...lines.slice(0, isLong ? DIFF_LINES_MAX : 2));
  if (got.stderr !== want.stderr) {
    const errors = differences(want.stderr.split('\n'), got.stderr.split('\n'), isLong);
    faults.push('stderr:', ...errors.slice(0, isLong ? DIFF_LINES_MAX : 2));
  }
  if (faults.length > 0 && isLong && got.exception !== want.exception) faults.push(outcome.stderr);
  return faults.length === 0 ? null : faults.join('\n      ');
}

/**
 * @param {readonly string[]} want
 * @param {readonly string[]} got
 * @param {boolean} isLong Whole lines, or the neighbourhood of the first difference in each.
 */
function differences(want, got, isLong) {
  const lines = [];
  for (let at = 0; at < Math.max(want.length, got.length); at += 1) {
    const [a, b] = [want[at] ?? '<end>', got[at] ?? '<end>'];
    if (a === b) continue;
    let column = 0;
    while (column < a.length && a[column] === b[column]) column += 1;
    const from = isLong ? 0 : Math.max(0, column - CONTEXT / 2);
    const to = isLong ? Infinity : column + CONTEXT;
    lines.push(`-${at + 1}: ${a.slice(from, to)}`, `+${at + 1}: ${b.slice(from, to)}`);
  }
  return lines;
}

/** @param {readonly Verdict[]} verdicts */
function print(verdicts) {
  const topics = byTopic(verdicts);
  for (const [topic, members] of [...topics].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const failed = members.filter(({ fault }) => fault !== null);
    console.log(`${topic}: ${members.length - failed.length} of ${members.length}`);
    for (const { name, fault } of failed.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      console.log(`  ${name}\n      ${fault}`);
    }
  }
  const passed = verdicts.filter(({ fault }) => fault === null).length;
  console.log(`${passed} of ${verdicts.length} programs agree with CPython`);
  process.exitCode = passed === verdicts.length ? 0 : 1;
}

/**
 * @param {readonly Verdict[]} verdicts
 * @returns {Map<string, Verdict[]>}
 */
function byTopic(verdicts) {
  const topics = new Map();
  for (const verdict of verdicts) {
    const topic = verdict.name.split('/')[0] ?? '';
    topics.set(topic, [...(topics.get(topic) ?? []), verdict]);
  }
  return topics;
}

if (isMainThread) await report(process.argv.slice(2));
else await serve();
