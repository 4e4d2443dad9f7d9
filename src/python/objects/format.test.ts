import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

const ROWS = readFileSync(new URL('./recorded/format.txt', import.meta.url), 'utf8');

test.each(recorded(ROWS))('a formatted value is what CPython writes: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
