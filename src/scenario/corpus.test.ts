/**
 * Links that were shared once and must open for ever, each beside the scenario it opens. Removing
 * one needs a written reason. `mangled-` came through a chat or mail program, `foreign-` was not
 * written by our encoder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromBase64url, inflate } from './codec.ts';
import { canonicalJson } from './json.ts';
import { decodeLink, encodeLink } from './link.ts';
import type { Scenario } from './scenario.ts';
import { shortForm } from './schema.ts';
import { CURRENT_VERSION } from './upgraders.ts';

const linksOf = (version: number) => new URL(`./links/v${version}/`, import.meta.url);
const readText = (name: string, version: number) => readFileSync(new URL(name, linksOf(version)), 'utf8');
const namesOf = (version: number) =>
  readdirSync(linksOf(version))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => name.slice(0, -'.txt'.length));
const versions = Array.from({ length: CURRENT_VERSION }, (_, index) => index + 1);

const LINKS_LEAST = 20;

describe.each(versions)('version %i', (version) => {
  const names = namesOf(version);

  test('has its links, each with its scenario', () => {
    expect(names.length).toBeGreaterThanOrEqual(LINKS_LEAST);
    const goldens = readdirSync(linksOf(version)).filter((name) => name.endsWith('.json'));
    expect(goldens.sort()).toEqual(names.map((name) => `${name}.json`).sort());
  });

  test('has all sorts: outside ASCII, empty, as long as may be, hand-mangled, and written by others', () => {
    for (const sort of [/^greek/, /^empty/, /^maximal/, /^mangled-/, /^foreign-/])
      expect(names.filter((name) => sort.test(name)).length).toBeGreaterThan(0);
  });

  test.each(names)('%s opens the scenario beside it', async (name) => {
    const golden: Scenario = JSON.parse(readText(`${name}.json`, version));
    const opened = await decodeLink(readText(`${name}.txt`, version));
    expect(opened).toEqual({ ok: true, kind: 'scenario', scenario: golden });
  });

  test.each(names)('%s is written again in the same version, the oldest that can hold it', async (name) => {
    const golden: Scenario = JSON.parse(readText(`${name}.json`, version));
    const written = await encodeLink(golden);
    if (!written.ok) throw new Error(written.sentence);
    expect(written.hash).toMatch(new RegExp(`^#${version}[\\w-]+z$`));
    expect(await decodeLink(written.hash)).toEqual({
      ok: true,
      kind: 'scenario',
      scenario: golden,
    });
  });
});

// The compressed bytes may differ from one browser's zlib to another's; what is in them may not.
const ours = versions.flatMap((version) =>
  namesOf(version)
    .filter((name) => !/^(?:mangled|foreign)-/.test(name))
    .map((name) => [version, name] as const),
);
test.each(ours)('the encoder still writes v%i/%s with the same JSON', async (version, name) => {
  const golden: Scenario = JSON.parse(readText(`${name}.json`, version));
  const payload = readText(`${name}.txt`, version).trim().slice(2, -1);
  const unpacked = await inflate(fromBase64url(payload) ?? new Uint8Array());
  if (unpacked.kind !== 'inflated') throw new Error(unpacked.kind);
  expect(new TextDecoder().decode(unpacked.bytes)).toBe(canonicalJson(shortForm(golden)));
});
