/** One plain sentence for each event of threads. */
import type { EventOf, TraceEvent } from './events.ts';
import { runner, type Step } from './step.ts';
import { timeText } from './words.ts';
import { threadName } from './world.ts';

type ThreadEvent = Extract<TraceEvent, { readonly thread: number; readonly kind: `thread.${string}` }>;

export function threadEvent(event: ThreadEvent, { before, after }: Step): string {
  const name = threadName(after, event.thread);
  switch (event.kind) {
    case 'thread.started':
      return `${runner(before)} starts ${name}: it is ready, and runs when it gets the GIL.`;
    case 'thread.switched':
      return `${name} holds the GIL now: only its code runs.`;
    case 'thread.blocked':
      return `${name} gives up the GIL: it ${waiting(event, after)}.`;
    case 'thread.woken':
      return `${name} waits no longer: it runs as soon as it gets the GIL.`;
    default:
      return `${name} has ended.`;
  }
}

function waiting({ what, label, until, holder }: EventOf<'thread.blocked'>, after: Step['after']): string {
  if (what === 'sleep') return `sleeps until ${timeText(until)}`;
  if (what === 'select') return `has nothing to do for its event loop${until === 0 ? '' : ` until ${timeText(until)}`}`;
  const limit = until === 0 ? '' : `, until ${timeText(until)} at most`;
  if (what === 'join') return `waits for the end of thread ${label}${limit}`;
  const held =
    holder === 0 ? '' : `, which ${holder === after.thread ? 'it holds itself' : `${threadName(after, holder)} holds`}`;
  return `waits for ${label}${held}${limit}`;
}
