/** A grid to draw lanes into by hand: as many as the run has, with their names, over its virtual time. */
import { ticks } from 'd3';
import type { Lane } from '../trace/history.ts';
import { secondsText } from './marks.ts';

/** More do not fit on the page beside a program. */
export const GRID_LANES_MAX = 12;

export interface LaneGrid {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly rows: readonly GridRow[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** Lanes that there is no room for. */
  readonly more: number;
}

export interface GridRow {
  readonly task: number;
  readonly letter: string;
  readonly label: string;
  readonly top: number;
  readonly height: number;
}

const LEFT = 150;
const RIGHT = 24;
const TOP = 24;
const ROW = 38;
const LOW_ROW = 32;
/** From so many lanes on they are lower. */
const MANY = 7;
const TICK = 80;

/** `timeUs`: how long the run took. Nothing of what happened is in it. */
export function laneGrid(lanes: readonly Lane[], timeUs: number, width: number): LaneGrid {
  const shown = lanes.slice(0, GRID_LANES_MAX);
  const height = shown.length >= MANY ? LOW_ROW : ROW;
  const seconds = Math.max(timeUs, 1) / 1e6;
  const plot = width - LEFT - RIGHT;
  return {
    width,
    left: LEFT,
    height: TOP + shown.length * height + 2,
    rows: shown.map(({ label, letter, name, task }, index) => ({
      ...{ task, letter, label: label === '' ? name : label },
      ...{ top: TOP + index * height, height },
    })),
    ticks: ticks(0, seconds, Math.max(2, Math.floor(plot / TICK))).map((at) => ({
      x: LEFT + (at / seconds) * plot,
      text: secondsText(at * 1e6),
    })),
    more: lanes.length - shown.length,
  };
}
