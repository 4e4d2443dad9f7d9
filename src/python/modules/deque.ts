/** `collections.deque` over a ring buffer (Modules/_collectionsmodule.c). */
import { IndexError, RuntimeError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { iteratorType } from '../objects/iterators.ts';
import { getset, method, newMethod, rawClassMethod } from '../objects/native.ts';
import { asIndex, callWith, each } from '../objects/protocol.ts';
import {
  asSize,
  clampIndex,
  compareSequences,
  defineComparisons,
  guardedRepr,
  isInt,
  repeated,
  reprItems,
  sameOrEqual,
} from '../objects/sequences.ts';
import { NotImplemented, nativeType, PyObject, PyTuple, type PyType, typeOf, type Value } from '../objects/value.ts';

export const dequeType = nativeType('deque');
dequeType.attrs.set('__module__', 'collections');

export class PyDeque extends PyObject {
  private buffer: (Value | undefined)[] = new Array(8);
  private head = 0;
  size = 0;
  maxlen: number | bigint | null = null;
  /** Counts changes of the size: an iterator notices. */
  state = 0;
  constructor(cls: PyType = dequeType) {
    super(cls);
  }
  at(index: number): Value {
    return this.buffer[(this.head + index) & (this.buffer.length - 1)] as Value;
  }
  put(index: number, value: Value): void {
    this.buffer[(this.head + index) & (this.buffer.length - 1)] = value;
  }
  append(value: Value): void {
    if (this.size === this.buffer.length) this.grow();
    this.put(this.size, value);
    this.size++;
    this.state++;
    if (this.maxlen !== null && this.size > this.maxlen) this.popLeft();
  }
  appendLeft(value: Value): void {
    if (this.size === this.buffer.length) this.grow();
    this.head = (this.head - 1) & (this.buffer.length - 1);
    this.buffer[this.head] = value;
    this.size++;
    this.state++;
    if (this.maxlen !== null && this.size > this.maxlen) this.pop();
  }
  /** Not to be called when empty. */
  pop(): Value {
    const value = this.at(this.size - 1);
    this.buffer[(this.head + this.size - 1) & (this.buffer.length - 1)] = undefined;
    this.size--;
    this.state++;
    return value;
  }
  /** Not to be called when empty. */
  popLeft(): Value {
    const value = this.buffer[this.head] as Value;
    this.buffer[this.head] = undefined;
    this.head = (this.head + 1) & (this.buffer.length - 1);
    this.size--;
    this.state++;
    return value;
  }
  items(): Value[] {
    const result: Value[] = [];
    for (let i = 0; i < this.size; i++) result.push(this.at(i));
    return result;
  }
  replace(items: readonly Value[]): void {
    this.buffer = new Array(8);
    this.head = 0;
    this.size = 0;
    for (const item of items) this.append(item);
    this.state++;
  }
  private grow(): void {
    const items = this.items();
    const size = this.buffer.length;
    this.buffer = items;
    this.buffer.length = size * 2;
    this.head = 0;
  }
}

newMethod(dequeType, (_args, _keywords, cls) => new PyDeque(cls));
method(
  dequeType,
  '__init__',
  'self, iterable=(), maxlen=None',
  (self: PyDeque, iterable?: Value, maxlen: Value = null) => {
    self.maxlen = maxlen === null ? null : maximum(maxlen);
    self.replace([]);
    if (iterable !== undefined) extend(self, iterable);
    return null;
  },
);

/** As it was given: `sys.maxsize` is more than a number holds exactly. */
function maximum(value: Value): number | bigint {
  if (!isInt(value)) return raise(TypeError, 'an integer is required');
  const size = asSize(value);
  if (size < 0) return raise(ValueError, 'maxlen must be non-negative');
  return typeof value === 'bigint' ? value : size;
}

function extend(self: PyDeque, iterable: Value): null {
  for (const item of iterable === self ? self.items() : each(iterable)) self.append(item);
  return null;
}

/** A deque of the same class with these items. */
function like(self: PyDeque, items: readonly Value[]): PyDeque {
  const result = new PyDeque(dequeType);
  result.maxlen = self.maxlen;
  result.replace(items);
  return result;
}

function copy(self: PyDeque): Value {
  if (self.cls === dequeType) return like(self, self.items());
  return callWith(self.cls, self.maxlen === null ? [self] : [self, self.maxlen], null);
}

function indexIn(self: PyDeque, key: Value): number {
  const given = typeof key === 'number' ? key : Number(asIndex(key));
  const index = given < 0 ? given + self.size : given;
  return index >= 0 && index < self.size ? index : raise(IndexError, 'deque index out of range');
}

/** The position of the first equal element; an element's `__eq__` must not change the deque. */
function find(self: PyDeque, value: Value, start: number, stop: number, mutated: string): number {
  const state = self.state;
  for (let i = start; i < stop && i < self.size; i++) {
    const isEqual = sameOrEqual(self.at(i), value);
    if (self.state !== state) return raise(mutated.startsWith('deque.remove') ? IndexError : RuntimeError, mutated);
    if (isEqual) return i;
  }
  return -1;
}

const MUTATED = 'deque mutated during iteration';

function removeAt(self: PyDeque, index: number): void {
  if (index === 0) self.popLeft();
  else if (index === self.size - 1) self.pop();
  else {
    for (let i = index; i < self.size - 1; i++) self.put(i, self.at(i + 1));
    self.pop();
  }
}

function rotate(self: PyDeque, steps: number): void {
  if (self.size < 2) return;
  const by = ((steps % self.size) + self.size) % self.size;
  const maxlen = self.maxlen;
  self.maxlen = null;
  if (by <= self.size / 2) for (let i = 0; i < by; i++) self.appendLeft(self.pop());
  else for (let i = by; i < self.size; i++) self.append(self.popLeft());
  self.maxlen = maxlen;
}

method(dequeType, 'append', 'self, item, /', (self: PyDeque, item: Value) => {
  self.append(item);
  return null;
});
method(dequeType, 'appendleft', 'self, item, /', (self: PyDeque, item: Value) => {
  self.appendLeft(item);
  return null;
});
method(dequeType, 'pop', 'self, /', (self: PyDeque) =>
  self.size === 0 ? raise(IndexError, 'pop from an empty deque') : self.pop(),
);
method(dequeType, 'popleft', 'self, /', (self: PyDeque) =>
  self.size === 0 ? raise(IndexError, 'pop from an empty deque') : self.popLeft(),
);
method(dequeType, 'extend', 'self, iterable, /', extend);
method(dequeType, 'extendleft', 'self, iterable, /', (self: PyDeque, iterable: Value) => {
  for (const item of iterable === self ? self.items() : each(iterable)) self.appendLeft(item);
  return null;
});
method(dequeType, 'clear', 'self, /', (self: PyDeque) => {
  self.replace([]);
  return null;
});
method(dequeType, 'copy', 'self, /', copy);
method(dequeType, '__copy__', 'self, /', copy);
method(dequeType, 'rotate', 'self, n=1, /', (self: PyDeque, steps: Value = 1) => {
  rotate(self, asSize(steps));
  return null;
});
method(dequeType, 'reverse', 'self, /', (self: PyDeque) => {
  self.replace(self.items().reverse());
  return null;
});
method(dequeType, 'count', 'self, value, /', (self: PyDeque, value: Value) => {
  let count = 0;
  for (let at = find(self, value, 0, self.size, MUTATED); at >= 0; at = find(self, value, at + 1, self.size, MUTATED))
    count++;
  return count;
});
method(
  dequeType,
  'index',
  'self, value, start=0, stop=9223372036854775807, /',
  (self: PyDeque, value: Value, start?: Value, stop?: Value) => {
    const found = find(self, value, clampIndex(start, self.size, 0), clampIndex(stop, self.size, self.size), MUTATED);
    return found < 0 ? raise(ValueError, 'deque.index(x): x not in deque') : found;
  },
);
method(dequeType, 'insert', 'self, index, value, /', (self: PyDeque, index: Value, value: Value) => {
  if (self.size === self.maxlen) return raise(IndexError, 'deque already at its maximum size');
  const at = Math.min(clampIndex(index, self.size, 0), self.size);
  self.append(value);
  for (let i = self.size - 1; i > at; i--) self.put(i, self.at(i - 1));
  self.put(at, value);
  return null;
});
method(dequeType, 'remove', 'self, value, /', (self: PyDeque, value: Value) => {
  const found = find(self, value, 0, self.size, 'deque mutated during remove().');
  if (found < 0) return raise(ValueError, 'deque.remove(x): x not in deque');
  removeAt(self, found);
  return null;
});
method(dequeType, '__len__', 'self, /', (self: PyDeque) => self.size);
method(dequeType, '__getitem__', 'self, key, /', (self: PyDeque, key: Value) => self.at(indexIn(self, key)));
method(dequeType, '__setitem__', 'self, key, value, /', (self: PyDeque, key: Value, value: Value) => {
  self.put(indexIn(self, key), value);
  return null;
});
method(dequeType, '__delitem__', 'self, key, /', (self: PyDeque, key: Value) => {
  removeAt(self, indexIn(self, key));
  return null;
});
method(
  dequeType,
  '__contains__',
  'self, key, /',
  (self: PyDeque, value: Value) => find(self, value, 0, self.size, MUTATED) >= 0,
);
dequeType.attrs.set('__hash__', null);
method(dequeType, '__repr__', 'self, /', (self: PyDeque) => {
  return guardedRepr(self, '[...]', () => {
    const bound = self.maxlen === null ? '' : `, maxlen=${self.maxlen}`;
    return `${self.cls.name}([${reprItems(self.items())}]${bound})`;
  });
});
method(dequeType, '__add__', 'self, value, /', (self: PyDeque, other: Value) => {
  if (!(other instanceof PyDeque))
    return raise(TypeError, `can only concatenate deque (not "${typeOf(other).tpName}") to deque`);
  const result = copy(self) as PyDeque;
  extend(result, other);
  return result;
});
method(dequeType, '__iadd__', 'self, value, /', (self: PyDeque, other: Value) => {
  extend(self, other);
  return self;
});
function repeat(self: PyDeque, count: Value): Value {
  const items = repeated(self.items(), count);
  return items === undefined ? NotImplemented : like(self, items);
}
method(dequeType, '__mul__', 'self, value, /', repeat);
method(dequeType, '__rmul__', 'self, value, /', repeat);
method(dequeType, '__imul__', 'self, value, /', (self: PyDeque, count: Value) => {
  const items = repeated(self.items(), count);
  if (items === undefined) return NotImplemented;
  self.replace(items);
  return self;
});
defineComparisons(dequeType, (self, other, comparison) => {
  if (!(self instanceof PyDeque) || !(other instanceof PyDeque)) return NotImplemented;
  return compareSequences(comparison, self.items(), other.items());
});
getset(dequeType, 'maxlen', (self: PyDeque) => self.maxlen);
method(dequeType, '__reduce__', 'self, /', (self: PyDeque) => {
  const args = self.maxlen === null ? [] : [new PyTuple([]), self.maxlen];
  return new PyTuple([self.cls, new PyTuple(args), null, new DequeIterator(self)]);
});
rawClassMethod(dequeType, '__class_getitem__', (args) => genericAlias(args[0] as Value, args[1] as Value));

export const dequeIteratorType = iteratorType('_deque_iterator');
export const dequeReverseIteratorType = iteratorType('_deque_reverse_iterator');
for (const cls of [dequeIteratorType, dequeReverseIteratorType]) cls.attrs.set('__module__', '_collections');

class DequeIterator extends NativeIterator {
  private readonly deque: PyDeque;
  private readonly state: number;
  private readonly isReversed: boolean;
  private left: number;
  constructor(deque: PyDeque, isReversed = false) {
    super(isReversed ? dequeReverseIteratorType : dequeIteratorType);
    this.deque = deque;
    this.state = deque.state;
    this.isReversed = isReversed;
    this.left = deque.size;
  }
  nextValue(): Value | undefined {
    if (this.deque.state !== this.state) {
      this.left = 0;
      return raise(RuntimeError, MUTATED);
    }
    if (this.left === 0) return undefined;
    this.left--;
    return this.deque.at(this.isReversed ? this.left : this.deque.size - 1 - this.left);
  }
  override lengthHint(): number {
    return this.left;
  }
}

method(dequeType, '__iter__', 'self, /', (self: PyDeque) => new DequeIterator(self));
method(dequeType, '__reversed__', 'self, /', (self: PyDeque) => new DequeIterator(self, true));
