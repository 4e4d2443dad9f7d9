/** The kinds of events that a busy loop records all the time: the writer gets their fields in order, without an object. */
import { rowOf } from '../trace/plan.ts';

export const ITERATION_BEGAN = rowOf('loop.iterationBegan', 'loop', 'iteration');
export const PHASE_ENTERED = rowOf('loop.phaseEntered', 'loop', 'phase', 'until', 'count');

export const HANDLE_SCHEDULED = rowOf('handle.scheduled', 'handle', 'label', 'task', 'future', 'reason');
export const TIMER_SCHEDULED = rowOf('timer.scheduled', 'handle', 'label', 'task', 'future', 'when');
export const TIMER_DUE = rowOf('timer.due', 'handle');
export const HANDLE_CANCELLED = rowOf('handle.cancelled', 'handle');
export const HANDLE_STARTED = rowOf('handle.started', 'handle');
export const HANDLE_FINISHED = rowOf('handle.finished', 'handle');

export const COROUTINE_CREATED = rowOf('coroutine.created', 'coroutine', 'code', 'label', 'line', 'flavour');
export const COROUTINE_STARTED = rowOf('coroutine.started', 'coroutine');

export const TASK_CREATED = rowOf(
  'task.created',
  'task',
  'coroutine',
  'code',
  'name',
  'label',
  'parent',
  'loop',
  'isEager',
);
export const TASK_RESUMED = rowOf('task.resumed', 'task', 'handle', 'how', 'text', 'waited');
export const TASK_SUSPENDED = rowOf('task.suspended', 'task', 'future', 'frames');
export const TASK_FINISHED = rowOf('task.finished', 'task', 'outcome', 'text');

export const FUTURE_CREATED = rowOf('future.created', 'future', 'label', 'loop');
export const FUTURE_RESOLVED = rowOf('future.resolved', 'future', 'outcome', 'text', 'by');
export const AWAITED_BY = rowOf('future.awaitedBy', 'future', 'waiter');
export const NOT_AWAITED_BY = rowOf('future.notAwaitedBy', 'future', 'waiter');

export const SYNC_CHANGED = rowOf(
  'sync.changed',
  'sync',
  'state',
  'value',
  'limit',
  'owner',
  'waiters',
  'putters',
  'items',
  'holders',
);
