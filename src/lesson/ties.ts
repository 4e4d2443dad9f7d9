/** Where the order was free: timers of the very same instant, which Python promises in no order. */

import { grouped } from '../lib/grouped.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import type { World } from '../trace/world.ts';
import { lookAhead } from './ahead.ts';

/** Timers that were due at one instant, and moved to the ready queue together. */
export interface Tie {
  /** Before the first of them was moved. */
  readonly position: number;
  readonly timeUs: number;
  readonly handles: readonly number[];
  /** Tasks that these wake, in the order of this run. */
  readonly tasks: readonly number[];
}

/** Those between two positions, in order. */
export function tiesBetween(trace: Trace, from: number, to: number): readonly Tie[] {
  const ties: Tie[] = [];
  let due: { readonly handle: number; readonly position: number }[] = [];
  const close = () => {
    ties.push(...tiesOf(trace, due));
    due = [];
  };
  lookAhead(trace, from, (event, position) => {
    if (position > to) return true;
    if (event.kind === 'timer.due') due.push({ handle: event.handle, position: position - 1 });
    else if (due.length > 0) close();
    return null;
  });
  close();
  return ties;
}

/** Tasks that might as well have been woken before this one; itself is among them. */
export function tiedWith(trace: Trace, from: number, to: number, task: number): readonly number[] {
  return tiesBetween(trace, from, to).find(({ tasks }) => tasks.includes(task))?.tasks ?? [task];
}

export function tasksOfTimer(world: World, handle: number): readonly number[] {
  const { future = 0, task = 0 } = world.handles.get(handle) ?? {};
  const waiting = future === 0 ? [] : (world.futures.get(future)?.waiters ?? []);
  return task !== 0 && !waiting.includes(task) ? [task, ...waiting] : waiting;
}

/** Timers that are not cancelled, soonest first. */
export function timersLeft(world: World): readonly { readonly handle: number; readonly whenUs: number }[] {
  return world.timers.flatMap((id) => {
    const handle = world.handles.get(id);
    return handle === undefined || handle.state === 'cancelled' || handle.whenUs === null
      ? []
      : [{ handle: id, whenUs: handle.whenUs }];
  });
}

function tiesOf(trace: Trace, due: readonly { readonly handle: number; readonly position: number }[]): readonly Tie[] {
  const [first] = due;
  if (first === undefined || due.length < 2) return [];
  const world = worldAfter(trace, first.position);
  const byTime = grouped(due, ({ handle }) => world.handles.get(handle)?.whenUs ?? -1);
  return [...byTime].flatMap(([timeUs, group]) => {
    const handles = group.map(({ handle }) => handle);
    const tasks = handles.flatMap((handle) => tasksOfTimer(world, handle));
    return group.length < 2 ? [] : [{ position: first.position, timeUs, handles, tasks }];
  });
}
