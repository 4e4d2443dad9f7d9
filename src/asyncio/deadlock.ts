/**
 * Nothing is ready, no timer runs and nothing outside can wake the loop: CPython would hang for ever. Here the run ends, with
 * one sentence that says who waits for whom, or which waker is missing.
 */
import { Frame, type FrameBase } from '../python/vm/frame.ts';
import { machine, RunStopped } from '../python/vm/machine.ts';
import type { Wait as ThreadWait } from '../python/vm/scheduler.ts';
import type { Thread } from '../python/vm/thread.ts';
import { threadDeadlock } from '../python/vm/thread-deadlock.ts';
import { PyEventLoop } from './loop.ts';
import { listeningAt } from './poll-io.ts';
import { PyTask } from './shapes.ts';
import { state } from './state.ts';
import { nameOf, type Wait, waitOf } from './waits.ts';

export interface DeadlockReport {
  readonly sentence: string;
  /** The tasks that wait, those of the cycle first. */
  readonly tasks: readonly PyTask[];
}

const reports: WeakMap<RunStopped, DeadlockReport> = new WeakMap();

/** Ends the run. */
export function stopForDeadlock(loop: PyEventLoop): never {
  const report = deadlockReport(loop);
  const stopped = new RunStopped('deadlock', report.sentence, nearestFrame(machine.thread.top));
  reports.set(stopped, report);
  throw stopped;
}

/** Every thread waits for ever, some of them in select(): their loops' tasks are told with the threads. */
export function deadlockOfAll(waits: ReadonlyMap<Thread, ThreadWait>): RunStopped {
  const loops = [...waits.values()].map((wait) => wait.request.on).filter((on) => on instanceof PyEventLoop);
  const told = loops.map(deadlockReport).filter((report) => report.tasks.length > 0);
  const stopped = threadDeadlock(waits, told.length > 0);
  if (told.length === 0) return stopped;
  const sentences = told.map((report) => report.sentence);
  const all = new RunStopped(
    'deadlock',
    [...sentences, stopped.sentence].filter((text) => text !== '').join(' '),
    stopped.frame,
  );
  reports.set(all, { sentence: all.sentence, tasks: told.flatMap((report) => report.tasks) });
  return all;
}

/** Trace ids of the tasks that wait, those of the cycle first. */
export function deadlockTasks(stopped: RunStopped): readonly number[] {
  return reports.get(stopped)?.tasks.map((task) => task.traceId) ?? [];
}

function nearestFrame(from: FrameBase | null): Frame | null {
  for (let frame = from; frame !== null; frame = frame.back)
    if (frame instanceof Frame && frame.code.isUser) return frame;
  return null;
}

export function deadlockReport(loop: PyEventLoop): DeadlockReport {
  const waits = [...state.scheduledTasks]
    .filter((task): task is PyTask => task instanceof PyTask && task.state === 'PENDING' && task.loop === loop)
    .map(waitOf);
  if (waits.length === 0)
    return {
      sentence: 'The loop runs for ever: no task, no callback and no timer is left, and nobody calls stop().',
      tasks: [],
    };
  const cycle = findCycle(waits);
  if (cycle.length > 0) {
    const parts = cycle.map((wait) => `${nameOf(wait.task)} waits for ${wait.what}`);
    const others = waits.filter((wait) => !cycle.includes(wait));
    return {
      sentence: `Deadlock: ${parts.join('; ')}.${alsoWaiting(others)}`,
      tasks: [...cycle, ...others].map((wait) => wait.task),
    };
  }
  const served = listeningAt(loop);
  if (served.length > 0)
    return {
      sentence: `The program listens at ${served.join(' and ')}, and nobody in this run connects to it any more.`,
      tasks: waits.map((wait) => wait.task),
    };
  const blocked = waits.filter((wait) => !wait.on.some((task) => waits.some((other) => other.task === task)));
  const parts = blocked.slice(0, 3).map((wait) => `${nameOf(wait.task)} waits for ${wait.what}${wait.lack}`);
  const others = waits.filter((wait) => !blocked.slice(0, 3).includes(wait));
  return {
    sentence: `Nothing can ever happen again: ${parts.join('; ')}.${alsoWaiting(others)}`,
    tasks: [...blocked, ...waits.filter((wait) => !blocked.includes(wait))].map((wait) => wait.task),
  };
}

function alsoWaiting(others: readonly Wait[]): string {
  if (others.length === 0) return '';
  const names = others.slice(0, 3).map((wait) => `${nameOf(wait.task)} (for ${wait.what})`);
  const rest = others.length > 3 ? ` and ${others.length - 3} more` : '';
  return ` Behind them: ${names.join(', ')}${rest}.`;
}

/** Depth first, so that a gather is followed to each of its children. */
function findCycle(waits: readonly Wait[]): Wait[] {
  const byTask = new Map(waits.map((wait) => [wait.task, wait]));
  const left = new Set<Wait>();
  const path: Wait[] = [];
  const follow = (wait: Wait): Wait[] => {
    if (path.includes(wait)) return path.slice(path.indexOf(wait));
    if (left.has(wait)) return [];
    path.push(wait);
    for (const task of wait.on) {
      const next = byTask.get(task);
      const found = next === undefined ? [] : follow(next);
      if (found.length > 0) return found;
    }
    path.pop();
    left.add(wait);
    return [];
  };
  for (const wait of waits) {
    const found = follow(wait);
    if (found.length > 0) return found;
  }
  return [];
}
