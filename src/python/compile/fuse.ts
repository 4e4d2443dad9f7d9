/**
 * Frequent pairs of instructions, made one: the dispatch loop then takes one step instead of two. Only the first of the two gets
 * another number; nothing moves, so that places in the code, jumps and the tables of a code object stay as they are.
 */
import * as Op from './op.ts';

const PAIRS: ReadonlyMap<number, number> = new Map([
  [pair(Op.LOAD_FAST, Op.LOAD_FAST), Op.LOAD_FAST_LOAD_FAST],
  [pair(Op.LOAD_FAST, Op.LOAD_CONST), Op.LOAD_FAST_LOAD_CONST],
  [pair(Op.LOAD_FAST, Op.LOAD_ATTR), Op.LOAD_FAST_LOAD_ATTR],
  [pair(Op.LOAD_GLOBAL, Op.PUSH_NULL), Op.LOAD_GLOBAL_PUSH_NULL],
  [pair(Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE), Op.COMPARE_OP_POP_JUMP_IF_FALSE],
]);

function pair(first: number, second: number): number {
  return first * 256 + second;
}

/** A copy of `ops` for the dispatch loop. */
export function fuse(ops: Int32Array): Int32Array {
  const fused = ops.slice();
  for (let pc = 0; pc + 2 < ops.length; pc += 2) {
    const both = PAIRS.get(pair(ops[pc] as number, ops[pc + 2] as number));
    if (both === undefined) continue;
    fused[pc] = both;
    // What was taken into a pair begins no other: it is not reached as an instruction of its own, except by a jump.
    pc += 2;
  }
  return fused;
}
