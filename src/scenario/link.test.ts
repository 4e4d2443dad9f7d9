import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BUDGETS, budgetFor } from './budget.ts';
import { type DecodeResult, decodeLink, encodeLink } from './link.ts';
import { DEFAULT_SCENARIO, type Scenario, scenarioOf } from './scenario.ts';

const packed = (text: string | Uint8Array) => `#1${deflateSync(text).toString('base64url')}z`;
const open = (json: unknown) => decodeLink(packed(JSON.stringify(json)));
const codeOf = (result: DecodeResult) => (result.ok ? 'ok' : result.code);
const FILES = [['main.py', 'print(1)\n']];
const SCENARIO: Scenario = {
  ...scenarioOf('print("κόσμε 世界 🎉")\n'),
  title: 'Hello',
};

async function hashOf(scenario: Scenario): Promise<string> {
  const written = await encodeLink(scenario);
  if (!written.ok) throw new Error(written.sentence);
  return written.hash;
}

afterEach(() => vi.unstubAllGlobals());

describe('writing', () => {
  test('a link begins with its version, ends in z, and has nothing in between that a chat would touch', async () => {
    expect(await hashOf(SCENARIO)).toMatch(/^#1[A-Za-z0-9_-]+z$/);
  });

  test('the same scenario gives the same link, whatever the order of its keys', async () => {
    const reversed: Scenario = {
      ...DEFAULT_SCENARIO,
      ...Object.fromEntries(Object.entries(SCENARIO).reverse()),
    };
    expect(await hashOf(reversed)).toBe(await hashOf(SCENARIO));
  });

  test('what equals the default is left out', async () => {
    expect((await hashOf(scenarioOf(''))).length).toBeLessThan(50);
  });

  test('a scenario that no link may hold is refused with the path of the fault', async () => {
    expect(await encodeLink({ ...SCENARIO, files: [] })).toMatchObject({
      ok: false,
      code: 'SCHEMA',
      path: 'f',
    });
    const speed = {
      ...SCENARIO,
      view: { ...SCENARIO.view, speed: Number.NaN },
    };
    expect(await encodeLink(speed)).toMatchObject({
      ok: false,
      code: 'SCHEMA',
      path: 'w.speed',
    });
  });

  test('a program too long for a link is refused, and the sentence says to use a file', async () => {
    const text = Array.from({ length: 20_000 }, (_, n) => ((n * 2_654_435_761) >>> 0).toString(36)).join('\n');
    const written = await encodeLink(scenarioOf(text));
    expect(written).toMatchObject({
      ok: false,
      code: 'TOO_LONG',
      sentence: expect.stringContaining('file'),
    });
  });

  test('a program that compresses well, but unpacks to more than may be opened, is refused too', async () => {
    expect(await encodeLink(scenarioOf('x'.repeat(260_000)))).toMatchObject({
      ok: true,
    });
    expect(await encodeLink(scenarioOf('x'.repeat(262_144)))).toMatchObject({
      ok: false,
      code: 'TOO_LONG',
    });
  });

  test('the length counts the address before the fragment, and decides the budget', async () => {
    const short = await encodeLink(scenarioOf('print(1)\n'), 'https://loopscope.dev/');
    expect(short).toMatchObject({ ok: true, budget: { kind: 'projector' } });
    expect(await encodeLink(scenarioOf('print(1)\n'), `https://loopscope.dev/${'x'.repeat(200)}`)).toMatchObject({
      budget: { kind: 'handout' },
    });
  });

  test('budgets change at 134, 520, 1800, 8000 and 16000 characters', () => {
    expect(BUDGETS.map(({ lengthMax }) => lengthMax)).toEqual([134, 520, 1_800, 8_000, 16_000]);
    expect(budgetFor(134)?.kind).toBe('projector');
    expect(budgetFor(135)?.kind).toBe('handout');
    expect(budgetFor(16_001)).toBeUndefined();
  });
});

describe('a link that was touched on its way still opens', () => {
  const SUFFIXES = ['.', ',', ')', '>', '").', '**', '_', '_.', '…', '\n', '%0A', '%20', '\u200b', '\ufeff', '»'];
  test.each(SUFFIXES)('with %j at its end', async (suffix) => {
    expect(await decodeLink((await hashOf(SCENARIO)) + suffix)).toMatchObject({
      ok: true,
      scenario: SCENARIO,
    });
  });

  test('wrapped by mail, split by zero-width spaces, percent-encoded or pasted as a whole address', async () => {
    const hash = await hashOf(SCENARIO);
    const touched = [
      hash.replace(/.{30}/g, '$&\r\n  '),
      hash.replace(/.{20}/g, '$&\u200b'),
      `#${[...hash.slice(1)].map((character) => `%${character.charCodeAt(0).toString(16)}`).join('')}`,
      `  https://example.org/loopscope/?x=1${hash} `,
      hash.slice(1),
      encodeURIComponent(hash),
    ];
    for (const link of touched)
      expect(await decodeLink(link)).toMatchObject({
        ok: true,
        scenario: SCENARIO,
      });
  });
});

describe('a link that cannot be opened says why', () => {
  test.each(['', '#', ' \n', '#1z'])('EMPTY: %j', async (link) => {
    expect(codeOf(await decodeLink(link))).toBe('EMPTY');
  });

  test('TOO_LONG: 32,769 characters of anything', async () => {
    expect(codeOf(await decodeLink(`#1${'A'.repeat(32_767)}`))).toBe('TOO_LONG');
    expect(codeOf(await decodeLink(`#1${'A'.repeat(32_766)}`))).toBe('TRUNCATED');
  });

  test('TRUNCATED: without its last character', async () => {
    expect(codeOf(await decodeLink((await hashOf(SCENARIO)).slice(0, -1)))).toBe('TRUNCATED');
    expect(codeOf(await decodeLink('#1'))).toBe('TRUNCATED');
  });

  test.each(['#about', '#0eJz', '#1eJ+/z', '#1eJ%2525z', '#g/', '#g/no_such_slug', 'javascript:alert(1)//z'])(
    'ALPHABET: %s',
    async (link) => {
      expect(codeOf(await decodeLink(link))).toBe('ALPHABET');
    },
  );

  test('CHECKSUM: one character changed, lost, or added after the end of the data', async () => {
    const hash = await hashOf(SCENARIO);
    const other = hash[20] === 'A' ? 'B' : 'A';
    expect(codeOf(await decodeLink(hash.slice(0, 20) + other + hash.slice(21)))).toBe('CHECKSUM');
    expect(codeOf(await decodeLink(hash.slice(0, 20) + hash.slice(21)))).toBe('CHECKSUM');
    expect(codeOf(await decodeLink(`${hash.slice(0, -1)}AAAAz`))).toBe('CHECKSUM');
  });

  test('TOO_BIG: more than 256 KiB, or a tree too deep or too wide', async () => {
    expect(codeOf(await decodeLink(packed(' '.repeat(256 * 1024 + 1))))).toBe('TOO_BIG');
    expect(codeOf(await decodeLink(packed('['.repeat(9))))).toBe('TOO_BIG');
    expect(codeOf(await decodeLink(packed('['.repeat(200_000))))).toBe('TOO_BIG');
    expect(codeOf(await open(Array.from({ length: 5_001 }, () => 0)))).toBe('TOO_BIG');
  });

  test.each(['', '{', 'print(1)', '{"f":[["main.py","x"]]', '\ufeff{}', '[[[[[[[['])('JSON: %j', async (text) => {
    expect(codeOf(await decodeLink(packed(text)))).toBe('JSON');
  });

  test('JSON: bytes that are not UTF-8', async () => {
    expect(codeOf(await decodeLink(packed(Uint8Array.of(0x22, 0xff, 0x22))))).toBe('JSON');
  });

  test.each([
    [null, ''],
    [[], ''],
    [{}, 'f'],
    [{ f: [] }, 'f'],
    [{ f: Array.from({ length: 33 }, (_, n) => [`f${n}.py`, '']) }, 'f'],
    [{ f: [['main.py']] }, 'f[0][1]'],
    [
      {
        f: [
          ['a.py', ''],
          ['a.py', ''],
        ],
      },
      'f[1][0]',
    ],
    [{ f: [['../a.py', '']] }, 'f[0][0]'],
    [{ f: [['/a.py', '']] }, 'f[0][0]'],
    [{ f: [['__proto__', '']] }, 'f[0][0]'],
    [{ f: [['<img src=x>.py', '']] }, 'f[0][0]'],
    [{ f: FILES, t: 7 }, 't'],
    [{ f: FILES, t: 'x'.repeat(201) }, 't'],
    [{ f: FILES, a: null }, 'a'],
    [{ f: FILES, k: 'django' }, 'k'],
    [{ f: FILES, s: { seed: -1 } }, 's.seed'],
    [{ f: FILES, s: { seed: 2 ** 32 } }, 's.seed'],
    [{ f: FILES, s: { seed: 1.5 } }, 's.seed'],
    [{ f: FILES, i: [['reboot', 1, 'x']] }, 'i[0][0]'],
    [{ f: FILES, i: [['cancelTask', -1, 'x']] }, 'i[0][1]'],
    [{ f: FILES, w: { at: 5 } }, 'w.at'],
    [{ f: FILES, w: { at: 'x'.repeat(201) } }, 'w.at'],
    [{ f: FILES, w: { pane: ['<b>'] } }, 'w.pane[0]'],
    [{ f: FILES, w: { speed: 0 } }, 'w.speed'],
    [{ f: FILES, w: { mode: 'exam' } }, 'w.mode'],
    [{ f: FILES, b: [['main.py', 0]] }, 'b[0][1]'],
    [{ f: FILES, b: 'main.py:1' }, 'b'],
    [{ f: FILES, q: [{ at: '', k: 'next' }] }, 'q[0].p'],
    [{ f: FILES, e: { engine: '1 0', py: '3.14', h: '' } }, 'e.engine'],
    [{ f: FILES, e: { engine: '1.0', py: '3.14', h: 'XYZ' } }, 'e.h'],
  ])('SCHEMA: %j at "%s"', async (json, path) => {
    expect(await open(json)).toMatchObject({ ok: false, code: 'SCHEMA', path });
  });

  test.each([5, 9])('NEWER: format %i, without unpacking it', async (version) => {
    expect(await decodeLink(`#${version}eJwhateverz`)).toMatchObject({
      ok: false,
      code: 'NEWER',
      version,
    });
  });

  test('every sentence says what happened and what to do next', async () => {
    for (const link of [
      '',
      '#1',
      '#about',
      '#1AAAAAAAAAAAAz',
      '#9z',
      packed('{'),
      packed('{}'),
      packed('['.repeat(9)),
    ]) {
      expect(await decodeLink(link)).toMatchObject({
        sentence: expect.stringMatching(/[Pp]aste|[Oo]pen|[Aa]sk|Refresh/),
      });
    }
  });
});

test('S7: opening a link asks no network and starts no worker', async () => {
  const touched = vi.fn();
  for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'importScripts']) {
    vi.stubGlobal(name, touched);
  }
  await decodeLink(await hashOf(SCENARIO));
  await decodeLink('#g/gather@main#2:resume');
  expect(touched).not.toHaveBeenCalled();
});
