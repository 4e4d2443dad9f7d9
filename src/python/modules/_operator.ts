/** The module `_operator` (Modules/_operator.c). The getters are in `getters.ts`. */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { lengthHint } from '../objects/length-hint.ts';
import { nativeFunction, rawFunction } from '../objects/native.ts';
import { BINARY_NAMES, binaryOp, compareOp, inPlaceOp, unaryOp } from '../objects/operators.ts';
import { asIndex, callSpecial, contains, deleteItem, each, getItem, setItem, truthy } from '../objects/protocol.ts';
import { isInt, sameOrEqual } from '../objects/sequences.ts';
import { PyByteArray, PyBytes, PyDict, typeOf, unwrap, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { attrGetterType, itemGetterType, methodCallerType } from './getters.ts';

/** Two names are words of the language. */
const BINARY = BINARY_NAMES.map((name) => (name === 'and' || name === 'or' ? `${name}_` : name));
const COMPARISONS = ['lt', 'le', 'eq', 'ne', 'gt', 'ge'];

type Entry = readonly [string, Value];

function unaryFunction(name: string, operate: (a: Value) => Value): Entry {
  return [name, nativeFunction(name, 'a, /', (a: Value) => operate(a))];
}

function binaryFunction(name: string, operate: (a: Value, b: Value) => Value): Entry {
  return [name, nativeFunction(name, 'a, b, /', (a: Value, b: Value) => operate(a, b))];
}

function isSequence(value: Value): boolean {
  const cls = typeOf(value);
  return cls.lookup('__getitem__') !== undefined && !(value instanceof PyDict);
}

function concat(a: Value, b: Value, operate: (operator: number, a: Value, b: Value) => Value): Value {
  if (!isSequence(a)) return raise(TypeError, `'${typeOf(a).tpName}' object can't be concatenated`);
  return operate(0, a, b);
}

/** CPython: PySequence_Count. */
function countOf(sequence: Value, item: Value): number {
  let count = 0;
  for (const candidate of each(sequence)) if (sameOrEqual(candidate, item)) count++;
  return count;
}

/** CPython: PySequence_Index. */
function indexOf(sequence: Value, item: Value): Value {
  let index = 0;
  for (const candidate of each(sequence)) {
    if (sameOrEqual(candidate, item)) return index;
    index++;
  }
  return raise(ValueError, 'sequence.index(x): x not in sequence');
}

function absolute(value: Value): Value {
  const result = callSpecial(value, '__abs__');
  return result === undefined ? raise(TypeError, `bad operand type for abs(): '${typeOf(value).tpName}'`) : result;
}

/** CPython: _operator__compare_digest_impl. Takes no care about time here. */
function compareDigest(a: Value, b: Value): Value {
  const left = unwrap(a);
  const right = unwrap(b);
  if (typeof left === 'string' && typeof right === 'string') return left === right;
  const isBytes = (value: Value): value is PyBytes | PyByteArray =>
    value instanceof PyBytes || value instanceof PyByteArray;
  if (!isBytes(left) || !isBytes(right)) {
    return raise(
      TypeError,
      `unsupported operand types(s) or combination of types: '${typeOf(a).tpName}' and '${typeOf(b).tpName}'`,
    );
  }
  return left.bytes.length === right.bytes.length && left.bytes.every((byte, index) => byte === right.bytes[index]);
}

const UNARY: readonly Entry[] = [
  unaryFunction('truth', truthy),
  unaryFunction('not_', (a) => !truthy(a)),
  unaryFunction('is_none', (a) => a === null),
  unaryFunction('is_not_none', (a) => a !== null),
  unaryFunction('index', asIndex),
  unaryFunction('abs', absolute),
  unaryFunction('neg', (a) => unaryOp('__neg__', a)),
  unaryFunction('pos', (a) => unaryOp('__pos__', a)),
  unaryFunction('inv', (a) => unaryOp('__invert__', a)),
  unaryFunction('invert', (a) => unaryOp('__invert__', a)),
];

const OTHERS: readonly Entry[] = [
  binaryFunction('is_', (a, b) => a === b),
  binaryFunction('is_not', (a, b) => a !== b),
  binaryFunction('contains', contains),
  binaryFunction('getitem', getItem),
  binaryFunction('countOf', countOf),
  binaryFunction('indexOf', indexOf),
  binaryFunction('concat', (a, b) => concat(a, b, binaryOp)),
  binaryFunction('iconcat', (a, b) => concat(a, b, inPlaceOp)),
  binaryFunction('_compare_digest', compareDigest),
  binaryFunction('delitem', (a, b) => {
    deleteItem(a, b);
    return null;
  }),
  [
    'setitem',
    nativeFunction('setitem', 'a, b, c, /', (a: Value, b: Value, c: Value) => {
      setItem(a, b, c);
      return null;
    }),
  ],
  [
    'length_hint',
    nativeFunction('length_hint', 'obj, default=0, /', (object: Value, missing: Value = 0) => {
      return isInt(missing)
        ? lengthHint(object, Number(asIndex(missing)))
        : raise(TypeError, `'${typeOf(missing).tpName}' object cannot be interpreted as an integer`);
    }),
  ],
  [
    'call',
    rawFunction('call', (args, keywords) => {
      const [callable, ...rest] = args;
      return callable === undefined
        ? raise(TypeError, 'call expected at least 1 argument, got 0')
        : interpreter.invoke(callable, rest, keywords);
    }),
  ],
  ['itemgetter', itemGetterType],
  ['attrgetter', attrGetterType],
  ['methodcaller', methodCallerType],
];

export function operatorModule(): Map<string, Value> {
  const binary = BINARY.flatMap((name, operator): Entry[] => [
    binaryFunction(name, (a, b) => binaryOp(operator, a, b)),
    binaryFunction(`i${name.replace('_', '')}`, (a, b) => inPlaceOp(operator, a, b)),
  ]);
  const comparisons = COMPARISONS.map((name, comparison) =>
    binaryFunction(name, (a, b) => compareOp(comparison, a, b)),
  );
  return new Map<string, Value>([...UNARY, ...binary, ...comparisons, ...OTHERS]);
}
