/** The late-bound doors between `compile` and the nodes of `ast`, which come with the module `_ast`, a late one. */
import type { PyObject, Value } from '../objects/value.ts';
import type { Expression, Module } from '../syntax/tree.ts';
import { ModuleNeeded } from '../vm/module-needed.ts';

type MakeTree = (root: object, text: string, mode: 'exec' | 'eval' | 'single') => PyObject;

let makeTree: MakeTree | null = null;

export function setTreeMaker(implementation: MakeTree): void {
  makeTree = implementation;
}

export const treeObject: MakeTree = (root, text, mode) => {
  if (makeTree === null) throw new ModuleNeeded('_ast');
  return makeTree(root, text, mode);
};

interface TreeReader {
  isTree(value: Value): boolean;
  readTree(value: Value, mode: 'exec' | 'eval' | 'single'): Module | Expression;
}

let reader: TreeReader | null = null;

export function setTreeReader(implementation: TreeReader): void {
  reader = implementation;
}

/** null: the value is no node; where the module was never imported, nothing is. */
export function treeFrom(value: Value, mode: 'exec' | 'eval' | 'single'): Module | Expression | null {
  return reader?.isTree(value) === true ? reader.readTree(value, mode) : null;
}
