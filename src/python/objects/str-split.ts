/** The methods of `str` that take a text apart, put one together, or pad it. */
import { interpreter } from '../vm/interpreter.ts';
import { raise, TypeError, ValueError } from './errors.ts';
import { method } from './native.ts';
import { asIndex, asSmallInt, toArray, truthy } from './protocol.ts';
import { strLength, textOf, trimEnd, trimStart, WHITESPACE } from './text.ts';
import { PyList, PyTuple, strType, typeOf, type Value } from './value.ts';

const SPACES = new RegExp(`[${WHITESPACE}]+`);
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python ends lines at U+001C to U+001E too.
const LINE = /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|$)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const LINE_END = /(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])$/;

function splitArguments(
  sep: Value | undefined,
  maxsplit: Value | undefined,
): { separator: string | null; limit: number } {
  const limit = maxsplit === undefined ? -1 : asSmallInt(maxsplit);
  if (sep === undefined || sep === null) return { separator: null, limit };
  const separator = textOf(sep) ?? raise(TypeError, `must be str or None, not ${typeOf(sep).tpName}`);
  return separator === '' ? raise(ValueError, 'empty separator') : { separator, limit };
}

method(strType, 'split', 'self, /, sep=None, maxsplit=-1', (self: string, sep, maxsplit) => {
  const { separator, limit } = splitArguments(sep, maxsplit);
  return new PyList(separator === null ? splitSpaces(self, limit) : splitText(self, separator, limit));
});
method(strType, 'rsplit', 'self, /, sep=None, maxsplit=-1', (self: string, sep, maxsplit) => {
  const { separator, limit } = splitArguments(sep, maxsplit);
  return new PyList(separator === null ? splitSpacesRight(self, limit) : splitTextRight(self, separator, limit));
});

/** `text.split(None, limit)`: no limit when it is negative. */
export function splitSpaces(text: string, limit: number): string[] {
  let rest = trimStart(text);
  if (limit < 0) {
    rest = trimEnd(rest);
    return rest === '' ? [] : rest.split(SPACES);
  }
  return splitBy(rest, SPACES, limit);
}

/** At the first `limit` separators, until nothing is left. */
export function splitBy(text: string, separator: RegExp, limit: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest !== '') {
    const match = parts.length < limit ? separator.exec(rest) : null;
    if (match === null) {
      parts.push(rest);
      break;
    }
    parts.push(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
  }
  return parts;
}

const LAST_SPACES = new RegExp(`^(?:([^]*[^${WHITESPACE}])?)[${WHITESPACE}]+([^${WHITESPACE}]+)$`);

export function splitSpacesRight(text: string, limit: number): string[] {
  if (limit < 0) return splitSpaces(text, -1);
  const parts: string[] = [];
  let rest = trimEnd(text);
  while (rest !== '') {
    const match = parts.length < limit ? LAST_SPACES.exec(rest) : null;
    if (match === null) {
      parts.push(parts.length < limit ? trimStart(rest) : rest);
      break;
    }
    parts.push(match[2]);
    rest = match[1] ?? '';
  }
  return parts.reverse();
}

export function splitText(text: string, separator: string, limit: number): string[] {
  const parts = text.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

export function splitTextRight(text: string, separator: string, limit: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  while (limit < 0 || parts.length < limit) {
    const found = end < separator.length ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (found < 0) break;
    parts.push(text.slice(found + separator.length, end));
    end = found;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

method(strType, 'splitlines', 'self, /, keepends=False', (self: string, keepends) => {
  const keeps = keepends !== undefined && truthy(keepends);
  const lines: string[] = [];
  LINE.lastIndex = 0;
  while (LINE.lastIndex < self.length) {
    const line = LINE.exec(self)?.[0] ?? '';
    lines.push(keeps ? line : line.replace(LINE_END, ''));
  }
  return new PyList(lines);
});

function separatorOf(value: Value): string {
  const separator = textOf(value) ?? raise(TypeError, `must be str, not ${typeOf(value).tpName}`);
  return separator === '' ? raise(ValueError, 'empty separator') : separator;
}

method(strType, 'partition', 'self, sep, /', (self: string, sep) => {
  const separator = separatorOf(sep);
  const found = self.indexOf(separator);
  return new PyTuple(
    found < 0 ? [self, '', ''] : [self.slice(0, found), separator, self.slice(found + separator.length)],
  );
});
method(strType, 'rpartition', 'self, sep, /', (self: string, sep) => {
  const separator = separatorOf(sep);
  const found = self.lastIndexOf(separator);
  return new PyTuple(
    found < 0 ? ['', '', self] : [self.slice(0, found), separator, self.slice(found + separator.length)],
  );
});

method(strType, 'join', 'self, iterable, /', (self: string, iterable) => joinText(self, iterable));

/** `separator.join(iterable)`. */
export function joinText(separator: string, iterable: Value): string {
  const items = sequenceOf(iterable);
  let result = '';
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    const text = typeof item === 'string' ? item : (textOf(item) ?? raiseBadItem(index, item));
    result = index === 0 ? text : result + separator + text;
  }
  return result;
}

function sequenceOf(iterable: Value): readonly Value[] {
  if (iterable instanceof PyList || iterable instanceof PyTuple) {
    if (!iterable.cls.isHeapType) return iterable.items;
  } else if (
    typeOf(iterable).lookup('__iter__') === undefined &&
    typeOf(iterable).lookup('__getitem__') === undefined
  ) {
    return raise(TypeError, 'can only join an iterable');
  }
  return toArray(iterable);
}

function raiseBadItem(index: number, item: Value): never {
  return raise(TypeError, `sequence item ${index}: expected str instance, ${typeOf(item).tpName} found`);
}

function fillOf(value: Value | undefined): string {
  if (value === undefined) return ' ';
  const fill =
    textOf(value) ?? raise(TypeError, `The fill character must be a unicode character, not ${typeOf(value).tpName}`);
  return strLength(fill) === 1 ? fill : raise(TypeError, 'The fill character must be exactly one character long');
}

/** How many of `missing` characters go to the left. CPython: Objects/unicodeobject.c, unicode_center_impl. */
export function centerLeft(missing: number, width: number): number {
  return Math.floor(missing / 2) + (missing & width & 1);
}

const PADDING: Readonly<Record<string, (missing: number, width: number) => number>> = {
  ljust: () => 0,
  rjust: (missing) => missing,
  center: centerLeft,
};

for (const [name, leftPart] of Object.entries(PADDING)) {
  method(strType, name, "self, width, fillchar=' ', /", (self: string, widthValue, fillchar) => {
    const width = asSmallInt(widthValue);
    const fill = fillOf(fillchar);
    const missing = width - strLength(self);
    if (missing <= 0) return self;
    interpreter.claim(missing);
    const left = leftPart(missing, width);
    return fill.repeat(left) + self + fill.repeat(missing - left);
  });
}

method(strType, 'zfill', 'self, width, /', (self: string, widthValue) => {
  const missing = asSmallInt(widthValue) - strLength(self);
  return missing <= 0 ? self : zeroFill(self, missing);
});

/** Zeros behind the sign. */
export function zeroFill(text: string, missing: number): string {
  interpreter.claim(missing);
  const hasSign = text.startsWith('+') || text.startsWith('-');
  return hasSign ? text.charAt(0) + '0'.repeat(missing) + text.slice(1) : '0'.repeat(missing) + text;
}

method(strType, 'expandtabs', 'self, /, tabsize=8', (self: string, tabsize) => {
  return expandTabs(self, tabsize === undefined ? 8 : Number(asIndex(tabsize)));
});

export function expandTabs(text: string, tabSize: number): string {
  let result = '';
  let column = 0;
  for (const character of text) {
    if (character === '\t') {
      const missing = tabSize > 0 ? tabSize - (column % tabSize) : 0;
      result += ' '.repeat(missing);
      column += missing;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
