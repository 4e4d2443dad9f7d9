/** Statements; the compound ones are in files of their own. CPython: Python/codegen.c, codegen_visit_stmt */
import type { Expression, Statement, StatementOf } from '../syntax/tree.ts';
import { breakStatement, continueStatement, returnStatement } from './blocks.ts';
import { classDefinition } from './classes.ts';
import { type Compiler, emit, emitNamed, loadConstant, newLabel, place, recordLine } from './compiler.ts';
import { functionDefinition } from './functions.ts';
import { importFromStatement, importStatement } from './imports.ts';
import { asyncForStatement, forStatement, ifStatement, whileStatement } from './loops.ts';
import { matchStatement } from './match.ts';
import * as Op from './op.ts';
import { annotatedAssign, assign, augmentedAssign, remove } from './targets.ts';
import { tryStatement } from './try.ts';
import { tryStarStatement } from './try-star.ts';
import { typeAlias } from './type-parameters.ts';
import { withStatement } from './with.ts';

export function statements(c: Compiler, nodes: readonly Statement[]): void {
  for (const node of nodes) statement(c, node);
}

function statement(c: Compiler, node: Statement): void {
  switch (node.nodeType) {
    // These say themselves where they begin, or do nothing at all.
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return functionDefinition(c, node);
    case 'ClassDef':
      return classDefinition(c, node);
    case 'While':
      return whileStatement(c, node);
    case 'Global':
    case 'Nonlocal':
      return;
    default:
      recordLine(c, node);
      return simpleOrCompound(c, node);
  }
}

type Rest = Exclude<
  Statement,
  StatementOf<'FunctionDef' | 'AsyncFunctionDef' | 'ClassDef' | 'While' | 'Global' | 'Nonlocal'>
>;

function simpleOrCompound(c: Compiler, node: Rest): void {
  switch (node.nodeType) {
    case 'Expr':
      return expressionStatement(c, node);
    case 'Assign':
      return assign(c, node);
    case 'AugAssign':
      return augmentedAssign(c, node);
    case 'AnnAssign':
      return annotatedAssign(c, node);
    case 'Return':
      return returnStatement(c, node);
    case 'If':
      return ifStatement(c, node);
    case 'For':
      return forStatement(c, node);
    case 'AsyncFor':
      return asyncForStatement(c, node);
    case 'Try':
      return tryStatement(c, node);
    case 'TryStar':
      return tryStarStatement(c, node);
    case 'With':
    case 'AsyncWith':
      return withStatement(c, node);
    case 'Match':
      return matchStatement(c, node);
    case 'Raise':
      return raise(c, node);
    case 'Assert':
      return assertion(c, node);
    case 'Delete':
      for (const target of node.targets) remove(c, target);
      return;
    case 'Import':
      return importStatement(c, node);
    case 'ImportFrom':
      return importFromStatement(c, node);
    case 'TypeAlias':
      return typeAlias(c, node);
    case 'Break':
      return breakStatement(c, node);
    case 'Continue':
      return continueStatement(c, node);
    case 'Pass':
      return;
  }
}

function expressionStatement(c: Compiler, node: StatementOf<'Expr'>): void {
  if (c.isInteractive && c.unit.parent === null) {
    // CPython prints by an intrinsic of its own; `sys.displayhook` is what it calls.
    loadConstant(c, 0, node);
    loadConstant(c, null, node);
    emitNamed(c, Op.IMPORT_NAME, 'sys', node);
    emitNamed(c, Op.LOAD_METHOD, 'displayhook', node);
    c.expression(node.value);
    emit(c, Op.CALL, 1, node);
    return emit(c, Op.POP_TOP, 0, node);
  }
  if (node.value.nodeType === 'Constant') return;
  c.expression(node.value);
  emit(c, Op.POP_TOP, 0, node);
}

function raise(c: Compiler, node: StatementOf<'Raise'>): void {
  const parts: Expression[] = [];
  if (node.exc) parts.push(node.exc);
  if (node.cause) parts.push(node.cause);
  c.expressions(parts);
  emit(c, Op.RAISE_VARARGS, parts.length, node);
}

function assertion(c: Compiler, node: StatementOf<'Assert'>): void {
  const end = newLabel(c);
  c.jumpIf(node.test, end, true);
  emit(c, Op.LOAD_ASSERTION_ERROR, 0, node);
  if (node.msg) {
    emit(c, Op.PUSH_NULL, 0, node);
    c.expression(node.msg);
    emit(c, Op.CALL, 1, node);
  }
  emit(c, Op.RAISE_VARARGS, 1, node.test);
  place(c, end);
}
