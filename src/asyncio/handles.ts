/**
 * Handles: what `call_soon` and `call_later` return. CPython: Lib/asyncio/events.py, Handle and TimerHandle.
 * DIVERGES: native types here, plain Python classes there; reprs and errors are the same.
 */

import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { raise, TypeError } from '../python/objects/errors.ts';
import { getset, method, newMethod, type Outcome } from '../python/objects/native.ts';
import { callMethod, equals, hash, lessThan, repr, toArray } from '../python/objects/protocol.ts';
import {
  NotImplemented,
  nativeType,
  PyFloat,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../python/objects/value.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { getDebug, PyEventLoop } from './loop.ts';
import { extractStack } from './source-traceback.ts';
import { pythonHalf, state } from './state.ts';

export const handleType = nativeType('Handle');
export const timerHandleType = nativeType('TimerHandle', 'other', handleType);
export const threadSafeHandleType = nativeType('_ThreadSafeHandle', 'other', handleType);
for (const cls of [handleType, timerHandleType, threadSafeHandleType]) cls.attrs.set('__module__', 'asyncio.events');

export class PyHandle extends PyObject {
  /** None once cancelled. */
  callback: Value;
  /** Null once cancelled. */
  args: Value[] | null;
  loop: Value;
  context: Value;
  isCancelled = false;
  /** Its callback was called: cancelling it now means nothing. */
  hasRun = false;
  /** How it looked before it was cancelled (debug mode). */
  reprText: string | null = null;
  /** Where it was made (debug mode): see source-traceback.ts. */
  sourceTraceback: Value = null;
  traceId = 0;

  constructor(callback: Value, args: Value[], loop: Value, context: Value, cls: PyType = handleType) {
    super(cls);
    this.callback = callback;
    this.args = args;
    this.loop = loop;
    this.context = context;
  }
}

export class PyTimerHandle extends PyHandle {
  /** As the program gave it: an int stays an int. */
  when: Value;
  /** `when` in seconds, as a number. */
  seconds: number;
  /** Place among the timers of one instant; hidden. See creepOf in loop.ts. */
  readonly creep: number;
  /** It stands in the loop's heap. */
  isScheduled = false;

  constructor(
    when: Value,
    callback: Value,
    args: Value[],
    loop: Value,
    context: Value,
    creep = 0,
    cls: PyType = timerHandleType,
  ) {
    super(callback, args, loop, context, cls);
    this.when = when;
    this.seconds = secondsOf(when);
    this.creep = creep;
  }
}

function secondsOf(when: Value): number {
  if (when instanceof PyFloat) return when.value;
  if (typeof when === 'number' || typeof when === 'bigint' || typeof when === 'boolean') return Number(when);
  // DIVERGES: CPython notices only when the timer is compared with another.
  return raise(TypeError, `'<' not supported between instances of '${typeOf(when).name}' and 'float'`);
}

/** The order of the heap: instants that differ by less than a nanosecond are one, and within one the creep decides. */
export function timerLess(a: PyTimerHandle, b: PyTimerHandle): boolean {
  const left = roundedTo9(a.seconds);
  const right = roundedTo9(b.seconds);
  return left === right ? a.creep < b.creep : left < right;
}

function roundedTo9(seconds: number): number {
  return Math.abs(seconds) < 9_000_000 ? Math.round(seconds * 1e9) : seconds * 1e9;
}

/** CPython: Lib/asyncio/events.py, Handle.cancel and TimerHandle.cancel */
export function cancelHandle(handle: PyHandle): void {
  if (handle.isCancelled) return;
  if (handle instanceof PyTimerHandle) tellLoop(handle);
  handle.isCancelled = true;
  if (getDebug(handle.loop)) handle.reprText = repr(handle);
  handle.callback = null;
  handle.args = null;
  if (!handle.hasRun) state.recorder?.handleCancelled(handle);
}

function tellLoop(handle: PyTimerHandle): void {
  if (handle.loop instanceof PyEventLoop) {
    if (handle.isScheduled) handle.loop.timerCancelledCount++;
  } else callMethod(handle.loop, '_timer_handle_cancelled', handle);
}

/** CPython: Lib/asyncio/events.py, Handle._repr_info */
function reprInfo(handle: PyHandle): string {
  const info: string[] = [handle.cls.name];
  if (handle.isCancelled) info.push('cancelled');
  if (handle instanceof PyTimerHandle) info.push(`when=${repr(handle.when)}`);
  if (handle.callback !== null) {
    const format = pythonHalf('asyncio.format_helpers', '_format_callback_source');
    const keywords = new Map<string, Value>([['debug', getDebug(handle.loop)]]);
    info.push(interpreter.call(format, [handle.callback, new PyTuple(handle.args ?? [])], keywords) as string);
  }
  if (handle.sourceTraceback !== null) info.push(`created at ${createdAt(handle.sourceTraceback)}`);
  return `<${info.join(' ')}>`;
}

function createdAt(sourceTraceback: Value): string {
  return interpreter.call(pythonHalf('asyncio._lean', 'created_at'), [sourceTraceback], null) as string;
}

/** CPython: Lib/asyncio/events.py, Handle.__init__ */
export function traceHandle(handle: PyHandle): void {
  if (getDebug(handle.loop)) handle.sourceTraceback = extractStack();
}

newMethod(handleType, (_args, _keywords, cls) => new PyHandle(null, [], null, null, cls));
newMethod(timerHandleType, (_args, _keywords, cls) => new PyTimerHandle(0, null, [], null, null, 0, cls));
method(handleType, '__init__', 'self, callback, args, loop, context=None', initHandle);
method(
  timerHandleType,
  '__init__',
  'self, when, callback, args, loop, context=None',
  (self: PyTimerHandle, when: Value, callback: Value, args: Value, loop: Value, context: Value = null) => {
    self.when = when;
    self.seconds = secondsOf(when);
    return initHandle(self, callback, args, loop, context);
  },
);

function initHandle(self: PyHandle, callback: Value, args: Value, loop: Value, context: Value = null): null {
  self.callback = callback;
  self.args = toArray(args);
  self.loop = loop;
  self.context = context ?? copyCurrentContext();
  traceHandle(self);
  return null;
}

method(handleType, '__repr__', 'self, /', (self: PyHandle) => self.reprText ?? reprInfo(self));
method(handleType, 'cancel', 'self', (self: PyHandle) => {
  cancelHandle(self);
  return null;
});
method(handleType, 'cancelled', 'self', (self: PyHandle) => self.isCancelled);
method(handleType, 'get_context', 'self', (self: PyHandle) => self.context);
method(
  handleType,
  '_run',
  'self',
  (self: PyHandle): Outcome => interpreter.invoke(pythonHalf('asyncio.events', '_run_in_python'), [self], null),
);
getset(handleType, '_callback', (self: PyHandle) => self.callback);
getset(handleType, '_args', (self: PyHandle) => (self.args === null ? null : new PyTuple(self.args)));
getset(handleType, '_cancelled', (self: PyHandle) => self.isCancelled);
getset(handleType, '_loop', (self: PyHandle) => self.loop);
getset(handleType, '_context', (self: PyHandle) => self.context);
getset(
  handleType,
  '_source_traceback',
  (self: PyHandle) => self.sourceTraceback,
  (self: PyHandle, value) => {
    self.sourceTraceback = value ?? null;
  },
);

method(timerHandleType, 'when', 'self', (self: PyTimerHandle) => self.when);
getset(timerHandleType, '_when', (self: PyTimerHandle) => self.when);
getset(
  timerHandleType,
  '_scheduled',
  (self: PyTimerHandle) => self.isScheduled,
  (self: PyTimerHandle, value) => {
    self.isScheduled = value === true;
  },
);
method(timerHandleType, '__hash__', 'self', (self: PyTimerHandle) => hash(self.when));

/** CPython: Lib/asyncio/events.py, TimerHandle.__eq__ */
function sameTimer(self: PyTimerHandle, other: PyTimerHandle): boolean {
  return (
    self === other ||
    (equals(self.when, other.when) &&
      equals(self.callback, other.callback) &&
      equals(new PyTuple(self.args ?? []), new PyTuple(other.args ?? [])) &&
      self.isCancelled === other.isCancelled)
  );
}

function compare(name: string, test: (self: PyTimerHandle, other: PyTimerHandle) => boolean): void {
  method(timerHandleType, name, 'self, other', (self: PyTimerHandle, other: Value) =>
    other instanceof PyTimerHandle ? test(self, other) : NotImplemented,
  );
}
compare('__eq__', sameTimer);
compare('__lt__', (self, other) => lessThan(self.when, other.when));
compare('__gt__', (self, other) => lessThan(other.when, self.when));
compare('__le__', (self, other) => lessThan(self.when, other.when) || sameTimer(self, other));
compare('__ge__', (self, other) => lessThan(other.when, self.when) || sameTimer(self, other));
