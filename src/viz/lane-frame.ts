/** Where the lanes stand: what is known of their picture before anything is drawn. */

import { type History, type Lane, lanesOf } from '../trace/history.ts';
import { isOfShutdown } from '../trace/world.ts';
import type { Extent } from './extent.ts';

export const ROW = 38;
/** Above the first lane. */
export const TOP = 14;
/** Room for the end caps behind the last step. */
export const RIGHT = 26;

/** The line above the lanes that says when; it stays while they scroll. */
export const AXIS = 22;
/** Below the lowest lane. */
const BOTTOM = 6;

const shownKnown = new WeakMap<History, readonly Lane[]>();

/** Not those that nobody asked for. */
export function shownLanes(history: History): readonly Lane[] {
  const known = shownKnown.get(history);
  if (known !== undefined) return known;
  const lanes = lanesOf(history).filter((lane) => !isOfShutdown(lane));
  shownKnown.set(history, lanes);
  return lanes;
}

/** Of so many lines. */
export function heightOf(lines: number): number {
  return TOP + lines * ROW + BOTTOM;
}

/** What is pinned takes so much of the height that is seen. */
export function pinnedHeight(lines: number): number {
  return lines === 0 ? 0 : heightOf(lines);
}

/** Where the plot begins; names stand left of it. */
export function leftOf(width: number): number {
  return width < 520 ? 108 : width < 760 ? 148 : 184;
}

export function middleOf(index: number): number {
  return TOP + index * ROW + ROW / 2;
}

export interface NowInput {
  readonly axis: 'steps' | 'time';
  readonly extent: Extent;
  readonly width: number;
  readonly left?: number;
}

/** Where the playhead stands; null when it is out of the window. */
export function nowX({ axis, extent, width, left = leftOf(width) }: NowInput, now: number): number | null {
  const right = width - RIGHT;
  const span = Math.max(1e-9, extent.to - extent.from);
  const x = left + ((now - extent.from) / span) * (right - left);
  return x < left - 1 || x > right + 1 ? null : axis === 'steps' ? x : Math.max(left, x);
}

/** How far to scroll so that a line is seen whole; `at` when it is seen already, or is no line. */
export function scrolledTo(index: number, at: number, height: number): number {
  if (index < 0 || height < ROW) return at;
  const from = TOP + index * ROW;
  if (from < at) return index === 0 ? 0 : from;
  return from + ROW > at + height ? from + ROW - height : at;
}
