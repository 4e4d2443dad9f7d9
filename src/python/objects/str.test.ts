import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

test.each(recorded('str'))('a str does what CPython does: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
