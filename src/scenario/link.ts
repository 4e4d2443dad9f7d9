/**
 * Links, format LSL1: scenario to fragment and back. Decoding expects hostile input: it is total,
 * bounded in time and memory, and every failure is a value with a code and a sentence. Decoding
 * never runs anything and asks no network.
 */
import { type Budget, budgetFor } from './budget.ts';
import { deflate, fromBase64url, inflate, toBase64url } from './codec.ts';
import { type GalleryLink, parseHash, TERMINATOR } from './hash.ts';
import { canonicalJson, parseJson } from './json.ts';
import { LIMITS } from './limits.ts';
import { type Problem, problem } from './problem.ts';
import type { Scenario } from './scenario.ts';
import { type Read, readScenario, shortForm, versionFor } from './schema.ts';
import { readVersion } from './upgraders.ts';

export type DecodeResult =
  | {
      readonly ok: true;
      readonly kind: 'scenario';
      readonly scenario: Scenario;
    }
  | ({ readonly ok: true; readonly kind: 'gallery' } & GalleryLink)
  | Problem;

export type EncodeResult =
  | {
      readonly ok: true;
      readonly hash: string;
      /** Of the whole address: `base` and the fragment. */
      readonly length: number;
      readonly budget: Budget;
    }
  | {
      readonly ok: false;
      readonly code: 'TOO_LONG';
      readonly length: number;
      readonly sentence: string;
    }
  | Problem;

/** Opens any fragment, pasted address or gallery link. An absent link is `EMPTY`. */
export async function decodeLink(hash: string): Promise<DecodeResult> {
  const parsed = parseHash(hash);
  if (parsed.kind === 'none') return problem('EMPTY');
  if (parsed.kind === 'broken') return parsed.problem;
  if (parsed.kind === 'gallery') return { ok: true, ...parsed };
  const bytes = fromBase64url(parsed.payload);
  if (bytes === null) return problem('CHECKSUM');
  const inflated = await inflate(bytes);
  if (inflated.kind === 'too big') return problem('TOO_BIG');
  if (inflated.kind === 'damaged') return problem('CHECKSUM');
  const read = readBytes(inflated.bytes, parsed.version);
  return read.ok ? { ok: true, kind: 'scenario', scenario: read.scenario } : read;
}

/** `base` is the address before the `#`, counted because QR codes and chats hold all of it. */
export async function encodeLink(scenario: Scenario, base = ''): Promise<EncodeResult> {
  const short = shortForm(scenario);
  const version = versionFor(scenario);
  const check = readScenario(short, version);
  if (!check.ok) return check;
  const bytes = new TextEncoder().encode(canonicalJson(short));
  if (bytes.length > LIMITS.jsonBytesMax) return tooLong(bytes.length);
  const hash = `#${version}${toBase64url(await deflate(bytes))}${TERMINATOR}`;
  const length = base.length + hash.length;
  const budget = budgetFor(length);
  return budget === undefined ? tooLong(length) : { ok: true, hash, length, budget };
}

function readBytes(bytes: Uint8Array, version: number): Read {
  const text = decodedUtf8(bytes);
  const parsed = text === null ? null : parseJson(text);
  if (parsed?.kind === 'too big') return problem('TOO_BIG');
  return parsed?.kind === 'parsed' ? readVersion(parsed.value, version) : problem('JSON');
}

function decodedUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tooLong(length: number): EncodeResult {
  const sentence = `This scenario needs ${length.toLocaleString('en')} characters, and links stop at 16,000. Save it as a file and send that instead.`;
  return { ok: false, code: 'TOO_LONG', length, sentence };
}
