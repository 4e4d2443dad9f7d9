/**
 * `try`. At a handler the stack holds `[previous, exception]` (PUSH_EXC_INFO puts `previous` there); whatever is raised
 * inside the handler goes to a cleanup that restores `previous` and raises on. CPython: Python/codegen.c, codegen_try_except
 */
import type { ExceptHandler, StatementOf } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import { withinBlock } from './blocks.ts';
import { type Compiler, emit, emitJump, loadConstant, newLabel, place, recordLine, reject } from './compiler.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';

export function tryStatement(c: Compiler, node: StatementOf<'Try'>): void {
  const emitBody = (): void => (node.handlers.length > 0 ? tryExcept(c, node) : c.statements(node.body));
  if (node.finalbody.length === 0) return emitBody();
  tryFinally(c, emitBody, () => c.statements(node.finalbody));
}

/** The final body is there several times: for the normal way, for exceptions, and for each early exit. */
export function tryFinally(c: Compiler, emitBody: () => void, emitFinal: () => void): void {
  const { assembler } = c.unit;
  const end = newLabel(c);
  const exit = newLabel(c);
  const cleanup = newLabel(c);
  const { depth } = assembler;
  assembler.protect(end, depth);
  withinBlock(c, { kind: 'finallyTry', emitBody: emitFinal }, emitBody);
  assembler.unprotect();
  emitFinal();
  emitJump(c, Op.JUMP, exit, null);

  place(c, end);
  emit(c, Op.PUSH_EXC_INFO, 0, null);
  assembler.protect(cleanup, depth + 1);
  withinBlock(c, { kind: 'finallyEnd' }, emitFinal);
  emit(c, Op.RERAISE, 0, null);
  assembler.unprotect();
  emitCleanup(c, cleanup);
  place(c, exit);
}

/** `[previous, exception]`: restores `previous` and raises on. */
export function emitCleanup(c: Compiler, cleanup: ReturnType<typeof newLabel>): void {
  place(c, cleanup);
  emit(c, Op.SWAP, 2, null);
  emit(c, Op.POP_EXCEPT, 0, null);
  emit(c, Op.RERAISE, 0, null);
}

/** The statements and their `else`; then, protected by `cleanup`, begin the handlers. `depth` is that of the statement. */
export function beginHandlers(
  c: Compiler,
  node: StatementOf<'Try'> | StatementOf<'TryStar'>,
): { readonly end: Label; readonly cleanup: Label; readonly depth: number } {
  const { assembler } = c.unit;
  const except = newLabel(c);
  const end = newLabel(c);
  const cleanup = newLabel(c);
  const { depth } = assembler;
  assembler.protect(except, depth);
  withinBlock(c, { kind: 'try' }, () => c.statements(node.body));
  assembler.unprotect();
  c.statements(node.orelse);
  emitJump(c, Op.JUMP, end, null);

  place(c, except);
  emit(c, Op.PUSH_EXC_INFO, 0, null);
  assembler.protect(cleanup, depth + 1);
  return { end, cleanup, depth };
}

function tryExcept(c: Compiler, node: StatementOf<'Try'>): void {
  const { cleanup, depth, end } = beginHandlers(c, node);
  node.handlers.forEach((handler, index) => {
    if (!handler.type && index < node.handlers.length - 1) reject(c, "default 'except:' must be last", handler);
    exceptClause(c, handler, { end, depth: depth + 1 });
  });
  emit(c, Op.RERAISE, 0, null);
  c.unit.assembler.unprotect();
  emitCleanup(c, cleanup);
  place(c, end);
}

/** `depth` counts `previous`. */
function exceptClause(
  c: Compiler,
  handler: ExceptHandler,
  { end, depth }: { end: ReturnType<typeof newLabel>; depth: number },
): void {
  const { assembler } = c.unit;
  const next = newLabel(c);
  recordLine(c, handler);
  if (handler.type) {
    c.expression(handler.type);
    emit(c, Op.CHECK_EXC_MATCH, 0, handler);
    emitJump(c, Op.POP_JUMP_IF_FALSE, next, handler);
  }
  const name = handler.name ?? null;
  const emitForget = (): void => forgetName(c, name);
  if (name === null) emit(c, Op.POP_TOP, 0, handler);
  else variable(c, name, 'store', handler);
  const failed = newLabel(c);
  if (name !== null) assembler.protect(failed, depth);
  const { lineno: line } = handler;
  withinBlock(c, { kind: 'handler', name, line, emitForget }, () => c.statements(handler.body));
  const handlers = assembler.saveHandlers();
  if (name !== null) assembler.unprotect();
  assembler.unprotect();
  emit(c, Op.POP_EXCEPT, line, null);
  emitForget();
  emitJump(c, Op.JUMP, end, null);
  assembler.restoreHandlers(handlers);
  if (name !== null) assembler.unprotect();
  if (name !== null) {
    place(c, failed);
    emitForget();
    emit(c, Op.RERAISE, 0, null);
  }
  place(c, next);
}

/** `name = None; del name`, so that it does not matter whether the program has deleted it. It belongs to the line before it. */
export function forgetName(c: Compiler, name: string | null): void {
  if (name === null) return;
  loadConstant(c, null, null);
  variable(c, name, 'store', null);
  variable(c, name, 'delete', null);
}
