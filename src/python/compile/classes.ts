/** Class definitions. CPython: Python/codegen.c, codegen_class and codegen_class_body */
import { PyTuple } from '../objects/value.ts';
import type { ClassNode, Range } from '../syntax/tree.ts';
import { beginConditionalAnnotations, beginFutureAnnotations, ownAnnotations } from './annotations.ts';
import { callArguments, checkKeywords } from './calls.ts';
import type { Code } from './code.ts';
import { type Compiler, emit, emitNamed, loadConstant, recordLine, scopeOf } from './compiler.ts';
import { docstringOf } from './docstrings.ts';
import { applyDecorators, decorators } from './functions.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { Intrinsic1 } from './opcodes.ts';
import { genericScope, leaveGeneric, typeParameters } from './type-parameters.ts';
import { enterUnit, leaveUnit, makeClosure } from './units.ts';

export function classDefinition(c: Compiler, node: ClassNode): void {
  decorators(c, node.decorator_list);
  recordLine(c, node);
  checkKeywords(c, node.keywords);
  const firstLine = node.decorator_list[0]?.lineno ?? node.lineno;
  if (node.type_params.length === 0) {
    buildClass(c, node, { firstLine, inject: null });
  } else genericClass(c, node, firstLine);
  applyDecorators(c, node.decorator_list);
  variable(c, node.name, 'store', node);
}

function genericClass(c: Compiler, node: ClassNode, firstLine: number): void {
  const scope = genericScope(c, node.type_params);
  enterUnit(c, scope, { name: scope.name, firstLine });
  typeParameters(c, node.type_params);
  variable(c, '.type_params', 'store', node);
  buildClass(c, node, {
    firstLine,
    inject: () => {
      variable(c, '.type_params', 'load', node);
      emit(c, Op.INTRINSIC_1, Intrinsic1.subscriptGeneric, node);
      variable(c, '.generic_base', 'store', node);
      return () => variable(c, '.generic_base', 'load', node);
    },
  });
  leaveGeneric(c, scope, node);
}

/** `inject` prepares the Generic base of a class with type parameters, and gives what loads it behind the other bases. */
function buildClass(
  c: Compiler,
  node: ClassNode,
  { firstLine, inject }: { firstLine: number; inject: (() => () => void) | null },
): void {
  emit(c, Op.LOAD_BUILD_CLASS, 0, node);
  emit(c, Op.PUSH_NULL, 0, node);
  const code = classBody(c, node, firstLine);
  makeClosure(c, { scope: scopeOf(c, node), code, flags: 0, at: node });
  loadConstant(c, node.name, node);
  const load = inject?.() ?? null;
  callArguments(c, { already: 2, positional: node.bases, keywords: node.keywords, inject: load, at: node });
}

function classBody(c: Compiler, node: ClassNode, firstLine: number): Code {
  const scope = scopeOf(c, node);
  enterUnit(c, scope, { name: node.name, firstLine });
  const at: Range = { lineno: firstLine, end_lineno: firstLine, col_offset: 0, end_col_offset: 0 };
  emitNamed(c, Op.LOAD_NAME, '__name__', at);
  emitNamed(c, Op.STORE_NAME, '__module__', at);
  setName(c, '__qualname__', c.unit.qualname, at);
  setName(c, '__firstlineno__', firstLine, at);
  if (node.type_params.length > 0) {
    variable(c, '.type_params', 'load', at);
    emitNamed(c, Op.STORE_NAME, '__type_params__', at);
  }
  const classDict = scope.implicitCells.get('__classdict__');
  if (classDict !== undefined) {
    emit(c, Op.LOAD_LOCALS, 0, at);
    emit(c, Op.STORE_DEREF, classDict.slot, at);
  }
  beginConditionalAnnotations(c, at);
  classStatements(c, node, at);
  endClassBody(c, at);
  return leaveUnit(c, { argCount: 0, positionalOnlyCount: 0, keywordOnlyCount: 0, flags: 0 });
}

function setName(c: Compiler, name: string, value: string | number, at: Range): void {
  loadConstant(c, value, at);
  emitNamed(c, Op.STORE_NAME, name, at);
}

function classStatements(c: Compiler, node: ClassNode, at: Range): void {
  const [first] = node.body;
  const docstring = docstringOf(first);
  beginFutureAnnotations(c, at);
  if (docstring === null || first === undefined) c.statements(node.body);
  else {
    loadConstant(c, docstring, first);
    emitNamed(c, Op.STORE_NAME, '__doc__', first);
    c.statements(node.body.slice(1));
  }
}

function endClassBody(c: Compiler, at: Range): void {
  const { implicitCells } = c.unit.owner;
  if (ownAnnotations(c, at)) emitNamed(c, Op.STORE_NAME, '__annotate_func__', at);
  loadConstant(c, new PyTuple([...c.unit.staticAttributes].sort()), null);
  emitNamed(c, Op.STORE_NAME, '__static_attributes__', null);
  const classDict = implicitCells.get('__classdict__');
  if (classDict !== undefined) {
    emit(c, Op.LOAD_CLOSURE, classDict.slot, null);
    emitNamed(c, Op.STORE_NAME, '__classdictcell__', null);
  }
  const classCell = implicitCells.get('__class__');
  if (classCell !== undefined) {
    emit(c, Op.LOAD_CLOSURE, classCell.slot, null);
    emit(c, Op.COPY, 1, null);
    emitNamed(c, Op.STORE_NAME, '__classcell__', null);
  } else loadConstant(c, null, null);
  emit(c, Op.RETURN_VALUE, 0, null);
}
