/**
 * `select.epoll`: which of the registered descriptors are ready, in the order in which they became so. What is ready and was told
 * goes to the end of that order, as in Linux (level-triggered). CPython: Modules/selectmodule.c.
 */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { classMethod, getset, method, newMethod, type Outcome } from '../objects/native.ts';
import { asFloat, asIndex, asSmallInt, callMethod } from '../objects/protocol.ts';
import { nativeType, PyList, PyObject, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { NetEndpoint } from '../vm/network.ts';
import { closeDescriptor, endpointAt, openEndpoint, raiseErrno } from './descriptors.ts';
import { NOT_YET, waitFor } from './waiting.ts';

export const EPOLL = { in: 1, priority: 2, out: 4, error: 8, hangUp: 16, oneShot: 1 << 30, edge: 1 << 31 } as const;

export const epollType = nativeType('epoll');
epollType.attrs.set('__module__', 'select');

interface Registered {
  readonly fd: number;
  readonly endpoint: NetEndpoint;
  events: number;
  readonly unwatch: () => void;
}

/** What a descriptor is ready for, among `events`; errors are always told. */
export function readiness(endpoint: NetEndpoint, events: number): number {
  let bits = 0;
  if (endpoint.isReadable) bits |= EPOLL.in;
  if (endpoint.isWritable) bits |= EPOLL.out;
  bits &= events;
  if (endpoint.hasFailed) bits |= EPOLL.error;
  if (endpoint.hasHungUp) bits |= EPOLL.hangUp;
  return bits;
}

/** The selector itself is an endpoint too: a selector in a selector, and a thread that waits. */
class Interest implements NetEndpoint {
  readonly registered: Map<number, Registered> = new Map();
  /** Became ready, and was not yet found otherwise; the first first. */
  readonly queue: Set<number> = new Set();
  readonly #watchers: Set<() => void> = new Set();
  readonly isWritable = false;
  readonly hasHungUp = false;
  readonly hasFailed = false;

  get isReadable(): boolean {
    return this.isAnyReady;
  }

  get isAnyReady(): boolean {
    for (const fd of this.queue) {
      const entry = this.registered.get(fd);
      if (entry !== undefined && readiness(entry.endpoint, entry.events) !== 0) return true;
    }
    return false;
  }

  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  add(fd: number, events: number): void {
    const endpoint = endpointAt(fd);
    // A regular file cannot be waited for.
    if (endpoint === undefined) return raiseErrno(fd < 0 ? 'EBADF' : 'EPERM');
    if (this.registered.has(fd)) return raiseErrno('EEXIST');
    const unwatch = endpoint.watch(() => this.#look(fd));
    this.registered.set(fd, { fd, endpoint, events, unwatch });
    this.#look(fd);
  }

  modify(fd: number, events: number): void {
    const entry = this.registered.get(fd) ?? raiseErrno('ENOENT');
    entry.events = events;
    this.#look(fd);
  }

  remove(fd: number): void {
    const entry = this.registered.get(fd);
    if (entry === undefined) return raiseErrno(endpointAt(fd) === undefined ? 'EBADF' : 'ENOENT');
    entry.unwatch();
    this.registered.delete(fd);
    this.queue.delete(fd);
  }

  close(): void {
    for (const { unwatch } of this.registered.values()) unwatch();
    this.registered.clear();
    this.queue.clear();
  }

  /** Pairs of descriptor and events, at most `max`. */
  take(max: number): (readonly [number, number])[] {
    const found: (readonly [number, number])[] = [];
    for (const fd of [...this.queue]) {
      if (found.length === max) break;
      this.queue.delete(fd);
      const entry = this.registered.get(fd);
      if (entry === undefined) continue;
      // A descriptor that was closed is no longer watched by the kernel.
      if (endpointAt(fd) !== entry.endpoint) {
        entry.unwatch();
        this.registered.delete(fd);
        continue;
      }
      const bits = readiness(entry.endpoint, entry.events);
      if (bits === 0) continue;
      found.push([fd, bits]);
      if ((entry.events & EPOLL.oneShot) !== 0) entry.events = 0;
      else if ((entry.events & EPOLL.edge) === 0) this.queue.add(fd);
    }
    return found;
  }

  #look(fd: number): void {
    const entry = this.registered.get(fd);
    if (entry === undefined || readiness(entry.endpoint, entry.events) === 0) return;
    this.queue.add(fd);
    for (const watcher of [...this.#watchers]) watcher();
  }
}

export class PyEpoll extends PyObject {
  readonly interest: Interest = new Interest();
  fd: number;

  constructor() {
    super(epollType);
    this.fd = openEndpoint(this.interest);
  }
}

newMethod(epollType, () => new PyEpoll());

function open(self: PyEpoll): Interest {
  return self.fd < 0 ? raise(ValueError, 'I/O operation on closed epoll object') : self.interest;
}

/** CPython: PyObject_AsFileDescriptor. */
export function descriptorOf(value: Value): number {
  const number =
    typeof value === 'object' && value !== null
      ? callFileno(value)
      : typeof value === 'number'
        ? value
        : noDescriptor();
  const fd = typeof number === 'number' ? number : Number(asIndex(number));
  return fd < 0 ? raise(ValueError, `file descriptor cannot be a negative integer (${fd})`) : fd;
}

function noDescriptor(): never {
  return raise(TypeError, 'argument must be an int, or have a fileno() method.');
}

function callFileno(value: Value): Value {
  if (value instanceof PyObject && value.cls.lookup('fileno') === undefined) return noDescriptor();
  const number = callMethod(value, 'fileno');
  return typeof number === 'number' ? number : raise(TypeError, 'fileno() returned a non-integer');
}

const EVENTS_USUAL = EPOLL.in | EPOLL.priority | EPOLL.out;

method(epollType, 'register', 'self, fd, eventmask=7', (self: PyEpoll, fd: Value, events?: Value) => {
  open(self).add(descriptorOf(fd), events === undefined ? EVENTS_USUAL : asSmallInt(events));
  return null;
});
method(epollType, 'modify', 'self, fd, eventmask', (self: PyEpoll, fd: Value, events: Value) => {
  open(self).modify(descriptorOf(fd), asSmallInt(events));
  return null;
});
method(epollType, 'unregister', 'self, fd', (self: PyEpoll, fd: Value) => {
  open(self).remove(descriptorOf(fd));
  return null;
});
method(
  epollType,
  'poll',
  'self, timeout=None, maxevents=-1',
  (self: PyEpoll, timeout?: Value, max?: Value): Outcome => {
    const interest = open(self);
    const seconds = timeout === undefined || timeout === null ? -1 : asFloat(timeout);
    const most = max === undefined || asSmallInt(max) === -1 ? 1024 : asSmallInt(max);
    if (most <= 0) return raise(ValueError, `maxevents must be greater than 0, got ${most}`);
    return waitFor({
      kind: 'select',
      label: () => `one of ${interest.registered.size} sockets`,
      endpoints: [interest],
      deadline: seconds < 0 ? null : machine.clock.now() + seconds,
      attempt: () => {
        const found = interest.take(most);
        return found.length === 0 ? NOT_YET : new PyList(found.map((pair) => new PyTuple([...pair])));
      },
      late: () => new PyList([]),
    });
  },
);
method(epollType, 'close', 'self', (self: PyEpoll) => {
  if (self.fd >= 0) closeDescriptor(self.fd);
  self.fd = -1;
  return null;
});
method(epollType, 'fileno', 'self', (self: PyEpoll) => {
  open(self);
  return self.fd;
});
method(epollType, '__enter__', 'self', (self: PyEpoll) => {
  open(self);
  return self;
});
method(epollType, '__exit__', 'self, exc_type=None, exc_value=None, exc_tb=None, /', (self: PyEpoll) => {
  callMethod(self, 'close');
  return null;
});
classMethod(epollType, 'fromfd', 'cls, fd, /', () => raiseErrno('EINVAL'));
getset(epollType, 'closed', (self: PyEpoll) => self.fd < 0);
