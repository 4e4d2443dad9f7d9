/**
 * Leaving blocks early: `return`, `break` and `continue` first do what each block around them asks for.
 * CPython: Python/codegen.c, codegen_unwind_fblock and codegen_unwind_fblock_stack
 */
import type { Range, StatementOf } from '../syntax/tree.ts';
import { type Compiler, emit, emitJump, loadConstant, reject } from './compiler.ts';
import { fold } from './fold.ts';
import * as Op from './op.ts';
import type { Block } from './unit.ts';

export type Loop = Extract<Block, { kind: 'while' | 'for' }>;

/** Runs `emitBody` with the block open. */
export function withinBlock(c: Compiler, block: Block, emitBody: () => void): void {
  c.unit.blocks.push(block);
  emitBody();
  c.unit.blocks.pop();
}

export function returnStatement(c: Compiler, node: StatementOf<'Return'>): void {
  const { owner, assembler } = c.unit;
  if (owner.kind === 'module' || owner.kind === 'class') reject(c, "'return' outside function", node);
  if (node.value && owner.isCoroutine && owner.isGenerator) reject(c, "'return' with value in async generator", node);
  const constant = node.value ? fold(node.value) : null;
  const keepsTop = constant === undefined;
  if (keepsTop && node.value) c.expression(node.value);
  const handlers = assembler.saveHandlers();
  unwind(c, { keepsTop, untilLoop: false, at: node });
  if (constant !== undefined) loadConstant(c, constant, node.value ?? node);
  emit(c, Op.RETURN_VALUE, 0, constant === undefined ? node : (node.value ?? node));
  assembler.restoreHandlers(handlers);
}

export function breakStatement(c: Compiler, node: StatementOf<'Break'>): void {
  leaveLoop(c, node, "'break' outside loop", (loop) => {
    if (loop.kind === 'for') emit(c, Op.POP_TOP, 0, node);
    emitJump(c, Op.JUMP, loop.exit, node);
  });
}

export function continueStatement(c: Compiler, node: StatementOf<'Continue'>): void {
  leaveLoop(c, node, "'continue' not properly in loop", (loop) => nextRound(c, loop, node));
}

/** Back to the head of the loop; a `for` is recorded as a line again each time. */
export function nextRound(c: Compiler, loop: Loop, at: Range): void {
  if (c.recordLines && loop.kind === 'for') emit(c, Op.LINE, loop.line, at);
  emitJump(c, Op.JUMP, loop.start, at);
}

function leaveLoop(
  c: Compiler,
  node: StatementOf<'Break' | 'Continue'>,
  message: string,
  leave: (loop: Loop) => void,
): void {
  const { assembler } = c.unit;
  const handlers = assembler.saveHandlers();
  const loop = unwind(c, { keepsTop: false, untilLoop: true, at: node });
  if (loop === null) return reject(c, message, node);
  leave(loop);
  assembler.restoreHandlers(handlers);
}

interface Unwinding {
  /** A value on top (what is returned) stays there. */
  readonly keepsTop: boolean;
  readonly untilLoop: boolean;
  readonly at: Range;
}

/** Leaves the blocks from the inside out; each is closed while those around it are being left. */
function unwind(c: Compiler, unwinding: Unwinding): Loop | null {
  const { blocks } = c.unit;
  const block = blocks.at(-1);
  if (block === undefined) return null;
  if (block.kind === 'groupHandler') {
    reject(c, "'break', 'continue' and 'return' cannot appear in an except* block", unwinding.at);
  }
  if (unwinding.untilLoop && (block.kind === 'while' || block.kind === 'for')) return block;
  blocks.pop();
  leaveBlock(c, block, unwinding);
  const loop = unwind(c, unwinding);
  blocks.push(block);
  return loop;
}

function leaveBlock(c: Compiler, block: Block, { keepsTop, at }: Unwinding): void {
  const { assembler } = c.unit;
  const swap = (): void => {
    if (keepsTop) emit(c, Op.SWAP, 2, at);
  };
  switch (block.kind) {
    case 'while':
    case 'groupHandler':
      return;
    case 'for':
    case 'value':
      swap();
      return emit(c, Op.POP_TOP, 0, at);
    case 'try':
      return assembler.unprotect();
    case 'finallyTry':
      assembler.unprotect();
      if (keepsTop) return withinBlock(c, { kind: 'value' }, block.emitBody);
      return block.emitBody();
    case 'finallyEnd':
      swap();
      emit(c, Op.POP_TOP, 0, at);
      swap();
      assembler.unprotect();
      return emit(c, Op.POP_EXCEPT, 0, at);
    case 'with':
      assembler.unprotect();
      return block.emitExit(keepsTop);
    case 'handler':
      if (block.name !== null) assembler.unprotect();
      swap();
      assembler.unprotect();
      emit(c, Op.POP_EXCEPT, block.line, at);
      return block.emitForget();
  }
}
