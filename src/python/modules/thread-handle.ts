/** Starting threads and waiting for them. CPython: Modules/_threadmodule.c, ThreadHandle; Python/errors.c for what a lost exception prints. */

import { type PyException, PyRaise, RuntimeError, raise, SystemExit } from '../objects/errors.ts';
import { ownAttribute } from '../objects/instance.ts';
import { getset, type Keywords, method, newMethod, type Outcome, PUSHED } from '../objects/native.ts';
import { repr } from '../objects/protocol.ts';
import { isInstance, nativeType, PyObject, type Value } from '../objects/value.ts';
import { PyMethod } from '../objects/wrapped-functions.ts';
import { invoke } from '../vm/call.ts';
import { NativeFrame } from '../vm/frame.ts';
import { machine } from '../vm/machine.ts';
import type { Wait } from '../vm/scheduler.ts';
import type { Thread } from '../vm/thread.ts';
import { tellUnraisable } from './sys.ts';
import { timeoutSeconds } from './timeouts.ts';

export const handleType = nativeType('_ThreadHandle');
handleType.attrs.set('__module__', '_thread');
handleType.isBaseType = false;

export class PyThreadHandle extends PyObject {
  phase: 'new' | 'running' | 'done' = 'new';
  ident = 0;
  thread: Thread | null = null;
  isDaemon = false;
  readonly joiners: Set<Wait> = new Set();
}

/** The bottom of a thread's stack. */
class ThreadFrame extends NativeFrame {
  private readonly handle: PyThreadHandle;
  private readonly callable: Value;
  private readonly args: Value[];
  private readonly keywords: Keywords;
  private isStarted = false;

  constructor(handle: PyThreadHandle, callable: Value, args: Value[], keywords: Keywords) {
    super();
    this.handle = handle;
    this.callable = callable;
    this.args = args;
    this.keywords = keywords;
  }

  resume(): Outcome {
    if (this.isStarted) return this.end();
    this.isStarted = true;
    try {
      const outcome = invoke(this.callable, this.args, this.keywords);
      return outcome === PUSHED ? PUSHED : this.end();
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      return this.fail(thrown.exception);
    }
  }

  fail(exc: PyException): Outcome {
    if (!isInstance(exc, SystemExit))
      tellUnraisable(exc, `Exception ignored in thread started by ${repr(this.callable)}`);
    return this.end();
  }

  private end(): Outcome {
    finished(this.handle);
    return machine.scheduler.finish();
  }
}

function finished(handle: PyThreadHandle): void {
  handle.phase = 'done';
  for (const wait of handle.joiners) machine.scheduler.wake(wait);
  handle.joiners.clear();
}

/** `_bootstrap` of a `threading.Thread` is a method of what has the name. */
function nameOf(callable: Value): string | null {
  const self = callable instanceof PyMethod ? callable.self : null;
  const name = self instanceof PyObject ? ownAttribute(self, '_name') : null;
  return typeof name === 'string' ? name : null;
}

export interface StartRequest {
  readonly callable: Value;
  readonly args: Value[];
  readonly keywords: Keywords;
  readonly isDaemon: boolean;
}

export function startThread(handle: PyThreadHandle, request: StartRequest): void {
  if (handle.phase !== 'new') raise(RuntimeError, 'thread already started');
  const thread = machine.newThread('');
  thread.name = nameOf(request.callable) ?? `Thread ${thread.ident}`;
  handle.phase = 'running';
  handle.ident = thread.ident;
  handle.thread = thread;
  handle.isDaemon = request.isDaemon;
  machine.scheduler.start(thread, new ThreadFrame(handle, request.callable, request.args, request.keywords));
}

/** CPython: ThreadHandle_join. `seconds` null: for ever. */
export function join(handle: PyThreadHandle, seconds: number | null): Outcome {
  if (handle.phase === 'new') return raise(RuntimeError, 'thread not started');
  if (handle.phase === 'done') return null;
  if (handle.thread === machine.thread) return raise(RuntimeError, 'Cannot join current thread');
  if (seconds === 0) return null;
  const outcome = machine.scheduler.block({
    kind: 'join',
    label: () => handle.thread?.name ?? 'a thread',
    on: handle,
    deadline: seconds === null ? null : machine.clock.now() + seconds,
    waker: () => handle.thread,
    abandon: () => undefined,
    done: () => null,
  });
  const wait = machine.scheduler.waits.get(machine.thread);
  if (wait !== undefined) handle.joiners.add(wait);
  return outcome;
}

newMethod(handleType, (_args, _keywords, cls) => new PyThreadHandle(cls));
getset(handleType, 'ident', (self: PyThreadHandle) => self.ident);
method(handleType, 'is_done', 'self, /', (self: PyThreadHandle) => self.phase === 'done');
method(handleType, '_set_done', 'self, /', (self: PyThreadHandle) => {
  if (self.phase === 'new') return raise(RuntimeError, 'thread not started');
  finished(self);
  return null;
});
method(handleType, 'join', 'self, timeout=None, /', (self: PyThreadHandle, timeout: Value = null) => {
  const seconds = timeout === null ? -1 : timeoutSeconds(timeout);
  return join(self, seconds < 0 ? null : seconds);
});
method(handleType, '__repr__', 'self, /', (self: PyThreadHandle) => `<_ThreadHandle object: ident=${self.ident}>`);
