/** `sys.stdout`, `sys.stderr` and `sys.stdin`: text goes to the machine as it is written. CPython: Modules/_io/textio.c. */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { getset, method, rawMethod } from '../objects/native.ts';
import { each, repr } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import {
  nameInArgument,
  nativeType,
  PyByteArray,
  PyBytes,
  PyList,
  PyObject,
  typeOf,
  type Value,
} from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';

export const textStreamType = nativeType('TextIOWrapper');
const bufferType = nativeType('BufferedWriter');
for (const type of [textStreamType, bufferType]) type.attrs.set('__module__', '_io');

export class StandardStream extends PyObject {
  readonly machine: Machine;
  readonly fd: 0 | 1 | 2;
  isClosed = false;
  /** What `print` has put together so far, while it asks an object for its text. */
  unwritten = '';
  constructor(machine: Machine, fd: 0 | 1 | 2) {
    super(textStreamType);
    this.machine = machine;
    this.fd = fd;
  }

  /** Nobody has replaced its methods. */
  get isPlain(): boolean {
    return this.attrs === null && !this.isClosed && this.fd !== 0;
  }

  write(text: string): void {
    const whole = this.unwritten + text;
    this.unwritten = '';
    if (whole !== '' && this.fd !== 0) this.machine.write(this.fd, whole);
  }
}

const standardStreams: WeakMap<Machine, readonly [StandardStream, StandardStream, StandardStream]> = new WeakMap();

/** What `sys.stdin`, `sys.stdout` and `sys.stderr` are until the program replaces them. */
export function standardStream(machine: Machine, fd: 0 | 1 | 2): StandardStream {
  const known = standardStreams.get(machine);
  if (known !== undefined) return known[fd];
  const made = [
    new StandardStream(machine, 0),
    new StandardStream(machine, 1),
    new StandardStream(machine, 2),
  ] as const;
  standardStreams.set(machine, made);
  return made[fd];
}

/** `sys.stdout.buffer`. Bytes that are no UTF-8 are shown as replacement characters. */
class StreamBuffer extends PyObject {
  readonly stream: StandardStream;
  constructor(stream: StandardStream) {
    super(bufferType);
    this.stream = stream;
  }
}

function checkOpen(self: StandardStream): void {
  if (self.isClosed) raise(ValueError, 'I/O operation on closed file.');
}

method(textStreamType, 'write', 'self, text, /', (self: StandardStream, text: Value) => {
  checkOpen(self);
  const plain = textOf(text) ?? raise(TypeError, `write() argument must be str, not ${nameInArgument(text)}`);
  self.write(plain);
  return [...plain].length;
});
method(textStreamType, 'writelines', 'self, lines, /', (self: StandardStream, lines: Value) => {
  for (const line of each(lines))
    self.write(textOf(line) ?? raise(TypeError, `write() argument must be str, not ${nameInArgument(line)}`));
  return null;
});
for (const name of ['read', 'readline']) method(textStreamType, name, 'self, size=-1, /', () => '');
method(textStreamType, 'readlines', 'self, hint=-1, /', () => new PyList([]));
for (const name of ['flush', '__iter__'])
  method(textStreamType, name, 'self, /', (self: StandardStream) => (name === 'flush' ? null : self));
rawMethod(textStreamType, 'reconfigure', () => null);
method(textStreamType, 'close', 'self, /', (self: StandardStream) => {
  self.isClosed = true;
  return null;
});
method(textStreamType, 'isatty', 'self, /', () => false);
method(textStreamType, 'fileno', 'self, /', (self: StandardStream) => self.fd);
method(textStreamType, 'readable', 'self, /', (self: StandardStream) => self.fd === 0);
method(textStreamType, 'writable', 'self, /', (self: StandardStream) => self.fd !== 0);
method(textStreamType, 'seekable', 'self, /', () => false);
method(textStreamType, '__enter__', 'self, /', (self: StandardStream) => self);
rawMethod(textStreamType, '__exit__', () => null);
const NAMES = ['<stdin>', '<stdout>', '<stderr>'] as const;
getset(textStreamType, 'name', (self) => NAMES[(self as StandardStream).fd]);
getset(textStreamType, 'mode', (self) => ((self as StandardStream).fd === 0 ? 'r' : 'w'));
getset(textStreamType, 'encoding', () => 'utf-8');
getset(textStreamType, 'errors', (self) => ((self as StandardStream).fd === 2 ? 'backslashreplace' : 'strict'));
getset(textStreamType, 'newlines', () => null);
getset(textStreamType, 'line_buffering', (self) => (self as StandardStream).fd === 2);
getset(textStreamType, 'closed', (self) => (self as StandardStream).isClosed);
getset(textStreamType, 'buffer', (self) => new StreamBuffer(self as StandardStream));
method(textStreamType, '__repr__', 'self, /', (self: StandardStream) => {
  const mode = self.fd === 0 ? 'r' : 'w';
  return `<_io.TextIOWrapper name=${repr(NAMES[self.fd])} mode='${mode}' encoding='utf-8'>`;
});

method(bufferType, 'write', 'self, data, /', (self: StreamBuffer, data: Value) => {
  if (!(data instanceof PyBytes || data instanceof PyByteArray))
    return raise(TypeError, `a bytes-like object is required, not '${typeOf(data).tpName}'`);
  self.stream.write(new TextDecoder().decode(data.bytes));
  return data.bytes.length;
});
method(bufferType, 'flush', 'self, /', () => null);
method(bufferType, 'fileno', 'self, /', (self: StreamBuffer) => self.stream.fd);
