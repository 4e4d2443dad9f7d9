import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addMs,
  addSeconds,
  addUs,
  fromSeconds,
  START,
  toSeconds,
  usBetween,
  VIRTUAL_TIME_MAX,
  virtualTime,
} from './units.ts';

test('a tenth and two tenths of a second make exactly three tenths', () => {
  expect(addSeconds(fromSeconds(0.1), 0.2)).toBe(fromSeconds(0.3));
  expect(toSeconds(addSeconds(fromSeconds(0.1), 0.2))).toBe(0.3);
});

test('the order of addition does not matter', () => {
  const delay = fc.integer({ min: 0, max: 1e9 });
  fc.assert(
    fc.property(delay, delay, (a, b) => {
      expect(addUs(addUs(START, a), b)).toBe(addUs(addUs(START, b), a));
    }),
  );
});

test('a millisecond is a thousand microseconds', () => {
  expect(addMs(START, 1.5)).toBe(1500);
  expect(usBetween(virtualTime(2000), virtualTime(500))).toBe(-1500);
});

test('a negative delay from the start is the start, and an infinite one is the end', () => {
  expect(addSeconds(START, -1)).toBe(START);
  expect(addSeconds(START, Number.POSITIVE_INFINITY)).toBe(VIRTUAL_TIME_MAX);
});

test('half a microsecond and NaN are not instants', () => {
  expect(() => virtualTime(0.5)).toThrow('whole number');
  expect(() => fromSeconds(Number.NaN)).toThrow('a number');
});
