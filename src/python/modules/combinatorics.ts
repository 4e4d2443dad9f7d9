/** product, permutations, combinations (Modules/itertoolsmodule.c). */
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { defineIterator } from '../objects/iterators.ts';
import { newMethod } from '../objects/native.ts';
import { toArray } from '../objects/protocol.ts';
import { asSize, isInt } from '../objects/sequences.ts';
import { nativeType, PyTuple, type PyType, type Value } from '../objects/value.ts';
import { itertool } from './itertool.ts';

/** Goes through index tuples; the subclass says how one follows from the last. */
abstract class Selections extends NativeIterator {
  private state: 'new' | 'running' | 'done' = 'new';
  /** Turns the indices into the next ones in place; false after the last. */
  protected abstract advance(): boolean;
  protected abstract current(): Value[];
  protected abstract isEmpty(): boolean;
  nextValue(): Value | undefined {
    if (this.state === 'done') return undefined;
    const isThere = this.state === 'new' ? !this.isEmpty() : this.advance();
    this.state = isThere ? 'running' : 'done';
    return isThere ? new PyTuple(this.current()) : undefined;
  }
}

function size(r: Value): number {
  const count = asSize(r);
  return count < 0 ? raise(ValueError, 'r must be non-negative') : count;
}

class Product extends Selections {
  private readonly pools: readonly (readonly Value[])[];
  private readonly indices: number[];
  constructor(cls: PyType, pools: readonly (readonly Value[])[]) {
    super(cls);
    this.pools = pools;
    this.indices = pools.map(() => 0);
  }
  protected isEmpty(): boolean {
    return this.pools.some((pool) => pool.length === 0);
  }
  protected advance(): boolean {
    for (let i = this.pools.length - 1; i >= 0; i--) {
      const next = (this.indices[i] as number) + 1;
      if (next < (this.pools[i] as readonly Value[]).length) {
        this.indices[i] = next;
        return true;
      }
      this.indices[i] = 0;
    }
    return false;
  }
  protected current(): Value[] {
    return this.pools.map((pool, i) => pool[this.indices[i] as number] as Value);
  }
}

export const productType = defineIterator(nativeType('product'));
productType.attrs.set('__module__', 'itertools');
newMethod(productType, (args, keywords, cls) => {
  for (const name of keywords?.keys() ?? [])
    if (name !== 'repeat') return raise(TypeError, `product() got an unexpected keyword argument '${name}'`);
  const times = asSize(keywords?.get('repeat') ?? 1);
  if (times < 0) return raise(ValueError, 'repeat argument cannot be negative');
  const pools = args.slice(1).map((iterable) => toArray(iterable));
  return new Product(cls, Array.from({ length: times }, () => pools).flat());
});

abstract class Chosen extends Selections {
  protected readonly pool: readonly Value[];
  protected readonly r: number;
  protected indices: number[];
  constructor(cls: PyType, pool: readonly Value[], indices: number[], r: number) {
    super(cls);
    this.pool = pool;
    this.r = r;
    this.indices = indices;
  }
  protected isEmpty(): boolean {
    return this.r > this.pool.length;
  }
  protected current(): Value[] {
    const result: Value[] = [];
    for (let i = 0; i < this.r; i++) result.push(this.pool[this.indices[i] as number] as Value);
    return result;
  }
}

class Combinations extends Chosen {
  protected advance(): boolean {
    const { indices, r } = this;
    const n = this.pool.length;
    let i = r - 1;
    while (i >= 0 && indices[i] === i + n - r) i--;
    if (i < 0) return false;
    indices[i] = (indices[i] as number) + 1;
    for (let j = i + 1; j < r; j++) indices[j] = (indices[j - 1] as number) + 1;
    return true;
  }
}

class WithReplacement extends Chosen {
  protected override isEmpty(): boolean {
    return this.pool.length === 0 && this.r > 0;
  }
  protected advance(): boolean {
    const { indices, r } = this;
    const n = this.pool.length;
    let i = r - 1;
    while (i >= 0 && indices[i] === n - 1) i--;
    if (i < 0) return false;
    indices.fill((indices[i] as number) + 1, i);
    return true;
  }
}

class Permutations extends Chosen {
  private readonly cycles: number[];
  constructor(cls: PyType, pool: readonly Value[], r: number) {
    super(cls, pool, [...pool.keys()], r);
    this.cycles = Array.from({ length: r }, (_, i) => pool.length - i);
  }
  protected advance(): boolean {
    const { indices, cycles } = this;
    const n = this.pool.length;
    for (let i = this.r - 1; i >= 0; i--) {
      const left = (cycles[i] as number) - 1;
      if (left === 0) {
        cycles[i] = n - i;
        indices.push(...indices.splice(i, 1));
        continue;
      }
      cycles[i] = left;
      const other = n - left;
      const kept = indices[i] as number;
      indices[i] = indices[other] as number;
      indices[other] = kept;
      return true;
    }
    return false;
  }
}

export const combinationsType = itertool('combinations', 'iterable, r', (cls, iterable, r) => {
  const pool = toArray(iterable as Value);
  const count = size(r as Value);
  return new Combinations(
    cls,
    pool,
    Array.from({ length: Math.min(count, pool.length) }, (_, i) => i),
    count,
  );
});

export const withReplacementType = itertool('combinations_with_replacement', 'iterable, r', (cls, iterable, r) => {
  const count = size(r as Value);
  return new WithReplacement(cls, toArray(iterable as Value), new Array<number>(count).fill(0), count);
});

export const permutationsType = itertool('permutations', 'iterable, r=None', (cls, iterable, r = null) => {
  const pool = toArray(iterable as Value);
  if (r !== null && !isInt(r)) return raise(TypeError, 'Expected int as r');
  return new Permutations(cls, pool, r === null ? pool.length : size(r));
});
