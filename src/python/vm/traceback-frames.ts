/** The lines of a stack in a traceback, with the marks below them. CPython: Lib/traceback.py, StackSummary. */

import type { Code } from '../compile/code.ts';
import type { PyTraceback } from '../objects/errors.ts';
import { machine } from './machine.ts';
import { type Anchors, caretAnchors, dedent, displayWidth, splitLines, wantsCarets } from './traceback-anchors.ts';

/** How often the same line of a recursion is shown. */
const RECURSIVE_CUTOFF = 3;

/** Where an instruction stands; `column` is -1 when unknown. */
export interface Position {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

/** CPython: Objects/codeobject.c, code_positionsiterator, for one instruction. */
export function positionAt(code: Code, pc: number, line: number): Position {
  const at = pc * 2;
  if (pc < 0 || at + 3 >= code.positions.length || code.positions[at] < 0)
    return { line, endLine: line, column: -1, endColumn: -1 };
  const [first, endLine, column, endColumn] = code.positions.subarray(at, at + 4);
  return { line: first, endLine: endLine < 0 ? first : endLine, column, endColumn };
}

/** CPython: StackSummary.format. Without marks it is as C prints it: Python/traceback.c, PyTraceBack_Print. */
export function formatStack(traceback: PyTraceback, hasMarks = true): string {
  let text = '';
  let last = '';
  let count = 0;
  const closeRun = (): void => {
    const more = count - RECURSIVE_CUTOFF;
    if (more > 0) text += `  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]\n`;
  };
  for (let entry: PyTraceback | null = traceback; entry !== null; entry = entry.next) {
    const code = entry.frame.code as unknown as Code;
    const position = positionAt(code, entry.pc, entry.line);
    const place = `${code.filename}\n${position.line}\n${code.name}`;
    if (place !== last) {
      closeRun();
      last = place;
      count = 0;
    }
    count++;
    const shown = hasMarks ? position : { ...position, endLine: position.line, column: -1 };
    if (count <= RECURSIVE_CUTOFF) text += formatFrame(code, shown);
  }
  closeRun();
  return text;
}

function formatFrame(code: Code, position: Position): string {
  const head = `  File "${code.filename}", line ${position.line}, in ${code.name}\n`;
  const source = sourceLines(code.filename, position);
  if (source.join('').trim() === '') return head;
  if (position.column < 0 || position.endColumn < 0) return `${head}    ${source[0].trim()}\n`;
  return head + indent(dedent(markedLines(source, position)));
}

const linesOf: WeakMap<object, Map<string, readonly string[]>> = new WeakMap();

/** The lines of a file; undefined when its text is not known. */
function fileLines(filename: string): readonly string[] | undefined {
  const files = linesOf.get(machine) ?? new Map<string, readonly string[]>();
  linesOf.set(machine, files);
  const known = files.get(filename);
  const source = machine.sources.get(filename)?.text;
  if (known !== undefined || source === undefined) return known;
  const lines = source.split(/\r\n|\r|\n/);
  files.set(filename, lines);
  return lines;
}

/** The lines from `line` to `endLine`; empty strings where the source is not known. */
function sourceLines(filename: string, { line, endLine }: Position): readonly string[] {
  const lines = fileLines(filename);
  if (lines === undefined) return [''];
  const found: string[] = [];
  for (let at = line; at <= endLine; at++) found.push((lines[at - 1] ?? '').trimEnd());
  return found;
}

function indent(text: string): string {
  return text.replace(/^(?=[\s\S])/gm, '    ');
}

interface Segment {
  readonly lines: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly anchors: Anchors | null;
  readonly hasCarets: boolean;
}

/** CPython: StackSummary.format_frame_summary. */
function markedLines(original: readonly string[], position: Position): string {
  const lines = splitLines(dedent(`${original.join('\n')}\n`));
  const shift = original[0].length - lines[0].length;
  const lastLine = lines[lines.length - 1];
  const start = Math.max(0, unitColumn(original[0], position.column) - shift);
  const end = Math.max(0, unitColumn(original[original.length - 1], position.endColumn) - shift);
  const all = lines.join('\n');
  const anchors = caretAnchors(all.slice(start, all.length - (lastLine.length - end)));
  const segment: Segment = { lines, start, end, anchors, hasCarets: wantsCarets(lines, start, end, anchors) };
  let text = '';
  let previous = -1;
  for (const line of significantLines(segment)) {
    if (previous >= 0 && line - previous === 2) text += outputLine(segment, line - 1);
    else if (previous >= 0 && line - previous > 2) text += `...<${line - previous - 1} lines>...\n`;
    text += outputLine(segment, line);
    previous = line;
  }
  return text;
}

/** Columns count code points; the text is indexed by UTF-16 units. */
function unitColumn(line: string, column: number): number {
  return [...line].slice(0, column).join('').length;
}

/** First and last line, and those around the anchors. */
function significantLines({ lines, anchors }: Segment): readonly number[] {
  const significant = new Set([0, lines.length - 1]);
  if (anchors !== null) {
    for (const line of [anchors.leftLine, anchors.rightLine])
      for (const near of [line - 1, line, line + 1]) significant.add(near);
  }
  return [...significant].filter((line) => line >= 0 && line < lines.length).sort((a, b) => a - b);
}

function outputLine(segment: Segment, line: number): string {
  const text = segment.lines[line];
  return segment.hasCarets ? `${text}\n${caretsBelow(segment, line)}\n` : `${text}\n`;
}

function caretsBelow({ lines, start, end, anchors }: Segment, line: number): string {
  const text = lines[line];
  const spaces = text.length - text.trimStart().length;
  const width = line === lines.length - 1 ? displayWidth(text, end) : displayWidth(text);
  const from = line === 0 ? displayWidth(text, start) : 0;
  let carets = '';
  for (let column = 0; column < width; column++) {
    if (column < spaces || column < from) carets += ' ';
    else carets += anchors !== null && !isInside(anchors, { lines, start }, line, column) ? '~' : '^';
  }
  return carets;
}

/** Between the anchors: the operator, or the brackets and what is in them. */
function isInside(
  anchors: Anchors,
  { lines, start }: Pick<Segment, 'lines' | 'start'>,
  line: number,
  column: number,
): boolean {
  const left = displayWidth(lines[anchors.leftLine], anchors.leftColumn + (anchors.leftLine === 0 ? start : 0));
  const right = displayWidth(lines[anchors.rightLine], anchors.rightColumn + (anchors.rightLine === 0 ? start : 0));
  return (
    (line > anchors.leftLine || (line === anchors.leftLine && column >= left)) &&
    (line < anchors.rightLine || (line === anchors.rightLine && column < right))
  );
}
