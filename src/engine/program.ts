/**
 * One run, from files to an ending: a pure function of what goes in. Knows no page, no worker and no Node; where library sources
 * come from and where output goes is handed in.
 */

import {
  currentTaskOrNull,
  isCancelledError,
  prepareAsyncio,
  registerAsyncio,
  reportUnretrieved,
} from '../asyncio/package.ts';
import type { NetworkPlan } from '../lib/network-plan.ts';
import { Prng } from '../lib/prng.ts';
import { type CompileResult, compileText } from '../python/compile/compile.ts';
import { tellRemarks } from '../python/modules/_warnings.ts';
import { putFiles } from '../python/modules/files.ts';
import { exception, PyRaise, RecursionError } from '../python/objects/errors.ts';
import { call } from '../python/objects/protocol.ts';
import { PyModule } from '../python/objects/value.ts';
import { startMachine } from '../python/vm/boot.ts';
import { runRest } from '../python/vm/execute.ts';
import { finalizeAtExit } from '../python/vm/garbage.ts';
import { runModule } from '../python/vm/import.ts';
import { type CodeCache, type Machine, RunStopped, machine as running } from '../python/vm/machine.ts';
import { reportUnstarted } from '../python/vm/never-awaited.ts';
import type { Process } from '../python/vm/process.ts';
import { Scheduler } from '../python/vm/scheduler.ts';
import { endProcess } from '../python/vm/signals.ts';
import { ThreadGone } from '../python/vm/thread.ts';
import type { Intervention } from '../scenario/intervention.ts';
import { ENVIRONMENT, PROCFILE, readEnvironment } from '../scenario/procfile.ts';
import type { ForcedChoice, FormationEntry } from '../scenario/scenario.ts';
import { Agenda } from '../sim/agenda.ts';
import { Choices } from '../sim/choices.ts';
import { VirtualClock } from '../sim/clock.ts';
import type { Network } from '../sim/net/network.ts';
import type { Diagnostic, Ending } from '../trace/ending.ts';
import type { Chunk } from '../trace/events.ts';
import { Complaints } from './complaints.ts';
import { raisedEnding, stoppedEnding } from './endings.ts';
import { launchProcess, makeInterventions, makeNetwork, makeSupervisor } from './late-parts.ts';
import { probeThreading } from './lock-recorder.ts';
import type { Output } from './processes.ts';
import { Recorder, type RecorderInit } from './recorder.ts';
import { mainFileOf, type Sources, sourceFinder } from './sources.ts';

export interface Limits {
  /** Jumps, calls and statements. */
  readonly instructionsMax: number;
  readonly eventsMax: number;
  readonly detailsMax: number;
  /** Characters of stdout and stderr together. */
  readonly outputMax: number;
}

export const PAGE_LIMITS: Limits = {
  instructionsMax: 60_000_000,
  eventsMax: 1_000_000,
  detailsMax: 600_000,
  outputMax: 2_000_000,
};
export const HEADLESS_LIMITS: Limits = {
  instructionsMax: 400_000_000,
  eventsMax: 20_000_000,
  detailsMax: 10_000_000,
  outputMax: 64_000_000,
};

export interface ProgramInit extends Sources {
  /** The main file is `main.py`, or the first. */
  readonly files: Sources['files'];
  readonly seed: number;
  /** How many of each process of the Procfile, if there is one. */
  readonly formation?: readonly FormationEntry[] | undefined;
  /** Absent: the default internet. */
  readonly network?: NetworkPlan | undefined;
  /** What is done to the run from outside. Absent: nothing. */
  readonly interventions?: readonly Intervention[] | undefined;
  /** Decisions made otherwise than the seed would; absent: none. */
  readonly choices?: readonly ForcedChoice[] | undefined;
  /** Told of every decision, in order: its kind, out of how many, and which. */
  readonly onChoice?: Choices['onChoice'];
  readonly limits: Limits;
  readonly write: (stream: 1 | 2, text: string, process: Process) => void;
  /** Where the trace goes; null runs unrecorded, unless an intervention has a position, which is a count of events. */
  readonly onChunk: ((chunk: Chunk) => void) | null;
  readonly chunkEvents?: number;
  /** See Recorder: a page wants to see something while a slow program runs. What is recorded does not depend on it. */
  readonly isFlushDue?: () => boolean;
  /** Absent: a plain one. What is recorded must not depend on it. */
  readonly makeRecorder?: (init: RecorderInit) => Recorder;
  readonly argv?: readonly string[];
  readonly codeCache?: CodeCache | null;
}

export function runProgram(init: ProgramInit): Ending {
  const begin = beginning(init);
  if ('kind' in begin) return begin;
  const prng = new Prng(init.seed);
  const agenda = new Agenda();
  const clock = new VirtualClock(agenda);
  const interventions = init.interventions ?? [];
  const recorder =
    init.onChunk === null && !interventions.some((each) => 'position' in each)
      ? null
      : (init.makeRecorder ?? plainRecorder)({
          eventsMax: init.limits.eventsMax,
          detailsMax: init.limits.detailsMax,
          chunkEvents: init.chunkEvents ?? 4096,
          onChunk: init.onChunk ?? (() => undefined),
          futuresWanted: interventions.flatMap((each) => (each.kind === 'resolveFuture' ? [each.id ?? 0] : [])),
          currentTask: currentTaskOrNull,
          isCancelledError,
          isFlushDue: init.isFlushDue ?? null,
        });
  if (recorder !== null) clock.onAdvance = (now, by) => recorder.clockAdvanced(now, by);
  let network: Network | null = null;
  const choices = new Choices(init.seed, prng, init.choices);
  choices.onChoice = init.onChoice ?? null;
  const scheduler = new Scheduler({
    clock,
    agenda,
    choices,
    get network() {
      network ??= makeNetwork({
        agenda: {
          now: () => clock.now(),
          at: (seconds, action) => agenda.at(seconds, action),
          cancel: (appointment) => agenda.cancel(appointment),
        },
        chance: prng.fork('network'),
        observer: recorder?.network ?? null,
        plan: init.network ?? null,
        processName: () => running.process.shownName,
      });
      return network;
    },
  });
  let outputs = 0;
  const complaints = new Complaints();
  const written = outputOf(init, recorder);
  const output: Output = (process, stream, text) => {
    if (stream === 1 || !complaints.isRepeated(text)) outputs++;
    written(process, stream, text);
  };
  const machine = startMachine({
    findSource: sourceFinder(init, begin.mainName),
    write: (stream, text) => output(machine.process, stream, text),
    observer: recorder,
    scheduler,
    prng,
    instructionsMax: init.limits.instructionsMax,
    argv: init.argv ?? [begin.label],
    codeCache: init.codeCache ?? null,
  });
  scheduler.watcher = recorder?.threads ?? null;
  scheduler.processes.observer = recorder?.threads ?? null;
  registerAsyncio(machine, recorder);
  probeThreading(machine);
  putFiles(init.files);
  scheduler.processes.launch = (process, request) => {
    process.request = request;
    launchProcess({ sources: init, first: machine, recorder, output }, process, request);
  };
  const outside =
    interventions.length === 0
      ? null
      : makeInterventions({
          list: interventions,
          scheduler,
          record: (event) => recorder?.record(event),
          alarmAt: (position, action) => recorder?.chunks.alarmAt(position, action),
          restarted: (process, again) => recorder?.threads.processRestarted(process, again),
          futureOf: (id) => recorder?.futureOf(id),
        });
  try {
    outside?.begin();
    const ending = runFirst(machine, begin, () => outputs + (network?.sent ?? 0));
    runRest();
    return ending;
  } catch (thrown) {
    if (thrown instanceof RunStopped) return stoppedEnding(thrown);
    throw thrown;
  } finally {
    outside?.end();
    recorder?.chunks.flush();
  }
}

function plainRecorder(init: RecorderInit): Recorder {
  return new Recorder(init);
}

/** The first process, to its end. */
function runFirst(machine: Machine, begin: Beginning, activity: () => number): Ending {
  try {
    const ending = begin.run(machine, activity);
    endProcess(machine, ending.kind === 'completed' || ending.kind === 'raised' ? ending.exitCode : 1);
    return ending;
  } catch (thrown) {
    if (!(thrown instanceof ThreadGone)) throw thrown;
    // A signal has ended it: the code is the one that a shell shows.
    return { kind: 'completed', exitCode: 128 - (machine.process.status ?? 0) };
  }
}

/** The first process: that of the main file, or the supervisor of a Procfile's. */
interface Beginning {
  /** The file that is `__main__`; '' none. */
  readonly mainName: string;
  readonly label: string;
  /** `activity` counts what has been written and sent, complaints that only repeat themselves aside. */
  readonly run: (machine: Machine, activity: () => number) => Ending;
}

function beginning(init: ProgramInit): Beginning | Ending {
  const procfile = init.files.find(({ name }) => name === PROCFILE);
  if (procfile !== undefined) {
    const environment = init.files.find(({ name }) => name === ENVIRONMENT);
    const supervisor = makeSupervisor(procfile.text, init.formation ?? [], readEnvironment(environment?.text ?? ''));
    return 'kind' in supervisor ? supervisor : { mainName: '', label: PROCFILE, run: supervisor.run };
  }
  const main = mainFileOf(init.files);
  const compiled = compileMain(main);
  if ('kind' in compiled) return compiled;
  return { mainName: main.name, label: main.name, run: (machine) => runMain(machine, main, compiled) };
}

type Compiled = Extract<CompileResult, { readonly ok: true }>;

/** A syntax error of the main file is found before anything runs. */
function compileMain(main: { readonly name: string; readonly text: string }): Compiled | Ending {
  const result = compileText(main.text, { filename: main.name, mode: 'exec', recordLines: true });
  if (result.ok) return result;
  const { type, message, filename, line, column, endLine, endColumn } = result.error;
  const diagnostic: Diagnostic = {
    type,
    message,
    file: filename,
    line,
    column: Math.max(column - 1, -1),
    endLine,
    endColumn: Math.max(endColumn - 1, -1),
  };
  return { kind: 'rejected', diagnostics: [diagnostic] };
}

/** Told to the caller and to the trace, up to the limit. */
function outputOf(init: ProgramInit, recorder: Recorder | null): Output {
  let left = init.limits.outputMax;
  return (process, stream, text) => {
    left -= text.length;
    if (left < 0)
      throw new RunStopped(
        'output',
        `The run was stopped: it printed more than ${init.limits.outputMax.toLocaleString('en')} characters.`,
        null,
      );
    init.write(stream, text, process);
    recorder?.wrote(process, stream, text);
  };
}

function runMain(machine: Machine, main: { readonly name: string; readonly text: string }, compiled: Compiled): Ending {
  const module = new PyModule('__main__');
  module.attrs.set('__file__', main.name);
  module.attrs.set('__builtins__', machine.modules.map.get('builtins') ?? null);
  machine.modules.map.set('__main__', module);
  machine.sources.set(main.name, main);
  prepareAsyncio(machine, main.text);
  let ending = guarded(machine, () => {
    tellRemarks(compiled);
    runModule(compiled.code, module);
  });
  guarded(machine, () => callIfImported(machine, 'threading', '_shutdown'));
  const atExit = guarded(machine, () => callIfImported(machine, 'atexit', '_run_exitfuncs'));
  if (ending.kind === 'completed' && atExit.kind !== 'completed') ending = atExit;
  reportUnretrieved(machine);
  reportUnstarted();
  guarded(machine, finalizeAtExit);
  return ending;
}

function callIfImported(machine: Machine, name: string, func: string): void {
  const module = machine.modules.map.get(name);
  const found = module instanceof PyModule ? module.attrs.get(func) : undefined;
  if (found !== undefined) call(found);
}

/** Runs a part of the program; an exception that comes out is printed as CPython prints it. */
function guarded(machine: Machine, part: () => void): Ending {
  try {
    part();
    return { kind: 'completed', exitCode: 0 };
  } catch (thrown) {
    if (thrown instanceof PyRaise) return raisedEnding(unwound(machine), thrown.exception);
    if (isStackOverflow(thrown))
      return raisedEnding(unwound(machine), exception(RecursionError, 'maximum recursion depth exceeded'));
    throw thrown;
  }
}

/** Its main thread has nothing left to run. */
function unwound(machine: Machine): Machine {
  const { thread } = machine;
  thread.top = null;
  thread.depth = 0;
  thread.entry = null;
  machine.scheduler.level -= thread.nesting;
  thread.nesting = 0;
  return machine;
}

export function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('call stack');
}
