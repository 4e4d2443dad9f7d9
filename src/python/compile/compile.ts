/**
 * From a syntax tree to a code object. The scheme is that of CPython 3.14's codegen.c, with our instructions;
 * what each of them does is said in opcodes.ts.
 */
import { parseExpression, parseModule } from '../syntax/parse.ts';
import { problemAt, SyntaxFailure, type SyntaxProblem } from '../syntax/problem.ts';
import type { Remark } from '../syntax/remark.ts';
import type { Source } from '../syntax/source.ts';
import { AT_START, type Expression, type Module } from '../syntax/tree.ts';
import { beginConditionalAnnotations, beginFutureAnnotations, ownAnnotations } from './annotations.ts';
import { type Code, CodeFlag } from './code.ts';
import { type Compiler, emit, emitNamed, loadConstant } from './compiler.ts';
import { jumpIf } from './conditions.ts';
import { docstringOf } from './docstrings.ts';
import { expression } from './expressions.ts';
import * as Op from './op.ts';
import { remarksOn } from './remarks.ts';
import type { SymbolTable } from './scope.ts';
import { statements } from './statements.ts';
import { buildExpressionTable, buildSymbolTable } from './symtable.ts';
import { store } from './targets.ts';
import { beginUnit, finishUnit } from './unit.ts';

export interface CompileOptions {
  readonly filename: string;
  /** Emit LINE instructions, for the recorder. */
  readonly recordLines: boolean;
}
export type CompileMode = 'exec' | 'eval' | 'single';
export type CompileResult =
  | { readonly ok: true; readonly code: Code; readonly remarks: () => readonly Remark[]; readonly source: Source }
  | { readonly ok: false; readonly error: SyntaxProblem };

export function compileText(text: string, options: CompileOptions & { readonly mode: CompileMode }): CompileResult {
  if (options.mode === 'eval') return compileEval(text, options);
  const parsed = parseModule(text, options.filename);
  return parsed.ok ? compileTree(parsed.tree, parsed.source, options) : parsed;
}

export function compileTree(
  tree: Module | Expression,
  source: Source,
  options: CompileOptions & { readonly mode: CompileMode },
): CompileResult {
  if (tree.nodeType !== 'Module') return compileExpression(tree, source, options);
  return guarded(source, () => {
    const c = newCompiler(source, buildSymbolTable(source, tree), options);
    moduleBody(c, tree);
    return { code: finish(c), remarks: () => [...source.remarks, ...remarksOn(tree)] };
  });
}

function compileEval(text: string, options: CompileOptions & { readonly mode: CompileMode }): CompileResult {
  const parsed = parseExpression(text, options.filename);
  return parsed.ok ? compileExpression(parsed.tree, parsed.source, options) : parsed;
}

function compileExpression(
  tree: Expression,
  source: Source,
  options: CompileOptions & { readonly mode: CompileMode },
): CompileResult {
  return guarded(source, () => {
    const c = newCompiler(source, buildExpressionTable(source, tree), options);
    c.expression(tree);
    emit(c, Op.RETURN_VALUE, 0, tree);
    return { code: finish(c), remarks: () => [...source.remarks, ...remarksOn(tree)] };
  });
}

/** A mistake in the program comes out as a value. */
function guarded(source: Source, compile: () => { code: Code; remarks: () => readonly Remark[] }): CompileResult {
  try {
    return { ok: true, ...compile(), source };
  } catch (error) {
    if (error instanceof SyntaxFailure) return { ok: false, error: error.problem };
    if (error instanceof RangeError)
      return { ok: false, error: problemAt(source, 'too many nested parentheses', AT_START) };
    throw error;
  }
}

function newCompiler(
  source: Source,
  table: SymbolTable,
  options: CompileOptions & { readonly mode: CompileMode },
): Compiler {
  const c: Compiler = {
    source,
    table,
    recordLines: options.recordLines,
    isInteractive: options.mode === 'single',
    unit: beginUnit({ owner: table.module, parent: null, name: '<module>', qualname: '<module>', firstLine: 1 }),
    expression: (node: Expression) => expression(c, node),
    expressions: (nodes) => {
      for (const node of nodes) expression(c, node);
    },
    jumpIf: (node, label, condition) => jumpIf(c, node, label, condition),
    statements: (nodes) => statements(c, nodes),
    store: (target) => store(c, target),
  };
  return c;
}

function moduleBody(c: Compiler, tree: Module): void {
  const [first] = tree.body;
  if (ownAnnotations(c, AT_START)) emitNamed(c, Op.STORE_NAME, '__annotate__', AT_START);
  beginConditionalAnnotations(c, AT_START);
  beginFutureAnnotations(c, AT_START);
  const docstring = c.isInteractive ? null : docstringOf(first);
  if (docstring !== null && first !== undefined) {
    c.unit.docstring = docstring;
    loadConstant(c, docstring, first);
    emitNamed(c, Op.STORE_NAME, '__doc__', first);
  }
  c.statements(docstring === null ? tree.body : tree.body.slice(1));
  loadConstant(c, null, tree.body.length === 0 ? AT_START : null);
  emit(c, Op.RETURN_VALUE, 0, null);
}

function finish(c: Compiler): Code {
  const flags = c.table.hasFutureAnnotations ? CodeFlag.future_annotations : 0;
  return finishUnit(c.unit, c.source, { argCount: 0, positionalOnlyCount: 0, keywordOnlyCount: 0, flags });
}
