/**
 * What a Python value is in TypeScript, and nothing about how it behaves.
 *
 * None is `null`, bool is `boolean`, int is a safe `number` or a `bigint` beyond
 * (never a bigint inside the safe range: use `normalizeInt`), str is `string` (UTF-16; code point
 * arithmetic lives in `text.ts`). float is boxed in PyFloat so that `1.0` is not `1`.
 * Everything else is a PyObject. `undefined` is never a Python value: it means "absent".
 * Nothing that this file imports needs it when it is evaluated, so that it comes first.
 */
import { Globals } from './globals.ts';
import { Shape } from './shapes.ts';

export type Value = null | boolean | number | bigint | string | PyObject;

/** The attributes of an instance (`__dict__`) or of a class. Insertion-ordered, string keys only. */
export type Attributes = Map<string, Value>;

/** Base of every Python object that is not a JavaScript primitive. */
export class PyObject {
  cls: PyType;
  /** What `attrs` answers; of a PyInstance (instance.ts) only where it has no shape. */
  ownMap: Attributes | null = null;
  constructor(cls: PyType) {
    this.cls = cls;
  }

  /** Instance `__dict__`, made on first use; null as long as nothing is stored. Who only reads or sets one name does so by instance.ts. */
  get attrs(): Attributes | null {
    return this.ownMap;
  }

  set attrs(attrs: Attributes | null) {
    this.ownMap = attrs;
  }
}

/** An object whose class, or a base of it, has `__slots__`: their values, made on first use; undefined where one is empty. */
export type SlotHolder = PyObject & { slotValues?: (Value | undefined)[] };

/** An instance of a class that has `__slots__` and no native base. */
export class PySlotted extends PyObject {
  readonly slotValues: (Value | undefined)[];
  constructor(cls: PyType) {
    super(cls);
    this.slotValues = [];
    for (let i = 0; i < cls.slotCount; i++) this.slotValues.push(undefined);
  }
}

/**
 * How instances of a type are laid out in TypeScript: decides which classes can be combined
 * ("multiple bases have instance lay-out conflict") and how `object.__new__` allocates.
 */
export type Layout =
  | 'object'
  | 'int'
  | 'float'
  | 'complex'
  | 'str'
  | 'bytes'
  | 'bytearray'
  | 'tuple'
  | 'list'
  | 'dict'
  | 'set'
  | 'frozenset'
  | 'type'
  | 'exception'
  | 'module'
  | 'property'
  | 'other';

/** In a lookup cache: no class of the MRO has the attribute. */
const ABSENT = new PyObject(null as unknown as PyType);

/** Changes whenever any class attribute changes: every type's lookup cache belongs to one version. */
export const typeVersion = { current: 1 };

export class PyType extends PyObject {
  name: string;
  /** `__qualname__` where it is not simply the name. */
  qualname: string | null = null;
  bases: readonly PyType[];
  mro: readonly PyType[];
  layout: Layout;
  /** False for the types written in TypeScript: their attributes cannot be set. */
  isHeapType: boolean;
  /** Made in Python where CPython makes it in C: its module belongs to its name, and its attributes cannot be set. */
  isSealed = false;
  /** False where CPython says "type 'bool' is not an acceptable base type". */
  isBaseType = true;
  /** Set by `__slots__` without `__dict__` all the way up: instances refuse other attributes. */
  hasDict = true;
  /** Written in TypeScript, and its instances have a `__dict__` all the same. */
  hasNativeDict = false;
  /** Instances have a `__del__`: their end can be seen. */
  hasFinalizer = false;
  /** Instances can be referred to weakly; only read of classes made in Python. */
  hasWeakref = true;
  /** The one of `bases` that decides the lay-out of instances (`__base__`). */
  base: PyType | null;
  /** How many values of `__slots__` an instance holds, those of the bases included. */
  slotCount = 0;
  /** Names that this class itself declared in `__slots__`. */
  slots: readonly string[] | null = null;
  private emptyShape: Shape | null = null;
  /** Attributes of this class that count something: they change without a new version, and no lookup keeps them. */
  variables: Set<string> | null = null;
  private cache: Map<string, Value> = new Map();
  private cacheVersion = 0;
  /** Facts derived from the MRO, owned by vm/attributes.ts; recomputed when the version changes. */
  facts: unknown = null;
  factsVersion = 0;

  constructor(metatype: PyType | null, name: string, bases: readonly PyType[], layout: Layout, isHeapType = false) {
    super(metatype as PyType);
    this.name = name;
    this.bases = bases;
    this.base = bases[0] ?? null;
    this.layout = layout;
    this.isHeapType = isHeapType;
    this.attrs = new Map();
    this.mro = [this, ...(bases[0]?.mro ?? [])];
  }

  override get attrs(): Attributes {
    return this.ownMap as Attributes;
  }

  override set attrs(attrs: Attributes) {
    this.ownMap = attrs;
  }

  /** Of an instance without attributes. */
  get firstShape(): Shape {
    this.emptyShape ??= new Shape();
    return this.emptyShape;
  }

  /** CPython: Objects/typeobject.c, _PyType_Lookup. The class attribute, found along the MRO; undefined when absent. */
  lookup(name: string): Value | undefined {
    if (this.cacheVersion !== typeVersion.current) {
      this.cache.clear();
      this.cacheVersion = typeVersion.current;
    }
    const cached = this.cache.get(name);
    if (cached !== undefined) return cached === ABSENT ? undefined : cached;
    let found: Value | undefined;
    for (const cls of this.mro) {
      found = cls.attrs.get(name);
      if (found === undefined) continue;
      if (cls.variables?.has(name) === true) return found;
      break;
    }
    this.cache.set(name, found === undefined ? ABSENT : found);
    return found;
  }

  /** As messages name it: `itertools.chain`, where the class says `chain`. CPython: tp_name of types in C. */
  get tpName(): string {
    const module = this.isHeapType && !this.isSealed ? undefined : this.attrs.get('__module__');
    return typeof module === 'string' && module !== 'builtins' ? `${module}.${this.name}` : this.name;
  }

  isSubtypeOf(other: PyType): boolean {
    return this === other || this.mro.includes(other);
  }
}

export const typeType: PyType = new PyType(null, 'type', [], 'type');
typeType.cls = typeType;
export const objectType: PyType = new PyType(typeType, 'object', [], 'object');
typeType.bases = [objectType];
typeType.base = objectType;
typeType.mro = [typeType, objectType];

/** A type written in TypeScript. */
/** A value where an argument of another type is wanted. CPython: Python/getargs.c, _PyArg_BadArgument. */
export function nameInArgument(value: Value): string {
  return value === null ? 'None' : typeOf(value).tpName;
}

export function nativeType(name: string, layout: Layout = 'other', base: PyType = objectType): PyType {
  return new PyType(typeType, name, [base], layout);
}

export const noneType = nativeType('NoneType');
export const intType = nativeType('int', 'int');
export const boolType = nativeType('bool', 'int', intType);
export const floatType = nativeType('float', 'float');
export const complexType = nativeType('complex', 'complex');
export const strType = nativeType('str', 'str');
export const bytesType = nativeType('bytes', 'bytes');
export const bytearrayType = nativeType('bytearray', 'bytearray');
export const tupleType = nativeType('tuple', 'tuple');
export const listType = nativeType('list', 'list');
export const dictType = nativeType('dict', 'dict');
export const setType = nativeType('set', 'set');
export const frozensetType = nativeType('frozenset', 'frozenset');
export const rangeType = nativeType('range');
export const sliceType = nativeType('slice');
export const ellipsisType = nativeType('ellipsis');
export const notImplementedType = nativeType('NotImplementedType');
export const functionType = nativeType('function');
export const methodType = nativeType('method');
export const builtinFunctionType = nativeType('builtin_function_or_method');
export const methodDescriptorType = nativeType('method_descriptor');
export const classMethodDescriptorType = nativeType('classmethod_descriptor');
export const wrapperDescriptorType = nativeType('wrapper_descriptor');
export const methodWrapperType = nativeType('method-wrapper');
export const getsetDescriptorType = nativeType('getset_descriptor');
export const memberDescriptorType = nativeType('member_descriptor');
export const moduleType = nativeType('module', 'module');
export const codeType = nativeType('code');
export const frameType = nativeType('frame');
export const tracebackType = nativeType('traceback');
export const cellType = nativeType('cell');
export const generatorType = nativeType('generator');
export const coroutineType = nativeType('coroutine');
export const asyncGeneratorType = nativeType('async_generator');
export const propertyType = nativeType('property', 'property');
export const staticmethodType = nativeType('staticmethod', 'property');
export const classmethodType = nativeType('classmethod', 'property');
export const superType = nativeType('super');
export const mappingProxyType = nativeType('mappingproxy');
export const simpleNamespaceType = nativeType('SimpleNamespace');
for (const sealed of [
  boolType,
  noneType,
  rangeType,
  sliceType,
  ellipsisType,
  notImplementedType,
  functionType,
  methodType,
  builtinFunctionType,
  methodDescriptorType,
  wrapperDescriptorType,
  methodWrapperType,
  codeType,
  frameType,
  tracebackType,
  cellType,
  generatorType,
  coroutineType,
  asyncGeneratorType,
  mappingProxyType,
])
  sealed.isBaseType = false;

/** An instance of `float`. Immutable. */
export class PyFloat extends PyObject {
  readonly value: number;
  constructor(value: number) {
    super(floatType);
    this.value = value;
  }
}

export class PyComplex extends PyObject {
  readonly real: number;
  readonly imag: number;
  constructor(real: number, imag: number, cls: PyType = complexType) {
    super(cls);
    this.real = real;
    this.imag = imag;
  }
}

/** An instance of a *subclass* of int, float or str: the plain value and the class. */
export class PyPrimitive extends PyObject {
  readonly value: number | bigint | string | PyFloat;
  constructor(cls: PyType, value: number | bigint | string | PyFloat) {
    super(cls);
    this.value = value;
  }
}

export class PyBytes extends PyObject {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array, cls: PyType = bytesType) {
    super(cls);
    this.bytes = bytes;
  }
}

export class PyByteArray extends PyObject {
  bytes: Uint8Array;
  constructor(bytes: Uint8Array, cls: PyType = bytearrayType) {
    super(cls);
    this.bytes = bytes;
  }
}

export class PyTuple extends PyObject {
  readonly items: readonly Value[];
  constructor(items: readonly Value[], cls: PyType = tupleType) {
    super(cls);
    this.items = items;
  }
}

export class PyList extends PyObject {
  items: Value[];
  constructor(items: Value[], cls: PyType = listType) {
    super(cls);
    this.items = items;
  }
}

/**
 * What a key is turned into for the JavaScript Map: equal Python keys become the same DictKey.
 * `1`, `1.0` and `True` all become the number 1; an object hashed by identity stands for itself;
 * for other objects the first equal key that was inserted stands for all of them (see `dict.ts`).
 */
export type DictKey = null | number | bigint | string | PyObject;

export class PyDict extends PyObject {
  /** Insertion-ordered. A string-keyed dict is simply its Map: module globals and `__dict__` use it directly. */
  map: Map<DictKey, Value>;
  /** The key as the program wrote it, where that differs from its DictKey (True, 1.0, a str subclass). */
  originals: Map<DictKey, Value> | null = null;
  /** Keys with a `__hash__` of their own, by hash (folded to 32 bits, see `hashing.ts`). */
  buckets: Map<number, PyObject[]> | null = null;
  constructor(map: Map<DictKey, Value> = new Map(), cls: PyType = dictType) {
    super(cls);
    this.map = map;
  }
}

/** `set` and `frozenset`: DictKey -> the element as inserted. */
export class PySet extends PyObject {
  map: Map<DictKey, Value>;
  buckets: Map<number, PyObject[]> | null = null;
  /** Iteration order as CPython's hash table would give it; null when it must be worked out again. */
  order: Value[] | null = null;
  /** CPython's `mask` and `fill`: the size of its hash table less one, and its slots in use or once used. Kept by `set-table.ts`. */
  mask = 7;
  fill = 0;
  /** A frozenset's, once it was asked for. */
  hash: number | bigint | undefined = undefined;
  constructor(map: Map<DictKey, Value> = new Map(), cls: PyType = setType) {
    super(cls);
    this.map = map;
  }
}

export class PyRange extends PyObject {
  readonly start: number | bigint;
  readonly stop: number | bigint;
  readonly step: number | bigint;
  constructor(start: number | bigint, stop: number | bigint, step: number | bigint) {
    super(rangeType);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

export class PySlice extends PyObject {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    super(sliceType);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

/** A variable shared between a function and the functions defined inside it. */
export class Cell extends PyObject {
  value: Value | undefined;
  constructor(value: Value | undefined) {
    super(cellType);
    this.value = value;
  }
}

export class PyModule extends PyObject {
  /** The module's globals; `dict.map` and `attrs` are one and the same Map. */
  readonly dict: PyDict;
  constructor(name: string, cls: PyType = moduleType) {
    super(cls);
    this.attrs = new Globals();
    this.attrs.set('__name__', name);
    for (const unset of ['__doc__', '__package__', '__loader__', '__spec__']) this.attrs.set(unset, null);
    this.dict = new PyDict(this.attrs as Map<DictKey, Value>);
  }

  override get attrs(): Attributes {
    return this.ownMap as Attributes;
  }

  override set attrs(attrs: Attributes) {
    this.ownMap = attrs;
  }
}

export const Ellipsis: PyObject = new PyObject(ellipsisType);
export const NotImplemented: PyObject = new PyObject(notImplementedType);

/** CPython: Py_TYPE. */
export function typeOf(value: Value): PyType {
  // No `switch (typeof value)`: V8 makes a call of that.
  if (typeof value === 'object') return value === null ? noneType : value.cls;
  if (typeof value === 'string') return strType;
  return typeof value === 'boolean' ? boolType : intType;
}

/** A bigint as an int: a number where it is safe. */
export function normalizeInt(value: bigint): number | bigint {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** The plain value of an instance of a subclass of int, float or str; everything else as it is. */
export function unwrap(value: Value): Value {
  return value instanceof PyPrimitive ? value.value : value;
}

export function isInstance(value: Value, cls: PyType): boolean {
  const own = typeOf(value);
  return own === cls || own.mro.includes(cls);
}

export const emptyTuple: PyTuple = new PyTuple([]);
