/**
 * What CPython says when a future or task is finalised: an exception that nobody retrieved, a task destroyed while pending.
 * CPython: Modules/_asynciomodule.c, FutureObj_finalize and TaskObj_finalize.
 */

import { ignoringErrors } from '../python/modules/unraisable.ts';
import { dictOf } from '../python/objects/dict.ts';
import { PyRaise } from '../python/objects/errors.ts';
import { callMethod } from '../python/objects/protocol.ts';
import type { Value } from '../python/objects/value.ts';
import { PyGenerator } from '../python/vm/generator.ts';
import { closeGenerator } from '../python/vm/generators-run.ts';
import { type PyFuture, PyTask } from './shapes.ts';
import { state } from './state.ts';

/** CPython: FutureObj_finalize */
export function finalizeFuture(future: PyFuture): void {
  if (!future.logsTraceback) return;
  future.logsTraceback = false;
  state.recorder?.futureNeverRetrieved(future);
  tell(future, [
    ['message', `${future.cls.name} exception was never retrieved`],
    ['exception', future.exception],
    ['future', future],
  ]);
}

/** CPython: TaskObj_finalize */
export function finalizeTask(task: PyTask): void {
  if (task.state === 'PENDING' && task.logsDestroyPending) {
    task.logsDestroyPending = false;
    tell(task, [
      ['task', task],
      ['message', 'Task was destroyed but it is pending!'],
    ]);
  }
  finalizeFuture(task);
}

function tell(future: PyFuture, entries: [string, Value][]): void {
  if (future.sourceTraceback !== null) entries.push(['source_traceback', future.sourceTraceback]);
  try {
    callMethod(future.loop, 'call_exception_handler', dictOf(entries));
  } catch (thrown) {
    // DIVERGES: CPython writes "Exception ignored in"; nothing a program can see depends on it.
    if (!(thrown instanceof PyRaise)) throw thrown;
  }
}

function close(coroutine: PyGenerator): void {
  ignoringErrors('Exception ignored while closing generator', coroutine, () => closeGenerator(coroutine));
}

/** A task that nobody holds and that is still pending: its coroutine is the older object, and ends first. */
export function destroyTask(task: PyTask): void {
  if (task.coro instanceof PyGenerator && task.coro.state === 'suspended') close(task.coro);
  finalizeTask(task);
}

/** At the end of the program everything is finalised, the oldest first: a coroutine before the task that was made of it. */
export function finalizeAll(): void {
  for (const task of [...state.scheduledTasks]) if (task instanceof PyTask) destroyTask(task);
  for (const future of [...state.cyclicFailures, ...state.failures]) finalizeFuture(future);
  state.cyclicFailures.clear();
  state.failures.clear();
}
