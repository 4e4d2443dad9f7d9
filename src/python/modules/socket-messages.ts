/**
 * sendmsg and recvmsg of `_socket.socket`, with SCM_RIGHTS: descriptors that go from process to process. CPython: Modules/socketmodule.c.
 * DIVERGES: descriptors come with the first message that is read after they were sent, whichever bytes that brings.
 */
import { needBuffer } from '../objects/buffer.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { method, nativeFunction, type Outcome, type PyNative } from '../objects/native.ts';
import { asSmallInt, toArray } from '../objects/protocol.ts';
import { PyBytes, PyList, PyTuple, type Value } from '../objects/value.ts';
import { isStream, PassedDescriptor } from './descriptors.ts';
import { joined, openSocket, type PySocket, receiveFrom, sendOn, socketType } from './socket-object.ts';
import { SOL_SOCKET } from './socket-options.ts';

export const SCM_RIGHTS = 1;
const GATHERED_MAX = 1_048_576;
/** Of a C int, and of the head of a control message. */
const FD_BYTES = 4;
const HEAD_BYTES = 16;

function lengthOfControl(bytes: number): number {
  return HEAD_BYTES + bytes;
}

/** Rounded up, as the next message needs it. */
function spaceOfControl(bytes: number): number {
  return HEAD_BYTES + Math.ceil(bytes / 8) * 8;
}

/** The buffers one after another, as far as a socket could take them at once. */
function gathered(buffers: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [];
  let room = GATHERED_MAX;
  for (const buffer of buffers) {
    if (room === 0) break;
    parts.push(buffer.subarray(0, room));
    room -= parts.at(-1)?.length ?? 0;
  }
  return joined(parts);
}

/** The numbers of an array of C ints. */
function descriptorsIn(data: Uint8Array): number[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Array.from({ length: Math.floor(data.length / FD_BYTES) }, (_, at) => view.getInt32(at * FD_BYTES, true));
}

/** The descriptors of all SCM_RIGHTS messages; others are not understood, and ignored. */
function rightsOf(ancillary: Value): number[] {
  return toArray(ancillary).flatMap((item) => {
    const parts = toArray(item);
    if (parts.length !== 3) return raise(TypeError, '[sendmsg() ancillary data items] must be a sequence of length 3');
    const [level, type, data] = parts;
    const isRights = asSmallInt(level ?? 0) === SOL_SOCKET && asSmallInt(type ?? 0) === SCM_RIGHTS;
    return isRights ? descriptorsIn(needBuffer(data ?? null)) : [];
  });
}

method(
  socketType,
  'sendmsg',
  'self, buffers, ancdata=(), flags=0, address=None, /',
  (self: PySocket, buffers: Value, ancillary?: Value, flags?: Value): Outcome => {
    const socket = openSocket(self);
    const rights = ancillary === undefined ? [] : rightsOf(ancillary);
    if (rights.length > 0 && isStream(socket)) socket.pass(rights.map((fd) => new PassedDescriptor(fd)));
    return sendOn(self, gathered(toArray(buffers).map(needBuffer)), flags ?? 0);
  },
);

/** What came along: as many descriptors as there is room for, the others are closed. */
function ancillaryOf(self: PySocket, room: number): Value {
  const socket = openSocket(self);
  const passed = (isStream(socket) ? socket.takePassed() : []).filter((thing) => thing instanceof PassedDescriptor);
  const fitting = Math.max(0, Math.floor((room - HEAD_BYTES) / FD_BYTES));
  for (const descriptor of passed.slice(fitting)) descriptor.drop();
  const numbers = passed.slice(0, fitting).map((descriptor) => descriptor.receive());
  if (numbers.length === 0) return new PyList([]);
  const data = new PyBytes(new Uint8Array(Int32Array.from(numbers).buffer));
  return new PyList([new PyTuple([SOL_SOCKET, SCM_RIGHTS, data])]);
}

method(
  socketType,
  'recvmsg',
  'self, bufsize, ancbufsize=0, flags=0, /',
  (self: PySocket, size: Value, room?: Value, flags?: Value) =>
    receiveFrom(self, asSmallInt(size), flags ?? 0, (bytes, from) => {
      const ancillary = ancillaryOf(self, room === undefined ? 0 : asSmallInt(room));
      return new PyTuple([new PyBytes(bytes), ancillary, 0, from]);
    }),
);

export function messageFunctions(): readonly PyNative[] {
  return [
    nativeFunction('CMSG_LEN', 'length, /', (length: Value) => lengthOfControl(asSmallInt(length))),
    nativeFunction('CMSG_SPACE', 'length, /', (length: Value) => spaceOfControl(asSmallInt(length))),
  ];
}
