/** What happens after a position: who runs user code next, when a task goes on, what is printed. */
import { childrenOf } from '../trace/children.ts';
import type { TraceEvent } from '../trace/events.ts';
import { eventAt, type Trace, worldAfter } from '../trace/trace.ts';
import { scopeChildren } from '../trace/why.ts';
import { isOfShutdown, type Task, type World } from '../trace/world.ts';

/** How far is looked: what comes later is no answer to a question that is asked now. */
export const AHEAD_MAX = 4_000;

/** Calls `visit` with each event after `from` and the position after it, until it gives something; null: it never did. */
export function lookAhead<Found>(
  trace: Trace,
  from: number,
  visit: (event: TraceEvent, position: number) => Found | null,
): Found | null {
  const end = Math.min(trace.length, from + AHEAD_MAX);
  for (let index = from; index < end; index++) {
    const event = eventAt(trace, index);
    const found = event === null ? null : visit(event, index + 1);
    if (found !== null) return found;
  }
  return null;
}

/** Whose user code runs: a task's, that of a plain callback, or what is outside of any loop. */
export type Actor = { readonly kind: 'task' | 'callback' | 'thread'; readonly id: number } | { readonly kind: 'main' };

export interface NextActor {
  readonly actor: Actor;
  /** The position after which it runs. */
  readonly position: number;
  /** It ran already, and goes on. */
  readonly isSame: boolean;
}

/** Who runs a line of the user's own next. Null: nobody does, or that is decided outside of this program. */
export function nextActor(trace: Trace, at: number): NextActor | null {
  const world = worldAfter(trace, at);
  let task = world.runningTask;
  let callback = task === 0 ? world.runningHandle : 0;
  let hasSwitched = false;
  const found = lookAhead<NextActor | 'nobody'>(trace, at, (event, position) => {
    switch (event.kind) {
      case 'task.suspended':
      case 'task.finished':
        if (event.task === task) task = 0;
        hasSwitched = true;
        return null;
      case 'task.resumed': {
        task = event.task;
        callback = 0;
        hasSwitched = true;
        const resumed = worldAfter(trace, position).tasks.get(task);
        if (resumed === undefined || isOfShutdown(resumed) || !isUsers(trace, resumed)) return 'nobody';
        return { actor: { kind: 'task', id: task }, position, isSame: false };
      }
      case 'handle.started':
        callback = event.handle;
        hasSwitched = true;
        return null;
      case 'handle.finished':
        callback = 0;
        return null;
      case 'line.reached':
        if (trace.codes[event.code]?.isUser !== true) return null;
        return {
          actor: actorOf(task, callback),
          position,
          isSame: !hasSwitched,
        };
      case 'thread.switched':
        return {
          actor: { kind: 'thread', id: event.thread },
          position,
          isSame: false,
        };
      case 'message.received':
      case 'process.started':
      case 'process.ended':
      case 'intervention.done':
        return 'nobody';
      default:
        return null;
    }
  });
  return found === 'nobody' ? null : found;
}

/** It runs the user's code, and not only the library's. */
export function isUsers(trace: Trace, { code }: Pick<Task, 'code'>): boolean {
  return trace.codes[code]?.isUser === true;
}

function actorOf(task: number, callback: number): Actor {
  if (task !== 0) return { kind: 'task', id: task };
  return callback === 0 ? { kind: 'main' } : { kind: 'callback', id: callback };
}

export interface Printed {
  readonly text: string;
  /** After the event that wrote it. */
  readonly position: number;
  readonly timeUs: number;
  /** Task that printed it; 0 nobody's step. */
  readonly task: number;
}

const LINES_MAX = 12;

/** The next lines that are printed, each text once; `process` 0: by any. */
export function nextPrinted(trace: Trace, at: number): readonly Printed[] {
  const lines: Printed[] = [];
  lookAhead(trace, at, (event, position) => {
    if (event.kind !== 'output.written' || event.stream !== 1) return null;
    const text = event.text.replace(/\n+$/, '');
    const world = worldAfter(trace, position);
    if (text !== '' && !lines.some((line) => line.text === text))
      lines.push({
        text,
        position,
        timeUs: world.timeUs,
        task: world.runningTask,
      });
    return lines.length >= LINES_MAX ? true : null;
  });
  return lines;
}

/** The position after which the task runs again; null: not in what is recorded. */
export function nextTurnOf(trace: Trace, at: number, task: number): number | null {
  return lookAhead(trace, at, (event, position) =>
    event.kind === 'task.resumed' && event.task === task ? position : null,
  );
}

/** Whom a task waits for when it waits for several, or for the end of a task group; [] one thing, which is no task. */
export function awaitedBy(world: World, task: number): readonly number[] {
  const future = world.tasks.get(task)?.waitsOn ?? 0;
  if (world.tasks.has(future)) return [future];
  const children = childrenOf(world, future);
  return children.length > 0 ? children : scopeChildren(world, task, world.futures.get(future)?.label ?? '');
}
