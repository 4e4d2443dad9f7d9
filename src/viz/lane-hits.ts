/** What of the lanes is under a point: where they are drawn on a canvas, there is no element to ask. */
import type { LanesDrawing } from './lane-marks.ts';
import { STATES } from './states.ts';

export interface LaneHit {
  readonly task: number;
  /** `K crawl(9): waiting`. */
  readonly title: string;
}

/** A pointer need not be more exact than that, in pixels. */
const NEAR_X = 2;
/** A lane is as high as its line. */
const NEAR_Y = 18;

type Drawn = Pick<LanesDrawing, 'rows' | 'spans'>;

/** Null where there is no lane, or the task is not there at that time. Of spans that lie over each other the one drawn last. */
export function hitAt({ rows, spans }: Drawn, x: number, y: number): LaneHit | null {
  const row = rows.find((each) => Math.abs(each.y - y) <= NEAR_Y);
  if (row === undefined) return null;
  const own = spans.filter(({ task, x: from, width }) => {
    return task === row.task && from - NEAR_X <= x && x <= from + width + NEAR_X;
  });
  const inside = own.findLast(({ x: from, width }) => from <= x && x < from + width) ?? own.at(-1);
  if (inside === undefined) return null;
  return { task: row.task, title: `${row.letter} ${row.label}: ${STATES[inside.look].word}` };
}
