/** The reading half of `_json`: `scanstring` and the scanner. CPython: Modules/_json.c. Offsets inside are UTF-16 units. */
import { getAttr } from '../objects/attributes.ts';
import { dictSet } from '../objects/dict.ts';
import { type PyException, raise, raiseObject, stopIteration, TypeError, ValueError } from '../objects/errors.ts';
import { parseInteger } from '../objects/int-parse.ts';
import { getset, newMethod, rawMethod } from '../objects/native.ts';
import { asSmallInt, call, truthy } from '../objects/protocol.ts';
import { hasAstral, pointOffset, textOf, unitOffset } from '../objects/text.ts';
import {
  floatType,
  intType,
  nativeType,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { interpreter } from '../vm/interpreter.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const SPACES = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a strict JSON string may not hold.
const PLAIN = /[^"\\\x00-\x1f]*/y;
const PLAIN_LOOSE = /[^"\\]*/y;
const CONSTANTS = [
  ['null', null],
  ['true', true],
  ['false', false],
] as const;
const FLOATS = ['NaN', 'Infinity', '-Infinity'] as const;

/** The options of a JSONDecoder. */
interface Options {
  readonly strict: boolean;
  readonly objectHook: Value;
  readonly objectPairsHook: Value;
  readonly parseFloat: Value;
  readonly parseInt: Value;
  readonly parseConstant: Value;
}

/** One text that is read. */
class Reader {
  readonly text: string;
  private readonly options: Options;
  private readonly keys = new Map<string, string>();
  constructor(text: string, options: Options) {
    this.text = text;
    this.options = options;
  }

  fail(message: string, at: number): never {
    const error = getAttr(load('json.decoder'), 'JSONDecodeError');
    return raiseObject(call(error, message, this.text, pointOffset(this.text, at)) as PyException);
  }

  private none(at: number): never {
    return raiseObject(stopIteration(pointOffset(this.text, at)));
  }

  private skip(at: number): number {
    SPACES.lastIndex = at;
    SPACES.test(this.text);
    return SPACES.lastIndex;
  }

  /** `at`: behind the opening quote. */
  string(at: number): { value: string; end: number } {
    const { text } = this;
    const begin = at - 1;
    const plain = this.options.strict ? PLAIN : PLAIN_LOOSE;
    let value = '';
    for (let from = at; ; ) {
      plain.lastIndex = from;
      plain.test(text);
      const end = plain.lastIndex;
      value += text.slice(from, end);
      const stop = text[end];
      if (stop === '"') return { value, end: end + 1 };
      if (stop === undefined) return this.fail('Unterminated string starting at', begin);
      if (stop !== '\\') return this.fail('Invalid control character at', end);
      const letter = text[end + 1];
      if (letter === undefined) return this.fail('Unterminated string starting at', begin);
      if (letter === 'u') {
        const digits = text.slice(end + 2, end + 6);
        if (end + 6 >= text.length || !/^[0-9a-fA-F]{4}$/.test(digits))
          return this.fail('Invalid \\uXXXX escape', end + 1);
        value += String.fromCharCode(Number.parseInt(digits, 16));
        from = end + 6;
      } else {
        const character = ESCAPES[letter];
        if (character === undefined) return this.fail('Invalid \\escape', end);
        value += character;
        from = end + 2;
      }
    }
  }

  value(at: number): { value: Value; end: number } {
    const { text } = this;
    const first = text[at];
    if (first === undefined) return this.none(at);
    if (first === '"') return this.string(at + 1);
    if (first === '{') return this.object(at + 1);
    if (first === '[') return this.array(at + 1);
    for (const [word, value] of CONSTANTS) if (text.startsWith(word, at)) return { value, end: at + word.length };
    for (const word of FLOATS)
      if (text.startsWith(word, at)) return { value: call(this.options.parseConstant, word), end: at + word.length };
    return this.number(at);
  }

  private number(at: number): { value: Value; end: number } {
    NUMBER.lastIndex = at;
    const found = NUMBER.exec(this.text);
    if (found === null) return this.none(at);
    const [whole, integer, fraction, exponent] = found;
    const end = at + whole.length;
    if (fraction === undefined && exponent === undefined) {
      const { parseInt } = this.options;
      if (parseInt !== intType) return { value: call(parseInt, integer ?? ''), end };
      return { value: whole.length < 16 ? Number(whole) + 0 : parseInteger(whole, 10, whole), end };
    }
    const { parseFloat } = this.options;
    return { value: parseFloat === floatType ? new PyFloat(Number(whole)) : call(parseFloat, whole), end };
  }

  private array(start: number): { value: Value; end: number } {
    const { text } = this;
    const items: Value[] = [];
    let at = this.skip(start);
    if (text[at] === ']') return { value: new PyList(items), end: at + 1 };
    for (;;) {
      const { end, value } = this.value(at);
      items.push(value);
      at = this.skip(end);
      if (text[at] === ']') return { value: new PyList(items), end: at + 1 };
      if (text[at] !== ',') return this.fail("Expecting ',' delimiter", at);
      const comma = at;
      at = this.skip(at + 1);
      if (text[at] === ']') return this.fail('Illegal trailing comma before end of array', comma);
    }
  }

  private object(start: number): { value: Value; end: number } {
    const { text } = this;
    const pairs: [string, Value][] = [];
    let at = this.skip(start);
    while (text[at] !== '}' || pairs.length > 0) {
      if (text[at] !== '"') return this.fail('Expecting property name enclosed in double quotes', at);
      const key = this.string(at + 1);
      at = this.skip(key.end);
      if (text[at] !== ':') return this.fail("Expecting ':' delimiter", at);
      const { end, value } = this.value(this.skip(at + 1));
      pairs.push([this.known(key.value), value]);
      at = this.skip(end);
      if (text[at] === '}') break;
      if (text[at] !== ',') return this.fail("Expecting ',' delimiter", at);
      const comma = at;
      at = this.skip(at + 1);
      if (text[at] === '}') return this.fail('Illegal trailing comma before end of object', comma);
    }
    return { value: this.finished(pairs), end: at + 1 };
  }

  private finished(pairs: readonly [string, Value][]): Value {
    const { objectHook, objectPairsHook } = this.options;
    if (objectPairsHook !== null) return call(objectPairsHook, new PyList(pairs.map((pair) => new PyTuple(pair))));
    const dict = new PyDict();
    for (const [key, value] of pairs) dictSet(dict, key, value);
    return objectHook === null ? dict : call(objectHook, dict);
  }

  /** Equal keys are one string. */
  private known(key: string): string {
    const found = this.keys.get(key);
    if (found !== undefined) return found;
    this.keys.set(key, key);
    return key;
  }
}

const LOOSE: Options = {
  strict: true,
  objectHook: null,
  objectPairsHook: null,
  parseFloat: null,
  parseInt: null,
  parseConstant: null,
};

/** CPython: py_scanstring. `end`: behind the opening quote, in characters. */
export function scanString(string: Value, end: Value, strict?: Value): Value {
  const text = textOf(string);
  if (text === undefined) return raise(TypeError, `first argument must be a string, not ${typeOf(string).tpName}`);
  const at = asSmallInt(end);
  const length = hasAstral(text) ? pointOffset(text, text.length) : text.length;
  if (at < 0 || at > length) return raise(ValueError, 'end is out of bounds');
  const reader = new Reader(text, { ...LOOSE, strict: strict === undefined || truthy(strict) });
  const found = reader.string(unitOffset(text, at));
  return new PyTuple([found.value, pointOffset(text, found.end)]);
}

class Scanner extends PyObject {
  readonly options: Options;
  constructor(cls: PyType, options: Options) {
    super(cls);
    this.options = options;
  }
}

export const scannerType = nativeType('Scanner');
scannerType.attrs.set('__module__', '_json');

newMethod(scannerType, (args, keywords, cls) => {
  const context = args[1] ?? keywords?.get('context');
  if (context === undefined) return raise(TypeError, "make_scanner() missing required argument 'context' (pos 1)");
  return new Scanner(cls, {
    strict: truthy(getAttr(context, 'strict')),
    objectHook: getAttr(context, 'object_hook'),
    objectPairsHook: getAttr(context, 'object_pairs_hook'),
    parseFloat: getAttr(context, 'parse_float'),
    parseInt: getAttr(context, 'parse_int'),
    parseConstant: getAttr(context, 'parse_constant'),
  });
});
const FACTS: readonly (readonly [string, (options: Options) => Value])[] = [
  ['strict', (options) => options.strict],
  ['object_hook', (options) => options.objectHook],
  ['object_pairs_hook', (options) => options.objectPairsHook],
  ['parse_float', (options) => options.parseFloat],
  ['parse_int', (options) => options.parseInt],
  ['parse_constant', (options) => options.parseConstant],
];
for (const [name, fact] of FACTS) getset(scannerType, name, (self) => fact((self as Scanner).options));

/** CPython: scanner_call. */
rawMethod(scannerType, '__call__', ([self, string, index], keywords) => {
  const given = string ?? keywords?.get('string') ?? null;
  const text = textOf(given);
  if (text === undefined) return raise(TypeError, `first argument must be a string, not ${typeOf(given).tpName}`);
  const at = asSmallInt(index ?? keywords?.get('idx') ?? null);
  if (at < 0) return raise(ValueError, 'idx cannot be negative');
  interpreter.spend(text.length >> 4);
  const found = new Reader(text, (self as Scanner).options).value(unitOffset(text, at));
  return new PyTuple([found.value, pointOffset(text, found.end)]);
});
