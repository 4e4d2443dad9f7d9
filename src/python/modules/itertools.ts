/** The module `itertools` (Modules/itertoolsmodule.c). Combinatorics and grouping have files of their own. */

import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { defineIterator } from '../objects/iterators.ts';
import { classMethod, method, newMethod, rawClassMethod } from '../objects/native.ts';
import { binaryOp } from '../objects/operators.ts';
import { asIndex, call, callWith, getIter, iterNext, repr, toArray, truthy } from '../objects/protocol.ts';
import { asSize, isInt, reprOf } from '../objects/sequences.ts';
import { nativeType, PyTuple, type PyType, typeOf, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { combinationsType, permutationsType, productType, withReplacementType } from './combinatorics.ts';
import { batchedType, groupbyType, grouperType, pairwiseType, tee, teeType } from './grouping.ts';
import { itertool } from './itertool.ts';

const ADD = 0;

class Accumulate extends NativeIterator {
  private readonly iterator: Value;
  private readonly func: Value;
  private initial: Value;
  private total: Value | undefined;
  constructor(cls: PyType, iterable: Value, func: Value = null, initial: Value = null) {
    super(cls);
    this.iterator = getIter(iterable);
    this.func = func;
    this.initial = initial;
  }
  nextValue(): Value | undefined {
    if (this.initial !== null) {
      this.total = this.initial;
      this.initial = null;
      return this.total;
    }
    const item = iterNext(this.iterator);
    if (item === undefined) return undefined;
    if (this.total === undefined) this.total = item;
    else this.total = this.func === null ? binaryOp(ADD, this.total, item) : call(this.func, this.total, item);
    return this.total;
  }
}
const accumulateType = itertool(
  'accumulate',
  'iterable, func=None, *, initial=None',
  (cls, iterable, func, initial) => {
    return new Accumulate(cls, iterable as Value, func, initial);
  },
);

class Chain extends NativeIterator {
  private source: Value | undefined;
  private active: Value | undefined;
  constructor(cls: PyType, source: Value) {
    super(cls);
    this.source = source;
  }
  nextValue(): Value | undefined {
    while (this.source !== undefined) {
      if (this.active === undefined) {
        const iterable = iterNext(this.source);
        if (iterable === undefined) {
          this.source = undefined;
          return undefined;
        }
        this.active = getIter(iterable);
      }
      const item = iterNext(this.active);
      if (item !== undefined) return item;
      this.active = undefined;
    }
    return undefined;
  }
}
const chainType = defineIterator(nativeType('chain'));
chainType.attrs.set('__module__', 'itertools');
newMethod(chainType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0 && cls === chainType)
    return raise(TypeError, 'chain() takes no keyword arguments');
  return new Chain(cls, getIter(new PyTuple(args.slice(1))));
});
classMethod(
  chainType,
  'from_iterable',
  'type, iterable, /',
  (cls: PyType, iterable: Value) => new Chain(cls, getIter(iterable)),
);
rawClassMethod(chainType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

class Compress extends NativeIterator {
  private readonly data: Value;
  private readonly selectors: Value;
  constructor(cls: PyType, data: Value, selectors: Value) {
    super(cls);
    this.data = getIter(data);
    this.selectors = getIter(selectors);
  }
  nextValue(): Value | undefined {
    for (;;) {
      const item = iterNext(this.data);
      if (item === undefined) return undefined;
      const selector = iterNext(this.selectors);
      if (selector === undefined) return undefined;
      if (truthy(selector)) return item;
    }
  }
}
const compressType = itertool(
  'compress',
  'data, selectors',
  (cls, data, selectors) => new Compress(cls, data as Value, selectors as Value),
);

class Count extends NativeIterator {
  private value: Value;
  private readonly step: Value;
  constructor(cls: PyType, start: Value = 0, step: Value = 1) {
    super(cls);
    for (const part of [start, step]) if (!isNumber(part)) raise(TypeError, 'a number is required');
    this.value = start;
    this.step = step;
  }
  nextValue(): Value {
    interpreter.spend(1);
    const value = this.value;
    const next = typeof value === 'number' && typeof this.step === 'number' ? value + this.step : Number.NaN;
    this.value = Number.isSafeInteger(next) ? next : binaryOp(ADD, value, this.step);
    return value;
  }
  show(): string {
    return this.step === 1
      ? `${this.cls.name}(${reprOf(this.value)})`
      : `${this.cls.name}(${reprOf(this.value)}, ${reprOf(this.step)})`;
  }
}
function isNumber(value: Value): boolean {
  const cls = typeOf(value);
  return (
    isInt(value) || ['__index__', '__float__', '__int__', '__complex__'].some((name) => cls.lookup(name) !== undefined)
  );
}
const countType = itertool('count', 'start=0, step=1', (cls, start, step) => new Count(cls, start, step));
method(countType, '__repr__', 'self, /', (self: Count) => self.show());

class Cycle extends NativeIterator {
  private iterator: Value | undefined;
  private readonly saved: Value[] = [];
  private index = 0;
  constructor(cls: PyType, iterable: Value) {
    super(cls);
    this.iterator = getIter(iterable);
  }
  nextValue(): Value | undefined {
    if (this.iterator !== undefined) {
      const item = iterNext(this.iterator);
      if (item !== undefined) {
        this.saved.push(item);
        return item;
      }
      this.iterator = undefined;
    }
    if (this.saved.length === 0) return undefined;
    const item = this.saved[this.index];
    this.index = (this.index + 1) % this.saved.length;
    return item;
  }
}
const cycleType = itertool('cycle', 'iterable, /', (cls, iterable) => new Cycle(cls, iterable as Value));

/** dropwhile, takewhile and filterfalse: a predicate and an iterable. */
abstract class Predicated extends NativeIterator {
  protected readonly predicate: Value;
  protected readonly iterator: Value;
  constructor(cls: PyType, predicate: Value, iterable: Value) {
    super(cls);
    this.predicate = predicate;
    this.iterator = getIter(iterable);
  }
}

class DropWhile extends Predicated {
  private isStarted = false;
  nextValue(): Value | undefined {
    for (;;) {
      const item = iterNext(this.iterator);
      if (item === undefined || this.isStarted) return item;
      if (!truthy(call(this.predicate, item))) {
        this.isStarted = true;
        return item;
      }
    }
  }
}

class TakeWhile extends Predicated {
  private isStopped = false;
  nextValue(): Value | undefined {
    if (this.isStopped) return undefined;
    const item = iterNext(this.iterator);
    if (item === undefined || truthy(call(this.predicate, item))) return item;
    this.isStopped = true;
    return undefined;
  }
}

class FilterFalse extends Predicated {
  nextValue(): Value | undefined {
    for (;;) {
      const item = iterNext(this.iterator);
      if (item === undefined) return undefined;
      if (!truthy(this.predicate === null ? item : call(this.predicate, item))) return item;
    }
  }
}

class StarMap extends Predicated {
  nextValue(): Value | undefined {
    const args = iterNext(this.iterator);
    return args === undefined ? undefined : callWith(this.predicate, toArray(args), null);
  }
}

const dropwhileType = itertool(
  'dropwhile',
  'predicate, iterable, /',
  (cls, func, iterable) => new DropWhile(cls, func as Value, iterable as Value),
);
const takewhileType = itertool(
  'takewhile',
  'predicate, iterable, /',
  (cls, func, iterable) => new TakeWhile(cls, func as Value, iterable as Value),
);
const filterfalseType = itertool(
  'filterfalse',
  'function, iterable, /',
  (cls, func, iterable) => new FilterFalse(cls, func as Value, iterable as Value),
);
const starmapType = itertool(
  'starmap',
  'function, iterable, /',
  (cls, func, iterable) => new StarMap(cls, func as Value, iterable as Value),
);

class ISlice extends NativeIterator {
  private iterator: Value | undefined;
  private next: number;
  private readonly stop: number;
  private readonly step: number;
  private count = 0;
  constructor(
    cls: PyType,
    iterable: Value,
    range: { readonly start: number; readonly stop: number; readonly step: number },
  ) {
    super(cls);
    this.iterator = getIter(iterable);
    this.next = range.start;
    this.stop = range.stop;
    this.step = range.step;
  }
  nextValue(): Value | undefined {
    if (this.iterator === undefined) return undefined;
    const wanted = Math.min(this.next, this.stop);
    while (this.count < wanted) {
      if (iterNext(this.iterator) === undefined) return this.finish();
      this.count++;
    }
    if (this.count >= this.stop) return this.finish();
    const item = iterNext(this.iterator);
    if (item === undefined) return this.finish();
    this.count++;
    this.next = Math.min(this.next + this.step, this.stop);
    return item;
  }
  private finish(): undefined {
    this.iterator = undefined;
    return undefined;
  }
}

/** CPython: islice_new. */
const isliceType = defineIterator(nativeType('islice'));
isliceType.attrs.set('__module__', 'itertools');
newMethod(isliceType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0 && cls === isliceType)
    return raise(TypeError, 'islice() takes no keyword arguments');
  const [iterable, ...limits] = args.slice(1);
  if (iterable === undefined || limits.length === 0)
    return raise(TypeError, `islice expected at least 2 arguments, got ${args.length - 1}`);
  if (limits.length > 3) return raise(TypeError, `islice expected at most 4 arguments, got ${args.length - 1}`);
  const [start, stop] = limits.length === 1 ? [null, limits[0]] : limits;
  const range = {
    start: sliceLimit(start ?? null, 0, 'Indices for'),
    stop: sliceLimit(stop ?? null, Infinity, 'Stop argument for'),
    step: sliceStep(limits[2] ?? null),
  };
  return new ISlice(cls, iterable, range);
});

/** `sys.maxsize`. */
const MAX_SIZE = 2n ** 63n - 1n;

function sliceLimit(value: Value, missing: number, what: string): number {
  if (value === null) return missing;
  const limit = isInt(value) || typeOf(value).lookup('__index__') !== undefined ? asIndex(value) : -1;
  if (limit < 0 || limit > MAX_SIZE)
    return raise(ValueError, `${what} islice() must be None or an integer: 0 <= x <= sys.maxsize.`);
  return Number(limit);
}

function sliceStep(value: Value): number {
  if (value === null) return 1;
  const step = isInt(value) || typeOf(value).lookup('__index__') !== undefined ? asIndex(value) : -1;
  return step >= 1 && step <= MAX_SIZE
    ? Number(step)
    : raise(ValueError, 'Step for islice() must be a positive integer or None.');
}

class Repeat extends NativeIterator {
  private readonly element: Value;
  /** Infinity: for ever. */
  private left: number;
  constructor(cls: PyType, element: Value, times?: Value) {
    super(cls);
    this.element = element;
    this.left = times === undefined ? Infinity : Math.max(0, asSize(times));
  }
  nextValue(): Value | undefined {
    if (this.left === 0) return undefined;
    this.left--;
    interpreter.spend(1);
    return this.element;
  }
  override lengthHint(): number {
    return this.left === Infinity ? raise(TypeError, 'len() of unsized object') : this.left;
  }
  show(): string {
    return this.left === Infinity
      ? `${this.cls.name}(${repr(this.element)})`
      : `${this.cls.name}(${repr(this.element)}, ${this.left})`;
  }
}
const repeatType = itertool(
  'repeat',
  'object, times=None',
  (cls, element, times) => new Repeat(cls, element as Value, times),
);
method(repeatType, '__repr__', 'self, /', (self: Repeat) => self.show());

class ZipLongest extends NativeIterator {
  private readonly iterators: (Value | undefined)[];
  private readonly fill: Value;
  private active: number;
  constructor(cls: PyType, iterables: readonly Value[], fill: Value) {
    super(cls);
    this.iterators = iterables.map((iterable) => getIter(iterable));
    this.fill = fill;
    this.active = iterables.length;
  }
  nextValue(): Value | undefined {
    if (this.active === 0) return undefined;
    const row: Value[] = [];
    for (let i = 0; i < this.iterators.length; i++) {
      const iterator = this.iterators[i];
      const item = iterator === undefined ? this.fill : iterNext(iterator);
      if (item === undefined) {
        this.iterators[i] = undefined;
        this.active--;
        if (this.active === 0) return undefined;
        row.push(this.fill);
      } else row.push(item);
    }
    return new PyTuple(row);
  }
}
const zipLongestType = defineIterator(nativeType('zip_longest'));
zipLongestType.attrs.set('__module__', 'itertools');
newMethod(zipLongestType, (args, keywords, cls) => {
  for (const name of keywords?.keys() ?? [])
    if (name !== 'fillvalue') return raise(TypeError, 'zip_longest() got an unexpected keyword argument');
  return new ZipLongest(cls, args.slice(1), keywords?.get('fillvalue') ?? null);
});

export function itertoolsModule(): Map<string, Value> {
  const types = [
    accumulateType,
    batchedType,
    chainType,
    combinationsType,
    withReplacementType,
    compressType,
    countType,
    cycleType,
    dropwhileType,
    filterfalseType,
    groupbyType,
    isliceType,
    pairwiseType,
    permutationsType,
    productType,
    repeatType,
    starmapType,
    takewhileType,
    zipLongestType,
    grouperType,
    teeType,
  ];
  return new Map<string, Value>([...types.map((cls): [string, Value] => [cls.name, cls]), ['tee', tee]]);
}
