/** What the entries of a World's tables are made of, field by field: from this `pack.ts` packs and unpacks them. */
import type { ParkedFrame } from './events.ts';
import type { Cancel, Coroutine, Future, Handle, Scope, Sync, Task, UserFrame, Waker } from './world.ts';

export interface Kinds {
  int: number;
  /** A number, or null. */
  optional: number | null;
  text: string;
  flag: boolean;
  ids: readonly number[];
  texts: readonly string[];
  chain: readonly ParkedFrame[];
  stack: readonly UserFrame[];
  cancel: Cancel;
  waker: Waker | null;
}

export type FieldKind = keyof Kinds;

type KindOf<V> = {
  [K in FieldKind]: [V, Kinds[K]] extends [Kinds[K], V] ? K : V extends string ? 'text' : never;
}[FieldKind];

export interface EntryShape<T> {
  /** An entry to be copied and filled, with its fields in the order in which the fold makes them. */
  readonly blank: T;
  readonly fields: { readonly [F in keyof T]-?: KindOf<T[F]> };
}

export const NO_CANCEL: Cancel = { phase: 'none', count: 0, by: 0, message: '' };

const HANDLE: EntryShape<Handle> = {
  blank: { id: 0, label: '', task: 0, future: 0, reason: 'callback', state: 'ready', whenUs: null },
  fields: { id: 'int', label: 'text', task: 'int', future: 'int', reason: 'text', state: 'text', whenUs: 'optional' },
};

const TASK: EntryShape<Task> = {
  blank: {
    id: 0,
    letter: '',
    hue: 0,
    name: '',
    label: '',
    code: 0,
    coroutine: 0,
    parent: 0,
    loop: 0,
    state: 'ready',
    cancel: NO_CANCEL,
    waitsOn: 0,
    parked: [],
    stack: [],
    result: '',
    createdAt: 0,
    finishedAt: 0,
    steps: 0,
    wokenBy: null,
  },
  fields: {
    id: 'int',
    letter: 'text',
    hue: 'int',
    name: 'text',
    label: 'text',
    code: 'int',
    coroutine: 'int',
    parent: 'int',
    loop: 'int',
    state: 'text',
    cancel: 'cancel',
    waitsOn: 'int',
    parked: 'chain',
    stack: 'stack',
    result: 'text',
    createdAt: 'int',
    finishedAt: 'int',
    steps: 'int',
    wokenBy: 'waker',
  },
};

const FUTURE: EntryShape<Future> = {
  blank: {
    id: 0,
    isTask: false,
    label: '',
    state: 'pending',
    text: '',
    waiters: [],
    awaitedBy: [],
    timer: 0,
    createdBy: 0,
    resolvedBy: 0,
    createdAt: 0,
    resolvedAt: 0,
  },
  fields: {
    id: 'int',
    isTask: 'flag',
    label: 'text',
    state: 'text',
    text: 'text',
    waiters: 'ids',
    awaitedBy: 'ids',
    timer: 'int',
    createdBy: 'int',
    resolvedBy: 'int',
    createdAt: 'int',
    resolvedAt: 'int',
  },
};

const COROUTINE: EntryShape<Coroutine> = {
  blank: { id: 0, label: '', code: 0, line: 0, state: 'created', createdBy: 0, createdAt: 0 },
  fields: { id: 'int', label: 'text', code: 'int', line: 'int', state: 'text', createdBy: 'int', createdAt: 'int' },
};

const SYNC: EntryShape<Sync> = {
  blank: {
    id: 0,
    type: '',
    label: '',
    state: '',
    value: 0,
    limit: 0,
    owner: 0,
    waiters: [],
    putters: [],
    items: [],
    holders: [],
  },
  fields: {
    id: 'int',
    type: 'text',
    label: 'text',
    state: 'text',
    value: 'int',
    limit: 'int',
    owner: 'int',
    waiters: 'ids',
    putters: 'ids',
    items: 'texts',
    holders: 'ids',
  },
};

const SCOPE: EntryShape<Scope> = {
  blank: { id: 0, type: '', state: '', task: 0, whenUs: 0, children: [], count: 0 },
  fields: { id: 'int', type: 'text', state: 'text', task: 'int', whenUs: 'int', children: 'ids', count: 'int' },
};

export const SHAPES = { handle: HANDLE, task: TASK, future: FUTURE, coroutine: COROUTINE, sync: SYNC, scope: SCOPE };
