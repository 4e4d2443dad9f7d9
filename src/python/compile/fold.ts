/** What can be computed while compiling: small arithmetic on literals, and tuples of constants. CPython: Python/flowgraph.c */
import { normalizeInt, PyFloat, PyTuple, type Value } from '../objects/value.ts';
import { constantValue } from '../syntax/constants.ts';
import type { Source } from '../syntax/source.ts';
import type { Expression, ExpressionOf } from '../syntax/tree.ts';

/** The constant that an expression always gives; undefined when it is not one. */
export function fold(source: Source, node: Expression): Value | undefined {
  switch (node.nodeType) {
    case 'Constant': return constantValue(source, node);
    case 'UnaryOp': return foldUnary(source, node);
    case 'BinOp': return foldBinary(source, node);
    case 'Tuple': return foldTuple(source, node);
    case 'Name': return node.id === '__debug__' && node.ctx.nodeType === 'Load' ? true : undefined;
    default: return undefined;
  }
}

function foldTuple(source: Source, node: ExpressionOf<'Tuple'>): Value | undefined {
  if (node.ctx.nodeType !== 'Load') return undefined;
  const items: Value[] = [];
  for (const element of node.elts) {
    const item = fold(source, element);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return new PyTuple(items);
}

function foldUnary(source: Source, node: ExpressionOf<'UnaryOp'>): Value | undefined {
  const operand = fold(source, node.operand);
  if (operand === undefined) return undefined;
  const isInt = typeof operand === 'number' || typeof operand === 'bigint';
  switch (node.op.nodeType) {
    case 'USub':
      if (operand instanceof PyFloat) return new PyFloat(-operand.value);
      return isInt ? normalizeInt(-BigInt(operand)) : undefined;
    case 'UAdd': return isInt || operand instanceof PyFloat ? operand : undefined;
    case 'Invert': return isInt ? normalizeInt(~BigInt(operand)) : undefined;
    case 'Not': return operand === null || typeof operand === 'boolean' ? !operand : undefined;
  }
}

const SHIFT_MAX = 128;

function foldBinary(source: Source, node: ExpressionOf<'BinOp'>): Value | undefined {
  const left = fold(source, node.left);
  if (left === undefined) return undefined;
  const right = fold(source, node.right);
  if (typeof left === 'string' && typeof right === 'string' && node.op.nodeType === 'Add') return left + right;
  if (left instanceof PyFloat || right instanceof PyFloat) return foldFloats(node.op.nodeType, left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return foldInts(node.op.nodeType, left, right);
}

function foldInts(operator: string, left: number, right: number): Value | undefined {
  switch (operator) {
    case 'Add': return normalizeInt(BigInt(left) + BigInt(right));
    case 'Sub': return normalizeInt(BigInt(left) - BigInt(right));
    case 'Mult': return normalizeInt(BigInt(left) * BigInt(right));
    case 'Div': return right === 0 ? undefined : new PyFloat(left / right);
    case 'LShift': return right >= 0 && right <= SHIFT_MAX ? normalizeInt(BigInt(left) << BigInt(right)) : undefined;
    case 'Pow': return right >= 0 && right <= SHIFT_MAX && Math.abs(left) <= SHIFT_MAX ? normalizeInt(BigInt(left) ** BigInt(right)) : undefined;
    case 'BitOr': return normalizeInt(BigInt(left) | BigInt(right));
    case 'BitAnd': return normalizeInt(BigInt(left) & BigInt(right));
    default: return undefined;
  }
}

function foldFloats(operator: string, left: Value, right: Value | undefined): Value | undefined {
  const a = left instanceof PyFloat ? left.value : left;
  const b = right instanceof PyFloat ? right.value : right;
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operator) {
    case 'Add': return new PyFloat(a + b);
    case 'Sub': return new PyFloat(a - b);
    case 'Mult': return new PyFloat(a * b);
    case 'Div': return b === 0 ? undefined : new PyFloat(a / b);
    default: return undefined;
  }
}

/** Whether a condition is always true or always false; undefined when it has to be tested. */
export function foldTruth(source: Source, node: Expression): boolean | undefined {
  const value = node.nodeType === 'Constant' || node.nodeType === 'Name' ? fold(source, node) : undefined;
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') return Boolean(value);
  return value instanceof PyFloat ? value.value !== 0 : undefined;
}
