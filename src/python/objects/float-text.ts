/**
 * Floats as decimal text, exactly: CPython's PyOS_double_to_string.
 * JavaScript's own formatting serves where it agrees; it breaks ties upwards and stops at 100 digits,
 * so ties and long forms are worked out from the exact binary value.
 */

export type FloatFormat = 'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'r';

export interface FloatFlags {
  /** `#`: keep the point, and for `g` the trailing zeros. */
  readonly alternate?: boolean;
  /** `1.0`, not `1`: what repr does. */
  readonly addDotZero?: boolean;
}

const NO_FLAGS: FloatFlags = {};
const view = new DataView(new ArrayBuffer(8));

/** A finite float as `mantissa * 2**exponent`, the sign in the mantissa. */
export function decompose(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 };
}

/** `repr(value)`: the shortest text that reads back as the same float. */
export function floatRepr(value: number): string {
  const size = Math.abs(value);
  if (size < 1e16 && size >= 1e-4) return Number.isInteger(value) ? `${value}.0` : String(value);
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  return specialText(value) ?? padExponent(value.toExponential());
}

/** repr without `.0`, as the parts of a complex show. */
export function floatReprShort(value: number): string {
  const text = floatRepr(value);
  return text.endsWith('.0') ? text.slice(0, -2) : text;
}

function specialText(value: number): string | undefined {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  return value === -Infinity ? '-inf' : undefined;
}

/** JavaScript writes `1e-7` where Python writes `1e-07`. */
function padExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

/** CPython: Python/pystrtod.c, PyOS_double_to_string. Upper-case types give upper-case text. */
export function formatFloat(value: number, type: FloatFormat, precision: number, flags: FloatFlags = NO_FLAGS): string {
  const lower = type.toLowerCase();
  const special = specialText(value);
  const text = special ?? signOf(value) + formatSize(Math.abs(value), lower, precision, flags);
  return lower === type ? text : text.toUpperCase();
}

function signOf(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

function formatSize(size: number, type: string, precision: number, flags: FloatFlags): string {
  if (type === 'f') {
    const text = fixed(size, precision);
    return precision === 0 && flags.alternate ? `${text}.` : text;
  }
  if (type === 'e') {
    const { digits, exponent } = scientificDigits(size, precision);
    return scientific(digits, exponent, flags);
  }
  if (type === 'r') return general(shortestDigits(size), 17, flags, false);
  const wanted = Math.max(precision, 1);
  return general(scientificDigits(size, wanted - 1), wanted, flags, true);
}

interface Digits {
  readonly digits: string;
  /** Of the first digit: 0 for 1.5, -1 for 0.15. */
  readonly exponent: number;
}

function general(number: Digits, precision: number, flags: FloatFlags, isRounded: boolean): string {
  const { exponent } = number;
  const keepsZeros = flags.alternate === true && isRounded;
  const digits = keepsZeros ? number.digits : number.digits.replace(/0+$/, '') || '0';
  const point = exponent + 1;
  const limit = isRounded ? precision - (flags.addDotZero ? 1 : 0) : 16;
  if (point <= -4 || point > limit) return scientific(digits, exponent, flags);
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point < digits.length) return `${digits.slice(0, point)}.${digits.slice(point)}`;
  const whole = digits.padEnd(point, '0');
  if (flags.addDotZero) return `${whole}.0`;
  return flags.alternate ? `${whole}.` : whole;
}

function scientific(digits: string, exponent: number, flags: FloatFlags): string {
  const rest = digits.length > 1 ? `.${digits.slice(1)}` : flags.alternate ? '.' : '';
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits[0]}${rest}e${exponent < 0 ? '-' : '+'}${power}`;
}

function shortestDigits(size: number): Digits {
  const [mantissa, exponent] = size.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** `%.{precision}f` of a size, rounded half to even. */
function fixed(size: number, precision: number): string {
  if (size < 1e21 && precision <= 100 && !Number.isInteger(size * 2 ** (precision + 1))) return size.toFixed(precision);
  const digits = scaled(size, precision)
    .toString()
    .padStart(precision + 1, '0');
  if (precision === 0) return digits;
  return `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

/** `precision + 1` digits of a size, rounded half to even. */
function scientificDigits(size: number, precision: number): Digits {
  if (size === 0) return { digits: '0'.repeat(precision + 1), exponent: 0 };
  let exponent = Math.floor(Math.log10(size));
  const mayTie = Number.isInteger(size * 2 ** Math.min(Math.max(precision - exponent, 0) + 2, 1000));
  if (precision <= 100 && !mayTie) {
    const [mantissa, power] = size.toExponential(precision).split('e');
    return { digits: mantissa.replace('.', ''), exponent: Number(power) };
  }
  // log10 may be one off, and rounding may carry into one more digit.
  for (;;) {
    const digits = scaled(size, precision - exponent).toString();
    if (digits.length === precision + 1) return { digits, exponent };
    exponent += digits.length > precision + 1 ? 1 : -1;
  }
}

/** `size * 10**power` as the nearest integer, ties to even. */
function scaled(size: number, power: number): bigint {
  const { mantissa, exponent } = decompose(size);
  const numerator = mantissa * (power > 0 ? 10n ** BigInt(power) : 1n) * (exponent > 0 ? 1n << BigInt(exponent) : 1n);
  const denominator = (power < 0 ? 10n ** BigInt(-power) : 1n) * (exponent < 0 ? 1n << BigInt(-exponent) : 1n);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** `round(value, digits)`. CPython: Objects/floatobject.c, double_round. */
export function roundToDigits(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0 || digits > 323) return value;
  if (digits < -308) return value < 0 ? -0 : 0;
  const size = Math.abs(value);
  const rounded = digits >= 0 ? Number(fixed(size, digits)) : Number(`${scaled(size, digits)}e${-digits}`);
  return value < 0 ? -rounded : rounded;
}

/** The nearest integer, ties to even. */
export function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
