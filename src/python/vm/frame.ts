/**
 * Frames: plain data, linked by `back`. A frame that awaits or yields is simply kept; nothing of Python's control
 * flow lives on the JavaScript stack. `ret` says what the frame below does with what this one returns, yields or raises.
 */
import type { Code } from '../compile/code.ts';
import type { PyException, PyRaise } from '../objects/errors.ts';
import type { PyFunction } from '../objects/function.ts';
import type { Outcome } from '../objects/native.ts';
import { frameType, type PyDict, PyObject, type Value } from '../objects/value.ts';
import type { PyGenerator } from './generator.ts';

/** What happens to the result of a frame, in the frame below it. */
export const Ret = {
  /** Pushed on the caller's stack. */
  push: 0,
  /** `__init__`: must be None; `retValue`, the new instance, is pushed. */
  init: 1,
  /** A generator resumed by FOR_ITER: yields are pushed, its end ends the loop. */
  forGenerator: 2,
  /** `__next__` called by FOR_ITER: StopIteration ends the loop. */
  forNext: 3,
  /** A generator or coroutine resumed by YIELD_FROM: yields go further out, its result replaces it on the stack. */
  yieldFrom: 4,
  /** Resumed by the methods `send`, `throw`, `__next__`: yields are pushed, its end raises StopIteration. */
  generatorMethod: 5,
  /** The caller is a NativeFrame: `resume` gets the result. */
  native: 6,
  /** The caller is a NativeFrame that resumed a generator: `resume` gets yields, `finished` the result. */
  generatorNative: 7,
  /** An async generator resumed by `await agen.__anext__()` and its like; `retValue` is the awaitable. */
  asyncAwait: 8,
  /** The same by the awaitable's own method `send` or `throw`. */
  asyncMethod: 9,
  /** The caller pushed this frame for its effect only. */
  discard: 10,
  /** The method of a binary operator or comparison: pushed, unless it is NotImplemented. */
  operator: 11,
  /** The caller is a NativeFrame that takes what a generator yields: as `generatorNative`, but it goes on at once and parks nothing. */
  generatorItem: 12,
} as const;

export abstract class FrameBase extends PyObject {
  // Set in the constructor, here and in Frame: V8 makes fields with initialisers by a function of their own.
  back: FrameBase | null;
  ret: number;
  retValue: Value | undefined;
  /** The exception that an except clause of this frame is handling. */
  handled: PyException | null;
  constructor() {
    super(frameType);
    this.back = null;
    this.ret = Ret.push;
    this.retValue = undefined;
    this.handled = null;
  }
}

export class Frame extends FrameBase {
  readonly code: Code;
  readonly slots: (Value | undefined)[];
  sp: number;
  /** Index into `code.ops` of the instruction being executed; -2 before the first. */
  pc: number;
  readonly globals: PyDict;
  /** Namespace of a class or module body; null in functions. A PyDict, or whatever `__prepare__` gave. */
  names: Value | undefined;
  readonly func: PyFunction | null;
  generator: PyGenerator | null;
  /** It yielded to a caller that goes on running (not to the event loop): the recorder was told that it was left. */
  wasLeft: boolean;

  constructor(code: Code, globals: PyDict, func: PyFunction | null) {
    super();
    this.code = code;
    this.globals = globals;
    this.func = func;
    this.names = undefined;
    this.slots = blankSlots(code, undefined);
    this.sp = code.stackStart;
    this.pc = -2;
    this.generator = null;
    this.wasLeft = false;
  }

  /** The current line, 1-based. */
  get line(): number {
    return lineAt(this.code, this.pc);
  }
}

/**
 * Empty slots for a frame, and up to three more. V8 makes an array in line where its length stands in the source; a copy is a call.
 * `none` is a parameter because it would make a copy of constants, too.
 */
function blankSlots(code: Code, none: undefined): (Value | undefined)[] {
  switch ((code.frameSize + 3) >> 2) {
    case 1:
      return [none, none, none, none];
    case 2:
      return [none, none, none, none, none, none, none, none];
    case 3:
      return [none, none, none, none, none, none, none, none, none, none, none, none];
    case 4:
      return [none, none, none, none, none, none, none, none, none, none, none, none, none, none, none, none];
    default:
      return (code.blank as readonly (Value | undefined)[]).slice();
  }
}

export function lineAt(code: Code, pc: number): number {
  const line = pc < 0 ? code.firstLine : code.positions[pc * 2];
  return line === undefined || line < 0 ? code.firstLine : line;
}

/** Where a frame of CPython's own library stands. */
export interface Place {
  readonly filename: string;
  readonly line: number;
  readonly name: string;
  /** Its source, without indentation. */
  readonly text: string;
}

/**
 * A native function that calls Python and goes on afterwards, as explicit state. `resume` is called first with null,
 * then with the result of each call that it made; it returns its own result, or PUSHED after an `invoke` that answered PUSHED.
 */
export abstract class NativeFrame extends FrameBase {
  /** Where CPython has Python frames of its library in place of this one, innermost first. */
  get standsFor(): readonly Place[] {
    return [];
  }
  abstract resume(value: Value): Outcome;
  /** The call it made raised. Throwing (the default) ends this frame. */
  abstract fail(exception: PyException): Outcome;
  /** A generator that it resumed came to its end. */
  finished(value: Value): Outcome {
    return this.resume(value);
  }
}

/** The bottom of a nested run: whatever is delivered here ends `execute`. */
export class EntryFrame extends FrameBase {
  result: Value | undefined = undefined;
  /** A generator that was resumed came to its end (`result` is what it returned). */
  isEnd = false;
  /** The nested run resumes a generator and asks whether it has ended; else its end is raised as StopIteration. */
  wantsEnd = false;
  /** False where the JavaScript caller holds no values of the program meanwhile (a module's or class's body). */
  isForValue = true;
  /** It was left by an exception, which is on its way to the JavaScript caller. */
  isRaised = false;
  /** That exception, when another thread's nested run has caught it on its way. */
  thrown: PyRaise | null = null;
  /** The nested run of the same thread that this one is inside of. */
  outer: EntryFrame | null = null;
}
