/** What bytes, bytearray and memoryview have in common: a view of bytes, and bytes made of other objects. */
import { interpreter } from '../vm/interpreter.ts';
import { latin1Text } from './decoding.ts';
import { encodeText } from './encoding.ts';
import { OverflowError, raise, TypeError, ValueError } from './errors.ts';
import { intOperand } from './int.ts';
import type { Keywords } from './native.ts';
import { NATIVE_SIZES } from './packed.ts';
import { asIndex, asStr, callSpecial, ssizeOf, toArray } from './protocol.ts';
import { textOf } from './text.ts';
import {
  bytearrayType,
  bytesType,
  isInstance,
  nativeType,
  PyByteArray,
  PyBytes,
  PyObject,
  type PyType,
  typeOf,
  type Value,
} from './value.ts';

export const memoryviewType = nativeType('memoryview');

/** Another kind of object whose bytes others may see and change: an array of numbers. */
export abstract class SharedBytes extends PyObject {
  abstract get bytes(): Uint8Array;
  /** As `struct` names the items. */
  abstract get format(): string;
}

export type Exporter = PyBytes | PyByteArray | SharedBytes;

/** A view of some the items of another object. DIVERGES: one dimension; it does not keep its object from being resized. */
export class PyMemoryView extends PyObject {
  readonly source: Exporter;
  /** Of the first item, in bytes. */
  readonly start: number;
  /** In items. */
  readonly length: number;
  /** From one item to the next, in items. */
  readonly step: number;
  readonly format: string;
  readonly itemSize: number;
  readonly isReadOnly: boolean;
  isReleased = false;
  constructor(
    source: Exporter,
    extent: { readonly start: number; readonly length: number; readonly step?: number },
    items: { readonly format: string; readonly isReadOnly: boolean },
  ) {
    super(memoryviewType);
    this.source = source;
    this.start = extent.start;
    this.length = extent.length;
    this.step = extent.step ?? 1;
    this.format = items.format;
    this.itemSize = NATIVE_SIZES[items.format.replace('@', '')] ?? 1;
    this.isReadOnly = items.isReadOnly;
  }

  /** The bytes of the items, one after the other: those of the object itself where they lie so. */
  view(): Uint8Array {
    const { bytes } = this.source;
    const size = this.itemSize;
    if (this.step === 1) return bytes.subarray(this.start, this.start + this.length * size);
    const copy = new Uint8Array(this.length * size);
    for (let index = 0; index < this.length; index++) {
      const at = this.start + index * this.step * size;
      copy.set(bytes.subarray(at, at + size), index * size);
    }
    return copy;
  }
}

/** A view of the whole object. */
export function viewOf(source: Exporter): PyMemoryView {
  const format = source instanceof SharedBytes ? source.format : 'B';
  const length = source.bytes.length / (NATIVE_SIZES[format] ?? 1);
  return new PyMemoryView(source, { start: 0, length }, { format, isReadOnly: source instanceof PyBytes });
}

/** The bytes of a bytes-like object; undefined for anything else. Not to be changed. */
export function bufferOf(value: Value): Uint8Array | undefined {
  if (value instanceof PyBytes || value instanceof PyByteArray) return value.bytes;
  if (value instanceof PyMemoryView) return value.view();
  if (value instanceof SharedBytes) return value.bytes;
  return value instanceof PyObject && value.cls.isHeapType ? exportedView(value)?.view() : undefined;
}

/** What `__buffer__` of a class made in Python gives (PEP 688); undefined where there is none. */
export function exportedView(value: PyObject): PyMemoryView | undefined {
  const view = callSpecial(value, '__buffer__', 0);
  if (view === undefined || view instanceof PyMemoryView) return view;
  return raise(TypeError, '__buffer__ returned non-memoryview object');
}

/** The bytes of something that can be written into, for `caller`. */
export function writableBuffer(value: Value, caller: string): Uint8Array {
  if (value instanceof PyByteArray || value instanceof SharedBytes) return value.bytes;
  const view = value instanceof PyObject && value.cls.isHeapType ? exportedView(value) : value;
  if (view instanceof PyMemoryView && !view.isReadOnly && view.step === 1) return view.view();
  return raise(TypeError, `${caller} must be read-write bytes-like object, not ${typeOf(value).tpName}`);
}

export function needBuffer(value: Value): Uint8Array {
  return bufferOf(value) ?? raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
}

/** The bytes of a bytes-like object as text, one character each: what the shared methods work on. */
export function bufferText(value: Value): string {
  return latin1Text(needBuffer(value));
}

export function bytesOfText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}

/** A new object of the receiver's kind. */
export function likeSelf(self: Value, bytes: Uint8Array): Value {
  return self instanceof PyByteArray ? new PyByteArray(bytes) : new PyBytes(bytes);
}

export function byteOf(value: Value, message = 'byte must be in range(0, 256)'): number {
  const byte = asIndex(value);
  return byte >= 0 && byte < 256 ? Number(byte) : raise(ValueError, message);
}

export function zeroBytes(given: number | bigint): Uint8Array {
  const count = ssizeOf(given);
  if (count === undefined) return raise(OverflowError, "cannot fit 'int' into an index-sized integer");
  if (count < 0) return raise(ValueError, 'negative count');
  interpreter.claim(count);
  return new Uint8Array(count);
}

/** The arguments of `bytes()` and `bytearray()`. CPython: Objects/bytesobject.c, bytes_new_impl. */
export function bytesFromArguments(args: Value[], keywords: Keywords, cls: PyType): Uint8Array {
  const { name } = cls;
  const given = args.length - 1 + (keywords?.size ?? 0);
  if (given > 3)
    return raise(
      TypeError,
      `${name}() takes at most 3 ${args.length === 1 ? 'keyword ' : ''}arguments (${given} given)`,
    );
  for (const keyword of keywords?.keys() ?? []) {
    if (keyword !== 'source' && keyword !== 'encoding' && keyword !== 'errors') {
      return raise(TypeError, `${name}() got an unexpected keyword argument '${keyword}'`);
    }
  }
  const source = (args.length > 1 ? args[1] : keywords?.get('source')) ?? (args.length > 1 ? null : undefined);
  const encoding = args.length > 2 ? args[2] : keywords?.get('encoding');
  const errors = args.length > 3 ? args[3] : keywords?.get('errors');
  const encodingName = encoding === undefined ? undefined : asStr(encoding, `${name}() argument 'encoding'`);
  const handler = errors === undefined ? 'strict' : asStr(errors, `${name}() argument 'errors'`);
  const text = source === undefined ? undefined : textOf(source);
  if (text !== undefined) {
    if (encodingName === undefined) return raise(TypeError, 'string argument without an encoding');
    return encodeText(text, encodingName, handler);
  }
  if (encoding !== undefined || errors !== undefined) {
    return raise(TypeError, `${encoding === undefined ? 'errors' : 'encoding'} without a string argument`);
  }
  return source === undefined ? new Uint8Array(0) : bytesFromObject(source, cls);
}

function bytesFromObject(source: Value, cls: PyType): Uint8Array {
  const isArray = cls === bytearrayType;
  const own = isArray ? undefined : callSpecial(source, '__bytes__');
  if (own !== undefined) {
    return own instanceof PyBytes
      ? own.bytes
      : raise(TypeError, `__bytes__ returned non-bytes (type ${typeOf(own).tpName})`);
  }
  const buffer = bufferOf(source);
  if (buffer !== undefined) return buffer.slice();
  const type = typeOf(source);
  if (intOperand(source) !== undefined || type.lookup('__index__') !== undefined) return zeroBytes(asIndex(source));
  const iterates =
    type.lookup('__iter__') ?? (type.lookup('__iter__') === undefined ? type.lookup('__getitem__') : undefined);
  if (iterates === undefined || iterates === null) {
    return raise(TypeError, `cannot convert '${type.tpName}' object to ${cls.name}`);
  }
  return bytesFromIterable(source, isArray ? 'byte must be in range(0, 256)' : 'bytes must be in range(0, 256)');
}

export function bytesFromIterable(source: Value, message = 'byte must be in range(0, 256)'): Uint8Array {
  return Uint8Array.from(toArray(source), (item) => byteOf(item, message));
}

/** CPython: Objects/bytesobject.c, PyBytes_Repr; a bytearray's repr escapes the apostrophe even where it need not. */
export function bytesRepr(bytes: Uint8Array, escaped = ''): string {
  const text = latin1Text(bytes);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = `b${quote}`;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (text[index] === quote || text[index] === escaped || code === 92) result += `\\${text[index]}`;
    else if (code === 9) result += '\\t';
    else if (code === 10) result += '\\n';
    else if (code === 13) result += '\\r';
    else if (code < 32 || code >= 127) result += `\\x${code.toString(16).padStart(2, '0')}`;
    else result += text[index];
  }
  return result + quote;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) if (a[index] !== b[index]) return a[index] - b[index];
  return a.length - b.length;
}

export function isBytesLike(value: Value): value is PyBytes | PyByteArray {
  return isInstance(value, bytesType) || isInstance(value, bytearrayType);
}
