/**
 * Nested runs: the dispatch loop started from JavaScript, until the frame that was pushed has ended. The interpreter that
 * objects and modules see (interpreter.ts) is made of these.
 */
import { warn } from '../modules/_warnings.ts';
import {
  DeprecationWarning,
  GeneratorExit,
  type PyException,
  PyRaise,
  RecursionError,
  raise,
} from '../objects/errors.ts';
import { type Keywords, type Outcome, PUSHED, PyNative } from '../objects/native.ts';
import { isInstance, type Value } from '../objects/value.ts';
import { callNative, invoke, pushFrame, setNestedRun } from './call.ts';
import { dispatch } from './dispatch.ts';
import { EntryFrame, type Frame, type FrameBase, Ret } from './frame.ts';
import type { PyGenerator } from './generator.ts';
import { resumeGenerator } from './generators-run.ts';
import { setInterpreter } from './interpreter.ts';
import { asPython, claim, spend } from './limits.ts';
import { machine, RunStopped } from './machine.ts';
import { type Thread, ThreadGone } from './thread.ts';
import { chainContext, raiseIn } from './unwind.ts';

/** Deeper nesting of JavaScript calls than this is a RecursionError, long before the JavaScript stack ends. */
const NESTING_MAX = 220;

function enter(): EntryFrame {
  if (machine.scheduler.level >= NESTING_MAX) raise(RecursionError, 'maximum recursion depth exceeded');
  const entry = new EntryFrame();
  pushFrame(entry, Ret.push);
  begin(entry);
  return entry;
}

function begin(entry: EntryFrame): void {
  const { thread } = machine;
  entry.outer = thread.entry;
  thread.entry = entry;
  thread.nesting++;
  machine.scheduler.level++;
}

/** `thread`: whose nested run it was; another may run by now. */
function leave(entry: EntryFrame, thread: Thread): void {
  if (thread.top === entry) {
    thread.top = entry.back;
    thread.depth--;
  }
  thread.entry = entry.outer;
  thread.nesting--;
  machine.scheduler.level--;
}

/**
 * Runs what was pushed above `entry` to its end. While that waits, other threads run right here, at this depth of the JavaScript stack:
 * their frames are data, so any thread can go on at any depth. Only the end of a nested run has to wait until those that began later,
 * and lie above it on the JavaScript stack, have ended: its thread is parked as long.
 */
function execute(entry: EntryFrame): Value {
  const { thread } = machine;
  for (;;) {
    runThread();
    if (thread.state === 'ended') {
      park(machine.thread);
      throw new ThreadGone();
    }
    if (entry.result !== undefined || entry.isRaised) break;
    park(machine.thread);
    machine.scheduler.next();
  }
  if (machine.thread !== thread) {
    park(machine.thread);
    machine.scheduler.continueWith(thread);
  }
  if (entry.thrown !== null) throw entry.thrown;
  return entry.result as Value;
}

/** The thread neither waits nor is ready: a nested run of it has ended that is not the one on top of the JavaScript stack. */
function park(thread: Thread): void {
  if (thread.state === 'running') thread.state = 'parked';
}

/** Runs the current thread until its innermost nested run has ended or it cannot go on. */
function runThread(): void {
  let failure: PyRaise | null = null;
  for (;;) {
    try {
      if (failure === null) while (!dispatch());
      else {
        const thrown = failure;
        failure = null;
        if (!raiseOnTop(thrown)) continue;
      }
      return;
    } catch (caught) {
      if (caught instanceof ThreadGone) return;
      const thrown = asPython(caught);
      if (!(thrown instanceof PyRaise)) throw thrown;
      const { entry } = machine.thread;
      if (entry?.isRaised === true) {
        entry.thrown = thrown;
        return;
      }
      failure = thrown;
    }
  }
}

/** The first process has ended: the others go on until they have ended too, or wait for ever. */
export function runRest(): void {
  const { scheduler } = machine;
  try {
    while (scheduler.threads.size > 0) {
      scheduler.next();
      runThread();
    }
  } catch (thrown) {
    const isOver = thrown instanceof ThreadGone || (thrown instanceof RunStopped && thrown.limit === 'deadlock');
    if (!isOver) throw thrown;
  }
}

/** A native function failed in the frame on top. */
function raiseOnTop(thrown: PyRaise): boolean {
  const top = machine.thread.top as Frame;
  if (!thrown.isChained) chainContext(thrown.exception, top);
  return raiseIn(thrown.exception, top, true);
}

/** What is to be thrown on; a native function that failed may have left frames above the entry. */
function restored(caught: unknown, entry: EntryFrame, depth: number): unknown {
  const thrown = asPython(caught);
  if (thrown instanceof PyRaise && !entry.isRaised) {
    machine.thread.top = entry;
    machine.thread.depth = depth;
  }
  return thrown;
}

/** Calls a callable and waits for the result. */
export function callNested(callable: Value, args: Value[], keywords: Keywords): Value {
  if (callable instanceof PyNative) return callNativeNested(callable, args, keywords);
  const entry = enter();
  const { thread } = machine;
  const { depth } = thread;
  try {
    const outcome = invoke(callable, args, keywords);
    return outcome === PUSHED ? execute(entry) : outcome;
  } catch (caught) {
    throw restored(caught, entry, depth);
  } finally {
    leave(entry, thread);
  }
}

/** Most native functions never push a frame: the entry is put below what they pushed only if they do. */
function callNativeNested(native: PyNative, args: Value[], keywords: Keywords): Value {
  const thread = machine.thread;
  const { top, depth } = thread;
  let outcome: Outcome;
  try {
    outcome = callNative(native, args, keywords);
  } catch (caught) {
    const thrown = asPython(caught);
    if (thrown instanceof PyRaise) {
      thread.top = top;
      thread.depth = depth;
    }
    throw thrown;
  }
  if (outcome !== PUSHED) return outcome;
  const entry = new EntryFrame();
  let lowest = thread.top as FrameBase;
  while (lowest.back !== top) lowest = lowest.back as FrameBase;
  lowest.back = entry;
  entry.back = top;
  thread.depth++;
  begin(entry);
  try {
    return execute(entry);
  } finally {
    leave(entry, thread);
  }
}

/** Runs a frame that somebody has made (a module or class body). */
export function runFrame(frame: Frame): Value {
  const entry = enter();
  const { thread } = machine;
  const { depth } = thread;
  entry.isForValue = false;
  try {
    pushFrame(frame, Ret.push);
    if (frame.code.isUser) machine.observer?.frameEntered(frame);
    return execute(entry);
  } catch (caught) {
    throw restored(caught, entry, depth);
  } finally {
    leave(entry, thread);
  }
}

export type GeneratorOutcome =
  | { readonly kind: 'yielded'; readonly value: Value }
  | { readonly kind: 'returned'; readonly value: Value }
  | { readonly kind: 'raised' };

/** Resumes a generator and waits for its next yield or its end; GeneratorExit and StopIteration that come out are `raised`. */
export function runGenerator(generator: PyGenerator, value: Value, exc: PyException | null): GeneratorOutcome {
  try {
    const entry = step(generator, value, exc);
    return { kind: entry.isEnd ? 'returned' : 'yielded', value: entry.result as Value };
  } catch (thrown) {
    if (thrown instanceof PyRaise && exc !== null && isExit(thrown.exception, exc)) return { kind: 'raised' };
    throw thrown;
  }
}

/** One step of a generator as a nested run: the entry that got what it yielded or returned. */
function step(generator: PyGenerator, value: Value, exc: PyException | null): EntryFrame {
  const entry = enter();
  const thread = machine.thread;
  const depth = thread.depth;
  entry.wantsEnd = true;
  try {
    const outcome = resumeGenerator(generator, value, exc, Ret.generatorMethod);
    if (outcome === PUSHED) execute(entry);
    else entry.result = outcome;
  } catch (caught) {
    throw restored(caught, entry, depth);
  } finally {
    leave(entry, thread);
  }
  return entry;
}

/** What was thrown in comes out again; any GeneratorExit answers a GeneratorExit. */
function isExit(raised: PyException, thrown: PyException): boolean {
  return raised === thrown || (isInstance(raised, GeneratorExit) && isInstance(thrown, GeneratorExit));
}

function generatorNext(generator: Value): Value | undefined {
  const target = generator as PyGenerator;
  if (target.frame === null && target.state !== 'running') return undefined;
  const entry = step(target, null, null);
  return entry.isEnd ? undefined : (entry.result as Value);
}

/** Makes this VM the interpreter that objects call. */
export function installInterpreter(): void {
  setNestedRun(callNested);
  setInterpreter({
    call: callNested,
    invoke,
    generatorNext,
    claim,
    spend,
    deprecate: (text) => warn(machine, DeprecationWarning, text),
  });
}
