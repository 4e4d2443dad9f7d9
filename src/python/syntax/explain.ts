/**
 * Rules for what people get wrong in expressions, on only when a program has failed to parse.
 * CPython: Grammar/python.gram, the "invalid_" rules
 */
import { comprehensionClauses } from './comprehensions.ts';
import { type Parser, span } from './parser.ts';
import { describe } from './targets.ts';
import { Kind, SOFT_KEYWORDS, type Token } from './tokens.ts';
import type { Expression } from './tree.ts';

const Rule = { expression: 0, named: 1, bracket: 2, group: 3 } as const;

/** invalid_expression and invalid_legacy_expression; the cursor stays where it is. */
export function explainExpression(p: Parser): void {
  if (!p.mayExplain(Rule.expression)) return;
  const start = p.token;
  explainStatement(p, start);
  explainSplitString(p);
  p.lookAhead(() => {
    const isOdd = start.kind === Kind.name && (p.peek().kind === Kind.string || SOFT_KEYWORDS.has(start.text));
    const first = start.kind === Kind.keyword && start.text === 'lambda' ? p.fail() : p.grammar.disjunction(p);
    if (!isOdd) explainComma(p, first);
    if (p.at('if')) explainConditional(p, first);
  });
  explainLambda(p);
  explainLegacy(p, start);
}

/** `f(a b)` */
function explainComma(p: Parser, first: Expression): void {
  if (isLegacy(first)) return;
  p.lookAhead(() => {
    const second = withoutRules(p, () => p.grammar.expression(p));
    if (p.last.level > 0) p.reject('invalid syntax. Perhaps you forgot a comma?', span(first, second));
  });
}

/** `"He said "hello" to me"` */
function explainSplitString(p: Parser): void {
  if (p.token.kind !== Kind.string) return;
  p.lookAhead(() => {
    p.advance();
    const start = p.token;
    while (p.token.kind !== Kind.string) withoutRules(p, () => p.grammar.expression(p));
    if (p.token !== start) p.reject('invalid syntax. Is this intended to be part of the string?', p.from(start));
  });
}

function withoutRules<T>(p: Parser, parse: () => T): T {
  p.isExplaining = false;
  try {
    return parse();
  } finally {
    p.isExplaining = true;
  }
}

function explainConditional(p: Parser, first: Expression): void {
  p.advance();
  const test = p.grammar.disjunction(p);
  if (!p.at('else') && !p.at(':')) p.reject("expected 'else' after 'if' expression", span(first, test));
  if (p.take('else') && p.lookAhead(() => p.grammar.expression(p)) === null) {
    p.reject("expected expression after 'else', but statement is given", p.token);
  }
}

/** `x = pass if y else 1` */
function explainStatement(p: Parser, start: Token): void {
  if (start.kind !== Kind.keyword || !['pass', 'break', 'continue'].includes(start.text)) return;
  p.lookedAt(1);
  if (p.peek().text !== 'if') return;
  p.lookAhead(() => {
    p.advance();
    p.advance();
    p.grammar.disjunction(p);
    if (p.take('else') && p.token.kind !== Kind.newline)
      p.reject("expected expression before 'if', but statement is given", start);
  });
}

/** In an f-string the colon of a lambda begins the format. */
function explainLambda(p: Parser): void {
  if (!p.at('lambda')) return;
  const start = p.token;
  for (let i = 1; ; i++) {
    const token = p.peek(i);
    if (token.kind === Kind.newline || token.kind === Kind.end || token.kind === Kind.error) return;
    if (token.text !== ':') continue;
    const next = p.peek(i + 1);
    if (next.kind !== Kind.formatMiddle) return;
    p.reject(`${formatLetter(p)}-string: lambda expressions are not allowed without parentheses`, span(start, token));
  }
}

/** Of the f- or t-string around the cursor. */
function formatLetter(p: Parser): string {
  let depth = 0;
  for (let i = p.index; i >= 0; i--) {
    const { kind, text } = p.tokens[i] as Token;
    if (kind === Kind.formatEnd) depth++;
    if (kind === Kind.formatStart && depth-- === 0) return /t/i.test(text) ? 't' : 'f';
  }
  return 'f';
}

function isLegacy(node: Expression): boolean {
  return node.nodeType === 'Name' && (node.id === 'print' || node.id === 'exec');
}

/** `print x`. As in CPython, what follows any name is looked at by the rules. */
function explainLegacy(p: Parser, start: Token): void {
  if (start.kind !== Kind.name || p.peek().text === '(') return;
  p.lookAhead(() => {
    p.advance();
    p.grammar.starExpressions(p);
    if (start.text !== 'print' && start.text !== 'exec') return;
    p.reject(`Missing parentheses in call to '${start.text}'. Did you mean ${start.text}(...)?`, p.from(start));
  });
}

/** invalid_arithmetic and invalid_factor: `1 + not 2`. The cursor is at the `not`. */
export function explainNot(p: Parser, operand: (p: Parser) => Expression): void {
  const start = p.token;
  p.lookAhead(() => {
    operand(p);
    p.reject("'not' after an operator must be parenthesized", p.from(start));
  });
}

/** invalid_kvpair: a key after the first. CPython asks it on the first reading, so that no other rule comes before it. */
export function explainKey(p: Parser): void {
  p.lookAhead(() => {
    const { end_lineno, end_col_offset } = withoutRules(p, () => p.grammar.expression(p));
    if (p.at(':')) return;
    const at = { lineno: end_lineno, col_offset: end_col_offset - 1, end_lineno, end_col_offset: -1 };
    p.reject("':' expected after dictionary key", at);
  });
}

/** invalid_starred_expression. The cursor is at the star. */
export function explainStar(p: Parser): void {
  explainAssignedStar(p, 'iterable');
  const isWhole = p.lookAhead(() => {
    p.advance();
    return p.grammar.expression(p);
  });
  if (isWhole === null) p.reject('Invalid star expression', p.furthestToken);
}

/** invalid_starred_expression_unpacking, and its like in invalid_kwarg: `f(*a=1)`. The cursor is at the star. */
export function explainAssignedStar(p: Parser, kind: 'iterable' | 'keyword'): void {
  const start = p.token;
  p.lookAhead(() => {
    p.advance();
    p.grammar.expression(p);
    if (!p.take('=')) return;
    p.grammar.expression(p);
    p.reject(`cannot assign to ${kind} argument unpacking`, p.from(start));
  });
}

/** invalid_named_expression: `if x = 3`, `f() = 1`. */
export function explainNamedExpression(p: Parser): void {
  if (!p.mayExplain(Rule.named)) return;
  const start = p.token;
  p.lookAhead(() => {
    const target = p.grammar.expression(p);
    if (!p.take(':=')) return;
    p.grammar.expression(p);
    p.reject(`cannot use assignment expressions with ${describe(target)}`, target);
  });
  p.lookAhead(() => {
    const target = p.grammar.bitwiseOr(p);
    if (!p.take('=')) return;
    p.grammar.bitwiseOr(p);
    if (p.at('=') || p.at(':=')) return;
    const isName = start.kind === Kind.name && target.nodeType === 'Name';
    if (isName) p.reject("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", p.from(start));
    if (isAssignable(target) || isConstant(start)) return;
    p.reject(`cannot assign to ${describe(target)} here. Maybe you meant '==' instead of '='?`, target);
  });
}

/** What the rule leaves to the one about targets. */
function isAssignable(node: Expression): boolean {
  switch (node.nodeType) {
    case 'List':
    case 'Tuple':
    case 'GeneratorExp':
      return true;
    default:
      return false;
  }
}

function isConstant({ text }: Token): boolean {
  return text === 'None' || text === 'True' || text === 'False';
}

/** invalid_group: `(*a)` */
export function explainGroup(p: Parser): void {
  if ((!p.at('*') && !p.at('**')) || !p.mayExplain(Rule.group)) return;
  p.lookAhead(() => {
    const start = p.advance();
    p.grammar.expression(p);
    if (!p.at(')')) return;
    const isDouble = start.text === '**';
    p.reject(`cannot use ${isDouble ? 'double ' : ''}starred expression here`, isDouble ? start : p.from(start));
  });
}

/** invalid_comprehension; the bracket is next. */
export function explainBracket(p: Parser): void {
  if (!p.mayExplain(Rule.bracket)) return;
  const open = p.token;
  p.lookAhead(() => {
    p.advance();
    if (p.at('**') && open.text === '{') return explainDoubleStar(p);
    const start = p.token;
    const first = p.at('*') ? p.grammar.starredExpression(p) : p.grammar.starNamedExpression(p);
    if (first.nodeType === 'Starred' && isClause(p))
      return p.reject('iterable unpacking cannot be used in comprehension', first);
    if (!p.at(',') || open.text === '(') return;
    p.advance();
    while (!isClause(p)) {
      p.grammar.starNamedExpression(p);
      if (!p.take(',')) break;
    }
    if (isClause(p)) p.reject('did you forget parentheses around the comprehension target?', p.from(start));
  });
}

function isClause(p: Parser): boolean {
  return (p.at('for') || p.at('async')) && p.lookAhead(() => comprehensionClauses(p)) !== null;
}

function explainDoubleStar(p: Parser): void {
  const star = p.advance();
  p.grammar.bitwiseOr(p);
  if (isClause(p)) p.reject('dict unpacking cannot be used in dict comprehension', star);
}
