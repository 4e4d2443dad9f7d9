/**
 * What can be done to a future. As data it is in shapes.ts, its Python face is future-type.ts.
 * CPython: Modules/_asynciomodule.c, the part on Future.
 */
import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { getAttr, getAttrOrAbsent } from '../python/objects/attributes.ts';
import {
  exception,
  PyException,
  PyRaise,
  RuntimeError,
  raise,
  StopIteration,
  TypeError,
} from '../python/objects/errors.ts';
import { call, callMethod, equals } from '../python/objects/protocol.ts';
import { isInstance, PyType, type Value } from '../python/objects/value.ts';
import { labelOfCaller } from './labels.ts';
import { callSoon, getDebug, PLAIN_CALLBACK } from './loop.ts';
import { type HandlePurpose, HandleReason } from './recorder.ts';
import { futureType, PyFuture, PyTask, TaskWakeup } from './shapes.ts';
import { extractStack, extractStackOfCreateFuture } from './source-traceback.ts';
import { newCancelledError, raiseInvalidState, state } from './state.ts';
import { watchStatements } from './watch.ts';

/** CPython: Modules/_asynciomodule.c, future_init */
export function initFuture(future: PyFuture, loop: Value): void {
  const debug = getDebug(loop);
  future.loop = loop;
  future.state = 'PENDING';
  future.callbacks = null;
  if (debug) future.sourceTraceback = extractStack();
  if (state.recorder !== null && !(future instanceof PyTask)) {
    future.label = labelOfCaller();
    state.recorder.futureCreated(future, future.label);
  }
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.create_future */
export function newFuture(loop: Value): PyFuture {
  const future = new PyFuture();
  initFuture(future, loop);
  if (future.sourceTraceback !== null) future.sourceTraceback = extractStackOfCreateFuture();
  return future;
}

export function loopOf(future: PyFuture): Value {
  return future.loop === null ? raise(RuntimeError, 'Future object is not initialized.') : future.loop;
}

/** CPython: Modules/_asynciomodule.c, future_schedule_callbacks */
function scheduleCallbacks(future: PyFuture): void {
  const callbacks = future.callbacks;
  if (callbacks === null) return;
  future.callbacks = null;
  for (const { callback, context } of callbacks)
    callSoon(future.loop, callback, [future], context, purposeOf(callback, future));
}

function purposeOf(callback: Value, future: PyFuture): HandlePurpose {
  if (state.recorder === null) return PLAIN_CALLBACK;
  return callback instanceof TaskWakeup
    ? { reason: HandleReason.wakeUp, task: callback.task, future }
    : { reason: HandleReason.doneCallback, task: null, future };
}

function resolved(future: PyFuture): void {
  if (state.recorder !== null) {
    if (future instanceof PyTask) state.recorder.taskFinished(future);
    else state.recorder.futureResolved(future, state.currentTask instanceof PyTask ? state.currentTask : null);
  }
  scheduleCallbacks(future);
}

/** CPython: Modules/_asynciomodule.c, future_set_result */
export function setResult(future: PyFuture, result: Value): void {
  loopOf(future);
  if (future.state !== 'PENDING') raiseInvalidState('invalid state');
  future.result = result;
  future.state = 'FINISHED';
  resolved(future);
}

/** CPython: Modules/_asynciomodule.c, future_set_exception */
export function setException(future: PyFuture, given: Value): void {
  loopOf(future);
  if (future.state !== 'PENDING') raiseInvalidState('invalid state');
  const made = given instanceof PyType && given.layout === 'exception' ? call(given) : given;
  if (!(made instanceof PyException)) return raise(TypeError, 'invalid exception object');
  const exc = isInstance(made, StopIteration) ? wrapStopIteration(made) : made;
  future.exception = exc;
  future.exceptionTraceback = exc.traceback;
  future.state = 'FINISHED';
  future.logsTraceback = true;
  state.failures.add(future);
  watchStatements();
  resolved(future);
}

function wrapStopIteration(stop: PyException): PyException {
  const wrapped = exception(
    RuntimeError,
    'StopIteration interacts badly with generators and cannot be raised into a Future',
  );
  wrapped.cause = stop;
  wrapped.context = stop;
  wrapped.suppressContext = true;
  return wrapped;
}

/** CPython: Modules/_asynciomodule.c, future_cancel */
export function cancelFuture(future: PyFuture, message: Value): boolean {
  future.logsTraceback = false;
  if (future.state !== 'PENDING') return false;
  future.state = 'CANCELLED';
  future.cancelMessage = message;
  resolved(future);
  return true;
}

/** CPython: Modules/_asynciomodule.c, create_cancelled_error */
export function makeCancelledError(future: PyFuture): PyException {
  const saved = future.cancelledError;
  if (saved !== null) {
    future.cancelledError = null;
    return saved;
  }
  return newCancelledError(future.cancelMessage);
}

/** The exception that `result()` raises, null when there is a result. Marks it as seen. CPython: future_get_result */
export function failureOf(future: PyFuture): PyException | null {
  if (future.loop === null) return raiseInvalidState('Future object is not initialized.');
  if (future.state === 'CANCELLED') return makeCancelledError(future);
  if (future.state === 'PENDING') return raiseInvalidState('Result is not set.');
  future.logsTraceback = false;
  const exc = future.exception;
  if (exc === null) return null;
  // Only the first who asks gets the traceback that the exception had; later ones see where they ask.
  exc.traceback = future.exceptionTraceback;
  future.exceptionTraceback = null;
  return exc;
}

/** CPython: Modules/_asynciomodule.c, _asyncio_Future_result_impl */
export function resultOf(future: PyFuture): Value {
  const failure = failureOf(future);
  if (failure !== null) throw new PyRaise(failure);
  return future.result;
}

/** CPython: Modules/_asynciomodule.c, _asyncio_Future_exception_impl */
export function exceptionOf(future: PyFuture): Value {
  if (future.loop === null) return raiseInvalidState('Future object is not initialized.');
  if (future.state === 'CANCELLED') throw new PyRaise(makeCancelledError(future));
  if (future.state === 'PENDING') return raiseInvalidState('Exception is not set.');
  future.logsTraceback = false;
  return future.exception;
}

/** CPython: Modules/_asynciomodule.c, future_add_done_callback */
export function addDoneCallback(future: PyFuture, callback: Value, context: Value): void {
  loopOf(future);
  const own = context === null ? copyCurrentContext() : context;
  if (future.state !== 'PENDING') callSoon(future.loop, callback, [future], own, purposeOf(callback, future));
  else if (future.callbacks === null) future.callbacks = [{ callback, context: own }];
  else future.callbacks.push({ callback, context: own });
}

/** CPython: Modules/_asynciomodule.c, _asyncio_Future_remove_done_callback_impl. The number of callbacks removed. */
export function removeDoneCallback(future: PyFuture, callback: Value): number {
  const before = future.callbacks;
  if (before === null) return 0;
  const rest = before.filter((entry) => !equals(entry.callback, callback));
  // A comparison may have changed the list.
  const added = future.callbacks === null ? [] : future.callbacks.slice(before.length);
  future.callbacks = rest.length + added.length === 0 ? null : [...rest, ...added];
  return before.length - rest.length;
}

/** CPython: Modules/_asynciomodule.c, future_awaited_by_add */
export function addAwaitedBy(future: Value, waiter: Value): void {
  if (!(future instanceof PyFuture) || !(waiter instanceof PyFuture)) return;
  const { awaitedBy } = future;
  if (awaitedBy === null) future.awaitedBy = waiter;
  else if (awaitedBy instanceof Set) awaitedBy.add(waiter);
  else if (awaitedBy !== waiter) future.awaitedBy = new Set([awaitedBy, waiter]);
  state.recorder?.futureAwaitedBy(future, waiter);
}

/** CPython: Modules/_asynciomodule.c, future_awaited_by_discard */
export function discardAwaitedBy(future: Value, waiter: Value): void {
  if (!(future instanceof PyFuture) || !(waiter instanceof PyFuture)) return;
  const { awaitedBy } = future;
  if (awaitedBy === waiter) future.awaitedBy = null;
  // As in CPython a set stays, empty or not.
  else if (!(awaitedBy instanceof Set && awaitedBy.delete(waiter))) return;
  state.recorder?.futureNotAwaitedBy(future, waiter);
}

/** CPython: Modules/_asynciomodule.c, get_future_loop */
export function futureLoop(future: Value): Value {
  if (
    future instanceof PyFuture &&
    (!future.cls.isHeapType || future.cls.lookup('get_loop') === futureType.attrs.get('get_loop'))
  )
    return loopOf(future);
  return getAttrOrAbsent(future, 'get_loop') === undefined ? getAttr(future, '_loop') : callMethod(future, 'get_loop');
}
