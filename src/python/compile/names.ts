/** Loading, storing and deleting variables. CPython: codegen.c, codegen_nameop */
import type { Range } from '../syntax/tree.ts';
import { type Compiler, emit, emitNamed, reject } from './compiler.ts';
import * as Op from './op.ts';
import { isFunctionLike, mangle, Place, type Scope, unitOf } from './scope.ts';

export type Access = 'load' | 'store' | 'delete';

const FAST = { load: Op.LOAD_FAST, store: Op.STORE_FAST, delete: Op.DELETE_FAST };
const DEREF = { load: Op.LOAD_DEREF, store: Op.STORE_DEREF, delete: Op.DELETE_DEREF };
const GLOBAL = { load: Op.LOAD_GLOBAL, store: Op.STORE_GLOBAL, delete: Op.DELETE_GLOBAL };
const NAME = { load: Op.LOAD_NAME, store: Op.STORE_NAME, delete: Op.DELETE_NAME };

const IMPLICIT_CELLS = new Set(['__classdict__', '__conditional_annotations__']);

export function variable(c: Compiler, name: string, access: Access, at: Range | null): void {
  const { scope } = c.unit;
  if (name === '__debug__' && access !== 'load' && at !== null) {
    reject(c, access === 'store' ? 'cannot assign to __debug__' : 'cannot delete __debug__', at);
  }
  const mangled = mangle(scope, name);
  const found = scope.variables.get(mangled);
  switch (found?.place) {
    case Place.local:
      if (isFunctionLike(scope)) emit(c, FAST[access], found.slot, at);
      else emitNamed(c, NAME[access], mangled, at);
      return;
    case Place.cell:
      return emit(c, DEREF[access], found.slot, at);
    case Place.free:
      return freeVariable(c, mangled, access, at);
    case Place.globalExplicit:
      return emitNamed(c, GLOBAL[access], mangled, at);
    default:
      return implicitGlobal(c, mangled, access, at);
  }
}

function freeVariable(c: Compiler, name: string, access: Access, at: Range | null): void {
  const { scope } = c.unit;
  const owner = scope.variables.get(name)?.owner ?? null;
  const inUnit = owner !== null && unitOf(owner) === c.unit.owner ? owner.variables.get(name) : undefined;
  if (inUnit !== undefined) return emit(c, inUnit.place === Place.cell ? DEREF[access] : FAST[access], inUnit.slot, at);
  const slot = c.unit.slots.free.get(name) ?? 0;
  if (access === 'load' && scope.kind === 'class') {
    emit(c, Op.LOAD_LOCALS, 0, at);
    emit(c, Op.LOAD_FROM_DICT_OR_DEREF, slot, at);
  } else if (access === 'load' && scope.visibleClass !== null && !IMPLICIT_CELLS.has(name)) {
    variable(c, '__classdict__', 'load', at);
    emit(c, Op.LOAD_FROM_DICT_OR_DEREF, slot, at);
  } else emit(c, DEREF[access], slot, at);
}

function implicitGlobal(c: Compiler, name: string, access: Access, at: Range | null): void {
  const { scope, owner } = c.unit;
  if (access === 'load' && scope.visibleClass !== null) {
    variable(c, '__classdict__', 'load', at);
    return emitNamed(c, Op.LOAD_FROM_DICT_OR_GLOBALS, name, at);
  }
  const isPlainName = owner.kind === 'module' || scope.kind === 'class';
  emitNamed(c, isPlainName ? NAME[access] : GLOBAL[access], name, at);
}

/** The cell that a function defined here, in `from`, closes over. */
export function closureSlot(c: Compiler, name: string, bindingScope: Scope): number {
  if (bindingScope.kind === 'class' && bindingScope === c.unit.owner)
    return bindingScope.implicitCells.get(name)?.slot ?? 0;
  if (unitOf(bindingScope) === c.unit.owner) return bindingScope.variables.get(name)?.slot ?? 0;
  return c.unit.slots.free.get(name) ?? 0;
}
