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
import type { LaneState } from './moves.ts';

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
  /** The code of its coroutine; 0 for the lane of a thread. */
  readonly code: number;
  /** All of them: of a long run, ask `spansWithin`. */
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
  /** Only for the files of this folder. */
  readonly record: LaneRecord;
}

const lanesKnown = new WeakMap<History, readonly Lane[]>();

/** Those between two positions, or two times. */
export function wakesWithin(
  { index: { wakes }, length }: History,
  { from, to }: Stretch,
  axis: 'steps' | 'time',
): readonly Wake[] {
  const key = axis === 'steps' ? positionOf : timeOf;
  const until = countUpTo(wakes, length, positionOf);
  // What is at `from` itself is within.
  return wakes.slice(countUpTo(wakes, from - 0.5, key), Math.min(until, countUpTo(wakes, to, key)));
}

/** One for each task, below its parent or its thread, and where there are several threads one for each of them; in order of creation. */
export function lanesOf(history: History): readonly Lane[] {
  const known = lanesKnown.get(history);
  if (known !== undefined) return known;
  const lanes = nested(history.index.lanes.filter(({ task }) => task.createdAt <= history.length)).map(
    ({ lane, depth }) => new LaneSeen(history, lane, depth),
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

/** Jumps between two positions. */
export function clockWithin({ index: { clock }, length }: History, { from, to }: Stretch): readonly Jump[] {
  return clock.slice(countUpTo(clock, from - 0.5, positionOf), countUpTo(clock, Math.min(to, length), positionOf));
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

/** Spans and marks are made when somebody looks: a lane of a million steps costs nothing until then. */
class LaneSeen implements Lane {
  readonly task: number;
  readonly letter: string;
  readonly hue: number;
  readonly label: string;
  readonly name: string;
  readonly parent: number;
  readonly depth: number;
  readonly createdAt: number;
  readonly finishedAt: number;
  readonly cap: LaneRecord['cap'];
  readonly code: number;
  readonly record: LaneRecord;
  readonly #history: History;
  #spans: readonly Span[] | null = null;
  #marks: readonly Mark[] | null = null;

  constructor(history: History, record: LaneRecord, depth: number) {
    const { asProcess, cap, starts, task } = record;
    const shown = asProcess !== null && asProcess.from <= history.length ? asProcess : task;
    this.task = task.id;
    this.letter = shown.letter;
    this.hue = task.hue;
    this.label = shown.label;
    this.name = task.name;
    this.parent = task.parent;
    this.depth = depth;
    this.createdAt = task.createdAt;
    this.finishedAt = endOf(starts, history.length);
    this.cap = this.finishedAt === 0 ? '' : cap;
    this.code = task.code;
    this.record = record;
    this.#history = history;
  }

  get spans(): readonly Span[] {
    this.#spans ??= spansOf(this.#history, this.record, 0, countUpTo(this.record.starts, this.#history.length, fromOf));
    return this.#spans;
  }

  get marks(): readonly Mark[] {
    const { marks } = this.record;
    this.#marks ??= marks.slice(0, countUpTo(marks, this.#history.length, positionOf));
    return this.#marks;
  }
}

/** Where it ends; 0 when it goes on at that length. */
function endOf(starts: readonly SpanStart[], length: number): number {
  let end = 0;
  for (let index = starts.length - 1; starts[index]?.state === null; index--) end = starts[index]?.from ?? 0;
  return end <= length ? end : 0;
}

/** What a lane is doing after the first `position` events; null: it is not there yet. */
export function stateAt({ cap, record: { starts } }: Lane, position: number): LaneState | null {
  const start = starts[countUpTo(starts, position, fromOf) - 1];
  if (start === undefined) return null;
  return start.state ?? (cap === '' ? 'done' : cap);
}

/** What happens to a lane between two positions, or two times. */
export function marksWithin(
  { length }: History,
  { record: { notable } }: Lane,
  { from, to }: Stretch,
  axis: 'steps' | 'time',
): readonly Mark[] {
  const key = axis === 'steps' ? positionOf : timeOf;
  const until = countUpTo(notable, length, positionOf);
  return notable.slice(countUpTo(notable, from - 0.5, key), Math.min(until, countUpTo(notable, to, key)));
}

/** About how many there are. */
export function spanCount(history: History, lane: Lane, stretch: Stretch, axis: 'steps' | 'time'): number {
  const [first, last] = spanRange(history, lane, stretch, axis);
  return last - first;
}

/** Spans that touch the stretch between two positions, or between two times, in order. */
export function spansWithin(history: History, lane: Lane, stretch: Stretch, axis: 'steps' | 'time'): readonly Span[] {
  const [first, last] = spanRange(history, lane, stretch, axis);
  return spansOf(history, lane.record, first, last);
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function spanRange(
  { length }: History,
  { record: { starts } }: Lane,
  { from, to }: Stretch,
  axis: 'steps' | 'time',
): readonly [first: number, last: number] {
  const key = axis === 'steps' ? fromOf : fromUsOf;
  // The one that begins before it may reach into it.
  const first = Math.max(0, countUpTo(starts, from, key) - 1);
  return [first, Math.min(countUpTo(starts, length, fromOf), countUpTo(starts, to, key))];
}

function spansOf(
  history: History,
  { starts }: Pick<LaneRecord, 'starts'>,
  first: number,
  last: number,
): readonly Span[] {
  const { length } = history;
  const spans: Span[] = [];
  for (let index = first; index < last; index++) {
    const start = starts[index];
    if (start === undefined || start.state === null) continue;
    const next = starts[index + 1];
    const end = next !== undefined && next.from <= length ? next : { from: length, fromUs: timeAt(history, length) };
    spans.push(spanOf(start, start.state, end));
  }
  return spans;
}

const timeOf = ({ timeUs }: { readonly timeUs: number }): number => timeUs;
const fromOf = ({ from }: SpanStart): number => from;
const fromUsOf = ({ fromUs }: SpanStart): number => fromUs;
const positionOf = ({ position }: { readonly position: number }): number => position;

function spanOf(start: SpanStart, state: SpanState, next: Pick<SpanStart, 'from' | 'fromUs'>): Span {
  const { from, fromUs, label, isUnwinding } = start;
  return { state, from, fromUs, label, isUnwinding, to: next.from, toUs: next.fromUs };
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
