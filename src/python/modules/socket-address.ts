/** Socket addresses as Python writes them, and names of hosts. CPython: Modules/socketmodule.c, getsockaddrarg and makesockaddr. */
import { bufferOf } from '../objects/buffer.ts';
import type { PyException } from '../objects/errors.ts';
import { exception, OSError, OverflowError, raise, raiseObject, TypeError } from '../objects/errors.ts';
import type { Outcome } from '../objects/native.ts';
import { asIndex, call } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyTuple, PyType, typeOf, typeType, type Value } from '../objects/value.ts';
import type { NetAddress, NetFamily } from '../vm/network.ts';
import { network } from './descriptors.ts';
import { absolute } from './files.ts';
import { after } from './waiting.ts';

export const AF = { unspec: 0, unix: 1, inet: 2, inet6: 10 } as const;

export const gaiError = new PyType(typeType, 'gaierror', [OSError], 'exception');
export const hError = new PyType(typeType, 'herror', [OSError], 'exception');
for (const cls of [gaiError, hError]) cls.attrs.set('__module__', 'socket');

export const EAI = { badFlags: -1, noName: -2, family: -6, service: -8 } as const;
const EAI_TEXTS: Readonly<Record<number, string>> = {
  [EAI.badFlags]: 'Bad value for ai_flags',
  [EAI.noName]: 'Name or service not known',
  [EAI.family]: 'ai_family not supported',
  [EAI.service]: 'Servname not supported for ai_socktype',
};

export function raiseGai(code: number): never {
  return raiseObject(call(gaiError, code, EAI_TEXTS[code] ?? 'Unknown error') as PyException);
}

export function isDotted(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

export function isColon(host: string): boolean {
  return host.includes(':') && /^[0-9a-fA-F:.]+$/.test(host);
}

export function familyOf(number: number): NetFamily | null {
  if (number === AF.inet) return 'inet';
  if (number === AF.inet6) return 'inet6';
  return number === AF.unix ? 'unix' : null;
}

/** The tuple, the path, or None. */
export function addressValue(address: NetAddress | null, family: NetFamily): Value {
  if (family === 'unix') return address?.family === 'unix' ? address.path : '';
  if (address === null || address.family === 'unix')
    return family === 'inet' ? new PyTuple(['0.0.0.0', 0]) : new PyTuple(['::', 0, 0, 0]);
  return address.family === 'inet'
    ? new PyTuple([address.host, address.port])
    : new PyTuple([address.host, address.port, 0, 0]);
}

/** Reads an address given to `caller` and goes on with it: at once, or when DNS has answered. */
export function withAddress(
  value: Value,
  family: NetFamily,
  caller: string,
  go: (address: NetAddress) => Outcome,
): Outcome {
  if (family === 'unix') return go({ family, path: unixPath(value) });
  const name = family === 'inet' ? 'AF_INET' : 'AF_INET6';
  if (!(value instanceof PyTuple))
    return raise(TypeError, `${caller}(): ${name} address must be tuple, not ${typeOf(value).tpName}`);
  const { items } = value;
  if (family === 'inet' ? items.length !== 2 : items.length < 2 || items.length > 4) {
    return raise(
      TypeError,
      `${name} address must be a ${family === 'inet' ? 'pair (host, port)' : 'tuple (host, port[, flowinfo[, scopeid]])'}`,
    );
  }
  const host = hostText(items[0] ?? null);
  const port = Number(asIndex(items[1] ?? null));
  if (port < 0 || port > 65_535) return raise(OverflowError, `${caller}(): port must be 0-65535.`);
  return withHost(host, family, (found) => go({ family, host: found, port }));
}

function unixPath(value: Value): string {
  const text = textOf(value);
  const bytes = bufferOf(value);
  const path = text ?? (bytes === undefined ? undefined : new TextDecoder().decode(bytes));
  if (path === undefined) return raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
  if (path.length > 107) return raiseObject(exception(OSError, 'AF_UNIX path too long'));
  return path === '' || path.startsWith('\0') ? path : absolute(path);
}

export function hostText(value: Value): string {
  const text = textOf(value);
  const bytes = text === undefined ? bufferOf(value) : undefined;
  if (bytes !== undefined) return new TextDecoder().decode(bytes);
  return text ?? raise(TypeError, `str, bytes or bytearray expected, not ${typeOf(value).tpName}`);
}

/** A numeric address for a name. CPython: setipaddr. */
export function withHost(host: string, family: 'inet' | 'inet6', go: (host: string) => Outcome): Outcome {
  if (host === '') return go(family === 'inet' ? '0.0.0.0' : '::');
  if (host === '<broadcast>' && family === 'inet') return go('255.255.255.255');
  if (family === 'inet' ? isDotted(host) : isColon(host)) return go(host);
  return lookUp(host, (addresses) => {
    const found = addresses.find((address) => isColon(address) === (family === 'inet6'));
    if (found !== undefined) return go(found);
    if (family === 'inet6' && addresses[0]?.startsWith('127.') === true) return go('::1');
    return raiseGai(addresses.length === 0 ? EAI.noName : -9);
  });
}

/** Asks DNS, which takes its time. */
export function lookUp(host: string, go: (addresses: readonly string[]) => Outcome): Outcome {
  const { addresses, seconds } = network().lookUp(host);
  return after(
    seconds,
    () => `the address of ${host}`,
    () => go(addresses),
  );
}
