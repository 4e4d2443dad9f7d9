import { statSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the element for other pages weighs less than 2,048 bytes, and needs nothing else', () => {
  expect(statSync(new URL('../../public/loop-scope.js', import.meta.url)).size).toBeLessThan(2_048);
});
