/** `__text_signature__`: what `inspect.signature` reads of a native function or type. As Argument Clinic writes it in CPython. */
import type { PyNative } from '../objects/native.ts';
import type { PyType } from '../objects/value.ts';

const ANYTHING = '($self, /, *args, **kwargs)';

/** Of natives that take their arguments as they come. Those of types are under the type's name. */
const BY_NAME: Readonly<Record<string, string>> = {
  __class_getitem__: '($type, object, /)',
  __init__: ANYTHING,
  __call__: ANYTHING,
  __new__: '($type, *args, **kwargs)',
  __init_subclass__: '($type, /)',
  __subclasshook__: '($type, object, /)',
  call: '($module, obj, /, *args, **kwargs)',
  delattr: '($module, obj, name, /)',
  difference: '($self, /, *others)',
  difference_update: '($self, /, *others)',
  divmod: '($module, x, y, /)',
  exit: '($module, status=None, /)',
  'dict.fromkeys': '($type, iterable, value=None, /)',
  format: "($module, value, format_spec='', /)",
  'str.format': ANYTHING,
  gcd: '($module, /, *integers)',
  hasattr: '($module, obj, name, /)',
  hypot: '($module, /, *coordinates)',
  input: "($module, prompt='', /)",
  intersection: '($self, /, *others)',
  intersection_update: '($self, /, *others)',
  isinstance: '($module, obj, class_or_tuple, /)',
  issubclass: '($module, cls, class_or_tuple, /)',
  lcm: '($module, /, *integers)',
  print: "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
  register: '($module, func, /, *args, **kwargs)',
  setattr: '($module, obj, name, value, /)',
  sorted: '($module, iterable, /, *, key=None, reverse=False)',
  'set.symmetric_difference_update': '($self, other, /)',
  union: '($self, /, *others)',
  'set.update': '($self, /, *others)',
};

const OF_TYPES: Readonly<Record<string, string>> = {
  attrgetter: '(attr, /, *attrs)',
  itemgetter: '(item, /, *items)',
  methodcaller: '(name, /, *args, **kwargs)',
  bool: '(object=False, /)',
  classmethod: '(function, /)',
  complex: '(real=0, imag=0)',
  enumerate: '(iterable, start=0)',
  filter: '(function, iterable, /)',
  float: '(x=0, /)',
  frozenset: '(iterable=(), /)',
  list: '(iterable=(), /)',
  map: '(function, iterable, /, *iterables, strict=False)',
  mappingproxy: '(mapping)',
  memoryview: '(object)',
  method: '(function, instance, /)',
  object: '()',
  partial: '(func, /, *args, **keywords)',
  property: '(fget=None, fset=None, fdel=None, doc=None)',
  reversed: '(sequence, /)',
  set: '(iterable=(), /)',
  staticmethod: '(function, /)',
  tuple: '(iterable=(), /)',
  zip: '(*iterables, strict=False)',
};

export function typeSignature({ isHeapType, name }: PyType): string | null {
  return isHeapType ? null : (OF_TYPES[name] ?? null);
}

/** What is bound by itself comes first, with a dollar sign. */
export function nativeSignature({ kind, name, owner, signature }: PyNative): string | null {
  if (signature === null) return (owner && BY_NAME[`${owner.name}.${name}`]) ?? BY_NAME[name] ?? null;
  if (kind === 'classmethod') return `($type${signature.replace(/^\w+/, '')})`;
  if (owner !== null) return kind === 'method' ? `($${signature})` : `(${signature})`;
  const hasPositionalOnly = /(?:^|, )\/(?:,|$)/.test(signature);
  return ['($module', hasPositionalOnly ? '' : ', /', signature === '' ? '' : `, ${signature}`, ')'].join('');
}
