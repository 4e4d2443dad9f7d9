/** `enumerate`, `zip`, `map` and `filter` (Objects/enumobject.c, Python/bltinmodule.c). */
import { PyRaise, raise, StopIteration, TypeError, ValueError } from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineRemaking, defineRestoring } from './iterator-state.ts';
import { defineIterator } from './iterators.ts';
import { type Keywords, newMethod, rawClassMethod } from './native.ts';
import { asIndex, call, callWith, getIter, iterNext, truthy } from './protocol.ts';
import { isInstance, nativeType, normalizeInt, PyTuple, type PyType, type Value } from './value.ts';

export const enumerateType = defineIterator(nativeType('enumerate'));
export const zipType = defineIterator(nativeType('zip'));
export const mapType = defineIterator(nativeType('map'));
export const filterType = defineIterator(nativeType('filter'));
defineRemaking(enumerateType, zipType, mapType, filterType);
defineRestoring(zipType, mapType);

export class Enumerate extends NativeIterator {
  private readonly iterator: Value;
  private index: number | bigint;
  constructor(iterable: Value, start: number | bigint, cls: PyType = enumerateType) {
    super(cls);
    this.iterator = getIter(iterable);
    this.index = start;
  }
  nextValue(): Value | undefined {
    const item = iterNext(this.iterator);
    if (item === undefined) return undefined;
    const index = this.index;
    this.index =
      typeof index === 'number' && index < Number.MAX_SAFE_INTEGER ? index + 1 : normalizeInt(BigInt(index) + 1n);
    return new PyTuple([index, item]);
  }
  override remake(): Remake {
    return { by: 'type', args: [this.iterator, this.index] };
  }
}

newMethod(enumerateType, (args, keywords, cls) => {
  const [iterable, start] = enumerateArguments(args.slice(1), keywords);
  return new Enumerate(iterable, start === undefined ? 0 : asIndex(start), cls);
});

function enumerateArguments(given: readonly Value[], keywords: Keywords): readonly [Value, Value | undefined] {
  const total = given.length + (keywords?.size ?? 0);
  if (total > 0 && total <= 2)
    for (const name of keywords?.keys() ?? []) {
      if (name !== 'iterable' && name !== 'start')
        return raise(TypeError, `'${name}' is an invalid keyword argument for enumerate()`);
    }
  if (total > 2) return raise(TypeError, `enumerate() takes at most 2 arguments (${total} given)`);
  const iterable = given[0] ?? keywords?.get('iterable');
  if (given.length === 0 && !keywords?.has('iterable'))
    return raise(TypeError, "enumerate() missing required argument 'iterable'");
  return [iterable ?? null, given.length > 1 ? given[1] : keywords?.get('start')];
}

rawClassMethod(enumerateType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

/** The `strict` keyword; any other is an error. */
function strictKeyword(name: string, keywords: Keywords): boolean {
  const count = keywords?.size ?? 0;
  if (count > 1) return raise(TypeError, `${name}() takes at most 1 keyword argument (${count} given)`);
  for (const key of keywords?.keys() ?? []) {
    if (key !== 'strict') return raise(TypeError, `${name}() got an unexpected keyword argument '${key}'`);
  }
  const strict = keywords?.get('strict');
  return strict !== undefined && truthy(strict);
}

/** Several iterators in step: one row, or undefined at the end. */
class Rows {
  private readonly name: string;
  readonly iterators: readonly Value[];
  isStrict: boolean;
  constructor(name: string, iterables: readonly Value[], isStrict: boolean) {
    this.name = name;
    this.iterators = iterables.map((iterable) => getIter(iterable));
    this.isStrict = isStrict;
  }
  next(): Value[] | undefined {
    const iterators = this.iterators;
    if (iterators.length === 0) return undefined;
    const row: Value[] = [];
    for (let i = 0; i < iterators.length; i++) {
      const item = iterNext(iterators[i] as Value);
      if (item === undefined) {
        if (this.isStrict) this.checkLengths(i);
        return undefined;
      }
      row.push(item);
    }
    return row;
  }
  /** CPython: zip_next, label check. The iterator at `ended` was the first without an item. */
  private checkLengths(ended: number): void {
    if (ended > 0) return this.raiseUneven(ended, 'shorter');
    for (let i = 1; i < this.iterators.length; i++) {
      if (iterNext(this.iterators[i] as Value) !== undefined) return this.raiseUneven(i, 'longer');
    }
  }
  private raiseUneven(index: number, how: string): never {
    const others = index === 1 ? ' 1' : `s 1-${index}`;
    return raise(ValueError, `${this.name}() argument ${index + 1} is ${how} than argument${others}`);
  }
}

export class Zip extends NativeIterator {
  private readonly rows: Rows;
  constructor(iterables: readonly Value[], isStrict: boolean, cls: PyType = zipType) {
    super(cls);
    this.rows = new Rows('zip', iterables, isStrict);
  }
  nextValue(): Value | undefined {
    const row = this.rows.next();
    return row === undefined ? undefined : new PyTuple(row);
  }
  override remake(): Remake {
    return { by: 'type', args: this.rows.iterators, ...(this.rows.isStrict ? { state: true } : {}) };
  }
  override restore(state: Value): void {
    this.rows.isStrict = truthy(state);
  }
}

newMethod(zipType, (args, keywords, cls) => new Zip(args.slice(1), strictKeyword('zip', keywords), cls));

export class MapIterator extends NativeIterator {
  private readonly func: Value;
  /** The only iterator, when there is one: the common case needs no rows. */
  private readonly single: Value | undefined;
  private readonly rows: Rows;
  constructor(func: Value, iterables: readonly Value[], isStrict: boolean, cls: PyType = mapType) {
    super(cls);
    this.func = func;
    this.single = iterables.length === 1 ? getIter(iterables[0] as Value) : undefined;
    this.rows = new Rows('map', this.single === undefined ? iterables : [], isStrict);
  }
  nextValue(): Value | undefined {
    try {
      if (this.single !== undefined) {
        const item = iterNext(this.single);
        return item === undefined ? undefined : call(this.func, item);
      }
      const row = this.rows.next();
      return row === undefined ? undefined : callWith(this.func, row, null);
    } catch (thrown) {
      // A StopIteration that comes out of the function ends the map.
      if (thrown instanceof PyRaise && isInstance(thrown.exception, StopIteration)) return undefined;
      throw thrown;
    }
  }
  override remake(): Remake {
    const iterators = this.single === undefined ? this.rows.iterators : [this.single];
    return { by: 'type', args: [this.func, ...iterators], ...(this.rows.isStrict ? { state: true } : {}) };
  }
  override restore(state: Value): void {
    this.rows.isStrict = truthy(state);
  }
}

newMethod(mapType, (args, keywords, cls) => {
  const isStrict = strictKeyword('map', keywords);
  if (args.length < 3) return raise(TypeError, 'map() must have at least two arguments.');
  return new MapIterator(args[1] as Value, args.slice(2), isStrict, cls);
});

export class Filter extends NativeIterator {
  private readonly func: Value;
  private readonly iterator: Value;
  constructor(func: Value, iterable: Value, cls: PyType = filterType) {
    super(cls);
    this.func = func;
    this.iterator = getIter(iterable);
  }
  nextValue(): Value | undefined {
    for (;;) {
      const item = iterNext(this.iterator);
      if (item === undefined) return undefined;
      if (truthy(this.func === null ? item : call(this.func, item))) return item;
    }
  }
  override remake(): Remake {
    return { by: 'type', args: [this.func, this.iterator] };
  }
}

newMethod(filterType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0 && cls === filterType)
    return raise(TypeError, 'filter() takes no keyword arguments');
  if (args.length !== 3) return raise(TypeError, `filter expected 2 arguments, got ${args.length - 1}`);
  return new Filter(args[1] as Value, args[2] as Value, cls);
});
