/** How the iterators of `itertools` are declared. */
import type { NativeIterator } from '../objects/iterator.ts';
import { defineIterator } from '../objects/iterators.ts';
import { staticMethod } from '../objects/native.ts';
import { nativeType, type PyType, type Value } from '../objects/value.ts';

/** A type of `itertools`; its constructor gets the class and then its parameters in order. */
export function itertool(
  name: string,
  signature: string,
  make: { impl(cls: PyType, ...args: Value[]): NativeIterator }['impl'],
): PyType {
  const cls = defineIterator(nativeType(name));
  cls.attrs.set('__module__', 'itertools');
  staticMethod(cls, '__new__', signature === '' ? 'cls, /' : `cls, ${signature}`, make);
  return cls;
}
