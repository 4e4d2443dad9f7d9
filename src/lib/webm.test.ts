import { expect, test } from 'vitest';
import { webmFile } from './webm.ts';

const frames = [
  { timeMs: 0, isKey: true, data: Uint8Array.of(1, 2, 3) },
  { timeMs: 500, isKey: false, data: Uint8Array.of(4) },
  { timeMs: 1_000, isKey: true, data: Uint8Array.of(5, 6) },
  { timeMs: 32_500, isKey: false, data: Uint8Array.of(7) },
];
const FILE = webmFile({ width: 320, height: 200, durationMs: 33_000, codec: 'V_VP8', frames });

test('a file says that it is WebM, how large its frames are, and how long it is', () => {
  expect(found('4282')).toEqual([bytesOf('webm')]);
  expect(found('b0')).toEqual([[1, 64]]);
  expect(found('ba')).toEqual([[200]]);
  expect(found('86')).toEqual([bytesOf('V_VP8')]);
  const [duration = []] = found('4489');
  expect(new DataView(Uint8Array.from(duration).buffer).getFloat64(0)).toBe(33_000);
});

test('every frame has its time and its bytes, and only those that need no other are marked', () => {
  const blocks = found('a3');
  expect(blocks).toEqual([
    [0x81, 0, 0, 0x80, 1, 2, 3],
    [0x81, 500 >> 8, 500 & 255, 0, 4],
    [0x81, 0, 0, 0x80, 5, 6],
    [0x81, 0, 0, 0, 7],
  ]);
  expect(found('e7')).toEqual([[0], [3, 232], [126, 244]]);
});

test('the list of places leads to each cluster', () => {
  const segment = elements(FILE).find(({ id }) => id === '18538067');
  const start = segment?.from ?? 0;
  for (const place of found('f1')) {
    const at = start + new DataView(Uint8Array.from(place).buffer).getUint32(0);
    expect([...FILE.slice(at, at + 4)]).toEqual([0x1f, 0x43, 0xb6, 0x75]);
  }
  expect(found('f1')).toHaveLength(3);
});

interface Element {
  readonly id: string;
  /** Where its inside begins and ends. */
  readonly from: number;
  readonly to: number;
}

const NESTED = new Set([
  '1a45dfa3',
  '18538067',
  '1549a966',
  '1654ae6b',
  'ae',
  'e0',
  '1c53bb6b',
  'bb',
  'b7',
  '1f43b675',
]);

/** All of them, the inner ones behind those that they stand in. */
function elements(file: Uint8Array, from = 0, to = file.length): readonly Element[] {
  const all: Element[] = [];
  let at = from;
  while (at < to) {
    const idLength = Math.clz32(file[at] ?? 0) - 23;
    const id = [...file.slice(at, at + idLength)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const size = new DataView(file.buffer, at + idLength).getUint32(4);
    const inside = at + idLength + 8;
    all.push({ id, from: inside, to: inside + size });
    if (NESTED.has(id)) all.push(...elements(file, inside, inside + size));
    at = inside + size;
  }
  return all;
}

function found(id: string): readonly number[][] {
  return elements(FILE).flatMap((one) => (one.id === id ? [[...FILE.slice(one.from, one.to)]] : []));
}

function bytesOf(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}
