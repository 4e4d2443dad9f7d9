/**
 * Text as Python counts it: by code point, over JavaScript strings that count UTF-16 units.
 * Strings without surrogates (nearly all of them) take the fast path, where the two counts agree.
 * Limit: a high surrogate followed by a low one is always one character here, even when a program
 * built it from two lone surrogates.
 */
import { isInstance, PyPrimitive, strType, type Value } from './value.ts';

const SURROGATE = /[\ud800-\udfff]/;
const NOT_PRINTABLE = /[\p{C}\p{Z}]/u;
const PLAIN_ASCII = /^[ !#-&(-[\]-~]*$/;

let lastLong = '';
let lastLongIsAstral = false;
let lastSplit = '';
let lastPoints: readonly string[] = [];

/** True when units and code points may differ. The answer for the last long string is remembered: loops index it again and again. */
export function hasAstral(text: string): boolean {
  if (text.length < 64) return SURROGATE.test(text);
  if (text !== lastLong) {
    lastLong = text;
    lastLongIsAstral = SURROGATE.test(text);
  }
  return lastLongIsAstral;
}

/** The characters of a text. Not to be changed by the caller: the last one is remembered. */
export function codePoints(text: string): readonly string[] {
  if (!hasAstral(text)) return text.split('');
  if (text !== lastSplit) {
    lastSplit = text;
    lastPoints = Array.from(text);
  }
  return lastPoints;
}

/** `len(text)`. */
export function strLength(text: string): number {
  return hasAstral(text) ? codePoints(text).length : text.length;
}

/** The character at a position in [0, length), or undefined. */
export function strAt(text: string, index: number): string | undefined {
  return hasAstral(text) ? codePoints(text)[index] : text[index];
}

/** Characters start..stop, both in [0, length]. */
export function strSlice(text: string, start: number, stop: number): string {
  if (stop <= start) return '';
  return hasAstral(text) ? codePoints(text).slice(start, stop).join('') : text.slice(start, stop);
}

/** A position counted in code points, as an index of UTF-16 units. */
export function unitOffset(text: string, point: number): number {
  if (!hasAstral(text)) return point;
  const points = codePoints(text);
  let units = 0;
  for (let index = 0; index < point && index < points.length; index++) units += points[index].length;
  return point > points.length ? units + point - points.length : units;
}

/** An index of UTF-16 units, as a position counted in code points. */
export function pointOffset(text: string, unit: number): number {
  return hasAstral(text) ? Array.from(text.slice(0, unit)).length : unit;
}

/** Negative, zero or positive: the order of Python, which is by code point and not by UTF-16 unit. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Moves surrogates behind the rest of the basic plane. */
function rank(unit: number): number {
  if (unit >= 0xe000) return unit - 0x800;
  return unit >= 0xd800 ? unit + 0x2000 : unit;
}

/** CPython: Objects/unicodectype.c, _PyUnicode_IsPrintable. */
export function isPrintable(character: string): boolean {
  return character === ' ' || !NOT_PRINTABLE.test(character);
}

/** CPython: Objects/unicodeobject.c, unicode_repr. */
export function strRepr(text: string): string {
  if (PLAIN_ASCII.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) {
    if (character === quote || character === '\\') result += `\\${character}`;
    else if (isPrintable(character)) result += character;
    else result += escapeCharacter(character);
  }
  return result + quote;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character: string): string {
  return NAMED_ESCAPES[character] ?? backslashEscape(character.codePointAt(0) ?? 0);
}

/** `\xe9`, `\u20ac` or `\U0001f600`: also what the error handler `backslashreplace` writes. */
export function backslashEscape(point: number): string {
  if (point < 0x100) return `\\x${point.toString(16).padStart(2, '0')}`;
  if (point < 0x10000) return `\\u${point.toString(16).padStart(4, '0')}`;
  return `\\U${point.toString(16).padStart(8, '0')}`;
}

/** What `ascii(x)` makes of `repr(x)`. */
export function asciiEscape(text: string): string {
  let result = '';
  for (const character of text) {
    result += character < '\x80' ? character : backslashEscape(character.codePointAt(0) ?? 0);
  }
  return result;
}

/** The plain text of a str or an instance of a subclass; undefined for anything else. */
export function textOf(value: Value): string | undefined {
  if (typeof value === 'string') return value;
  return value instanceof PyPrimitive && isInstance(value, strType) ? String(value.value) : undefined;
}

/** White space as `str.isspace`, `str.strip` and `str.split` see it. */
export const WHITESPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING_SPACE = new RegExp(`^[${WHITESPACE}]+`);
const TRAILING_SPACE = new RegExp(`[${WHITESPACE}]+$`);
const ALL_SPACE = new RegExp(`^[${WHITESPACE}]+$`);

export function isSpace(text: string): boolean {
  return ALL_SPACE.test(text);
}

export function trimStart(text: string): string {
  return text.replace(LEADING_SPACE, '');
}

export function trimEnd(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  if (last > 0x20 && last < 0x80) return text;
  return text.replace(TRAILING_SPACE, '');
}

const DECIMAL = /\p{Nd}/u;

/** The value of a decimal digit of any script, or -1. Each script's digits are ten in a row, starting at zero. */
export function decimalValue(character: string): number {
  if (character >= '0' && character <= '9' && character.length === 1) return character.charCodeAt(0) - 48;
  if (character < '\x80' || !DECIMAL.test(character)) return -1;
  const point = character.codePointAt(0) ?? 0;
  // The mathematical digits are five such rows without a gap.
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  let zero = point;
  while (point - zero < 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero--;
  return point - zero;
}

/** Digits of other scripts and other white space turned into their ASCII forms, as `int()` and `float()` read them. */
export function toAsciiDigits(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the test for ASCII.
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  let result = '';
  for (const character of text) {
    const digit = decimalValue(character);
    result += digit >= 0 ? String(digit) : isSpace(character) ? ' ' : character;
  }
  return result;
}
