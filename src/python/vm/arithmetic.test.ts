import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Op from '../compile/op.ts';
import { compareInts, intOp } from './arithmetic.ts';

const safe = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: -9, max: 9 }));

function floored(a: bigint, b: bigint): readonly [quotient: bigint, rest: bigint] {
  const rest = ((a % b) + b) % b;
  return [(a - rest) / b, rest];
}

/** What Python says; undefined where the loop leaves it to others. */
function exact(operator: number, a: bigint, b: bigint): bigint | undefined {
  switch (operator) {
    case Op.BINARY_ADD:
      return a + b;
    case Op.BINARY_SUBTRACT:
      return a - b;
    case Op.BINARY_MULTIPLY:
      return a * b;
    case Op.BINARY_FLOOR_DIVIDE:
      return b === 0n ? undefined : floored(a, b)[0];
    case Op.BINARY_REMAINDER:
      return b === 0n ? undefined : floored(a, b)[1];
    case Op.BINARY_AND:
      return a & b;
    case Op.BINARY_OR:
      return a | b;
    case Op.BINARY_XOR:
      return a ^ b;
    default:
      return undefined;
  }
}

test('what is computed at once is what integers of any size give, and never -0', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Op.BINARY_MATRIX_MULTIPLY }), safe, safe, (operator, a, b) => {
      const result = intOp(operator, a, b);
      if (Number.isNaN(result)) return;
      expect(Object.is(result, -0)).toBe(false);
      expect(BigInt(result)).toBe(exact(operator, BigInt(a), BigInt(b)));
    }),
    { numRuns: 3000 },
  );
});

test('sums beyond the safe integers are left to others', () => {
  expect(intOp(Op.BINARY_ADD, Number.MAX_SAFE_INTEGER, 1)).toBeNaN();
  expect(intOp(Op.BINARY_ADD, Number.MAX_SAFE_INTEGER, 0)).toBe(Number.MAX_SAFE_INTEGER);
  expect(intOp(Op.BINARY_MULTIPLY, 2 ** 40, 2 ** 40)).toBeNaN();
});

test('comparisons are those of numbers', () => {
  expect([0, 1, 2, 3, 4, 5].map((comparison) => compareInts(comparison, 1, 2))).toEqual([
    true,
    true,
    false,
    true,
    false,
    false,
  ]);
});
