/**
 * Futures and tasks as data. CPython: Modules/_asynciomodule.c, FutureObj and TaskObj. What can be done to them is in future.ts,
 * task.ts and task-step.ts, what a program sees of them in future-type.ts and task-type.ts.
 */
import type { PyException, PyTraceback } from '../python/objects/errors.ts';
import { type Outcome, PyNative } from '../python/objects/native.ts';
import { builtinFunctionType, nativeType, PyObject, type PyType, type Value } from '../python/objects/value.ts';

export const futureType = nativeType('Future');
export const taskType = nativeType('Task', 'other', futureType);
export const taskStepType = nativeType('TaskStepMethWrapper');
for (const cls of [futureType, taskType, taskStepType]) cls.attrs.set('__module__', '_asyncio');
for (const cls of [futureType, taskType]) cls.hasNativeDict = true;

/** PENDING is left once, for good. */
export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED';

export interface DoneCallback {
  readonly callback: Value;
  readonly context: Value;
}

export class PyFuture extends PyObject {
  /** None until `__init__` has run. */
  loop: Value = null;
  state: FutureState = 'PENDING';
  result: Value = null;
  exception: PyException | null = null;
  /** The traceback that the exception had when it was set; null once somebody has got it. */
  exceptionTraceback: PyTraceback | null = null;
  callbacks: DoneCallback[] | null = null;
  /** Set by `await`, cleared by the task that waits: tells `await fut` from `yield fut`. */
  isBlocking = false;
  /** It holds an exception that nobody has looked at. */
  logsTraceback = false;
  cancelMessage: Value = null;
  /** The CancelledError that ended it, kept for the first who asks. */
  cancelledError: PyException | null = null;
  sourceTraceback: Value = null;
  /** Who waits for it: mostly one, then without a set. */
  awaitedBy: PyFuture | Set<PyFuture> | null = null;
  /** What it stands for in the picture: `sleep(2.0)`, `Lock.acquire`. */
  label = 'Future';
  traceId = 0;
  constructor(cls: PyType = futureType) {
    super(cls);
  }
}

/** Who waits for it, in the order in which they began. */
export function waitersOf({ awaitedBy }: PyFuture): Iterable<PyFuture> {
  return awaitedBy === null ? [] : awaitedBy instanceof PyFuture ? [awaitedBy] : awaitedBy;
}

export function isAwaitedBy({ awaitedBy }: PyFuture, waiter: PyObject): boolean {
  return awaitedBy === waiter || (awaitedBy instanceof Set && awaitedBy.has(waiter as PyFuture));
}

export class PyTask extends PyFuture {
  /** None once an eager task has finished. */
  coro: Value = null;
  name: Value = '';
  context: Value = null;
  /** What it waits for; null while it runs, and while its next step is scheduled without one. */
  waiter: PyObject | null = null;
  /** A request to cancel is to be delivered at the next step. */
  mustCancel = false;
  cancelRequests = 0;
  logsDestroyPending = true;
  /** The callback that steps it, made once. */
  nextStep: TaskStep | null = null;
  /** The callback that wakes it, made once. */
  wakeup: TaskWakeup | null = null;
  constructor(cls: PyType = taskType) {
    super(cls);
    this.label = 'Task';
  }
}

/** The callback that steps a task. CPython: TaskStepMethWrapper */
export class TaskStep extends PyObject {
  readonly task: PyTask;
  /** Thrown in; null sends None. */
  readonly exception: PyException | null;
  constructor(task: PyTask, exception: PyException | null) {
    super(taskStepType);
    this.task = task;
    this.exception = exception;
  }
}

/** The done callback of a future that a task waits for: the built-in method `task_wakeup` of that task. CPython: TaskWakeupDef */
export class TaskWakeup extends PyNative {
  readonly task: PyTask;
  constructor(task: PyTask, raw: (args: Value[]) => Outcome) {
    super({
      name: 'task_wakeup',
      kind: 'method',
      owner: task.cls,
      self: task,
      cls: builtinFunctionType,
      isSlot: false,
      raw,
    });
    this.task = task;
  }
}
