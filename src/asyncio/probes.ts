/**
 * Locks, events, queues and the like are CPython's own Python code; what is drawn of them is read from their attributes whenever a
 * method of theirs was entered, left or suspended. The VM tells so for code that has a probe.
 */
import { Code } from '../python/compile/code.ts';
import * as Op from '../python/compile/op.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { Cell, PyList, PyObject, type Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { Machine } from '../python/vm/machine.ts';
import { ownerOf } from './owners.ts';
import { isSameScope, SCOPE_READERS, type ScopeReader, type ScopeState } from './scopes.ts';
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
/** Of a longer line only the beginning is told: else a thousand tasks at one lock would cost a million. */
const WAITERS_MAX = 100;
const PROBED_FILES = ['locks', 'queues', 'taskgroups', 'tasks', 'timeouts'].map((name) => `/asyncio/${name}.py`);
const NOTHING: readonly PyObject[] = [];

interface Line {
  readonly deque: PyDeque;
  readonly version: number;
  readonly items: readonly Value[];
}

/** The lines of waiting futures and of items of one object. One that has not moved since the last look is the same array. */
class Lines {
  private readonly known = new Map<string, Line>();

  waiters(attrs: ReadonlyMap<string, Value>, name: string): readonly PyObject[] {
    const found = this.read(name, attrs.get(name), WAITERS_MAX);
    return found.every((item) => item instanceof PyObject) ? (found as readonly PyObject[]) : found.filter(isObject);
  }

  items(container: Value | undefined): readonly Value[] {
    return container instanceof PyList ? container.items.slice(0, ITEMS_MAX) : this.read('', container, ITEMS_MAX);
  }

  private read(name: string, container: Value | undefined, countMax: number): readonly Value[] {
    if (!(container instanceof PyDeque) || container.size === 0) return NOTHING;
    const known = this.known.get(name);
    if (known?.deque === container && known.version === container.state) return known.items;
    const items = new Array<Value>(Math.min(container.size, countMax));
    for (let i = 0; i < items.length; i++) items[i] = container.at(i);
    this.known.set(name, { deque: container, version: container.state, items });
    return items;
  }
}

function isObject(value: Value): value is PyObject {
  return value instanceof PyObject;
}

type Reader = (attrs: ReadonlyMap<string, Value>, object: PyObject, lines: Lines) => SyncState;

const READERS: Readonly<Record<string, Reader>> = {
  Lock: (attrs, object, lines) =>
    plain(
      attrs.get('_locked') === true ? 'locked' : 'unlocked',
      0,
      0,
      lines.waiters(attrs, '_waiters'),
      ownerOf(object),
    ),
  Event: (attrs, _, lines) =>
    plain(attrs.get('_value') === true ? 'set' : 'unset', 0, 0, lines.waiters(attrs, '_waiters'), null),
  Semaphore: (attrs, _, lines) =>
    plain(
      attrs.get('_value') === 0 ? 'locked' : 'unlocked',
      int(attrs, '_value'),
      int(attrs, '_bound_value'),
      lines.waiters(attrs, '_waiters'),
      null,
    ),
  Condition: (attrs, _, lines) => {
    const lock = attrs.get('_lock');
    const isLocked = lock instanceof PyObject && lock.attrs?.get('_locked') === true;
    return plain(
      isLocked ? 'locked' : 'unlocked',
      0,
      0,
      lines.waiters(attrs, '_waiters'),
      lock instanceof PyObject ? ownerOf(lock) : null,
    );
  },
  Barrier: (attrs, _, lines) => {
    const phase = attrs.get('_state');
    const text = phase instanceof PyObject ? phase.attrs?.get('value') : undefined;
    const condition = attrs.get('_cond');
    const waiters = condition instanceof PyObject ? lines.waiters(condition.attrs ?? new Map(), '_waiters') : NOTHING;
    return plain(typeof text === 'string' ? text : '', int(attrs, '_count'), int(attrs, '_parties'), waiters, null);
  },
  Queue: (attrs, _, lines) => {
    const items = attrs.get('_queue');
    return {
      state: attrs.get('_is_shutdown') === true ? 'shutdown' : 'open',
      value: sizeOf(items),
      limit: Math.max(0, int(attrs, '_maxsize')),
      owner: null,
      waiters: lines.waiters(attrs, '_getters'),
      putters: lines.waiters(attrs, '_putters'),
      items: lines.items(items),
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
  '_get _put add append clear discard heappop heappush notify pop popleft put_nowait release remove set_result wait wait_for'.split(
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
  readonly object: PyObject;
  /** Null: made by another of these objects for its own use, not shown. */
  readonly read: Reader | null;
  /** Null: it has to be read every time. */
  readonly watched: readonly string[] | null;
  readonly type: string;
  last: SyncState | null;
  readonly lines: Lines;
  readonly scope: ScopeReader | null;
  lastScope: ScopeState | null;
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
  // Mostly one object and another that it uses take turns.
  let latest: Known | null = null;
  let other: Known | null = null;
  return (frame) => {
    const self = selfOf(frame);
    if (self === null || self.attrs === null) return;
    if (latest?.object !== self) {
      let entry = other?.object === self ? other : known.get(self);
      if (entry === undefined) {
        entry = meet(self, frame);
        known.set(self, entry);
      }
      other = latest;
      latest = entry;
    }
    if (latest.scope === null) report(latest);
    else reportScope(latest, latest.scope);
  };
}

function reportScope(entry: Known, read: ScopeReader): void {
  const { object } = entry;
  const now = object.attrs === null ? null : read(object.attrs);
  if (now === null || (entry.lastScope !== null && isSameScope(entry.lastScope, now))) return;
  if (entry.lastScope?.state === 'left') return;
  // A task group forgets its task before it is left.
  const task = now.task ?? entry.lastScope?.task ?? (state.currentTask instanceof PyTask ? state.currentTask : null);
  entry.lastScope = { ...now, task };
  state.recorder?.scopeChanged(object, entry.lastScope);
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
  const scopeType = object.cls.mro.map((cls) => cls.name).find((name) => name in SCOPE_READERS) ?? '';
  return {
    object,
    read,
    watched: WATCHED[type] ?? null,
    type: object.cls.name,
    scope: SCOPE_READERS[scopeType] ?? null,
    last: null,
    lastScope: null,
    lines: new Lines(),
    seen: [],
  };
}

function report(entry: Known): void {
  const { object } = entry;
  const recorder = state.recorder;
  const attrs = object.attrs;
  if (recorder === null || entry.read === null || attrs === null) return;
  if ((entry.watched !== null && isUntouched(entry.watched, entry.seen, attrs)) || !isComplete(attrs)) return;
  const now = entry.read(attrs, object, entry.lines);
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
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
