/** One code object in the making: its slots, names, constants and the blocks that are open. */
import { PyBytes, PyFloat, PyTuple, type Value } from '../objects/value.ts';
import type { Source } from '../syntax/source.ts';
import { Assembler, type Label } from './assembler.ts';
import { Code, CodeFlag } from './code.ts';
import * as Op from './op.ts';
import { Place, type Scope, type Variable } from './scope.ts';

/** A construct that has to be left properly by return, break and continue. CPython: codegen.c, fblockinfo. */
export type Block =
  | { readonly kind: 'while'; readonly start: Label; readonly exit: Label; readonly line: number }
  | { readonly kind: 'for'; readonly start: Label; readonly exit: Label; readonly line: number }
  | { readonly kind: 'try' }
  | { readonly kind: 'finallyTry'; readonly emitBody: () => void }
  | { readonly kind: 'finallyEnd' }
  | { readonly kind: 'with'; readonly emitExit: (keepsTop: boolean) => void }
  | { readonly kind: 'handler'; readonly name: string | null; readonly line: number; readonly emitForget: () => void }
  | { readonly kind: 'groupHandler' }
  | { readonly kind: 'value' };

export interface Unit {
  readonly assembler: Assembler;
  /** The scope that owns the code object. */
  readonly owner: Scope;
  /** Where names are looked up: the owner, or a comprehension that is inlined in it. */
  scope: Scope;
  readonly parent: Unit | null;
  readonly name: string;
  readonly qualname: string;
  readonly firstLine: number;
  readonly slots: Slots;
  readonly names: Map<string, number>;
  readonly constants: ConstantPool;
  readonly blocks: Block[];
  /** For a class: names assigned to attributes of `self` in its methods. */
  readonly staticAttributes: Set<string>;
  /** How many annotations have been met so far. */
  annotationCount: number;
  docstring: string | null;
}

interface Slots {
  readonly names: string[];
  readonly cellNames: string[];
  readonly freeStart: number;
  readonly free: Map<string, number>;
  /** Cells made at entry. */
  readonly cellSlots: readonly number[];
}

export function beginUnit(init: Pick<Unit, 'owner' | 'parent' | 'name' | 'qualname' | 'firstLine'>): Unit {
  const unit: Unit = {
    ...init,
    scope: init.owner,
    assembler: new Assembler(),
    slots: assignSlots(init.owner),
    names: new Map(),
    constants: new ConstantPool(),
    blocks: [],
    staticAttributes: new Set(),
    annotationCount: 0,
    docstring: null,
  };
  if (unit.slots.free.size > 0) unit.assembler.emit(Op.COPY_FREE_VARS, unit.slots.free.size, null);
  for (const slot of unit.slots.cellSlots) unit.assembler.emit(Op.MAKE_CELL, slot, null);
  return unit;
}

export interface Signature {
  readonly argCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly flags: number;
}

export function finishUnit(unit: Unit, source: Source, signature: Signature): Code {
  const { slots } = unit;
  return new Code({
    name: unit.name,
    qualname: unit.qualname,
    filename: source.filename,
    firstLine: unit.firstLine,
    argCount: signature.argCount,
    positionalOnlyCount: signature.positionalOnlyCount,
    keywordOnlyCount: signature.keywordOnlyCount,
    flags: signature.flags | (unit.owner.isNested && unit.owner.kind !== 'class' ? CodeFlag.nested : 0),
    slotNames: slots.names,
    cellNames: slots.cellNames,
    freeNames: [...slots.free.keys()],
    freeStart: slots.freeStart,
    names: [...unit.names.keys()],
    constants: unit.constants.values,
    docstring: unit.docstring,
    ...unit.assembler.finish(source),
  });
}

export function nameIndex(unit: Unit, name: string): number {
  const known = unit.names.get(name);
  if (known !== undefined) return known;
  unit.names.set(name, unit.names.size);
  return unit.names.size - 1;
}

/** Equal constants of one kind share a place. */
class ConstantPool {
  readonly values: Value[] = [];
  private readonly indexes = new Map<unknown, number>();

  indexOf(value: Value): number {
    const key = constantKey(value);
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    this.indexes.set(key, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

/** A text for what is equal by value, with the kind before it; anything else stands for itself. */
function constantKey(value: Value): unknown {
  if (typeof value === 'string') return `str ${value}`;
  if (value instanceof PyFloat) return `float ${Object.is(value.value, -0) ? '-0' : value.value}`;
  if (value instanceof PyBytes) return `bytes ${value.bytes.join()}`;
  if (!(value instanceof PyTuple)) return value;
  const keys = value.items.map((item) => (typeof item === 'string' ? `str ${item.length} ${item}` : constantKey(item)));
  if (keys.some((key) => typeof key === 'object' && key !== null)) return value;
  return `tuple ${keys.map((key) => `${typeof key} ${String(key)}`).join()}`;
}

/**
 * Slots in the order code.ts promises: parameters, fast locals, cells, free variables. Names of a comprehension
 * that is inlined here get slots of their own, behind those of the function itself.
 */
function assignSlots(owner: Scope): Slots {
  const names: string[] = [];
  const cellNames: string[] = [];
  const cellSlots: number[] = [];
  const take = (name: string, variable: Variable): void => {
    variable.slot = names.length;
    names.push(name);
  };
  for (const name of owner.parameters) {
    const variable = owner.variables.get(name);
    if (variable === undefined) continue;
    take(name, variable);
    if (variable.place === Place.cell) {
      cellNames.push(name);
      cellSlots.push(variable.slot);
    }
  }
  const inlined = inlinedScopes(owner, []);
  const isFast = owner.kind !== 'module' && owner.kind !== 'class';
  for (const scope of inlined) {
    if (scope === owner && !isFast) continue;
    for (const [name, variable] of scope.variables) {
      if (variable.place === Place.local && (scope !== owner || !isParameter(owner, name))) take(name, variable);
    }
  }
  for (const scope of inlined) {
    for (const [name, variable] of scope.variables) {
      if (variable.place !== Place.cell || (scope === owner && isParameter(owner, name))) continue;
      take(name, variable);
      if (!cellNames.includes(name)) cellNames.push(name);
      if (scope === owner) cellSlots.push(variable.slot);
    }
  }
  for (const [name, variable] of owner.implicitCells) {
    take(name, variable);
    cellNames.push(name);
    cellSlots.push(variable.slot);
  }
  const freeStart = names.length;
  const free = new Map<string, number>();
  for (const name of [...owner.free.keys()].sort()) {
    free.set(name, names.length);
    names.push(name);
  }
  return { names, cellNames, freeStart, free, cellSlots };
}

function isParameter(owner: Scope, name: string): boolean {
  return owner.parameters.includes(name);
}

/** The owner itself and the comprehensions whose code is part of it. */
function inlinedScopes(scope: Scope, into: Scope[]): Scope[] {
  into.push(scope);
  for (const child of scope.children) if (child.kind === 'comprehension') inlinedScopes(child, into);
  return into;
}
