/**
 * The decoder against hostile and damaged input: checklist S1 to S4 of the sharing plan, and what
 * of S5 needs no browser. The random part is seeded, so that a failure comes back.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase64url, toBase64url } from './codec.ts';
import { canonicalJson } from './json.ts';
import { decodeLink, encodeLink } from './link.ts';
import { type Scenario, scenarioOf } from './scenario.ts';
import { shortForm } from './schema.ts';
import { CURRENT_VERSION } from './upgraders.ts';

const FOLDERS = [1, 2, 3, 4].map((version) => new URL(`./links/v${version}/`, import.meta.url));
const linksIn = (folder: URL) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.startsWith('mangled-'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8').trim());
const LINKS = FOLDERS.flatMap(linksIn);
const SMALL = LINKS.filter(({ length }) => length < 600);
/** Every bit and every cut of these is tried: twenty of the first version, a few of each later one. */
const FIXTURES = FOLDERS.flatMap((folder, index) =>
  linksIn(folder)
    .filter(({ length }) => length < 500)
    .slice(0, index === 0 ? 20 : 4),
);
const CODES = ['EMPTY', 'TOO_LONG', 'TRUNCATED', 'ALPHABET', 'CHECKSUM', 'TOO_BIG', 'JSON', 'SCHEMA', 'NEWER'];

const packed = (text: string | Uint8Array) => `#${CURRENT_VERSION}${deflateSync(text).toString('base64url')}z`;

/** What a link opens, as comparable text, or its problem, which must have one of the codes. */
async function ending(link: string): Promise<{ readonly name: string; readonly text: string | null }> {
  const result = await decodeLink(link);
  if (result.ok && result.kind === 'gallery') return { name: 'gallery', text: result.slug };
  if (result.ok) return { name: 'scenario', text: canonicalJson(shortForm(result.scenario)) };
  if (!CODES.includes(result.code) || result.sentence === '') throw new Error(`no code for ${link}`);
  return { name: result.code, text: null };
}

async function opened(link: string): Promise<string | null> {
  return (await ending(link)).text;
}

/** A few at a time: unpacking waits for other threads. */
async function forEachLink(links: Iterable<string>, look: (link: string) => Promise<void>): Promise<number> {
  let count = 0;
  let batch: Promise<void>[] = [];
  for (const link of links) {
    count++;
    batch.push(look(link));
    if (batch.length < 64) continue;
    await Promise.all(batch);
    batch = [];
  }
  await Promise.all(batch);
  return count;
}

const VALUE = /"(?:[^"\\]|\\.)*"(?!:)|\d+/g;
const VALUES = [
  'null',
  'true',
  '-1',
  '1e99',
  '""',
  '"__proto__"',
  '[]',
  '{}',
  '[[[[[[[[[]]]]]]]]]',
  '{"__proto__":{"f":[]}}',
];

function jsonOf(link: string): string {
  return inflateSync(fromBase64url(link.slice(2, -1)) ?? new Uint8Array()).toString();
}

/** xorshift32; each call gives a whole number below `limit`. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

function* mutants(count: number): Generator<string> {
  const roll = dice(20_240_229);
  const pick = () => LINKS[roll(LINKS.length)] ?? '';
  const pickSmall = () => SMALL[roll(SMALL.length)] ?? '';
  const anyCharacter = () => String.fromCodePoint(roll(4) === 0 ? roll(0x1_0ffff) : 32 + roll(96));
  const cut = (link: string) => roll(link.length + 1);
  const MUTATORS: readonly ((link: string) => string)[] = [
    (link) => link.slice(0, cut(link)),
    (link) => link.slice(cut(link)),
    (link) => splice(link, cut(link), 1, String.fromCharCode(link.charCodeAt(cut(link)) ^ (1 << roll(8)))),
    (link) => splice(link, cut(link), roll(3), anyCharacter()),
    (link) => splice(link, 2 + roll(40), 1, 'Aa0-_zz'.charAt(roll(7))),
    (link) => encodeURIComponent(link),
    (link) => encodeURIComponent(encodeURIComponent(link)),
    (link) => splice(link, cut(link), 0, pick()),
    () => packed(splice(jsonOf(pickSmall()), roll(400), roll(4), '[]{}",:0-\\nue'.charAt(roll(13)))),
    () =>
      packed(
        jsonOf(pickSmall()).replace(VALUE, (value) => (roll(6) === 0 ? (VALUES[roll(VALUES.length)] ?? '') : value)),
      ),
    (link) => link.slice(0, cut(link)) + pick().slice(cut(link)),
    () =>
      `#${'1g3z/'.charAt(roll(5))}${Array.from({ length: roll(60) }, anyCharacter).join('')}${'z%@'.charAt(roll(4))}`,
    () => `#g/${Array.from({ length: roll(30) }, () => 'abc-.r1@#%2;t=s'.charAt(roll(15))).join('')}`,
  ];
  for (let made = 0; made < count; made++) {
    const mutate = MUTATORS[made % MUTATORS.length];
    if (mutate !== undefined) yield mutate(pick());
  }
}

function splice(text: string, at: number, removed: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at + removed);
}

/** Each payload with each of its bits flipped. */
function* flips(link: string): Generator<string> {
  const bytes = fromBase64url(link.slice(2, -1)) ?? new Uint8Array();
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    yield `${link.slice(0, 2)}${toBase64url(flipped)}z`;
  }
}

function* truncations(link: string): Generator<string> {
  for (let length = 0; length < link.length; length++) yield link.slice(0, length);
}

test('S1: 100,000 damaged links each end in a scenario or a code, every code comes up, and nothing is thrown', {
  timeout: 60_000,
}, async () => {
  const endings = new Set<string>();
  const count = await forEachLink(mutants(100_000), async (link) => {
    endings.add((await ending(link)).name);
  });
  expect(count).toBe(100_000);
  expect([...endings].sort()).toEqual(['scenario', 'gallery', ...CODES].filter((name) => name !== 'TOO_LONG').sort());
});

test('S1: any string at all ends in a code', { timeout: 30_000 }, async () => {
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.webFragments(),
    fc.base64String().map((text) => `#1${text}z`),
    fc.json().map(packed),
    fc.uint8Array().map((bytes) => packed(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(strings, async (text) => {
      await opened(text);
    }),
    { numRuns: 2_000 },
  );
});

/** What repair and the patterns look for, as often as fits. */
const LONG_LINKS = ['.', '_', 'z', ' ', '%41', '%', '\u200b', '–', '@', '#', '(', 'A', '-', '\ud800']
  .map((unit) => unit.repeat(Math.floor(32_000 / unit.length)))
  .flatMap((text) => [text, `#1${text}`, `#1${text}z`, `#1${text}!`, `#g/${text}`, `#g/a@${text}`]);

test('S1: the longest strings take less than 50 ms each, and leave less than 2 MB', {
  timeout: 2 * 50 * LONG_LINKS.length,
}, async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const heap = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  // The first time, code is compiled and the texts themselves are written out.
  for (const link of LONG_LINKS) await opened(link);
  const before = heap();
  for (const link of LONG_LINKS) await opened(link);
  expect(heap() - before).toBeLessThan(2_000_000);
});

test('S2: a flipped bit gives an error or the same scenario, for every bit of thirty-two links', {
  timeout: 60_000,
}, async () => {
  expect(FIXTURES.length).toBe(32);
  for (const link of FIXTURES) {
    const original = await opened(link);
    await forEachLink(flips(link), async (flipped) => {
      const after = await opened(flipped);
      if (after !== null && after !== original) throw new Error(`${flipped} opens another program`);
    });
  }
});

test('story 2: a link cut off anywhere says TRUNCATED, or CHECKSUM where the cut follows a z', {
  timeout: 60_000,
}, async () => {
  for (const link of FIXTURES) {
    await forEachLink(truncations(link), async (cut) => {
      const result = await decodeLink(cut);
      const expected = cut.length < 2 ? ['EMPTY'] : cut.endsWith('z') ? ['CHECKSUM', 'EMPTY'] : ['TRUNCATED'];
      // A link may end in `z_` by chance, and then loses both.
      if (cut.endsWith('z_')) expected.push('CHECKSUM');
      if (result.ok || !expected.includes(result.code)) throw new Error(`${cut} gives ${JSON.stringify(result)}`);
    });
  }
});

const BOMBS = [packed(new Uint8Array(6_100_000)), packed(new Uint8Array(24_000_000))];

test.each(BOMBS)('S3: a bomb is TOO_BIG within 200 ms', { timeout: 200 }, async (bomb) => {
  expect(await decodeLink(bomb)).toMatchObject({ ok: false, code: 'TOO_BIG' });
});

test('S3: 64 bombs of 8 KB and 32 KB, 963 MB when unpacked, do not stay in memory', async () => {
  expect(BOMBS.map(({ length }) => length)).toEqual([expect.closeTo(8_000, -3), expect.closeTo(31_500, -3)]);
  const before = process.memoryUsage();
  const links = Array.from({ length: 64 }, (_, index) => BOMBS[index % 2] ?? '');
  await forEachLink(links, async (bomb) => {
    await opened(bomb);
  });
  const after = process.memoryUsage();
  expect(after.heapUsed + after.external - before.heapUsed - before.external).toBeLessThan(100_000_000);
});

test('S4: hostile keys at every level reach neither the scenario nor any prototype', async () => {
  const POISON = '"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"prototype":{"x":1},"toString":1';
  const json = `{${POISON},"f":[["main.py",""]],"s":{${POISON},"net":{${POISON},"hosts":[{${POISON},"name":"a"}]}},"w":{${POISON}},"e":{${POISON},"engine":"1","py":"3"},
    "q":[{${POISON},"at":"a","k":"why","p":"p"}]}`;
  const result = await decodeLink(packed(json));
  if (!result.ok || result.kind !== 'scenario') throw new Error('not opened');
  expect(Reflect.get({}, 'x')).toBeUndefined();
  const { scenario } = result;
  const { network } = scenario.settings;
  for (const part of [
    scenario,
    scenario.settings,
    network,
    network?.hosts[0],
    scenario.view,
    scenario.engine,
    ...scenario.questions,
  ]) {
    if (part == null) throw new Error('a part is missing');
    expect(Object.getPrototypeOf(part)).toBe(Object.prototype);
    for (const key of ['__proto__', 'constructor', 'prototype', 'toString', 'x'])
      expect(Object.hasOwn(part, key)).toBe(false);
  }
});

test('S4: what is only inherited is not a field', async () => {
  for (const json of ['{"__proto__":{"f":[["main.py",""]]}}', '{"constructor":{"f":[["main.py",""]]}}']) {
    expect(await decodeLink(packed(json))).toMatchObject({
      code: 'SCHEMA',
      path: 'f',
    });
  }
});

test('S5: texts meant for a browser come back as the same texts, and are refused where a name is due', async () => {
  const corpus = [
    '<script>alert(1)</script>',
    '"><svg/onload=alert(1)>',
    'javascript:alert(1)',
    '\u202etxt.exe',
    '{{7*7}}',
  ];
  for (const text of corpus) {
    const scenario: Scenario = {
      ...scenarioOf(text),
      title: text,
      author: text,
      licence: text,
    };
    const written = await encodeLink(scenario);
    expect(written.ok && (await decodeLink(written.hash))).toEqual({
      ok: true,
      kind: 'scenario',
      scenario,
    });
    expect(await encodeLink({ ...scenario, files: [{ name: text, text: '' }] })).toMatchObject({ code: 'SCHEMA' });
    const panes = { ...scenario, view: { ...scenario.view, panes: [text] } };
    expect(await encodeLink(panes)).toMatchObject({
      code: 'SCHEMA',
      path: 'w.pane[0]',
    });
  }
});
