/** groupby, pairwise, batched and tee (Modules/itertoolsmodule.c). */
import { RuntimeError, raise, ValueError } from '../objects/errors.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { iteratorType } from '../objects/iterators.ts';
import { method, nativeFunction, staticMethod } from '../objects/native.ts';
import { call, callMethod, getIter, iterNext, truthy } from '../objects/protocol.ts';
import { asSize, sameOrEqual } from '../objects/sequences.ts';
import { PyTuple, type PyType, typeOf, type Value } from '../objects/value.ts';
import { itertool } from './itertool.ts';

class GroupBy extends NativeIterator {
  private readonly iterator: Value;
  private readonly func: Value;
  private targetKey: Value | undefined;
  currentKey: Value | undefined;
  private currentValue: Value | undefined;
  private grouper: Grouper | undefined;
  constructor(cls: PyType, iterable: Value, func: Value) {
    super(cls);
    this.iterator = getIter(iterable);
    this.func = func;
  }
  nextValue(): Value | undefined {
    this.grouper = undefined;
    // Skips what is left of the last group.
    while (
      this.currentKey === undefined ||
      (this.targetKey !== undefined && sameOrEqual(this.targetKey, this.currentKey))
    ) {
      if (!this.step()) return undefined;
    }
    this.targetKey = this.currentKey;
    this.grouper = new Grouper(this, this.currentKey);
    return new PyTuple([this.currentKey, this.grouper]);
  }
  /** CPython: groupby_step. */
  private step(): boolean {
    const value = iterNext(this.iterator);
    if (value === undefined) return false;
    const key = this.func === null ? value : call(this.func, value);
    this.currentValue = value;
    this.currentKey = key;
    return true;
  }
  /** CPython: _grouper_next. */
  nextOf(grouper: Grouper): Value | undefined {
    if (this.grouper !== grouper) return undefined;
    if (this.currentValue === undefined && !this.step()) return undefined;
    if (this.currentKey === undefined || !sameOrEqual(grouper.key, this.currentKey)) return undefined;
    const value = this.currentValue;
    this.currentValue = undefined;
    return value;
  }
}

export const grouperType = iteratorType('_grouper');
grouperType.attrs.set('__module__', 'itertools');

class Grouper extends NativeIterator {
  private readonly parent: GroupBy;
  readonly key: Value;
  constructor(parent: GroupBy, key: Value) {
    super(grouperType);
    this.parent = parent;
    this.key = key;
  }
  nextValue(): Value | undefined {
    return this.parent.nextOf(this);
  }
}

export const groupbyType = itertool(
  'groupby',
  'iterable, key=None',
  (cls, iterable, key = null) => new GroupBy(cls, iterable as Value, key),
);

class Pairwise extends NativeIterator {
  private readonly iterator: Value;
  private previous: Value | undefined;
  constructor(cls: PyType, iterable: Value) {
    super(cls);
    this.iterator = getIter(iterable);
  }
  nextValue(): Value | undefined {
    const previous = this.previous === undefined ? iterNext(this.iterator) : this.previous;
    if (previous === undefined) return undefined;
    this.previous = iterNext(this.iterator);
    return this.previous === undefined ? undefined : new PyTuple([previous, this.previous]);
  }
}
export const pairwiseType = itertool(
  'pairwise',
  'iterable, /',
  (cls, iterable) => new Pairwise(cls, iterable as Value),
);

class Batched extends NativeIterator {
  private iterator: Value | undefined;
  private readonly count: number;
  private readonly isStrict: boolean;
  constructor(cls: PyType, iterable: Value, options: { readonly count: number; readonly isStrict: boolean }) {
    super(cls);
    this.count = options.count;
    this.isStrict = options.isStrict;
    this.iterator = getIter(iterable);
  }
  nextValue(): Value | undefined {
    if (this.iterator === undefined) return undefined;
    const items: Value[] = [];
    while (items.length < this.count) {
      const item = iterNext(this.iterator);
      if (item === undefined) break;
      items.push(item);
    }
    if (items.length === this.count) return new PyTuple(items);
    this.iterator = undefined;
    if (items.length === 0) return undefined;
    return this.isStrict ? raise(ValueError, 'batched(): incomplete batch') : new PyTuple(items);
  }
}
export const batchedType = itertool('batched', 'iterable, n, *, strict=False', (cls, iterable, n, strict = false) => {
  const count = asSize(n as Value);
  if (count < 1) return raise(ValueError, 'n must be at least one');
  return new Batched(cls, iterable as Value, { count, isStrict: truthy(strict) });
});

/** One value of a shared iterator; the iterators made by `tee` go along the chain, and what all have passed is forgotten. */
class Link {
  private value: Value | undefined;
  private next: Link | undefined;
  private readonly source: { readonly iterator: Value; isRunning: boolean };
  constructor(source: { readonly iterator: Value; isRunning: boolean }) {
    this.source = source;
  }
  read(): { readonly value: Value; readonly next: Link } | undefined {
    if (this.value === undefined || this.next === undefined) {
      if (this.source.isRunning) return raise(RuntimeError, 'cannot re-enter the tee iterator');
      this.source.isRunning = true;
      try {
        this.value = iterNext(this.source.iterator);
      } finally {
        this.source.isRunning = false;
      }
      if (this.value === undefined) return undefined;
      this.next = new Link(this.source);
    }
    return { value: this.value, next: this.next };
  }
}

export const teeType = iteratorType('_tee');
teeType.attrs.set('__module__', 'itertools');

class Tee extends NativeIterator {
  private link: Link;
  constructor(link: Link) {
    super(teeType);
    this.link = link;
  }
  nextValue(): Value | undefined {
    const read = this.link.read();
    if (read === undefined) return undefined;
    this.link = read.next;
    return read.value;
  }
  copy(): Tee {
    return new Tee(this.link);
  }
}
function teeOf(iterable: Value): Value {
  const iterator = getIter(iterable);
  return iterator instanceof Tee ? iterator.copy() : new Tee(new Link({ iterator, isRunning: false }));
}
staticMethod(teeType, '__new__', 'cls, iterable, /', (_cls: Value, iterable: Value) => teeOf(iterable));
method(teeType, '__copy__', 'self, /', (self: Tee) => self.copy());

export const tee = nativeFunction('tee', 'iterable, n=2, /', (iterable: Value, n: Value = 2) => {
  const count = asSize(n);
  if (count < 0) return raise(ValueError, 'n must be >= 0');
  const iterator = getIter(iterable);
  const first = typeOf(iterator).lookup('__copy__') === undefined ? teeOf(iterator) : callMethod(iterator, '__copy__');
  const result: Value[] = count === 0 ? [] : [first];
  while (result.length < count) result.push(callMethod(first, '__copy__'));
  return new PyTuple(result);
});
