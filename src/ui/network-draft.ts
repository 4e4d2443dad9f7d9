/** The network of a scenario as a form holds it: texts, as they are typed. What they may be only `scenario/network.ts` knows. */
import {
  DEFAULT_NETWORK,
  type HostPlan,
  type HostState,
  type NetworkPlan,
  type PagePlan,
} from '../lib/network-plan.ts';
import { readNetworkFile } from '../scenario/network.ts';

export interface PageDraft {
  readonly path: string;
  readonly status: string;
  readonly delayMs: string;
  readonly failures: string;
  readonly type: string;
  readonly body: string;
}

export interface HostDraft {
  readonly name: string;
  readonly state: HostState;
  /** '' as by default. */
  readonly latencyMs: string;
  readonly pages: readonly PageDraft[];
}

export interface NetworkDraft {
  readonly latencyMs: string;
  readonly jitterMs: string;
  readonly bandwidth: string;
  readonly loss: string;
  readonly hosts: readonly HostDraft[];
}

export const NEW_PAGE: PageDraft = { path: '/', status: '200', delayMs: '0', failures: '0', type: '', body: '' };

/** With a name that no other host has. */
export function newHost({ hosts }: NetworkDraft): HostDraft {
  const names = hosts.map(({ name }) => name);
  const free = ['api.example', ...hosts.map((_, index) => `api${index + 2}.example`)].find(
    (name) => !names.includes(name),
  );
  return { name: free ?? '', state: 'up', latencyMs: '', pages: [NEW_PAGE] };
}

export function draftOf({ bandwidth, hosts, jitterMs, latencyMs, loss }: NetworkPlan = DEFAULT_NETWORK): NetworkDraft {
  return {
    latencyMs: textOf(latencyMs),
    jitterMs: String(jitterMs),
    bandwidth: String(bandwidth),
    loss: String(loss),
    hosts: hosts.map(draftOfHost),
  };
}

function draftOfHost({ latencyMs, name, pages, state }: HostPlan): HostDraft {
  return { name, state, latencyMs: textOf(latencyMs), pages: pages.map(draftOfPage) };
}

function draftOfPage({ body, delayMs, failures, path, status, type }: PagePlan): PageDraft {
  return { path, status: String(status), delayMs: String(delayMs), failures: String(failures), type, body };
}

const textOf = (value: number | null): string => (value === null ? '' : String(value));

export type ReadDraft =
  | { readonly ok: true; readonly network: NetworkPlan }
  /** `sentence`: which field of the form is wrong, and what it may be. */
  | { readonly ok: false; readonly sentence: string };

export function readDraft(draft: NetworkDraft): ReadDraft {
  const { bandwidth, hosts, jitterMs, latencyMs, loss } = draft;
  const read = readNetworkFile(
    JSON.stringify({
      latencyMs: numberOf(latencyMs),
      jitterMs: numberOf(jitterMs),
      bandwidth: numberOf(bandwidth),
      loss: numberOf(loss),
      hosts: hosts.map((host) => ({
        name: host.name.trim(),
        state: host.state,
        latencyMs: numberOf(host.latencyMs),
        pages: host.pages.map((page) => ({
          path: page.path.trim(),
          status: numberOf(page.status),
          delayMs: numberOf(page.delayMs),
          failures: numberOf(page.failures),
          type: page.type,
          body: page.body,
        })),
      })),
    }),
  );
  return read.ok ? read : { ok: false, sentence: inWords(read.sentence, draft) };
}

/** Nothing is as by default; what is no number is handed on as it is, to be refused by name. */
function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : trimmed;
}

/** What each field is called in the form. */
export const LABELS = {
  latencyMs: 'Latency, ms',
  jitterMs: 'Jitter, ms',
  bandwidth: 'Bandwidth, kB/s',
  loss: 'Loss, 0 to 1',
  name: 'Host',
  state: 'What it does',
  path: 'Path',
  status: 'Status',
  delayMs: 'Thinks for, ms',
  failures: 'First answers with 503',
  type: 'Content type',
  body: 'Body',
} as const;

/** `"hosts[0].pages[1].status" must be…` as `Status of page 2 of api.example must be…`. */
function inWords(sentence: string, { hosts }: NetworkDraft): string {
  return sentence.replace(/^"([^"]*)"/, (_, path: string) => {
    const [, host, page] = /hosts\[(\d+)\](?:\.pages\[(\d+)\])?/.exec(path) ?? [];
    const key = /\w+$/.exec(path)?.[0] ?? '';
    const label = key in LABELS ? LABELS[key as keyof typeof LABELS] : key;
    if (host === undefined) return label;
    const { name = '' } = hosts[Number(host)] ?? {};
    const of = name.trim() === '' ? `host ${Number(host) + 1}` : name.trim();
    return page === undefined ? `${label} of ${of}` : `${label} of page ${Number(page) + 1} of ${of}`;
  });
}
