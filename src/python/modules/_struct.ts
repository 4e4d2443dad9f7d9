/** The module `_struct`: bytes packed and unpacked by a format. CPython: Modules/_struct.c. */
import { bufferOf } from '../objects/buffer.ts';
import { latin1Text } from '../objects/decoding.ts';
import { Exception, exception, OverflowError, raise, raiseObject, TypeError } from '../objects/errors.ts';
import { ArrayIterator } from '../objects/iterators.ts';
import { getset, method, nativeFunction, newMethod, rawFunction, rawMethod } from '../objects/native.ts';
import { asFloat, asIndex, repr, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import {
  nativeType,
  normalizeInt,
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

const SIZES: Readonly<Record<string, number>> = {
  x: 1,
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  l: 4,
  L: 4,
  q: 8,
  Q: 8,
  e: 2,
  f: 4,
  d: 8,
  s: 1,
  p: 1,
  n: 8,
  N: 8,
  P: 8,
};
const NATIVE_SIZES: Readonly<Record<string, number>> = { ...SIZES, l: 8, L: 8 };

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
  /** How many Python values it packs. */
  readonly values: number;
}

function fail(message: string): never {
  return raiseObject(exception(structError, message));
}

/** CPython: prepare_s. */
function layoutOf(format: Value): Layout {
  const text = format instanceof PyBytes ? new TextDecoder().decode(format.bytes) : textOf(format);
  if (text === undefined) return raise(TypeError, 'Struct() argument 1 must be a str or bytes object');
  const order = /^[@=<>!]/.exec(text)?.[0] ?? '@';
  const isNative = order === '@';
  const sizes = isNative ? NATIVE_SIZES : SIZES;
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
    if (code !== 'x') values += code === 's' || code === 'p' ? 1 : count;
  }
  return { items, size, isLittle: order !== '>' && order !== '!', values };
}

function packOne(view: DataView, { code, size }: Item, at: number, value: Value, isLittle: boolean): void {
  if (code === '?') return view.setUint8(at, truthy(value) ? 1 : 0);
  if (code === 'c') {
    if (!(value instanceof PyBytes) || value.bytes.length !== 1)
      return fail('char format requires a bytes object of length 1');
    return view.setUint8(at, value.bytes[0]);
  }
  if (code === 'd') return view.setFloat64(at, asFloat(value), isLittle);
  if (code === 'f') {
    const number = asFloat(value);
    view.setFloat32(at, number, isLittle);
    if (Number.isFinite(number) && !Number.isFinite(view.getFloat32(at, isLittle)))
      raise(OverflowError, 'float too large to pack with f format');
    return;
  }
  if (code === 'e') return fail('half-precision floats are not supported here');
  if (
    !(typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' || value instanceof PyObject)
  )
    return fail('required argument is not an integer');
  if (value instanceof PyFloat) return fail('required argument is not an integer');
  const number = BigInt(asIndex(value));
  const bits = BigInt(size * 8);
  const isSigned = code === code.toLowerCase();
  const [low, high] = isSigned ? [-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n] : [0n, (1n << bits) - 1n];
  if (number < low || number > high) return fail(`'${code}' format requires ${low} <= number <= ${high}`);
  for (let i = 0; i < size; i++)
    view.setUint8(isLittle ? at + i : at + size - 1 - i, Number((number >> BigInt(8 * i)) & 255n));
}

function unpackOne(view: DataView, { code, size }: Item, at: number, isLittle: boolean): Value {
  if (code === '?') return view.getUint8(at) !== 0;
  if (code === 'c') return new PyBytes(Uint8Array.of(view.getUint8(at)));
  if (code === 'd') return new PyFloat(view.getFloat64(at, isLittle));
  if (code === 'f') return new PyFloat(view.getFloat32(at, isLittle));
  if (code === 'e') return fail('half-precision floats are not supported here');
  let number = 0n;
  for (let i = 0; i < size; i++)
    number |= BigInt(view.getUint8(isLittle ? at + i : at + size - 1 - i)) << BigInt(8 * i);
  return normalizeInt(code === code.toLowerCase() ? BigInt.asIntN(size * 8, number) : number);
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
    for (let i = 0; i < item.count; i++)
      packOne(view, item, item.offset + i * item.size, values[next++], layout.isLittle);
  }
  return new PyBytes(bytes);
}

/** CPython: s_pack_into. */
function packInto(layout: Layout, [buffer, offset, ...values]: readonly Value[]): Value {
  if (offset === undefined)
    return fail(buffer === undefined ? 'pack_into expected buffer argument' : 'pack_into expected offset argument');
  const target = buffer === undefined || buffer instanceof PyBytes ? undefined : bufferOf(buffer);
  if (target === undefined) {
    const kind = typeOf(buffer ?? null).tpName;
    return raise(TypeError, `argument must be read-write bytes-like object, not ${kind}`);
  }
  if (values.length !== layout.values)
    return fail(`pack_into expected ${layout.values} items for packing (got ${values.length})`);
  const given = Number(asIndex(offset));
  const { size } = layout;
  if (given < 0 && given + size > 0) return fail(`no space to pack ${size} bytes at offset ${given}`);
  if (given < 0 && given + target.length < 0)
    return fail(`offset ${given} out of range for ${target.length}-byte buffer`);
  const start = given < 0 ? given + target.length : given;
  if (target.length - start < size) {
    const needed = `pack_into requires a buffer of at least ${start + size} bytes`;
    return fail(`${needed} for packing ${size} bytes at offset ${start} (actual buffer size is ${target.length})`);
  }
  target.set(pack(layout, values).bytes, start);
  return null;
}

function unpack(layout: Layout, bytes: Uint8Array): PyTuple {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: Value[] = [];
  for (const item of layout.items) {
    if (item.code === 'x') continue;
    if (item.code === 's') values.push(new PyBytes(bytes.slice(item.offset, item.offset + item.count)));
    else if (item.code === 'p')
      values.push(
        new PyBytes(bytes.slice(item.offset + 1, item.offset + 1 + Math.min(bytes[item.offset], item.count - 1))),
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

function unpackFrom(layout: Layout, data: Value, offset?: Value): PyTuple {
  const bytes = bytesOf(data);
  const given = offset === undefined ? 0 : Number(asIndex(offset));
  const start = given < 0 ? given + bytes.length : given;
  if (start < 0 || bytes.length - start < layout.size) {
    return fail(
      `unpack_from requires a buffer of at least ${layout.size + given} bytes for unpacking ${layout.size} bytes at offset ${given} (actual buffer size is ${bytes.length})`,
    );
  }
  return unpack(layout, bytes.slice(start, start + layout.size));
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
