/** Iterators written in TypeScript: `nextValue` gives the next value, or undefined at the end (no StopIteration is made). */
import { PyObject, type Value } from './value.ts';

/** How an iterator is made again: a call of `iter`, `reversed` or its own type, then `__setstate__` where there is a state. */
export interface Remake {
  readonly by: 'iter' | 'reversed' | 'type';
  readonly args: readonly Value[];
  readonly state?: Value;
}

export abstract class NativeIterator extends PyObject {
  abstract nextValue(): Value | undefined;
  /** `__length_hint__`; undefined when unknown. */
  lengthHint(): number | undefined {
    return undefined;
  }
  /** What `__reduce__` tells, for copying and pickling. Types that can do it are given the method by `defineRemaking`. */
  remake(): Remake | undefined {
    return undefined;
  }
  /** `__setstate__`. */
  restore(_state: Value): void {}
}
