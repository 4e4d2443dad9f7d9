/** `Task.all_tasks()` of Python 3.4 to 3.8: the tasks of a loop that are still there, those that have ended included. */
import type { PyObject, Value } from '../python/objects/value.ts';
import { unreached } from '../python/vm/reachability.ts';
import { futureLoop } from './future.ts';
import { PyTask } from './shapes.ts';
import { state } from './state.ts';

/** Each time that so many have been added they are looked through for those that are gone. */
const MANY = 1000;

/** Only of old programs, from the first use of something old on. */
export function rememberTask(task: PyTask): void {
  const { tasks } = state.legacy;
  tasks.add(task);
  if (tasks.size % MANY === 0) forgetLost();
}

/** In the order in which they were made. */
export function knownTasks(loop: Value): PyObject[] {
  forgetLost();
  return [...new Set([...state.legacy.tasks, ...state.scheduledTasks])].filter((task) => futureLoop(task) === loop);
}

/** CPython holds them weakly: one that has ended goes with the last who refers to it. */
function forgetLost(): void {
  const { tasks } = state.legacy;
  const ended = [...tasks].filter((task) => task instanceof PyTask && task.state !== 'PENDING');
  for (const task of unreached(new Set(ended)).left) tasks.delete(task);
}
