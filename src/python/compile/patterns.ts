/**
 * Patterns of `match`. A pattern takes the subject from the top of the stack; what it captures stays below, in the order
 * of `stores`, until the whole pattern has matched. CPython: Python/codegen.c, codegen_pattern and its neighbours
 */
import { floatRepr } from '../objects/float-text.ts';
import { PyBytes, PyFloat, PyTuple, type Value } from '../objects/value.ts';
import type { Expression, Pattern, PatternOf, Range } from '../syntax/tree.ts';
import type { Label } from './assembler.ts';
import { type Compiler, emit, emitJump, loadConstant, newLabel, place, reject } from './compiler.ts';
import { fold } from './fold.ts';
import * as Op from './op.ts';
import { BinaryOperator, Comparison } from './opcodes.ts';

export interface PatternContext {
  /** Names captured so far; their values lie on the stack. */
  stores: string[];
  allowsIrrefutable: boolean;
  /** Where to go on failure, by the number of values that have to be popped. */
  failures: Label[];
  /** Values on top of the stack that belong to enclosing patterns. */
  onTop: number;
}

export function newPatternContext(allowsIrrefutable: boolean): PatternContext {
  return { stores: [], allowsIrrefutable, failures: [], onTop: 0 };
}

export function isWildcard(node: Pattern): boolean {
  return node.nodeType === 'MatchAs' && !node.name;
}

export function pattern(c: Compiler, node: Pattern, context: PatternContext): void {
  switch (node.nodeType) {
    case 'MatchValue':
      return valuePattern(c, node, context);
    case 'MatchSingleton':
      loadConstant(c, singleton(node), node);
      emit(c, Op.IS_OP, 0, node);
      return jumpToFailure(c, context, Op.POP_JUMP_IF_FALSE, node);
    case 'MatchSequence':
      return sequencePattern(c, node, context);
    case 'MatchMapping':
      return mappingPattern(c, node, context);
    case 'MatchClass':
      return classPattern(c, node, context);
    case 'MatchStar':
      return capture(c, node.name ?? null, node, context);
    case 'MatchAs':
      return asPattern(c, node, context);
    case 'MatchOr':
      return orPattern(c, node, context);
  }
}

function singleton(node: PatternOf<'MatchSingleton'>): Value {
  return typeof node.value === 'boolean' ? node.value : null;
}

export function failLabel(c: Compiler, context: PatternContext, pops: number): Label {
  for (let i = context.failures.length; i <= pops; i++) context.failures.push(newLabel(c));
  return context.failures[pops] ?? newLabel(c);
}

function jumpToFailure(c: Compiler, context: PatternContext, op: number, at: Range): void {
  emitJump(c, op, failLabel(c, context, context.onTop + context.stores.length), at);
}

/** All failures end here, with everything popped. */
export function emitFailures(c: Compiler, context: PatternContext, at: Range): void {
  for (let pops = context.failures.length - 1; pops > 0; pops--) {
    place(c, failLabel(c, context, pops));
    emit(c, Op.POP_TOP, 0, at);
  }
  const [last] = context.failures;
  if (last !== undefined) place(c, last);
  context.failures = [];
}

function rotate(c: Compiler, count: number, at: Range): void {
  for (let n = count; n > 1; n--) emit(c, Op.SWAP, n, at);
}

/** Puts the top of the stack with the captured values, or drops it. */
function capture(c: Compiler, name: string | null, at: Range, context: PatternContext): void {
  if (name === null) return emit(c, Op.POP_TOP, 0, at);
  addStore(c, name, at, context);
  rotate(c, context.onTop + context.stores.length, at);
}

function addStore(c: Compiler, name: string, at: Range, context: PatternContext): void {
  if (context.stores.includes(name)) reject(c, `multiple assignments to name '${name}' in pattern`, at);
  context.stores.push(name);
}

function subpattern(c: Compiler, node: Pattern, context: PatternContext): void {
  const { allowsIrrefutable } = context;
  context.allowsIrrefutable = true;
  pattern(c, node, context);
  context.allowsIrrefutable = allowsIrrefutable;
}

function valuePattern(c: Compiler, node: PatternOf<'MatchValue'>, context: PatternContext): void {
  if (node.value.nodeType === 'JoinedStr' || node.value.nodeType === 'TemplateStr')
    reject(c, 'patterns may only match literals and attribute lookups', node);
  c.expression(node.value);
  emit(c, Op.COMPARE_OP, Comparison.eq, node);
  jumpToFailure(c, context, Op.POP_JUMP_IF_FALSE, node);
}

function asPattern(c: Compiler, node: PatternOf<'MatchAs'>, context: PatternContext): void {
  const name = node.name ?? null;
  if (!node.pattern) {
    if (!context.allowsIrrefutable) {
      reject(
        c,
        name === null
          ? 'wildcard makes remaining patterns unreachable'
          : `name capture '${name}' makes remaining patterns unreachable`,
        node,
      );
    }
    return capture(c, name, node, context);
  }
  context.onTop++;
  emit(c, Op.COPY, 1, node);
  pattern(c, node.pattern, context);
  context.onTop--;
  capture(c, name, node, context);
}

function sequencePattern(c: Compiler, node: PatternOf<'MatchSequence'>, context: PatternContext): void {
  const { patterns } = node;
  const stars = patterns.filter((part) => part.nodeType === 'MatchStar');
  if (stars.length > 1) reject(c, 'multiple starred names in sequence pattern', node);
  const [star] = stars;
  context.onTop++;
  emit(c, Op.MATCH_SEQUENCE, 0, node);
  jumpToFailure(c, context, Op.POP_JUMP_IF_FALSE, node);
  if (star === undefined) checkLength(c, context, { at: node, count: patterns.length, comparison: Comparison.eq });
  else if (patterns.length > 1)
    checkLength(c, context, { at: node, count: patterns.length - 1, comparison: Comparison.ge });
  context.onTop--;
  const isNameless = (part: Pattern): boolean => isWildcard(part) || (part.nodeType === 'MatchStar' && !part.name);
  if (patterns.every(isNameless)) emit(c, Op.POP_TOP, 0, node);
  else if (star !== undefined && isNameless(star)) matchBySubscript(c, node, context, patterns.indexOf(star));
  else matchByUnpacking(c, node, context, star === undefined ? -1 : patterns.indexOf(star));
}

function checkLength(
  c: Compiler,
  context: PatternContext,
  { at, count, comparison }: { at: Range; count: number; comparison: number },
): void {
  emit(c, Op.GET_LEN, 0, at);
  loadConstant(c, count, at);
  emit(c, Op.COMPARE_OP, comparison, at);
  jumpToFailure(c, context, Op.POP_JUMP_IF_FALSE, at);
}

function matchByUnpacking(c: Compiler, node: PatternOf<'MatchSequence'>, context: PatternContext, star: number): void {
  const { length } = node.patterns;
  if (star < 0) emit(c, Op.UNPACK_SEQUENCE, length, node);
  else emit(c, Op.UNPACK_EX, star + ((length - star - 1) << 8), node);
  context.onTop += length;
  for (const part of node.patterns) {
    context.onTop--;
    subpattern(c, part, context);
  }
}

/** With a `*_` the rest need not be collected. */
function matchBySubscript(c: Compiler, node: PatternOf<'MatchSequence'>, context: PatternContext, star: number): void {
  const { patterns } = node;
  context.onTop++;
  patterns.forEach((part, index) => {
    if (isWildcard(part) || index === star) return;
    emit(c, Op.COPY, 1, node);
    if (index < star) loadConstant(c, index, node);
    else {
      emit(c, Op.GET_LEN, 0, node);
      loadConstant(c, patterns.length - index, node);
      emit(c, Op.BINARY_OP, BinaryOperator.subtract, node);
    }
    emit(c, Op.BINARY_SUBSCR, 0, node);
    subpattern(c, part, context);
  });
  context.onTop--;
  emit(c, Op.POP_TOP, 0, node);
}

function classPattern(c: Compiler, node: PatternOf<'MatchClass'>, context: PatternContext): void {
  const { patterns, kwd_attrs, kwd_patterns } = node;
  kwd_attrs.forEach((name, index) => {
    const again = kwd_attrs.indexOf(name, index + 1);
    if (again > 0) reject(c, `attribute name repeated in class pattern: ${name}`, kwd_patterns[again] ?? node);
  });
  c.expression(node.cls);
  loadConstant(c, new PyTuple(kwd_attrs), node);
  emit(c, Op.MATCH_CLASS, patterns.length, node);
  emit(c, Op.COPY, 1, node);
  context.onTop++;
  jumpToFailure(c, context, Op.POP_JUMP_IF_NONE, node);
  const parts = [...patterns, ...kwd_patterns];
  emit(c, Op.UNPACK_SEQUENCE, parts.length, node);
  context.onTop += parts.length - 1;
  for (const part of parts) {
    context.onTop--;
    if (isWildcard(part)) emit(c, Op.POP_TOP, 0, part);
    else subpattern(c, part, context);
  }
}

function mappingPattern(c: Compiler, node: PatternOf<'MatchMapping'>, context: PatternContext): void {
  const { keys, patterns } = node;
  const rest = node.rest ?? null;
  context.onTop++;
  emit(c, Op.MATCH_MAPPING, 0, node);
  jumpToFailure(c, context, Op.POP_JUMP_IF_FALSE, node);
  if (keys.length === 0 && rest === null) {
    context.onTop--;
    return emit(c, Op.POP_TOP, 0, node);
  }
  if (keys.length > 0) checkLength(c, context, { at: node, count: keys.length, comparison: Comparison.ge });
  checkKeys(c, node);
  c.expressions(keys);
  emit(c, Op.BUILD_TUPLE, keys.length, node);
  emit(c, Op.MATCH_KEYS, 0, node);
  context.onTop += 2;
  emit(c, Op.COPY, 1, node);
  jumpToFailure(c, context, Op.POP_JUMP_IF_NONE, node);
  emit(c, Op.UNPACK_SEQUENCE, keys.length, node);
  context.onTop += keys.length - 1;
  for (const part of patterns) {
    context.onTop--;
    subpattern(c, part, context);
  }
  context.onTop -= 2;
  if (rest === null) {
    emit(c, Op.POP_TOP, 0, node);
    emit(c, Op.POP_TOP, 0, node);
  } else captureRest(c, node, rest, context);
}

/** `[subject, keys]` -> a dict of what the keys left over, captured. */
function captureRest(c: Compiler, node: PatternOf<'MatchMapping'>, rest: string, context: PatternContext): void {
  emit(c, Op.BUILD_MAP, 0, node);
  emit(c, Op.SWAP, 3, node);
  emit(c, Op.DICT_UPDATE, 2, node);
  emit(c, Op.UNPACK_SEQUENCE, node.keys.length, node);
  for (let left = node.keys.length; left > 0; left--) {
    emit(c, Op.COPY, 1 + left, node);
    emit(c, Op.SWAP, 2, node);
    emit(c, Op.DELETE_SUBSCR, 0, node);
  }
  capture(c, rest, node, context);
}

function checkKeys(c: Compiler, node: PatternOf<'MatchMapping'>): void {
  const seen = new Set<unknown>();
  for (const key of node.keys) {
    const value = fold(key);
    if (value === undefined) {
      if (!isValueExpression(key))
        reject(c, 'mapping pattern keys may only match literals and attribute lookups', node);
      continue;
    }
    const same = keyOf(value);
    if (seen.has(same)) reject(c, `mapping pattern checks duplicate key (${reprKey(value)})`, node);
    seen.add(same);
  }
}

/** Equal keys have one: `1`, `1.0` and `True`. */
function keyOf(value: Value): unknown {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof PyFloat) return value.value;
  return value instanceof PyBytes ? `b${value.bytes.join()}` : typeof value === 'string' ? `'${value}` : value;
}

function isValueExpression(node: Expression): boolean {
  return node.nodeType === 'Attribute' || node.nodeType === 'BinOp' || node.nodeType === 'UnaryOp';
}

function reprKey(value: Value): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof PyFloat) return floatRepr(value.value);
  return value === null ? 'None' : String(value);
}

function orPattern(c: Compiler, node: PatternOf<'MatchOr'>, context: PatternContext): void {
  const end = newLabel(c);
  let control: readonly string[] | null = null;
  node.patterns.forEach((alternative, index) => {
    const inner = newPatternContext(index === node.patterns.length - 1 && context.allowsIrrefutable);
    emit(c, Op.COPY, 1, alternative);
    pattern(c, alternative, inner);
    if (control === null) control = inner.stores;
    else reorder(c, { at: alternative, whole: node }, inner.stores, control);
    emitJump(c, Op.JUMP, end, alternative);
    emitFailures(c, inner, alternative);
  });
  emit(c, Op.POP_TOP, 0, node);
  jumpToFailure(c, context, Op.JUMP, node);
  place(c, end);
  const names: readonly string[] = control ?? [];
  const rotations = names.length + 1 + context.onTop + context.stores.length;
  for (const name of names) {
    rotate(c, rotations, node);
    addStore(c, name, node, context);
  }
  emit(c, Op.POP_TOP, 0, node);
}

/** Brings the captured values into the order of the first alternative. */
function reorder(
  c: Compiler,
  { at, whole }: { at: Range; whole: Range },
  stores: string[],
  control: readonly string[],
): void {
  const differ = (): never => reject(c, 'alternative patterns bind different names', whole);
  if (stores.length !== control.length) differ();
  for (let i = control.length - 1; i >= 0; i--) {
    const found = stores.indexOf(control[i] ?? '');
    if (found < 0) differ();
    if (found === i) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(i - found, 0, ...rotated);
    for (let n = 0; n <= found; n++) rotate(c, i + 1, at);
  }
}
