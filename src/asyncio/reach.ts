/**
 * What nobody holds any more. CPython finalises an object when its last reference goes; this VM counts none, so from time to time
 * everything that the program can still reach is marked, and of the few objects whose end a program can see (failed futures,
 * suspended async generators) the others are finalised. What stands in a cycle waits for the end of the run.
 */

import { Code } from '../python/compile/code.ts';
import { PyFunction } from '../python/objects/function.ts';
import { ownAttribute, PyInstance } from '../python/objects/instance.ts';
import { call } from '../python/objects/protocol.ts';
import { PyDict, PyModule, PyObject, PyType } from '../python/objects/value.ts';
import { PyWeakRef } from '../python/objects/weak-reference.ts';
import { Frame, type FrameBase } from '../python/vm/frame.ts';
import { dropWeakRefs } from '../python/vm/garbage.ts';
import { PyAsyncGenerator, PyGenerator } from '../python/vm/generator.ts';
import { machine } from '../python/vm/machine.ts';
import { destroyTask, finalizeFuture } from './finalize.ts';
import { PyEventLoop } from './loop.ts';
import { type PyFuture, PyTask } from './shapes.ts';
import { state } from './state.ts';

/** So often the marking is done at every chance; then, as long as it finds nothing, at every second, fourth, eighth... */
const EAGER_SWEEPS = 64;
const PAUSE_MAX = 4096;

/** Whether there is anything whose end somebody could see. */
export function hasCandidates(loop: PyEventLoop): boolean {
  return state.failures.size > 0 || (weakItems(loop)?.map.size ?? 0) > 0;
}

/** Finalises what cannot be reached. Called between two callbacks of the loop and between two statements. */
export function sweep(loop: PyEventLoop): void {
  const items = weakItems(loop);
  if (!isTime(state.failures.size + (items?.map.size ?? 0))) return;
  for (const future of state.failures) if (!future.logsTraceback) state.failures.delete(future);
  for (const item of items?.map.keys() ?? []) {
    if (item instanceof PyAsyncGenerator && item.frame === null) items?.map.delete(item);
  }
  const generators = suspendedIn(items);
  if (state.failures.size + generators.length === 0) return;
  const lost = unreached(new Set<PyObject>([...state.failures, ...generators]), loop);
  for (const object of lost) finalize(object);
}

function suspendedIn(items: PyDict | null): readonly PyAsyncGenerator[] {
  return [...(items?.map.keys() ?? [])].filter(
    (item): item is PyAsyncGenerator => item instanceof PyAsyncGenerator && item.state === 'suspended',
  );
}

/** `gc.collect()`: asynchronous generators, pending tasks that only hold themselves, and failed futures in cycles. */
export function collectAsyncio(): void {
  const running = state.runningLoop instanceof PyEventLoop ? state.runningLoop : null;
  const generators = running === null ? [] : suspendedIn(weakItems(running));
  const tasks = [...state.scheduledTasks].filter((task): task is PyTask => task instanceof PyTask);
  const lost = unreached(new Set<PyObject>([...tasks, ...state.failures, ...generators]), running);
  for (const future of state.cyclicFailures) finalizeFuture(future);
  state.cyclicFailures.clear();
  for (const object of lost) {
    state.failures.delete(object as PyFuture);
    if (machine.tracked.delete(object)) dropWeakRefs(object);
    if (object instanceof PyAsyncGenerator) finalize(object);
    else if (!(object instanceof PyTask)) finalizeFuture(object as PyFuture);
    else if (state.scheduledTasks.delete(object)) destroyTask(object);
    else finalizeFuture(object);
  }
}

function finalize(object: PyObject): void {
  if (object instanceof PyAsyncGenerator) {
    const hook = object.finalizer;
    object.finalizer = null;
    if (hook !== null && hook !== undefined) call(hook, object);
    return;
  }
  state.failures.delete(object as PyFuture);
  if (holdsItself(object)) state.cyclicFailures.add(object as PyFuture);
  else finalizeFuture(object as PyFuture);
}

/** It stands in a cycle: CPython's reference counts never see its end, only its collector does. */
function holdsItself(object: PyObject): boolean {
  const seen = new Set<object>();
  const todo: object[] = [object];
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) {
    for (const next of contentsOf(at)) {
      if (next === object) return true;
      if (typeof next !== 'object' || next === null || seen.has(next)) continue;
      seen.add(next);
      todo.push(next);
    }
  }
  return false;
}

function isTime(count: number): boolean {
  const pace = state.sweepPace;
  if (count !== pace.count) {
    pace.count = count;
    pace.sweeps = 0;
    pace.pause = 0;
  }
  if (pace.pause-- > 0) return false;
  pace.sweeps++;
  pace.pause = pace.sweeps <= EAGER_SWEEPS ? 0 : Math.min(2 ** (pace.sweeps - EAGER_SWEEPS), PAUSE_MAX);
  return true;
}

/** The async generators that the loop knows of, which it holds weakly. */
function weakItems(loop: PyEventLoop): PyDict | null {
  if (loop.weakItems !== null) return loop.weakItems;
  const set = loop.attrs?.get('_asyncgens');
  const items = set instanceof PyObject ? ownAttribute(set, '_items') : undefined;
  if (items instanceof PyDict) loop.weakItems = items;
  return loop.weakItems;
}

function unreached(targets: Set<PyObject>, loop: PyEventLoop | null): Set<PyObject> {
  const seen = new Set<object>();
  const todo: object[] = roots(loop);
  for (let object = todo.pop(); object !== undefined && targets.size > 0; object = todo.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PyObject) targets.delete(object);
    for (const next of contentsOf(object))
      if (typeof next === 'object' && next !== null && !seen.has(next)) todo.push(next);
  }
  return targets;
}

/**
 * Whether the program itself keeps a task: by a variable, a container, a task group, or by something that another task waits for.
 * What only the loop knows (its ready queue, its timers) does not count.
 */
export function isKept(task: PyTask): boolean {
  const seen = new Set<object>();
  const todo: object[] = usersModules();
  for (const other of state.scheduledTasks)
    if (other !== task && other instanceof PyTask) todo.push(other.coro as object);
  for (const thread of machine.threads())
    for (let frame: FrameBase | null = thread.top; frame !== null; frame = frame.back)
      if (frame instanceof Frame) todo.push(frame);
  for (let object = todo.pop(); object !== undefined; object = todo.pop()) {
    if (object === task) return true;
    if (seen.has(object) || object instanceof PyEventLoop) continue;
    seen.add(object);
    for (const next of contentsOf(object))
      if (typeof next === 'object' && next !== null && !seen.has(next)) todo.push(next);
  }
  return false;
}

/** The user's modules, everything on the stack, and what the loop will run. Lib's own modules hold nothing of the program's. */
function roots(loop: PyEventLoop | null): object[] {
  const found: object[] = loop === null ? [] : [loop];
  if (state.currentTask instanceof PyObject) found.push(state.currentTask);
  for (const thread of machine.threads()) {
    if (thread.context !== null) found.push(thread.context);
    for (let frame: FrameBase | null = thread.top; frame !== null; frame = frame.back) found.push(frame);
  }
  found.push(...usersModules());
  return found;
}

function usersModules(): object[] {
  const found: object[] = [];
  for (const module of machine.modules.map.values())
    if (module instanceof PyModule && isUsers(module)) found.push(module.attrs);
  return found;
}

function isUsers(module: PyModule): boolean {
  const file = module.attrs.get('__file__');
  return typeof file === 'string' && !file.startsWith('/lib/');
}

function contentsOf(object: object): Iterable<unknown> {
  if (object instanceof PyObject) return contentsOfValue(object);
  // A native object, such as a standard stream, may know the machine; the machine's own lists hold nothing for the program.
  if (object === machine) return [];
  if (object instanceof Map) return [...object.keys(), ...object.values()];
  if (object instanceof Set || Array.isArray(object)) return object;
  return ArrayBuffer.isView(object) ? [] : Object.values(object);
}

function contentsOfValue(object: PyObject): Iterable<unknown> {
  if (object instanceof PyType) return object.isHeapType ? [object.attrs] : [];
  if (object instanceof Code || object instanceof PyModule) return [];
  if (object instanceof PyFunction) return [object.closure, object.defaults, object.keywordDefaults, object.attrs];
  if (object instanceof Frame) {
    // Above `sp` lies what was there before.
    return [
      ...object.slots.slice(0, Math.max(object.sp, 0)),
      object.handled,
      object.names,
      object.func,
      object.generator,
      object.retValue,
    ];
  }
  if (object instanceof PyWeakRef) return [object.attrs, object.callback];
  if (object instanceof PyEventLoop) {
    const own = [...(object.attrs ?? [])].filter(([name]) => name !== '_asyncgens').map(([, value]) => value);
    return [...own, object.ready, object.scheduled, object.arrived, object.currentHandle, object.taskFactory];
  }
  if (object instanceof PyInstance) return [object.cls, object.ownMap, object.values];
  if (object instanceof PyTask) return without(object, 'wakeup', 'nextStep');
  if (object instanceof PyGenerator) return without(object, 'task');
  return Object.values(object);
}

/** Links of our own making, which CPython does not have. */
function without(object: PyObject, ...links: readonly string[]): unknown[] {
  return Object.entries(object)
    .filter(([name]) => !links.includes(name))
    .map(([, value]) => value);
}
