/** The late-bound door from `compile` to the nodes of `ast`, which come with the module `_ast`, a late one. */
import type { PyObject } from '../objects/value.ts';
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
