/**
 * Signals: whoever sends one, its handler runs in the main thread of the process, before its next instruction or on top of its wait.
 * And how a process ends.
 */
import { exception, KeyboardInterrupt, type PyException, PyRaise, raiseObject } from '../objects/errors.ts';
import { type Outcome, PUSHED } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';
import { enterNative, invoke } from './call.ts';
import { Frame, NativeFrame } from './frame.ts';
import { type Machine, machine } from './machine.ts';

/** `SIG_DFL` and `SIG_IGN`. */
export const DEFAULT = 0;
export const IGNORE = 1;
/** Signals whose default is to be ignored: CHLD, CONT, URG, WINCH. */
const HARMLESS = new Set([17, 18, 23, 28]);

const SIGINT = 2;
/** To the parent of a process that has ended. */
const SIGCHLD = 17;
/** Nobody can handle it. */
const SIGKILL = 9;

/** What a signal does; null: nothing more. The default of most is to end the process, without `finally` and `atexit`. */
function signalAction(to: Machine, signal: number): (() => Outcome) | null {
  const handler: Value = signal === SIGKILL ? DEFAULT : (to.signalHandlers.get(signal) ?? DEFAULT);
  // What CPython sets at its start, and _signal.ts when it is imported.
  if (signal === SIGINT && !to.signalHandlers.has(SIGINT)) return () => raiseObject(exception(KeyboardInterrupt));
  if (handler === IGNORE || (handler === DEFAULT && HARMLESS.has(signal))) return null;
  if (handler === DEFAULT) {
    endProcess(to, -signal);
    return null;
  }
  return () => invoke(handler, [signal, topFrame()], null);
}

/** From outside, or by the system's timer: what the main thread waits for is interrupted. */
export function sendSignal(to: Machine, signal: number): void {
  const action = signalAction(to, signal);
  if (action !== null) to.scheduler.interrupt(to.mainThread, action, true);
}

/**
 * A process ends, whatever its threads were doing: they never run again, what it had open is closed, its parent is told. `status`: an
 * exit code, or minus the number of the signal that ended it.
 */
export function endProcess(of: Machine, status: number): void {
  const { process, scheduler } = of;
  if (process.status !== null) return;
  scheduler.endThreads(of);
  for (const close of of.exitHooks) close(status);
  scheduler.processes.ended(process, status);
  const { parent } = process;
  if (parent?.machine !== undefined && parent.machine !== null && parent.status === null)
    sendSignal(parent.machine, SIGCHLD);
}

/**
 * One of the process's own threads sends it. CPython: PyErr_CheckSignals; in the main thread the handler runs before the sender goes on,
 * another thread's signal does not end what the main thread waits for.
 */
export function raiseSignal(of: Machine, signal: number): Outcome {
  const action = signalAction(of, signal);
  if (action === null) return null;
  if (machine.thread === of.mainThread) return enterNative(new RaiseFrame(action));
  of.scheduler.interrupt(of.mainThread, action, false);
  return null;
}

/** The handler is called by the sender; what it returns is dropped. */
class RaiseFrame extends NativeFrame {
  private action: (() => Outcome) | null;
  constructor(action: () => Outcome) {
    super();
    this.action = action;
  }

  resume(): Outcome {
    const { action } = this;
    this.action = null;
    return action !== null && action() === PUSHED ? PUSHED : null;
  }

  fail(exc: PyException): Outcome {
    throw new PyRaise(exc, true);
  }
}

function topFrame(): Frame | null {
  for (let frame = machine.thread.top; frame !== null; frame = frame.back) if (frame instanceof Frame) return frame;
  return null;
}
