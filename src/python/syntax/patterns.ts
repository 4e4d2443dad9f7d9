/** Patterns of `case`. CPython: Grammar/python.gram, "patterns" */
import { numberValue } from './literals.ts';
import { type Parser, span } from './parser.ts';
import { strings } from './strings.ts';
import { describe } from './targets.ts';
import { Kind } from './tokens.ts';
import type { Expression, Pattern } from './tree.ts';

/** The whole of a case; without brackets a comma makes a sequence. */
export function patterns(p: Parser): Pattern {
  const start = p.token;
  const first = starOrPattern(p);
  if (!p.at(',') && first.nodeType !== 'MatchStar') return first;
  const found = [first];
  if (!p.at(',')) return p.fail();
  while (p.take(',')) {
    if (p.at(':') || p.at('if')) break;
    found.push(starOrPattern(p));
  }
  return { nodeType: 'MatchSequence', ...p.from(start), patterns: found };
}

function starOrPattern(p: Parser): Pattern {
  if (!p.at('*')) return asPattern(p);
  const start = p.advance();
  const name = p.name();
  return { nodeType: 'MatchStar', ...p.from(start), name: name === '_' ? null : name };
}

function asPattern(p: Parser): Pattern {
  const start = p.token;
  const pattern = orPattern(p);
  if (!p.take('as')) return pattern;
  const name = captureName(p);
  return { nodeType: 'MatchAs', ...p.from(start), pattern, name };
}

function captureName(p: Parser): string {
  if (p.at('_')) return p.isExplaining ? p.reject("cannot use '_' as a target", p.token) : p.fail();
  const next = p.peek().text;
  const isName = p.token.kind === Kind.name && next !== '.' && next !== '(' && next !== '=';
  if (!isName && p.isExplaining) {
    const node = p.attempt(() => p.grammar.expression(p));
    if (node !== null) p.reject(`cannot use ${describe(node)} as pattern target`, node);
  }
  return p.name();
}

function orPattern(p: Parser): Pattern {
  const start = p.token;
  const first = closedPattern(p);
  if (!p.at('|')) return first;
  const found = [first];
  while (p.take('|')) found.push(closedPattern(p));
  return { nodeType: 'MatchOr', ...p.from(start), patterns: found };
}

function closedPattern(p: Parser): Pattern {
  const { token } = p;
  switch (token.kind) {
    case Kind.number:
      return valuePattern(p, signedNumber);
    case Kind.string:
    case Kind.formatStart:
      return valuePattern(p, strings);
    case Kind.keyword:
      return singletonPattern(p);
    case Kind.name:
      return namePattern(p);
    default:
      break;
  }
  switch (token.text) {
    case '-':
      return valuePattern(p, signedNumber);
    case '(':
      return groupPattern(p);
    case '[':
      return sequencePattern(p);
    case '{':
      return mappingPattern(p);
    default:
      return p.fail();
  }
}

function valuePattern(p: Parser, parse: (p: Parser) => Expression): Pattern {
  const start = p.token;
  const value = parse(p);
  return { nodeType: 'MatchValue', ...p.from(start), value };
}

/** `-1`, or a complex number such as `1 - 2j`. */
function signedNumber(p: Parser): Expression {
  const start = p.token;
  const left = signed(p);
  if (!p.at('+') && !p.at('-')) return left;
  const op = p.advance().text === '+' ? 'Add' : 'Sub';
  const right = number(p);
  if (isImaginary(left)) p.reject('real number required in complex literal', left);
  if (!isImaginary(right)) p.reject('imaginary number required in complex literal', right);
  return { nodeType: 'BinOp', ...p.from(start), left, op, right };
}

function signed(p: Parser): Expression {
  if (!p.at('-')) return number(p);
  const start = p.advance();
  const operand = number(p);
  return { nodeType: 'UnaryOp', ...p.from(start), op: 'USub', operand };
}

function number(p: Parser): Expression {
  const token = p.expectKind(Kind.number);
  return { nodeType: 'Constant', ...p.from(token), value: numberValue(token.text) };
}

function isImaginary(node: Expression): boolean {
  const constant = node.nodeType === 'UnaryOp' ? node.operand : node;
  return (
    constant.nodeType === 'Constant' && typeof constant.value === 'object' && constant.value?.cls.name === 'complex'
  );
}

function singletonPattern(p: Parser): Pattern {
  const { token } = p;
  if (token.text !== 'None' && token.text !== 'True' && token.text !== 'False') return p.fail();
  p.advance();
  return { nodeType: 'MatchSingleton', ...p.from(token), value: token.text === 'None' ? null : token.text === 'True' };
}

/** A capture, `_`, a dotted value, or a class. */
function namePattern(p: Parser): Pattern {
  const start = p.advance();
  let node: Expression = { nodeType: 'Name', ...p.from(start), id: start.text, ctx: 'Load' };
  while (p.take('.')) {
    const attr = p.name();
    node = { nodeType: 'Attribute', ...p.from(start), value: node, attr, ctx: 'Load' };
  }
  if (p.at('(')) return classPattern(p, node);
  if (node.nodeType === 'Attribute') return { nodeType: 'MatchValue', ...p.from(start), value: node };
  return { nodeType: 'MatchAs', ...p.from(start), pattern: null, name: start.text === '_' ? null : start.text };
}

function groupPattern(p: Parser): Pattern {
  const start = p.advance();
  if (p.take(')')) return { nodeType: 'MatchSequence', ...p.from(start), patterns: [] };
  const first = starOrPattern(p);
  if (!p.at(',')) {
    if (first.nodeType === 'MatchStar') return p.fail();
    p.expect(')');
    return first;
  }
  const found = rest(p, first, ')');
  return { nodeType: 'MatchSequence', ...p.from(start), patterns: found };
}

function sequencePattern(p: Parser): Pattern {
  const start = p.advance();
  if (p.take(']')) return { nodeType: 'MatchSequence', ...p.from(start), patterns: [] };
  const found = rest(p, starOrPattern(p), ']');
  return { nodeType: 'MatchSequence', ...p.from(start), patterns: found };
}

function rest(p: Parser, first: Pattern, close: string): Pattern[] {
  const found = [first];
  while (p.take(',')) {
    if (p.at(close)) break;
    found.push(starOrPattern(p));
  }
  p.expect(close);
  return found;
}

function mappingPattern(p: Parser): Pattern {
  const start = p.advance();
  const keys: Expression[] = [];
  const found: Pattern[] = [];
  let restName: string | null = null;
  while (!p.at('}')) {
    if (p.take('**')) {
      restName = p.at('_') ? p.fail() : p.name();
      p.take(',');
      break;
    }
    keys.push(mappingKey(p));
    p.expect(':');
    found.push(asPattern(p));
    if (!p.at('}')) p.expect(',');
  }
  p.expect('}');
  return { nodeType: 'MatchMapping', ...p.from(start), keys, patterns: found, rest: restName };
}

function mappingKey(p: Parser): Expression {
  const key = closedPattern(p);
  if (key.nodeType === 'MatchValue') return key.value;
  return key.nodeType === 'MatchSingleton' ? { ...key, nodeType: 'Constant' } : p.fail();
}

function classPattern(p: Parser, cls: Expression): Pattern {
  const start = cls;
  p.expect('(');
  const found: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  while (!p.at(')')) {
    if (p.token.kind === Kind.name && p.peek().text === '=') {
      kwd_attrs.push(p.name());
      p.expect('=');
      kwd_patterns.push(asPattern(p));
    } else {
      const pattern = asPattern(p);
      if (kwd_attrs.length > 0) afterKeywords(p, pattern);
      found.push(pattern);
    }
    if (!p.at(')')) p.expect(',');
  }
  p.expect(')');
  return { nodeType: 'MatchClass', ...p.from(start), cls, patterns: found, kwd_attrs, kwd_patterns };
}

function afterKeywords(p: Parser, pattern: Pattern): never {
  return p.isExplaining ? p.reject('positional patterns follow keyword patterns', span(pattern, p.last)) : p.fail();
}
