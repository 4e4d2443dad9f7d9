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

export function errnoModule(): Map<string, Value> {
  const numbers = new Map<string, Value>([...NAMES.map((name, index) => [name, index + 1] as const), ...OTHERS]);
  const codes = new PyDict();
  for (const [name, number] of numbers) if (!codes.map.has(number as number)) codes.map.set(number as number, name);
  return numbers.set('errorcode', codes);
}
