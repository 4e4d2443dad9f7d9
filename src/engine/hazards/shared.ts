/** What several tasks can see: global names, and attributes of what a name stands for. */

import { PyDeque } from '../../python/modules/deque.ts';
import { dictGet } from '../../python/objects/dict.ts';
import { ownAttribute } from '../../python/objects/instance.ts';
import { Cell, PyDict, PyFloat, PyList, PyObject, PySet, type Value } from '../../python/objects/value.ts';
import type { Expression, Statement } from '../../python/syntax/tree.ts';
import type { Frame } from '../../python/vm/frame.ts';
import { describe } from '../describe.ts';
import { type Coroutine, nodesIn } from './tree-search.ts';

export interface Shared {
  /** `tickets`, or the name before the dot. */
  readonly name: string;
  /** The name after the dot; null: none. */
  readonly attribute: string | null;
}

/** Which entry of a dict is meant: a variable or a text; null: not one alone. */
export type Key = { readonly variable: string } | { readonly text: string } | null;

export const sharedText = ({ name, attribute }: Shared): string => (attribute === null ? name : `${name}.${attribute}`);

/** Methods that change what they are called on. */
const CHANGING: ReadonlySet<string> = new Set(
  'add append appendleft clear discard extend insert pop popitem popleft remove setdefault update'.split(' '),
);

/** Which names of a function are its own: parameters, and what it assigns without declaring it global or nonlocal. */
export function localNames(node: Coroutine): ReadonlySet<string> {
  const { args, body } = node;
  const declared = new Set<string>();
  const own = new Set([...args.posonlyargs, ...args.args, ...args.kwonlyargs].map(({ arg }) => arg));
  for (const extra of [args.vararg, args.kwarg]) if (extra !== null) own.add(extra.arg);
  for (const inner of nodesIn(body)) {
    if (inner.nodeType === 'Global' || inner.nodeType === 'Nonlocal')
      for (const name of inner.names) declared.add(name);
    if (inner.nodeType === 'Name' && inner.ctx !== 'Load') own.add(inner.id);
  }
  for (const name of declared) own.delete(name);
  return own;
}

/** What an expression looks at that others can change, by text. */
export function sharedIn(root: unknown, own: ReadonlySet<string>): ReadonlyMap<string, Shared> {
  const found = new Map<string, Shared>();
  for (const node of nodesIn(root)) {
    const shared = sharedOf(node as Expression, own);
    if (shared !== null) found.set(sharedText(shared), shared);
  }
  return found;
}

function sharedOf(node: Expression, own: ReadonlySet<string>): Shared | null {
  if (node.nodeType === 'Name') return own.has(node.id) ? null : { name: node.id, attribute: null };
  if (node.nodeType !== 'Attribute' || node.value.nodeType !== 'Name') return null;
  return { name: node.value.id, attribute: node.attr };
}

/** What one simple statement changes, by text. */
export function changedBy(statement: Statement, own: ReadonlySet<string>): ReadonlySet<string> {
  const targets = targetsOf(statement);
  const texts = targets.map((target) => sharedOf(target.nodeType === 'Subscript' ? target.value : target, own));
  return new Set(texts.filter((shared) => shared !== null).map(sharedText));
}

function targetsOf(statement: Statement): readonly Expression[] {
  switch (statement.nodeType) {
    case 'Assign':
    case 'Delete':
      return statement.targets;
    case 'AugAssign':
    case 'AnnAssign':
      return [statement.target];
    case 'Expr': {
      const call = statement.value.nodeType === 'Await' ? statement.value.value : statement.value;
      if (call.nodeType !== 'Call' || call.func.nodeType !== 'Attribute') return [];
      return CHANGING.has(call.func.attr) ? [call.func.value] : [];
    }
    default:
      return [];
  }
}

/** What it is now, as far as two looks can be compared. Runs nothing of the program. */
export interface Snapshot {
  readonly mark: unknown;
  readonly text: string;
}

export function snapshotOf({ name, attribute }: Shared, key: Key, frame: Frame): Snapshot | null {
  const base = variableIn(name, frame);
  if (base === undefined) return null;
  const value = attribute === null ? base : base instanceof PyObject ? ownAttribute(base, attribute) : undefined;
  if (value === undefined) return null;
  if (key === null || !(value instanceof PyDict)) return { mark: markOf(value), text: describe(value) };
  const entry = 'text' in key ? key.text : variableIn(key.variable, frame);
  if (typeof entry !== 'string' && typeof entry !== 'number') return null;
  const held = dictGet(value, entry);
  return held === undefined ? { mark: ABSENT, text: 'without it' } : { mark: markOf(held), text: describe(value) };
}

const ABSENT = Symbol('absent');

/** Which entry a statement changes. */
export function keyOf(statement: Statement): Key {
  const [target] = targetsOf(statement);
  if (target?.nodeType !== 'Subscript') return null;
  const { slice } = target;
  if (slice.nodeType === 'Name') return { variable: slice.id };
  return slice.nodeType === 'Constant' && typeof slice.value === 'string' ? { text: slice.value } : null;
}

function variableIn(name: string, frame: Frame): Value | undefined {
  const slot = frame.code.slotNames.indexOf(name);
  const held = slot < 0 ? frame.globals.map.get(name) : frame.slots[slot];
  return held instanceof Cell ? held.value : held;
}

function markOf(value: Value): unknown {
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyDict || value instanceof PySet) return value.map.size;
  if (value instanceof PyList) return value.items.length;
  return value instanceof PyDeque ? value.size : value;
}
