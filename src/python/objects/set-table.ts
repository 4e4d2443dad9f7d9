/**
 * What sets hold and in which order it comes out. Membership is a Map (see `dict.ts`); the order is that of CPython's hash
 * table (Objects/setobject.c), worked out when somebody looks. DIVERGES: removed elements leave no dummies behind, so
 * after removals colliding elements may come out in another order than in CPython.
 */

import { findKey, forgetKey, insertKey } from './dict.ts';
import { RuntimeError, raise } from './errors.ts';
import { hashOf, high32, low32 } from './hashing.ts';
import { NativeIterator, type Remake } from './iterator.ts';
import { defineRemaking } from './iterator-state.ts';
import { iteratorType } from './iterators.ts';
import { each } from './protocol.ts';
import { type DictKey, frozensetType, PyDict, PyList, PySet, setType, type Value } from './value.ts';

const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;

/** CPython: set_add_key. */
export function setAdd(set: PySet, element: Value): void {
  const key = insertKey(set, element);
  if (set.map.has(key)) return;
  set.map.set(key, element);
  set.order = null;
  set.fill++;
  if (set.fill * 5 >= set.mask * 3) resize(set, set.map.size > 50000 ? set.map.size * 2 : set.map.size * 4);
}

/** CPython: set_table_resize. */
function resize(set: PySet, minimum: number): void {
  let size = 8;
  while (size <= minimum) size *= 2;
  set.mask = size - 1;
  set.fill = set.map.size;
}

/** Makes room for this many more elements, as CPython does before it merges a set or a dict. */
function reserve(set: PySet, count: number): void {
  if ((set.fill + count) * 5 >= set.mask * 3) resize(set, (set.map.size + count) * 2);
}

function lookup(set: PySet, element: Value): DictKey | undefined {
  // A set, which has no hash, can be looked for in a set of frozensets.
  if (element instanceof PySet && element.cls.lookup('__hash__') === null) return findKey(set, setCopy(element, true));
  return findKey(set, element);
}

export function setContains(set: PySet, element: Value): boolean {
  const key = lookup(set, element);
  return key !== undefined && set.map.has(key);
}

/** False when it was not there. */
export function setDiscard(set: PySet, element: Value): boolean {
  const key = lookup(set, element);
  const kept = key === undefined ? undefined : set.map.get(key);
  if (key === undefined || kept === undefined) return false;
  set.map.delete(key);
  forgetKey(set, key);
  if (set.order !== null) {
    if (set.order.at(-1) === kept) set.order.pop();
    else if (set.order[0] === kept) set.order.shift();
    else set.order = null;
  }
  return true;
}

export function setClear(set: PySet): void {
  set.map.clear();
  set.buckets = null;
  set.order = null;
  set.mask = 7;
  set.fill = 0;
}

/** Removes and answers the first element in table order. */
export function setPop(set: PySet): Value | undefined {
  const first = setItems(set)[0];
  if (first !== undefined) setDiscard(set, first);
  return first;
}

/** Takes over what another set holds. */
export function setReplace(set: PySet, other: PySet): void {
  set.map = other.map;
  set.buckets = other.buckets;
  set.order = other.order;
  set.mask = other.mask;
  set.fill = other.fill;
}

/** CPython: set_update_internal. */
export function setUpdate(set: PySet, iterable: Value): void {
  if (iterable instanceof PySet) {
    if (iterable === set || iterable.map.size === 0) return;
    reserve(set, iterable.map.size);
    const order = setItems(iterable);
    for (const element of order) setAdd(set, element);
    return;
  }
  if (iterable instanceof PyDict && !iterable.cls.isHeapType) reserve(set, iterable.map.size);
  for (const element of each(iterable)) setAdd(set, element);
}

/** CPython: set_difference_update_internal. */
export function setDifferenceUpdate(set: PySet, iterable: Value): void {
  if (iterable === set) return setClear(set);
  for (const element of iterable instanceof PySet ? setItems(iterable).slice() : each(iterable))
    setDiscard(set, element);
  if (set.fill - set.map.size <= set.mask / 5) return;
  resize(set, set.map.size > 50000 ? set.map.size * 2 : set.map.size * 4);
  set.order = null;
}

/** CPython: set_symmetric_difference_update_set. */
export function setSymmetricDifferenceUpdate(set: PySet, iterable: Value): void {
  if (iterable === set) return setClear(set);
  for (const element of setItems(iterable instanceof PySet ? iterable : setFrom(iterable)).slice())
    if (!setDiscard(set, element)) setAdd(set, element);
}

export function setFrom(iterable: Value, isFrozen = false): PySet {
  const result = new PySet(new Map(), isFrozen ? frozensetType : setType);
  setUpdate(result, iterable);
  return result;
}

/** A set display or comprehension: one element after the other. */
export function setOf(elements: Iterable<Value>, isFrozen = false): PySet {
  const result = new PySet(new Map(), isFrozen ? frozensetType : setType);
  for (const element of elements) setAdd(result, element);
  return result;
}

export function setCopy(set: PySet, isFrozen = set.cls.isSubtypeOf(frozensetType)): PySet {
  return setFrom(set, isFrozen);
}

/** The elements in the order in which CPython iterates over them. Not to be changed. */
export function setItems(set: PySet): readonly Value[] {
  if (set.order === null) set.order = set.map.size < 2 ? [...set.map.values()] : tableOrder(set);
  return set.order;
}

/** The slots of a table: index of an element plus one, 0 where empty. */
interface Table {
  readonly slots: Int32Array;
  readonly mask: number;
}

function emptyTable(mask: number): Table {
  return { slots: new Int32Array(mask + 1), mask };
}

interface Hashes {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** CPython: set_insert_clean; set_add_entry probes alike when the element is new. */
function place(table: Table, hashes: Hashes, index: number): void {
  const { slots, mask } = table;
  let low = hashes.low[index] ?? 0;
  let high = hashes.high[index] ?? 0;
  let slot = low & mask;
  for (;;) {
    const last = slot + LINEAR_PROBES <= mask ? slot + LINEAR_PROBES : slot;
    for (let at = slot; at <= last; at++) {
      if (slots[at] === 0) {
        slots[at] = index + 1;
        return;
      }
    }
    low = (low >>> PERTURB_SHIFT) | (high << (32 - PERTURB_SHIFT));
    high >>>= PERTURB_SHIFT;
    slot = (slot * 5 + 1 + (low >>> 0)) & mask;
  }
}

function tableOrder(set: PySet): Value[] {
  const elements = [...set.map.values()];
  const hashes: Hashes = { low: new Int32Array(elements.length), high: new Int32Array(elements.length) };
  for (let i = 0; i < elements.length; i++) {
    const hashed = hashOf(elements[i] as Value);
    hashes.low[i] = low32(hashed);
    hashes.high[i] = high32(hashed);
  }
  let table = grown(elements.length, hashes);
  if (table.mask !== set.mask && set.fill >= elements.length) {
    table = emptyTable(set.mask);
    for (let i = 0; i < elements.length; i++) place(table, hashes, i);
  }
  const order: Value[] = [];
  for (const entry of table.slots) if (entry !== 0) order.push(elements[entry - 1] as Value);
  return order;
}

/** The table after these elements were added one by one to an empty set. */
function grown(count: number, hashes: Hashes): Table {
  let table = emptyTable(7);
  for (let i = 0; i < count; i++) {
    place(table, hashes, i);
    const used = i + 1;
    if (used * 5 < table.mask * 3) continue;
    const minimum = used > 50000 ? used * 2 : used * 4;
    let size = 8;
    while (size <= minimum) size *= 2;
    const larger = emptyTable(size - 1);
    for (const entry of table.slots) if (entry !== 0) place(larger, hashes, entry - 1);
    table = larger;
  }
  return table;
}

export const setIteratorType = iteratorType('set_iterator');
defineRemaking(setIteratorType);

export class SetIterator extends NativeIterator {
  private set: PySet | null;
  private readonly items: readonly Value[];
  private size: number;
  private index = 0;
  constructor(set: PySet) {
    super(setIteratorType);
    this.set = set;
    this.items = setItems(set);
    this.size = set.map.size;
  }
  nextValue(): Value | undefined {
    if (this.set === null) return undefined;
    if (this.set.map.size !== this.size) {
      this.size = -1;
      return raise(RuntimeError, 'Set changed size during iteration');
    }
    const item = this.items[this.index++];
    if (item === undefined) this.set = null;
    return item;
  }
  override lengthHint(): number {
    return this.set !== null && this.set.map.size === this.size ? this.size - this.index : 0;
  }
  override remake(): Remake {
    return { by: 'iter', args: [new PyList(this.set === null ? [] : this.items.slice(this.index))] };
  }
}
