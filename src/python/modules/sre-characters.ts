/** Questions about one character of a subject: categories, sets, case, positions. CPython: Modules/_sre/sre.c and sre_lib.h. */
import { isSpace } from '../objects/text.ts';
import { Sre } from './sre-codes.ts';

const WORD = /[\p{L}\p{N}_]/u;
const DIGIT = /\p{Nd}/u;
const LINE_BREAKS: ReadonlySet<number> = new Set([10, 11, 12, 13, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029]);

function isAsciiWord(ch: number): boolean {
  return (ch >= 97 && ch <= 122) || (ch >= 65 && ch <= 90) || (ch >= 48 && ch <= 57) || ch === 95;
}

function isWord(ch: number): boolean {
  return ch < 128 ? isAsciiWord(ch) : WORD.test(String.fromCodePoint(ch));
}

function isAsciiSpace(ch: number): boolean {
  return ch === 32 || (ch >= 9 && ch <= 13);
}

/** CPython: sre_category. The numbers are those of CHCODES in Lib/re/_constants.py. */
export function inCategory(category: number, ch: number): boolean {
  switch (category) {
    case 0:
      return ch >= 48 && ch <= 57;
    case 1:
      return !(ch >= 48 && ch <= 57);
    case 2:
      return isAsciiSpace(ch);
    case 3:
      return !isAsciiSpace(ch);
    case 4:
    case 8:
      return isAsciiWord(ch);
    case 5:
    case 9:
      return !isAsciiWord(ch);
    case 6:
      return ch === 10;
    case 7:
      return ch !== 10;
    case 10:
      return isDigit(ch);
    case 11:
      return !isDigit(ch);
    case 12:
      return isUnicodeSpace(ch);
    case 13:
      return !isUnicodeSpace(ch);
    case 14:
      return isWord(ch);
    case 15:
      return !isWord(ch);
    case 16:
      return LINE_BREAKS.has(ch);
    case 17:
      return !LINE_BREAKS.has(ch);
    default:
      return false;
  }
}

function isDigit(ch: number): boolean {
  return ch < 128 ? ch >= 48 && ch <= 57 : DIGIT.test(String.fromCodePoint(ch));
}

function isUnicodeSpace(ch: number): boolean {
  return ch < 128 ? isAsciiSpace(ch) || (ch >= 0x1c && ch <= 0x1f) : isSpace(String.fromCodePoint(ch));
}

export function lowerAscii(ch: number): number {
  return ch >= 65 && ch <= 90 ? ch + 32 : ch;
}

export function lowerUnicode(ch: number): number {
  if (ch < 128) return lowerAscii(ch);
  return String.fromCodePoint(ch).toLowerCase().codePointAt(0) ?? ch;
}

export function upperUnicode(ch: number): number {
  if (ch < 128) return ch >= 97 && ch <= 122 ? ch - 32 : ch;
  const upper = [...String.fromCodePoint(ch).toUpperCase()];
  return upper.length === 1 ? (upper[0].codePointAt(0) ?? ch) : ch;
}

export function isCasedAscii(ch: number): boolean {
  return (ch >= 65 && ch <= 90) || (ch >= 97 && ch <= 122);
}

export function isCasedUnicode(ch: number): boolean {
  return lowerUnicode(ch) !== ch || upperUnicode(ch) !== ch;
}

/** Is the character in the set at `code[at]`? CPython: SRE(charset). */
export function inSet(code: Uint32Array, at: number, ch: number): boolean {
  let isMember = true;
  let pc = at;
  for (;;) {
    switch (code[pc++]) {
      case Sre.FAILURE:
        return !isMember;
      case Sre.LITERAL:
        if (ch === code[pc]) return isMember;
        pc++;
        break;
      case Sre.CATEGORY:
        if (inCategory(code[pc], ch)) return isMember;
        pc++;
        break;
      case Sre.CHARSET:
        if (ch < 256 && (code[pc + (ch >>> 5)] & (1 << (ch & 31))) !== 0) return isMember;
        pc += 8;
        break;
      case Sre.RANGE:
        if (code[pc] <= ch && ch <= code[pc + 1]) return isMember;
        pc += 2;
        break;
      case Sre.RANGE_UNI_IGNORE: {
        if (code[pc] <= ch && ch <= code[pc + 1]) return isMember;
        const upper = upperUnicode(ch);
        if (code[pc] <= upper && upper <= code[pc + 1]) return isMember;
        pc += 2;
        break;
      }
      case Sre.NEGATE:
        isMember = !isMember;
        break;
      case Sre.BIGCHARSET: {
        const count = code[pc++];
        const block = ch < 0x10000 ? (code[pc + (ch >>> 10)] >>> (((ch >>> 8) & 3) * 8)) & 255 : -1;
        pc += 64;
        if (block >= 0 && (code[pc + block * 8 + ((ch & 255) >>> 5)] & (1 << (ch & 31))) !== 0) return isMember;
        pc += count * 8;
        break;
      }
      default:
        return false;
    }
  }
}

/** CPython: SRE(at). The numbers are those of ATCODES. `end` is where the search ends. */
export function isAt(place: number, text: Uint32Array, position: number, end: number): boolean {
  switch (place) {
    case 0:
    case 2:
      return position === 0;
    case 1:
      return position === 0 || text[position - 1] === 10;
    case 3:
    case 8:
      return isBoundary(text, position, end, isAsciiWord);
    case 4:
    case 9:
      return !isBoundary(text, position, end, isAsciiWord);
    case 5:
      return position === end || (end - position === 1 && text[position] === 10);
    case 6:
      return position === end || text[position] === 10;
    case 7:
      return position === end;
    case 10:
      return isBoundary(text, position, end, isWord);
    case 11:
      return !isBoundary(text, position, end, isWord);
    default:
      return false;
  }
}

function isBoundary(text: Uint32Array, position: number, end: number, test: (ch: number) => boolean): boolean {
  const before = position > 0 && test(text[position - 1]);
  const after = position < end && test(text[position]);
  return before !== after;
}
