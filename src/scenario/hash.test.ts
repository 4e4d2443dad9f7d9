import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatGalleryHash, parseHash } from './hash.ts';
import { decodeLink } from './link.ts';

const MOMENT = { anchor: 'main#2:resume', step: 14, timeUs: 1_200_000 };

test('no fragment is no link', () => {
  expect(parseHash('')).toEqual({ kind: 'none' });
  expect(parseHash('#')).toEqual({ kind: 'none' });
});

test('a gallery link is short enough to be read aloud', () => {
  expect(formatGalleryHash({ slug: 'gather', beside: null, revision: null, moment: null })).toBe('#g/gather');
  expect(formatGalleryHash({ slug: 'gather', beside: null, revision: 2, moment: MOMENT })).toBe(
    '#g/gather.r2@main%232:resume;t=1200000;s=14',
  );
});

test('a gallery link may name two, which are shown side by side', () => {
  const pair = { slug: 'same-crash-channels', beside: 'same-crash-celery', revision: null, moment: null };
  expect(formatGalleryHash(pair)).toBe('#g/same-crash-channels+same-crash-celery');
  for (const sign of ['+', '%2B'])
    expect(parseHash(`#g/same-crash-channels${sign}same-crash-celery`)).toEqual({ kind: 'gallery', ...pair });
});

test('a gallery link names a slug, a revision and a moment', () => {
  expect(parseHash('#g/gather')).toEqual({
    kind: 'gallery',
    slug: 'gather',
    beside: null,
    revision: null,
    moment: null,
  });
  expect(parseHash('#g/two-sleeps.r12@main#2:resume;t=1200000;s=14')).toEqual({
    kind: 'gallery',
    slug: 'two-sleeps',
    beside: null,
    revision: 12,
    moment: MOMENT,
  });
});

test.each(['#G/Gather', '#g%2Fgather', '#g/gather.', 'https://example.org/#g/gather),', 'g/gather\u200b\n'])(
  'a gallery link typed or pasted as %j is understood',
  (link) => {
    expect(parseHash(link)).toMatchObject({ kind: 'gallery', slug: 'gather' });
  },
);

test.each(['#g/', '#g/a/b', '#g/../x', '#g/__proto__', `#g/${'x'.repeat(25)}`])('%j is not a gallery link', (link) => {
  expect(parseHash(link)).toMatchObject({
    kind: 'broken',
    problem: { code: 'ALPHABET' },
  });
});

test('decodeLink opens a gallery link as one, so that only these may run by themselves', async () => {
  expect(await decodeLink('#g/gather')).toEqual({
    ok: true,
    kind: 'gallery',
    slug: 'gather',
    beside: null,
    revision: null,
    moment: null,
  });
});

test('a moment of any well-formed name survives a gallery link, with a full stop added', () => {
  const moments = fc.record({
    anchor: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    step: fc.nat(999_999_999),
    timeUs: fc.nat(2 ** 31),
  });
  fc.assert(
    fc.property(moments, (moment) => {
      const hash = formatGalleryHash({
        beside: null,
        slug: 'gather',
        revision: null,
        moment,
      });
      expect(parseHash(`${hash}.`)).toEqual({
        kind: 'gallery',
        slug: 'gather',
        beside: null,
        revision: null,
        moment,
      });
    }),
  );
});
