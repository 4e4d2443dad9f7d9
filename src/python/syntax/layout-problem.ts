/** Mistakes that CPython reports at a token without a width of its own. CPython: Parser/pegen_errors.c, _PyPegen_raise_error */
import type { Parser } from './parser.ts';
import { type ProblemType, problemAt, SyntaxFailure } from './problem.ts';
import { Kind, type Token } from './tokens.ts';

/** At the next token: a block is missing, a line is indented for no reason. */
export function layoutProblem(
  p: Parser,
  message: string,
  type: ProblemType = 'IndentationError',
  token: Token = p.token,
): SyntaxFailure {
  if (token.kind !== Kind.end && token.kind !== Kind.indent && token.kind !== Kind.dedent) {
    return new SyntaxFailure(problemAt(p.source, message, token, type));
  }
  const { line, column } = place(p, token);
  const at = { lineno: line, col_offset: column - 1, end_lineno: line, end_col_offset: -2 };
  return new SyntaxFailure(problemAt(p.source, message, at, type));
}

function place(p: Parser, token: Token): { line: number; column: number } {
  if (token.kind === Kind.indent) return { line: token.lineno, column: token.end_col_offset };
  if (token.kind === Kind.dedent && p.source.line(token.lineno) !== '')
    return { line: token.lineno, column: token.end_col_offset };
  const { lines } = p.source;
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return { line: last, column: p.source.line(last).length + 1 };
}
