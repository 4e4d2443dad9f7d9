/** Methods of generators, coroutines, async generators and their awaitables. CPython: Objects/genobject.c. */
import { PyRaise, PyTraceback, RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { genericAlias } from '../objects/generic-alias.ts';
import { classMethod, getset, method, type Outcome } from '../objects/native.ts';
import { asyncGeneratorType, coroutineType, generatorType, type PyType, type Value } from '../objects/value.ts';
import { Ret } from './frame.ts';
import {
  AsyncGeneratorAwaitable,
  asyncGeneratorASendType,
  asyncGeneratorAThrowType,
  CoroutineWrapper,
  coroutineWrapperType,
  type PyAsyncGenerator,
  type PyGenerator,
} from './generator.ts';
import {
  awaitableClose,
  awaitableSend,
  awaitableThrow,
  closeGenerator,
  delegateOf,
  givenToThrow,
  resumeGenerator,
  throwGiven,
  thrownException,
} from './generators-run.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';
import { address } from './object-methods.ts';

const gen = (self: Value): PyGenerator => self as PyGenerator;

for (const [type, prefix] of [
  [generatorType, 'gi'],
  [coroutineType, 'cr'],
  [asyncGeneratorType, 'ag'],
] as const) {
  method(
    type,
    '__repr__',
    'self, /',
    (self: PyGenerator) =>
      `<${type === asyncGeneratorType ? 'async_generator' : type.name} object ${self.qualname} at ${address(self)}>`,
  );
  getset(
    type,
    '__name__',
    (self) => gen(self).name,
    (self, value) => {
      if (typeof value !== 'string') return raise(TypeError, '__name__ must be set to a string object');
      gen(self).name = value;
    },
  );
  getset(
    type,
    '__qualname__',
    (self) => gen(self).qualname,
    (self, value) => {
      if (typeof value !== 'string') return raise(TypeError, '__qualname__ must be set to a string object');
      gen(self).qualname = value;
    },
  );
  getset(type, `${prefix}_frame`, (self) => gen(self).frame);
  getset(type, `${prefix}_code`, (self) => gen(self).code);
  getset(type, `${prefix}_running`, (self) =>
    type === asyncGeneratorType ? (self as PyAsyncGenerator).isRunningAsync : gen(self).state === 'running',
  );
  getset(type, `${prefix}_suspended`, (self) => gen(self).state === 'suspended');
  getset(type, type === generatorType ? 'gi_yieldfrom' : `${prefix}_await`, (self) => {
    const frame = gen(self).frame;
    const delegate = frame === null || gen(self).state === 'running' ? undefined : delegateOf(frame);
    return delegate === undefined ? null : delegate;
  });
}
getset(coroutineType, 'cr_origin', (self: PyGenerator) => machine.origins.get(self) ?? null);

function sendMethods(type: PyType): void {
  method(type, 'send', 'self, value, /', (self: PyGenerator, value: Value) =>
    resumeGenerator(self, value, null, Ret.generatorMethod),
  );
  method(type, 'throw', 'self, type, value=None, traceback=None, /', (self: PyGenerator, ...args: Value[]) =>
    throwMethod(self, args),
  );
  method(type, 'close', 'self, /', (self: PyGenerator) => closeGenerator(self));
}

function throwMethod(self: PyGenerator, given: readonly (Value | undefined)[]): Outcome {
  const args = givenToThrow('throw', given);
  if (self.state === 'created') {
    const thrown = thrownException(args);
    const { frame } = self;
    closeGenerator(self);
    if (frame !== null) thrown.traceback = new PyTraceback(frame, -1, frame.code.firstLine, thrown.traceback);
    throw new PyRaise(thrown, true);
  }
  return throwGiven(self, args, Ret.generatorMethod);
}

sendMethods(generatorType);
sendMethods(coroutineType);
method(generatorType, '__iter__', 'self, /', (self: PyGenerator) => self);
method(generatorType, '__next__', 'self, /', (self: PyGenerator) =>
  resumeGenerator(self, null, null, Ret.generatorMethod),
);
method(coroutineType, '__await__', 'self, /', (self: PyGenerator) => new CoroutineWrapper(self));

const wrapped = (self: Value): PyGenerator => (self as CoroutineWrapper).coroutine;
method(coroutineWrapperType, '__iter__', 'self, /', (self: CoroutineWrapper) => self);
method(coroutineWrapperType, '__next__', 'self, /', (self: CoroutineWrapper) =>
  resumeGenerator(wrapped(self), null, null, Ret.generatorMethod),
);
method(coroutineWrapperType, 'send', 'self, value, /', (self: CoroutineWrapper, value: Value) =>
  resumeGenerator(wrapped(self), value, null, Ret.generatorMethod),
);
method(
  coroutineWrapperType,
  'throw',
  'self, type, value=None, traceback=None, /',
  (self: CoroutineWrapper, ...args: Value[]) => throwMethod(wrapped(self), args),
);
method(coroutineWrapperType, 'close', 'self, /', (self: CoroutineWrapper) => closeGenerator(wrapped(self)));

/** CPython: Objects/genobject.c, async_gen_init_hooks. */
function initHooks(self: PyAsyncGenerator): void {
  if (self.hooksCalled) return;
  self.hooksCalled = true;
  const { firstIter, finalizer } = machine.asyncGeneratorHooks;
  self.finalizer = finalizer;
  if (firstIter !== null) interpreter.call(firstIter, [self], null);
}

/** It is reported if it ends without having been awaited. */
function watched(awaitable: AsyncGeneratorAwaitable): AsyncGeneratorAwaitable {
  machine.tracked.add(awaitable);
  return awaitable;
}

method(asyncGeneratorType, '__aiter__', 'self, /', (self: PyAsyncGenerator) => self);
method(asyncGeneratorType, '__anext__', 'self, /', (self: PyAsyncGenerator) => {
  initHooks(self);
  return new AsyncGeneratorAwaitable(self, 'asend', null, null);
});
method(asyncGeneratorType, 'asend', 'self, value, /', (self: PyAsyncGenerator, value: Value) => {
  initHooks(self);
  return watched(new AsyncGeneratorAwaitable(self, 'asend', value, null));
});
method(
  asyncGeneratorType,
  'athrow',
  'self, type, value=None, traceback=None, /',
  (self: PyAsyncGenerator, ...args: Value[]) => {
    const thrown = givenToThrow('athrow', args);
    initHooks(self);
    return watched(new AsyncGeneratorAwaitable(self, 'athrow', null, thrown));
  },
);
method(asyncGeneratorType, 'aclose', 'self, /', (self: PyAsyncGenerator) => {
  initHooks(self);
  return watched(new AsyncGeneratorAwaitable(self, 'aclose', null, null));
});

for (const type of [asyncGeneratorASendType, asyncGeneratorAThrowType]) {
  method(type, '__await__', 'self, /', (self: AsyncGeneratorAwaitable) => self);
  method(type, '__iter__', 'self, /', (self: AsyncGeneratorAwaitable) => self);
  method(type, '__next__', 'self, /', (self: AsyncGeneratorAwaitable) => awaitableSend(self, null, Ret.asyncMethod));
  method(type, 'send', 'self, value, /', (self: AsyncGeneratorAwaitable, value: Value) =>
    awaitableSend(self, value, Ret.asyncMethod),
  );
  method(
    type,
    'throw',
    'self, type, value=None, traceback=None, /',
    (self: AsyncGeneratorAwaitable, ...args: Value[]) => {
      const thrown = thrownException(givenToThrow('throw', args));
      if (self.state === 'init' && self.generator.isRunningAsync) self.state = 'closed';
      else return awaitableThrow(self, thrown, Ret.asyncMethod);
      return raise(
        RuntimeError,
        `${self.mode === 'asend' ? 'anext' : self.mode}(): asynchronous generator is already running`,
      );
    },
  );
  method(type, 'close', 'self, /', (self: AsyncGeneratorAwaitable) => {
    awaitableClose(self);
    return null;
  });
}

for (const type of [generatorType, coroutineType, asyncGeneratorType])
  classMethod(type, '__class_getitem__', 'cls, item, /', genericAlias);
