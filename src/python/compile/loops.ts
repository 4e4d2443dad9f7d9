/** Branches and loops. CPython: Python/codegen.c, codegen_if, codegen_for, codegen_async_for, codegen_while */
import type { StatementOf } from '../syntax/tree.ts';
import { type Loop, nextRound, withinBlock } from './blocks.ts';
import { type Compiler, emit, emitJump, newLabel, place, recordLine, reject } from './compiler.ts';
import { emitNext } from './comprehensions.ts';
import * as Op from './op.ts';

export function ifStatement(c: Compiler, node: StatementOf<'If'>): void {
  const otherwise = newLabel(c);
  c.jumpIf(node.test, otherwise, false);
  c.statements(node.body);
  if (node.orelse.length === 0) return place(c, otherwise);
  const end = newLabel(c);
  emitJump(c, Op.JUMP, end, null);
  place(c, otherwise);
  c.statements(node.orelse);
  place(c, end);
}

export function whileStatement(c: Compiler, node: StatementOf<'While'>): void {
  const loop: Loop = { kind: 'while', start: newLabel(c), exit: newLabel(c), line: node.lineno };
  const exhausted = newLabel(c);
  place(c, loop.start);
  recordLine(c, node);
  withinBlock(c, loop, () => {
    c.jumpIf(node.test, exhausted, false);
    c.statements(node.body);
    nextRound(c, loop, node);
  });
  place(c, exhausted);
  c.statements(node.orelse);
  place(c, loop.exit);
}

export function forStatement(c: Compiler, node: StatementOf<'For'>): void {
  const loop: Loop = { kind: 'for', start: newLabel(c), exit: newLabel(c), line: node.lineno };
  const exhausted = newLabel(c);
  c.expression(node.iter);
  emit(c, Op.GET_ITER, 0, node.iter);
  withinBlock(c, loop, () => {
    place(c, loop.start);
    emitJump(c, Op.FOR_ITER, exhausted, node.iter);
    c.store(node.target);
    c.statements(node.body);
    nextRound(c, loop, node.iter);
  });
  place(c, exhausted);
  c.statements(node.orelse);
  place(c, loop.exit);
}

export function asyncForStatement(c: Compiler, node: StatementOf<'AsyncFor'>): void {
  const { owner } = c.unit;
  if (owner.kind !== 'function' || !owner.isCoroutine) reject(c, "'async for' outside async function", node);
  const loop: Loop = { kind: 'for', start: newLabel(c), exit: newLabel(c), line: node.lineno };
  const exhausted = newLabel(c);
  c.expression(node.iter);
  emit(c, Op.GET_AITER, 0, node.iter);
  withinBlock(c, loop, () => {
    place(c, loop.start);
    emitNext(c, exhausted, node.iter);
    c.store(node.target);
    c.statements(node.body);
    nextRound(c, loop, node.iter);
  });
  place(c, exhausted);
  emit(c, Op.END_ASYNC_FOR, 0, node.iter);
  c.statements(node.orelse);
  place(c, loop.exit);
}
