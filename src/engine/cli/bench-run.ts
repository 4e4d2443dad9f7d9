/** What the benchmark measures of our own engine, in a process of its own. */
import { readShipped } from '../../python/library/node-source.mjs';
import type { Chunk } from '../../trace/events.ts';
import { appendChunk, EMPTY_TRACE, type Trace, traceBytes, worldAfter } from '../../trace/trace.ts';
import { HEADLESS_LIMITS, runProgram } from '../program.ts';

/** Wall clock and processor time, compilation included, and what it printed. */
export type Measured = readonly [wallMs: number, cpuMs: number, stdout: string];

export function measureRun(source: string, isRecorded: boolean): Measured {
  const before = process.cpuUsage();
  const { ms, stdout } = runOnce(source, isRecorded ? () => undefined : null);
  const { user, system } = process.cpuUsage(before);
  return [ms, (user + system) / 1000, stdout];
}

export interface TraceMeasured {
  readonly events: number;
  readonly recordMs: number;
  readonly bytesEvent: number;
  /** Keyframes included. */
  readonly bytesEventAll: number;
  readonly appendMs: number;
  readonly seekP50Ms: number;
  readonly seekP99Ms: number;
}

const SEEKS = 2000;

export function measureTrace(source: string): TraceMeasured {
  const chunks: Chunk[] = [];
  const { ms: recordMs } = runOnce(source, (chunk) => chunks.push(chunk));
  const start = performance.now();
  let trace: Trace = EMPTY_TRACE;
  for (const chunk of chunks) trace = appendChunk(trace, chunk);
  const appendMs = performance.now() - start;
  const bytes = traceBytes(trace);
  const seeks = seekTimes(trace);
  const at = (part: number) => seeks[Math.floor(seeks.length * part)] ?? 0;
  return {
    events: trace.length,
    recordMs,
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
    const start = performance.now();
    worldAfter(trace, position % trace.length);
    times.push(performance.now() - start);
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
  });
  const ms = performance.now() - start;
  return { ms, stdout: ending.kind === 'completed' ? text.join('') : `${JSON.stringify(ending)}\n${text.join('')}` };
}
