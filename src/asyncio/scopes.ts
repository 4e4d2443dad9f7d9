/**
 * What a block of code holds together: a timeout, a task group, an iteration of as_completed. CPython's own Python code; read from
 * its attributes by the probes, as locks are.
 */
import { type Named, ownAttribute } from '../python/objects/instance.ts';
import { PyFloat, PyObject, PySet } from '../python/objects/value.ts';
import { PyTask } from './shapes.ts';

/** How a scope stands; the fields of `scope.changed`. */
export interface ScopeState {
  readonly type: 'timeout' | 'TaskGroup' | 'as_completed';
  /** See `scope.changed` in trace/events.ts. */
  readonly state: string;
  /** Whose block it is; null: nobody's yet. */
  readonly task: PyTask | null;
  /** Seconds: the deadline; null: none. */
  readonly when: number | null;
  /** The first of those that it waits for. */
  readonly children: readonly PyObject[];
  readonly count: number;
}

/** Null: it has not been entered. */
export type ScopeReader = (attrs: Named) => ScopeState | null;

const CHILDREN_MAX = 12;
const NOBODY: readonly PyObject[] = [];

const TIMEOUT_STATES: Readonly<Record<string, string>> = {
  active: 'entered',
  expiring: 'expiring',
  expired: 'expired',
  finished: 'left',
};

/** By the name of the class. */
export const SCOPE_READERS: Readonly<Record<string, ScopeReader>> = {
  Timeout: (attrs) => {
    const value = attrs.get('_state');
    const state = TIMEOUT_STATES[String(value instanceof PyObject ? ownAttribute(value, 'value') : '')];
    if (state === undefined) return null;
    const when = attrs.get('_when') ?? null;
    const seconds = when instanceof PyFloat ? when.value : typeof when === 'number' ? when : null;
    return { type: 'timeout', state, task: taskIn(attrs, '_task'), when: seconds, children: NOBODY, count: 0 };
  },
  TaskGroup: (attrs) => {
    if (attrs.get('_entered') !== true) return null;
    const { children, count } = childrenIn(attrs, '_tasks');
    return {
      type: 'TaskGroup',
      state: groupState(attrs, count),
      task: taskIn(attrs, '_parent_task'),
      when: null,
      children,
      count,
    };
  },
  _AsCompletedIterator: (attrs) => {
    if (attrs.get('_todo_left') === undefined) return null;
    const { children, count } = childrenIn(attrs, '_todo');
    const state = count === 0 && attrs.get('_todo_left') === 0 ? 'left' : 'waiting';
    return { type: 'as_completed', state, task: null, when: null, children, count };
  },
};

function groupState(attrs: Named, count: number): string {
  const isExiting = attrs.get('_exiting') === true;
  if (isExiting && count === 0) return 'left';
  if (attrs.get('_aborting') === true) return 'cancelling';
  return isExiting ? 'waiting' : 'entered';
}

function taskIn(attrs: Named, name: string): PyTask | null {
  const task = attrs.get(name);
  return task instanceof PyTask ? task : null;
}

function childrenIn(attrs: Named, name: string): { readonly children: readonly PyObject[]; readonly count: number } {
  const set = attrs.get(name);
  if (!(set instanceof PySet)) return { children: NOBODY, count: 0 };
  const children: PyObject[] = [];
  for (const child of set.map.values()) {
    if (children.length === CHILDREN_MAX) break;
    if (child instanceof PyObject) children.push(child);
  }
  return { children, count: set.map.size };
}

export function isSameScope(a: ScopeState, b: ScopeState): boolean {
  return (
    a.state === b.state &&
    a.when === b.when &&
    a.count === b.count &&
    a.children.every((child, index) => child === b.children[index])
  );
}
