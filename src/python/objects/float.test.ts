import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

const ROWS = readFileSync(new URL('./recorded/float.txt', import.meta.url), 'utf8');

test.each(recorded(ROWS))('a float or a complex does what CPython does: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
