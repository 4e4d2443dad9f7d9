/**
 * Functions, methods and descriptors written in TypeScript, and how arguments reach them.
 * A native function gets its parameters in declared order; a missing optional one is `undefined`.
 * It returns a Value, or PUSHED when it has pushed a frame whose result is the call's result.
 */
import { AttributeError, raise, TypeError } from './errors.ts';
import {
  builtinFunctionType,
  classMethodDescriptorType,
  getsetDescriptorType,
  memberDescriptorType,
  methodDescriptorType,
  methodWrapperType,
  PyObject,
  PyPrimitive,
  PyType,
  typeOf,
  type Value,
  wrapperDescriptorType,
} from './value.ts';

/** "The result comes later": a frame was pushed by the callee and will deliver the result to the caller. */
export const PUSHED: unique symbol = Symbol('pushed');
export type Pushed = typeof PUSHED;
export type Outcome = Value | Pushed;

export type Keywords = ReadonlyMap<string, Value> | null;

/** Written as a method so that implementations may narrow their parameters (`(self: PyList, x: Value)`). */
export type NativeImpl = { impl(...args: Value[]): Outcome }['impl'];
export type RawImpl = { impl(args: Value[], keywords: Keywords): Outcome }['impl'];

export interface Parameters {
  readonly names: readonly string[];
  /** How many of `names` are positional-only (they come first). */
  readonly positionalOnly: number;
  /** How many of `names` may be given by position. */
  readonly positional: number;
  /** Bit i set: `names[i]` must be given. */
  readonly required: readonly boolean[];
  /** Number of leading required positional parameters. */
  readonly minimum: number;
}

/** Reads `'self, iterable=(), /, *, key=None'`. Defaults are documentation: the implementation sees `undefined`. */
export function parseSignature(signature: string): Parameters {
  const known = parsed.get(signature);
  if (known !== undefined) return known;
  const parameters = parse(signature);
  parsed.set(signature, parameters);
  return parameters;
}

/** Every run makes its modules anew. */
const parsed = new Map<string, Parameters>();

function parse(signature: string): Parameters {
  const names: string[] = [];
  const required: boolean[] = [];
  let positionalOnly = 0;
  let positional = -1;
  for (const part of splitTopLevel(signature)) {
    if (part === '/') positionalOnly = names.length;
    else if (part === '*') positional = names.length;
    else if (part !== '') {
      names.push((part.split('=')[0] ?? part).trim());
      required.push(!part.includes('='));
    }
  }
  if (positional < 0) positional = names.length;
  let minimum = 0;
  while (minimum < positional && required[minimum]) minimum++;
  return { names, positionalOnly, positional, required, minimum };
}

function splitTopLevel(signature: string): string[] {
  return signature.split(/,(?![^()[\]]*[)\]])/).map((part) => part.trim());
}

export type NativeKind = 'function' | 'method' | 'classmethod' | 'staticmethod';

interface NativeInit {
  readonly name: string;
  readonly kind: NativeKind;
  readonly owner: PyType | null;
  readonly signature?: string;
  readonly impl?: NativeImpl;
  readonly raw?: RawImpl;
  readonly self?: Value;
  readonly cls?: PyType;
  readonly parameters?: Parameters | null;
  readonly isSlot?: boolean;
}

function classOf({ kind, self }: NativeInit, isSlot: boolean): PyType {
  if (self !== undefined) return builtinFunctionType;
  if (kind === 'method') return isSlot ? wrapperDescriptorType : methodDescriptorType;
  return kind === 'classmethod' ? classMethodDescriptorType : builtinFunctionType;
}

/**
 * A native callable. `kind` says what happens when it is found on a class: a method binds the
 * instance as the first argument, a class method the class, the others nothing.
 */
export class PyNative extends PyObject {
  readonly name: string;
  readonly kind: NativeKind;
  /** The class that it was defined on; null for a module's function. */
  readonly owner: PyType | null;
  readonly signature: string | null;
  readonly parameters: Parameters | null;
  /** With `parameters`: called with them in order. */
  readonly impl: NativeImpl | null;
  /** Without: called with whatever was given. */
  readonly raw: RawImpl | null;
  /** int, float and str methods get the plain value of a subclass instance as self. */
  readonly unwrapsSelf: boolean;
  /** With so many arguments (self included), `least` to `most`, `impl` can be called as they are; never where `least` is infinite. */
  readonly least: number;
  readonly most: number;
  /** The bound receiver (`[].append`), undefined while unbound. */
  readonly self: Value | undefined;
  /** A slot of the type in C (`int.__add__`): named and worded differently from a method. */
  readonly isSlot: boolean;
  module: Value = null;
  doc: Value = null;

  /** With `unbound`: that one, bound to `init.self`. Nothing is worked out again: a bound method is made wherever one is passed on. */
  constructor(init: NativeInit, unbound: PyNative | null = null) {
    const isSlot = init.isSlot ?? (init.kind === 'method' && isSlotName(init.name, init.owner));
    super(init.cls ?? classOf(init, isSlot));
    this.isSlot = isSlot;
    this.name = init.name;
    this.kind = init.kind;
    this.owner = init.owner;
    if (unbound !== null) {
      this.signature = unbound.signature;
      this.parameters = unbound.parameters;
      this.impl = unbound.impl;
      this.raw = unbound.raw;
      this.self = init.self;
      this.least = unbound.least;
      this.most = unbound.most;
      this.unwrapsSelf = unbound.unwrapsSelf;
      return;
    }
    this.signature = init.signature ?? null;
    this.parameters = init.parameters ?? (init.signature === undefined ? null : parseSignature(init.signature));
    this.impl = init.impl ?? null;
    this.raw = init.raw ?? null;
    this.self = init.self;
    const { parameters } = this;
    const isPlain =
      this.impl !== null &&
      parameters !== null &&
      (parameters.positional === parameters.names.length || !parameters.required[parameters.positional]);
    this.least = isPlain && parameters !== null ? parameters.minimum : Number.POSITIVE_INFINITY;
    this.most = parameters === null ? 0 : parameters.positional;
    const layout = init.owner?.layout;
    // An empty format spec asks for str(self), which a subclass may define.
    this.unwrapsSelf =
      init.kind === 'method' &&
      init.name !== '__format__' &&
      (layout === 'int' || layout === 'float' || layout === 'str');
  }

  bind(self: Value): PyNative {
    const { name, kind, owner, isSlot } = this;
    return new PyNative(
      { name, kind, owner, self, isSlot, cls: isSlot ? methodWrapperType : builtinFunctionType },
      this,
    );
  }

  receiver(self: Value): Value {
    return this.unwrapsSelf && self instanceof PyPrimitive ? self.value : self;
  }
}

const ARITHMETIC = 'add sub mul truediv floordiv mod pow lshift rshift and or xor matmul divmod';
const SLOT_NAMES = new Set([
  ...ARITHMETIC.split(' ').flatMap((name) => [`__${name}__`, `__r${name}__`, `__i${name}__`]),
  ...(
    'lt le eq ne gt ge neg pos abs invert bool int float index len getitem setitem delitem contains hash repr str call iter next init ' +
    'getattribute getattr setattr delattr get set delete del await aiter anext buffer release_buffer'
  )
    .split(' ')
    .map((name) => `__${name}__`),
]);
/** Methods beside the slot of the same name (METH_COEXIST). */
const COEXISTING = new Set([
  'dict.__contains__',
  'dict.__getitem__',
  'list.__getitem__',
  'set.__contains__',
  'frozenset.__contains__',
]);

function isSlotName(name: string, owner: PyType | null): boolean {
  return SLOT_NAMES.has(name) && owner !== null && !COEXISTING.has(`${owner.name}.${name}`);
}

/** A computed attribute of a native type: `frame.f_lineno`, `function.__name__`. */
export class PyGetSet extends PyObject {
  readonly name: string;
  readonly owner: PyType;
  readonly get: { impl(self: Value): Value }['impl'];
  readonly set: { impl(self: Value, value: Value | undefined): void }['impl'] | null;
  constructor(
    name: string,
    owner: PyType,
    get: { impl(self: Value): Value }['impl'],
    set: { impl(self: Value, value: Value | undefined): void }['impl'] | null = null,
  ) {
    super(getsetDescriptorType);
    this.name = name;
    this.owner = owner;
    this.get = get;
    this.set = set;
  }
}

/** Defines a method on a native type: `method(listType, 'append', 'self, object, /', (self: PyList, x: Value) => …)`. */
export function method(owner: PyType, name: string, signature: string, impl: NativeImpl): void {
  owner.attrs.set(name, new PyNative({ name, kind: 'method', owner, signature, impl }));
}

/** A method that takes whatever it is given: `args[0]` is self. */
export function rawMethod(owner: PyType, name: string, raw: RawImpl): void {
  owner.attrs.set(name, new PyNative({ name, kind: 'method', owner, raw }));
}

export function classMethod(owner: PyType, name: string, signature: string, impl: NativeImpl): void {
  owner.attrs.set(name, new PyNative({ name, kind: 'classmethod', owner, signature, impl }));
}

/** `args[0]` is the class. Also how `__new__` is defined: use `staticMethod` semantics with `newMethod`. */
export function rawClassMethod(owner: PyType, name: string, raw: RawImpl): void {
  owner.attrs.set(name, new PyNative({ name, kind: 'classmethod', owner, raw }));
}

/** `__new__`: called with the class first; `args[0]` is the class to instantiate. CPython: Objects/typeobject.c, tp_new_wrapper. */
export function newMethod(
  owner: PyType,
  raw: { impl(args: Value[], keywords: Keywords, cls: PyType): Outcome }['impl'],
): void {
  const make = (args: Value[], keywords: Keywords): Outcome => {
    const cls = args[0];
    return cls instanceof PyType && cls.isSubtypeOf(owner) ? raw(args, keywords, cls) : refuseNew(owner, cls);
  };
  owner.attrs.set('__new__', new PyNative({ name: '__new__', kind: 'staticmethod', owner, raw: make }));
}

function refuseNew(owner: PyType, cls: Value | undefined): never {
  if (cls === undefined) return raise(TypeError, `${owner.name}.__new__(): not enough arguments`);
  if (!(cls instanceof PyType))
    return raise(TypeError, `${owner.name}.__new__(X): X is not a type object (${typeOf(cls).tpName})`);
  return raise(TypeError, `${owner.name}.__new__(${cls.name}): ${cls.name} is not a subtype of ${owner.name}`);
}

export function staticMethod(owner: PyType, name: string, signature: string, impl: NativeImpl): void {
  owner.attrs.set(name, new PyNative({ name, kind: 'staticmethod', owner, signature, impl }));
}

export function getset(
  owner: PyType,
  name: string,
  get: { impl(self: Value): Value }['impl'],
  set: { impl(self: Value, value: Value | undefined): void }['impl'] | null = null,
): void {
  owner.attrs.set(name, new PyGetSet(name, owner, get, set));
}

/** A field of the object in C that can only be read: `function.__globals__`, `slice.start`. */
export function member(owner: PyType, name: string, get: { impl(self: Value): Value }['impl']): void {
  const field = new PyGetSet(name, owner, get, () => raise(AttributeError, 'readonly attribute'));
  field.cls = memberDescriptorType;
  owner.attrs.set(name, field);
}

/** A module's function: `nativeFunction('sqrt', 'x, /', (x: Value) => …)`. */
export function nativeFunction(name: string, signature: string, impl: NativeImpl): PyNative {
  return new PyNative({ name, kind: 'function', owner: null, signature, impl });
}

export function rawFunction(name: string, raw: RawImpl): PyNative {
  return new PyNative({ name, kind: 'function', owner: null, raw });
}
