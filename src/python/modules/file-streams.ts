/**
 * `open()` on the run's own files, and the streams it gives. DIVERGES: nothing is buffered, so what is written can be read at
 * once; a position in a text file is one of bytes. CPython: Modules/_io/_iomodule.c, _io_open_impl.
 */
import { getAttr } from '../objects/attributes.ts';
import { needBuffer, writableBuffer } from '../objects/buffer.ts';
import { decodeBytes } from '../objects/decoding.ts';
import { encodeText } from '../objects/encoding.ts';
import { exception, raise, raiseObject, stopIteration, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, nativeFunction, newMethod, type PyNative, rawMethod } from '../objects/native.ts';
import { asSmallInt, call, each, repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { nativeType, PyBytes, PyList, type PyType, typeOf, type Value } from '../objects/value.ts';
import { invoke } from '../vm/call.ts';
import { load } from '../vm/import.ts';
import { endpointAt } from './descriptors.ts';
import {
  descriptor,
  existing,
  type FileNode,
  makeFile,
  nodeAt,
  type OpenFile,
  raiseOs,
  registerFile,
  truncate,
  writeAt,
} from './files.ts';
import { bufferedIoBaseType, rawIoBaseType, Stream, sizeOf, unsupportedOperation } from './io-base.ts';
import { plainPath, plainText } from './posix-paths.ts';
import { textStreamType } from './streams.ts';

const textFileType = nativeType('TextIOWrapper', 'other', textStreamType);
const BINARY = [
  ['FileIO', rawIoBaseType],
  ['BufferedReader', bufferedIoBaseType],
  ['BufferedWriter', bufferedIoBaseType],
  ['BufferedRandom', bufferedIoBaseType],
] as const;
export const binaryFileTypes: ReadonlyMap<string, PyType> = new Map(
  BINARY.map(([name, base]) => [name, nativeType(name, 'other', base)]),
);

class FileStream extends Stream {
  readonly node: FileNode;
  name: Value;
  readonly mode: string;
  /** `text.buffer`, once asked for. */
  buffer: FileStream | null = null;
  encoding = 'UTF-8';
  errors = 'strict';
  newline: Value = null;
  /** What a descriptor stands for; other descriptors, in other processes too, may share the position. */
  readonly open: OpenFile;
  descriptor: number | null = null;
  constructor(cls: PyType, open: OpenFile, name: Value, mode: string) {
    super(cls);
    this.attrs = new Map();
    this.open = open;
    this.node = open.node;
    this.name = name;
    this.mode = mode;
  }
  get isText(): boolean {
    return this.cls === textFileType;
  }
  get position(): number {
    return this.open.position;
  }
  set position(position: number) {
    this.open.position = position;
  }
}

/** Most files are never asked for their number. */
function fileno(self: FileStream): number {
  self.descriptor ??= registerFile(self.open);
  return self.descriptor;
}

function readable(self: FileStream): void {
  checkOpen(self);
  if (!/[r+]/.test(self.mode)) raiseObject(exception(unsupportedOperation, self.isText ? 'not readable' : 'read'));
}

function checkOpen(self: FileStream): void {
  if (self.isClosed) raise(ValueError, 'I/O operation on closed file.');
}

/** What stands between two positions, as the program sees it. */
function give(self: FileStream, end: number): Value {
  const bytes = self.node.bytes.slice(self.position, Math.max(end, self.position));
  self.position = Math.max(end, self.position);
  if (!self.isText) return new PyBytes(bytes);
  const text = decodeBytes(bytes, self.encoding, self.errors);
  return self.newline === null ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where `count` characters from here end. */
function endOfCharacters(self: FileStream, count: number): number {
  const { bytes, size } = self.node;
  if (!self.isText || !/^utf-?8/i.test(self.encoding)) return Math.min(size, self.position + count);
  let at = self.position;
  for (let left = count; left > 0 && at < size; left--) {
    at++;
    while (at < size && ((bytes[at] ?? 0) & 0xc0) === 0x80) at++;
  }
  return at;
}

function read(self: FileStream, size?: Value): Value {
  readable(self);
  const count = sizeOf(size);
  return give(self, count < 0 ? self.node.size : endOfCharacters(self, count));
}

function readLine(self: FileStream, size?: Value): Value {
  readable(self);
  const most = sizeOf(size);
  const newline = self.node.bytes.subarray(0, self.node.size).indexOf(10, self.position);
  const end = newline < 0 ? self.node.size : newline + 1;
  return give(self, most < 0 ? end : Math.min(end, endOfCharacters(self, most)));
}

function write(self: FileStream, data: Value): number {
  checkOpen(self);
  if (!/[wax+]/.test(self.mode))
    return raiseObject(exception(unsupportedOperation, self.isText ? 'not writable' : 'write'));
  let bytes: Uint8Array;
  let count: number;
  if (self.isText) {
    const text = textOf(data) ?? raise(TypeError, `write() argument must be str, not ${typeOf(data).name}`);
    const lineEnd = textOf(self.newline);
    const sent = lineEnd === undefined || lineEnd === '' ? text : text.replace(/\n/g, lineEnd);
    bytes = encodeText(sent, self.encoding, self.errors);
    count = [...text].length;
  } else {
    bytes = needBuffer(data);
    count = bytes.length;
  }
  if (self.mode.includes('a')) self.position = self.node.size;
  writeAt(self.node, self.position, bytes);
  self.position += bytes.length;
  return count;
}

function seek(self: FileStream, offset: Value, whence?: Value): number {
  checkOpen(self);
  const by = asSmallInt(offset);
  const from = whence === undefined ? 0 : asSmallInt(whence);
  if (self.isText && from === 1 && by !== 0)
    return raiseObject(exception(unsupportedOperation, "can't do nonzero cur-relative seeks"));
  if (self.isText && from === 2 && by !== 0)
    return raiseObject(exception(unsupportedOperation, "can't do nonzero end-relative seeks"));
  const target = by + ([0, self.position, self.node.size][from] ?? 0);
  if (target < 0) return self.isText ? raise(ValueError, `negative seek position ${target}`) : raiseOs(22);
  self.position = target;
  return target;
}

function defineFile(cls: PyType): void {
  cls.attrs.set('__module__', '_io');
  newMethod(cls, () => raise(TypeError, `use open() to make a ${cls.name}`));
  method(cls, 'read', 'self, size=-1, /', read);
  method(cls, 'readinto', 'self, buffer, /', (self: FileStream, buffer: Value) => {
    readable(self);
    const room = writableBuffer(buffer, 'readinto() argument');
    const end = Math.min(self.node.size, self.position + room.length);
    const bytes = self.node.bytes.subarray(self.position, Math.max(end, self.position));
    room.set(bytes);
    self.position += bytes.length;
    return bytes.length;
  });
  method(cls, 'readline', 'self, size=-1, /', readLine);
  method(cls, 'readlines', 'self, hint=-1, /', (self: FileStream) => new PyList([...each(self)]));
  method(cls, 'write', 'self, data, /', write);
  method(cls, 'writelines', 'self, lines, /', (self: FileStream, lines: Value) => {
    for (const line of each(lines)) write(self, line);
    return null;
  });
  method(cls, 'seek', 'self, offset, whence=0, /', seek);
  method(cls, 'tell', 'self, /', (self: FileStream) => {
    checkOpen(self);
    return self.position;
  });
  method(cls, 'truncate', 'self, size=None, /', (self: FileStream, size?: Value) => {
    const wanted = size === undefined || size === null ? self.position : asSmallInt(size);
    truncate(self.node, wanted);
    return wanted;
  });
  method(cls, '__iter__', 'self, /', (self: FileStream) => {
    checkOpen(self);
    return self;
  });
  method(cls, '__next__', 'self, /', (self: FileStream) => {
    if (!self.isClosed && self.position >= self.node.size) return raiseObject(stopIteration(null));
    return readLine(self);
  });
  method(cls, 'flush', 'self, /', (self: FileStream) => {
    checkOpen(self);
    return null;
  });
  method(cls, 'close', 'self, /', (self: FileStream) => {
    self.isClosed = true;
    return null;
  });
  method(cls, '__enter__', 'self, /', (self: FileStream) => {
    checkOpen(self);
    return self;
  });
  rawMethod(cls, '__exit__', (args) => {
    (args[0] as FileStream).isClosed = true;
    return null;
  });
  defineFacts(cls);
}

function defineFacts(cls: PyType): void {
  const facts: readonly (readonly [string, (self: FileStream) => Value])[] = [
    ['readable', (self) => /[r+]/.test(self.mode)],
    ['writable', (self) => /[wax+]/.test(self.mode)],
    ['seekable', () => true],
    ['isatty', () => false],
    ['fileno', fileno],
  ];
  for (const [name, fact] of facts) {
    method(cls, name, 'self, /', (self: FileStream) => {
      checkOpen(self);
      return fact(self);
    });
  }
  getset(cls, 'closed', (self) => (self as FileStream).isClosed);
  getset(
    cls,
    'name',
    (self) => (self as FileStream).buffer?.name ?? (self as FileStream).name,
    (self, value) => {
      (self as FileStream).name = value ?? null;
    },
  );
  getset(cls, 'mode', (self) =>
    (self as FileStream).isText ? (self as FileStream).mode : binaryMode((self as FileStream).mode),
  );
  if (cls === textFileType) {
    getset(cls, 'encoding', (self) => (self as FileStream).encoding);
    getset(cls, 'errors', (self) => (self as FileStream).errors);
    getset(cls, 'newlines', () => null);
    getset(cls, 'line_buffering', () => false);
    getset(cls, 'buffer', (self) => bufferOf(self as FileStream));
  }
  method(cls, '__repr__', 'self, /', (self: FileStream) => {
    const name = `name=${repr(self.name)}`;
    if (!self.isText) return `<_io.${cls.name} ${name}>`;
    return `<_io.TextIOWrapper ${name} mode='${self.mode}' encoding='${self.encoding}'>`;
  });
}

function bufferOf(self: FileStream): FileStream {
  const cls = binaryFileTypes.get(typeNameFor(self.mode)) as PyType;
  self.buffer ??= new FileStream(cls, self.open, self.name, self.mode);
  return self.buffer;
}

function typeNameFor(mode: string): string {
  return mode.includes('+') ? 'BufferedRandom' : mode.includes('r') ? 'BufferedReader' : 'BufferedWriter';
}

/** CPython: Modules/_io/fileio.c, mode_string. */
function binaryMode(mode: string): string {
  const has = (letter: string) => mode.includes(letter);
  if (has('x')) return has('+') ? 'xb+' : 'xb';
  if (has('a')) return has('+') ? 'ab+' : 'ab';
  return has('+') ? 'rb+' : has('r') ? 'rb' : 'wb';
}

for (const cls of [textFileType, ...binaryFileTypes.values()]) defineFile(cls);

/** CPython: Modules/_io/_iomodule.c, _io_open_impl. */
function checkMode(mode: string): void {
  if (!/^[rwaxbt+]+$/.test(mode) || new Set(mode).size !== mode.length) raise(ValueError, `invalid mode: '${mode}'`);
  if (mode.includes('b') && mode.includes('t')) raise(ValueError, "can't have text and binary mode at once");
  if (mode.replace(/[bt+]/g, '').length !== 1) {
    raise(
      ValueError,
      mode.replace(/[bt+]/g, '').length > 1
        ? 'must have exactly one of create/read/write/append mode'
        : 'Must have exactly one of create/read/write/append mode and at most one plus',
    );
  }
}

function nodeFor(file: Value, mode: string): FileNode {
  const path = plainText(file);
  const found = mode.includes('r') ? existing(path, file) : nodeAt(path, file);
  if (found?.kind === 'folder') return raiseOs(21, file);
  if (found?.special === 'socket') return raiseOs(6, file);
  if (found !== null && mode.includes('x')) return raiseOs(17, file);
  const node = found ?? makeFile(path, file);
  if (mode.includes('w')) truncate(node, 0);
  return node;
}

const FLAGS: Readonly<Record<string, number>> = { r: 0, w: 0o1101, a: 0o2101, x: 0o301 };

export function openFunction(name: string): PyNative {
  const signature = 'file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None';
  const open = nativeFunction(name, signature, (given: Value, mode?: Value, ...rest: Value[]) => {
    const file = typeof given === 'number' ? given : plainPath(given, 'expected str, bytes or os.PathLike object', '');
    const [buffering, encoding, errors, newline, , opener] = rest;
    const how =
      mode === undefined
        ? 'r'
        : (textOf(mode) ?? raise(TypeError, `open() argument 'mode' must be str, not ${typeOf(mode).name}`));
    checkMode(how);
    const isBinary = how.includes('b');
    for (const [what, value] of [
      ['encoding', encoding],
      ['errors', errors],
      ['newline', newline],
    ] as const) {
      if (isBinary && value !== undefined && value !== null)
        return raise(
          ValueError,
          `binary mode doesn't take ${what === 'encoding' ? 'an' : what === 'errors' ? 'an' : 'a'} ${what} argument`,
        );
    }
    const flags = (FLAGS[how.replace(/[bt+]/g, '')] ?? 0) | (how.includes('+') ? 2 : 0);
    if (typeof file === 'number' && endpointAt(file) !== undefined) {
      const closefd = rest[4] ?? true;
      const all = [file, how, buffering ?? -1, encoding ?? null, errors ?? null, newline ?? null, closefd];
      return invoke(getAttr(load('_raw_streams'), 'open_descriptor'), all, null);
    }
    const target = opener === undefined || opener === null ? file : call(opener, file, flags);
    const open = typeof target === 'number' ? descriptor(target) : { node: nodeFor(target, how), position: 0 };
    const cls = isBinary ? binaryFileTypes.get(buffering === 0 ? 'FileIO' : typeNameFor(how)) : textFileType;
    const stream = new FileStream(cls as PyType, open, file, how);
    if (typeof target === 'number') stream.descriptor = target;
    const named = encoding === undefined || encoding === null ? undefined : textOf(encoding);
    stream.encoding = named === undefined || named === 'locale' ? 'UTF-8' : named;
    stream.errors = (errors === undefined || errors === null ? undefined : textOf(errors)) ?? 'strict';
    stream.newline = newline ?? null;
    if (how.includes('a')) stream.position = open.node.size;
    return stream;
  });
  open.module = '_io';
  return open;
}
