/** What the benchmark measures of our own engine, in a process of its own. */
import { readShipped } from '../../python/library/node-source.mjs';
import type { Chunk } from '../../trace/events.ts';
import { appendChunk, EMPTY_TRACE, type Trace, traceBytes, worldAfter } from '../../trace/trace.ts';
import { loadAllParts } from '../late-parts.ts';
import { HEADLESS_LIMITS, runProgram } from '../program.ts';
import { diskCache } from './code-cache.ts';

/** CPython's library as compiled code: the page has it from its build, CPython in `__pycache__`. */
const CODE_CACHE = diskCache(import.meta.url);

await loadAllParts();

/** Wall clock and processor time, compilation included, and what it printed. */
export type Measured = readonly [wallMs: number, cpuMs: number, stdout: string];

export function measureRun(source: string, isRecorded: boolean): Measured {
  const before = process.cpuUsage();
  const { ms, stdout } = runOnce(source, isRecorded ? () => undefined : null);
  return [ms, cpuMsSince(before), stdout];
}

/** Of all threads of the process. */
function cpuMsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Times are processor times. */
export interface TraceMeasured {
  readonly events: number;
  /** Of a fresh process, compilation included; and of a warm one. */
  readonly recordMs: number;
  readonly recordWarmMs: number;
  readonly bytesEvent: number;
  /** Keyframes included. */
  readonly bytesEventAll: number;
  readonly appendMs: number;
  readonly seekP50Ms: number;
  readonly seekP99Ms: number;
}

const SEEKS = 2000;
const TRACE_WARM_UPS = 2;

export function measureTrace(source: string): TraceMeasured {
  const chunks: Chunk[] = [];
  const recordMs = measureRun(source, true)[1];
  for (let i = 0; i < TRACE_WARM_UPS; i++) measureRun(source, true);
  let before = process.cpuUsage();
  runOnce(source, (chunk) => chunks.push(chunk));
  const recordWarmMs = cpuMsSince(before);
  before = process.cpuUsage();
  let trace: Trace = EMPTY_TRACE;
  for (const chunk of chunks) trace = appendChunk(trace, chunk);
  const appendMs = cpuMsSince(before);
  const bytes = traceBytes(trace);
  const seeks = seekTimes(trace);
  const at = (part: number) => seeks[Math.floor(seeks.length * part)] ?? 0;
  return {
    events: trace.length,
    recordMs,
    recordWarmMs,
    appendMs,
    bytesEvent: bytes.events / trace.length,
    bytesEventAll: (bytes.events + bytes.keyframes) / trace.length,
    seekP50Ms: at(0.5),
    seekP99Ms: at(0.99),
  };
}

/** Sorted. The positions are scattered, and the same each time. */
function seekTimes(trace: Trace): readonly number[] {
  const times: number[] = [];
  let position = 1;
  for (let i = 0; i < SEEKS; i++) {
    position = (position * 1_103_515_245 + 12_345) % 2_147_483_648;
    const before = process.cpuUsage();
    worldAfter(trace, position % trace.length);
    times.push(cpuMsSince(before));
  }
  return times.sort((a, b) => a - b);
}

function runOnce(
  source: string,
  onChunk: ((chunk: Chunk) => void) | null,
): { readonly ms: number; readonly stdout: string } {
  const text: string[] = [];
  const start = performance.now();
  const ending = runProgram({
    files: [{ name: 'main.py', text: source }],
    seed: 0,
    limits: HEADLESS_LIMITS,
    onChunk,
    write: (_stream, part) => text.push(part),
    readLibrary: (name) => readShipped(name) ?? null,
    codeCache: CODE_CACHE,
  });
  const ms = performance.now() - start;
  return { ms, stdout: ending.kind === 'completed' ? text.join('') : `${JSON.stringify(ending)}\n${text.join('')}` };
}
