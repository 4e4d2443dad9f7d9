/**
 * Anchors name a place in a run by what happens there: `fetch#2:resume` is the second time that the task named `fetch`
 * is resumed, `+3` behind it three events later. They survive changes that move every position.
 */
import { countUpTo, type History, positionAtTime } from './history.ts';
import type { MarkKind } from './history-index.ts';

const ANCHOR = /^(?:(.*)#(\d+):([a-z]+)|start)(?:\+(\d+))?$/s;
const LOOP = 'loop';
const ITERATION = 'iteration';

interface Recorded {
  readonly history: History;
  readonly length: number;
}

interface Place {
  readonly anchor: string;
  readonly step: number;
  readonly timeUs: number;
}

/** `start` is position 0; `loop#3:iteration` the beginning of the third iteration. */
export function anchorAt(history: History, position: number): string {
  const at = Math.max(0, Math.min(position, history.length));
  const { marks, points } = history.index;
  const mark = marks[countUpTo(marks, at, (each) => each.position) - 1];
  const iterations = countUpTo(points.iteration, at, (each) => each);
  const iterationAt = points.iteration[iterations - 1] ?? 0;
  if (mark !== undefined && mark.position >= iterationAt) {
    const { task, kind, position: markAt } = mark;
    const name = history.index.laneOf.get(task)?.task.name ?? '';
    const nth = countUpTo(namedMarks(history, name, kind), markAt, (each) => each);
    return `${name}#${nth}:${kind}${offset(at - markAt)}`;
  }
  return iterations === 0 ? `start${offset(at)}` : `${LOOP}#${iterations}:${ITERATION}${offset(at - iterationAt)}`;
}

/** Null when nothing of that name happens in what is recorded. */
export function resolveAnchor(history: History, anchor: string): number | null {
  const match = ANCHOR.exec(anchor);
  if (match === null) return null;
  const [, name, nth = '0', kind = '', later = '0'] = match;
  const found = name === undefined ? 0 : positionsOf(history, name, kind)[Number(nth) - 1];
  if (found === undefined) return null;
  const position = found + Number(later);
  return position > history.length ? null : position;
}

/** An anchor, else a step, else a time, which stands for its last position. Null when so much is not recorded. */
export function momentPlace({ history, length }: Recorded, { anchor, step, timeUs }: Place): number | null {
  const anchored = anchor === '' ? null : resolveAnchor(history, anchor);
  if (anchored !== null) return anchored;
  if (step > 0) return step <= length ? step : null;
  if (timeUs > 0) return positionAtTime(history, timeUs);
  return anchor === '' ? 0 : null;
}

function positionsOf(history: History, name: string, kind: string): readonly number[] {
  const named = namedMarks(history, name, kind);
  return named.length === 0 && name === LOOP && kind === ITERATION ? history.index.points.iteration : named;
}

/** Positions of all marks of one kind of all tasks of one name, in order. */
function namedMarks({ index }: History, name: string, kind: MarkKind | string): readonly number[] {
  const positions: number[] = [];
  for (const lane of index.lanes) {
    if (lane.task.name !== name) continue;
    for (const mark of lane.marks) {
      if (mark.kind === kind && positions.at(-1) !== mark.position) positions.push(mark.position);
    }
  }
  return positions.sort((a, b) => a - b);
}

function offset(events: number): string {
  return events === 0 ? '' : `+${events}`;
}
