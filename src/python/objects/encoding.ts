/**
 * Text to bytes: `str.encode` and the error handlers. The way back is in `decoding.ts`. Encodings and handlers that are
 * not here are looked for in the registry of `codecs`.
 */
import { interpreter } from '../vm/interpreter.ts';
import { callCodec } from './codec-door.ts';
import {
  exception,
  IndexError,
  type PyException,
  raise,
  raiseObject,
  TypeError,
  UnicodeEncodeError,
} from './errors.ts';
import { escapeRaw, escapeText } from './escapes.ts';
import { backslashEscape } from './text.ts';
import { PyBytes, PyTuple, type Value } from './value.ts';

export type Encoding =
  | 'utf-8'
  | 'utf-8-sig'
  | 'ascii'
  | 'latin-1'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be'
  | 'unicodeescape'
  | 'rawunicodeescape';

const NAMES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  cp65001: 'utf-8',
  utf8sig: 'utf-8-sig',
  ascii: 'ascii',
  usascii: 'ascii',
  '646': 'ascii',
  ansix341968: 'ascii',
  iso646us: 'ascii',
  latin1: 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  iso88591: 'latin-1',
  '8859': 'latin-1',
  cp819: 'latin-1',
  utf16: 'utf-16',
  u16: 'utf-16',
  utf16le: 'utf-16-le',
  utf16be: 'utf-16-be',
  utf32: 'utf-32',
  u32: 'utf-32',
  utf32le: 'utf-32-le',
  utf32be: 'utf-32-be',
  unicodeescape: 'unicodeescape',
  rawunicodeescape: 'rawunicodeescape',
};

/** The encoding that a name stands for; undefined when it is not built in. */
export function findEncoding(name: string): Encoding | undefined {
  if (name === 'utf-8') return 'utf-8';
  return NAMES[name.toLowerCase().replace(/[-_ ]/g, '')];
}

/** What a handler of the registry puts in the place of a fault, and where it goes on. CPython: unicode_encode_call_errorhandler. */
export function askHandler(errors: string, error: PyException, length: number): { given: Value; next: number } {
  const handler = callCodec('lookup_error', errors);
  const answer = interpreter.call(handler, [error], null);
  const [given, position] = answer instanceof PyTuple && answer.items.length === 2 ? answer.items : [];
  const what = error.cls === UnicodeEncodeError ? 'encoding error handler' : 'decoding error handler';
  const shape = error.cls === UnicodeEncodeError ? '(str/bytes, int)' : '(str, int)';
  if (given === undefined || typeof position !== 'number')
    return raise(TypeError, `${what} must return ${shape} tuple`);
  const next = position < 0 ? length + position : position;
  if (next < 0 || next > length) return raise(IndexError, `position ${position} from error handler out of bounds`);
  return { given, next };
}

/** CPython: Objects/unicodeobject.c, PyUnicode_AsEncodedString. */
export function encodeText(text: string, encodingName = 'utf-8', errors = 'strict'): Uint8Array {
  const encoding = findEncoding(encodingName);
  if (encoding === undefined) return needBytes(callCodec('_encode_text', text, encodingName, errors));
  if (encoding === 'unicodeescape') return charBytes(escapeText(text));
  if (encoding === 'rawunicodeescape') return charBytes(escapeRaw(text));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the test for ASCII.
  if ((encoding === 'utf-8' || encoding === 'ascii' || encoding === 'latin-1') && /^[\x00-\x7f]*$/.test(text))
    return charBytes(text);
  return new Encoder(text, encoding, errors).run();
}

function needBytes(value: Value): Uint8Array {
  return value instanceof PyBytes ? value.bytes : new Uint8Array(0);
}

function charBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

const LIMITS: Readonly<Partial<Record<Encoding, number>>> = { ascii: 128, 'latin-1': 256 };

class Encoder {
  private readonly text: string;
  private readonly points: readonly number[];
  private readonly encoding: Encoding;
  private readonly errors: string;
  private readonly bytes: number[] = [];

  constructor(text: string, encoding: Encoding, errors: string) {
    this.text = text;
    this.points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
    this.encoding = encoding;
    this.errors = errors;
  }

  run(): Uint8Array {
    const { points, encoding } = this;
    if (encoding === 'utf-8-sig' || encoding === 'utf-16' || encoding === 'utf-32') this.write(0xfeff);
    for (let index = 0; index < points.length; ) {
      if (this.canWrite(points[index])) this.write(points[index++]);
      else index = this.handleError(index);
    }
    return Uint8Array.from(this.bytes);
  }

  private canWrite(point: number): boolean {
    const limit = LIMITS[this.encoding];
    return limit === undefined ? point < 0xd800 || point > 0xdfff : point < limit;
  }

  private write(point: number): void {
    switch (this.encoding) {
      case 'utf-8':
      case 'utf-8-sig':
        return writeUtf8(this.bytes, point);
      case 'ascii':
      case 'latin-1':
        this.bytes.push(point);
        return;
      case 'utf-16':
      case 'utf-16-le':
      case 'utf-16-be':
        for (const unit of unitsOf(point)) this.writeWord(unit, 2);
        return;
      default:
        this.writeWord(point, 4);
    }
  }

  private writeWord(word: number, size: number): void {
    const isBig = this.encoding.endsWith('-be');
    for (let index = 0; index < size; index++)
      this.bytes.push((word >>> (8 * (isBig ? size - 1 - index : index))) & 255);
  }

  /** Deals with the characters from `start` on that cannot be encoded; answers where to go on. */
  private handleError(start: number): number {
    const { points, errors } = this;
    let end = start + 1;
    while (end < points.length && !this.canWrite(points[end])) end++;
    switch (errors) {
      case 'ignore':
        return end;
      case 'replace':
        for (let index = start; index < end; index++) this.write(63);
        return end;
      case 'backslashreplace':
        for (let index = start; index < end; index++) this.writeText(backslashEscape(points[index]));
        return end;
      case 'xmlcharrefreplace':
        for (let index = start; index < end; index++) this.writeText(`&#${points[index]};`);
        return end;
      case 'surrogateescape':
        return this.escapeSurrogate(start, end);
      case 'surrogatepass':
        if (LIMITS[this.encoding] !== undefined) return this.fail(start, end);
        for (let index = start; index < end; index++) this.write(points[index]);
        return end;
      case 'strict':
        return this.fail(start, end);
      default:
        return this.ask(start, end);
    }
  }

  private ask(start: number, end: number): number {
    const { given, next } = askHandler(this.errors, this.fault(start, end), this.points.length);
    if (given instanceof PyBytes) this.bytes.push(...given.bytes);
    else if (typeof given !== 'string') raise(TypeError, 'encoding error handler must return (str/bytes, int) tuple');
    else {
      for (const character of given) {
        const point = character.codePointAt(0) ?? 0;
        if (!this.canWrite(point)) this.fail(start, end);
        this.write(point);
      }
    }
    return next;
  }

  private escapeSurrogate(start: number, end: number): number {
    const point = this.points[start];
    if (point < 0xdc80 || point > 0xdcff) return this.fail(start, end);
    this.bytes.push(point - 0xdc00);
    return start + 1;
  }

  private writeText(text: string): void {
    for (let index = 0; index < text.length; index++) this.write(text.charCodeAt(index));
  }

  private fail(start: number, end: number): never {
    return raiseObject(this.fault(start, end));
  }

  private fault(start: number, end: number): PyException {
    const limit = LIMITS[this.encoding];
    const reason = limit === undefined ? 'surrogates not allowed' : `ordinal not in range(${limit})`;
    const name = this.encoding === 'utf-8-sig' ? 'utf-8' : this.encoding;
    return exception(UnicodeEncodeError, name, this.text, start, end, reason);
  }
}

function writeUtf8(bytes: number[], point: number): void {
  if (point < 0x80) bytes.push(point);
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63));
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
  else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63));
}

function unitsOf(point: number): readonly number[] {
  if (point < 0x10000) return [point];
  return [0xd800 + ((point - 0x10000) >> 10), 0xdc00 + (point & 0x3ff)];
}
