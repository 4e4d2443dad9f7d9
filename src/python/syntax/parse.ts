/** From text to tree. Never throws on what a user may write: a mistake is a value. */
import { GRAMMAR } from './expressions.ts';
import { layoutProblem } from './layout-problem.ts';
import { type Bracket, Lexer, type Tokens } from './lexer.ts';
import { ParseFailure, Parser } from './parser.ts';
import { problemAt, SyntaxFailure, type SyntaxProblem } from './problem.ts';
import { Source } from './source.ts';
import { statement } from './statements.ts';
import { Kind, type Token } from './tokens.ts';
import { AT_START, type Expression, type Module, type Statement } from './tree.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly tree: T; readonly source: Source }
  | { readonly ok: false; readonly error: SyntaxProblem };

export function parseModule(text: string, filename: string): Parsed<Module> {
  return parse(new Source(text, filename), moduleBody);
}

/** For `eval`: one expression and nothing else. */
export function parseExpression(text: string, filename: string): Parsed<Expression> {
  return parse(new Source(text.replace(/^[ \t]+/, ''), filename), wholeExpression);
}

function moduleBody(p: Parser): Module {
  const body: Statement[] = [];
  while (p.token.kind !== Kind.end) statement(p, body);
  return { nodeType: 'Module', body };
}

function wholeExpression(p: Parser): Expression {
  const node = p.grammar.starExpressions(p);
  while (p.token.kind === Kind.newline) p.advance();
  return p.token.kind === Kind.end ? node : p.fail();
}

function parse<T>(source: Source, read: (p: Parser) => T): Parsed<T> {
  if (source.text.includes('\0')) {
    return { ok: false, error: problemAt(source, 'source code string cannot contain null bytes', AT_START) };
  }
  const tokens = new Lexer(source).run();
  try {
    const p = new Parser(GRAMMAR, { source, tokens: tokens.list, isExplaining: false });
    const tree = attempt(p, read);
    if (tree.ok) return { ok: true, tree: tree.value, source };
    const error = explain({ source, tokens, read }, p, tree.problem);
    return { ok: false, error: { ...error, reading: { text: source.text, isIncomplete: isAtEnd(p, tokens) } } };
  } catch (error) {
    if (error instanceof RangeError)
      return { ok: false, error: problemAt(source, 'too many nested parentheses', AT_START) };
    throw error;
  }
}

/** CPython: Parser/pegen.c, _is_end_of_source */
function isAtEnd({ furthestToken: { kind } }: Parser, { problem }: Tokens): boolean {
  return (
    kind === Kind.end ||
    (kind === Kind.error && problem !== null && /^(?:unterminated triple|unexpected EOF)/.test(problem.message))
  );
}

type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: SyntaxProblem | null };

function attempt<T>(p: Parser, read: (p: Parser) => T): Attempt<T> {
  try {
    return { ok: true, value: read(p) };
  } catch (error) {
    if (error instanceof SyntaxFailure) return { ok: false, problem: error.problem };
    if (error instanceof ParseFailure) return { ok: false, problem: null };
    throw error;
  }
}

interface Reading {
  readonly source: Source;
  readonly tokens: Tokens;
  readonly read: (p: Parser) => unknown;
}

/**
 * CPython: Parser/pegen_errors.c, _Pypegen_set_syntax_error. There the lexer runs as the parser asks for tokens, so its
 * mistake, or the end within a bracket, comes at once where the parser got to it; else after a line indented for no
 * reason, and before all other mistakes of the parser.
 */
function explain({ source, tokens, read }: Reading, first: Parser, known: SyntaxProblem | null): SyntaxProblem {
  const second = new Parser(GRAMMAR, { source, tokens: tokens.list, isExplaining: true });
  const found = known ?? explained(second, read);
  const failedAt = tokens.list[first.furthest] ?? first.token;
  const reached = tokens.list[Math.max(first.furthest, second.furthest)] ?? failedAt;
  const { problem, isQuiet, unclosed } = tokens;
  if (problem !== null && reached.kind === Kind.error) return problem;
  if (unclosed !== null && reached.kind === Kind.end) return neverClosed(source, unclosed);
  if (found === null && isIndentation(failedAt)) return generic(first, failedAt);
  if (problem !== null && !isQuiet) return problem;
  if (unclosed !== null && reached.lineno > unclosed.line) return neverClosed(source, unclosed);
  return found ?? generic(first, failedAt);
}

function neverClosed(source: Source, { line, column, char }: Bracket): SyntaxProblem {
  const at = { lineno: line, col_offset: column, end_lineno: line, end_col_offset: -1 };
  return problemAt(source, `'${char}' was never closed`, at);
}

function isIndentation({ kind }: Token): boolean {
  return kind === Kind.indent || kind === Kind.dedent;
}

function explained(p: Parser, read: (p: Parser) => unknown): SyntaxProblem | null {
  const result = attempt(p, read);
  return result.ok ? null : result.problem;
}

function generic(p: Parser, token: Token): SyntaxProblem {
  if (token.kind === Kind.indent) return layoutProblem(p, 'unexpected indent', 'IndentationError', token).problem;
  if (token.kind === Kind.dedent) return layoutProblem(p, 'unexpected unindent', 'IndentationError', token).problem;
  if (token.kind === Kind.end) return layoutProblem(p, 'invalid syntax', 'SyntaxError', token).problem;
  return problemAt(p.source, 'invalid syntax', token);
}
