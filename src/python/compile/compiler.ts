/**
 * What every part of the compiler works with. The parts call each other through this record, so that
 * expressions need not import functions, nor functions statements.
 */
import type { Value } from '../objects/value.ts';
import { fail } from '../syntax/problem.ts';
import type { Source } from '../syntax/source.ts';
import type { Expression, ExpressionOf, Range, Statement } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import * as Op from './op.ts';
import type { Scope, SymbolTable } from './scope.ts';
import { nameIndex, type Unit } from './unit.ts';

export interface Compiler {
  readonly source: Source;
  readonly table: SymbolTable;
  readonly recordLines: boolean;
  /** 'single' prints the values of expression statements. */
  readonly isInteractive: boolean;
  unit: Unit;
  expression(node: Expression): void;
  expressions(nodes: readonly Expression[]): void;
  /** Jumps to the label when the expression's truth is `condition`; else goes on. */
  jumpIf(node: Expression, label: Label, condition: boolean): void;
  statements(nodes: readonly Statement[]): void;
  /** Takes the value on top of the stack. */
  store(target: Expression): void;
}

export function emit(c: Compiler, op: number, arg: number, at: Range | null): void {
  c.unit.assembler.emit(op, arg, at);
}

export function emitJump(c: Compiler, op: number, label: Label, at: Range | null): void {
  c.unit.assembler.jump(op, label, at);
}

export function newLabel(c: Compiler): Label {
  return c.unit.assembler.label();
}

export function place(c: Compiler, label: Label): void {
  c.unit.assembler.place(label);
}

export function loadConstant(c: Compiler, value: Value, at: Range | null): void {
  emit(c, Op.LOAD_CONST, c.unit.constants.indexOf(value), at);
}

/** An instruction whose argument is a name that is not a variable: an attribute, a module. */
export function emitNamed(c: Compiler, op: number, name: string, at: Range | null): void {
  emit(c, op, nameIndex(c.unit, name), at);
}

/** A statement begins here, as far as the recorder is concerned. */
export function recordLine(c: Compiler, at: Range): void {
  if (c.recordLines) emit(c, Op.LINE, at.lineno, at);
}

export function reject(c: Compiler, message: string, at: Range): never {
  return fail(c.source, message, at);
}

export function scopeOf(c: Compiler, node: object): Scope {
  const scope = c.table.scopes.get(node);
  if (scope === undefined) throw new Error('the symbol table missed a scope');
  return scope;
}

export function emitAwait(c: Compiler, at: Range | null, kind: number): void {
  emit(c, Op.GET_AWAITABLE, kind, at);
  loadConstant(c, null, at);
  emit(c, Op.YIELD_FROM, 0, at);
}

/**
 * The place of `.name`, for an attribute that goes on in another line.
 * CPython: codegen.c, update_start_location_to_match_attr
 */
export function attributeRange(node: ExpressionOf<'Attribute'>): Range {
  const endLine = node.end_lineno;
  if (endLine === node.lineno) return node;
  const end = node.end_col_offset;
  const start = end - node.attr.length;
  return {
    lineno: endLine,
    end_lineno: endLine,
    col_offset: start >= 0 ? start : -1,
    end_col_offset: start >= 0 ? end : -1,
  };
}
