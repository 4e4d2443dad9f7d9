/**
 * One lane for each task, below the task that created it. x counts steps, where the cell left of position n shows what is
 * so after n events, or is virtual time. Only what is inside the window and the visible rows becomes a mark, and spans
 * too narrow to see are merged: 46 steps and 100,000 are drawn by the same rules.
 */
import { scaleLinear } from 'd3';
import { clockOf, type History, type Lane, lanesOf, type Span, wakesOf } from '../trace/history.ts';
import type { Extent } from './extent.ts';
import { glyphMarks } from './lane-glyphs.ts';
import type { ArrowMark, LabelMark, LaneRow, LanesDrawing, SpanLook, SpanMark, TickMark } from './lane-marks.ts';
import { fitted, SANS_12, secondsText } from './marks.ts';

export interface LanesInput {
  readonly history: History;
  readonly extent: Extent;
  readonly axis: 'steps' | 'time';
  readonly width: number;
  /** The part of the height that is scrolled into view. */
  readonly view: { readonly top: number; readonly height: number };
}

/** Where positions and instants are. */
export interface Placing {
  readonly x: (position: number, timeUs: number) => number;
  readonly left: number;
  readonly right: number;
}

export const ROW = 38;
/** Room for the end caps behind the last step. */
export const RIGHT = 26;
const TOP = 14;
const HEIGHTS: Readonly<Record<SpanLook, number>> = { running: 18, ready: 9, waiting: 2, cancelling: 9 };
/** About how many spans a browser draws without effort. */
const SPANS_GOAL = 2_400;
const LABEL_MIN = 34;
const RUN_MIN = 2;
const SHUTDOWN = /^BaseEventLoop\.shutdown_/;
const TICK_GAP = 56;

/** Not the two tasks that `asyncio.run` makes when all is over: nobody asked for them. */
export function shownLanes(history: History): readonly Lane[] {
  return lanesOf(history).filter(({ label }) => !SHUTDOWN.test(label));
}

export function leftOf(width: number): number {
  return width < 520 ? 100 : width < 760 ? 148 : 184;
}

export function lanesDrawing(input: LanesInput): LanesDrawing {
  const { history, view, width } = input;
  const all = shownLanes(history);
  const left = leftOf(width);
  const rows = all.map(rowOf);
  const first = Math.max(0, Math.floor((view.top - TOP) / ROW) - 1);
  const seen = all.slice(first, first + Math.ceil(view.height / ROW) + 3);
  const placing = placingOf(input, left);
  const merge = Math.max(1, ((width - left) * seen.length) / SPANS_GOAL);
  const spans: SpanMark[] = [];
  const labels: LabelMark[] = [];
  for (const [index, lane] of seen.entries()) {
    const y = middleOf(first + index);
    const inside = lane.spans.filter((span) => isInside(placing, span));
    spans.push(...spanMarks(lane, inside, { merge, placing, y }));
    labels.push(...labelMarks(lane, inside, placing, y), ...refusalMarks(lane, placing, y));
  }
  const rowY = new Map(rows.map(({ task, y }) => [task, y]));
  return {
    width,
    left,
    height: TOP + all.length * ROW + 6,
    rows: rows.slice(first, first + seen.length),
    spans,
    labels,
    glyphs: seen.flatMap((lane, index) => glyphMarks(lane, placing, middleOf(first + index))),
    arrows: arrowMarks(input, placing, rowY),
    ticks: tickMarks(input, placing),
  };
}

/** Where the playhead stands; null when it is out of the window. */
export function nowX(
  { axis, extent, width }: Pick<LanesInput, 'axis' | 'extent' | 'width'>,
  now: number,
): number | null {
  const left = leftOf(width);
  const right = width - RIGHT;
  const span = Math.max(1e-9, extent.to - extent.from);
  const x = left + ((now - extent.from) / span) * (right - left);
  return x < left - 1 || x > right + 1 ? null : axis === 'steps' ? x : Math.max(left, x);
}

function placingOf({ axis, width, extent }: LanesInput, left: number): Placing {
  const right = width - RIGHT;
  const scale = scaleLinear([extent.from, Math.max(extent.to, extent.from + 1)], [left, right]);
  return {
    left,
    right,
    x: axis === 'steps' ? (position) => scale(Math.max(0, position - 1)) : (_, timeUs) => scale(timeUs),
  };
}

function rowOf({ createdAt, depth, hue, label, letter, name, task }: Lane, index: number): LaneRow {
  return { task, letter, hue, label: label === '' ? name : label, depth, y: middleOf(index), createdAt };
}

function middleOf(index: number): number {
  return TOP + index * ROW + ROW / 2;
}

function isInside({ left, right, x }: Placing, { from, fromUs, to, toUs }: Span): boolean {
  return x(to, toUs) >= left && x(from, fromUs) <= right;
}

interface Drawn {
  readonly merge: number;
  readonly placing: Placing;
  readonly y: number;
}

interface Open {
  readonly key: string;
  readonly x: number;
  end: number;
  /** Pixels of each look that were merged into it. */
  readonly shares: Map<SpanLook, number>;
}

/** A span narrower than `merge` joins the one before it; what is most of it gives the look. */
function spanMarks({ task }: Lane, spans: readonly Span[], { merge, placing, y }: Drawn): readonly SpanMark[] {
  const marks: Open[] = [];
  for (const { from, fromUs, state, to, toUs } of spans) {
    const x = Math.max(placing.left, placing.x(from, fromUs));
    const end = Math.min(placing.right, placing.x(to, toUs));
    const width = end - x;
    if (width < 0 || (width === 0 && state !== 'running')) continue;
    const before = marks.at(-1);
    const isSame = before?.shares.size === 1 && before.shares.has(state) && x - before.end < 0.5;
    const isTiny = before !== undefined && width < merge && before.end - before.x < merge * 4;
    if (before !== undefined && (isSame || (isTiny && x - before.end < merge))) {
      before.end = Math.max(before.end, end);
      before.shares.set(state, (before.shares.get(state) ?? 0) + width);
    } else marks.push({ key: `${task} ${from}`, x, end, shares: new Map([[state, width]]) });
  }
  return marks.map((mark) => closed(mark, task, y));
}

function closed({ end, key, shares, x }: Open, task: number, y: number): SpanMark {
  const [[look] = ['waiting' as const]] = [...shares].sort(([, a], [, b]) => b - a);
  const height = HEIGHTS[look];
  // However short a run was, it happened.
  const width = Math.max(end - x, look === 'running' ? RUN_MIN : 0);
  return { key, task, look, x, width, y: y - height / 2, height };
}

function labelMarks({ task }: Lane, spans: readonly Span[], placing: Placing, y: number): readonly LabelMark[] {
  return spans.flatMap(({ from, fromUs, label, state, to, toUs }) => {
    const x = Math.max(placing.left, placing.x(from, fromUs)) + 4;
    const room = Math.min(placing.right, placing.x(to, toUs)) - x;
    if (label === '' || room < LABEL_MIN) return [];
    const text = fitted(label, room, SANS_12);
    return text.length < 3 ? [] : [{ key: `${task} ${from}`, x, y: y - 8, text, look: state, position: from }];
  });
}

/** The one mark that needs its word: nobody expects it. */
function refusalMarks({ marks, task }: Lane, placing: Placing, y: number): readonly LabelMark[] {
  return marks.flatMap(({ kind, position, timeUs }) => {
    const x = placing.x(position, timeUs) - 11;
    if (kind !== 'refuse' || x < placing.left + 50 || x > placing.right) return [];
    return [{ key: `refused ${task} ${position}`, x, y: y + 18, text: 'refused', look: 'refused', position }];
  });
}

function arrowMarks(
  { history, view, extent, axis }: LanesInput,
  placing: Placing,
  rowY: ReadonlyMap<number, number>,
): readonly ArrowMark[] {
  const marks: ArrowMark[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { from, position, timeUs, to } of wakesOf(history)) {
    const at = axis === 'steps' ? position : timeUs;
    if (at < extent.from || at > extent.to) continue;
    const toY = rowY.get(to);
    const fromY = rowY.get(from);
    // The loop wakes without an arrow of its own: the timers show it.
    if (toY === undefined || fromY === undefined || from === to) continue;
    if (Math.max(fromY, toY) < view.top || Math.min(fromY, toY) > view.top + view.height) continue;
    const x = placing.x(position, timeUs);
    if (x < placing.left || x - last < 1) continue;
    last = x;
    marks.push({ key: `${position} ${to}`, x, fromY, toY, position });
  }
  return marks;
}

function tickMarks({ axis, history, extent }: LanesInput, placing: Placing): readonly TickMark[] {
  if (axis === 'time') {
    const scale = scaleLinear(
      [extent.from / 1e6, Math.max(extent.to, extent.from + 1) / 1e6],
      [placing.left, placing.right],
    );
    const count = Math.max(2, Math.floor((placing.right - placing.left) / 90));
    return scale
      .ticks(count)
      .map((seconds) => ({ key: String(seconds), x: scale(seconds), text: secondsText(seconds * 1e6) }));
  }
  const marks: TickMark[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { position, timeUs } of clockOf(history)) {
    if (position < extent.from - 1 || position > extent.to) continue;
    const x = Math.max(placing.left, placing.x(position, timeUs));
    if (x - last < TICK_GAP) continue;
    last = x;
    marks.push({ key: String(position), x, text: secondsText(timeUs) });
  }
  return marks;
}
