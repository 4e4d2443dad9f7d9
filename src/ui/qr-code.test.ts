import decode from 'jsqr';
import { expect, test } from 'vitest';
import { qrCodeOf, qrFile } from './qr-code.ts';

const PIXELS_A_MODULE = 4;

/** What a camera sees of the path: white, and each rectangle of it black. */
function pixelsOf({ path, side }: { readonly path: string; readonly side: number }) {
  const width = side * PIXELS_A_MODULE;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * PIXELS_A_MODULE; row < (Number(y) + 1) * PIXELS_A_MODULE; row++) {
      const start = (row * width + Number(x) * PIXELS_A_MODULE) * 4;
      for (let at = start; at < start + Number(length) * PIXELS_A_MODULE * 4; at++) if (at % 4 !== 3) pixels[at] = 0;
    }
  }
  return [pixels, width, width] as const;
}

const HOME = 'https://loopscope.example/';
const addressOf = (length: number) =>
  `${HOME}#1${'eNqrVkrLz1eyUkpKLFKqBQAa2ARs_-'.repeat(40)}`.slice(0, length - 1).concat('z');

test.each([
  [30, 2],
  [78, 4],
  [134, 6],
  [271, 10],
  [520, 15],
  [858, 20],
])('an address of %i characters is a code of version %i, and a decoder reads it back', (length, version) => {
  const address = addressOf(length);
  const code = qrCodeOf(address);
  if (code === null) throw new Error('no code');
  expect(code.version).toBe(version);
  expect(code.side).toBe(17 + 4 * version + 8);
  expect(decode(...pixelsOf(code))?.data).toBe(address);
});

test('letters outside ASCII come back', () => {
  const code = qrCodeOf(`${HOME}#g/gather@añadir#1:resume`);
  expect(code === null ? '' : decode(...pixelsOf(code))?.data).toContain('añadir');
});

test('there is no code for what no phone would read', () => {
  expect(qrCodeOf(addressOf(859))).toBeNull();
  expect(qrCodeOf('x'.repeat(16_000))).toBeNull();
});

test('as a file it holds the same path and no letter of the address', () => {
  const code = qrCodeOf(`${HOME}#g/gather"><script>`);
  if (code === null) throw new Error('no code');
  const file = qrFile(code);
  expect(file).toContain(`d="${code.path}"`);
  expect(file).not.toMatch(/script|gather/);
});
