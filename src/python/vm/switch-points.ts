/**
 * Where a thread may lose its turn in the middle of a statement: `counter += 1` loads, adds and stores, and another thread may run in
 * between. A SWITCH is planted in a copy of the instructions, so that programs with one thread pay nothing for it.
 * DIVERGES: CPython looks whether its turn is over at calls and backward jumps only; the language promises no more than this does.
 */
import type { Code } from '../compile/code.ts';
import { unfused } from '../compile/fuse.ts';
import * as Op from '../compile/op.ts';

/** Whatever ends straight-line code, and what must not be parted from the instruction before it. */
const ENDS: ReadonlySet<number> = new Set<number>([
  Op.LINE,
  Op.JUMP,
  Op.JUMP_BACKWARD,
  Op.POP_JUMP_IF_FALSE,
  Op.POP_JUMP_IF_TRUE,
  Op.POP_JUMP_IF_NONE,
  Op.POP_JUMP_IF_NOT_NONE,
  Op.JUMP_IF_FALSE_OR_POP,
  Op.JUMP_IF_TRUE_OR_POP,
  Op.FOR_ITER,
  Op.YIELD_FROM,
  Op.YIELD_VALUE,
  Op.RETURN_VALUE,
  Op.RERAISE,
  Op.RAISE_VARARGS,
]);

/** Places before which the thread can be taken off: `from`, and every later instruction up to the end of the statement. */
export function switchPoints(code: Code, from: number): number[] {
  const { ops } = code;
  const points = [from];
  for (let pc = from; pc + 2 < ops.length && !ENDS.has(ops[pc] as number); pc += 2)
    if (ops[pc + 2] !== Op.RERAISE) points.push(pc + 2);
  return points;
}

/** The instructions of `code` for the dispatch loop, with a SWITCH in the place of one; it goes on there with its own. */
export function plantSwitch(code: Code, pc: number): Int32Array {
  const planted = unfused(code.ops);
  planted[pc] = Op.SWITCH;
  return planted;
}
