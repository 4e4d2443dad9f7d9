/** CPython: Objects/exceptions.c, BaseExceptionGroup. What `except*` needs of it is in `exceptions.ts`. */

import { isCallable } from './attributes.ts';
import {
  BaseException,
  BaseExceptionGroup,
  Exception,
  ExceptionGroup,
  PyException,
  raise,
  TypeError,
  ValueError,
} from './errors.ts';
import { genericAlias } from './generic-alias.ts';
import { getset, method, newMethod, rawClassMethod } from './native.ts';
import { call, callMethod, str, toArray, truthy } from './protocol.ts';
import {
  emptyTuple,
  isInstance,
  nameInArgument,
  PyDict,
  PyList,
  PySet,
  PyTuple,
  PyType,
  typeOf,
  type Value,
} from './value.ts';

/** The exceptions directly in a group; empty for any other exception. */
export function subExceptions(group: PyException): readonly PyException[] {
  const members = isGroup(group) ? group.fields?.get('exceptions') : undefined;
  return members instanceof PyTuple ? (members.items as readonly PyException[]) : [];
}

export function isGroup(value: Value): value is PyException {
  return value instanceof PyException && value.cls.isSubtypeOf(BaseExceptionGroup);
}

newMethod(BaseExceptionGroup, (args, _keywords, cls) => makeGroup(cls, args.slice(1)));

/** CPython: BaseExceptionGroup_new. */
function makeGroup(cls: PyType, args: readonly Value[]): PyException {
  const [message, given] = args;
  const where = 'BaseExceptionGroup.__new__()';
  if (args.length !== 2) return raise(TypeError, `${where} takes exactly 2 arguments (${args.length} given)`);
  if (typeof message !== 'string')
    return raise(TypeError, `${where} argument 1 must be str, not ${nameInArgument(message)}`);
  if (given instanceof PyDict || given instanceof PySet || typeOf(given).lookup('__getitem__') === undefined) {
    return raise(TypeError, 'second argument (exceptions) must be a sequence');
  }
  const members = toArray(given);
  if (members.length === 0) return raise(ValueError, 'second argument (exceptions) must be a non-empty sequence');
  const wrong = members.findIndex((member) => !(member instanceof PyException));
  if (wrong >= 0) return raise(ValueError, `Item ${wrong} of second argument (exceptions) is not an exception`);
  const exceptions = members as PyException[];
  const chosen = groupClass(
    cls,
    exceptions.every((member) => isInstance(member, Exception)),
  );
  const group = new PyException(chosen, new PyTuple(args));
  group.fields = new Map<string, Value>([
    ['message', message],
    ['exceptions', new PyTuple(exceptions)],
  ]);
  return group;
}

function groupClass(cls: PyType, holdsPlainOnly: boolean): PyType {
  if (cls === BaseExceptionGroup) return holdsPlainOnly ? ExceptionGroup : cls;
  if (holdsPlainOnly || !cls.isSubtypeOf(Exception)) return cls;
  return raise(
    TypeError,
    `Cannot nest BaseExceptions in ${cls === ExceptionGroup ? 'an ExceptionGroup' : `'${cls.name}'`}`,
  );
}

/** CPython: _PyExc_CreateExceptionGroup. */
export function createGroup(message: string, members: PyTuple | PyList): PyException {
  return makeGroup(BaseExceptionGroup, [message, members]);
}

function messageOf(group: PyException): Value {
  return group.fields?.get('message') ?? '';
}

getset(BaseExceptionGroup, 'message', (self) => messageOf(self as PyException));
getset(BaseExceptionGroup, 'exceptions', (self) => (self as PyException).fields?.get('exceptions') ?? emptyTuple);

method(BaseExceptionGroup, '__str__', 'self, /', (self: PyException) => {
  const count = subExceptions(self).length;
  return `${str(messageOf(self))} (${count} sub-exception${count === 1 ? '' : 's'})`;
});
rawClassMethod(BaseExceptionGroup, '__class_getitem__', (args) => genericAlias(args[0], args[1]));
method(BaseExceptionGroup, 'derive', 'self, excs, /', (self: PyException, excs: Value) => {
  return makeGroup(BaseExceptionGroup, [messageOf(self), excs]);
});
method(BaseExceptionGroup, 'split', 'self, matcher_value, /', (self: PyException, matcher: Value) => {
  const { match, rest } = split(self, matcherOf(matcher), true);
  return new PyTuple([match, rest]);
});
method(BaseExceptionGroup, 'subgroup', 'self, matcher_value, /', (self: PyException, matcher: Value) => {
  return split(self, matcherOf(matcher), false).match;
});

type Matcher = (exc: PyException) => boolean;

/** CPython: get_matcher_type. */
function matcherOf(value: Value): Matcher {
  if (isCallable(value) && !(value instanceof PyType)) return (exc) => truthy(call(value, exc));
  const types = value instanceof PyTuple ? value.items : [value];
  const classes = types.filter((type): type is PyType => type instanceof PyType && type.isSubtypeOf(BaseException));
  if (classes.length === types.length) return (exc) => classes.some((type) => isInstance(exc, type));
  return raise(TypeError, 'expected an exception type, a tuple of exception types, or a callable (other than a class)');
}

export interface Split {
  readonly match: PyException | null;
  readonly rest: PyException | null;
}

/** CPython: exceptiongroup_split_recursive. */
export function split(exc: PyException, matcher: Matcher, wantsRest: boolean): Split {
  if (matcher(exc)) return { match: exc, rest: null };
  if (!isGroup(exc)) return { match: null, rest: wantsRest ? exc : null };
  const matches: PyException[] = [];
  const rests: PyException[] = [];
  for (const member of subExceptions(exc)) {
    const { match, rest } = split(member, matcher, wantsRest);
    if (match !== null) matches.push(match);
    if (rest !== null) rests.push(rest);
  }
  return { match: subset(exc, matches), rest: subset(exc, rests) };
}

/** CPython: exceptiongroup_subset. */
function subset(group: PyException, members: readonly PyException[]): PyException | null {
  if (members.length === 0) return null;
  const made = callMethod(group, 'derive', new PyList([...members]));
  if (!isGroup(made)) return raise(TypeError, 'derive must return an instance of BaseExceptionGroup');
  made.traceback = group.traceback;
  made.context = group.context;
  made.cause = group.cause;
  // Setting a cause, even none, says that the context is not to be shown.
  made.suppressContext = true;
  const notes = group.attrs?.get('__notes__');
  if (notes instanceof PyList || notes instanceof PyTuple) {
    made.attrs ??= new Map();
    made.attrs.set('__notes__', new PyList([...notes.items]));
  }
  return made;
}
