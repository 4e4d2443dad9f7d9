import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFile, labelPlaces } from './label-room.ts';

const PER = 6.6;
const place = fc.double({ min: 0, max: 900, noNaN: true });
const wanted = fc
  .array(fc.record({ x: place, text: fc.constantFrom('0 s', '0.5 s', '1 234.5 s', '12.345 s') }), { maxLength: 30 })
  .map((labels) => labels.sort((a, b) => a.x - b.x));

test('no text is printed over another, or beyond the line', () => {
  fc.assert(
    fc.property(wanted, (labels) => {
      const boxes = labelPlaces(labels, { left: 0, right: 900, perCharacter: PER })
        .filter(({ text }) => text !== '')
        .map(({ anchor, text, x }) => {
          const width = text.length * PER;
          return anchor === 'start' ? { from: x, to: x + width } : { from: x - width, to: x };
        })
        .sort((a, b) => a.from - b.from);
      for (const [index, { from, to }] of boxes.entries()) {
        expect(from).toBeGreaterThanOrEqual(-1);
        expect(to).toBeLessThanOrEqual(901);
        expect(from).toBeGreaterThanOrEqual((boxes[index - 1]?.to ?? Number.NEGATIVE_INFINITY) + 1);
      }
    }),
  );
});

test('the beginning and the end are told where there is room for only two', () => {
  const labels = [0, 30, 60, 90].map((x) => ({ x, text: `${x} s` }));
  expect(labelPlaces(labels, { left: 0, right: 100, perCharacter: PER }).map(({ text }) => text)).toEqual([
    '0 s',
    '',
    '',
    '90 s',
  ]);
});

test('things in file keep their order and their distance, the first where it wants to be', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      const inOrder = places.sort((a, b) => b - a);
      const found = inFile(inOrder, { gap: 40, least: 0 });
      for (const [index, at] of found.entries()) {
        expect(at).toBeLessThanOrEqual(inOrder[index] ?? 0);
        if (index > 0) expect(at).toBeLessThanOrEqual((found[index - 1] ?? 0) - 40);
      }
    }),
  );
});
