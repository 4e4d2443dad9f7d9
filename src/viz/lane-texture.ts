/**
 * A lane where many spans fall on one pixel: what it was for the most part in each column, and how much it ran there as the height of
 * a bar. So a busy stretch can be told from a quiet one, however long the run is.
 */
import { tallyOf } from '../trace/census.ts';
import type { History, Lane } from '../trace/history.ts';
import { stateIndex } from '../trace/moves.ts';
import type { Extent } from './extent.ts';
import type { SpanLook, SpanMark } from './lane-marks.ts';

/** Pixels of one column. */
const COLUMN = 3;
const RAN_MIN = 5;
const RAN_MAX = 18;
const QUIET = ['waiting', 'ready', 'cancelling'] as const;

export interface TextureInput {
  readonly history: History;
  readonly extent: Extent;
  readonly axis: 'steps' | 'time';
  /** Where the plot begins and ends. */
  readonly left: number;
  readonly right: number;
  readonly heights: Readonly<Record<SpanLook, number>>;
}

/** Columns begin at whole multiples, wherever the window is: moving it changes none of them. */
export function textureMarks(lane: Lane, y: number, input: TextureInput): readonly SpanMark[] {
  const { axis, extent, heights, history, left, right } = input;
  const tally = tallyOf(history, lane, axis);
  const perUnit = (right - left) / Math.max(1e-9, extent.to - extent.from);
  const units = COLUMN / perUnit;
  // The cell left of position n shows what is so after n events.
  const offset = axis === 'steps' ? 1 : 0;
  const end = lane.finishedAt === 0 ? Number.POSITIVE_INFINITY : endOf(lane, axis);
  const base: SpanMark[] = [];
  const ran: SpanMark[] = [];
  const { task } = lane;
  for (let column = Math.floor(extent.from / units); column * units < extent.to; column++) {
    const from = column * units + offset;
    if (from >= end) break;
    const { means, runs } = tally.stretch(from, Math.min(from + units, end));
    const share = (look: SpanLook): number => means[stateIndex(look)] ?? 0;
    const look = QUIET.reduce((best, next) => (share(next) > share(best) ? next : best));
    const x = Math.max(left, left + (column * units - extent.from) * perUnit);
    const width = Math.min(right, left + ((column + 1) * units - extent.from) * perUnit) - x;
    if (width <= 0) continue;
    const running = share('running');
    if (share(look) > 0)
      extend(base, { key: `${task} base ${column}`, task, look, ...placed(x, y, width, heights[look]) });
    if (running > 0 || runs > 0) {
      const height = Math.round(RAN_MIN + (RAN_MAX - RAN_MIN) * Math.min(1, running));
      extend(ran, { key: `${task} ran ${column}`, task, look: 'running', ...placed(x, y, width, height) });
    }
  }
  return [...base, ...ran];
}

function endOf({ record: { starts } }: Lane, axis: 'steps' | 'time'): number {
  const last = starts.findLast(({ state }) => state === null);
  return (axis === 'steps' ? last?.from : last?.fromUs) ?? Number.POSITIVE_INFINITY;
}

function placed(x: number, y: number, width: number, height: number) {
  return { x, y: y - height / 2, width, height };
}

/** Columns that look alike are one mark. */
function extend(marks: SpanMark[], next: SpanMark): void {
  const before = marks.at(-1);
  const isOne =
    before?.look === next.look && before.height === next.height && next.x - (before.x + before.width) < 0.01;
  if (before !== undefined && isOne) marks[marks.length - 1] = { ...before, width: next.x + next.width - before.x };
  else marks.push(next);
}
