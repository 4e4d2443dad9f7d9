/** `with`. CPython: Grammar/python.gram, "with_stmt" */
import { type Blocks, colon, fromTo } from './blocks.ts';
import type { Parser } from './parser.ts';
import { asTarget, describe, invalidTarget } from './targets.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression, Statement, WithItem } from './tree.ts';

export function withStatement(p: Parser, blocks: Blocks, start: Token): Statement {
  const word = p.expect('with');
  const items = (p.at('(') ? p.attempt(() => bracketedItems(p)) : null) ?? plainItems(p);
  colon(p);
  const body = blocks.block(p, { what: "'with' statement", at: word });
  return { nodeType: start === word ? 'With' : 'AsyncWith', ...fromTo(start, body.at(-1) ?? start), items, body };
}

/** `with (a as b, c as d):`; anything else in brackets is an expression. */
function bracketedItems(p: Parser): WithItem[] {
  p.expect('(');
  const items = [item(p)];
  while (p.take(',')) {
    if (p.at(')')) break;
    items.push(item(p));
  }
  p.expect(')');
  if (p.isExplaining && p.token.kind === Kind.newline) colon(p);
  return p.at(':') ? items : p.fail();
}

function plainItems(p: Parser): WithItem[] {
  const items = [item(p)];
  while (p.take(',')) items.push(item(p));
  return items;
}

function item(p: Parser): WithItem {
  const context_expr = p.grammar.expression(p);
  return { context_expr, optional_vars: p.take('as') ? target(p) : null };
}

function target(p: Parser): Expression {
  if (p.isExplaining) explainTarget(p);
  const node = p.at('*') ? p.grammar.starNamedExpression(p) : p.grammar.bitwiseOr(p);
  const invalid = invalidTarget(node);
  if (invalid === null) return asTarget(node, 'Store');
  const isEnd = p.at(',') || p.at(')') || p.at(':');
  return p.isExplaining && isEnd ? p.reject(`cannot assign to ${describe(invalid)}`, invalid) : p.fail();
}

/** What follows may be an expression that people get wrong. */
function explainTarget(p: Parser): void {
  const isWhole = p.lookAhead(() => {
    p.grammar.bitwiseOr(p);
    return p.at(',') || p.at(')') || p.at(':');
  });
  if (isWhole === false) p.lookAhead(() => p.grammar.expression(p));
}
