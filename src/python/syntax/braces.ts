/** Dicts, sets and their comprehensions. CPython: Grammar/python.gram, "dict", "set", "dictcomp", "setcomp" */
import { comprehensionClauses } from './comprehensions.ts';
import { explainBracket, explainKey } from './explain.ts';
import { type Parser, span } from './parser.ts';
import type { Token } from './tokens.ts';
import type { Expression } from './tree.ts';

export function dictOrSet(p: Parser): Expression {
  explainBracket(p);
  const start = p.advance();
  if (p.take('}')) return { nodeType: 'Dict', ...p.from(start), keys: [], values: [] };
  if (p.at('**')) return dictFrom(p, start, null);
  const first = p.grammar.starNamedExpression(p);
  if (p.at(':') && first.nodeType !== 'Starred') return dictFrom(p, start, first);
  return setFrom(p, start, first);
}

function setFrom(p: Parser, start: Token, first: Expression): Expression {
  if (p.at('for') || p.at('async')) {
    if (first.nodeType === 'Starred') return p.fail();
    const generators = comprehensionClauses(p);
    p.expect('}');
    return { nodeType: 'SetComp', ...p.from(start), elt: first, generators };
  }
  const elts = [first];
  while (p.take(',')) {
    if (p.at('}')) break;
    elts.push(p.grammar.starNamedExpression(p));
  }
  p.expect('}');
  return { nodeType: 'Set', ...p.from(start), elts };
}

/** `firstKey` has been read; null: the dict begins with `**`. */
function dictFrom(p: Parser, start: Token, firstKey: Expression | null): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  pair(p, firstKey, keys, values);
  if ((p.at('for') || p.at('async')) && firstKey !== null) {
    const generators = comprehensionClauses(p);
    p.expect('}');
    const [value] = values;
    return value === undefined
      ? p.fail()
      : { nodeType: 'DictComp', ...p.from(start), key: firstKey, value, generators };
  }
  while (p.take(',')) {
    if (p.at('}')) break;
    pair(p, p.at('**') ? null : key(p), keys, values);
  }
  p.expect('}');
  return { nodeType: 'Dict', ...p.from(start), keys, values };
}

function key(p: Parser): Expression {
  if (p.isExplaining) explainKey(p);
  return p.grammar.expression(p);
}

function pair(p: Parser, node: Expression | null, keys: (Expression | null)[], values: Expression[]): void {
  keys.push(node);
  if (node === null) {
    p.expect('**');
    values.push(p.grammar.bitwiseOr(p));
    return;
  }
  const colon = p.expect(':');
  if (p.isExplaining) explainValue(p, colon);
  values.push(p.grammar.expression(p));
}

function explainValue(p: Parser, colon: Token): void {
  if (p.at('}') || p.at(',')) p.reject("expression expected after dictionary key and ':'", colon);
  if (!p.at('*')) return;
  const star = p.advance();
  p.grammar.bitwiseOr(p);
  p.reject('cannot use a starred expression in a dictionary value', span(star, p.last));
}
