/** HTTP/1.1 as bytes (RFC 9112): requests are read, responses are written. Header names are kept as they came. */

export type Headers = readonly (readonly [name: string, value: string])[];

export interface Request {
  readonly method: string;
  /** As it was sent: path and query. */
  readonly target: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

export interface Response {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
  /** Each chunk goes on its way so many seconds after the one before; one chunk is sent with its length. */
  readonly chunks?: readonly Uint8Array[];
  readonly chunkSeconds?: number;
}

const HEAD_BYTES_MAX = 65_536;
const HEAD_END = [13, 10, 13, 10];

export function headerOf(headers: Headers, name: string): string | null {
  const lower = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === lower)?.[1] ?? null;
}

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: Request; readonly used: number }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'bad' };

/** The first request in `bytes`. `used`: how many bytes it takes. */
export function readRequest(bytes: Uint8Array): ReadRequest {
  const end = indexOfBytes(bytes, HEAD_END);
  if (end < 0) return { kind: bytes.length > HEAD_BYTES_MAX ? 'bad' : 'incomplete' };
  const [first = '', ...lines] = new TextDecoder('latin1').decode(bytes.subarray(0, end)).split('\r\n');
  const start = /^([A-Z]+) (\S+) HTTP\/1\.[01]$/.exec(first);
  if (start === null) return { kind: 'bad' };
  const headers = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const rest = bytes.subarray(end + HEAD_END.length);
  const body = readBody(headers, rest);
  if (body === null) return { kind: 'incomplete' };
  const request = { method: start[1] ?? '', target: start[2] ?? '', headers, body: body.bytes };
  return { kind: 'request', request, used: end + HEAD_END.length + body.used };
}

function readBody(headers: Headers, rest: Uint8Array): { readonly bytes: Uint8Array; readonly used: number } | null {
  if (headerOf(headers, 'Transfer-Encoding')?.toLowerCase() === 'chunked') return readChunks(rest);
  const length = Number(headerOf(headers, 'Content-Length') ?? 0);
  return rest.length < length ? null : { bytes: rest.slice(0, length), used: length };
}

function readChunks(rest: Uint8Array): { readonly bytes: Uint8Array; readonly used: number } | null {
  const parts: Uint8Array[] = [];
  for (let at = 0; ; ) {
    const line = indexOfBytes(rest.subarray(at), [13, 10]);
    if (line < 0) return null;
    const size = Number.parseInt(new TextDecoder().decode(rest.subarray(at, at + line)), 16) || 0;
    const start = at + line + 2;
    if (rest.length < start + size + 2) return null;
    at = start + size + 2;
    if (size === 0) return { bytes: concat(parts), used: at };
    parts.push(rest.slice(start, start + size));
  }
}

/** The head and the body, or the head of a chunked response whose chunks follow. */
export function writeResponse({ status, headers, body, chunks }: Response, isHead: boolean): Uint8Array {
  const length =
    chunks === undefined
      ? [['Content-Length', String(body.length)] as const]
      : [['Transfer-Encoding', 'chunked'] as const];
  const hasBody = !isHead && status !== 204 && status !== 304 && status >= 200;
  const all = status === 101 ? headers : [...headers, ...length];
  const head = [`HTTP/1.1 ${status} ${reasonOf(status)}`, ...all.map(([name, value]) => `${name}: ${value}`)];
  const text = new TextEncoder().encode(`${head.join('\r\n')}\r\n\r\n`);
  return hasBody && chunks === undefined ? concat([text, body]) : text;
}

export function writeChunk(chunk: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  return concat([encoder.encode(`${chunk.length.toString(16)}\r\n`), chunk, encoder.encode('\r\n')]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function indexOfBytes(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

export function reasonOf(status: number): string {
  return REASONS[status] ?? 'Unknown';
}

const REASONS: Readonly<Record<number, string>> = {
  100: 'Continue',
  101: 'Switching Protocols',
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  305: 'Use Proxy',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Requested Range Not Satisfiable',
  417: 'Expectation Failed',
  418: "I'm a teapot",
  422: 'Unprocessable Entity',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  511: 'Network Authentication Required',
};
