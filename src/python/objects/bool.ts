/** `bool`: an int of which there are two, and whose `&`, `|` and `^` stay bools. */
import { interpreter } from '../vm/interpreter.ts';
import { raise, TypeError } from './errors.ts';
import { intAnd, intOperand, intOr, intXor } from './int.ts';
import { checkNewClass } from './int-parse.ts';
import { method, newMethod } from './native.ts';
import { truthy } from './protocol.ts';
import { boolType, NotImplemented, type Value } from './value.ts';

newMethod(boolType, (args, keywords) => {
  checkNewClass(args[0], boolType);
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'bool() takes no keyword arguments');
  if (args.length > 2) return raise(TypeError, `bool expected at most 1 argument, got ${args.length - 1}`);
  return args.length > 1 && truthy(args[1]);
});

method(boolType, '__repr__', 'self, /', (self) => (self === true ? 'True' : 'False'));

method(boolType, '__invert__', 'self, /', (self: Value) => {
  interpreter.deprecate(
    "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int.",
  );
  return self === true ? -2 : -1;
});

const LOGIC = {
  and: { ofBools: (a: boolean, b: boolean) => a && b, ofInts: intAnd },
  or: { ofBools: (a: boolean, b: boolean) => a || b, ofInts: intOr },
  xor: { ofBools: (a: boolean, b: boolean) => a !== b, ofInts: intXor },
};

for (const [name, { ofBools, ofInts }] of Object.entries(LOGIC)) {
  const implementation = (self: Value, value: Value): Value => {
    if (typeof self === 'boolean' && typeof value === 'boolean') return ofBools(self, value);
    const other = intOperand(value);
    const own = intOperand(self);
    return other === undefined || own === undefined ? NotImplemented : ofInts(own, other);
  };
  method(boolType, `__${name}__`, 'self, value, /', implementation);
  method(boolType, `__r${name}__`, 'self, value, /', implementation);
}
