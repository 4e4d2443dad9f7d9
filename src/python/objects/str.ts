/** `str`: construction, the sequence protocol, comparison and formatting. The other methods are in `str-*.ts`. */
import { interpreter } from '../vm/interpreter.ts';
import './str-case.ts';
import './str-search.ts';
import './str-split.ts';
import { decodeBytes } from './decoding.ts';
import { encodeText } from './encoding.ts';
import { IndexError, OverflowError, raise, TypeError } from './errors.ts';
import { formatStr } from './format.ts';
import { checkNewClass } from './int-parse.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineRemaking, defineRestoring, indexOfState } from './iterator-state.ts';
import { defineIterator } from './iterators.ts';
import { method, newMethod, rawMethod } from './native.ts';
import { formatPercent } from './percent.ts';
import { asIndex, asStr, ssizeOf, str } from './protocol.ts';
import { sliceIndices } from './slices.ts';
import { formatTemplate, formatTemplateMap } from './str-format.ts';
import { codePoints, compareText, hasAstral, strAt, strLength, strRepr, strSlice, textOf } from './text.ts';
import {
  intType,
  isInstance,
  NotImplemented,
  nativeType,
  PyByteArray,
  PyBytes,
  PyPrimitive,
  PySlice,
  PyTuple,
  strType,
  typeOf,
  type Value,
} from './value.ts';

newMethod(strType, (args, keywords) => {
  const cls = checkNewClass(args[0], strType);
  const given = args.length - 1 + (keywords?.size ?? 0);
  if (given > 3)
    return raise(
      TypeError,
      keywords === null
        ? `str expected at most 3 arguments, got ${given}`
        : `str() takes at most 3 ${args.length === 1 ? 'keyword ' : ''}arguments (${given} given)`,
    );
  for (const name of keywords?.keys() ?? []) {
    if (name !== 'object' && name !== 'encoding' && name !== 'errors')
      return raise(TypeError, `str() got an unexpected keyword argument '${name}'`);
  }
  const object = args.length > 1 ? args[1] : keywords?.get('object');
  const hasObject = args.length > 1 || keywords?.has('object') === true;
  const encoding = args.length > 2 ? args[2] : keywords?.get('encoding');
  const errors = args.length > 3 ? args[3] : keywords?.get('errors');
  const text = hasObject ? textFrom(object ?? null, encoding, errors) : '';
  return cls === strType ? text : new PyPrimitive(cls, text);
});

function handlerText(value: Value, name: string): string {
  return textOf(value) ?? raise(TypeError, `str() argument '${name}' must be str, not ${typeOf(value).tpName}`);
}

function textFrom(object: Value, encoding: Value | undefined, errors: Value | undefined): string {
  if (encoding === undefined && errors === undefined) return str(object);
  const encodingName = encoding === undefined ? 'utf-8' : handlerText(encoding, 'encoding');
  const handler = errors === undefined ? 'strict' : handlerText(errors, 'errors');
  if (isInstance(object, strType)) return raise(TypeError, 'decoding str is not supported');
  if (object instanceof PyBytes || object instanceof PyByteArray)
    return decodeBytes(object.bytes, encodingName, handler);
  return raise(TypeError, `decoding to str: need a bytes-like object, ${typeOf(object).tpName} found`);
}

method(strType, '__str__', 'self, /', (self: string) => self);
method(strType, '__repr__', 'self, /', (self: string) => strRepr(self));
method(strType, '__len__', 'self, /', (self: string) => strLength(self));
method(strType, '__getnewargs__', 'self, /', (self: string) => new PyTuple([self]));
method(strType, '__hash__', 'self, /', (self: string) => hashStr(self));

/**
 * DIVERGES: CPython's SipHash has a random key; ours is the same in every run. A safe number.
 * Two rounds of multiplication each over 32 bits, after the public-domain cyrb53.
 */
export function hashStr(text: string): number {
  if (text === '') return 0;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}

/** `text[key]`. */
export function strGetItem(text: string, key: Value): string {
  if (typeof key === 'number') {
    const index = key < 0 ? key + strLength(text) : key;
    return strAt(text, index) ?? raise(IndexError, 'string index out of range');
  }
  if (key instanceof PySlice) return strGetSlice(text, key);
  if (!isInstance(key, intType) && typeOf(key).lookup('__index__') === undefined) {
    return raise(TypeError, `string indices must be integers, not '${typeOf(key).tpName}'`);
  }
  const index = ssizeOf(asIndex(key));
  if (index === undefined) return raise(IndexError, `cannot fit '${typeOf(key).tpName}' into an index-sized integer`);
  return strGetItem(text, index);
}

function strGetSlice(text: string, slice: PySlice): string {
  const { start, stop, step, count } = sliceIndices(slice, strLength(text));
  if (count === 0) return '';
  if (step === 1) return strSlice(text, start, stop);
  const characters = codePoints(text);
  let result = '';
  for (let index = start, left = count; left > 0; left--, index += step) result += characters[index];
  return result;
}

method(strType, '__getitem__', 'self, key, /', strGetItem as (self: Value, key: Value) => Value);

/** `text * count`. */
export function strRepeat(text: string, count: number | bigint): string {
  if (count <= 0 || text === '') return '';
  const times = ssizeOf(count);
  if (times === undefined) return raise(OverflowError, "cannot fit 'int' into an index-sized integer");
  if (typeof count === 'bigint' && BigInt.asIntN(64, count * BigInt(text.length)) !== count * BigInt(text.length))
    return raise(OverflowError, 'repeated string is too long');
  interpreter.claim(text.length * times);
  return text.repeat(times);
}

function repeat(self: string, value: Value): Value {
  if (typeof value === 'number') return strRepeat(self, value);
  if (!isInstance(value, intType) && typeOf(value).lookup('__index__') === undefined) return NotImplemented;
  return strRepeat(self, asIndex(value));
}

method(strType, '__mul__', 'self, value, /', repeat as (self: Value, value: Value) => Value);
method(strType, '__rmul__', 'self, value, /', repeat as (self: Value, value: Value) => Value);
method(strType, '__add__', 'self, value, /', (self: string, value) => {
  const other = textOf(value);
  return other === undefined ? NotImplemented : self + other;
});
method(strType, '__mod__', 'self, value, /', (self: string, value) => formatPercent(self, value));
method(strType, '__rmod__', 'self, value, /', (self: string, value) => {
  const template = textOf(value);
  return template === undefined ? NotImplemented : formatPercent(template, self);
});

method(strType, '__contains__', 'self, key, /', (self: string, key) => {
  const needle = textOf(key);
  if (needle === undefined) {
    return raise(TypeError, `'in <string>' requires string as left operand, not ${typeOf(key).tpName}`);
  }
  return self.includes(needle);
});

method(strType, '__eq__', 'self, value, /', (self: string, value) => {
  const other = textOf(value);
  return other === undefined ? NotImplemented : self === other;
});
method(strType, '__ne__', 'self, value, /', (self: string, value) => {
  const other = textOf(value);
  return other === undefined ? NotImplemented : self !== other;
});

const ORDER: Readonly<Record<string, (order: number) => boolean>> = {
  __lt__: (order) => order < 0,
  __le__: (order) => order <= 0,
  __gt__: (order) => order > 0,
  __ge__: (order) => order >= 0,
};
for (const [name, test] of Object.entries(ORDER)) {
  method(strType, name, 'self, value, /', (self: string, value) => {
    const other = textOf(value);
    return other === undefined ? NotImplemented : test(compareText(self, other));
  });
}

method(strType, '__format__', 'self, format_spec, /', (self, spec) => {
  const text = asStr(spec, '__format__() argument');
  return text === '' ? str(self) : formatStr(textOf(self) ?? '', text, typeOf(self).name);
});
rawMethod(strType, 'format', (args, keywords) => formatTemplate(args[0] as string, args.slice(1), keywords));
method(strType, 'format_map', 'self, mapping, /', (self: string, mapping) => formatTemplateMap(self, mapping));

method(strType, 'encode', "self, /, encoding='utf-8', errors='strict'", (self: string, encoding, errors) => {
  const name = encoding === undefined ? 'utf-8' : asStr(encoding, "encode() argument 'encoding'");
  return new PyBytes(
    encodeText(self, name, errors === undefined ? 'strict' : asStr(errors, "encode() argument 'errors'")),
  );
});

const strIteratorType = defineIterator(nativeType('str_iterator'));
const strAsciiIteratorType = defineIterator(nativeType('str_ascii_iterator'));

/** Goes over the characters of a text. */
export class StrIterator extends NativeIterator {
  private readonly text: string;
  private unit = 0;
  constructor(text: string) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: this is the test for ASCII.
    super(/^[\x00-\x7f]*$/.test(text) ? strAsciiIteratorType : strIteratorType);
    this.text = text;
  }
  nextValue(): Value | undefined {
    const { text } = this;
    if (this.unit >= text.length) return undefined;
    const unit = text.charCodeAt(this.unit);
    if (unit < 0xd800 || unit > 0xdbff) return text[this.unit++];
    const character = String.fromCodePoint(text.codePointAt(this.unit) ?? 0);
    this.unit += character.length;
    return character;
  }
  override remake(): Remake {
    return this.unit >= this.text.length
      ? { by: 'iter', args: [''] }
      : { by: 'iter', args: [this.text], state: strLength(this.text.slice(0, this.unit)) };
  }
  override restore(state: Value): void {
    this.unit = [...this.text].slice(0, indexOfState(state, 0, this.text.length)).join('').length;
  }
  override lengthHint(): number {
    return hasAstral(this.text) ? strLength(this.text.slice(this.unit)) : this.text.length - this.unit;
  }
}

defineRemaking(strIteratorType, strAsciiIteratorType);
defineRestoring(strIteratorType, strAsciiIteratorType);
method(strType, '__iter__', 'self, /', (self: string) => new StrIterator(self));
