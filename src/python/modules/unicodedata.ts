/**
 * The module `unicodedata`, as far as JavaScript's own tables of Unicode go: categories, numbers, normal forms, widths.
 * DIVERGES: `name` and `lookup` know the characters of ../syntax/character-names.ts only.
 */
import { KeyError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { str } from '../objects/protocol.ts';
import { decimalValue, textOf } from '../objects/text.ts';
import { PyFloat, typeOf, type Value } from '../objects/value.ts';
import { characterName, characterNamed } from '../syntax/character-names.ts';
import { setCharacterNames } from '../syntax/named-characters.ts';
import { displayWidth } from '../vm/traceback-anchors.ts';
import { unpacking } from './arguments.ts';

setCharacterNames(characterNamed);

const CATEGORIES = [
  'Lu',
  'Ll',
  'Lt',
  'Lm',
  'Lo',
  'Mn',
  'Mc',
  'Me',
  'Nd',
  'Nl',
  'No',
  'Pc',
  'Pd',
  'Ps',
  'Pe',
  'Pi',
  'Pf',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
  'Zs',
  'Zl',
  'Zp',
  'Cc',
  'Cf',
  'Cs',
  'Co',
  'Cn',
].map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')] as const);
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;
const FRACTIONS: Readonly<Record<string, number>> = {
  '¼': 0.25,
  '½': 0.5,
  '¾': 0.75,
  '²': 2,
  '³': 3,
  '¹': 1,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
};

function character(name: string, value: Value): string {
  const text = textOf(value);
  if (text === undefined)
    return raise(TypeError, `${name}() argument 1 must be a unicode character, not ${typeOf(value).tpName}`);
  return [...text].length === 1
    ? text
    : raise(TypeError, `${name}(): argument 1 must be a unicode character, not a string of length ${[...text].length}`);
}

function form(value: Value): (typeof FORMS)[number] {
  return FORMS.find((known) => known === value) ?? raise(ValueError, 'invalid normalization form');
}

function number(name: string, find: (ch: string) => Value | undefined, message: string) {
  return unpacking(name, 1, 2, (ch: Value, missing?: Value) => {
    const found = find(character(name, ch));
    return found ?? (missing === undefined ? raise(ValueError, message) : missing);
  });
}

const digit = (ch: string): number | undefined => (decimalValue(ch) >= 0 ? decimalValue(ch) : undefined);

export function unicodedataModule(): Map<string, Value> {
  const functions = [
    nativeFunction(
      'category',
      'chr, /',
      (ch: Value) => CATEGORIES.find(([, pattern]) => pattern.test(character('category', ch)))?.[0] ?? 'Cn',
    ),
    nativeFunction('normalize', 'form, unistr, /', (kind: Value, text: Value) => str(text).normalize(form(kind))),
    nativeFunction(
      'is_normalized',
      'form, unistr, /',
      (kind: Value, text: Value) => str(text).normalize(form(kind)) === str(text),
    ),
    nativeFunction('east_asian_width', 'chr, /', (ch: Value) => {
      const text = character('east_asian_width', ch);
      return displayWidth(text) === 2 ? 'W' : text < '\x7f' ? 'Na' : 'N';
    }),
    nativeFunction('combining', 'chr, /', (ch: Value) => (/^\p{Mn}$/u.test(character('combining', ch)) ? 230 : 0)),
    nativeFunction('decomposition', 'chr, /', (ch: Value) => {
      const text = character('decomposition', ch);
      const parts = [...text.normalize('NFD')];
      return parts.length < 2
        ? ''
        : parts.map((part) => (part.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')).join(' ');
    }),
    nativeFunction('mirrored', 'chr, /', (ch: Value) => ('()<>[]{}«»'.includes(character('mirrored', ch)) ? 1 : 0)),
    nativeFunction('bidirectional', 'chr, /', (ch: Value) =>
      /\p{L}/u.test(character('bidirectional', ch)) ? 'L' : 'ON',
    ),
    number('decimal', digit, 'not a decimal'),
    number('digit', digit, 'not a digit'),
    number(
      'numeric',
      (ch) => {
        const value = digit(ch) ?? FRACTIONS[ch];
        return value === undefined ? undefined : new PyFloat(value);
      },
      'not a numeric character',
    ),
    unpacking('name', 1, 2, (ch: Value, missing?: Value) => {
      return characterName(character('name', ch)) ?? missing ?? raise(ValueError, 'no such name');
    }),
    nativeFunction(
      'lookup',
      'name, /',
      (name: Value) => characterNamed(str(name)) ?? raise(KeyError, `undefined character name '${str(name)}'`),
    ),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ['unidata_version', '16.0.0'],
  ]);
}
