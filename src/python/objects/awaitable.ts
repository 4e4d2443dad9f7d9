/** What a native object that can be awaited gives to `await`: CPython's FutureIter and its like. */
import type { PyException } from './errors.ts';
import { PyObject, type Value } from './value.ts';

export abstract class NativeAwaitable extends PyObject {
  /** True once `send` or `throwIn` has given the result instead of a yielded value. */
  isFinished = false;
  /** The yielded value, or the result (then `isFinished` is set). Raises what the await raises. */
  abstract send(value: Value): Value;
  /** An exception is thrown in at the await; by default it is raised right there. */
  abstract throwIn(exception: PyException): Value;
}
