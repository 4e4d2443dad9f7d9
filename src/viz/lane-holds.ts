/** Below the bars of the lanes: for how long each had a message of a channel in hand, and which consumer worked on it. */

import { laneOfThread } from '../trace/history-index.ts';
import type { Life, LifeEvent, Lives } from '../trace/life.ts';
import type { LaneRow } from './lane-marks.ts';
import type { Placing } from './lanes.ts';
import { huesOf } from './queue-tokens.ts';

export interface HoldMark {
  readonly key: string;
  readonly task: number;
  readonly x: number;
  /** The middle. */
  readonly y: number;
  readonly width: number;
  readonly hue: number;
  readonly title: string;
  /** From which position on it is past. */
  readonly position: number;
}

/** Below a bar of a lane, from its middle. */
const BELOW = 13;
const WIDTH_MIN = 2;
/** About as many as can be told apart. */
const MARKS_MAX = 1_000;

export interface HoldsInput {
  readonly lives: Lives;
  readonly rows: readonly LaneRow[];
  readonly placing: Placing;
  /** The end of what is recorded. */
  readonly length: number;
  readonly timeUs: number;
}

export function holdMarks({ length, lives, placing, rows, timeUs }: HoldsInput): readonly HoldMark[] {
  const rowOf = new Map(rows.map((row) => [row.task, row]));
  const hues = huesOf(lives);
  const marks: HoldMark[] = [];
  for (const life of lives.byEnvelope.values()) {
    const began = life.events.find(({ kind }) => kind === 'began');
    const row = began === undefined ? undefined : rowOf.get(laneOf(began));
    if (began === undefined || row === undefined) continue;
    const over = life.events.find(({ kind }) => kind === 'ended') ?? { position: length, timeUs };
    const x = Math.max(placing.left, placing.x(began.position, began.timeUs));
    const end = Math.min(placing.right, placing.x(over.position, over.timeUs));
    if (end < placing.left || x > placing.right) continue;
    marks.push({
      ...{ key: `hold ${life.envelope}`, task: row.task, x, y: row.y + BELOW, width: Math.max(WIDTH_MIN, end - x) },
      ...{ hue: hues(life.envelope), position: began.position, title: `${began.text}: ${life.envelope} ${life.label}` },
    });
    if (marks.length >= MARKS_MAX) break;
  }
  return marks;
}

/** By lane: what its consumer is called at a position, and how many more work there. */
export function consumersAt(lives: Lives, position: number): ReadonlyMap<number, string> {
  const running = new Map<number, string[]>();
  for (const { events } of lives.byEnvelope.values()) {
    const began = runningAt(events, position);
    if (began === null) continue;
    const lane = laneOf(began);
    running.set(lane, [...(running.get(lane) ?? []), began.text]);
  }
  return new Map(
    [...running].map(([lane, [first = '', ...more]]) => [lane, more.length === 0 ? first : `${first} +${more.length}`]),
  );
}

function runningAt(events: Life['events'], position: number): LifeEvent | null {
  const began = events.find((event) => event.kind === 'began');
  if (began === undefined || began.position > position) return null;
  return events.some((event) => event.kind === 'ended' && event.position <= position) ? null : began;
}

function laneOf({ task, thread }: LifeEvent): number {
  return task === 0 ? laneOfThread(thread) : task;
}
