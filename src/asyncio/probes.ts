/**
 * Locks, events, queues and the like are CPython's own Python code; what is drawn of them is read from their attributes whenever a
 * method of theirs was entered, left or suspended. The VM tells so for code that has a probe.
 */

import { Code } from '../python/compile/code.ts';
import * as Op from '../python/compile/op.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { type Named, OwnAttributes, ownAttribute, PyInstance } from '../python/objects/instance.ts';
import type { Shape } from '../python/objects/shapes.ts';
import { Cell, PyList, PyObject, type Value } from '../python/objects/value.ts';
import { Frame } from '../python/vm/frame.ts';
import type { Machine } from '../python/vm/machine.ts';
import { holdersOf, ownerOf } from './owners.ts';
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
  /** Of a semaphore: the tasks that have its permits. */
  readonly holders: readonly PyTask[];
}

/** More items than this are not shown, though counted. */
const ITEMS_MAX = 16;
/** Of a longer line only the beginning is told: else a thousand tasks at one lock would cost a million. */
const WAITERS_MAX = 100;
const PROBED_FILES = ['locks', 'queues', 'taskgroups', 'tasks', 'timeouts'].map((name) => `/asyncio/${name}.py`);
const NOTHING: readonly PyObject[] = [];
/** By what name `Lines` knows the items of a queue. */
const ITEMS = '';
const NO_TASKS: readonly PyTask[] = [];

interface Line {
  deque: PyDeque;
  version: number;
  items: readonly Value[];
}

/** The lines of waiting futures and of items of one object. One that has not moved since the last look is the same array. */
class Lines {
  private readonly known = new Map<string, Line>();

  waiters(attrs: Named, name: string): readonly PyObject[] {
    return this.read(name, attrs.get(name), WAITERS_MAX) as readonly PyObject[];
  }

  items(container: Value | undefined): readonly Value[] {
    return container instanceof PyList ? container.items.slice(0, ITEMS_MAX) : this.read(ITEMS, container, ITEMS_MAX);
  }

  private read(name: string, container: Value | undefined, countMax: number): readonly Value[] {
    if (!(container instanceof PyDeque) || container.size === 0) return NOTHING;
    const known = this.known.get(name);
    if (known?.deque === container && known.version === container.state) return known.items;
    const items = readAgain(container, known?.items ?? NOTHING, {
      countMax,
      // What is no object does not wait.
      isForObjects: name !== ITEMS,
    });
    if (known === undefined) this.known.set(name, { deque: container, version: container.state, items });
    else {
      known.deque = container;
      known.version = container.state;
      known.items = items;
    }
    return items;
  }
}

interface LineRules {
  readonly countMax: number;
  readonly isForObjects: boolean;
}

/** What stands in a line; `before` if that has not changed. Mostly the first is gone, or somebody has joined at the end. */
function readAgain(deque: PyDeque, before: readonly Value[], { countMax, isForObjects }: LineRules): readonly Value[] {
  const count = Math.min(deque.size, countMax);
  const first = deque.at(0);
  const gone = before.length > 1 && before[0] !== first && before[1] === first ? 1 : 0;
  const most = Math.min(count, before.length - gone);
  let same = 0;
  while (same < most && deque.at(same) === before[same + gone]) same++;
  if (same === count && same === before.length) return before;
  const items = before.slice(gone, gone + same);
  for (let i = same; i < count; i++) {
    const item = deque.at(i);
    if (!isForObjects || item instanceof PyObject) items.push(item);
  }
  return items;
}

type Reader = (attrs: Named, object: PyObject, lines: Lines) => SyncState;

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
  Semaphore: (attrs, object, lines) => ({
    ...plain(
      attrs.get('_value') === 0 ? 'locked' : 'unlocked',
      int(attrs, '_value'),
      int(attrs, '_bound_value'),
      lines.waiters(attrs, '_waiters'),
      null,
    ),
    holders: holdersOf(object).slice(0, WAITERS_MAX),
  }),
  Condition: (attrs, _, lines) => {
    const lock = attrs.get('_lock');
    const isLocked = lock instanceof PyObject && ownAttribute(lock, '_locked') === true;
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
    const text = phase instanceof PyObject ? ownAttribute(phase, 'value') : undefined;
    const condition = attrs.get('_cond');
    const waiters = condition instanceof PyObject ? lines.waiters(new OwnAttributes(condition), '_waiters') : NOTHING;
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
      holders: NO_TASKS,
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
  return { state: text, value, limit, owner, waiters, putters: NOTHING, items: NOTHING, holders: NO_TASKS };
}

function int(attrs: Named, name: string): number {
  const value = attrs.get(name);
  return typeof value === 'number' ? value : 0;
}

function sizeOf(container: Value | undefined): number {
  return container instanceof PyDeque ? container.size : container instanceof PyList ? container.items.length : 0;
}

/** Attributes from which the whole picture of an object follows: two looks that find the same need no third. */
const WATCHED: Readonly<Record<string, readonly string[]>> = {
  Lock: ['_locked', '_waiters'],
  Event: ['_value', '_waiters'],
  Semaphore: ['_value', '_waiters'],
  Queue: ['_queue', '_getters', '_putters', '_is_shutdown', '_maxsize'],
};
const ALL_WATCHED: ReadonlySet<string> = new Set(Object.values(WATCHED).flat());

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

/** What a method may do to its object: no more than move what its deques hold; wait, while others do anything; set what is watched. */
const Probe = { moves: 1, waits: 2, sets: 3 } as const;

function probeOf(code: Code): (typeof Probe)[keyof typeof Probe] | null {
  let isSetting = false;
  let isWatched = false;
  for (let i = 0; i < code.ops.length; i += 2) {
    if (code.ops[i] !== Op.STORE_ATTR) continue;
    isSetting = true;
    if (ALL_WATCHED.has(code.names[code.ops[i + 1] as number] as string)) isWatched = true;
  }
  if (isWatched) return Probe.sets;
  if (code.isGeneratorLike) return Probe.waits;
  return isSetting || code.names.some((name) => CHANGING.has(name)) ? Probe.moves : null;
}

function mark(code: Code): void {
  if (code.slotNames[0] === 'self') code.probe = probeOf(code);
  for (const constant of code.constants) if (constant instanceof Code) mark(constant);
}

interface Known {
  readonly object: PyObject;
  readonly attrs: Named;
  /** Null: made by another of these objects for its own use, not shown. */
  readonly read: Reader | null;
  /** Somebody has it, or its permits. */
  readonly hasHolders: boolean;
  /** Null: it has to be read every time. */
  readonly watched: readonly string[] | null;
  /** Of the object when it was last looked at, and where that has what is watched. */
  shape: Shape | null;
  places: readonly number[];
  readonly type: string;
  last: SyncState | null;
  readonly lines: Lines;
  readonly scope: ScopeReader | null;
  lastScope: ScopeState | null;
  /** What `isUntouched` saw last. */
  readonly seen: (Value | undefined)[];
  /** The deques among them, and their versions. */
  deques: readonly PyDeque[];
  versions: number[];
  /** Its `__init__` has run far enough. */
  isComplete: boolean;
}

/** The probe of one run. */
export function syncProbe(): (frame: Frame) => void {
  const known: WeakMap<PyObject, Known> = new WeakMap();
  // Mostly one object and another that it uses take turns.
  let latest: Known | null = null;
  let other: Known | null = null;
  return (frame) => {
    const self = selfOf(frame);
    if (self === null) return;
    if (latest?.object !== self) {
      let entry = other?.object === self ? other : known.get(self);
      if (entry === undefined) {
        entry = meet(self, frame);
        known.set(self, entry);
      }
      other = latest;
      latest = entry;
    }
    if (latest.scope === null) report(latest, canOnlyMove(frame));
    else reportScope(latest, latest.scope);
  };
}

function reportScope(entry: Known, read: ScopeReader): void {
  const { object } = entry;
  const now = read(entry.attrs);
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
  const isInner = frame.back instanceof Frame && frame.back.code.probe !== null;
  const type = object.cls.mro.map((cls) => cls.name).find((name) => name in READERS) ?? '';
  const read = isInner ? null : (READERS[type] ?? null);
  const scopeType = object.cls.mro.map((cls) => cls.name).find((name) => name in SCOPE_READERS) ?? '';
  return {
    object,
    attrs: new OwnAttributes(object),
    read,
    hasHolders: type === 'Lock' || type === 'Semaphore',
    watched: WATCHED[type] ?? null,
    shape: null,
    places: [],
    type: object.cls.name,
    scope: SCOPE_READERS[scopeType] ?? null,
    last: null,
    lastScope: null,
    lines: new Lines(),
    seen: [],
    deques: [],
    versions: [],
    isComplete: false,
  };
}

/** Nothing that is watched has been set since the last look: neither here nor by the method that calls this one. */
function canOnlyMove({ code, back }: Frame): boolean {
  return code.probe === Probe.moves && !(back instanceof Frame && back.code.probe === Probe.sets);
}

function report(entry: Known, canOnlyHaveMoved: boolean): void {
  const { object, attrs } = entry;
  const recorder = state.recorder;
  if (recorder === null || entry.read === null) return;
  if (canOnlyHaveMoved && entry.deques.length > 0) {
    if (!noteMoves(entry)) return;
  } else if (entry.watched !== null && isUntouched(entry.watched, entry)) return;
  entry.isComplete ||= isComplete(attrs);
  if (!entry.isComplete) return;
  const now = entry.read(attrs, object, entry.lines);
  if (entry.last === null) recorder.syncCreated(object, entry.type, '');
  else if (isSame(entry.last, now)) return;
  entry.last = now;
  recorder.syncChanged(object, now);
}

/** Whether a deque is not as it was. */
function noteMoves({ deques, versions }: Known): boolean {
  let hasMoved = false;
  for (let i = 0; i < deques.length; i++) {
    const version = (deques[i] as PyDeque).state;
    if (version !== versions[i]) hasMoved = true;
    versions[i] = version;
  }
  return hasMoved;
}

/** Most frames of a lock or queue change nothing of it. Notes what there is now. */
function isUntouched(watched: readonly string[], entry: Known): boolean {
  const { seen, object } = entry;
  const shape = object instanceof PyInstance ? object.shape : null;
  if (shape !== null && shape !== entry.shape) {
    entry.shape = shape;
    entry.places = watched.map((name) => shape.placeOf(name));
  }
  const isSame = !noteMoves(entry);
  let isOther = seen.length === 0;
  let hasList = false;
  for (let i = 0; i < watched.length; i++) {
    const value =
      shape === null ? entry.attrs.get(watched[i] as string) : valueAt(object as PyInstance, entry.places[i] as number);
    if (seen[i] !== value) isOther = true;
    seen[i] = value;
    if (value instanceof PyList) hasList = true;
  }
  // A permit that goes from hand to hand changes nothing else.
  const holder = entry.hasHolders ? ownerOf(entry.object) : null;
  if (seen[watched.length] !== holder) isOther = true;
  seen[watched.length] = holder;
  if (!isOther) return isSame && !hasList;
  // A list (the heap of a PriorityQueue) does not count its changes: it is always looked at.
  entry.deques = hasList ? [] : seen.filter((value) => value instanceof PyDeque);
  entry.versions = entry.deques.map((deque) => deque.state);
  return false;
}

function valueAt(object: PyInstance, place: number): Value | undefined {
  return place < 0 ? undefined : object.values[place];
}

function isComplete(attrs: Named): boolean {
  return (
    attrs.get('_locked') !== undefined ||
    attrs.get('_value') !== undefined ||
    attrs.get('_lock') !== undefined ||
    attrs.get('_count') !== undefined ||
    attrs.get('_is_shutdown') !== undefined
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
    sameItems(a.items, b.items) &&
    sameItems(a.holders, b.holders)
  );
}

function sameItems(a: readonly Value[], b: readonly Value[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
