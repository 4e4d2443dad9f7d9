/** The base types of streams. CPython: Modules/_io/iobase.c. */

import { getAttr } from '../objects/attributes.ts';
import { exception, OSError, raise, raiseObject, stopIteration, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, newMethod, rawMethod } from '../objects/native.ts';
import { asIndex, callMethod, each, length, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { nativeType, PyBytes, PyList, PyObject, PyType, typeOf, type Value } from '../objects/value.ts';

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
method(ioBaseType, 'readline', 'self, size=-1, /', (self: Value, size?: Value) => {
  const most = sizeOf(size);
  let text: string | null = null;
  const bytes: number[] = [];
  for (let count = 0; most < 0 || count < most; count++) {
    const piece = callMethod(self, 'read', 1);
    if (!truthy(piece)) break;
    if (piece instanceof PyBytes) bytes.push(...piece.bytes);
    else text = (text ?? '') + (textOf(piece) ?? '');
    if (text?.endsWith('\n') || bytes.at(-1) === 10) break;
  }
  return text ?? new PyBytes(Uint8Array.from(bytes));
});
method(ioBaseType, 'readlines', 'self, hint=-1, /', readLines);
method(ioBaseType, 'writelines', 'self, lines, /', (self: Value, lines: Value) => {
  if (truthy(getAttr(self, 'closed'))) return raise(ValueError, 'I/O operation on closed file.');
  for (const line of each(lines)) callMethod(self, 'write', line);
  return null;
});
for (const cls of [rawIoBaseType, bufferedIoBaseType, textIoBaseType]) {
  for (const name of ['read', 'write', 'readline', 'detach'])
    if (cls !== rawIoBaseType || name !== 'readline') rawMethod(cls, name, unsupported(name));
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
