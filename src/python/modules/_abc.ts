/** The module `_abc`: the machinery of abstract base classes. CPython: Modules/_abc.c; the order of its steps is Lib/_py_abc.py's. */
import { getAttr, getAttrOrAbsent } from '../objects/attributes.ts';
import { RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { isSubclassOf } from '../objects/instance-checks.ts';
import { nativeFunction } from '../objects/native.ts';
import { callMethod, toArray, truthy } from '../objects/protocol.ts';
import {
  frozensetType,
  NotImplemented,
  nativeType,
  PyObject,
  PySet,
  PyTuple,
  PyType,
  setType,
  typeOf,
  typeVersion,
  type Value,
} from '../objects/value.ts';

interface AbstractData {
  readonly registry: Set<PyType>;
  readonly cache: Set<PyType>;
  readonly negativeCache: Set<PyType>;
  negativeVersion: number;
}

/** Changes with every `register`: a negative answer may no longer be true. */
let invalidationCounter = 0;
/** What a class shows as its `_abc_impl`. */
const abcDataType = nativeType('_abc_data');
abcDataType.attrs.set('__module__', '_abc');

const abstractData: WeakMap<PyType, AbstractData> = new WeakMap();

function dataOf(cls: PyType): AbstractData {
  const data = abstractData.get(cls);
  return data ?? raise(TypeError, `_abc._abc_data is missing on ${cls.name}`);
}

/** CPython: compute_abstract_methods. */
function abstractMethods(cls: PyType): readonly string[] {
  const names: string[] = [];
  for (const [name, value] of cls.attrs) if (isAbstract(value)) names.push(name);
  for (const base of cls.bases) {
    const inherited = base.attrs.get('__abstractmethods__');
    if (!(inherited instanceof PySet)) continue;
    for (const name of inherited.map.keys()) {
      if (typeof name === 'string' && !names.includes(name) && isAbstract(getAttrOrAbsent(cls, name))) names.push(name);
    }
  }
  return names;
}

function isAbstract(value: Value | undefined): boolean {
  if (!(value instanceof PyObject)) return false;
  const flag = getAttrOrAbsent(value, '__isabstractmethod__');
  return flag !== undefined && truthy(flag);
}

const TPFLAGS_COLLECTION = (1 << 5) | (1 << 6);

function init(cls: Value): null {
  if (!(cls instanceof PyType)) return raise(TypeError, '_abc_init() argument must be a class');
  abstractData.set(cls, {
    registry: new Set(),
    cache: new Set(),
    negativeCache: new Set(),
    negativeVersion: invalidationCounter,
  });
  cls.attrs.set('_abc_impl', new PyObject(abcDataType));
  cls.attrs.set(
    '__abstractmethods__',
    new PySet(new Map(abstractMethods(cls).map((name) => [name, name])), frozensetType),
  );
  const flags = cls.attrs.get('__abc_tpflags__');
  if (typeof flags === 'number') {
    collectionFlags.set(cls, flags & TPFLAGS_COLLECTION);
    cls.attrs.delete('__abc_tpflags__');
  }
  typeVersion.current++;
  return null;
}

/** Sequence (32) or Mapping (64), as `match` asks; inherited and given on by `register`. */
const collectionFlags: WeakMap<PyType, number> = new WeakMap();

/** CPython: Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING of a class made in Python. */
export function collectionFlagsOf(cls: PyType): number {
  for (const base of cls.mro) {
    const flags = collectionFlags.get(base);
    if (flags !== undefined) return flags;
  }
  return 0;
}

function register(self: Value, subclass: Value): Value {
  if (!(subclass instanceof PyType)) return raise(TypeError, 'Can only register classes');
  if (isSubclassOf(subclass, self)) return subclass;
  if (isSubclassOf(self, subclass)) return raise(RuntimeError, 'Refusing to create an inheritance cycle');
  dataOf(self as PyType).registry.add(subclass);
  invalidationCounter++;
  const flags = collectionFlagsOf(self as PyType);
  if (flags !== 0) collectionFlags.set(subclass, flags);
  return subclass;
}

function instanceCheck(self: Value, instance: Value): Value {
  const data = dataOf(self as PyType);
  const subclass = getAttr(instance, '__class__');
  if (subclass instanceof PyType && data.cache.has(subclass)) return true;
  const subtype = typeOf(instance);
  if (subtype === subclass) {
    if (data.negativeVersion === invalidationCounter && data.negativeCache.has(subtype)) return false;
    return callMethod(self, '__subclasscheck__', subclass);
  }
  return (
    truthy(callMethod(self, '__subclasscheck__', subclass)) || truthy(callMethod(self, '__subclasscheck__', subtype))
  );
}

function subclassCheck(self: Value, subclass: Value): boolean {
  if (!(subclass instanceof PyType)) return raise(TypeError, 'issubclass() arg 1 must be a class');
  const cls = self as PyType;
  const data = dataOf(cls);
  if (data.cache.has(subclass)) return true;
  if (data.negativeVersion < invalidationCounter) {
    data.negativeCache.clear();
    data.negativeVersion = invalidationCounter;
  } else if (data.negativeCache.has(subclass)) return false;
  const answer = decide(cls, data, subclass);
  (answer ? data.cache : data.negativeCache).add(subclass);
  return answer;
}

function decide(cls: PyType, data: AbstractData, subclass: PyType): boolean {
  const hook = callMethod(cls, '__subclasshook__', subclass);
  if (hook === true || hook === false) return hook;
  if (hook !== NotImplemented)
    return raise(TypeError, '__subclasshook__ must return either False, True, or NotImplemented');
  if (subclass.mro.includes(cls)) return true;
  for (const registered of data.registry) if (isSubclassOf(subclass, registered)) return true;
  const children = callMethod(cls, '__subclasses__');
  for (const child of toArray(children)) if (isSubclassOf(subclass, child)) return true;
  return false;
}

export function abcModule(): Map<string, Value> {
  const functions = [
    nativeFunction('_abc_init', 'self, /', init),
    nativeFunction('_abc_register', 'self, subclass, /', register),
    nativeFunction('_abc_instancecheck', 'self, instance, /', instanceCheck),
    nativeFunction('_abc_subclasscheck', 'self, subclass, /', subclassCheck),
    nativeFunction('get_cache_token', '', () => invalidationCounter),
    nativeFunction('_reset_registry', 'self, /', (self: Value) => {
      dataOf(self as PyType).registry.clear();
      return null;
    }),
    nativeFunction('_reset_caches', 'self, /', (self: Value) => {
      dataOf(self as PyType).cache.clear();
      dataOf(self as PyType).negativeCache.clear();
      return null;
    }),
    nativeFunction('_get_dump', 'self, /', (self: Value) => {
      const data = dataOf(self as PyType);
      const asSet = (types: ReadonlySet<PyType>) => new PySet(new Map([...types].map((type) => [type, type])), setType);
      return new PyTuple([asSet(data.registry), asSet(data.cache), asSet(data.negativeCache), data.negativeVersion]);
    }),
  ];
  return new Map(functions.map((native) => [native.name, native]));
}
