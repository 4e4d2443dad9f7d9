/**
 * Binary operators and comparisons with Python's rules for reflected methods (Objects/abstract.c binary_op1, Objects/object.c do_richcompare).
 * The VM has fast paths for small ints, floats and strings; everything else comes here.
 */
import { callFound } from './attributes.ts';
import { SharedBytes } from './buffer.ts';
import { raise, TypeError } from './errors.ts';
import { NotImplemented, PyByteArray, PyBytes, PyFloat, PyList, PyTuple, typeOf, unwrap, type Value } from './value.ts';

export const Comparison = { lt: 0, le: 1, eq: 2, ne: 3, gt: 4, ge: 5 } as const;
const COMPARISON_METHODS = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;
const COMPARISON_SIGNS = ['<', '<=', '==', '!=', '>', '>='] as const;
const SWAPPED = [4, 5, 2, 3, 0, 1] as const;

/** In the order of BinaryOperator in compile/opcodes.ts. */
export const BINARY_NAMES = [
  'add',
  'sub',
  'mul',
  'truediv',
  'floordiv',
  'mod',
  'pow',
  'lshift',
  'rshift',
  'and',
  'or',
  'xor',
  'matmul',
] as const;
const SIGNS = ['+', '-', '*', '/', '//', '%', '** or pow()', '<<', '>>', '&', '|', '^', '@'] as const;
const METHODS = BINARY_NAMES.map((name) => `__${name}__`);
const REFLECTED = BINARY_NAMES.map((name) => `__r${name}__`);
const IN_PLACE_METHODS = BINARY_NAMES.map((name) => `__i${name}__`);

function attempt(object: Value, name: string, ...others: Value[]): Value {
  const cls = typeOf(object);
  const found = cls.lookup(name);
  if (found === undefined) return NotImplemented;
  return callFound(found, object, cls, others);
}

/** `a OP b` by special methods; NotImplemented when neither side knows how. */
function binaryByMethods(operator: number, a: Value, b: Value): Value {
  return byMethods(METHODS[operator] as string, REFLECTED[operator] as string, a, b);
}

/** The same by name; `more` is the modulus of `pow`. CPython: Objects/abstract.c, binary_op1 and ternary_op. */
export function byMethods(method: string, reflected: string, a: Value, b: Value, ...more: Value[]): Value {
  const left = typeOf(a);
  const right = typeOf(b);
  if (
    left !== right &&
    right.isSubtypeOf(left) &&
    right.lookup(reflected) !== undefined &&
    right.lookup(reflected) !== left.lookup(reflected)
  ) {
    const result = attempt(b, reflected, a, ...more);
    return result === NotImplemented ? attempt(a, method, b, ...more) : result;
  }
  const result = attempt(a, method, b, ...more);
  if (result !== NotImplemented || left === right) return result;
  return attempt(b, reflected, a, ...more);
}

/** Arithmetic of floats among themselves and with small ints; null where a rule says more than the hardware does. */
export function floatOp(operator: number, a: Value, b: Value): PyFloat | null {
  if (!(a instanceof PyFloat || typeof a === 'number') || !(b instanceof PyFloat || typeof b === 'number')) return null;
  const left = typeof a === 'number' ? a : a.value;
  const right = typeof b === 'number' ? b : b.value;
  switch (operator) {
    case 0:
      return new PyFloat(left + right);
    case 1:
      return new PyFloat(left - right);
    case 2:
      return new PyFloat(left * right);
    case 3:
      return right === 0 ? null : new PyFloat(left / right);
    default:
      return null;
  }
}

function compareFloats(comparison: number, a: number, b: number): boolean {
  switch (comparison) {
    case 0:
      return a < b;
    case 1:
      return a <= b;
    case 2:
      return a === b;
    case 3:
      return a !== b;
    case 4:
      return a > b;
    default:
      return a >= b;
  }
}

export function binaryOp(operator: number, a: Value, b: Value): Value {
  return orUnsupported(binaryByMethods(operator, a, b), operator, false, a, b);
}

export function inPlaceOp(operator: number, a: Value, b: Value): Value {
  const result = attempt(a, IN_PLACE_METHODS[operator] as string, b);
  if (result !== NotImplemented) return result;
  return orUnsupported(binaryByMethods(operator, a, b), operator, true, a, b);
}

/** How `a OP b` begins: the method to be called with a and b, if it is certain that no other comes first. */
export function firstMethod(operator: number, isInPlace: boolean, a: Value, b: Value): Value | undefined {
  const left = typeOf(a);
  const inPlace = isInPlace ? left.lookup(IN_PLACE_METHODS[operator] as string) : undefined;
  if (inPlace !== undefined) return inPlace;
  const right = typeOf(b);
  if (left !== right && right.isSubtypeOf(left)) return undefined;
  return left.lookup(METHODS[operator] as string);
}

/** That method has answered NotImplemented. */
export function afterDeclined(operator: number, isInPlace: boolean, a: Value, b: Value): Value {
  const left = typeOf(a);
  if (isInPlace && left.lookup(IN_PLACE_METHODS[operator] as string) !== undefined)
    return orUnsupported(binaryByMethods(operator, a, b), operator, true, a, b);
  const result = left === typeOf(b) ? NotImplemented : attempt(b, REFLECTED[operator] as string, a);
  return orUnsupported(result, operator, isInPlace, a, b);
}

function orUnsupported(result: Value, operator: number, isInPlace: boolean, a: Value, b: Value): Value {
  if (result !== NotImplemented) return result;
  const sign = SIGNS[operator] as string;
  return raiseUnsupported(isInPlace ? (operator === 6 ? '**=' : `${sign}=`) : sign, a, b);
}

function raiseUnsupported(sign: string, a: Value, b: Value): never {
  if (sign.startsWith('+') && typeof unwrap(a) === 'string')
    return raise(TypeError, `can only concatenate str (not "${typeOf(b).tpName}") to str`);
  if (sign.startsWith('+') && (a instanceof PyBytes || a instanceof PyByteArray)) {
    return raise(TypeError, `can't concat ${typeOf(b).tpName} to ${typeOf(a).tpName}`);
  }
  if (sign.startsWith('+') && (a instanceof PyList || a instanceof PyTuple)) {
    const kind = a instanceof PyList ? 'list' : 'tuple';
    return raise(TypeError, `can only concatenate ${kind} (not "${typeOf(b).tpName}") to ${kind}`);
  }
  if (sign.startsWith('*') && sign.length < 3) {
    if (isSequence(a)) return raise(TypeError, `can't multiply sequence by non-int of type '${typeOf(b).tpName}'`);
    if (isSequence(b)) return raise(TypeError, `can't multiply sequence by non-int of type '${typeOf(a).tpName}'`);
  }
  return raise(TypeError, `unsupported operand type(s) for ${sign}: '${typeOf(a).tpName}' and '${typeOf(b).tpName}'`);
}

function isSequence(value: Value): boolean {
  return (
    typeof value === 'string' ||
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyBytes ||
    value instanceof PyByteArray ||
    value instanceof SharedBytes
  );
}

/** CPython: Objects/object.c, do_richcompare. */
export function compareOp(comparison: number, a: Value, b: Value): Value {
  if (a instanceof PyFloat || b instanceof PyFloat) {
    const isPlain = (a instanceof PyFloat || typeof a === 'number') && (b instanceof PyFloat || typeof b === 'number');
    if (isPlain)
      return compareFloats(
        comparison,
        typeof a === 'number' ? a : (a as PyFloat).value,
        typeof b === 'number' ? b : (b as PyFloat).value,
      );
  }
  const left = typeOf(a);
  const right = typeOf(b);
  const method = COMPARISON_METHODS[comparison] as string;
  const swapped = COMPARISON_METHODS[SWAPPED[comparison] as number] as string;
  const rightFirst = left !== right && right.isSubtypeOf(left) && right.lookup(swapped) !== undefined;
  let result: Value = NotImplemented;
  if (rightFirst) result = attempt(b, swapped, a);
  if (result === NotImplemented) result = attempt(a, method, b);
  if (result === NotImplemented && !rightFirst) result = attempt(b, swapped, a);
  return result === NotImplemented ? byIdentity(comparison, a, b) : result;
}

function byIdentity(comparison: number, a: Value, b: Value): boolean {
  if (comparison === Comparison.eq) return a === b;
  if (comparison === Comparison.ne) return a !== b;
  return raise(
    TypeError,
    `'${COMPARISON_SIGNS[comparison] as string}' not supported between instances of '${typeOf(a).tpName}' and '${typeOf(b).tpName}'`,
  );
}

/** How a comparison begins: the method to be called with a and b, if it is certain that no other comes first. */
export function firstComparison(comparison: number, a: Value, b: Value): Value | undefined {
  const left = typeOf(a);
  const right = typeOf(b);
  if (left !== right && right.isSubtypeOf(left)) return undefined;
  return left.lookup(COMPARISON_METHODS[comparison] as string);
}

/** That method has answered NotImplemented. */
export function comparisonDeclined(comparison: number, a: Value, b: Value): Value {
  const result = attempt(b, COMPARISON_METHODS[SWAPPED[comparison] as number] as string, a);
  return result === NotImplemented ? byIdentity(comparison, a, b) : result;
}

const UNARY = { __neg__: 'unary -', __pos__: 'unary +', __invert__: 'unary ~' } as const;

export function unaryOp(name: keyof typeof UNARY, value: Value): Value {
  const cls = typeOf(value);
  const found = cls.lookup(name);
  if (found === undefined) return raise(TypeError, `bad operand type for ${UNARY[name]}: '${cls.tpName}'`);
  return callFound(found, value, cls, []);
}
