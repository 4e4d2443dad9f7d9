/** Assigning, deleting, augmenting. CPython: Python/codegen.c, codegen_visit_expr1 (Store, Del), codegen_augassign */
import type { Expression, ExpressionOf, StatementOf } from '../syntax/tree.ts';
import { annotationText, meetAnnotation } from './annotations.ts';
import { attributeRange, type Compiler, emit, emitNamed, loadConstant, reject } from './compiler.ts';
import { BINARY } from './expressions.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { IN_PLACE } from './opcodes.ts';
import { mangle } from './scope.ts';

/** Takes the value on top of the stack. */
export function store(c: Compiler, target: Expression): void {
  switch (target.nodeType) {
    case 'Name':
      return variable(c, target.id, 'store', target);
    case 'Attribute':
      noteStaticAttribute(c, target);
      c.expression(target.value);
      return emitNamed(c, Op.STORE_ATTR, attributeName(c, target), attributeRange(target));
    case 'Subscript':
      c.expression(target.value);
      c.expression(target.slice);
      return emit(c, Op.STORE_SUBSCR, 0, target);
    case 'Tuple':
    case 'List':
      return unpack(c, target);
    case 'Starred':
      return reject(c, 'starred assignment target must be in a list or tuple', target);
    default:
      return reject(c, `cannot assign to ${target.nodeType}`, target);
  }
}

function attributeName(c: Compiler, node: ExpressionOf<'Attribute'>): string {
  if (node.attr === '__debug__') reject(c, `cannot ${node.ctx === 'Del' ? 'delete' : 'assign to'} __debug__`, node);
  return mangle(c.unit.scope, node.attr);
}

/** CPython: Python/compile.c, _PyCompile_MaybeAddStaticAttributeToClass */
function noteStaticAttribute(c: Compiler, node: ExpressionOf<'Attribute'>): void {
  if (node.value.nodeType !== 'Name' || node.value.id !== 'self') return;
  for (let { parent } = c.unit; parent !== null; parent = parent.parent) {
    if (parent.owner.kind === 'class') return void parent.staticAttributes.add(node.attr);
  }
}

const UNPACK_MAX = 256;

/** CPython: codegen.c, unpack_helper */
function unpack(c: Compiler, target: ExpressionOf<'Tuple' | 'List'>): void {
  const { elts } = target;
  const star = elts.findIndex((node) => node.nodeType === 'Starred');
  if (star < 0) emit(c, Op.UNPACK_SEQUENCE, elts.length, target);
  else {
    if (elts.some((node, index) => index > star && node.nodeType === 'Starred')) {
      reject(c, 'multiple starred expressions in assignment', target);
    }
    const after = elts.length - star - 1;
    if (star >= UNPACK_MAX) reject(c, 'too many expressions in star-unpacking assignment', target);
    emit(c, Op.UNPACK_EX, star + (after << 8), target);
  }
  for (const node of elts) c.store(node.nodeType === 'Starred' ? node.value : node);
}

export function assign(c: Compiler, node: StatementOf<'Assign'>): void {
  if (swap(c, node)) return;
  c.expression(node.value);
  node.targets.forEach((target, index) => {
    if (index < node.targets.length - 1) emit(c, Op.COPY, 1, node);
    c.store(target);
  });
}

/** `a, b = b, a` needs no tuple. CPython: Python/flowgraph.c, swaptimize */
function swap(c: Compiler, { targets, value }: StatementOf<'Assign'>): boolean {
  const [target] = targets;
  if (
    targets.length !== 1 ||
    value.nodeType !== 'Tuple' ||
    (target?.nodeType !== 'Tuple' && target?.nodeType !== 'List')
  )
    return false;
  const count = value.elts.length;
  if ((count !== 2 && count !== 3) || target.elts.length !== count) return false;
  if ([...value.elts, ...target.elts].some((node) => node.nodeType === 'Starred')) return false;
  c.expressions(value.elts);
  emit(c, Op.SWAP, count, target);
  for (const element of target.elts) c.store(element);
  return true;
}

export function augmentedAssign(c: Compiler, node: StatementOf<'AugAssign'>): void {
  const { target } = node;
  const op = IN_PLACE + (BINARY[node.op] ?? 0);
  switch (target.nodeType) {
    case 'Name':
      variable(c, target.id, 'load', target);
      c.expression(node.value);
      emit(c, Op.BINARY_OP, op, node);
      return variable(c, target.id, 'store', target);
    case 'Attribute': {
      const name = attributeName(c, target);
      c.expression(target.value);
      emit(c, Op.COPY, 1, target);
      emitNamed(c, Op.LOAD_ATTR, name, attributeRange(target));
      c.expression(node.value);
      emit(c, Op.BINARY_OP, op, node);
      emit(c, Op.SWAP, 2, attributeRange(target));
      return emitNamed(c, Op.STORE_ATTR, name, attributeRange(target));
    }
    case 'Subscript':
      c.expression(target.value);
      c.expression(target.slice);
      emit(c, Op.COPY, 2, target);
      emit(c, Op.COPY, 2, target);
      emit(c, Op.BINARY_SUBSCR, 0, target);
      c.expression(node.value);
      emit(c, Op.BINARY_OP, op, node);
      emit(c, Op.SWAP, 3, target);
      emit(c, Op.SWAP, 2, target);
      return emit(c, Op.STORE_SUBSCR, 0, target);
    default:
      return reject(c, 'illegal expression for augmented assignment', target);
  }
}

/** CPython: codegen.c, codegen_annassign */
export function annotatedAssign(c: Compiler, node: StatementOf<'AnnAssign'>): void {
  const { target } = node;
  if (node.value) {
    c.expression(node.value);
    c.store(target);
  } else if (target.nodeType === 'Attribute' || target.nodeType === 'Subscript') evaluateTarget(c, target);
  const isOwned = c.unit.scope.kind === 'module' || c.unit.scope.kind === 'class';
  if (!isOwned) return;
  if (target.nodeType === 'Name' && node.simple) annotate(c, node, target);
  else if (!c.table.hasFutureAnnotations) {
    c.expression(node.annotation);
    emit(c, Op.POP_TOP, 0, node);
  }
}

function evaluateTarget(c: Compiler, target: ExpressionOf<'Attribute' | 'Subscript'>): void {
  c.expression(target.value);
  emit(c, Op.POP_TOP, 0, target);
  if (target.nodeType !== 'Subscript') return;
  c.expression(target.slice);
  emit(c, Op.POP_TOP, 0, target);
}

function annotate(c: Compiler, node: StatementOf<'AnnAssign'>, target: ExpressionOf<'Name'>): void {
  if (!c.table.hasFutureAnnotations) return meetAnnotation(c, node);
  annotationText(c, node.annotation);
  emitNamed(c, Op.LOAD_NAME, '__annotations__', node);
  loadConstant(c, mangle(c.unit.scope, target.id), node);
  emit(c, Op.STORE_SUBSCR, 0, node);
}

export function remove(c: Compiler, target: Expression): void {
  switch (target.nodeType) {
    case 'Name':
      return variable(c, target.id, 'delete', target);
    case 'Attribute':
      c.expression(target.value);
      return emitNamed(c, Op.DELETE_ATTR, attributeName(c, target), attributeRange(target));
    case 'Subscript':
      c.expression(target.value);
      c.expression(target.slice);
      return emit(c, Op.DELETE_SUBSCR, 0, target);
    case 'Tuple':
    case 'List':
      for (const element of target.elts) remove(c, element);
      return;
    default:
      return reject(c, `cannot delete ${target.nodeType === 'Starred' ? 'starred' : 'expression'}`, target);
  }
}
