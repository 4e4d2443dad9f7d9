/** Short ways to write responses. */
import { type Headers, type Response, reasonOf } from './http.ts';

export function respond(status: number, type: string, body: string | Uint8Array, more: Headers = []): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const named = status === 204 || status === 304 ? [] : [['Content-Type', type] as const];
  return { status, headers: [...named, ['Server', 'loopscope'], ...more], body: bytes };
}

export function html(text: string, status = 200): Response {
  return respond(status, 'text/html; charset=utf-8', text);
}

/** As httpbin and most tutorials' services print it: indented by two, and a line end. */
export function json(value: unknown, status = 200, more: Headers = []): Response {
  return respond(status, 'application/json', `${JSON.stringify(value, null, 2)}\n`, more);
}

/** An error with a page that names it. */
export function failed(status: number, more: Headers = []): Response {
  const title = `${status} ${reasonOf(status)}`;
  return respond(
    status,
    'text/html; charset=utf-8',
    `<!doctype html>\n<html>\n<head><title>${title}</title></head>\n<body><h1>${title}</h1></body>\n</html>\n`,
    more,
  );
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
