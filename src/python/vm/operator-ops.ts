/** BINARY_OP and COMPARE_OP of anything: a method written in Python gets a frame. */
import * as Op from '../compile/op.ts';
import { PyFunction } from '../objects/function.ts';
import type { Outcome } from '../objects/native.ts';
import {
  afterDeclined,
  binaryOp,
  compareOp,
  comparisonDeclined,
  firstComparison,
  firstMethod,
  inPlaceOp,
} from '../objects/operators.ts';
import { NotImplemented, PyObject, type Value } from '../objects/value.ts';
import { callFunction } from './call.ts';
import { type Frame, Ret } from './frame.ts';

/** `arg` is that of BINARY_OP. */
export function operate(arg: number, a: Value, b: Value): Outcome {
  const operator = arg & (Op.IN_PLACE - 1);
  const isInPlace = arg >= Op.IN_PLACE;
  if (a instanceof PyObject && a.cls.isHeapType) {
    const method = firstMethod(operator, isInPlace, a, b);
    if (method instanceof PyFunction) return callFunction(method, [a, b], null, Ret.operator);
  }
  return isInPlace ? inPlaceOp(operator, a, b) : binaryOp(operator, a, b);
}

export function compare(comparison: number, a: Value, b: Value): Outcome {
  if (a instanceof PyObject && a.cls.isHeapType) {
    const method = firstComparison(comparison, a, b);
    if (method instanceof PyFunction) return callFunction(method, [a, b], null, Ret.operator);
  }
  return compareOp(comparison, a, b);
}

/** What the method of an operator returned to the frame that executes it. The operands still lie above its stack. */
export function operatorResult(frame: Frame, value: Value): Value {
  if (value !== NotImplemented) return value;
  const a = frame.slots[frame.sp] as Value;
  const b = frame.slots[frame.sp + 1] as Value;
  const arg = frame.code.ops[frame.pc + 1] as number;
  if (frame.code.ops[frame.pc] === Op.COMPARE_OP) return comparisonDeclined(arg, a, b);
  return afterDeclined(arg & (Op.IN_PLACE - 1), arg >= Op.IN_PLACE, a, b);
}
