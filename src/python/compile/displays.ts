/** Tuple, list, set and dict displays, with stars. CPython: Python/codegen.c, starunpack_helper_impl, codegen_dict */
import { PyTuple } from '../objects/value.ts';
import type { Expression, ExpressionOf, Range } from '../syntax/tree.ts';
import { type Compiler, emit, loadConstant } from './compiler.ts';
import { fold } from './fold.ts';
import * as Op from './op.ts';

interface Kind {
  readonly build: number;
  readonly add: number;
  readonly extend: number;
}
const LIST: Kind = { build: Op.BUILD_LIST, add: Op.LIST_APPEND, extend: Op.LIST_EXTEND };
const SET: Kind = { build: Op.BUILD_SET, add: Op.SET_ADD, extend: Op.SET_UPDATE };
/** As in CPython: from here on a display is built piece by piece, to keep the stack small. */
const STACK_GUIDELINE = 30;
const BIG_CONSTANT = 3;

export function tupleDisplay(c: Compiler, node: ExpressionOf<'Tuple'>): void {
  const constant = fold(node);
  if (constant !== undefined) loadConstant(c, constant, node);
  else tupleOf(c, node.elts, node, null);
}

export function listDisplay(c: Compiler, node: ExpressionOf<'List'>): void {
  elements(c, node.elts, { at: node, kind: LIST });
}

export function setDisplay(c: Compiler, node: ExpressionOf<'Set'>): void {
  elements(c, node.elts, { at: node, kind: SET });
}

/** A tuple of the given expressions and, last, of an injected value that `inject` loads. */
export function tupleOf(c: Compiler, nodes: readonly Expression[], at: Range, inject: (() => void) | null): void {
  if (nodes.some(isStarred)) {
    elements(c, nodes, { at, kind: LIST });
    if (inject !== null) {
      inject();
      emit(c, Op.LIST_APPEND, 1, at);
    }
    emit(c, Op.LIST_TO_TUPLE, 0, at);
    return;
  }
  c.expressions(nodes);
  inject?.();
  emit(c, Op.BUILD_TUPLE, nodes.length + (inject === null ? 0 : 1), at);
}

export function isStarred(node: Expression): boolean {
  return node.nodeType === 'Starred';
}

function elements(c: Compiler, nodes: readonly Expression[], { at, kind }: { at: Range; kind: Kind }): void {
  if (nodes.length >= BIG_CONSTANT && kind === LIST && constantElements(c, nodes, at)) return;
  const isBig = nodes.length > STACK_GUIDELINE;
  if (!isBig && !nodes.some(isStarred)) {
    c.expressions(nodes);
    return emit(c, kind.build, nodes.length, at);
  }
  let isBuilt = isBig;
  if (isBig) emit(c, kind.build, 0, at);
  nodes.forEach((node, index) => {
    if (node.nodeType === 'Starred') {
      if (!isBuilt) emit(c, kind.build, index, at);
      isBuilt = true;
      c.expression(node.value);
      emit(c, kind.extend, 1, at);
    } else {
      c.expression(node);
      if (isBuilt) emit(c, kind.add, 1, at);
    }
  });
}

function constantElements(c: Compiler, nodes: readonly Expression[], at: Range): boolean {
  const items = [];
  for (const node of nodes) {
    const item = fold(node);
    if (item === undefined) return false;
    items.push(item);
  }
  emit(c, Op.BUILD_LIST, 0, at);
  loadConstant(c, new PyTuple(items), at);
  emit(c, Op.LIST_EXTEND, 1, at);
  return true;
}

const PAIRS_MAX = 16;

export function dictDisplay(c: Compiler, node: ExpressionOf<'Dict'>): void {
  let hasDict = false;
  let pending = 0;
  const flush = (): void => {
    if (pending > 0 || !hasDict) emit(c, Op.BUILD_MAP, pending, node);
    if (pending > 0 && hasDict) emit(c, Op.DICT_UPDATE, 1, node);
    hasDict = true;
    pending = 0;
  };
  node.values.forEach((value, index) => {
    const key = node.keys[index];
    if (key === null || key === undefined) {
      flush();
      c.expression(value);
      emit(c, Op.DICT_UPDATE, 1, node);
      return;
    }
    c.expression(key);
    c.expression(value);
    pending++;
    if (pending > PAIRS_MAX) flush();
  });
  if (pending > 0 || !hasDict) flush();
}
