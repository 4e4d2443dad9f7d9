/** How the lexer reports a mistake. CPython: Parser/tokenizer/helpers.c, _syntaxerror_range */
import { fail, type ProblemType, SyntaxFailure } from './problem.ts';
import type { Source } from './source.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

interface Place {
  readonly source: Source;
  readonly position: Position;
}

/** A mistake at one place, which CPython marks without an end. */
export function lexicalProblem({ source }: Place, message: string, { line, column }: Position): never {
  return fail(source, message, { lineno: line, col_offset: column, end_lineno: line, end_col_offset: column });
}

/** As `lexicalProblem`, in the older way that says `end_offset` is 0. */
export function unmarkedProblem({ source }: Place, message: string, { line, column }: Position): never {
  return fail(source, message, { lineno: line, col_offset: column, end_lineno: line, end_col_offset: -1 });
}

/** The text is over where it may not be. */
export function endProblem({ source }: Place, { line, column }: Position): never {
  return fail(source, 'unexpected EOF while parsing', {
    lineno: line,
    col_offset: column,
    end_lineno: line,
    end_col_offset: -2,
  });
}

/** A mistake of indentation is said of the whole line. */
export function indentationProblem({ source, position }: Place, type: ProblemType, message: string): never {
  const { line } = position;
  const lineText = `${source.line(line)}\n`;
  const column = type === 'TabError' ? 1 : source.codePointsBefore(line, lineText.length - 1) + 1;
  throw new SyntaxFailure({
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
