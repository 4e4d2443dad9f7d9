/**
 * The module `_thread` of a world with one thread: locks work, starting a thread is refused. To wait for a lock that
 * nobody else can release is a deadlock and ends the run. CPython: Modules/_threadmodule.c.
 */
import {
  exception,
  NotImplementedError,
  RuntimeError,
  raise,
  raiseObject,
  SystemExit,
  ValueError,
} from '../objects/errors.ts';
import { getset, method, nativeFunction, newMethod, rawFunction, rawMethod } from '../objects/native.ts';
import { asFloat, asSmallInt, truthy } from '../objects/protocol.ts';
import { nativeType, PyFloat, PyObject, type PyType, type Value } from '../objects/value.ts';
import { Frame } from '../vm/frame.ts';
import { machine, RunStopped } from '../vm/machine.ts';
import { structSequenceType } from './struct-sequence.ts';

const TIMEOUT_MAX = 9_223_372_036;
const lockType = nativeType('lock');
const rlockType = nativeType('RLock');
const localType = nativeType('_local');
const handleType = nativeType('_ThreadHandle');
lockType.isBaseType = false;
for (const cls of [lockType, rlockType, localType, handleType]) cls.attrs.set('__module__', '_thread');
const exceptHookArgs = structSequenceType('_thread', '_ExceptHookArgs', [
  'exc_type',
  'exc_value',
  'exc_traceback',
  'thread',
]);

class PyLock extends PyObject {
  count = 0;
}

newMethod(lockType, (_args, _keywords, cls) => new PyLock(cls));
newMethod(rlockType, (_args, _keywords, cls) => new PyLock(cls));
newMethod(handleType, (_args, _keywords, cls) => new PyObject(cls));
newMethod(localType, (_args, _keywords, cls) => {
  const local = new PyObject(cls);
  local.attrs = new Map();
  return local;
});

function acquire(self: PyLock, blocking?: Value, timeout?: Value): boolean {
  const waits = blocking === undefined || truthy(blocking);
  const seconds = timeout === undefined ? -1 : asFloat(timeout);
  if (!waits && seconds !== -1) return raise(ValueError, "can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) return raise(ValueError, 'timeout value must be a non-negative number');
  if (self.count === 0 || self.cls.isSubtypeOf(rlockType)) {
    self.count++;
    return true;
  }
  if (!waits) return false;
  if (seconds >= 0) {
    machine.clock.sleep(seconds);
    return false;
  }
  const top = machine.thread.top;
  throw new RunStopped(
    'deadlock',
    'The program waits for a lock that it holds itself; nobody can ever release it.',
    top instanceof Frame ? top : null,
  );
}

function release(self: PyLock): null {
  if (self.count === 0)
    return raise(
      RuntimeError,
      self.cls.isSubtypeOf(rlockType) ? 'cannot release un-acquired lock' : 'release unlocked lock',
    );
  self.count--;
  return null;
}

function defineLock(cls: PyType): void {
  for (const name of ['acquire', '__enter__', 'acquire_lock'])
    method(cls, name, 'self, blocking=True, timeout=-1', acquire);
  for (const name of ['release', 'release_lock']) method(cls, name, 'self, /', release);
  rawMethod(cls, '__exit__', (args) => release(args[0] as PyLock));
  for (const name of ['locked', 'locked_lock']) method(cls, name, 'self, /', (self: PyLock) => self.count > 0);
  method(cls, '__repr__', 'self, /', (self: PyLock) => {
    const state = self.count > 0 ? 'locked' : 'unlocked';
    const owner = cls === rlockType ? ` owner=${self.count > 0 ? 1 : 0} count=${self.count}` : '';
    return `<${state} _thread.${cls.name} object${owner} at 0x${machine.idOf(self).toString(16)}>`;
  });
}

defineLock(lockType);
defineLock(rlockType);
method(rlockType, '_is_owned', 'self, /', (self: PyLock) => self.count > 0);
method(rlockType, '_recursion_count', 'self, /', (self: PyLock) => self.count);
method(rlockType, '_release_save', 'self, /', (self: PyLock) => {
  const count = self.count;
  self.count = 0;
  return count;
});
method(rlockType, '_acquire_restore', 'self, state, /', (self: PyLock, count: Value) => {
  self.count = asSmallInt(count);
  return null;
});
getset(handleType, 'ident', () => 1);
method(handleType, 'is_done', 'self, /', () => false);
method(handleType, '_set_done', 'self, /', () => null);
method(handleType, 'join', 'self, timeout=None', () => null);

export function threadModule(): Map<string, Value> {
  const refuse = () => raise(NotImplementedError, 'threads cannot be started here yet: this page runs one thread');
  const functions = [
    nativeFunction('allocate_lock', '', () => new PyLock(lockType)),
    nativeFunction('allocate', '', () => new PyLock(lockType)),
    nativeFunction('get_ident', '', () => machine.thread.ident),
    nativeFunction('get_native_id', '', () => machine.thread.ident),
    nativeFunction('_get_main_thread_ident', '', () => 1),
    nativeFunction('_make_thread_handle', 'ident, /', () => new PyObject(handleType)),
    nativeFunction('_count', '', () => 0),
    nativeFunction('_is_main_interpreter', '', () => true),
    nativeFunction('_shutdown', '', () => null),
    nativeFunction('daemon_threads_allowed', '', () => true),
    nativeFunction('stack_size', 'size=0, /', () => 0),
    nativeFunction('set_name', 'name', () => null),
    rawFunction('start_new_thread', refuse),
    rawFunction('start_new', refuse),
    rawFunction('start_joinable_thread', refuse),
    rawFunction('interrupt_main', refuse),
    nativeFunction('exit', '', () => raiseObject(exception(SystemExit))),
    nativeFunction('_excepthook', 'exc_info, /', () => null),
  ];
  const names = new Map<string, Value>(functions.map((native) => [native.name, native]));
  names.set('LockType', lockType).set('lock', lockType).set('RLock', rlockType).set('_local', localType);
  return names
    .set('_ThreadHandle', handleType)
    .set('_ExceptHookArgs', exceptHookArgs)
    .set('error', RuntimeError)
    .set('TIMEOUT_MAX', new PyFloat(TIMEOUT_MAX));
}
