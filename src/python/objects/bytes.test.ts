import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

test.each(recorded('bytes'))('bytes do what CPython does: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
