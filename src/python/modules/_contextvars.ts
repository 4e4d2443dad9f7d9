/**
 * Context variables (Python/context.c). A Context holds a Map that is shared with its copies until one of them changes:
 * copying, which happens for every callback of an event loop, costs nothing. The current one is `thread.context`.
 */
import {
  KeyError,
  LookupError,
  type PyException,
  PyRaise,
  RuntimeError,
  raise,
  TypeError,
  ValueError,
} from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { ArrayIterator, iteratorType } from '../objects/iterators.ts';
import {
  classMethod,
  getset,
  type Keywords,
  method,
  nativeFunction,
  newMethod,
  type Outcome,
  PUSHED,
  rawMethod,
} from '../objects/native.ts';
import { equals, repr } from '../objects/protocol.ts';
import { NotImplemented, nativeType, PyModule, PyObject, PyTuple, type Value } from '../objects/value.ts';
import { enterNative, invoke } from '../vm/call.ts';
import { NativeFrame } from '../vm/frame.ts';
import { machine } from '../vm/machine.ts';

export const contextType = nativeType('Context');
export const contextVarType = nativeType('ContextVar');
export const tokenType = nativeType('Token');
const missingType = nativeType('_missing_type');
for (const cls of [contextType, contextVarType, tokenType]) {
  cls.attrs.set('__module__', '_contextvars');
  cls.isBaseType = false;
}

type Variables = Map<PyContextVar, Value>;

export class PyContext extends PyObject {
  variables: Variables;
  /** Another context has the same Map: copy before changing it. */
  isShared = false;
  isEntered = false;
  /** The context that was current when this one was entered. */
  previous: PyObject | null = null;
  constructor(variables: Variables = new Map()) {
    super(contextType);
    this.variables = variables;
  }
}

export class PyContextVar extends PyObject {
  readonly name: string;
  readonly defaultValue: Value | undefined;
  constructor(name: string, defaultValue: Value | undefined) {
    super(contextVarType);
    this.name = name;
    this.defaultValue = defaultValue;
  }
}

export class PyToken extends PyObject {
  readonly context: PyContext;
  readonly variable: PyContextVar;
  readonly old: Value | undefined;
  isUsed = false;
  constructor(context: PyContext, variable: PyContextVar, old: Value | undefined) {
    super(tokenType);
    this.context = context;
    this.variable = variable;
    this.old = old;
  }
}

const MISSING = new PyObject(missingType);
method(missingType, '__repr__', 'self, /', () => '<Token.MISSING>');

/** CPython: Python/context.c, context_get. The current context, made on first use. */
export function currentContext(): PyContext {
  const thread = machine.thread;
  if (thread.context instanceof PyContext) return thread.context;
  const made = new PyContext();
  thread.context = made;
  return made;
}

/** CPython: Python/context.c, PyContext_Copy. */
export function copyContext(context: PyContext): PyContext {
  const copy = new PyContext(context.variables);
  context.isShared = true;
  copy.isShared = true;
  return copy;
}

/** CPython: Python/context.c, PyContext_CopyCurrent. */
export function copyCurrentContext(): PyContext {
  return copyContext(currentContext());
}

/** CPython: Python/context.c, _PyContext_Enter. */
export function enterContext(context: PyContext): void {
  if (context.isEntered) raise(RuntimeError, `cannot enter context: ${repr(context)} is already entered`);
  context.previous = machine.thread.context;
  context.isEntered = true;
  machine.thread.context = context;
}

/** CPython: Python/context.c, _PyContext_Exit. */
export function exitContext(context: PyContext): void {
  machine.thread.context = context.previous;
  context.previous = null;
  context.isEntered = false;
}

function change(context: PyContext): Variables {
  if (context.isShared) {
    context.variables = new Map(context.variables);
    context.isShared = false;
  }
  return context.variables;
}

/** CPython: Python/context.c, context_run: a call inside an entered context. */
class RunFrame extends NativeFrame {
  readonly context: PyContext;
  readonly callable: Value;
  readonly args: Value[];
  readonly keywords: Keywords;
  isStarted = false;
  constructor(context: PyContext, callable: Value, args: Value[], keywords: Keywords) {
    super();
    this.context = context;
    this.callable = callable;
    this.args = args;
    this.keywords = keywords;
  }

  resume(value: Value): Outcome {
    if (this.isStarted) {
      exitContext(this.context);
      return value;
    }
    this.isStarted = true;
    enterContext(this.context);
    try {
      const outcome = invoke(this.callable, this.args, this.keywords);
      if (outcome !== PUSHED) exitContext(this.context);
      return outcome;
    } catch (thrown) {
      exitContext(this.context);
      throw thrown;
    }
  }

  fail(exc: PyException): Outcome {
    exitContext(this.context);
    throw new PyRaise(exc, true);
  }
}

newMethod(contextType, (args, keywords) => {
  if (args.length > 1 || (keywords !== null && keywords.size > 0))
    return raise(TypeError, 'Context() does not accept any arguments');
  return new PyContext();
});
rawMethod(contextType, 'run', (args, keywords) => {
  const [context, callable, ...rest] = args;
  if (callable === undefined) return raise(TypeError, 'run() missing 1 required positional argument');
  return enterNative(new RunFrame(context as PyContext, callable, rest, keywords));
});
method(contextType, 'copy', 'self, /', (self: PyContext) => copyContext(self));
method(contextType, '__len__', 'self, /', (self: PyContext) => self.variables.size);
method(contextType, '__contains__', 'self, key, /', (self: PyContext, key: Value) =>
  self.variables.has(asVariable(key)),
);
method(contextType, '__getitem__', 'self, key, /', (self: PyContext, key: Value) => {
  const value = self.variables.get(asVariable(key));
  return value === undefined ? raise(KeyError, key) : value;
});
method(contextType, 'get', 'self, key, default=None, /', (self: PyContext, key: Value, fallback: Value = null) => {
  const value = self.variables.get(asVariable(key));
  return value === undefined ? fallback : value;
});
method(contextType, '__eq__', 'self, other, /', (self: PyContext, other: Value) => {
  if (!(other instanceof PyContext)) return NotImplemented;
  if (self.variables.size !== other.variables.size) return false;
  for (const [variable, value] of self.variables) {
    const match = other.variables.get(variable);
    if (match === undefined || !equals(value, match)) return false;
  }
  return true;
});
contextType.attrs.set('__hash__', null);

const viewTypes = { keys: iteratorType('keys'), values: iteratorType('values'), items: iteratorType('items') };
method(
  contextType,
  '__iter__',
  'self, /',
  (self: PyContext) => new ArrayIterator([...self.variables.keys()], viewTypes.keys),
);
method(
  contextType,
  'keys',
  'self, /',
  (self: PyContext) => new ArrayIterator([...self.variables.keys()], viewTypes.keys),
);
method(
  contextType,
  'values',
  'self, /',
  (self: PyContext) => new ArrayIterator([...self.variables.values()], viewTypes.values),
);
method(
  contextType,
  'items',
  'self, /',
  (self: PyContext) =>
    new ArrayIterator(
      [...self.variables].map((pair) => new PyTuple(pair)),
      viewTypes.items,
    ),
);

function asVariable(key: Value): PyContextVar {
  return key instanceof PyContextVar ? key : raise(TypeError, `a ContextVar key was expected, got ${repr(key)}`);
}

newMethod(contextVarType, (args, keywords) => {
  if (args.length > 2)
    return raise(TypeError, `ContextVar() takes at most 1 positional argument (${args.length - 1} given)`);
  const name = args[1] ?? keywords?.get('name');
  if (name === undefined) return raise(TypeError, 'ContextVar() takes exactly 1 positional argument (0 given)');
  if (typeof name !== 'string') return raise(TypeError, 'context variable name must be a str');
  return new PyContextVar(name, keywords?.get('default'));
});
getset(contextVarType, 'name', (self: PyContextVar) => self.name);
method(contextVarType, 'get', 'self, default=None, /', (self: PyContextVar, fallback?: Value) => {
  const value = currentContext().variables.get(self);
  if (value !== undefined) return value;
  if (fallback !== undefined) return fallback;
  return self.defaultValue === undefined ? raise(LookupError, self) : self.defaultValue;
});
method(contextVarType, 'set', 'self, value, /', (self: PyContextVar, value: Value) => {
  const context = currentContext();
  const old = context.variables.get(self);
  change(context).set(self, value);
  return new PyToken(context, self, old);
});
method(contextVarType, 'reset', 'self, token, /', (self: PyContextVar, token: Value) => {
  if (!(token instanceof PyToken)) return raise(TypeError, `expected an instance of Token, got ${repr(token)}`);
  reset(self, token);
  return null;
});
method(contextVarType, '__repr__', 'self, /', (self: PyContextVar) => {
  const fallback = self.defaultValue === undefined ? '' : ` default=${repr(self.defaultValue)}`;
  return `<ContextVar name=${repr(self.name)}${fallback} at 0x${machine.idOf(self).toString(16)}>`;
});
classMethod(contextVarType, '__class_getitem__', 'cls, item, /', (cls: Value, item: Value) => genericAlias(cls, item));

/** CPython: Python/context.c, PyContextVar_Reset. */
function reset(variable: PyContextVar, token: PyToken): void {
  if (token.isUsed) raise(RuntimeError, `${repr(token)} has already been used once`);
  if (token.variable !== variable) raise(ValueError, `${repr(token)} was created by a different ContextVar`);
  const context = currentContext();
  if (token.context !== context) raise(ValueError, `${repr(token)} was created in a different Context`);
  token.isUsed = true;
  if (token.old === undefined) change(context).delete(variable);
  else change(context).set(variable, token.old);
}

newMethod(tokenType, () => raise(RuntimeError, 'Tokens can only be created by ContextVars'));
tokenType.attrs.set('MISSING', MISSING);
getset(tokenType, 'var', (self: PyToken) => self.variable);
getset(tokenType, 'old_value', (self: PyToken) => (self.old === undefined ? MISSING : self.old));
method(
  tokenType,
  '__repr__',
  'self, /',
  (self: PyToken) =>
    `<Token${self.isUsed ? ' used' : ''} var=${repr(self.variable)} at 0x${machine.idOf(self).toString(16)}>`,
);
method(tokenType, '__enter__', 'self, /', (self: PyToken) => self);
method(tokenType, '__exit__', 'self, type, value, traceback, /', (self: PyToken) => {
  reset(self.variable, self);
  return null;
});
classMethod(tokenType, '__class_getitem__', 'cls, item, /', (cls: Value, item: Value) => genericAlias(cls, item));

/** `import _contextvars`. */
export function contextvarsModule(): PyModule {
  const module = new PyModule('_contextvars');
  module.attrs.set('Context', contextType);
  module.attrs.set('ContextVar', contextVarType);
  module.attrs.set('Token', tokenType);
  module.attrs.set(
    'copy_context',
    nativeFunction('copy_context', '', () => copyCurrentContext()),
  );
  return module;
}
