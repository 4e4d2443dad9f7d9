/** The module `zlib`. CPython: Modules/zlibmodule.c. */
import { Z_BUF_ERROR, Z_DATA_ERROR, Z_FINISH, type Z_FlushMode, Z_OK, Z_STREAM_ERROR, Z_SYNC_FLUSH } from 'pako';
import { needBuffer } from '../objects/buffer.ts';
import { EOFError, Exception, exception, raise, raiseObject, ValueError } from '../objects/errors.ts';
import { getset, method, nativeFunction, newMethod, rawMethod } from '../objects/native.ts';
import { asIndex, asSmallInt } from '../objects/protocol.ts';
import { nativeType, PyBytes, PyObject, PyType, typeType, type Value } from '../objects/value.ts';
import { crc32 } from './binascii.ts';
import { Deflater, type DeflateSettings, Inflater, inflateAll, type Outcome } from './zlib-stream.ts';

const MAX_WBITS = 15;
const DEF_MEM_LEVEL = 8;
const DEF_BUF_SIZE = 16_384;
const NOTHING = new Uint8Array(0);

const zlibError = new PyType(typeType, 'error', [Exception], 'exception');
zlibError.attrs.set('__module__', 'zlib');

function fail(message: string): never {
  return raiseObject(exception(zlibError, message));
}

const SAID: Readonly<Record<number, string>> = {
  [Z_BUF_ERROR]: 'incomplete or truncated stream',
  [Z_STREAM_ERROR]: 'inconsistent stream state',
  [Z_DATA_ERROR]: 'invalid input data',
};

/** CPython: zlib_error. */
function complain(status: number, text: string, doing: string): never {
  const said = text === '' ? SAID[status] : text;
  return fail(`Error ${status} ${doing}${said === undefined ? '' : `: ${said}`}`);
}

function bytesOf(outcome: Outcome, doing: string): Uint8Array {
  return outcome.ok ? outcome.bytes : complain(outcome.status, outcome.text, doing);
}

const number = (value: Value | undefined, missing: number): number =>
  value === undefined ? missing : asSmallInt(value);

function startDeflater(settings: DeflateSettings): Deflater | undefined {
  const deflater = new Deflater();
  return deflater.start(settings) === Z_OK ? deflater : undefined;
}

function compress(data: Value, level?: Value, wbits?: Value): Value {
  const bytes = needBuffer(data);
  const deflater = startDeflater({
    level: number(level, -1),
    wbits: number(wbits, MAX_WBITS),
    memLevel: DEF_MEM_LEVEL,
    strategy: 0,
  });
  if (deflater === undefined) return fail('Bad compression level');
  return new PyBytes(bytesOf(deflater.run(bytes, Z_FINISH), 'while compressing data'));
}

function decompress(data: Value, wbits?: Value, bufsize?: Value): Value {
  const bytes = needBuffer(data);
  if (number(bufsize, DEF_BUF_SIZE) <= 0) return raise(ValueError, 'bufsize must be non-zero');
  return new PyBytes(bytesOf(inflateAll(bytes, number(wbits, MAX_WBITS)), 'while decompressing data'));
}

const compressType = nativeType('Compress');
const decompressType = nativeType('Decompress');
const decompressorType = nativeType('_ZlibDecompressor');
for (const cls of [compressType, decompressType, decompressorType]) cls.attrs.set('__module__', 'zlib');
for (const cls of [compressType, decompressType]) cls.isBaseType = false;

class PyCompress extends PyObject {
  readonly deflater: Deflater;
  isFinished = false;
  constructor(deflater: Deflater) {
    super(compressType);
    this.deflater = deflater;
  }
}

function compressobj(...args: (Value | undefined)[]): Value {
  const [level, , wbits, memLevel, strategy, dictionary] = args;
  const deflater = startDeflater({
    level: number(level, -1),
    wbits: number(wbits, MAX_WBITS),
    memLevel: number(memLevel, DEF_MEM_LEVEL),
    strategy: number(strategy, 0),
  });
  if (deflater === undefined) return raise(ValueError, 'Invalid initialization option');
  if (dictionary !== undefined && dictionary !== null && deflater.setDictionary(needBuffer(dictionary)) !== Z_OK)
    return raise(ValueError, 'Invalid dictionary');
  return new PyCompress(deflater);
}

method(compressType, 'compress', 'self, data, /', (self: PyCompress, data: Value) => {
  const outcome: Outcome = self.isFinished
    ? { ok: false, status: Z_STREAM_ERROR, text: '' }
    : self.deflater.run(needBuffer(data), 0);
  return new PyBytes(bytesOf(outcome, 'while compressing data'));
});
method(compressType, 'flush', 'self, mode=4, /', (self: PyCompress, mode?: Value) => {
  const flush = number(mode, Z_FINISH);
  if (flush === 0) return new PyBytes(NOTHING);
  if (self.isFinished) return complain(Z_STREAM_ERROR, '', 'while flushing');
  const bytes = bytesOf(self.deflater.run(NOTHING, flush as Z_FlushMode), 'while flushing');
  self.isFinished = flush === Z_FINISH;
  return new PyBytes(bytes);
});

function copyCompress(self: PyCompress): Value {
  if (self.isFinished) return raise(ValueError, 'Inconsistent stream state');
  return new PyCompress(self.deflater.copy());
}

class PyDecompress extends PyObject {
  readonly inflater: Inflater;
  unused: Uint8Array = NOTHING;
  tail: Uint8Array = NOTHING;
  constructor(inflater: Inflater) {
    super(decompressType);
    this.inflater = inflater;
  }
}

function startInflater(wbits: Value | undefined, dictionary: Value | undefined): Inflater {
  const inflater = new Inflater(dictionary === undefined || dictionary === null ? NOTHING : needBuffer(dictionary));
  return inflater.start(number(wbits, MAX_WBITS)) === Z_OK
    ? inflater
    : raise(ValueError, 'Invalid initialization option');
}

/** What was not read is for later, or for somebody else. CPython: save_unconsumed_input. */
function keepRest(self: PyDecompress): void {
  const { isAtEnd, rest } = self.inflater;
  if (isAtEnd) self.unused = joined(self.unused, rest);
  // After the end what is no longer of the stream is told twice, as CPython does where there was a tail before.
  if ((!isAtEnd && rest.length > 0) || self.tail.length > 0) self.tail = rest;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

method(
  decompressType,
  'decompress',
  'self, data, /, max_length=0',
  (self: PyDecompress, data: Value, limit?: Value) => {
    const bytes = needBuffer(data);
    const most = number(limit, 0);
    if (most < 0) return raise(ValueError, 'max_length must be non-negative');
    if (self.inflater.isAtEnd) {
      self.unused = joined(self.unused, bytes);
      return new PyBytes(NOTHING);
    }
    const outcome = self.inflater.run(bytes, Z_SYNC_FLUSH, most === 0 ? undefined : most);
    if (outcome.ok) keepRest(self);
    return new PyBytes(bytesOf(outcome, 'while decompressing data'));
  },
);
method(decompressType, 'flush', 'self, length=16384, /', (self: PyDecompress, length?: Value) => {
  if (number(length, DEF_BUF_SIZE) <= 0) return raise(ValueError, 'length must be greater than zero');
  if (self.inflater.isAtEnd) {
    self.unused = joined(self.unused, self.tail);
    return new PyBytes(NOTHING);
  }
  const outcome = self.inflater.run(self.tail, Z_FINISH);
  if (outcome.ok) keepRest(self);
  return new PyBytes(bytesOf(outcome, 'while decompressing data'));
});

function copyDecompress(self: PyDecompress): Value {
  const made = new PyDecompress(self.inflater.copy());
  made.unused = self.unused;
  made.tail = self.tail;
  return made;
}

for (const name of ['copy', '__copy__']) {
  method(compressType, name, 'self, /', copyCompress);
  method(decompressType, name, 'self, /', copyDecompress);
}
method(compressType, '__deepcopy__', 'self, memo, /', copyCompress);
method(decompressType, '__deepcopy__', 'self, memo, /', copyDecompress);
getset(decompressType, 'unused_data', (self) => new PyBytes((self as PyDecompress).unused));
getset(decompressType, 'unconsumed_tail', (self) => new PyBytes((self as PyDecompress).tail));
getset(decompressType, 'eof', (self) => (self as PyDecompress).inflater.isAtEnd);

/** For `gzip`: keeps the input that it could not use yet. */
class PyDecompressor extends PyObject {
  readonly inflater: Inflater;
  waiting: Uint8Array = NOTHING;
  unused: Uint8Array = NOTHING;
  needsInput = true;
  constructor(cls: PyType, inflater: Inflater) {
    super(cls);
    this.inflater = inflater;
  }
}

newMethod(decompressorType, (args, keywords, cls) => {
  return new PyDecompressor(cls, startInflater(args[1] ?? keywords?.get('wbits'), args[2] ?? keywords?.get('zdict')));
});
rawMethod(decompressorType, '__init__', () => null);
method(
  decompressorType,
  'decompress',
  'self, /, data, max_length=-1',
  (self: PyDecompressor, data: Value, limit?: Value) => {
    if (self.inflater.isAtEnd) return raise(EOFError, 'End of stream already reached');
    const most = number(limit, -1);
    const input = joined(self.waiting, needBuffer(data));
    const outcome = self.inflater.run(input, Z_SYNC_FLUSH, most < 0 ? undefined : most);
    const bytes = bytesOf(outcome, 'while decompressing data');
    const rest = self.inflater.rest;
    self.waiting = self.inflater.isAtEnd ? NOTHING : rest;
    if (self.inflater.isAtEnd) self.unused = rest;
    self.needsInput = !self.inflater.isAtEnd && rest.length === 0 && !(most >= 0 && bytes.length === most);
    return new PyBytes(bytes);
  },
);
getset(decompressorType, 'eof', (self) => (self as PyDecompressor).inflater.isAtEnd);
getset(decompressorType, 'unused_data', (self) => new PyBytes((self as PyDecompressor).unused));
getset(decompressorType, 'needs_input', (self) => (self as PyDecompressor).needsInput);

const ADLER_PRIME = 65_521;

function adler32(data: Value, start?: Value): Value {
  const from = start === undefined ? 1 : Number(BigInt.asUintN(32, BigInt(asIndex(start))));
  let low = from & 0xffff;
  let high = from >>> 16;
  for (const byte of needBuffer(data)) {
    low = (low + byte) % ADLER_PRIME;
    high = (high + low) % ADLER_PRIME;
  }
  return high * 65_536 + low;
}

const CONSTANTS: Readonly<Record<string, number | string>> = {
  MAX_WBITS,
  DEFLATED: 8,
  DEF_MEM_LEVEL,
  DEF_BUF_SIZE,
  Z_BEST_SPEED: 1,
  Z_BEST_COMPRESSION: 9,
  Z_DEFAULT_COMPRESSION: -1,
  Z_NO_COMPRESSION: 0,
  Z_FILTERED: 1,
  Z_HUFFMAN_ONLY: 2,
  Z_RLE: 3,
  Z_FIXED: 4,
  Z_DEFAULT_STRATEGY: 0,
  Z_NO_FLUSH: 0,
  Z_PARTIAL_FLUSH: 1,
  Z_SYNC_FLUSH,
  Z_FULL_FLUSH: 3,
  Z_FINISH,
  Z_BLOCK: 5,
  Z_TREES: 6,
  ZLIB_VERSION: '1.3.1',
  ZLIB_RUNTIME_VERSION: '1.3.1',
  ZLIBNG_VERSION: '',
  __version__: '1.0',
};

export function zlibModule(): Map<string, Value> {
  const functions = [
    nativeFunction('compress', 'data, /, level=-1, wbits=15', compress),
    nativeFunction('decompress', 'data, /, wbits=15, bufsize=16384', decompress),
    nativeFunction('compressobj', 'level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None', compressobj),
    nativeFunction('decompressobj', "wbits=15, zdict=b''", (wbits?: Value, dictionary?: Value) => {
      return new PyDecompress(startInflater(wbits, dictionary));
    }),
    nativeFunction('crc32', 'data, value=0, /', crc32),
    nativeFunction('adler32', 'data, value=1, /', adler32),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ['error', zlibError],
    ['_ZlibDecompressor', decompressorType],
    ...Object.entries(CONSTANTS),
  ]);
}
