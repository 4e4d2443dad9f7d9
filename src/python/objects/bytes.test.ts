import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answer, recorded } from './recorded.fixture.ts';

const ROWS = readFileSync(new URL('./recorded/bytes.txt', import.meta.url), 'utf8');

test.each(recorded(ROWS))('bytes do what CPython does: %s', (expression, expected) => {
  expect(answer(expression)).toBe(expected);
});
