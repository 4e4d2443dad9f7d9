/** The module `binascii`: bytes as hexadecimal digits and base 64, and checksums. CPython: Modules/binascii.c. */
import { crc32 as crcOf } from '../../lib/crc32.ts';
import { bufferOf } from '../objects/buffer.ts';
import { exception, raise, raiseObject, TypeError, ValueError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { asIndex, asSmallInt, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyBytes, PyType, typeOf, type Value } from '../objects/value.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;
const errorType = new PyType(ValueError.cls, 'Error', [ValueError], 'exception');
errorType.mro = [errorType, ...ValueError.mro];
const incompleteType = new PyType(ValueError.cls, 'Incomplete', [ValueError.mro[1] ?? ValueError], 'exception');
incompleteType.mro = [incompleteType, ...ValueError.mro.slice(1)];
for (const cls of [errorType, incompleteType]) cls.attrs.set('__module__', 'binascii');

function fail(message: string): never {
  return raiseObject(exception(errorType, message));
}

function bytesOf(value: Value): Uint8Array {
  return bufferOf(value) ?? raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
}

/** CPython: ascii_buffer_converter. */
function asciiOf(value: Value): Uint8Array {
  const text = textOf(value);
  if (text === undefined) {
    return (
      bufferOf(value) ??
      raise(TypeError, `argument should be bytes, buffer or ASCII string, not '${typeOf(value).tpName}'`)
    );
  }
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 127) return raise(ValueError, 'string argument should contain only ASCII characters');
  }
  return new TextEncoder().encode(text);
}

function fromText(text: string): PyBytes {
  return new PyBytes(new TextEncoder().encode(text));
}

/** CPython: Python/pystrhex.c: groups are counted from the right, or from the left where the number is negative. */
function hexlify(data: Value, separator?: Value, groupSize?: Value): PyBytes {
  const digits = [...bytesOf(data)].map((byte) => byte.toString(16).padStart(2, '0'));
  const size = groupSize === undefined ? 1 : asSmallInt(groupSize);
  if (separator === undefined || size === 0) return fromText(digits.join(''));
  const mark = textOf(separator) ?? new TextDecoder('latin1').decode(bytesOf(separator));
  if (mark.length !== 1) return raise(ValueError, 'sep must be length 1.');
  const width = Math.abs(size);
  const shift = size > 0 ? digits.length % width : 0;
  const text = digits.map((pair, i) => (i > 0 && (i - shift) % width === 0 ? mark + pair : pair)).join('');
  return fromText(text);
}

function unhexlify(data: Value): PyBytes {
  const digits = asciiOf(data);
  if (digits.length % 2 === 1) return fail('Odd-length string');
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < digits.length; i++) {
    const digit = Number.parseInt(String.fromCharCode(digits[i] ?? 0), 16);
    if (Number.isNaN(digit)) return fail('Non-hexadecimal digit found');
    bytes[i >> 1] = ((bytes[i >> 1] ?? 0) << 4) | digit;
  }
  return new PyBytes(bytes);
}

function encode64(data: Uint8Array): string {
  let text = '';
  for (let i = 0; i < data.length; i += 3) {
    const [a = 0, b = 0, c = 0] = data.subarray(i, i + 3);
    const word = (a << 16) | (b << 8) | c;
    for (let j = 0; j < 4; j++) text += i + j > data.length ? '=' : ALPHABET[(word >> (18 - 6 * j)) & 63];
  }
  return text;
}

/** CPython: binascii_a2b_base64_impl. */
function decode64(ascii: Uint8Array, isStrict: boolean): PyBytes {
  const bytes: number[] = [];
  let [quad, left, pads, characters] = [0, 0, 0, 0];
  if (isStrict && ascii[0] === PAD) return fail('Leading padding not allowed');
  for (const [at, code] of ascii.entries()) {
    if (code === PAD) {
      pads++;
      if (quad >= 2 && quad + pads >= 4) {
        if (isStrict && at + 1 < ascii.length) return fail('Excess data after padding');
        return new PyBytes(Uint8Array.from(bytes));
      }
      if (isStrict && quad < 2)
        return fail(quad === 0 ? 'Excess padding not allowed' : 'Discontinuous padding not allowed');
      continue;
    }
    const value = ALPHABET.indexOf(String.fromCharCode(code));
    if (value < 0) {
      if (isStrict) return fail('Only base64 data is allowed');
      continue;
    }
    if (isStrict && pads > 0) return fail('Discontinuous padding not allowed');
    pads = 0;
    characters++;
    if (quad > 0) bytes.push(((left << (2 * quad)) | (value >> (6 - 2 * quad))) & 255);
    left = value & (63 >> (2 * quad));
    quad = (quad + 1) % 4;
    if (quad === 0) left = 0;
  }
  if (quad === 0) return new PyBytes(Uint8Array.from(bytes));
  if (quad > 1) return fail('Incorrect padding');
  const counted = `number of data characters (${characters})`;
  return fail(`Invalid base64-encoded string: ${counted} cannot be 1 more than a multiple of 4`);
}

export function crc32(data: Value, start?: Value): number {
  return crcOf(bytesOf(data), start === undefined ? 0 : Number(BigInt.asUintN(32, BigInt(asIndex(start)))));
}

function crcHqx(data: Value, start: Value): number {
  let crc = asSmallInt(start) & 0xffff;
  for (const byte of bytesOf(data)) {
    crc ^= byte << 8;
    for (let i = 0; i < 8; i++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

const LINE_MAX = 45;

/** One line of uuencoded data: its length, then four characters for three bytes. */
function encodeUu(data: Value, backtick?: Value): PyBytes {
  const bytes = bytesOf(data);
  if (bytes.length > LINE_MAX) return fail('At most 45 bytes at once');
  const zero = backtick !== undefined && truthy(backtick) ? '`' : ' ';
  const character = (six: number): string => (six === 0 ? zero : String.fromCharCode(six + 32));
  let text = character(bytes.length);
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += character((bits >> shift) & 63);
  }
  return fromText(`${text}\n`);
}

/** Trailing spaces may be missing. */
function decodeUu(data: Value): PyBytes {
  const bytes = asciiOf(data);
  const length = ((bytes[0] ?? 32) - 32) & 63;
  const out: number[] = [];
  let at = 1;
  for (let bits = 0, count = 0; out.length < length; at++) {
    bits = ((bits << 6) | sixOf(bytes[at])) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out.push((bits >> count) & 255);
  }
  for (; at < bytes.length; at++) if (![32, 96, 10, 13].includes(bytes[at] ?? 32)) return fail('Trailing garbage');
  return new PyBytes(Uint8Array.from(out));
}

function sixOf(byte: number | undefined): number {
  if (byte === undefined || byte === 10 || byte === 13) return 0;
  return byte < 32 || byte > 96 ? fail('Illegal char') : (byte - 32) & 63;
}

export function binasciiModule(): Map<string, Value> {
  const functions = [
    nativeFunction('hexlify', 'data, sep=None, bytes_per_sep=1', hexlify),
    nativeFunction('b2a_hex', 'data, sep=None, bytes_per_sep=1', hexlify),
    nativeFunction('unhexlify', 'hexstr, /', unhexlify),
    nativeFunction('a2b_hex', 'hexstr, /', unhexlify),
    nativeFunction('b2a_base64', 'data, /, *, newline=True', (data: Value, newline?: Value) =>
      fromText(encode64(bytesOf(data)) + (newline === undefined || truthy(newline) ? '\n' : '')),
    ),
    nativeFunction('a2b_base64', 'data, /, *, strict_mode=False', (data: Value, strict?: Value) =>
      decode64(asciiOf(data), strict !== undefined && truthy(strict)),
    ),
    nativeFunction('b2a_uu', 'data, /, *, backtick=False', encodeUu),
    nativeFunction('a2b_uu', 'data, /', decodeUu),
    nativeFunction('crc32', 'data, crc=0, /', crc32),
    nativeFunction('crc_hqx', 'data, crc, /', crcHqx),
  ];
  const names = new Map<string, Value>(functions.map((native) => [native.name, native]));
  return names.set('Error', errorType).set('Incomplete', incompleteType);
}
