/** One plain sentence for each event of processes and threads. */
import type { EventOf, TraceEvent } from './events.ts';
import { runner, type Step } from './step.ts';
import { timeText } from './words.ts';
import { threadName, type World } from './world.ts';

type ThreadEvent = Extract<TraceEvent, { readonly thread: number; readonly kind: `thread.${string}` }>;

export function processEvent(
  event: EventOf<'process.started'> | EventOf<'process.ended'>,
  { before, after }: Step,
): string {
  const process = after.processes.find(({ id }) => id === event.process);
  const name = `process ${process?.pid ?? 0}`;
  if (event.kind === 'process.ended') {
    if (event.status < 0) return `signal ${-event.status} has ended ${name}.`;
    return `${name} has ended, with exit code ${event.status}; its parent is told.`;
  }
  const command = event.label === '' ? '' : `, \`${event.label}\``;
  if (event.parent === 0) return `the program itself is ${name}${command}.`;
  return `${runner(before)} starts ${name}${command}: it has a Python, modules and threads of its own.`;
}

export function threadEvent(event: ThreadEvent, { before, after }: Step): string {
  const name = threadName(after, event.thread);
  switch (event.kind) {
    case 'thread.started':
      if (name.startsWith('process')) return `${name} begins with its main thread.`;
      return `${runner(before)} starts ${name}: it is ready, and runs when it gets the GIL.`;
    case 'thread.switched':
      return isOtherProcess(before, after)
        ? `${name} runs now, in another process: it holds the GIL of its own.`
        : `${name} holds the GIL now: only its code runs.`;
    case 'thread.blocked':
      return `${name} gives up the GIL: it ${waiting(event, after)}.`;
    case 'thread.woken':
      return `${name} waits no longer: it runs as soon as it gets the GIL.`;
    default:
      return `${name} has ended.`;
  }
}

function isOtherProcess(before: World, after: World): boolean {
  const of = (world: World): number | undefined => world.threads.find(({ id }) => id === world.thread)?.process;
  return of(before) !== of(after);
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
