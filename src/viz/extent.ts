/** Which part of a run the lanes show: of its steps, or of its virtual time. A value of the playhead and two numbers. */

export interface Extent {
  /** Steps or microseconds; not whole. */
  readonly from: number;
  readonly to: number;
}

export interface ExtentInput {
  /** Steps or microseconds in all. */
  readonly total: number;
  /** Where the playhead is. */
  readonly now: number;
  /** Pixels for the plot. */
  readonly width: number;
  /** 1: as much as can be read; more: closer. */
  readonly zoom: number;
  /** Null: the window follows the playhead. */
  readonly centre: number | null;
  readonly axis: 'steps' | 'time';
}

/** A step narrower than this cannot be told from its neighbours. */
const STEP_PX = 2;
/** The least that is seen: steps, or microseconds. */
const SPAN_MIN = { steps: 8, time: 4_000 } as const;

export function extentOf({ axis, centre, now, total, width, zoom }: ExtentInput): Extent {
  const whole = Math.max(1, total);
  const span = Math.min(whole, seenAtOne({ axis, total, width }) / zoom);
  // While it follows, two thirds of what is seen are past.
  const start = centre === null ? now - span * 0.66 : centre - span / 2;
  const from = Math.max(0, Math.min(start, whole - span));
  return { from, to: from + span };
}

/** How much is seen at zoom 1: as much as can be read. */
export function seenAtOne({ axis, total, width }: Pick<ExtentInput, 'axis' | 'total' | 'width'>): number {
  const whole = Math.max(1, total);
  return axis === 'steps' ? Math.min(whole, Math.max(40, width / STEP_PX)) : whole;
}

/** The zoom at which all of it is seen. */
export function zoomToFit({ axis, total, width }: Pick<ExtentInput, 'axis' | 'total' | 'width'>): number {
  return axis === 'time' ? 1 : Math.min(1, Math.max(40, width / STEP_PX) / Math.max(1, total));
}

/** The zoom at which as little is seen as can be. */
export function zoomMost({ axis, total, width }: Pick<ExtentInput, 'axis' | 'total' | 'width'>): number {
  return Math.max(1, seenAtOne({ axis, total, width }) / SPAN_MIN[axis]);
}
