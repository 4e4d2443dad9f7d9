/** The type `_socket.socket`. CPython: Modules/socketmodule.c. It waits by the clock of the run; what it talks to is simulated. */
import { needBuffer, writableBuffer } from '../objects/buffer.ts';
import { raise, TimeoutError, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, newMethod, type Outcome, rawMethod } from '../objects/native.ts';
import { asFloat, asSmallInt, truthy } from '../objects/protocol.ts';
import { nativeType, PyBytes, PyFloat, PyObject, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { NetAddress, NetDatagram, NetDatagramSocket, NetEndpoint, NetFault, NetStream } from '../vm/network.ts';
import {
  closeDescriptor,
  endpointAt,
  isDatagram,
  isStream,
  network,
  openEndpoint,
  raiseErrno,
  tellOpened,
} from './descriptors.ts';
import { errnoOf } from './errno.ts';
import { makeSocketFile, nodeAt } from './files.ts';
import { AF, addressValue, familyOf, withAddress } from './socket-address.ts';
import { type Attempted, NOT_YET, waitFor } from './waiting.ts';

export const SOCK = { stream: 1, datagram: 2, raw: 3, nonblock: 0o4000, cloexec: 0o2000000 } as const;
const MSG = { peek: 2, dontWait: 0x40, waitAll: 0x100 } as const;

export const socketType = nativeType('socket');
socketType.attrs.set('__module__', '_socket');

export class PySocket extends PyObject {
  fd = -1;
  family: number = AF.inet;
  type: number = SOCK.stream;
  proto = 0;
  /** Seconds; null: for ever; 0: it does not wait. */
  timeout: number | null = null;
}

/** `setdefaulttimeout`; of the run's machine. */
export const defaults: WeakMap<object, number | null> = new WeakMap();

export type NetSocket = NetStream | NetDatagramSocket;

/** What the socket's descriptor stands for; a closed one is EBADF. */
export function openSocket(self: PySocket): NetSocket {
  const endpoint = self.fd < 0 ? undefined : endpointAt(self.fd);
  if (endpoint === undefined) return raiseErrno('EBADF');
  return isStream(endpoint) || isDatagram(endpoint) ? endpoint : raiseErrno('ENOTSOCK');
}

function streamOf(self: PySocket): NetStream {
  const socket = openSocket(self);
  return isStream(socket) ? socket : raiseErrno('EOPNOTSUPP');
}

newMethod(socketType, (_args, _keywords, cls) => new PySocket(cls));
method(
  socketType,
  '__init__',
  'self, family=-1, type=-1, proto=-1, fileno=None',
  (self: PySocket, family: Value = -1, type: Value = -1, proto: Value = -1, fileno: Value = null) => {
    const kind = asSmallInt(type);
    const isNonblocking = kind >= 0 && (kind & SOCK.nonblock) !== 0;
    self.timeout = isNonblocking ? 0 : (defaults.get(machine) ?? null);
    if (fileno !== null) adopt(self, asSmallInt(fileno), asSmallInt(family), kind, asSmallInt(proto));
    else create(self, asSmallInt(family), kind, asSmallInt(proto));
    return null;
  },
);

function create(self: PySocket, family: number, type: number, proto: number): void {
  self.family = family === -1 ? AF.inet : family;
  self.type = type === -1 ? SOCK.stream : type & ~(SOCK.nonblock | SOCK.cloexec);
  self.proto = proto === -1 ? 0 : proto;
  const net = familyOf(self.family);
  if (net === null) return raiseErrno('EAFNOSUPPORT');
  if (self.type === SOCK.stream) self.fd = openEndpoint(network().stream(net));
  else if (self.type === SOCK.datagram) self.fd = openEndpoint(network().datagram(net));
  else raiseErrno(self.type === SOCK.raw ? 'EPERM' : 'EINVAL');
}

function adopt(self: PySocket, fd: number, family: number, type: number, proto: number): void {
  if (fd < 0) return raise(ValueError, 'negative file descriptor');
  const endpoint = endpointAt(fd) ?? raiseErrno('EBADF');
  if (!isStream(endpoint) && !isDatagram(endpoint)) return raiseErrno('ENOTSOCK');
  self.fd = fd;
  self.family = family === -1 ? AF[endpoint.family] : family;
  self.type = type === -1 ? (isStream(endpoint) ? SOCK.stream : SOCK.datagram) : type & ~(SOCK.nonblock | SOCK.cloexec);
  self.proto = proto === -1 ? 0 : proto;
}

interface Call {
  readonly self: PySocket;
  readonly endpoint: NetEndpoint;
  readonly what: string;
  readonly attempt: () => Attempted;
  /** MSG_DONTWAIT. */
  readonly isImpatient?: boolean;
}

/** CPython: sock_call_ex. Waits as long as the socket's time-out says. */
function sockCall({ self, endpoint, what, attempt, isImpatient = false }: Call): Outcome {
  const isNonblocking = self.timeout === 0 || isImpatient;
  return waitFor({
    kind: 'socket',
    label: () => `${what} on socket ${self.fd}`,
    endpoints: [endpoint],
    deadline: isNonblocking ? machine.clock.now() : self.timeout === null ? null : machine.clock.now() + self.timeout,
    attempt,
    late: () => (isNonblocking ? raiseErrno('EAGAIN') : raise(TimeoutError, 'timed out')),
  });
}

/** A fault as an exception, or NOT_YET when it may pass. */
function faultOr<T>(given: T | NetFault, go: (value: T) => Attempted): Attempted {
  if (typeof given !== 'string') return go(given);
  return given === 'EAGAIN' ? NOT_YET : raiseErrno(given);
}

method(socketType, '_accept', 'self, /', (self: PySocket) => {
  const listener = streamOf(self);
  const attempt = (): Attempted =>
    faultOr(listener.accept(), (accepted) => {
      const fd = openEndpoint(accepted);
      tellOpened(fd);
      return new PyTuple([fd, addressValue(accepted.remote, accepted.family)]);
    });
  return sockCall({ self, endpoint: listener, what: 'a connection', attempt });
});

method(socketType, 'bind', 'self, address, /', (self: PySocket, address: Value) => {
  const socket = openSocket(self);
  return withAddress(address, socket.family, 'bind', (read) => {
    const path = read.family === 'unix' && read.path.startsWith('/') ? read.path : null;
    const fault = path === null ? socket.bind(read) : bindPath(socket, read, path);
    return fault === null ? null : raiseErrno(fault);
  });
});

/** A Unix socket's name is a file in a folder. */
function bindPath(socket: NetSocket, address: NetAddress, path: string): NetFault | null {
  if (nodeAt(path, path) !== null) return socket.local === null ? 'EADDRINUSE' : 'EINVAL';
  if (nodeAt(path.slice(0, path.lastIndexOf('/') + 1), path) === null) return 'ENOENT';
  const fault = socket.bind(address);
  if (fault === null) makeSocketFile(path);
  return fault;
}

method(socketType, 'listen', 'self, backlog=128, /', (self: PySocket, backlog?: Value) => {
  const fault = streamOf(self).listen(backlog === undefined ? 128 : asSmallInt(backlog));
  if (fault !== null) return raiseErrno(fault);
  tellOpened(self.fd);
  return null;
});

/** CPython: internal_connect. `done` is given the fault, or null. */
function connect(self: PySocket, address: Value, done: (fault: NetFault | null) => Outcome): Outcome {
  const socket = openSocket(self);
  return withAddress(address, socket.family, 'connect', (read) => {
    const fault = socket.connect(read);
    if (fault !== 'EINPROGRESS' || !isStream(socket) || self.timeout === 0) return done(fault);
    const attempt = (): Attempted => (socket.isConnecting ? NOT_YET : done(socket.takeFault()));
    return sockCall({ self, endpoint: socket, what: 'the answer to a request for a connection', attempt });
  });
}

method(socketType, 'connect', 'self, address, /', (self: PySocket, address: Value) =>
  connect(self, address, (fault) => (fault === null ? null : raiseErrno(fault))),
);

method(socketType, 'connect_ex', 'self, address, /', (self: PySocket, address: Value) =>
  connect(self, address, (fault) => (fault === null ? 0 : errnoOf(fault).number)),
);

function receiveStream(socket: NetSocket, max: number, flags: number): Uint8Array | NetFault {
  if (isStream(socket)) return socket.receive(max, (flags & MSG.peek) !== 0);
  const datagram = receiveDatagram(socket, flags);
  return typeof datagram === 'string' ? datagram : datagram.bytes.subarray(0, max);
}

function receiveDatagram(socket: NetDatagramSocket, flags: number): NetDatagram | NetFault {
  return (flags & MSG.peek) !== 0 ? socket.peek() : socket.receive();
}

function receive(self: PySocket, size: number, flagsValue: Value, give: (bytes: Uint8Array) => Outcome): Outcome {
  if (size < 0) return raise(ValueError, 'negative buffersize in recv');
  const socket = openSocket(self);
  const flags = asSmallInt(flagsValue);
  const parts: Uint8Array[] = [];
  const attempt = (): Attempted =>
    faultOr(receiveStream(socket, size - lengthOf(parts), flags), (bytes) => {
      parts.push(bytes);
      const isShort = (flags & MSG.waitAll) !== 0 && bytes.length > 0 && lengthOf(parts) < size;
      return isShort ? NOT_YET : give(joined(parts));
    });
  return sockCall({ self, endpoint: socket, what: 'data', attempt, isImpatient: (flags & MSG.dontWait) !== 0 });
}

function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/** Parts one after another. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

method(socketType, 'recv', 'self, bufsize, flags=0, /', (self: PySocket, size: Value, flags?: Value) =>
  receive(self, asSmallInt(size), flags ?? 0, (bytes) => new PyBytes(bytes)),
);

function writeInto(buffer: Value, bytes: Uint8Array): number {
  writableBuffer(buffer, 'recv_into() argument 1').set(bytes);
  return bytes.length;
}

function intoSize(buffer: Value, size: Value): number {
  const room = writableBuffer(buffer, 'recv_into() argument 1').length;
  const wanted = asSmallInt(size);
  if (wanted < 0) return raise(ValueError, 'negative buffersize in recv_into');
  if (wanted > room) return raise(ValueError, 'nbytes is greater than the length of the buffer');
  return wanted === 0 ? room : wanted;
}

method(
  socketType,
  'recv_into',
  'self, buffer, nbytes=0, flags=0',
  (self: PySocket, buffer: Value, size: Value = 0, flags: Value = 0) =>
    receive(self, intoSize(buffer, size), flags, (bytes) => writeInto(buffer, bytes)),
);

/** The bytes and where they came from. */
export function receiveFrom(
  self: PySocket,
  size: number,
  flags: Value,
  give: (bytes: Uint8Array, from: Value) => Outcome,
): Outcome {
  const socket = openSocket(self);
  if (isStream(socket)) return receive(self, size, flags, (bytes) => give(bytes, null));
  const bits = asSmallInt(flags);
  const attempt = (): Attempted =>
    faultOr(receiveDatagram(socket, bits), ({ bytes, from }) =>
      give(bytes.slice(0, size), from === null ? null : addressValue(from, socket.family)),
    );
  return sockCall({ self, endpoint: socket, what: 'a datagram', attempt, isImpatient: (bits & MSG.dontWait) !== 0 });
}

method(socketType, 'recvfrom', 'self, bufsize, flags=0, /', (self: PySocket, size: Value, flags?: Value) => {
  if (asSmallInt(size) < 0) return raise(ValueError, 'negative buffersize in recvfrom');
  return receiveFrom(self, asSmallInt(size), flags ?? 0, (bytes, from) => new PyTuple([new PyBytes(bytes), from]));
});

method(
  socketType,
  'recvfrom_into',
  'self, buffer, nbytes=0, flags=0',
  (self: PySocket, buffer: Value, size: Value = 0, flags: Value = 0) =>
    receiveFrom(self, intoSize(buffer, size), flags, (bytes, from) => new PyTuple([writeInto(buffer, bytes), from])),
);

/** How many bytes were taken. */
export function sendOn(self: PySocket, bytes: Uint8Array, flags: Value): Outcome {
  const socket = openSocket(self);
  const attempt = (): Attempted =>
    faultOr(isStream(socket) ? socket.send(bytes) : socket.send(bytes, null), (count) => count);
  const isImpatient = (asSmallInt(flags) & MSG.dontWait) !== 0;
  return sockCall({ self, endpoint: socket, what: 'room for its data', attempt, isImpatient });
}

method(socketType, 'send', 'self, data, flags=0, /', (self: PySocket, data: Value, flags?: Value) =>
  sendOn(self, needBuffer(data), flags ?? 0),
);

method(socketType, 'sendall', 'self, data, flags=0, /', (self: PySocket, data: Value) => {
  const socket = openSocket(self);
  let rest = needBuffer(data).slice();
  const attempt = (): Attempted => {
    while (rest.length > 0) {
      const count = isStream(socket) ? socket.send(rest) : socket.send(rest, null);
      if (typeof count === 'string') return count === 'EAGAIN' ? NOT_YET : raiseErrno(count);
      rest = rest.subarray(count);
    }
    return null;
  };
  return sockCall({ self, endpoint: socket, what: 'room for its data', attempt });
});

rawMethod(socketType, 'sendto', (args) => {
  const [self, data, ...rest] = args as [PySocket, Value, ...Value[]];
  if (data === undefined || rest.length === 0 || rest.length > 2)
    return raise(TypeError, `sendto() takes 2 or 3 arguments (${args.length - 1} given)`);
  const socket = openSocket(self);
  const bytes = needBuffer(data);
  const address = rest.at(-1) ?? null;
  if (isStream(socket)) return sendOn(self, bytes, 0);
  return withAddress(address, socket.family, 'sendto', (to) => {
    const attempt = (): Attempted => faultOr(socket.send(bytes, to), (count) => count);
    return sockCall({ self, endpoint: socket, what: 'room for its data', attempt });
  });
});

method(socketType, 'shutdown', 'self, how, /', (self: PySocket, how: Value) => {
  const directions = ['read', 'write', 'both'] as const;
  const direction = directions[asSmallInt(how)] ?? raiseErrno('EINVAL');
  const socket = openSocket(self);
  if (!isStream(socket)) return socket.remote === null ? raiseErrno('ENOTCONN') : null;
  const fault = socket.shutdown(direction);
  return fault === null ? null : raiseErrno(fault);
});

method(socketType, 'close', 'self, /', (self: PySocket) => {
  const { fd } = self;
  self.fd = -1;
  if (fd >= 0) closeDescriptor(fd);
  return null;
});

method(socketType, 'detach', 'self, /', (self: PySocket) => {
  const { fd } = self;
  self.fd = -1;
  return fd;
});

method(socketType, 'fileno', 'self, /', (self: PySocket) => self.fd);

method(socketType, 'getsockname', 'self, /', (self: PySocket) => {
  const socket = openSocket(self);
  return addressValue(socket.local, socket.family);
});

method(socketType, 'getpeername', 'self, /', (self: PySocket) => {
  const socket = openSocket(self);
  const isConnected = isStream(socket) ? socket.isConnected : socket.remote !== null;
  return isConnected ? addressValue(socket.remote, socket.family) : raiseErrno('ENOTCONN');
});

/** CPython: socket_parse_timeout. Null: for ever. */
export function readTimeout(value: Value): number | null {
  if (value === null) return null;
  const seconds = asFloat(value);
  return seconds < 0 ? raise(ValueError, 'Timeout value out of range') : seconds;
}

method(socketType, 'settimeout', 'self, timeout, /', (self: PySocket, value: Value) => {
  self.timeout = readTimeout(value);
  return null;
});

method(socketType, 'gettimeout', 'self, /', (self: PySocket) => timeoutValue(self.timeout));

export function timeoutValue(timeout: number | null): Value {
  return timeout === null ? null : new PyFloat(timeout);
}

method(socketType, 'setblocking', 'self, flag, /', (self: PySocket, flag: Value) => {
  self.timeout = truthy(flag) ? null : 0;
  return null;
});

method(socketType, 'getblocking', 'self, /', (self: PySocket) => self.timeout !== 0);

method(socketType, '__repr__', 'self, /', (self: PySocket) => {
  return `<socket object, fd=${self.fd}, family=${self.family}, type=${self.type}, proto=${self.proto}>`;
});

getset(socketType, 'family', (self: PySocket) => self.family);
getset(socketType, 'type', (self: PySocket) => self.type);
getset(socketType, 'proto', (self: PySocket) => self.proto);
getset(socketType, 'timeout', (self: PySocket) => timeoutValue(self.timeout));
