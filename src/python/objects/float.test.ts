import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

test.each(recorded('float'))('a float or a complex does what CPython does: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
