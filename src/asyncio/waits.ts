/**
 * What a suspended task waits for, in words: read from the frames of its await chain, which stand in CPython's own code of locks and
 * queues. For the sentence of a deadlock.
 */

import { getAttrOrAbsent } from '../python/objects/attributes.ts';
import { ownAttribute } from '../python/objects/instance.ts';
import { Cell, PyObject, PySet, type Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import { awaitChain } from './chain.ts';
import { holdersOf } from './owners.ts';
import { isAwaitedBy, PyFuture, PyTask } from './shapes.ts';
import { state } from './state.ts';

export interface Wait {
  readonly task: PyTask;
  /** `lock_b held by Task-3`, `an item in queue`. */
  readonly what: string;
  /** The tasks of which one would have to go on first. */
  readonly on: readonly PyTask[];
  /** Why nobody will: `which nobody sets`. */
  readonly lack: string;
}

interface Place {
  readonly task: PyTask;
  /** Outermost first. */
  readonly frames: readonly Frame[];
}

export function waitOf(task: PyTask): Wait {
  const waiter = task.waiter;
  if (waiter === null) return { task, what: 'its next step', on: [], lack: '' };
  if (waiter instanceof PyTask) return { task, what: nameOf(waiter), on: [waiter], lack: '' };
  const place = { task, frames: awaitChain(task.coro) };
  const wait = syncWait(place);
  if (wait !== null) return wait;
  const children = waiter instanceof PyFuture ? childrenOf(waiter, task) : [];
  if (children.length > 0) return { task, what: children.map(nameOf).join(', '), on: children, lack: '' };
  return { task, what: describe(waiter, place.frames), on: [], lack: ', which nobody is left to resolve' };
}

/** The unfinished tasks behind a gather, a wait or a task group: whatever the graph says this task awaits. */
function childrenOf(waiter: PyFuture, task: PyTask): PyTask[] {
  return pendingTasks().filter((other) => other !== task && (isAwaitedBy(other, task) || isAwaitedBy(other, waiter)));
}

function pendingTasks(): PyTask[] {
  return [...state.scheduledTasks].filter(
    (other): other is PyTask => other instanceof PyTask && other.state === 'PENDING',
  );
}

/** A wait inside a method of Lock, Event, Condition, Semaphore, Barrier, Queue, as_completed or a channel layer in memory. */
function syncWait(place: Place): Wait | null {
  const { task, frames } = place;
  const inner = frames.at(-1);
  const self = inner === undefined ? null : selfOf(inner);
  if (inner === undefined || !(self instanceof PyObject)) return null;
  const outer = frames.at(-2);
  const name = variableOf(self, frames);
  switch (inner.code.qualname) {
    case 'Lock.acquire':
      return outer?.code.qualname === 'Condition.wait'
        ? heldWait(place, self, `the lock of ${variableOf(selfOf(outer), frames)}`)
        : heldWait(place, self, name);
    case 'Semaphore.acquire':
      return heldWait(place, self, `a permit of ${name}`);
    case 'Event.wait':
      return outer?.code.qualname === 'Queue.join'
        ? joinWait(place, selfOf(outer))
        : { task, what: `${name} to be set`, on: [], lack: ', which nobody does' };
    case 'Condition.wait':
      return barrierWait(place) ?? { task, what: `a notification of ${name}`, on: [], lack: ', which nobody sends' };
    case 'Queue.get':
      return completedWait(place, outer) ?? { task, what: `an item in ${name}`, on: [], lack: ', which nobody puts' };
    case 'Queue.put':
      return { task, what: `a free slot in ${name}`, on: [], lack: ', which nobody makes by get()' };
    case 'InMemoryChannelLayer._wait':
      return { task, what: `a message in channel ${textIn(inner, 'channel')}`, on: [], lack: ', which nobody sends' };
    default:
      return null;
  }
}

/** For a lock or a semaphore: who has it. */
function heldWait({ task }: Place, object: PyObject, what: string): Wait {
  const holders = holdersOf(object);
  const alive = holders.filter((holder) => holder.state === 'PENDING');
  if (alive.length === 0) {
    const gone = [...new Set(holders)].map(nameOf);
    const verb = gone.length === 1 ? 'has' : 'have';
    const lack = gone.length === 0 ? 'nobody releases' : `${gone.join(', ')} ${verb} ended without releasing`;
    return { task, what, on: [], lack: `, which ${lack}` };
  }
  const own = alive.every((holder) => holder === task);
  const by = own ? ' that it holds itself' : ` held by ${[...new Set(alive)].map(nameOf).join(', ')}`;
  return { task, what: what + by, on: alive, lack: ', which nobody releases' };
}

function joinWait({ task, frames }: Place, queue: Value): Wait {
  const count = numberIn(queue, '_unfinished_tasks');
  const items = count === 1 ? '1 item' : `${count} items`;
  return {
    task,
    what: `task_done() for ${items} of ${variableOf(queue, frames)}`,
    on: [],
    lack: ', which nobody calls',
  };
}

/** CPython: Lib/asyncio/locks.py, Barrier._wait and _block, by way of Condition.wait_for. */
function barrierWait({ task, frames }: Place): Wait | null {
  const frame = frames.findLast(({ code }) => code.qualname.startsWith('Barrier.'));
  if (frame === undefined) return null;
  const barrier = selfOf(frame);
  const [here, parties] = [numberIn(barrier, '_count'), numberIn(barrier, '_parties')];
  const more = parties - here;
  const what = `${more} more ${more === 1 ? 'party' : 'parties'} at ${variableOf(barrier, frames)}, where ${here} of ${parties} wait`;
  return { task, what, on: [], lack: '; nobody else comes' };
}

/** CPython: Lib/asyncio/tasks.py, _AsCompletedIterator._wait_for_one */
function completedWait({ task }: Place, outer: Frame | undefined): Wait | null {
  if (outer?.code.qualname !== '_AsCompletedIterator._wait_for_one') return null;
  const iterator = selfOf(outer);
  const todo = iterator instanceof PyObject ? ownAttribute(iterator, '_todo') : undefined;
  const on = todo instanceof PySet ? pendingTasks().filter((other) => todo.map.has(other)) : [];
  return { task, what: on.length === 0 ? 'as_completed' : on.map(nameOf).join(', '), on, lack: '' };
}

function numberIn(object: Value, name: string): number {
  const value = object instanceof PyObject ? ownAttribute(object, name) : undefined;
  return typeof value === 'number' ? value : 0;
}

function selfOf(frame: Frame): Value {
  return localOf(frame, 'self');
}

function localOf(frame: Frame, name: string): Value {
  return contentOf(frame.slots[frame.code.slotNames.indexOf(name)]) ?? null;
}

function textIn(frame: Frame, name: string): string {
  const value = localOf(frame, name);
  return typeof value === 'string' ? value : '';
}

/**
 * `lock_a (Lock)`: the name under which the program made the object, where there is one. A parameter's name comes last: two tasks
 * may call two things the same.
 */
function variableOf(object: Value, frames: readonly Frame[]): string {
  const type = object instanceof PyObject ? object.cls.name : 'object';
  const own = [...frames].reverse().filter((frame) => frame.code.isUser);
  const others = pendingTasks().flatMap(({ coro }) => awaitChain(coro).filter((frame) => frame.code.isUser));
  const name =
    firstOf([...own, ...others], (frame) => madeIn(frame, object)) ?? firstOf(own, (frame) => slotOf(frame, object, 0));
  return name === null ? `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}` : `${name} (${type})`;
}

function firstOf(frames: readonly Frame[], find: (frame: Frame) => string | null): string | null {
  for (const frame of frames) {
    const found = find(frame);
    if (found !== null) return found;
  }
  return null;
}

/** A local variable that is no parameter, a global, or an attribute of `self`. */
function madeIn(frame: Frame, object: Value): string | null {
  const local = slotOf(frame, object, frame.code.argCount + frame.code.keywordOnlyCount);
  if (local !== null) return local;
  for (const [name, value] of frame.globals.map) if (value === object && typeof name === 'string') return name;
  const self = selfOf(frame);
  if (self instanceof PyObject && self.attrs !== null) {
    for (const [name, value] of self.attrs) if (value === object) return `self.${name}`;
  }
  return null;
}

function slotOf(frame: Frame, object: Value, from: number): string | null {
  const { slotNames } = frame.code;
  for (let slot = from; slot < slotNames.length; slot++)
    if (contentOf(frame.slots[slot]) === object) return slotNames[slot] ?? null;
  return null;
}

/** What a slot holds, seen through a cell. */
function contentOf(value: Value | undefined): Value | undefined {
  return value instanceof Cell ? value.value : value;
}

function describe(future: PyObject, frames: readonly Frame[]): string {
  const label = future instanceof PyFuture ? future.label : future.cls.name;
  const name = variableOf(future, frames);
  return /^an? /.test(name) ? `a ${label}` : name;
}

export function nameOf(task: PyTask): string {
  const coro = task.coro;
  const qualname = coro === null ? undefined : getAttrOrAbsent(coro, '__qualname__');
  const name = typeof task.name === 'string' ? task.name : String(task.name);
  return /^Task-\d+$/.test(name) && typeof qualname === 'string' ? `${name} (${qualname})` : name;
}
