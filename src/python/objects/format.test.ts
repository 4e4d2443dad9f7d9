import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

test.each(recorded('format'))('a formatted value is what CPython writes: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
