/** What can be done to tasks and futures from outside, between two callbacks of their loop. */
import { getAttr } from '../python/objects/attributes.ts';
import type { PyException } from '../python/objects/errors.ts';
import { call } from '../python/objects/protocol.ts';
import type { Machine } from '../python/vm/machine.ts';
import { discardAwaitedBy, removeDoneCallback } from './future.ts';
import { cancelHandle, PyHandle } from './handles.ts';
import { callSoon, PyEventLoop } from './loop.ts';
import { HandleReason } from './recorder.ts';
import { PyFuture, PyTask, TaskStep, TaskWakeup } from './shapes.ts';
import { AsyncioState } from './state.ts';

/** The tasks of a process that are not done, in order of creation. */
export function livingTasks({ threadHook }: Machine): PyTask[] {
  if (!(threadHook instanceof AsyncioState)) return [];
  return [...threadHook.eagerTasks, ...threadHook.scheduledTasks].filter(
    (task): task is PyTask => task instanceof PyTask && task.state === 'PENDING',
  );
}

/** The task's next step, which comes as soon as its turn does, throws this in at its await. Whatever it waited for goes on without it. */
export function throwInto(task: PyTask, exc: PyException): void {
  const { loop, waiter, wakeup } = task;
  if (loop instanceof PyEventLoop) for (const handle of stepsOf(loop, task)) cancelHandle(handle);
  if (waiter !== null && wakeup !== null) {
    if (waiter instanceof PyFuture) removeDoneCallback(waiter, wakeup);
    else call(getAttr(waiter, 'remove_done_callback'), wakeup);
    discardAwaitedBy(waiter, task);
  }
  task.waiter = null;
  const purpose = { reason: HandleReason.wakeUp, task, future: null };
  callSoon(loop, new TaskStep(task, exc), [], task.context, purpose);
}

/** Steps of the task that are scheduled already. */
function stepsOf(loop: PyEventLoop, task: PyTask): PyHandle[] {
  const found: PyHandle[] = [];
  for (let index = 0; index < loop.ready.size; index++) {
    const handle = loop.ready.at(index);
    if (!(handle instanceof PyHandle) || handle.isCancelled) continue;
    const { callback } = handle;
    if ((callback instanceof TaskStep || callback instanceof TaskWakeup) && callback.task === task) found.push(handle);
  }
  return found;
}
