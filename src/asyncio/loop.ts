/**
 * The event loop as data, and the ways into its queues. Its methods are in loop-type.ts, its iteration in run-once.ts, and what
 * CPython's own Lib does (run_until_complete, exception handlers, shutdown) is CPython's own Lib: see recipes.ts.
 */

import { heappush } from '../lib/heap.ts';
import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { RuntimeError, raise } from '../python/objects/errors.ts';
import { ownAttribute } from '../python/objects/instance.ts';
import { PyNative } from '../python/objects/native.ts';
import { callMethod, truthy } from '../python/objects/protocol.ts';
import {
  type PyDict,
  PyFloat,
  PyList,
  PyObject,
  type PyType,
  typeVersion,
  type Value,
} from '../python/objects/value.ts';
import { PyMethod } from '../python/objects/wrapped-functions.ts';
import { Frame } from '../python/vm/frame.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { machine } from '../python/vm/machine.ts';
import type { Wait } from '../python/vm/scheduler.ts';
import { PyHandle, PyTimerHandle, timerLess, traceHandle } from './handles.ts';
import { type HandlePurpose, HandleReason } from './recorder.ts';
import { PyFuture, PyTask } from './shapes.ts';
import { state } from './state.ts';

export class PyEventLoop extends PyObject {
  /** Handles in FIFO order; the very deque that a program sees as `_ready`. */
  ready = new PyDeque();
  /** The heap of timers, the very list that a program sees as `_scheduled`. */
  scheduled = new PyList([]);
  timerCancelledCount = 0;
  /** Counts the timers that get a place of their own within their instant. */
  creep = 0;
  /** Its thread waits in select() for the next timer, or for another thread. */
  selecting: Wait | null = null;
  /** What something outside, a signal, has brought; queued by the next look for events. */
  readonly arrived: PyHandle[] = [];
  isStopping = false;
  isClosed = false;
  debug = false;
  /** Of the thread that runs it; None when it does not run. */
  threadId: Value = null;
  taskFactory: Value = null;
  /** Debug mode: the handle that runs now. */
  currentHandle: PyHandle | null = null;
  iteration = 0;
  /** The version of all classes for which `hasOwnCallSoon` holds. */
  lookedUpAt = -1;
  hasOwnCallSoon = false;
  /** The asynchronous generators that it knows of, by weak reference; null as long as it has not been looked for. */
  weakItems: PyDict | null = null;
  traceId = 0;

  constructor(cls: PyType) {
    super(cls);
    this.attrs = new Map();
  }

  get readyCount(): number {
    return this.ready.size;
  }

  /** A binary heap by heapq's algorithm. */
  get timers(): PyTimerHandle[] {
    return this.scheduled.items as PyTimerHandle[];
  }

  /** When its next timer fires; null without timers. */
  get nextSeconds(): number | null {
    return this.timers[0]?.seconds ?? null;
  }
}

/** The native methods, to see whether a subclass has its own; filled by loop-type.ts. */
export const ownMethods: { callSoon: PyNative | null; callAt: PyNative | null; time: PyNative | null } = {
  callSoon: null,
  callAt: null,
  time: null,
};

export const PLAIN_CALLBACK: HandlePurpose = { reason: HandleReason.callback, task: null, future: null };

/** CPython: `loop.get_debug()`; quick for loops of ours. */
export function getDebug(loop: Value): boolean {
  return loop instanceof PyEventLoop ? loop.debug : truthy(callMethod(loop, 'get_debug'));
}

export function checkClosed(loop: PyEventLoop): void {
  if (loop.isClosed) raise(RuntimeError, 'Event loop is closed');
}

/** CPython: BaseEventLoop._check_thread, which debug mode asks for. */
export function checkThread(loop: PyEventLoop): void {
  if (!isForeign(loop)) return;
  state.recorder?.wrongThread(loop);
  raise(RuntimeError, 'Non-thread-safe operation invoked on an event loop other than the current one');
}

/** Another thread than the one that runs it is at work. */
export function isForeign(loop: PyEventLoop): boolean {
  return loop.threadId !== null && loop.threadId !== machine.thread.ident;
}

/**
 * CPython: Modules/_asynciomodule.c, call_soon. `loop.call_soon(callback, *args, context=context)`, without a call when the loop
 * is ours and its method is not overridden.
 */
export function callSoon(loop: Value, callback: Value, args: Value[], context: Value, purpose: HandlePurpose): void {
  if (loop instanceof PyEventLoop && isOwnCallSoon(loop) && loop.attrs?.has('call_soon') !== true) {
    checkClosed(loop);
    if (loop.debug) checkThread(loop);
    pushReady(loop, new PyHandle(callback, args, loop, context), purpose);
    return;
  }
  interpreter.call(getAttr(loop, 'call_soon'), [callback, ...args], new Map([['context', context]]));
}

/** Its class has our `call_soon`: looked up again only when some class has changed. */
function isOwnCallSoon(loop: PyEventLoop): boolean {
  if (loop.lookedUpAt !== typeVersion.current) {
    loop.lookedUpAt = typeVersion.current;
    loop.hasOwnCallSoon = loop.cls.lookup('call_soon') === ownMethods.callSoon;
  }
  return loop.hasOwnCallSoon;
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop._call_soon */
export function pushReady(loop: PyEventLoop, handle: PyHandle, purpose: HandlePurpose): PyHandle {
  if (loop.debug) traceHandle(handle);
  loop.ready.append(handle);
  state.recorder?.handleScheduled(handle, purpose);
  return handle;
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.call_at, after its checks. */
export function pushTimer(
  loop: PyEventLoop,
  when: Value,
  callback: Value,
  args: Value[],
  context: Value,
  ownPlace: boolean,
): PyTimerHandle {
  if (ownPlace) loop.creep++;
  const handle = new PyTimerHandle(
    when,
    callback,
    args,
    loop,
    context === null ? copyCurrentContext() : context,
    loop.creep,
  );
  if (loop.debug) traceHandle(handle);
  heappush(loop.timers, handle, timerLess);
  handle.isScheduled = true;
  state.recorder?.timerScheduled(handle, purposeOfTimer(callback, args));
  return handle;
}

/** What a timer is for: the future that a sleep waits for or a program will set, the task that a timeout will cancel. */
function purposeOfTimer(callback: Value, args: readonly Value[]): HandlePurpose {
  const [first] = args;
  if (first instanceof PyFuture) return { reason: HandleReason.callback, task: null, future: first };
  const self = callback instanceof PyMethod || callback instanceof PyNative ? callback.self : null;
  if (self instanceof PyTask) return { reason: HandleReason.callback, task: self, future: null };
  if (self instanceof PyFuture) return { reason: HandleReason.callback, task: null, future: self };
  const task = self instanceof PyObject ? ownAttribute(self, '_task') : undefined;
  return task instanceof PyTask ? { reason: HandleReason.callback, task, future: null } : PLAIN_CALLBACK;
}

/** CPython: Lib/asyncio/selector_events.py, BaseSelectorEventLoop._write_to_self: the loop's thread leaves select(). */
export function wakeLoop(loop: PyEventLoop): void {
  const { selecting } = loop;
  loop.selecting = null;
  if (selecting !== null) machine.scheduler.wake(selecting);
}

/** The module that called the running native function; asyncio's own looks at the clock are not the program's. */
export function callerModule(): string {
  const top = machine.thread.top;
  const name = top instanceof Frame ? top.globals.map.get('__name__') : null;
  return typeof name === 'string' ? name : '';
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.time */
export function loopTime(loop: Value): number {
  if (loop instanceof PyEventLoop && loop.cls.lookup('time') === ownMethods.time) {
    return callerModule().startsWith('asyncio.') ? machine.clock.now() : machine.clock.read();
  }
  const time = callMethod(loop, 'time');
  return time instanceof PyFloat ? time.value : Number(time);
}
