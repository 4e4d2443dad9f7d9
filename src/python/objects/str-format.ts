/**
 * `str.format`: the template parser, field names, and the rendering of fields.
 * CPython: Objects/stringlib/unicode_format.h. The module `_string` shows the two parsers to Python.
 */
import { getAttr } from './attributes.ts';
import { IndexError, KeyError, raise, ValueError } from './errors.ts';
import { formatStr } from './format.ts';
import { intToString } from './int.ts';
import type { Keywords } from './native.ts';
import { format, getItem, repr, str } from './protocol.ts';
import { asciiEscape, decimalValue } from './text.ts';
import type { Value } from './value.ts';

/** Where field values come from: `args` is null for `format_map`. */
interface FieldSource {
  readonly args: readonly Value[] | null;
  readonly keyword: (name: string) => Value;
}

/** One step of a template: literal text, then perhaps a field. */
export interface TemplatePart {
  readonly literal: string;
  readonly field: TemplateField | null;
}

export interface TemplateField {
  readonly name: string;
  /** One character, or '' when absent. */
  readonly conversion: string;
  readonly spec: string;
  readonly specHasFields: boolean;
}

export function formatTemplate(template: string, args: readonly Value[], keywords: Keywords): string {
  const keyword = (name: string): Value => keywords?.get(name) ?? missingKeyword(name, keywords);
  return new Renderer({ args, keyword }).build(template, 2);
}

export function formatTemplateMap(template: string, mapping: Value): string {
  return new Renderer({ args: null, keyword: (name) => getItem(mapping, name) }).build(template, 2);
}

function missingKeyword(name: string, keywords: Keywords): Value {
  const found = keywords?.get(name);
  return found === undefined ? raise(KeyError, name) : found;
}

class Renderer {
  private readonly source: FieldSource;
  private numbering: 'unknown' | 'automatic' | 'manual' = 'unknown';
  private nextIndex = 0;

  constructor(source: FieldSource) {
    this.source = source;
  }

  build(template: string, depth: number): string {
    if (depth <= 0) return raise(ValueError, 'Max string recursion exceeded');
    const parser = new TemplateParser(template);
    let result = '';
    for (let part = parser.next(); part !== undefined; part = parser.next()) {
      result += part.literal;
      if (part.field !== null) result += this.render(part.field, depth);
    }
    return result;
  }

  private render(field: TemplateField, depth: number): string {
    const value = convert(this.fieldValue(field.name), field.conversion);
    const spec = field.specHasFields ? this.build(field.spec, depth - 1) : field.spec;
    if (typeof value === 'string') return formatStr(value, spec);
    if (spec === '' && (typeof value === 'number' || typeof value === 'bigint')) return intToString(value);
    return format(value, spec);
  }

  private fieldValue(name: string): Value {
    const { first, rest } = splitFieldName(name);
    let value = this.firstValue(first);
    if (rest === '') return value;
    const accessors = new FieldNameParser(rest);
    for (let accessor = accessors.next(); accessor !== undefined; accessor = accessors.next()) {
      value = accessor.isAttribute ? getAttr(value, String(accessor.key)) : getItem(value, accessor.key);
    }
    return value;
  }

  private firstValue(first: string | number): Value {
    const isAutomatic = first === '';
    let index = first;
    if (isAutomatic || typeof first === 'number') {
      if (this.numbering === 'unknown') this.numbering = isAutomatic ? 'automatic' : 'manual';
      checkNumbering(this.numbering, isAutomatic);
      if (isAutomatic) index = this.nextIndex++;
    }
    if (typeof index === 'string') return this.source.keyword(index);
    const { args } = this.source;
    if (args === null) return raise(ValueError, 'Format string contains positional fields');
    return index < args.length
      ? args[index]
      : raise(IndexError, `Replacement index ${index} out of range for positional args tuple`);
  }
}

function checkNumbering(numbering: string, isAutomatic: boolean): void {
  if (numbering === 'manual' && isAutomatic) {
    raise(ValueError, 'cannot switch from manual field specification to automatic field numbering');
  }
  if (numbering === 'automatic' && !isAutomatic) {
    raise(ValueError, 'cannot switch from automatic field numbering to manual field specification');
  }
}

function convert(value: Value, conversion: string): Value {
  switch (conversion) {
    case '':
      return value;
    case 'r':
      return repr(value);
    case 's':
      return str(value);
    case 'a':
      return asciiEscape(repr(value));
    default: {
      const isShown = conversion > ' ' && conversion < '\x7f';
      const shown = isShown ? conversion : `\\x${(conversion.codePointAt(0) ?? 0).toString(16)}`;
      return raise(ValueError, `Unknown conversion specifier ${shown}`);
    }
  }
}

/** CPython: MarkupIterator_next and parse_field. Errors come when the faulty part is reached. */
export class TemplateParser {
  private readonly text: string;
  private position = 0;
  constructor(text: string) {
    this.text = text;
  }

  next(): TemplatePart | undefined {
    const { text } = this;
    const start = this.position;
    if (start >= text.length) return undefined;
    let brace = start;
    while (brace < text.length && text[brace] !== '{' && text[brace] !== '}') brace++;
    if (brace === text.length) {
      this.position = brace;
      return { literal: text.slice(start), field: null };
    }
    const character = text[brace];
    if (text[brace + 1] === character) {
      this.position = brace + 2;
      return { literal: text.slice(start, brace + 1), field: null };
    }
    if (character === '}') return raise(ValueError, "Single '}' encountered in format string");
    if (brace + 1 === text.length) return raise(ValueError, "Single '{' encountered in format string");
    this.position = brace + 1;
    return { literal: text.slice(start, brace), field: this.readField() };
  }

  private readField(): TemplateField {
    const { text } = this;
    const start = this.position;
    const end = this.findNameEnd();
    const name = text.slice(start, end);
    this.position = end + 1;
    const stop = text[end];
    if (stop === '}') return { name, conversion: '', spec: '', specHasFields: false };
    if (stop === undefined) return raise(ValueError, "expected '}' before end of string");
    const conversion = stop === '!' ? this.readConversion() : '';
    // The field ended right behind its conversion.
    if (stop === '!' && text[this.position - 1] === '}' && this.position > end + 1 + conversion.length) {
      return { name, conversion, spec: '', specHasFields: false };
    }
    return { name, conversion, ...this.readSpec() };
  }

  private findNameEnd(): number {
    const { text } = this;
    let at = this.position;
    for (; at < text.length; at++) {
      const character = text[at];
      if (character === '{') return raise(ValueError, "unexpected '{' in field name");
      if (character === '[') {
        while (at + 1 < text.length && text[at + 1] !== ']') at++;
      } else if (character === '}' || character === ':' || character === '!') return at;
    }
    return at;
  }

  private readConversion(): string {
    const { text } = this;
    const code = text.codePointAt(this.position);
    if (code === undefined) return raise(ValueError, 'end of string while looking for conversion specifier');
    const conversion = String.fromCodePoint(code);
    this.position += conversion.length;
    if (this.position < text.length) {
      const follower = text[this.position++];
      if (follower !== '}' && follower !== ':') return raise(ValueError, "expected ':' after conversion specifier");
    }
    return conversion;
  }

  private readSpec(): { spec: string; specHasFields: boolean } {
    const { text } = this;
    const start = this.position;
    let specHasFields = false;
    let depth = 1;
    while (this.position < text.length) {
      const character = text[this.position++];
      if (character === '{') {
        specHasFields = true;
        depth++;
      } else if (character === '}' && --depth === 0)
        return { spec: text.slice(start, this.position - 1), specHasFields };
    }
    return raise(ValueError, "unmatched '{' in format spec");
  }
}

/** `a.b[0]` as `a` and `.b[0]`; the first part is a number when it looks like one. CPython: field_name_split. */
export function splitFieldName(name: string): { readonly first: string | number; readonly rest: string } {
  let end = 0;
  while (end < name.length && name[end] !== '.' && name[end] !== '[') end++;
  return { first: indexOrName(name.slice(0, end)), rest: name.slice(end) };
}

/** CPython: get_integer. */
function indexOrName(text: string): string | number {
  if (text === '') return text;
  let value = 0;
  for (const character of text) {
    const digit = decimalValue(character);
    if (digit < 0) return text;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : raise(ValueError, 'Too many decimal digits in format string');
}

export interface FieldAccessor {
  readonly isAttribute: boolean;
  readonly key: string | number;
}

/** The accessors behind a field's first name: CPython's FieldNameIterator_next. */
export class FieldNameParser {
  private readonly text: string;
  private position = 0;
  constructor(text: string) {
    this.text = text;
  }

  next(): FieldAccessor | undefined {
    const { text } = this;
    if (this.position >= text.length) return undefined;
    const opening = text[this.position++];
    const start = this.position;
    if (opening === '.') {
      while (this.position < text.length && text[this.position] !== '.' && text[this.position] !== '[') this.position++;
      return { isAttribute: true, key: notEmpty(text.slice(start, this.position)) };
    }
    if (opening !== '[') return raise(ValueError, "Only '.' or '[' may follow ']' in format field specifier");
    const end = text.indexOf(']', start);
    if (end < 0) return raise(ValueError, "Missing ']' in format string");
    this.position = end + 1;
    return { isAttribute: false, key: indexOrName(notEmpty(text.slice(start, end))) };
  }
}

function notEmpty(name: string): string {
  return name === '' ? raise(ValueError, 'Empty attribute in format string') : name;
}
