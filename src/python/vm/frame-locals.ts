/** The variables of a frame as a mapping: `locals()`, and what `frame.f_locals` is. CPython: Objects/frameobject.c (PEP 667). */
import { dictUpdate } from '../objects/dict-methods.ts';
import { raise, ValueError } from '../objects/errors.ts';
import { method } from '../objects/native.ts';
import { binaryOp, Comparison, compareOp } from '../objects/operators.ts';
import { callMethod, getItem, getIter, raiseKeyError, repr, toArray } from '../objects/protocol.ts';
import { defineComparisons, guardedRepr } from '../objects/sequences.ts';
import { Cell, NotImplemented, nativeType, PyDict, PyList, PyObject, type Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';

const OR = 10;
/** Cells that the compiler adds to a class's body: no variables of the program. */
const IMPLICIT: ReadonlySet<string> = new Set(['__class__', '__classdict__', '__conditional_annotations__']);

/** Names that were set through a frame's `f_locals` and are no variables of its code. */
const added: WeakMap<Frame, PyDict> = new WeakMap();

/** What `locals()` gives: a namespace itself, else a snapshot of the variables. */
export function localsOf(frame: Frame): Value {
  return namespaceOf(frame) ?? snapshot(frame);
}

/** What `frame.f_locals` gives: a namespace itself, else a view that writes through. */
export function frameLocals(frame: Frame): Value {
  return namespaceOf(frame) ?? new FrameLocalsProxy(frame);
}

/**
 * The dict in which a module's or class's body keeps its names. Null in functions, and in a comprehension of such a body, whose
 * variables are none of its names. CPython: _PyFrame_HasHiddenLocals
 */
function namespaceOf(frame: Frame): PyObject | null {
  const { names } = frame;
  if (!(names instanceof PyObject)) return null;
  const isHidden = (name: string, index: number): boolean =>
    index < frame.code.freeStart && !IMPLICIT.has(name) && slotValue(frame, index) !== undefined;
  return frame.code.slotNames.some(isHidden) ? null : names;
}

/** The value of a slot, cells opened; undefined when unbound. */
function slotValue(frame: Frame, index: number): Value | undefined {
  const value = frame.slots[index];
  return value instanceof Cell ? value.value : value;
}

function snapshot(frame: Frame): PyDict {
  const variables = new PyDict();
  for (const [index, name] of frame.code.slotNames.entries()) {
    const value = slotValue(frame, index);
    if (value !== undefined && !(IMPLICIT.has(name) && frame.names !== undefined)) variables.map.set(name, value);
  }
  const extra = added.get(frame);
  if (extra !== undefined) dictUpdate(variables, extra);
  return variables;
}

const proxyType = nativeType('FrameLocalsProxy');

class FrameLocalsProxy extends PyObject {
  readonly frame: Frame;
  constructor(frame: Frame) {
    super(proxyType);
    this.frame = frame;
  }
}

/** The variable's slot: of several with one name (a comprehension inside) the one that has a value. */
function slotOf({ code, slots }: Frame, key: Value): number {
  if (typeof key !== 'string') return -1;
  const bound = code.slotNames.findLastIndex((name, index) => name === key && slots[index] !== undefined);
  return bound >= 0 ? bound : code.slotNames.indexOf(key);
}

function setVariable(self: FrameLocalsProxy, key: Value, value: Value): null {
  const { frame } = self;
  const index = slotOf(frame, key);
  const cell = index < 0 ? undefined : frame.slots[index];
  if (cell instanceof Cell) cell.value = value;
  else if (index >= 0) frame.slots[index] = value;
  else {
    const extra = added.get(frame) ?? new PyDict();
    added.set(frame, extra);
    callMethod(extra, '__setitem__', key, value);
  }
  return null;
}

/** Without a value where there is none: `del` and `pop`. */
function removeVariable(self: FrameLocalsProxy, key: Value, missing?: Value): Value {
  if (slotOf(self.frame, key) >= 0) return raise(ValueError, 'cannot remove local variables from FrameLocalsProxy');
  const extra = added.get(self.frame);
  if (extra !== undefined) return callMethod(extra, 'pop', ...(missing === undefined ? [key] : [key, missing]));
  return missing ?? raiseKeyError(key);
}

function updateVariables(self: FrameLocalsProxy, other: Value): null {
  const given = new PyDict();
  dictUpdate(given, other instanceof FrameLocalsProxy ? snapshot(other.frame) : other);
  for (const [key, value] of given.map) setVariable(self, key, value);
  return null;
}

const plain = (value: Value): Value => (value instanceof FrameLocalsProxy ? snapshot(value.frame) : value);

method(proxyType, '__getitem__', 'self, key, /', (self: FrameLocalsProxy, key: Value) =>
  getItem(snapshot(self.frame), key),
);
method(proxyType, '__setitem__', 'self, key, value, /', setVariable);
method(proxyType, '__delitem__', 'self, key, /', (self: FrameLocalsProxy, key: Value) => {
  removeVariable(self, key);
  return null;
});
method(proxyType, '__contains__', 'self, key, /', (self: FrameLocalsProxy, key: Value) =>
  callMethod(snapshot(self.frame), '__contains__', key),
);
method(proxyType, '__len__', 'self, /', (self: FrameLocalsProxy) => snapshot(self.frame).map.size);
method(proxyType, '__iter__', 'self, /', (self: FrameLocalsProxy) =>
  getIter(new PyList([...snapshot(self.frame).map.keys()])),
);
method(proxyType, '__reversed__', 'self, /', (self: FrameLocalsProxy) =>
  getIter(new PyList([...snapshot(self.frame).map.keys()].reverse())),
);
method(proxyType, '__repr__', 'self, /', (self: FrameLocalsProxy) =>
  guardedRepr(self.frame, '{...}', () => repr(snapshot(self.frame))),
);
for (const name of ['keys', 'values', 'items'] as const)
  method(
    proxyType,
    name,
    'self, /',
    (self: FrameLocalsProxy) => new PyList(toArray(callMethod(snapshot(self.frame), name))),
  );
method(proxyType, 'copy', 'self, /', (self: FrameLocalsProxy) => snapshot(self.frame));
method(proxyType, 'get', 'self, key, default=None, /', (self: FrameLocalsProxy, key: Value, missing: Value = null) =>
  callMethod(snapshot(self.frame), 'get', key, missing),
);
method(
  proxyType,
  'setdefault',
  'self, key, default=None, /',
  (self: FrameLocalsProxy, key: Value, missing: Value = null) => {
    const known = callMethod(snapshot(self.frame), 'get', key, NotImplemented);
    if (known !== NotImplemented) return known;
    setVariable(self, key, missing);
    return missing;
  },
);
method(proxyType, 'pop', 'self, key, default=None, /', removeVariable);
method(proxyType, 'update', 'self, other, /', updateVariables);
method(proxyType, '__or__', 'self, value, /', (self: Value, other: Value) => binaryOp(OR, plain(self), plain(other)));
method(proxyType, '__ior__', 'self, value, /', (self: FrameLocalsProxy, other: Value) => {
  updateVariables(self, other);
  return self;
});
defineComparisons(proxyType, (self, other, comparison) => {
  if (comparison !== Comparison.eq && comparison !== Comparison.ne) return NotImplemented;
  if (!(other instanceof FrameLocalsProxy) && !(other instanceof PyDict)) return NotImplemented;
  return compareOp(comparison, plain(self), plain(other));
});
proxyType.attrs.set('__hash__', null);
