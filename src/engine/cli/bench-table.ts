/** The numbers of the benchmark as text: one row a program, then what the goals speak of. */
import type { Engine } from './bench.ts';
import type { TraceMeasured } from './bench-run.ts';

export interface EngineTimes {
  /** Wall clock of the first run of a fresh process, compilation and our import of asyncio included. */
  readonly firstMs: number;
  /**
   * Processor time of the whole process, collector and compiler threads included: what else the machine does matters less than to the
   * clock on the wall. The median of the runs after it was warm, and the best.
   */
  readonly steadyMs: number;
  readonly bestMs: number;
}

export interface ProgramResult {
  readonly name: string;
  readonly times: Partial<Record<Engine, EngineTimes>>;
  readonly isSameOutput: boolean;
}

export type TraceResult = TraceMeasured;

export type Summary = Readonly<Record<string, number>>;

/** Programs that are about asyncio; the others are about plain Python. */
const ASYNCIO: ReadonlySet<string> = new Set(['sleep0', 'queue', 'timers', 'cancel', 'tree', 'futures']);

const HEAD =
  `${'program'.padEnd(11)} ${['native', 'recorded', 'unrecorded', 'Pyodide', 'settrace'].map((name) => name.padStart(10)).join(' ')}` +
  ` | ${['rec/nat', 'rec/unrec', 'first', 'x settrace'].map((name) => name.padStart(10)).join(' ')}`;

export function renderProgram(result: ProgramResult, hasHead: boolean): string {
  const { native, recorded, unrecorded, pyodide, settrace } = result.times;
  const times = [native, recorded, unrecorded, pyodide, settrace].map((time) =>
    time === undefined ? '-' : `${time.steadyMs.toFixed(1)} ms`,
  );
  const ratios = [
    speed(native, recorded),
    over(recorded, unrecorded),
    firstSpeed(native, recorded),
    speed(settrace, recorded),
  ];
  const row = `${result.name.padEnd(11)} ${times.map((text) => text.padStart(10)).join(' ')} | ${ratios.map((ratio) => show(ratio).padStart(10)).join(' ')}`;
  return `${hasHead ? `${HEAD}\n` : ''}${row}${result.isSameOutput ? '' : '  OUTPUTS DIFFER'}`;
}

/** Speeds are ratios of times, 1 = as fast; means are geometric. */
export function summarise(programs: readonly ProgramResult[], trace: TraceResult | null): Summary {
  const groups = {
    all: programs,
    cpu: programs.filter(({ name }) => !ASYNCIO.has(name)),
    asyncio: programs.filter(({ name }) => ASYNCIO.has(name)),
  };
  const summary: Record<string, number> = {};
  const put = (name: string, ratios: readonly number[]) => {
    const known = ratios.filter((ratio) => !Number.isNaN(ratio));
    if (known.length > 0)
      summary[name] = Math.exp(known.reduce((sum, ratio) => sum + Math.log(ratio), 0) / known.length);
  };
  for (const [group, members] of Object.entries(groups)) {
    put(
      `recorded against native, ${group}`,
      members.map(({ times }) => speed(times.native, times.recorded)),
    );
    put(
      `unrecorded against native, ${group}`,
      members.map(({ times }) => speed(times.native, times.unrecorded)),
    );
    put(
      `recorded against unrecorded (time), ${group}`,
      members.map(({ times }) => over(times.recorded, times.unrecorded)),
    );
    put(
      `recorded against Pyodide with a line logger, ${group}`,
      members.map(({ times }) => speed(times.settrace, times.recorded)),
    );
    put(
      `Pyodide untraced against native, ${group}`,
      members.map(({ times }) => speed(times.native, times.pyodide)),
    );
    put(
      `first run, recorded against native, ${group}`,
      members.map(({ times }) => firstSpeed(times.native, times.recorded)),
    );
  }
  const slowest = programs
    .map(({ times }) => speed(times.native, times.recorded))
    .filter((ratio) => !Number.isNaN(ratio));
  if (slowest.length > 0) summary['recorded against native, slowest program'] = Math.min(...slowest);
  if (trace !== null)
    Object.assign(summary, { 'trace: bytes an event': trace.bytesEvent, 'trace: seek p99 in ms': trace.seekP99Ms });
  return summary;
}

export function renderSummary(summary: Summary, trace: TraceResult | null): string {
  const lines = Object.entries(summary).map(([name, value]) => `${show(value).padStart(8)}  ${name}`);
  if (trace !== null) {
    lines.push(
      `trace of ${trace.events.toLocaleString('en')} events: recorded in ${trace.recordMs.toFixed(0)} ms (warm ${trace.recordWarmMs.toFixed(0)}), read in ${trace.appendMs.toFixed(0)} ms, ` +
        `${trace.bytesEvent.toFixed(2)} bytes an event (${trace.bytesEventAll.toFixed(2)} with keyframes), ` +
        `seek p50 ${trace.seekP50Ms.toFixed(2)} ms, p99 ${trace.seekP99Ms.toFixed(2)} ms`,
    );
  }
  return `\n${lines.join('\n')}`;
}

/** How fast `b` is, `a` being 1. */
function speed(a: EngineTimes | undefined, b: EngineTimes | undefined): number {
  return a === undefined || b === undefined ? Number.NaN : a.steadyMs / b.steadyMs;
}

function firstSpeed(a: EngineTimes | undefined, b: EngineTimes | undefined): number {
  return a === undefined || b === undefined ? Number.NaN : a.firstMs / b.firstMs;
}

function over(a: EngineTimes | undefined, b: EngineTimes | undefined): number {
  return a === undefined || b === undefined ? Number.NaN : a.steadyMs / b.steadyMs;
}

function show(ratio: number): string {
  return Number.isNaN(ratio) ? '-' : ratio.toFixed(ratio < 10 ? 2 : 0);
}
