/** Iterators over lists, tuples and callables, and how any native iterator type gets its methods. Others stand beside what they iterate over. */
import { exception, PyRaise, raise, raiseObject, StopIteration, TypeError } from './errors.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineRemaking, defineRestoring, indexOfState } from './iterator-state.ts';
import { method, newMethod } from './native.ts';
import { call, callSpecial, equals, itemOrEnd, length, sequenceIteratorType } from './protocol.ts';
import { isInstance, NotImplemented, nativeType, PyList, PyTuple, type PyType, typeOf, type Value } from './value.ts';

/** Gives a type `__iter__` and `__next__`. */
export function defineIterator(cls: PyType): PyType {
  method(cls, '__iter__', 'self, /', (self: Value) => self);
  method(cls, '__next__', 'self, /', (self: NativeIterator) => {
    const value = self.nextValue();
    return value === undefined ? raiseObject(exception(StopIteration)) : value;
  });
  method(cls, '__length_hint__', 'self, /', (self: NativeIterator) => {
    const hint = self.lengthHint();
    return hint === undefined ? NotImplemented : hint;
  });
  return cls;
}

/** A type of iterators that programs cannot make or subclass: `list_iterator`. */
export function iteratorType(name: string): PyType {
  const cls = nativeType(name);
  cls.isBaseType = false;
  newMethod(cls, () => raise(TypeError, `cannot create '${name}' instances`));
  return defineIterator(cls);
}

defineIterator(sequenceIteratorType);

export const listIteratorType = iteratorType('list_iterator');
export const listReverseIteratorType = iteratorType('list_reverseiterator');
export const tupleIteratorType = iteratorType('tuple_iterator');
export const callableIteratorType = iteratorType('callable_iterator');
defineRemaking(
  sequenceIteratorType,
  listIteratorType,
  listReverseIteratorType,
  tupleIteratorType,
  callableIteratorType,
);
defineRestoring(sequenceIteratorType, listIteratorType, listReverseIteratorType, tupleIteratorType);

/** Sees what happens to the list while it runs; once exhausted it stays so. */
export class ListIterator extends NativeIterator {
  private list: PyList | null;
  private index = 0;
  constructor(list: PyList) {
    super(listIteratorType);
    this.list = list;
  }
  nextValue(): Value | undefined {
    if (this.list === null) return undefined;
    const item = this.list.items[this.index++];
    if (item === undefined) this.list = null;
    return item;
  }
  override lengthHint(): number {
    return this.list === null ? 0 : Math.max(0, this.list.items.length - this.index);
  }
  override remake(): Remake {
    return this.list === null
      ? { by: 'iter', args: [new PyList([])] }
      : { by: 'iter', args: [this.list], state: this.index };
  }
  override restore(state: Value): void {
    if (this.list === null) return;
    const end = this.list.items.length;
    const index = indexOfState(state, -1, end);
    this.index = index < 0 ? end : index;
  }
}

export class ListReverseIterator extends NativeIterator {
  private readonly list: PyList;
  private index: number;
  constructor(list: PyList) {
    super(listReverseIteratorType);
    this.list = list;
    this.index = list.items.length - 1;
  }
  nextValue(): Value | undefined {
    if (this.index < 0) return undefined;
    const item = this.list.items[this.index--];
    if (item === undefined) this.index = -1;
    return item;
  }
  override lengthHint(): number {
    return this.index < this.list.items.length ? this.index + 1 : 0;
  }
  override remake(): Remake {
    return this.index < 0
      ? { by: 'reversed', args: [new PyList([])] }
      : { by: 'reversed', args: [this.list], state: this.index };
  }
  override restore(state: Value): void {
    if (this.index >= 0) this.index = indexOfState(state, -1, this.list.items.length - 1);
  }
}

export class TupleIterator extends NativeIterator {
  private readonly tuple: PyTuple;
  private readonly items: readonly Value[];
  private index = 0;
  constructor(tuple: PyTuple) {
    super(tupleIteratorType);
    this.tuple = tuple;
    this.items = tuple.items;
  }
  override remake(): Remake {
    return this.index >= this.items.length
      ? { by: 'iter', args: [new PyTuple([])] }
      : { by: 'iter', args: [this.tuple], state: this.index };
  }
  override restore(state: Value): void {
    this.index = indexOfState(state, 0, this.items.length);
  }
  nextValue(): Value | undefined {
    return this.index < this.items.length ? this.items[this.index++] : undefined;
  }
  override lengthHint(): number {
    return this.items.length - this.index;
  }
}

/** An iterator over values that TypeScript code has at hand. */
export class ArrayIterator extends NativeIterator {
  private readonly items: readonly Value[];
  private index = 0;
  constructor(items: readonly Value[], cls: PyType = tupleIteratorType) {
    super(cls);
    this.items = items;
  }
  nextValue(): Value | undefined {
    return this.index < this.items.length ? this.items[this.index++] : undefined;
  }
  override lengthHint(): number {
    return this.items.length - this.index;
  }
}

/** `iter(callable, sentinel)`. A `for` loop makes the calls in frames: vm/loop-calls.ts. CPython: Objects/iterobject.c, calliterobject. */
export class CallableIterator extends NativeIterator {
  /** Undefined once it is exhausted. */
  callable: Value | undefined;
  private readonly sentinel: Value;
  constructor(callable: Value, sentinel: Value) {
    super(callableIteratorType);
    this.callable = callable;
    this.sentinel = sentinel;
  }
  nextValue(): Value | undefined {
    if (this.callable === undefined) return undefined;
    try {
      const value = call(this.callable);
      if (!this.isLast(value)) return value;
    } catch (thrown) {
      // Any other exception leaves the iterator as it was.
      if (!(thrown instanceof PyRaise) || !isInstance(thrown.exception, StopIteration)) throw thrown;
    }
    this.callable = undefined;
    return undefined;
  }
  /** Whether the callable's answer ends the iteration. The call may have gone on with this very iterator, to its end. */
  isLast(answer: Value): boolean {
    if (this.callable !== undefined && !equals(answer, this.sentinel)) return false;
    this.callable = undefined;
    return true;
  }
  override remake(): Remake {
    return { by: 'iter', args: this.callable === undefined ? [new PyTuple([])] : [this.callable, this.sentinel] };
  }
}

export const reversedType = defineIterator(nativeType('reversed'));

/** CPython: Objects/enumobject.c, reversed_new_impl. */
newMethod(reversedType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0 && cls === reversedType)
    return raise(TypeError, 'reversed() takes no keyword arguments');
  if (args.length !== 2) return raise(TypeError, `reversed expected 1 argument, got ${args.length - 1}`);
  return reversed(args[1] as Value, cls);
});

/** `reversed(sequence)`. */
export function reversed(sequence: Value, cls: PyType = reversedType): Value {
  const own = typeOf(sequence);
  const found = own.lookup('__reversed__');
  if (found === null) return raise(TypeError, `'${own.name}' object is not reversible`);
  if (found !== undefined) return callSpecial(sequence, '__reversed__') as Value;
  if (own.isHeapType && own.lookup('__getitem__') !== undefined) length(sequence);
  if (!isSequence(own)) return raise(TypeError, `'${own.name}' object is not reversible`);
  return new Reversed(cls, sequence);
}

function isSequence(cls: PyType): boolean {
  return (
    cls.lookup('__getitem__') !== undefined &&
    cls.lookup('__len__') !== undefined &&
    cls.layout !== 'dict' &&
    cls.name !== 'mappingproxy'
  );
}

class Reversed extends NativeIterator {
  private readonly sequence: Value;
  private index: number;
  constructor(cls: PyType, sequence: Value) {
    super(cls);
    this.sequence = sequence;
    this.index = length(sequence) - 1;
  }
  nextValue(): Value | undefined {
    if (this.index < 0) return undefined;
    let item: Value | undefined;
    try {
      item = itemOrEnd(this.sequence, this.index--);
      return item;
    } finally {
      if (item === undefined) this.index = -1;
    }
  }
  override lengthHint(): number {
    return this.index + 1;
  }
  override remake(): Remake {
    return this.index < 0
      ? { by: 'type', args: [new PyTuple([])] }
      : { by: 'type', args: [this.sequence], state: this.index };
  }
  override restore(state: Value): void {
    if (this.index >= 0) this.index = indexOfState(state, -1, length(this.sequence) - 1);
  }
}
defineRemaking(reversedType);
defineRestoring(reversedType);
