/** `operator.itemgetter`, `attrgetter`, `methodcaller` (Modules/_operator.c). */
import { getAttr } from '../objects/attributes.ts';
import { dictOf } from '../objects/dict.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { type Keywords, method, newMethod, rawMethod } from '../objects/native.ts';
import { getItem } from '../objects/protocol.ts';
import { guardedRepr, reprItems, reprOf } from '../objects/sequences.ts';
import { nativeType, PyObject, PyTuple, type PyType, unwrap, type Value } from '../objects/value.ts';
import { interpreter } from '../vm/interpreter.ts';
import { PyPartial, partialType } from './_functools.ts';

function getterType(name: string): PyType {
  const cls = nativeType(name);
  cls.attrs.set('__module__', 'operator');
  return cls;
}

export const itemGetterType = getterType('itemgetter');
export const attrGetterType = getterType('attrgetter');
export const methodCallerType = getterType('methodcaller');

class Getter extends PyObject {
  readonly items: readonly Value[];
  /** attrgetter: the dotted names, split. */
  readonly paths: readonly (readonly string[])[];
  constructor(cls: PyType, items: readonly Value[], paths: readonly (readonly string[])[] = []) {
    super(cls);
    this.items = items;
    this.paths = paths;
  }
}

newMethod(itemGetterType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'itemgetter() takes no keyword arguments');
  return args.length < 2 ? raise(TypeError, 'itemgetter expected 1 argument, got 0') : new Getter(cls, args.slice(1));
});

newMethod(attrGetterType, (args, keywords, cls) => {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'attrgetter() takes no keyword arguments');
  if (args.length < 2) return raise(TypeError, 'attrgetter expected 1 argument, got 0');
  const paths = args.slice(1).map((name) => {
    const plain = unwrap(name);
    return typeof plain === 'string' ? plain.split('.') : raise(TypeError, 'attribute name must be a string');
  });
  return new Getter(cls, args.slice(1), paths);
});

/** The one object of a getter's call. */
function onlyArgument(name: string, args: readonly Value[], keywords: Keywords): Value {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, `${name}() takes no keyword arguments`);
  const object = args[1];
  return object === undefined || args.length > 2
    ? raise(TypeError, `${name} expected 1 argument, got ${args.length - 1}`)
    : object;
}

rawMethod(itemGetterType, '__call__', (args, keywords) => {
  const { items } = args[0] as Getter;
  const object = onlyArgument('itemgetter', args, keywords);
  const [first] = items;
  if (items.length === 1 && first !== undefined) return getItem(object, first);
  return new PyTuple(items.map((item) => getItem(object, item)));
});

rawMethod(attrGetterType, '__call__', (args, keywords) => {
  const { paths } = args[0] as Getter;
  const object = onlyArgument('attrgetter', args, keywords);
  const found = paths.map((path) => path.reduce(getAttr, object));
  return found.length === 1 ? (found[0] as Value) : new PyTuple(found);
});

for (const cls of [itemGetterType, attrGetterType]) {
  method(cls, '__repr__', 'self, /', (self: Getter) =>
    guardedRepr(self, `operator.${cls.name}(...)`, () => `operator.${cls.name}(${reprItems(self.items)})`),
  );
  method(cls, '__reduce__', 'self, /', (self: Getter) => new PyTuple([self.cls, new PyTuple(self.items)]));
}

class MethodCaller extends PyObject {
  readonly name: string;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  constructor(cls: PyType, name: string, args: readonly Value[], keywords: ReadonlyMap<string, Value>) {
    super(cls);
    this.name = name;
    this.args = args;
    this.keywords = keywords;
  }
}

newMethod(methodCallerType, (args, keywords, cls) => {
  if (args.length < 2) return raise(TypeError, 'methodcaller needs at least one argument, the method name');
  const name = unwrap(args[1] ?? null);
  return typeof name === 'string'
    ? new MethodCaller(cls, name, args.slice(2), keywords ?? new Map())
    : raise(TypeError, 'method name must be a string');
});
rawMethod(methodCallerType, '__call__', (args, keywords) => {
  const self = args[0] as MethodCaller;
  const object = onlyArgument('methodcaller', args, keywords);
  return interpreter.invoke(
    getAttr(object, self.name),
    [...self.args],
    self.keywords.size === 0 ? null : self.keywords,
  );
});
method(methodCallerType, '__repr__', 'self, /', (self: MethodCaller) =>
  guardedRepr(self, 'operator.methodcaller(...)', () => {
    const keywords = [...self.keywords].map(([key, value]) => `${key}=${reprOf(value)}`);
    return `operator.methodcaller(${[reprOf(self.name), ...self.args.map(reprOf), ...keywords].join(', ')})`;
  }),
);
method(methodCallerType, '__reduce__', 'self, /', (self: MethodCaller) => {
  if (self.keywords.size === 0) return new PyTuple([self.cls, new PyTuple([self.name, ...self.args])]);
  const partial = new PyPartial(partialType, self.cls, new PyTuple([self.name]), dictOf(self.keywords));
  return new PyTuple([partial, new PyTuple(self.args)]);
});
