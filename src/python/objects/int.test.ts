import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

test.each(recorded('int'))('an int does what CPython does: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
