/**
 * What a task waits for, above its line: in full where there is room. A label may stand over what follows its wait, but
 * never over a running bar, a glyph, the head of an arrow or where the next label begins.
 */
import type { Lane, Span } from '../trace/history.ts';
import type { Mark } from '../trace/history-index.ts';
import type { ArrowMark, GlyphMark, LabelMark } from './lane-marks.ts';
import type { Placing } from './lanes.ts';
import { firstFitting, fitted, roundedNumbers, SANS_12, shortNames, withoutObjects } from './marks.ts';

/** A wait narrower than this is not worth a name. */
const WAIT_MIN = 6;
const TEXT_MIN = 6;
/** Between a label and what stands beside it. */
const AIR = 4;
const GLYPH_HALF = 8;

export interface LabelInput {
  readonly spans: readonly Span[];
  readonly glyphs: readonly GlyphMark[];
  readonly arrows: readonly ArrowMark[];
  readonly placing: Placing;
  readonly y: number;
  /** Where the drawing ends. */
  readonly edge: number;
}

interface Obstacle {
  readonly from: number;
  readonly to: number;
}

export function labelMarks({ task }: Lane, input: LabelInput): readonly LabelMark[] {
  const { edge, placing, spans, y } = input;
  const obstacles = obstaclesOf(input);
  const waits = spans.flatMap(({ from, fromUs, label, state, to, toUs }) => {
    const begin = Math.max(placing.left, placing.x(from, fromUs));
    const isSeen = Math.min(placing.right, placing.x(to, toUs)) - begin >= WAIT_MIN;
    return label === '' || !isSeen ? [] : [{ from, label, state, x: pushed(begin + AIR, obstacles) }];
  });
  return waits.flatMap(({ from, label, state, x }, index) => {
    const next = obstacles.find((obstacle) => obstacle.from >= x);
    const end = Math.min(edge, next?.from ?? edge, waits[index + 1]?.x ?? edge);
    const text = shortened(roundedNumbers(label), end - AIR - x, SANS_12);
    return text === '' ? [] : [{ key: `${task} ${from}`, x, y: y - 8, text, look: state, position: from }];
  });
}

/** The one mark that needs its word: nobody expects it. */
export function refusalMarks(
  { task }: Lane,
  inside: readonly Mark[],
  { placing, y }: Pick<LabelInput, 'placing' | 'y'>,
): readonly LabelMark[] {
  return inside.flatMap(({ kind, position, timeUs }) => {
    const x = placing.x(position, timeUs) - 11;
    if (kind !== 'refuse' || x < placing.left + 50 || x > placing.right) return [];
    return [{ key: `refused ${task} ${position}`, x, y: y + 21, text: 'refused', look: 'refused', position }];
  });
}

/** The whole; without its arguments; its last name; what fits of it; nothing. */
export function shortened(text: string, room: number, perCharacter: number): string {
  const bare = text.replace(/\(.*$/s, '');
  const last = bare.split('.').at(-1) ?? bare;
  const whole = [text, bare, last].find((one) => one !== '' && [...one].length * perCharacter <= room);
  if (whole !== undefined) return whole;
  return room < TEXT_MIN * perCharacter ? '' : fitted(last, room, perCharacter);
}

/** A character of a name, in pixels. */
const NAME = 6.7;

/** Where next to nothing of the arguments would be seen, the function's name alone says more; of a method, its own name. */
export function nameIn(room: number, label: string): string {
  const [bare = '', ...short] = shortNames(label);
  const names = [label, withoutObjects(label)];
  return firstFitting(room < (bare.length + 4) * NAME ? [...names, bare, ...short] : names, room, NAME);
}

function obstaclesOf({ arrows, glyphs, placing, spans, y }: LabelInput): readonly Obstacle[] {
  const bars = spans.filter(({ state }) => state === 'running');
  const above = glyphs.filter((glyph) => glyph.y < y);
  const heads = arrows.filter(({ fromY, toY }) => toY === y && fromY < y);
  const obstacles = [
    ...bars.map(({ from, fromUs, to, toUs }) => ({ from: placing.x(from, fromUs), to: placing.x(to, toUs) })),
    ...above.map(({ x }) => ({ from: x - GLYPH_HALF, to: x + GLYPH_HALF })),
    ...heads.map(({ x }) => ({ from: x - GLYPH_HALF / 2, to: x + GLYPH_HALF / 2 })),
  ];
  return obstacles.sort((a, b) => a.from - b.from);
}

/** Behind everything that stands where the label would begin. */
function pushed(x: number, obstacles: readonly Obstacle[]): number {
  return obstacles.reduce((at, { from, to }) => (from < at + AIR && to > at - AIR ? to + AIR : at), x);
}
