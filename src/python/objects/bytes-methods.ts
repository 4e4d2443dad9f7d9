/**
 * The methods that bytes and bytearray share with str, over ASCII: they work on text with one character per byte,
 * so that searching and splitting are those of str.
 */
import { bufferOf, bufferText, byteOf, bytesOfText, likeSelf } from './buffer.ts';
import { latin1Text } from './decoding.ts';
import { raise, TypeError, ValueError } from './errors.ts';
import { method, staticMethod } from './native.ts';
import { asIndex, asSmallInt, toArray, truthy } from './protocol.ts';
import { searchRange } from './slices.ts';
import { FINDERS, findText, replaceText } from './str-search.ts';
import { centerLeft, expandTabs, splitBy, splitText, splitTextRight, zeroFill } from './str-split.ts';
import {
  bytearrayType,
  bytesType,
  intType,
  isInstance,
  PyByteArray,
  PyBytes,
  PyList,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from './value.ts';

type Bytes = PyBytes | PyByteArray;

const SPACE = ' \t\n\r\v\f';
const LINE = /[^\n\r]*(?:\r\n|[\n\r]|$)/y;

const textOfSelf = (self: Bytes): string => latin1Text(self.bytes);
const make = (self: Bytes, text: string): Value => likeSelf(self, bytesOfText(text));

const toUpper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
const toLower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const CONVERSIONS: Readonly<Record<string, (text: string) => string>> = {
  upper: toUpper,
  lower: toLower,
  swapcase: (text) =>
    text.replace(/[a-z]+|[A-Z]+/g, (letters) => (letters < 'a' ? letters.toLowerCase() : letters.toUpperCase())),
  title: (text) => text.replace(/[a-zA-Z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()),
  capitalize: (text) => toUpper(text.slice(0, 1)) + toLower(text.slice(1)),
};

const PREDICATES: Readonly<Record<string, RegExp>> = {
  isalpha: /^[a-zA-Z]+$/,
  isdigit: /^[0-9]+$/,
  isalnum: /^[a-zA-Z0-9]+$/,
  isspace: /^[ \t-\r]+$/,
  islower: /^[^A-Z]*[a-z][^A-Z]*$/,
  isupper: /^[^a-z]*[A-Z][^a-z]*$/,
  istitle: /^[^a-zA-Z]*(?:[A-Z][a-z]*(?:[^a-zA-Z]+|$))+$/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the test for ASCII.
  isascii: /^[\x00-\x7f]*$/,
};

/** The needle of find, count and the like: bytes, or one byte as a number. */
function needleOf(value: Value): string {
  const buffer = bufferOf(value);
  if (buffer !== undefined) return latin1Text(buffer);
  if (!isInstance(value, intType) && typeOf(value).lookup('__index__') === undefined) {
    return raise(TypeError, `argument should be integer or bytes-like object, not '${typeOf(value).tpName}'`);
  }
  return String.fromCharCode(byteOf(value));
}

function separatorText(value: Value): string {
  const separator = bufferText(value);
  return separator === '' ? raise(ValueError, 'empty separator') : separator;
}

function listOf(self: Bytes, parts: readonly string[]): PyList {
  return new PyList(parts.map((part) => make(self, part)));
}

for (const cls of [bytesType, bytearrayType]) {
  defineSearch(cls);
  defineSplit(cls);
  definePadding(cls);
  for (const [name, convert] of Object.entries(CONVERSIONS)) {
    method(cls, name, 'self, /', (self: Bytes) => make(self, convert(textOfSelf(self))));
  }
  for (const [name, pattern] of Object.entries(PREDICATES)) {
    method(cls, name, 'self, /', (self: Bytes) => pattern.test(textOfSelf(self)));
  }
  method(cls, 'translate', "self, table, /, delete=b''", translate as (...args: Value[]) => Value);
  staticMethod(cls, 'maketrans', 'frm, to, /', makeTable);
}

function defineSearch(cls: PyType): void {
  for (const [name, isLast, mustFind] of FINDERS) {
    method(cls, name, 'self, sub, start=None, end=None, /', (self: Bytes, sub, start, end) => {
      const needle = needleOf(sub);
      const found = findText(textOfSelf(self), needle, searchRange(start, end, self.bytes.length), isLast);
      return found < 0 && mustFind ? raise(ValueError, 'subsection not found') : found;
    });
  }
  method(cls, 'count', 'self, sub, start=None, end=None, /', (self: Bytes, sub, start, end) => {
    const needle = needleOf(sub);
    const range = searchRange(start, end, self.bytes.length);
    if (range.start > range.end) return 0;
    const text = textOfSelf(self).slice(range.start, range.end);
    return needle === '' ? text.length + 1 : text.split(needle).length - 1;
  });
  method(cls, 'replace', 'self, old, new, count=-1, /', (self: Bytes, old, fresh, count) => {
    const limit = count === undefined ? -1 : asSmallInt(count);
    return make(self, replaceText(textOfSelf(self), bufferText(old), bufferText(fresh), limit));
  });
  for (const name of ['startswith', 'endswith'] as const) {
    method(cls, name, 'self, prefix, start=None, end=None, /', (self: Bytes, prefix, start, end) => {
      const range = searchRange(start, end, self.bytes.length);
      const text = range.start > range.end ? undefined : textOfSelf(self).slice(range.start, range.end);
      const matches = (affix: string): boolean =>
        text !== undefined && (name === 'startswith' ? text.startsWith(affix) : text.endsWith(affix));
      if (prefix instanceof PyTuple) return prefix.items.some((item) => matches(bufferText(item)));
      if (bufferOf(prefix) === undefined) {
        return raise(TypeError, `${name} first arg must be bytes or a tuple of bytes, not ${typeOf(prefix).tpName}`);
      }
      return matches(bufferText(prefix));
    });
  }
  method(cls, 'removeprefix', 'self, prefix, /', (self: Bytes, prefix) => {
    const [text, affix] = [textOfSelf(self), bufferText(prefix)];
    return make(self, text.startsWith(affix) ? text.slice(affix.length) : text);
  });
  method(cls, 'removesuffix', 'self, suffix, /', (self: Bytes, suffix) => {
    const [text, affix] = [textOfSelf(self), bufferText(suffix)];
    return make(self, text.endsWith(affix) ? text.slice(0, text.length - affix.length) : text);
  });
}

function splitSpaces(text: string, limit: number): string[] {
  return splitBy(text.replace(/^[ \t-\r]+/, ''), /[ \t-\r]+/, limit < 0 ? Number.POSITIVE_INFINITY : limit);
}

/** Right to left is left to right on the text turned round. */
function splitSpacesRight(text: string, limit: number): string[] {
  const turn = (part: string): string => part.split('').reverse().join('');
  return splitSpaces(turn(text), limit).map(turn).reverse();
}

function defineSplit(cls: PyType): void {
  for (const isRight of [false, true]) {
    method(cls, isRight ? 'rsplit' : 'split', 'self, /, sep=None, maxsplit=-1', (self: Bytes, sep, maxsplit) => {
      const limit = maxsplit === undefined ? -1 : asSmallInt(maxsplit);
      const text = textOfSelf(self);
      if (sep === undefined || sep === null)
        return listOf(self, (isRight ? splitSpacesRight : splitSpaces)(text, limit));
      return listOf(self, (isRight ? splitTextRight : splitText)(text, separatorText(sep), limit));
    });
  }
  method(cls, 'splitlines', 'self, /, keepends=False', (self: Bytes, keepends) => {
    const text = textOfSelf(self);
    const keeps = keepends !== undefined && truthy(keepends);
    const lines: string[] = [];
    LINE.lastIndex = 0;
    while (LINE.lastIndex < text.length) {
      const line = LINE.exec(text)?.[0] ?? '';
      lines.push(keeps ? line : line.replace(/(?:\r\n|[\n\r])$/, ''));
    }
    return listOf(self, lines);
  });
  for (const isRight of [false, true]) {
    method(cls, isRight ? 'rpartition' : 'partition', 'self, sep, /', (self: Bytes, sep) => {
      const [text, separator] = [textOfSelf(self), separatorText(sep)];
      const found = isRight ? text.lastIndexOf(separator) : text.indexOf(separator);
      const missing = isRight ? ['', '', text] : [text, '', ''];
      const parts = found < 0 ? missing : [text.slice(0, found), separator, text.slice(found + separator.length)];
      return new PyTuple(parts.map((part) => make(self, part)));
    });
  }
  method(cls, 'join', 'self, iterable_of_bytes, /', (self: Bytes, iterable) => {
    const type = typeOf(iterable);
    if (type.lookup('__iter__') === undefined && type.lookup('__getitem__') === undefined)
      return raise(TypeError, 'can only join an iterable');
    const parts = toArray(iterable).map((item, index) => {
      const buffer = bufferOf(item);
      return buffer === undefined
        ? raise(TypeError, `sequence item ${index}: expected a bytes-like object, ${typeOf(item).tpName} found`)
        : latin1Text(buffer);
    });
    return make(self, parts.join(textOfSelf(self)));
  });
  for (const [name, left, right] of [
    ['strip', true, true],
    ['lstrip', true, false],
    ['rstrip', false, true],
  ] as const) {
    method(cls, name, 'self, bytes=None, /', (self: Bytes, characters) => {
      const set = characters === undefined || characters === null ? SPACE : bufferText(characters);
      const text = textOfSelf(self);
      let [start, end] = [0, text.length];
      if (left) while (start < end && set.includes(text[start])) start++;
      if (right) while (end > start && set.includes(text[end - 1])) end--;
      return make(self, text.slice(start, end));
    });
  }
}

function fillOf(value: Value | undefined, name: string): string {
  if (value === undefined) return ' ';
  if (!(value instanceof PyBytes || value instanceof PyByteArray)) {
    return raise(TypeError, `${name}() argument 2 must be a byte string of length 1, not ${typeOf(value).tpName}`);
  }
  if (value.bytes.length === 1) return latin1Text(value.bytes);
  const kind = value instanceof PyByteArray ? 'bytearray' : 'bytes';
  return raise(
    TypeError,
    `${name}(): argument 2 must be a byte string of length 1, not a ${kind} object of length ${value.bytes.length}`,
  );
}

function definePadding(cls: PyType): void {
  for (const name of ['ljust', 'rjust', 'center'] as const) {
    method(cls, name, "self, width, fillchar=b' ', /", (self: Bytes, widthValue, fillchar) => {
      const width = asSmallInt(widthValue);
      const fill = fillOf(fillchar, name);
      const text = textOfSelf(self);
      const missing = Math.max(0, width - text.length);
      const left = name === 'ljust' ? 0 : name === 'rjust' ? missing : centerLeft(missing, width);
      return make(self, fill.repeat(left) + text + fill.repeat(missing - left));
    });
  }
  method(cls, 'zfill', 'self, width, /', (self: Bytes, width) => {
    const text = textOfSelf(self);
    const missing = asSmallInt(width) - text.length;
    return make(self, missing <= 0 ? text : zeroFill(text, missing));
  });
  method(cls, 'expandtabs', 'self, /, tabsize=8', (self: Bytes, tabsize) => {
    return make(self, expandTabs(textOfSelf(self), tabsize === undefined ? 8 : Number(asIndex(tabsize))));
  });
}

function translate(self: Bytes, tableValue: Value, deleted: Value | undefined): Value {
  const table = tableValue === null ? undefined : bufferText(tableValue);
  if (table !== undefined && table.length !== 256)
    return raise(ValueError, 'translation table must be 256 characters long');
  const removed = deleted === undefined ? '' : bufferText(deleted);
  let result = '';
  for (const character of textOfSelf(self)) {
    if (!removed.includes(character)) result += table?.[character.charCodeAt(0)] ?? character;
  }
  return make(self, result);
}

function makeTable(from: Value, to: Value): Value {
  const [sources, targets] = [bufferText(from), bufferText(to)];
  if (sources.length !== targets.length) return raise(ValueError, 'maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let index = 0; index < sources.length; index++) table[sources.charCodeAt(index)] = targets.charCodeAt(index);
  return new PyBytes(table);
}
