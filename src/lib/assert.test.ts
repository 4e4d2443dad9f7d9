import { expect, test } from 'vitest';
import { AssertionFailure, assert, assertNever } from './assert.ts';

test('an assertion that holds says nothing', () => {
  expect(() => assert(1 < 2, 'one is less than two')).not.toThrow();
});

test('an assertion that fails throws what should have been true', () => {
  expect(() => assert(false, 'the queue has a head')).toThrow(new AssertionFailure('the queue has a head'));
});

test('assertNever names the value that no case took', () => {
  const stray: unknown = { kind: 'odd' };
  expect(() => assertNever(stray as never)).toThrow('no case for {"kind":"odd"}');
});
