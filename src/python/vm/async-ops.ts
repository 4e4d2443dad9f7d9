/** Instructions of await, async for and async with. CPython: Python/ceval.c, _PyEval_GetAwaitable and its neighbours. */
import { CodeFlag } from '../compile/code.ts';
import * as Op from '../compile/op.ts';
import { bind } from '../objects/attributes.ts';
import { NativeAwaitable } from '../objects/awaitable.ts';
import {
  exception,
  type PyException,
  PyRaise,
  RuntimeError,
  raise,
  raiseObject,
  StopAsyncIteration,
  TypeError,
} from '../objects/errors.ts';
import { getIter } from '../objects/protocol.ts';
import { coroutineType, generatorType, typeOf, type Value } from '../objects/value.ts';
import { invoke } from './call.ts';
import type { Frame } from './frame.ts';
import { AsyncGeneratorAwaitable, CoroutineWrapper, PyGenerator } from './generator.ts';
import { delegateOf } from './generators-run.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';
import { pushResult, raiseNoManager } from './rare.ts';

export function asyncRare(frame: Frame, op: number, arg: number): void {
  const slots = frame.slots as Value[];
  switch (op) {
    case Op.GET_AWAITABLE:
      slots[frame.sp - 1] = awaitableIterator(slots[frame.sp - 1] as Value, arg);
      return;
    case Op.GET_AITER:
      slots[frame.sp - 1] = asyncIterator(slots[frame.sp - 1] as Value);
      return;
    case Op.GET_ANEXT:
      slots[frame.sp] = nextAwaitable(slots[frame.sp - 1] as Value);
      frame.sp++;
      return;
    case Op.END_ASYNC_FOR: {
      const exc = slots[frame.sp - 1] as PyException;
      frame.sp -= 2;
      if (!typeOf(exc).isSubtypeOf(StopAsyncIteration)) {
        machine.thread.reraised = exc;
        machine.thread.needsAttention = true;
      }
      return;
    }
    case Op.GET_YIELD_FROM_ITER:
      slots[frame.sp - 1] = yieldFromIterator(frame, slots[frame.sp - 1] as Value);
      return;
    default: {
      const manager = slots[frame.sp - 1] as Value;
      const cls = typeOf(manager);
      const enter = cls.lookup('__aenter__');
      const exit = cls.lookup('__aexit__');
      if (enter === undefined || exit === undefined)
        return raiseNoManager(cls, exit === undefined ? '__aexit__' : '__aenter__', '__enter__', true);
      slots[frame.sp - 1] = bind(exit, manager, cls);
      pushResult(frame, invoke(bind(enter, manager, cls), [], null));
    }
  }
}

/** What `await x` iterates over: a coroutine itself, or what `__await__` returns. */
export function awaitableIterator(value: Value, where = 0): Value {
  if (value instanceof PyGenerator && value.cls === coroutineType) {
    if (value.frame !== null && value.state === 'suspended' && isBeingAwaited(value))
      raise(RuntimeError, 'coroutine is being awaited already');
    return value;
  }
  if (
    value instanceof PyGenerator &&
    value.cls === generatorType &&
    (value.code.flags & CodeFlag.iterableCoroutine) !== 0
  )
    return value;
  if (value instanceof NativeAwaitable && !value.cls.isHeapType && value.cls.lookup('__await__') === undefined)
    return value;
  const cls = typeOf(value);
  const found = cls.lookup('__await__');
  if (found === undefined) {
    if (where === 1)
      return raise(
        TypeError,
        `'async with' received an object from __aenter__ that does not implement __await__: ${cls.name}`,
      );
    if (where === 2)
      return raise(
        TypeError,
        `'async with' received an object from __aexit__ that does not implement __await__: ${cls.name}`,
      );
    return raise(TypeError, `'${cls.name}' object can't be awaited`);
  }
  const iterator = interpreter.call(bind(found, value, cls), [], null);
  if (iterator instanceof PyGenerator && iterator.cls === coroutineType)
    return raise(TypeError, '__await__() returned a coroutine');
  if (!(iterator instanceof NativeAwaitable) && typeOf(iterator).lookup('__next__') === undefined) {
    return raise(TypeError, `__await__() returned non-iterator of type '${typeOf(iterator).tpName}'`);
  }
  return iterator;
}

function isBeingAwaited(coroutine: PyGenerator): boolean {
  return coroutine.frame !== null && delegateOf(coroutine.frame) !== undefined;
}

function asyncIterator(value: Value): Value {
  const cls = typeOf(value);
  const found = cls.lookup('__aiter__');
  if (found === undefined)
    return raise(TypeError, `'async for' requires an object with __aiter__ method, got ${cls.name}`);
  const iterator = interpreter.call(bind(found, value, cls), [], null);
  if (typeOf(iterator).lookup('__anext__') === undefined) {
    return raise(
      TypeError,
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeOf(iterator).tpName}`,
    );
  }
  return iterator;
}

function nextAwaitable(iterator: Value): Value {
  const cls = typeOf(iterator);
  const found = cls.lookup('__anext__');
  if (found === undefined)
    return raise(TypeError, `'async for' requires an iterator with __anext__ method, got ${cls.name}`);
  const awaitable = interpreter.call(bind(found, iterator, cls), [], null);
  if (awaitable instanceof AsyncGeneratorAwaitable) return awaitable;
  try {
    return awaitableIterator(awaitable);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    const text = `'async for' received an invalid object from __anext__: ${typeOf(awaitable).tpName}`;
    const failure = exception(TypeError, text);
    failure.cause = thrown.exception;
    failure.context = thrown.exception;
    failure.suppressContext = true;
    return raiseObject(failure);
  }
}

function yieldFromIterator(frame: Frame, value: Value): Value {
  if (value instanceof PyGenerator && value.cls === coroutineType) {
    const isOld = machine.hasOldCoroutines && !value.code.isUser;
    if ((frame.code.flags & (CodeFlag.coroutine | CodeFlag.iterableCoroutine)) === 0 && !isOld) {
      return raise(TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return value;
  }
  if (value instanceof PyGenerator && value.cls === generatorType) return value;
  if (value instanceof CoroutineWrapper) return value;
  return getIter(value);
}
