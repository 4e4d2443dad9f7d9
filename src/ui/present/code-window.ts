/**
 * Which lines of a program are on the screen when only a few rows fit. A value of the line that is looked at, so that the
 * picture is the same however one got there: while one function runs, its lines stay where they are.
 */

export interface CodeWindow {
  /** Lines, from 1. */
  readonly from: number;
  readonly to: number;
}

interface Room {
  readonly rowsMax: number;
  /** Characters in a row; a longer line takes several. */
  readonly columns: number;
}

export function codeWindow(lines: readonly string[], line: number, { columns, rowsMax }: Room): CodeWindow {
  const at = Math.max(1, Math.min(line, lines.length));
  const rows = lines.map((text) => rowsFor(text, columns));
  const block = blockAround(lines, at);
  // A function that is longer than the screen moves with its line.
  const [first, last] = rowsOf(rows, block.from, block.to) <= rowsMax ? [block.from, block.to] : [at, at];
  let from = first;
  let to = last;
  let taken = rowsOf(rows, from, to);
  for (;;) {
    const above = from > 1 ? (rows[from - 2] ?? 1) : Number.POSITIVE_INFINITY;
    const below = to < lines.length ? (rows[to] ?? 1) : Number.POSITIVE_INFINITY;
    const isAbove = first - from <= to - last ? above <= rowsMax - taken : below > rowsMax - taken;
    const more = isAbove ? above : below;
    if (more > rowsMax - taken) return { from, to };
    taken += more;
    if (isAbove) from--;
    else to++;
  }
}

/** Of a further row, in letters, beyond where its line begins. */
export const HANGING = 2;

/** A line breaks between words where it can; its further rows are indented. */
export function rowsFor(text: string, columns: number): number {
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const further = Math.max(8, columns - indent - HANGING);
  let rows = 1;
  let room = columns - indent;
  for (const word of text.slice(indent).match(/\S+\s*/g) ?? []) {
    const letters = [...word.trimEnd()].length;
    if (letters > room && room < (rows === 1 ? columns - indent : further)) {
      rows++;
      room = further;
    }
    const more = letters > room ? Math.ceil((letters - room) / further) : 0;
    rows += more;
    room = (more > 0 ? room + more * further : room) - [...word].length;
  }
  return rows;
}

/** From the last line that begins at the margin, with its decorators, to the one before the next. */
function blockAround(lines: readonly string[], line: number): CodeWindow {
  const begins = (at: number) => /^[^\s#)\]}]/.test(lines[at - 1] ?? '');
  let from = line;
  while (from > 1 && !begins(from)) from--;
  while (from > 1 && lines[from - 2]?.startsWith('@') === true) from--;
  let to = line;
  while (to < lines.length && !(begins(to + 1) && to + 1 > from)) to++;
  while (to > line && (lines[to - 1] ?? '').trim() === '') to--;
  return { from, to };
}

function rowsOf(rows: readonly number[], from: number, to: number): number {
  return rows.slice(from - 1, to).reduce((sum, count) => sum + count, 0);
}
