/** Built-in functions about numbers, and `min` and `max`. CPython: Python/bltinmodule.c. */

import { BinaryOperator } from '../compile/opcodes.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { type Keywords, nativeFunction, type Outcome, type PyNative, rawFunction } from '../objects/native.ts';
import { binaryOp, byMethods, Comparison, compareOp } from '../objects/operators.ts';
import { asIndex, call, callSpecial, getIter, iterNext, lessThan, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { NotImplemented, PyByteArray, PyBytes, PyFloat, typeOf, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { checkCount, takeKeywords, unpacking } from './arguments.ts';
import { sum } from './sum.ts';

export function numberBuiltins(): readonly PyNative[] {
  return [
    nativeFunction('abs', 'number, /', (value: Value) => {
      if (typeof value === 'number') return Math.abs(value);
      const result = callSpecial(value, '__abs__');
      if (result !== undefined) return result;
      return raise(TypeError, `bad operand type for abs(): '${typeOf(value).tpName}'`);
    }),
    nativeFunction('bin', 'number, /', (value: Value) => inBase(value, 2, '0b')),
    nativeFunction('oct', 'number, /', (value: Value) => inBase(value, 8, '0o')),
    nativeFunction('hex', 'number, /', (value: Value) => inBase(value, 16, '0x')),
    nativeFunction('chr', 'i, /', chr),
    nativeFunction('ord', 'character, /', ord),
    unpacking('divmod', 2, 2, divmod),
    nativeFunction('pow', 'base, exp, mod=None', pow),
    nativeFunction('round', 'number, ndigits=None', round),
    nativeFunction('sum', 'iterable, /, start=0', sum),
    rawFunction('max', (args, keywords) => extreme('max', args, keywords)),
    rawFunction('min', (args, keywords) => extreme('min', args, keywords)),
  ];
}

function inBase(value: Value, base: number, prefix: string): string {
  const number = asIndex(value);
  return number < 0 ? `-${prefix}${number.toString(base).slice(1)}` : prefix + number.toString(base);
}

function chr(value: Value): Value {
  const point = asIndex(value);
  if (point < 0 || point > 0x10ffff) return raise(ValueError, 'chr() arg not in range(0x110000)');
  return String.fromCodePoint(Number(point));
}

function ord(value: Value): Value {
  const text = textOf(value);
  if (text !== undefined) {
    if (text.length === 1) return text.charCodeAt(0);
    const points = [...text];
    if (points.length === 1) return text.codePointAt(0) ?? 0;
    return raise(TypeError, `ord() expected a character, but string of length ${points.length} found`);
  }
  if (value instanceof PyBytes || value instanceof PyByteArray) {
    if (value.bytes.length === 1) return value.bytes[0];
    return raise(TypeError, `ord() expected a character, but string of length ${value.bytes.length} found`);
  }
  return raise(TypeError, `ord() expected string of length 1, but ${typeOf(value).tpName} found`);
}

function divmod(a: Value, b: Value): Value {
  const result = byMethods('__divmod__', '__rdivmod__', a, b);
  if (result !== NotImplemented) return result;
  return raise(TypeError, `unsupported operand type(s) for divmod(): '${typeOf(a).tpName}' and '${typeOf(b).tpName}'`);
}

function pow(base: Value, exponent: Value, modulus?: Value): Value {
  if (modulus === undefined || modulus === null) return binaryOp(BinaryOperator.power, base, exponent);
  const result = byMethods('__pow__', '__rpow__', base, exponent, modulus);
  if (result !== NotImplemented) return result;
  if (base instanceof PyFloat || exponent instanceof PyFloat || modulus instanceof PyFloat) {
    return raise(TypeError, 'pow() 3rd argument not allowed unless all arguments are integers');
  }
  const names = [base, exponent, modulus].map((value) => `'${typeOf(value).tpName}'`).join(', ');
  return raise(TypeError, `unsupported operand type(s) for ** or pow(): ${names}`);
}

function round(value: Value, digits?: Value): Value {
  const rounded =
    digits === undefined || digits === null ? callSpecial(value, '__round__') : callSpecial(value, '__round__', digits);
  return rounded === undefined
    ? raise(TypeError, `type ${typeOf(value).tpName} doesn't define __round__ method`)
    : rounded;
}

/** CPython: min_max. */
function extreme(name: 'max' | 'min', args: readonly Value[], keywords: Keywords): Outcome {
  checkCount(name, args.length, 1, Number.MAX_SAFE_INTEGER);
  const { key = null, default: missing } = takeKeywords(name, keywords, ['key', 'default']);
  const isMax = name === 'max';
  if (args.length > 1) {
    if (missing !== undefined)
      return raise(TypeError, `Cannot specify a default for ${name}() with multiple positional arguments`);
    let best = args[0];
    let bestKey = key === null ? best : call(key, best);
    for (let i = 1; i < args.length; i++) {
      const candidate = key === null ? args[i] : call(key, args[i]);
      if (!beats(isMax, candidate, bestKey)) continue;
      best = args[i];
      bestKey = candidate;
    }
    return best;
  }
  let best: Value | undefined;
  let bestKey: Value = null;
  let count = 0;
  const iterator = getIter(args[0]);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    if ((++count & 0xffff) === 0) interpreter.spend(0xffff);
    const candidate = key === null ? item : call(key, item);
    if (best !== undefined && !beats(isMax, candidate, bestKey)) continue;
    best = item;
    bestKey = candidate;
  }
  if (best !== undefined) return best;
  return missing === undefined ? raise(ValueError, `${name}() iterable argument is empty`) : missing;
}

function beats(isMax: boolean, candidate: Value, best: Value): boolean {
  if (!isMax) return lessThan(candidate, best);
  if (typeof candidate === 'number' && typeof best === 'number') return candidate > best;
  return truthy(compareOp(Comparison.gt, candidate, best));
}
