import { expect, test } from 'vitest';
import { qrUse, readableFromCm } from './qr.ts';

const modulesOf = (version: number) => 17 + 4 * version;

test.each([
  [3, 80, 740],
  [6, 80, 560],
  [10, 80, 420],
  [15, 80, 320],
  [20, 80, 260],
  [6, 4, 28],
  [15, 6, 24],
  [20, 6, 20],
])('version %i, %i cm wide, is read from about %i cm', (version, widthCm, distanceCm) => {
  expect(readableFromCm(widthCm, modulesOf(version)) / distanceCm).toBeCloseTo(1, 1);
});

test.each([
  [134, true, 'screen', '0.8 m wide'],
  [134, false, 'paper', 'at least 6 cm'],
  [135, true, 'paper', 'at least 6 cm'],
  [520, false, 'paper', 'at least 6 cm'],
  [521, false, 'large', 'Test it before you print'],
  [858, false, 'large', 'at least 8 cm'],
  [859, false, 'none', 'Too long for a QR code'],
])('%i bytes, of the gallery: %s, are for: %s', (bytes, isGallery, kind, says) => {
  const use = qrUse(bytes, 77, isGallery);
  expect(use.kind).toBe(kind);
  expect(use.sentence).toContain(says);
});
