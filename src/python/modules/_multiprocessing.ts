/** The module `_multiprocessing`: locks that processes share. CPython: Modules/_multiprocessing/semaphore.c. */
import { AssertionError, raise, ValueError } from '../objects/errors.ts';
import {
  classMethod,
  getset,
  method,
  nativeFunction,
  type Outcome,
  rawMethod,
  staticMethod,
} from '../objects/native.ts';
import { asFloat, asSmallInt, asStr, truthy } from '../objects/protocol.ts';
import { nativeType, PyDict, PyObject, type PyType, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { Thread } from '../vm/thread.ts';
import { raiseErrno } from './descriptors.ts';
import { Semaphore, semaphores } from './semaphores.ts';

const RECURSIVE_MUTEX = 0;
const SEM_VALUE_MAX = 2_147_483_647;

const semLockType = nativeType('SemLock');
semLockType.attrs.set('__module__', '_multiprocessing');
semLockType.attrs.set('SEM_VALUE_MAX', SEM_VALUE_MAX);

/** What one process has of a semaphore. */
class PySemLock extends PyObject {
  readonly semaphore: Semaphore;
  readonly handle: number;
  readonly kind: number;
  readonly maxValue: number;
  readonly name: Value;
  /** How often this process holds it, and which of its threads took it last. */
  count = 0;
  owner: Thread | null = null;

  constructor(
    cls: PyType,
    handle: number,
    semaphore: Semaphore,
    facts: { kind: number; maxValue: number; name: Value },
  ) {
    super(cls);
    this.handle = handle;
    this.semaphore = semaphore;
    this.kind = facts.kind;
    this.maxValue = facts.maxValue;
    this.name = facts.name;
  }

  get isMine(): boolean {
    return this.count > 0 && this.owner === machine.thread;
  }

  get kindName(): string {
    if (this.kind === RECURSIVE_MUTEX) return 'RLock';
    return this.maxValue === 1 ? 'Lock' : 'Semaphore';
  }

  /** It is taken: what `acquire` gives. */
  taken(): true {
    this.count++;
    this.owner = machine.thread;
    return true;
  }
}

staticMethod(semLockType, '__new__', 'cls, /, kind, value, maxvalue, name, unlink', makeSemLock);

function makeSemLock(cls: PyType, kind: Value, value: Value, max: Value, name: Value, unlink: Value): Value {
  const number = asSmallInt(kind);
  if (number !== 0 && number !== 1) return raise(ValueError, 'unrecognized kind');
  const table = semaphores();
  const text = asStr(name, "SemLock() argument 'name'");
  if (table.byName.has(text)) return raiseErrno('EEXIST');
  const initial = asSmallInt(value);
  if (initial < 0 || initial > SEM_VALUE_MAX) return raiseErrno('EINVAL');
  const semaphore = new Semaphore(initial);
  const isUnlinked = truthy(unlink);
  if (!isUnlinked) table.byName.set(text, semaphore);
  const facts = { kind: number, maxValue: asSmallInt(max), name: isUnlinked ? null : text };
  return new PySemLock(cls, table.handleOf(semaphore), semaphore, facts);
}

classMethod(semLockType, '_rebuild', 'cls, handle, kind, maxvalue, name, /', rebuild);

/** In another process: by its name, as long as it has one. */
function rebuild(cls: PyType, handle: Value, kind: Value, max: Value, name: Value): Value {
  const table = semaphores();
  const found = name === null ? table.byHandle.get(asSmallInt(handle)) : table.byName.get(String(name));
  const facts = { kind: asSmallInt(kind), maxValue: asSmallInt(max), name };
  return new PySemLock(cls, asSmallInt(handle), found ?? raiseErrno('ENOENT'), facts);
}

method(semLockType, 'acquire', 'self, block=True, timeout=None', acquire);

function acquire(self: PySemLock, block: Value = true, timeout: Value = null): Outcome {
  if (self.kind === RECURSIVE_MUTEX && self.isMine) {
    self.count++;
    return true;
  }
  const seconds = !truthy(block) ? 0 : timeout === null ? null : Math.max(0, asFloat(timeout));
  if (self.semaphore.take(machine.thread)) return self.taken();
  if (seconds === 0) return false;
  return self.semaphore.wait({
    deadline: seconds === null ? null : machine.clock.now() + seconds,
    kindName: self.kindName,
    taken: () => self.taken(),
  });
}

method(semLockType, 'release', 'self, /', release);

function release(self: PySemLock): null {
  if (self.kind === RECURSIVE_MUTEX) {
    if (!self.isMine) return raise(AssertionError, 'attempt to release recursive lock not owned by thread');
    if (self.count > 1) {
      self.count--;
      return null;
    }
  } else if (self.semaphore.value >= self.maxValue) {
    return raise(ValueError, 'semaphore or lock released too many times');
  }
  self.count--;
  self.semaphore.post();
  return null;
}

method(semLockType, '__enter__', 'self, /', (self: PySemLock) => acquire(self));
rawMethod(semLockType, '__exit__', (args) => release(args[0] as PySemLock));
method(semLockType, '_count', 'self, /', (self: PySemLock) => self.count);
method(semLockType, '_is_mine', 'self, /', (self: PySemLock) => self.isMine);
method(semLockType, '_get_value', 'self, /', (self: PySemLock) => self.semaphore.value);
method(semLockType, '_is_zero', 'self, /', (self: PySemLock) => self.semaphore.value === 0);
method(semLockType, '_after_fork', 'self, /', (self: PySemLock) => {
  self.count = 0;
  return null;
});
getset(semLockType, 'handle', (self: PySemLock) => self.handle);
getset(semLockType, 'kind', (self: PySemLock) => self.kind);
getset(semLockType, 'maxvalue', (self: PySemLock) => self.maxValue);
getset(semLockType, 'name', (self: PySemLock) => self.name);

function unlink(name: Value): null {
  return semaphores().byName.delete(String(name)) ? null : raiseErrno('ENOENT');
}

export function multiprocessingModule(): Map<string, Value> {
  machine.exitHooks.push(() => semaphores().processEnded());
  const flags = new PyDict();
  for (const name of ['HAVE_SEM_OPEN', 'HAVE_SEM_TIMEDWAIT', 'HAVE_SEM_UNLINK']) flags.map.set(name, 1);
  return new Map<string, Value>([
    ['SemLock', semLockType],
    ['flags', flags],
    ['sem_unlink', nativeFunction('sem_unlink', 'name, /', unlink)],
  ]);
}
