/**
 * Locks, events, queues and the like are CPython's own Python code; what is drawn of them is read from their attributes whenever a
 * method of theirs was entered, left or suspended. The VM tells so for code that has a probe.
 */
import { Code } from '../python/compile/code.ts';
import { Op } from '../python/compile/opcodes.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { Cell, PyList, PyObject, type Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { Machine } from '../python/vm/machine.ts';
import { ownerOf } from './owners.ts';
import type { PyTask } from './shapes.ts';
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
/** Of a longer line only the beginning is told: else a thousand tasks at one lock would cost a million. */
const WAITERS_MAX = 100;
const PROBED_FILES = ['/asyncio/locks.py', '/asyncio/queues.py'];
const NOTHING: readonly PyObject[] = [];

type Reader = (attrs: ReadonlyMap<string, Value>, object: PyObject) => SyncState;

const READERS: Readonly<Record<string, Reader>> = {
  Lock: (attrs, object) =>
    plain(attrs.get('_locked') === true ? 'locked' : 'unlocked', 0, 0, deque(attrs, '_waiters'), ownerOf(object)),
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
      lock instanceof PyObject ? ownerOf(lock) : null,
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
    const items = attrs.get('_queue');
    return {
      state: attrs.get('_is_shutdown') === true ? 'shutdown' : 'open',
      value: sizeOf(items),
      limit: Math.max(0, int(attrs, '_maxsize')),
      owner: null,
      waiters: deque(attrs, '_getters'),
      putters: deque(attrs, '_putters'),
      items: itemsOf(items, ITEMS_MAX),
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
  return itemsOf(attrs.get(name), WAITERS_MAX).filter((item): item is PyObject => item instanceof PyObject);
}

/** The first items of a deque or list. */
function itemsOf(container: Value | undefined, count: number): readonly Value[] {
  if (container instanceof PyDeque) {
    const items: Value[] = [];
    for (let i = 0; i < container.size && i < count; i++) items.push(container.at(i));
    return items;
  }
  return container instanceof PyList ? container.items.slice(0, count) : NOTHING;
}

function sizeOf(container: Value | undefined): number {
  return container instanceof PyDeque ? container.size : container instanceof PyList ? container.items.length : 0;
}

/** Marks the code of asyncio.locks and asyncio.queues when it is compiled, once for all runs of a worker. */
export function installProbes(machine: Machine): void {
  machine.codeHook = (code) => {
    if (PROBED_FILES.some((file) => code.filename.endsWith(file))) mark(code);
  };
}

/** Names by which a method changes its object or lets others see it. One that has none of them, and sets no attribute, only looks. */
const CHANGING: ReadonlySet<string> = new Set(
  '_get _put append clear heappop heappush notify pop popleft put_nowait release remove set_result wait wait_for'.split(
    ' ',
  ),
);

function changes(code: Code): boolean {
  if (code.isGeneratorLike || code.names.some((name) => CHANGING.has(name))) return true;
  return code.ops.some((op, index) => op === Op.STORE_ATTR && (index & 1) === 0);
}

function mark(code: Code): void {
  if (code.slotNames[0] === 'self' && changes(code)) code.probe = true;
  for (const constant of code.constants) if (constant instanceof Code) mark(constant);
}

interface Known {
  /** Null: made by another of these objects for its own use, not shown. */
  readonly read: Reader | null;
  /** Null: it has to be read every time. */
  readonly watched: readonly string[] | null;
  readonly type: string;
  last: SyncState | null;
  /** What `isUntouched` saw last. */
  readonly seen: unknown[];
}

/** Attributes from which the whole picture of an object follows: two looks that find the same need no third. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  Lock: ['_locked', '_waiters'],
  Event: ['_value', '_waiters'],
  Semaphore: ['_value', '_waiters'],
  Queue: ['_queue', '_getters', '_putters', '_is_shutdown', '_maxsize'],
};

/** The probe of one run. */
export function syncProbe(): (frame: Frame) => void {
  const known: WeakMap<PyObject, Known> = new WeakMap();
  let latest: { readonly self: PyObject; readonly entry: Known } | null = null;
  return (frame) => {
    const self = selfOf(frame);
    if (self === null || self.attrs === null) return;
    let entry = latest?.self === self ? latest.entry : known.get(self);
    if (entry === undefined) {
      entry = meet(self, frame);
      known.set(self, entry);
    }
    if (latest?.self !== self) latest = { self, entry };
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
  const read = isInner ? null : (READERS[type] ?? null);
  return { read, watched: WATCHED[type] ?? null, type: object.cls.name, last: null, seen: [] };
}

function report(object: PyObject, entry: Known): void {
  const recorder = state.recorder;
  const attrs = object.attrs;
  if (recorder === null || entry.read === null || attrs === null) return;
  if ((entry.watched !== null && isUntouched(entry.watched, entry.seen, attrs)) || !isComplete(attrs)) return;
  const now = entry.read(attrs, object);
  if (entry.last === null) recorder.syncCreated(object, entry.type, '');
  else if (isSame(entry.last, now)) return;
  entry.last = now;
  recorder.syncChanged(object, now);
}

/** Most frames of a lock or queue change nothing of it. Notes what there is now. */
function isUntouched(watched: readonly string[], seen: unknown[], attrs: ReadonlyMap<string, Value>): boolean {
  let isSame = seen.length > 0;
  for (let i = 0; i < watched.length; i++) {
    const value = attrs.get(watched[i] as string);
    const version = value instanceof PyDeque ? value.state : 0;
    // A list (the heap of a PriorityQueue) does not count its changes.
    if (seen[2 * i] !== value || seen[2 * i + 1] !== version || value instanceof PyList) isSame = false;
    seen[2 * i] = value;
    seen[2 * i + 1] = version;
  }
  return isSame;
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
