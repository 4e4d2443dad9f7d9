/**
 * Checks a code object by walking through all its ways: the stack never runs empty, joins agree about its depth, jumps and
 * handlers lead to instructions, operands exist. For tests; a fault is a sentence, none is an empty list.
 */
import { Code } from './code.ts';
import { effectOf, isJump, isTerminal, jumpEffectOf } from './effects.ts';
import * as Op from './op.ts';
import { OP_NAMES } from './opcodes.ts';
import { NAME_OPS, SLOT_OPS } from './operands.ts';

export function verify(code: Code): string[] {
  const faults = new Faults(code);
  checkOperands(code, faults);
  walk(code, faults);
  const inner = code.constants.filter((value) => value instanceof Code);
  return [...faults.sentences, ...inner.flatMap(verify)];
}

class Faults {
  readonly sentences: string[] = [];
  private readonly code: Code;
  constructor(code: Code) {
    this.code = code;
  }
  add(index: number, what: string): void {
    const name = OP_NAMES[this.code.ops[index] ?? -1] ?? 'nothing';
    this.sentences.push(`${this.code.filename} ${this.code.qualname} ${index} ${name}: ${what}`);
  }
}

function walk(code: Code, faults: Faults): void {
  const depths = new Map<number, number>([[0, 0]]);
  const todo = [0];
  const arrive = (from: number, to: number, depth: number): void => {
    if (to % 2 !== 0 || to < 0 || to >= code.ops.length) return faults.add(from, `goes to ${to}`);
    if (depth < 0) faults.add(from, 'the stack runs empty');
    if (depth > code.stackSize) faults.add(from, `the stack grows to ${depth}, over ${code.stackSize}`);
    const known = depths.get(to);
    if (known === undefined) {
      depths.set(to, depth);
      todo.push(to);
    } else if (known !== depth) faults.add(from, `joins ${to} with depth ${depth}, elsewhere ${known}`);
  };
  for (let at = todo.pop(); at !== undefined; at = todo.pop()) step(code, at, depths.get(at) ?? 0, arrive, faults);
  // A jump to a jump goes straight to the end of the chain, which may leave a jump that nothing reaches.
  for (let i = 0; i < code.ops.length; i += 2) {
    if (!depths.has(i) && code.ops[i] !== Op.JUMP && code.ops[i] !== Op.JUMP_BACKWARD)
      faults.add(i, 'is never reached');
  }
}

function step(
  code: Code,
  at: number,
  depth: number,
  arrive: (from: number, to: number, depth: number) => void,
  faults: Faults,
): void {
  const op = code.ops[at] ?? 0;
  const arg = code.ops[at + 1] ?? 0;
  if (depth < needs(op, arg)) faults.add(at, `needs ${needs(op, arg)} values, has ${depth}`);
  const handler = handlerOf(code, at);
  if (handler !== null) {
    if (handler.depth > depth) faults.add(at, `its handler keeps ${handler.depth} of ${depth} values`);
    arrive(at, handler.target, handler.depth + 1);
  }
  if (isJump(op)) arrive(at, arg, depth + jumpEffectOf(op));
  if (!isTerminal(op)) arrive(at, at + 2, depth + effectOf(op, arg));
  if (op === Op.JUMP_BACKWARD && arg > at) faults.add(at, 'jumps forward');
  if (isJump(op) && op !== Op.JUMP_BACKWARD && arg <= at) faults.add(at, 'jumps backward');
}

function handlerOf(code: Code, at: number): { target: number; depth: number } | null {
  for (let i = 0; i < code.exceptionTable.length; i += 4) {
    const [start = 0, end = 0, target = 0, depth = 0] = code.exceptionTable.subarray(i, i + 4);
    if (at >= start && at < end) return { target, depth };
  }
  return null;
}

/** How many values an instruction looks at. */
function needs(op: number, arg: number): number {
  switch (op) {
    case Op.COPY:
    case Op.SWAP:
      return arg;
    case Op.LIST_APPEND:
    case Op.SET_ADD:
    case Op.LIST_EXTEND:
    case Op.SET_UPDATE:
    case Op.DICT_UPDATE:
      return arg + 1;
    case Op.MAP_ADD:
      return arg + 2;
    case Op.DICT_MERGE:
      return arg + 4;
    case Op.CALL:
      return arg + 2;
    case Op.CALL_KW:
      return arg + 3;
    case Op.CALL_EX:
      return arg + 3;
    case Op.WITH_EXCEPT_START:
    case Op.MATCH_CLASS:
      return 3;
    case Op.CHECK_EXC_MATCH:
    case Op.CHECK_EG_MATCH:
    case Op.MATCH_KEYS:
    case Op.END_ASYNC_FOR:
      return 2;
    default:
      return Math.max(0, -effectOf(op, arg));
  }
}

function checkOperands(code: Code, faults: Faults): void {
  const cells = cellSlots(code);
  for (let at = 0; at < code.ops.length; at += 2) {
    const op = code.ops[at] ?? 0;
    const arg = code.ops[at + 1] ?? 0;
    if (op === Op.LOAD_CONST && arg >= code.constants.length) faults.add(at, `no constant ${arg}`);
    if (SLOT_OPS.has(op) && (arg < 0 || arg >= code.slotNames.length)) faults.add(at, `no slot ${arg}`);
    if (NAME_OPS.has(op) && arg >= code.names.length) faults.add(at, `no name ${arg}`);
    if (isDeref(op) && !cells.has(arg)) faults.add(at, `slot ${arg} holds no cell`);
    if (op === Op.LOAD_FAST && cells.has(arg)) faults.add(at, `slot ${arg} holds a cell`);
    if (op === Op.COPY_FREE_VARS && arg !== code.freeNames.length) faults.add(at, 'wrong number of free variables');
  }
  if (code.positions.length !== code.ops.length * 2) faults.add(0, 'positions are missing');
  if (code.freeStart !== code.slotNames.length - code.freeNames.length)
    faults.add(0, 'the free variables are not last');
}

function isDeref(op: number): boolean {
  return (
    op === Op.LOAD_DEREF ||
    op === Op.STORE_DEREF ||
    op === Op.DELETE_DEREF ||
    op === Op.LOAD_FROM_DICT_OR_DEREF ||
    op === Op.LOAD_CLOSURE
  );
}

/** Slots that are cells: made by MAKE_CELL, or free variables. */
function cellSlots(code: Code): ReadonlySet<number> {
  const cells = new Set<number>();
  for (let at = 0; at < code.ops.length; at += 2) if (code.ops[at] === Op.MAKE_CELL) cells.add(code.ops[at + 1] ?? -1);
  for (let slot = code.freeStart; slot < code.slotNames.length; slot++) cells.add(slot);
  return cells;
}
