/**
 * For tests of the native types alone: evaluates one Python expression without the VM. Calls, attributes, subscripts, operators,
 * displays, `:=` and lambdas of plain parameters; nothing else. `show` gives what `repr` gives, or the exception as `Type: text`.
 */
import { parse } from 'py-ast';
import { type Interpreter, setInterpreter } from '../vm/interpreter.ts';
import { getAttr, isCallable, registerDefault } from './attributes.ts';
import { enumerateType, filterType, mapType, zipType } from './builtin-iterators.ts';
import { dictSet } from './dict.ts';
import { MemoryError, PyRaise, raise, StopIteration, TypeError } from './errors.ts';
import { isInstanceOf, isSubclassOf } from './instance-checks.ts';
import { CallableIterator, reversedType } from './iterators.ts';
import { sortItems } from './list-sort.ts';
import { getset, type Keywords, method, PyNative, parseSignature, rawFunction } from './native.ts';
import { binaryOp, compareOp, unaryOp } from './operators.ts';
import { contains, each, getItem, getIter, hash, iterNext, length, repr, toArray, truthy } from './protocol.ts';
import { setOf } from './set-table.ts';
import {
  boolType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  NotImplemented,
  normalizeInt,
  objectType,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyPrimitive,
  PySlice,
  PyTuple,
  PyType,
  rangeType,
  setType,
  sliceType,
  strType,
  tupleType,
  typeOf,
  typeType,
  type Value,
} from './value.ts';
import { PyMethod } from './wrapped-functions.ts';

type Names = Map<string, Value>;
interface Node {
  readonly nodeType: string;
  readonly [field: string]: unknown;
}

function callNative(native: PyNative, args: readonly Value[], keywords: Keywords): Value {
  const full = native.self === undefined ? [...args] : [native.receiver(native.self), ...args];
  if (native.raw !== null) return native.raw(full, keywords) as Value;
  const { names, positional, positionalOnly, required } = native.parameters ?? parseSignature('');
  if (full.length > positional) return raise(TypeError, `${native.name}: too many arguments`);
  const given = names.map((name, index) =>
    index < full.length ? full[index] : index < positionalOnly ? undefined : keywords?.get(name),
  );
  for (const key of keywords?.keys() ?? [])
    if (!names.includes(key)) return raise(TypeError, `${native.name}: unexpected keyword ${key}`);
  if (given.some((value, index) => value === undefined && required[index]))
    return raise(TypeError, `${native.name}: missing arguments`);
  if (native.unwrapsSelf && given[0] instanceof PyPrimitive) given[0] = given[0].value;
  return (native.impl as (...values: (Value | undefined)[]) => Value)(...given);
}

function construct(cls: PyType, args: readonly Value[], keywords: Keywords): Value {
  if (cls === typeType && args.length === 1) return typeOf(args[0] as Value);
  const made = callNative(cls.lookup('__new__') as PyNative, [cls, ...args], keywords);
  const init = cls.lookup('__init__');
  if (init instanceof PyNative && init.owner !== objectType && typeOf(made).isSubtypeOf(cls))
    callNative(init, [made, ...args], keywords);
  return made;
}

const fake: Interpreter = {
  call(callable, args, keywords) {
    if (callable instanceof PyNative) return callNative(callable, args, keywords);
    if (callable instanceof PyType) return construct(callable, args, keywords);
    if (callable instanceof PyMethod) return fake.call(callable.func, [callable.self, ...args], keywords);
    const found = typeOf(callable).lookup('__call__');
    if (found === undefined) return raise(TypeError, `'${typeOf(callable).name}' object is not callable`);
    return fake.call(found, [callable, ...args], keywords);
  },
  invoke: (callable, args, keywords) => fake.call(callable, args, keywords),
  generatorNext: () => undefined,
  deprecate: () => undefined,
  spend: () => {},
  claim: (bytes) => {
    if (bytes > 2 ** 36) raise(MemoryError);
  },
};

/** Just enough of `object` and `type`, whose real methods belong to the VM: identity hashes and the names of classes. */
const hashes = new WeakMap<object, number>();
let hashesGiven = 0;
for (const [hook, implementation] of [
  [
    '__hash__',
    (self: object): Value => {
      if (!hashes.has(self)) hashes.set(self, ++hashesGiven * 16);
      return hashes.get(self) ?? 0;
    },
  ],
  ['__eq__', (self: Value, other: Value): Value => (self === other ? true : NotImplemented)],
] as const) {
  method(
    objectType,
    hook,
    hook === '__eq__' ? 'self, value, /' : 'self, /',
    implementation as (...args: Value[]) => Value,
  );
  registerDefault(hook, objectType.attrs.get(hook) ?? null);
}
getset(typeType, '__qualname__', (cls: PyType) => cls.name);
getset(typeType, '__module__', (cls: PyType) => cls.attrs.get('__module__') ?? 'builtins');
method(typeType, '__repr__', 'self, /', (cls: PyType) => `<class '${cls.name}'>`);

const builtins: readonly (readonly [string, Value])[] = [
  ...[
    dictType,
    floatType,
    frozensetType,
    intType,
    listType,
    rangeType,
    setType,
    sliceType,
    strType,
    tupleType,
    typeType,
    boolType,
    objectType,
    sliceType,
    enumerateType,
    filterType,
    mapType,
    zipType,
    reversedType,
  ].map((cls): readonly [string, Value] => [cls.name, cls]),
  ['len', rawFunction('len', ([x]) => length(x as Value))],
  ['hash', rawFunction('hash', ([x]) => hash(x as Value))],
  ['repr', rawFunction('repr', ([x]) => repr(x as Value))],
  [
    'iter',
    rawFunction('iter', ([x, end]) =>
      end === undefined ? getIter(x as Value) : new CallableIterator(x as Value, end),
    ),
  ],
  [
    'next',
    rawFunction('next', ([x, end]) => {
      const item = iterNext(x as Value);
      return item === undefined ? (end === undefined ? raise(StopIteration) : end) : item;
    }),
  ],
  ['callable', rawFunction('callable', ([x]) => isCallable(x as Value))],
  ['isinstance', rawFunction('isinstance', ([x, cls]) => isInstanceOf(x as Value, cls as Value))],
  ['issubclass', rawFunction('issubclass', ([x, cls]) => isSubclassOf(x as Value, cls as Value))],
  [
    'sorted',
    rawFunction('sorted', ([x], keywords) => {
      return new PyList(
        sortItems(toArray(x as Value), keywords?.get('key'), truthy(keywords?.get('reverse') ?? false)),
      );
    }),
  ],
];

const OPERATORS = [
  'Add',
  'Sub',
  'Mult',
  'Div',
  'FloorDiv',
  'Mod',
  'Pow',
  'LShift',
  'RShift',
  'BitAnd',
  'BitOr',
  'BitXor',
  'MatMult',
];
const COMPARISONS = ['Lt', 'LtE', 'Eq', 'NotEq', 'Gt', 'GtE'];

/** `repr` of the value of an expression, or the exception that it raises. */
export function show(text: string, names: Iterable<readonly [string, Value]> = []): string {
  setInterpreter(fake);
  try {
    const module = parse(text) as unknown as { readonly body: readonly Node[] };
    let value: Value = null;
    const scope: Names = new Map([...builtins, ...names]);
    for (const statement of module.body) value = evaluate(statement['value'] as Node, scope, text);
    return repr(value);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise)) throw thrown;
    const { cls, args } = thrown.exception;
    return `${cls.name}: ${args.items.map((arg) => (typeof arg === 'string' ? arg : repr(arg))).join(', ')}`;
  }
}

/**
 * Lines of `expression  ==>  what show gives`: those that came out otherwise. The names of a module can be given first.
 */
export function disagreements(...given: [string] | [ReadonlyMap<string, Value>, string]): string[] {
  const [names, lines] = given.length === 1 ? [new Map<string, Value>(), given[0]] : given;
  const facts = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return facts.flatMap((fact) => {
    const [expression = '', expected] = fact.split('  ==>  ');
    const shown = show(expression, names);
    return shown === expected ? [] : [`${fact} but got ${shown}`];
  });
}

function evaluate(node: Node, names: Names, text: string): Value {
  const at = (field: string): Value => evaluate(node[field] as Node, names, text);
  const all = (field: string): Value[] =>
    (node[field] as readonly Node[]).flatMap((item) => {
      return item.nodeType === 'Starred'
        ? [...each(evaluate(item['value'] as Node, names, text))]
        : [evaluate(item, names, text)];
    });
  switch (node.nodeType) {
    case 'Constant':
      return constant(node, text);
    case 'Name':
      return (
        names.get(node['id'] as string) ??
        (node['id'] === 'None' ? null : raise(TypeError, `no name ${String(node['id'])}`))
      );
    case 'NamedExpr': {
      const value = at('value');
      names.set((node['target'] as Node)['id'] as string, value);
      return value;
    }
    case 'List':
      return new PyList(all('elts'));
    case 'Tuple':
      return new PyTuple(all('elts'));
    case 'Set':
      return setOf(all('elts'));
    case 'Dict': {
      const result = new PyDict();
      const values = all('values');
      for (const [index, key] of (node['keys'] as readonly Node[]).entries())
        dictSet(result, evaluate(key, names, text), values[index] ?? null);
      return result;
    }
    case 'Attribute':
      return getAttr(at('value'), node['attr'] as string);
    case 'Subscript':
      return getItem(at('value'), at('slice'));
    case 'Slice':
      return new PySlice(
        node['lower'] ? at('lower') : null,
        node['upper'] ? at('upper') : null,
        node['step'] ? at('step') : null,
      );
    case 'BinOp':
      return binaryOp(OPERATORS.indexOf((node['op'] as Node).nodeType), at('left'), at('right'));
    case 'UnaryOp':
      return unary((node['op'] as Node).nodeType, at('operand'));
    case 'Compare':
      return compare((node['ops'] as readonly Node[])[0]?.nodeType ?? '', at('left'), all('comparators')[0] ?? null);
    case 'IfExp':
      return truthy(at('test')) ? at('body') : at('orelse');
    case 'Lambda':
      return lambda(node, names, text);
    case 'Call': {
      const keywords = new Map(
        (node['keywords'] as readonly Node[]).map((item) => [
          item['arg'] as string,
          evaluate(item['value'] as Node, names, text),
        ]),
      );
      return fake.call(at('func'), all('args'), keywords.size === 0 ? null : keywords);
    }
    default:
      throw new Error(`${node.nodeType} is not evaluated here`);
  }
}

function constant(node: Node, text: string): Value {
  const value = node['value'] as Value;
  if (typeof value === 'bigint') return normalizeInt(value);
  if (source(node, text).startsWith('b')) return bytesOfLiteral(source(node, text));
  if (typeof value !== 'number') return value;
  const digits = source(node, text);
  return /[.e]/.test(digits) && !digits.startsWith('0x')
    ? new PyFloat(value)
    : normalizeInt(BigInt(digits.replaceAll('_', '')));
}

function source(node: Node, text: string): string {
  return text.slice(node['col_offset'] as number, node['end_col_offset'] as number);
}

/** `b'abc'`, ASCII without escapes. */
function bytesOfLiteral(literal: string): PyBytes {
  return new PyBytes(Uint8Array.from(literal.slice(2, -1), (character) => character.charCodeAt(0)));
}

function unary(operator: string, value: Value): Value {
  if (operator === 'Not') return !truthy(value);
  return unaryOp(operator === 'USub' ? '__neg__' : operator === 'UAdd' ? '__pos__' : '__invert__', value);
}

function compare(operator: string, a: Value, b: Value): Value {
  if (operator === 'In') return contains(b, a);
  if (operator === 'NotIn') return !contains(b, a);
  if (operator === 'Is') return a === b;
  if (operator === 'IsNot') return a !== b;
  return compareOp(COMPARISONS.indexOf(operator), a, b);
}

function lambda(node: Node, names: Names, text: string): Value {
  const { args, vararg } = node['args'] as {
    readonly args: readonly { readonly arg: string }[];
    readonly vararg?: { readonly arg: string };
  };
  return rawFunction('<lambda>', (given, keywords) => {
    const inner = new Map(names);
    for (const [index, { arg }] of args.entries()) inner.set(arg, given[index] ?? keywords?.get(arg) ?? null);
    if (vararg) inner.set(vararg.arg, new PyTuple(given.slice(args.length)));
    return evaluate(node['body'] as Node, inner, text);
  });
}
