/** What can be computed while compiling: small arithmetic on literals, and tuples of constants. CPython: Python/flowgraph.c */
import { emptyTuple, normalizeInt, PyFloat, PyTuple, type Value } from '../objects/value.ts';
import type { Expression, ExpressionOf } from '../syntax/tree.ts';

/** The constant that an expression always gives; undefined when it is not one. */
export function fold(node: Expression): Value | undefined {
  switch (node.nodeType) {
    case 'Constant':
      return node.value;
    case 'UnaryOp':
      return foldUnary(node);
    case 'BinOp':
      return foldBinary(node);
    case 'Tuple':
      return foldTuple(node);
    case 'Name':
      return node.id === '__debug__' && node.ctx === 'Load' ? true : undefined;
    default:
      return undefined;
  }
}

function foldTuple(node: ExpressionOf<'Tuple'>): Value | undefined {
  if (node.ctx !== 'Load') return undefined;
  const items: Value[] = [];
  for (const element of node.elts) {
    const item = fold(element);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items.length === 0 ? emptyTuple : new PyTuple(items);
}

function foldUnary(node: ExpressionOf<'UnaryOp'>): Value | undefined {
  const operand = fold(node.operand);
  if (operand === undefined) return undefined;
  const isInt = typeof operand === 'number' || typeof operand === 'bigint';
  switch (node.op) {
    case 'USub':
      if (operand instanceof PyFloat) return new PyFloat(-operand.value);
      return isInt ? normalizeInt(-BigInt(operand)) : undefined;
    case 'UAdd':
      return isInt || operand instanceof PyFloat ? operand : undefined;
    case 'Invert':
      return isInt ? normalizeInt(~BigInt(operand)) : undefined;
    case 'Not':
      return operand === null || typeof operand === 'boolean' ? !operand : undefined;
  }
}

const SHIFT_MAX = 128;

function foldBinary(node: ExpressionOf<'BinOp'>): Value | undefined {
  const left = fold(node.left);
  if (left === undefined) return undefined;
  const right = fold(node.right);
  if (typeof left === 'string' && typeof right === 'string' && node.op === 'Add') return left + right;
  if (left instanceof PyFloat || right instanceof PyFloat) return foldFloats(node.op, left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  return foldInts(node.op, left, right);
}

function foldInts(operator: string, left: number, right: number): Value | undefined {
  switch (operator) {
    case 'Add':
      return normalizeInt(BigInt(left) + BigInt(right));
    case 'Sub':
      return normalizeInt(BigInt(left) - BigInt(right));
    case 'Mult':
      return normalizeInt(BigInt(left) * BigInt(right));
    case 'Div':
      return right === 0 ? undefined : new PyFloat(left / right);
    case 'LShift':
      return right >= 0 && right <= SHIFT_MAX ? normalizeInt(BigInt(left) << BigInt(right)) : undefined;
    case 'Pow':
      return right >= 0 && right <= SHIFT_MAX && Math.abs(left) <= SHIFT_MAX
        ? normalizeInt(BigInt(left) ** BigInt(right))
        : undefined;
    case 'BitOr':
      return normalizeInt(BigInt(left) | BigInt(right));
    case 'BitAnd':
      return normalizeInt(BigInt(left) & BigInt(right));
    default:
      return undefined;
  }
}

function foldFloats(operator: string, left: Value, right: Value | undefined): Value | undefined {
  const a = left instanceof PyFloat ? left.value : left;
  const b = right instanceof PyFloat ? right.value : right;
  if (typeof a !== 'number' || typeof b !== 'number') return undefined;
  switch (operator) {
    case 'Add':
      return new PyFloat(a + b);
    case 'Sub':
      return new PyFloat(a - b);
    case 'Mult':
      return new PyFloat(a * b);
    case 'Div':
      return b === 0 ? undefined : new PyFloat(a / b);
    default:
      return undefined;
  }
}

/** Whether a condition is always true or always false; undefined when it has to be tested. */
export function foldTruth(node: Expression): boolean | undefined {
  const value = node.nodeType === 'Constant' || node.nodeType === 'Name' ? fold(node) : undefined;
  if (value === undefined) return undefined;
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string')
    return Boolean(value);
  return value instanceof PyFloat ? value.value !== 0 : undefined;
}
