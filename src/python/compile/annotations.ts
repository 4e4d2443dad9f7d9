/**
 * Annotations are computed when somebody asks for them (PEP 649): each function, class and module with
 * annotations gets an `__annotate__(format)`. CPython: Python/codegen.c, codegen_deferred_annotations_body
 */
import type { Expression, FunctionNode, Range } from '../syntax/tree.ts';
import { CodeFlag } from './code.ts';
import { annotationsOf } from './collect-statements.ts';
import { type Compiler, emit, emitJump, emitNamed, loadConstant, newLabel, place, scopeOf } from './compiler.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { Comparison } from './opcodes.ts';
import { mangle, type Scope } from './scope.ts';
import { enterUnit, leaveUnit, makeClosure } from './units.ts';

/** Format 2 is VALUE_WITH_FAKE_GLOBALS; whoever asks for another one has to make do with VALUE. */
const FORMAT_MAX = 2;
const ANNOTATE = {
  argCount: 1,
  positionalOnlyCount: 1,
  keywordOnlyCount: 0,
  flags: CodeFlag.optimized | CodeFlag.newLocals,
};

/** Raises NotImplementedError for formats that compiled code does not know. */
export function formatGuard(c: Compiler, parameter: string, at: Range): void {
  const body = newLabel(c);
  emit(c, Op.LOAD_FAST, c.unit.owner.variables.get(parameter)?.slot ?? 0, at);
  loadConstant(c, FORMAT_MAX, at);
  emit(c, Op.COMPARE_OP, Comparison.gt, at);
  emitJump(c, Op.POP_JUMP_IF_FALSE, body, at);
  // DIVERGES: CPython has the class as a constant of the interpreter, which nobody can shadow.
  emitNamed(c, Op.LOAD_GLOBAL, 'NotImplementedError', at);
  emit(c, Op.RAISE_VARARGS, 1, at);
  place(c, body);
}

/** Leaves the `__annotate__` function of a function on the stack; false when it has no annotations. */
export function signatureAnnotations(c: Compiler, node: FunctionNode): boolean {
  const annotations = annotationsOf(node.args, node.returns);
  if (annotations.length === 0) return false;
  const scope = scopeOf(c, node.args);
  enterUnit(c, scope, { name: '__annotate__', firstLine: node.lineno });
  formatGuard(c, 'format', node);
  for (const { name, annotation, isStarred } of annotations) {
    loadConstant(c, mangle(scope, name), node);
    annotationValue(c, annotation, isStarred);
  }
  emit(c, Op.BUILD_MAP, annotations.length, node);
  emit(c, Op.RETURN_VALUE, 0, node);
  makeClosure(c, { scope, code: leaveUnit(c, ANNOTATE), flags: 0, at: node });
  return true;
}

/** With `from __future__ import annotations` the value is the annotation's text. */
function annotationValue(c: Compiler, node: Expression, isStarred: boolean): void {
  if (c.table.hasFutureAnnotations) return annotationText(c, node);
  if (isStarred && node.nodeType === 'Starred') {
    c.expression(node.value);
    emit(c, Op.UNPACK_SEQUENCE, 1, node);
  } else c.expression(node);
}

export function annotationText(c: Compiler, node: Expression): void {
  // DIVERGES: CPython prints the tree in its own style; we keep the writer's, in one line.
  loadConstant(c, c.source.slice(node).replace(/\s+/g, ' '), node);
}

/** The `__annotate__` of a module or class; the stack is left with the function, or as it was. */
export function ownAnnotations(c: Compiler, at: Range): boolean {
  const { owner } = c.unit;
  const scope = owner.annotationScope;
  if (scope === null) return false;
  enterUnit(c, scope, { name: '__annotate__', firstLine: at.lineno });
  formatGuard(c, 'format', at);
  emit(c, Op.BUILD_MAP, 0, at);
  owner.annotations.forEach(({ statement, isConditional }, index) => {
    if (statement.target.nodeType !== 'Name') return;
    const skip = newLabel(c);
    if (isConditional) {
      loadConstant(c, conditionalIndex(owner, index), statement);
      variable(c, '__conditional_annotations__', 'load', statement);
      emit(c, Op.CONTAINS_OP, 0, statement);
      emitJump(c, Op.POP_JUMP_IF_FALSE, skip, statement);
    }
    c.expression(statement.annotation);
    emit(c, Op.COPY, 2, statement);
    loadConstant(c, mangle(scope, statement.target.id), at);
    emit(c, Op.STORE_SUBSCR, 0, at);
    place(c, skip);
  });
  emit(c, Op.RETURN_VALUE, 0, at);
  makeClosure(c, { scope, code: leaveUnit(c, ANNOTATE), flags: 0, at });
  return true;
}

/** Conditional annotations are numbered among themselves. */
function conditionalIndex(owner: Scope, index: number): number {
  return owner.annotations.slice(0, index).filter(({ isConditional }) => isConditional).length;
}

/** The module's or class's set of the annotations it has met. */
export function beginConditionalAnnotations(c: Compiler, at: Range): void {
  const { owner } = c.unit;
  if (!owner.hasConditionalAnnotations) return;
  const cell = owner.implicitCells.get('__conditional_annotations__');
  emit(c, Op.BUILD_SET, 0, at);
  if (cell !== undefined) emit(c, Op.STORE_DEREF, cell.slot, at);
  else emitNamed(c, Op.STORE_NAME, '__conditional_annotations__', at);
}

/** With the future statement, annotations go into `__annotations__` as they are met. */
export function beginFutureAnnotations(c: Compiler, at: Range): void {
  if (!c.table.hasFutureAnnotations || c.unit.owner.annotations.length === 0) return;
  emit(c, Op.BUILD_MAP, 0, at);
  emitNamed(c, Op.STORE_NAME, '__annotations__', at);
}

/** Notes that a conditional annotation has been met. */
export function meetAnnotation(c: Compiler, at: Range): void {
  const { owner } = c.unit;
  const index = owner.annotations.findIndex(({ statement }) => statement === at);
  if (owner.annotations[index]?.isConditional !== true) return;
  const cell = owner.implicitCells.get('__conditional_annotations__');
  if (cell !== undefined) emit(c, Op.LOAD_DEREF, cell.slot, at);
  else emitNamed(c, Op.LOAD_NAME, '__conditional_annotations__', at);
  loadConstant(c, conditionalIndex(owner, index), at);
  emit(c, Op.SET_ADD, 1, at);
  emit(c, Op.POP_TOP, 0, at);
}
