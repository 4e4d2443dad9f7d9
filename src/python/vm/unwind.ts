/**
 * What happens when a frame returns, yields or raises: the value or exception travels to the frame below according to `ret`.
 * All functions work on `machine.thread`; they answer true when a nested run has come to its end.
 */
import {
  exception,
  GeneratorExit,
  type PyException,
  PyRaise,
  PyTraceback,
  RuntimeError,
  raise,
  StopAsyncIteration,
  StopIteration,
  stopIteration,
  TypeError,
} from '../objects/errors.ts';
import { type Outcome, PUSHED } from '../objects/native.ts';
import { isInstance, typeOf, type Value } from '../objects/value.ts';
import { popFrame } from './call.ts';
import { EntryFrame, Frame, type FrameBase, lineAt, NativeFrame, Ret } from './frame.ts';
import { generatorEnded, letGo } from './garbage.ts';
import { type AsyncGeneratorAwaitable, PyAsyncGenerator, type PyGenerator } from './generator.ts';
import { machine } from './machine.ts';
import { operatorResult } from './operator-ops.ts';

/** A frame below gets `value` and is on top from now on. */
export function deliverReturn(from: FrameBase, value: Value): boolean {
  const back = from.back as FrameBase;
  const thread = machine.thread;
  thread.top = back;
  thread.depth--;
  if (back instanceof Frame) {
    switch (from.ret) {
      case Ret.push:
        back.slots[back.sp++] = value;
        return false;
      case Ret.init:
        if (value !== null) return raise(TypeError, `__init__() should return None, not '${typeOf(value).tpName}'`);
        back.slots[back.sp++] = from.retValue as Value;
        return false;
      case Ret.forNext:
        back.slots[back.sp++] = value;
        return false;
      case Ret.operator: {
        const result = operatorResult(back, value);
        back.slots[back.sp++] = result;
        return false;
      }
      case Ret.forGenerator:
        endLoop(back);
        return false;
      case Ret.yieldFrom:
        back.slots[back.sp - 1] = value;
        return false;
      case Ret.generatorMethod:
        return unwind(stopIteration(value), back);
      case Ret.asyncAwait:
      case Ret.asyncMethod:
        return endAsync(from, back);
      default:
        return false;
    }
  }
  if (back instanceof EntryFrame) {
    if (from.ret === Ret.asyncMethod) return endAsync(from, back);
    if (from.ret === Ret.generatorMethod && !back.wantsEnd) return propagateStop(back, value);
    back.isEnd = from.ret === Ret.generatorMethod;
    back.result = from.ret === Ret.init ? from.retValue : value;
    return true;
  }
  const result = from.ret === Ret.init ? (from.retValue as Value) : value;
  return resumeNative(back as NativeFrame, result, from.ret === Ret.generatorNative || from.ret === Ret.generatorItem);
}

/** A nested `generator.send()` from native code: the end is a StopIteration for the caller. */
function propagateStop(entry: EntryFrame, value: Value): never {
  popFrame(entry);
  entry.isRaised = true;
  throw new PyRaise(stopIteration(value), true);
}

function endLoop(back: Frame): void {
  back.sp--;
  back.pc = (back.code.ops[back.pc + 1] as number) - 2;
}

/** An async generator's frame came to its end while an awaitable drove it. */
function endAsync(from: FrameBase, back: FrameBase): boolean {
  const awaitable = from.retValue as AsyncGeneratorAwaitable;
  closeAwaitable(awaitable);
  awaitable.generator.isClosed = true;
  if (awaitable.mode === 'aclose') return finishAsync(from, back, null);
  return unwind(exception(StopAsyncIteration), back);
}

function closeAwaitable(awaitable: AsyncGeneratorAwaitable): void {
  awaitable.state = 'closed';
  awaitable.generator.isRunningAsync = false;
}

/** The awaitable's result: for `await` it replaces the awaitable on the stack, for its own `send` it is a StopIteration. */
function finishAsync(from: FrameBase, back: FrameBase, value: Value): boolean {
  if (from.ret === Ret.asyncMethod) return unwind(stopIteration(value), back);
  if (back instanceof Frame) back.slots[back.sp - 1] = value;
  return false;
}

/** A generator-like frame on top is suspended; `value` goes to whoever resumed it. `isAsyncYield`: a `yield` in an async generator. */
export function deliverYield(from: Frame, value: Value, isAsyncYield: boolean): boolean {
  if (from.ret === Ret.forGenerator) return yieldToLoop(from, value);
  if (machine.observer !== null && !isParkedByLoop(from, isAsyncYield)) tellLeft(from, isAsyncYield);
  let frame = from;
  for (;;) {
    const back = frame.back as FrameBase;
    const generator = frame.generator;
    if (generator !== null) generator.state = 'suspended';
    popFrame(frame);
    if (frame.code.probe !== null) machine.observer?.probed(frame);
    frame.back = null;
    if (isAsyncYield && (frame.ret === Ret.asyncAwait || frame.ret === Ret.asyncMethod)) {
      const awaitable = frame.retValue as AsyncGeneratorAwaitable;
      closeAwaitable(awaitable);
      if (awaitable.mode === 'aclose')
        return unwind(exception(RuntimeError, 'async generator ignored GeneratorExit'), back);
      return finishAsync(frame, back, value);
    }
    if ((frame.ret === Ret.yieldFrom || frame.ret === Ret.asyncAwait) && back instanceof Frame) {
      frame = back;
      isAsyncYield = false;
      continue;
    }
    if (back instanceof Frame) {
      back.slots[back.sp++] = value;
      return false;
    }
    if (back instanceof EntryFrame) {
      back.result = value;
      return true;
    }
    return resumeNative(back as NativeFrame, value, false);
  }
}

/** The usual case: a `for` takes what its generator yields. */
function yieldToLoop(frame: Frame, value: Value): false {
  const { thread, observer } = machine;
  const back = frame.back as Frame;
  if (observer !== null) {
    if (frame.code.isUser) observer.frameLeft(frame);
    frame.wasLeft = true;
  }
  (frame.generator as PyGenerator).state = 'suspended';
  thread.top = back;
  thread.depth--;
  if (observer !== null && frame.code.probe !== null) observer.probed(frame);
  frame.back = null;
  back.slots[back.sp++] = value;
  return false;
}

function passesYield(frame: Frame, isAsyncYield: boolean): boolean {
  return (
    frame.back instanceof Frame && (frame.ret === Ret.yieldFrom || (frame.ret === Ret.asyncAwait && !isAsyncYield))
  );
}

/** The yield goes all the way to a native frame: a task parks its whole chain. */
function isParkedByLoop(from: Frame, isAsyncYield: boolean): boolean {
  let frame = from;
  let isAsync = isAsyncYield;
  while (passesYield(frame, isAsync)) {
    frame = frame.back as Frame;
    isAsync = false;
  }
  return frame.ret === Ret.generatorNative;
}

function tellLeft(from: Frame, isAsyncYield: boolean): void {
  let frame = from;
  let isAsync = isAsyncYield;
  for (;;) {
    if (frame.code.isUser) machine.observer?.frameLeft(frame);
    frame.wasLeft = true;
    if (!passesYield(frame, isAsync)) return;
    frame = frame.back as Frame;
    isAsync = false;
  }
}

/** The native frame on top gets the result of its call, or of a generator that came to its end; passes on what comes of it. */
export function resumeNative(frame: NativeFrame, value: Value, isEnd: boolean): boolean {
  let outcome: Outcome;
  try {
    outcome = isEnd ? frame.finished(value) : frame.resume(value);
  } catch (thrown) {
    return nativeFailed(frame, thrown);
  }
  return outcome === PUSHED ? false : deliverReturn(frame, outcome);
}

/** The call that the native frame on top made has raised. */
function failNative(frame: NativeFrame, exc: PyException): boolean {
  let outcome: Outcome;
  try {
    outcome = frame.fail(exc);
  } catch (thrown) {
    return nativeFailed(frame, thrown);
  }
  return outcome === PUSHED ? false : deliverReturn(frame, outcome);
}

function nativeFailed(frame: NativeFrame, thrown: unknown): boolean {
  if (!(thrown instanceof PyRaise)) throw thrown;
  if (!thrown.isChained) chainContext(thrown.exception, frame);
  return propagate(thrown.exception, frame);
}

/** The exception being handled when `frame` runs: its own or that of a frame below. CPython: _PyErr_GetTopmostException. */
export function handledException(frame: FrameBase | null): PyException | null {
  for (let current = frame; current !== null; current = current.back)
    if (current.handled !== null) return current.handled;
  return null;
}

/** CPython: Python/errors.c, _PyErr_SetObject: sets `__context__`, breaking cycles. */
export function chainContext(exc: PyException, frame: FrameBase | null): void {
  const handled = handledException(frame);
  if (handled === null || handled === exc) return;
  // The chain may have been made to bite its tail: Floyd's tortoise follows at half the speed.
  let tortoise: PyException | null = handled;
  let isOdd = false;
  for (let link: PyException | null = handled; link !== null; link = link.context) {
    if (link.context === exc) {
      link.context = null;
      break;
    }
    if (link.context === tortoise) break;
    if (isOdd) tortoise = tortoise?.context ?? null;
    isOdd = !isOdd;
  }
  exc.context = handled;
}

/** Raises a new exception in the frame on top. */
export function unwind(exc: PyException, frame: FrameBase): boolean {
  chainContext(exc, frame);
  if (frame instanceof NativeFrame) return failNative(frame, exc);
  if (frame instanceof EntryFrame) {
    popFrame(frame);
    frame.isRaised = true;
    throw new PyRaise(exc, true);
  }
  return raiseIn(exc, frame, true);
}

/** The exception goes up from `frame`; with `isNew` the frame adds itself to the traceback. */
export function raiseIn(exc: PyException, frame: FrameBase, isNew: boolean): boolean {
  if (!(frame instanceof Frame)) return propagate(exc, frame);
  if (isNew && !frame.code.isBuiltIn) {
    exc.traceback = new PyTraceback(frame, frame.pc, lineAt(frame.code, frame.pc), exc.traceback);
    if (frame.code.isUser) machine.observer?.raised(frame, exc);
  }
  const handler = findHandler(frame);
  if (handler >= 0) {
    const table = frame.code.exceptionTable;
    frame.sp = frame.code.slotNames.length + (table[handler + 3] as number);
    frame.slots[frame.sp++] = exc;
    frame.pc = (table[handler + 2] as number) - 2;
    machine.thread.top = frame;
    if (machine.tracked.size !== 0) letGo(frame, undefined);
    return false;
  }
  return propagate(leave(frame, exc), frame);
}

function findHandler(frame: Frame): number {
  const table = frame.code.exceptionTable;
  const pc = frame.pc;
  for (let i = 0; i < table.length; i += 4) if (pc >= (table[i] as number) && pc < (table[i + 1] as number)) return i;
  return -1;
}

/** The frame ends by an exception; a generator turns StopIteration into RuntimeError (PEP 479). */
function leave(frame: Frame, exc: PyException): PyException {
  if (frame.code.isUser) machine.observer?.frameLeft(frame);
  else if (frame.code.probe !== null) machine.observer?.probed(frame);
  frame.sp = frame.code.slotNames.length;
  const generator = frame.generator;
  if (generator === null) return exc;
  generator.state = 'closed';
  generator.frame = null;
  generatorEnded(generator);
  const isAsync = generator instanceof PyAsyncGenerator;
  const what = isAsync ? 'async generator' : generator.cls.name;
  const wrong = isInstance(exc, StopIteration)
    ? 'StopIteration'
    : isAsync && isInstance(exc, StopAsyncIteration)
      ? 'StopAsyncIteration'
      : null;
  if (wrong === null) return exc;
  const error = exception(RuntimeError, `${what} raised ${wrong}`);
  error.cause = exc;
  error.context = exc;
  error.suppressContext = true;
  error.traceback = new PyTraceback(frame, frame.pc, lineAt(frame.code, frame.pc), null);
  return error;
}

/** `frame` has ended by `exc`: hands it to the frame below. */
function propagate(exc: PyException, frame: FrameBase): boolean {
  if (frame instanceof EntryFrame) {
    popFrame(frame);
    frame.isRaised = true;
    throw new PyRaise(exc, true);
  }
  const back = frame.back;
  const ret = frame.ret;
  popFrame(frame);
  if (back === null) throw new PyRaise(exc);
  if (ret === Ret.asyncAwait || ret === Ret.asyncMethod) {
    const awaitable = frame.retValue as AsyncGeneratorAwaitable;
    closeAwaitable(awaitable);
    awaitable.generator.isClosed = true;
    if (awaitable.mode === 'aclose' && (isInstance(exc, StopAsyncIteration) || isInstance(exc, GeneratorExit)))
      return finishAsync(frame, back, null);
  }
  if (back instanceof EntryFrame) {
    popFrame(back);
    back.isRaised = true;
    throw new PyRaise(exc, true);
  }
  if (back instanceof NativeFrame) return failNative(back, exc);
  if (ret === Ret.forNext && isInstance(exc, StopIteration)) {
    endLoop(back as Frame);
    return false;
  }
  return raiseIn(exc, back, true);
}
