/** os.read and os.write on pipes and sockets, os.pipe, os.set_blocking. */
import { nativeFunction, type Outcome, type PyNative } from '../objects/native.ts';
import { asSmallInt, truthy } from '../objects/protocol.ts';
import { PyBytes, PyTuple, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';
import type { NetEndpoint } from '../vm/network.ts';
import {
  duplicate,
  endpointAt,
  isPipeReader,
  isPipeWriter,
  isStream,
  network,
  openEndpoint,
  raiseErrno,
} from './descriptors.ts';
import { errnoText } from './errno.ts';
import { type Attempted, NOT_YET, waitFor } from './waiting.ts';

/** O_NONBLOCK, by what the descriptor stands for. */
const nonblocking: WeakSet<NetEndpoint> = new WeakSet();

function wait(endpoint: NetEndpoint, fd: number, what: string, attempt: () => Attempted): Outcome {
  const deadline = nonblocking.has(endpoint) ? machine.clock.now() : null;
  const late = (): Outcome => raiseErrno('EAGAIN');
  return waitFor({
    kind: 'pipe',
    label: () => `${what} on descriptor ${fd}`,
    endpoints: [endpoint],
    deadline,
    attempt,
    late,
  });
}

export function readEndpoint(endpoint: NetEndpoint, fd: number, size: number): Outcome {
  if (!isPipeReader(endpoint) && !isStream(endpoint)) return raiseErrno('EBADF');
  return wait(endpoint, fd, 'data', () => {
    const bytes = endpoint.receive(size);
    if (typeof bytes !== 'string') return new PyBytes(bytes);
    return bytes === 'EAGAIN' ? NOT_YET : raiseErrno(bytes);
  });
}

export function writeEndpoint(endpoint: NetEndpoint, fd: number, bytes: Uint8Array): Outcome {
  if (!isPipeWriter(endpoint) && !isStream(endpoint)) return raiseErrno('EBADF');
  let written = 0;
  return wait(endpoint, fd, 'room for its data', () => {
    while (written < bytes.length || bytes.length === 0) {
      const count = endpoint.send(bytes.subarray(written));
      if (count === 'EAGAIN') return written > 0 && nonblocking.has(endpoint) ? written : NOT_YET;
      if (typeof count === 'string') return raiseErrno(count);
      written += count;
      if (bytes.length === 0) break;
    }
    return written;
  });
}

function openAt(fd: Value): NetEndpoint {
  return endpointAt(asSmallInt(fd)) ?? raiseErrno('EBADF');
}

export function pipeFunctions(): readonly PyNative[] {
  return [
    nativeFunction('pipe', '', () => new PyTuple(network().pipe().map(openEndpoint))),
    nativeFunction(
      'strerror',
      'code, /',
      (code: Value) => errnoText(asSmallInt(code)) ?? `Unknown error ${asSmallInt(code)}`,
    ),
    nativeFunction('dup', 'fd, /', (fd: Value) => duplicate(asSmallInt(fd))),
    nativeFunction('get_blocking', 'fd, /', (fd: Value) => !nonblocking.has(openAt(fd))),
    nativeFunction('set_blocking', 'fd, blocking, /', (fd: Value, blocking: Value) => {
      if (truthy(blocking)) nonblocking.delete(openAt(fd));
      else nonblocking.add(openAt(fd));
      return null;
    }),
  ];
}
