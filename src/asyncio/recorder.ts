/**
 * What the event loop tells about itself: the facts of trace/events.ts that concern loops, handles, tasks and futures, each
 * told after it happened. The engine implements this over the trace; here it is only called, and only if there is one.
 * Ids are given by the recorder: every object here has a `traceId`, 0 until the recorder has numbered it.
 */
import type { PyException } from '../python/objects/errors.ts';
import type { PyObject, Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { PyHandle, PyTimerHandle } from './handles.ts';
import type { PyEventLoop } from './loop.ts';
import type { SyncState } from './probes.ts';
import type { ScopeState } from './scopes.ts';
import type { PyFuture, PyTask } from './shapes.ts';

/** Why a handle stands in the ready queue; the numbers of `handle.scheduled`. */
export const HandleReason = { callback: 0, firstStep: 1, wakeUp: 2, doneCallback: 3, nextStep: 4 } as const;
export type HandleReason = (typeof HandleReason)[keyof typeof HandleReason];

/** What a handle is for. */
export interface HandlePurpose {
  readonly reason: HandleReason;
  /** The task whose step or wake-up it is. */
  readonly task: PyTask | null;
  /** The future whose completion it follows. */
  readonly future: PyFuture | null;
}

export const Phase = { timers: 0, poll: 1, run: 2 } as const;

export interface AsyncioRecorder {
  /** Set by registerAsyncio: to be called for every frame whose code has a probe. */
  probe: (frame: Frame) => void;
  loopCreated(loop: PyEventLoop): void;
  loopStopped(loop: PyEventLoop): void;
  loopClosed(loop: PyEventLoop): void;
  iterationBegan(loop: PyEventLoop, iteration: number, ready: number): void;
  /** `until`: seconds of virtual time, 0 when not blocking. `count`: ready handles. */
  phaseEntered(loop: PyEventLoop, phase: number, until: number, count: number): void;
  /** The running thread has done so much: instructions, and items that native code went through. */
  worked(count: number): void;
  /** Debug mode refuses that another thread than the loop's own schedules something. */
  wrongThread(loop: PyEventLoop): void;
  handleScheduled(handle: PyHandle, purpose: HandlePurpose): void;
  timerScheduled(handle: PyTimerHandle, purpose: HandlePurpose): void;
  timerDue(handle: PyTimerHandle): void;
  handleCancelled(handle: PyHandle): void;
  /** A callback that is not a task's step starts, and ends. */
  handleStarted(handle: PyHandle): void;
  handleFinished(handle: PyHandle): void;
  /** `parent`: the task that was running. */
  taskCreated(task: PyTask, parent: PyTask | null, isEager: boolean): void;
  taskRenamed(task: PyTask): void;
  /** `handle` null: an eager first step. `exception`: thrown in; null sends None. `waited`: the future whose completion woke it. */
  taskResumed(task: PyTask, handle: PyHandle | null, exception: PyException | null, waited: PyObject | null): void;
  /** `future` null: a bare yield. See chain.ts for where it stands. */
  taskSuspended(task: PyTask, future: PyObject | null): void;
  /** `by`: the running task. `forwarded`: whom the request was passed on to; null: it waits for the next step. */
  taskCancelRequested(task: PyTask, by: PyTask | null, message: Value, forwarded: PyObject | null): void;
  taskUncancelled(task: PyTask): void;
  taskFinished(task: PyTask): void;
  futureCreated(future: PyFuture, label: string): void;
  futureResolved(future: PyFuture, by: PyTask | null): void;
  futureAwaitedBy(future: PyFuture, waiter: PyFuture): void;
  futureNotAwaitedBy(future: PyFuture, waiter: PyFuture): void;
  futureNeverRetrieved(future: PyFuture): void;
  exceptionHandled(message: string, task: PyTask | null): void;
  /** Something of `trace/legacy.ts` was used. */
  legacyUsed(name: string): void;
  /** A timeout, task group or as_completed was entered, or stands differently. */
  scopeChanged(object: PyObject, scope: ScopeState): void;
  syncCreated(object: PyObject, type: string, label: string): void;
  syncChanged(object: PyObject, state: SyncState): void;
}
