/**
 * Resuming generators, coroutines and async generators. CPython: Objects/genobject.c, gen_send_ex2 and _gen_throw.
 * `resumeGenerator` pushes the frame and answers PUSHED; what comes of it is told by `ret` (frame.ts).
 */
import * as Op from '../compile/op.ts';
import { warn } from '../modules/_warnings.ts';
import { getAttr, getAttrOrAbsent } from '../objects/attributes.ts';
import { NativeAwaitable } from '../objects/awaitable.ts';
import {
  DeprecationWarning,
  exception,
  GeneratorExit,
  PyException,
  PyRaise,
  PyTraceback,
  RecursionError,
  RuntimeError,
  raise,
  raiseObject,
  StopAsyncIteration,
  StopIteration,
  stopIteration,
  TypeError,
  ValueError,
} from '../objects/errors.ts';
import { type Outcome, PUSHED } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import { coroutineType, isInstance, PyTuple, PyType, typeOf, type Value } from '../objects/value.ts';
import { popFrame } from './call.ts';
import { runGenerator } from './execute.ts';
import { Frame, Ret } from './frame.ts';
import { AsyncGeneratorAwaitable, CoroutineWrapper, PyAsyncGenerator, PyGenerator } from './generator.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';
import { chainContext } from './unwind.ts';

function kindOf(generator: PyGenerator): string {
  return generator instanceof PyAsyncGenerator
    ? 'async generator'
    : generator.cls === coroutineType
      ? 'coroutine'
      : 'generator';
}

/**
 * Sends `value`, or throws `exc` in. Raises at once (PyRaise) where CPython does: already running, already finished, a value sent
 * to a new generator.
 */
export function resumeGenerator(
  generator: PyGenerator,
  value: Value,
  exc: PyException | null,
  ret: number,
  retValue?: Value,
): Outcome {
  const frame = generator.frame;
  if (frame !== null && exc === null && generator.state === 'suspended') {
    resumeSuspended(generator, frame, value, ret, retValue);
    return PUSHED;
  }
  if (generator.state === 'running') return raise(ValueError, `${kindOf(generator)} already executing`);
  if (frame === null) return resumeFinished(generator, exc);
  if (generator.state === 'created') {
    if (value !== null && exc === null)
      return raise(TypeError, `can't send non-None value to a just-started ${kindOf(generator)}`);
    machine.unstarted.delete(generator);
    enterFrame(generator, frame, ret, retValue, true);
    if (generator.trace !== null) machine.observer?.coroutineStarted(generator);
  } else enterFrame(generator, frame, ret, retValue, false);
  return exc === null ? PUSHED : throwInto(frame, exc);
}

function enterFrame(
  generator: PyGenerator,
  frame: Frame,
  ret: number,
  retValue: Value | undefined,
  isFirst: boolean,
): void {
  const { thread, observer } = machine;
  frame.back = thread.top;
  frame.ret = ret;
  thread.top = frame;
  if (++thread.depth > machine.recursionLimit) {
    popFrame(frame);
    raise(RecursionError, 'maximum recursion depth exceeded');
  }
  generator.state = 'running';
  frame.retValue = retValue;
  if ((isFirst || frame.wasLeft) && observer !== null && frame.code.isUser) observer.frameEntered(frame);
  frame.wasLeft = false;
}

/** Goes down a chain of `await` and `yield from` at once: what is sent is meant for its end. */
function resumeSuspended(
  generator: PyGenerator,
  frame: Frame,
  value: Value,
  ret: number,
  retValue: Value | undefined,
): void {
  enterFrame(generator, frame, ret, retValue, false);
  let inner = frame;
  while (inner.code.ops[inner.pc] === Op.YIELD_FROM) {
    const delegate = inner.slots[inner.sp - 1];
    if (!(delegate instanceof PyGenerator) || delegate.frame === null || delegate.state !== 'suspended') {
      // The instruction is executed again, which sends the value.
      inner.pc -= 2;
      break;
    }
    inner = delegate.frame;
    enterFrame(delegate, inner, Ret.yieldFrom, undefined, false);
  }
  inner.slots[inner.sp++] = value;
}

function resumeFinished(generator: PyGenerator, exc: PyException | null): Outcome {
  if (generator.cls === coroutineType) return raise(RuntimeError, 'cannot reuse already awaited coroutine');
  if (exc !== null) throw new PyRaise(exc, true);
  return raiseObject(generator instanceof PyAsyncGenerator ? exception(StopAsyncIteration) : stopIteration(null));
}

/** The object a suspended frame delegates to by `await` or `yield from`; undefined when it stopped at a plain yield. */
export function delegateOf(frame: Frame): Value | undefined {
  if (frame.pc < 0 || frame.code.ops[frame.pc] !== Op.YIELD_FROM) return undefined;
  return frame.slots[frame.sp - 1];
}

/** What a `throw` method was given, while it is on its way down a chain of delegates; `isRefused`: no exception could be made of it. */
interface GivenThrow {
  readonly args: readonly Value[];
  readonly isRefused: boolean;
}

let given: GivenThrow | null = null;

/**
 * `generator.throw(*args)`. A delegate with a `throw` of its own gets the very arguments; what is no exception is refused by the
 * innermost generator, and the refusal is raised in the one that delegates to it.
 */
export function throwGiven(generator: PyGenerator, args: readonly Value[], ret: number): Outcome {
  const isDelegating = generator.state === 'suspended' && delegateOf(generator.frame as Frame) !== undefined;
  if (!isDelegating) return resumeGenerator(generator, null, thrownException(args), ret);
  let thrown: PyException;
  let isRefused = false;
  try {
    thrown = thrownException(args);
  } catch (caught) {
    if (!(caught instanceof PyRaise)) throw caught;
    thrown = caught.exception;
    isRefused = true;
  }
  given = { args, isRefused };
  try {
    return resumeGenerator(generator, null, thrown, ret);
  } finally {
    given = null;
  }
}

/** The frame is on top already: throws into what it delegates to, or raises in it. */
function throwInto(frame: Frame, exc: PyException): Outcome {
  const delegate = delegateOf(frame);
  if (delegate === undefined) return raiseOnTop(frame, exc);
  if (isInstance(exc, GeneratorExit)) return closeDelegate(frame, delegate, exc);
  if (delegate instanceof CoroutineWrapper) return throwIntoGenerator(frame, delegate.coroutine, exc);
  if (delegate instanceof PyGenerator) return throwIntoGenerator(frame, delegate, exc);
  if (delegate instanceof AsyncGeneratorAwaitable) return throwIntoAwaitable(frame, delegate, exc);
  if (delegate instanceof NativeAwaitable) return throwIntoNative(frame, delegate, exc);
  const thrower = getAttrOrAbsent(delegate, 'throw');
  // Where the delegate knows nothing of it, StopIteration still ends it and gives its value.
  if (thrower === undefined) return settleDelegate(frame, () => raiseObject(exc));
  const args = given === null ? [exc] : [...given.args];
  given = null;
  return settleDelegate(frame, () => interpreter.call(thrower, args, null));
}

function throwIntoGenerator(frame: Frame, inner: PyGenerator, exc: PyException): Outcome {
  const isInnermost = inner.frame === null || delegateOf(inner.frame) === undefined;
  if (given?.isRefused === true && isInnermost) return raiseOnTop(frame, exc);
  try {
    return resumeGenerator(inner, null, exc, Ret.yieldFrom);
  } catch (thrown) {
    if (thrown instanceof PyRaise) return raiseOnTop(frame, thrown.exception);
    throw thrown;
  }
}

function throwIntoAwaitable(frame: Frame, awaitable: AsyncGeneratorAwaitable, exc: PyException): Outcome {
  try {
    return awaitableThrow(awaitable, exc, Ret.asyncAwait);
  } catch (thrown) {
    if (thrown instanceof PyRaise) return raiseOnTop(frame, thrown.exception);
    throw thrown;
  }
}

function throwIntoNative(frame: Frame, awaitable: NativeAwaitable, exc: PyException): Outcome {
  return settleDelegate(frame, () => {
    const value = awaitable.throwIn(exc);
    if (awaitable.isFinished) throw new PyRaise(stopIteration(value));
    return value;
  });
}

/** A delegate that answered on the JavaScript stack: a yield leaves `frame` suspended, StopIteration is its result, anything else is raised. */
function settleDelegate(frame: Frame, step: () => Value): Outcome {
  let value: Value;
  try {
    value = step();
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    if (!isInstance(thrown.exception, StopIteration)) return raiseOnTop(frame, thrown.exception);
    frame.slots[frame.sp - 1] = thrown.exception.args.items[0] ?? null;
    return PUSHED;
  }
  machine.thread.yielded = { frame, value };
  machine.thread.needsAttention = true;
  return PUSHED;
}

/** CPython: Objects/genobject.c, gen_close_iter, then GeneratorExit is raised at the delegating frame. */
function closeDelegate(frame: Frame, delegate: Value, exc: PyException): Outcome {
  try {
    if (delegate instanceof PyGenerator) closeGenerator(delegate);
    else if (delegate instanceof CoroutineWrapper) closeGenerator(delegate.coroutine);
    else if (delegate instanceof AsyncGeneratorAwaitable) awaitableClose(delegate);
    else if (!(delegate instanceof NativeAwaitable)) {
      const closer = getAttrOrAbsent(delegate, 'close');
      if (closer !== undefined) interpreter.call(closer, [], null);
    }
  } catch (thrown) {
    if (thrown instanceof PyRaise) return raiseOnTop(frame, thrown.exception);
    throw thrown;
  }
  return raiseOnTop(frame, exc);
}

/**
 * Leaves the exception for the dispatch loop, which raises it in the frame on top. Its context is what the generator itself handles,
 * or those that delegate to it, never what their caller does. CPython: Python/errors.c, _PyErr_ChainStackItem
 * DIVERGES: CPython sets what a delegating one handles only when the exception has left the inner one.
 */
function raiseOnTop(frame: Frame, exc: PyException): Outcome {
  machine.thread.pending = exc;
  machine.thread.needsAttention = true;
  let thrownInto = frame;
  while (thrownInto.handled === null && thrownInto.ret === Ret.yieldFrom && thrownInto.back instanceof Frame)
    thrownInto = thrownInto.back;
  if (thrownInto.handled !== null) chainContext(exc, thrownInto);
  return PUSHED;
}

/** `close()`: throws GeneratorExit in. The value that the generator returned, or None (3.13). */
export function closeGenerator(generator: PyGenerator): Value {
  if (generator.state === 'created') {
    machine.unstarted.delete(generator);
    generator.state = 'closed';
    generator.frame = null;
    return null;
  }
  if (generator.frame === null) return null;
  // It is raised where `close` is called, while the caller may be handling something.
  const exit = exception(GeneratorExit);
  chainContext(exit, machine.thread.top);
  const outcome = runGenerator(generator, null, exit);
  if (outcome.kind === 'yielded') return raise(RuntimeError, `${kindOf(generator)} ignored GeneratorExit`);
  return outcome.kind === 'returned' ? outcome.value : null;
}

/** CPython: Objects/genobject.c, async_gen_asend_send, async_gen_athrow_send. */
export function awaitableSend(awaitable: AsyncGeneratorAwaitable, value: Value, ret: number): Outcome {
  const generator = awaitable.generator;
  if (awaitable.state === 'closed') {
    return raise(
      RuntimeError,
      `cannot reuse already awaited ${awaitable.mode === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()'}`,
    );
  }
  if (awaitable.state === 'iter') return resumeGenerator(generator, value, null, ret, awaitable);
  if (generator.isRunningAsync) {
    awaitable.state = 'closed';
    return raise(
      RuntimeError,
      `${awaitable.mode === 'asend' ? 'anext' : awaitable.mode}(): asynchronous generator is already running`,
    );
  }
  if (awaitable.mode !== 'asend') return startThrow(awaitable, ret);
  if (generator.frame === null || generator.isClosed) {
    awaitable.state = 'closed';
    return raiseObject(exception(StopAsyncIteration));
  }
  begin(awaitable);
  return resumeOrClose(awaitable, value ?? awaitable.value, null, ret);
}

/** Where the generator cannot even be resumed, the awaitable is used up. */
function resumeOrClose(
  awaitable: AsyncGeneratorAwaitable,
  value: Value,
  exc: PyException | null,
  ret: number,
): Outcome {
  try {
    return resumeGenerator(awaitable.generator, value, exc, ret, awaitable);
  } catch (thrown) {
    if (thrown instanceof PyRaise && awaitable.generator.state !== 'running') {
      awaitable.state = 'closed';
      awaitable.generator.isRunningAsync = false;
    }
    throw thrown;
  }
}

function begin(awaitable: AsyncGeneratorAwaitable): void {
  machine.tracked.delete(awaitable);
  awaitable.state = 'iter';
  awaitable.generator.isRunningAsync = true;
}

function startThrow(awaitable: AsyncGeneratorAwaitable, ret: number): Outcome {
  const generator = awaitable.generator;
  const closes = awaitable.mode === 'aclose';
  if (generator.frame === null || generator.isClosed) {
    awaitable.state = 'closed';
    return raiseObject(generator.frame === null ? stopIteration(null) : exception(StopAsyncIteration));
  }
  if (generator.state === 'created' && closes) {
    closeGenerator(generator);
    generator.isClosed = true;
    awaitable.state = 'closed';
    return raiseObject(stopIteration(null));
  }
  begin(awaitable);
  if (closes) generator.isClosed = true;
  const exc = closes ? exception(GeneratorExit) : thrownByAwaitable(awaitable);
  return resumeGenerator(generator, null, exc, ret, awaitable);
}

function thrownByAwaitable(awaitable: AsyncGeneratorAwaitable): PyException {
  try {
    return thrownException(awaitable.thrown ?? []);
  } catch (refused) {
    awaitable.state = 'closed';
    awaitable.generator.isRunningAsync = false;
    throw refused;
  }
}

export function awaitableThrow(awaitable: AsyncGeneratorAwaitable, exc: PyException, ret: number): Outcome {
  if (awaitable.state === 'closed') {
    return raise(
      RuntimeError,
      `cannot reuse already awaited ${awaitable.mode === 'asend' ? '__anext__()/asend()' : 'aclose()/athrow()'}`,
    );
  }
  if (awaitable.state === 'init') begin(awaitable);
  return resumeOrClose(awaitable, null, exc, ret);
}

/** CPython: Objects/genobject.c, async_gen_asend_close: one that was never started throws GeneratorExit in as well. */
export function awaitableClose(awaitable: AsyncGeneratorAwaitable): void {
  if (awaitable.state === 'closed') return;
  try {
    interpreter.call(getAttr(awaitable, 'throw'), [exception(GeneratorExit)], null);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    if (![StopIteration, StopAsyncIteration, GeneratorExit].some((type) => isInstance(thrown.exception, type)))
      throw thrown;
    return;
  }
  raise(RuntimeError, 'coroutine ignored GeneratorExit');
}

/** What was really given; more than one argument is a thing of the past. */
export function givenToThrow(name: string, given: readonly (Value | undefined)[]): readonly Value[] {
  const args = given.filter((value) => value !== undefined);
  if (args.length > 1) {
    const text = `the (type, exc, tb) signature of ${name}() is deprecated, use the single-arg signature instead.`;
    warn(machine, DeprecationWarning, text);
  }
  return args;
}

/**
 * The exception that `throw(type_or_value[, value[, traceback]])` means; one that fails to be made takes its place.
 * CPython: Objects/genobject.c, _gen_throw.
 */
export function thrownException([type = null, value = null, traceback = null]: readonly Value[]): PyException {
  if (traceback !== null && !(traceback instanceof PyTraceback))
    return raise(TypeError, 'throw() third argument must be a traceback object');
  const thrown = exceptionFrom(type, value);
  if (traceback !== null) thrown.traceback = traceback;
  return thrown;
}

function exceptionFrom(type: Value, value: Value): PyException {
  if (type instanceof PyException)
    return value === null ? type : raise(TypeError, 'instance exception may not have a separate value');
  if (!(type instanceof PyType) || type.layout !== 'exception') {
    return raise(
      TypeError,
      `exceptions must be classes or instances deriving from BaseException, not ${typeOf(type).tpName}`,
    );
  }
  if (value instanceof PyException && isInstance(value, type)) return value;
  const args = value === null ? [] : value instanceof PyTuple ? [...value.items] : [value];
  let made: Value;
  try {
    made = interpreter.call(type, args, null);
  } catch (thrown) {
    if (thrown instanceof PyRaise) return thrown.exception;
    throw thrown;
  }
  const problem = `calling ${repr(type)} should have returned an instance of BaseException, not ${typeOf(made).tpName}`;
  return made instanceof PyException ? made : exception(TypeError, problem);
}
