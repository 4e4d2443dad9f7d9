/** Which things an event changed, so that one thing at a time is emphasised. Keys are those of the marks. */
import type { TraceEvent } from '../trace/events.ts';

const NOTHING: ReadonlySet<string> = new Set();

export function changedBy(event: TraceEvent | null): ReadonlySet<string> {
  if (event === null) return NOTHING;
  const keys: string[] = [];
  if ('task' in event && event.task !== 0) keys.push(`task ${event.task}`);
  if ('handle' in event) keys.push(`handle ${event.handle}`);
  if ('future' in event) keys.push(`future ${event.future}`);
  if ('sync' in event) keys.push(`sync ${event.sync}`);
  if ('coroutine' in event) keys.push(`coroutine ${event.coroutine}`);
  return new Set(keys);
}
