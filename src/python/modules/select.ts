/** The module `select`: waiting for one of several descriptors. CPython: Modules/selectmodule.c. Leaves out kqueue and devpoll. */
import { exception, KeyError, OSError, raise, raiseObject, TypeError, ValueError } from '../objects/errors.ts';
import { method, nativeFunction, type Outcome } from '../objects/native.ts';
import { asFloat, asSmallInt, toArray } from '../objects/protocol.ts';
import { nativeType, PyList, PyObject, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { NetEndpoint } from '../vm/network.ts';
import { endpointAt, raiseErrno } from './descriptors.ts';
import { descriptorOf } from './epoll.ts';
import { EPOLL, epollType, readiness } from './epoll-interest.ts';
import { NOT_YET, waitFor } from './waiting.ts';

const POLL_INVALID = 32;

interface Asked {
  readonly value: Value;
  readonly endpoint: NetEndpoint;
}

function asked(values: Value): Asked[] {
  return toArray(values).map((value) => ({ value, endpoint: endpointAt(descriptorOf(value)) ?? raiseErrno('EBADF') }));
}

/** select.select. What hung up or failed counts as readable and writable. */
function select(reading: Value, writing: Value, exceptional: Value, timeout: Value = null): Outcome {
  const readers = asked(reading);
  const writers = asked(writing);
  const others = asked(exceptional);
  if (timeout !== null && typeof timeout === 'string') return raise(TypeError, 'timeout must be a float or None');
  const seconds = timeout === null ? null : asFloat(timeout);
  if (seconds !== null && seconds < 0) return raise(ValueError, 'timeout must be non-negative');
  const lists = (): readonly PyList[] => [
    new PyList(readers.filter(({ endpoint }) => readiness(endpoint, EPOLL.in) !== 0).map(({ value }) => value)),
    new PyList(writers.filter(({ endpoint }) => readiness(endpoint, EPOLL.out) !== 0).map(({ value }) => value)),
    new PyList([]),
  ];
  return waitFor({
    kind: 'select',
    label: () => `one of ${readers.length + writers.length} sockets`,
    endpoints: [...readers, ...writers, ...others].map(({ endpoint }) => endpoint),
    deadline: seconds === null ? null : machine.clock.now() + seconds,
    attempt: () => {
      const found = lists();
      return found.some(({ items }) => items.length > 0) ? new PyTuple([...found]) : NOT_YET;
    },
    late: () => new PyTuple([...lists()]),
  });
}

const pollType = nativeType('poll');
pollType.attrs.set('__module__', 'select');

class PyPoll extends PyObject {
  readonly registered: Map<number, number> = new Map();
  constructor() {
    super(pollType);
  }
}

method(pollType, 'register', 'self, fd, eventmask=7, /', (self: PyPoll, fd: Value, events?: Value) => {
  self.registered.set(descriptorOf(fd), events === undefined ? 7 : asSmallInt(events));
  return null;
});
method(pollType, 'modify', 'self, fd, eventmask, /', (self: PyPoll, fd: Value, events: Value) => {
  if (!self.registered.has(descriptorOf(fd))) return raiseErrno('ENOENT');
  self.registered.set(descriptorOf(fd), asSmallInt(events));
  return null;
});
method(pollType, 'unregister', 'self, fd, /', (self: PyPoll, fd: Value) => {
  if (!self.registered.delete(descriptorOf(fd))) return raiseObject(exception(KeyError, descriptorOf(fd)));
  return null;
});
method(pollType, 'poll', 'self, timeout=None, /', (self: PyPoll, timeout?: Value): Outcome => {
  const milliseconds = timeout === undefined || timeout === null ? -1 : asFloat(timeout);
  const found = (): PyList => {
    const pairs = [...self.registered].map(([fd, events]) => {
      const endpoint = endpointAt(fd);
      return [fd, endpoint === undefined ? POLL_INVALID : readiness(endpoint, events)] as const;
    });
    return new PyList(pairs.filter(([, bits]) => bits !== 0).map((pair) => new PyTuple([...pair])));
  };
  return waitFor({
    kind: 'select',
    label: () => `one of ${self.registered.size} sockets`,
    endpoints: [...self.registered.keys()].map(endpointAt).filter((endpoint) => endpoint !== undefined),
    deadline: milliseconds < 0 ? null : machine.clock.now() + milliseconds / 1000,
    attempt: () => {
      const pairs = found();
      return pairs.items.length > 0 ? pairs : NOT_YET;
    },
    late: () => new PyList([]),
  });
});

export function selectModule(): Map<string, Value> {
  const names = new Map<string, Value>([
    ['select', nativeFunction('select', 'rlist, wlist, xlist, timeout=None, /', select)],
    ['poll', nativeFunction('poll', '', () => new PyPoll())],
    ['epoll', epollType],
    ['error', OSError],
    ['PIPE_BUF', 4096],
    ['EPOLL_CLOEXEC', 0o2000000],
    ['EPOLLONESHOT', EPOLL.oneShot],
    ['EPOLLET', 2 ** 31],
    ['POLLNVAL', POLL_INVALID],
  ]);
  const bits = {
    IN: EPOLL.in,
    PRI: EPOLL.priority,
    OUT: EPOLL.out,
    ERR: EPOLL.error,
    HUP: EPOLL.hangUp,
    RDHUP: 0x2000,
  };
  for (const [name, bit] of Object.entries(bits)) names.set(`POLL${name}`, bit).set(`EPOLL${name}`, bit);
  return names;
}
