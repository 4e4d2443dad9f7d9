/**
 * CPython: Objects/exceptions.c. The attributes of particular exceptions. They live in `fields` when a constructor or the
 * program has set them; otherwise they follow from `args`, so that native code can raise with nothing but arguments.
 */
import {
  AttributeError,
  ImportError,
  NameError,
  type PyException,
  raise,
  StopIteration,
  SyntaxError,
  SystemExit,
  TypeError,
  UnicodeDecodeError,
  UnicodeEncodeError,
  UnicodeTranslateError,
} from './errors.ts';
import { defineOSError } from './exception-oserror.ts';
import { getset, type Keywords, method, rawMethod } from './native.ts';
import { repr, str } from './protocol.ts';
import {
  isInstance,
  nameInArgument,
  PyBytes,
  PyDict,
  PyObject,
  PyTuple,
  type PyType,
  strType,
  typeOf,
  unwrap,
  type Value,
} from './value.ts';

/** Defines an attribute that follows from `args` until it is set. */
export function field(owner: PyType, name: string, derive: (self: PyException) => Value): void {
  getset(
    owner,
    name,
    (self) => {
      const known = (self as PyException).fields?.get(name);
      return known === undefined ? derive(self as PyException) : known;
    },
    (self, value) => {
      setField(self as PyException, name, value ?? null);
    },
  );
}

export function setField(self: PyException, name: string, value: Value): void {
  self.fields ??= new Map();
  self.fields.set(name, value);
}

/** The value of a native attribute of an exception, None when it has none. */
export function fieldOf(self: PyException, name: string): Value {
  const found = self.cls.lookup(name);
  if (found instanceof PyObject && 'get' in found && typeof found.get === 'function') return found.get(self);
  return null;
}

const argument =
  (index: number) =>
  (self: PyException): Value =>
    self.args.items[index] ?? null;

field(StopIteration, 'value', argument(0));
field(SystemExit, 'code', (self) => (self.args.items.length > 1 ? self.args : argument(0)(self)));

/** `__init__` of an exception that takes keywords: what is not among `names` is refused. */
function initWithKeywords(owner: PyType, names: readonly string[]): void {
  rawMethod(owner, '__init__', (args, keywords) => {
    const self = args[0] as PyException;
    self.args = new PyTuple(args.slice(1));
    takeKeywords(self, owner, keywords, names);
    return null;
  });
}

function takeKeywords(self: PyException, owner: PyType, keywords: Keywords, names: readonly string[]): void {
  if (keywords === null) return;
  for (const [name, value] of keywords) {
    if (!names.includes(name)) raise(TypeError, `${owner.name}() got an unexpected keyword argument '${name}'`);
    setField(self, name, value);
  }
}

initWithKeywords(NameError, ['name']);
field(NameError, 'name', () => null);
initWithKeywords(AttributeError, ['name', 'obj']);
field(AttributeError, 'name', () => null);
field(AttributeError, 'obj', () => null);
initWithKeywords(ImportError, ['name', 'path', 'name_from']);
field(ImportError, 'msg', (self) => (self.args.items.length === 1 ? self.args.items[0] : null));
field(ImportError, 'name', () => null);
field(ImportError, 'path', () => null);
field(ImportError, 'name_from', () => null);
// CPython: ImportError_getstate, AttributeError_getstate.
for (const [owner, names] of [
  [ImportError, ['name', 'path', 'name_from']],
  [AttributeError, ['name']],
] as const) {
  const stateOf = (self: PyException): Value => {
    const state = new PyDict(new Map(self.attrs as Map<never, Value> | null));
    state.map.delete('obj');
    if (owner === AttributeError) state.map.set('args', self.args);
    for (const name of names) {
      const value = fieldOf(self, name);
      if (value !== null) state.map.set(name, value);
    }
    return state.map.size === 0 ? null : state;
  };
  method(owner, '__getstate__', 'self, /', stateOf);
  method(owner, '__reduce__', 'self, /', (self: PyException) => {
    const state = stateOf(self);
    return new PyTuple(state === null ? [self.cls, self.args] : [self.cls, self.args, state]);
  });
}
method(ImportError, '__str__', 'self, /', (self: PyException) => {
  const message = fieldOf(self, 'msg');
  return typeof message === 'string' ? message : plainText(self);
});

function plainText(self: PyException): string {
  const items = self.args.items;
  if (items.length === 0) return '';
  return items.length === 1 ? str(items[0]) : repr(self.args);
}

defineOSError(field, setField, plainText);

// --- SyntaxError ----------------------------------------------------------------------------------------------------

const DETAILS = ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'] as const;

function detail(self: PyException, index: number): Value {
  const details = self.args.items[1];
  return self.args.items.length === 2 && details instanceof PyTuple ? (details.items[index] ?? null) : null;
}

rawMethod(SyntaxError, '__init__', (args, keywords) => {
  const self = args[0] as PyException;
  if (keywords !== null && keywords.size > 0) return raise(TypeError, `${self.cls.name}() takes no keyword arguments`);
  self.args = new PyTuple(args.slice(1));
  const details = args[2];
  if (args.length !== 3) return null;
  if (!(details instanceof PyTuple)) return raise(TypeError, `'${typeOf(details).tpName}' object is not iterable`);
  const count = details.items.length;
  if (count < 4) return raise(TypeError, `function takes at least 4 arguments (${count} given)`);
  if (count > 7) return raise(TypeError, `function takes at most 7 arguments (${count} given)`);
  if (count === 5) return raise(TypeError, 'end_offset must be provided when end_lineno is provided');
  return null;
});
field(SyntaxError, 'msg', argument(0));
for (const [index, name] of DETAILS.entries()) field(SyntaxError, name, (self) => detail(self, index));
field(SyntaxError, 'print_file_and_line', () => null);
field(SyntaxError, '_metadata', (self) => detail(self, 6));

method(SyntaxError, '__str__', 'self, /', (self: PyException) => {
  const message = str(fieldOf(self, 'msg'));
  const filename = fieldOf(self, 'filename');
  const line = fieldOf(self, 'lineno');
  const file = typeof filename === 'string' ? filename.slice(filename.lastIndexOf('/') + 1) : null;
  if (typeof line !== 'number') return file === null ? message : `${message} (${file})`;
  return file === null ? `${message} (line ${line})` : `${message} (${file}, line ${line})`;
});

// --- UnicodeError ---------------------------------------------------------------------------------------------------

function defineUnicodeError(
  owner: PyType,
  names: readonly string[],
  kinds: readonly ('str' | 'bytes' | 'int')[],
): void {
  rawMethod(owner, '__init__', (args) => {
    const self = args[0] as PyException;
    const given = args.slice(1);
    if (given.length !== names.length)
      return raise(TypeError, `function takes exactly ${names.length} arguments (${given.length} given)`);
    for (const [index, kind] of kinds.entries()) checkKind(given[index], kind, index);
    self.args = new PyTuple(given);
    return null;
  });
  for (const [index, name] of names.entries()) field(owner, name, argument(index));
}

function checkKind(value: Value, kind: 'str' | 'bytes' | 'int', index: number): void {
  if (
    kind === 'int' ? typeof value === 'number' : kind === 'str' ? isInstance(value, strType) : value instanceof PyBytes
  )
    return;
  if (kind === 'int') raise(TypeError, `'${typeOf(value).tpName}' object cannot be interpreted as an integer`);
  if (kind === 'bytes') raise(TypeError, `a bytes-like object is required, not '${typeOf(value).tpName}'`);
  raise(TypeError, `argument ${index + 1} must be str, not ${nameInArgument(value)}`);
}

defineUnicodeError(
  UnicodeEncodeError,
  ['encoding', 'object', 'start', 'end', 'reason'],
  ['str', 'str', 'int', 'int', 'str'],
);
defineUnicodeError(
  UnicodeDecodeError,
  ['encoding', 'object', 'start', 'end', 'reason'],
  ['str', 'bytes', 'int', 'int', 'str'],
);
defineUnicodeError(UnicodeTranslateError, ['object', 'start', 'end', 'reason'], ['str', 'int', 'int', 'str']);

interface Span {
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

function spanOf(self: PyException): Span {
  return {
    start: Number(fieldOf(self, 'start')),
    end: Number(fieldOf(self, 'end')),
    reason: str(fieldOf(self, 'reason')),
  };
}

/** The character at fault as `\xe9`, or undefined when there are several. */
function culprit(self: PyException, { start, end }: Span): string | undefined {
  const text = unwrap(fieldOf(self, 'object'));
  if (typeof text !== 'string' || end !== start + 1) return undefined;
  const point = [...text][start]?.codePointAt(0);
  if (point === undefined) return undefined;
  const digits = point.toString(16);
  if (point <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}

method(UnicodeEncodeError, '__str__', 'self, /', (self: PyException) => {
  if (self.args.items.length === 0) return '';
  const span = spanOf(self);
  const codec = `'${str(fieldOf(self, 'encoding'))}' codec can't encode`;
  const one = culprit(self, span);
  return one === undefined
    ? `${codec} characters in position ${span.start}-${span.end - 1}: ${span.reason}`
    : `${codec} character '${one}' in position ${span.start}: ${span.reason}`;
});
method(UnicodeDecodeError, '__str__', 'self, /', (self: PyException) => {
  if (self.args.items.length === 0) return '';
  const span = spanOf(self);
  const bytes = fieldOf(self, 'object');
  const codec = `'${str(fieldOf(self, 'encoding'))}' codec can't decode`;
  const byte = bytes instanceof PyBytes && span.end === span.start + 1 ? bytes.bytes[span.start] : undefined;
  return byte === undefined
    ? `${codec} bytes in position ${span.start}-${span.end - 1}: ${span.reason}`
    : `${codec} byte 0x${byte.toString(16).padStart(2, '0')} in position ${span.start}: ${span.reason}`;
});
method(UnicodeTranslateError, '__str__', 'self, /', (self: PyException) => {
  if (self.args.items.length === 0) return '';
  const span = spanOf(self);
  const one = culprit(self, span);
  return one === undefined
    ? `can't translate characters in position ${span.start}-${span.end - 1}: ${span.reason}`
    : `can't translate character '${one}' in position ${span.start}: ${span.reason}`;
});
