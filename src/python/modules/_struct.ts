/** The module `_struct`: bytes packed and unpacked by a format. CPython: Modules/_struct.c. */
import { bufferOf, writableBuffer } from '../objects/buffer.ts';
import { latin1Text } from '../objects/decoding.ts';
import { Exception, exception, OverflowError, raise, raiseObject, TypeError } from '../objects/errors.ts';
import { ArrayIterator } from '../objects/iterators.ts';
import { getset, method, nativeFunction, newMethod, rawFunction, rawMethod } from '../objects/native.ts';
import {
  dataViewOf,
  integerLimits,
  NATIVE_SIZES,
  readFloat,
  readInteger,
  STANDARD_SIZES,
  writeFloat,
  writeInteger,
} from '../objects/packed.ts';
import { asFloat, asIndex, repr, truthy } from '../objects/protocol.ts';
import { asSize } from '../objects/sequences.ts';
import { textOf } from '../objects/text.ts';
import {
  nativeType,
  PyBytes,
  PyFloat,
  PyObject,
  PyTuple,
  PyType,
  typeOf,
  typeType,
  type Value,
} from '../objects/value.ts';

const structError = new PyType(typeType, 'error', [Exception], 'exception');
structError.attrs.set('__module__', 'struct');
const structType = nativeType('Struct');
structType.attrs.set('__module__', '_struct');

interface Item {
  readonly code: string;
  readonly count: number;
  readonly size: number;
  readonly offset: number;
}

interface Layout {
  readonly items: readonly Item[];
  readonly size: number;
  readonly isLittle: boolean;
  /** C's own sizes, order and alignment. */
  readonly isNative: boolean;
  /** How many Python values it packs. */
  readonly values: number;
}

function fail(message: string): never {
  return raiseObject(exception(structError, message));
}

/** CPython: prepare_s. */
function layoutOf(format: Value): Layout {
  const text = format instanceof PyBytes ? new TextDecoder().decode(format.bytes) : textOf(format);
  if (text === undefined)
    return raise(TypeError, `Struct() argument 1 must be a str or bytes object, not ${typeOf(format).tpName}`);
  if (text.includes('\0')) return fail('embedded null character');
  const order = /^[@=<>!]/.exec(text)?.[0] ?? '@';
  const isNative = order === '@';
  const sizes = isNative ? NATIVE_SIZES : STANDARD_SIZES;
  const items: Item[] = [];
  let size = 0;
  let values = 0;
  for (const [whole, digits, code] of text.replace(/^[@=<>!]/, '').matchAll(/\s*(\d*)(\S)?/g)) {
    if (whole.trim() === '') continue;
    if (code === undefined) return fail('repeat count given without format specifier');
    const width = sizes[code];
    if (width === undefined || (!isNative && 'nNP'.includes(code))) return fail('bad char in struct format');
    const count = digits === '' ? 1 : Number(digits);
    if (isNative) size = Math.ceil(size / width) * width;
    items.push({ code, count, size: width, offset: size });
    size += width * count;
    if (size >= 2 ** 63) return fail('total struct size too long');
    if (code !== 'x') values += code === 's' || code === 'p' ? 1 : count;
  }
  return { items, size, isLittle: order !== '>' && order !== '!', isNative, values };
}

function packOne(view: DataView, { code, size }: Item, at: number, value: Value, { isLittle, isNative }: Layout): void {
  if (code === '?') return view.setUint8(at, truthy(value) ? 1 : 0);
  if (code === 'c') {
    if (!(value instanceof PyBytes) || value.bytes.length !== 1)
      return fail('char format requires a bytes object of length 1');
    return view.setUint8(at, value.bytes[0]);
  }
  if (code === 'd' || code === 'f' || code === 'e') {
    // C's own conversion, with `@`, makes an infinity of what is too large.
    if (!writeFloat(view, at, size, floatToPack(value), isLittle) && !(isNative && code === 'f'))
      raise(OverflowError, `float too large to pack with ${code} format`);
    return;
  }
  const number = integerToPack(value);
  const [low, high] = integerLimits(code, size);
  if (number < low || number > high) {
    if (code === 'P') return raise(OverflowError, 'int too large to convert');
    return fail(`'${code}' format requires ${low} <= number <= ${high}`);
  }
  writeInteger(view, at, size, number, isLittle);
}

function floatToPack(value: Value): number {
  if (typeof value === 'number' || value instanceof PyFloat) return asFloat(value);
  const type = typeOf(value);
  return type.lookup('__float__') === undefined && type.lookup('__index__') === undefined
    ? fail('required argument is not a float')
    : asFloat(value);
}

function integerToPack(value: Value): number | bigint {
  if (typeof value === 'number') return value;
  return typeOf(value).lookup('__index__') === undefined ? fail('required argument is not an integer') : asIndex(value);
}

function unpackOne(view: DataView, { code, size }: Item, at: number, isLittle: boolean): Value {
  if (code === '?') return view.getUint8(at) !== 0;
  if (code === 'c') return new PyBytes(Uint8Array.of(view.getUint8(at)));
  if (code === 'd' || code === 'f' || code === 'e') return readFloat(view, at, size, isLittle);
  return readInteger(view, at, code, size, isLittle);
}

function pack(layout: Layout, values: readonly Value[]): PyBytes {
  if (values.length !== layout.values)
    return fail(`pack expected ${layout.values} items for packing (got ${values.length})`);
  const bytes = new Uint8Array(layout.size);
  const view = new DataView(bytes.buffer);
  let next = 0;
  for (const item of layout.items) {
    if (item.code === 'x') continue;
    if (item.code === 's' || item.code === 'p') {
      const text = bufferOf(values[next++]) ?? fail("argument for 's' must be a bytes object");
      if (item.code === 's') bytes.set(text.subarray(0, item.count), item.offset);
      else if (item.count > 0) {
        const length = Math.min(text.length, item.count - 1, 255);
        bytes[item.offset] = length;
        bytes.set(text.subarray(0, length), item.offset + 1);
      }
      continue;
    }
    for (let i = 0; i < item.count; i++) packOne(view, item, item.offset + i * item.size, values[next++], layout);
  }
  return new PyBytes(bytes);
}

/** CPython: s_pack_into. */
function packInto(layout: Layout, [buffer, offset, ...values]: readonly Value[]): Value {
  if (offset === undefined)
    return fail(buffer === undefined ? 'pack_into expected buffer argument' : 'pack_into expected offset argument');
  const target = writableBuffer(buffer as Value, 'argument');
  if (values.length !== layout.values)
    return fail(`pack_into expected ${layout.values} items for packing (got ${values.length})`);
  const given = asSize(offset);
  const { size } = layout;
  if (given < 0 && given + size > 0) return fail(`no space to pack ${size} bytes at offset ${given}`);
  if (given < 0 && given + target.length < 0)
    return fail(`offset ${given} out of range for ${target.length}-byte buffer`);
  const start = given < 0 ? given + target.length : given;
  if (target.length - start < size) return fail(tooSmall('pack_into', 'packing', size, start, target.length));
  target.set(pack(layout, values).bytes, start);
  return null;
}

function unpack(layout: Layout, bytes: Uint8Array): PyTuple {
  const view = dataViewOf(bytes);
  const values: Value[] = [];
  for (const item of layout.items) {
    if (item.code === 'x') continue;
    if (item.code === 's') values.push(new PyBytes(bytes.slice(item.offset, item.offset + item.count)));
    else if (item.code === 'p')
      values.push(
        new PyBytes(
          bytes.slice(item.offset + 1, item.offset + 1 + Math.max(0, Math.min(bytes[item.offset], item.count - 1))),
        ),
      );
    else
      for (let i = 0; i < item.count; i++)
        values.push(unpackOne(view, item, item.offset + i * item.size, layout.isLittle));
  }
  return new PyTuple(values);
}

function bytesOf(value: Value): Uint8Array {
  return bufferOf(value) ?? raise(TypeError, 'a bytes-like object is required');
}

function unpackWhole(layout: Layout, data: Value): PyTuple {
  const bytes = bytesOf(data);
  return bytes.length === layout.size
    ? unpack(layout, bytes)
    : fail(`unpack requires a buffer of ${layout.size} bytes`);
}

/** CPython: s_unpack_from. */
function unpackFrom(layout: Layout, data: Value, offset?: Value): PyTuple {
  const bytes = bytesOf(data);
  const given = offset === undefined ? 0 : asSize(offset);
  const { size } = layout;
  if (given < 0 && given + size > 0) return fail(`not enough data to unpack ${size} bytes at offset ${given}`);
  if (given < 0 && given + bytes.length < 0)
    return fail(`offset ${given} out of range for ${bytes.length}-byte buffer`);
  const start = given < 0 ? given + bytes.length : given;
  if (bytes.length - start < size) return fail(tooSmall('unpack_from', 'unpacking', size, start, bytes.length));
  return unpack(layout, bytes.slice(start, start + size));
}

function tooSmall(name: string, doing: string, size: number, start: number, actual: number): string {
  const needed = `${name} requires a buffer of at least ${BigInt(start) + BigInt(size)} bytes`;
  return `${needed} for ${doing} ${size} bytes at offset ${start} (actual buffer size is ${actual})`;
}

function unpackAll(layout: Layout, data: Value): Value {
  const bytes = bytesOf(data);
  if (layout.size === 0 || bytes.length % layout.size !== 0)
    return fail(`iterative unpacking requires a buffer of a multiple of ${layout.size} bytes`);
  const tuples: Value[] = [];
  for (let at = 0; at < bytes.length; at += layout.size) tuples.push(unpack(layout, bytes.slice(at, at + layout.size)));
  return new ArrayIterator(tuples);
}

class Struct extends PyObject {
  readonly format: Value;
  readonly layout: Layout;
  constructor(cls: PyType, format: Value) {
    super(cls);
    this.format = format;
    this.layout = layoutOf(format);
  }
}

function formatText(format: Value): Value {
  return format instanceof PyBytes ? latin1Text(format.bytes) : format;
}

newMethod(structType, (args, keywords, cls) => new Struct(cls, args[1] ?? keywords?.get('format') ?? ''));
rawMethod(structType, '__init__', () => null);
getset(structType, 'size', (self) => (self as Struct).layout.size);
getset(structType, 'format', (self) => formatText((self as Struct).format));
method(structType, '__repr__', 'self, /', (self: Struct) => `${self.cls.name}(${repr(formatText(self.format))})`);
rawMethod(structType, 'pack_into', (args) => packInto((args[0] as Struct).layout, args.slice(1)));
rawMethod(structType, 'pack', (args) => pack((args[0] as Struct).layout, args.slice(1)));
method(structType, 'unpack', 'self, buffer, /', (self: Struct, data: Value) => unpackWhole(self.layout, data));
method(structType, 'unpack_from', 'self, /, buffer, offset=0', (self: Struct, data: Value, offset?: Value) =>
  unpackFrom(self.layout, data, offset),
);
method(structType, 'iter_unpack', 'self, buffer, /', (self: Struct, data: Value) => unpackAll(self.layout, data));

export function structModule(): Map<string, Value> {
  const functions = [
    nativeFunction('calcsize', 'format, /', (format: Value) => layoutOf(format).size),
    rawFunction('pack_into', (args) => packInto(layoutOf(args[0] ?? null), args.slice(1))),
    rawFunction('pack', (args) => pack(layoutOf(args[0] ?? null), args.slice(1))),
    nativeFunction('unpack', 'format, buffer, /', (format: Value, data: Value) => unpackWhole(layoutOf(format), data)),
    nativeFunction('unpack_from', 'format, /, buffer, offset=0', (format: Value, data: Value, offset?: Value) =>
      unpackFrom(layoutOf(format), data, offset),
    ),
    nativeFunction('iter_unpack', 'format, buffer, /', (format: Value, data: Value) =>
      unpackAll(layoutOf(format), data),
    ),
    nativeFunction('_clearcache', '', () => null),
  ];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ['Struct', structType],
    ['error', structError],
    ['__doc__', null],
  ]);
}
