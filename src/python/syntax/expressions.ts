/** Expressions, by falling precedence. CPython: Grammar/python.gram, "EXPRESSIONS" */
import { explainExpression, explainNamedExpression, explainNot, explainStar } from './explain.ts';
import { lambdaParameters } from './parameters.ts';
import type { Grammar, Parser } from './parser.ts';
import { primary } from './primaries.ts';
import { Kind, type Token } from './tokens.ts';
import type { BinaryWord, ComparisonWord, Expression, ExpressionOf } from './tree.ts';

/** What the other parts of the grammar call. */
export const GRAMMAR: Grammar = {
  expression,
  namedExpression,
  starNamedExpression,
  starredExpression,
  starExpressions,
  valueExpression,
  assignmentExpression,
  disjunction,
  bitwiseOr,
  primary,
};

/** star_expressions: what may stand to the right of `=`, after `return`, in `for … in`. A comma makes a tuple. */
function starExpressions(p: Parser): Expression {
  return tupleUnlessSingle(p, starExpression);
}

function starExpression(p: Parser): Expression {
  return p.at('*') ? starred(p, bitwiseOr) : expression(p);
}

function starred(p: Parser, parse: (p: Parser) => Expression): ExpressionOf<'Starred'> {
  const start = p.expect('*');
  const value = parse(p);
  return { nodeType: 'Starred', ...p.from(start), value, ctx: 'Load' };
}

/** star_named_expression: an element of a display. */
function starNamedExpression(p: Parser): Expression {
  return p.at('*') ? starred(p, bitwiseOr) : namedExpression(p);
}

/** starred_expression: an argument `*value`. */
function starredExpression(p: Parser): ExpressionOf<'Starred'> {
  if (p.isExplaining) explainStar(p);
  return starred(p, expression);
}

function tupleUnlessSingle(p: Parser, parse: (p: Parser) => Expression): Expression {
  const start = p.token;
  const first = parse(p);
  if (!p.at(',')) return first;
  const elts = [first];
  while (p.take(',')) {
    if (!startsExpression(p)) break;
    const element = p.optional(p.index, parse);
    if (element === null) break;
    elts.push(element);
  }
  return { nodeType: 'Tuple', ...p.from(start), elts, ctx: 'Load' };
}

const STARTS: ReadonlySet<string> = new Set([
  '(',
  '[',
  '{',
  '-',
  '+',
  '~',
  '*',
  '...',
  'not',
  'lambda',
  'await',
  'None',
  'True',
  'False',
]);

/** Whether an expression can begin here. A wrong guess is only met with when the program is wrong anyway. */
function startsExpression({ token }: Parser): boolean {
  switch (token.kind) {
    case Kind.name:
    case Kind.number:
    case Kind.string:
    case Kind.formatStart:
      return true;
    case Kind.operator:
    case Kind.keyword:
      return STARTS.has(token.text);
    default:
      return false;
  }
}

function namedExpression(p: Parser): Expression {
  if (p.token.kind === Kind.name && p.peek().text === ':=') return assignmentExpression(p);
  explainNamedExpression(p);
  const node = expression(p);
  return p.at(':=') ? p.fail() : node;
}

function assignmentExpression(p: Parser): Expression {
  const start = p.expectKind(Kind.name);
  const target: Expression = { nodeType: 'Name', ...p.from(start), id: start.text, ctx: 'Store' };
  p.expect(':=');
  const value = expression(p);
  return { nodeType: 'NamedExpr', ...p.from(start), target, value };
}

function expression(p: Parser): Expression {
  explainExpression(p);
  if (p.at('lambda')) return lambda(p);
  const start = p.token;
  const body = disjunction(p);
  return p.at('if') ? (p.optional(p.index, (parser) => conditional(parser, start, body)) ?? body) : body;
}

function conditional(p: Parser, start: Token, body: Expression): Expression {
  p.expect('if');
  const test = disjunction(p);
  p.expect('else');
  const orelse = expression(p);
  return { nodeType: 'IfExp', ...p.from(start), test, body, orelse };
}

function lambda(p: Parser): Expression {
  const start = p.expect('lambda');
  const args = lambdaParameters(p);
  p.expect(':');
  const body = expression(p);
  return { nodeType: 'Lambda', ...p.from(start), args, body };
}

function yieldExpression(p: Parser): Expression {
  const start = p.expect('yield');
  if (p.take('from')) {
    const value = expression(p);
    return { nodeType: 'YieldFrom', ...p.from(start), value };
  }
  const value = startsExpression(p) ? starExpressions(p) : null;
  return { nodeType: 'Yield', ...p.from(start), value };
}

/** annotated_rhs */
function valueExpression(p: Parser): Expression {
  return p.at('yield') ? yieldExpression(p) : starExpressions(p);
}

function disjunction(p: Parser): Expression {
  return junction(p, 'or', 'Or', (inner) => junction(inner, 'and', 'And', inversion));
}

function junction(p: Parser, word: string, op: 'And' | 'Or', parse: (p: Parser) => Expression): Expression {
  const start = p.token;
  const first = parse(p);
  if (!p.at(word)) return first;
  const values = [first];
  for (let { index } = p; p.take(word); index = p.index) {
    const operand = p.optional(index, parse);
    if (operand === null) break;
    values.push(operand);
  }
  return values.length === 1 ? first : { nodeType: 'BoolOp', ...p.from(start), op, values };
}

function inversion(p: Parser): Expression {
  if (!p.at('not')) return comparison(p);
  const start = p.advance();
  const operand = inversion(p);
  return { nodeType: 'UnaryOp', ...p.from(start), op: 'Not', operand };
}

const COMPARISONS: Readonly<Record<string, ComparisonWord>> = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<': 'Lt',
  '<=': 'LtE',
  '>': 'Gt',
  '>=': 'GtE',
  in: 'In',
  is: 'Is',
};

function comparison(p: Parser): Expression {
  const start = p.token;
  const left = bitwiseOr(p);
  let { index } = p;
  let op = comparisonOperator(p);
  if (op === null) return left;
  const ops: ComparisonWord[] = [];
  const comparators: Expression[] = [];
  while (op !== null) {
    const operand = p.optional(index, bitwiseOr);
    if (operand === null) break;
    ops.push(op);
    comparators.push(operand);
    ({ index } = p);
    op = comparisonOperator(p);
  }
  return ops.length === 0 ? left : { nodeType: 'Compare', ...p.from(start), left, ops, comparators };
}

function comparisonOperator(p: Parser): ComparisonWord | null {
  const { kind, text } = p.token;
  if (kind !== Kind.operator && kind !== Kind.keyword) return null;
  if (text === 'not') {
    if (p.peek().text !== 'in') {
      p.lookedAt(1);
      return null;
    }
    p.advance();
    p.advance();
    return 'NotIn';
  }
  const op = COMPARISONS[text];
  if (op === undefined) return null;
  p.advance();
  return op === 'Is' && p.take('not') ? 'IsNot' : op;
}

interface Operator {
  readonly word: BinaryWord;
  readonly level: number;
}
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['|', { word: 'BitOr', level: 1 }],
  ['^', { word: 'BitXor', level: 2 }],
  ['&', { word: 'BitAnd', level: 3 }],
  ['<<', { word: 'LShift', level: 4 }],
  ['>>', { word: 'RShift', level: 4 }],
  ['+', { word: 'Add', level: 5 }],
  ['-', { word: 'Sub', level: 5 }],
  ['*', { word: 'Mult', level: 6 }],
  ['/', { word: 'Div', level: 6 }],
  ['//', { word: 'FloorDiv', level: 6 }],
  ['%', { word: 'Mod', level: 6 }],
  ['@', { word: 'MatMult', level: 6 }],
]);

function bitwiseOr(p: Parser): Expression {
  return binary(p, 1);
}

/** Operators of at least this level, by climbing. */
function binary(p: Parser, level: number): Expression {
  const start = p.token;
  let left = factor(p);
  for (;;) {
    const operator = p.token.kind === Kind.operator ? OPERATORS.get(p.token.text) : undefined;
    if (operator === undefined || operator.level < level) return left;
    const { index } = p;
    p.advance();
    if (p.isExplaining && operator.level >= 5 && p.at('not')) explainNot(p, inversion);
    const right = p.optional(index, (parser) => binary(parser, operator.level + 1));
    if (right === null) return left;
    left = { nodeType: 'BinOp', ...p.from(start), left, op: operator.word, right };
  }
}

const UNARY: Readonly<Record<string, 'UAdd' | 'USub' | 'Invert'>> = { '+': 'UAdd', '-': 'USub', '~': 'Invert' };

function factor(p: Parser): Expression {
  const op = p.token.kind === Kind.operator ? UNARY[p.token.text] : undefined;
  if (op === undefined) return power(p);
  const start = p.advance();
  if (p.isExplaining && p.at('not')) explainNot(p, (parser) => (parser.take('not') ? factor(parser) : parser.fail()));
  const operand = factor(p);
  return { nodeType: 'UnaryOp', ...p.from(start), op, operand };
}

function power(p: Parser): Expression {
  const start = p.token;
  const left = awaitPrimary(p);
  const { index } = p;
  if (!p.take('**')) return left;
  const right = p.optional(index, factor);
  return right === null ? left : { nodeType: 'BinOp', ...p.from(start), left, op: 'Pow', right };
}

function awaitPrimary(p: Parser): Expression {
  if (!p.at('await')) return primary(p);
  const start = p.advance();
  const value = primary(p);
  return { nodeType: 'Await', ...p.from(start), value };
}
