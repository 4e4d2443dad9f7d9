/** Arithmetic and comparisons of small ints, as the dispatch loop has them at hand. Everything else: objects/operators.ts. */
import * as Op from '../compile/op.ts';

/** `a OP b`; NaN where the result is no small int, or where a rule says more than the hardware does. */
export function intOp(operator: number, a: number, b: number): number {
  let result: number;
  switch (operator) {
    case Op.BINARY_ADD:
      result = a + b;
      break;
    case Op.BINARY_SUBTRACT:
      result = a - b;
      break;
    case Op.BINARY_MULTIPLY:
      result = a * b + 0;
      break;
    case Op.BINARY_FLOOR_DIVIDE:
      if (a >= 0 && b > 0 && (a | 0) === a && (b | 0) === b) return ((a | 0) / (b | 0)) | 0;
      result = floorDivide(a, b);
      break;
    case Op.BINARY_REMAINDER:
      if (a >= 0 && b > 0 && (a | 0) === a && (b | 0) === b) return (a | 0) % (b | 0);
      result = remainder(a, b);
      break;
    case Op.BINARY_AND:
      return (a | 0) === a && (b | 0) === b ? a & b : Number.NaN;
    case Op.BINARY_OR:
      return (a | 0) === a && (b | 0) === b ? a | b : Number.NaN;
    case Op.BINARY_XOR:
      return (a | 0) === a && (b | 0) === b ? a ^ b : Number.NaN;
    default:
      return Number.NaN;
  }
  return result <= Number.MAX_SAFE_INTEGER && result >= Number.MIN_SAFE_INTEGER ? result : Number.NaN;
}

/** Never -0. */
function floorDivide(a: number, b: number): number {
  if (b === 0) return Number.NaN;
  const rest = a % b;
  return (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0) + 0;
}

/** Never -0. */
function remainder(a: number, b: number): number {
  if (b === 0) return Number.NaN;
  const rest = a % b;
  return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
}

export function compareInts(comparison: number, a: number, b: number): boolean {
  switch (comparison) {
    case Op.COMPARE_LT:
      return a < b;
    case Op.COMPARE_LE:
      return a <= b;
    case Op.COMPARE_EQ:
      return a === b;
    case Op.COMPARE_NE:
      return a !== b;
    case Op.COMPARE_GT:
      return a > b;
    default:
      return a >= b;
  }
}
