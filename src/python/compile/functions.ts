/** Functions and lambdas: what happens where they are defined, and their bodies. CPython: Python/codegen.c, codegen_function */
import { PyTuple } from '../objects/value.ts';
import type { Arguments, Expression, ExpressionOf, FunctionNode, Range } from '../syntax/tree.ts';
import { signatureAnnotations } from './annotations.ts';
import { CodeFlag } from './code.ts';
import { type Compiler, emit, loadConstant, recordLine, scopeOf } from './compiler.ts';
import { docstringOf } from './docstrings.ts';
import { fold } from './fold.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { Intrinsic2 } from './opcodes.ts';
import { mangle, type Scope } from './scope.ts';
import { callGeneric, genericScope, typeParameters } from './type-parameters.ts';
import { enterUnit, leaveUnit, MakeFunction, makeClosure } from './units.ts';

export function functionDefinition(c: Compiler, node: FunctionNode): void {
  decorators(c, node.decorator_list);
  recordLine(c, node);
  const { args } = node;
  const firstLine = node.decorator_list[0]?.lineno ?? node.lineno;
  const flags = defaults(c, args, node);
  if (node.type_params.length === 0) functionWithSignature(c, node, { flags, firstLine });
  else genericFunction(c, node, { flags, firstLine });
  applyDecorators(c, node.decorator_list);
  variable(c, node.name, 'store', node);
}

interface Definition {
  readonly flags: number;
  readonly firstLine: number;
}

/** The stack holds what `flags` says: defaults and keyword defaults. */
function functionWithSignature(c: Compiler, node: FunctionNode, { flags, firstLine }: Definition): void {
  const annotated = signatureAnnotations(c, node) ? MakeFunction.annotate : 0;
  const scope = scopeOf(c, node);
  enterUnit(c, scope, { name: node.name, firstLine });
  const [first] = node.body;
  const docstring = docstringOf(first);
  c.unit.docstring = docstring;
  c.statements(docstring === null ? node.body : node.body.slice(1));
  const end = c.unit.assembler.hasPlace ? null : (node.body.at(-1) ?? node);
  loadConstant(c, null, end);
  emit(c, Op.RETURN_VALUE, 0, end);
  const code = leaveUnit(c, signatureOf(node.args, functionFlags(scope)));
  makeClosure(c, { scope, code, flags: flags | annotated, at: node });
}

/** Defaults are evaluated outside, and handed to the function that holds the type parameters. */
function genericFunction(c: Compiler, node: FunctionNode, { flags, firstLine }: Definition): void {
  const scope = genericScope(c, node.type_params);
  const hasDefaults = (flags & MakeFunction.defaults) !== 0;
  const hasKeywordDefaults = (flags & MakeFunction.keywordDefaults) !== 0;
  enterUnit(c, scope, { name: scope.name, firstLine });
  typeParameters(c, node.type_params);
  if (hasDefaults) variable(c, '.defaults', 'load', node);
  if (hasKeywordDefaults) variable(c, '.kwdefaults', 'load', node);
  functionWithSignature(c, node, { flags, firstLine });
  emit(c, Op.SWAP, 2, node);
  emit(c, Op.INTRINSIC_2, Intrinsic2.setFunctionTypeParams, node);
  emit(c, Op.RETURN_VALUE, 0, node);
  const argCount = Number(hasDefaults) + Number(hasKeywordDefaults);
  const code = leaveUnit(c, {
    argCount,
    positionalOnlyCount: 0,
    keywordOnlyCount: 0,
    flags: CodeFlag.optimized | CodeFlag.newLocals,
  });
  callGeneric(c, { scope, code, argCount, at: node });
}

function functionFlags(scope: Scope): number {
  const base = CodeFlag.optimized | CodeFlag.newLocals;
  if (scope.isCoroutine) return base | (scope.isGenerator ? CodeFlag.asyncGenerator : CodeFlag.coroutine);
  return base | (scope.isGenerator ? CodeFlag.generator : 0);
}

function signatureOf(args: Arguments, flags: number): Parameters<typeof leaveUnit>[1] {
  return {
    argCount: args.posonlyargs.length + args.args.length,
    positionalOnlyCount: args.posonlyargs.length,
    keywordOnlyCount: args.kwonlyargs.length,
    flags: flags | (args.vararg ? CodeFlag.varArgs : 0) | (args.kwarg ? CodeFlag.varKeywords : 0),
  };
}

/** CPython: codegen.c, codegen_default_arguments */
function defaults(c: Compiler, args: Arguments, at: Range): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    const constants = args.defaults.map((node) => fold(node));
    if (constants.every((value) => value !== undefined)) loadConstant(c, new PyTuple(constants), at);
    else {
      c.expressions(args.defaults);
      emit(c, Op.BUILD_TUPLE, args.defaults.length, at);
    }
    flags |= MakeFunction.defaults;
  }
  let count = 0;
  args.kwonlyargs.forEach((arg, index) => {
    const value = args.kw_defaults[index];
    if (!value) return;
    loadConstant(c, mangle(c.unit.scope, arg.arg), at);
    c.expression(value);
    count++;
  });
  if (count === 0) return flags;
  emit(c, Op.BUILD_MAP, count, at);
  return flags | MakeFunction.keywordDefaults;
}

export function decorators(c: Compiler, nodes: readonly Expression[]): void {
  for (const node of nodes) {
    recordLine(c, node);
    c.expression(node);
    emit(c, Op.PUSH_NULL, 0, node);
  }
}

export function applyDecorators(c: Compiler, nodes: readonly Expression[]): void {
  for (const node of nodes.toReversed()) emit(c, Op.CALL, 1, node);
}

export function lambda(c: Compiler, node: ExpressionOf<'Lambda'>): void {
  const flags = defaults(c, node.args, node);
  const scope = scopeOf(c, node);
  enterUnit(c, scope, { name: '<lambda>', firstLine: node.lineno });
  c.expression(node.body);
  // A lambda that yields returns the value of its last expression to nobody, as in CPython.
  emit(c, Op.RETURN_VALUE, 0, node.body);
  const code = leaveUnit(c, signatureOf(node.args, functionFlags(scope)));
  makeClosure(c, { scope, code, flags, at: node });
}
