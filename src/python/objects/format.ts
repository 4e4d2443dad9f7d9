/** `__format__` of str, int, float and complex. The mini-language itself is in `format-spec.ts`. */
import { OverflowError, raise, ValueError } from './errors.ts';
import { type FloatFormat, formatFloat as formatDouble } from './float-text.ts';
import {
  type FormatSpec,
  groupFraction,
  layOutNumber,
  padText,
  parseSpec,
  raiseUnknownType,
  signFor,
} from './format-spec.ts';
import { type Int, intOperand, intToString } from './int.ts';
import { strLength, strSlice } from './text.ts';
import { floatType, type PyComplex, strType, typeOf, type Value } from './value.ts';

const FLOAT_TYPES = 'eEfFgG%';

/** CPython: Python/pystrtod.c, PyOS_double_to_string: `formatFloat(1e22, 'f', 2)`. */
export function formatFloat(value: number, type: FloatFormat, precision: number): string {
  return formatDouble(value, type, precision);
}

/** `format(text, spec)`. CPython: Python/formatter_unicode.c, format_string_internal. */
export function formatStr(text: string, specText: string, typeName = strType.name): string {
  if (specText === '') return text;
  const spec = parseSpec(specText, typeName, 's', '<');
  if (spec.type !== 's') return raiseUnknownType(spec.type, typeName);
  if (spec.sign === ' ') return raise(ValueError, 'Space not allowed in string format specifier');
  if (spec.sign !== '') return raise(ValueError, 'Sign not allowed in string format specifier');
  if (spec.noNegativeZero) {
    return raise(ValueError, 'Negative zero coercion (z) not allowed in string format specifier');
  }
  if (spec.alternate) return raise(ValueError, 'Alternate form (#) not allowed in string format specifier');
  if (spec.align === '=') return raise(ValueError, "'=' alignment not allowed in string format specifier");
  const length = strLength(text);
  const isCut = spec.precision >= 0 && spec.precision < length;
  const shown = isCut ? strSlice(text, 0, spec.precision) : text;
  const missing = spec.width - (isCut ? spec.precision : length);
  return missing > 0 ? padText(shown, missing, spec.fill, spec.align) : shown;
}

/** `format(int, spec)` for a spec that is not empty. CPython: Python/formatter_unicode.c, _PyLong_FormatAdvancedWriter. */
export function formatInt(self: Value, specText: string): string {
  const value = intOperand(self) ?? 0;
  const typeName = typeOf(self).name;
  const spec = parseSpec(specText, typeName, 'd', '>');
  if (FLOAT_TYPES.includes(spec.type)) return formatDoubleBySpec(intAsFloat(value), spec);
  if (!'bcdoxXn'.includes(spec.type)) return raiseUnknownType(spec.type, typeName);
  if (spec.precision >= 0) return raise(ValueError, 'Precision not allowed in integer format specifier');
  if (spec.noNegativeZero) {
    return raise(ValueError, 'Negative zero coercion (z) not allowed in integer format specifier');
  }
  if (spec.type === 'c') return formatCharacter(value, spec);
  const isNegative = value < 0;
  const digits = integerDigits(value, spec.type);
  const prefix = spec.alternate && 'boxX'.includes(spec.type) ? `0${spec.type}` : '';
  return layOutNumber({ sign: signFor(isNegative, spec.sign), prefix, digits, rest: '' }, spec);
}

function integerDigits(value: Int, type: string): string {
  if (type === 'd' || type === 'n') {
    const text = intToString(value);
    return value < 0 ? text.slice(1) : text;
  }
  const size = value < 0 ? -value : value;
  if (type === 'b') return size.toString(2);
  if (type === 'o') return size.toString(8);
  const hex = size.toString(16);
  return type === 'X' ? hex.toUpperCase() : hex;
}

function formatCharacter(value: Int, spec: FormatSpec): string {
  if (spec.sign !== '') return raise(ValueError, "Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return raise(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'");
  if (typeof value === 'bigint') return raise(OverflowError, 'Python int too large to convert to C long');
  if (value < 0 || value > 0x10ffff) return raise(OverflowError, '%c arg not in range(0x110000)');
  return layOutNumber({ sign: '', prefix: '', digits: '', rest: String.fromCodePoint(value) }, spec, false);
}

function intAsFloat(value: Int): number {
  const float = Number(value);
  return Number.isFinite(float) ? float : raise(OverflowError, 'int too large to convert to float');
}

/** `format(float, spec)` for a spec that is not empty. */
export function formatFloatValue(value: number, specText: string, typeName = floatType.name): string {
  const spec = parseSpec(specText, typeName, '', '>');
  if (spec.type !== '' && spec.type !== 'n' && !FLOAT_TYPES.includes(spec.type)) {
    return raiseUnknownType(spec.type, typeName);
  }
  return formatDoubleBySpec(value, spec);
}

/** CPython: Python/formatter_unicode.c, format_float_internal. */
function formatDoubleBySpec(given: number, spec: FormatSpec): string {
  const isPercent = spec.type === '%';
  const value = isPercent ? given * 100 : given;
  let type: FloatFormat = isPercent ? 'f' : floatTypeOf(spec.type);
  let precision = spec.precision;
  if (precision < 0) precision = type === 'r' ? 0 : 6;
  else if (type === 'r') type = 'g';
  const text = formatDouble(value, type, precision, { alternate: spec.alternate, addDotZero: spec.type === '' });
  return layOutFloat(isPercent ? `${text}%` : text, spec);
}

function floatTypeOf(type: string): FloatFormat {
  switch (type) {
    case '':
      return 'r';
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return type;
    default:
      return 'g';
  }
}

function layOutFloat(text: string, spec: FormatSpec): string {
  const { isNegative, digits, rest } = splitFloat(text, spec);
  return layOutNumber({ sign: signFor(isNegative, spec.sign), prefix: '', digits, rest }, spec);
}

function splitFloat(text: string, spec: FormatSpec): { isNegative: boolean; digits: string; rest: string } {
  const hasMinus = text.startsWith('-');
  const size = hasMinus ? text.slice(1) : text;
  const isNegative = hasMinus && !(spec.noNegativeZero && !/[1-9a-zA-Z]/.test(size.replace(/e.*$/i, '')));
  let end = 0;
  while (size[end] >= '0' && size[end] <= '9') end++;
  return { isNegative, digits: size.slice(0, end), rest: groupFraction(size.slice(end), spec.fractionGrouping) };
}

/** CPython: Python/formatter_unicode.c, format_complex_internal. */
export function formatComplex(value: PyComplex, specText: string): string {
  const typeName = typeOf(value).name;
  const spec = parseSpec(specText, typeName, '', '>');
  if (spec.type !== '' && spec.type !== 'n' && !'eEfFgG'.includes(spec.type)) {
    return raiseUnknownType(spec.type, typeName);
  }
  if (spec.fill === '0') return raise(ValueError, 'Zero padding is not allowed in complex format specifier');
  if (spec.align === '=') {
    return raise(ValueError, "'=' alignment flag is not allowed in complex format specifier");
  }
  const isPlain = spec.type === '';
  const skipsReal = isPlain && Object.is(value.real, 0);
  const real = skipsReal ? '' : complexPart(value.real, spec, spec.sign);
  const imaginary = `${complexPart(value.imag, spec, skipsReal ? spec.sign : '+')}j`;
  const text = isPlain && !skipsReal ? `(${real}${imaginary})` : real + imaginary;
  const missing = spec.width - text.length;
  return missing > 0 ? padText(text, missing, spec.fill, spec.align) : text;
}

function complexPart(value: number, spec: FormatSpec, sign: string): string {
  let type = floatTypeOf(spec.type);
  let precision = spec.precision;
  if (precision < 0) precision = type === 'r' ? 0 : 6;
  else if (type === 'r') type = 'g';
  const text = formatDouble(value, type, precision, { alternate: spec.alternate });
  const { isNegative, digits, rest } = splitFloat(text, spec);
  return layOutNumber({ sign: signFor(isNegative, sign), prefix: '', digits, rest }, { ...spec, width: -1 });
}
