/**
 * The module `_thread`, below CPython's own `threading`: threads of the simulated machine, see vm/scheduler.ts.
 * CPython: Modules/_threadmodule.c.
 */

import { isCallable } from '../objects/attributes.ts';
import {
  exception,
  type PyException,
  PyRaise,
  RuntimeError,
  raise,
  raiseObject,
  SystemExit,
  TypeError,
  ValueError,
} from '../objects/errors.ts';
import { nativeFunction, type Outcome, PUSHED, type PyNative, rawFunction } from '../objects/native.ts';
import { asSmallInt, truthy } from '../objects/protocol.ts';
import { PyDict, PyFloat, PyTuple, type Value } from '../objects/value.ts';
import { enterNative } from '../vm/call.ts';
import { NativeFrame } from '../vm/frame.ts';
import { load } from '../vm/import.ts';
import { type Machine, machine } from '../vm/machine.ts';
import { DEFAULT, IGNORE, raiseSignal } from '../vm/signals.ts';
import { exceptHookArgs, threadExcepthook } from './thread-excepthook.ts';
import { handleType, join, PyThreadHandle, startThread } from './thread-handle.ts';
import { localType } from './thread-local.ts';
import { lockType, PyLock, rlockType } from './thread-locks.ts';
import { TIMEOUT_MAX } from './timeouts.ts';

const SIGINT = 2;
const SIGNAL_MAX = 64;
/** Bytes. CPython: THREAD_STACK_MIN */
const STACK_MIN = 0x8000;

/** CPython: threading's shutdown_handles. Those of the threads that the program waits for at its end. */
type Handles = Set<PyThreadHandle>;

export function threadModule(of: Machine): Map<string, Value> {
  const handles: Handles = new Set();
  const functions = [
    nativeFunction('allocate_lock', '', () => new PyLock(lockType)),
    nativeFunction('allocate', '', () => new PyLock(lockType)),
    nativeFunction('get_ident', '', () => machine.thread.ident),
    nativeFunction('get_native_id', '', () => machine.thread.ident),
    nativeFunction('_get_main_thread_ident', '', () => of.mainThread.ident),
    nativeFunction('_is_main_interpreter', '', () => true),
    nativeFunction('daemon_threads_allowed', '', () => true),
    stackSize(),
    nativeFunction('set_name', 'name', (name: Value) => {
      machine.thread.name = String(name);
      return null;
    }),
    nativeFunction('_count', '', () => of.threads().filter((thread) => thread !== of.mainThread).length),
    ...starters(handles),
    nativeFunction('_make_thread_handle', 'ident, /', (ident: Value) => {
      const handle = new PyThreadHandle(handleType);
      handle.phase = 'running';
      handle.ident = asSmallInt(ident);
      handle.thread = of.threads().find((thread) => thread.ident === handle.ident) ?? null;
      return handle;
    }),
    nativeFunction('_shutdown', '', () => enterNative(new ShutdownFrame(handles))),
    nativeFunction('interrupt_main', 'signum=2, /', (signal: Value = SIGINT) => {
      load('_signal');
      const number = asSmallInt(signal);
      if (number < 1 || number > SIGNAL_MAX) return raise(ValueError, 'signal number out of range');
      const handler = of.signalHandlers.get(number) ?? DEFAULT;
      return handler === DEFAULT || handler === IGNORE ? null : raiseSignal(of, number);
    }),
    ...['exit', 'exit_thread'].map((name) => nativeFunction(name, '', () => raiseObject(exception(SystemExit)))),
    nativeFunction('_excepthook', 'args, /', threadExcepthook),
  ];
  const names = new Map<string, Value>(functions.map((native) => [native.name, native]));
  names.set('LockType', lockType).set('lock', lockType).set('RLock', rlockType).set('_local', localType);
  return names
    .set('_ThreadHandle', handleType)
    .set('_ExceptHookArgs', exceptHookArgs)
    .set('error', RuntimeError)
    .set('TIMEOUT_MAX', new PyFloat(TIMEOUT_MAX));
}

/** Kept and given back: stacks here are as deep as the recursion limit. */
function stackSize(): PyNative {
  let current = 0;
  return nativeFunction('stack_size', 'size=0, /', (size: Value = 0) => {
    const wanted = asSmallInt(size);
    if (wanted < 0) return raise(ValueError, 'size must be 0 or a positive value');
    if (wanted > 0 && wanted < STACK_MIN) return raise(ValueError, `size not valid: ${wanted} bytes`);
    const before = current;
    current = wanted;
    return before;
  });
}

function starters(handles: Handles): PyNative[] {
  const startNew = (args: Value[]): Value => {
    const [callable, given, keywords] = args;
    if (args.length < 2 || args.length > 3)
      return raise(
        TypeError,
        `start_new_thread expected at ${args.length < 2 ? 'least 2 arguments' : 'most 3 arguments'}, got ${args.length}`,
      );
    if (!isCallable(callable as Value)) return raise(TypeError, 'first arg must be callable');
    if (!(given instanceof PyTuple)) return raise(TypeError, '2nd arg must be a tuple');
    if (keywords !== undefined && !(keywords instanceof PyDict))
      return raise(TypeError, 'optional 3rd arg must be a dictionary');
    const handle = new PyThreadHandle(handleType);
    const named =
      keywords === undefined || keywords.map.size === 0 ? null : new Map(keywords.map as Map<string, Value>);
    startThread(handle, { callable: callable as Value, args: [...given.items], keywords: named, isDaemon: true });
    return handle.ident;
  };
  return [
    rawFunction('start_new_thread', startNew),
    rawFunction('start_new', startNew),
    nativeFunction(
      'start_joinable_thread',
      'function, handle=None, daemon=True',
      (callable: Value, given: Value = null, daemon: Value = true) => {
        if (!isCallable(callable)) return raise(TypeError, 'thread function must be callable');
        if (given !== null && !(given instanceof PyThreadHandle))
          return raise(TypeError, "'handle' must be a _ThreadHandle");
        const handle = given ?? new PyThreadHandle(handleType);
        const isDaemon = truthy(daemon);
        startThread(handle, { callable, args: [], keywords: null, isDaemon });
        for (const old of handles) if (old.phase === 'done') handles.delete(old);
        if (!isDaemon) handles.add(handle);
        return handle;
      },
    ),
  ];
}

/** CPython: thread__shutdown. Waits for the threads that are no daemons, one after the other, those too that they start. */
class ShutdownFrame extends NativeFrame {
  private readonly handles: Handles;
  constructor(handles: Handles) {
    super();
    this.handles = handles;
  }

  resume(): Outcome {
    for (const handle of this.handles) {
      this.handles.delete(handle);
      if (handle.thread !== machine.thread && join(handle, null) === PUSHED) return PUSHED;
    }
    return null;
  }

  fail(exc: PyException): Outcome {
    throw new PyRaise(exc, true);
  }
}
