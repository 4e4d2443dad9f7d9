/** The module `_json`, and its writing half. CPython: Modules/_json.c. */
import { dictGet, dictKeys } from '../objects/dict.ts';
import { PyRaise, raise, TypeError, ValueError } from '../objects/errors.ts';
import { floatRepr } from '../objects/float-text.ts';
import { intToString } from '../objects/int.ts';
import { nativeFunction, newMethod, rawMethod } from '../objects/native.ts';
import { asSmallInt, call, callMethod, repr, toArray, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import {
  dictType,
  isInstance,
  nativeType,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  unwrap,
  type Value,
} from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { machine } from '../vm/machine.ts';
import { scannerType, scanString } from './json-decode.ts';

const SHORT: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const escapeUnit = (unit: string): string => SHORT[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what JSON escapes.
  return `"${text.replace(/["\\\x00-\x1f]/g, escapeUnit)}"`;
}

function quotedAscii(text: string): string {
  return `"${text.replace(/["\\]|[^ -~]/g, escapeUnit)}"`;
}

function needText(value: Value): string {
  return textOf(value) ?? raise(TypeError, `first argument must be a string, not ${typeOf(value).tpName}`);
}

const encodeAscii = nativeFunction('encode_basestring_ascii', 'string, /', (value: Value) =>
  quotedAscii(needText(value)),
);
const encodeAny = nativeFunction('encode_basestring', 'string, /', (value: Value) => quoted(needText(value)));

interface Options {
  readonly markers: Value;
  readonly default: Value;
  readonly encoder: Value;
  readonly indent: string | null;
  readonly keySeparator: string;
  readonly itemSeparator: string;
  readonly sortsKeys: boolean;
  readonly skipsKeys: boolean;
  readonly allowsNan: boolean;
}

const encoderType = nativeType('Encoder');
encoderType.attrs.set('__module__', '_json');

class Encoder extends PyObject {
  private readonly options: Options;
  /** What is being written, where circles are looked for. */
  private readonly open = new Set<Value>();
  private readonly parts: string[] = [];
  constructor(cls: PyType, options: Options) {
    super(cls);
    this.options = options;
  }

  encode(value: Value, level: number): PyTuple {
    this.parts.length = 0;
    this.open.clear();
    this.write(value, level);
    interpreter.spend(this.parts.length);
    return new PyTuple([this.parts.join('')]);
  }

  /** CPython: encoder_listencode_obj. */
  private write(value: Value, level: number): void {
    const atom = this.atom(value);
    if (atom !== undefined) this.parts.push(atom);
    else if (value instanceof PyList || value instanceof PyTuple) this.guarded(value, () => this.list(value, level));
    else if (value instanceof PyDict || isInstance(value, dictType))
      this.guarded(value, () => this.dict(value as PyDict, level));
    else this.guarded(value, () => this.other(value, level));
  }

  private other(value: Value, level: number): void {
    const made = call(this.options.default, value);
    try {
      this.write(made, level);
    } catch (thrown) {
      throw noted(thrown, () => `when serializing ${typeOf(value).name} object`);
    }
  }

  private guarded(value: Value, write: () => void): void {
    if (this.options.markers === null) return write();
    if (this.open.has(value)) return raise(ValueError, 'Circular reference detected');
    this.open.add(value);
    write();
    this.open.delete(value);
  }

  /** What is written in one piece; undefined for everything else. */
  private atom(value: Value): string | undefined {
    if (value === null) return 'null';
    if (typeof value === 'boolean') return value ? 'true' : 'false';
    const plain = unwrap(value);
    if (typeof plain === 'string') return this.text(plain === value ? plain : value);
    if (typeof plain === 'number' || typeof plain === 'bigint') return intToString(plain);
    return plain instanceof PyFloat ? this.float(plain.value) : undefined;
  }

  private text(value: Value): string {
    const { encoder } = this.options;
    if (encoder === encodeAscii) return quotedAscii(needText(value));
    if (encoder === encodeAny) return quoted(needText(value));
    const encoded = call(encoder, value);
    return textOf(encoded) ?? raise(TypeError, `encoder() must return a string, not ${typeOf(encoded).tpName}`);
  }

  private float(value: number): string {
    if (Number.isFinite(value)) return floatRepr(value);
    if (!this.options.allowsNan)
      return raise(ValueError, `Out of range float values are not JSON compliant: ${floatRepr(value)}`);
    return Number.isNaN(value) ? 'NaN' : value > 0 ? 'Infinity' : '-Infinity';
  }

  private list(sequence: PyList | PyTuple, level: number): void {
    const { parts } = this;
    if (sequence.items.length === 0) {
      parts.push('[]');
      return;
    }
    const { between, first, last } = this.layout(level);
    parts.push(`[${first}`);
    let index = 0;
    try {
      for (; index < sequence.items.length; index++) {
        if (index > 0) parts.push(between);
        this.write(sequence.items[index] as Value, level + 1);
      }
    } catch (thrown) {
      throw noted(thrown, () => `when serializing ${typeOf(sequence).name} item ${index}`);
    }
    parts.push(`${last}]`);
  }

  private dict(dict: PyDict, level: number): void {
    const { parts } = this;
    const items = this.itemsOf(dict);
    if (items.length === 0) {
      parts.push('{}');
      return;
    }
    const { between, first, last } = this.layout(level);
    parts.push('{');
    let isFirst = true;
    for (const [key, value] of items) {
      const name = this.key(key);
      if (name === undefined) continue;
      parts.push(isFirst ? first : between, name, this.options.keySeparator);
      isFirst = false;
      try {
        this.write(value, level + 1);
      } catch (thrown) {
        throw noted(thrown, () => `when serializing ${typeOf(dict).name} item ${repr(key)}`);
      }
    }
    parts.push(isFirst ? '}' : `${last}}`);
  }

  private itemsOf(dict: PyDict): readonly (readonly [Value, Value])[] {
    if (dict.cls === dictType && !this.options.sortsKeys)
      return dictKeys(dict).map((key) => [key, dictGet(dict, key) ?? null] as const);
    const items = callMethod(dict, 'items');
    const list = this.options.sortsKeys ? call(machine.builtins.get('sorted') as Value, items) : items;
    return toArray(list).map((item) => {
      const pair = item instanceof PyTuple ? item.items : [];
      return pair.length === 2 ? [pair[0] as Value, pair[1] as Value] : raise(ValueError, 'items must return 2-tuples');
    });
  }

  private key(key: Value): string | undefined {
    if (textOf(key) !== undefined) return this.text(key);
    const atom = this.atom(key);
    if (atom !== undefined) return this.text(atom);
    if (this.options.skipsKeys) return undefined;
    return raise(TypeError, `keys must be str, int, float, bool or None, not ${typeOf(key).name}`);
  }

  private layout(level: number): { first: string; between: string; last: string } {
    const { indent, itemSeparator } = this.options;
    if (indent === null) return { first: '', between: itemSeparator, last: '' };
    const line = `\n${indent.repeat(level + 1)}`;
    return { first: line, between: itemSeparator + line, last: `\n${indent.repeat(level)}` };
  }
}

/** CPython: _PyErr_FormatNote. Answers what was thrown. */
function noted(thrown: unknown, note: () => string): unknown {
  if (thrown instanceof PyRaise) callMethod(thrown.exception, 'add_note', note());
  return thrown;
}

newMethod(encoderType, (args, keywords, cls) => {
  const names = 'markers default encoder indent key_separator item_separator sort_keys skipkeys allow_nan'.split(' ');
  const given = names.map((name, index) => {
    const value = index + 1 < args.length ? args[index + 1] : keywords?.get(name);
    return value === undefined
      ? raise(TypeError, `make_encoder() missing required argument '${name}' (pos ${index + 1})`)
      : value;
  }) as [Value, Value, Value, Value, Value, Value, Value, Value, Value];
  const [markers, fallback, encoder, indent, keySeparator, itemSeparator, sortKeys, skipKeys, allowNan] = given;
  if (markers !== null && !(markers instanceof PyDict))
    return raise(TypeError, `make_encoder() argument 1 must be dict or None, not ${typeOf(markers).tpName}`);
  return new Encoder(cls, {
    markers,
    default: fallback,
    encoder,
    indent: indent === null ? null : needText(indent),
    keySeparator: needText(keySeparator),
    itemSeparator: needText(itemSeparator),
    sortsKeys: truthy(sortKeys),
    skipsKeys: truthy(skipKeys),
    allowsNan: truthy(allowNan),
  });
});
rawMethod(encoderType, '__call__', ([self, value, level], keywords) =>
  (self as Encoder).encode(
    value ?? keywords?.get('obj') ?? null,
    asSmallInt(level ?? keywords?.get('_current_indent_level') ?? 0),
  ),
);

export function jsonModule(): ReadonlyMap<string, Value> {
  return new Map<string, Value>([
    ['encode_basestring', encodeAny],
    ['encode_basestring_ascii', encodeAscii],
    ['make_encoder', encoderType],
    ['make_scanner', scannerType],
    ['scanstring', nativeFunction('scanstring', 'string, end, strict=True, /', scanString)],
  ]);
}
