/** Which host answers what. A host that nobody has planned is one of the few that lectures use, or shows a page of its own. */

import type { HostPlan, PagePlan } from '../../../lib/network-plan.ts';
import type { Prng } from '../../../lib/prng.ts';
import { gitHubAnswer } from './github.ts';
import { headerOf, type Request, type Response } from './http.ts';
import { httpBinAnswer } from './httpbin.ts';
import { exampleDomain, notFoundPage, plainPage, pythonPage } from './pages.ts';
import { placeholderAnswer } from './placeholder.ts';
import { failed, html, json, respond } from './respond.ts';

export interface Answer {
  /** How long the host thinks. */
  readonly seconds: number;
  readonly response: Response;
}

export interface Asked {
  readonly request: Request;
  readonly host: string;
  readonly scheme: 'http' | 'https';
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly chance: Prng;
}

export interface Circumstances {
  readonly chance: Prng;
  readonly scheme: 'http' | 'https';
}

export interface Site {
  answer(request: Request, circumstances: Circumstances): Answer;
}

/** Seconds that a host thinks about an ordinary page: at least, and how much longer at most. */
const THINKING = { least: 0.02, more: 0.1 };

type Answerer = (asked: Asked) => Response | Answer | null;

const KNOWN: readonly (readonly [host: RegExp, answer: Answerer])[] = [
  [/^(www\.)?example\.(com|org|net|edu)$/, exampleDomain],
  [/^(www\.|docs\.)?python\.org$/, pythonPage],
  [/(^|\.)httpbin\.(org|dev)$|^httpbingo\.org$|^nghttp2\.org$|^postman-echo\.com$/, httpBinAnswer],
  [/^jsonplaceholder\.typicode\.com$|^dummyjson\.com$/, placeholderAnswer],
  [/^api\.github\.com$/, gitHubAnswer],
];

export function siteOf(name: string, plan: HostPlan | null): Site {
  const known = KNOWN.find(([host]) => host.test(name))?.[1] ?? null;
  const failures = new Map<PagePlan, number>();
  return {
    answer(request, { chance, scheme }) {
      const asked = { request, host: name, scheme, chance, ...splitTarget(request.target) };
      const planned = plan?.pages.find(({ path }) => isAt(path, asked));
      if (planned !== undefined) return plannedAnswer(planned, failures);
      const seconds = THINKING.least + THINKING.more * chance.next();
      const isSocket = headerOf(request.headers, 'Upgrade')?.toLowerCase() === 'websocket';
      if (isSocket) return { seconds, response: UPGRADED };
      if (plan !== null && plan.pages.length > 0) return { seconds, response: notFoundPage(asked) };
      const given = known?.(asked) ?? anyPage(asked);
      return 'response' in given ? given : { seconds, response: given };
    },
  };
}

const UPGRADED: Response = {
  status: 101,
  headers: [
    ['Upgrade', 'websocket'],
    ['Connection', 'Upgrade'],
  ],
  body: new Uint8Array(0),
};

function isAt(path: string, { path: asked, request }: Asked): boolean {
  if (path.endsWith('*')) return request.target.startsWith(path.slice(0, -1));
  return path === asked || path === request.target;
}

function plannedAnswer(page: PagePlan, failures: Map<PagePlan, number>): Answer {
  const seconds = page.delayMs / 1000;
  const failed503 = failures.get(page) ?? 0;
  if (failed503 < page.failures) {
    failures.set(page, failed503 + 1);
    return { seconds, response: failed(503) };
  }
  return { seconds, response: respond(page.status, page.type === '' ? typeOf(page.body) : page.type, page.body) };
}

function typeOf(body: string): string {
  if (/^\s*[{[]/.test(body)) return 'application/json';
  return /^\s*</.test(body) ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8';
}

/** A host that nobody knows: an API answers JSON, a picture is a picture, the rest is a page. */
function anyPage(asked: Asked): Response {
  const { host, path, query, request } = asked;
  if (/^api\.|\.json$|^\/api(\/|$)/.test(host) || /\.json$|^\/api(\/|$)/.test(path)) {
    return json({ host, path, method: request.method, query: Object.fromEntries(query) });
  }
  if (/\.(png|jpe?g|gif|ico|pdf|zip|bin|iso|mp4)$/i.test(path)) return respond(200, mediaType(path), noise(path));
  if (/\.(txt|md|csv|log)$/i.test(path)) return respond(200, 'text/plain; charset=utf-8', `${host}${path}\n`);
  return html(plainPage(asked));
}

function mediaType(path: string): string {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? '';
  if (extension === 'pdf' || extension === 'zip') return `application/${extension}`;
  if (extension === 'bin' || extension === 'iso') return 'application/octet-stream';
  if (extension === 'mp4') return 'video/mp4';
  return extension === 'jpg' ? 'image/jpeg' : `image/${extension}`;
}

/** 20 to 84 kB that depend on the path alone. */
function noise(path: string): Uint8Array {
  let seed = 0;
  for (const character of path) seed = (seed * 31 + character.charCodeAt(0)) >>> 0;
  return Uint8Array.from({ length: 20_000 + (seed % 64_000) }, (_, index) => (seed + index * 31) & 255);
}

function splitTarget(target: string): { readonly path: string; readonly query: ReadonlyMap<string, string> } {
  const local = target.replace(/^https?:\/\/[^/]+/, '');
  const [path = '/', text = ''] = local.split('?', 2);
  const query = new Map<string, string>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const [key = '', value = ''] = part.split('=', 2);
    query.set(decoded(key), decoded(value));
  }
  return { path: path === '' ? '/' : path, query };
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A stray percent sign stands for itself.
    return text;
  }
}
