/** How the lexer reports a mistake. CPython: Parser/tokenizer/helpers.c, _syntaxerror_range */
import { type ProblemType, problemAt, SyntaxFailure } from './problem.ts';
import type { Source } from './source.ts';
import type { Range } from './tree.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A mistake that CPython's lexer leaves to the parser to put into words: when the parser never gets there, because it has
 * failed before, nobody hears of it.
 */
export class QuietFailure extends SyntaxFailure {}

interface Place {
  readonly source: Source;
  readonly position: Position;
}

/** A mistake at one place, which CPython marks without an end, and shows in its line without a line end. */
export function lexicalProblem({ source }: Place, message: string, { line, column }: Position): never {
  const at = { lineno: line, col_offset: column, end_lineno: line, end_col_offset: column };
  throw new SyntaxFailure({ ...problemAt(source, message, at), lineText: source.line(line) });
}

/** As `lexicalProblem`, in the older way that says `end_offset` is 0. */
export function unmarkedProblem({ source }: Place, message: string, { line, column }: Position): never {
  quiet(source, message, { lineno: line, col_offset: column, end_lineno: line, end_col_offset: -1 });
}

/** The text is over where it may not be. */
export function endProblem({ source }: Place, { line, column }: Position): never {
  const at = { lineno: line, col_offset: column, end_lineno: line, end_col_offset: -2 };
  quiet(source, 'unexpected EOF while parsing', at);
}

/** In a replacement field stands the quote that ends the whole string. */
export function unclosedField({ source }: Place, letter: string, { line, column }: Position): never {
  const at = { lineno: line, col_offset: column, end_lineno: line, end_col_offset: column };
  quiet(source, `${letter}-string: expecting '}'`, at);
}

function quiet(source: Source, message: string, at: Range): never {
  throw new QuietFailure(problemAt(source, message, at));
}

/** A mistake of indentation is said of the whole line. */
export function indentationProblem({ source, position }: Place, type: ProblemType, message: string): never {
  const { line } = position;
  const lineText = `${source.line(line)}\n`;
  const column = type === 'TabError' ? 1 : source.codePointsBefore(line, lineText.length - 1) + 1;
  throw new QuietFailure({
    type,
    message,
    filename: source.filename,
    line,
    column,
    endLine: line,
    endColumn: type === 'TabError' ? 0 : -1,
    lineText,
  });
}
