/** Names, literals and everything in brackets. CPython: Grammar/python.gram, "atom" */
import { Ellipsis } from '../objects/value.ts';
import { dictOrSet } from './braces.ts';
import { comprehensionClauses } from './comprehensions.ts';
import { explainBracket, explainGroup } from './explain.ts';
import { numberValue } from './literals.ts';
import type { Parser } from './parser.ts';
import { strings } from './strings.ts';
import { Kind } from './tokens.ts';
import type { Expression } from './tree.ts';

export function atom(p: Parser): Expression {
  const { token } = p;
  switch (token.kind) {
    case Kind.name:
      p.advance();
      return { nodeType: 'Name', ...p.from(token), id: token.text, ctx: 'Load' };
    case Kind.number:
      p.advance();
      return { nodeType: 'Constant', ...p.from(token), value: numberValue(token.text) };
    case Kind.string:
    case Kind.formatStart:
      return strings(p);
    case Kind.keyword:
      return constant(p);
    case Kind.operator:
      return bracketed(p);
    default:
      return p.fail();
  }
}

function constant(p: Parser): Expression {
  const { token } = p;
  if (token.text !== 'None' && token.text !== 'True' && token.text !== 'False') return p.fail();
  p.advance();
  return { nodeType: 'Constant', ...p.from(token), value: token.text === 'None' ? null : token.text === 'True' };
}

function bracketed(p: Parser): Expression {
  const { token } = p;
  switch (token.text) {
    case '(':
      return group(p);
    case '[':
      return list(p);
    case '{':
      return dictOrSet(p);
    case '...':
      p.advance();
      return { nodeType: 'Constant', ...p.from(token), value: Ellipsis };
    default:
      return p.fail();
  }
}

/** `(x)`, a tuple, a generator expression, or a yield. */
function group(p: Parser): Expression {
  explainBracket(p);
  const start = p.advance();
  if (p.take(')')) return { nodeType: 'Tuple', ...p.from(start), elts: [], ctx: 'Load' };
  if (p.at('yield')) {
    const value = p.grammar.valueExpression(p);
    p.expect(')');
    return value;
  }
  explainGroup(p);
  const first = p.grammar.starNamedExpression(p);
  if (p.at('for') || p.at('async')) {
    if (first.nodeType === 'Starred') return p.fail();
    const generators = comprehensionClauses(p);
    p.expect(')');
    return { nodeType: 'GeneratorExp', ...p.from(start), elt: first, generators };
  }
  if (p.at(',')) {
    const elts = moreElements(p, first, ')');
    return { nodeType: 'Tuple', ...p.from(start), elts, ctx: 'Load' };
  }
  if (first.nodeType === 'Starred') return p.fail();
  p.expect(')');
  return first;
}

function list(p: Parser): Expression {
  explainBracket(p);
  const start = p.advance();
  if (p.take(']')) return { nodeType: 'List', ...p.from(start), elts: [], ctx: 'Load' };
  const first = p.grammar.starNamedExpression(p);
  if (p.at('for') || p.at('async')) {
    if (first.nodeType === 'Starred') return p.fail();
    const generators = comprehensionClauses(p);
    p.expect(']');
    return { nodeType: 'ListComp', ...p.from(start), elt: first, generators };
  }
  const elts = moreElements(p, first, ']');
  return { nodeType: 'List', ...p.from(start), elts, ctx: 'Load' };
}

/** The rest of a display, its closing bracket included. */
function moreElements(p: Parser, first: Expression, close: string): Expression[] {
  const elts = [first];
  while (p.take(',')) {
    if (p.at(close)) break;
    elts.push(p.grammar.starNamedExpression(p));
  }
  p.expect(close);
  return elts;
}
