/**
 * Gives every name of every scope its place. CPython: Python/symtable.c, analyze_block; instead of handing
 * sets of names down, each name looks up through the scopes around it.
 */
import { fail } from '../syntax/problem.ts';
import type { Source } from '../syntax/source.ts';
import { AT_START } from '../syntax/tree.ts';
import { newVariable } from './collector.ts';
import { BOUND, Def, isFunctionLike, Place, type Scope, unitOf, type Variable } from './scope.ts';

export function resolveScope(source: Source, scope: Scope): void {
  for (const [name, variable] of scope.variables) resolveName(source, scope, name, variable);
  for (const child of scope.children) resolveScope(source, child);
}

/** CPython: Python/symtable.c, analyze_name */
function resolveName(source: Source, scope: Scope, name: string, variable: Variable): void {
  const { flags } = variable;
  if ((flags & Def.global) !== 0) {
    if ((flags & Def.nonlocal) !== 0) failAt(source, scope, name, `name '${name}' is nonlocal and global`);
    variable.place = Place.globalExplicit;
  } else if ((flags & Def.nonlocal) !== 0) bindNonlocal(source, scope, name, variable);
  else if ((flags & BOUND) !== 0) {
    if (variable.place !== Place.cell) variable.place = Place.local;
  } else resolveUse(scope, name, variable);
}

function bindNonlocal(source: Source, scope: Scope, name: string, variable: Variable): void {
  if (scope.kind === 'module') failAt(source, scope, name, 'nonlocal declaration not allowed at module level');
  const owner = findOwner(scope, name);
  if (owner === null) return failAt(source, scope, name, `no binding for nonlocal '${name}' found`);
  if (((owner.variables.get(name)?.flags ?? 0) & Def.typeParameter) !== 0) {
    failAt(source, scope, name, `nonlocal binding not allowed for type parameter '${name}'`);
  }
  capture(scope, name, variable, owner);
}

function resolveUse(scope: Scope, name: string, variable: Variable): void {
  const seen = scope.visibleClass?.variables.get(name)?.flags ?? 0;
  if ((seen & Def.global) !== 0) {
    variable.place = Place.globalExplicit;
    return;
  }
  const owner = (seen & BOUND) !== 0 && (seen & Def.nonlocal) === 0 ? null : findOwner(scope, name);
  if (owner === null) variable.place = Place.globalImplicit;
  else capture(scope, name, variable, owner);
}

/** The scope around this one whose variable the name means; null when it is global. */
function findOwner(scope: Scope, name: string): Scope | null {
  const unit = unitOf(scope);
  for (let outer = scope.parent; outer !== null && outer.kind !== 'module'; outer = outer.parent) {
    if (outer.kind === 'class') {
      if (outer !== unit && isImplicitCell(outer, name)) return outer;
      continue;
    }
    const flags = outer.variables.get(name)?.flags ?? 0;
    if ((flags & Def.global) !== 0) return null;
    if ((flags & BOUND) !== 0 && (flags & Def.nonlocal) === 0) return outer;
  }
  return null;
}

function isImplicitCell(scope: Scope, name: string): boolean {
  if (name === '__conditional_annotations__') return scope.hasConditionalAnnotations;
  return name === '__class__' || name === '__classdict__';
}

/** Makes the name a free variable of every code unit between its use and its owner. */
function capture(scope: Scope, name: string, variable: Variable, owner: Scope): void {
  variable.place = Place.free;
  variable.owner = owner;
  const ownerUnit = unitOf(owner);
  let unit = unitOf(scope);
  if (unit === ownerUnit) return;
  makeCell(owner, name);
  for (; unit !== ownerUnit; unit = unitOf(unit.parent ?? ownerUnit)) unit.free.set(name, owner);
}

function makeCell(owner: Scope, name: string): void {
  if (!isFunctionLike(owner)) {
    if (!owner.implicitCells.has(name)) owner.implicitCells.set(name, { ...newVariable(0), place: Place.cell });
    return;
  }
  const variable = owner.variables.get(name);
  if (variable !== undefined) variable.place = Place.cell;
}

function failAt(source: Source, scope: Scope, name: string, message: string): never {
  return fail(source, message, scope.directives.get(name) ?? AT_START);
}
