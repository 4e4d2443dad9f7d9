/** The base types of streams. CPython: Modules/_io/iobase.c. */

import { getAttr, getAttrOrAbsent } from '../objects/attributes.ts';
import { writableBuffer } from '../objects/buffer.ts';
import { exception, OSError, raise, raiseObject, stopIteration, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, newMethod, rawMethod } from '../objects/native.ts';
import { asIndex, call, callMethod, each, length, truthy } from '../objects/protocol.ts';
import { nativeType, PyByteArray, PyBytes, PyList, PyObject, PyType, typeOf, type Value } from '../objects/value.ts';

export const ioBaseType = nativeType('_IOBase');
export const rawIoBaseType = nativeType('_RawIOBase', 'other', ioBaseType);
export const bufferedIoBaseType = nativeType('_BufferedIOBase', 'other', ioBaseType);
export const textIoBaseType = nativeType('_TextIOBase', 'other', ioBaseType);
for (const cls of [ioBaseType, rawIoBaseType, bufferedIoBaseType, textIoBaseType]) cls.attrs.set('__module__', '_io');

/** `io.UnsupportedOperation`, an OSError and a ValueError. */
export const unsupportedOperation = new PyType(OSError.cls, 'UnsupportedOperation', [OSError, ValueError], 'exception');
unsupportedOperation.mro = [unsupportedOperation, OSError, ValueError, ...ValueError.mro.slice(1)];
unsupportedOperation.attrs.set('__module__', 'io');

/** State of every stream, subclasses made in Python included. */
export class Stream extends PyObject {
  isClosed = false;
}

newMethod(ioBaseType, (_args, _keywords, cls) => {
  const stream = new Stream(cls);
  stream.attrs = new Map();
  return stream;
});

export function checkOpen(self: Stream): void {
  if (self.isClosed) raise(ValueError, 'I/O operation on closed file.');
}

function unsupported(name: string): () => Value {
  return () => raiseObject(exception(unsupportedOperation, name));
}

for (const name of ['fileno', 'seek', 'truncate']) rawMethod(ioBaseType, name, unsupported(name));
for (const name of ['readable', 'writable', 'seekable', 'isatty']) {
  method(ioBaseType, name, 'self, /', (self: Stream) => {
    checkOpen(self);
    return false;
  });
}
method(ioBaseType, 'tell', 'self, /', (self: Value) => callMethod(self, 'seek', 0, 1));
method(ioBaseType, 'flush', 'self, /', (self: Stream) => {
  checkOpen(self);
  return null;
});
method(ioBaseType, 'close', 'self, /', (self: Stream) => {
  if (!self.isClosed) {
    callMethod(self, 'flush');
    self.isClosed = true;
  }
  return null;
});
method(ioBaseType, '_checkClosed', 'self, /', (self: Stream) => {
  if (truthy(getAttr(self, 'closed'))) return raise(ValueError, 'I/O operation on closed file.');
  return null;
});
for (const [name, question] of [
  ['_checkReadable', 'readable'],
  ['_checkWritable', 'writable'],
  ['_checkSeekable', 'seekable'],
] as const) {
  method(ioBaseType, name, 'self, /', (self: Stream) => {
    if (truthy(callMethod(self, question))) return null;
    return raiseObject(exception(unsupportedOperation, `File or stream is not ${question}.`));
  });
}
getset(ioBaseType, 'closed', (self) => (self as Stream).isClosed);
method(ioBaseType, '__enter__', 'self, /', (self: Stream) => {
  checkOpen(self);
  return self;
});
rawMethod(ioBaseType, '__exit__', (args) => callMethod(args[0], 'close'));
method(ioBaseType, '__iter__', 'self, /', (self: Stream) => {
  if (truthy(getAttr(self, 'closed'))) return raise(ValueError, 'I/O operation on closed file.');
  return self;
});
method(ioBaseType, '__next__', 'self, /', (self: Value) => {
  const line = callMethod(self, 'readline');
  return truthy(line) ? line : raiseObject(stopIteration(null));
});
/** CPython: _io__IOBase_readline_impl: as many bytes at once as a `peek` shows to be of the line. */
method(ioBaseType, 'readline', 'self, size=-1, /', (self: Value, size?: Value) => {
  const most = sizeOf(size);
  const peek = getAttrOrAbsent(self, 'peek');
  const bytes: number[] = [];
  while ((most < 0 || bytes.length < most) && bytes.at(-1) !== 10) {
    const ahead = peek === undefined ? NOTHING : needBytes(call(peek, 1), 'peek');
    const ofLine = ahead.indexOf(10) + 1 || ahead.length || 1;
    const piece = callMethod(self, 'read', most < 0 ? ofLine : Math.min(ofLine, most - bytes.length));
    const read = needBytes(piece, 'read');
    if (read.length === 0) break;
    bytes.push(...read);
  }
  return new PyBytes(Uint8Array.from(bytes));
});

const NOTHING = new Uint8Array(0);

function needBytes(value: Value, name: string): Uint8Array {
  if (value instanceof PyBytes) return value.bytes;
  return raise(OSError, `${name}() should have returned a bytes object, not '${typeOf(value).tpName}'`);
}

/** A stream that nobody refers to any more is closed. CPython: iobase_finalize. */
method(ioBaseType, '__del__', 'self, /', (self: Value) => {
  if (!truthy(getAttr(self, 'closed'))) callMethod(self, 'close');
  return null;
});
method(ioBaseType, 'readlines', 'self, hint=-1, /', readLines);
method(ioBaseType, 'writelines', 'self, lines, /', (self: Value, lines: Value) => {
  if (truthy(getAttr(self, 'closed'))) return raise(ValueError, 'I/O operation on closed file.');
  for (const line of each(lines)) callMethod(self, 'write', line);
  return null;
});
for (const name of ['readinto', 'write']) rawMethod(rawIoBaseType, name, unsupported(name));
for (const name of ['read', 'read1', 'write', 'detach']) rawMethod(bufferedIoBaseType, name, unsupported(name));
for (const name of ['read', 'write', 'readline', 'detach']) rawMethod(textIoBaseType, name, unsupported(name));

/** CPython: _io__RawIOBase_read_impl. */
method(rawIoBaseType, 'read', 'self, size=-1, /', (self: Value, size?: Value) => {
  const most = sizeOf(size);
  if (most < 0) return callMethod(self, 'readall');
  const room = new PyByteArray(new Uint8Array(most));
  const count = callMethod(self, 'readinto', room);
  return count === null ? null : new PyBytes(room.bytes.slice(0, Number(asIndex(count))));
});
method(rawIoBaseType, 'readall', 'self, /', (self: Value) => {
  const bytes: number[] = [];
  for (;;) {
    const piece = callMethod(self, 'read', DEFAULT_BUFFER_SIZE);
    if (piece === null && bytes.length === 0) return null;
    const read = piece === null ? NOTHING : needBytes(piece, 'read');
    if (read.length === 0) return new PyBytes(Uint8Array.from(bytes));
    for (const byte of read) bytes.push(byte);
  }
});

const DEFAULT_BUFFER_SIZE = 131_072;

/** CPython: _bufferediobase_readinto_generic. */
for (const [name, reader] of [
  ['readinto', 'read'],
  ['readinto1', 'read1'],
] as const) {
  method(bufferedIoBaseType, name, 'self, buffer, /', (self: Value, buffer: Value) => {
    const room = writableBuffer(buffer, `${name}() argument`);
    const piece = callMethod(self, reader, room.length);
    if (!(piece instanceof PyBytes)) return raise(TypeError, 'read() should return bytes');
    if (piece.bytes.length > room.length)
      return raise(
        ValueError,
        `read() returned too much data: ${room.length} bytes requested, ${piece.bytes.length} returned`,
      );
    room.set(piece.bytes);
    return piece.bytes.length;
  });
}
for (const name of ['encoding', 'newlines', 'errors']) getset(textIoBaseType, name, () => null);

/** CPython: _io__IOBase_readlines_impl. Stops behind the line that reaches `hint` characters. */
export function readLines(self: Value, hint?: Value): Value {
  const most = sizeOf(hint);
  const lines: Value[] = [];
  let size = 0;
  for (const line of each(self)) {
    lines.push(line);
    size += length(line);
    if (most > 0 && size >= most) break;
  }
  return new PyList(lines);
}

/** An optional number of characters; negative: all. */
export function sizeOf(size: Value | undefined): number {
  if (size === undefined || size === null) return -1;
  if (typeof size !== 'number' && typeOf(size).lookup('__index__') === undefined) {
    return raise(TypeError, `argument should be integer or None, not '${typeOf(size).tpName}'`);
  }
  return Number(asIndex(size));
}
