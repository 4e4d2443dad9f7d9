/** `with` and `async with`. CPython: Python/codegen.c, codegen_with_inner, codegen_async_with_inner */
import type { Range, StatementOf, WithItem } from '../syntax/tree.ts';
import { withinBlock } from './blocks.ts';
import {
  type Compiler,
  emit,
  emitAwait,
  emitJump,
  loadConstant,
  newLabel,
  place,
  recordLine,
  reject,
} from './compiler.ts';
import * as Op from './op.ts';
import { emitCleanup } from './try.ts';

type WithNode = StatementOf<'With' | 'AsyncWith'>;
/** The second argument of GET_AWAITABLE, for its messages. */
const AFTER_ENTER = 1;
const AFTER_EXIT = 2;

export function withStatement(c: Compiler, node: WithNode): void {
  const { owner } = c.unit;
  const isAsync = node.nodeType === 'AsyncWith';
  if (isAsync && (owner.kind !== 'function' || !owner.isCoroutine))
    reject(c, "'async with' outside async function", node);
  withItem(c, node, 0);
}

function withItem(c: Compiler, node: WithNode, index: number): void {
  const item = node.items[index];
  if (item === undefined) return c.statements(node.body);
  const { assembler } = c.unit;
  const at = item.context_expr;
  const isAsync = node.nodeType === 'AsyncWith';
  const final = newLabel(c);
  const exit = newLabel(c);
  enter(c, item, isAsync);
  // [exit, entered]
  assembler.protect(final, assembler.depth - 1);
  const emitExit = (keepsTop: boolean): void => callExit(c, { keepsTop, isAsync, at });
  withinBlock(c, { kind: 'with', emitExit }, () => {
    if (item.optional_vars) c.store(item.optional_vars);
    else emit(c, Op.POP_TOP, 0, at);
    withItem(c, node, index + 1);
  });
  assembler.unprotect();
  recordLine(c, node);
  callExit(c, { keepsTop: false, isAsync, at });
  emitJump(c, Op.JUMP, exit, at);
  exceptionalExit(c, { final, exit, isAsync, at });
}

function enter(c: Compiler, item: WithItem, isAsync: boolean): void {
  c.expression(item.context_expr);
  if (!isAsync) return emit(c, Op.BEFORE_WITH, 0, item.context_expr);
  emit(c, Op.BEFORE_ASYNC_WITH, 0, item.context_expr);
  emitAwait(c, item.context_expr, AFTER_ENTER);
}

/** Calls `exit(None, None, None)`; a value that is being returned lies above `exit`. */
function callExit(c: Compiler, { keepsTop, isAsync, at }: { keepsTop: boolean; isAsync: boolean; at: Range }): void {
  if (keepsTop) emit(c, Op.SWAP, 2, at);
  emit(c, Op.PUSH_NULL, 0, at);
  for (let i = 0; i < 3; i++) loadConstant(c, null, at);
  emit(c, Op.CALL, 3, at);
  if (isAsync) emitAwait(c, at, AFTER_EXIT);
  emit(c, Op.POP_TOP, 0, at);
}

interface Exit {
  readonly final: ReturnType<typeof newLabel>;
  readonly exit: ReturnType<typeof newLabel>;
  readonly isAsync: boolean;
  readonly at: Range;
}

/** `[exit, exception]`: asks `exit` whether the exception is to be swallowed. */
function exceptionalExit(c: Compiler, { final, exit, isAsync, at }: Exit): void {
  const { assembler } = c.unit;
  const suppress = newLabel(c);
  const cleanup = newLabel(c);
  place(c, final);
  const { depth } = assembler;
  emit(c, Op.PUSH_EXC_INFO, 0, at);
  // [exit, previous, exception]
  assembler.protect(cleanup, depth);
  emit(c, Op.WITH_EXCEPT_START, 0, at);
  if (isAsync) emitAwait(c, at, AFTER_EXIT);
  emitJump(c, Op.POP_JUMP_IF_TRUE, suppress, at);
  emit(c, Op.RERAISE, 0, at);
  place(c, suppress);
  emit(c, Op.POP_TOP, 0, at);
  assembler.unprotect();
  emit(c, Op.POP_EXCEPT, 0, at);
  emit(c, Op.POP_TOP, 0, at);
  emitJump(c, Op.JUMP, exit, at);
  emitCleanup(c, cleanup);
  place(c, exit);
}
