/** The symbol table of a module: first every scope is collected, then every name is given its place. */
import type { Source } from '../syntax/source.ts';
import type { Expression, Module, TypeParameter } from '../syntax/tree.ts';
import { collectExpression } from './collect-expressions.ts';
import { collectStatements } from './collect-statements.ts';
import { type Collector, newScope } from './collector.ts';
import { futureFeatures } from './future.ts';
import { resolveScope } from './resolve.ts';
import type { Scope, SymbolTable } from './scope.ts';

export function buildSymbolTable(source: Source, tree: Module): SymbolTable {
  const hasFutureAnnotations = futureFeatures(source, tree).has('annotations');
  return build(source, hasFutureAnnotations, (collector) => collectStatements(collector, tree.body));
}

/** For `eval`. */
export function buildExpressionTable(source: Source, expression: Expression): SymbolTable {
  return build(source, false, (collector) => collectExpression(collector, expression));
}

function build(source: Source, hasFutureAnnotations: boolean, collect: (collector: Collector) => void): SymbolTable {
  const module = newScope({ kind: 'module', name: '<module>' }, null);
  const scopes = new Map<object, Scope>();
  const defaults = new Map<TypeParameter, Scope>();
  collect({
    source,
    scopes,
    defaults,
    scope: module,
    hasFutureAnnotations,
    isConditional: false,
    iterables: 0,
    isIterationTarget: false,
  });
  resolveScope(source, module);
  return { module, scopes, defaults, source, hasFutureAnnotations };
}
