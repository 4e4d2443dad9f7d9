/** `io.StringIO` and `io.BytesIO`. CPython: Modules/_io/stringio.c, Modules/_io/bytesio.c. */
import { needBuffer, viewOf, writableBuffer } from '../objects/buffer.ts';
import { dictOf } from '../objects/dict.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, newMethod } from '../objects/native.ts';
import { asSmallInt, repr } from '../objects/protocol.ts';
import { strLength, strSlice, textOf, unitOffset } from '../objects/text.ts';
import {
  nativeType,
  PyByteArray,
  PyBytes,
  PyDict,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { bufferedIoBaseType, Stream, sizeOf, textIoBaseType } from './io-base.ts';

export const stringIoType = nativeType('StringIO', 'other', textIoBaseType);
export const bytesIoType = nativeType('BytesIO', 'other', bufferedIoBaseType);
for (const cls of [stringIoType, bytesIoType]) cls.attrs.set('__module__', '_io');

function checkOpen(self: Stream): void {
  if (self.isClosed) raise(ValueError, `I/O operation on closed file${self instanceof StringIO ? '' : '.'}`);
}

/** Positions count code points. */
class StringIO extends Stream {
  text = '';
  position = 0;
  /** `newline`: '' keeps, None turns `\r\n` and `\r` into `\n`, anything else replaces `\n`. */
  newline: string | null = '\n';
}

newMethod(stringIoType, (_args, _keywords, cls) => {
  const stream = new StringIO(cls);
  stream.attrs = new Map();
  return stream;
});
method(
  stringIoType,
  '__init__',
  "self, /, initial_value='', newline='\\n'",
  (self: StringIO, initial?: Value, newline?: Value) => {
    const start = initial === undefined || initial === null ? '' : textOf(initial);
    if (start === undefined)
      return raise(TypeError, `initial_value must be str or None, not ${typeOf(initial ?? null).tpName}`);
    const mode = newline === undefined ? '\n' : newline === null ? null : textOf(newline);
    if (mode === undefined)
      return raise(TypeError, `newline must be str or None, not ${typeOf(newline ?? null).tpName}`);
    if (mode !== null && !['', '\n', '\r', '\r\n'].includes(mode))
      return raise(ValueError, `illegal newline value: ${repr(mode)}`);
    self.newline = mode;
    self.text = translated(self, start);
    self.position = 0;
    return null;
  },
);

function translated(self: StringIO, text: string): string {
  if (self.newline === null) return text.replace(/\r\n?/g, '\n');
  return self.newline === '' || self.newline === '\n' ? text : text.replace(/\n/g, self.newline);
}

method(stringIoType, 'write', 'self, s, /', (self: StringIO, value: Value) => {
  const text = textOf(value) ?? raise(TypeError, `string argument expected, got '${typeOf(value).tpName}'`);
  checkOpen(self);
  if (text === '') return 0;
  const added = translated(self, text);
  const length = strLength(self.text);
  const count = strLength(added);
  if (self.position === length) self.text += added;
  else if (self.position > length) self.text += '\0'.repeat(self.position - length) + added;
  else self.text = strSlice(self.text, 0, self.position) + added + strSlice(self.text, self.position + count, length);
  self.position += count;
  return strLength(text);
});

function take(self: StringIO, count: number): string {
  const end = Math.min(strLength(self.text), self.position + count);
  const taken = strSlice(self.text, self.position, end);
  self.position = Math.max(self.position, end);
  return taken;
}

method(stringIoType, 'read', 'self, size=-1, /', (self: StringIO, size?: Value) => {
  checkOpen(self);
  const count = sizeOf(size);
  return take(self, count < 0 ? Infinity : count);
});

/** Where the line ends that begins at `start`, both in units; -1: with the text. CPython: _PyIO_find_line_ending. */
function lineEnd({ newline, text }: StringIO, start: number): number {
  if (newline === '') {
    const found = /\r\n?|\n/g;
    found.lastIndex = start;
    return found.test(text) ? found.lastIndex : -1;
  }
  const mark = newline ?? '\n';
  const at = text.indexOf(mark, start);
  return at < 0 ? -1 : at + mark.length;
}

function readLine(self: StringIO, most: number): string {
  const start = unitOffset(self.text, self.position);
  const end = lineEnd(self, start);
  const line = end < 0 ? Infinity : strLength(self.text.slice(start, end));
  return take(self, most < 0 ? line : Math.min(line, most));
}

method(stringIoType, 'readline', 'self, size=-1, /', (self: StringIO, size?: Value) => {
  checkOpen(self);
  return readLine(self, sizeOf(size));
});
method(stringIoType, 'getvalue', 'self, /', (self: StringIO) => {
  checkOpen(self);
  return self.text;
});
method(stringIoType, 'truncate', 'self, pos=None, /', (self: StringIO, position?: Value) => {
  checkOpen(self);
  const size = position === undefined || position === null ? self.position : asSmallInt(position);
  if (size < 0) return raise(ValueError, `Negative size value ${size}`);
  self.text = strSlice(self.text, 0, size);
  return size;
});
method(stringIoType, 'seek', 'self, pos, whence=0, /', (self: StringIO, position: Value, whence?: Value) => {
  checkOpen(self);
  const offset = asSmallInt(position);
  const from = whence === undefined ? 0 : asSmallInt(whence);
  if (from < 0 || from > 2) return raise(ValueError, `Invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 0 && offset < 0) return raise(ValueError, `Negative seek position ${offset}`);
  if (from !== 0 && offset !== 0) return raise(ValueError, "Can't do nonzero cur-relative seeks");
  self.position = from === 0 ? offset : from === 1 ? self.position : strLength(self.text);
  return self.position;
});
getset(stringIoType, 'newlines', () => null);
getset(stringIoType, 'line_buffering', () => false);

class BytesIO extends Stream {
  bytes: Uint8Array = new Uint8Array(64);
  size = 0;
  position = 0;
}

newMethod(bytesIoType, (_args, _keywords, cls) => {
  const stream = new BytesIO(cls);
  stream.attrs = new Map();
  return stream;
});
method(bytesIoType, '__init__', "self, /, initial_bytes=b''", (self: BytesIO, initial?: Value) => {
  self.size = 0;
  self.position = 0;
  if (initial !== undefined && initial !== null) append(self, needBuffer(initial));
  self.position = 0;
  return null;
});

function append(self: BytesIO, added: Uint8Array): void {
  if (added.length === 0) return;
  const end = self.position + added.length;
  if (end > self.bytes.length) {
    const grown = new Uint8Array(Math.max(end, self.bytes.length * 2));
    grown.set(self.bytes.subarray(0, self.size));
    self.bytes = grown;
  }
  if (self.position > self.size) self.bytes.fill(0, self.size, self.position);
  self.bytes.set(added, self.position);
  self.position = end;
  self.size = Math.max(self.size, end);
}

function takeBytes(self: BytesIO, count: number): PyBytes {
  const start = Math.min(self.position, self.size);
  const end = Math.min(self.size, start + count);
  self.position = Math.max(self.position, end);
  return new PyBytes(self.bytes.slice(start, end));
}

method(bytesIoType, 'write', 'self, b, /', (self: BytesIO, value: Value) => {
  checkOpen(self);
  const added = needBuffer(value);
  append(self, added);
  return added.length;
});
for (const name of ['read', 'read1']) {
  method(bytesIoType, name, 'self, size=-1, /', (self: BytesIO, size?: Value) => {
    checkOpen(self);
    const count = sizeOf(size);
    return takeBytes(self, count < 0 ? Infinity : count);
  });
}
method(bytesIoType, 'readline', 'self, size=-1, /', (self: BytesIO, size?: Value) => {
  checkOpen(self);
  const most = sizeOf(size);
  const newline = self.bytes.subarray(0, self.size).indexOf(10, self.position);
  const line = newline < 0 ? Infinity : newline + 1 - self.position;
  return takeBytes(self, most < 0 ? line : Math.min(line, most));
});
method(bytesIoType, 'readinto', 'self, buffer, /', (self: BytesIO, buffer: Value) => {
  checkOpen(self);
  const room = writableBuffer(buffer, 'readinto() argument');
  const { bytes } = takeBytes(self, room.length);
  room.set(bytes);
  return bytes.length;
});
method(bytesIoType, 'getbuffer', 'self, /', (self: BytesIO) => {
  checkOpen(self);
  return viewOf(new PyByteArray(self.bytes.subarray(0, self.size)));
});
method(bytesIoType, '__getstate__', 'self, /', (self: BytesIO) => {
  checkOpen(self);
  return new PyTuple([new PyBytes(self.bytes.slice(0, self.size)), self.position, ownAttributes(self)]);
});
method(bytesIoType, '__setstate__', 'self, state, /', (self: BytesIO, state: Value) => {
  checkOpen(self);
  if (!(state instanceof PyTuple) || state.items.length !== 3) {
    const kind = typeOf(state).tpName;
    return raise(TypeError, `_io.BytesIO.__setstate__ argument should be 3-tuple, got ${kind}`);
  }
  const [initial, position, attrs] = state.items as [Value, Value, Value];
  self.size = 0;
  self.position = 0;
  append(self, needBuffer(initial));
  const at = asSmallInt(position);
  if (at < 0) return raise(ValueError, 'position value cannot be negative');
  self.position = at;
  restoreAttributes(self, attrs);
  return null;
});
method(bytesIoType, 'getvalue', 'self, /', (self: BytesIO) => {
  checkOpen(self);
  return new PyBytes(self.bytes.slice(0, self.size));
});
method(bytesIoType, 'truncate', 'self, size=None, /', (self: BytesIO, size?: Value) => {
  checkOpen(self);
  const wanted = size === undefined || size === null ? self.position : asSmallInt(size);
  if (wanted < 0) return raise(ValueError, `negative size value ${wanted}`);
  self.size = Math.min(self.size, wanted);
  return wanted;
});
method(bytesIoType, 'seek', 'self, pos, whence=0, /', (self: BytesIO, position: Value, whence?: Value) => {
  checkOpen(self);
  const how = whence === undefined ? 0 : asSmallInt(whence);
  const from = [0, self.position, self.size][how];
  if (from === undefined) return raise(ValueError, `invalid whence (${how}, should be 0, 1 or 2)`);
  const target = asSmallInt(position) + from;
  if (how === 0 && target < 0) return raise(ValueError, `negative seek value ${target}`);
  self.position = Math.max(0, target);
  return self.position;
});

function defineCommon(cls: PyType): void {
  method(cls, 'tell', 'self, /', (self: StringIO | BytesIO) => {
    checkOpen(self);
    return self.position;
  });
  for (const name of ['readable', 'writable', 'seekable']) {
    method(cls, name, 'self, /', (self: Stream) => {
      checkOpen(self);
      return true;
    });
  }
  method(cls, 'close', 'self, /', (self: Stream) => {
    self.isClosed = true;
    return null;
  });
}
defineCommon(stringIoType);
defineCommon(bytesIoType);
method(stringIoType, '__getstate__', 'self, /', (self: StringIO) => {
  checkOpen(self);
  return new PyTuple([self.text, self.newline, self.position, ownAttributes(self)]);
});
method(stringIoType, '__setstate__', 'self, state, /', (self: StringIO, state: Value) => {
  checkOpen(self);
  if (!(state instanceof PyTuple) || state.items.length !== 4) {
    const kind = typeOf(state).tpName;
    return raise(TypeError, `_io.StringIO.__setstate__ argument should be 4-tuple, got ${kind}`);
  }
  const [text, newline, position, attrs] = state.items as [Value, Value, Value, Value];
  self.text = textOf(text) ?? '';
  self.newline = newline === null ? null : (textOf(newline) ?? '\n');
  if (typeof position !== 'number')
    return raise(TypeError, `third item of state must be an integer, got ${typeOf(position).tpName}`);
  if (position < 0) return raise(ValueError, 'position value cannot be negative');
  self.position = position;
  restoreAttributes(self, attrs);
  return null;
});

function ownAttributes(self: Stream): Value {
  return self.attrs === null || self.attrs.size === 0 ? null : dictOf(self.attrs);
}

function restoreAttributes(self: Stream, attrs: Value): void {
  if (attrs === null) return;
  if (!(attrs instanceof PyDict))
    raise(TypeError, `last item of state should be a dict, got a ${typeOf(attrs).tpName}`);
  else for (const [name, value] of attrs.map) self.attrs?.set(String(name), value);
}
