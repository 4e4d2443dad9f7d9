/** The module `_string`: the parsers behind `str.format`, for `string.Formatter`. */
import { raise, TypeError } from '../objects/errors.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { defineIterator } from '../objects/iterators.ts';
import { nativeFunction } from '../objects/native.ts';
import { FieldNameParser, splitFieldName, TemplateParser } from '../objects/str-format.ts';
import { textOf } from '../objects/text.ts';
import { nativeType, PyTuple, typeOf, type Value } from '../objects/value.ts';

const formatterIteratorType = defineIterator(nativeType('formatteriterator'));
const fieldNameIteratorType = defineIterator(nativeType('fieldnameiterator'));

/** CPython: Objects/stringlib/unicode_format.h, formatteriter_next. */
class FormatterIterator extends NativeIterator {
  private readonly parser: TemplateParser;
  constructor(text: string) {
    super(formatterIteratorType);
    this.parser = new TemplateParser(text);
  }
  nextValue(): Value | undefined {
    const part = this.parser.next();
    if (part === undefined) return undefined;
    const { literal, field } = part;
    if (field === null) return new PyTuple([literal, null, null, null]);
    return new PyTuple([literal, field.name, field.spec, field.conversion === '' ? null : field.conversion]);
  }
}

/** CPython: Objects/stringlib/unicode_format.h, fieldnameiter_next. */
class FieldNameIterator extends NativeIterator {
  private readonly parser: FieldNameParser;
  constructor(text: string) {
    super(fieldNameIteratorType);
    this.parser = new FieldNameParser(text);
  }
  nextValue(): Value | undefined {
    const accessor = this.parser.next();
    return accessor === undefined ? undefined : new PyTuple([accessor.isAttribute, accessor.key]);
  }
}

function textArgument(value: Value): string {
  return textOf(value) ?? raise(TypeError, `expected str, got ${typeOf(value).tpName}`);
}

export function stringModule(): Map<string, Value> {
  return new Map<string, Value>([
    [
      'formatter_parser',
      nativeFunction(
        'formatter_parser',
        'format_string, /',
        (text: Value) => new FormatterIterator(textArgument(text)),
      ),
    ],
    [
      'formatter_field_name_split',
      nativeFunction('formatter_field_name_split', 'format_string, /', (text: Value) => {
        const { first, rest } = splitFieldName(textArgument(text));
        return new PyTuple([first, new FieldNameIterator(rest)]);
      }),
    ],
  ]);
}
