/** `select.epoll`: its methods. CPython: Modules/selectmodule.c. */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { classMethod, getset, method, newMethod, type Outcome } from '../objects/native.ts';
import { asFloat, asIndex, asSmallInt, callMethod } from '../objects/protocol.ts';
import { PyList, PyObject, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import { closeDescriptor, raiseErrno } from './descriptors.ts';
import { EPOLL, epollType, type Interest, PyEpoll } from './epoll-interest.ts';
import { NOT_YET, waitFor } from './waiting.ts';

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
