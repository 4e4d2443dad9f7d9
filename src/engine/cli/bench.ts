/**
 * `npm run bench -- [--only NAME] [--json]`: the programs of `engine/bench/` on our engine, recorded and not, on native
 * CPython where there is one, and on Pyodide, plain and with a line logger. Every engine is a process of its own; they
 * take turns, so that a busy machine slows all of them alike.
 */
import { type ChildProcess, fork, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import type { Measured, TraceMeasured } from './bench-run.ts';
import { type ProgramResult, renderProgram, renderSummary, summarise, type TraceResult } from './bench-table.ts';

const ENGINES = ['native', 'recorded', 'unrecorded', 'pyodide', 'settrace'] as const;
export type Engine = (typeof ENGINES)[number];

const ORDER = [
  'fib',
  'loops',
  'data',
  'methods',
  'generators',
  'sleep0',
  'queue',
  'timers',
  'cancel',
  'tree',
  'futures',
];
const DRIVERS = ['driver', 'native'];
/** Its trace is the one whose size and seeks are measured. */
const TRACED = 'million';
const WARM_UPS = 3;
const ROUNDS = 7;
/** A program is given this long for its rounds; at least one is made. */
const ROUNDS_MS = 12_000;
/** The line logger takes seconds; it sits out when its turns took so long. */
const SLOW_MS = 3_000;

export interface BenchPaths {
  readonly programs: string;
  readonly child: string;
}

export async function main(args: readonly string[], paths: BenchPaths): Promise<number> {
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : null;
  const found = readdirSync(paths.programs)
    .filter((file) => file.endsWith('.py'))
    .map((file) => file.slice(0, -3));
  const known = found.filter((name) => !DRIVERS.includes(name)).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b));
  if (only !== null && !known.includes(only)) {
    process.stderr.write(`usage: npm run bench -- [--only NAME] [--json]\n  NAME: ${known.join(', ')}\n`);
    return 2;
  }
  const isJson = args.includes('--json');
  const say = (text: string) => isJson || process.stdout.write(`${text}\n`);
  const programs: ProgramResult[] = [];
  for (const name of known.filter((name) => name !== TRACED && (only ?? name) === name)) {
    const result = await benchProgram(name, paths);
    programs.push(result);
    say(renderProgram(result, programs.length === 1));
  }
  const trace = (only ?? TRACED) === TRACED ? await benchTrace(paths) : null;
  const summary = summarise(programs, trace);
  if (isJson)
    process.stdout.write(
      `${JSON.stringify({ cores: cpus().length, node: process.version, programs, trace, summary }, null, 2)}\n`,
    );
  else say(renderSummary(summary, trace));
  return programs.every(({ isSameOutput }) => isSameOutput) ? 0 : 1;
}

async function benchProgram(name: string, paths: BenchPaths): Promise<ProgramResult> {
  const source = readFileSync(`${paths.programs}/${name}.py`, 'utf8');
  const rivals = await startAll(paths);
  try {
    const outputs = new Set<string>();
    const measure = async (rival: Rival): Promise<readonly [wallMs: number, cpuMs: number]> => {
      const [wallMs, cpuMs, stdout] = (await rival.ask(source)) as Measured;
      outputs.add(stdout);
      return [wallMs, cpuMs];
    };
    for (const rival of rivals) [rival.first] = await measure(rival);
    for (const rival of rivals.filter(({ engine }) => engine !== 'settrace'))
      for (let i = 0; i < WARM_UPS; i++) await measure(rival);
    const end = performance.now() + ROUNDS_MS;
    for (let round = 0; round < ROUNDS && (round === 0 || performance.now() < end); round++) {
      for (const rival of rivals) {
        if (rival.engine === 'settrace' && rival.steady.reduce((sum, ms) => sum + ms, 0) > SLOW_MS) continue;
        rival.steady.push((await measure(rival))[1]);
      }
    }
    const times = rivals.map(({ engine, first, steady }) => [
      engine,
      { firstMs: first, steadyMs: median(steady), bestMs: Math.min(...steady) },
    ]);
    return { name, times: Object.fromEntries(times), isSameOutput: outputs.size === 1 };
  } finally {
    for (const rival of rivals) rival.stop();
  }
}

async function benchTrace(paths: BenchPaths): Promise<TraceResult> {
  const rival = forkChild('seek', paths);
  try {
    await rival.ask(null);
    return (await rival.ask(readFileSync(`${paths.programs}/${TRACED}.py`, 'utf8'))) as TraceMeasured;
  } finally {
    rival.stop();
  }
}

interface Rival {
  readonly engine: Engine;
  first: number;
  readonly steady: number[];
  /** Null asks only whether it is ready. */
  readonly ask: (source: string | null) => Promise<unknown>;
  readonly stop: () => void;
}

async function startAll(paths: BenchPaths): Promise<readonly Rival[]> {
  const hasNative = spawnSync('python3', ['-c', 'import asyncio.taskgroups']).status === 0;
  const rivals: Rival[] = [];
  for (const engine of ENGINES) {
    if (engine === 'native' && !hasNative) continue;
    const rival = engine === 'native' ? spawnNative(paths) : forkChild(engine, paths);
    rivals.push(rival);
    if (engine !== 'native') await rival.ask(null);
  }
  return rivals;
}

function forkChild(kind: Engine | 'seek', paths: BenchPaths): Rival {
  const child = fork(paths.child, [kind], { serialization: 'advanced' });
  const ask = (source: string | null) =>
    answerOf(child, (done) => {
      child.once('message', done);
      child.send(source as string);
    });
  return { engine: kind === 'seek' ? 'recorded' : kind, first: 0, steady: [], ask, stop: () => child.kill() };
}

function spawnNative(paths: BenchPaths): Rival {
  const child = spawn('python3', ['-B', `${paths.programs}/native.py`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const ask = (source: string | null) =>
    answerOf(child, (done) => {
      lines.once('line', (line) => done(JSON.parse(line)));
      child.stdin.write(`${JSON.stringify(source)}\n`);
    });
  return { engine: 'native', first: 0, steady: [], ask, stop: () => child.kill() };
}

function answerOf(child: ChildProcess, ask: (done: (answer: unknown) => void) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a child process ended with code ${code}`));
    child.once('exit', ended);
    ask((answer) => {
      child.off('exit', ended);
      resolve(answer);
    });
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
