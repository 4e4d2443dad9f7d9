/** The fold, family: tasks. */
import { popContext, pushContext } from './apply-code.ts';
import { newFuture, settle } from './apply-future.ts';
import { takeReady } from './apply-ready.ts';
import { NO_CANCEL } from './entries.ts';
import type { EventOf } from './events.ts';
import { letterOf } from './letter.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { CancelPhase, Task, TaskState } from './world.ts';

const HUES = 8;
const OUTCOMES: readonly Extract<TaskState, 'done' | 'failed' | 'cancelled'>[] = ['done', 'failed', 'cancelled'];
const NOBODY: readonly number[] = [];

export function taskCreated(world: MutableWorld, event: EventOf<'task.created'>): void {
  const { task: id, coroutine, code, name, label, parent, loop } = event;
  const isMain = parent === 0 && !world.hasMain;
  const task: Task = {
    id,
    letter: isMain ? 'M' : letterOf(world.taskCount - (world.hasMain ? 1 : 0), world.hasMain),
    hue: world.taskCount % HUES,
    name,
    label,
    code,
    coroutine,
    parent,
    loop,
    state: 'ready',
    cancel: NO_CANCEL,
    waitsOn: 0,
    parked: [],
    stack: [],
    result: '',
    createdAt: world.position,
    finishedAt: 0,
    steps: 0,
    wokenBy: null,
  };
  world.tasks.set(id, task);
  world.taskCount++;
  if (isMain) world.hasMain = true;
  world.futures.set(id, newFuture(world, { id, label, isTask: true }));
  const object = coroutine === 0 ? undefined : world.coroutines.edit(coroutine);
  if (object !== undefined) object.state = 'scheduled';
}

export function taskRenamed(world: MutableWorld, { task: id, name }: EventOf<'task.renamed'>): void {
  const task = world.tasks.edit(id);
  if (task !== undefined) task.name = name;
}

export function taskResumed(world: MutableWorld, { task: id, handle, how }: EventOf<'task.resumed'>): void {
  if (handle !== 0) takeReady(world, handle);
  const task = world.tasks.edit(id);
  if (task === undefined) return;
  stopWaiting(world, id, task.waitsOn);
  task.state = 'running';
  task.waitsOn = 0;
  task.parked = [];
  task.steps++;
  if (how === 2) task.cancel = { ...task.cancel, phase: 'thrown' };
  if (task.steps === 1) world.coroutines.delete(task.coroutine);
  pushContext(world, { task: id, handle, stack: task.stack.map(({ code, line }) => ({ code, line })) });
  task.stack = [];
}

export function taskSuspended(world: MutableWorld, { task: id, future, frames }: EventOf<'task.suspended'>): void {
  const task = world.tasks.edit(id);
  if (task === undefined) return;
  const context = popContext(world, (each) => each.task === id);
  if (context !== null) world.handles.delete(context.handle);
  task.stack = context?.stack ?? [];
  task.parked = frames;
  task.wokenBy = null;
  const target = future === 0 ? undefined : world.futures.get(future);
  const isWaiting = future !== 0 && (target === undefined || target.state === 'pending');
  task.state = isWaiting ? 'waiting' : 'ready';
  task.waitsOn = isWaiting ? future : 0;
  const parkedOn = isWaiting ? world.futures.edit(future) : undefined;
  if (parkedOn !== undefined) parkedOn.waiters = parkedOn.waiters.length === 0 ? [id] : [...parkedOn.waiters, id];
}

/** Its wake-up is in the ready queue. */
export function taskReady(world: MutableWorld, id: number, future: number): void {
  const task = world.tasks.edit(id);
  if (task === undefined) return;
  stopWaiting(world, id, task.waitsOn);
  if (task.state === 'waiting') task.state = 'ready';
  const source = future === 0 ? task.waitsOn : future;
  task.wokenBy = { task: world.futures.get(source)?.resolvedBy ?? world.runningTask, future: source };
  task.waitsOn = 0;
}

export function taskCancelRequested(world: MutableWorld, event: EventOf<'task.cancelRequested'>): void {
  const { task: id, by, count, message } = event;
  const task = world.tasks.edit(id);
  if (task !== undefined) task.cancel = { phase: 'requested', count, by, message };
}

export function taskUncancelled(world: MutableWorld, { task: id, count }: EventOf<'task.uncancelled'>): void {
  const task = world.tasks.edit(id);
  if (task !== undefined) task.cancel = { ...task.cancel, count, phase: count === 0 ? 'none' : task.cancel.phase };
}

export function taskCancelSwallowed(world: MutableWorld, { task: id }: EventOf<'task.cancelSwallowed'>): void {
  const task = world.tasks.edit(id);
  if (task !== undefined) task.cancel = { ...task.cancel, phase: 'refused' };
}

export function taskFinished(world: MutableWorld, { task: id, outcome, text }: EventOf<'task.finished'>): void {
  settle(world, id, outcome, text);
  const task = world.tasks.edit(id);
  if (task === undefined) return;
  const context = popContext(world, (each) => each.task === id);
  if (context !== null) world.handles.delete(context.handle);
  stopWaiting(world, id, task.waitsOn);
  const state = OUTCOMES[outcome] ?? 'done';
  task.state = state;
  task.waitsOn = 0;
  task.parked = [];
  task.stack = [];
  task.result = text;
  task.finishedAt = world.position;
  task.cancel = { ...task.cancel, phase: lastPhase(task.cancel.phase, state) };
}

/** A task that was to be cancelled and returns a value has refused. */
function lastPhase(phase: CancelPhase, state: TaskState): CancelPhase {
  return state === 'done' && (phase === 'requested' || phase === 'thrown') ? 'refused' : phase;
}

function stopWaiting(world: MutableWorld, task: number, future: number): void {
  const parkedOn = future === 0 ? undefined : world.futures.edit(future);
  if (parkedOn === undefined) return;
  const { waiters } = parkedOn;
  parkedOn.waiters = waiters.length === 1 && waiters[0] === task ? NOBODY : waiters.filter((waiter) => waiter !== task);
}
