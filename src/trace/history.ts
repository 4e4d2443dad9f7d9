/**
 * The whole recorded run at a glance: spans, marks and arrows for the lanes, the clock, and the places that are worth
 * jumping to. A history belongs to one length of one trace, and shows nothing after it.
 */
import type { Hazard } from './hazards.ts';
import {
  type HistoryIndex,
  type Jump,
  type LaneRecord,
  laneOfThread,
  type Mark,
  type PointKind,
  type SpanStart,
  type SpanState,
  type Wake,
} from './history-index.ts';

export interface History {
  /** How many events it covers. */
  readonly length: number;
  readonly index: HistoryIndex;
}

export interface Span {
  readonly state: SpanState;
  /** Positions; `to` is where the next span begins, or the end of what is recorded. */
  readonly from: number;
  readonly to: number;
  readonly fromUs: number;
  readonly toUs: number;
  /** What it waits for; '' when it does not wait. */
  readonly label: string;
  readonly isUnwinding: boolean;
}

export interface Lane {
  readonly task: number;
  readonly letter: string;
  readonly hue: number;
  readonly label: string;
  readonly name: string;
  readonly parent: number;
  /** 0 for a task without parent. */
  readonly depth: number;
  readonly createdAt: number;
  /** 0: not finished in what is recorded. */
  readonly finishedAt: number;
  readonly cap: LaneRecord['cap'];
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

const lanesKnown = new WeakMap<History, readonly Lane[]>();

/** One for each task, below its parent or its thread, and where there are several threads one for each of them; in order of creation. */
export function lanesOf(history: History): readonly Lane[] {
  const known = lanesKnown.get(history);
  if (known !== undefined) return known;
  const lanes = nested(history.index.lanes.filter(({ task }) => task.createdAt <= history.length)).map(
    ({ lane, depth }) => laneOf(history, lane, depth),
  );
  lanesKnown.set(history, lanes);
  return lanes;
}

export function wakesOf({ index, length }: History): readonly Wake[] {
  return index.wakes.slice(
    0,
    countUpTo(index.wakes, length, ({ position }) => position),
  );
}

const hazardsKnown = new WeakMap<History, readonly Hazard[]>();

/** What was found wrong up to its end, in order. */
export function hazardsOf(history: History): readonly Hazard[] {
  const known = hazardsKnown.get(history);
  if (known !== undefined) return known;
  const { hazards } = history.index;
  const found = hazards.slice(
    0,
    countUpTo(hazards, history.length, ({ position }) => position),
  );
  hazardsKnown.set(history, found);
  return found;
}

/** When the clock jumped, why, and to what; begins with 0 at position 0. */
export function clockOf({ index, length }: History): readonly Jump[] {
  return index.clock.slice(
    0,
    countUpTo(index.clock, length, ({ position }) => position),
  );
}

/** Positions of one kind of event, for marks along the playhead. */
export function pointsOf({ index, length }: History, kind: PointKind): readonly number[] {
  const points = index.points[kind];
  return points.slice(0, countUpTo(points, length, same));
}

/** Virtual time at a position, in microseconds. */
export function timeAt({ index, length }: History, position: number): number {
  const count = countUpTo(index.clock, Math.min(position, length), (jump) => jump.position);
  return index.clock[count - 1]?.timeUs ?? 0;
}

/** The last position at which it is not later than `timeUs`. */
export function positionAtTime({ index, length }: History, timeUs: number): number {
  const next = index.clock[countUpTo(index.clock, timeUs, (jump) => jump.timeUs)];
  return Math.max(0, Math.min((next?.position ?? length + 1) - 1, length));
}

/** How many items have a key of at most `limit`; keys ascend. */
export function countUpTo<T>(items: readonly T[], limit: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

const same = (position: number) => position;

function laneOf(history: History, { asProcess, cap, marks, starts, task }: LaneRecord, depth: number): Lane {
  const { length } = history;
  const shown = asProcess !== null && asProcess.from <= length ? asProcess : null;
  const until = countUpTo(starts, length, ({ from }) => from);
  const end = { from: length, fromUs: timeAt(history, length) };
  const spans: Span[] = [];
  let finishedAt = 0;
  for (let index = 0; index < until; index++) {
    const start = starts[index];
    if (start?.state === null) finishedAt = start.from;
    else if (start !== undefined) spans.push(spanOf(start, start.state, index + 1 < until ? starts[index + 1] : end));
  }
  const { id, hue, name, parent, createdAt } = task;
  const { label, letter } = shown ?? task;
  return {
    ...{ task: id, letter, hue, label, name, parent, depth, createdAt, finishedAt, spans },
    cap: finishedAt === 0 ? '' : cap,
    marks: marks.slice(
      0,
      countUpTo(marks, length, ({ position }) => position),
    ),
  };
}

function spanOf(start: SpanStart, state: SpanState, next: Pick<SpanStart, 'from' | 'fromUs'> | undefined): Span {
  const { from, fromUs, label, isUnwinding } = start;
  return { state, from, fromUs, label, isUnwinding, to: next?.from ?? from, toUs: next?.fromUs ?? fromUs };
}

interface Nested {
  readonly lane: LaneRecord;
  readonly depth: number;
}

function nested(lanes: readonly LaneRecord[]): readonly Nested[] {
  const known = new Set(lanes.map(({ task }) => task.id));
  const rootOf = ({ thread }: LaneRecord): number => (known.has(laneOfThread(thread)) ? laneOfThread(thread) : 0);
  const children = new Map<number, LaneRecord[]>();
  for (const lane of lanes) {
    const parent = lane.task.parent !== 0 && known.has(lane.task.parent) ? lane.task.parent : rootOf(lane);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [lane]);
    else siblings.push(lane);
  }
  const order: Nested[] = [];
  const pending = (children.get(0) ?? []).map((lane) => ({ lane, depth: 0 })).reverse();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { lane, depth } = next;
    order.push(next);
    for (const child of (children.get(lane.task.id) ?? []).toReversed())
      pending.push({ lane: child, depth: depth + 1 });
  }
  return order;
}
