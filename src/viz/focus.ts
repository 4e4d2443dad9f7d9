/** Which things an event changed, so that one thing at a time is emphasised. Keys are those of the marks. */
import type { TraceEvent } from '../trace/events.ts';
import { laneOfThread } from '../trace/history-index.ts';
import type { World } from '../trace/world.ts';

const NOTHING: ReadonlySet<string> = new Set();

export function changedBy(event: TraceEvent | null): ReadonlySet<string> {
  if (event === null) return NOTHING;
  const keys: string[] = [];
  if ('task' in event && event.task !== 0) keys.push(`task ${event.task}`);
  if ('handle' in event) keys.push(`handle ${event.handle}`);
  // A task is a future too, and has its id.
  if ('future' in event) keys.push(`future ${event.future}`, `task ${event.future}`);
  if ('waiter' in event) keys.push(`future ${event.waiter}`, `task ${event.waiter}`);
  if ('scope' in event) keys.push(`scope ${event.scope}`);
  if ('sync' in event) keys.push(`${event.kind === 'threadSync.changed' ? 'threadSync' : 'sync'} ${event.sync}`);
  if ('thread' in event) keys.push(`thread ${event.thread}`);
  if ('process' in event && event.kind.startsWith('process.')) keys.push(`process ${event.process}`);
  if ('connection' in event) keys.push(`connection ${event.connection}`);
  if ('listener' in event) keys.push(`listener ${event.listener}`);
  if ('coroutine' in event) keys.push(`coroutine ${event.coroutine}`);
  return new Set(keys);
}

/** Whose lane an event is about: the task's own, else of the task or thread that runs; 0 nobody's. */
export function laneOf(event: TraceEvent | null, world: World): number {
  if (event === null) return 0;
  if ('task' in event && world.tasks.has(event.task)) return event.task;
  if (world.runningTask !== 0 || world.threads.length === 0) return world.runningTask;
  return laneOfThread(world.thread);
}
