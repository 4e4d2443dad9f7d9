/**
 * Locks, events, queues and the like are CPython's own Python code; what is drawn of them is read from their attributes whenever a
 * method of theirs was entered, left or suspended. The VM tells so for code that has a probe.
 */
import { Code } from '../python/compile/code.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { Cell, PyList, PyObject, type Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { Machine } from '../python/vm/machine.ts';
import { PyTask } from './shapes.ts';
import { state } from './state.ts';

/** How a sync object stands; the fields of `sync.changed`. */
export interface SyncState {
  readonly state: string;
  readonly value: number;
  /** 0: none. */
  readonly limit: number;
  /** The task that acquired it last. */
  readonly owner: PyTask | null;
  readonly waiters: readonly PyObject[];
  readonly putters: readonly PyObject[];
  readonly items: readonly Value[];
}

/** More items than this are not shown, though counted. */
const ITEMS_MAX = 16;
const PROBED_FILES = ['/asyncio/locks.py', '/asyncio/queues.py'];
const NOTHING: readonly PyObject[] = [];

type Reader = (attrs: ReadonlyMap<string, Value>, object: PyObject) => SyncState;

const READERS: Readonly<Record<string, Reader>> = {
  Lock: (attrs, object) =>
    plain(
      attrs.get('_locked') === true ? 'locked' : 'unlocked',
      0,
      0,
      deque(attrs, '_waiters'),
      state.owners.get(object) ?? null,
    ),
  Event: (attrs) => plain(attrs.get('_value') === true ? 'set' : 'unset', 0, 0, deque(attrs, '_waiters'), null),
  Semaphore: (attrs) =>
    plain(
      attrs.get('_value') === 0 ? 'locked' : 'unlocked',
      int(attrs, '_value'),
      int(attrs, '_bound_value'),
      deque(attrs, '_waiters'),
      null,
    ),
  Condition: (attrs) => {
    const lock = attrs.get('_lock');
    const isLocked = lock instanceof PyObject && lock.attrs?.get('_locked') === true;
    return plain(
      isLocked ? 'locked' : 'unlocked',
      0,
      0,
      deque(attrs, '_waiters'),
      lock instanceof PyObject ? (state.owners.get(lock) ?? null) : null,
    );
  },
  Barrier: (attrs) => {
    const phase = attrs.get('_state');
    const text = phase instanceof PyObject ? phase.attrs?.get('value') : undefined;
    const condition = attrs.get('_cond');
    const waiters = condition instanceof PyObject ? deque(condition.attrs ?? new Map(), '_waiters') : NOTHING;
    return plain(typeof text === 'string' ? text : '', int(attrs, '_count'), int(attrs, '_parties'), waiters, null);
  },
  Queue: (attrs) => {
    const items = itemsOf(attrs.get('_queue'));
    return {
      state: attrs.get('_is_shutdown') === true ? 'shutdown' : 'open',
      value: items.length,
      limit: Math.max(0, int(attrs, '_maxsize')),
      owner: null,
      waiters: deque(attrs, '_getters'),
      putters: deque(attrs, '_putters'),
      items: items.slice(0, ITEMS_MAX),
    };
  },
};

function plain(
  text: string,
  value: number,
  limit: number,
  waiters: readonly PyObject[],
  owner: PyTask | null,
): SyncState {
  return { state: text, value, limit, owner, waiters, putters: NOTHING, items: NOTHING };
}

function int(attrs: ReadonlyMap<string, Value>, name: string): number {
  const value = attrs.get(name);
  return typeof value === 'number' ? value : 0;
}

function deque(attrs: ReadonlyMap<string, Value>, name: string): readonly PyObject[] {
  return itemsOf(attrs.get(name)).filter((item): item is PyObject => item instanceof PyObject);
}

function itemsOf(container: Value | undefined): readonly Value[] {
  if (container instanceof PyDeque) return Array.from({ length: container.size }, (_, index) => container.at(index));
  return container instanceof PyList ? container.items : NOTHING;
}

/** Marks the code of asyncio.locks and asyncio.queues when it is compiled, once for all runs of a worker. */
export function installProbes(machine: Machine): void {
  machine.codeHook = (code) => {
    if (PROBED_FILES.some((file) => code.filename.endsWith(file))) mark(code);
  };
}

function mark(code: Code): void {
  if (code.slotNames[0] === 'self') code.probe = true;
  for (const constant of code.constants) if (constant instanceof Code) mark(constant);
}

interface Known {
  /** Null: made by another of these objects for its own use, not shown. */
  readonly read: Reader | null;
  readonly type: string;
  wasLocked: boolean;
  last: SyncState | null;
}

/** The probe of one run. */
export function syncProbe(): (frame: Frame) => void {
  const known: WeakMap<PyObject, Known> = new WeakMap();
  return (frame) => {
    const self = selfOf(frame);
    if (self === null || self.attrs === null) return;
    let entry = known.get(self);
    if (entry === undefined) {
      entry = meet(self, frame);
      known.set(self, entry);
    }
    noteOwner(self, entry);
    report(self, entry);
  };
}

function selfOf(frame: Frame): PyObject | null {
  const slot = frame.slots[0];
  const self = slot instanceof Cell ? slot.value : slot;
  return self instanceof PyObject ? self : null;
}

function meet(object: PyObject, frame: Frame): Known {
  const isInner = frame.back !== null && 'code' in frame.back && (frame.back as Frame).code.probe !== null;
  const type = object.cls.mro.map((cls) => cls.name).find((name) => name in READERS) ?? '';
  return { read: isInner ? null : (READERS[type] ?? null), type: object.cls.name, wasLocked: false, last: null };
}

/** A lock is taken and let go only within steps of the task that does it. */
function noteOwner(object: PyObject, entry: Known): void {
  const isLocked = object.attrs?.get('_locked') === true;
  if (isLocked === entry.wasLocked) return;
  entry.wasLocked = isLocked;
  if (isLocked && state.currentTask instanceof PyTask) state.owners.set(object, state.currentTask);
  else state.owners.delete(object);
}

function report(object: PyObject, entry: Known): void {
  const recorder = state.recorder;
  const attrs = object.attrs;
  if (recorder === null || entry.read === null || attrs === null || !isComplete(attrs)) return;
  const now = entry.read(attrs, object);
  if (entry.last === null) recorder.syncCreated(object, entry.type, '');
  else if (isSame(entry.last, now)) return;
  entry.last = now;
  recorder.syncChanged(object, now);
}

/** `__init__` has run far enough. */
function isComplete(attrs: ReadonlyMap<string, Value>): boolean {
  return (
    attrs.has('_locked') ||
    attrs.has('_value') ||
    attrs.has('_lock') ||
    attrs.has('_count') ||
    attrs.has('_is_shutdown')
  );
}

function isSame(a: SyncState, b: SyncState): boolean {
  return (
    a.state === b.state &&
    a.value === b.value &&
    a.limit === b.limit &&
    a.owner === b.owner &&
    sameItems(a.waiters, b.waiters) &&
    sameItems(a.putters, b.putters) &&
    sameItems(a.items, b.items)
  );
}

function sameItems(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
