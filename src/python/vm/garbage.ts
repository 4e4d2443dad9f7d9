/**
 * When an object's end is seen. CPython finalises it with its last reference; this VM counts none. So the few objects whose end a
 * program can see are tracked (`__del__`, weakly referred to, generators suspended inside `try`), and where a name, slot or frame
 * lets go of something, what that something leads to is looked for from the roots (reachability.ts). See RULES.md, G1 to G7.
 */

import { clearWeakRefs } from '../modules/_weakref.ts';
import { ignoringErrors } from '../modules/unraisable.ts';
import { PyException } from '../objects/errors.ts';
import { coroutineType, PyObject, type Value } from '../objects/value.ts';
import { referencesTo } from '../objects/weak-reference.ts';
import { Frame } from './frame.ts';
import { AsyncGeneratorAwaitable, PyAsyncGenerator, PyGenerator } from './generator.ts';
import { closeGenerator } from './generators-run.ts';
import { interpreter } from './interpreter.ts';
import { type Machine, machine } from './machine.ts';
import { methodNeverAwaited, neverAwaited } from './never-awaited.ts';
import { isInCycle, leadsOn, trackedBelow, unreached } from './reachability.ts';

/** A look that visits fewer objects than this costs nothing; a dearer one, once the grace is used up, by passing over later chances. */
const CHEAP_VISITS = 400;
const GRACE_VISITS = 1_000_000;
/** Of a process that another has started: a pool of them shall not pay for its looking many times over. */
const CHILD_GRACE_VISITS = 30_000;
/** Beyond this debt nothing is looked at. */
const DEBT_MAX = 100_000;
/** Objects that one chance passed over pays for. */
const VISITS_PER_CHANCE = 12;

/** How much has been spent on looking, and what could not be looked at in the middle of a native function. */
export class Garbage {
  debt = machine.process.parent === null ? -GRACE_VISITS : -CHILD_GRACE_VISITS;
  readonly suspects: Set<PyObject> = new Set();
  /** What held a tracked object when it was last looked for. As long as each of them holds the next, nothing else is looked at. */
  readonly held: WeakMap<PyObject, readonly object[]> = new WeakMap();
  /** Visits of the last look at everything. */
  lookVisits = 0;
  /** A finaliser runs: it is not interrupted by others. */
  isBusy = false;
}

const states = new WeakMap<Machine, Garbage>();

function garbage(): Garbage {
  let state = states.get(machine);
  if (state === undefined) {
    state = new Garbage();
    states.set(machine, state);
  }
  return state;
}

/** False while earlier looks are still being paid for: this chance is passed over. */
function isAffordable(): boolean {
  const state = garbage();
  if (state.debt > 0) state.debt -= VISITS_PER_CHANCE;
  return state.debt <= 0;
}

function spend(visits: number): void {
  if (visits > CHEAP_VISITS) garbage().debt += visits;
}

/** A frame has let go of `value`, or of something in a container or attribute (then `value` is undefined). */
export function letGo(frame: Frame, value: Value | undefined): void {
  if (value instanceof PyGenerator && value.cls === coroutineType && value.state === 'created') {
    // A task holds its own; the others are looked for as long as the looking is affordable.
    if (value.task === null && !isHeldByFrame(value) && isAffordable()) {
      const { left, visits } = unreached(new Set([value]));
      spend(visits);
      if (left.size > 0) neverAwaited(value, frame);
    }
    return;
  }
  if (value instanceof PyException && machine.unstarted.count !== 0) letGoOfFrames(frame, value);
  if (machine.tracked.size !== 0) look(value instanceof PyObject ? [value] : []);
}

/** With an exception the frames of its traceback go, and the coroutines that were on their way into a call there. */
function letGoOfFrames(frame: Frame, exception: PyException): void {
  const found = new Set<PyObject>();
  for (let entry = exception.traceback; entry !== null; entry = entry.next) {
    if (!(entry.frame instanceof Frame)) continue;
    for (const value of entry.frame.slots)
      if (value instanceof PyGenerator && value.task === null && machine.unstarted.has(value)) found.add(value);
  }
  if (found.size === 0 || !isAffordable()) return;
  const { left, visits } = unreached(found);
  spend(visits);
  for (const coroutine of left) neverAwaited(coroutine as PyGenerator, frame);
}

/** The usual case, and cheap to see: an argument is still a variable of the caller. */
function isHeldByFrame(value: Value): boolean {
  let frame = machine.thread.top;
  for (let level = 0; level < 2 && frame !== null && 'slots' in frame; level++) {
    const { slots, sp } = frame as Frame;
    for (let i = 0; i < sp; i++) if (slots[i] === value) return true;
    frame = frame.back;
  }
  return false;
}

/** A frame has returned: its locals are gone, unless somebody holds them. */
export function frameLeft(frame: Frame): void {
  letGoOf(frame.slots.slice(0, frame.sp));
}

/** What a frame held. */
export function letGoOf(values: readonly (Value | undefined)[]): void {
  const caller = machine.thread.top;
  for (const value of values) {
    if (value instanceof PyGenerator && value.state === 'created' && caller !== null) letGo(caller as Frame, value);
  }
  if (machine.tracked.size !== 0) look(values.filter((value) => value instanceof PyObject));
}

/** It has nothing left to close. That it goes is still seen by who refers to it weakly. */
export function generatorEnded(generator: PyGenerator): void {
  if (!referencesTo.has(generator)) machine.tracked.delete(generator);
}

/** Looks for the end of what `values` lead to, and from time to time of everything tracked. */
function look(values: readonly PyObject[]): void {
  const state = garbage();
  if (state.isBusy) return;
  if (state.debt > DEBT_MAX) {
    state.debt -= VISITS_PER_CHANCE;
    return;
  }
  const { found: below, visits: near } = trackedBelow(values);
  if (near > CHEAP_VISITS) state.debt += near;
  if (isInsideNative()) {
    for (const object of below) state.suspects.add(object);
    return;
  }
  if (state.debt > 0) {
    state.debt -= VISITS_PER_CHANCE;
    if (below.length === 0) return;
  }
  const ordered = new Set([...below, ...state.suspects, ...machine.tracked]);
  state.suspects.clear();
  const doubtful = new Set([...ordered].filter((object) => !isHeldAsBefore(object)));
  if (doubtful.size === 0) {
    // It counts as if everything had been looked at: ends are seen where they would be seen otherwise.
    if (state.lookVisits > CHEAP_VISITS) state.debt += state.lookVisits;
    return;
  }
  const { left, visits } = unreached(doubtful, (object, path) => state.held.set(object, path));
  state.lookVisits = visits;
  if (visits > CHEAP_VISITS) state.debt += visits;
  finalizeAll([...ordered].filter((object) => left.has(object) && !isInCycle(object)));
}

function isHeldAsBefore(object: PyObject): boolean {
  const path = garbage().held.get(object);
  return path !== undefined && leadsOn(path);
}

/** Native code may hold objects where nobody can look: in the middle of `sorted(objects, key=…)` nothing is decided. */
function isInsideNative(): boolean {
  for (const thread of machine.scheduler.threads) {
    if (thread.machine !== machine) continue;
    for (let entry = thread.entry; entry !== null; entry = entry.outer) if (entry.isForValue) return true;
  }
  return false;
}

function finalizeAll(objects: readonly PyObject[]): void {
  const state = garbage();
  for (const object of objects) {
    if (!machine.tracked.delete(object)) continue;
    state.isBusy = true;
    try {
      finalize(object);
    } finally {
      state.isBusy = false;
    }
  }
  // What a finaliser dropped in its turn.
  if (objects.length > 0 && machine.tracked.size > 0) look([]);
}

/** CPython: Objects/typeobject.c, subtype_dealloc: `__del__`, then the weak references. */
function finalize(object: PyObject): void {
  if (object instanceof PyGenerator) {
    // An event loop that has a hook of its own closes its asynchronous generators itself.
    const isLoops = object instanceof PyAsyncGenerator && object.finalizer !== null;
    if (object.state === 'suspended' && !isLoops)
      ignoringErrors('Exception ignored while closing generator', object, () => closeGenerator(object));
  } else if (object instanceof AsyncGeneratorAwaitable) {
    if (object.state === 'init') methodNeverAwaited(object);
  } else {
    const finalizer = object.cls.lookup('__del__');
    if (finalizer !== undefined)
      ignoringErrors('Exception ignored while calling deallocator', finalizer, () =>
        interpreter.call(finalizer, [object], null),
      );
  }
  dropWeakRefs(object);
}

/** Nobody holds `object` any more: references to it are empty from here on, and their callbacks are told. */
export function dropWeakRefs(object: PyObject): void {
  for (const reference of clearWeakRefs(object))
    ignoringErrors('Exception ignored while calling weakref callback', reference.callback, () =>
      interpreter.call(reference.callback, [reference], null),
    );
}

/** `gc.collect()`: cycles too. How many objects had an end that could be seen. */
export function collect(): number {
  machine.collectHook?.();
  const { left: unstarted } = unreached(new Set<PyObject>(machine.unstarted.all()));
  for (const coroutine of unstarted) neverAwaited(coroutine as PyGenerator, machine.thread.top as Frame);
  const { left } = unreached(new Set(machine.tracked));
  const objects = [...machine.tracked].filter((object) => left.has(object));
  finalizeAll(objects);
  return objects.length;
}

/** The program is over: everything that is left is finalised, the oldest first. */
export function finalizeAtExit(): void {
  finalizeAll([...machine.tracked].filter((object) => object instanceof PyGenerator || object.cls.hasFinalizer));
}
