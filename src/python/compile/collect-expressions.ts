/** Names in expressions and patterns. CPython: Python/symtable.c, symtable_visit_expr and its neighbours */
import { fail } from '../syntax/problem.ts';
import {
  type Arguments,
  AT_START,
  type ComprehensionNode,
  type Expression,
  type ExpressionOf,
  type Keyword,
  type Pattern,
  type Range,
} from '../syntax/tree.ts';
import { type Collector, define, flagsOf, note, use, within } from './collector.ts';
import { Def, isFunctionLike, mangle, type Scope } from './scope.ts';

export function collectExpressions(s: Collector, nodes: readonly (Expression | null)[]): void {
  for (const node of nodes) if (node !== null) collectExpression(s, node);
}

function optional(s: Collector, node: Expression | null | undefined): void {
  if (node !== undefined && node !== null) collectExpression(s, node);
}

export function collectExpression(s: Collector, node: Expression): void {
  switch (node.nodeType) {
    case 'Name':
      return collectName(s, node);
    case 'Constant':
      return;
    case 'Attribute':
    case 'Starred':
      return collectExpression(s, node.value);
    case 'Call':
      collectExpression(s, node.func);
      collectExpressions(s, node.args);
      return collectKeywords(s, node.keywords);
    case 'Subscript':
      collectExpression(s, node.value);
      return collectExpression(s, node.slice);
    case 'BoolOp':
      return collectExpressions(s, node.values);
    case 'BinOp':
      return collectBinary(s, node);
    case 'UnaryOp':
      return collectExpression(s, node.operand);
    case 'Compare':
      collectExpression(s, node.left);
      return collectExpressions(s, node.comparators);
    case 'Tuple':
    case 'List':
    case 'Set':
      return collectExpressions(s, node.elts);
    case 'Dict':
      collectExpressions(s, node.keys);
      return collectExpressions(s, node.values);
    case 'IfExp':
      collectExpression(s, node.test);
      collectExpression(s, node.body);
      return collectExpression(s, node.orelse);
    case 'Slice':
      optional(s, node.lower);
      optional(s, node.upper);
      return optional(s, node.step);
    case 'JoinedStr':
    case 'TemplateStr':
      return collectExpressions(s, node.values);
    case 'FormattedValue':
    case 'Interpolation':
      collectExpression(s, node.value);
      return optional(s, node.format_spec);
    case 'NamedExpr':
      return collectNamed(s, node);
    case 'Lambda':
      return collectLambda(s, node);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return collectComprehension(s, node);
    case 'Await':
      return collectAwait(s, node);
    case 'Yield':
    case 'YieldFrom':
      return collectYield(s, node);
  }
}

/** Along the left side of a long sum, without recursion. */
function collectBinary(s: Collector, node: ExpressionOf<'BinOp'>): void {
  const rights = [node.right];
  let { left } = node;
  for (; left.nodeType === 'BinOp'; left = left.left) rights.push(left.right);
  collectExpression(s, left);
  for (const right of rights.toReversed()) collectExpression(s, right);
}

export function collectKeywords(s: Collector, keywords: readonly Keyword[]): void {
  for (const keyword of keywords) {
    if (keyword.arg === '__debug__') fail(s.source, 'cannot assign to __debug__', keyword);
    collectExpression(s, keyword.value);
  }
}

function collectName(s: Collector, node: ExpressionOf<'Name'>): void {
  if (node.ctx !== 'Load') return define(s, node.id, Def.local, node);
  use(s, node.id);
  if (node.id === 'super' && isFunctionLike(s.scope)) use(s, '__class__');
}

function collectNamed(s: Collector, node: ExpressionOf<'NamedExpr'>): void {
  forbidInAnnotation(s, 'named expression', node);
  if (s.iterables > 0)
    fail(s.source, 'assignment expression cannot be used in a comprehension iterable expression', node);
  if (isComprehension(s.scope) && node.target.nodeType === 'Name') extendNamedScope(s, node.target);
  collectExpression(s, node.value);
  collectExpression(s, node.target);
}

/** CPython: Python/symtable.c, symtable_extend_namedexpr_scope. `:=` in a comprehension binds around it. */
function extendNamedScope(s: Collector, target: ExpressionOf<'Name'>): void {
  const name = target.id;
  for (let scope: Scope | null = s.scope; scope !== null; scope = scope.parent) {
    if (isComprehension(scope)) {
      if ((flagsOf(scope, name) & Def.iteration) !== 0) {
        fail(s.source, `assignment expression cannot rebind comprehension iteration variable '${name}'`, target);
      }
      continue;
    }
    const mangled = mangle(s.scope, name);
    switch (scope.kind) {
      case 'module':
        note(s.scope, mangled, Def.global);
        return note(scope, mangled, Def.global);
      case 'class':
        return fail(s.source, 'assignment expression within a comprehension cannot be used in a class body', target);
      case 'typeParameters':
        return fail(
          s.source,
          'assignment expression within a comprehension cannot be used within the definition of a generic',
          target,
        );
      case 'typeAlias':
        return fail(s.source, 'assignment expression within a comprehension cannot be used in a type alias', target);
      case 'typeVariable':
        return fail(s.source, 'assignment expression within a comprehension cannot be used in a TypeVar bound', target);
      default: {
        const isGlobal = (flagsOf(scope, name) & Def.global) !== 0;
        note(s.scope, mangled, isGlobal ? Def.global : Def.nonlocal);
        return note(scope, mangled, Def.local);
      }
    }
  }
}

function collectLambda(s: Collector, node: ExpressionOf<'Lambda'>): void {
  collectExpressions(s, node.args.defaults);
  collectExpressions(s, node.args.kw_defaults);
  within(s, node, { kind: 'lambda', name: '<lambda>' }, () => {
    collectParameters(s, node.args);
    collectExpression(s, node.body);
  });
}

export function collectParameters(s: Collector, args: Arguments): void {
  for (const arg of args.posonlyargs) define(s, arg.arg, Def.parameter, arg);
  for (const arg of args.args) define(s, arg.arg, Def.parameter, arg);
  for (const arg of args.kwonlyargs) define(s, arg.arg, Def.parameter, arg);
  if (args.vararg) define(s, args.vararg.arg, Def.parameter, args.vararg);
  if (args.kwarg) define(s, args.kwarg.arg, Def.parameter, args.kwarg);
  for (const name of s.scope.parameters)
    if (name === '__debug__') fail(s.source, 'cannot assign to __debug__', parameterNode(args, name));
}

function parameterNode(args: Arguments, name: string): Range {
  const all = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg];
  return all.find((arg) => arg?.arg === name) ?? AT_START;
}

/** CPython: Python/symtable.c, symtable_handle_comprehension */
function collectComprehension(s: Collector, node: ComprehensionNode): void {
  const [outermost, ...rest] = node.generators;
  if (outermost === undefined) return;
  s.iterables++;
  collectExpression(s, outermost.iter);
  s.iterables--;
  const kind = node.nodeType === 'GeneratorExp' ? 'generator' : 'comprehension';
  const seesClass = s.scope.visibleClass !== null;
  const scope = within(s, node, { kind, name: '<genexpr>', seesClass }, (scope) => {
    if (outermost.is_async) scope.isCoroutine = true;
    if (kind === 'generator') define(s, '.0', Def.parameter, node);
    collectTarget(s, outermost.target);
    collectExpressions(s, outermost.ifs);
    for (const generator of rest) {
      if (generator.is_async) scope.isCoroutine = true;
      collectTarget(s, generator.target);
      s.iterables++;
      collectExpression(s, generator.iter);
      s.iterables--;
      collectExpressions(s, generator.ifs);
    }
    if (node.nodeType === 'DictComp') {
      collectExpression(s, node.key);
      collectExpression(s, node.value);
    } else collectExpression(s, node.elt);
  });
  if (scope.isCoroutine && kind === 'comprehension' && isComprehension(s.scope)) s.scope.isCoroutine = true;
}

function collectTarget(s: Collector, target: Expression): void {
  const outer = s.isIterationTarget;
  s.isIterationTarget = true;
  collectExpression(s, target);
  s.isIterationTarget = outer;
}

function collectAwait(s: Collector, node: ExpressionOf<'Await'>): void {
  forbidInAnnotation(s, 'await expression', node);
  if (!isFunctionLike(s.scope)) fail(s.source, "'await' outside function", node);
  if (!isComprehension(s.scope) && !(s.scope.kind === 'function' && s.scope.isCoroutine)) {
    fail(s.source, "'await' outside async function", node);
  }
  collectExpression(s, node.value);
  s.scope.isCoroutine = true;
}

const COMPREHENSION_NAMES: Readonly<Record<string, string>> = {
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  GeneratorExp: 'generator expression',
};

function collectYield(s: Collector, node: ExpressionOf<'Yield' | 'YieldFrom'>): void {
  forbidInAnnotation(s, 'yield expression', node);
  optional(s, node.value);
  if (isComprehension(s.scope)) fail(s.source, `'yield' inside ${comprehensionName(s)}`, node);
  s.scope.isGenerator = true;
}

function comprehensionName(s: Collector): string {
  for (const [node, scope] of s.scopes) {
    if (scope === s.scope && 'nodeType' in node) return COMPREHENSION_NAMES[String(node.nodeType)] ?? '';
  }
  return '';
}

const ANNOTATION_PLACES: Readonly<Record<string, string>> = {
  annotations: 'an annotation',
  typeVariable: 'a TypeVar bound',
  typeAlias: 'a type alias',
  typeParameters: 'the definition of a generic',
};

function forbidInAnnotation(s: Collector, what: string, node: Range): void {
  const where = ANNOTATION_PLACES[s.scope.kind];
  if (where !== undefined) fail(s.source, `${what} cannot be used within ${where}`, node);
}

function isComprehension(scope: Scope): boolean {
  return scope.kind === 'comprehension' || scope.kind === 'generator';
}

export function collectPattern(s: Collector, pattern: Pattern): void {
  switch (pattern.nodeType) {
    case 'MatchValue':
      return collectExpression(s, pattern.value);
    case 'MatchSingleton':
      return;
    case 'MatchSequence':
    case 'MatchOr':
      return collectPatterns(s, pattern.patterns);
    case 'MatchMapping':
      collectExpressions(s, pattern.keys);
      collectPatterns(s, pattern.patterns);
      if (pattern.rest) define(s, pattern.rest, Def.local, pattern);
      return;
    case 'MatchClass':
      collectExpression(s, pattern.cls);
      collectPatterns(s, pattern.patterns);
      return collectPatterns(s, pattern.kwd_patterns);
    case 'MatchStar':
      if (pattern.name) define(s, pattern.name, Def.local, pattern);
      return;
    case 'MatchAs':
      if (pattern.pattern) collectPattern(s, pattern.pattern);
      if (pattern.name) define(s, pattern.name, Def.local, pattern);
  }
}

function collectPatterns(s: Collector, patterns: readonly Pattern[]): void {
  for (const pattern of patterns) collectPattern(s, pattern);
}
