/** RFC 6455 for a host: the handshake's key, and an endpoint that sends every message back. */
import type { Channel } from './channel.ts';
import { concat, headerOf, type Request } from './http.ts';
import { sha1 } from './sha1.ts';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODE = { close: 8, ping: 9, pong: 10 } as const;

/** The value of Sec-WebSocket-Accept; null when the request asks for no WebSocket. */
export function acceptKey({ headers }: Request): string | null {
  const key = headerOf(headers, 'Sec-WebSocket-Key');
  if (key === null || headerOf(headers, 'Upgrade')?.toLowerCase() !== 'websocket') return null;
  return btoa(String.fromCharCode(...sha1(new TextEncoder().encode(key + GUID))));
}

interface Frame {
  readonly isLast: boolean;
  readonly opcode: number;
  readonly payload: Uint8Array;
  readonly used: number;
}

/** The first frame in `bytes`, unmasked; null: it is not there as a whole. */
export function readFrame(bytes: Uint8Array): Frame | null {
  const [head = 0, second = 0] = bytes;
  if (bytes.length < 2) return null;
  const short = second & 127;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  const isMasked = (second & 128) !== 0;
  const start = 2 + wide + (isMasked ? 4 : 0);
  if (bytes.length < start) return null;
  let length = wide === 0 ? short : 0;
  for (let at = 2; at < 2 + wide; at++) length = length * 256 + (bytes[at] ?? 0);
  if (bytes.length < start + length) return null;
  const payload = bytes.slice(start, start + length);
  if (isMasked)
    for (let at = 0; at < length; at++) payload[at] = (payload[at] ?? 0) ^ (bytes[start - 4 + (at & 3)] ?? 0);
  return { isLast: (head & 128) !== 0, opcode: head & 15, payload, used: start + length };
}

/** A frame as a server sends it: not masked. */
export function writeFrame(opcode: number, payload: Uint8Array, isLast = true): Uint8Array {
  const { length } = payload;
  const size =
    length < 126
      ? [length]
      : length < 65_536
        ? [126, length >> 8, length & 255]
        : [127, 0, 0, 0, 0, ...bigEndian(length)];
  return concat([new Uint8Array([(isLast ? 128 : 0) | opcode, ...size]), payload]);
}

function bigEndian(value: number): readonly number[] {
  return [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

export class WebSocketEcho {
  readonly #channel: Channel;
  readonly #onEnd: () => void;
  #buffer: Uint8Array = new Uint8Array(0);

  constructor(channel: Channel, onEnd: () => void) {
    this.#channel = channel;
    this.#onEnd = onEnd;
  }

  take(bytes: Uint8Array | null): void {
    if (bytes === null) {
      this.#onEnd();
      return;
    }
    this.#buffer = concat([this.#buffer, bytes]);
    for (let frame = readFrame(this.#buffer); frame !== null; frame = readFrame(this.#buffer)) {
      this.#buffer = this.#buffer.slice(frame.used);
      if (frame.opcode === OPCODE.ping) this.#channel.send(writeFrame(OPCODE.pong, frame.payload));
      else if (frame.opcode !== OPCODE.pong) this.#channel.send(writeFrame(frame.opcode, frame.payload, frame.isLast));
      if (frame.opcode === OPCODE.close) {
        this.#onEnd();
        return;
      }
    }
  }
}
