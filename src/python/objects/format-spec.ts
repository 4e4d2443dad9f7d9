/** The format specification mini-language: reading a spec, and laying a number or a text out by it. */
import { MemoryError, raise, ValueError } from './errors.ts';
import { hasAstral, strLength } from './text.ts';

export type Separator = '' | ',' | '_';

export interface FormatSpec {
  readonly fill: string;
  readonly align: string;
  readonly alternate: boolean;
  readonly noNegativeZero: boolean;
  /** '', '+', '-' or ' '. */
  readonly sign: string;
  /** -1 when absent. */
  readonly width: number;
  /** -1 when absent. */
  readonly precision: number;
  readonly grouping: Separator;
  readonly fractionGrouping: Separator;
  /** '' when absent and there is no default. */
  readonly type: string;
}

const SHAPE = /^(?:(.)?([<>=^]))?([ +-]?)(z?)(#?)(0?)(\d*)(,?)(_?)(?:(\.)(\d*)(,?)(_?))?(.*)$/su;
const HAS_FILL = /^.[<>=^]/su;
const KNOWN_MAX = 400;
const known: Map<string, FormatSpec> = new Map();

/** CPython: Python/formatter_unicode.c, parse_internal_render_format_spec. */
export function parseSpec(text: string, typeName: string, type: string, align: string): FormatSpec {
  const key = `${type}${align}${text}`;
  const ready = known.get(key);
  if (ready !== undefined) return ready;
  const spec = readSpec(text, typeName, type, align);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(key, spec);
  return spec;
}

function readSpec(text: string, typeName: string, defaultType: string, defaultAlign: string): FormatSpec {
  // The fill may itself be an alignment sign ('<<5'), so two characters are tried first.
  const hasFill = HAS_FILL.test(text);
  const match = SHAPE.exec(text);
  if (match === null) return raiseInvalid(text, typeName);
  const [, fill, align, sign, z, hash, zero, width, comma, underscore, point, precision, comma2, underscore2, rest] =
    match;
  const isZeroFilled = zero !== '' && !hasFill;
  const grouping: Separator = comma !== '' ? ',' : underscore !== '' ? '_' : '';
  if (comma !== '' && underscore !== '') return raiseBoth();
  if (underscore !== '' && point === undefined && rest.startsWith(',')) return raiseBoth();
  const widthText = hasFill && zero !== '' ? zero + width : width;
  const result = {
    width: widthText === '' ? -1 : toCount(widthText),
    precision: precision === undefined || precision === '' ? -1 : toCount(precision),
  };
  if (comma2 && (underscore2 || rest.startsWith('_'))) return raiseBoth();
  if (underscore2 && rest.startsWith(',')) return raiseBoth();
  if (point !== undefined && precision === '' && comma2 === '' && underscore2 === '') {
    return raise(ValueError, 'Format specifier missing precision');
  }
  if (strLength(rest) > 1) return raiseInvalid(text, typeName);
  const type = rest === '' ? defaultType : rest;
  const fractionGrouping: Separator = comma2 ? ',' : underscore2 ? '_' : '';
  checkGrouping(grouping, fractionGrouping, type);
  const implied = isZeroFilled && defaultAlign === '>' ? '=' : defaultAlign;
  return {
    fill: fill ?? (isZeroFilled ? '0' : ' '),
    align: align ?? implied,
    alternate: hash !== '',
    noNegativeZero: z !== '',
    sign,
    ...result,
    grouping,
    fractionGrouping,
    type,
  };
}

function toCount(digits: string): number {
  const count = Number(digits);
  if (digits.length > 18) return raise(ValueError, 'Too many decimal digits in format string');
  return count > 1 << 28 ? raise(MemoryError) : count;
}

function checkGrouping(grouping: Separator, fractionGrouping: Separator, type: string): void {
  if (grouping !== '' && !(type === '' || 'deEfFgG%'.includes(type)) && !(grouping === '_' && 'boxX'.includes(type))) {
    raiseGrouping(grouping, type);
  }
  if (fractionGrouping !== '' && type === 'n') raiseGrouping(fractionGrouping, type);
}

function raiseGrouping(grouping: Separator, type: string): never {
  return raise(ValueError, `Cannot specify '${grouping}' with '${shownType(type)}'.`);
}

function raiseBoth(): never {
  return raise(ValueError, "Cannot specify both ',' and '_'.");
}

function raiseInvalid(text: string, typeName: string): never {
  return raise(ValueError, `Invalid format specifier '${text}' for object of type '${typeName}'`);
}

function shownType(type: string): string {
  return type > ' ' && type < '\x80' ? type : `\\x${(type.codePointAt(0) ?? 0).toString(16)}`;
}

export function raiseUnknownType(type: string, typeName: string): never {
  return raise(ValueError, `Unknown format code '${shownType(type)}' for object of type '${typeName}'`);
}

export interface NumberParts {
  /** '', '-', '+' or ' '. */
  readonly sign: string;
  /** `0x` and the like. */
  readonly prefix: string;
  /** Before the point. */
  readonly digits: string;
  /** The point and whatever follows. */
  readonly rest: string;
}

/** CPython: Python/formatter_unicode.c, calc_number_widths and fill_number. */
export function layOutNumber(parts: NumberParts, spec: FormatSpec, isGrouped = true): string {
  const lead = parts.sign + parts.prefix;
  let digits = parts.digits;
  if (isGrouped && spec.grouping !== '' && digits !== '') {
    const zeroWidth = spec.fill === '0' && spec.align === '=' ? spec.width - lead.length - parts.rest.length : 0;
    digits = groupDigits(digits, spec.grouping, 'boxX'.includes(spec.type || 'd') ? 4 : 3, zeroWidth);
  }
  const body = digits + parts.rest;
  const missing = spec.width - lead.length - (hasAstral(body) ? strLength(body) : body.length);
  if (missing <= 0) return lead + body;
  if (spec.align === '=') return lead + spec.fill.repeat(missing) + body;
  return padText(lead + body, missing, spec.fill, spec.align);
}

/** CPython: Objects/stringlib/localeutil.h and _PyUnicode_InsertThousandsGrouping; zeros are added up to a width. */
function groupDigits(digits: string, separator: string, size: number, widthMin: number): string {
  let count = digits.length;
  while (count + Math.floor((count - 1) / size) < widthMin) count++;
  const all = digits.padStart(count, '0');
  let result = all.slice(0, count % size || size);
  for (let index = count % size || size; index < count; index += size) {
    result += separator + all.slice(index, index + size);
  }
  return result;
}

/** The digits behind the point in threes, from the point on. */
export function groupFraction(rest: string, separator: Separator): string {
  if (separator === '') return rest;
  return rest.replace(/^\.(\d+)/, (_, digits: string) => `.${digits.replace(/(\d{3})(?=\d)/g, `$1${separator}`)}`);
}

export function padText(text: string, missing: number, fill: string, align: string): string {
  if (align === '<') return text + fill.repeat(missing);
  if (align === '>') return fill.repeat(missing) + text;
  const left = Math.floor(missing / 2);
  return fill.repeat(left) + text + fill.repeat(missing - left);
}

/** The sign shown for a number. */
export function signFor(isNegative: boolean, sign: string): string {
  if (isNegative) return '-';
  return sign === '-' ? '' : sign;
}
