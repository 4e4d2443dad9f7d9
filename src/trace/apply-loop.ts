/** The fold, family: the event loop, its ready queue and its timers. */
import { popContext, pushContext, showLine } from './apply-code.ts';
import { forget, isCancelled, remove, takeReady } from './apply-ready.ts';
import { taskReady } from './apply-task.ts';
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { Handle, HandleReason, Loop, LoopPhase } from './world.ts';

const REASONS: readonly HandleReason[] = ['callback', 'firstStep', 'wakeUp', 'doneCallback', 'nextStep'];
const PHASES: readonly LoopPhase[] = ['timersDue', 'pollIo', 'runReady'];

/** CPython: Lib/asyncio/base_events.py, _MIN_SCHEDULED_TIMER_HANDLES and _MIN_CANCELLED_TIMER_HANDLES_FRACTION */
const SCHEDULED_TIMERS_MIN = 100;
const CANCELLED_FRACTION_MIN = 0.5;

export function loopCreated(world: MutableWorld, id: number): void {
  world.loops.push({
    id,
    state: 'created',
    iteration: 0,
    phase: 'between',
    thread: world.thread,
    untilUs: 0,
    batch: 0,
  });
  world.loop = id;
}

export function iterationBegan(world: MutableWorld, { loop, iteration }: EventOf<'loop.iterationBegan'>): void {
  world.loop = loop;
  changeLoop(world, loop, {
    state: 'running',
    iteration,
    phase: 'between',
    thread: world.thread,
    untilUs: 0,
    batch: 0,
  });
  dropCancelledTimers(world);
  while (isCancelled(world, world.ready[0])) forget(world, world.ready.shift());
  showLine(world);
}

export function phaseEntered(world: MutableWorld, event: EventOf<'loop.phaseEntered'>): void {
  const { loop, phase, until, count } = event;
  changeLoop(world, loop, { phase: PHASES[phase] ?? 'between', untilUs: until, batch: count });
}

export function loopEnded(world: MutableWorld, loop: number, state: 'stopped' | 'closed'): void {
  changeLoop(world, loop, { state, phase: 'between', untilUs: 0, batch: 0 });
  showLine(world);
}

export function handleScheduled(world: MutableWorld, event: EventOf<'handle.scheduled'>): void {
  const { handle, label, task, future } = event;
  const reason = REASONS[event.reason] ?? 'callback';
  world.handles.set(handle, { id: handle, label, task, future, reason, state: 'ready', whenUs: null });
  world.ready.push(handle);
  if (reason === 'wakeUp') taskReady(world, task, future);
}

export function timerScheduled(world: MutableWorld, event: EventOf<'timer.scheduled'>): void {
  const { handle, label, task, future, when } = event;
  const timer: Handle = { id: handle, label, task, future, reason: 'timer', state: 'scheduled', whenUs: when };
  world.handles.set(handle, timer);
  world.timers.splice(timerIndex(world, when), 0, handle);
  const target = future === 0 ? undefined : world.futures.edit(future);
  if (target !== undefined) target.timer = handle;
}

export function timerDue(world: MutableWorld, id: number): void {
  remove(world.timers, id);
  const handle = world.handles.edit(id);
  if (handle === undefined) return;
  // One that was cancelled on the way up the heap comes to the ready queue too, and is passed over there.
  if (handle.state === 'scheduled') handle.state = 'ready';
  world.ready.push(id);
}

export function handleCancelled(world: MutableWorld, id: number): void {
  const handle = world.handles.edit(id);
  if (handle === undefined || handle.state === 'running') return;
  if (handle.state === 'scheduled') world.timersCancelled++;
  handle.state = 'cancelled';
}

export function handleStarted(world: MutableWorld, id: number): void {
  takeReady(world, id);
  pushContext(world, { task: 0, handle: id, stack: [] });
}

export function handleFinished(world: MutableWorld, id: number): void {
  popContext(world, ({ task, handle }) => task === 0 && handle === id);
  world.handles.delete(id);
}

function changeLoop(world: MutableWorld, id: number, change: Partial<Loop>): void {
  const index = world.loops.findIndex((loop) => loop.id === id);
  const loop = world.loops[index];
  if (loop !== undefined) world.loops[index] = { ...loop, ...change };
}

/** After the timers that are due no later. */
function timerIndex(world: MutableWorld, whenUs: number): number {
  let low = 0;
  let high = world.timers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = world.handles.get(world.timers[middle] ?? 0)?.whenUs ?? 0;
    if (other <= whenUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop._run_once, first paragraph */
function dropCancelledTimers(world: MutableWorld): void {
  const { length } = world.timers;
  if (length > SCHEDULED_TIMERS_MIN && world.timersCancelled / length > CANCELLED_FRACTION_MIN) {
    const cancelled = world.timers.filter((id) => isCancelled(world, id));
    world.timers = world.timers.filter((id) => !isCancelled(world, id));
    for (const id of cancelled) forget(world, id);
    world.timersCancelled = 0;
    return;
  }
  while (isCancelled(world, world.timers[0])) {
    forget(world, world.timers.shift());
    world.timersCancelled--;
  }
}
