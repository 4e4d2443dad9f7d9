/**
 * One step of a task: the coroutine runs to its next stop. CPython: Modules/_asynciomodule.c, task_step_impl,
 * task_step_handle_result_impl, task_wakeup. The three ends of a step (yield, return, exception) are functions, because the
 * loop's own frame steps tasks itself (run-once.ts); TaskStepFrame is for everybody else.
 */
import { enterContext, exitContext, PyContext } from '../python/modules/_contextvars.ts';
import { setAttr } from '../python/objects/attribute-setting.ts';
import { getAttr, getAttrOrAbsent } from '../python/objects/attributes.ts';
import {
  exception,
  KeyboardInterrupt,
  type PyException,
  PyRaise,
  RuntimeError,
  StopIteration,
  SystemExit,
} from '../python/objects/errors.ts';
import { type Outcome, PUSHED } from '../python/objects/native.ts';
import { call, callWith, repr, truthy } from '../python/objects/protocol.ts';
import { generatorType, isInstance, PyObject, type Value } from '../python/objects/value.ts';
import { enterNative, invoke } from '../python/vm/call.ts';
import { NativeFrame, Ret } from '../python/vm/frame.ts';
import { PyGenerator } from '../python/vm/generator.ts';
import { resumeGenerator } from '../python/vm/generators-run.ts';
import {
  addAwaitedBy,
  addDoneCallback,
  cancelFuture,
  discardAwaitedBy,
  failureOf,
  futureLoop,
  makeCancelledError,
  setException,
  setResult,
} from './future.ts';
import { callSoon, PLAIN_CALLBACK } from './loop.ts';
import { HandleReason } from './recorder.ts';
import { futureType, PyFuture, type PyTask, TaskStep, TaskWakeup } from './shapes.ts';
import { cancelledErrorType, pythonHalf, raiseInvalidState, state } from './state.ts';
import { cancelAny, enterTask } from './task.ts';

const NO_ARGS: Value[] = [];

/** CPython: task_step_impl, its beginning. The exception to throw in, null to send None. */
export function beginStep(task: PyTask, thrown: PyException | null): PyException | null {
  if (task.state !== 'PENDING')
    raiseInvalidState(`__step(): already done: ${repr(task)} ${thrown === null ? 'None' : repr(thrown)}`);
  let exc = thrown;
  if (task.mustCancel) {
    if (exc === null || !isInstance(exc, cancelledErrorType())) exc = makeCancelledError(task);
    task.mustCancel = false;
  }
  task.waiter = null;
  return exc;
}

/** CPython: task_wakeup, its beginning. What the awaited future ended with is thrown in; a result the coroutine fetches itself. */
export function wakeWith(task: PyTask, future: Value): PyException | null {
  discardAwaitedBy(future, task);
  if (
    future instanceof PyFuture &&
    (!future.cls.isHeapType || future.cls.lookup('result') === futureType.attrs.get('result'))
  )
    return failureOf(future);
  try {
    call(getAttr(future, 'result'));
    return null;
  } catch (thrown) {
    if (thrown instanceof PyRaise) return thrown.exception;
    throw thrown;
  }
}

/** Starts the coroutine's run. A value: it has yielded that already. */
export function advance(task: PyTask, exc: PyException | null): Outcome {
  const coro = task.coro;
  if (coro instanceof PyGenerator) return resumeGenerator(coro, null, exc, Ret.generatorNative);
  // By way of Python, so that StopIteration comes as an exception whatever kind of object it is.
  return exc === null
    ? invoke(pythonHalf('asyncio._lean', 'send_none'), [coro], null)
    : invoke(pythonHalf('asyncio._lean', 'throw_in'), [coro, exc], null);
}

/** It has ended: nothing steps it any more. */
function leaveScheduled(task: PyTask): void {
  state.scheduledTasks.delete(task);
  task.nextStep = null;
  task.wakeup = null;
}

/** The coroutine returned. */
export function stepReturned(task: PyTask, value: Value): void {
  if (task.mustCancel) {
    // It was cancelled right before it stopped.
    task.mustCancel = false;
    cancelFuture(task, task.cancelMessage);
  } else setResult(task, value);
  leaveScheduled(task);
}

/** The coroutine raised. True: the exception goes on, out of the loop. */
export function stepRaised(task: PyTask, exc: PyException): boolean {
  if (!(task.coro instanceof PyGenerator) && isInstance(exc, StopIteration)) {
    stepReturned(task, exc.args.items[0] ?? null);
    return false;
  }
  leaveScheduled(task);
  if (isInstance(exc, cancelledErrorType())) {
    task.cancelledError = exc;
    cancelFuture(task, null);
    return false;
  }
  setException(task, exc);
  return isInstance(exc, KeyboardInterrupt) || isInstance(exc, SystemExit);
}

/** The coroutine yielded: it waits for a future, or gives up its turn. */
export function stepYielded(task: PyTask, result: Value): void {
  if (result instanceof PyFuture && isPlain(result)) return awaitFuture(task, result, result.isBlocking);
  if (result === null) {
    stepNext(task, HandleReason.nextStep);
    state.recorder?.taskSuspended(task, null);
    return;
  }
  const blocking = getAttrOrAbsent(result, '_asyncio_future_blocking') ?? null;
  if (blocking !== null) return awaitFuture(task, result as PyObject, truthy(blocking));
  const wrong =
    result instanceof PyObject && result.cls === generatorType
      ? `yield was used instead of yield from for generator in task ${repr(task)} with ${repr(result)}`
      : `Task got bad yield: ${repr(result)}`;
  stepSoon(task, wrong);
}

/** Its next step is scheduled, with None sent in. */
export function stepNext(task: PyTask, reason: HandleReason): void {
  task.nextStep ??= new TaskStep(task, null);
  const purpose = state.recorder === null ? PLAIN_CALLBACK : { reason, task, future: null };
  callSoon(task.loop, task.nextStep, NO_ARGS, task.context, purpose);
}

function isPlain(future: PyFuture): boolean {
  return !future.cls.isHeapType || future.cls.lookup('add_done_callback') === futureType.attrs.get('add_done_callback');
}

function awaitFuture(task: PyTask, future: PyObject, isBlocking: boolean): void {
  if (future === task) return stepSoon(task, `Task cannot await on itself: ${repr(task)}`);
  if (futureLoop(future) !== task.loop)
    return stepSoon(task, `Task ${repr(task)} got Future ${repr(future)} attached to a different loop`);
  if (!isBlocking)
    return stepSoon(task, `yield was used instead of yield from in task ${repr(task)} with ${repr(future)}`);
  addAwaitedBy(future, task);
  if (future instanceof PyFuture && isPlain(future)) {
    future.isBlocking = false;
    addDoneCallback(future, wakeupOf(task), task.context);
  } else {
    setAttr(future, '_asyncio_future_blocking', false);
    callWith(getAttr(future, 'add_done_callback'), [wakeupOf(task)], new Map([['context', task.context]]));
  }
  task.waiter = future;
  state.recorder?.taskSuspended(task, future);
  if (task.mustCancel && cancelAny(future, task.cancelMessage)) task.mustCancel = false;
}

function wakeupOf(task: PyTask): TaskWakeup {
  task.wakeup ??= new TaskWakeup(task, wakeUp);
  return task.wakeup;
}

/** `task_wakeup(future)`, when something else than our loop calls it. */
function wakeUp([task, future = null]: Value[]): Outcome {
  return enterNative(new TaskStepFrame(task as PyTask, wakeWith(task as PyTask, future)));
}

/** Something was yielded that no task can wait for: RuntimeError is thrown in at the next turn. */
function stepSoon(task: PyTask, text: string): void {
  callSoon(task.loop, new TaskStep(task, exception(RuntimeError, text)), [], task.context, {
    reason: HandleReason.nextStep,
    task,
    future: null,
  });
  state.recorder?.taskSuspended(task, null);
}

/** A step called from anywhere but the loop's own frame: a loop written in Python, or an eager start. */
export class TaskStepFrame extends NativeFrame {
  readonly task: PyTask;
  readonly thrown: PyException | null;
  readonly isEager: boolean;
  private isStarted = false;
  constructor(task: PyTask, thrown: PyException | null, isEager = false) {
    super();
    this.task = task;
    this.thrown = thrown;
    this.isEager = isEager;
  }

  resume(value: Value): Outcome {
    if (this.isStarted) return this.end(() => stepYielded(this.task, value));
    this.isStarted = true;
    this.enter();
    const exc = this.begin();
    state.recorder?.taskResumed(this.task, null, exc, null);
    let outcome: Outcome;
    try {
      outcome = advance(this.task, exc);
    } catch (thrown) {
      if (thrown instanceof PyRaise) return this.fail(thrown.exception);
      throw thrown;
    }
    return outcome === PUSHED ? PUSHED : this.end(() => stepYielded(this.task, outcome));
  }

  override finished(value: Value): Outcome {
    return this.end(() => stepReturned(this.task, value));
  }

  fail(exc: PyException): Outcome {
    return this.end(() => {
      if (stepRaised(this.task, exc)) throw new PyRaise(exc, true);
    });
  }

  private enter(): void {
    if (!this.isEager) enterTask(this.task.loop, this.task);
    else if (this.task.context instanceof PyContext) enterContext(this.task.context);
  }

  private begin(): PyException | null {
    try {
      return beginStep(this.task, this.thrown);
    } catch (thrown) {
      this.end(() => undefined);
      throw thrown;
    }
  }

  private end(action: () => void): Value {
    try {
      action();
    } finally {
      if (!this.isEager) state.currentTask = null;
      else if (this.task.context instanceof PyContext) exitContext(this.task.context);
    }
    return null;
  }
}

/** CPython: task_eager_start: the first step, at once. */
export function eagerStep(task: PyTask): Outcome {
  return enterNative(new TaskStepFrame(task, null, true));
}
