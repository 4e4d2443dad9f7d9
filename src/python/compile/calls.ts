/** Calls. CPython: Python/codegen.c, codegen_call and codegen_call_helper_impl */
import { PyTuple } from '../objects/value.ts';
import type { Expression, ExpressionOf, Keyword, Range } from '../syntax/tree.ts';
import { attributeRange, type Compiler, emit, emitNamed, loadConstant, reject } from './compiler.ts';
import { isStarred, tupleOf } from './displays.ts';
import * as Op from './op.ts';
import { mangle } from './scope.ts';

export function call(c: Compiler, node: ExpressionOf<'Call'>): void {
  checkKeywords(c, node.keywords);
  const { func } = node;
  const isPlain = !node.args.some(isStarred) && node.keywords.every((keyword) => keyword.arg);
  if (func.nodeType === 'Attribute' && isPlain) {
    c.expression(func.value);
    emitNamed(c, Op.LOAD_METHOD, mangle(c.unit.scope, func.attr), attributeRange(func));
    const at = methodCallRange(node, func);
    return callArguments(c, { already: 0, positional: node.args, keywords: node.keywords, inject: null, at });
  }
  c.expression(func);
  emit(c, Op.PUSH_NULL, 0, func);
  callArguments(c, { already: 0, positional: node.args, keywords: node.keywords, inject: null, at: node });
}

/** A method call over several lines is placed from its name on. */
function methodCallRange(node: ExpressionOf<'Call'>, func: ExpressionOf<'Attribute'>): Range {
  const start = attributeRange(func);
  if (start === func) return node;
  return { ...start, end_lineno: node.end_lineno, end_col_offset: node.end_col_offset };
}

export interface CallArguments {
  /** Arguments that are on the stack already. */
  readonly already: number;
  readonly positional: readonly Expression[];
  readonly keywords: readonly Keyword[];
  /** Loads one more positional argument behind the others (the Generic base of a class). */
  readonly inject: (() => void) | null;
  readonly at: Range;
}

/** The stack holds: callable, self or null, and the arguments that are there already. */
export function callArguments(c: Compiler, { already, positional, keywords, inject, at }: CallArguments): void {
  const isPlain = !positional.some(isStarred) && keywords.every((keyword) => keyword.arg);
  if (!isPlain) return callExtended(c, { already, positional, keywords, inject, at });
  c.expressions(positional);
  inject?.();
  const count = already + positional.length + (inject === null ? 0 : 1);
  if (keywords.length === 0) return emit(c, Op.CALL, count, at);
  for (const keyword of keywords) c.expression(keyword.value);
  loadConstant(c, new PyTuple(keywords.map((keyword) => keywordName(c, keyword))), at);
  emit(c, Op.CALL_KW, count + keywords.length, at);
}

function keywordName(c: Compiler, keyword: Keyword): string {
  return mangle(c.unit.scope, keyword.arg ?? '');
}

function callExtended(c: Compiler, { already, positional, keywords, inject, at }: CallArguments): void {
  const [first] = positional;
  if (already === 0 && inject === null && positional.length === 1 && first?.nodeType === 'Starred')
    c.expression(first.value);
  else if (already === 0) tupleOf(c, positional, at, inject);
  else {
    emit(c, Op.BUILD_LIST, already, at);
    for (const node of positional) {
      c.expression(node.nodeType === 'Starred' ? node.value : node);
      emit(c, node.nodeType === 'Starred' ? Op.LIST_EXTEND : Op.LIST_APPEND, 1, at);
    }
    if (inject !== null) {
      inject();
      emit(c, Op.LIST_APPEND, 1, at);
    }
    emit(c, Op.LIST_TO_TUPLE, 0, at);
  }
  if (keywords.length > 0) keywordDict(c, keywords, at);
  emit(c, Op.CALL_EX, keywords.length > 0 ? 1 : 0, at);
}

function keywordDict(c: Compiler, keywords: readonly Keyword[], at: Range): void {
  let hasDict = false;
  let pending = 0;
  const flush = (): void => {
    if (pending === 0 && hasDict) return;
    emit(c, Op.BUILD_MAP, pending, at);
    if (hasDict) emit(c, Op.DICT_MERGE, 1, at);
    hasDict = true;
    pending = 0;
  };
  for (const keyword of keywords) {
    if (keyword.arg) {
      loadConstant(c, keywordName(c, keyword), keyword);
      c.expression(keyword.value);
      pending++;
    } else {
      flush();
      c.expression(keyword.value);
      emit(c, Op.DICT_MERGE, 1, at);
    }
  }
  if (pending > 0) flush();
}

/** CPython: codegen.c, codegen_validate_keywords */
export function checkKeywords(c: Compiler, keywords: readonly Keyword[]): void {
  if (keywords.length < 2) return;
  const seen = new Set<string>();
  for (const keyword of keywords) {
    if (!keyword.arg) continue;
    if (seen.has(keyword.arg)) reject(c, `keyword argument repeated: ${keyword.arg}`, keyword);
    seen.add(keyword.arg);
  }
}
