/** Generator, coroutine and async generator objects: a frame that is kept between its steps. */
import type { Code } from '../compile/code.ts';
import { CodeFlag } from '../compile/code.ts';
import {
  asyncGeneratorType,
  coroutineType,
  generatorType,
  nativeType,
  PyObject,
  type Value,
} from '../objects/value.ts';
import type { Frame } from './frame.ts';

export type GeneratorState = 'created' | 'suspended' | 'running' | 'closed';

/** What the recorder knows of a coroutine object. */
export interface CoroutineTrace {
  /** Its number in the trace. */
  readonly id: number;
  /** The call as it was described. */
  readonly label: string;
  /** Where it was made: the line of the program's own that ran. */
  readonly place: { readonly code: Code; readonly line: number } | null;
}

export class PyGenerator extends PyObject {
  /** Null once it has come to its end. */
  frame: Frame | null;
  readonly code: Code;
  name: string;
  qualname: string;
  state: GeneratorState = 'created';
  /** Of a coroutine object that is recorded. */
  trace: CoroutineTrace | null = null;
  /** Coroutines: the task that drives it, once there is one (set by asyncio for the picture). */
  task: PyObject | null = null;
  constructor(frame: Frame, name: string, qualname: string) {
    super(
      (frame.code.flags & CodeFlag.coroutine) !== 0
        ? coroutineType
        : (frame.code.flags & CodeFlag.asyncGenerator) !== 0
          ? asyncGeneratorType
          : generatorType,
    );
    this.frame = frame;
    this.code = frame.code;
    this.name = name;
    this.qualname = qualname;
  }
}

/** Async generators have the hooks of the running loop besides. */
export class PyAsyncGenerator extends PyGenerator {
  hooksCalled = false;
  finalizer: Value = null;
  /** An `__anext__`, `asend`, `athrow` or `aclose` is under way. */
  isRunningAsync = false;
  isClosed = false;
}

export const asyncGeneratorASendType = nativeType('async_generator_asend');
export const asyncGeneratorAThrowType = nativeType('async_generator_athrow');
export const coroutineWrapperType = nativeType('coroutine_wrapper');

/** What `agen.__anext__()`, `asend`, `athrow` and `aclose` return. CPython: Objects/genobject.c, PyAsyncGenASend and PyAsyncGenAThrow. */
export class AsyncGeneratorAwaitable extends PyObject {
  readonly generator: PyAsyncGenerator;
  readonly mode: 'asend' | 'athrow' | 'aclose';
  readonly value: Value;
  /** What `athrow` was given. */
  readonly thrown: readonly Value[] | null;
  state: 'init' | 'iter' | 'closed' = 'init';
  constructor(
    generator: PyAsyncGenerator,
    mode: 'asend' | 'athrow' | 'aclose',
    value: Value,
    thrown: readonly Value[] | null,
  ) {
    super(mode === 'asend' ? asyncGeneratorASendType : asyncGeneratorAThrowType);
    this.generator = generator;
    this.mode = mode;
    this.value = value;
    this.thrown = thrown;
  }
}

/** `coroutine.__await__()`. */
export class CoroutineWrapper extends PyObject {
  readonly coroutine: PyGenerator;
  constructor(coroutine: PyGenerator) {
    super(coroutineWrapperType);
    this.coroutine = coroutine;
  }
}
