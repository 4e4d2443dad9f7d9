/**
 * Lock and RLock of `_thread`. A lock that is released goes to nobody: its first waiter is woken and has to be quick, as in CPython;
 * one that came too late once gets it from hand to hand. CPython: Modules/_threadmodule.c, Python/lock.c.
 */
import { OverflowError, RuntimeError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { method, newMethod, type Outcome, rawMethod } from '../objects/native.ts';
import { asSmallInt, truthy } from '../objects/protocol.ts';
import { nativeType, PyObject, PyTuple, type PyType, type Value } from '../objects/value.ts';
import { boundName } from '../vm/bound-name.ts';
import { Frame } from '../vm/frame.ts';
import { machine } from '../vm/machine.ts';
import type { Wait } from '../vm/scheduler.ts';
import type { Thread } from '../vm/thread.ts';
import { callWaited } from '../vm/wait-label.ts';
import { TIMEOUT_MAX, timeoutSeconds } from './timeouts.ts';

export const lockType = nativeType('lock');
export const rlockType = nativeType('RLock');
lockType.isBaseType = false;
for (const cls of [lockType, rlockType]) cls.attrs.set('__module__', '_thread');

export class PyLock extends PyObject {
  /** How often it is held; more than once only an RLock. */
  count = 0;
  /** The thread that acquired it. A Lock may be released by another. */
  owner: Thread | null = null;
  readonly waiters: Waiter[] = [];
  /** The variable that it was made for; '' when it went elsewhere first. */
  readonly label = boundName();
  /** The program itself made it, not something of the library for its own use. */
  readonly isPrograms = isMadeByProgram();
}

function isMadeByProgram(): boolean {
  let { top } = machine.thread;
  // `threading.RLock()` is a function in Python.
  if (top instanceof Frame && top.code.qualname === 'RLock') top = top.back;
  return top instanceof Frame && top.code.isUser;
}

function tell(lock: PyLock): void {
  if (lock.isPrograms) machine.scheduler.watcher?.lockChanged(lock);
}

/** A thread that waits for a lock. */
class Waiter {
  readonly lock: PyLock;
  readonly thread: Thread;
  /** How often it will hold the lock. */
  readonly count: number;
  readonly result: Value;
  wait: Wait | null = null;
  /** It was woken once and somebody else had been quicker. */
  wasLate = false;
  /** The lock is its own already. */
  wasGiven = false;

  constructor(lock: PyLock, count: number, result: Value) {
    this.lock = lock;
    this.thread = machine.thread;
    this.count = count;
    this.result = result;
  }

  block(deadline: number | null): Outcome {
    const { lock } = this;
    const outcome = machine.scheduler.block({
      kind: 'lock',
      label: () => waitName(lock, this.thread),
      on: lock,
      deadline,
      waker: () => (isPrivate(lock, this.thread) ? null : lock.owner),
      abandon: () => this.giveUp(),
      done: (isTimeout) => {
        if (this.wasGiven) return this.result;
        if (lock.count === 0) {
          this.withdraw();
          take(lock, this.thread, this.count);
          return this.result;
        }
        if (isTimeout) {
          this.withdraw();
          tell(lock);
          return false;
        }
        this.wasLate = true;
        return this.block(deadline);
      },
    });
    this.wait = machine.scheduler.waits.get(this.thread) ?? null;
    if (!lock.waiters.includes(this)) lock.waiters.push(this);
    tell(lock);
    return outcome;
  }

  /** It was woken, and nobody else will be on its account. */
  private giveUp(): void {
    this.withdraw();
    tell(this.lock);
    if (this.wasGiven) free(this.lock);
    else if (this.wait === null && this.lock.count === 0) wakeNext(this.lock);
  }

  private withdraw(): void {
    const at = this.lock.waiters.indexOf(this);
    if (at >= 0) this.lock.waiters.splice(at, 1);
  }
}

/** A lock that a thread of the library's making acquires twice, to be woken by another: `Condition.wait` and all that is made of it. */
function isPrivate(lock: PyLock, thread: Thread): boolean {
  return lock.owner === thread && callWaited(thread) !== null;
}

function waitName(lock: PyLock, thread: Thread): string {
  const call = callWaited(thread);
  return call === null || (lock.label !== '' && lock.owner !== thread) ? lockName(lock) : call;
}

function lockName(lock: PyLock): string {
  const kind = lock.cls === rlockType ? 'RLock' : 'Lock';
  return lock.label === '' ? `a ${kind}` : `the ${kind} ${lock.label}`;
}

function take(lock: PyLock, thread: Thread, count: number): void {
  lock.count = count;
  lock.owner = thread;
  tell(lock);
}

/** Somebody has let go of it. */
function free(lock: PyLock): void {
  lock.count = 0;
  lock.owner = null;
  tell(lock);
  wakeNext(lock);
}

function wakeNext(lock: PyLock): void {
  const [next] = lock.waiters;
  if (next === undefined || next.wait === null) return;
  if (next.wasLate) {
    lock.waiters.shift();
    take(lock, next.thread, next.count);
    next.wasGiven = true;
  }
  const { wait } = next;
  next.wait = null;
  machine.scheduler.wake(wait);
}

/** CPython: Modules/_threadmodule.c, lock_acquire_parse_args. Seconds to wait at most; 0: not at all; null: for ever. */
function patience(blocking: Value | undefined, timeout: Value | undefined): number | null {
  const waits = blocking === undefined || truthy(blocking);
  const seconds = timeout === undefined ? -1 : timeoutSeconds(timeout);
  if (!waits && seconds !== -1) return raise(ValueError, "can't specify a timeout for a non-blocking call");
  if (seconds < 0 && seconds !== -1) return raise(ValueError, 'timeout value must be a non-negative number');
  if (seconds > TIMEOUT_MAX) return raise(OverflowError, 'timeout value is too large');
  return waits ? (seconds === -1 ? null : seconds) : 0;
}

function acquire(lock: PyLock, blocking?: Value, timeout?: Value): Outcome {
  const seconds = patience(blocking, timeout);
  const { thread } = machine;
  if (lock.count === 0) {
    take(lock, thread, 1);
    return true;
  }
  if (lock.owner === thread && lock.cls.isSubtypeOf(rlockType)) {
    lock.count++;
    return true;
  }
  if (seconds === 0) return false;
  return new Waiter(lock, 1, true).block(seconds === null ? null : machine.clock.now() + seconds);
}

function release(lock: PyLock): null {
  if (lock.cls.isSubtypeOf(rlockType)) {
    if (lock.count === 0 || lock.owner !== machine.thread)
      return raise(RuntimeError, 'cannot release un-acquired lock');
    if (--lock.count > 0) return null;
  } else if (lock.count === 0) return raise(RuntimeError, 'release unlocked lock');
  free(lock);
  return null;
}

function forget(lock: PyLock): null {
  lock.count = 0;
  lock.owner = null;
  lock.waiters.length = 0;
  return null;
}

function defineLock(cls: PyType): void {
  newMethod(cls, (args, keywords, actual) => {
    if (cls === lockType && args.length > 1)
      return raise(TypeError, `lock expected 0 arguments, got ${args.length - 1}`);
    if (cls === lockType && keywords !== null && keywords.size > 0)
      return raise(TypeError, 'lock() takes no keyword arguments');
    return new PyLock(actual);
  });
  for (const name of ['acquire', 'acquire_lock']) method(cls, name, 'self, blocking=True, timeout=-1', acquire);
  method(cls, '__enter__', 'self, /', (self: PyLock) => acquire(self));
  for (const name of ['release', 'release_lock']) method(cls, name, 'self, /', release);
  rawMethod(cls, '__exit__', (args) => release(args[0] as PyLock));
  for (const name of ['locked', 'locked_lock']) method(cls, name, 'self, /', (self: PyLock) => self.count > 0);
  method(cls, '_at_fork_reinit', 'self, /', forget);
  method(cls, '__repr__', 'self, /', (self: PyLock) => {
    const state = self.count > 0 ? 'locked' : 'unlocked';
    const owner = cls === rlockType ? ` owner=${self.owner?.ident ?? 0} count=${self.count}` : '';
    return `<${state} ${self.cls.tpName} object${owner} at 0x${machine.idOf(self).toString(16)}>`;
  });
}

defineLock(lockType);
defineLock(rlockType);
const isOwned = (lock: PyLock): boolean => lock.count > 0 && lock.owner === machine.thread;
method(rlockType, '_is_owned', 'self, /', isOwned);
method(rlockType, '_recursion_count', 'self, /', (self: PyLock) => (isOwned(self) ? self.count : 0));
method(rlockType, '_release_save', 'self, /', (self: PyLock) => {
  if (self.count === 0) return raise(RuntimeError, 'cannot release un-acquired lock');
  const saved = new PyTuple([self.count, self.owner?.ident ?? 0]);
  free(self);
  return saved;
});
method(rlockType, '_acquire_restore', 'self, state, /', (self: PyLock, saved: Value) => {
  const count = saved instanceof PyTuple ? asSmallInt(saved.items[0] ?? null) : 1;
  if (self.count > 0) return new Waiter(self, count, null).block(null);
  take(self, machine.thread, count);
  return null;
});
