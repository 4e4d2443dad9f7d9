/**
 * One iteration of the event loop, as a frame: it starts handle after handle and is resumed when one has ended.
 * CPython: Lib/asyncio/base_events.py, BaseEventLoop._run_once, with Handle._run and, for handles that step a task, the C
 * functions task_step and task_wakeup in line.
 */

import { heapify, heappop } from '../lib/heap.ts';
import { enterContext, exitContext, PyContext } from '../python/modules/_contextvars.ts';
import { getAttr } from '../python/objects/attributes.ts';
import {
  IndexError,
  KeyboardInterrupt,
  type PyException,
  PyRaise,
  raise,
  SystemExit,
} from '../python/objects/errors.ts';
import { type Outcome, PUSHED } from '../python/objects/native.ts';
import { asFloat, truthy } from '../python/objects/protocol.ts';
import { isInstance, PyFloat, PyList, type Value } from '../python/objects/value.ts';
import { invoke } from '../python/vm/call.ts';
import { NativeFrame, type Place } from '../python/vm/frame.ts';
import { machine } from '../python/vm/machine.ts';
import type { Outside } from '../python/vm/outside.ts';
import { addLoopFrames, iterationPlaces } from './frames.ts';
import { PyHandle, type PyTimerHandle, timerLess } from './handles.ts';
import type { PyEventLoop } from './loop.ts';
import { hasCandidates, sweep } from './reach.ts';
import { Phase } from './recorder.ts';
import { afterSelect, lendTurn, select, timeOf } from './select.ts';
import { type PyTask, TaskStep, TaskWakeup } from './shapes.ts';
import { pythonHalf, state } from './state.ts';
import { enterTask } from './task.ts';
import { advance, beginStep, stepRaised, stepReturned, stepYielded, wakeWith } from './task-step.ts';
import { watchStatements } from './watch.ts';

/** CPython: _MIN_SCHEDULED_TIMER_HANDLES */
const MIN_SCHEDULED_TIMER_HANDLES = 100;
/** CPython: _MIN_CANCELLED_TIMER_HANDLES_FRACTION */
const MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5;
const CLOCK_RESOLUTION = 1e-9;

/** What the frame is waiting for when it is resumed. */
type Doing = 'beginning' | 'selecting' | 'turn' | 'outside' | 'callback' | 'step' | 'handler' | 'warning';

/** How a step ended; it was refused when the coroutine was not even resumed. */
const End = { yielded: 0, returned: 1, raised: 2, refused: 3 } as const;
type End = (typeof End)[keyof typeof End];

export class RunOnceFrame extends NativeFrame {
  readonly loop: PyEventLoop;
  private doing: Doing = 'beginning';
  private todo = 0;
  private handle: PyHandle | null = null;
  private task: PyTask | null = null;
  /** Debug mode: when the handle started. */
  private started = 0;

  constructor(loop: PyEventLoop) {
    super();
    this.loop = loop;
  }

  override get standsFor(): readonly Place[] {
    return iterationPlaces(this.loop);
  }

  resume(value: Value): Outcome {
    switch (this.doing) {
      case 'beginning':
        this.doing = 'selecting';
        if (begin(this.loop) === PUSHED) return PUSHED;
        this.todo = takeDue(this.loop);
        return this.runReady();
      case 'selecting':
        this.doing = 'turn';
        if (lendTurn(this.loop) === PUSHED) return PUSHED;
        this.todo = takeDue(this.loop);
        return this.runReady();
      case 'turn':
        this.todo = takeDue(this.loop);
        return this.runReady();
      case 'step':
        return this.endStep(End.yielded, value) ? PUSHED : this.runReady();
      case 'callback':
        this.leaveHandle();
        break;
      case 'handler':
        this.handled = null;
        break;
      default:
        return this.runReady();
    }
    return this.measure() ? PUSHED : this.runReady();
  }

  override finished(value: Value): Outcome {
    return this.endStep(End.returned, value) ? PUSHED : this.runReady();
  }

  fail(exc: PyException): Outcome {
    if (this.doing === 'step') return this.endStep(End.raised, exc) ? PUSHED : this.runReady();
    if (this.doing !== 'callback') throw new PyRaise(exc, true);
    this.leaveHandle();
    return this.report(exc) ? PUSHED : this.runReady();
  }

  /** Ends a task's step. True: a frame was pushed, to report an error or a slow step. */
  private endStep(end: End, value: Value): boolean {
    const task = this.task as PyTask;
    let failure: PyException | null = null;
    try {
      if (end === End.yielded) stepYielded(task, value);
      else if (end === End.returned) stepReturned(task, value);
      else if (end === End.refused || stepRaised(task, value as PyException)) failure = value as PyException;
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      failure = thrown.exception;
    }
    state.currentTask = null;
    this.task = null;
    this.leaveContext();
    return failure === null ? this.measure() : this.report(failure);
  }

  /** CPython: "This is the only place where callbacks are actually *called*." The number was counted before. */
  private runReady(): Outcome {
    for (;;) {
      this.handle = null;
      if (hasCandidates(this.loop)) {
        sweep(this.loop);
        watchStatements();
      }
      const { outside } = machine.scheduler;
      if (outside !== null && this.letIn(outside)) return PUSHED;
      if (this.todo === 0) break;
      this.todo--;
      if (this.loop.ready.size === 0) return raise(IndexError, 'pop from an empty deque');
      const handle = this.loop.ready.popLeft();
      if (handle instanceof PyHandle && !handle.cls.isHeapType) {
        if (!handle.isCancelled && this.run(handle)) return PUSHED;
      } else if (this.runForeign(handle)) return PUSHED;
    }
    this.doing = 'beginning';
    return null;
  }

  /** Between two callbacks something can be done from outside. True: the thread steps aside for it. */
  private letIn(outside: Outside): boolean {
    if (!outside.isDue) {
      outside.actIn(this.loop);
      return false;
    }
    this.doing = 'outside';
    machine.scheduler.stepAside();
    return true;
  }

  /** CPython: Lib/asyncio/events.py, Handle._run. True: a frame was pushed. */
  private run(handle: PyHandle): boolean {
    this.handle = handle;
    handle.hasRun = true;
    if (this.loop.debug) {
      this.loop.currentHandle = handle;
      this.started = this.now();
    }
    const callback = handle.callback;
    try {
      if (handle.context instanceof PyContext) {
        enterContext(handle.context);
        if (callback instanceof TaskWakeup) return this.step(callback.task, handle, handle.args?.[0] ?? null);
        if (callback instanceof TaskStep) return this.step(callback.task, handle, undefined, callback.exception);
      }
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      return this.report(thrown.exception);
    }
    this.doing = 'callback';
    state.recorder?.handleStarted(handle);
    try {
      const outcome = this.call(handle);
      if (outcome === PUSHED) return true;
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      this.leaveHandle();
      return this.report(thrown.exception);
    }
    this.leaveHandle();
    return this.measure();
  }

  /** Something else that stands in the ready queue: whatever has `_cancelled` and `_run`. True: a frame was pushed. */
  private runForeign(handle: Value): boolean {
    if (truthy(getAttr(handle, '_cancelled'))) return false;
    this.doing = 'handler';
    return invoke(getAttr(handle, '_run'), [], null) === PUSHED;
  }

  private call(handle: PyHandle): Outcome {
    const args = handle.args ?? [];
    if (handle.context instanceof PyContext) return invoke(handle.callback, args, null);
    return invoke(getAttr(handle.context, 'run'), [handle.callback, ...args], null);
  }

  /** CPython: task_step, or task_wakeup when there is a `future`. */
  private step(task: PyTask, handle: PyHandle, future: Value | undefined, given: PyException | null = null): boolean {
    let outcome: Outcome;
    let hasBegun = false;
    this.doing = 'step';
    this.task = task;
    try {
      const thrown = future === undefined ? given : wakeWith(task, future);
      enterTask(task.loop, task);
      const exc = beginStep(task, thrown);
      hasBegun = true;
      state.recorder?.taskResumed(task, handle, exc, typeof future === 'object' ? future : null);
      outcome = advance(task, exc);
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      return this.endStep(hasBegun ? End.raised : End.refused, thrown.exception);
    }
    return outcome === PUSHED || this.endStep(End.yielded, outcome);
  }

  private leaveHandle(): void {
    this.leaveContext();
    if (this.handle !== null) state.recorder?.handleFinished(this.handle);
  }

  private leaveContext(): void {
    const context = this.handle?.context;
    if (context instanceof PyContext && context.isEntered) exitContext(context);
  }

  /** A callback raised. True: a frame was pushed. SystemExit and KeyboardInterrupt leave the loop. */
  private report(exc: PyException): boolean {
    const isLeaving = isInstance(exc, SystemExit) || isInstance(exc, KeyboardInterrupt);
    addLoopFrames(exc, this.loop, isLeaving);
    if (isLeaving) throw new PyRaise(exc, true);
    this.doing = 'handler';
    this.handled = exc;
    const outcome = invoke(pythonHalf('asyncio._lean', 'callback_failed'), [this.handle, exc], null);
    if (outcome === PUSHED) return true;
    this.handled = null;
    return this.measure();
  }

  /** Debug mode: a handle that took long is reported. True: a frame was pushed. */
  private measure(): boolean {
    const loop = this.loop;
    if (loop.currentHandle === null) return false;
    const seconds = this.now() - this.started;
    loop.currentHandle = null;
    if (seconds < asFloat(loop.attrs?.get('slow_callback_duration') ?? 0.1)) return false;
    this.doing = 'warning';
    return invoke(pythonHalf('asyncio._lean', 'slow_handle'), [this.handle, new PyFloat(seconds)], null) === PUSHED;
  }

  private now(): number {
    return timeOf(this.loop);
  }
}

/** CPython: BaseEventLoop._run_once, up to and with the select. PUSHED: the thread waits. */
function begin(loop: PyEventLoop): Outcome {
  state.recorder?.iterationBegan(loop, ++loop.iteration, loop.readyCount);
  dropCancelledTimers(loop);
  return select(loop);
}

/** CPython: BaseEventLoop._run_once, from the select to the callbacks. The number of handles to run. */
function takeDue(loop: PyEventLoop): number {
  const { recorder } = state;
  afterSelect(loop);
  recorder?.phaseEntered(loop, Phase.timers, 0, loop.readyCount);
  const timers = loop.timers;
  if (timers.length > 0) {
    const now = timeOf(loop);
    const endTime = now + asFloat(loop.attrs?.get('_clock_resolution') ?? CLOCK_RESOLUTION);
    // After some months of virtual time `endTime` is `now`: a nanosecond is lost in the rounding.
    const isDue = (timer: PyTimerHandle): boolean => timer.seconds < endTime || timer.seconds === now;
    for (let head = timers[0]; head !== undefined && isDue(head); head = timers[0]) {
      heappop(timers, timerLess);
      head.isScheduled = false;
      loop.ready.append(head);
      recorder?.timerDue(head);
    }
  }
  // Counted now: a callback scheduled by these callbacks waits for the next iteration.
  recorder?.phaseEntered(loop, Phase.run, 0, loop.readyCount);
  return loop.readyCount;
}

function dropCancelledTimers(loop: PyEventLoop): void {
  const timers = loop.timers;
  const count = timers.length;
  if (count > MIN_SCHEDULED_TIMER_HANDLES && loop.timerCancelledCount / count > MIN_CANCELLED_TIMER_HANDLES_FRACTION) {
    // Remove delayed calls that were cancelled if their number is too high.
    for (const handle of timers) if (handle.isCancelled) handle.isScheduled = false;
    const kept = timers.filter((handle) => !handle.isCancelled);
    heapify(kept, timerLess);
    loop.scheduled = new PyList(kept);
    loop.timerCancelledCount = 0;
    return;
  }
  // Remove delayed calls that were cancelled from head of queue.
  for (let head = timers[0]; head?.isCancelled === true; head = timers[0]) {
    loop.timerCancelledCount--;
    heappop(timers, timerLess);
    head.isScheduled = false;
  }
}
