/**
 * What is marked below a line of a traceback: the operator of a binary operation, the brackets of a call or subscript.
 * CPython: Lib/traceback.py, _extract_caret_anchors_from_line_segment and _should_show_carets.
 */
import { parseModule } from '../syntax/parse.ts';
import type { Expression, Module, Range, Statement } from '../syntax/tree.ts';

/** Lines count from 0; columns are UTF-16 units of the segment's line. The right end is exclusive. */
export interface Anchors {
  readonly leftLine: number;
  readonly leftColumn: number;
  readonly rightLine: number;
  readonly rightColumn: number;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Part of a statement need not be an expression; then nothing is marked. */
function parsed(text: string): Module | null {
  const result = parseModule(text, '');
  return result.ok ? result.tree : null;
}

export function caretAnchors(segment: string): Anchors | null {
  const tree = parsed(`(\n${segment}\n)`);
  const statement = tree?.body[0];
  if (tree?.body.length !== 1 || statement?.nodeType !== 'Expr') return null;
  const scanner = new Scanner(segment);
  const expression: Expression = statement.value;
  switch (expression.nodeType) {
    case 'BinOp':
      return scanner.operator(expression.left, expression.right);
    case 'Subscript':
      return scanner.brackets(expression.value, expression, '[');
    case 'Call':
      return scanner.brackets(expression.func, expression, '(');
    default:
      return null;
  }
}

/** Walks over the segment's characters, as the original's nested functions do. */
class Scanner {
  private readonly lines: readonly string[];
  constructor(segment: string) {
    this.lines = segment.split('\n');
  }

  operator(left: Range, right: Range): Anchors | null {
    const place = this.until(this.valid(this.endOf(left)), (character) => !/\s/.test(character) && character !== ')');
    if (place === null) return null;
    const line = this.lines[place.line];
    const next = place.column + 1;
    const rightLine = right.lineno - 2;
    const isFree = rightLine > place.line || next < right.col_offset;
    const isLong = next < line.length && isFree && !/[\s\\#]/.test(line[next]);
    return {
      leftLine: place.line,
      leftColumn: place.column,
      rightLine: place.line,
      rightColumn: isLong ? next + 1 : next,
    };
  }

  brackets(before: Range, whole: Range, bracket: string): Anchors | null {
    const left = this.until(this.valid(this.endOf(before)), (character) => character === bracket);
    if (left === null) return null;
    const right = this.endOf(whole);
    return { leftLine: left.line, leftColumn: left.column, rightLine: right.line, rightColumn: right.column };
  }

  /** The line is counted from 1 and behind the bracket that was added in front. */
  private endOf({ end_lineno, end_col_offset }: Range): Place {
    return { line: end_lineno - 2, column: end_col_offset };
  }

  private valid({ line, column }: Place): Place | null {
    const lines = this.lines;
    let at = line;
    let unit = column;
    while (at < lines.length && unit >= lines[at].length) {
      unit = 0;
      at++;
    }
    return at < lines.length ? { line: at, column: unit } : null;
  }

  /** The next character that satisfies `stop`; comments and continued lines are skipped. */
  private until(start: Place | null, stop: (character: string) => boolean): Place | null {
    let place = start;
    while (place !== null) {
      const character = this.lines[place.line][place.column];
      if (character === '\\' || character === '#') place = this.valid({ line: place.line + 1, column: 0 });
      else if (stop(character)) return place;
      else place = this.valid({ line: place.line, column: place.column + 1 });
    }
    return null;
  }
}

export function wantsCarets(lines: readonly string[], start: number, end: number, anchors: Anchors | null): boolean {
  const tree = parsed(lines.join('\n'));
  if (tree !== null) {
    const statement = tree.body[0];
    if (statement === undefined) return false;
    if (isPlainCall(statement, lines, start, end)) return false;
  }
  if (anchors !== null) return true;
  return lines[0].slice(0, start).trimStart() !== '' || lines[lines.length - 1].slice(end).trimEnd() !== '';
}

/** `return f(…)` or `name = f(…)`, where the whole call is at fault: marking it would say nothing. */
function isPlainCall(statement: Statement, lines: readonly string[], start: number, end: number): boolean {
  let value: Expression | undefined;
  if (
    statement.nodeType === 'Return' &&
    statement.value?.nodeType === 'Call' &&
    statement.value.func.nodeType === 'Name'
  )
    value = statement.value;
  if (
    statement.nodeType === 'Assign' &&
    statement.value.nodeType === 'Call' &&
    statement.targets.length === 1 &&
    statement.targets[0].nodeType === 'Name'
  )
    value = statement.value;
  if (value === undefined) return false;
  return (
    value.lineno === 1 &&
    value.end_lineno === lines.length &&
    value.col_offset === start &&
    value.end_col_offset === end
  );
}

// --- text -----------------------------------------------------------------------------------------------------------

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/** CPython: _display_width: columns on a terminal of the first `units` UTF-16 units. */
export function displayWidth(line: string, units = line.length): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the test for ASCII.
  if (/^[\x00-\x7f]*$/.test(line)) return units;
  let width = 0;
  for (const character of line.slice(0, units)) width += WIDE.test(character) ? 2 : 1;
  return width;
}

export function splitLines(text: string): string[] {
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

/** CPython: Lib/textwrap.py, dedent. */
export function dedent(text: string): string {
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  const margins = lines
    .filter((line) => line !== '')
    .map((line) => line.slice(0, line.length - line.trimStart().length));
  let margin = margins[0] ?? '';
  for (const other of margins) while (!other.startsWith(margin)) margin = margin.slice(0, -1);
  return lines.map((line) => (line === '' ? line : line.slice(margin.length))).join('\n');
}
