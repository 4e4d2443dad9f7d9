/**
 * A cursor over the tokens. The parser reads a program twice when it has to: the first time it only says yes or no; when
 * the answer is no, the second time the rules that know what people get wrong are on (`isExplaining`).
 * CPython: Parser/pegen.c, _PyPegen_run_parser
 */
import { declaredVersion } from './declared-version.ts';
import { fail } from './problem.ts';
import type { Source } from './source.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression, ExpressionOf, Range } from './tree.ts';

/** Thrown when the program does not go on as the grammar wants. One object: there is nothing to say about it yet. */
export class ParseFailure extends Error {}
const FAILURE = new ParseFailure('the program does not parse');

/** What atoms, arguments and patterns need of the expressions around them. */
export interface Grammar {
  expression(p: Parser): Expression;
  namedExpression(p: Parser): Expression;
  starNamedExpression(p: Parser): Expression;
  starredExpression(p: Parser): ExpressionOf<'Starred'>;
  starExpressions(p: Parser): Expression;
  valueExpression(p: Parser): Expression;
  assignmentExpression(p: Parser): Expression;
  disjunction(p: Parser): Expression;
  bitwiseOr(p: Parser): Expression;
  primary(p: Parser): Expression;
}

const RULES_MAX = 8;

export class Parser {
  readonly grammar: Grammar;
  readonly source: Source;
  readonly tokens: readonly Token[];
  index = 0;
  token: Token;
  /** The last token taken. */
  last: Token;
  /** How far anybody has looked. */
  furthest = 0;
  isExplaining: boolean;
  /**
   * The second reading takes of an expression the longest beginning that parses, as CPython's grammar does: of `a + : b`
   * the `a`. The first has no need to: the program is wrong anyway.
   */
  readonly isBacktracking: boolean;
  /** Places where the rules for wrong expressions have been tried, so that nesting costs no more than once. */
  private readonly explained = new Set<number>();

  constructor(
    grammar: Grammar,
    { source, tokens, isExplaining }: { source: Source; tokens: readonly Token[]; isExplaining: boolean },
  ) {
    this.grammar = grammar;
    this.source = source;
    this.tokens = tokens;
    this.isExplaining = isExplaining;
    this.isBacktracking = isExplaining;
    this.token = tokens[0] as Token;
    this.last = this.token;
  }

  /** Whether a rule about wrong programs has its turn here: each has one at each place, so that nesting costs no more. */
  mayExplain(rule: number): boolean {
    if (!this.isExplaining) return false;
    const key = this.index * RULES_MAX + rule;
    if (this.explained.has(key)) return false;
    this.explained.add(key);
    return true;
  }

  advance(): Token {
    const { token } = this;
    this.last = token;
    if (token.kind === Kind.end || token.kind === Kind.error) return token;
    this.index++;
    this.token = this.tokens[this.index] as Token;
    if (this.index > this.furthest) this.furthest = this.index;
    return token;
  }

  peek(distance = 1): Token {
    return (this.tokens[this.index + distance] ?? this.tokens.at(-1)) as Token;
  }

  /** The last token that anybody has looked at: where CPython reports what has no place of its own. */
  get furthestToken(): Token {
    return this.tokens[this.furthest] ?? this.token;
  }

  /** Notes that the decision was made by a token further on. */
  lookedAt(distance: number): void {
    this.furthest = Math.max(this.furthest, Math.min(this.index + distance, this.tokens.length - 1));
  }

  /** Whether an operator or keyword is next. */
  at(text: string): boolean {
    return this.token.text === text;
  }

  atAny(texts: readonly string[]): boolean {
    return texts.includes(this.token.text);
  }

  take(text: string): boolean {
    if (this.token.text !== text) return false;
    this.advance();
    return true;
  }

  expect(text: string): Token {
    return this.token.text === text ? this.advance() : this.fail();
  }

  /** CPython: `&&':'`. Nothing else can stand here, so what is missing is named. */
  expectForced(text: string): Token {
    if (this.token.text === text) return this.advance();
    return this.isExplaining ? this.reject(`expected '${text}'`, this.token) : this.fail();
  }

  expectKind(kind: number): Token {
    return this.token.kind === kind ? this.advance() : this.fail();
  }

  beginBlock(): boolean {
    if (this.token.kind !== Kind.indent) return false;
    this.advance();
    return true;
  }

  atBlockEnd(): boolean {
    return this.token.kind === Kind.dedent || this.token.kind === Kind.end;
  }

  endBlock(): void {
    if (!this.atBlockEnd()) this.fail();
    if (this.token.kind === Kind.dedent) this.advance();
  }

  name(): string {
    if (this.isOldName()) return this.advance().text;
    return this.expectKind(Kind.name).text;
  }

  /** `async` and `await` became keywords in 3.7: in an older program `asyncio.async` is a name. */
  private isOldName(): boolean {
    const { kind, text } = this.token;
    if (kind !== Kind.keyword || (text !== 'async' && text !== 'await')) return false;
    const version = declaredVersion(this.source.text);
    return version !== null && version < 7;
  }

  fail(): never {
    throw FAILURE;
  }

  /** CPython looks for the end in the line where the mistake begins. */
  reject(message: string, at: Range): never {
    if (at.lineno === at.end_lineno) return fail(this.source, message, at);
    const end_col_offset = Math.min(at.end_col_offset, this.source.line(at.lineno).length);
    return fail(this.source, message, { ...at, end_col_offset });
  }

  reset(index: number): void {
    this.index = index;
    this.token = this.tokens[index] as Token;
    this.last = this.tokens[Math.max(0, index - 1)] as Token;
  }

  /** Tries a way; on failure the cursor is where it was. */
  attempt<T>(parse: () => T): T | null {
    const { index } = this;
    try {
      return parse();
    } catch (error) {
      if (error !== FAILURE) throw error;
      this.reset(index);
      return null;
    }
  }

  /** An optional part that began at `index`; null: it does not parse, and the cursor is back at `index`. */
  optional<T>(index: number, parse: (p: Parser) => T): T | null {
    if (!this.isBacktracking) return parse(this);
    const part = this.attempt(() => parse(this));
    if (part === null) this.reset(index);
    return part;
  }

  /** As `attempt`, but the cursor goes back in any case. */
  lookAhead<T>(parse: () => T): T | null {
    const { index } = this;
    const result = this.attempt(parse);
    this.reset(index);
    return result;
  }

  /** From a node or token to the last token taken. */
  from(start: Range): Range {
    const { last } = this;
    return {
      lineno: start.lineno,
      col_offset: start.col_offset,
      end_lineno: last.end_lineno,
      end_col_offset: last.end_col_offset,
    };
  }
}

export function span(first: Range, last: Range): Range {
  return {
    lineno: first.lineno,
    col_offset: first.col_offset,
    end_lineno: last.end_lineno,
    end_col_offset: last.end_col_offset,
  };
}
