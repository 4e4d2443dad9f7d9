/** What can be reached from the program's roots, and what an object leads to: the walks of garbage.ts. */

import { Code } from '../compile/code.ts';
import { PyFunction } from '../objects/function.ts';
import { PyInstance } from '../objects/instance.ts';
import { PyNative } from '../objects/native.ts';
import { PyByteArray, PyBytes, PyFloat, PyList, PyModule, PyObject, PyTuple, PyType } from '../objects/value.ts';
import { PyWeakRef } from '../objects/weak-reference.ts';
import { Frame, type FrameBase } from './frame.ts';
import { PyGenerator } from './generator.ts';
import { machine } from './machine.ts';
import { Thread } from './thread.ts';

/** How far an object that was let go of is followed. */
const NEAR_MAX = 2000;
const OBJECT_BYTES = 64;
const BYTES_PER_ENTRY = 40;
/** Shorter strings are not counted. */
const LONG_TEXT = 256;
/** Equal strings of this length are taken for different ones: to compare them would cost too much. */
const HUGE_TEXT = 2 ** 16;

/** Told of a target that was found: what leads to it, from a root on, and itself at the end. */
export type HoldersSeen = (target: PyObject, path: readonly object[]) => void;

/** Those of `targets` that nobody holds, and how many objects were visited to know. Goes by levels: what is held is mostly held near a root. */
export function unreached(
  targets: Set<PyObject>,
  found: HoldersSeen | null = null,
): { readonly left: ReadonlySet<PyObject>; readonly visits: number } {
  const seen = new Set<object>();
  const queue: object[] = [];
  /** By place in the queue: the place of what led there; the stack is -1, the modules are -2 and less. */
  const from: number[] = [];
  const modules: PyModule[] = [];
  let at = -1;
  const add = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    queue.push(value);
    from.push(at);
  };
  addRoots(add, (module) => {
    at = -1 - modules.push(module);
  });
  for (at = 0; at < queue.length && targets.size > 0; at++) {
    const object = queue[at] as object;
    if (object instanceof PyObject && targets.delete(object)) found?.(object, pathTo(at, queue, from, modules));
    visit(object, add, true);
  }
  // What was put into the queue has cost as much as what was taken out: ten thousand ready handles are all roots.
  return { left: targets, visits: queue.length };
}

function pathTo(
  end: number,
  queue: readonly object[],
  from: readonly number[],
  modules: readonly PyModule[],
): readonly object[] {
  const path: object[] = [];
  let at = end;
  for (; at >= 0; at = from[at] as number) path.push(queue[at] as object);
  const module = modules[-2 - at];
  if (module !== undefined) path.push(module);
  return path.reverse();
}

/** Whether the first of them is still a root, and each of them still holds the next. */
export function leadsOn(path: readonly object[]): boolean {
  if (!isRoot(path[0] as object)) return false;
  for (let i = 1; i < path.length; i++) if (!holds(path[i - 1] as object, path[i])) return false;
  return true;
}

function isRoot(object: object): boolean {
  if (object instanceof PyModule) {
    for (const module of machine.modules.map.values()) if (module === object) return true;
    return false;
  }
  for (const thread of machine.threads()) {
    if (thread.context === object) return true;
    for (let frame: FrameBase | null = thread.top; frame !== null; frame = frame.back)
      if (frame === object) return true;
  }
  return false;
}

function holds(holder: object, held: unknown): boolean {
  if (holder instanceof PyModule) {
    for (const value of holder.attrs.values()) if (value === held) return true;
    return false;
  }
  let isHeld = false;
  visit(
    holder,
    (child) => {
      if (child === held) isHeld = true;
    },
    true,
  );
  return isHeld;
}

/** About how many bytes the program holds; counting ends as soon as it is more than `most`. */
export function heldBytes(most: number): number {
  const seen = new Set<unknown>();
  const queue: object[] = [];
  let bytes = 0;
  const add = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length < LONG_TEXT || (value.length < HUGE_TEXT && seen.has(value))) return;
      if (value.length < HUGE_TEXT) seen.add(value);
      bytes += value.length;
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      bytes += OBJECT_BYTES;
      queue.push(value);
    }
  };
  addRoots(add);
  for (let at = 0; at < queue.length && bytes <= most; at++) {
    const object = queue[at] as object;
    if (object instanceof PyList || object instanceof PyTuple) bytes += object.items.length * 8;
    else if (object instanceof PyBytes || object instanceof PyByteArray) bytes += object.bytes.length;
    else if (object instanceof Map || object instanceof Set) bytes += object.size * BYTES_PER_ENTRY;
    else if (object instanceof PyInstance && object.shape !== null)
      bytes += object.shape.names.length * BYTES_PER_ENTRY;
    visit(object, add, true);
  }
  return bytes;
}

/** Everything on the stack, then the modules. Functions and classes of Lib hold nothing of the program's. */
function addRoots(add: (value: unknown) => void, ofModule: ((module: PyModule) => void) | null = null): void {
  for (const thread of machine.threads()) {
    for (let frame: FrameBase | null = thread.top; frame !== null; frame = frame.back) add(frame);
    add(thread.context);
  }
  for (const module of machine.modules.map.values()) {
    if (!(module instanceof PyModule)) continue;
    ofModule?.(module);
    const isLibrary = !isUsers(module);
    for (const value of module.attrs.values()) {
      if (!isLibrary || !(value instanceof PyType || value instanceof PyNative || value instanceof PyModule))
        add(value);
    }
  }
}

function isUsers(module: PyModule): boolean {
  const file = module.attrs.get('__file__');
  return typeof file === 'string' && !file.startsWith('/lib/');
}

/** The tracked objects that `values` lead to, in the order in which CPython would let go of them; how many objects were visited. */
export function trackedBelow(values: readonly PyObject[]): {
  readonly found: readonly PyObject[];
  readonly visits: number;
} {
  const found: PyObject[] = [];
  const seen = new Set<object>();
  const stack: object[] = [...values].reverse();
  for (let object = stack.pop(); object !== undefined && seen.size < NEAR_MAX; object = stack.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PyObject && machine.tracked.has(object)) found.push(object);
    const children: object[] = [];
    visit(
      object,
      (child) => {
        if (typeof child === 'object' && child !== null && !seen.has(child)) children.push(child);
      },
      false,
    );
    // Lists and tuples let go of their last item first.
    if (!(object instanceof PyList || object instanceof PyTuple)) children.reverse();
    stack.push(...children);
  }
  return { found, visits: seen.size };
}

/** It leads back to itself: CPython would find it only when its collector runs. */
export function isInCycle(object: PyObject): boolean {
  const seen = new Set<object>();
  const stack: object[] = [object];
  let isFound = false;
  for (let next = stack.pop(); next !== undefined && !isFound && seen.size < NEAR_MAX; next = stack.pop()) {
    visit(
      next,
      (child) => {
        if (child === object) isFound = true;
        else if (typeof child === 'object' && child !== null && !seen.has(child)) {
          seen.add(child);
          stack.push(child);
        }
      },
      false,
    );
  }
  return isFound;
}

function visit(object: object, add: (value: unknown) => void, isFromRoots: boolean): void {
  if (object instanceof PyObject) return visitObject(object, add, isFromRoots);
  if (object instanceof Map) {
    for (const [key, value] of object) {
      add(key);
      add(value);
    }
  } else if (object instanceof Set || Array.isArray(object)) for (const value of object) add(value);
  else if (!ArrayBuffer.isView(object) && object !== machine && !(object instanceof Thread)) addFields(object, add);
}

/** What stands in the fields of an object; without an array of them. */
function addFields(object: object, add: (value: unknown) => void, cls: PyType | null = null): void {
  const fields = object as Readonly<Record<string, unknown>>;
  for (const name in fields) if (fields[name] !== cls) add(fields[name]);
}

function visitObject(object: PyObject, add: (value: unknown) => void, isFromRoots: boolean): void {
  if (object instanceof PyFloat || object instanceof Code || object instanceof PyModule) return;
  if (object instanceof PyList || object instanceof PyTuple) {
    for (const item of object.items) add(item);
    add(object.attrs);
  } else if (object instanceof PyType) {
    if (isFromRoots && object.isHeapType) add(object.attrs);
  } else if (object instanceof PyFunction) {
    for (const cell of object.closure) add(cell);
    add(object.defaults);
    add(object.keywordDefaults);
    add(object.attrs);
  } else if (object instanceof PyNative) add(object.self);
  else if (object instanceof PyWeakRef) {
    add(object.callback);
    add(object.attrs);
  } else if (object instanceof Frame) visitFrame(object, add, isFromRoots);
  else if (object instanceof PyGenerator) add(object.frame);
  else if (object instanceof PyInstance) add(object.shape === null ? object.ownMap : object.values);
  else addFields(object, add, object.cls);
}

function visitFrame(frame: Frame, add: (value: unknown) => void, isFromRoots: boolean): void {
  // Above `sp` lies what was there before.
  const end = Math.max(frame.sp, frame.code.slotNames.length);
  for (let i = 0; i < end; i++) add(frame.slots[i]);
  add(frame.handled);
  add(frame.names);
  add(frame.retValue);
  if (!isFromRoots) return;
  add(frame.func);
  add(frame.generator);
}
