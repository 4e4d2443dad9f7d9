/**
 * Boxes in columns, for what is connected with what: who asks stands left of who answers. Knows neither processes nor connections:
 * whoever has things with ends can be placed.
 */
import { badgeHalf, firstFitting, fitted, MONO_12, SANS_12 } from './marks.ts';
import type { StateName } from './states.ts';

/** A row of a box, to which a line may go. */
export interface EndSpec {
  /** The two ends of one line have the same. */
  readonly key: string;
  readonly look: 'listener' | 'socket' | 'pipe';
  readonly text: string;
  /** Where there is no room for that. */
  readonly short: string;
  /** All there is to say of it, where it can be selected; else ''. */
  readonly label: string;
  /** Of the task that uses it. */
  readonly badge: { readonly letter: string; readonly hue: number } | null;
  /** What can be selected here; 0 nothing. */
  readonly connection: number;
  readonly isOver: boolean;
}

export interface BoxLine {
  readonly glyph: 'again' | null;
  readonly text: string;
}

export interface BoxSpec {
  readonly key: string;
  readonly title: string;
  /** All of it, where it had to be cut. */
  readonly hint: string;
  readonly glyph: StateName | null;
  readonly lines: readonly BoxLine[];
  /** What can be selected; 0: it is no process. */
  readonly process: number;
  readonly isOver: boolean;
  readonly ends: readonly EndSpec[];
}

export interface PlacedEnd extends EndSpec {
  /** The middle of its row. */
  readonly y: number;
  readonly height: number;
}

export interface PlacedLine extends BoxLine {
  /** The base line. */
  readonly y: number;
}

export interface PlacedBox extends Omit<BoxSpec, 'ends' | 'lines'> {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of the name and the lines below it. */
  readonly head: number;
  readonly column: number;
  readonly lines: readonly PlacedLine[];
  readonly ends: readonly PlacedEnd[];
}

export interface ColumnsPlace {
  readonly width: number;
  readonly edge: number;
  readonly top: number;
  /** Of the boxes, and between two columns at least and at most. */
  readonly box: number;
  readonly gap: { readonly least: number; readonly most: number };
}

export interface Columns {
  readonly boxes: readonly PlacedBox[];
  readonly width: number;
  readonly bottom: number;
}

/** Of an end that is in use, of one that is over, and of one to which no line goes. */
const ROW = { used: 44, over: 24, bare: 22 } as const;
const TITLE = 24;
const LINE = 17;
const FOOT = 8;
const BETWEEN = 14;
/** Both margins of what is written in a box; the glyph before a line; what stands before the words of an end. */
const INSET = 20;
const GLYPH = 18;
const END_INSET = 16;
const LINES_MAX = 3;

export function placeColumns(columns: readonly (readonly BoxSpec[])[], place: ColumnsPlace): Columns {
  const { box, edge, gap, top } = place;
  const ways = Math.max(1, columns.length - 1);
  const room = (place.width - 2 * edge - columns.length * box) / ways;
  const way = Math.max(gap.least, Math.min(gap.most, room));
  const boxes = columns.flatMap((column, index) => {
    let y = top;
    return column.map((spec) => {
      const placed = placeBox(spec, { x: edge + index * (box + way), y, width: box, column: index });
      y += placed.height + BETWEEN;
      return placed;
    });
  });
  return {
    boxes,
    width: Math.max(place.width, 2 * edge + columns.length * box + (columns.length - 1) * way),
    bottom: Math.max(top, ...boxes.map(({ height, y }) => y + height)),
  };
}

/** Side by side, as many in a row as there is room for. */
export function placeRows(specs: readonly BoxSpec[], { box, edge, top, width }: Omit<ColumnsPlace, 'gap'>): Columns {
  const across = Math.max(1, Math.floor((width - 2 * edge + BETWEEN) / (box + BETWEEN)));
  const boxes: PlacedBox[] = [];
  let y = top;
  for (let index = 0; index < specs.length; index += across) {
    const row = specs
      .slice(index, index + across)
      .map((spec, column) => placeBox(spec, { x: edge + column * (box + BETWEEN), y, width: box, column }));
    boxes.push(...row);
    y += Math.max(...row.map(({ height }) => height)) + BETWEEN;
  }
  return { boxes, width, bottom: boxes.length === 0 ? top : y - BETWEEN };
}

function placeBox(spec: BoxSpec, at: Pick<PlacedBox, 'x' | 'y' | 'width' | 'column'>): PlacedBox {
  const room = at.width - INSET;
  const lines = spec.lines
    .flatMap(({ glyph, text }) =>
      wrapped(text, glyph === null ? room : room - GLYPH).map((part, index) => ({
        glyph: index === 0 ? glyph : null,
        text: part,
      })),
    )
    .map((line, index): PlacedLine => ({ ...line, y: at.y + TITLE + (index + 0.75) * LINE }));
  const head = TITLE + lines.length * LINE + FOOT;
  let y = at.y + head;
  const ends = spec.ends.map((end): PlacedEnd => {
    const height = end.look === 'listener' ? ROW.bare : end.isOver ? ROW.over : ROW.used;
    y += height;
    const own = end.badge === null ? room - END_INSET : room - END_INSET - 2 * badgeHalf(end.badge.letter);
    return { ...end, text: firstFitting([end.text, end.short], own, SANS_12), y: y - height / 2, height };
  });
  const title = fitted(spec.title, room - GLYPH, MONO_12);
  return { ...spec, ...at, title, lines, head, ends, height: y - at.y + (ends.length === 0 ? 0 : FOOT / 2) };
}

/** On as few lines as it needs, at most three. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    const isFull = lines.length > 0 && longer.length * SANS_12 > width && lines.length < LINES_MAX;
    if (isFull || lines.length === 0) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.map((line) => fitted(line, width, SANS_12));
}

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** In which column each stands: right of everything that points to it. An arrow that would close a circle does not count. */
export function columnsOf(
  keys: readonly string[],
  arrows: readonly Arrow[],
  most: number,
): readonly (readonly string[])[] {
  const counted: Arrow[] = [];
  for (const arrow of arrows) if (!isReached(counted, arrow.to, arrow.from)) counted.push(arrow);
  const column = new Map(keys.map((key) => [key, 0]));
  // Each round moves on those that are too far left; a chain is no longer than there are keys.
  for (const _ of keys) {
    for (const { from, to } of counted) {
      const least = Math.min((column.get(from) ?? 0) + 1, most - 1);
      column.set(to, Math.max(column.get(to) ?? 0, least));
    }
  }
  const all = Array.from({ length: most }, (_, index) => keys.filter((key) => column.get(key) === index));
  return all.filter((one) => one.length > 0);
}

/** `to` is `from`, or arrows lead there from it. */
function isReached(arrows: readonly Arrow[], from: string, to: string): boolean {
  const seen = new Set([from]);
  // A set hands out what is added while it is gone through.
  for (const at of seen) for (const arrow of arrows) if (arrow.from === at) seen.add(arrow.to);
  return seen.has(to);
}
