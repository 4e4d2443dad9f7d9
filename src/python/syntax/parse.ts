/** From text to tree. Never throws on what a user may write: a mistake is a value. */
import { parse } from 'py-ast';
import { type SyntaxProblem, SyntaxFailure, problemAt } from './problem.ts';
import { Source } from './source.ts';
import type { Expression, Module } from './tree.ts';

export type ParseResult =
  | { readonly ok: true; readonly tree: Module; readonly source: Source }
  | { readonly ok: false; readonly error: SyntaxProblem };

export function parseModule(text: string, filename: string): ParseResult {
  const source = new Source(text, filename);
  try {
    return { ok: true, tree: parse(text), source };
  } catch (error) {
    if (error instanceof SyntaxFailure) return { ok: false, error: error.problem };
    const { lineno = 1, col_offset = 0, message = '' } = error as { lineno?: number; col_offset?: number; message?: string };
    return { ok: false, error: problemAt(source, message, { lineno, col_offset }) };
  }
}

export type ExpressionResult =
  | { readonly ok: true; readonly tree: Expression; readonly source: Source }
  | { readonly ok: false; readonly error: SyntaxProblem };

/** For `eval`: one expression and nothing else. */
export function parseExpression(text: string, filename: string): ExpressionResult {
  const parsed = parseModule(text.replace(/^[ \t]+/, ''), filename);
  if (!parsed.ok) return parsed;
  const [statement, second] = parsed.tree.body;
  if (statement?.nodeType === 'Expr' && second === undefined) return { ok: true, tree: statement.value, source: parsed.source };
  return { ok: false, error: problemAt(parsed.source, 'invalid syntax', second ?? statement ?? { lineno: 1, col_offset: 0 }) };
}
