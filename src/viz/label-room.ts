/** Texts along a line, none over another: the one place that decides which of them there is room for. */

export interface Wanted {
  readonly x: number;
  readonly text: string;
}

export interface LabelPlace {
  /** Where the text begins, or ends. */
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** '' where there is no room. */
  readonly text: string;
}

export interface Line {
  readonly left: number;
  readonly right: number;
  /** Width of a character, in pixels. */
  readonly perCharacter: number;
}

/** Between a mark and its text. */
const AIR = 3;
/** Between two texts. */
const BETWEEN = 8;

/**
 * Each text stands right of its x, or left of it where the line ends; one that would cover another, or leave the line, is left
 * out. The first and the last that fit are always there. In the order given, which is that of x.
 */
export function labelPlaces(wanted: readonly Wanted[], line: Line): readonly LabelPlace[] {
  const boxes = wanted.map((label) => boxOf(label, line));
  const taken: Box[] = [];
  const isFree = (box: Box): boolean =>
    box.from >= line.left - 0.5 &&
    box.to <= line.right + 0.5 &&
    taken.every(({ from, to }) => box.to + BETWEEN <= from || to + BETWEEN <= box.from);
  const shown = new Set<Box>();
  const last = boxes.at(-1);
  for (const box of [boxes[0], last, ...boxes]) {
    if (box === undefined || shown.has(box) || !isFree(box)) continue;
    taken.push(box);
    shown.add(box);
  }
  return boxes.map((box) => ({ x: box.x, anchor: box.anchor, text: shown.has(box) ? box.text : '' }));
}

interface Box {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function boxOf({ text, x }: Wanted, { perCharacter, right }: Line): Box {
  const width = [...text].length * perCharacter;
  const isLast = x + AIR + width > right;
  return isLast
    ? { x: x - AIR, anchor: 'end', text, from: x - AIR - width, to: x - AIR }
    : { x: x + AIR, anchor: 'start', text, from: x + AIR, to: x + AIR + width };
}

/**
 * Things that stand one behind the other on a way: each where it wants to be, but never over the one before it. In order from the
 * front; those for which there is no room at the back are left out.
 */
export function inFile(
  wanted: readonly number[],
  { gap, least }: { readonly gap: number; readonly least: number },
): readonly number[] {
  const places: number[] = [];
  for (const at of wanted) {
    const before = places.at(-1);
    const place = before === undefined ? at : Math.min(at, before - gap);
    if (place < least) break;
    places.push(place);
  }
  return places;
}
