/** Names in statements. CPython: Python/symtable.c, symtable_visit_stmt and its neighbours */
import { fail } from '../syntax/problem.ts';
import type {
  Alias,
  Arguments,
  ClassNode,
  ExceptHandler,
  Expression,
  FunctionNode,
  Range,
  Statement,
  StatementOf,
  TypeParameter,
} from '../syntax/tree.ts';
import {
  collectExpression,
  collectExpressions,
  collectKeywords,
  collectParameters,
  collectPattern,
} from './collect-expressions.ts';
import { type Collector, define, flagsOf, inside, newScope, note, within } from './collector.ts';
import { Def, mangle, type Scope } from './scope.ts';

export function collectStatements(s: Collector, nodes: readonly Statement[]): void {
  for (const node of nodes) collectStatement(s, node);
}

function collectStatement(s: Collector, node: Statement): void {
  switch (node.nodeType) {
    case 'Expr':
      return collectExpression(s, node.value);
    case 'Return':
      if (node.value) collectExpression(s, node.value);
      return;
    case 'Delete':
      return collectExpressions(s, node.targets);
    case 'Assign':
      collectExpressions(s, node.targets);
      return collectExpression(s, node.value);
    case 'AugAssign':
      collectExpression(s, node.target);
      return collectExpression(s, node.value);
    case 'AnnAssign':
      return collectAnnotated(s, node);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return collectFunction(s, node);
    case 'ClassDef':
      return collectClass(s, node);
    case 'TypeAlias':
      return collectTypeAlias(s, node);
    case 'Import':
      for (const alias of node.names) collectAlias(s, alias);
      return;
    case 'ImportFrom':
      for (const alias of node.names) collectAlias(s, alias);
      return;
    case 'Global':
      return collectDirective(s, node, 'global', Def.global);
    case 'Nonlocal':
      return collectDirective(s, node, 'nonlocal', Def.nonlocal);
    case 'Raise':
      if (node.exc) collectExpression(s, node.exc);
      if (node.cause) collectExpression(s, node.cause);
      return;
    case 'Assert':
      collectExpression(s, node.test);
      if (node.msg) collectExpression(s, node.msg);
      return;
    case 'Pass':
    case 'Break':
    case 'Continue':
      return;
    default:
      return conditionally(s, () => collectCompound(s, node));
  }
}

type Compound = StatementOf<'If' | 'While' | 'For' | 'AsyncFor' | 'With' | 'AsyncWith' | 'Try' | 'TryStar' | 'Match'>;

function collectCompound(s: Collector, node: Compound): void {
  switch (node.nodeType) {
    case 'If':
    case 'While':
      collectExpression(s, node.test);
      collectStatements(s, node.body);
      return collectStatements(s, node.orelse);
    case 'For':
    case 'AsyncFor':
      collectExpression(s, node.target);
      collectExpression(s, node.iter);
      collectStatements(s, node.body);
      return collectStatements(s, node.orelse);
    case 'With':
    case 'AsyncWith':
      for (const item of node.items) {
        collectExpression(s, item.context_expr);
        if (item.optional_vars) collectExpression(s, item.optional_vars);
      }
      return collectStatements(s, node.body);
    case 'Try':
    case 'TryStar':
      collectStatements(s, node.body);
      for (const handler of node.handlers) collectHandler(s, handler);
      collectStatements(s, node.orelse);
      return collectStatements(s, node.finalbody);
    case 'Match':
      collectExpression(s, node.subject);
      for (const { pattern, guard, body } of node.cases) {
        collectPattern(s, pattern);
        if (guard) collectExpression(s, guard);
        collectStatements(s, body);
      }
  }
}

function conditionally(s: Collector, visit: () => void): void {
  const outer = s.isConditional;
  s.isConditional = true;
  visit();
  s.isConditional = outer;
}

function collectHandler(s: Collector, handler: ExceptHandler): void {
  if (handler.type) collectExpression(s, handler.type);
  if (handler.name) define(s, handler.name, Def.local, handler);
  collectStatements(s, handler.body);
}

function collectAlias(s: Collector, alias: Alias): void {
  if (alias.name === '*') {
    if (s.scope.kind !== 'module') fail(s.source, 'import * only allowed at module level', alias);
    return;
  }
  const name = alias.asname ?? alias.name;
  if (name === '__debug__') fail(s.source, 'cannot assign to __debug__', alias);
  const dot = alias.asname ? -1 : name.indexOf('.');
  define(s, dot < 0 ? name : name.slice(0, dot), Def.imported, alias);
}

function collectDirective(s: Collector, node: StatementOf<'Global' | 'Nonlocal'>, word: string, flag: number): void {
  for (const name of node.names) {
    const flags = flagsOf(s.scope, name);
    const message = directiveProblem(name, word, flags);
    if (message !== null) fail(s.source, message, node);
    note(s.scope, mangle(s.scope, name), flag);
    if (flag === Def.global) note(moduleOf(s.scope), mangle(s.scope, name), flag);
    const mangled = mangle(s.scope, name);
    if (!s.scope.directives.has(mangled)) s.scope.directives.set(mangled, node);
  }
}

function moduleOf(scope: Scope): Scope {
  return scope.parent === null ? scope : moduleOf(scope.parent);
}

function directiveProblem(name: string, word: string, flags: number): string | null {
  if ((flags & Def.parameter) !== 0) return `name '${name}' is parameter and ${word}`;
  if ((flags & Def.use) !== 0) return `name '${name}' is used prior to ${word} declaration`;
  if ((flags & Def.annotated) !== 0) return `annotated name '${name}' can't be ${word}`;
  if ((flags & Def.local) !== 0) return `name '${name}' is assigned to before ${word} declaration`;
  return null;
}

function collectAnnotated(s: Collector, node: StatementOf<'AnnAssign'>): void {
  const { target, scope } = { target: node.target, scope: s.scope };
  if (target.nodeType === 'Name') {
    const flags = flagsOf(scope, target.id);
    if ((flags & (Def.global | Def.nonlocal)) !== 0 && scope.kind !== 'module' && node.simple) {
      fail(
        s.source,
        `annotated name '${target.id}' can't be ${(flags & Def.global) !== 0 ? 'global' : 'nonlocal'}`,
        node,
      );
    }
    if (node.simple) define(s, target.id, Def.annotated | Def.local, target);
    else if (node.value) define(s, target.id, Def.local, target);
  } else collectExpression(s, target);
  collectOwnAnnotation(s, node);
  if (node.value) collectExpression(s, node.value);
}

/** The annotation of a variable is evaluated by the `__annotate__` of its module or class, or never. */
function collectOwnAnnotation(s: Collector, node: StatementOf<'AnnAssign'>): void {
  const { scope } = s;
  if (scope.kind !== 'module' && scope.kind !== 'class') return;
  if (s.hasFutureAnnotations) {
    if (node.simple) scope.annotations.push({ statement: node, isConditional: false });
    return;
  }
  if (!node.simple) return collectExpression(s, node.annotation);
  const isConditional = scope.kind === 'module' || s.isConditional;
  scope.annotations.push({ statement: node, isConditional });
  if (isConditional) scope.hasConditionalAnnotations = true;
  if (scope.annotationScope === null) {
    scope.annotationScope = newScope({ kind: 'annotations', name: '__annotate__', seesClass: true }, scope);
    scope.annotationScope.parameters.push('format');
    note(scope.annotationScope, 'format', Def.parameter);
  }
  inside(s, scope.annotationScope, (annotations) => {
    if (isConditional) note(annotations, '__conditional_annotations__', Def.use);
    collectExpression(s, node.annotation);
  });
}

function collectFunction(s: Collector, node: FunctionNode): void {
  define(s, node.name, Def.local, node);
  collectExpressions(s, node.args.defaults);
  collectExpressions(s, node.args.kw_defaults);
  collectExpressions(s, node.decorator_list);
  generically(s, node, () => {
    collectSignatureAnnotations(s, node);
    within(s, node, { kind: 'function', name: node.name }, (scope) => {
      scope.isCoroutine = node.nodeType === 'AsyncFunctionDef';
      collectParameters(s, node.args);
      collectStatements(s, node.body);
    });
  });
}

function collectSignatureAnnotations(s: Collector, node: FunctionNode): void {
  const annotations = annotationsOf(node.args, node.returns);
  if (annotations.length === 0) return;
  within(s, node.args, { kind: 'annotations', name: '__annotate__', seesClass: !s.hasFutureAnnotations }, () => {
    define(s, 'format', Def.parameter, node);
    if (!s.hasFutureAnnotations) for (const { annotation } of annotations) collectExpression(s, annotation);
  });
}

/** In the order in which CPython puts them in the dict. CPython: codegen.c, codegen_annotations_in_scope */
export function annotationsOf(
  args: Arguments,
  returns: Expression | null | undefined,
): { name: string; annotation: Expression; isStarred: boolean }[] {
  const found: { name: string; annotation: Expression; isStarred: boolean }[] = [];
  const add = (name: string, annotation: Expression | null | undefined, isVararg = false): void => {
    if (annotation) found.push({ name, annotation, isStarred: isVararg && annotation.nodeType === 'Starred' });
  };
  for (const arg of args.args) add(arg.arg, arg.annotation);
  for (const arg of args.posonlyargs) add(arg.arg, arg.annotation);
  if (args.vararg) add(args.vararg.arg, args.vararg.annotation, true);
  for (const arg of args.kwonlyargs) add(arg.arg, arg.annotation);
  if (args.kwarg) add(args.kwarg.arg, args.kwarg.annotation);
  add('return', returns);
  return found;
}

function collectClass(s: Collector, node: ClassNode): void {
  define(s, node.name, Def.local, node);
  collectExpressions(s, node.decorator_list);
  generically(s, node, () => {
    collectExpressions(s, node.bases);
    collectKeywords(s, node.keywords);
    within(s, node, { kind: 'class', name: node.name, className: node.name }, (scope) => {
      if (node.type_params.length > 0) {
        note(scope, '__type_params__', Def.local);
        note(scope, '.type_params', Def.use);
      }
      collectStatements(s, node.body);
    });
  });
}

function collectTypeAlias(s: Collector, node: StatementOf<'TypeAlias'>): void {
  collectExpression(s, node.name);
  generically(s, node, () => {
    within(s, node, { kind: 'typeAlias', name: aliasName(node), seesClass: true }, () => {
      define(s, '.format', Def.parameter, node);
      collectExpression(s, node.value);
    });
  });
}

export function aliasName(node: StatementOf<'TypeAlias'>): string {
  return node.name.nodeType === 'Name' ? node.name.id : '';
}

/** PEP 695: type parameters live in a function of their own around the definition. The scope's key is the list of parameters. */
function generically(s: Collector, node: FunctionNode | ClassNode | StatementOf<'TypeAlias'>, visit: () => void): void {
  if (node.type_params.length === 0) return visit();
  const name = `<generic parameters of ${node.nodeType === 'TypeAlias' ? aliasName(node) : node.name}>`;
  const className = node.nodeType === 'ClassDef' ? { className: node.name } : {};
  within(s, node.type_params, { kind: 'typeParameters', name, seesClass: true, ...className }, (scope) => {
    addImplicitNames(s, node, scope);
    for (const parameter of node.type_params) collectTypeParameter(s, parameter);
    visit();
  });
}

function addImplicitNames(s: Collector, node: FunctionNode | ClassNode | StatementOf<'TypeAlias'>, scope: Scope): void {
  const at: Range = node;
  if (node.nodeType === 'ClassDef') {
    note(scope, '.type_params', Def.local);
    note(scope, '.generic_base', Def.local);
  } else if (node.nodeType !== 'TypeAlias') {
    if (node.args.defaults.length > 0) define(s, '.defaults', Def.parameter, at);
    if (node.args.kw_defaults.some((value) => value !== null && value !== undefined))
      define(s, '.kwdefaults', Def.parameter, at);
  }
}

function collectTypeParameter(s: Collector, node: TypeParameter): void {
  s.scope.mangledNames?.add(node.name);
  define(s, node.name, Def.typeParameter | Def.local, node);
  if (node.nodeType === 'TypeVar' && node.bound) s.scopes.set(node, collectTypeVariable(s, node.name, node.bound));
  if (node.default_value) s.defaults.set(node, collectTypeVariable(s, node.name, node.default_value));
}

function collectTypeVariable(s: Collector, name: string, value: Expression): Scope {
  const scope = newScope({ kind: 'typeVariable', name, seesClass: true }, s.scope);
  inside(s, scope, () => {
    define(s, '.format', Def.parameter, value);
    collectExpression(s, value);
  });
  return scope;
}
