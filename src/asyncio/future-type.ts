/** What a program sees of a Future, and of the iterator that `await` gets from it. CPython: Modules/_asynciomodule.c */
import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { NativeAwaitable } from '../python/objects/awaitable.ts';
import {
  AttributeError,
  type PyException,
  PyRaise,
  RuntimeError,
  raise,
  stopIteration,
  TypeError,
  ValueError,
} from '../python/objects/errors.ts';
import { genericAlias } from '../python/objects/generic-alias.ts';
import {
  classMethod,
  getset,
  type Keywords,
  method,
  newMethod,
  type Outcome,
  rawMethod,
} from '../python/objects/native.ts';
import { truthy } from '../python/objects/protocol.ts';
import { setAdd } from '../python/objects/set-table.ts';
import {
  frozensetType,
  nativeType,
  PyList,
  type PyObject,
  PySet,
  PyTuple,
  type Value,
} from '../python/objects/value.ts';
import { givenToThrow, thrownException } from '../python/vm/generators-run.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { clinicMethod0, clinicMethod1, clinicMethodWithContext, unexpected } from './arguments.ts';
import {
  addDoneCallback,
  cancelFuture,
  exceptionOf,
  initFuture,
  loopOf,
  makeCancelledError,
  removeDoneCallback,
  resultOf,
  setException,
  setResult,
} from './future.ts';
import { futureType, PyFuture, PyTask, waitersOf } from './shapes.ts';
import { pythonHalf } from './state.ts';
import { getEventLoop } from './task.ts';

const futureIterType = nativeType('FutureIter');
futureIterType.attrs.set('__module__', '_asyncio');
futureIterType.isBaseType = false;

/** CPython: futureiterobject. Yields the future once, then gives its result. */
export class FutureIter extends NativeAwaitable {
  private future: PyFuture | null;
  constructor(future: PyFuture) {
    super(futureIterType);
    this.future = future;
  }

  /** CPython: FutureIter_am_send */
  send(_value: Value): Value {
    const future = this.future;
    if (future === null) {
      this.isFinished = true;
      return null;
    }
    if (future.state === 'PENDING') {
      if (future.isBlocking) return raise(RuntimeError, "await wasn't used with future");
      future.isBlocking = true;
      return future;
    }
    // Asked again it answers again.
    this.isFinished = true;
    return resultOf(future);
  }

  /** CPython: FutureIter_throw */
  throwIn(exc: PyException): Value {
    this.future = null;
    throw new PyRaise(exc);
  }

  close(): void {
    this.future = null;
  }
}

method(futureIterType, '__iter__', 'self, /', (self: Value) => self);
method(futureIterType, '__next__', 'self, /', (self: FutureIter) => sendOrStop(self, null));
method(futureIterType, 'send', 'self, value, /', (self: FutureIter, value: Value) => sendOrStop(self, value));
method(
  futureIterType,
  'throw',
  'self, type, value=None, traceback=None, /',
  (self: FutureIter, ...given: (Value | undefined)[]) => self.throwIn(thrownException(givenToThrow('throw', given))),
);
method(futureIterType, 'close', 'self, /', (self: FutureIter) => {
  self.close();
  return null;
});

function sendOrStop(iterator: FutureIter, value: Value): Value {
  const result = iterator.send(value);
  if (iterator.isFinished) throw new PyRaise(stopIteration(result));
  return result;
}

newMethod(futureType, (_args, _keywords, cls) => new PyFuture(cls));
rawMethod(futureType, '__init__', (args, keywords) => {
  if (args.length > 1) return raise(TypeError, 'Future() takes no positional arguments');
  const given = readKeywords(keywords, ['loop'], 'Future').get('loop') ?? null;
  initFuture(args[0] as PyFuture, given === null ? getEventLoop() : given);
  return null;
});

/** Keyword arguments, of which only these may be there. */
export function readKeywords(keywords: Keywords, known: readonly string[], name: string): ReadonlyMap<string, Value> {
  for (const keyword of keywords?.keys() ?? []) {
    if (!known.includes(keyword)) unexpected(name, keyword, known);
  }
  return keywords ?? new Map<string, Value>();
}

method(futureType, 'result', 'self, /', (self: PyFuture) => resultOf(self));
clinicMethod0(futureType, 'exception', (self: PyFuture) => exceptionOf(self));
clinicMethod1(futureType, 'set_result', (self: PyFuture, result) => {
  setResult(self, result);
  return null;
});
clinicMethod1(futureType, 'set_exception', (self: PyFuture, exc) => {
  setException(self, exc);
  return null;
});
clinicMethodWithContext(futureType, 'add_done_callback', (self: PyFuture, fn, context) => {
  if (self.loop === null) return raise(RuntimeError, 'uninitialized Future object');
  addDoneCallback(self, fn, context === null ? copyCurrentContext() : context);
  return null;
});
clinicMethod1(futureType, 'remove_done_callback', (self: PyFuture, fn) => {
  loopOf(self);
  return removeDoneCallback(self, fn);
});
method(futureType, 'cancel', 'self, msg=None', (self: PyFuture, message: Value = null) => {
  loopOf(self);
  return cancelFuture(self, message);
});
method(futureType, 'cancelled', 'self, /', (self: PyFuture) => self.state === 'CANCELLED');
method(futureType, 'done', 'self, /', (self: PyFuture) => self.loop !== null && self.state !== 'PENDING');
clinicMethod0(futureType, 'get_loop', (self: PyFuture) => loopOf(self));
method(futureType, '_make_cancelled_error', 'self, /', (self: PyFuture) => makeCancelledError(self));
for (const name of ['__await__', '__iter__']) {
  method(futureType, name, 'self, /', (self: PyFuture) => {
    loopOf(self);
    return new FutureIter(self);
  });
}
method(futureType, '__repr__', 'self, /', (self: PyFuture): Outcome => {
  loopOf(self);
  return interpreter.invoke(reprFunction(self), [self], null);
});
classMethod(futureType, '__class_getitem__', 'cls, item, /', (cls: Value, item: Value) => genericAlias(cls, item));

function reprFunction(future: PyFuture): Value {
  return future instanceof PyTask
    ? pythonHalf('asyncio.base_tasks', '_task_repr')
    : pythonHalf('asyncio.base_futures', '_future_repr');
}

/** What is assigned; `undefined` is a deletion. */
export function given(value: Value | undefined): Value {
  return value === undefined ? raise(AttributeError, 'cannot delete attribute') : value;
}

/** An attribute that only a future has whose `__init__` has run. */
function getsetAlive(name: string, get: (self: PyFuture) => Value): void {
  getset(futureType, name, (self: PyFuture) => {
    loopOf(self);
    return get(self);
  });
}

// Attributes can be set on every future, but there is no `__dict__` to be had.
getset(futureType, '__dict__', (self: PyFuture) =>
  raise(AttributeError, `'_asyncio.${self.cls.name}' object has no attribute '__dict__'`),
);
getsetAlive('_state', (self) => self.state);
getset(futureType, '_loop', (self: PyFuture) => self.loop);
getsetAlive('_result', (self) => (self.state === 'PENDING' ? null : self.result));
getsetAlive('_exception', (self) => self.exception);
getsetAlive('_callbacks', (self) =>
  self.callbacks === null
    ? null
    : new PyList(self.callbacks.map(({ callback, context }) => new PyTuple([callback, context]))),
);
getset(
  futureType,
  '_asyncio_future_blocking',
  (self: PyFuture) => self.isBlocking,
  (self: PyFuture, value) => {
    self.isBlocking = truthy(given(value));
  },
);
getset(
  futureType,
  '_log_traceback',
  (self: PyFuture) => {
    loopOf(self);
    return self.logsTraceback;
  },
  (self: PyFuture, value) => {
    if (truthy(given(value))) raise(ValueError, '_log_traceback can only be set to False');
    self.logsTraceback = false;
  },
);
getset(
  futureType,
  '_source_traceback',
  (self: PyFuture) => self.sourceTraceback,
  (self: PyFuture, value = null) => {
    self.sourceTraceback = value;
  },
);
getset(
  futureType,
  '_cancel_message',
  (self: PyFuture) => self.cancelMessage,
  (self: PyFuture, value) => {
    self.cancelMessage = given(value);
  },
);
getset(futureType, '_asyncio_awaited_by', (self: PyFuture) =>
  self.awaitedBy === null ? null : setOf(waitersOf(self), true),
);

/** A set or frozenset of these objects. */
export function setOf(objects: Iterable<PyObject>, isFrozen = false): PySet {
  const set = isFrozen ? new PySet(new Map(), frozensetType) : new PySet();
  for (const object of objects) setAdd(set, object);
  return set;
}
