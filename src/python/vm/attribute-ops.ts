/** LOAD_ATTR, LOAD_METHOD and STORE_ATTR: the short ways, a cache for what the class says, and frames for properties written in Python. */

import type { AttributeCache, Code } from '../compile/code.ts';
import { setAttr } from '../objects/attribute-setting.ts';
import { bind, getAttr, isDataDescriptor, typeFacts } from '../objects/attributes.ts';
import { PyFunction } from '../objects/function.ts';
import { PyInstance, setOwnAttribute } from '../objects/instance.ts';
import { type Outcome, PyNative } from '../objects/native.ts';
import type { Shape } from '../objects/shapes.ts';
import {
  Cell,
  PyModule,
  PyObject,
  PyType,
  propertyType,
  type SlotHolder,
  typeOf,
  typeVersion,
  type Value,
} from '../objects/value.ts';
import { PyProperty } from '../objects/wrapped-functions.ts';
import { callFunction } from './call.ts';
import { Ret } from './frame.ts';
import { SlotDescriptor } from './slots.ts';

/** How instances of a class answer to a name. */
const Load = {
  /** As the general function says. */
  general: 0,
  /** From the instance; `found`, a function or native, where it has none. */
  method: 1,
  /** From the instance; there is nothing on the class. */
  own: 2,
  /** By a property's getter written in Python. */
  property: 3,
  /** From `__slots__`. */
  slot: 4,
} as const;

const Store = { general: 0, own: 1, slot: 2 } as const;

/** Classes remembered for one name in one code object. */
const CACHES_MAX = 4;

function cacheFor(code: Code, index: number, cls: PyType): AttributeCache {
  const known = code.attributeCaches[index];
  if (known !== undefined && known.cls === cls && known.version === typeVersion.current) return known;
  return otherCache(code, index, cls, known ?? null);
}

function otherCache(code: Code, index: number, cls: PyType, first: AttributeCache | null): AttributeCache {
  let count = 0;
  for (let cache = first; cache !== null; cache = cache.next) {
    if (cache.cls === cls) {
      if (cache.version !== typeVersion.current) fill(cache, cls, code.names[index] as string);
      return cache;
    }
    count++;
  }
  const made: AttributeCache = {
    cls: null,
    version: 0,
    found: undefined,
    load: Load.general,
    store: Store.general,
    loadShape: undefined,
    loadPlace: -1,
    storeShape: undefined,
    storePlace: -1,
    storedShape: null,
    next: count < CACHES_MAX ? first : null,
  };
  code.attributeCaches[index] = made;
  fill(made, cls, code.names[index] as string);
  return made;
}

function fill(cache: AttributeCache, cls: PyType, name: string): void {
  const facts = typeFacts(cls);
  const found = cls.lookup(name);
  cache.cls = cls;
  cache.version = typeVersion.current;
  cache.found = found;
  cache.load = Load.general;
  cache.store = Store.general;
  cache.loadShape = undefined;
  cache.storeShape = undefined;
  if (cls.layout === 'type' || cls.layout === 'module') return;
  if (facts.getattribute === undefined) {
    if (found === undefined) cache.load = Load.own;
    else if (found instanceof PyFunction || found instanceof PyNative) cache.load = Load.method;
    else if (
      found instanceof PyProperty &&
      found.cls === propertyType &&
      found.getter instanceof PyFunction &&
      facts.getattr === undefined
    )
      cache.load = Load.property;
    else if (found instanceof SlotDescriptor) cache.load = Load.slot;
  }
  if (facts.setattr === undefined && found instanceof SlotDescriptor) cache.store = Store.slot;
  if (facts.setattr === undefined && cls.hasDict && (found === undefined || !isDataDescriptor(found)))
    cache.store = Store.own;
}

/** The object's own attribute, of a class for which `cache` holds; where its shape has it is noted there. */
function ownBy(cache: AttributeCache, code: Code, index: number, object: PyObject): Value | undefined {
  const name = code.names[index] as string;
  if (!(object instanceof PyInstance) || object.shape === null) return object.ownMap?.get(name);
  if (cache.loadShape !== object.shape) {
    cache.loadShape = object.shape;
    cache.loadPlace = object.shape.placeOf(name);
  }
  return cache.loadPlace < 0 ? undefined : object.values[cache.loadPlace];
}

export function loadAttribute(object: Value, code: Code, index: number): Outcome {
  if (object instanceof PyInstance) {
    // The shape tells the class, too: nothing else need be asked.
    const cache = code.attributeCaches[index];
    if (cache !== undefined && cache.loadShape === object.shape && cache.version === typeVersion.current) {
      if (cache.loadPlace >= 0) return object.values[cache.loadPlace] as Value;
      if (cache.load === Load.method) return bind(cache.found as Value, object, object.cls);
    }
  }
  return loadOther(object, code, index);
}

/** Apart, so that the way of the commonest is short. */
function loadOther(object: Value, code: Code, index: number): Outcome {
  const cache = cacheFor(code, index, typeOf(object));
  switch (cache.load) {
    case Load.own:
    case Load.method: {
      const own = object instanceof PyObject ? ownBy(cache, code, index, object) : undefined;
      if (own !== undefined) return own;
      if (cache.load === Load.method) return bind(cache.found as Value, object, cache.cls as PyType);
      break;
    }
    case Load.slot: {
      // Where it is empty, the general function raises as it should.
      const value = (object as SlotHolder).slotValues?.[(cache.found as SlotDescriptor).index];
      if (value !== undefined) return value;
      break;
    }
    case Load.property:
      return callFunction((cache.found as PyProperty).getter as PyFunction, [object], null, Ret.push);
    default:
      if (object instanceof PyModule) return moduleAttribute(object, code.names[index] as string);
  }
  return getAttr(object, code.names[index] as string);
}

/** A module's own attributes come first, but not before those that its class defines. */
function moduleAttribute(module: PyModule, name: string): Value {
  if (typeFacts(module.cls).getattribute === undefined && module.cls.lookup(name) === undefined) {
    const own = module.attrs.get(name);
    if (own !== undefined) return own;
  }
  return getAttr(module, name);
}

/** Replaces `slots[at]` by function and self where a method is about to be called, else by the attribute and "no self". */
export function loadMethod(slots: Value[], at: number, code: Code, index: number): void {
  const object = slots[at] as Value;
  if (object instanceof PyInstance) {
    const cache = code.attributeCaches[index];
    if (cache !== undefined && cache.loadShape === object.shape && cache.version === typeVersion.current) {
      const { found } = cache;
      if (cache.loadPlace < 0 && found instanceof PyFunction) {
        slots[at] = found;
        slots[at + 1] = object;
        return;
      }
    }
  }
  loadOtherMethod(slots, at, code, index);
}

function loadOtherMethod(slots: Value[], at: number, code: Code, index: number): void {
  const object = slots[at] as Value;
  const cache = cacheFor(code, index, typeOf(object));
  if (cache.load === Load.method) {
    const found = cache.found as PyFunction | PyNative;
    if (
      (found instanceof PyFunction || (found.kind === 'method' && found.self === undefined)) &&
      (!(object instanceof PyObject) || ownBy(cache, code, index, object) === undefined)
    ) {
      slots[at] = found;
      slots[at + 1] = object;
      return;
    }
  }
  slots[at] =
    object instanceof PyModule
      ? moduleAttribute(object, code.names[index] as string)
      : getAttr(object, code.names[index] as string);
  (slots as unknown[])[at + 1] = undefined;
}

/** Sets the object's own attribute; where its shape has it, and what shape the object has then, is noted in `cache`. */
function storeOwn(cache: AttributeCache, code: Code, index: number, object: PyInstance, value: Value): void {
  const shape = object.shape as Shape;
  if (cache.storeShape !== shape) {
    const name = code.names[index] as string;
    const place = shape.placeOf(name);
    const after = place >= 0 ? shape : shape.with(name);
    if (after === null) return setOwnAttribute(object, name, value);
    cache.storeShape = shape;
    cache.storedShape = after;
    cache.storePlace = place >= 0 ? place : shape.names.length;
  }
  object.values[cache.storePlace] = value;
  if (cache.storedShape !== shape) object.shape = cache.storedShape;
}

export function storeAttribute(object: Value, code: Code, index: number, value: Value): void {
  if (object instanceof PyInstance) {
    const cache = code.attributeCaches[index];
    if (cache !== undefined && cache.storeShape === object.shape && cache.version === typeVersion.current) {
      object.values[cache.storePlace] = value;
      if (cache.storedShape !== cache.storeShape) object.shape = cache.storedShape;
      return;
    }
  }
  storeOther(object, code, index, value);
}

function storeOther(object: Value, code: Code, index: number, value: Value): void {
  if (object instanceof PyObject) {
    const cache = cacheFor(code, index, object.cls);
    if (cache.store === Store.own) {
      if (object instanceof PyInstance && object.shape !== null) return storeOwn(cache, code, index, object, value);
      if (object.ownMap !== null) {
        object.ownMap.set(code.names[index] as string, value);
        return;
      }
    }
    if (cache.store === Store.slot) {
      const { slotValues } = object as SlotHolder;
      if (slotValues !== undefined) {
        slotValues[(cache.found as SlotDescriptor).index] = value;
        return;
      }
    }
  }
  setAttr(object, code.names[index] as string, value);
}

/**
 * `super().name(…)` in a method, without an object for `super()`: puts function and self on the stack at `at`. False where it is not
 * as simple as that: then everything is done step by step. `super` itself is known to be the built-in one.
 */
export function loadSuperMethod(slots: (Value | undefined)[], at: number, code: Code, index: number): boolean {
  const first = slots[0];
  const isInCell = first instanceof Cell && code.cellNames.includes(code.slotNames[0] as string);
  const object = isInCell ? first.value : first;
  const cell = code.classCell < 0 ? undefined : slots[code.classCell];
  const cls = cell instanceof Cell ? cell.value : undefined;
  if (code.argCount === 0 || !(object instanceof PyObject) || !(cls instanceof PyType)) return false;
  const { mro } = object.cls;
  const from = mro.indexOf(cls);
  const name = code.names[index] as string;
  if (from < 0 || object instanceof PyType || name === '__class__') return false;
  for (let i = from + 1; i < mro.length; i++) {
    const found = (mro[i] as PyType).attrs.get(name);
    if (found === undefined) continue;
    if (!(found instanceof PyFunction || (found instanceof PyNative && found.kind === 'method'))) return false;
    slots[at] = found;
    slots[at + 1] = object;
    return true;
  }
  return false;
}
