/** Beginning and ending code objects, their qualified names, and making functions of them. */
import type { Range } from '../syntax/tree.ts';
import type { Code } from './code.ts';
import { type Compiler, emit, loadConstant } from './compiler.ts';
import { closureSlot } from './names.ts';
import * as Op from './op.ts';
import { Def, mangle, type Scope } from './scope.ts';
import { beginUnit, finishUnit, type Signature, type Unit } from './unit.ts';

/** The flags of MAKE_FUNCTION. */
export const MakeFunction = { defaults: 1, keywordDefaults: 2, annotate: 4, closure: 8 } as const;

export function enterUnit(c: Compiler, owner: Scope, { name, firstLine }: { name: string; firstLine: number }): void {
  const parent = c.unit;
  c.unit = beginUnit({ owner, parent, name, firstLine, qualname: qualifiedName(parent, owner, name) });
}

export function leaveUnit(c: Compiler, signature: Signature): Code {
  const { unit } = c;
  if (unit.parent !== null) c.unit = unit.parent;
  return finishUnit(unit, c.source, signature);
}

/** CPython: Python/compile.c, compiler_set_qualname */
function qualifiedName(parent: Unit, owner: Scope, name: string): string {
  const outer: Unit | null = parent.owner.kind === 'typeParameters' ? parent.parent : parent;
  if (outer === null || outer.parent === null) return name;
  if (owner.kind === 'function' || owner.kind === 'class') {
    const declared = outer.owner.variables.get(mangle(outer.owner, name));
    if (declared !== undefined && (declared.flags & Def.global) !== 0) return name;
  }
  const hasLocals = outer.owner.kind === 'function' || outer.owner.kind === 'lambda';
  return hasLocals ? `${outer.qualname}.<locals>.${name}` : `${outer.qualname}.${name}`;
}

export interface FunctionParts {
  readonly scope: Scope;
  readonly code: Code;
  /** What lies on the stack for it already. */
  readonly flags: number;
  readonly at: Range;
}

/** CPython: codegen.c, codegen_make_closure */
export function makeClosure(c: Compiler, { scope, code, flags, at }: FunctionParts): void {
  const { freeNames } = code;
  for (const name of freeNames) emit(c, Op.LOAD_CLOSURE, closureSlot(c, name, scope.free.get(name) ?? scope), at);
  if (freeNames.length > 0) emit(c, Op.BUILD_TUPLE, freeNames.length, at);
  loadConstant(c, code, at);
  emit(c, Op.MAKE_FUNCTION, flags | (freeNames.length > 0 ? MakeFunction.closure : 0), at);
}
