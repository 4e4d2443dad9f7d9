/** In which order do the next things happen? A Parsons problem of five to eight events. */

import { grouped } from '../lib/grouped.ts';
import { Prng } from '../lib/prng.ts';
import type { TraceEvent } from '../trace/events.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import { futureLabel, quoted, syncName, syncOf, taskName, timeText } from '../trace/words.ts';
import { isOfShutdown, type World } from '../trace/world.ts';
import { lookAhead } from './ahead.ts';
import type { OrderQuestion } from './question.ts';
import { tiesBetween } from './ties.ts';

const ITEMS_MIN = 5;
const ITEMS_MAX = 6;
/** Of one question; there are never more than so many ways to untie. */
const ORDERS_MAX = 120;

interface Happening {
  readonly text: string;
  readonly position: number;
  readonly timeUs: number;
  /** Iteration of the loop. */
  readonly iteration: number;
  readonly task: number;
}

export function askOrder(trace: Trace, at: number): OrderQuestion | null {
  const happenings = happeningsAfter(trace, at);
  const last = happenings.at(-1);
  if (last === undefined || happenings.length < ITEMS_MIN) return null;
  const shuffled = shuffle(happenings, at);
  const orders = legalOrders(trace, at, happenings).map((order) => order.map((each) => shuffled.indexOf(each)));
  const [first] = happenings;
  const from = timeText(first?.timeUs ?? 0);
  const isLong = last.timeUs > (first?.timeUs ?? 0);
  return {
    ...{
      form: 'order',
      kind: 'order',
      at,
      to: last.position,
      prompt: null,
      because: '',
    },
    ask: 'In which order do these happen?',
    items: shuffled.map(({ text }) => text),
    legal: orders,
    reason: `${isLong ? `They happen from ${from} to ${timeText(last.timeUs)}: ` : `All of it happens at ${from}: `}each turn runs to its next await, and turns come in the order in which they became ready.${orders.length > 1 ? ' Some timers are due at the same instant: their turns may be in any order.' : ''}`,
    rule: orders.length > 1 ? 'equalTimers' : isLong ? 'timers' : 'fifo',
  };
}

/** Up to the first that would read like one before it. */
function happeningsAfter(trace: Trace, at: number): readonly Happening[] {
  const list: Happening[] = [];
  let iteration = 0;
  lookAhead(trace, at, (event, position) => {
    if (event.kind === 'thread.switched' || event.kind === 'process.started') return true;
    if (event.kind === 'loop.iterationBegan') iteration++;
    // What happens at one instant is a story of its own.
    if (event.kind === 'clock.advanced' && list.length >= ITEMS_MIN) return true;
    const text = textOf(trace, event, position);
    if (text === null) return null;
    if (list.some((each) => each.text === text)) return true;
    const { runningTask, timeUs } = worldAfter(trace, position - 1);
    const task = event.kind === 'task.resumed' ? event.task : runningTask;
    list.push({ text, position, timeUs, iteration, task });
    return list.length >= ITEMS_MAX ? true : null;
  });
  return list;
}

/** Null: it is nothing that one would name. */
function textOf(trace: Trace, event: TraceEvent, position: number): string | null {
  const before = () => worldAfter(trace, position - 1);
  switch (event.kind) {
    case 'output.written': {
      const text = event.text.trim();
      return text === '' || event.stream !== 1 ? null : `${printer(before())} prints ${quoted(text)}`;
    }
    case 'task.resumed': {
      const world = before();
      const task = world.tasks.get(event.task);
      return task === undefined || task.steps > 0 || isOfShutdown(task)
        ? null
        : `${taskName(world, event.task)} begins`;
    }
    case 'task.suspended': {
      const world = before();
      const task = world.tasks.get(event.task);
      if (task === undefined || isOfShutdown(task) || event.future === 0) return null;
      return `${taskName(world, event.task)} begins to wait for ${awaited(world, event.future)}`;
    }
    case 'task.finished': {
      const world = before();
      const task = world.tasks.get(event.task);
      return task === undefined || isOfShutdown(task) ? null : `${taskName(world, event.task)} ends`;
    }
    case 'task.cancelRequested':
      return event.by === 0 ? null : `${taskName(before(), event.by)} cancels ${taskName(before(), event.task)}`;
    default:
      return null;
  }
}

function printer(world: World): string {
  return world.runningTask === 0 ? 'the main module' : taskName(world, world.runningTask);
}

function awaited(world: World, future: number): string {
  const sync = syncOf(world, future);
  return sync === undefined ? futureLabel(world, future) : syncName(sync, sync.id);
}

/**
 * This run's first. Where timers of one instant were due, their tasks' steps may change places within an iteration of the loop; not
 * where such a task touches a lock or a queue, because then the other order might be another run.
 */
function legalOrders(trace: Trace, at: number, happenings: readonly Happening[]): readonly (readonly Happening[])[] {
  const end = happenings.at(-1)?.position ?? at;
  let orders: readonly (readonly Happening[])[] = [happenings];
  for (const { position, tasks } of tiesBetween(trace, at, end)) {
    const until = nextJump(trace, position, end);
    const touched = happenings.filter((each) => each.position > position && each.position <= until);
    const mine = touched.filter(({ task }) => tasks.includes(task));
    const own = [...new Set(mine.map(({ task }) => task))];
    if (own.length < 2 || own.length > 4 || interact(trace, position, until)) continue;
    const ways = permutations(own);
    orders = orders.flatMap((order) => ways.map((way) => arranged(order, mine, way))).slice(0, ORDERS_MAX);
  }
  return distinct(orders);
}

/** The steps of these tasks stand, within each iteration, in the order of `way`. */
function arranged(
  order: readonly Happening[],
  mine: readonly Happening[],
  way: readonly number[],
): readonly Happening[] {
  const result = [...order];
  for (const group of grouped(mine, ({ iteration }) => iteration).values()) {
    const places = group.map((each) => result.indexOf(each)).sort((a, b) => a - b);
    const sorted = [...group].sort((a, b) => way.indexOf(a.task) - way.indexOf(b.task) || a.position - b.position);
    for (const [index, place] of places.entries()) {
      const next = sorted[index];
      if (next !== undefined) result[place] = next;
    }
  }
  return result;
}

function nextJump(trace: Trace, from: number, end: number): number {
  return (
    lookAhead(trace, from, (event, position) => {
      if (position >= end) return end;
      return event.kind === 'clock.advanced' ? position : null;
    }) ?? end
  );
}

function interact(trace: Trace, from: number, until: number): boolean {
  return (
    lookAhead(trace, from, (event, position) => {
      if (position > until) return false;
      return event.kind === 'sync.changed' || event.kind === 'task.cancelRequested' ? true : null;
    }) ?? false
  );
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item) => permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]));
}

function distinct(orders: readonly (readonly Happening[])[]): readonly (readonly Happening[])[] {
  const seen = new Set<string>();
  return orders.filter((order) => {
    const key = order.map(({ position }) => position).join(' ');
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Never as it was: that would be the answer. */
function shuffle(happenings: readonly Happening[], at: number): readonly Happening[] {
  const prng = new Prng(at).fork('order');
  const left = [...happenings];
  const shuffled: Happening[] = [];
  while (left.length > 0) shuffled.push(...left.splice(prng.below(left.length), 1));
  const isSame = shuffled.every((each, index) => each === happenings[index]);
  return isSame ? shuffled.toReversed() : shuffled;
}
