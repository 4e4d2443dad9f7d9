/** Names of hosts and services. CPython: Modules/socketmodule.c, getaddrinfo, getnameinfo and their like. */
import { bufferOf, needBuffer } from '../objects/buffer.ts';
import { OSError, type PyException, raise, raiseObject, TypeError } from '../objects/errors.ts';
import { nativeFunction, type Outcome, type PyNative } from '../objects/native.ts';
import { asSmallInt, call } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../objects/value.ts';
import { network } from './descriptors.ts';
import {
  AF,
  addressValue,
  EAI,
  hError,
  hostText,
  isColon,
  isDotted,
  lookUp,
  raiseGai,
  withHost,
} from './socket-address.ts';
import { SOCK } from './socket-object.ts';

export const AI = { passive: 1, canonicalName: 2, numericHost: 4, numericService: 1024 } as const;
export const NI = { numericHost: 1, numericService: 2, nameRequired: 8 } as const;

const SERVICES: Readonly<Record<string, number>> = {
  echo: 7,
  daytime: 13,
  ftp: 21,
  ssh: 22,
  telnet: 23,
  smtp: 25,
  time: 37,
  domain: 53,
  http: 80,
  pop3: 110,
  ntp: 123,
  imap2: 143,
  https: 443,
  'http-alt': 8080,
};

/** Which kinds of sockets an address is told for, with their protocols. */
const KINDS: readonly (readonly [type: number, proto: number])[] = [
  [SOCK.stream, 6],
  [SOCK.datagram, 17],
  [SOCK.raw, 0],
];

function portOf(service: Value, flags: number): number {
  if (service === null) return 0;
  if (typeof service === 'number') return service;
  const bytes = bufferOf(service);
  const text = textOf(service) ?? (bytes === undefined ? undefined : new TextDecoder().decode(bytes));
  if (text === undefined) return raiseObject(call(OSError, 'Int or String expected') as PyException);
  if (/^\d+$/.test(text)) return Number(text);
  const known = (flags & AI.numericService) === 0 ? SERVICES[text] : undefined;
  return known ?? raiseGai(EAI.service);
}

function getAddressInfo(
  host: Value,
  port: Value,
  family: Value = 0,
  type: Value = 0,
  proto: Value = 0,
  flags: Value = 0,
): Outcome {
  const bits = asSmallInt(flags);
  const number = portOf(port, bits);
  const wanted = asSmallInt(family);
  if (wanted !== AF.unspec && wanted !== AF.inet && wanted !== AF.inet6) return raiseGai(EAI.family);
  const kinds = KINDS.filter(([kind, protocol]) => {
    const isType = asSmallInt(type) === 0 || asSmallInt(type) === kind;
    return isType && (asSmallInt(proto) === 0 || asSmallInt(proto) === protocol);
  });
  const tell = (addresses: readonly string[]): Value => {
    const fitting = addresses.filter((address) => wanted === AF.unspec || isColon(address) === (wanted === AF.inet6));
    if (fitting.length === 0) return raiseGai(EAI.noName);
    const canonical = (bits & AI.canonicalName) !== 0 && host !== null ? hostText(host) : '';
    return new PyList(
      fitting.flatMap((address) =>
        kinds.map(([kind, protocol]) => {
          const net = isColon(address) ? 'inet6' : 'inet';
          const where = addressValue({ family: net, host: address, port: number }, net);
          return new PyTuple([AF[net], kind, protocol, canonical, where]);
        }),
      ),
    );
  };
  if (host === null) {
    const isPassive = (bits & AI.passive) !== 0;
    // DIVERGES: this computer has IPv6 for itself only, and says so only when asked for it.
    if (wanted === AF.inet6) return tell([isPassive ? '::' : '::1']);
    return tell([isPassive ? '0.0.0.0' : '127.0.0.1']);
  }
  const name = hostText(host);
  if (name === '') return raiseGai(EAI.noName);
  if (isDotted(name) || isColon(name)) return tell([name]);
  if ((bits & AI.numericHost) !== 0) return raiseGai(EAI.noName);
  return lookUp(name, (addresses) =>
    tell(wanted === AF.inet6 && addresses[0]?.startsWith('127.') ? ['::1'] : addresses),
  );
}

function getNameInfo(address: Value, flagsValue: Value): Outcome {
  if (!(address instanceof PyTuple)) return raise(TypeError, 'getnameinfo() argument 1 must be a tuple');
  const host = hostText(address.items[0] ?? null);
  const port = asSmallInt(address.items[1] ?? 0);
  const flags = asSmallInt(flagsValue);
  if (!isDotted(host) && !isColon(host)) return raiseGai(EAI.noName);
  const name = (flags & NI.numericHost) !== 0 ? null : network().reverse(host);
  if (name === null && (flags & NI.nameRequired) !== 0) return raiseGai(EAI.noName);
  const service = (flags & NI.numericService) !== 0 ? undefined : serviceOf(port);
  return new PyTuple([name ?? host, service ?? String(port)]);
}

function serviceOf(port: number): string | undefined {
  return Object.keys(SERVICES).find((name) => SERVICES[name] === port);
}

function byAddress(address: Value): Outcome {
  const host = hostText(address);
  return withHost(host, 'inet', (found) => {
    const name = network().reverse(found);
    if (name === null) return raiseObject(call(hError, 1, 'Unknown host') as PyException);
    return new PyTuple([name, new PyList([]), new PyList([found])]);
  });
}

/** Four bytes of `1.2.3.4`. */
function packDotted(text: string): Uint8Array {
  const parts = text.split('.').map(Number);
  const isGood = parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part < 256);
  return isGood ? Uint8Array.from(parts) : illegalAddress('illegal IP address string passed to inet_aton');
}

function illegalAddress(message: string): never {
  return raiseObject(call(OSError, message) as PyException);
}

function packColon(text: string): Uint8Array {
  const [head = '', tail] = text.split('::', 2);
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const missing = 8 - left.length - right.length;
  if (!isColon(text) || (tail === undefined ? missing !== 0 : missing < 0))
    return illegalAddress('illegal IP address string passed to inet_pton');
  const all = [...left, ...Array.from({ length: missing }, () => '0'), ...right].map((group) =>
    Number.parseInt(group, 16),
  );
  return Uint8Array.from(all.flatMap((group) => [group >> 8, group & 255]));
}

function unpackColon(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0)).toString(16),
  );
  const text = groups.join(':');
  const zeros = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length)[0];
  if (zeros === undefined) return text;
  return `${text.slice(0, zeros.index)}::${text.slice(zeros.index + zeros[0].length + 1)}`.replace(/:::/, '::');
}

function fromPacked(family: number, bytes: Uint8Array): string {
  if (family === AF.inet && bytes.length === 4) return bytes.join('.');
  if (family === AF.inet6 && bytes.length === 16) return unpackColon(bytes);
  return illegalAddress('invalid length of packed IP address string');
}

export function nameFunctions(): readonly PyNative[] {
  return [
    nativeFunction('getaddrinfo', 'host, port, family=0, type=0, proto=0, flags=0', getAddressInfo),
    nativeFunction('getnameinfo', 'sockaddr, flags, /', getNameInfo),
    nativeFunction('gethostname', '', () => network().ownName),
    nativeFunction('gethostbyname', 'name, /', (name: Value) => withHost(hostText(name), 'inet', (found) => found)),
    nativeFunction('gethostbyname_ex', 'name, /', (name: Value) =>
      withHost(hostText(name), 'inet', (found) => new PyTuple([hostText(name), new PyList([]), new PyList([found])])),
    ),
    nativeFunction('gethostbyaddr', 'name, /', byAddress),
    nativeFunction('getservbyname', 'name, protocol=None, /', (name: Value) => {
      return SERVICES[hostText(name)] ?? illegalAddress('service/proto not found');
    }),
    nativeFunction('getservbyport', 'port, protocol=None, /', (port: Value) => {
      return serviceOf(asSmallInt(port)) ?? illegalAddress('port/proto not found');
    }),
    nativeFunction('inet_aton', 'address, /', (text: Value) => new PyBytes(packDotted(hostText(text)))),
    nativeFunction('inet_ntoa', 'packed, /', (packed: Value) => fromPacked(AF.inet, needBuffer(packed))),
    nativeFunction('inet_pton', 'family, address, /', (family: Value, text: Value) => {
      const name = hostText(text);
      if (asSmallInt(family) === AF.inet6) return new PyBytes(packColon(name));
      return new PyBytes(
        isDotted(name) ? packDotted(name) : illegalAddress('illegal IP address string passed to inet_pton'),
      );
    }),
    nativeFunction('inet_ntop', 'family, packed, /', (family: Value, packed: Value) =>
      fromPacked(asSmallInt(family), needBuffer(packed)),
    ),
  ];
}
