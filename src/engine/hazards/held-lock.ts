/** Which lock of `threading` a parked frame holds: by `with`, or by `acquire()` with its `release()` still to come. */

import type { Code } from '../../python/compile/code.ts';
import { PyLock, rlockType } from '../../python/modules/thread-locks.ts';
import { ownAttribute } from '../../python/objects/instance.ts';
import { PyNative } from '../../python/objects/native.ts';
import { Cell, PyObject, type Value } from '../../python/objects/value.ts';
import { PyMethod } from '../../python/objects/wrapped-functions.ts';
import type { Frame } from '../../python/vm/frame.ts';
import { machine } from '../../python/vm/machine.ts';

const pairs = new WeakMap<Code, boolean>();

/** `Lock` or `RLock`; null: none. */
export function heldLock(frame: Frame): string | null {
  const lock = lockOfWith(frame) ?? (hasBoth(frame.code) ? acquiredLock(frame) : null);
  if (lock === null) return null;
  return lock.cls === rlockType ? 'RLock' : 'Lock';
}

/** `with lock:` keeps the lock's `__exit__` on the stack of its frame. */
function lockOfWith({ slots, sp, code }: Frame): PyLock | null {
  for (let slot = code.slotNames.length; slot < sp; slot++) {
    const value = slots[slot];
    const self = value instanceof PyMethod || value instanceof PyNative ? value.self : undefined;
    if (self instanceof PyLock) return self;
  }
  return null;
}

/** A function that releases elsewhere, in a thread perhaps, uses its lock as a signal: that is no hazard. */
function hasBoth(code: Code): boolean {
  let has = pairs.get(code);
  if (has === undefined) {
    has = code.names.includes('acquire') && code.names.includes('release');
    pairs.set(code, has);
  }
  return has;
}

/** A lock that the frame can name and that its thread holds. */
function acquiredLock({ code, globals, slots }: Frame): PyLock | null {
  const own = slots.slice(0, code.slotNames.length).map((value) => (value instanceof Cell ? value.value : value));
  const named = code.names.map((name) => globals.map.get(name));
  const within = own.flatMap((value) => attributesOf(value, code.names));
  return [...own, ...named, ...within].find(isHeldHere) ?? null;
}

function attributesOf(value: Value | undefined, names: readonly string[]): (Value | undefined)[] {
  return value instanceof PyObject ? names.map((name) => ownAttribute(value, name)) : [];
}

function isHeldHere(value: Value | undefined): value is PyLock {
  return value instanceof PyLock && value.count > 0 && value.owner === machine.thread;
}
