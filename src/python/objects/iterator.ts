/** Iterators written in TypeScript: `nextValue` gives the next value, or undefined at the end (no StopIteration is made). */
import { PyObject, type Value } from './value.ts';

export abstract class NativeIterator extends PyObject {
  abstract nextValue(): Value | undefined;
  /** `__length_hint__`; undefined when unknown. */
  lengthHint(): number | undefined {
    return undefined;
  }
}
