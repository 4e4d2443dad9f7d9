/** The methods of `str` that look for a text in another, and that replace what they find. */
import { LookupError, PyRaise, raise, TypeError, ValueError } from './errors.ts';
import { intOperand } from './int.ts';
import { method, staticMethod } from './native.ts';
import { asSmallInt, getItem } from './protocol.ts';
import { searchRange } from './slices.ts';
import { codePoints, hasAstral, pointOffset, strLength, strSlice, textOf, unitOffset, WHITESPACE } from './text.ts';
import { type DictKey, isInstance, nameInArgument, PyDict, PyTuple, strType, typeOf, type Value } from './value.ts';

/** Methods that tell a place: whether it is the last, and whether it is an error that there is none. */
export const FINDERS = [
  ['find', false, false],
  ['rfind', true, false],
  ['index', false, true],
  ['rindex', true, true],
] as const;

/** Where `needle` is within characters start..end, or -1; the last such place when asked. */
export function findText(text: string, needle: string, range: { start: number; end: number }, isLast: boolean): number {
  if (range.start > range.end) return -1;
  if (!hasAstral(text)) return findUnits(text, needle, range, isLast);
  const units = { start: unitOffset(text, range.start), end: unitOffset(text, range.end) };
  const found = findUnits(text, needle, units, isLast);
  return found < 0 ? -1 : pointOffset(text, found);
}

function findUnits(
  text: string,
  needle: string,
  { start, end }: { start: number; end: number },
  isLast: boolean,
): number {
  const last = end - needle.length;
  if (last < start) return -1;
  const found = isLast ? text.lastIndexOf(needle, last) : text.indexOf(needle, start);
  return found >= start && found <= last ? found : -1;
}

function needleOf(value: Value, name: string): string {
  return textOf(value) ?? raise(TypeError, `${name}() argument 1 must be str, not ${nameInArgument(value)}`);
}

for (const [name, isLast, mustFind] of FINDERS) {
  method(strType, name, 'self, sub, start=None, end=None, /', (self: string, sub, start, end) => {
    const needle = needleOf(sub, name);
    const found = findText(self, needle, searchRange(start, end, strLength(self)), isLast);
    return found < 0 && mustFind ? raise(ValueError, 'substring not found') : found;
  });
}

method(strType, 'count', 'self, sub, start=None, end=None, /', (self: string, sub, start, end) => {
  const needle = needleOf(sub, 'count');
  const range = searchRange(start, end, strLength(self));
  if (range.start > range.end) return 0;
  const text = strSlice(self, range.start, range.end);
  return needle === '' ? strLength(text) + 1 : countText(text, needle);
});

function countText(text: string, needle: string): number {
  let count = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) count++;
  return count;
}

function affixTest(name: 'startswith' | 'endswith', isAffix: (text: string, affix: string) => boolean): void {
  const matches = (self: string, affix: string, start: Value | undefined, end: Value | undefined): boolean => {
    if (start === undefined && end === undefined) return isAffix(self, affix);
    const range = searchRange(start, end, strLength(self));
    return range.start <= range.end && isAffix(strSlice(self, range.start, range.end), affix);
  };
  method(strType, name, 'self, prefix, start=None, end=None, /', (self: string, prefix, start, end) => {
    const one = textOf(prefix);
    if (one !== undefined) return matches(self, one, start, end);
    if (!(prefix instanceof PyTuple)) {
      return raise(TypeError, `${name} first arg must be str or a tuple of str, not ${typeOf(prefix).tpName}`);
    }
    for (const item of prefix.items) {
      const affix = textOf(item);
      if (affix === undefined)
        return raise(TypeError, `tuple for ${name} must only contain str, not ${typeOf(item).tpName}`);
      if (matches(self, affix, start, end)) return true;
    }
    return false;
  });
}
affixTest('startswith', (text, affix) => text.startsWith(affix));
affixTest('endswith', (text, affix) => text.endsWith(affix));

function affixOf(value: Value, name: string): string {
  return textOf(value) ?? raise(TypeError, `${name}() argument must be str, not ${nameInArgument(value)}`);
}

method(strType, 'removeprefix', 'self, prefix, /', (self: string, prefix) => {
  const affix = affixOf(prefix, 'removeprefix');
  return self.startsWith(affix) ? self.slice(affix.length) : self;
});
method(strType, 'removesuffix', 'self, suffix, /', (self: string, suffix) => {
  const affix = affixOf(suffix, 'removesuffix');
  return affix !== '' && self.endsWith(affix) ? self.slice(0, -affix.length) : self;
});

method(strType, 'replace', 'self, old, new, /, count=-1', (self: string, oldValue, newValue, countValue) => {
  const old = textOf(oldValue) ?? raise(TypeError, `replace() argument 1 must be str, not ${nameInArgument(oldValue)}`);
  const fresh =
    textOf(newValue) ?? raise(TypeError, `replace() argument 2 must be str, not ${nameInArgument(newValue)}`);
  return replaceText(self, old, fresh, countValue === undefined ? -1 : asSmallInt(countValue));
});

/** The first `count` occurrences replaced; all of them when it is negative. */
export function replaceText(text: string, old: string, fresh: string, count: number): string {
  if (old === '') return insertBetween(text, fresh, count);
  if (count < 0) return text.split(old).join(fresh);
  let result = '';
  let position = 0;
  for (let left = count; left > 0; left--) {
    const found = text.indexOf(old, position);
    if (found < 0) break;
    result += text.slice(position, found) + fresh;
    position = found + old.length;
  }
  return result + text.slice(position);
}

function insertBetween(text: string, fresh: string, count: number): string {
  const characters = codePoints(text);
  let left = count < 0 ? characters.length + 1 : count;
  let result = '';
  for (const character of characters) {
    if (left-- > 0) result += fresh;
    result += character;
  }
  return left > 0 ? result + fresh : result;
}

const SPACES = { strip: new RegExp(`^[${WHITESPACE}]+|[${WHITESPACE}]+$`, 'g') };
const SPACE = new RegExp(`[${WHITESPACE}]`);

function stripText(
  text: string,
  characters: Value | undefined,
  name: string,
  sides: { left: boolean; right: boolean },
): string {
  let isStripped = (character: string): boolean => SPACE.test(character);
  if (characters !== undefined && characters !== null) {
    const set = textOf(characters) ?? raise(TypeError, `${name} arg must be None or str`);
    isStripped = (character) => set.includes(character);
  } else if (sides.left && sides.right && text.length > 64) return text.replace(SPACES.strip, '');
  const points = codePoints(text);
  let start = 0;
  let end = points.length;
  if (sides.left) while (start < end && isStripped(points[start])) start++;
  if (sides.right) while (end > start && isStripped(points[end - 1])) end--;
  return start === 0 && end === points.length ? text : strSlice(text, start, end);
}

for (const [name, left, right] of [
  ['strip', true, true],
  ['lstrip', true, false],
  ['rstrip', false, true],
] as const) {
  method(strType, name, 'self, chars=None, /', (self: string, characters) =>
    stripText(self, characters, name, { left, right }),
  );
}

/** CPython: Objects/unicodeobject.c, _PyUnicode_TranslateMap. */
method(strType, 'translate', 'self, table, /', (self: string, table) => {
  let result = '';
  for (const character of self) result += translateCharacter(character, table);
  return result;
});

function translateCharacter(character: string, table: Value): string {
  const mapped = lookUp(table, character.codePointAt(0) ?? 0);
  if (mapped === undefined) return character;
  if (mapped === null) return '';
  const text = textOf(mapped);
  if (text !== undefined) return text;
  const code = intOperand(mapped);
  if (code === undefined) return raise(TypeError, 'character mapping must return integer, None or str');
  if (code < 0 || code > 0x10ffff) return raise(ValueError, 'character mapping must be in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

/** What a translation table says of a code point; undefined where it raises LookupError. */
function lookUp(table: Value, code: number): Value | undefined {
  if (table instanceof PyDict && table.cls.lookup('__missing__') === undefined) {
    const found = table.map.get(code);
    if (found !== undefined) return found;
  }
  try {
    return getItem(table, code);
  } catch (thrown) {
    if (thrown instanceof PyRaise && isInstance(thrown.exception, LookupError)) return undefined;
    throw thrown;
  }
}

function tableFromDict(source: PyDict): Map<DictKey, Value> {
  const table = new Map<DictKey, Value>();
  for (const [key, value] of source.map) {
    if (typeof key === 'string') {
      if (strLength(key) !== 1) return raise(ValueError, 'string keys in translate table must be of length 1');
      table.set(key.codePointAt(0) ?? 0, value);
    } else if (typeof key === 'number' && Number.isInteger(key)) table.set(key, value);
    else return raise(TypeError, 'keys in translate table must be strings or integers');
  }
  return table;
}

/** CPython: Objects/unicodeobject.c, unicode_maketrans_impl. */
staticMethod(strType, 'maketrans', 'x, y=None, z=None, /', (x, y, z) => {
  if (y === undefined) {
    return x instanceof PyDict
      ? new PyDict(tableFromDict(x))
      : raise(TypeError, 'if you give only one argument to maketrans it must be a dict');
  }
  const from = textOf(x) ?? raise(TypeError, 'first maketrans argument must be a string if there is a second argument');
  const to = textOf(y) ?? raise(TypeError, `maketrans() argument 2 must be str, not ${nameInArgument(y)}`);
  const sources = codePoints(from);
  const targets = codePoints(to);
  if (sources.length !== targets.length)
    return raise(ValueError, 'the first two maketrans arguments must have equal length');
  const table = new Map<DictKey, Value>();
  for (const [index, source] of sources.entries())
    table.set(source.codePointAt(0) ?? 0, targets[index].codePointAt(0) ?? 0);
  if (z !== undefined) {
    const removed = textOf(z) ?? raise(TypeError, `maketrans() argument 3 must be str, not ${nameInArgument(z)}`);
    for (const character of removed) table.set(character.codePointAt(0) ?? 0, null);
  }
  return new PyDict(table);
});
