/**
 * One lane for each task, below the task that created it. x counts steps, where the cell left of position n shows what is
 * so after n events, or is virtual time. Only what is inside the window and the visible rows becomes a mark, and spans
 * too narrow to see are merged: 46 steps and 100,000 are drawn by the same rules.
 */
import { ticks } from 'd3';
import { clockOf, type History, type Lane, type Span, timeAt, wakesOf } from '../trace/history.ts';
import type { Extent } from './extent.ts';
import { labelPlaces, type Wanted } from './label-room.ts';
import { leftOf, middleOf, RIGHT, ROW, shownLanes, TOP } from './lane-frame.ts';
import { glyphMarks } from './lane-glyphs.ts';
import { labelMarks, refusalMarks } from './lane-labels.ts';
import type {
  ArrowMark,
  GlyphMark,
  LabelMark,
  LaneRow,
  LanesDrawing,
  SpanLook,
  SpanMark,
  TickMark,
} from './lane-marks.ts';
import { SANS_12, secondsText } from './marks.ts';

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

const HEIGHTS: Readonly<Record<SpanLook, number>> = { running: 18, ready: 9, waiting: 2, cancelling: 9 };
/** About how many spans a browser draws without effort. */
const SPANS_GOAL = 2_400;
const RUN_MIN = 2;
const TICK_GAP = 56;

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
  const allGlyphs: GlyphMark[] = [];
  const arrows = arrowMarks(input, placing, new Map(rows.map(({ task, y }) => [task, y])));
  for (const [index, lane] of seen.entries()) {
    const y = middleOf(first + index);
    const inside = lane.spans.filter((span) => isInside(placing, span));
    const glyphs = glyphMarks(lane, placing, y);
    spans.push(...spanMarks(lane, inside, { merge, placing, y }));
    labels.push(...labelMarks(lane, { spans: inside, glyphs, arrows, placing, y, edge: width }));
    labels.push(...refusalMarks(lane, placing, y));
    allGlyphs.push(...glyphs);
  }
  return {
    width,
    left,
    height: TOP + all.length * ROW + 6,
    rows: rows.slice(first, first + seen.length),
    spans,
    labels,
    glyphs: allGlyphs,
    arrows,
    ticks: tickMarks(input, placing),
  };
}

/** Names stand left of `left`. */
export function placingOf(
  { axis, width, extent }: Pick<LanesInput, 'axis' | 'width' | 'extent'>,
  left: number,
): Placing {
  const right = width - RIGHT;
  const perUnit = (right - left) / Math.max(1, extent.to - extent.from);
  const scale = (at: number) => left + (at - extent.from) * perUnit;
  return {
    left,
    right,
    x: axis === 'steps' ? (position) => scale(Math.max(0, position - 1)) : (_, timeUs) => scale(timeUs),
  };
}

function rowOf({ createdAt, depth, hue, label, letter, name, task }: Lane, index: number): LaneRow {
  return { task, letter, hue, label: label === '' ? name : label, depth, y: middleOf(index), createdAt };
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

function tickMarks(input: LanesInput, placing: Placing): readonly TickMark[] {
  const ticks = instants(input, placing);
  const line = { left: placing.left, right: input.width, perCharacter: SANS_12 };
  const places = labelPlaces(ticks, line);
  return ticks.flatMap(({ key, x }, index) => {
    const label = places[index];
    return label === undefined ? [] : [{ key, x, label }];
  });
}

interface Instant extends Wanted {
  readonly key: string;
}

function instants({ axis, history, extent }: LanesInput, placing: Placing): readonly Instant[] {
  if (axis === 'time') {
    const count = Math.max(2, Math.floor((placing.right - placing.left) / 90));
    return ticks(extent.from / 1e6, Math.max(extent.to, extent.from + 1) / 1e6, count).map((seconds) => ({
      key: String(seconds),
      x: placing.x(0, seconds * 1e6),
      text: secondsText(seconds * 1e6),
    }));
  }
  const marks: Instant[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { position, timeUs } of clockOf(history)) {
    if (position < extent.from - 1 || position > extent.to) continue;
    const x = Math.max(placing.left, placing.x(position, timeUs));
    if (x - last < TICK_GAP) continue;
    last = x;
    marks.push({ key: String(position), x, text: secondsText(timeUs) });
  }
  // However little of the run is seen, it says when that is.
  const begin = Math.max(0, Math.ceil(extent.from));
  const isTold = marks.some(({ x }) => x - placing.left < TICK_GAP);
  return isTold ? marks : [{ key: 'begin', x: placing.left, text: secondsText(timeAt(history, begin)) }, ...marks];
}
