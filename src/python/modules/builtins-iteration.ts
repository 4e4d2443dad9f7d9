/** Built-in functions about iteration: `iter`, `next`, `sorted`, `any`, `all`. CPython: Python/bltinmodule.c. */
import { isCallable } from '../objects/attributes.ts';
import { raise, raiseObject, stopIteration, TypeError } from '../objects/errors.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { CallableIterator } from '../objects/iterators.ts';
import { sortItems } from '../objects/list-sort.ts';
import { nativeFunction, type Outcome, type PyNative, rawFunction } from '../objects/native.ts';
import { getIter, iterNext, toArray, truthy } from '../objects/protocol.ts';
import { PyList, PyObject, typeOf, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { checkCount, takeKeywords, unpacking } from './arguments.ts';

export function iterationBuiltins(): readonly PyNative[] {
  return [
    unpacking('iter', 1, 2, (object: Value, sentinel?: Value) => {
      if (sentinel === undefined) return getIter(object);
      if (!isCallable(object)) return raise(TypeError, 'iter(v, w): v must be callable');
      return new CallableIterator(object, sentinel);
    }),
    unpacking('next', 1, 2, next),
    nativeFunction('any', 'iterable, /', (iterable: Value) => {
      const iterator = getIter(iterable);
      for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) if (truthy(item)) return true;
      return false;
    }),
    nativeFunction('all', 'iterable, /', (iterable: Value) => {
      const iterator = getIter(iterable);
      for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator))
        if (!truthy(item)) return false;
      return true;
    }),
    rawFunction('sorted', (args, keywords) => {
      checkCount('sorted', args.length, 1, 1);
      const items = toArray(args[0]);
      const { key, reverse } = takeKeywords('sort', keywords, ['key', 'reverse']);
      return new PyList(sortItems(items, key, reverse !== undefined && truthy(reverse)));
    }),
  ];
}

/** CPython: builtin_next. A generator is resumed by a frame of its own, so that it can be stepped into. */
function next(iterator: Value, missing?: Value): Outcome {
  if (!(iterator instanceof NativeIterator)) {
    const cls = typeOf(iterator);
    const found = cls.lookup('__next__');
    if (found === undefined) return raise(TypeError, `'${cls.name}' object is not an iterator`);
    if (missing === undefined && iterator instanceof PyObject) return interpreter.invoke(found, [iterator], null);
  }
  const value = iterNext(iterator);
  if (value !== undefined) return value;
  return missing === undefined ? raiseObject(stopIteration(null)) : missing;
}
