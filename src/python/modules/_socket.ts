/** The module `_socket`: constants, and what is not a method. The type is in socket-object.ts. CPython: Modules/socketmodule.c. */
import { OSError, TimeoutError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { asSmallInt } from '../objects/protocol.ts';
import { PyTuple, type Value } from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';
import { closeDescriptor, duplicate, network, openEndpoint, raiseErrno } from './descriptors.ts';
import { AF, EAI, gaiError, hError } from './socket-address.ts';
import { messageFunctions, SCM_RIGHTS } from './socket-messages.ts';
import { AI, NI, nameFunctions } from './socket-names.ts';
import { defaults, PySocket, readTimeout, SOCK, socketType, timeoutValue } from './socket-object.ts';
import { SO, SOL_SOCKET } from './socket-options.ts';

/** Linux's numbers. */
const CONSTANTS: Readonly<Record<string, number>> = {
  AF_UNSPEC: AF.unspec,
  AF_UNIX: AF.unix,
  AF_INET: AF.inet,
  AF_INET6: AF.inet6,
  SOCK_STREAM: SOCK.stream,
  SOCK_DGRAM: SOCK.datagram,
  SOCK_RAW: SOCK.raw,
  SOCK_NONBLOCK: SOCK.nonblock,
  SOCK_CLOEXEC: SOCK.cloexec,
  SOL_SOCKET,
  SCM_RIGHTS,
  SO_DEBUG: SO.debug,
  SO_REUSEADDR: SO.reuseAddr,
  SO_TYPE: SO.type,
  SO_ERROR: SO.error,
  SO_DONTROUTE: SO.dontRoute,
  SO_BROADCAST: SO.broadcast,
  SO_SNDBUF: SO.sendBuffer,
  SO_RCVBUF: SO.receiveBuffer,
  SO_KEEPALIVE: SO.keepAlive,
  SO_LINGER: SO.linger,
  SO_REUSEPORT: SO.reusePort,
  SO_RCVTIMEO: SO.receiveTimeout,
  SO_SNDTIMEO: SO.sendTimeout,
  SO_ACCEPTCONN: SO.acceptConn,
  SO_PROTOCOL: SO.protocol,
  SO_DOMAIN: SO.domain,
  SOL_IP: 0,
  SOL_TCP: 6,
  SOL_UDP: 17,
  IPPROTO_IP: 0,
  IPPROTO_ICMP: 1,
  IPPROTO_TCP: 6,
  IPPROTO_UDP: 17,
  IPPROTO_IPV6: 41,
  IPV6_V6ONLY: 26,
  IP_TTL: 2,
  IP_MULTICAST_TTL: 33,
  IP_MULTICAST_LOOP: 34,
  IP_ADD_MEMBERSHIP: 35,
  TCP_NODELAY: 1,
  TCP_MAXSEG: 2,
  TCP_CORK: 3,
  TCP_KEEPIDLE: 4,
  TCP_KEEPINTVL: 5,
  TCP_KEEPCNT: 6,
  TCP_FASTOPEN: 23,
  MSG_OOB: 1,
  MSG_PEEK: 2,
  MSG_DONTROUTE: 4,
  MSG_DONTWAIT: 0x40,
  MSG_WAITALL: 0x100,
  MSG_NOSIGNAL: 0x4000,
  SHUT_RD: 0,
  SHUT_WR: 1,
  SHUT_RDWR: 2,
  SOMAXCONN: 4096,
  AI_PASSIVE: AI.passive,
  AI_CANONNAME: AI.canonicalName,
  AI_NUMERICHOST: AI.numericHost,
  AI_V4MAPPED: 8,
  AI_ALL: 16,
  AI_ADDRCONFIG: 32,
  AI_NUMERICSERV: AI.numericService,
  NI_NUMERICHOST: NI.numericHost,
  NI_NUMERICSERV: NI.numericService,
  NI_NAMEREQD: NI.nameRequired,
  NI_NOFQDN: 4,
  NI_DGRAM: 16,
  NI_MAXHOST: 1025,
  NI_MAXSERV: 32,
  EAI_BADFLAGS: EAI.badFlags,
  EAI_NONAME: EAI.noName,
  EAI_FAMILY: EAI.family,
  EAI_SERVICE: EAI.service,
  EAI_AGAIN: -3,
  EAI_FAIL: -4,
  EAI_MEMORY: -10,
  EAI_NODATA: -5,
  EAI_SOCKTYPE: -7,
  EAI_SYSTEM: -11,
  INADDR_ANY: 0,
  INADDR_LOOPBACK: 0x7f000001,
  INADDR_BROADCAST: 0xffffffff,
  INADDR_NONE: 0xffffffff,
  IPPORT_RESERVED: 1024,
  IPPORT_USERRESERVED: 5000,
};

function socketPair(family: Value = AF.unix, type: Value = SOCK.stream, proto: Value = 0): Value {
  if (asSmallInt(family) !== AF.unix) return raiseErrno('EOPNOTSUPP');
  const kind = asSmallInt(type) & ~(SOCK.nonblock | SOCK.cloexec);
  const ends = kind === SOCK.datagram ? network().datagramPair() : network().streamPair();
  return new PyTuple(
    ends.map((endpoint) => {
      const socket = new PySocket(socketType);
      socket.fd = openEndpoint(endpoint);
      socket.family = AF.unix;
      socket.type = kind;
      socket.proto = asSmallInt(proto);
      return socket;
    }),
  );
}

/** Network byte order and back, for a little-endian machine. */
function swapped(bytes: 2 | 4): (value: Value) => Value {
  return (value) => {
    const number = asSmallInt(value);
    const parts = Array.from({ length: bytes }, (_, index) => (number / 256 ** index) & 255);
    return parts.reduce((sum, part) => sum * 256 + part, 0);
  };
}

export function socketModule(machine: Machine): Map<string, Value> {
  const functions = [
    ...nameFunctions(),
    ...messageFunctions(),
    nativeFunction('socketpair', 'family=AF_UNIX, type=SOCK_STREAM, proto=0, /', socketPair),
    nativeFunction('close', 'fd, /', (fd: Value) => (closeDescriptor(asSmallInt(fd)) ? null : raiseErrno('EBADF'))),
    nativeFunction('dup', 'fd, /', (fd: Value) => duplicate(asSmallInt(fd))),
    nativeFunction('getdefaulttimeout', '', () => timeoutValue(defaults.get(machine) ?? null)),
    nativeFunction('setdefaulttimeout', 'timeout, /', (value: Value) => {
      defaults.set(machine, readTimeout(value));
      return null;
    }),
    nativeFunction('htons', 'integer, /', swapped(2)),
    nativeFunction('ntohs', 'integer, /', swapped(2)),
    nativeFunction('htonl', 'integer, /', swapped(4)),
    nativeFunction('ntohl', 'integer, /', swapped(4)),
  ];
  const names = new Map<string, Value>(Object.entries(CONSTANTS));
  for (const native of functions) names.set(native.name, native);
  return names
    .set('socket', socketType)
    .set('SocketType', socketType)
    .set('error', OSError)
    .set('timeout', TimeoutError)
    .set('gaierror', gaiError)
    .set('herror', hError)
    .set('has_ipv6', true);
}
