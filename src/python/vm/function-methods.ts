/** Attributes and methods of functions, methods, code, frames, tracebacks, cells and modules. CPython: Objects/funcobject.c and neighbours. */

import { Code } from '../compile/code.ts';
import { attributeName, bind, getAttr, getAttrOrAbsent, isCallable } from '../objects/attributes.ts';
import { encodeText } from '../objects/encoding.ts';
import { RuntimeError, raise, TypeError, ValueError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { getset, member, method, newMethod, PyNative, rawMethod } from '../objects/native.ts';
import { compareOp } from '../objects/operators.ts';
import { equals, hash, repr } from '../objects/protocol.ts';
import { compareNumbers, defineComparisons } from '../objects/sequences.ts';
import { strLength, strSlice } from '../objects/text.ts';
import {
  Cell,
  cellType,
  codeType,
  coroutineType,
  emptyTuple,
  frameType,
  functionType,
  methodType,
  NotImplemented,
  nameInArgument,
  nativeType,
  PyBytes,
  PyDict,
  PyObject,
  PyTuple,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { PyMethod } from '../objects/wrapped-functions.ts';
import { callNativeWith, invoke } from './call.ts';
import { Frame } from './frame.ts';
import { frameLocals } from './frame-locals.ts';
import { letGoOf } from './garbage.ts';
import { closeGenerator } from './generators-run.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';
import { builtInMethodText } from './native-methods.ts';
import { neverAwaited } from './never-awaited.ts';
import { address } from './object-methods.ts';

const fn = (self: Value): PyFunction => self as PyFunction;
method(functionType, '__repr__', 'self, /', (self: PyFunction) => {
  if (!self.code.isBuiltIn) return `<function ${self.qualname} at ${address(self)}>`;
  const dot = self.qualname.lastIndexOf('.');
  if (dot < 0) return `<built-in function ${self.name}>`;
  return `<method '${self.name}' of '${String(getAttr(self, '__module__'))}.${self.qualname.slice(0, dot)}' objects>`;
});
rawMethod(functionType, '__call__', (args, keywords) => invoke(args[0] as Value, args.slice(1), keywords));
method(functionType, '__get__', 'self, instance, owner=None, /', (self: PyFunction, instance: Value) =>
  instance === null ? self : new PyMethod(self, instance),
);
getset(
  functionType,
  '__name__',
  (self) => fn(self).name,
  (self, value) => {
    if (typeof value !== 'string') return raise(TypeError, '__name__ must be set to a string object');
    fn(self).name = value;
  },
);
getset(
  functionType,
  '__qualname__',
  (self) => fn(self).qualname,
  (self, value) => {
    if (typeof value !== 'string') return raise(TypeError, '__qualname__ must be set to a string object');
    fn(self).qualname = value;
  },
);
getset(
  functionType,
  '__module__',
  (self) => fn(self).module,
  (self, value) => {
    fn(self).module = value ?? null;
  },
);
getset(
  functionType,
  '__doc__',
  (self) => fn(self).doc,
  (self, value) => {
    fn(self).doc = value ?? null;
  },
);
getset(
  functionType,
  '__code__',
  (self) => fn(self).code,
  (self, value) => {
    if (!(value instanceof Code)) return raise(TypeError, '__code__ must be set to a code object');
    const needed = fn(self).closure.length;
    if (value.freeNames.length !== needed)
      return raise(
        ValueError,
        `${fn(self).name}() requires a code object with ${needed} free vars, not ${value.freeNames.length}`,
      );
    fn(self).code = value;
  },
);
getset(
  functionType,
  '__defaults__',
  (self) => fn(self).defaults,
  (self, value) => {
    if (value !== undefined && value !== null && !(value instanceof PyTuple))
      return raise(TypeError, '__defaults__ must be set to a tuple object');
    fn(self).defaults = value ?? null;
  },
);
getset(
  functionType,
  '__kwdefaults__',
  (self) => fn(self).keywordDefaults,
  (self, value) => {
    if (value !== undefined && value !== null && !(value instanceof PyDict))
      return raise(TypeError, '__kwdefaults__ must be set to a dict object');
    fn(self).keywordDefaults = value ?? null;
  },
);
member(functionType, '__globals__', (self) => fn(self).globals);
member(functionType, '__builtins__', () => new PyDict(machine.builtins as Map<never, Value>));
member(functionType, '__closure__', (self) =>
  fn(self).closure.length === 0 ? null : new PyTuple([...fn(self).closure]),
);
getset(
  functionType,
  '__annotate__',
  (self) => fn(self).annotate,
  (self, value) => {
    fn(self).annotate = value ?? null;
    fn(self).annotations = null;
  },
);
getset(
  functionType,
  '__annotations__',
  (self) => {
    const func = fn(self);
    func.annotations ??= (func.annotate === null ? new PyDict() : interpreter.call(func.annotate, [1], null)) as PyDict;
    return func.annotations;
  },
  (self, value) => {
    fn(self).annotations = (value ?? null) as PyDict | null;
    fn(self).annotate = null;
  },
);
getset(
  functionType,
  '__type_params__',
  (self) => fn(self).typeParams ?? emptyTuple,
  (self, value) => {
    fn(self).typeParams = value;
  },
);
const NEW_FUNCTION = new PyNative({
  name: '__new__',
  kind: 'staticmethod',
  owner: functionType,
  signature: 'cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None',
  impl: (_cls, code, globals, name, defaults, closure, keywordDefaults) =>
    newFunction(code as Value, globals as Value, [name, defaults, closure, keywordDefaults]),
});
newMethod(functionType, (args, keywords) => callNativeWith(NEW_FUNCTION, args, keywords));

/** CPython: Objects/funcobject.c, func_new_impl. */
function newFunction(code: Value, globals: Value, options: readonly (Value | undefined)[]): PyFunction {
  const [name, defaults, closure, keywordDefaults] = options.map((option) => option ?? null) as [Value, ...Value[]];
  const wrong = (argument: string, wanted: string, given: Value) =>
    raise(TypeError, `function() argument '${argument}' must be ${wanted}, not ${nameInArgument(given)}`);
  if (!(code instanceof Code)) return wrong('code', 'code', code);
  if (!(globals instanceof PyDict)) return wrong('globals', 'dict', globals);
  if (name !== null && typeof name !== 'string') return raise(TypeError, 'arg 3 (name) must be None or string');
  if (defaults !== null && !(defaults instanceof PyTuple))
    return raise(TypeError, 'arg 4 (defaults) must be None or tuple');
  if (keywordDefaults !== null && !(keywordDefaults instanceof PyDict))
    return raise(TypeError, 'arg 6 (kwdefaults) must be None or dict');
  const cells = checkedClosure(code, closure ?? null);
  const made = new PyFunction(code, globals, defaults ?? null, keywordDefaults ?? null, cells);
  if (name !== null) made.name = name;
  return made;
}

function checkedClosure(code: Code, closure: Value): Cell[] {
  const wanted = code.freeNames.length;
  if (closure !== null && !(closure instanceof PyTuple))
    return raise(TypeError, wanted > 0 ? 'arg 5 (closure) must be tuple' : 'arg 5 (closure) must be None or tuple');
  if (closure === null && wanted > 0) return raise(TypeError, 'arg 5 (closure) must be tuple');
  const cells = closure === null ? [] : closure.items;
  if (cells.length !== wanted)
    return raise(ValueError, `${code.name} requires closure of length ${wanted}, not ${cells.length}`);
  for (const cell of cells)
    if (!(cell instanceof Cell)) raise(TypeError, `arg 5 (closure) expected cell, found ${typeOf(cell).tpName}`);
  return cells as Cell[];
}

const bound = (self: Value): PyMethod => self as PyMethod;
newMethod(methodType, (args, keywords) => {
  if (keywords !== null && keywords.size > 0) return raise(TypeError, 'method() takes no keyword arguments');
  const [, func, instance] = args;
  if (func === undefined || instance === undefined || args.length > 3)
    return raise(TypeError, `method expected 2 arguments, got ${args.length - 1}`);
  if (!isCallable(func)) return raise(TypeError, 'first argument must be callable');
  if (instance === null) return raise(TypeError, 'instance must not be None');
  return new PyMethod(func, instance);
});
method(methodType, '__repr__', 'self, /', (self: PyMethod) => {
  if (self.func instanceof PyFunction && self.func.code.isBuiltIn) return builtInMethodText(self.func.name, self.self);
  const name = getAttrOrAbsent(self.func, '__qualname__') ?? getAttrOrAbsent(self.func, '__name__');
  return `<bound method ${typeof name === 'string' ? name : '?'} of ${repr(self.self)}>`;
});
rawMethod(methodType, '__call__', (args, keywords) => invoke(args[0] as Value, args.slice(1), keywords));
method(methodType, '__eq__', 'self, other, /', (self: PyMethod, other: Value) =>
  other instanceof PyMethod ? self.self === other.self && equals(self.func, other.func) : NotImplemented,
);
method(
  methodType,
  '__hash__',
  'self, /',
  (self: PyMethod) =>
    Number(hash(self.func)) ^ (self.self instanceof PyObject ? machine.idOf(self.self) & 0xffffff : 1),
);
// CPython: Objects/classobject.c, method___reduce___impl.
method(methodType, '__reduce__', 'self, /', (self: PyMethod) => {
  const name = getAttr(self.func, '__name__');
  return new PyTuple([machine.builtins.get('getattr') as Value, new PyTuple([self.self, name])]);
});
member(methodType, '__func__', (self) => bound(self).func);
member(methodType, '__self__', (self) => bound(self).self);
getset(methodType, '__doc__', (self) => getAttrOrAbsent(bound(self).func, '__doc__') ?? null);
method(methodType, '__get__', 'self, instance, owner=None, /', (self: PyMethod) => self);
method(methodType, '__getattribute__', 'self, name, /', (self: PyMethod, given: Value) => {
  const name = attributeName(given);
  const own = methodType.lookup(name);
  if (own !== undefined && name !== '__doc__' && name !== '__module__') return bind(own, self, methodType);
  return getAttr(self.func, name);
});

const code = (self: Value): Code => self as Code;
method(
  codeType,
  '__repr__',
  'self, /',
  (self: Code) => `<code object ${self.name} at ${address(self)}, file "${self.filename}", line ${self.firstLine}>`,
);
member(codeType, 'co_name', (self) => code(self).name);
member(codeType, 'co_qualname', (self) => code(self).qualname);
member(codeType, 'co_filename', (self) => code(self).filename);
member(codeType, 'co_firstlineno', (self) => code(self).firstLine);
member(codeType, 'co_argcount', (self) => code(self).argCount);
member(codeType, 'co_posonlyargcount', (self) => code(self).positionalOnlyCount);
member(codeType, 'co_kwonlyargcount', (self) => code(self).keywordOnlyCount);
member(codeType, 'co_flags', (self) => code(self).flags);
member(codeType, 'co_nlocals', (self) => localNames(code(self)).length);
getset(codeType, 'co_varnames', (self) => new PyTuple(localNames(code(self))));
member(codeType, 'co_names', (self) => new PyTuple([...code(self).names]));
getset(codeType, 'co_cellvars', (self) => new PyTuple([...code(self).cellNames]));
getset(codeType, 'co_freevars', (self) => new PyTuple([...code(self).freeNames]));
member(codeType, 'co_consts', (self) => new PyTuple([...code(self).constants]));
member(codeType, 'co_stacksize', (self) => code(self).stackSize);
getset(codeType, 'co_code', (self) => new PyBytes(new Uint8Array(code(self).ops.length)));
method(codeType, 'co_positions', 'self, /', (self: Code) => new PositionIterator(self, true));
method(codeType, 'co_lines', 'self, /', (self: Code) => new PositionIterator(self, false));
rawMethod(codeType, 'replace', (args, keywords) => {
  const copy = Object.assign(Object.create(Code.prototype) as Code, args[0]);
  const flags = keywords?.get('co_flags');
  if (typeof flags === 'number') copy.flags = flags;
  return copy;
});

function localNames(of: Code): string[] {
  return of.slotNames
    .slice(0, of.freeStart)
    .filter((name, index) => index < of.argCount + of.keywordOnlyCount || !of.cellNames.includes(name));
}

const positionIteratorType = nativeType('positions_iterator');
class PositionIterator extends NativeIterator {
  private index = 0;
  private readonly code: Code;
  private readonly isFull: boolean;
  private lines: readonly string[] | null = null;
  constructor(of: Code, isFull: boolean) {
    super(positionIteratorType);
    this.code = of;
    this.isFull = isFull;
  }
  nextValue(): Value | undefined {
    const at = this.index;
    if (at >= this.code.positions.length) return undefined;
    this.index += 4;
    const [line = -1, endLine = -1, column = -1, endColumn = -1] = this.code.positions.subarray(at, at + 4);
    const known = (place: number): Value => (place < 0 ? null : place);
    return this.isFull
      ? new PyTuple([
          known(line),
          known(endLine),
          known(this.inBytes(line, column)),
          known(this.inBytes(endLine, endColumn)),
        ])
      : new PyTuple([at / 2, at / 2 + 2, known(line)]);
  }

  /** A column as CPython counts it: in bytes of UTF-8. */
  private inBytes(line: number, column: number): number {
    if (column <= 0) return column;
    this.lines ??= machine.sources.get(this.code.filename)?.text.split('\n') ?? [];
    const text = this.lines[line - 1] ?? '';
    return (
      encodeText(strSlice(text, 0, column), 'utf-8', 'surrogatepass').length + Math.max(0, column - strLength(text))
    );
  }
}

/** CPython: Objects/frameobject.c, frame_clear_impl. */
function clearFrame(frame: Frame): null {
  const { generator } = frame;
  if (generator !== null && generator.state === 'suspended')
    return raise(RuntimeError, 'cannot clear a suspended frame');
  if (generator !== null && generator.state === 'created') {
    if (generator.cls === coroutineType) neverAwaited(generator, machine.thread.top as Frame);
    closeGenerator(generator);
    return null;
  }
  for (let running = machine.thread.top; running !== null; running = running.back)
    if (running === frame) return raise(RuntimeError, 'cannot clear an executing frame');
  const values = frame.slots.slice(0, frame.sp);
  frame.slots.fill(undefined);
  letGoOf(values);
  return null;
}

const frameOf = (self: Value): Frame => self as Frame;
method(
  frameType,
  '__repr__',
  'self, /',
  (self: Frame) =>
    `<frame at ${address(self)}, file '${self.code.filename}', line ${self.line}, code ${self.code.name}>`,
);
getset(frameType, 'f_code', (self) => frameOf(self).code);
getset(frameType, 'f_lineno', (self) => frameOf(self).line);
getset(frameType, 'f_lasti', (self) => frameOf(self).pc);
getset(frameType, 'f_globals', (self) => frameOf(self).globals);
getset(frameType, 'f_builtins', () => new PyDict(machine.builtins as Map<never, Value>));
getset(frameType, 'f_locals', (self) => frameLocals(frameOf(self)));
getset(frameType, 'f_trace', () => null);
getset(frameType, 'f_back', (self) => {
  let back = frameOf(self).back;
  while (back !== null && !(back instanceof Frame)) back = back.back;
  return back;
});
getset(frameType, 'f_generator', (self) => frameOf(self).generator);
method(frameType, 'clear', 'self, /', (self: Frame) => clearFrame(self));

newMethod(cellType, (args) => new Cell(args[1]));
getset(
  cellType,
  'cell_contents',
  (self) => {
    const value = (self as Cell).value;
    return value === undefined ? raise(ValueError, 'Cell is empty') : value;
  },
  (self, value) => {
    (self as Cell).value = value;
  },
);
// CPython: Objects/cellobject.c, cell_richcompare: an empty cell is less than any other.
defineComparisons(cellType, (self, other, comparison) => {
  if (!(self instanceof Cell) || !(other instanceof Cell)) return NotImplemented;
  if (self.value !== undefined && other.value !== undefined) return compareOp(comparison, self.value, other.value);
  return compareNumbers(comparison, Number(self.value !== undefined), Number(other.value !== undefined));
});
cellType.attrs.set('__hash__', null);
method(cellType, '__repr__', 'self, /', (self: Cell) => {
  const content = self.value;
  return `<cell at ${address(self)}: ${content === undefined ? 'empty' : `${typeOf(content).name} object at ${address(content)}`}>`;
});
