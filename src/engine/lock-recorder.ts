/**
 * Tells the trace of locks, conditions, semaphores, events, barriers and queues between threads, as soon as there are several. What is
 * native tells of itself; what is Python code in CPython's `threading` and `queue` is read from its attributes whenever a method of
 * it was entered or left, or blocks its thread.
 */

import { Code } from '../python/compile/code.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { PyLock, rlockType } from '../python/modules/thread-locks.ts';
import { type Named, OwnAttributes } from '../python/objects/instance.ts';
import { Cell, PyList, PyObject, type Value } from '../python/objects/value.ts';
import { boundName } from '../python/vm/bound-name.ts';
import { Frame } from '../python/vm/frame.ts';
import { type Machine, machine } from '../python/vm/machine.ts';
import type { Thread } from '../python/vm/thread.ts';
import type { EventOf, TraceEvent } from '../trace/events.ts';
import { describe } from './describe.ts';

/** The mark of code whose objects are read here. */
export const THREADS_PROBE = 'threads';
const PROBED = /^(?:Condition|Semaphore|BoundedSemaphore|Event|Barrier|Queue|LifoQueue|PriorityQueue)\./;
const PROBED_FILES = ['/threading.py', '/queue.py'];
const ITEMS_MAX = 16;

type Row = Omit<EventOf<'threadSync.changed'>, 'kind' | 'sync' | 'type' | 'label'>;

/** Marks the code of those classes when it is compiled, once for all runs of a worker: also by a run that nobody records. */
export function probeThreading(of: Machine): void {
  const { codeHook } = of;
  of.codeHook = (code) => {
    codeHook?.(code);
    if (PROBED_FILES.some((file) => code.filename.endsWith(file))) mark(code);
  };
}

function mark(code: Code): void {
  if (code.slotNames[0] === 'self' && PROBED.test(code.qualname)) code.probe = THREADS_PROBE;
  for (const constant of code.constants) if (constant instanceof Code) mark(constant);
}

export interface LockRecorderInit {
  readonly record: (event: TraceEvent) => void;
  readonly thread: (thread: Thread) => number;
}

interface Known {
  readonly object: PyObject;
  readonly type: string;
  readonly label: string;
  readonly read: (attrs: Named) => Row | null;
  /** Its number in the trace; 0: not told of yet. */
  sync: number;
  /** What was told last. */
  told: string;
}

export class LockRecorder {
  readonly #init: LockRecorderInit;
  readonly #known: WeakMap<PyObject, Known | null> = new WeakMap();
  #count = 0;

  constructor(init: LockRecorderInit) {
    this.#init = init;
  }

  /** A lock was acquired or released, or another thread stands in line for it. */
  lockChanged(lock: PyLock): void {
    if (!lock.isPrograms || !isTold(this.#known.get(lock))) return;
    let known = this.#known.get(lock);
    if (known === undefined || known === null) {
      const type = lock.cls === rlockType ? 'RLock' : 'Lock';
      known = { object: lock, type, label: lock.label, read: () => this.#lock(lock), sync: 0, told: '' };
      this.#known.set(lock, known);
    }
    this.#tell(known);
  }

  /** A frame of one of the marked methods was entered or left. */
  probed(frame: Frame): void {
    const self = selfOf(frame);
    if (self === null) return;
    const known = this.#known.get(self) ?? this.#meet(self, frame);
    if (known !== null && isTold(known)) this.#tell(known);
  }

  /** Its thread waits from here on: for what the innermost marked method belongs to. */
  blocked(thread: Thread): void {
    for (let frame = thread.top; frame !== null; frame = frame.back) {
      if (!(frame instanceof Frame)) continue;
      if (frame.code.isUser) return;
      if (frame.code.probe === THREADS_PROBE) this.probed(frame);
    }
  }

  /** Only what the program makes itself is shown, not what others of these, or a library, are made of. */
  #meet(self: PyObject, frame: Frame): Known | null {
    const isPrograms = frame.code.name === '__init__' && frame.back instanceof Frame && frame.back.code.isUser;
    const type = self.cls.mro.map((cls) => cls.name).find((name) => name in this.#readers) ?? '';
    const read = this.#readers[type];
    const known: Known | null =
      isPrograms && read !== undefined
        ? { object: self, type: self.cls.name, label: boundName(), read, sync: 0, told: '' }
        : null;
    this.#known.set(self, known);
    return known;
  }

  #tell(known: Known): void {
    const row = known.read(new OwnAttributes(known.object));
    if (row === null) return;
    const told = JSON.stringify(row);
    if (told === known.told) return;
    known.told = told;
    if (known.sync === 0) known.sync = ++this.#count;
    const { label, sync, type } = known;
    this.#init.record({ kind: 'threadSync.changed', sync, type, label, ...row });
  }

  #id(thread: Thread | null): number {
    return thread === null ? 0 : this.#init.thread(thread);
  }

  #lock(lock: PyLock): Row {
    const waiters = lock.waiters.map(({ thread }) => this.#id(thread));
    const state = lock.count > 0 ? 'locked' : 'unlocked';
    const value = lock.cls === rlockType ? lock.count : 0;
    return { ...NOTHING, state, value, owner: this.#id(lock.owner), waiters };
  }

  /** Each thread in `Condition.wait` waits for a lock of its own, which it has acquired once already. */
  #line(condition: Named | undefined): readonly number[] {
    const line = condition?.get('_waiters');
    if (!(line instanceof PyDeque)) return [];
    return dequeItems(line).flatMap((lock) =>
      lock instanceof PyLock && lock.owner !== null ? [this.#id(lock.owner)] : [],
    );
  }

  readonly #readers: Readonly<Record<string, (attrs: Named) => Row | null>> = {
    Condition: (attrs) => {
      const lock = attrs.get('_lock');
      if (!(lock instanceof PyLock)) return null;
      const { owner, state, waiters } = this.#lock(lock);
      return { ...NOTHING, state, owner, waiters: this.#line(attrs), putters: waiters };
    },
    Semaphore: (attrs) => {
      const value = attrs.get('_value');
      if (typeof value !== 'number') return null;
      const state = value === 0 ? 'locked' : 'unlocked';
      return {
        ...NOTHING,
        state,
        value,
        limit: int(attrs, '_initial_value'),
        waiters: this.#line(partOf(attrs, '_cond')),
      };
    },
    Event: (attrs) => {
      const flag = attrs.get('_flag');
      if (typeof flag !== 'boolean') return null;
      return { ...NOTHING, state: flag ? 'set' : 'unset', waiters: this.#line(partOf(attrs, '_cond')) };
    },
    Barrier: (attrs) => {
      if (attrs.get('_count') === undefined) return null;
      const state = BARRIER_STATES.get(int(attrs, '_state')) ?? 'broken';
      const waiters = this.#line(partOf(attrs, '_cond'));
      return { ...NOTHING, state, value: int(attrs, '_count'), limit: int(attrs, '_parties'), waiters };
    },
    Queue: (attrs) => {
      const items = attrs.get('queue');
      const held = items instanceof PyList ? items.items : items instanceof PyDeque ? dequeItems(items) : null;
      if (held === null || attrs.get('not_full') === undefined) return null;
      return {
        ...NOTHING,
        state: attrs.get('is_shutdown') === true ? 'shutdown' : 'open',
        value: held.length,
        limit: Math.max(0, int(attrs, 'maxsize')),
        waiters: this.#line(partOf(attrs, 'not_empty')),
        putters: this.#line(partOf(attrs, 'not_full')),
        items: held.slice(0, ITEMS_MAX).map((item) => describe(item)),
      };
    },
  };
}

const NOTHING: Row = { state: '', value: 0, limit: 0, owner: 0, waiters: [], putters: [], items: [] };
const BARRIER_STATES: ReadonlyMap<number, string> = new Map([
  [0, 'filling'],
  [1, 'draining'],
  [-1, 'resetting'],
]);

/** While there is one thread nothing is told; what was told of is told to its end. */
function isTold(known: Known | null | undefined): boolean {
  return machine.scheduler.threads.size > 1 || (known !== undefined && known !== null && known.sync !== 0);
}

function dequeItems(deque: PyDeque): readonly Value[] {
  return Array.from({ length: deque.size }, (_, index) => deque.at(index));
}

/** The attributes of an object that this one is made of. */
function partOf(attrs: Named, name: string): Named | undefined {
  const part = attrs.get(name);
  return part instanceof PyObject ? new OwnAttributes(part) : undefined;
}

function int(attrs: Named, name: string): number {
  const value = attrs.get(name);
  return typeof value === 'number' ? value : 0;
}

function selfOf(frame: Frame): PyObject | null {
  const slot = frame.slots[0];
  const self = slot instanceof Cell ? slot.value : slot;
  return self instanceof PyObject ? self : null;
}
