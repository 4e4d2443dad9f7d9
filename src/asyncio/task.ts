/**
 * Creating and cancelling tasks. Stepping them is task-step.ts. CPython: Modules/_asynciomodule.c, the part on Task.
 */
import { copyCurrentContext } from '../python/modules/_contextvars.ts';
import { getAttr } from '../python/objects/attributes.ts';
import { PyRaise, RuntimeError, raise, TypeError } from '../python/objects/errors.ts';
import { nativeFunction } from '../python/objects/native.ts';
import { callMethod, callWith, repr, str, truthy } from '../python/objects/protocol.ts';
import { coroutineType, generatorType, type PyObject, typeOf, type Value } from '../python/objects/value.ts';
import { AsyncGeneratorAwaitable, PyGenerator } from '../python/vm/generator.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { machine } from '../python/vm/machine.ts';
import { finalizeFuture, finalizeTask } from './finalize.ts';
import { cancelFuture, initFuture } from './future.ts';
import { rememberTask } from './known-tasks.ts';
import { isOn as isLegacyOn } from './legacy.ts';
import { PyEventLoop } from './loop.ts';
import { HandleReason } from './recorder.ts';
import { futureType, PyFuture, PyTask, taskType } from './shapes.ts';
import { getRunningLoop, pythonHalf, state } from './state.ts';
import { eagerStep, stepNext } from './task-step.ts';

export interface TaskOptions {
  readonly name: Value;
  readonly context: Value;
  readonly isEager: boolean;
  /** The loop as it was given, where that is another than the task's: none. Only an eager task asks it whether it runs. */
  readonly givenLoop?: Value;
}

/** CPython: Lib/asyncio/coroutines.py, iscoroutine. DIVERGES: classes registered with collections.abc.Coroutine by hand are not known. */
export function isCoroutine(value: Value): boolean {
  if (value instanceof PyGenerator)
    return value.cls === coroutineType || (value.cls === generatorType && isLegacyOn(11));
  if (value instanceof AsyncGeneratorAwaitable) return true;
  const cls = typeOf(value);
  if (!cls.isHeapType) return false;
  return ['__await__', 'send', 'throw', 'close'].every((name) => (cls.lookup(name) ?? null) !== null);
}

/** CPython: Modules/_asynciomodule.c, _asyncio_Task___init___impl */
export function initTask(task: PyTask, coro: Value, loop: Value, options: TaskOptions): void {
  initFuture(task, loop);
  if (!isCoroutine(coro)) {
    task.logsDestroyPending = false;
    raise(TypeError, `a coroutine was expected, got ${repr(coro)}`);
  }
  task.context = options.context === null ? copyCurrentContext() : options.context;
  task.name = options.name === null ? `Task-${++state.taskCounter}` : str(options.name);
  task.coro = coro;
  if (coro instanceof PyGenerator) heldByTask(coro, task);
  const isEager = options.isEager && isRunning(task, options.givenLoop === undefined ? loop : options.givenLoop);
  state.recorder?.taskCreated(task, state.currentTask instanceof PyTask ? state.currentTask : null, isEager);
  if (isEager) return startEagerly(task);
  try {
    stepNext(task, HandleReason.firstStep);
  } catch (thrown) {
    throw lost(task, thrown);
  }
  state.scheduledTasks.add(task);
  if (state.legacy.isOn) rememberTask(task);
}

function heldByTask(coro: PyGenerator, task: PyTask): void {
  if (coro.task === null) machine.unstarted.heldByTask(coro);
  coro.task = task;
}

function isRunning(task: PyTask, loop: Value): boolean {
  if (loop instanceof PyEventLoop) return loop.threadId !== null;
  try {
    return truthy(callMethod(loop, 'is_running'));
  } catch (thrown) {
    throw lost(task, thrown);
  }
}

/** A constructor that fails leaves a task that nobody has. */
function lost(task: PyTask, thrown: unknown): unknown {
  if (thrown instanceof PyRaise) finalizeTask(task);
  return thrown;
}

/** CPython: Modules/_asynciomodule.c, task_eager_start */
function startEagerly(task: PyTask): void {
  const previous = swapCurrentTask(task.loop, task);
  state.eagerTasks.add(task);
  try {
    // Runs to the first suspension within the constructor, so it cannot be a frame of this call.
    interpreter.call(
      nativeFunction('eager_step', '', () => eagerStep(task)),
      [],
      null,
    );
  } catch (thrown) {
    task.coro = null;
    // The constructor fails, so nobody has the task.
    if (thrown instanceof PyRaise) finalizeFuture(task);
    throw thrown;
  } finally {
    state.eagerTasks.delete(task);
    swapCurrentTask(task.loop, previous);
  }
  if (state.legacy.isOn) rememberTask(task);
  if (task.state === 'PENDING') state.scheduledTasks.add(task);
  else task.coro = null;
}

/** CPython: Lib/asyncio/base_events.py, BaseEventLoop.create_task, without a factory. */
export function newTask(coro: Value, loop: Value, options: TaskOptions): PyTask {
  const task = new PyTask();
  initTask(task, coro, loop, options);
  return task;
}

/** CPython: Modules/_asynciomodule.c, _asyncio_Task_cancel_impl */
export function cancelTask(task: PyTask, message: Value): boolean {
  task.logsTraceback = false;
  if (task.state !== 'PENDING') return false;
  task.cancelRequests++;
  const waiter = task.waiter;
  if (waiter !== null && cancelAny(waiter, message)) {
    requested(task, message, waiter);
    return true;
  }
  task.mustCancel = true;
  task.cancelMessage = message;
  requested(task, message, null);
  return true;
}

function requested(task: PyTask, message: Value, forwarded: PyObject | null): void {
  state.recorder?.taskCancelRequested(
    task,
    state.currentTask instanceof PyTask ? state.currentTask : null,
    message,
    forwarded,
  );
}

/** `future.cancel(msg=message)`, without a call where the class is ours and does not override it. */
export function cancelAny(future: PyObject, message: Value): boolean {
  const own = future.cls.lookup('cancel');
  if (future instanceof PyTask && own === taskType.attrs.get('cancel')) return cancelTask(future, message);
  if (future instanceof PyFuture && own === futureType.attrs.get('cancel')) return cancelFuture(future, message);
  return truthy(callWith(getAttr(future, 'cancel'), [], new Map([['msg', message]])));
}

/** CPython: Modules/_asynciomodule.c, _asyncio_Task_uncancel_impl */
export function uncancelTask(task: PyTask): number {
  if (task.cancelRequests > 0) {
    task.cancelRequests--;
    if (task.cancelRequests === 0) task.mustCancel = false;
    state.recorder?.taskUncancelled(task);
  }
  return task.cancelRequests;
}

/** CPython: Modules/_asynciomodule.c, enter_task */
export function enterTask(loop: Value, task: Value): void {
  checkRunning(loop);
  if (state.currentTask !== null) {
    raise(
      RuntimeError,
      `Cannot enter into task ${repr(task)} while another task ${repr(state.currentTask)} is being executed.`,
    );
  }
  state.currentTask = task;
}

/** CPython: Modules/_asynciomodule.c, leave_task */
export function leaveTask(loop: Value, task: Value): void {
  checkRunning(loop);
  if (state.currentTask !== task) {
    raise(
      RuntimeError,
      `Invalid attempt to leave task ${repr(task)} while task ${repr(state.currentTask)} is entered.`,
    );
  }
  state.currentTask = null;
}

/** CPython: Modules/_asynciomodule.c, swap_current_task */
export function swapCurrentTask(loop: Value, task: Value): Value {
  checkRunning(loop);
  const previous = state.currentTask;
  state.currentTask = task;
  return previous;
}

function checkRunning(loop: Value): void {
  if (state.runningLoop !== loop) raise(RuntimeError, `loop ${repr(loop)} is not the running loop`);
}

/** CPython: Modules/_asynciomodule.c, _asyncio_current_task_impl */
export function currentTask(loop: Value): Value {
  const own = loop === null ? getRunningLoop() : loop;
  return own === state.runningLoop ? state.currentTask : null;
}

/** CPython: Modules/_asynciomodule.c, _asyncio_get_event_loop_impl */
export function getEventLoop(): Value {
  if (state.runningLoop !== null) return state.runningLoop;
  return callMethod(
    interpreter.call(pythonHalf('asyncio.events', '_get_event_loop_policy'), [], null),
    'get_event_loop',
  );
}
