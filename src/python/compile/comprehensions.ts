/**
 * Comprehensions. Lists, sets and dicts are made in place (PEP 709), with variables of their own;
 * a generator expression is a function. CPython: Python/codegen.c, codegen_comprehension
 */
import type { Comprehension, ComprehensionNode, Expression, ExpressionOf, Range } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import { CodeFlag } from './code.ts';
import { type Compiler, emit, emitJump, loadConstant, newLabel, place, reject, scopeOf } from './compiler.ts';
import * as Op from './op.ts';
import { Place, type Scope, unitOf } from './scope.ts';
import { enterUnit, leaveUnit, makeClosure } from './units.ts';

/** The list, set or dict is `depth` iterators below the top. */
interface Target {
  readonly node: ComprehensionNode;
  readonly addElement: (depth: number) => void;
}

export function comprehension(c: Compiler, node: ExpressionOf<'ListComp' | 'SetComp' | 'DictComp'>): void {
  const scope = scopeOf(c, node);
  const [outermost] = node.generators;
  if (outermost === undefined) return;
  if (scope.isCoroutine && !allowsAsync(scope)) {
    reject(c, 'asynchronous comprehension outside of an asynchronous function', node);
  }
  c.expression(outermost.iter);
  emit(c, outermost.is_async ? Op.GET_AITER : Op.GET_ITER, 0, outermost.iter);
  const outer = c.unit.scope;
  c.unit.scope = scope;
  makeCells(c, scope, node);
  emit(c, BUILD[node.nodeType], 0, node);
  emit(c, Op.SWAP, 2, node);
  generators(c, { node, addElement: (depth) => addElement(c, node, depth) }, 0, 0);
  forgetVariables(c, scope, node);
  c.unit.scope = outer;
}

/** CPython: codegen.c, "asynchronous comprehension outside of an asynchronous function" */
function allowsAsync(scope: Scope): boolean {
  const { parent } = scope;
  if (parent === null) return false;
  if (parent.kind === 'comprehension' || parent.kind === 'generator') return true;
  const unit = unitOf(parent);
  return unit.kind === 'function' && unit.isCoroutine;
}

const BUILD = { ListComp: Op.BUILD_LIST, SetComp: Op.BUILD_SET, DictComp: Op.BUILD_MAP };

function addElement(c: Compiler, node: ExpressionOf<'ListComp' | 'SetComp' | 'DictComp'>, depth: number): void {
  if (node.nodeType === 'DictComp') {
    c.expression(node.key);
    c.expression(node.value);
    const { lineno, col_offset } = node.key;
    return emit(c, Op.MAP_ADD, depth + 1, span(lineno, col_offset, node.value));
  }
  c.expression(node.elt);
  emit(c, node.nodeType === 'ListComp' ? Op.LIST_APPEND : Op.SET_ADD, depth + 1, node.elt);
}

function span(lineno: number, col_offset: number, last: Range): Range {
  return { lineno, col_offset, end_lineno: last.end_lineno, end_col_offset: last.end_col_offset };
}

/** A variable that an inner function captures gets a new cell each time the comprehension runs. */
function makeCells(c: Compiler, scope: Scope, at: Range): void {
  for (const variable of scope.variables.values()) {
    if (variable.place === Place.cell) emit(c, Op.MAKE_CELL, variable.slot, at);
  }
}

/** The variables are gone afterwards, as if the comprehension were a function. */
function forgetVariables(c: Compiler, scope: Scope, at: Range): void {
  for (const variable of scope.variables.values()) {
    if (variable.place !== Place.cell && variable.place !== Place.local) continue;
    loadConstant(c, null, at);
    emit(c, Op.STORE_FAST, variable.slot, at);
    emit(c, Op.DELETE_FAST, variable.slot, at);
  }
}

/** The outermost iterator is on the stack. `depth`: how many iterators are open. */
function generators(c: Compiler, target: Target, index: number, depth: number): void {
  const generator = target.node.generators[index];
  if (generator === undefined) return target.addElement(depth);
  if (index > 0) {
    c.expression(generator.iter);
    emit(c, generator.is_async ? Op.GET_AITER : Op.GET_ITER, 0, generator.iter);
  }
  if (generator.is_async) asyncGenerator(c, target, generator, { index, depth: depth + 1 });
  else syncGenerator(c, target, generator, { index, depth: depth + 1 });
}

/** What is done with an item that is on the stack; then back to `start`. */
function eachItem(
  c: Compiler,
  target: Target,
  generator: Comprehension,
  { depth, index, start }: { index: number; depth: number; start: Label },
): void {
  const skip = newLabel(c);
  c.store(generator.target);
  conditions(c, generator.ifs, skip);
  generators(c, target, index + 1, depth);
  place(c, skip);
  emitJump(c, Op.JUMP, start, elementRange(target.node));
}

/** CPython: codegen.c, codegen_sync_comprehension_generator */
function syncGenerator(
  c: Compiler,
  target: Target,
  generator: Comprehension,
  at: { index: number; depth: number },
): void {
  const start = newLabel(c);
  const end = newLabel(c);
  place(c, start);
  emitJump(c, Op.FOR_ITER, end, generator.iter);
  eachItem(c, target, generator, { ...at, start });
  place(c, end);
}

/** CPython: codegen.c, codegen_async_comprehension_generator */
function asyncGenerator(
  c: Compiler,
  target: Target,
  generator: Comprehension,
  at: { index: number; depth: number },
): void {
  const start = newLabel(c);
  const exhausted = newLabel(c);
  place(c, start);
  emitNext(c, exhausted, generator.iter);
  eachItem(c, target, generator, { ...at, start });
  place(c, exhausted);
  emit(c, Op.END_ASYNC_FOR, 0, generator.iter);
}

/** One step of an asynchronous iterator; its StopAsyncIteration goes to the label. */
export function emitNext(c: Compiler, exhausted: ReturnType<typeof newLabel>, at: Range): void {
  const { assembler } = c.unit;
  assembler.protect(exhausted, assembler.depth);
  emit(c, Op.GET_ANEXT, 0, at);
  loadConstant(c, null, at);
  emit(c, Op.YIELD_FROM, 0, at);
  assembler.unprotect();
}

function conditions(c: Compiler, ifs: readonly Expression[], skip: ReturnType<typeof newLabel>): void {
  for (const condition of ifs) c.jumpIf(condition, skip, false);
}

function elementRange(node: ComprehensionNode): Range {
  return node.nodeType === 'DictComp' ? node.key : node.elt;
}

export function generatorExpression(c: Compiler, node: ExpressionOf<'GeneratorExp'>): void {
  const scope = scopeOf(c, node);
  const [outermost] = node.generators;
  if (outermost === undefined) return;
  enterUnit(c, scope, { name: '<genexpr>', firstLine: node.lineno });
  emit(c, Op.LOAD_FAST, scope.variables.get('.0')?.slot ?? 0, outermost.iter);
  generators(c, { node, addElement: () => yieldElement(c, node) }, 0, 0);
  loadConstant(c, null, node);
  emit(c, Op.RETURN_VALUE, 0, node);
  const kind = scope.isCoroutine ? CodeFlag.asyncGenerator : CodeFlag.generator;
  const code = leaveUnit(c, {
    argCount: 1,
    positionalOnlyCount: 0,
    keywordOnlyCount: 0,
    flags: CodeFlag.optimized | CodeFlag.newLocals | kind,
  });
  makeClosure(c, { scope, code, flags: 0, at: node });
  emit(c, Op.PUSH_NULL, 0, node);
  c.expression(outermost.iter);
  emit(c, outermost.is_async ? Op.GET_AITER : Op.GET_ITER, 0, outermost.iter);
  emit(c, Op.CALL, 1, node);
}

function yieldElement(c: Compiler, node: ExpressionOf<'GeneratorExp'>): void {
  c.expression(node.elt);
  emit(c, Op.YIELD_VALUE, 0, node.elt);
  emit(c, Op.POP_TOP, 0, node.elt);
}
