/**
 * `%` formatting, of str and of bytes. For bytes the template is read as text with one character per byte,
 * and so is the result. CPython: Objects/unicodeobject.c, PyUnicode_Format; Objects/bytesobject.c, _PyBytes_FormatEx.
 */
import { MemoryError, OverflowError, PyRaise, raise, TypeError, ValueError } from './errors.ts';
import { type FloatFormat, formatFloat } from './float-text.ts';
import { type Int, intOperand, intToString } from './int.ts';
import { toInteger } from './int-parse.ts';
import { asFloat, asIndex, callSpecial, getItem, repr, str } from './protocol.ts';
import { asciiEscape, strLength, strSlice, textOf } from './text.ts';
import { isInstance, PyByteArray, PyBytes, PyFloat, PyTuple, strType, tupleType, typeOf, type Value } from './value.ts';

export function formatPercent(template: string, args: Value): string {
  return new PercentFormat(template, args, false).run();
}

/** `bytes % args`; template and result hold one character per byte. */
export function formatPercentBytes(template: string, args: Value): string {
  return new PercentFormat(template, args, true).run();
}

interface Conversion {
  readonly type: string;
  readonly width: number;
  /** -1 when absent. */
  readonly precision: number;
  readonly isLeft: boolean;
  readonly hasPlus: boolean;
  readonly hasBlank: boolean;
  readonly isAlternate: boolean;
  readonly hasZero: boolean;
}

const FLAGS = '-+ #0';

class PercentFormat {
  private readonly template: string;
  private readonly isBytes: boolean;
  private readonly mapping: Value | undefined;
  /** What is left to convert: a tuple's items, or the one object. */
  private queue: readonly Value[];
  private next = 0;
  private position = 0;

  constructor(template: string, args: Value, isBytes: boolean) {
    this.template = template;
    this.isBytes = isBytes;
    this.queue = args instanceof PyTuple ? args.items : [args];
    this.mapping = isMapping(args, isBytes) ? args : undefined;
  }

  run(): string {
    const { template } = this;
    let result = '';
    for (;;) {
      const percent = template.indexOf('%', this.position);
      if (percent < 0) break;
      result += template.slice(this.position, percent);
      this.position = percent + 1;
      if (template[this.position] === '%') {
        result += '%';
        this.position++;
      } else result += this.convert();
    }
    if (this.next < this.queue.length && this.mapping === undefined) {
      return raise(TypeError, `not all arguments converted during ${this.isBytes ? 'bytes' : 'string'} formatting`);
    }
    return result + template.slice(this.position);
  }

  private takeArgument(): Value {
    return this.next < this.queue.length
      ? this.queue[this.next++]
      : raise(TypeError, 'not enough arguments for format string');
  }

  /** CPython: unicode_format_arg_parse and unicode_format_arg. */
  private convert(): string {
    const { template } = this;
    if (template[this.position] === '(') this.readKey();
    const flags = new Set<string>();
    while (this.position < template.length && FLAGS.includes(template[this.position]))
      flags.add(template[this.position++]);
    let width = this.readCount('width');
    if (width < 0) flags.add('-');
    width = Math.max(Math.abs(width), 0);
    let precision = -1;
    if (template[this.position] === '.') {
      this.position++;
      precision = Math.max(this.readCount('precision'), 0);
    }
    if ('hlL'.includes(template[this.position] ?? '-')) this.position++;
    if (this.position >= template.length) return raise(ValueError, 'incomplete format');
    const type = String.fromCodePoint(template.codePointAt(this.position) ?? 0);
    const at = this.position;
    this.position += type.length;
    const conversion: Conversion = {
      type,
      width,
      precision,
      isLeft: flags.has('-'),
      hasPlus: flags.has('+'),
      hasBlank: flags.has(' '),
      isAlternate: flags.has('#'),
      hasZero: flags.has('0'),
    };
    return this.render(conversion, at);
  }

  private readKey(): void {
    if (this.mapping === undefined) return raise(TypeError, 'format requires a mapping');
    const start = ++this.position;
    let depth = 1;
    while (depth > 0 && this.position < this.template.length) {
      const character = this.template[this.position++];
      if (character === ')') depth--;
      else if (character === '(') depth++;
    }
    if (depth > 0) return raise(ValueError, 'incomplete format key');
    const key = this.template.slice(start, this.position - 1);
    this.queue = [getItem(this.mapping, this.isBytes ? new PyBytes(Uint8Array.from(key, byteOf)) : key)];
    this.next = 0;
  }

  private readCount(what: 'width' | 'precision'): number {
    const { template } = this;
    if (template[this.position] === '*') {
      this.position++;
      const value = this.takeArgument();
      const count = intOperand(value);
      if (count === undefined) return raise(TypeError, '* wants int');
      return typeof count === 'number' && Math.abs(count) < 2 ** 31
        ? count
        : raise(OverflowError, 'Python int too large to convert to C int');
    }
    const start = this.position;
    while (template[this.position] >= '0' && template[this.position] <= '9') this.position++;
    const digits = template.slice(start, this.position);
    if (digits.length > 18) return raise(ValueError, `${what} too big`);
    return Number(digits) > 1 << 28 ? raise(MemoryError) : Number(digits);
  }

  /** CPython: formatfloat. */
  private floatText(value: Value, { precision, isAlternate }: Conversion, type: FloatFormat): NumberText {
    const text = formatFloat(this.isBytes ? floatOfBytes(value) : asFloat(value), type, precision < 0 ? 6 : precision, {
      alternate: isAlternate,
    });
    const isNegative = text.startsWith('-');
    return { isNegative, prefix: '', digits: isNegative ? text.slice(1) : text };
  }

  private render(conversion: Conversion, at: number): string {
    const { type } = conversion;
    // Only a '%' that follows another at once stands for itself.
    const value = this.takeArgument();
    switch (type) {
      case 's':
      case 'r':
      case 'a':
      case 'b':
        if (type === 'b' && !this.isBytes) break;
        return pad(cut(this.textFor(type, value), conversion.precision), conversion);
      case 'c':
        return pad(this.isBytes ? byteCharacter(value) : characterOf(value), conversion);
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return layOut(integerText(value, conversion), conversion);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return layOut(this.floatText(value, conversion, type), conversion);
      default:
        break;
    }
    const code = type.codePointAt(0) ?? 0;
    const shown = code > 31 && code < 128 ? type : '?';
    return raise(
      ValueError,
      `unsupported format character '${shown}' (0x${code.toString(16)}) at index ${strLength(this.template.slice(0, at))}`,
    );
  }

  private textFor(type: string, value: Value): string {
    if (!this.isBytes) return type === 's' ? str(value) : type === 'r' ? repr(value) : asciiEscape(repr(value));
    if (type === 'r' || type === 'a') return asciiEscape(repr(value));
    const bytes = value instanceof PyBytes || value instanceof PyByteArray ? value : callSpecial(value, '__bytes__');
    if (bytes instanceof PyBytes || bytes instanceof PyByteArray) return latin1(bytes.bytes);
    return raise(
      TypeError,
      `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(value).tpName}'`,
    );
  }
}

const byteOf = (character: string): number => character.charCodeAt(0);

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function isMapping(args: Value, isBytes: boolean): boolean {
  if (args instanceof PyTuple || isInstance(args, tupleType)) return false;
  if (isInstance(args, strType) || (isBytes && (args instanceof PyBytes || args instanceof PyByteArray))) return false;
  return typeOf(args).lookup('__getitem__') !== undefined;
}

function cut(text: string, precision: number): string {
  return precision >= 0 && strLength(text) > precision ? strSlice(text, 0, precision) : text;
}

function pad(text: string, { width, isLeft }: Conversion): string {
  const missing = width - strLength(text);
  if (missing <= 0) return text;
  return isLeft ? text + ' '.repeat(missing) : ' '.repeat(missing) + text;
}

/** CPython: formatchar. */
function characterOf(value: Value): string {
  const text = textOf(value);
  if (text !== undefined) {
    const size = strLength(text);
    return size === 1
      ? text
      : raise(TypeError, `%c requires an int or a unicode character, not a string of length ${size}`);
  }
  if (intOperand(value) === undefined && typeOf(value).lookup('__index__') === undefined) {
    return raise(TypeError, `%c requires an int or a unicode character, not ${typeOf(value).tpName}`);
  }
  const code = asIndex(value);
  return code >= 0 && code <= 0x10ffff
    ? String.fromCodePoint(Number(code))
    : raise(OverflowError, '%c arg not in range(0x110000)');
}

/** CPython: byte_converter. */
function byteCharacter(value: Value): string {
  const wanted = '%c requires an integer in range(256) or a single byte';
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    if (value.bytes.length === 1) return latin1(value.bytes);
    const kind = value instanceof PyBytes ? 'bytes' : 'bytearray';
    return raise(TypeError, `${wanted}, not a ${kind} object of length ${value.bytes.length}`);
  }
  if (
    value instanceof PyFloat ||
    (intOperand(value) === undefined && typeOf(value).lookup('__index__') === undefined)
  ) {
    return raise(TypeError, `${wanted}, not ${typeOf(value).tpName}`);
  }
  const code = asIndex(value);
  return code >= 0 && code < 256 ? String.fromCharCode(Number(code)) : raise(OverflowError, '%c arg not in range(256)');
}

interface NumberText {
  readonly isNegative: boolean;
  readonly prefix: string;
  readonly digits: string;
}

/** CPython: mainformatlong and _PyUnicode_FormatLong. */
function integerText(value: Value, { type, precision, isAlternate }: Conversion): NumberText {
  const number = integerOf(value, type);
  const size = number < 0 ? -number : number;
  const radix = type === 'o' ? 8 : type === 'x' || type === 'X' ? 16 : 10;
  let digits = radix === 10 ? intToString(size) : size.toString(radix);
  if (type === 'X') digits = digits.toUpperCase();
  if (precision > digits.length) digits = digits.padStart(precision, '0');
  return { isNegative: number < 0, prefix: isAlternate && radix !== 10 ? `0${type}` : '', digits };
}

function integerOf(value: Value, type: string): Int {
  const ready = intOperand(value);
  if (ready !== undefined) return ready;
  const isIndex = type === 'x' || type === 'X' || type === 'o';
  const cls = typeOf(value);
  const isNumber =
    textOf(value) === undefined &&
    (cls.lookup('__index__') ?? (isIndex ? undefined : cls.lookup('__int__'))) !== undefined;
  if (isNumber) {
    try {
      return isIndex ? asIndex(value) : toInteger(value);
    } catch (thrown) {
      if (!(thrown instanceof PyRaise && isInstance(thrown.exception, TypeError))) throw thrown;
    }
  }
  return raise(
    TypeError,
    `%${type} format: ${isIndex ? 'an integer' : 'a real number'} is required, not ${cls.tpName}`,
  );
}

/** CPython: float_from_number of bytes, which has words of its own for whatever is no number. */
function floatOfBytes(value: Value): number {
  try {
    return asFloat(value);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise && isInstance(thrown.exception, TypeError))) throw thrown;
    return raise(TypeError, `float argument required, not ${typeOf(value).tpName}`);
  }
}

/** CPython: unicode_format_arg_output. */
function layOut(number: NumberText, conversion: Conversion): string {
  const sign = number.isNegative ? '-' : conversion.hasPlus ? '+' : conversion.hasBlank ? ' ' : '';
  const lead = sign + number.prefix;
  const missing = conversion.width - lead.length - number.digits.length;
  if (missing <= 0) return lead + number.digits;
  if (conversion.isLeft) return lead + number.digits + ' '.repeat(missing);
  return conversion.hasZero ? lead + '0'.repeat(missing) + number.digits : ' '.repeat(missing) + lead + number.digits;
}
