/** The state of the first pass over a module: the scope being filled, and how names enter it. */
import { fail } from '../syntax/problem.ts';
import type { Source } from '../syntax/source.ts';
import type { Range, TypeParameter } from '../syntax/tree.ts';
import { Def, mangle, Place, type Scope, type ScopeKind, type Variable } from './scope.ts';

export interface Collector {
  readonly source: Source;
  readonly scopes: Map<object, Scope>;
  readonly defaults: Map<TypeParameter, Scope>;
  scope: Scope;
  readonly hasFutureAnnotations: boolean;
  /** Inside a branch or loop of the module or class. */
  isConditional: boolean;
  /** How many iterables of comprehensions are being visited. */
  iterables: number;
  /** The targets of a comprehension are being visited. */
  isIterationTarget: boolean;
}

export interface ScopeInit {
  readonly kind: ScopeKind;
  readonly name: string;
  /** For a class and the scope of its type parameters: its own name. Elsewhere inherited. */
  readonly className?: string;
  readonly seesClass?: boolean;
}

export function newScope(init: ScopeInit, parent: Scope | null): Scope {
  const isInFunction = parent !== null && (parent.isNested || (parent.kind !== 'module' && parent.kind !== 'class'));
  const scope: Scope = {
    kind: init.kind,
    name: init.name,
    parent,
    children: [],
    variables: new Map(),
    free: new Map(),
    implicitCells: new Map(),
    parameters: [],
    className: init.className ?? parent?.className ?? null,
    mangledNames: mangledNames(init, parent),
    isNested: isInFunction,
    visibleClass: visibleClass(init, parent),
    isGenerator: false,
    isCoroutine: false,
    hasConditionalAnnotations: false,
    annotations: [],
    annotationScope: null,
    directives: new Map(),
  };
  parent?.children.push(scope);
  return scope;
}

function mangledNames({ kind, className }: ScopeInit, parent: Scope | null): Set<string> | null {
  if (kind === 'class') return null;
  return kind === 'typeParameters' && className !== undefined ? new Set() : (parent?.mangledNames ?? null);
}

function visibleClass(init: ScopeInit, parent: Scope | null): Scope | null {
  if (init.seesClass !== true || parent === null) return null;
  return parent.kind === 'class' ? parent : parent.visibleClass;
}

/** Visits what belongs to a new scope. */
export function within(s: Collector, key: object, init: ScopeInit, visit: (scope: Scope) => void): Scope {
  const scope = newScope(init, s.scope);
  s.scopes.set(key, scope);
  inside(s, scope, visit);
  return scope;
}

export function inside(s: Collector, scope: Scope, visit: (scope: Scope) => void): void {
  const { scope: outer, isConditional } = s;
  s.scope = scope;
  s.isConditional = false;
  if (scope.visibleClass !== null) note(scope, '__classdict__', Def.use);
  visit(scope);
  s.scope = outer;
  s.isConditional = isConditional;
}

/** CPython: Python/symtable.c, symtable_add_def_helper */
export function define(s: Collector, name: string, flag: number, at: Range): void {
  const { scope } = s;
  const mangled = mangle(scope, name);
  const flags = scope.variables.get(mangled)?.flags ?? 0;
  if ((flag & Def.parameter) !== 0 && (flags & Def.parameter) !== 0) {
    fail(s.source, `duplicate argument '${name}' in function definition`, at);
  }
  if ((flag & Def.typeParameter) !== 0 && (flags & Def.typeParameter) !== 0)
    fail(s.source, `duplicate type parameter '${name}'`, at);
  let added = flag;
  if (s.isIterationTarget && scope.kind !== 'class') {
    if ((flags & (Def.global | Def.nonlocal)) !== 0) {
      fail(s.source, `comprehension inner loop cannot rebind assignment expression target '${name}'`, at);
    }
    added |= Def.iteration;
  }
  note(scope, mangled, added);
  if ((flag & Def.parameter) !== 0) scope.parameters.push(mangled);
}

/** A use; by far the most frequent case. */
export function use(s: Collector, name: string): void {
  note(s.scope, mangle(s.scope, name), Def.use);
}

export function note(scope: Scope, mangled: string, flag: number): void {
  const known = scope.variables.get(mangled);
  if (known === undefined) scope.variables.set(mangled, newVariable(flag));
  else known.flags |= flag;
}

export function newVariable(flags: number): Variable {
  return { flags, place: Place.unknown, owner: null, slot: -1 };
}

export function flagsOf(scope: Scope, name: string): number {
  return scope.variables.get(mangle(scope, name))?.flags ?? 0;
}
