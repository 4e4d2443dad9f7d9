/** Assignments of all kinds, and expressions as statements. CPython: Grammar/python.gram, "assignment", "invalid_assignment" */
import { explainNamedExpression } from './explain.ts';
import type { Parser } from './parser.ts';
import { asTarget, describe, invalidTarget } from './targets.ts';
import { Kind, type Token } from './tokens.ts';
import type { BinaryWord, Expression, Statement } from './tree.ts';

const AUGMENTED: Readonly<Record<string, BinaryWord>> = {
  '+=': 'Add',
  '-=': 'Sub',
  '*=': 'Mult',
  '@=': 'MatMult',
  '/=': 'Div',
  '%=': 'Mod',
  '&=': 'BitAnd',
  '|=': 'BitOr',
  '^=': 'BitXor',
  '<<=': 'LShift',
  '>>=': 'RShift',
  '**=': 'Pow',
  '//=': 'FloorDiv',
};

export function assignmentOrExpression(p: Parser): Statement {
  const start = p.token;
  const first = p.grammar.valueExpression(p);
  if (p.token.kind !== Kind.operator) return expressionStatement(p, start, first);
  const { text } = p.token;
  if (text === '=') return assignment(p, start, first);
  if (text === ':') return annotated(p, start, first);
  const op = AUGMENTED[text];
  return op === undefined ? expressionStatement(p, start, first) : augmented(p, start, { target: first, op });
}

function expressionStatement(p: Parser, start: Token, value: Expression): Statement {
  return { nodeType: 'Expr', ...p.from(start), value };
}

function assignment(p: Parser, start: Token, first: Expression): Statement {
  const targets: Expression[] = [];
  let value = first;
  while (p.at('=')) {
    const invalid = isYield(value) && !isInBrackets(p, start, value) ? value : invalidTarget(value);
    if (invalid !== null) return refuse(p, start, value, invalid);
    p.advance();
    targets.push(asTarget(value, 'Store'));
    value = p.grammar.valueExpression(p);
  }
  return { nodeType: 'Assign', ...p.from(start), targets, value };
}

function isYield(node: Expression): boolean {
  return node.nodeType === 'Yield' || node.nodeType === 'YieldFrom';
}

function isInBrackets(p: Parser, start: Token, node: Expression): boolean {
  return start.text === '(' && p.last.text === ')' && node.col_offset > start.col_offset;
}

function refuse(p: Parser, start: Token, value: Expression, invalid: Expression): never {
  if (!p.isExplaining) return p.fail();
  const { index } = p;
  p.reset(p.tokens.indexOf(start));
  explainElements(p);
  p.reset(index);
  if (isYield(value) && invalid === value) p.reject('assignment to yield expression not possible', value);
  return p.reject(`cannot assign to ${describe(invalid)}`, invalid);
}

/** Each element of a tuple without brackets is looked at for itself. */
function explainElements(p: Parser): void {
  p.lookAhead(() => {
    do {
      if (!p.at('*')) explainNamedExpression(p);
      p.grammar.starNamedExpression(p);
    } while (p.take(','));
  });
}

function annotated(p: Parser, start: Token, target: Expression): Statement {
  const isSingle = target.nodeType === 'Name' || target.nodeType === 'Attribute' || target.nodeType === 'Subscript';
  if (!isSingle) return refuseAnnotation(p, target);
  const colon = p.advance();
  if (p.isExplaining && p.lookAhead(() => p.grammar.expression(p)) === null) {
    p.reset(p.tokens.indexOf(colon));
    p.fail();
  }
  const annotation = p.grammar.expression(p);
  const value = p.take('=') ? p.grammar.valueExpression(p) : null;
  asTarget(target, 'Store');
  const simple = target.nodeType === 'Name' && start.text !== '(';
  return { nodeType: 'AnnAssign', ...p.from(start), target, annotation, value, simple };
}

function refuseAnnotation(p: Parser, target: Expression): never {
  if (!p.isExplaining) return p.fail();
  p.advance();
  p.grammar.expression(p);
  const isMany = target.nodeType === 'Tuple' || target.nodeType === 'List';
  if (!isMany) return p.reject('illegal target for annotation', target);
  const [first] = target.elts;
  const isBare = first !== undefined && first.col_offset === target.col_offset && first.lineno === target.lineno;
  return p.reject(`only single target (not ${describe(target)}) can be annotated`, isBare ? first : target);
}

function augmented(p: Parser, start: Token, { target, op }: { target: Expression; op: BinaryWord }): Statement {
  const isSingle = target.nodeType === 'Name' || target.nodeType === 'Attribute' || target.nodeType === 'Subscript';
  if (!isSingle && !p.isExplaining) return p.fail();
  p.advance();
  const value = p.grammar.valueExpression(p);
  if (!isSingle) return p.reject(`'${describe(target)}' is an illegal expression for augmented assignment`, target);
  asTarget(target, 'Store');
  return { nodeType: 'AugAssign', ...p.from(start), target, op, value };
}
