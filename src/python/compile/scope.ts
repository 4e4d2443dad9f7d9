/**
 * What the symbol table knows: a scope for the module, each class, function, lambda, comprehension,
 * annotation and list of type parameters, and what each name means in it.
 */
import type { Source } from '../syntax/source.ts';
import type { Range, StatementOf, TypeParameter } from '../syntax/tree.ts';

export type ScopeKind =
  | 'module'
  | 'class'
  | 'function'
  | 'lambda'
  | 'generator'
  | 'comprehension'
  | 'annotations'
  | 'typeParameters'
  | 'typeVariable'
  | 'typeAlias';

/** How a name occurs in a scope: a set of bits. CPython: Include/internal/pycore_symtable.h, DEF_*. */
export const Def = {
  global: 1,
  local: 2,
  parameter: 4,
  nonlocal: 8,
  use: 16,
  imported: 32,
  annotated: 64,
  typeParameter: 128,
  iteration: 256,
} as const;
export const BOUND = Def.local | Def.parameter | Def.imported | Def.typeParameter;

/** Where a name lives, once the whole module is known. */
export const Place = { unknown: 0, local: 1, cell: 2, free: 3, globalExplicit: 4, globalImplicit: 5 } as const;

export interface Variable {
  flags: number;
  place: number;
  /** The scope that binds a free variable. */
  owner: Scope | null;
  /** Index among the slots of the frame; set when the code unit is begun, for locals and cells. */
  slot: number;
}

export interface Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly parent: Scope | null;
  /** Scopes whose code is part of this one's (comprehensions) and scopes which are functions of their own. */
  readonly children: Scope[];
  readonly variables: Map<string, Variable>;
  /** Free variables of this code unit, each with the scope that binds it. Empty for inlined comprehensions. */
  readonly free: Map<string, Scope>;
  /** Cells a class body makes for the functions in it: `__class__`, `__classdict__`, `__conditional_annotations__`. */
  readonly implicitCells: Map<string, Variable>;
  /** Mangled names of parameters: positional, keyword-only, `*args`, `**kwargs`. */
  readonly parameters: string[];
  /** The class whose name mangles `__names` here. */
  readonly className: string | null;
  /** Around a generic class only its type parameters are mangled; null: every name is. */
  readonly mangledNames: Set<string> | null;
  readonly isNested: boolean;
  /** Annotation scopes directly in a class body see its names. */
  readonly visibleClass: Scope | null;
  isGenerator: boolean;
  isCoroutine: boolean;
  /** Some annotation stands in a branch or loop, so that it has to be noted which ones were met. */
  hasConditionalAnnotations: boolean;
  /** The module's or class's own annotations, in order. */
  readonly annotations: Annotation[];
  annotationScope: Scope | null;
  /** Where `global` and `nonlocal` statements stand, for messages. */
  readonly directives: Map<string, Range>;
}

interface Annotation {
  readonly statement: StatementOf<'AnnAssign'>;
  readonly isConditional: boolean;
}

export interface SymbolTable {
  readonly module: Scope;
  /** By the node (or list of nodes) that opens the scope. */
  readonly scopes: ReadonlyMap<object, Scope>;
  /** The scopes of the defaults of type parameters. */
  readonly defaults: ReadonlyMap<TypeParameter, Scope>;
  readonly source: Source;
  readonly hasFutureAnnotations: boolean;
}

export function isFunctionLike(scope: Scope): boolean {
  return scope.kind !== 'module' && scope.kind !== 'class';
}

/** The scope whose code object holds this scope's instructions. */
export function unitOf(scope: Scope): Scope {
  let unit = scope;
  while (unit.kind === 'comprehension' && unit.parent !== null) unit = unit.parent;
  return unit;
}

/** CPython: Python/symtable.c, _Py_MaybeMangle */
export function mangle(scope: Scope, name: string): string {
  const { className } = scope;
  if (className === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  if (scope.mangledNames?.has(name) === false) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
