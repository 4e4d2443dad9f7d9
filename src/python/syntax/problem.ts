/** What is wrong with a program's text, in CPython's words and at CPython's place. */
import type { Source } from './source.ts';
import type { Range } from './tree.ts';

export type ProblemType = 'SyntaxError' | 'IndentationError' | 'TabError';

export interface SyntaxProblem {
  readonly type: ProblemType;
  readonly message: string;
  readonly filename: string;
  readonly line: number;
  /** 1-based, in code points, as `SyntaxError.offset`. */
  readonly column: number;
  /** 0 where CPython gives no end: then only the beginning is marked. */
  readonly endLine: number;
  readonly endColumn: number;
  /** The line with its line end, as `SyntaxError.text`. */
  readonly lineText: string;
  /** Of a text that does not parse: all of it, and whether it is right as far as it goes. */
  readonly reading?: { readonly text: string; readonly isIncomplete: boolean };
}

/** Unwinds the parser or the compiler. Caught by their public functions only, which return the problem as a value. */
export class SyntaxFailure extends Error {
  readonly problem: SyntaxProblem;
  constructor(problem: SyntaxProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

export function problemAt(
  source: Source,
  message: string,
  range: Range,
  type: ProblemType = 'SyntaxError',
): SyntaxProblem {
  return {
    type,
    message,
    filename: source.filename,
    line: range.lineno,
    column: source.codePointsBefore(range.lineno, range.col_offset) + 1,
    endLine: range.end_lineno,
    endColumn: source.codePointsBefore(range.end_lineno, range.end_col_offset) + 1,
    lineText: lineText(source, range.lineno),
  };
}

export function fail(source: Source, message: string, range: Range, type: ProblemType = 'SyntaxError'): never {
  throw new SyntaxFailure(problemAt(source, message, range, type));
}

function lineText(source: Source, lineno: number): string {
  const line = source.line(lineno);
  return lineno < source.lines.length || line !== '' ? `${line}\n` : '';
}
