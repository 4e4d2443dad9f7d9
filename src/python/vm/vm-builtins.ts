/** The built-in functions that belong to the VM itself: `__build_class__`, `aiter`, `anext`. */
import { bind } from '../objects/attributes.ts';
import { NativeAwaitable } from '../objects/awaitable.ts';
import {
  type PyException,
  PyRaise,
  raise,
  raiseObject,
  StopAsyncIteration,
  StopIteration,
  stopIteration,
  TypeError,
} from '../objects/errors.ts';
import { method, nativeFunction, type PyNative, rawFunction } from '../objects/native.ts';
import { call } from '../objects/protocol.ts';
import { nativeType, typeOf, type Value } from '../objects/value.ts';
import { awaitableIterator } from './async-ops.ts';
import { buildClass } from './classes.ts';
import { thrownException } from './generators-run.ts';
import { interpreter } from './interpreter.ts';

export function vmBuiltins(): readonly PyNative[] {
  return [
    rawFunction('__build_class__', buildClass),
    nativeFunction('aiter', 'async_iterable, /', aiter),
    nativeFunction('anext', 'aiterator, default=None, /', anext),
  ];
}

function aiter(iterable: Value): Value {
  const cls = typeOf(iterable);
  const found = cls.lookup('__aiter__');
  if (found === undefined) return raise(TypeError, `'${cls.name}' object is not an async iterable`);
  const iterator = interpreter.call(bind(found, iterable, cls), [], null);
  if (typeOf(iterator).lookup('__anext__') === undefined)
    return raise(TypeError, `aiter() returned not an async iterator of type '${typeOf(iterator).tpName}'`);
  return iterator;
}

function anext(iterator: Value, fallback?: Value): Value {
  const cls = typeOf(iterator);
  const found = cls.lookup('__anext__');
  if (found === undefined) return raise(TypeError, `'${cls.name}' object is not an async iterator`);
  const awaitable = interpreter.call(bind(found, iterator, cls), [], null);
  return fallback === undefined ? awaitable : new AnextAwaitable(awaitable, fallback);
}

const anextAwaitableType = nativeType('anext_awaitable');

/** CPython: Objects/iterobject.c, anextawaitable: StopAsyncIteration becomes the default. */
class AnextAwaitable extends NativeAwaitable {
  private readonly awaitable: Value;
  private readonly fallback: Value;
  private iterator: Value | undefined;
  constructor(awaitable: Value, fallback: Value) {
    super(anextAwaitableType);
    this.awaitable = awaitable;
    this.fallback = fallback;
  }

  send(value: Value): Value {
    return this.step((iterator) => (value === null ? sendNone(iterator) : call(bound(iterator, 'send'), value)));
  }

  throwIn(exception: PyException): Value {
    return this.step((iterator) => call(bound(iterator, 'throw'), exception));
  }

  close(): Value {
    this.iterator ??= awaitableIterator(this.awaitable);
    return call(bound(this.iterator, 'close'));
  }

  private step(run: (iterator: Value) => Value): Value {
    this.iterator ??= awaitableIterator(this.awaitable);
    try {
      return run(this.iterator);
    } catch (thrown) {
      if (!(thrown instanceof PyRaise)) throw thrown;
      this.isFinished = true;
      if (typeOf(thrown.exception).isSubtypeOf(StopIteration)) return thrown.exception.args.items[0] ?? null;
      if (typeOf(thrown.exception).isSubtypeOf(StopAsyncIteration)) return this.fallback;
      throw thrown;
    }
  }
}

function settled(awaitable: AnextAwaitable, value: Value): Value {
  return awaitable.isFinished ? raiseObject(stopIteration(value)) : value;
}

method(anextAwaitableType, '__await__', 'self, /', (self: Value) => self);
method(anextAwaitableType, '__iter__', 'self, /', (self: Value) => self);
method(anextAwaitableType, '__next__', 'self, /', (self: AnextAwaitable) => settled(self, self.send(null)));
method(anextAwaitableType, 'send', 'self, value, /', (self: AnextAwaitable, value: Value) =>
  settled(self, self.send(value)),
);
method(
  anextAwaitableType,
  'throw',
  'self, type, value=None, traceback=None, /',
  (self: AnextAwaitable, ...args: Value[]) =>
    settled(self, self.throwIn(thrownException(args.filter((value) => value !== undefined)))),
);
method(anextAwaitableType, 'close', 'self, /', (self: AnextAwaitable) => self.close());

function bound(object: Value, name: string): Value {
  return bind(typeOf(object).lookup(name) as Value, object, typeOf(object));
}

function sendNone(iterator: Value): Value {
  const cls = typeOf(iterator);
  return call(
    bound(iterator, cls.lookup('send') === undefined ? '__next__' : 'send'),
    ...(cls.lookup('send') === undefined ? [] : [null]),
  );
}
