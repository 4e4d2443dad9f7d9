/**
 * Who has acquired what. CPython's Lock and Semaphore do not know it; for the picture and for the sentence of a deadlock their code
 * says it here (recipes.ts), in every run.
 */
import { PyObject, type Value } from '../python/objects/value.ts';
import { PyFuture, PyTask, TaskWakeup } from './shapes.ts';
import { state } from './state.ts';

/** The running task has taken a lock, or a permit of a semaphore. */
export function acquired(object: Value): void {
  if (state.currentTask instanceof PyTask) add(object, state.currentTask);
}

/** A permit goes to the task that waits for this future. */
export function granted(object: Value, future: Value): void {
  const callback = future instanceof PyFuture ? future.callbacks?.[0]?.callback : null;
  if (callback instanceof TaskWakeup) add(object, callback.task);
}

function add(object: Value, task: PyTask): void {
  if (!(object instanceof PyObject)) return;
  const holders = state.holders.get(object);
  if (holders === undefined) state.holders.set(object, [task]);
  else holders.push(task);
}

/** One permit was given back: by the running task if it had one, else for whoever has had his the longest. */
export function released(object: Value): void {
  if (!(object instanceof PyObject)) return;
  const holders = state.holders.get(object);
  if (holders === undefined) return;
  const own = state.currentTask instanceof PyTask ? holders.indexOf(state.currentTask) : -1;
  holders.splice(Math.max(own, 0), 1);
}

export function holdersOf(object: PyObject): readonly PyTask[] {
  return state.holders.get(object) ?? [];
}

/** The task that acquired it last. */
export function ownerOf(object: PyObject): PyTask | null {
  return holdersOf(object).at(-1) ?? null;
}
