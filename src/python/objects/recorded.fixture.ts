/**
 * Expressions with what CPython 3.14 answers, from the files in `recorded/`: one `expression ==> repr` a line, the answer in ASCII.
 * Made by evaluating each line in CPython; a name of an exception and its arguments stand for an exception.
 */
import './bytes.ts';
import './complex.ts';
import './float.ts';
import './slices.ts';
import './str.ts';
import './dict-methods.ts';
import './exceptions.ts';
import './list.ts';
import './range.ts';
import './set.ts';
import './singletons.ts';
import './tuple.ts';
import '../vm/object-methods.ts';
import '../vm/type-methods.ts';
import { memoryviewType } from './buffer.ts';
import { setCodecDoor } from './codec-door.ts';
import { LookupError, raise } from './errors.ts';
import { show } from './evaluate.fixture.ts';
import { rawFunction } from './native.ts';
import { binaryOp } from './operators.ts';
import { asFloat, callSpecial, format, repr } from './protocol.ts';
import { asciiEscape } from './text.ts';
import {
  bytearrayType,
  bytesType,
  complexType,
  NotImplemented,
  PyBytes,
  PyComplex,
  sliceType,
  type Value,
} from './value.ts';

// Without a machine there is no registry of codecs: it knows nothing.
setCodecDoor((name, ...args) =>
  name === 'lookup_error'
    ? raise(LookupError, `unknown error handler name '${String(args[0])}'`)
    : raise(LookupError, `unknown encoding: ${String(args[1])}`),
);

export function recorded(text: string): readonly (readonly [string, string])[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): readonly [string, string] => {
      const [expression = '', answer = ''] = line.split(' ==> ');
      return [expression, answer];
    });
}

/** A literal of a str or of bytes, or an imaginary number outside of any. */
const LITERAL = /(b?)("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<![\w.])(\d+(?:\.\d+)?)j\b/g;

/** The answer of our own types, in ASCII. The evaluator knows neither bytes nor imaginary literals: they become calls. */
export function answer(expression: string): string {
  const plain = expression.replace(LITERAL, (whole, prefix: string, literal: string, size: string | undefined) => {
    if (size !== undefined) return `imaginary(${size})`;
    return prefix === '' ? whole : `b(${literal})`;
  });
  return asciiEscape(show(plain, NAMES));
}

const function_ = (name: string, call: (...args: Value[]) => Value | undefined): readonly [string, Value] => [
  name,
  rawFunction(name, (args) => call(...args) ?? NotImplemented),
];

const NAMES: readonly (readonly [string, Value])[] = [
  ['bytes', bytesType],
  ['bytearray', bytearrayType],
  ['complex', complexType],
  ['slice', sliceType],
  ['memoryview', memoryviewType],
  function_('b', (text) => new PyBytes(Uint8Array.from(String(text), (character) => character.charCodeAt(0)))),
  function_('imaginary', (size) => new PyComplex(0, asFloat(size ?? 0))),
  function_('format', (value, spec) => format(value ?? null, String(spec ?? ''))),
  function_('ascii', (value) => asciiEscape(repr(value ?? null))),
  function_('abs', (value) => callSpecial(value ?? null, '__abs__')),
  function_('round', (value, digits) =>
    callSpecial(value ?? null, '__round__', ...(digits === undefined ? [] : [digits])),
  ),
  function_('pow', (a, b, modulus) =>
    modulus === undefined ? binaryOp(6, a ?? null, b ?? null) : callSpecial(a ?? null, '__pow__', b ?? null, modulus),
  ),
  function_('divmod', (a, b) => {
    const result = callSpecial(a ?? null, '__divmod__', b ?? null);
    return result === NotImplemented ? callSpecial(b ?? null, '__rdivmod__', a ?? null) : result;
  }),
];
