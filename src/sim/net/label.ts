/** A few words for a message, from its bytes: what a person would say that it is. */

const TEXT_MAX = 40;
const REQUEST = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|CONNECT|TRACE) (\S{1,200}) HTTP\/1\.[01]\r?$/;
const RESPONSE = /^HTTP\/1\.[01] (\d{3}(?: [^\r]{0,60})?)\r?$/;
/** TLS record types, as in RFC 8446. */
const TLS_NAMES: Readonly<Record<number, string>> = { 20: 'TLS', 21: 'TLS alert', 22: 'TLS handshake', 23: 'TLS data' };
const TLS_HEADER = 5;
const TLS_DATA = 23;
const FRAME_NAMES: Readonly<Record<number, string>> = {
  0: '…',
  2: 'ws binary',
  8: 'ws close',
  9: 'ws ping',
  10: 'ws pong',
};
const TEXT_FRAME = 1;

export function labelOf(bytes: Uint8Array): string {
  const record = bytes.length > TLS_HEADER && bytes[1] === 3 ? TLS_NAMES[bytes[0] ?? 0] : undefined;
  if (record !== undefined) {
    return bytes[0] === TLS_DATA ? labelOf(bytes.subarray(TLS_HEADER)) : record;
  }
  return frameLabel(bytes) ?? textLabel(bytes);
}

function textLabel(bytes: Uint8Array): string {
  const text = latin1(bytes.subarray(0, 300));
  const [first = ''] = text.split('\n', 1);
  const request = REQUEST.exec(first);
  if (request !== null) return cut(`${request[1]} ${request[2]}`);
  const response = RESPONSE.exec(first);
  if (response !== null) return cut(response[1] ?? '');
  return cut(shown(new TextDecoder().decode(bytes.subarray(0, TEXT_MAX * 4))));
}

/** A WebSocket frame (RFC 6455) that is the whole message. */
function frameLabel(bytes: Uint8Array): string | null {
  const [head = 0, second = 0] = bytes;
  if ((head & 0x70) !== 0 || bytes.length < 2 || (head & 0x80) === 0) return null;
  const short = second & 0x7f;
  const wide = short === 126 ? 2 : short === 127 ? 8 : 0;
  let length = wide === 0 ? short : 0;
  for (let at = 0; at < wide; at++) length = length * 256 + (bytes[2 + at] ?? 0);
  const isMasked = (second & 0x80) !== 0;
  const start = 2 + wide + (isMasked ? 4 : 0);
  if (bytes.length !== start + length) return null;
  const opcode = head & 15;
  if (opcode !== TEXT_FRAME) return FRAME_NAMES[opcode] ?? null;
  const payload = bytes.slice(start, start + TEXT_MAX * 4);
  if (isMasked)
    for (let at = 0; at < payload.length; at++) payload[at] = (payload[at] ?? 0) ^ (bytes[start - 4 + (at & 3)] ?? 0);
  return cut(`ws ${shown(new TextDecoder().decode(payload))}`);
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Line ends as `\n`, other control characters and broken UTF-8 as dots. */
function shown(text: string): string {
  return text.replace(/\r?\n/g, '\\n').replace(/[\p{Cc}\ufffd]/gu, '·');
}

function cut(text: string): string {
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX - 1)}…`;
}
