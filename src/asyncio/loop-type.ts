/**
 * The native methods of BaseEventLoop, put on the Python class of CPython's Lib when asyncio is imported: what is called for
 * every callback and every iteration. CPython: Lib/asyncio/base_events.py, BaseEventLoop.
 */

import { BinaryOperator } from '../python/compile/opcodes.ts';
import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { PyDeque } from '../python/modules/deque.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { raise, TypeError } from '../python/objects/errors.ts';
import {
  getset,
  type Keywords,
  method,
  newMethod,
  type Outcome,
  type PyNative,
  rawMethod,
} from '../python/objects/native.ts';
import { binaryOp } from '../python/objects/operators.ts';
import { asFloat, callMethod, callWith, truthy } from '../python/objects/protocol.ts';
import { PyFloat, PyList, type PyType, typeVersion, type Value } from '../python/objects/value.ts';
import { enterNative, invoke } from '../python/vm/call.ts';
import { Frame } from '../python/vm/frame.ts';
import { machine } from '../python/vm/machine.ts';
import { lateness } from '../python/vm/scheduler.ts';
import { pythonMethod0, unexpected } from './arguments.ts';
import { newFuture } from './future.ts';
import { PyHandle, threadSafeHandleType } from './handles.ts';
import { announceLate } from './late.ts';
import {
  callerModule,
  checkClosed,
  checkThread,
  loopTime,
  ownMethods,
  PLAIN_CALLBACK,
  PyEventLoop,
  pushReady,
  pushTimer,
  wakeLoop,
} from './loop.ts';
import { hasOwnSelector } from './poll-io.ts';
import { RunOnceFrame } from './run-once.ts';
import { state } from './state.ts';
import { newTask } from './task.ts';
import { readTaskOptions } from './task-type.ts';

/** Called once for each run, with the class that CPython's own source has made. */
export function installLoop(cls: PyType): void {
  newMethod(cls, (_args, _keywords, actual) => {
    const loop = new PyEventLoop(actual);
    state.recorder?.loopCreated(loop);
    return loop;
  });
  installScheduling(cls);
  installState(cls);
  rawMethod(cls, 'create_task', (args, keywords) => createTask(args, keywords));
  pythonMethod0(cls, 'create_future', (self: PyEventLoop) => newFuture(self));
  pythonMethod0(cls, '_run_once', (self: PyEventLoop) => enterNative(new RunOnceFrame(self)));
  pythonMethod0(
    cls,
    'time',
    () => new PyFloat(callerModule().startsWith('asyncio.') ? machine.clock.now() : machine.clock.read()),
  );
  ownMethods.callSoon = own(cls, 'call_soon');
  ownMethods.callAt = own(cls, 'call_at');
  ownMethods.time = own(cls, 'time');
  announceLate(cls);
  typeVersion.current++;
}

function own(cls: PyType, name: string): PyNative {
  return cls.attrs.get(name) as PyNative;
}

function installScheduling(cls: PyType): void {
  rawMethod(cls, 'call_soon', (args, keywords) => {
    const { loop, callback, rest, context } = readCall(args, keywords, 'call_soon');
    checkClosed(loop);
    if (loop.debug) check(loop, callback, 'call_soon');
    return pushReady(loop, new PyHandle(callback, rest, loop, context), PLAIN_CALLBACK);
  });
  rawMethod(cls, 'call_soon_threadsafe', (args, keywords) => {
    const { loop, callback, rest, context } = readCall(args, keywords, 'call_soon_threadsafe');
    checkClosed(loop);
    if (loop.debug) callMethod(loop, '_check_callback', callback, 'call_soon_threadsafe');
    const handle = new PyHandle(callback, rest, loop, context, threadSafeHandleType);
    pushReady(loop, handle, PLAIN_CALLBACK);
    if (hasOwnSelector(loop)) callMethod(loop, '_write_to_self');
    else wakeLoop(loop);
    return handle;
  });
  rawMethod(cls, 'call_later', (args, keywords) => callLater(args, keywords));
  rawMethod(cls, 'call_at', (args, keywords) => {
    if (args[1] === null) return raise(TypeError, 'when cannot be None');
    const top = machine.thread.top;
    // These take a place of their own within their instant; a plain call_at shares the last one.
    const ownPlace =
      top instanceof Frame && top.code.qualname === 'Timeout.reschedule' && callerModule() === 'asyncio.timeouts';
    return callAt(args, keywords, 'call_at', ownPlace);
  });
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.call_later */
function callLater(args: Value[], keywords: Keywords): Outcome {
  const [loop, delay, ...rest] = args;
  if (delay === null) return raise(TypeError, 'delay must not be None');
  if (delay === undefined) return missing('call_later', ['delay', 'callback']);
  const late = lateness(
    delay instanceof PyFloat ? delay.value : typeof delay === 'number' ? delay : 0,
    machine.scheduler.system.choices,
  );
  const sum = binaryOp(BinaryOperator.add, new PyFloat(loopTime(loop as Value)), delay);
  const when = late === 0 ? sum : binaryOp(BinaryOperator.add, sum, new PyFloat(late));
  if ((loop as PyEventLoop).cls.lookup('call_at') !== ownMethods.callAt)
    return callWith(getAttr(loop as Value, 'call_at'), [when, ...rest], keywords);
  return callAt([loop as Value, when, ...rest], keywords, 'call_later', true);
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.call_at */
function callAt(args: Value[], keywords: Keywords, name: string, ownPlace: boolean): Value {
  const [self, when, ...rest] = args;
  if (when === undefined) return missing(name, ['when', 'callback']);
  const { loop, callback, rest: callArgs, context } = readCall([self as Value, ...rest], keywords, name);
  checkClosed(loop);
  if (loop.debug) check(loop, callback, 'call_at');
  return pushTimer(loop, when, callback, callArgs, context, ownPlace);
}

interface CallRequest {
  readonly loop: PyEventLoop;
  readonly callback: Value;
  readonly rest: Value[];
  readonly context: Value;
}

/** Reads `callback, *args, context=None`. */
function readCall(args: Value[], keywords: Keywords, name: string): CallRequest {
  const [loop, callback, ...rest] = args;
  if (callback === undefined) return missing(name, ['callback']);
  let context: Value = null;
  if (keywords !== null) {
    for (const [keyword, value] of keywords) {
      if (keyword !== 'context') unexpected(`BaseEventLoop.${name}`, keyword, ['context']);
      context = value;
    }
  }
  return { loop: loop as PyEventLoop, callback, rest, context: context === null ? copyCurrentContext() : context };
}

function missing(name: string, names: readonly string[]): never {
  const [first, ...others] = names.map((one) => `'${one}'`);
  const list = others.length === 0 ? first : `${first} and ${others.join(' and ')}`;
  return raise(
    TypeError,
    `BaseEventLoop.${name}() missing ${names.length} required positional argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}

/** CPython: BaseEventLoop._check_thread and _check_callback, in debug mode. */
function check(loop: PyEventLoop, callback: Value, name: string): void {
  checkThread(loop);
  callMethod(loop, '_check_callback', callback, name);
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.create_task */
function createTask(args: Value[], keywords: Keywords): Outcome {
  const [loop, coro, extra] = args;
  if (coro === undefined || extra !== undefined) {
    return coro === undefined
      ? missing('create_task', ['coro'])
      : raise(TypeError, `BaseEventLoop.create_task() takes 2 positional arguments but ${args.length} were given`);
  }
  const self = loop as PyEventLoop;
  checkClosed(self);
  if (self.taskFactory !== null) return invoke(self.taskFactory, [self, coro], keywords);
  return newTask(coro, self, readTaskOptions(keywords));
}

/** CPython: BaseEventLoop._add_callback */
function addCallback(loop: PyEventLoop, handle: Value): null {
  if (handle instanceof PyHandle && !handle.isCancelled) pushReady(loop, handle, PLAIN_CALLBACK);
  return null;
}

function installState(cls: PyType): void {
  pythonMethod0(cls, 'stop', (self: PyEventLoop) => {
    self.isStopping = true;
    return null;
  });
  pythonMethod0(cls, 'is_running', (self: PyEventLoop) => self.threadId !== null);
  pythonMethod0(cls, 'is_closed', (self: PyEventLoop) => self.isClosed);
  pythonMethod0(cls, 'get_debug', (self: PyEventLoop) => self.debug);
  method(cls, '_add_callback', 'self, handle', addCallback);
  method(cls, '_add_callback_signalsafe', 'self, handle', addCallback);
  method(cls, '_clear_queues', 'self', (self: PyEventLoop) => {
    self.ready.replace([]);
    self.scheduled.items.length = 0;
    self.arrived.length = 0;
    state.recorder?.loopClosed(self);
    return null;
  });
  method(cls, '_write_to_self', 'self', (self: PyEventLoop) => {
    wakeLoop(self);
    return null;
  });
  getset(
    cls,
    '_ready',
    (self: PyEventLoop) => self.ready,
    (self: PyEventLoop, value) => {
      if (value instanceof PyDeque) self.ready = value;
      else raise(TypeError, '_ready of an event loop is a deque');
    },
  );
  getset(
    cls,
    '_scheduled',
    (self: PyEventLoop) => self.scheduled,
    (self: PyEventLoop, value) => {
      if (value instanceof PyList) self.scheduled = value;
      else raise(TypeError, '_scheduled of an event loop is a list');
    },
  );
  getset(
    cls,
    '_timer_cancelled_count',
    (self: PyEventLoop) => self.timerCancelledCount,
    (self: PyEventLoop, value = 0) => {
      self.timerCancelledCount = asFloat(value);
    },
  );
  getset(cls, '_current_handle', (self: PyEventLoop) => self.currentHandle);
  getset(
    cls,
    '_stopping',
    (self: PyEventLoop) => self.isStopping,
    (self: PyEventLoop, value = null) => {
      self.isStopping = truthy(value);
    },
  );
  getset(
    cls,
    '_closed',
    (self: PyEventLoop) => self.isClosed,
    (self: PyEventLoop, value = null) => {
      self.isClosed = truthy(value);
    },
  );
  getset(
    cls,
    '_debug',
    (self: PyEventLoop) => self.debug,
    (self: PyEventLoop, value = null) => {
      self.debug = truthy(value);
    },
  );
  getset(
    cls,
    '_task_factory',
    (self: PyEventLoop) => self.taskFactory,
    (self: PyEventLoop, value = null) => {
      self.taskFactory = value;
    },
  );
  getset(
    cls,
    '_thread_id',
    (self: PyEventLoop) => self.threadId,
    (self: PyEventLoop, value = null) => {
      if (self.threadId !== null && value === null) state.recorder?.loopStopped(self);
      self.threadId = value;
    },
  );
}
