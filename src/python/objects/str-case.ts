/** The methods of `str` that know the classes and cases of characters. Unicode data is that of the JavaScript engine. */
import { method } from './native.ts';
import { decimalValue, isPrintable, isSpace } from './text.ts';
import { strType, type Value } from './value.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: this is the test for ASCII.
const ASCII = /^[\x00-\x7f]*$/;
const ALPHA = /^\p{L}+$/u;
const ALPHA_ONE = /\p{L}/u;
const NUMBER = /\p{N}/u;
const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
const LOWER = /\p{Lowercase}/u;
const UPPER = /\p{Uppercase}/u;
const TITLE = /\p{Lt}/u;
/** Unicode's Numeric_Type=Digit: digits that do not stand in a decimal number. */
const OTHER_DIGIT =
  /[\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]/u;
/** Letters with a numeric value. */
const NUMERALS = new Set(
  '㐅㒃㠪㭍一七万三九二五亖亿什仟仨伍佰億兆兩八六十千卄卅卌叁参參叄四壱壹幺廾廿弌弍弎弐拾捌柒漆玖百肆萬貮貳贰阡陆陌陸零\uf96b\uf973\uf978\uf9b2\uf9d1\uf9d3\uf9fd𠀁𠁤𠃢𠄡𠤪𠦃𠦌𠦜𠫪𠫽𠬙𢎐𢦘𣬛𦉭\u{2f890}',
);

const isDecimal = (character: string): boolean => decimalValue(character) >= 0;
const isDigit = (character: string): boolean => isDecimal(character) || OTHER_DIGIT.test(character);
const isNumeric = (character: string): boolean => NUMBER.test(character) || NUMERALS.has(character);

function every(text: string, test: (character: string) => boolean): boolean {
  if (text === '') return false;
  for (const character of text) if (!test(character)) return false;
  return true;
}

function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** True when there is a cased character and each of them satisfies the test. CPython: unicode_islower_impl. */
function everyCased(text: string, wanted: RegExp): boolean {
  let isFound = false;
  for (const character of text) {
    if (wanted.test(character)) isFound = true;
    else if (LOWER.test(character) || UPPER.test(character) || TITLE.test(character)) return false;
  }
  return isFound;
}

/** CPython: Objects/unicodeobject.c, unicode_istitle_impl. */
function isTitle(text: string): boolean {
  let isCased = false;
  let isFound = false;
  for (const character of text) {
    if (UPPER.test(character) || TITLE.test(character)) {
      if (isCased) return false;
      isCased = true;
      isFound = true;
    } else if (LOWER.test(character)) {
      if (!isCased) return false;
      isFound = true;
    } else isCased = false;
  }
  return isFound;
}

const PREDICATES: Readonly<Record<string, (text: string) => boolean>> = {
  isalpha: (text) => ALPHA.test(text),
  isdecimal: (text) => every(text, isDecimal),
  isdigit: (text) => every(text, isDigit),
  isnumeric: (text) => every(text, isNumeric),
  isalnum: (text) =>
    every(text, (character) => ALPHA_ONE.test(character) || isDigit(character) || isNumeric(character)),
  isspace: isSpace,
  islower: (text) => everyCased(text, LOWER),
  isupper: (text) => everyCased(text, UPPER),
  istitle: isTitle,
  isidentifier: isIdentifier,
  isprintable: (text) => text === '' || every(text, isPrintable),
  isascii: (text) => ASCII.test(text),
};

for (const [name, test] of Object.entries(PREDICATES)) {
  method(strType, name, 'self, /', ((self: string) => test(self)) as (self: Value) => Value);
}

const LIGATURES = /[\u00df\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9a\ufb00-\ufb17]/;
const DIGRAPHS: Readonly<Record<string, string>> = {
  Ǆ: 'ǅ',
  ǅ: 'ǅ',
  ǆ: 'ǅ',
  Ǉ: 'ǈ',
  ǈ: 'ǈ',
  ǉ: 'ǈ',
  Ǌ: 'ǋ',
  ǋ: 'ǋ',
  ǌ: 'ǋ',
  Ǳ: 'ǲ',
  ǲ: 'ǲ',
  ǳ: 'ǲ',
};

/** One character as a word begins with it. */
export function titleCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return character.toUpperCase();
  const digraph = DIGRAPHS[character];
  if (digraph !== undefined) return digraph;
  // Georgian has capitals, but no word begins with one.
  if (code >= 0x10d0 && code <= 0x10ff) return character;
  if (code >= 0x1f80 && code <= 0x1faf) return String.fromCodePoint(code | 8);
  if (code === 0x1fb3 || code === 0x1fc3 || code === 0x1ff3) return String.fromCodePoint(code + 9);
  if (TITLE.test(character)) return character;
  const upper = character.toUpperCase();
  if (code >= 0x1fb2 && code <= 0x1ff7) return upper.replace(/\u0399$/, '\u0345');
  if (!LIGATURES.test(character)) return upper;
  // A ligature's first letter is the capital; combining marks stay, and the apostrophe of U+0149 is no letter.
  const [first, ...rest] = Array.from(upper);
  return ALPHA_ONE.test(first) && code !== 0x149 ? first + rest.join('').toLowerCase() : upper;
}

/** CPython: Objects/unicodeobject.c, do_title. */
function title(text: string): string {
  const lower = ASCII.test(text) ? '' : text;
  let result = '';
  let isCased = false;
  let position = 0;
  for (const character of text) {
    result += isCased ? lowerAt(lower, position, character) : titleCharacter(character);
    isCased = LOWER.test(character) || UPPER.test(character) || TITLE.test(character);
    position += character.length;
  }
  return result;
}

/** A sigma is written differently at the end of a word, so it is lowered in place. */
function lowerAt(text: string, position: number, character: string): string {
  if (character !== 'Σ' || text === '') return character.toLowerCase();
  const before = text.slice(0, position).toLowerCase().length;
  return text.toLowerCase()[before];
}

function capitalize(text: string): string {
  if (ASCII.test(text)) return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  const [first = ''] = text;
  const before = first.toLowerCase().length;
  return titleCharacter(first) + text.toLowerCase().slice(before);
}

/** CPython: Objects/unicodeobject.c, do_swapcase. */
function swapCase(text: string): string {
  let result = '';
  let position = 0;
  for (const character of text) {
    if (UPPER.test(character)) result += lowerAt(text, position, character);
    else if (LOWER.test(character)) result += character.toUpperCase();
    else result += character;
    position += character.length;
  }
  return result;
}

/** CPython: do_casefold: full case folding, which lower, upper, lower gives for all but a few letters. */
function caseFold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  let result = '';
  for (const character of text) result += foldCharacter(character);
  return result;
}

function foldCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x131) return character;
  // The small Cherokee letters came later: there the capitals are the folded form.
  if (code >= 0x13a0 && code <= 0x13f5) return character;
  if ((code >= 0xab70 && code <= 0xabbf) || (code >= 0x13f8 && code <= 0x13fd)) return character.toUpperCase();
  if (code === 0x130) return 'i\u0307';
  let result = '';
  for (const upper of character.toLowerCase().toUpperCase()) result += upper.toLowerCase();
  return result;
}

const CONVERSIONS: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  title,
  capitalize,
  swapcase: swapCase,
  casefold: caseFold,
};

for (const [name, convert] of Object.entries(CONVERSIONS)) {
  method(strType, name, 'self, /', ((self: string) => convert(self)) as (self: Value) => Value);
}
