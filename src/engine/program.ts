/**
 * One run, from files to an ending: a pure function of what goes in. Knows no page, no worker and no Node; where library sources
 * come from and where output goes is handed in.
 */

import { deadlockTasks } from '../asyncio/deadlock.ts';
import {
  asyncioSources,
  currentTaskOrNull,
  isCancelledError,
  prepareAsyncio,
  registerAsyncio,
  reportUnretrieved,
} from '../asyncio/package.ts';
import { Prng } from '../lib/prng.ts';
import { type CompileResult, compileText } from '../python/compile/compile.ts';
import { tellRemarks } from '../python/modules/_warnings.ts';
import {
  exception,
  type PyException,
  PyRaise,
  SyntaxError as PySyntaxError,
  RecursionError,
  SystemExit,
} from '../python/objects/errors.ts';
import { call, str } from '../python/objects/protocol.ts';
import { PyModule, PyTuple, typeOf, type Value } from '../python/objects/value.ts';
import { startMachine } from '../python/vm/boot.ts';
import { Frame } from '../python/vm/frame.ts';
import { finalizeAtExit } from '../python/vm/garbage.ts';
import { runModule } from '../python/vm/import.ts';
import {
  type CodeCache,
  type Machine,
  RunStopped,
  type SourceFinder,
  type SourceModule,
} from '../python/vm/machine.ts';
import { reportUnstarted } from '../python/vm/never-awaited.ts';
import { Scheduler } from '../python/vm/scheduler.ts';
import { formatException, formatExceptionOnly } from '../python/vm/traceback-text.ts';
import { Agenda } from '../sim/agenda.ts';
import { Choices } from '../sim/choices.ts';
import { VirtualClock } from '../sim/clock.ts';
import { Network } from '../sim/net/network.ts';
import type { Diagnostic, Ending, LimitName, SourceRange } from '../trace/ending.ts';
import type { Chunk } from '../trace/events.ts';
import { Recorder } from './recorder.ts';

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

export interface ProgramInit {
  /** Name and text; the main file is `main.py`, or the first. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly seed: number;
  readonly limits: Limits;
  /** CPython's Lib: the source of a module (read when it is needed), or null when Lib has none of that name. */
  readonly readLibrary: (
    name: string,
  ) => { readonly source: string; readonly isPackage: boolean; readonly filename: string } | null;
  readonly write: (stream: 1 | 2, text: string) => void;
  /** Where the trace goes; null runs unrecorded. */
  readonly onChunk: ((chunk: Chunk) => void) | null;
  readonly chunkEvents?: number;
  /** See Recorder: a page wants to see something while a slow program runs. What is recorded does not depend on it. */
  readonly isFlushDue?: () => boolean;
  readonly argv?: readonly string[];
  readonly codeCache?: CodeCache | null;
}

export function mainFileOf(files: ProgramInit['files']): { readonly name: string; readonly text: string } {
  return files.find((file) => file.name === 'main.py') ?? files[0] ?? { name: 'main.py', text: '' };
}

export function runProgram(init: ProgramInit): Ending {
  const main = mainFileOf(init.files);
  const compiled = compileMain(main);
  if ('kind' in compiled) return compiled;
  const prng = new Prng(init.seed);
  const agenda = new Agenda();
  const clock = new VirtualClock(agenda);
  const recorder =
    init.onChunk === null
      ? null
      : new Recorder({
          eventsMax: init.limits.eventsMax,
          detailsMax: init.limits.detailsMax,
          chunkEvents: init.chunkEvents ?? 4096,
          onChunk: init.onChunk,
          currentTask: currentTaskOrNull,
          isCancelledError,
          isFlushDue: init.isFlushDue ?? null,
        });
  if (recorder !== null) clock.onAdvance = (now, by) => recorder.clockAdvanced(now, by);
  const network = new Network({
    agenda: { now: () => clock.now(), at: (seconds, action) => agenda.at(seconds, action) },
    chance: prng.fork('network'),
    observer: recorder?.network ?? null,
  });
  const machine = startMachine({
    findSource: sourceFinder(init, main.name),
    write: limitedWrite(init),
    observer: recorder,
    scheduler: new Scheduler({ clock, agenda, choices: new Choices(init.seed, prng), network }),
    prng,
    instructionsMax: init.limits.instructionsMax,
    argv: init.argv ?? [main.name],
    codeCache: init.codeCache ?? null,
  });
  machine.scheduler.watcher = recorder?.threads ?? null;
  registerAsyncio(machine, recorder);
  try {
    return runMain(machine, main, compiled);
  } catch (thrown) {
    if (thrown instanceof RunStopped) return stoppedEnding(thrown);
    throw thrown;
  } finally {
    recorder?.flush();
  }
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

function limitedWrite(init: ProgramInit): (stream: 1 | 2, text: string) => void {
  let left = init.limits.outputMax;
  return (stream, text) => {
    left -= text.length;
    if (left < 0)
      throw new RunStopped(
        'output',
        `The run was stopped: it printed more than ${init.limits.outputMax.toLocaleString('en')} characters.`,
        null,
      );
    init.write(stream, text);
  };
}

/** The user's files first, then the small files of our own that stand in for a few of Lib's, then Lib. */
function sourceFinder(init: ProgramInit, mainName: string): SourceFinder {
  const own = asyncioSources();
  return (name) =>
    userModule(init, name, mainName) ??
    own.get(name) ??
    libraryModule(init, name) ??
    userFolder(init, name) ??
    'unknown';
}

/** A folder without `__init__.py` is a package too, after everything else of that name. */
function userFolder(init: ProgramInit, name: string): SourceModule | undefined {
  const folder = name.replaceAll('.', '/');
  if (!init.files.some((file) => file.name.startsWith(`${folder}/`))) return undefined;
  return { text: '', filename: folder, isPackage: true, isUser: true, isNamespace: true };
}

function userModule(init: ProgramInit, name: string, mainName: string): SourceModule | undefined {
  const stem = name.replaceAll('.', '/');
  for (const [path, isPackage] of [
    [`${stem}/__init__.py`, true],
    [`${stem}.py`, false],
  ] as const) {
    const file = init.files.find((candidate) => candidate.name === path && candidate.name !== mainName);
    if (file !== undefined) return { text: file.text, filename: file.name, isPackage, isUser: true };
  }
  return undefined;
}

function libraryModule(init: ProgramInit, name: string): SourceModule | undefined {
  const found = init.readLibrary(name);
  return found === null
    ? undefined
    : {
        get text() {
          return found.source;
        },
        filename: found.filename,
        isPackage: found.isPackage,
        isUser: false,
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
    if (thrown instanceof PyRaise) return raisedEnding(machine, thrown.exception);
    if (isStackOverflow(thrown))
      return raisedEnding(machine, exception(RecursionError, 'maximum recursion depth exceeded'));
    throw thrown;
  }
}

export function isStackOverflow(thrown: unknown): boolean {
  return thrown instanceof RangeError && thrown.message.includes('call stack');
}

function raisedEnding(machine: Machine, exc: PyException): Ending {
  const { thread } = machine;
  thread.top = null;
  thread.depth = 0;
  thread.entry = null;
  machine.scheduler.level -= thread.nesting;
  thread.nesting = 0;
  if (typeOf(exc).isSubtypeOf(SystemExit)) return exitEnding(machine, exc);
  const text = formatException(exc);
  emit(machine, text);
  return {
    kind: 'raised',
    exitCode: exc.cls.name === 'KeyboardInterrupt' ? 130 : 1,
    exception: summaryOf(exc),
    range: rangeOf(exc),
  };
}

/** `TypeError: message`, without notes and without the place of a syntax error. */
function summaryOf(exc: PyException): string {
  const notes = exc.attrs?.get('__notes__');
  exc.attrs?.delete('__notes__');
  const text = formatExceptionOnly(exc).trimEnd();
  if (notes !== undefined) exc.attrs?.set('__notes__', notes);
  return typeOf(exc).isSubtypeOf(PySyntaxError) ? text.slice(text.lastIndexOf('\n') + 1) : text;
}

function exitEnding(machine: Machine, exc: PyException): Ending {
  const code: Value =
    exc.args.items.length === 0
      ? null
      : exc.args.items.length === 1
        ? (exc.args.items[0] ?? null)
        : new PyTuple([...exc.args.items]);
  if (code === null) return { kind: 'completed', exitCode: 0 };
  if (typeof code === 'boolean') return { kind: 'completed', exitCode: code ? 1 : 0 };
  if (typeof code === 'number') return { kind: 'completed', exitCode: code & 0xff };
  emit(machine, `${str(code)}\n`);
  return { kind: 'completed', exitCode: 1 };
}

function emit(machine: Machine, text: string): void {
  machine.write(2, text);
  machine.observer?.wrote(2, text);
}

/** Where in the user's files it was raised. */
function rangeOf(exc: PyException): SourceRange | null {
  let range: SourceRange | null = null;
  for (let entry = exc.traceback; entry !== null; entry = entry.next) {
    const frame = entry.frame;
    if (frame instanceof Frame && frame.code.isUser)
      range = { file: frame.code.filename, line: entry.line, column: -1, endLine: entry.line, endColumn: -1 };
  }
  return range;
}

function stoppedEnding(stopped: RunStopped): Ending {
  if (stopped.limit === 'deadlock')
    return { kind: 'deadlock', sentence: stopped.sentence, tasks: deadlockTasks(stopped) };
  const frame = userFrame(stopped.frame);
  const range =
    frame === null
      ? null
      : { file: frame.code.filename, line: frame.line, column: -1, endLine: frame.line, endColumn: -1 };
  return { kind: 'limit', limit: stopped.limit as LimitName, sentence: stopped.sentence, range };
}

function userFrame(frame: Frame | null): Frame | null {
  for (let current: Frame['back'] = frame; current !== null; current = current.back)
    if (current instanceof Frame && current.code.isUser) return current;
  return null;
}
