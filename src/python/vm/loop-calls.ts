/**
 * Calls that Python code makes through native iteration, as frames: they may wait for another thread, and what waits inside a nested run
 * keeps the threads below it on the JavaScript stack from going on.
 */
import { type PyException, PyRaise, stopIteration } from '../objects/errors.ts';
import { ArrayIterator, CallableIterator, listIteratorType } from '../objects/iterators.ts';
import { type Outcome, PUSHED, PyNative } from '../objects/native.ts';
import { getIter } from '../objects/protocol.ts';
import {
  dictType,
  frozensetType,
  listType,
  PyObject,
  PyType,
  setType,
  strType,
  tupleType,
  type Value,
} from '../objects/value.ts';
import { enterNative, invoke, popFrame, pushFrame } from './call.ts';
import { NativeFrame, Ret } from './frame.ts';
import type { PyGenerator } from './generator.ts';
import { resumeGenerator } from './generators-run.ts';
import { machine } from './machine.ts';

/** One step of `for x in iter(callable, sentinel)`. */
class AnswerFrame extends NativeFrame {
  private readonly iterator: CallableIterator;
  constructor(iterator: CallableIterator) {
    super();
    this.iterator = iterator;
  }

  resume(answer: Value): Outcome {
    if (this.iterator.isLast(answer)) throw new PyRaise(stopIteration(null), true);
    return answer;
  }

  fail(exc: PyException): Outcome {
    throw new PyRaise(exc, true);
  }
}

/** What a `for` loop has on its stack in the place of a CallableIterator. */
export class LoopCalls extends PyObject {
  readonly iterator: CallableIterator;
  constructor(iterator: CallableIterator) {
    super(iterator.cls);
    this.iterator = iterator;
  }
}

/** The iterator of a `for` loop. */
export function loopIterator(iterable: Value): Value {
  const iterator = getIter(iterable);
  return iterator instanceof CallableIterator ? new LoopCalls(iterator) : iterator;
}

/** The next item, PUSHED, or undefined at the end. */
export function nextAnswer({ iterator }: LoopCalls): Outcome | undefined {
  const { callable } = iterator;
  if (callable === undefined) return undefined;
  const frame = new AnswerFrame(iterator);
  pushFrame(frame, Ret.forNext);
  let answer: Outcome;
  try {
    answer = invoke(callable, [], null);
  } catch (thrown) {
    popFrame(frame);
    throw thrown;
  }
  if (answer === PUSHED) return PUSHED;
  popFrame(frame);
  return iterator.isLast(answer) ? undefined : answer;
}

/** Types and functions that go through the whole of their only argument before they do anything else. */
const TYPES: ReadonlySet<PyType> = new Set([listType, tupleType, setType, frozensetType, dictType]);
const FUNCTIONS: ReadonlySet<string> = new Set(['sorted', 'sum', 'max', 'min']);

function isEager(callee: Value): boolean {
  if (callee instanceof PyType) return TYPES.has(callee);
  if (!(callee instanceof PyNative)) return false;
  if (callee.module === 'builtins') return FUNCTIONS.has(callee.name);
  return callee.name === 'join' && callee.owner === strType;
}

/** `list(generator)` and the like: the generator runs first, in frames; then the call is made with its items. */
class CollectFrame extends NativeFrame {
  private readonly generator: PyGenerator;
  private readonly call: (items: Value) => Outcome;
  private readonly items: Value[] = [];
  private phase: 'beginning' | 'collecting' | 'calling' = 'beginning';

  constructor(generator: PyGenerator, call: (items: Value) => Outcome) {
    super();
    this.generator = generator;
    this.call = call;
  }

  resume(value: Value): Outcome {
    if (this.phase === 'calling') return value;
    if (this.phase === 'collecting') this.items.push(value);
    this.phase = 'collecting';
    return resumeGenerator(this.generator, null, null, Ret.generatorNative);
  }

  override finished(): Outcome {
    this.phase = 'calling';
    return this.call(new ArrayIterator(this.items, listIteratorType));
  }

  fail(exc: PyException): Outcome {
    throw new PyRaise(exc, true);
  }
}

/** With several threads: the outcome of `callee(generator)`; undefined where it is called as always. */
export function callCollected(callee: Value, self: Value | undefined, generator: PyGenerator): Outcome | undefined {
  if (
    machine.scheduler.threads.size < 2 ||
    generator.frame === null ||
    generator.state === 'running' ||
    !isEager(callee)
  )
    return undefined;
  return enterNative(
    new CollectFrame(generator, (items) => invoke(callee, self === undefined ? [items] : [self, items], null)),
  );
}
