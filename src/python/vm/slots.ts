/** `__slots__`, and which native lay-out the instances of a class have. CPython: Objects/typeobject.c, type_new_slots, best_base. */
import { AttributeError, BaseException, raise, TypeError, ValueError } from '../objects/errors.ts';
import { PyGetSet } from '../objects/native.ts';
import { toArray } from '../objects/protocol.ts';
import {
  functionType,
  isInstance,
  memberDescriptorType,
  objectType,
  type PyType,
  type SlotHolder,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { firstReference } from '../objects/weak-reference.ts';

/** Native exceptions whose instances are larger than BaseException's. */
const WIDE_EXCEPTIONS = new Set([
  'BaseException',
  'BaseExceptionGroup',
  'OSError',
  'StopIteration',
  'SystemExit',
  'ImportError',
  'NameError',
  'AttributeError',
  'SyntaxError',
  'UnicodeDecodeError',
  'UnicodeEncodeError',
  'UnicodeTranslateError',
]);
const VARIABLE_SIZED = new Set(['int', 'tuple', 'bytes', 'type']);
const MAY_CONFLICT = new Set(['__qualname__', '__classcell__', '__classdictcell__']);

/** CPython: best_base. The base whose instances' lay-out all the others share. */
export function bestBase(parents: readonly PyType[]): PyType {
  let base = parents[0] as PyType;
  let winner = solidBase(base);
  for (const parent of parents.slice(1)) {
    const candidate = solidBase(parent);
    if (winner.isSubtypeOf(candidate)) continue;
    if (!candidate.isSubtypeOf(winner)) return raise(TypeError, 'multiple bases have instance lay-out conflict');
    winner = candidate;
    base = parent;
  }
  return base;
}

export function solidBase(cls: PyType): PyType {
  let current = cls;
  while (current !== objectType && !addsToLayout(current)) current = current.base ?? objectType;
  return current;
}

function addsToLayout(cls: PyType): boolean {
  if (!cls.isHeapType && cls.layout === 'object') return false;
  if (!cls.isHeapType) return cls.layout !== 'exception' || WIDE_EXCEPTIONS.has(cls.name) || cls === BaseException;
  return (cls.slots ?? []).some((name) => name !== '__dict__' && name !== '__weakref__');
}

export function applySlots(cls: PyType, base: PyType): void {
  const declared = cls.attrs.get('__slots__');
  cls.slotCount = base.slotCount;
  const isVariable = VARIABLE_SIZED.has(cls.layout);
  const parentHasDict = cls.bases.some((parent) => parent.isHeapType && parent.hasDict) || hasNativeDict(base);
  const parentHasWeakref = cls.bases.some(instancesHaveWeakref);
  if (declared === undefined) {
    cls.hasDict = true;
    cls.hasWeakref = parentHasWeakref || !isVariable;
    addDescriptors(cls, parentHasDict, parentHasWeakref);
    return;
  }
  const names = slotNames(cls, declared, isVariable).sort();
  refuseSecond(names, '__dict__', parentHasDict);
  refuseSecond(names, '__weakref__', parentHasWeakref);
  cls.slots = names;
  cls.hasDict = parentHasDict || names.includes('__dict__');
  cls.hasWeakref = parentHasWeakref || names.includes('__weakref__');
  // The same name twice is one slot after another, of which the last is seen.
  const made = new Set<string>();
  for (const name of names) {
    if (name === '__dict__' || name === '__weakref__') continue;
    const mangled = name.startsWith('__') && !name.endsWith('__') ? `_${cls.name.replace(/^_+/, '')}${name}` : name;
    if (cls.attrs.has(mangled) && !made.has(mangled) && !MAY_CONFLICT.has(mangled))
      raise(ValueError, `'${name}' in __slots__ conflicts with class variable`);
    cls.attrs.set(mangled, new SlotDescriptor(mangled, cls, cls.slotCount++));
    made.add(mangled);
  }
  addDescriptors(cls, parentHasDict, parentHasWeakref);
}

/** CPython: type_add_getset. A class whose instances are the first to have them shows them among its own attributes. */
function addDescriptors(cls: PyType, parentHasDict: boolean, parentHasWeakref: boolean): void {
  const dict = objectType.attrs.get('__dict__');
  const isHidden = cls.mro.some((base) => base !== objectType && base.attrs.has('__dict__'));
  if (cls.hasDict && !parentHasDict && dict instanceof PyGetSet && !isHidden)
    cls.attrs.set('__dict__', new PyGetSet('__dict__', cls, dict.get, dict.set));
  if (cls.hasWeakref && !parentHasWeakref && !cls.attrs.has('__weakref__'))
    cls.attrs.set('__weakref__', new PyGetSet('__weakref__', cls, firstReference));
}

/** `__dictoffset__` is not 0. */
export function instancesHaveDict(cls: PyType): boolean {
  return cls.isHeapType ? cls.hasDict : cls.hasNativeDict || cls === functionType || hasNativeDict(cls);
}

/** `__weakrefoffset__` is not 0. */
export function instancesHaveWeakref(cls: PyType): boolean {
  return cls.isHeapType ? cls.hasWeakref : hasNativeWeakref(cls);
}

function hasNativeDict({ layout }: PyType): boolean {
  return layout === 'exception' || layout === 'type' || layout === 'module';
}

function hasNativeWeakref(cls: PyType): boolean {
  return (
    cls.layout === 'set' ||
    cls.layout === 'frozenset' ||
    cls.layout === 'type' ||
    cls.layout === 'module' ||
    cls.name === 'deque' ||
    cls.name === 'array' ||
    cls.name === 'GenericAlias'
  );
}

/** CPython: compatible_for_assignment. Whether an instance of one class can become an instance of the other. */
export function haveSameLayout(a: PyType, b: PyType): boolean {
  const [first, second] = [layoutOwner(a), layoutOwner(b)];
  return first === second || (first.base === second.base && layoutAdded(first) === layoutAdded(second));
}

/** The class that a class owes its lay-out to: the classes below add nothing. CPython: compatible_with_tp_base. */
function layoutOwner(cls: PyType): PyType {
  const { base } = cls;
  if (!cls.isHeapType || base === null) return cls;
  const addsDict = cls.hasDict !== instancesHaveDict(base);
  const addsWeakref = cls.hasWeakref !== instancesHaveWeakref(base);
  return addsDict || addsWeakref || addsToLayout(cls) ? cls : layoutOwner(base);
}

function layoutAdded(cls: PyType): string {
  const slots = (cls.slots ?? []).filter((name) => name !== '__dict__' && name !== '__weakref__');
  return [cls.layout, cls.isHeapType, cls.hasDict, cls.hasWeakref, ...slots].join();
}

function slotNames(cls: PyType, declared: Value, isVariable: boolean): string[] {
  const names = typeof declared === 'string' ? [declared] : toArray(declared);
  if (names.length > 0 && isVariable)
    return raise(TypeError, `nonempty __slots__ not supported for subtype of '${cls.bases[0]?.name ?? ''}'`);
  for (const name of names) {
    if (typeof name !== 'string')
      return raise(TypeError, `__slots__ items must be strings, not '${typeOf(name).tpName}'`);
    if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) return raise(TypeError, '__slots__ must be identifiers');
  }
  return names as string[];
}

function refuseSecond(names: readonly string[], name: string, isThere: boolean): void {
  const count = names.filter((candidate) => candidate === name).length + (isThere ? 1 : 0);
  if (names.includes(name) && count > 1) raise(TypeError, `${name} slot disallowed: we already got one`);
}

function refuseOther(self: Value, name: string, owner: PyType): void {
  if (!isInstance(self, owner))
    raise(
      TypeError,
      `descriptor '${name}' for '${owner.name}' objects doesn't apply to a '${typeOf(self).tpName}' object`,
    );
}

/** What a class with `__slots__` has for each of them. The compatible lay-outs of two classes give the same names the same indices. */
export class SlotDescriptor extends PyGetSet {
  readonly index: number;
  constructor(name: string, owner: PyType, index: number) {
    super(
      name,
      owner,
      (self) => {
        refuseOther(self, name, owner);
        const value = (self as SlotHolder).slotValues?.[index];
        return value === undefined
          ? raise(AttributeError, `'${typeOf(self).tpName}' object has no attribute '${name}'`)
          : value;
      },
      (self, value) => {
        refuseOther(self, name, owner);
        const object = self as SlotHolder;
        object.slotValues ??= [];
        if (value === undefined && object.slotValues[index] === undefined) raise(AttributeError, name);
        object.slotValues[index] = value;
      },
    );
    this.cls = memberDescriptorType;
    this.index = index;
  }
}
