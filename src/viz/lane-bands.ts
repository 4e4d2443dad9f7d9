/** A group of lanes as one band: how many were in which state over the run, one above the other; what ran as a strip below them. */
import type { Census, Counts } from '../trace/census.ts';
import { type History, positionAtTime } from '../trace/history.ts';
import { LANE_STATES, type LaneState, stateIndex } from '../trace/moves.ts';
import type { Extent } from './extent.ts';
import { STATES } from './states.ts';

/** From the bottom. Few at a time run: that is the strip. */
const STACK: readonly LaneState[] = ['ready', 'cancelling', 'waiting', 'refused', 'failed', 'cancelled', 'done'];
const COLUMN = 2;
const STRIP = 3;
/** However few they are among many, they are seen. */
const LEAST = 1.5;

export interface BandMark {
  readonly key: string;
  /** Of the whole band. */
  readonly y: number;
  readonly height: number;
  readonly areas: readonly BandArea[];
}

export interface BandArea {
  readonly state: LaneState;
  /** As SVG and canvas have it. */
  readonly path: string;
}

export interface BandInput {
  readonly history: History;
  readonly census: Census;
  readonly extent: Extent;
  readonly axis: 'steps' | 'time';
  readonly left: number;
  readonly right: number;
}

export interface Band {
  /** In the census. */
  readonly key: string;
  /** How many the full height stands for. */
  readonly size: number;
  /** Null: all states. */
  readonly state: LaneState | null;
  readonly y: number;
  readonly height: number;
}

export function bandMark({ height, key, size, state, y }: Band, input: BandInput): BandMark {
  const shapes = new Map<LaneState, Shape>();
  const add = (name: LaneState, box: Box) => {
    const shape = shapes.get(name) ?? new Shape();
    shapes.set(name, shape);
    shape.add(box);
  };
  const bottom = y + height;
  const states = state === null ? STACK : [state];
  const room = state === null ? height - STRIP - 1 : height;
  for (const { end, means, runs, x } of columnsOf(key, input)) {
    const heights = states.map((one) => shareOf(means[stateIndex(one)] ?? 0, size, room));
    const over = heights.reduce((sum, each) => sum + each, 0) - room;
    // What the small ones were given is taken from the largest.
    const largest = heights.indexOf(Math.max(...heights));
    if (over > 0) heights[largest] = (heights[largest] ?? 0) - over;
    let at = state === null ? bottom - STRIP - 1 : bottom;
    for (const [index, each] of heights.entries()) {
      const name = states[index];
      if (name !== undefined && each > 0) add(name, { x, end, from: at - each, to: at });
      at -= each;
    }
    if (state === null && (runs > 0 || (means[stateIndex('running')] ?? 0) > 0))
      add('running', { x, end, from: bottom - STRIP, to: bottom });
  }
  const areas = [...shapes].map(([name, shape]) => ({ state: name, path: shape.close() }));
  return { key, y, height, areas };
}

interface BandColumn {
  readonly x: number;
  readonly end: number;
  readonly means: readonly number[];
  readonly runs: number;
}

/** Columns begin at whole multiples, wherever the window is. */
function* columnsOf(key: string, input: BandInput): Generator<BandColumn> {
  const { axis, census, extent, history, left, right } = input;
  const perUnit = (right - left) / Math.max(1e-9, extent.to - extent.from);
  const units = Math.max(COLUMN / perUnit, axis === 'steps' ? 1 : 0);
  const placeOf = (at: number): number => (axis === 'steps' ? at + 1 : positionAtTime(history, Math.max(0, at)));
  for (let column = Math.floor(extent.from / units); column * units < extent.to; column++) {
    const from = placeOf(column * units);
    // Between two instants nothing changes: what is so then, is so all the time.
    const to = axis === 'steps' ? Math.min(placeOf((column + 1) * units), history.length + 1) : from;
    const before = axis === 'time' ? placeOf((column - 1) * units) : from;
    const stretch = census.stretch(key, from, to);
    if (stretch === null || (axis === 'steps' && from > history.length)) return;
    const runs = axis === 'time' ? (census.stretch(key, before, from)?.runs ?? 0) : stretch.runs;
    const x = Math.max(left, left + (column * units - extent.from) * perUnit);
    const end = Math.min(right, left + ((column + 1) * units - extent.from) * perUnit);
    yield { x, end, means: stretch.means, runs };
  }
}

function shareOf(count: number, size: number, room: number): number {
  if (count <= 0) return 0;
  const exact = (count / Math.max(1, size)) * room;
  return count >= 0.5 ? Math.max(LEAST, exact) : exact;
}

interface Box {
  readonly x: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Rectangles side by side; those that are alike and touch become one. */
class Shape {
  #path = '';
  #open: Box | null = null;

  add(box: Box): void {
    const open = this.#open;
    const isOne = open !== null && isNear(open.end, box.x) && isNear(open.from, box.from) && isNear(open.to, box.to);
    if (isOne) this.#open = { ...open, end: box.end };
    else {
      this.#flush();
      this.#open = box;
    }
  }

  close(): string {
    this.#flush();
    return this.#path;
  }

  #flush(): void {
    const open = this.#open;
    if (open === null || open.end <= open.x) return;
    this.#path += `M${short(open.x)} ${short(open.from)}H${short(open.end)}V${short(open.to)}H${short(open.x)}z`;
  }
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.05;
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `1 running · 3 ready · 20 waiting`: those that there are. */
export function countsText(counts: Counts): string {
  const told = LANE_STATES.filter((state) => counts[state] > 0).map(
    (state) => `${counts[state].toLocaleString('en')} ${STATES[state].word}`,
  );
  return told.length === 0 ? 'none yet' : told.join(' · ');
}
