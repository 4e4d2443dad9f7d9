/** `__reduce__` and `__setstate__` of native iterators. CPython: listiter_reduce_general and its like. */
import { machine } from '../vm/machine.ts';
import { raise, TypeError } from './errors.ts';
import type { NativeIterator } from './iterator.ts';
import { method } from './native.ts';
import { asIndex } from './protocol.ts';
import { PyTuple, type PyType, typeOf, type Value } from './value.ts';

export function defineRemaking(...types: readonly PyType[]): void {
  for (const cls of types) {
    method(cls, '__reduce__', 'self, /', (self: NativeIterator) => {
      const remake = self.remake();
      if (remake === undefined) return raise(TypeError, `cannot pickle '${typeOf(self).name}' object`);
      const { by, args, state } = remake;
      const callable = by === 'type' ? self.cls : (machine.builtins.get(by) ?? null);
      return new PyTuple([callable, new PyTuple([...args]), ...(state === undefined ? [] : [state])]);
    });
  }
}

/** For those whose state is not all in the arguments. */
export function defineRestoring(...types: readonly PyType[]): void {
  for (const cls of types) {
    method(cls, '__setstate__', 'self, state, /', (self: NativeIterator, state: Value) => {
      self.restore(state);
      return null;
    });
  }
}

/** The index that a state means, put between `least` and `most`. */
export function indexOfState(state: Value, least: number, most: number): number {
  const index = Number(asIndex(state));
  return Math.min(Math.max(index, least), Math.max(most, least));
}
