/**
 * Bytes to link characters and back. zlib and not raw deflate: its checksum is what makes a
 * damaged link fail instead of opening another program.
 */
import { LIMITS } from './limits.ts';

/** Small, because one slice may unpack to a thousand times its size before the cap is looked at. */
const SLICE_BYTES = 512;

export type Inflated =
  | { readonly kind: 'inflated'; readonly bytes: Uint8Array }
  | { readonly kind: 'too big' }
  | { readonly kind: 'damaged' };

export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null when a character is missing. The alphabet has been checked. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 === 1) return null;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Never throws, and never holds much more than the cap. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Inflated> {
  if (!hasZlibHeader(bytes)) return { kind: 'damaged' };
  const stream = new DecompressionStream('deflate');
  const reader = stream.readable.getReader();
  // What goes wrong while feeding also ends the reading, and is reported there.
  const fed = feed(stream.writable.getWriter(), bytes).catch(() => undefined);
  const unpacked = await readUpTo(reader, LIMITS.jsonBytesMax);
  await fed;
  if (unpacked.kind !== 'inflated') return unpacked;
  // Once more by ourselves: some implementations accept bytes after the end.
  return adler32(unpacked.bytes) === lastFour(bytes) ? unpacked : { kind: 'damaged' };
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) await writer.write(bytes.subarray(at, at + SLICE_BYTES));
  await writer.close();
}

async function readUpTo(reader: ReadableStreamDefaultReader<Uint8Array>, bytesMax: number): Promise<Inflated> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      length += next.value.length;
      if (length > bytesMax) {
        await reader.cancel();
        return { kind: 'too big' };
      }
      parts.push(next.value);
    }
  } catch {
    return { kind: 'damaged' };
  }
  return { kind: 'inflated', bytes: joined(parts, length) };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** RFC 1950: method 8, a header divisible by 31, no preset dictionary. */
function hasZlibHeader(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes;
  return bytes.length > 6 && (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 32) === 0;
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return b * 65_536 + a;
}

function lastFour(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4).getUint32(0);
}
