/**
 * The instructions as the dispatch loop reads them: number and argument in one word (`op | arg << 8`), and frequent sequences made
 * one, so that the loop takes one step instead of several. A word stands where its instruction stood, the argument's old place is
 * free: jumps, places in the code and the tables of a code object stay as they are.
 *
 * Only the first word of a sequence gets another number. The others can still be jumped to; and an instruction that stands for a
 * sequence may do its beginning only and go on with the rest one by one, which is what it does in all but the simplest cases.
 */
import * as Op from './op.ts';

/** Longer ones come before those that they begin with. */
const SEQUENCES: readonly (readonly [fused: number, ...sequence: number[]])[] = [
  [Op.COMPARE_FAST_CONST_JUMP, Op.LOAD_FAST, Op.LOAD_CONST, Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE],
  [Op.COMPARE_FAST_FAST_JUMP, Op.LOAD_FAST, Op.LOAD_FAST, Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE],
  [Op.COMPARE_CONST_JUMP, Op.LOAD_CONST, Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE],
  [Op.BINARY_FAST_CONST, Op.LOAD_FAST, Op.LOAD_CONST, Op.BINARY_OP],
  [Op.BINARY_FAST_FAST, Op.LOAD_FAST, Op.LOAD_FAST, Op.BINARY_OP],
  [Op.BINARY_CONST, Op.LOAD_CONST, Op.BINARY_OP],
  [Op.BINARY_FAST, Op.LOAD_FAST, Op.BINARY_OP],
  [Op.COMPARE_OP_POP_JUMP_IF_FALSE, Op.COMPARE_OP, Op.POP_JUMP_IF_FALSE],
  [Op.LOAD_FAST_LOAD_FAST, Op.LOAD_FAST, Op.LOAD_FAST],
  [Op.LOAD_FAST_LOAD_CONST, Op.LOAD_FAST, Op.LOAD_CONST],
  [Op.LOAD_FAST_LOAD_ATTR, Op.LOAD_FAST, Op.LOAD_ATTR],
  [Op.LOAD_SUPER_METHOD, Op.LOAD_GLOBAL, Op.PUSH_NULL, Op.CALL, Op.LOAD_METHOD],
  [Op.LOAD_GLOBAL_PUSH_NULL, Op.LOAD_GLOBAL, Op.PUSH_NULL],
];

const BY_FIRST: ReadonlyMap<number, typeof SEQUENCES> = new Map(
  SEQUENCES.map(([, first]) => [first as number, SEQUENCES.filter((sequence) => sequence[1] === first)]),
);

export function fuse(ops: Int32Array, names: readonly string[]): Int32Array {
  const words = new Int32Array(ops.length);
  for (let pc = 0; pc < ops.length; pc += 2) {
    const op = ops[pc] as number;
    words[pc] = fusedAt(ops, pc, names) | ((ops[pc + 1] as number) << 8);
    // Where the result of a BINARY_OP or FOR_ITER is stored at once: the slot, or -1.
    if (op === Op.BINARY_OP || op === Op.FOR_ITER)
      words[pc + 1] = ops[pc + 2] === Op.STORE_FAST ? (ops[pc + 3] as number) : -1;
  }
  return words;
}

/** The same, one word for one instruction. */
export function unfused(ops: Int32Array): Int32Array {
  const words = new Int32Array(ops.length);
  for (let pc = 0; pc < ops.length; pc += 2) {
    words[pc] = (ops[pc] as number) | ((ops[pc + 1] as number) << 8);
    if (ops[pc] === Op.BINARY_OP || ops[pc] === Op.FOR_ITER) words[pc + 1] = -1;
  }
  return words;
}

function fusedAt(ops: Int32Array, pc: number, names: readonly string[]): number {
  const op = ops[pc] as number;
  for (const [fused, ...sequence] of BY_FIRST.get(op) ?? [])
    if (sequence.every((wanted, index) => ops[pc + index * 2] === wanted)) {
      if (fused !== Op.LOAD_SUPER_METHOD || (names[ops[pc + 1] as number] === 'super' && ops[pc + 5] === 0))
        return fused;
    }
  return op;
}
