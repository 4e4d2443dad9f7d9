/**
 * One lane for each task, below the task that created it. x counts steps, where the cell left of position n shows what is
 * so after n events, or is virtual time. Only what is inside the window and the visible rows becomes a mark, and spans
 * too narrow to see are merged: 46 steps and 100,000 are drawn by the same rules.
 */
import { ticks } from 'd3';
import type { Census } from '../trace/census.ts';
import {
  clockWithin,
  type History,
  type Lane,
  marksWithin,
  type Span,
  spanCount,
  spansWithin,
  timeAt,
  wakesWithin,
} from '../trace/history.ts';
import type { Extent } from './extent.ts';
import { labelPlaces, type Wanted } from './label-room.ts';
import { type BandMark, bandMark } from './lane-bands.ts';
import { heightOf, leftOf, middleOf, RIGHT, ROW, TOP } from './lane-frame.ts';
import { glyphMarks } from './lane-glyphs.ts';
import { labelMarks, refusalMarks } from './lane-labels.ts';
import { ALL, type LaneLine, type Line } from './lane-lines.ts';
import type {
  ArrowMark,
  GlyphMark,
  GroupRow,
  LabelMark,
  LaneRow,
  LanesDrawing,
  SpanLook,
  SpanMark,
  TickMark,
} from './lane-marks.ts';
import { textureMarks } from './lane-texture.ts';
import { SANS_12, secondsText } from './marks.ts';

export interface LanesInput {
  readonly history: History;
  readonly lines: readonly Line[];
  /** Wanted where there are groups. */
  readonly census: Census | null;
  readonly extent: Extent;
  readonly axis: 'steps' | 'time';
  readonly width: number;
  /** Where the plot begins. Absent: where there is room for names. */
  readonly left?: number;
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
/** More spans than one for so many pixels are drawn as a texture. */
const SPAN_PX = 4;
/** Closer than this two glyphs of one kind are one; in a texture, any two. */
const APART = { few: 7, many: 26 } as const;
/** Narrower steps than this, or more wake-ups than one for so many pixels, and arrows would be a curtain. */
const STEP_PX = 0.7;
const WAKE_PX = 4;
const WAKES_MIN = 100;
const RUN_MIN = 2;
const MERGE = 1;
const TICK_GAP = 56;
/** A band keeps so much away from its neighbours. */
const BAND_AIR = 5;

export function lanesDrawing(input: LanesInput): LanesDrawing {
  const { census, lines, view, width } = input;
  const left = input.left ?? leftOf(width);
  const first = Math.max(0, Math.floor((view.top - TOP) / ROW) - 1);
  const seen = lines.slice(first, first + Math.ceil(view.height / ROW) + 3);
  const placing = placingOf(input, left);
  const places = new Map<number, number>();
  for (const [index, line] of lines.entries()) if (line.kind === 'lane') places.set(line.lane.task, middleOf(index));
  const arrows = arrowMarks(input, placing, places);
  const drawn: Drawn = { rows: [], groups: [], bands: [], spans: [], labels: [], glyphs: [] };
  for (const [index, line] of seen.entries()) {
    const y = middleOf(first + index);
    if (line.kind === 'lane') drawLane(drawn, line, { input, placing, arrows, y });
    else {
      const { key, size, state } = line;
      const height = ROW - 2 * BAND_AIR;
      drawn.groups.push({ ...line, y });
      const band = { key: state === null ? key : ALL, size, state, y: y - height / 2, height };
      if (census !== null) drawn.bands.push(bandMark(band, { ...input, ...placing, census }));
    }
  }
  return { ...drawn, width, left, height: heightOf(lines.length), arrows, ticks: tickMarks(input, placing) };
}

interface Drawn {
  readonly rows: LaneRow[];
  readonly groups: GroupRow[];
  readonly bands: BandMark[];
  readonly spans: SpanMark[];
  readonly labels: LabelMark[];
  readonly glyphs: GlyphMark[];
}

interface Place {
  readonly input: LanesInput;
  readonly placing: Placing;
  readonly arrows: readonly ArrowMark[];
  readonly y: number;
}

function drawLane(drawn: Drawn, { depth, lane }: LaneLine, { arrows, input, placing, y }: Place): void {
  const { axis, extent, history, width } = input;
  // One more than is seen: the window begins in the middle of a step.
  const stretch = { from: extent.from, to: extent.to + 1 };
  const marks = marksWithin(history, lane, stretch, axis);
  const { left, right } = placing;
  const isMany = spanCount(history, lane, stretch, axis) > (right - left) / SPAN_PX;
  const glyphs = glyphMarks(lane, marks, { placing, y, apart: isMany ? APART.many : APART.few, isMany });
  drawn.rows.push(rowOf(lane, depth, y));
  drawn.glyphs.push(...glyphs);
  drawn.labels.push(...refusalMarks(lane, marks, { placing, y }));
  if (isMany) {
    drawn.spans.push(...textureMarks(lane, y, { history, extent, axis, left, right, heights: HEIGHTS }));
    return;
  }
  const inside = spansWithin(history, lane, stretch, axis).filter((span) => isInside(placing, span));
  drawn.spans.push(...spanMarks(lane, inside, { placing, y }));
  drawn.labels.push(...labelMarks(lane, { spans: inside, glyphs, arrows, placing, y, edge: width }));
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

function rowOf({ createdAt, hue, label, letter, name, task }: Lane, depth: number, y: number): LaneRow {
  return { task, letter, hue, label: label === '' ? name : label, depth, y, createdAt };
}

function isInside({ left, right, x }: Placing, { from, fromUs, to, toUs }: Span): boolean {
  return x(to, toUs) >= left && x(from, fromUs) <= right;
}

interface Open {
  readonly key: string;
  readonly x: number;
  end: number;
  /** Pixels of each look that were merged into it. */
  readonly shares: Map<SpanLook, number>;
}

/** A span narrower than a pixel joins the one before it; what is most of it gives the look. */
function spanMarks(
  { task }: Lane,
  spans: readonly Span[],
  { placing, y }: Pick<Place, 'placing' | 'y'>,
): readonly SpanMark[] {
  const marks: Open[] = [];
  for (const { from, fromUs, state, to, toUs } of spans) {
    const x = Math.max(placing.left, placing.x(from, fromUs));
    const end = Math.min(placing.right, placing.x(to, toUs));
    const width = end - x;
    if (width < 0 || (width === 0 && state !== 'running')) continue;
    const before = marks.at(-1);
    const isSame = before?.shares.size === 1 && before.shares.has(state) && x - before.end < 0.5;
    const isTiny = before !== undefined && width < MERGE && before.end - before.x < MERGE * 4;
    if (before !== undefined && (isSame || (isTiny && x - before.end < MERGE))) {
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
  const wakes = wakesWithin(history, extent, axis);
  const wide = placing.right - placing.left;
  const isCurtain = axis === 'steps' ? wide < (extent.to - extent.from) * STEP_PX : wide < wakes.length * WAKE_PX;
  if (isCurtain && wakes.length > WAKES_MIN) return [];
  for (const { from, position, timeUs, to } of wakes) {
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
  for (const { position, timeUs } of clockWithin(history, { from: extent.from - 1, to: extent.to })) {
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
