/** Where the buttons lead: positions, null when there is nothing further that way. */
import { countUpTo, type History } from './history.ts';
import type { MarkKind, PointKind } from './history-index.ts';

const same = (position: number) => position;

/** The next position after an await gave up control. */
export function nextAwait(history: History, position: number): number | null {
  return nextPoint(history, 'suspension', position);
}

export function previousAwait(history: History, position: number): number | null {
  return previousPoint(history, 'suspension', position);
}

export function nextIteration(history: History, position: number): number | null {
  return nextPoint(history, 'iteration', position);
}

export function previousIteration(history: History, position: number): number | null {
  return previousPoint(history, 'iteration', position);
}

export function nextPoint({ index, length }: History, kind: PointKind, position: number): number | null {
  return within(length, index.points[kind][countUpTo(index.points[kind], position, same)]);
}

export function previousPoint({ index }: History, kind: PointKind, position: number): number | null {
  return index.points[kind][countUpTo(index.points[kind], position - 1, same) - 1] ?? null;
}

/** The next event that the task does, or that is done to it. */
export function nextEventOfTask({ index, length }: History, task: number, position: number): number | null {
  const lane = index.laneOf.get(task);
  if (lane === undefined) return null;
  const began = countUpTo(lane.starts, position, ({ from }) => from);
  const isRunning = lane.starts[began - 1]?.state === 'running';
  if (isRunning) return within(length, position + 1);
  const turn = lane.starts.slice(began).find(({ state }) => state === 'running' || state === null)?.from;
  const mention = lane.mentions[countUpTo(lane.mentions, position, same)];
  const candidates = [turn, mention].filter((candidate) => candidate !== undefined);
  return candidates.length === 0 ? null : within(length, Math.min(...candidates));
}

/** The next time the loop runs the task. */
export function nextTurnOfTask(history: History, task: number, position: number): number | null {
  return nextMarkOfTask(history, { task, kind: 'resume' }, position);
}

export function nextMarkOfTask(
  { index, length }: History,
  { task, kind }: { readonly task: number; readonly kind: MarkKind },
  position: number,
): number | null {
  const marks = index.laneOf.get(task)?.marks ?? [];
  const from = countUpTo(marks, position, (mark) => mark.position);
  for (let at = from; at < marks.length; at++) {
    const mark = marks[at];
    if (mark?.kind === kind) return within(length, mark.position);
  }
  return null;
}

/** Along a list of positions, ascending: the next one, or the one before. */
export function besideIn(
  positions: readonly number[],
  position: number,
  direction: 'next' | 'previous',
): number | null {
  const at = direction === 'next' ? countUpTo(positions, position, same) : countUpTo(positions, position - 1, same) - 1;
  return positions[at] ?? null;
}

function within(length: number, position: number | undefined): number | null {
  return position === undefined || position > length ? null : position;
}
