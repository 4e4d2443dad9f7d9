/**
 * The host's side of a simulated TLS 1.3: records and turns as RFC 8446 has them, and no cryptography at all. The client's side
 * is Python: the module `ssl` of the library. What is said in a handshake is JSON after one byte, the type of the message.
 */
import type { StreamSocket } from '../stream-socket.ts';
import type { Channel } from './channel.ts';
import { concat } from './http.ts';

const RECORD = { alert: 21, handshake: 22, data: 23 } as const;
const MESSAGE = { clientHello: 1, serverHello: 2, finished: 20 } as const;
const HEADER_BYTES = 5;
const RECORD_BYTES_MAX = 16_384;
const CLOSE_NOTIFY = new Uint8Array([1, 0]);

/** The bytes of a socket as they are. */
export function plainChannel(socket: StreamSocket): Channel {
  const outbox: Uint8Array[] = [];
  let isEnding = false;
  let isOver = false;
  const flush = (): void => {
    for (let next = outbox[0]; next !== undefined; next = outbox[0]) {
      const count = socket.send(next);
      if (typeof count === 'string') {
        if (count !== 'EAGAIN') outbox.length = 0;
        return;
      }
      if (count === next.length) outbox.shift();
      else outbox[0] = next.subarray(count);
    }
    if (isEnding) {
      isEnding = false;
      socket.close();
    }
  };
  const channel: Channel = {
    onBytes: () => {},
    send: (bytes) => {
      outbox.push(bytes);
      flush();
    },
    end: () => {
      isEnding = true;
      flush();
    },
  };
  socket.watch(() => {
    if (isOver) return;
    if (outbox.length > 0) flush();
    while (!isOver && socket.isReadable) {
      const bytes = socket.receive(TLS_READ_BYTES);
      if (bytes === 'EAGAIN') return;
      isOver = typeof bytes === 'string' || bytes.length === 0;
      channel.onBytes(isOver ? null : (bytes as Uint8Array));
      if (isOver) socket.close();
    }
  });
  return channel;
}

const TLS_READ_BYTES = 65_536;

export class TlsServer implements Channel {
  onBytes: (bytes: Uint8Array | null) => void = () => {};
  readonly #below: Channel;
  readonly #name: string;
  #buffer = new Uint8Array(0);

  constructor(below: Channel, name: string) {
    this.#below = below;
    this.#name = name;
    below.onBytes = (bytes) => {
      if (bytes === null) this.onBytes(null);
      else this.#feed(bytes);
    };
  }

  send(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += RECORD_BYTES_MAX) {
      this.#below.send(record(RECORD.data, bytes.subarray(at, at + RECORD_BYTES_MAX)));
    }
  }

  end(): void {
    this.#below.send(record(RECORD.alert, CLOSE_NOTIFY));
    this.#below.end();
  }

  #feed(bytes: Uint8Array): void {
    this.#buffer = new Uint8Array(concat([this.#buffer, bytes]));
    while (this.#buffer.length >= HEADER_BYTES) {
      const [type = 0, , , high = 0, low = 0] = this.#buffer;
      const length = high * 256 + low;
      if (type < 20 || type > 23) {
        // Somebody who does not speak TLS on this port.
        this.#below.send(
          new TextEncoder().encode('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
        );
        this.#below.end();
        this.#buffer = new Uint8Array(0);
        return;
      }
      if (this.#buffer.length < HEADER_BYTES + length) return;
      const payload = this.#buffer.slice(HEADER_BYTES, HEADER_BYTES + length);
      this.#buffer = this.#buffer.slice(HEADER_BYTES + length);
      this.#take(type, payload);
    }
  }

  #take(type: number, payload: Uint8Array): void {
    if (type === RECORD.data) this.onBytes(payload);
    if (type === RECORD.alert) this.onBytes(null);
    if (type === RECORD.handshake && payload[0] === MESSAGE.clientHello) this.#answer(payload.subarray(1));
  }

  #answer(hello: Uint8Array): void {
    const offered = alpnOf(hello);
    const alpn = offered.includes('http/1.1') ? 'http/1.1' : null;
    const certificate = { ...certificateOf(this.#name), alpn };
    const text = new TextEncoder().encode(JSON.stringify(certificate));
    this.#below.send(record(RECORD.handshake, concat([new Uint8Array([MESSAGE.serverHello]), text])));
  }
}

function alpnOf(hello: Uint8Array): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(hello));
    if (typeof parsed !== 'object' || parsed === null || !('alpn' in parsed) || !Array.isArray(parsed.alpn)) return [];
    return parsed.alpn.filter((item): item is string => typeof item === 'string');
  } catch {
    // Not our module's hello: it offers nothing.
    return [];
  }
}

interface Certificate {
  readonly names: readonly string[];
  /** Why nobody should trust it, as OpenSSL says it; '' all is well. */
  readonly fault: string;
}

/** Hosts that are there to show what a bad certificate does. */
const BAD: Readonly<Record<string, Certificate>> = {
  'expired.badssl.com': { names: ['*.badssl.com'], fault: 'certificate has expired' },
  'self-signed.badssl.com': { names: ['*.badssl.com'], fault: 'self-signed certificate' },
  'untrusted-root.badssl.com': { names: ['*.badssl.com'], fault: 'self-signed certificate in certificate chain' },
  'wrong.host.badssl.com': { names: ['*.badssl.com'], fault: '' },
};

function certificateOf(name: string): Certificate {
  return BAD[name] ?? { names: [name, `*.${name}`], fault: '' };
}

function record(type: number, payload: Uint8Array): Uint8Array {
  return concat([new Uint8Array([type, 3, 3, payload.length >> 8, payload.length & 255]), payload]);
}
