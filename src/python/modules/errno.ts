/** The module `errno`, with Linux's numbers. */
import { PyDict, type Value } from '../objects/value.ts';

const NAMES =
  `EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST EXDEV
ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG
ENOLCK ENOSYS ENOTEMPTY ELOOP`.split(/\s+/);
const OTHERS: readonly (readonly [string, number])[] = [
  ['ENODATA', 61],
  ['ETIME', 62],
  ['EPROTO', 71],
  ['EBADMSG', 74],
  ['EOVERFLOW', 75],
  ['EILSEQ', 84],
  ['ENOTSOCK', 88],
  ['EDESTADDRREQ', 89],
  ['EMSGSIZE', 90],
  ['EPROTOTYPE', 91],
  ['ENOPROTOOPT', 92],
  ['EPROTONOSUPPORT', 93],
  ['EOPNOTSUPP', 95],
  ['ENOTSUP', 95],
  ['EAFNOSUPPORT', 97],
  ['EADDRINUSE', 98],
  ['EADDRNOTAVAIL', 99],
  ['ENETDOWN', 100],
  ['ENETUNREACH', 101],
  ['ECONNABORTED', 103],
  ['ECONNRESET', 104],
  ['ENOBUFS', 105],
  ['EISCONN', 106],
  ['ENOTCONN', 107],
  ['ESHUTDOWN', 108],
  ['ETIMEDOUT', 110],
  ['ECONNREFUSED', 111],
  ['EHOSTDOWN', 112],
  ['EHOSTUNREACH', 113],
  ['EALREADY', 114],
  ['EINPROGRESS', 115],
  ['ECANCELED', 125],
  ['EWOULDBLOCK', 11],
];

/** What the C library says of the errors of sockets, pipes and processes. */
const TEXTS: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  EADDRINUSE: 'Address already in use',
  EADDRNOTAVAIL: 'Cannot assign requested address',
  EAFNOSUPPORT: 'Address family not supported by protocol',
  EAGAIN: 'Resource temporarily unavailable',
  EALREADY: 'Operation already in progress',
  EBADF: 'Bad file descriptor',
  ECHILD: 'No child processes',
  ECONNABORTED: 'Software caused connection abort',
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset by peer',
  EDESTADDRREQ: 'Destination address required',
  EEXIST: 'File exists',
  EHOSTUNREACH: 'No route to host',
  EINPROGRESS: 'Operation now in progress',
  EINVAL: 'Invalid argument',
  EISCONN: 'Transport endpoint is already connected',
  EMSGSIZE: 'Message too long',
  ENETUNREACH: 'Network is unreachable',
  ENOENT: 'No such file or directory',
  ENOPROTOOPT: 'Protocol not available',
  ENOTCONN: 'Transport endpoint is not connected',
  ENOTSOCK: 'Socket operation on non-socket',
  EOPNOTSUPP: 'Operation not supported',
  EPERM: 'Operation not permitted',
  EPIPE: 'Broken pipe',
  EPROTONOSUPPORT: 'Protocol not supported',
  EPROTOTYPE: 'Protocol wrong type for socket',
  ESRCH: 'No such process',
  ETIMEDOUT: 'Connection timed out',
};

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NAMES.map((name, index) => [name, index + 1] as const),
  ...OTHERS,
]);

/** The number and the text of an error by its name. */
export function errnoOf(name: string): { readonly number: number; readonly text: string } {
  return { number: NUMBERS.get(name) ?? 5, text: TEXTS[name] ?? 'Input/output error' };
}

/** CPython: os.strerror; undefined for numbers that no text is known of. */
export function errnoText(number: number): string | undefined {
  for (const [name, other] of NUMBERS) if (other === number && TEXTS[name] !== undefined) return TEXTS[name];
  return undefined;
}

export function errnoModule(): Map<string, Value> {
  const numbers = new Map<string, Value>(NUMBERS);
  const codes = new PyDict();
  for (const [name, number] of numbers) if (!codes.map.has(number as number)) codes.map.set(number as number, name);
  return numbers.set('errorcode', codes);
}
