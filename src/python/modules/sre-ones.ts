/** Instructions that take one character, and what is known of a pattern before it is tried. CPython: Modules/_sre/sre_lib.h. */
import { inCategory, inSet, lowerAscii, lowerUnicode } from './sre-characters.ts';
import { SRE_INFO, Sre } from './sre-codes.ts';

/** The instruction behind one that takes one character. */
export function behindOne(code: Uint32Array, pc: number): number {
  switch (code[pc]) {
    case Sre.ANY:
    case Sre.ANY_ALL:
      return pc + 1;
    case Sre.IN:
    case Sre.IN_IGNORE:
    case Sre.IN_LOC_IGNORE:
    case Sre.IN_UNI_IGNORE:
      return pc + 1 + code[pc + 1];
    default:
      return pc + 2;
  }
}

/** Does an instruction that takes one character take this one? */
export function isOne(code: Uint32Array, pc: number, ch: number): boolean {
  switch (code[pc]) {
    case Sre.ANY:
      return ch !== 10;
    case Sre.ANY_ALL:
      return true;
    case Sre.LITERAL:
      return ch === code[pc + 1];
    case Sre.NOT_LITERAL:
      return ch !== code[pc + 1];
    case Sre.IN:
      return inSet(code, pc + 2, ch);
    case Sre.CATEGORY:
      return inCategory(code[pc + 1], ch);
    case Sre.IN_IGNORE:
    case Sre.IN_LOC_IGNORE:
      return inSet(code, pc + 2, lowerAscii(ch));
    case Sre.IN_UNI_IGNORE:
      return inSet(code, pc + 2, lowerUnicode(ch));
    case Sre.LITERAL_IGNORE:
    case Sre.LITERAL_LOC_IGNORE:
      return lowerAscii(ch) === lowerAscii(code[pc + 1]);
    case Sre.LITERAL_UNI_IGNORE:
      return lowerUnicode(ch) === code[pc + 1];
    case Sre.NOT_LITERAL_IGNORE:
    case Sre.NOT_LITERAL_LOC_IGNORE:
      return lowerAscii(ch) !== lowerAscii(code[pc + 1]);
    case Sre.NOT_LITERAL_UNI_IGNORE:
      return lowerUnicode(ch) !== code[pc + 1];
    default:
      return false;
  }
}

/** How many characters in a row from `place` on, before `stop`. CPython: SRE(count). */
export function countOnes(code: Uint32Array, pc: number, text: Uint32Array, place: number, stop: number): number {
  let at = place;
  switch (code[pc]) {
    case Sre.ANY_ALL:
      at = Math.max(place, stop);
      break;
    case Sre.LITERAL:
      while (at < stop && text[at] === code[pc + 1]) at++;
      break;
    case Sre.IN:
      while (at < stop && inSet(code, pc + 2, text[at])) at++;
      break;
    default:
      while (at < stop && isOne(code, pc, text[at])) at++;
  }
  return at - place;
}

interface SearchInfo {
  /** The least length of a match. */
  readonly width: number;
  /** What every match begins with, or -1. */
  readonly literal: number;
  /** Index of the set that every match begins with, or -1. */
  readonly set: number;
}

/** CPython: the INFO block that _compiler.py's _compile_info writes. */
export function searchInfo(code: Uint32Array): SearchInfo {
  if (code[0] !== Sre.INFO) return { width: 0, literal: -1, set: -1 };
  const flags = code[2];
  return {
    width: code[3],
    literal: (flags & SRE_INFO.prefix) !== 0 ? code[7] : -1,
    set: (flags & SRE_INFO.charset) !== 0 ? 5 : -1,
  };
}

/** What is known of a match while it is under way. */
interface Progress {
  readonly code: Uint32Array;
  readonly text: Uint32Array;
  readonly marks: Int32Array;
  readonly end: number;
}

export function hasGroup(marks: Int32Array, group: number): boolean {
  const from = marks[group * 2];
  return from >= 0 && marks[group * 2 + 1] >= from;
}

/** GROUPREF at `pc`: the length of the group's text when it stands at `place` again, else -1. */
export function repeatedLength({ code, text, marks, end }: Progress, pc: number, place: number): number {
  const group = code[pc + 1];
  if (!hasGroup(marks, group)) return -1;
  const from = marks[group * 2];
  const length = marks[group * 2 + 1] - from;
  if (place + length > end) return -1;
  const lower = code[pc] === Sre.GROUPREF_UNI_IGNORE ? lowerUnicode : lowerAscii;
  const isExact = code[pc] === Sre.GROUPREF;
  for (let i = 0; i < length; i++) {
    const a = text[from + i];
    const b = text[place + i];
    if (a !== b && (isExact || lower(a) !== lower(b))) return -1;
  }
  return length;
}
