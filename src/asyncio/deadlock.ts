/**
 * Nothing is ready, no timer runs and nothing outside can wake the loop: CPython would hang for ever. Here the run ends, with
 * one sentence that says who waits for whom, or which waker is missing.
 */
import { getAttrOrAbsent } from '../python/objects/attributes.ts';
import { Cell, PyObject, type Value } from '../python/objects/value.ts';
import { Frame, type FrameBase } from '../python/vm/frame.ts';
import { machine, RunStopped } from '../python/vm/machine.ts';
import { awaitChain } from './chain.ts';
import type { PyEventLoop } from './loop.ts';
import { PyFuture, PyTask } from './shapes.ts';
import { state } from './state.ts';

export interface DeadlockReport {
  readonly sentence: string;
  /** The tasks that wait, those of the cycle first. */
  readonly tasks: readonly PyTask[];
}

interface Wait {
  readonly task: PyTask;
  /** `lock_b held by Task-3`, `an item in queue`. */
  readonly what: string;
  /** The task that would have to go on first. */
  readonly on: PyTask | null;
  /** Why nobody will: `which nobody sets`. */
  readonly lack: string;
}

const reports: WeakMap<RunStopped, DeadlockReport> = new WeakMap();

/** Ends the run. */
export function stopForDeadlock(loop: PyEventLoop): never {
  const report = deadlockReport(loop);
  const stopped = new RunStopped('deadlock', report.sentence, nearestFrame(machine.thread.top));
  reports.set(stopped, report);
  throw stopped;
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
  const blocked = waits.filter((wait) => wait.on === null || !waits.some((other) => other.task === wait.on));
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

function findCycle(waits: readonly Wait[]): Wait[] {
  const byTask = new Map(waits.map((wait) => [wait.task, wait]));
  for (const start of waits) {
    const path: Wait[] = [];
    let at: Wait | undefined = start;
    while (at !== undefined && !path.includes(at)) {
      path.push(at);
      at = at.on === null ? undefined : byTask.get(at.on);
    }
    if (at !== undefined) return path.slice(path.indexOf(at));
  }
  return [];
}

function waitOf(task: PyTask): Wait {
  const waiter = task.waiter;
  if (waiter === null) return { task, what: 'its next step', on: null, lack: '' };
  if (waiter instanceof PyTask) return { task, what: nameOf(waiter), on: waiter, lack: '' };
  const frames = awaitChain(task.coro);
  const inner = frames[frames.length - 1];
  const self = inner === undefined ? null : (inner.slots[inner.code.slotNames.indexOf('self')] ?? null);
  if (inner !== undefined && self instanceof PyObject) {
    const wait = syncWait(task, frames, inner, self);
    if (wait !== null) return wait;
  }
  const children = waiter instanceof PyFuture ? childrenOf(waiter, task) : [];
  const [first] = children;
  if (first !== undefined) return { task, what: children.map(nameOf).join(', '), on: first, lack: '' };
  return { task, what: `${describe(waiter, frames)}`, on: null, lack: ', which nobody is left to resolve' };
}

/** The unfinished futures behind a gather, a wait or a task group: whatever the graph says this task awaits. */
function childrenOf(waiter: PyFuture, task: PyTask): PyTask[] {
  return [...state.scheduledTasks].filter(
    (other): other is PyTask =>
      other instanceof PyTask &&
      other !== task &&
      other.state === 'PENDING' &&
      (other.awaitedBy?.has(task) === true || other.awaitedBy?.has(waiter) === true),
  );
}

/** A wait inside a method of Lock, Event, Condition, Semaphore, Barrier or Queue. */
function syncWait(task: PyTask, frames: readonly Frame[], inner: Frame, self: PyObject): Wait | null {
  const name = `${variableOf(self, frames)}`;
  const owner = state.owners.get(self) ?? null;
  const ownerText = owner === null ? '' : owner === task ? ' that it holds itself' : ` held by ${nameOf(owner)}`;
  switch (inner.code.qualname) {
    case 'Lock.acquire':
      return {
        task,
        what: `${name}${ownerText}`,
        on: owner,
        lack: owner === null || owner.state === 'PENDING' ? ', which nobody releases' : ', which was never released',
      };
    case 'Semaphore.acquire':
      return { task, what: `a permit of ${name}`, on: null, lack: ', which nobody releases' };
    case 'Event.wait': {
      const queue = frames[frames.length - 2];
      if (queue?.code.qualname === 'Queue.join')
        return {
          task,
          what: `task_done() for every item of ${variableOf(selfOf(queue), frames)}`,
          on: null,
          lack: ', which nobody calls',
        };
      return { task, what: `${name} to be set`, on: null, lack: ', which nobody does' };
    }
    case 'Condition.wait':
      return { task, what: `a notification of ${name}`, on: null, lack: ', which nobody sends' };
    case 'Queue.get':
      return { task, what: `an item in ${name}`, on: null, lack: ', which nobody puts' };
    case 'Queue.put':
      return { task, what: `a free slot in ${name}`, on: null, lack: ', which nobody makes by get()' };
    default:
      return null;
  }
}

function selfOf(frame: Frame): Value {
  return frame.slots[frame.code.slotNames.indexOf('self')] ?? null;
}

/** `lock_a (Lock)`: the name under which the program knows the object, where there is one. */
function variableOf(object: Value, frames: readonly Frame[]): string {
  const type = object instanceof PyObject ? object.cls.name : 'object';
  for (const frame of [...frames].reverse()) {
    if (!frame.code.isUser) continue;
    const name = nameIn(frame, object);
    if (name !== null) return `${name} (${type})`;
  }
  return `a ${type}`;
}

function nameIn(frame: Frame, object: Value): string | null {
  const slot = frame.code.slotNames.findIndex((_, index) => contentOf(frame.slots[index]) === object);
  if (slot >= 0) return frame.code.slotNames[slot] ?? null;
  for (const [name, value] of frame.globals.map) if (value === object && typeof name === 'string') return name;
  const self = selfOf(frame);
  if (self instanceof PyObject && self.attrs !== null) {
    for (const [name, value] of self.attrs) if (value === object) return `self.${name}`;
  }
  return null;
}

/** What a slot holds, seen through a cell. */
function contentOf(value: Value | undefined): Value | undefined {
  return value instanceof Cell ? value.value : value;
}

function describe(future: PyObject, frames: readonly Frame[]): string {
  const label = future instanceof PyFuture ? future.label : future.cls.name;
  const name = variableOf(future, frames);
  return name.startsWith('a ') ? `a ${label}` : name;
}

function nameOf(task: PyTask): string {
  const coro = task.coro;
  const qualname = coro === null ? undefined : getAttrOrAbsent(coro, '__qualname__');
  const name = typeof task.name === 'string' ? task.name : String(task.name);
  return /^Task-\d+$/.test(name) && typeof qualname === 'string' ? `${name} (${qualname})` : name;
}
