/**
 * The network in a scenario's settings, as JSON: in a link (since version 2), in `scenario.loop.json`, and alone as the
 * `network.json` beside a program. Everywhere the same names as in `lib/network-plan.ts`; what is as by default may be left out.
 */
import { DEFAULT_NETWORK, HOST_STATES, type HostPlan, type NetworkPlan, type PagePlan } from '../lib/network-plan.ts';
import { amount, choice, type Field, fault, list, member, optional, rootField, text, whole, word } from './fields.ts';
import { type Json, type JsonObject, parseJson, unless, unlessNone } from './json.ts';
import { LIMITS } from './limits.ts';

/** Small letters, so that a name is written in one way only. */
const HOST_NAME = /^[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?$/;
const PATH = /^\/[!-~]*$/;
const CONTENT_TYPE = /^[ -~]*$/;

const PAGE: Omit<PagePlan, 'path'> = { status: 200, type: '', body: '', delayMs: 0, failures: 0 };
const HOST: Omit<HostPlan, 'name'> = { state: 'up', latencyMs: null, pages: [] };

/** What each field may be, for people. */
const ALLOWED: Readonly<Record<string, string>> = {
  latencyMs: 'a number from 0 to 60,000',
  jitterMs: 'a number from 0 to 60,000',
  bandwidth: 'a whole number of kilobytes a second, 0 (no limit) to 10,000,000',
  loss: 'a number from 0 to 1',
  hosts: 'a list of at most 16 hosts',
  name: 'a name that no other host of the list has, in small letters, digits and _ . -',
  state: `one of ${HOST_STATES.join(', ')}`,
  pages: 'a list of pages, at most 64 for all hosts together',
  path: 'a text of at most 500 ASCII characters that begins with / and has no spaces',
  status: 'a whole number from 200 to 599',
  type: 'a text of at most 100 printable ASCII characters',
  body: 'a text of at most 100,000 characters',
  delayMs: 'a number from 0 to 3,600,000',
  failures: 'a whole number from 0 to 1,000',
};

export type ReadNetwork =
  | { readonly ok: true; readonly network: NetworkPlan }
  | { readonly ok: false; readonly sentence: string };

/** Reads a `network.json`. The sentence says which field is wrong, and what it may be. */
export function readNetworkFile(text: string): ReadNetwork {
  if (text.length > LIMITS.jsonBytesMax) return { ok: false, sentence: 'It is longer than 256 KiB.' };
  const parsed = parseJson(text.replace(/^\ufeff/, ''));
  if (parsed.kind === 'too big') return { ok: false, sentence: 'It holds far more than a network may.' };
  if (parsed.kind === 'not JSON') return { ok: false, sentence: 'It is not JSON.' };
  const root = rootField(parsed.value);
  const network = readNetwork(root);
  const [path] = root.faults;
  return path === undefined ? { ok: true, network } : { ok: false, sentence: sentenceFor(path) };
}

function sentenceFor(path: string): string {
  const allowed = ALLOWED[/\w+$/.exec(path)?.[0] ?? ''];
  return allowed === undefined
    ? `${path === '' ? 'It' : `"${path}"`} must be an object.`
    : `"${path}" must be ${allowed}.`;
}

export function readNetwork(field: Field): NetworkPlan {
  return {
    latencyMs: optionalLatency(field),
    jitterMs: optional(member(field, 'jitterMs'), DEFAULT_NETWORK.jitterMs, (jitter) =>
      amount(jitter, 0, LIMITS.latencyMsMax),
    ),
    bandwidth: optional(member(field, 'bandwidth'), DEFAULT_NETWORK.bandwidth, (bandwidth) =>
      whole(bandwidth, 0, LIMITS.bandwidthMax),
    ),
    loss: optional(member(field, 'loss'), DEFAULT_NETWORK.loss, (loss) => amount(loss, 0, 1)),
    hosts: optional(member(field, 'hosts'), DEFAULT_NETWORK.hosts, readHosts),
  };
}

/** The inverse of `readNetwork`. */
export function shortNetwork({ latencyMs, jitterMs, bandwidth, loss, hosts }: NetworkPlan): JsonObject {
  return {
    latencyMs: latencyMs ?? undefined,
    jitterMs: unless(jitterMs, DEFAULT_NETWORK.jitterMs),
    bandwidth: unless(bandwidth, DEFAULT_NETWORK.bandwidth),
    loss: unless(loss, DEFAULT_NETWORK.loss),
    hosts: unlessNone(hosts.map(shortHost)),
  };
}

function readHosts(field: Field): readonly HostPlan[] {
  const names = new Set<string>();
  let pagesLeft: number = LIMITS.pagesMax;
  return list(field, 0, LIMITS.hostsMax).map((item) => {
    const nameField = member(item, 'name');
    const name = word(nameField, LIMITS.hostNameLengthMax, HOST_NAME);
    if (names.has(name)) fault(nameField, name);
    names.add(name);
    const pages = optional<readonly PagePlan[]>(member(item, 'pages'), HOST.pages, (given) =>
      list(given, 0, pagesLeft).map(readPage),
    );
    pagesLeft -= pages.length;
    const state = optional(member(item, 'state'), HOST.state, (given) => choice(given, HOST_STATES));
    return { name, state, latencyMs: optionalLatency(item), pages };
  });
}

function readPage(field: Field): PagePlan {
  return {
    path: word(member(field, 'path'), LIMITS.pathLengthMax, PATH),
    status: optional(member(field, 'status'), PAGE.status, (status) => whole(status, 200, 599)),
    type: optional(member(field, 'type'), PAGE.type, (type) => word(type, LIMITS.contentTypeLengthMax, CONTENT_TYPE)),
    body: optional(member(field, 'body'), PAGE.body, (body) => text(body, LIMITS.bodyLengthMax)),
    delayMs: optional(member(field, 'delayMs'), PAGE.delayMs, (delay) => amount(delay, 0, LIMITS.delayMsMax)),
    failures: optional(member(field, 'failures'), PAGE.failures, (failures) => whole(failures, 0, LIMITS.failuresMax)),
  };
}

function optionalLatency(field: Field): number | null {
  return optional<number | null>(member(field, 'latencyMs'), null, (latency) =>
    amount(latency, 0, LIMITS.latencyMsMax),
  );
}

function shortHost({ name, state, latencyMs, pages }: HostPlan): Json {
  return {
    name,
    state: unless(state, HOST.state),
    latencyMs: latencyMs ?? undefined,
    pages: unlessNone(pages.map(shortPage)),
  };
}

function shortPage({ path, status, type, body, delayMs, failures }: PagePlan): Json {
  return {
    path,
    status: unless(status, PAGE.status),
    type: unless(type, PAGE.type),
    body: unless(body, PAGE.body),
    delayMs: unless(delayMs, PAGE.delayMs),
    failures: unless(failures, PAGE.failures),
  };
}
