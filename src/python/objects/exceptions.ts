/**
 * CPython: Objects/exceptions.c. What every exception object has: `args`, notes, the chain, the traceback; and the
 * traceback type itself. Attributes of particular exceptions are in `exception-attributes.ts`, groups in `exception-groups.ts`.
 */
import { setAttr } from './attribute-setting.ts';
import { attributeName, instanceDict, setInstanceDict } from './attributes.ts';
import './exception-attributes.ts';
import { Frame, lineAt } from '../vm/frame.ts';
import { machine } from '../vm/machine.ts';
import {
  BaseException,
  BaseExceptionGroup,
  KeyError,
  PyException,
  PyTraceback,
  raise,
  TypeError,
  ValueError,
} from './errors.ts';
import { createGroup, isGroup, type Split, split, subExceptions } from './exception-groups.ts';
import { getset, type Keywords, method, newMethod, rawMethod } from './native.ts';
import { asSmallInt, callMethod, repr, str, toArray } from './protocol.ts';
import {
  isInstance,
  nameInArgument,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  tracebackType,
  typeOf,
  type Value,
} from './value.ts';

newMethod(BaseException, (args, _keywords, cls) => {
  if (!(cls instanceof PyType))
    return raise(TypeError, `BaseException.__new__(X): X is not a type object (${typeOf(cls).tpName})`);
  if (!cls.isSubtypeOf(BaseException)) {
    return raise(TypeError, `BaseException.__new__(${cls.name}): ${cls.name} is not a subtype of BaseException`);
  }
  return new PyException(cls, new PyTuple(args.slice(1)));
});

rawMethod(BaseException, '__init__', (args, keywords) => {
  const self = args[0] as PyException;
  rejectKeywords(self, keywords);
  self.args = new PyTuple(args.slice(1));
  return null;
});

export function rejectKeywords(self: PyException, keywords: Keywords): void {
  if (keywords !== null && keywords.size > 0) raise(TypeError, `${self.cls.name}() takes no keyword arguments`);
}

/** CPython: Objects/exceptions.c, BaseException_str. */
export function baseExceptionText(self: PyException): string {
  const items = self.args.items;
  if (items.length === 0) return '';
  return items.length === 1 ? str(items[0] as Value) : repr(self.args);
}

method(BaseException, '__str__', 'self, /', baseExceptionText);
method(KeyError, '__str__', 'self, /', (self: PyException) => {
  return self.args.items.length === 1 ? repr(self.args.items[0] as Value) : baseExceptionText(self);
});
method(BaseException, '__repr__', 'self, /', (self: PyException) => {
  const items = self.args.items;
  return items.length === 1 ? `${self.cls.name}(${repr(items[0] as Value)})` : `${self.cls.name}${repr(self.args)}`;
});

getset(
  BaseException,
  'args',
  (self) => (self as PyException).args,
  (self, value) => {
    if (value === undefined) return raise(TypeError, 'args may not be deleted');
    (self as PyException).args = value instanceof PyTuple ? value : new PyTuple(toArray(value));
  },
);
getset(
  BaseException,
  '__dict__',
  (self) => instanceDict(self as PyException),
  (self, value) => setInstanceDict(self as PyException, value),
);
getset(BaseException, '__traceback__', (self) => (self as PyException).traceback, setTraceback);
getset(
  BaseException,
  '__context__',
  (self) => (self as PyException).context,
  (self, value) => {
    if (value === undefined) return raise(TypeError, '__context__ may not be deleted');
    if (value !== null && !(value instanceof PyException))
      return raise(TypeError, 'exception context must be None or derive from BaseException');
    (self as PyException).context = value;
  },
);
getset(
  BaseException,
  '__cause__',
  (self) => (self as PyException).cause,
  (self, value) => {
    if (value === undefined) return raise(TypeError, '__cause__ may not be deleted');
    if (value !== null && !(value instanceof PyException))
      return raise(TypeError, 'exception cause must be None or derive from BaseException');
    (self as PyException).cause = value;
    (self as PyException).suppressContext = true;
  },
);
getset(
  BaseException,
  '__suppress_context__',
  (self) => (self as PyException).suppressContext,
  (self, value) => {
    if (typeof value !== 'boolean')
      return raise(
        TypeError,
        value === undefined ? "can't delete numeric/char attribute" : 'attribute value type must be bool',
      );
    (self as PyException).suppressContext = value;
  },
);

function setTraceback(self: Value, value: Value | undefined): void {
  if (value === undefined) return raise(TypeError, '__traceback__ may not be deleted');
  if (value !== null && !(value instanceof PyTraceback))
    return raise(TypeError, '__traceback__ must be a traceback or None');
  (self as PyException).traceback = value;
}

method(BaseException, 'with_traceback', 'self, tb, /', (self: PyException, traceback: Value) => {
  setTraceback(self, traceback);
  return self;
});

method(BaseException, 'add_note', 'self, note, /', (self: PyException, note: Value) => {
  if (typeof note !== 'string') return raise(TypeError, `add_note() argument must be str, not ${nameInArgument(note)}`);
  self.attrs ??= new Map();
  const notes = self.attrs.get('__notes__');
  if (notes === undefined) self.attrs.set('__notes__', new PyList([note]));
  else if (notes instanceof PyList) notes.items.push(note);
  else return raise(TypeError, 'Cannot add note: __notes__ is not a list');
  return null;
});

method(BaseException, '__setstate__', 'self, state, /', (self: PyException, state: Value) => {
  if (state === null) return null;
  if (!(state instanceof PyDict)) return raise(TypeError, 'state is not a dictionary');
  for (const [name, value] of state.map) setAttr(self, attributeName(name), value);
  return null;
});

method(BaseException, '__reduce__', 'self, /', (self: PyException) => {
  const state = self.attrs !== null && self.attrs.size > 0 ? [instanceDict(self)] : [];
  return new PyTuple([self.cls, self.args, ...state]);
});

/** Does an `except` clause with `type` catch `exc`? CPython: PyErr_GivenExceptionMatches, and CHECK_EXC_MATCH's own test. */
export function matchesException(exc: Value, type: Value): boolean {
  if (type instanceof PyType && type.isSubtypeOf(BaseException)) return isInstance(exc, type);
  if (!(type instanceof PyTuple)) return raiseNotCatchable();
  for (const each of type.items) if (!(each instanceof PyType) || !each.isSubtypeOf(BaseException)) raiseNotCatchable();
  return type.items.some((each) => isInstance(exc, each as PyType));
}

function raiseNotCatchable(): never {
  return raise(TypeError, 'catching classes that do not inherit from BaseException is not allowed');
}

// --- except* --------------------------------------------------------------------------------------------------------

/** What one `except*` clause takes of an exception, and what it leaves. CPython: Python/ceval.c, _PyEval_ExceptionGroupMatch. */
export function splitGroup(exc: PyException | null, type: Value): Split {
  checkStarTypes(type);
  if (exc === null) return { match: null, rest: null };
  const types = (type instanceof PyTuple ? type.items : [type]) as readonly PyType[];
  if (types.some((each) => isInstance(exc, each))) return { match: isGroup(exc) ? exc : wrapNaked(exc), rest: null };
  if (!isGroup(exc)) return { match: null, rest: exc };
  const pair = callMethod(exc, 'split', type);
  if (!(pair instanceof PyTuple))
    return raise(TypeError, `${exc.cls.name}.split must return a tuple, not ${typeOf(pair).tpName}`);
  if (pair.items.length < 2)
    return raise(TypeError, `${exc.cls.name}.split must return a 2-tuple, got tuple of size ${pair.items.length}`);
  return { match: pair.items[0] as PyException | null, rest: pair.items[1] as PyException | null };
}

/** CPython: Python/ceval.c, _PyEval_CheckExceptStarTypeValid. */
function checkStarTypes(type: Value): void {
  for (const each of type instanceof PyTuple ? type.items : [type]) {
    if (!(each instanceof PyType) || !each.isSubtypeOf(BaseException)) {
      raise(TypeError, 'catching classes that do not inherit from BaseException is not allowed');
    } else if (each.isSubtypeOf(BaseExceptionGroup)) {
      raise(TypeError, 'catching ExceptionGroup with except* is not allowed. Use except instead.');
    }
  }
}

function wrapNaked(exc: PyException): PyException {
  const group = createGroup('', new PyTuple([exc]));
  const frame = machine.thread.top;
  if (frame instanceof Frame) group.traceback = new PyTraceback(frame, frame.pc, lineAt(frame.code, frame.pc), null);
  return group;
}

/**
 * What a `try` with `except*` raises in the end: `list` holds what the clauses raised and, last, what none of them took.
 * CPython: Objects/exceptions.c, _PyExc_PrepReraiseStar.
 */
export function prepareReraiseStar(original: Value, given: Value | readonly Value[]): PyException | null {
  const list = given instanceof PyList ? given.items : Array.isArray(given) ? (given as readonly Value[]) : [];
  if (list.length === 0) return null;
  if (!isGroup(original)) return (list[0] ?? null) as PyException | null;
  const raised: PyException[] = [];
  const reraised: PyException[] = [];
  for (const exc of list) {
    if (exc instanceof PyException) (isPartOf(exc, original) ? reraised : raised).push(exc);
  }
  const rest = project(original, reraised);
  if (raised.length === 0) return rest;
  if (rest !== null) raised.push(rest);
  return raised.length === 1 ? raised[0] : createGroup('', new PyList(raised));
}

/** CPython: is_same_exception_metadata: raised again, not raised anew. */
function isPartOf(exc: PyException, original: PyException): boolean {
  return (
    isGroup(exc) &&
    exc.traceback === original.traceback &&
    exc.cause === original.cause &&
    exc.context === original.context
  );
}

/** CPython: exception_group_projection: the part of `group` whose leaves are those of `kept`. */
function project(group: PyException, kept: readonly PyException[]): PyException | null {
  const leaves: Set<PyException> = new Set();
  const collect = (exc: PyException): void => {
    if (isGroup(exc)) subExceptions(exc).forEach(collect);
    else leaves.add(exc);
  };
  kept.forEach(collect);
  return split(group, (exc) => leaves.has(exc), false).match;
}

// --- traceback objects ----------------------------------------------------------------------------------------------

getset(tracebackType, 'tb_frame', (self) => (self as PyTraceback).frame);
getset(tracebackType, 'tb_lineno', (self) => (self as PyTraceback).line);
getset(tracebackType, 'tb_lasti', (self) => (self as PyTraceback).pc);
getset(
  tracebackType,
  'tb_next',
  (self) => (self as PyTraceback).next,
  (self, value) => {
    if (value === undefined) return raise(TypeError, "can't delete tb_next attribute");
    if (value !== null && !(value instanceof PyTraceback))
      return raise(TypeError, `expected traceback object, got '${typeOf(value).tpName}'`);
    for (let link: PyTraceback | null = value; link !== null; link = link.next) {
      if (link === self) return raise(ValueError, 'traceback loop detected');
    }
    (self as PyTraceback).next = value;
  },
);

newMethod(tracebackType, (args, keywords) => {
  const names = ['tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno'];
  const given = names.map((name, index) => (index + 1 < args.length ? args[index + 1] : keywords?.get(name)));
  const absent = given.indexOf(undefined);
  if (absent >= 0)
    return raise(TypeError, `traceback() missing required argument '${names[absent]}' (pos ${absent + 1})`);
  const [next = null, frame = null, lasti = null, line = null] = given;
  if (!isFrame(frame))
    return raise(TypeError, `traceback() argument 'tb_frame' must be frame, not ${nameInArgument(frame)}`);
  const at = asSmallInt(lasti);
  const lineNumber = asSmallInt(line);
  if (next !== null && !(next instanceof PyTraceback))
    return raise(TypeError, `expected traceback object or None, got '${typeOf(next).tpName}'`);
  return new PyTraceback(frame, at, lineNumber, next);
});

function isFrame(value: Value): value is PyTraceback['frame'] {
  return value instanceof PyObject && value.cls.name === 'frame' && 'code' in value;
}
