/**
 * What asyncio remembers for a process: the running loop and the running task of the thread that runs, the tasks there are. CPython
 * keeps it in asyncio_state of Modules/_asynciomodule.c and in the thread. One state is current at a time, as one machine is.
 */
import { assert } from '../lib/assert.ts';
import { PyException, RuntimeError, raise } from '../python/objects/errors.ts';
import { emptyTuple, PyModule, type PyObject, PyTuple, type PyType, type Value } from '../python/objects/value.ts';
import { load } from '../python/vm/import.ts';
import { type Machine, machine } from '../python/vm/machine.ts';
import type { Thread } from '../python/vm/thread.ts';
import type { AsyncioRecorder } from './recorder.ts';
import type { PyFuture, PyTask } from './shapes.ts';

export class AsyncioState {
  readonly machine: Machine;
  readonly recorder: AsyncioRecorder | null;
  runningLoop: PyObject | null = null;
  /** The task whose step runs now, in the running loop. A PyTask, or whatever `_enter_task` was given. */
  currentTask: Value = null;
  /** Numbers of unnamed tasks. */
  taskCounter = 0;
  /** Tasks that are not done, in order of creation. DIVERGES: CPython has weak references here, and so loses tasks nobody holds. */
  readonly scheduledTasks: Set<PyObject> = new Set();
  readonly eagerTasks: Set<PyObject> = new Set();
  /** Futures that got an exception; whether somebody has looked at it they know themselves. */
  readonly failures: Set<PyFuture> = new Set();
  /** Those that nobody can reach any more, but that hold themselves. */
  readonly cyclicFailures: Set<PyFuture> = new Set();
  /** How often reach.ts has looked in vain. */
  readonly sweepPace = { sweeps: 0, pause: 0, count: 0 };
  /** Who has acquired a lock or semaphore and not released it: see owners.ts. */
  readonly holders: WeakMap<PyObject, PyTask[]> = new WeakMap();
  /** See legacy.ts. `version`: the minor number that the program names; null: none. `tasks`: made since it is on. */
  readonly legacy: { isOn: boolean; version: number | null; readonly tasks: Set<PyObject> } = {
    isOn: false,
    version: null,
    tasks: new Set(),
  };

  /** Of the threads that do not run now. */
  readonly #parked: WeakMap<Thread, { readonly loop: PyObject | null; readonly task: Value }> = new WeakMap();

  constructor(of: Machine, recorder: AsyncioRecorder | null) {
    this.machine = of;
    this.recorder = recorder;
  }

  /** Another thread gets the turn: the running loop and the running task are its own. */
  left(thread: Thread): void {
    if (this.runningLoop === null && this.currentTask === null) this.#parked.delete(thread);
    else this.#parked.set(thread, { loop: this.runningLoop, task: this.currentTask });
  }

  entered(thread: Thread): void {
    const parked = this.#parked.get(thread);
    this.runningLoop = parked?.loop ?? null;
    this.currentTask = parked?.task ?? null;
    setAsyncioState(this);
  }
}

export let state: AsyncioState;

export function setAsyncioState(next: AsyncioState): void {
  state = next;
}

/** A module-level name of asyncio's Python half, imported when it is first needed. */
export function pythonHalf(module: string, name: string): Value {
  const loaded = machine.modules.map.get(module) ?? load(module);
  const value = loaded instanceof PyModule ? loaded.attrs.get(name) : undefined;
  assert(value !== undefined, `${module} defines ${name}`);
  return value;
}

/** A class of asyncio.exceptions. */
function exceptionClass(name: string): PyType {
  return pythonHalf('asyncio.exceptions', name) as PyType;
}

let cancelledOf: Machine | null = null;
let cancelledClass: PyType | null = null;

/** asyncio.CancelledError of this run. */
export function cancelledErrorType(): PyType {
  if (cancelledClass === null || cancelledOf !== machine) {
    cancelledClass = exceptionClass('CancelledError');
    cancelledOf = machine;
  }
  return cancelledClass;
}

/** A CancelledError with the message of the request, if it had one. Made here and not called: this is the hot path of cancellation. */
export function newCancelledError(message: Value): PyException {
  return new PyException(cancelledErrorType(), message === null ? emptyTuple : new PyTuple([message]));
}

export function raiseInvalidState(text: string): never {
  return raise(exceptionClass('InvalidStateError'), text);
}

/** CPython: Modules/_asynciomodule.c, get_running_loop */
export function getRunningLoop(): PyObject {
  return state.runningLoop ?? raise(RuntimeError, 'no running event loop');
}
