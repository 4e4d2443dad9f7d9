/** What binds closest: attributes, calls, subscripts. CPython: Grammar/python.gram, "primary", "slices", "arguments" */
import { atom } from './atoms.ts';
import { callArguments } from './call-arguments.ts';
import type { Parser } from './parser.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression } from './tree.ts';

export function primary(p: Parser): Expression {
  const start = p.token;
  let node = atom(p);
  for (;;) {
    if (p.token.kind !== Kind.operator) return node;
    const longer: Expression | null = p.optional(p.index, (parser) => trailer(parser, start, node));
    if (longer === null) return node;
    node = longer;
  }
}

/** null: the primary ends before the operator. */
function trailer(p: Parser, start: Token, node: Expression): Expression | null {
  switch (p.token.text) {
    case '.': {
      p.advance();
      const attr = p.name();
      return { nodeType: 'Attribute', ...p.from(start), value: node, attr, ctx: 'Load' };
    }
    case '(':
      return call(p, start, node);
    case '[':
      return subscript(p, start, node);
    default:
      return null;
  }
}

function call(p: Parser, start: Token, func: Expression): Expression {
  const open = p.advance();
  const { args, keywords } = callArguments(p, open);
  p.expect(')');
  return { nodeType: 'Call', ...p.from(start), func, args, keywords };
}

function subscript(p: Parser, start: Token, value: Expression): Expression {
  p.advance();
  const slice = slices(p);
  p.expect(']');
  return { nodeType: 'Subscript', ...p.from(start), value, slice, ctx: 'Load' };
}

function slices(p: Parser): Expression {
  const start = p.token;
  const first = sliceOrStar(p);
  if (!p.at(',') && first.nodeType !== 'Starred') return first;
  const elts = [first];
  while (p.take(',')) {
    if (p.at(']')) break;
    elts.push(sliceOrStar(p));
  }
  return { nodeType: 'Tuple', ...p.from(start), elts, ctx: 'Load' };
}

function sliceOrStar(p: Parser): Expression {
  if (p.at('*')) return p.grammar.starredExpression(p);
  const start = p.token;
  const lower = p.at(':') ? null : p.grammar.namedExpression(p);
  if (lower !== null && !p.at(':')) return lower;
  p.expect(':');
  const upper = sliceBound(p);
  const step = p.take(':') ? sliceBound(p) : null;
  return { nodeType: 'Slice', ...p.from(start), lower, upper, step };
}

function sliceBound(p: Parser): Expression | null {
  return p.at(':') || p.at(',') || p.at(']') ? null : p.grammar.expression(p);
}
