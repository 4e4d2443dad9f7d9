/** The encodings `unicode_escape` and `raw_unicode_escape`. CPython: Objects/unicodeobject.c, _PyUnicode_DecodeUnicodeEscapeInternal. */
import { ESCAPED, HEX_DIGITS, HEX_SHAPES } from '../syntax/escape-letters.ts';
import { characterNamed } from '../syntax/named-characters.ts';
import { backslashEscape } from './text.ts';

const SHORT: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** ASCII text with every other character escaped. */
export function escapeText(text: string): string {
  let result = '';
  for (const character of text) {
    const isPlain = character >= ' ' && character < '\x7f';
    result += SHORT[character] ?? (isPlain ? character : backslashEscape(character.codePointAt(0) ?? 0));
  }
  return result;
}

/** Latin-1 text with what lies beyond it escaped. */
export function escapeRaw(text: string): string {
  let result = '';
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    result += point < 0x100 ? character : backslashEscape(point);
  }
  return result;
}

export interface Unescaped {
  readonly text: string;
  /** The first thing that is no escape, as offsets into the input; null when there is none. */
  readonly fault: { readonly start: number; readonly end: number; readonly reason: string } | null;
}

/** `input`: bytes as characters. Unknown escapes stay as they are. */
export function unescapeText(input: string): Unescaped {
  let text = '';
  for (let index = 0; index < input.length; ) {
    const character = input[index] ?? '';
    if (character !== '\\') {
      text += character;
      index++;
      continue;
    }
    const letter = input[index + 1];
    if (letter === undefined) return { text, fault: { start: index, end: index + 1, reason: '\\ at end of string' } };
    const octal = /^[0-7]{1,3}/.exec(input.slice(index + 1, index + 4))?.[0];
    if (letter in ESCAPED) {
      text += ESCAPED[letter];
      index += 2;
    } else if (octal !== undefined) {
      text += String.fromCodePoint(Number.parseInt(octal, 8));
      index += 1 + octal.length;
    } else if (letter in HEX_DIGITS || letter === 'N') {
      const found = letter === 'N' ? named(input, index) : numbered(input, index, letter);
      if (typeof found === 'string')
        return { text, fault: { start: index, end: faultEnd(input, index), reason: found } };
      text += found.character;
      index = found.end;
    } else {
      text += `\\${letter}`;
      index += 2;
    }
  }
  return { text, fault: null };
}

/** Only `\u` and `\U` behind an odd number of backslashes mean something. */
export function unescapeRaw(input: string): Unescaped {
  let text = '';
  for (let index = 0; index < input.length; ) {
    const letter = input[index] === '\\' ? input[index + 1] : undefined;
    if (letter === 'u' || letter === 'U') {
      const found = numbered(input, index, letter);
      if (typeof found === 'string')
        return { text, fault: { start: index, end: faultEnd(input, index), reason: found } };
      text += found.character;
      index = found.end;
    } else {
      const count = letter === '\\' ? 2 : 1;
      text += input.slice(index, index + count);
      index += count;
    }
  }
  return { text, fault: null };
}

interface Found {
  readonly character: string;
  readonly end: number;
}

function numbered(input: string, start: number, letter: string): Found | string {
  const count = HEX_DIGITS[letter] ?? 0;
  const digits = input.slice(start + 2, start + 2 + count);
  if (digits.length < count || !/^[0-9a-fA-F]+$/.test(digits)) return `truncated ${HEX_SHAPES[letter]} escape`;
  const point = Number.parseInt(digits, 16);
  if (point > 0x10ffff) return 'illegal Unicode character';
  return { character: String.fromCodePoint(point), end: start + 2 + count };
}

function named(input: string, start: number): Found | string {
  const name = /^\{([^}]+)\}/.exec(input.slice(start + 2))?.[1];
  if (name === undefined) return 'malformed \\N character escape';
  const character = characterNamed(name);
  return character === undefined ? 'unknown Unicode character name' : { character, end: start + 4 + name.length };
}

/** What belongs to a broken escape: the digits that are there. */
function faultEnd(input: string, start: number): number {
  const rest = input.slice(start);
  const found = /^\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N\{[^}]*\}?|N)/.exec(rest);
  return start + (found?.[0].length ?? 1);
}
