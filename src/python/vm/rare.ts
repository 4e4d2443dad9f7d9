/** Instructions that are not worth a place in the dispatch loop itself. They work on `frame.slots` and `frame.sp`. */
import * as Op from '../compile/op.ts';
import { bind, getAttr } from '../objects/attributes.ts';
import { dictItem, dictSet } from '../objects/dict.ts';
import {
  exception,
  PyException,
  PyRaise,
  RecursionError,
  RuntimeError,
  raise,
  StopIteration,
  TypeError,
} from '../objects/errors.ts';
import { matchesException, prepareReraiseStar, splitGroup } from '../objects/exceptions.ts';
import { PyFunction } from '../objects/function.ts';
import { type Outcome, PUSHED, PyNative } from '../objects/native.ts';
import { unaryOp } from '../objects/operators.ts';
import { format, getItem, iterNext, repr, setItem, str } from '../objects/protocol.ts';
import {
  type Cell,
  coroutineType,
  dictType,
  PyDict,
  PyList,
  PyTuple,
  PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { PyMethod } from '../objects/wrapped-functions.ts';
import { asyncRare } from './async-ops.ts';
import { buildRare } from './build-ops.ts';
import { callFunction, invoke } from './call.ts';
import { type Frame, Ret } from './frame.ts';
import { AsyncGeneratorAwaitable, CoroutineWrapper, PyGenerator } from './generator.ts';
import { awaitableSend, resumeGenerator } from './generators-run.ts';
import { importRare } from './import.ts';
import { interpreter } from './interpreter.ts';
import { LoopCalls, nextAnswer } from './loop-calls.ts';
import { machine } from './machine.ts';
import { matchRare } from './match-ops.ts';
import { deleteFast, nameRare, unboundCell } from './name-ops.ts';
import { callNamed } from './named-call.ts';
import { fullNameOf } from './object-methods.ts';
import { handledException, raiseIn, unwind } from './unwind.ts';

/** CALL_KW: the last values are named by a constant tuple on top. */
export function callKeywords(slots: Value[], base: number, count: number): Outcome {
  const callee = slots[base] as Value;
  const names = (slots[base + 2 + count] as PyTuple).items as readonly string[];
  const positional = count - names.length;
  if (callee instanceof PyFunction) {
    const first = slots[base + 1] === undefined ? base + 2 : base + 1;
    const outcome = callNamed(callee, slots, { first, named: base + 2 + positional, names });
    if (outcome !== undefined) return outcome;
  }
  const args = slots.slice(base + 2, base + 2 + positional);
  const keywords = new Map<string, Value>();
  for (let i = 0; i < names.length; i++) keywords.set(names[i] as string, slots[base + 2 + positional + i] as Value);
  const self: Value | undefined = slots[base + 1];
  if (self !== undefined) args.unshift(self);
  return invoke(callee, args, keywords);
}

/** CALL_EX: `f(*args, **kwargs)`. */
export function callSpread(slots: Value[], base: number, hasKeywords: boolean): Outcome {
  const callee = slots[base] as Value;
  const sequence = slots[base + 2] as Value;
  const args = sequence instanceof PyTuple ? [...sequence.items] : spreadArguments(callee, sequence);
  let keywords: Map<string, Value> | null = null;
  if (hasKeywords) {
    const dict = slots[base + 3] as PyDict;
    if (dict.map.size > 0) {
      keywords = new Map();
      for (const [key, value] of dict.map) {
        if (typeof key !== 'string') return raise(TypeError, 'keywords must be strings');
        keywords.set(key, value);
      }
    }
  }
  const self: Value | undefined = slots[base + 1];
  if (self !== undefined) args.unshift(self);
  return invoke(callee, args, keywords);
}

function spreadArguments(callee: Value, sequence: Value): Value[] {
  const cls = typeOf(sequence);
  const iterates = cls.lookup('__iter__');
  if (iterates === null || (iterates === undefined && cls.lookup('__getitem__') === undefined)) {
    return raise(TypeError, `${callableName(callee)} argument after * must be an iterable, not ${cls.tpName}`);
  }
  const values: Value[] = [];
  const iterator = interpreter.call(machine.builtins.get('iter') as Value, [sequence], null);
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) values.push(item);
  return values;
}

/** `module.f()`: how CPython names a callable in messages about its arguments. */
export function callableName(callee: Value): string {
  const inner = callee instanceof PyMethod ? callee.func : callee;
  if (inner instanceof PyFunction) {
    const module = inner.module;
    return typeof module === 'string' && module !== 'builtins'
      ? `${module}.${inner.qualname}()`
      : `${inner.qualname}()`;
  }
  if (inner instanceof PyNative)
    return inner.owner === null || inner.kind === 'staticmethod'
      ? `${inner.name}()`
      : `${inner.owner.name}.${inner.name}()`;
  if (!(inner instanceof PyType)) return str(callee);
  return `${fullNameOf(inner)}()`;
}

/** BINARY_SUBSCR; a `__getitem__` written in Python gets a frame. */
export function loadItem(container: Value, key: Value): Outcome {
  if (container instanceof PyDict && container.cls === dictType) return dictItem(container, key);
  if (typeof key === 'number') {
    if (container instanceof PyTuple || container instanceof PyList) {
      const item = container.cls.isHeapType ? undefined : container.items[key < 0 ? key + container.items.length : key];
      if (item !== undefined) return item;
    }
  }
  const found = typeOf(container).lookup('__getitem__');
  if (found instanceof PyFunction) return callFunction(found, [container, key], null, Ret.push);
  return getItem(container, key);
}

/** STORE_SUBSCR; a `__setitem__` written in Python gets a frame. */
export function storeItem(container: Value, key: Value, value: Value): Outcome {
  if (container instanceof PyDict && container.cls === dictType) dictSet(container, key, value);
  else {
    const found = typeOf(container).lookup('__setitem__');
    if (found instanceof PyFunction) return callFunction(found, [container, key, value], null, Ret.discard);
    setItem(container, key, value);
  }
  return null;
}

/** FOR_ITER over anything that is no native iterator and no generator: the value, PUSHED, or undefined at the end. */
export function forIter(iterator: Value): Outcome | undefined {
  if (iterator instanceof LoopCalls) return nextAnswer(iterator);
  const found = typeOf(iterator).lookup('__next__');
  if (found instanceof PyFunction) {
    const outcome = callFunction(found, [iterator], null, Ret.forNext);
    return outcome;
  }
  return iterNext(iterator);
}

/** `raise`, `raise X`, `raise X from Y`. CPython: Python/ceval.c, do_raise. True when the nested run has ended. */
export function raiseStatement(frame: Frame, count: number): boolean {
  if (count === 0) {
    const handled = handledException(frame);
    if (handled === null) return unwind(exception(RuntimeError, 'No active exception to reraise'), frame);
    return raiseIn(handled, frame, frame.handled !== handled);
  }
  const exc = raisedException(frame.slots[frame.sp] as Value);
  if (count === 2) setCause(exc, frame.slots[frame.sp + 1] as Value);
  return unwind(exc, frame);
}

function raisedException(value: Value): PyException {
  if (value instanceof PyException) return value;
  if (value instanceof PyType && value.layout === 'exception') {
    const made = interpreter.call(value, [], null);
    if (made instanceof PyException) return made;
    return raise(
      TypeError,
      `calling ${repr(value)} should have returned an instance of BaseException, not ${repr(typeOf(made))}`,
    );
  }
  return raise(TypeError, 'exceptions must derive from BaseException');
}

function setCause(exc: PyException, cause: Value): void {
  exc.suppressContext = true;
  if (cause === null) {
    exc.cause = null;
    return;
  }
  if (!(cause instanceof PyException) && !(cause instanceof PyType && cause.layout === 'exception'))
    raise(TypeError, 'exception causes must derive from BaseException');
  exc.cause = raisedException(cause);
}

/** YIELD_FROM over anything else. 'yielded': the value lies above the stack; PUSHED; 'done': the result has replaced the iterator. */
export function yieldFromRare(frame: Frame, target: Value, sent: Value): 'yielded' | 'done' | typeof PUSHED {
  try {
    if (target instanceof PyGenerator || target instanceof CoroutineWrapper) {
      const generator = target instanceof CoroutineWrapper ? target.coroutine : target;
      if (generator.frame === null && generator.cls !== coroutineType && generator.state !== 'running') {
        frame.slots[frame.sp - 1] = null;
        return 'done';
      }
      resumeGenerator(generator, sent, null, Ret.yieldFrom);
      return PUSHED;
    }
    if (target instanceof AsyncGeneratorAwaitable) {
      awaitableSend(target, sent, Ret.asyncAwait);
      return PUSHED;
    }
    const value =
      sent === null
        ? interpreter.call(bind(typeOf(target).lookup('__next__') as Value, target, typeOf(target)), [], null)
        : interpreter.call(getAttr(target, 'send'), [sent], null);
    frame.slots[frame.sp] = value;
    return 'yielded';
  } catch (thrown) {
    if (!(thrown instanceof PyRaise) || !typeOf(thrown.exception).isSubtypeOf(StopIteration)) throw thrown;
    frame.slots[frame.sp - 1] = thrown.exception.args.items[0] ?? null;
    return 'done';
  }
}

export function rareOp(frame: Frame, op: number, arg: number): void {
  const slots = frame.slots as Value[];
  switch (op) {
    case Op.CALL:
      return raise(RecursionError, 'maximum recursion depth exceeded');
    case Op.DELETE_FAST:
      return deleteFast(frame, arg);
    case Op.SWITCH:
      // The instruction that stands here comes when the thread has its turn again.
      frame.pc -= 2;
      machine.scheduler.preempt();
      return;
    case Op.LOAD_DEREF:
      return unboundCell(frame, arg);
    case Op.DELETE_DEREF: {
      const cell = slots[arg] as Cell;
      if (cell.value === undefined) unboundCell(frame, arg);
      cell.value = undefined;
      return;
    }
    case Op.LOAD_NAME:
    case Op.STORE_NAME:
    case Op.DELETE_NAME:
    case Op.STORE_GLOBAL:
    case Op.DELETE_GLOBAL:
    case Op.LOAD_FROM_DICT_OR_DEREF:
    case Op.LOAD_FROM_DICT_OR_GLOBALS:
    case Op.LOAD_LOCALS:
      return nameRare(frame, op, arg);
    case Op.CHECK_EXC_MATCH:
      slots[frame.sp - 1] = matchesException(slots[frame.sp - 2] as PyException, slots[frame.sp - 1] as Value);
      if (slots[frame.sp - 1] === true && frame.code.isUser)
        machine.observer?.caught(frame, slots[frame.sp - 2] as PyException);
      return;
    case Op.CHECK_EG_MATCH: {
      const { match, rest } = splitGroup(slots[frame.sp - 2] as PyException, slots[frame.sp - 1] as Value);
      slots[frame.sp - 2] = rest;
      slots[frame.sp - 1] = match;
      if (match !== null) frame.handled = match as PyException;
      return;
    }
    case Op.PREP_RERAISE_STAR:
      frame.sp--;
      slots[frame.sp - 1] = prepareReraiseStar(slots[frame.sp - 1] as Value, slots[frame.sp] as Value);
      return;
    case Op.BEFORE_WITH:
    case Op.WITH_EXCEPT_START:
      return withRare(frame, op);
    case Op.UNARY_NEGATIVE:
      slots[frame.sp - 1] = unaryOp('__neg__', slots[frame.sp - 1] as Value);
      return;
    case Op.UNARY_POSITIVE:
      slots[frame.sp - 1] = unaryOp('__pos__', slots[frame.sp - 1] as Value);
      return;
    case Op.UNARY_INVERT:
      slots[frame.sp - 1] = unaryOp('__invert__', slots[frame.sp - 1] as Value);
      return;
    case Op.CONVERT_VALUE: {
      const value = slots[frame.sp - 1] as Value;
      slots[frame.sp - 1] =
        arg === 1
          ? str(value)
          : arg === 2
            ? repr(value)
            : interpreter.call(machine.builtins.get('ascii') as Value, [value], null);
      return;
    }
    case Op.FORMAT_SIMPLE: {
      const value = slots[frame.sp - 1] as Value;
      if (typeof value !== 'string')
        slots[frame.sp - 1] = typeof value === 'number' ? String(value) : format(value, '');
      return;
    }
    case Op.FORMAT_WITH_SPEC:
      frame.sp--;
      slots[frame.sp - 1] = format(slots[frame.sp - 1] as Value, slots[frame.sp] as string);
      return;
    case Op.IMPORT_NAME:
    case Op.IMPORT_FROM:
    case Op.IMPORT_STAR:
      return importRare(frame, op, arg);
    case Op.GET_LEN:
    case Op.MATCH_MAPPING:
    case Op.MATCH_SEQUENCE:
    case Op.MATCH_KEYS:
    case Op.MATCH_CLASS:
      return matchRare(frame, op, arg);
    case Op.GET_AITER:
    case Op.GET_ANEXT:
    case Op.END_ASYNC_FOR:
    case Op.GET_AWAITABLE:
    case Op.GET_YIELD_FROM_ITER:
    case Op.BEFORE_ASYNC_WITH:
      return asyncRare(frame, op, arg);
    default:
      return buildRare(frame, op, arg);
  }
}

function withRare(frame: Frame, op: number): void {
  const slots = frame.slots as Value[];
  if (op === Op.BEFORE_WITH) {
    const manager = slots[frame.sp - 1] as Value;
    const cls = typeOf(manager);
    const enter = cls.lookup('__enter__');
    const exit = cls.lookup('__exit__');
    if (enter === undefined || exit === undefined)
      return raiseNoManager(cls, exit === undefined ? '__exit__' : '__enter__', '__aenter__', false);
    slots[frame.sp - 1] = bind(exit, manager, cls);
    pushResult(frame, invoke(bind(enter, manager, cls), [], null));
    return;
  }
  const exc = slots[frame.sp - 1] as PyException;
  pushResult(frame, invoke(slots[frame.sp - 3] as Value, [exc.cls, exc, exc.traceback], null));
}

export function raiseNoManager(cls: PyType, missing: string, other: string, isAsync: boolean): never {
  const kind = isAsync ? 'asynchronous context manager' : 'context manager';
  const hint =
    cls.lookup(other) === undefined
      ? ''
      : isAsync
        ? " but it supports the context manager protocol. Did you mean to use 'with'?"
        : " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?";
  const name = fullNameOf(cls).replace(/^__main__\./, '');
  return raise(TypeError, `'${name}' object does not support the ${kind} protocol (missed ${missing} method)${hint}`);
}

/** The result of a call made by an instruction: pushed now, or by the frame that was pushed. */
export function pushResult(frame: Frame, outcome: Outcome): void {
  if (outcome !== PUSHED) frame.slots[frame.sp++] = outcome;
}
