/** The arguments of calls and class definitions. CPython: Grammar/python.gram, "args", "kwargs", "invalid_arguments", "invalid_kwarg" */
import { comprehensionClauses } from './comprehensions.ts';
import { explainAssignedStar } from './explain.ts';
import { type Parser, span } from './parser.ts';
import { Kind, type Token } from './tokens.ts';
import type { Comprehension, Expression, Keyword } from './tree.ts';

interface CallArguments {
  readonly args: Expression[];
  readonly keywords: Keyword[];
}

/** Up to the closing bracket. `open` is the bracket before: a lone generator expression begins there. */
export function callArguments(p: Parser, open: Token, allowsGenerator = true): CallArguments {
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  while (!p.at(')')) {
    argument(p, args, keywords, allowsGenerator ? open : null);
    if (!p.at(',')) break;
    const comma = p.advance();
    if (p.isExplaining) checkOrder(p, keywords, comma);
  }
  return { args, keywords };
}

function argument(p: Parser, args: Expression[], keywords: Keyword[], open: Token | null): void {
  const start = p.token;
  if (p.at('**')) {
    if (p.isExplaining) explainAssignedStar(p, 'keyword');
    p.advance();
    const value = p.grammar.expression(p);
    keywords.push({ nodeType: 'Keyword', ...p.from(start), arg: null, value });
  } else if (p.at('*')) {
    if (keywords.some((keyword) => keyword.arg === null)) p.fail();
    const node = p.grammar.starredExpression(p);
    if (p.isExplaining && p.at('for')) p.reject('iterable unpacking cannot be used in comprehension', node);
    args.push(node);
  } else if (start.kind === Kind.name && p.peek().text === '=') keywords.push(keyword(p));
  else args.push(positional(p, { args, keywords, open }));
}

function keyword(p: Parser): Keyword {
  const start = p.advance();
  const equals = p.advance();
  if (p.isExplaining && (p.at(',') || p.at(')'))) p.reject('expected argument value expression', span(start, equals));
  const value = p.grammar.expression(p);
  if (p.isExplaining && (p.at('for') || p.at('async'))) {
    if (p.lookAhead(() => comprehensionClauses(p)) !== null) {
      p.reject("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", span(start, equals));
    }
  }
  return { nodeType: 'Keyword', ...p.from(start), arg: start.text, value };
}

interface Position extends CallArguments {
  /** null: a generator expression needs its brackets (in the bases of a class). */
  readonly open: Token | null;
}

function positional(p: Parser, { args, keywords, open }: Position): Expression {
  if (keywords.length > 0 && !p.isExplaining) p.fail();
  const start = p.token;
  const isNamed = start.kind === Kind.name && p.peek().text === ':=';
  const value = isNamed ? p.grammar.assignmentExpression(p) : p.grammar.expression(p);
  if (p.at(':=')) p.fail();
  if (p.at('=')) wrongKeyword(p, start, value);
  if (p.at('for') || p.at('async')) return lonelyGenerator(p, value, { args, keywords, open });
  if (keywords.length > 0) afterKeyword(p, keywords);
  return value;
}

/** `f(1=2)` */
function wrongKeyword(p: Parser, start: Token, value: Expression): never {
  if (!p.isExplaining) return p.fail();
  const at = span(start, p.token);
  const isConstant =
    start.kind === Kind.keyword && (start.text === 'True' || start.text === 'False' || start.text === 'None');
  if (isConstant && value.nodeType === 'Constant') return p.reject(`cannot assign to ${start.text}`, at);
  return p.reject('expression cannot contain assignment, perhaps you meant "=="?', at);
}

/** A generator expression needs no brackets of its own when it is the only argument. */
function lonelyGenerator(p: Parser, elt: Expression, { args, keywords, open }: Position): Expression {
  if (open === null) return p.fail();
  const generators = comprehensionClauses(p);
  const isFirst = args.length === 0 && keywords.length === 0;
  const isAlone = isFirst && p.at(')');
  if (isFirst && !isAlone && !p.at(',')) return p.fail();
  if (!isAlone) return crowdedGenerator(p, elt, generators);
  const at = { ...p.from(open), end_lineno: p.token.end_lineno, end_col_offset: p.token.end_col_offset };
  return { nodeType: 'GeneratorExp', ...at, elt, generators };
}

function crowdedGenerator(p: Parser, elt: Expression, generators: readonly Comprehension[]): never {
  const last = generators.at(-1);
  if (!p.isExplaining || last === undefined) return p.fail();
  return p.reject('Generator expression must be parenthesized', span(elt, last.ifs.at(-1) ?? last.iter));
}

/** `f(a=1, b)`: said where the arguments after it end. */
function afterKeyword(p: Parser, keywords: readonly Keyword[]): never {
  if (!p.isExplaining) return p.fail();
  while (p.take(',')) {
    if (p.attempt(() => (p.at('*') ? p.grammar.starredExpression(p) : p.grammar.expression(p))) === null) break;
  }
  const isUnpacking = keywords.at(-1)?.arg === null;
  return p.reject(`positional argument follows keyword argument${isUnpacking ? ' unpacking' : ''}`, p.furthestToken);
}

/** `f(**a, *b)` */
function checkOrder(p: Parser, keywords: readonly Keyword[], comma: Token): void {
  if (!p.at('*') || !keywords.some((keyword) => keyword.arg === null)) return;
  p.grammar.starredExpression(p);
  p.reject('iterable argument unpacking follows keyword argument unpacking', span(comma, p.last));
}
