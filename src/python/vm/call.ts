/**
 * Calling anything. `invoke` either has the result at once or answers PUSHED: a frame was pushed that will deliver it.
 * CPython: Objects/call.c; argument binding is Python/ceval.c, initialize_locals.
 */

import { CodeFlag } from '../compile/code.ts';
import { bind, getAttrOrAbsent, isCallable, typeFacts } from '../objects/attributes.ts';
import { dictSet } from '../objects/dict.ts';
import { PyRaise, RecursionError, raise, TypeError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { PyInstance } from '../objects/instance.ts';
import { type Keywords, type Outcome, PUSHED, PyNative } from '../objects/native.ts';
import {
  Cell,
  intType,
  isInstance,
  objectType,
  PyDict,
  PyModule,
  PyObject,
  PyPrimitive,
  PySlotted,
  PyTuple,
  PyType,
  strType,
  typeOf,
  typeType,
  type Value,
} from '../objects/value.ts';
import { PyMethod, PyStaticMethod } from '../objects/wrapped-functions.ts';
import { bindArguments } from './arguments.ts';
import { Frame, type FrameBase, NativeFrame, Ret } from './frame.ts';
import { PyAsyncGenerator, PyGenerator } from './generator.ts';
import { callCollected } from './loop-calls.ts';
import { hasSeveralThreads, machine } from './machine.ts';
import { nativeArguments } from './native-arguments.ts';

/** Makes a frame the running one. */
export function pushFrame(frame: FrameBase, ret: number): void {
  const thread = machine.thread;
  frame.back = thread.top;
  frame.ret = ret;
  thread.top = frame;
  if (++thread.depth > machine.recursionLimit) tooDeep(frame);
}

function tooDeep(frame: FrameBase): never {
  popFrame(frame);
  return raise(RecursionError, 'maximum recursion depth exceeded');
}

export function popFrame(frame: FrameBase): void {
  const thread = machine.thread;
  thread.top = frame.back;
  thread.depth--;
}

/** Starts a native frame: its result, or PUSHED while it waits for a call. */
export function enterNative(frame: NativeFrame): Outcome {
  pushFrame(frame, Ret.push);
  return settleNative(frame, () => frame.resume(null));
}

/** Runs one step of a native frame that is on top; takes it off when it has ended. */
export function settleNative(frame: NativeFrame, step: () => Outcome): Outcome {
  let outcome: Outcome;
  try {
    outcome = step();
  } catch (thrown) {
    if (thrown instanceof PyRaise) popFrame(frame);
    throw thrown;
  }
  if (outcome !== PUSHED) popFrame(frame);
  return outcome;
}

export function invoke(callable: Value, args: Value[], keywords: Keywords): Outcome {
  if (callable instanceof PyFunction) return callFunction(callable, args, keywords, Ret.push);
  if (callable instanceof PyNative) return callNative(callable, args, keywords);
  if (callable instanceof PyMethod) return invoke(callable.func, [callable.self, ...args], keywords);
  if (callable instanceof PyType) return callType(callable, args, keywords);
  if (callable instanceof PyStaticMethod && !callable.cls.isHeapType) return invoke(callable.func, args, keywords);
  const cls = typeOf(callable);
  const found = cls.lookup('__call__');
  if (found === undefined) return refuseCall(callable);
  if (found instanceof PyFunction || (found instanceof PyNative && found.kind === 'method'))
    return invoke(found, [callable, ...args], keywords);
  return invoke(bind(found, callable, cls), args, keywords);
}

/** CPython: Objects/call.c, object_is_not_callable. A module is often called for what it defines under its own name. */
function refuseCall(callable: Value): never {
  const text = `'${typeOf(callable).tpName}' object is not callable`;
  const name = callable instanceof PyModule ? callable.attrs.get('__name__') : undefined;
  const meant = typeof name === 'string' ? getAttrOrAbsent(callable, name) : undefined;
  const isMeant = meant !== undefined && isCallable(meant);
  return raise(TypeError, isMeant ? `${text}. Did you mean: '${String(name)}.${String(name)}(...)'?` : text);
}

/**
 * CALL of anything that is no simple Python function: `count` arguments lie in `slots` from `at` on, and `self`, where there is one,
 * right below them.
 */
export function callFromStack(
  callee: Value,
  self: Value | undefined,
  slots: Value[],
  at: number,
  count: number,
): Outcome {
  if (callee instanceof PyFunction) {
    const from = self === undefined ? at : at - 1;
    const code = callee.code;
    if (code.plainArgs === at + count - from) {
      const frame = new Frame(code, callee.globals, callee);
      for (let i = from; i < at + count; i++) frame.slots[i - from] = slots[i] as Value;
      return startFrame(frame, code.flags, Ret.push);
    }
    return callFunction(callee, slots.slice(from, at + count), null, Ret.push);
  }
  if (callee instanceof PyNative) return callNativeFromStack(callee, self, slots, at, count);
  if (hasSeveralThreads && count === 1) {
    const only = slots[at];
    const outcome = only instanceof PyGenerator ? callCollected(callee, self, only) : undefined;
    if (outcome !== undefined) return outcome;
  }
  if (callee instanceof PyType && self === undefined && callee.cls === typeType) {
    if (count === 1) {
      const only = slots[at] as Value;
      if (callee === strType && typeof only === 'string') return only;
      if ((callee === intType || callee === strType) && typeof only === 'number')
        return callee === intType ? only : String(only);
    }
    const facts = typeFacts(callee);
    if (facts.plainInit !== null) return makeInstance(callee, facts.plainInit, slots, at, count);
  }
  const args = slots.slice(at, at + count);
  if (self !== undefined) args.unshift(self);
  return invoke(callee, args, null);
}

/** The same of a native function. */
export function callNativeFromStack(
  native: PyNative,
  self: Value | undefined,
  slots: Value[],
  at: number,
  count: number,
): Outcome {
  const isUnbound = native.self === undefined && native.owner !== null && native.kind !== 'staticmethod';
  if (self === undefined ? isUnbound : native.self !== undefined) {
    // Not bound, or bound twice.
    const args = slots.slice(at, at + count);
    if (self !== undefined) args.unshift(self);
    return invoke(native, args, null);
  }
  if (hasSeveralThreads && count === 1) {
    const only = slots[at];
    const outcome = only instanceof PyGenerator ? callCollected(native, self, only) : undefined;
    if (outcome !== undefined) return outcome;
  }
  const given = self === undefined ? native.self : self;
  const impl = native.impl;
  const total = given === undefined ? count : count + 1;
  if (impl === null || total < native.least || total > native.most || total > 4) {
    const args = given === undefined ? [] : [native.receiver(given)];
    for (let i = at; i < at + count; i++) args.push(slots[i] as Value);
    return callNativeWith(native, args, null);
  }
  if (total === 0) return impl();
  const first = given === undefined ? (slots[at] as Value) : native.receiver(given);
  const next = given === undefined ? at + 1 : at;
  switch (total) {
    case 1:
      return impl(first);
    case 2:
      return impl(first, slots[next] as Value);
    case 3:
      return impl(first, slots[next] as Value, slots[next + 1] as Value);
    default:
      return impl(first, slots[next] as Value, slots[next + 1] as Value, slots[next + 2] as Value);
  }
}

/** An instance of a class whose `__init__` is a Python function and whose `__new__` is object's. */
function makeInstance(cls: PyType, init: PyFunction, slots: Value[], at: number, count: number): Outcome {
  const made = newObject(cls);
  const code = init.code;
  const frame = new Frame(code, init.globals, init);
  if (code.simpleArgs === count + 1) {
    frame.slots[0] = made;
    for (let i = 0; i < count; i++) frame.slots[i + 1] = slots[at + i] as Value;
  } else bindArguments(init, frame.slots, [made, ...slots.slice(at, at + count)], null);
  frame.retValue = made;
  return startFrame(frame, code.flags, Ret.init);
}

/** Calls a Python function: pushes its frame, or makes the generator-like object. */
export function callFunction(func: PyFunction, args: readonly Value[], keywords: Keywords, ret: number): Outcome {
  const code = func.code;
  const frame = new Frame(code, func.globals, func);
  if (code.plainArgs === args.length && keywords === null) {
    for (let i = 0; i < args.length; i++) frame.slots[i] = args[i] as Value;
  } else bindArguments(func, frame.slots, args, keywords);
  return startFrame(frame, code.flags, ret);
}

const GENERATOR_LIKE = CodeFlag.generator | CodeFlag.coroutine | CodeFlag.asyncGenerator;

/** The frame has its arguments: it is pushed, or a generator-like object is made of it. */
export function startFrame(frame: Frame, flags: number, ret: number): Outcome {
  if ((flags & GENERATOR_LIKE) !== 0) return makeGenerator(frame, flags);
  // As pushFrame does it, for this kind of frame only: V8 writes the fields of one kind at once, and looks up those of many.
  const { thread } = machine;
  frame.back = thread.top;
  frame.ret = ret;
  thread.top = frame;
  if (++thread.depth > machine.recursionLimit) tooDeep(frame);
  if (frame.code.isUser) machine.observer?.frameEntered(frame);
  else if (frame.code.probe !== null) machine.observer?.probed(frame);
  return PUSHED;
}

export function makeGenerator(frame: Frame, flags: number): PyGenerator {
  const func = frame.func as PyFunction;
  const generator =
    (flags & CodeFlag.asyncGenerator) !== 0
      ? new PyAsyncGenerator(frame, func.name, func.qualname)
      : new PyGenerator(frame, func.name, func.qualname);
  frame.generator = generator;
  const { code } = frame;
  if (code.exceptionTable.length !== 0 && (flags & CodeFlag.coroutine) === 0 && !code.filename.startsWith('/lib/'))
    machine.tracked.add(generator);
  if ((flags & (CodeFlag.coroutine | CodeFlag.iterableCoroutine)) !== 0) {
    if ((flags & CodeFlag.coroutine) !== 0) {
      machine.unstarted.add(generator);
      if (machine.originDepth !== 0) machine.origins.set(generator, originOf(machine.originDepth));
    }
    machine.observer?.coroutineCreated(generator, frame);
  }
  return generator;
}

/** `cr_origin`: the innermost frames at a call. CPython: Objects/genobject.c, compute_cr_origin. */
function originOf(depth: number): PyTuple {
  const entries: PyTuple[] = [];
  for (let frame = machine.thread.top; frame !== null && entries.length < depth; frame = frame.back) {
    if (frame instanceof Frame) entries.push(new PyTuple([frame.code.filename, frame.line, frame.code.name]));
    else if (frame instanceof NativeFrame)
      for (const { filename, line, name } of frame.standsFor) entries.push(new PyTuple([filename, line, name]));
  }
  return new PyTuple(entries.slice(0, depth));
}

/** Wraps a slot's value in a cell, for code that is run outside a call. */
export function cellFor(value: Value | undefined): Cell {
  return new Cell(value);
}

export function callNative(native: PyNative, args: Value[], keywords: Keywords): Outcome {
  const self = native.self;
  if (self !== undefined) return callNativeWith(native, [native.receiver(self), ...args], keywords);
  if (native.kind === 'method') return callUnbound(native, args, keywords);
  if (native.kind === 'classmethod') classToBind(native, args[0]);
  return callNativeWith(native, args, keywords);
}

/** CPython: Objects/descrobject.c, classmethod_get and classmethoddescr_call. */
export function classToBind(native: PyNative, cls: Value | undefined): PyType {
  const { name, owner } = native as { name: string; owner: PyType };
  if (cls === undefined) return raise(TypeError, `descriptor '${name}' of '${owner.tpName}' object needs an argument`);
  if (!(cls instanceof PyType))
    return raise(
      TypeError,
      `descriptor '${name}' for type '${owner.tpName}' needs a type, not a '${typeOf(cls).tpName}' as arg 2`,
    );
  return cls.isSubtypeOf(owner)
    ? cls
    : raise(TypeError, `descriptor '${name}' requires a subtype of '${owner.tpName}' but received '${cls.name}'`);
}

function callUnbound(native: PyNative, args: Value[], keywords: Keywords): Outcome {
  const owner = native.owner as PyType;
  const self = args[0];
  if (self === undefined) {
    return raise(
      TypeError,
      native.isSlot
        ? `descriptor '${native.name}' of '${owner.name}' object needs an argument`
        : `unbound method ${owner.name}.${native.name}() needs an argument`,
    );
  }
  if (owner !== objectType && !isInstance(self, owner)) {
    if (native.isSlot)
      return raise(
        TypeError,
        `descriptor '${native.name}' requires a '${owner.name}' object but received a '${typeOf(self).tpName}'`,
      );
    return raise(
      TypeError,
      `descriptor '${native.name}' for '${owner.name}' objects doesn't apply to a '${typeOf(self).tpName}' object`,
    );
  }
  if (native.unwrapsSelf && self instanceof PyPrimitive)
    return callNativeWith(native, [self.value, ...args.slice(1)], keywords);
  return callNativeWith(native, args, keywords);
}

/** `args` holds the receiver already. */
export function callNativeWith(native: PyNative, args: Value[], keywords: Keywords): Outcome {
  const impl = native.impl;
  if (impl === null) return (native.raw as NonNullable<PyNative['raw']>)(args, keywords);
  if (keywords === null && args.length >= native.least && args.length <= native.most) {
    switch (args.length) {
      case 0:
        return impl();
      case 1:
        return impl(args[0] as Value);
      case 2:
        return impl(args[0] as Value, args[1] as Value);
      default:
        return impl(...args);
    }
  }
  return impl(...nativeArguments(native, args, keywords));
}

/** CPython: Objects/typeobject.c, type_call; a metaclass with its own `__call__` comes first. */
export function callType(cls: PyType, args: Value[], keywords: Keywords): Outcome {
  const meta = cls.cls;
  if (meta !== typeType) {
    const metaCall = meta.lookup('__call__');
    if (metaCall !== undefined && !(metaCall instanceof PyNative && metaCall.owner === typeType))
      return invoke(bind(metaCall, cls, meta), args, keywords);
  }
  return instantiate(cls, args, keywords);
}

/** `type.__call__`: `__new__`, then `__init__` when the result is an instance. */
export function instantiate(cls: PyType, args: Value[], keywords: Keywords): Outcome {
  const maker = cls.lookup('__new__');
  const initializer = cls.lookup('__init__');
  const plainInit = initializer instanceof PyNative && initializer.owner === objectType;
  if (cls === typeType && args.length === 1 && keywords === null) return typeOf(args[0] as Value);
  if (maker instanceof PyNative && maker.owner === objectType && !plainInit && cls.isHeapType) {
    if (cls.lookup('__abstractmethods__') !== undefined) interpretNew(maker, cls, args, keywords);
    return initialize(cls, newObject(cls), initializer as Value, args, keywords);
  }
  const made = interpretNew(maker as Value, cls, args, keywords);
  if (cls.hasFinalizer && made instanceof PyObject) machine.tracked.add(made);
  const madeType = typeOf(made);
  if (madeType === cls ? plainInit : !madeType.isSubtypeOf(cls)) return made;
  const ownInit = madeType.lookup('__init__');
  return ownInit === undefined ? made : initialize(madeType, made, ownInit, args, keywords);
}

export function newObject(cls: PyType): PyObject {
  const object = cls.slotCount === 0 ? new PyInstance(cls) : new PySlotted(cls);
  if (cls.hasDict && cls !== objectType && object instanceof PySlotted) object.attrs = new Map();
  if (cls.hasFinalizer) machine.tracked.add(object);
  return object;
}

function interpretNew(maker: Value, cls: PyType, args: Value[], keywords: Keywords): Value {
  const unbound = maker instanceof PyStaticMethod ? maker.func : maker;
  if (unbound instanceof PyNative) {
    const outcome = callNativeWith(unbound, [cls, ...args], keywords);
    if (outcome !== PUSHED) return outcome;
  }
  // CPython's slot_tp_new asks the class for it, so any descriptor will do.
  const bound = unbound instanceof PyFunction ? unbound : bind(unbound, null, cls);
  return runNested(bound, [cls, ...args], keywords);
}

function initialize(cls: PyType, made: Value, initializer: Value, args: Value[], keywords: Keywords): Outcome {
  if (initializer instanceof PyFunction) {
    const outcome = callFunction(initializer, [made, ...args], keywords, Ret.init);
    if (outcome === PUSHED) {
      (machine.thread.top as Frame).retValue = made;
      return PUSHED;
    }
    return raise(TypeError, `__init__() should return None, not '${typeOf(outcome).tpName}'`);
  }
  if (initializer instanceof PyNative && initializer.kind === 'method') {
    const outcome = callNative(initializer, [made, ...args], keywords);
    if (outcome !== PUSHED) return made;
    return raise(TypeError, 'a native __init__ cannot be suspended');
  }
  const result = runNested(bind(initializer, made, cls), args, keywords);
  return result === null ? made : raise(TypeError, `__init__() should return None, not '${typeOf(result).tpName}'`);
}

let runNested: (callable: Value, args: Value[], keywords: Keywords) => Value;
/** The nested run lives in execute.ts, which imports this file. */
export function setNestedRun(run: typeof runNested): void {
  runNested = run;
}

/** Keyword arguments as a dict, for `**kwargs`. */
export function keywordsDict(keywords: Keywords): PyDict {
  const dict = new PyDict();
  if (keywords !== null) for (const [name, value] of keywords) dictSet(dict, name, value);
  return dict;
}

export function hasCustomAttributes(cls: PyType): boolean {
  const facts = typeFacts(cls);
  return facts.getattribute !== undefined || facts.getattr !== undefined;
}
