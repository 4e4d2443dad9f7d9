/** Deflate and inflate, a piece at a time: zlib's own algorithm as the package pako has it. Errors are zlib's numbers. */
import {
  Z_BUF_ERROR,
  type Z_FlushMode,
  Z_NEED_DICT,
  Z_OK,
  Z_STREAM_END,
  type Z_Strategy,
  Z_SYNC_FLUSH,
  ZStream,
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateSetDictionary,
} from 'pako';
import { interpreter } from '../vm/interpreter.ts';

/** How much output is made at once, in bytes. */
const CHUNK = 16_384;

/** A call of zlib's that did not go well; `text` is what zlib says of it, where it does. */
export interface ZlibFailure {
  readonly status: number;
  readonly text: string;
}

export type Outcome = { readonly ok: true; readonly bytes: Uint8Array } | ({ readonly ok: false } & ZlibFailure);

export interface DeflateSettings {
  readonly level: number;
  readonly wbits: number;
  readonly memLevel: number;
  readonly strategy: number;
}

function failure(stream: ZStream, status: number): { readonly ok: false } & ZlibFailure {
  return { ok: false, status, text: stream.msg };
}

export class Deflater {
  private stream = new ZStream();

  /** zlib's answer to the settings. */
  start({ level, wbits, memLevel, strategy }: DeflateSettings): number {
    // The last argument: chains of hashes as zlib makes them, so that the bytes are zlib's.
    return zlibDeflateInit2(this.stream, level, 8, wbits, memLevel, strategy as Z_Strategy, true);
  }

  setDictionary(dictionary: Uint8Array): number {
    return zlibDeflateSetDictionary(this.stream, dictionary);
  }

  run(input: Uint8Array, flush: Z_FlushMode): Outcome {
    const { stream } = this;
    interpreter.claim(input.length);
    stream.input = input;
    stream.next_in = 0;
    stream.avail_in = input.length;
    const chunks: Uint8Array[] = [];
    let status: number;
    do {
      makeRoom(stream, CHUNK);
      status = zlibDeflate(stream, flush);
      if (status !== Z_OK && status !== Z_STREAM_END && status !== Z_BUF_ERROR) return failure(stream, status);
      chunks.push(stream.output.subarray(0, stream.next_out));
    } while (stream.avail_out === 0 && status !== Z_STREAM_END);
    return { ok: true, bytes: joined(chunks) };
  }

  copy(): Deflater {
    const made = new Deflater();
    made.stream = cloned(this.stream);
    return made;
  }
}

export class Inflater {
  private stream = new ZStream();
  private dictionary: Uint8Array;
  isAtEnd = false;

  constructor(dictionary: Uint8Array) {
    this.dictionary = dictionary;
  }

  start(wbits: number): number {
    const status = zlibInflateInit2(this.stream, wbits);
    // A stream without a header does not ask for its dictionary.
    return status === Z_OK && this.dictionary.length > 0 && wbits < 0
      ? zlibInflateSetDictionary(this.stream, this.dictionary)
      : status;
  }

  /** Bytes of the last input that were not read. */
  get rest(): Uint8Array {
    const { input, next_in, avail_in } = this.stream;
    return input === null || input === undefined ? new Uint8Array(0) : input.slice(next_in, next_in + avail_in);
  }

  /** At most `most` bytes of output; what is left of the input is `rest`. */
  run(input: Uint8Array, flush: Z_FlushMode, most = Number.POSITIVE_INFINITY): Outcome {
    const { stream } = this;
    stream.input = input;
    stream.next_in = 0;
    stream.avail_in = input.length;
    const chunks: Uint8Array[] = [];
    let left = most;
    do {
      makeRoom(stream, Math.min(left, CHUNK));
      let status: number = zlibInflate(stream, flush);
      if (status === Z_NEED_DICT && this.dictionary.length > 0) {
        status = zlibInflateSetDictionary(stream, this.dictionary);
        if (status === Z_OK) status = zlibInflate(stream, flush);
      }
      if (status !== Z_OK && status !== Z_STREAM_END && status !== Z_BUF_ERROR) return failure(stream, status);
      chunks.push(stream.output.subarray(0, stream.next_out));
      interpreter.claim(stream.next_out);
      left -= stream.next_out;
      this.isAtEnd = status === Z_STREAM_END;
    } while (stream.avail_out === 0 && left > 0 && !this.isAtEnd);
    return { ok: true, bytes: joined(chunks) };
  }

  copy(): Inflater {
    const made = new Inflater(this.dictionary);
    made.stream = cloned(this.stream);
    made.isAtEnd = this.isAtEnd;
    return made;
  }
}

/** All of a stream that is there in one piece. */
export function inflateAll(data: Uint8Array, wbits: number): Outcome {
  const inflater = new Inflater(new Uint8Array(0));
  const begun = inflater.start(wbits);
  if (begun !== Z_OK) return { ok: false, status: begun, text: '' };
  const outcome = inflater.run(data, Z_SYNC_FLUSH);
  return outcome.ok && !inflater.isAtEnd ? { ok: false, status: Z_BUF_ERROR, text: '' } : outcome;
}

function makeRoom(stream: ZStream, size: number): void {
  stream.output = new Uint8Array(size);
  stream.next_out = 0;
  stream.avail_out = size;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A state of pako's and all that it refers to: plain objects, arrays and typed arrays, in circles. */
function cloned<T>(value: T, known: Map<object, object> = new Map()): T {
  if (typeof value !== 'object' || value === null) return value;
  const met = known.get(value);
  if (met !== undefined) return met as T;
  if (ArrayBuffer.isView(value)) {
    const copy = (value as unknown as Uint8Array).slice();
    known.set(value, copy);
    return copy as T;
  }
  const copy: object = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value));
  known.set(value, copy);
  for (const [key, item] of Object.entries(value)) Reflect.set(copy, key, cloned(item, known));
  return copy as T;
}
