/** `memoryview.cast`: the items of a view as numbers of C. CPython: Objects/memoryobject.c, unpack_single and pack_single. */
import { PyMemoryView } from './buffer.ts';
import { raise, TypeError, ValueError } from './errors.ts';
import { asFloat, asIndex, truthy } from './protocol.ts';
import { normalizeInt, type PyByteArray, PyBytes, PyFloat, type Value } from './value.ts';

interface ItemFormat {
  readonly size: number;
  readonly read: (view: DataView, at: number) => Value;
  readonly write: (view: DataView, at: number, value: Value) => void;
}

type IntegerKind = 'Int8' | 'Int16' | 'Uint16' | 'Int32' | 'Uint32' | 'BigInt64' | 'BigUint64';

/** Native ones, of a little-endian machine of 64 bits. */
function integer(format: string, kind: IntegerKind, size: number): ItemFormat {
  const bits = BigInt(size * 8);
  const isSigned = !kind.includes('Uint');
  const low = isSigned ? -(1n << (bits - 1n)) : 0n;
  const high = isSigned ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  return {
    size,
    read: (view, at) => {
      const number = view[`get${kind}`](at, true);
      return typeof number === 'bigint' ? normalizeInt(number) : number;
    },
    write: (view, at, value) => {
      const number = BigInt(asIndex(value));
      if (number < low || number > high) raise(ValueError, `memoryview: invalid value for format '${format}'`);
      if (kind === 'BigInt64' || kind === 'BigUint64') view[`set${kind}`](at, number, true);
      else view[`set${kind}`](at, Number(number), true);
    },
  };
}

function floating(kind: 'Float32' | 'Float64', size: number): ItemFormat {
  return {
    size,
    read: (view, at) => new PyFloat(view[`get${kind}`](at, true)),
    write: (view, at, value) => view[`set${kind}`](at, asFloat(value), true),
  };
}

function character(value: Value): number {
  if (!(value instanceof PyBytes)) return raise(TypeError, "memoryview: invalid type for format 'c'");
  return value.bytes.length === 1
    ? (value.bytes[0] ?? 0)
    : raise(ValueError, "memoryview: invalid value for format 'c'");
}

export const ITEM_FORMATS: ReadonlyMap<string, ItemFormat> = new Map([
  ['b', integer('b', 'Int8', 1)],
  ['h', integer('h', 'Int16', 2)],
  ['H', integer('H', 'Uint16', 2)],
  ['i', integer('i', 'Int32', 4)],
  ['I', integer('I', 'Uint32', 4)],
  ['l', integer('l', 'BigInt64', 8)],
  ['q', integer('q', 'BigInt64', 8)],
  ['n', integer('n', 'BigInt64', 8)],
  ['L', integer('L', 'BigUint64', 8)],
  ['Q', integer('Q', 'BigUint64', 8)],
  ['N', integer('N', 'BigUint64', 8)],
  ['f', floating('Float32', 4)],
  ['d', floating('Float64', 8)],
  [
    '?',
    {
      size: 1,
      read: (view, at) => view.getUint8(at) !== 0,
      write: (view, at, value) => view.setUint8(at, truthy(value) ? 1 : 0),
    },
  ],
  [
    'c',
    {
      size: 1,
      read: (view, at) => new PyBytes(Uint8Array.of(view.getUint8(at))),
      write: (view, at, value) => view.setUint8(at, character(value)),
    },
  ],
]);

export class TypedView extends PyMemoryView {
  override readonly format: string;
  override readonly itemSize: number;
  readonly #item: ItemFormat;

  constructor(
    source: PyBytes | PyByteArray,
    start: number,
    count: number,
    as: { readonly format: string; readonly item: ItemFormat; readonly step?: number },
  ) {
    super(source, start, count * as.item.size, as.step ?? 1);
    this.format = as.format;
    this.itemSize = as.item.size;
    this.#item = as.item;
  }

  #at(index: number): number {
    return this.start + index * this.step * this.itemSize;
  }

  #data(): DataView {
    const { buffer, byteOffset, byteLength } = this.source.bytes;
    return new DataView(buffer, byteOffset, byteLength);
  }

  override view(): Uint8Array {
    if (this.step === 1) return super.view();
    const bytes = new Uint8Array(this.length);
    for (let index = 0; index < this.count; index++) {
      const at = this.#at(index);
      bytes.set(this.source.bytes.subarray(at, at + this.itemSize), index * this.itemSize);
    }
    return bytes;
  }

  override part(start: number, step: number, count: number): PyMemoryView {
    const as = { format: this.format, item: this.#item, step: this.step * step };
    return new TypedView(this.source, this.#at(start), count, as);
  }

  override item(index: number): Value {
    return this.#item.read(this.#data(), this.#at(index));
  }

  override setItem(index: number, value: Value): void {
    this.#item.write(this.#data(), this.#at(index), value);
  }

  override fill(bytes: Uint8Array): void {
    for (let index = 0; index < this.count; index++) {
      this.source.bytes.set(bytes.subarray(index * this.itemSize, (index + 1) * this.itemSize), this.#at(index));
    }
  }
}
