/** What an instruction becomes when it is first executed: the form of it for the kind of object that it works on. */
import * as Op from '../compile/op.ts';
import { PyFunction } from '../objects/function.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { ListIterator } from '../objects/iterators.ts';
import { PyNative } from '../objects/native.ts';
import { RangeIterator } from '../objects/range.ts';
import { generatorType, PyType, type Value } from '../objects/value.ts';
import { PyGenerator } from './generator.ts';

export function callOp(callee: Value): number {
  if (callee instanceof PyFunction) return Op.CALL_FUNCTION;
  if (callee instanceof PyNative) return Op.CALL_NATIVE;
  return callee instanceof PyType ? Op.CALL_TYPE : Op.CALL_ANY;
}

export function forIterOp(iterator: Value): number {
  if (iterator instanceof RangeIterator) return Op.FOR_ITER_RANGE;
  if (iterator instanceof ListIterator) return Op.FOR_ITER_LIST;
  if (iterator instanceof NativeIterator) return Op.FOR_ITER_NATIVE;
  return iterator instanceof PyGenerator && iterator.cls === generatorType ? Op.FOR_ITER_GENERATOR : Op.FOR_ITER_ANY;
}
