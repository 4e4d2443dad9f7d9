/** One plain sentence for each event of processes and threads. */
import { endedText, signalName } from './ended-text.ts';
import type { EventOf, TraceEvent } from './events.ts';
import { hasName, processName, threadName } from './process-names.ts';
import { runner, type Step } from './step.ts';
import { listOf, timeText } from './words.ts';
import type { World } from './world.ts';

type ThreadEvent = Extract<TraceEvent, { readonly thread: number; readonly kind: `thread.${string}` }>;

export function processEvent(
  event: EventOf<'process.started'> | EventOf<'process.ended'>,
  { before, after }: Step,
): string {
  const name = processName(after, event.process);
  if (event.kind === 'process.ended') {
    if (event.status < 0) return `${name} ${endedText(event.status)}; its parent is told.`;
    return `${name} has ended, with exit code ${event.status}; its parent is told.`;
  }
  const command = event.label === '' ? '' : `, \`${event.label}\``;
  if (event.parent === 0) return `the program itself is process ${event.pid}${command}.`;
  const told = hasName(event) ? `${name} with number ${event.pid}` : `${name}${command}`;
  return `${runner(before)} starts ${told}: it has a Python, modules and threads of its own.`;
}

export function processRestarted({ of, process }: EventOf<'process.restarted'>, { after }: Step): string {
  const before = after.processes.find(({ id }) => id === of);
  const end = before?.status === null || before === undefined ? '' : `, which ${endedText(before.status)}`;
  return `${processName(after, process)} stands in the place of number ${before?.pid ?? of}${end}: it was started as that was.`;
}

export function stopAsked({ processes, signal, since }: EventOf<'processes.stopAsked'>, { after }: Step): string {
  const names = listOf(processes.map((id) => processName(after, id)));
  const why = after.timeUs > since ? `since ${timeText(since)} nobody has written or sent anything, so ` : '';
  return `${why}${names} ${processes.length === 1 ? 'is' : 'are'} asked to end, with ${signalName(signal)}.`;
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

/** `Lock lock is locked: thread Ann holds it; thread Bob waits in line.` */
export function threadSyncChanged(event: EventOf<'threadSync.changed'>, after: World): string {
  const { items, label, limit, owner, putters, state, type, value, waiters } = event;
  const name = label === '' ? `the ${type} between threads` : `${type} ${label}`;
  const names = (threads: readonly number[]): string => listOf(threads.map((id) => threadName(after, id)));
  const isQueue = type.endsWith('Queue');
  const line = waiters.length === 0 ? '' : `; ${names(waiters)} ${waiters.length === 1 ? 'waits' : 'wait'} in line`;
  const why = isQueue ? 'to put' : 'for its lock';
  const second = putters.length === 0 ? '' : `; ${names(putters)} ${putters.length === 1 ? 'waits' : 'wait'} ${why}`;
  const rest = `${line}${second}.`;
  if (isQueue) {
    const held = items.length === 0 ? 'is empty' : `holds ${listOf([...items])}`;
    return `${name} ${held}${limit > 0 ? ` (${value} of ${limit})` : ''}${rest}`;
  }
  if (type.endsWith('Semaphore')) return `${name} has ${value} free${rest}`;
  if (type === 'Barrier') return `${name} is ${state}, ${value} of ${limit} are there${rest}`;
  if (state === 'locked' && owner !== 0) {
    const times = value > 1 ? `, ${value} times` : '';
    return `${name} is locked: ${threadName(after, owner)} holds it${times}${rest}`;
  }
  return `${name} is ${state}${rest}`;
}
