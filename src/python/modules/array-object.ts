/** The object behind `array.array`: items of one kind, side by side in bytes. */
import { SharedBytes } from '../objects/buffer.ts';
import { IndexError, OverflowError, raise, TypeError, ValueError } from '../objects/errors.ts';
import {
  dataViewOf,
  integerLimits,
  NATIVE_SIZES,
  readFloat,
  readInteger,
  writeFloat,
  writeInteger,
} from '../objects/packed.ts';
import { asFloat, asIndex } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { nativeType, type PyType, typeOf, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';

export const arrayType = nativeType('array');
arrayType.attrs.set('__module__', 'array');

export const TYPECODES = 'bBuwhHiIlLqQfd';

/** Of characters: `u` and `w` are four bytes each. */
export function isText(code: string): boolean {
  return code === 'u' || code === 'w';
}

export class PyArray extends SharedBytes {
  readonly code: string;
  readonly itemSize: number;
  /** In items. */
  length = 0;
  private storage = new Uint8Array(0);
  private numbers = dataViewOf(this.storage);

  constructor(cls: PyType, code: string) {
    super(cls);
    this.code = code;
    this.itemSize = isText(code) ? 4 : (NATIVE_SIZES[code] as number);
  }

  get bytes(): Uint8Array {
    return this.storage.subarray(0, this.length * this.itemSize);
  }

  get format(): string {
    return this.code;
  }

  get(index: number): Value {
    const at = index * this.itemSize;
    const { code, itemSize, numbers } = this;
    if (code === 'd' || code === 'f') return readFloat(numbers, at, itemSize, true);
    if (isText(code)) return characterOf(numbers.getUint32(at, true));
    return readInteger(numbers, at, code, itemSize, true);
  }

  set(index: number, value: Value): void {
    this.write(index, this.checked(value));
  }

  append(value: Value): void {
    const number = this.checked(value);
    this.resize(this.length + 1);
    this.write(this.length - 1, number);
  }

  /** Makes room for `fresh` in place of `count` items from `start` on; all in items. */
  splice(start: number, count: number, fresh: Uint8Array): void {
    const size = this.itemSize;
    const copy = fresh.slice();
    const tail = this.bytes.slice((start + count) * size);
    this.resize(this.length - count + copy.length / size);
    this.storage.set(copy, start * size);
    this.storage.set(tail, start * size + copy.length);
  }

  items(): Value[] {
    return Array.from({ length: this.length }, (_, index) => this.get(index));
  }

  private write(index: number, number: number | bigint): void {
    const at = index * this.itemSize;
    if (this.code === 'd' || this.code === 'f') writeFloat(this.numbers, at, this.itemSize, Number(number), true);
    else writeInteger(this.numbers, at, this.itemSize, number, true);
  }

  /** What can be written, or the complaint of CPython's setter for this kind (`b_setitem` and its like). */
  private checked(value: Value): number | bigint {
    const { code } = this;
    if (code === 'd' || code === 'f') return asFloat(value);
    if (isText(code)) return pointOf(value);
    const number = asIndex(value);
    const [low, high] = integerLimits(code, this.itemSize);
    if (number >= low && number <= high) return number;
    return raise(OverflowError, outOfRange(code, number < low));
  }

  private resize(length: number): void {
    const needed = length * this.itemSize;
    if (needed > this.storage.length) {
      interpreter.claim(needed);
      const larger = new Uint8Array(Math.ceil(needed * 1.125) + 16);
      larger.set(this.bytes);
      this.storage = larger;
      this.numbers = dataViewOf(larger);
    }
    this.length = length;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  b: 'signed char',
  B: 'unsigned byte integer',
  h: 'signed short integer',
  H: 'unsigned short',
  i: 'signed integer',
  I: 'unsigned int',
};

function outOfRange(code: string, isLow: boolean): string {
  const kind = KINDS[code];
  if (kind !== undefined && code !== 'I') return `${kind} is ${isLow ? 'less than minimum' : 'greater than maximum'}`;
  if (code === 'l') return 'Python int too large to convert to C long';
  if (code === 'q') return 'int too big to convert';
  if (code === 'Q') return isLow ? "can't convert negative int to unsigned" : 'int too big to convert';
  if (isLow) return "can't convert negative value to unsigned int";
  return code === 'I' ? 'unsigned int is greater than maximum' : 'Python int too large to convert to C unsigned long';
}

function characterOf(point: number): string {
  if (point > 0x10ffff)
    return raise(ValueError, `character U+${point.toString(16)} is not in range [U+0000; U+10ffff]`);
  return String.fromCodePoint(point);
}

function pointOf(value: Value): number {
  const text = textOf(value) ?? raise(TypeError, `array item must be a unicode character, not ${typeOf(value).tpName}`);
  const point = text.codePointAt(0);
  if (point === undefined || String.fromCodePoint(point) !== text)
    return raise(TypeError, `array item must be a unicode character, not a string of length ${[...text].length}`);
  return point;
}

/** A position that exists, counted from the end when negative. */
export function positionIn(self: PyArray, key: Value, message: string): number {
  if (typeOf(key).lookup('__index__') === undefined) return raise(TypeError, 'array indices must be integers');
  const given = Number(asIndex(key));
  const index = given < 0 ? given + self.length : given;
  return index >= 0 && index < self.length ? index : raise(IndexError, message);
}
