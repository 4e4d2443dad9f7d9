/** A service that tells what it was asked, by the paths that tutorials know from httpbin. */
import { Prng } from '../../../lib/prng.ts';
import { headerOf, type Request, type Response } from './http.ts';
import { failed, html, json, respond } from './respond.ts';
import { type Answer, type Asked, decoded } from './sites.ts';

/** The longest that `/delay` waits, in seconds. */
const DELAY_MAX = 10;
const BYTES_MAX = 1_000_000;
const ORIGIN = '192.168.1.20';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

type Handler = (asked: Asked, rest: readonly string[]) => Response | Answer;

const METHODS: Readonly<Record<string, string>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
};

const HANDLERS: Readonly<Record<string, Handler>> = {
  '': (asked) =>
    html(
      `<!doctype html>\n<html><head><title>${asked.host}</title></head><body><h1>${asked.host}</h1></body></html>\n`,
    ),
  anything: (asked) => json({ ...told(asked), method: asked.request.method }),
  base64: (_asked, [text = '']) => respond(200, 'text/html; charset=utf-8', fromBase64(text)),
  'basic-auth': basicAuth,
  bearer: (asked) => {
    const token = /^Bearer (.+)$/.exec(headerOf(asked.request.headers, 'Authorization') ?? '')?.[1];
    return token === undefined ? failed(401, [['WWW-Authenticate', 'Bearer']]) : json({ authenticated: true, token });
  },
  bytes: (asked, [count = '0']) => respond(200, 'application/octet-stream', randomBytes(asked, count)),
  cookies: (asked, rest) => cookies(asked, rest),
  delay: (asked, [seconds = '0']) => ({
    seconds: Math.max(0, Math.min(Number(seconds) || 0, DELAY_MAX)),
    response: json(told(asked)),
  }),
  headers: ({ request }) => json({ headers: headersOf(request) }),
  html: () =>
    html(
      '<!doctype html>\n<html>\n  <body>\n    <h1>A chapter</h1>\n    <p>It was a long night at the harbour.</p>\n  </body>\n</html>\n',
    ),
  image: () => respond(200, 'image/png', fromBase64(PIXEL)),
  ip: () => json({ origin: ORIGIN }),
  json: () =>
    json({
      slideshow: {
        author: 'Yours Truly',
        date: 'date of publication',
        slides: [
          { title: 'Wake up to WonderWidgets!', type: 'all' },
          { items: ['Why WonderWidgets are great', 'Who buys WonderWidgets'], title: 'Overview', type: 'all' },
        ],
        title: 'Sample Slide Show',
      },
    }),
  redirect: (asked, [count = '1']) => redirect(Number(count) > 1 ? `/redirect/${Number(count) - 1}` : '/get', asked),
  'redirect-to': (asked) => redirect(asked.query.get('url') ?? '/get', asked),
  'response-headers': (asked) => json(Object.fromEntries(asked.query), 200, [...asked.query]),
  'robots.txt': () => respond(200, 'text/plain', 'User-agent: *\nDisallow: /deny\n'),
  status: (asked, [codes = '200']) => status(asked, codes),
  stream: (asked, [count = '1']) => stream(asked, Number(count)),
  'user-agent': ({ request }) => json({ 'user-agent': headerOf(request.headers, 'User-Agent') }),
  uuid: ({ chance }) => json({ uuid: uuid(chance) }),
  xml: () => respond(200, 'application/xml', '<?xml version="1.0"?>\n<note><to>You</to><body>Hello</body></note>\n'),
};

export function httpBinAnswer(asked: Asked): Response | Answer {
  const [name = '', ...rest] = asked.path.split('/').slice(1);
  const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
  if (method !== undefined) {
    const isAllowed = asked.request.method === method || (method === 'GET' && asked.request.method === 'HEAD');
    return isAllowed ? json(told(asked)) : failed(405);
  }
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  return handler === undefined ? failed(404) : handler(asked, rest);
}

function urlOf({ scheme, host, request }: Asked): string {
  return `${scheme}://${host}${request.target}`;
}

/** What httpbin tells of a request. */
function told(asked: Asked): Record<string, unknown> {
  const { request, query } = asked;
  const base = { args: Object.fromEntries(query), headers: headersOf(request), origin: ORIGIN, url: urlOf(asked) };
  if (request.method === 'GET' || request.method === 'HEAD') return base;
  const text = new TextDecoder().decode(request.body);
  const isForm = (headerOf(request.headers, 'Content-Type') ?? '').startsWith('application/x-www-form-urlencoded');
  return {
    args: base.args,
    data: isForm ? '' : text,
    files: {},
    form: isForm ? formOf(text) : {},
    headers: base.headers,
    json: parsed(text, isForm),
    origin: ORIGIN,
    url: base.url,
  };
}

function headersOf({ headers }: Request): Record<string, string> {
  const sorted = [...headers].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.filter(([name]) => name.toLowerCase() !== 'connection'));
}

function formOf(text: string): Record<string, string> {
  const pairs = text.split('&').filter((part) => part !== '');
  return Object.fromEntries(pairs.map((part) => part.split('=', 2).map(decoded)));
}

function parsed(text: string, isForm: boolean): unknown {
  if (isForm || text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: httpbin says null.
    return null;
  }
}

function basicAuth({ request }: Asked, [user = '', password = '']: readonly string[]): Response {
  const given = /^Basic (.+)$/.exec(headerOf(request.headers, 'Authorization') ?? '')?.[1];
  if (given !== btoa(`${user}:${password}`)) return failed(401, [['WWW-Authenticate', 'Basic realm="Fake Realm"']]);
  return json({ authenticated: true, user });
}

function cookies({ request, query }: Asked, [action]: readonly string[]): Response {
  if (action === 'set') {
    const set = [...query].map(([key, value]) => ['Set-Cookie', `${key}=${value}; Path=/`] as const);
    return { ...respond(302, 'text/html; charset=utf-8', '', [...set, ['Location', '/cookies']]) };
  }
  const pairs = (headerOf(request.headers, 'Cookie') ?? '').split(/; */).filter((part) => part.includes('='));
  return json({ cookies: Object.fromEntries(pairs.map((part) => part.split('=', 2))) });
}

function redirect(to: string, asked: Asked): Response {
  const code = Number(asked.query.get('status_code') ?? 302);
  return respond(code, 'text/html; charset=utf-8', '', [['Location', to]]);
}

function status(asked: Asked, codes: string): Response {
  const options = codes
    .split(',')
    .map(Number)
    .filter((code) => Number.isInteger(code) && code >= 200 && code < 600);
  if (options.length === 0) return failed(400);
  const code = asked.chance.pick(options);
  const more = code >= 301 && code <= 308 && code !== 304 ? [['Location', '/redirect/1'] as const] : [];
  if (code === 418) return respond(418, 'text/plain', "I'm a teapot\n", more);
  return respond(code, 'text/html; charset=utf-8', '', more);
}

function stream(asked: Asked, count: number): Response {
  const lines = Array.from({ length: Math.max(0, Math.min(count || 0, 100)) }, (_, id) =>
    new TextEncoder().encode(`${JSON.stringify({ id, url: urlOf(asked) })}\n`),
  );
  return { ...respond(200, 'application/json', ''), chunks: lines, chunkSeconds: 0.05 };
}

function randomBytes({ query, chance }: Asked, count: string): Uint8Array {
  const seed = query.get('seed');
  const source = seed === undefined ? chance : new Prng(Number(seed) >>> 0);
  return Uint8Array.from({ length: Math.max(0, Math.min(Number(count) || 0, BYTES_MAX)) }, () => source.below(256));
}

function uuid(chance: Prng): string {
  const digits = Array.from({ length: 32 }, () => chance.below(16));
  digits[12] = 4;
  digits[16] = 8 + ((digits[16] ?? 0) & 3);
  const text = digits.map((digit) => digit.toString(16)).join('');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}

function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(decoded(text).replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
  } catch {
    return new TextEncoder().encode('Incorrect Base64 data try: SFRUUEJJTiBpcyBhd2Vzb21l');
  }
}
