/** Bytes to text: `bytes.decode` and the error handlers. */

import { callCodec } from './codec-door.ts';
import { askHandler, type Encoding, findEncoding } from './encoding.ts';
import { exception, type PyException, raise, raiseObject, TypeError, UnicodeDecodeError } from './errors.ts';
import { unescapeRaw, unescapeText } from './escapes.ts';
import { PyBytes } from './value.ts';

const CHUNK = 4096;

/** Bytes below 256 as characters with the same numbers. */
export function latin1Text(bytes: Uint8Array): string {
  if (bytes.length <= CHUNK) return String.fromCharCode(...bytes);
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK)
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return text;
}

/** CPython: Objects/unicodeobject.c, PyUnicode_Decode. */
export function decodeBytes(bytes: Uint8Array, encodingName = 'utf-8', errors = 'strict'): string {
  if (bytes.length === 0) return '';
  const encoding = findEncoding(encodingName);
  if (encoding === undefined) return String(callCodec('_decode_text', new PyBytes(bytes), encodingName, errors));
  if (encoding === 'latin-1') return latin1Text(bytes);
  if ((encoding === 'utf-8' || encoding === 'ascii') && bytes.every((byte) => byte < 128)) return latin1Text(bytes);
  return new Decoder(bytes, encoding, errors).run();
}

interface Fault {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

class Decoder {
  private readonly bytes: Uint8Array;
  private encoding: Encoding;
  private readonly errors: string;
  private text = '';

  constructor(bytes: Uint8Array, encoding: Encoding, errors: string) {
    this.bytes = bytes;
    this.encoding = encoding;
    this.errors = errors;
  }

  run(): string {
    switch (this.encoding) {
      case 'ascii':
        this.runAscii();
        break;
      case 'utf-8':
        this.runUtf8(0);
        break;
      case 'utf-8-sig':
        this.runUtf8(this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf ? 3 : 0);
        break;
      case 'unicodeescape':
      case 'rawunicodeescape':
        this.runEscapes();
        break;
      default:
        this.runWords();
    }
    return this.text;
  }

  private runAscii(): void {
    for (let index = 0; index < this.bytes.length; index++) {
      const byte = this.bytes[index];
      if (byte < 128) this.text += String.fromCharCode(byte);
      else this.handle({ start: index, end: index + 1, reason: 'ordinal not in range(128)' });
    }
  }

  private runEscapes(): void {
    const unescape = this.encoding === 'unicodeescape' ? unescapeText : unescapeRaw;
    const input = latin1Text(this.bytes);
    for (let index = 0; index < input.length; ) {
      const { fault, text } = unescape(input.slice(index));
      this.text += text;
      if (fault === null) return;
      index = this.handle({ start: index + fault.start, end: index + fault.end, reason: fault.reason });
    }
  }

  /** CPython: Objects/stringlib/codecs.h, utf8_decode. */
  private runUtf8(from: number): void {
    const { bytes } = this;
    for (let index = from; index < bytes.length; ) {
      const byte = bytes[index];
      if (byte < 128) {
        this.text += String.fromCharCode(byte);
        index++;
        continue;
      }
      const size = byte < 0xc2 || byte > 0xf4 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      const fault =
        size === 0 ? { start: index, end: index + 1, reason: 'invalid start byte' } : this.findFault(index, size);
      if (fault === undefined) {
        this.text += String.fromCodePoint(utf8Point(bytes, index, size));
        index += size;
      } else index = this.handle(fault);
    }
  }

  private findFault(start: number, size: number): Fault | undefined {
    const { bytes } = this;
    for (let offset = 1; offset < size; offset++) {
      const end = start + offset;
      if (end >= bytes.length) return { start, end, reason: 'unexpected end of data' };
      if (!isContinuation(bytes[start], bytes[end], offset)) return { start, end, reason: 'invalid continuation byte' };
    }
    return undefined;
  }

  /** UTF-16 and UTF-32. */
  private runWords(): void {
    const { bytes, encoding } = this;
    const size = encoding.startsWith('utf-16') ? 2 : 4;
    let isBig = encoding.endsWith('-be');
    let index = 0;
    if (encoding === 'utf-16' || encoding === 'utf-32') {
      if (this.word(0, size, false) === 0xfeff) index = size;
      else if (this.word(0, size, true) === 0xfeff) [index, isBig] = [size, true];
    }
    if (!encoding.endsWith('e')) this.encoding = `${encoding}-${isBig ? 'be' : 'le'}` as Encoding;
    while (index < bytes.length) {
      const end = Math.min(index + size, bytes.length);
      if (index + size > bytes.length) index = this.handle({ start: index, end, reason: 'truncated data' });
      else index = this.readWord(index, size, isBig);
    }
  }

  private readWord(index: number, size: number, isBig: boolean): number {
    const word = this.word(index, size, isBig);
    const end = index + size;
    if (size === 4) {
      if (word > 0x10ffff) return this.handle({ start: index, end, reason: 'code point not in range(0x110000)' });
      if (word >= 0xd800 && word <= 0xdfff) {
        return this.handle({ start: index, end, reason: 'code point in surrogate code point range(0xd800, 0xe000)' });
      }
    } else if (word >= 0xdc00 && word <= 0xdfff) return this.handle({ start: index, end, reason: 'illegal encoding' });
    else if (word >= 0xd800 && word <= 0xdbff) {
      if (end + size > this.bytes.length) {
        return this.handle({ start: index, end: this.bytes.length, reason: 'unexpected end of data' });
      }
      const low = this.word(end, size, isBig);
      if (low < 0xdc00 || low > 0xdfff) return this.handle({ start: index, end, reason: 'illegal UTF-16 surrogate' });
      this.text += String.fromCharCode(word, low);
      return end + size;
    }
    this.text += String.fromCodePoint(word);
    return end;
  }

  private word(start: number, size: number, isBig: boolean): number {
    let word = 0;
    for (let index = 0; index < size; index++)
      word = word * 256 + (this.bytes[start + (isBig ? index : size - 1 - index)] ?? 0);
    return word;
  }

  /** Deals with bytes that cannot be decoded; answers where to go on. */
  private handle({ start, end, reason }: Fault): number {
    const { bytes, errors } = this;
    switch (errors) {
      case 'ignore':
        return end;
      case 'replace':
        this.text += '\ufffd';
        return end;
      case 'backslashreplace':
        for (let index = start; index < end; index++) this.text += `\\x${bytes[index].toString(16).padStart(2, '0')}`;
        return end;
      case 'surrogateescape':
        return this.escape({ start, end, reason });
      case 'surrogatepass':
        if (isSurrogateInUtf8(bytes, start) && this.encoding.startsWith('utf-8')) {
          this.text += String.fromCharCode(utf8Point(bytes, start, 3));
          return start + 3;
        }
        return this.fail({ start, end, reason });
      case 'strict':
        return this.fail({ start, end, reason });
      case 'xmlcharrefreplace':
      case 'namereplace':
        return raise(TypeError, "don't know how to handle UnicodeDecodeError in error callback");
      default:
        return this.ask({ start, end, reason });
    }
  }

  /** CPython: surrogateescape of PyCodec_SurrogateEscapeErrors. An ASCII byte cannot be escaped. */
  private escape({ start, end, reason }: Fault): number {
    let index = start;
    for (; index < end && (this.bytes[index] ?? 0) >= 128; index++)
      this.text += String.fromCharCode(0xdc00 + this.bytes[index]);
    return index === start ? this.fail({ start, end, reason }) : index;
  }

  private ask(fault: Fault): number {
    const { given, next } = askHandler(this.errors, this.errorOf(fault), this.bytes.length);
    if (typeof given !== 'string') return raise(TypeError, 'decoding error handler must return (str, int) tuple');
    this.text += given;
    return next;
  }

  private fail(fault: Fault): never {
    return raiseObject(this.errorOf(fault));
  }

  private errorOf({ start, end, reason }: Fault): PyException {
    const name = this.encoding === 'utf-8-sig' ? 'utf-8' : this.encoding;
    return exception(UnicodeDecodeError, name, new PyBytes(this.bytes.slice()), start, end, reason);
  }
}

function isContinuation(lead: number, byte: number, offset: number): boolean {
  if (byte < 0x80 || byte > 0xbf) return false;
  if (offset > 1) return true;
  if (lead === 0xe0) return byte >= 0xa0;
  if (lead === 0xed) return byte < 0xa0;
  if (lead === 0xf0) return byte >= 0x90;
  return lead !== 0xf4 || byte < 0x90;
}

function isSurrogateInUtf8(bytes: Uint8Array, start: number): boolean {
  return (
    bytes[start] === 0xed &&
    bytes[start + 1] >= 0xa0 &&
    bytes[start + 1] <= 0xbf &&
    bytes[start + 2] >= 0x80 &&
    bytes[start + 2] <= 0xbf
  );
}

function utf8Point(bytes: Uint8Array, start: number, size: number): number {
  let point = bytes[start] & (size === 2 ? 0x1f : size === 3 ? 0x0f : 0x07);
  for (let offset = 1; offset < size; offset++) point = (point << 6) | (bytes[start + offset] & 0x3f);
  return point;
}
