/** The late-bound doors between `compile` and the nodes of `ast`, which come with the module `_ast`, a late one. */
import { PyList, PyObject, type Value } from '../objects/value.ts';
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

/** What `compile` gives of a tree when it is asked for one: the same nodes again, each anew. */
export function treeCopy(value: Value): Value {
  if (value instanceof PyList) return new PyList(value.items.map(treeCopy));
  if (reader?.isTree(value) !== true || !(value instanceof PyObject)) return value;
  const copy = new PyObject(value.cls);
  copy.attrs = new Map([...(value.attrs ?? [])].map(([name, field]) => [name, treeCopy(field)]));
  return copy;
}
