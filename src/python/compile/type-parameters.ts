/** PEP 695: type parameters and `type` statements. CPython: Python/codegen.c, codegen_type_params, codegen_typealias */
import { PyTuple } from '../objects/value.ts';
import type { Expression, Range, StatementOf, TypeParameter } from '../syntax/tree.ts';
import { formatGuard } from './annotations.ts';
import { type Code, CodeFlag } from './code.ts';
import { type Compiler, emit, loadConstant, reject, scopeOf } from './compiler.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { Intrinsic1, Intrinsic2 } from './opcodes.ts';
import type { Scope } from './scope.ts';
import { enterUnit, leaveUnit, MakeFunction, makeClosure } from './units.ts';

const KINDS = { TypeVar: Intrinsic1.typeVar, ParamSpec: Intrinsic1.paramSpec, TypeVarTuple: Intrinsic1.typeVarTuple };

export function genericScope(c: Compiler, parameters: readonly TypeParameter[]): Scope {
  return scopeOf(c, parameters);
}

/** Leaves a tuple of the type parameters on the stack. */
export function typeParameters(c: Compiler, nodes: readonly TypeParameter[]): void {
  let hasDefault = false;
  for (const node of nodes) {
    typeParameter(c, node);
    if (node.default_value) hasDefault = true;
    else if (hasDefault) reject(c, `non-default type parameter '${node.name}' follows default type parameter`, node);
  }
  emit(c, Op.BUILD_TUPLE, nodes.length, nodes[0] ?? null);
}

function typeParameter(c: Compiler, node: TypeParameter): void {
  loadConstant(c, node.name, node);
  if (node.nodeType === 'TypeVar' && node.bound) {
    evaluator(c, { scope: scopeOf(c, node), value: node.bound, name: node.name });
    const hasConstraints = node.bound.nodeType === 'Tuple';
    emit(c, Op.INTRINSIC_2, hasConstraints ? Intrinsic2.typeVarWithConstraints : Intrinsic2.typeVarWithBound, node);
  } else emit(c, Op.INTRINSIC_1, KINDS[node.nodeType], node);
  if (node.default_value) {
    const scope = c.table.defaults.get(node) ?? scopeOf(c, node);
    evaluator(c, { scope, value: node.default_value, name: node.name });
    emit(c, Op.INTRINSIC_2, Intrinsic2.setTypeParamDefault, node);
  }
  emit(c, Op.COPY, 1, node);
  variable(c, node.name, 'store', node);
}

/** A function that computes a bound, a default or an alias when it is asked for. */
function evaluator(c: Compiler, { scope, value, name }: { scope: Scope; value: Expression; name: string }): void {
  lazily(c, { scope, name, at: value }, () => {
    if (value.nodeType === 'Starred') {
      c.expression(value.value);
      emit(c, Op.UNPACK_SEQUENCE, 1, value);
    } else c.expression(value);
  });
}

function lazily(
  c: Compiler,
  { scope, name, at }: { scope: Scope; name: string; at: Range },
  compute: () => void,
): void {
  loadConstant(c, new PyTuple([1]), at);
  enterUnit(c, scope, { name, firstLine: at.lineno });
  formatGuard(c, '.format', at);
  compute();
  emit(c, Op.RETURN_VALUE, 0, at);
  const code = leaveUnit(c, {
    argCount: 1,
    positionalOnlyCount: 1,
    keywordOnlyCount: 0,
    flags: CodeFlag.optimized | CodeFlag.newLocals,
  });
  makeClosure(c, { scope, code, flags: MakeFunction.defaults, at });
}

/** Ends the function that holds the type parameters of a class or an alias, whose value is on its stack; and calls it. */
export function leaveGeneric(c: Compiler, scope: Scope, at: Range): void {
  emit(c, Op.RETURN_VALUE, 0, at);
  const code = leaveUnit(c, {
    argCount: 0,
    positionalOnlyCount: 0,
    keywordOnlyCount: 0,
    flags: CodeFlag.optimized | CodeFlag.newLocals,
  });
  callGeneric(c, { scope, code, argCount: 0, at });
}

/** Calls the function that holds the type parameters; its arguments, if any, are on the stack. */
export function callGeneric(
  c: Compiler,
  { scope, code, argCount, at }: { scope: Scope; code: Code; argCount: number; at: Range },
): void {
  makeClosure(c, { scope, code, flags: 0, at });
  emit(c, Op.PUSH_NULL, 0, at);
  if (argCount > 0) {
    sink(c, argCount + 2, at);
    sink(c, argCount + 2, at);
  }
  emit(c, Op.CALL, argCount, at);
}

/** Moves the top below the other `count - 1` values. */
function sink(c: Compiler, count: number, at: Range): void {
  for (let n = count; n > 1; n--) emit(c, Op.SWAP, n, at);
}

export function typeAlias(c: Compiler, node: StatementOf<'TypeAlias'>): void {
  const { name } = node;
  if (name.nodeType !== 'Name') return;
  if (node.type_params.length === 0) {
    loadConstant(c, name.id, node);
    loadConstant(c, null, node);
    aliasBody(c, node, name.id);
  } else {
    const scope = genericScope(c, node.type_params);
    enterUnit(c, scope, { name: scope.name, firstLine: node.lineno });
    loadConstant(c, name.id, node);
    typeParameters(c, node.type_params);
    aliasBody(c, node, name.id);
    leaveGeneric(c, scope, node);
  }
  variable(c, name.id, 'store', node);
}

function aliasBody(c: Compiler, node: StatementOf<'TypeAlias'>, name: string): void {
  lazily(c, { scope: scopeOf(c, node), name, at: node }, () => c.expression(node.value));
  emit(c, Op.BUILD_TUPLE, 3, node);
  emit(c, Op.INTRINSIC_1, Intrinsic1.typeAlias, node);
}
