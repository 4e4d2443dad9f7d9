/** `TypeVar`, `ParamSpec` and `TypeVarTuple`. CPython: Objects/typevarobject.c. Lib/typing.py does what is done in Python there too. */
import { getAttr } from '../objects/attributes.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { TupleIterator } from '../objects/iterators.ts';
import { getset, type Keywords, method, newMethod } from '../objects/native.ts';
import { call, equals, str, truthy } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { makeUnion } from '../objects/union.ts';
import {
  NotImplemented,
  nameInArgument,
  nativeType,
  noneType,
  PyObject,
  PyTuple,
  PyType,
  type Value,
} from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { callerFrame } from './builtins-code.ts';

export const typeVarType = nativeType('TypeVar');
export const paramSpecType = nativeType('ParamSpec');
export const typeVarTupleType = nativeType('TypeVarTuple');
const paramSpecArgsType = nativeType('ParamSpecArgs');
const paramSpecKwargsType = nativeType('ParamSpecKwargs');
const noDefaultType = nativeType('NoDefaultType');
export const noDefault = new PyObject(noDefaultType);
for (const cls of [
  typeVarType,
  paramSpecType,
  typeVarTupleType,
  paramSpecArgsType,
  paramSpecKwargsType,
  noDefaultType,
]) {
  cls.isBaseType = false;
  cls.attrs.set('__module__', 'typing');
}
newMethod(noDefaultType, () => noDefault);
method(noDefaultType, '__repr__', 'self, /', () => 'typing.NoDefault');
method(noDefaultType, '__reduce__', 'self, /', () => 'NoDefault');

/** A function of Lib/typing.py. */
export function typingCall(name: string, ...args: Value[]): Value {
  return call(getAttr(load('typing'), name), ...args);
}

/** A value that is worked out when it is first asked for: by PEP 695 syntax these are functions of a format. */
class Lazy {
  private known: Value | undefined;
  readonly evaluator: Value;
  constructor(value: Value | undefined, evaluator: Value = null) {
    this.known = value;
    this.evaluator = evaluator;
  }
  get value(): Value | undefined {
    if (this.known === undefined && this.evaluator !== null) this.known = call(this.evaluator, 1);
    return this.known;
  }
}

interface Variance {
  readonly isCovariant: boolean;
  readonly isContravariant: boolean;
  readonly isInferred: boolean;
}

export class TypeVariable extends PyObject {
  readonly name: string;
  readonly variance: Variance;
  bound: Lazy = new Lazy(null);
  constraints: Lazy = new Lazy(new PyTuple([]));
  fallback: Lazy = new Lazy(undefined);
  constructor(cls: PyType, name: string, variance: Variance) {
    super(cls);
    this.name = name;
    this.variance = variance;
    const module = callerFrame().globals.map.get('__name__');
    this.attrs = new Map([['__module__', module ?? null]]);
  }
}

/** None is a default too. */
function defaultOf(self: Value): Value {
  const { value } = (self as TypeVariable).fallback;
  return value === undefined ? noDefault : value;
}

function varianceOf(keywords: Keywords): Variance {
  const flag = (name: string): boolean => {
    const value = keywords?.get(name);
    return value !== undefined && truthy(value);
  };
  const variance = {
    isCovariant: flag('covariant'),
    isContravariant: flag('contravariant'),
    isInferred: flag('infer_variance'),
  };
  if (variance.isCovariant && variance.isContravariant) return raise(ValueError, 'Bivariant types are not supported.');
  if (variance.isInferred && (variance.isCovariant || variance.isContravariant))
    return raise(ValueError, 'Variance cannot be specified with infer_variance.');
  return variance;
}

function nameOf(kind: string, value: Value | undefined): string {
  if (value === undefined) return raise(TypeError, `${kind}() missing required argument 'name' (pos 1)`);
  return textOf(value) ?? raise(TypeError, `${kind}() argument 'name' must be str, not ${nameInArgument(value)}`);
}

function checked(value: Value, message: string): Value {
  if (value instanceof PyType) return value;
  return value === null ? noneType : typingCall('_type_check', value, message);
}

newMethod(typeVarType, (args, keywords) => {
  const self = new TypeVariable(typeVarType, nameOf('typevar', keywords?.get('name') ?? args[1]), varianceOf(keywords));
  const constraints = args.slice(keywords?.has('name') ? 1 : 2);
  const bound = keywords?.get('bound') ?? null;
  if (constraints.length === 1) return raise(TypeError, 'A single constraint is not allowed');
  if (constraints.length > 0 && bound !== null)
    return raise(TypeError, 'Constraints cannot be combined with bound=...');
  if (bound !== null) self.bound = new Lazy(checked(bound, 'Bound must be a type.'));
  self.constraints = new Lazy(
    new PyTuple(constraints.map((item) => checked(item, 'TypeVar(name, constraint, ...): constraints must be types.'))),
  );
  self.fallback = new Lazy(keywords?.get('default'));
  return self;
});
newMethod(paramSpecType, (args, keywords) => {
  const self = new TypeVariable(
    paramSpecType,
    nameOf('paramspec', keywords?.get('name') ?? args[1]),
    varianceOf(keywords),
  );
  const bound = keywords?.get('bound') ?? null;
  if (bound !== null) self.bound = new Lazy(checked(bound, 'Bound must be a type.'));
  self.fallback = new Lazy(keywords?.get('default'));
  return self;
});
newMethod(typeVarTupleType, (args, keywords) => {
  const self = new TypeVariable(
    typeVarTupleType,
    nameOf('typevartuple', keywords?.get('name') ?? args[1]),
    varianceOf(null),
  );
  self.fallback = new Lazy(keywords?.get('default'));
  return self;
});

/** `class C[T: bound]`, `class C[T: (a, b)]`, `class C[T = default]`: called by the VM with the functions it compiled. */
export function withBound(name: Value, evaluator: Value): Value {
  const made = new TypeVariable(typeVarType, String(name), {
    isCovariant: false,
    isContravariant: false,
    isInferred: true,
  });
  made.bound = new Lazy(undefined, evaluator);
  return made;
}
export function withConstraints(name: Value, evaluator: Value): Value {
  const made = new TypeVariable(typeVarType, String(name), {
    isCovariant: false,
    isContravariant: false,
    isInferred: true,
  });
  made.constraints = new Lazy(undefined, evaluator);
  return made;
}
export function setDefault(parameter: Value, evaluator: Value): Value {
  (parameter as TypeVariable).fallback = new Lazy(undefined, evaluator);
  return parameter;
}

for (const cls of [typeVarType, paramSpecType, typeVarTupleType]) {
  getset(cls, '__name__', (self) => (self as TypeVariable).name);
  getset(cls, '__default__', (self) => defaultOf(self));
  getset(cls, 'evaluate_default', (self) => (self as TypeVariable).fallback.evaluator);
  method(cls, 'has_default', 'self, /', (self: TypeVariable) => defaultOf(self) !== noDefault);
  method(cls, '__reduce__', 'self, /', (self: TypeVariable) => self.name);
  method(cls, '__mro_entries__', 'self, bases, /', () =>
    raise(TypeError, `Cannot subclass an instance of ${cls.name}`),
  );
  method(cls, '__repr__', 'self, /', (self: TypeVariable) => {
    if (cls === typeVarTupleType || self.variance.isInferred) return self.name;
    return `${self.variance.isCovariant ? '+' : self.variance.isContravariant ? '-' : '~'}${self.name}`;
  });
}
for (const cls of [typeVarType, paramSpecType]) {
  getset(cls, '__bound__', (self) => (self as TypeVariable).bound.value ?? null);
  getset(cls, '__covariant__', (self) => (self as TypeVariable).variance.isCovariant);
  getset(cls, '__contravariant__', (self) => (self as TypeVariable).variance.isContravariant);
  getset(cls, '__infer_variance__', (self) => (self as TypeVariable).variance.isInferred);
  method(cls, '__or__', 'self, value, /', (self: Value, other: Value) => union(self, other));
  method(cls, '__ror__', 'self, value, /', (self: Value, other: Value) => union(other, self));
}
getset(typeVarType, '__constraints__', (self) => (self as TypeVariable).constraints.value ?? new PyTuple([]));
getset(typeVarType, 'evaluate_bound', (self) => (self as TypeVariable).bound.evaluator);
getset(typeVarType, 'evaluate_constraints', (self) => (self as TypeVariable).constraints.evaluator);

/** CPython: make_union: what is no type is made a forward reference by typing. */
export function union(a: Value, b: Value): Value {
  if (typeof a === 'number' || typeof b === 'number') return NotImplemented;
  const asType = (value: Value): Value =>
    typeof value === 'string' ? typingCall('_type_check', value, 'union') : value;
  return makeUnion([asType(a), asType(b)]);
}

method(typeVarType, '__typing_subst__', 'self, arg, /', (self: Value, arg: Value) =>
  typingCall('_typevar_subst', self, arg),
);
method(paramSpecType, '__typing_subst__', 'self, arg, /', (self: Value, arg: Value) =>
  typingCall('_paramspec_subst', self, arg),
);
method(typeVarTupleType, '__typing_subst__', 'self, arg, /', () =>
  raise(TypeError, 'Substitution of bare TypeVarTuple is not supported'),
);
method(paramSpecType, '__typing_prepare_subst__', 'self, alias, args, /', (self: Value, alias: Value, args: Value) =>
  typingCall('_paramspec_prepare_subst', self, alias, args),
);
method(typeVarTupleType, '__typing_prepare_subst__', 'self, alias, args, /', (self: Value, alias: Value, args: Value) =>
  typingCall('_typevartuple_prepare_subst', self, alias, args),
);
/** CPython: typevar_typing_prepare_subst_impl: a missing argument is the default. */
method(
  typeVarType,
  '__typing_prepare_subst__',
  'self, alias, args, /',
  (self: TypeVariable, alias: Value, args: Value) => {
    const parameters = (getAttr(alias, '__parameters__') as PyTuple).items;
    const given = (args as PyTuple).items;
    const index = parameters.indexOf(self);
    if (index < given.length) return args;
    if (index === given.length && defaultOf(self) !== noDefault)
      return new PyTuple([...given, self.fallback.value as Value]);
    return raise(
      TypeError,
      `Too few arguments for ${str(alias)}; actual ${given.length}, expected at least ${index + 1}`,
    );
  },
);
method(typeVarTupleType, '__iter__', 'self, /', (self: Value) => {
  const unpack = getAttr(load('typing'), 'Unpack');
  return new TupleIterator(new PyTuple([call(getAttr(unpack, '__getitem__'), self)]));
});

class ParamSpecPart extends PyObject {
  readonly origin: Value;
  constructor(cls: PyType, origin: Value) {
    super(cls);
    this.origin = origin;
  }
}
for (const [cls, name] of [
  [paramSpecArgsType, 'args'],
  [paramSpecKwargsType, 'kwargs'],
] as const) {
  newMethod(cls, (args) => new ParamSpecPart(cls, args[1] ?? null));
  getset(paramSpecType, name, (self) => new ParamSpecPart(cls, self));
  getset(cls, '__origin__', (self) => (self as ParamSpecPart).origin);
  method(
    cls,
    '__repr__',
    'self, /',
    (self: ParamSpecPart) => `${self.origin instanceof TypeVariable ? self.origin.name : '?'}.${name}`,
  );
  method(cls, '__eq__', 'self, value, /', (self: ParamSpecPart, other: Value) => {
    return other instanceof ParamSpecPart && other.cls === cls ? equals(self.origin, other.origin) : NotImplemented;
  });
  cls.attrs.set('__hash__', null);
}

export const PARAM_SPEC_PARTS = { args: paramSpecArgsType, kwargs: paramSpecKwargsType } as const;
