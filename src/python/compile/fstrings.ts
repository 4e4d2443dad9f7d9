/** f-strings and t-strings. CPython: Python/codegen.c, codegen_joined_str, codegen_template_str */
import { PyTuple } from '../objects/value.ts';
import type { Expression, ExpressionOf } from '../syntax/tree.ts';
import { type Compiler, emit, emitNamed, loadConstant } from './compiler.ts';
import * as Op from './op.ts';

const CONVERSIONS: Readonly<Record<number, number>> = { 115: 1, 114: 2, 97: 3 };
/** As in CPython: longer ones are joined from a list. */
const STACK_GUIDELINE = 30;

export function joinedString(c: Compiler, node: ExpressionOf<'JoinedStr'>): void {
  const { values } = node;
  if (values.length > STACK_GUIDELINE) {
    loadConstant(c, '', node);
    emitNamed(c, Op.LOAD_METHOD, 'join', node);
    emit(c, Op.BUILD_LIST, 0, node);
    for (const value of values) {
      c.expression(value);
      emit(c, Op.LIST_APPEND, 1, node);
    }
    return emit(c, Op.CALL, 1, node);
  }
  c.expressions(values);
  if (values.length === 0) loadConstant(c, '', node);
  else if (values.length > 1) emit(c, Op.BUILD_STRING, values.length, node);
}

export function formattedValue(c: Compiler, node: ExpressionOf<'FormattedValue'>): void {
  c.expression(node.value);
  const conversion = CONVERSIONS[node.conversion];
  if (conversion !== undefined) emit(c, Op.CONVERT_VALUE, conversion, node);
  if (node.format_spec) {
    c.expression(node.format_spec);
    emit(c, Op.FORMAT_WITH_SPEC, 0, node);
  } else emit(c, Op.FORMAT_SIMPLE, 0, node);
}

export function template(c: Compiler, node: ExpressionOf<'TemplateStr'>): void {
  loadConstant(c, new PyTuple(literalParts(node.values)), node);
  let count = 0;
  for (const value of node.values) {
    if (value.nodeType !== 'Interpolation') continue;
    interpolation(c, value);
    count++;
  }
  emit(c, Op.BUILD_TUPLE, count, node);
  emit(c, Op.BUILD_TEMPLATE, 0, node);
}

/** One string before, between and behind the interpolations. */
function literalParts(values: readonly Expression[]): string[] {
  const parts = [''];
  for (const value of values) {
    if (value.nodeType === 'Interpolation') parts.push('');
    else if (value.nodeType === 'Constant' && typeof value.value === 'string') parts[parts.length - 1] += value.value;
  }
  return parts;
}

function interpolation(c: Compiler, node: ExpressionOf<'Interpolation'>): void {
  c.expression(node.value);
  loadConstant(c, node.str, node);
  if (node.format_spec) c.expression(node.format_spec);
  const conversion = CONVERSIONS[node.conversion] ?? 0;
  emit(c, Op.BUILD_INTERPOLATION, 2 + (node.format_spec ? 1 : 0) + (conversion << 2), node);
}
