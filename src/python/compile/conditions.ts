/** Conditions as jumps. CPython: Python/codegen.c, codegen_jump_if */
import type { Expression, ExpressionOf } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import { type Compiler, emit, emitJump, newLabel, place } from './compiler.ts';
import { compareLast, compareStep } from './expressions.ts';
import { foldTruth } from './fold.ts';
import * as Op from './op.ts';

export function jumpIf(c: Compiler, node: Expression, label: Label, condition: boolean): void {
  switch (node.nodeType) {
    case 'UnaryOp':
      if (node.op !== 'Not') break;
      return jumpIf(c, node.operand, label, !condition);
    case 'BoolOp':
      return jumpIfBoolean(c, node, label, condition);
    case 'IfExp':
      return jumpIfConditional(c, node, label, condition);
    case 'Compare':
      if (node.ops.length === 1) {
        if (jumpIfNone(c, node, label, condition)) return;
        break;
      }
      return jumpIfChain(c, node, label, condition);
    case 'Constant':
    case 'Name': {
      const truth = foldTruth(node);
      if (truth === undefined) break;
      if (truth === condition) emitJump(c, Op.JUMP, label, node);
      return;
    }
  }
  c.expression(node);
  emitJump(c, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, label, node);
}

function jumpIfBoolean(c: Compiler, node: ExpressionOf<'BoolOp'>, label: Label, condition: boolean): void {
  const isOr = node.op === 'Or';
  // A value that decides the whole early goes to `early`.
  const end = newLabel(c);
  const early = isOr === condition ? label : end;
  const last = node.values.length - 1;
  node.values.forEach((value, index) => {
    if (index < last) jumpIf(c, value, early, isOr);
    else jumpIf(c, value, label, condition);
  });
  place(c, end);
}

function jumpIfConditional(c: Compiler, node: ExpressionOf<'IfExp'>, label: Label, condition: boolean): void {
  const otherwise = newLabel(c);
  const end = newLabel(c);
  jumpIf(c, node.test, otherwise, false);
  jumpIf(c, node.body, label, condition);
  emitJump(c, Op.JUMP, end, null);
  place(c, otherwise);
  jumpIf(c, node.orelse, label, condition);
  place(c, end);
}

/** `x is None` and `x is not None`. */
function jumpIfNone(c: Compiler, node: ExpressionOf<'Compare'>, label: Label, condition: boolean): boolean {
  const operator = node.ops[0];
  const right = node.comparators[0];
  if ((operator !== 'Is' && operator !== 'IsNot') || right?.nodeType !== 'Constant' || right.value !== null)
    return false;
  c.expression(node.left);
  emitJump(c, (operator === 'Is') === condition ? Op.POP_JUMP_IF_NONE : Op.POP_JUMP_IF_NOT_NONE, label, node);
  return true;
}

function jumpIfChain(c: Compiler, node: ExpressionOf<'Compare'>, label: Label, condition: boolean): void {
  const cleanup = newLabel(c);
  const end = newLabel(c);
  const last = node.ops.length - 1;
  c.expression(node.left);
  for (let i = 0; i < last; i++) {
    compareStep(c, node, i);
    emitJump(c, Op.POP_JUMP_IF_FALSE, cleanup, node);
  }
  compareLast(c, node, last);
  emitJump(c, condition ? Op.POP_JUMP_IF_TRUE : Op.POP_JUMP_IF_FALSE, label, node);
  emitJump(c, Op.JUMP, end, null);
  place(c, cleanup);
  emit(c, Op.POP_TOP, 0, node);
  if (!condition) emitJump(c, Op.JUMP, label, null);
  place(c, end);
}
