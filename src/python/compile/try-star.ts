/** `except*`. CPython: Python/codegen.c, codegen_try_star_except, whose comment shows the stack step by step */
import type { ExceptHandler, StatementOf } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import { withinBlock } from './blocks.ts';
import { type Compiler, emit, emitJump, newLabel, place, recordLine } from './compiler.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { beginHandlers, emitCleanup, forgetName, tryFinally } from './try.ts';

export function tryStarStatement(c: Compiler, node: StatementOf<'TryStar'>): void {
  if (node.finalbody.length === 0) return tryStarExcept(c, node);
  tryFinally(
    c,
    () => tryStarExcept(c, node),
    () => c.statements(node.finalbody),
  );
}

function tryStarExcept(c: Compiler, node: StatementOf<'TryStar'>): void {
  // [previous, exception]
  const { cleanup, end } = beginHandlers(c, node);
  const reraise = newLabel(c);
  const { assembler } = c.unit;
  withinBlock(c, { kind: 'groupHandler' }, () => handlers(c, node.handlers));
  // [previous, original, raised, rest]
  emit(c, Op.LIST_APPEND, 1, null);
  emit(c, Op.PREP_RERAISE_STAR, 0, null);
  emit(c, Op.COPY, 1, null);
  emitJump(c, Op.POP_JUMP_IF_NOT_NONE, reraise, null);
  emit(c, Op.POP_TOP, 0, null);
  assembler.unprotect();
  emit(c, Op.POP_EXCEPT, 0, null);
  emitJump(c, Op.JUMP, end, null);
  place(c, reraise);
  emit(c, Op.SWAP, 2, null);
  emit(c, Op.POP_EXCEPT, 0, null);
  emit(c, Op.RERAISE, 0, null);
  emitCleanup(c, cleanup);
  place(c, end);
}

/** `[previous, exception]` -> `[previous, original, raised, rest]` */
function handlers(c: Compiler, nodes: readonly ExceptHandler[]): void {
  nodes.forEach((handler, index) => {
    recordLine(c, handler);
    if (index === 0) {
      emit(c, Op.COPY, 1, handler);
      emit(c, Op.BUILD_LIST, 0, handler);
      emit(c, Op.SWAP, 2, handler);
    }
    groupClause(c, handler);
  });
}

function groupClause(c: Compiler, handler: ExceptHandler): void {
  const { assembler } = c.unit;
  const next = newLabel(c);
  const noMatch = newLabel(c);
  const failed: Label = newLabel(c);
  const name = handler.name ?? null;
  const emitForget = (): void => forgetName(c, name);
  if (handler.type) c.expression(handler.type);
  emit(c, Op.CHECK_EG_MATCH, 0, handler);
  emit(c, Op.COPY, 1, handler);
  emitJump(c, Op.POP_JUMP_IF_NONE, noMatch, handler);
  if (name === null) emit(c, Op.POP_TOP, 0, handler);
  else variable(c, name, 'store', handler);
  // [previous, original, raised, rest]: what the body raises is collected, and the next clause has its turn.
  assembler.protect(failed, assembler.depth);
  const { lineno: line } = handler;
  withinBlock(c, { kind: 'handler', name, line, emitForget }, () => c.statements(handler.body));
  assembler.unprotect();
  emitForget();
  emitJump(c, Op.JUMP, next, null);
  place(c, failed);
  emitForget();
  emit(c, Op.LIST_APPEND, 2, null);
  emitJump(c, Op.JUMP, next, null);
  place(c, noMatch);
  emit(c, Op.POP_TOP, 0, handler);
  place(c, next);
}
