/** Expressions, except calls, comprehensions, lambdas and strings. CPython: Python/codegen.c, codegen_visit_expr1 */
import { emptyTuple, PyTuple, type Value } from '../objects/value.ts';
import type { Expression, ExpressionOf } from '../syntax/tree.ts';
import { call } from './calls.ts';
import {
  attributeRange,
  type Compiler,
  emit,
  emitAwait,
  emitJump,
  emitNamed,
  loadConstant,
  newLabel,
  place,
  reject,
} from './compiler.ts';
import { comprehension, generatorExpression } from './comprehensions.ts';
import { dictDisplay, listDisplay, setDisplay, tupleDisplay } from './displays.ts';
import { fold } from './fold.ts';
import { formattedValue, joinedString, template } from './fstrings.ts';
import { lambda } from './functions.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { BinaryOperator, Comparison } from './opcodes.ts';
import { mangle } from './scope.ts';

export const BINARY: Readonly<Record<string, number>> = {
  Add: BinaryOperator.add,
  Sub: BinaryOperator.subtract,
  Mult: BinaryOperator.multiply,
  Div: BinaryOperator.trueDivide,
  FloorDiv: BinaryOperator.floorDivide,
  Mod: BinaryOperator.remainder,
  Pow: BinaryOperator.power,
  LShift: BinaryOperator.leftShift,
  RShift: BinaryOperator.rightShift,
  BitAnd: BinaryOperator.and,
  BitOr: BinaryOperator.or,
  BitXor: BinaryOperator.xor,
  MatMult: BinaryOperator.matrixMultiply,
};

const COMPARISONS: Readonly<Record<string, readonly [op: number, arg: number]>> = {
  Lt: [Op.COMPARE_OP, Comparison.lt],
  LtE: [Op.COMPARE_OP, Comparison.le],
  Eq: [Op.COMPARE_OP, Comparison.eq],
  NotEq: [Op.COMPARE_OP, Comparison.ne],
  Gt: [Op.COMPARE_OP, Comparison.gt],
  GtE: [Op.COMPARE_OP, Comparison.ge],
  Is: [Op.IS_OP, 0],
  IsNot: [Op.IS_OP, 1],
  In: [Op.CONTAINS_OP, 0],
  NotIn: [Op.CONTAINS_OP, 1],
};

const UNARY: Readonly<Record<string, number>> = {
  Invert: Op.UNARY_INVERT,
  Not: Op.UNARY_NOT,
  UAdd: Op.UNARY_POSITIVE,
  USub: Op.UNARY_NEGATIVE,
};

export function expression(c: Compiler, node: Expression): void {
  switch (node.nodeType) {
    case 'Name':
      return variable(c, node.id, 'load', node);
    case 'Constant':
      return loadConstant(c, node.value, node);
    case 'Attribute':
      c.expression(node.value);
      return emitNamed(c, Op.LOAD_ATTR, mangle(c.unit.scope, node.attr), attributeRange(node));
    case 'Call':
      return call(c, node);
    case 'Subscript':
      c.expression(node.value);
      c.expression(node.slice);
      return emit(c, Op.BINARY_SUBSCR, 0, node);
    case 'BoolOp':
      return booleanOperation(c, node);
    case 'BinOp':
      return binaryOperation(c, node);
    case 'UnaryOp':
      return unaryOperation(c, node);
    case 'Compare':
      return compare(c, node);
    case 'IfExp':
      return conditional(c, node);
    case 'NamedExpr':
      c.expression(node.value);
      emit(c, Op.COPY, 1, node);
      return c.store(node.target);
    case 'Tuple':
      return tupleDisplay(c, node);
    case 'List':
      return listDisplay(c, node);
    case 'Set':
      return setDisplay(c, node);
    case 'Dict':
      return dictDisplay(c, node);
    case 'Slice':
      return slice(c, node);
    case 'Starred':
      return reject(c, "can't use starred expression here", node);
    case 'JoinedStr':
      return joinedString(c, node);
    case 'TemplateStr':
      return template(c, node);
    case 'FormattedValue':
      return formattedValue(c, node);
    case 'Interpolation':
      return c.expression(node.value);
    case 'Lambda':
      return lambda(c, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      return comprehension(c, node);
    case 'GeneratorExp':
      return generatorExpression(c, node);
    case 'Await':
      c.expression(node.value);
      return emitAwait(c, node, 0);
    case 'Yield':
      return yieldValue(c, node);
    case 'YieldFrom':
      return yieldFrom(c, node);
  }
}

function booleanOperation(c: Compiler, node: ExpressionOf<'BoolOp'>): void {
  const op = node.op === 'And' ? Op.JUMP_IF_FALSE_OR_POP : Op.JUMP_IF_TRUE_OR_POP;
  const end = newLabel(c);
  node.values.forEach((value, index) => {
    c.expression(value);
    if (index < node.values.length - 1) emitJump(c, op, end, node);
  });
  place(c, end);
}

/** A long sum is a deep tree, leaning to the left: it is walked along its left side instead of by recursion. */
function binaryOperation(c: Compiler, node: ExpressionOf<'BinOp'>): void {
  const spine = [node];
  let leftmost = node.left;
  for (; leftmost.nodeType === 'BinOp'; leftmost = leftmost.left) spine.push(leftmost);
  if (fold(leftmost) !== undefined) return constantFirst(c, node);
  c.expression(leftmost);
  for (const inner of spine.toReversed()) applyOperator(c, inner);
}

function constantFirst(c: Compiler, node: ExpressionOf<'BinOp'>): void {
  const folded = fold(node);
  if (folded !== undefined) return loadConstant(c, folded, node);
  c.expression(node.left);
  applyOperator(c, node);
}

function applyOperator(c: Compiler, node: ExpressionOf<'BinOp'>): void {
  c.expression(node.right);
  emit(c, Op.BINARY_OP, BINARY[node.op] ?? 0, node);
}

function unaryOperation(c: Compiler, node: ExpressionOf<'UnaryOp'>): void {
  const folded = fold(node);
  if (folded !== undefined) return loadConstant(c, folded, node);
  c.expression(node.operand);
  emit(c, UNARY[node.op] ?? Op.NOP, 0, node);
}

function comparison(c: Compiler, operator: string, at: Expression): void {
  const [op, arg] = COMPARISONS[operator] ?? [Op.NOP, 0];
  emit(c, op, arg, at);
}

/** The right side of `in`: a display of constants is a constant. */
function comparator(c: Compiler, node: Expression, operator: string | undefined): void {
  const isMembership = operator === 'In' || operator === 'NotIn';
  const values = isMembership && (node.nodeType === 'List' || node.nodeType === 'Tuple') ? constants(node.elts) : null;
  if (values === null) c.expression(node);
  else loadConstant(c, values.length === 0 ? emptyTuple : new PyTuple(values), node);
}

function constants(nodes: readonly Expression[]): Value[] | null {
  const values: Value[] = [];
  for (const node of nodes) {
    const value = fold(node);
    if (value === undefined) return null;
    values.push(value);
  }
  return values;
}

/** CPython: codegen.c, codegen_compare */
function compare(c: Compiler, node: ExpressionOf<'Compare'>): void {
  c.expression(node.left);
  const last = node.ops.length - 1;
  if (last === 0) return compareLast(c, node, 0);
  const cleanup = newLabel(c);
  const end = newLabel(c);
  for (let i = 0; i < last; i++) {
    compareStep(c, node, i);
    emitJump(c, Op.JUMP_IF_FALSE_OR_POP, cleanup, node);
  }
  compareLast(c, node, last);
  emitJump(c, Op.JUMP, end, node);
  place(c, cleanup);
  emit(c, Op.SWAP, 2, node);
  emit(c, Op.POP_TOP, 0, node);
  place(c, end);
}

/** Compares and keeps the right operand below the result. */
export function compareStep(c: Compiler, node: ExpressionOf<'Compare'>, index: number): void {
  const right = node.comparators[index];
  if (right !== undefined) c.expression(right);
  emit(c, Op.SWAP, 2, node);
  emit(c, Op.COPY, 2, node);
  comparison(c, node.ops[index] ?? '', node);
}

export function compareLast(c: Compiler, node: ExpressionOf<'Compare'>, index: number): void {
  const right = node.comparators[index];
  const operator = node.ops[index] ?? '';
  if (right !== undefined) comparator(c, right, operator);
  comparison(c, operator, node);
}

function conditional(c: Compiler, node: ExpressionOf<'IfExp'>): void {
  const otherwise = newLabel(c);
  const end = newLabel(c);
  c.jumpIf(node.test, otherwise, false);
  c.expression(node.body);
  emitJump(c, Op.JUMP, end, null);
  place(c, otherwise);
  c.expression(node.orelse);
  place(c, end);
}

function slice(c: Compiler, node: ExpressionOf<'Slice'>): void {
  const bound = (part: Expression | null | undefined): void =>
    part ? c.expression(part) : loadConstant(c, null, node);
  bound(node.lower);
  bound(node.upper);
  if (node.step) c.expression(node.step);
  emit(c, Op.BUILD_SLICE, node.step ? 3 : 2, node);
}

function yieldValue(c: Compiler, node: ExpressionOf<'Yield'>): void {
  requireFunction(c, node, "'yield' outside function");
  if (node.value) c.expression(node.value);
  else loadConstant(c, null, node);
  emit(c, Op.YIELD_VALUE, 0, node);
}

function yieldFrom(c: Compiler, node: ExpressionOf<'YieldFrom'>): void {
  requireFunction(c, node, "'yield from' outside function");
  if (c.unit.owner.kind === 'function' && c.unit.owner.isCoroutine)
    reject(c, "'yield from' inside async function", node);
  c.expression(node.value);
  emit(c, Op.GET_YIELD_FROM_ITER, 0, node);
  loadConstant(c, null, node);
  emit(c, Op.YIELD_FROM, 0, node);
}

function requireFunction(c: Compiler, node: Expression, message: string): void {
  if (c.unit.owner.kind === 'module' || c.unit.owner.kind === 'class') reject(c, message, node);
}
