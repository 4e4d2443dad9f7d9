/** A thread as data: a stack of frames and what belongs to it alone. Which one runs is up to scheduler.ts. */
import type { PyException } from '../objects/errors.ts';
import type { Outcome } from '../objects/native.ts';
import type { PyObject, Value } from '../objects/value.ts';
import type { EntryFrame, Frame, FrameBase, NativeFrame } from './frame.ts';
import type { Machine } from './machine.ts';

export class Thread {
  /** The process that it belongs to. */
  readonly machine: Machine;
  /** `threading.get_ident()`; unique in its machine. */
  readonly ident: number;
  name: string;
  /** Given by the recorder; 0: not yet. */
  traceId = 0;
  top: FrameBase | null = null;
  depth = 0;
  /** The innermost nested run of this thread; they are linked by `outer`. */
  entry: EntryFrame | null = null;
  /** Nested runs of this thread, and how many of them its own code begins with (the main module is one). */
  nesting = 0;
  readonly homeNesting: number;
  /** Before the next instruction something is to be done: see attention.ts. Each of the fields below sets it. */
  needsAttention = false;
  /** An exception to be raised in `top` as soon as the dispatch loop goes on: the way to raise without a JavaScript throw. */
  pending: PyException | null = null;
  /** An exception to be raised again in `top` without a new traceback entry. */
  reraised: PyException | null = null;
  /** A frame that is to yield as soon as the dispatch loop goes on: a native delegate answered a `throw` with a yield. */
  yielded: { readonly frame: Frame; readonly value: Value } | null = null;
  /** The dispatch loop is to leave this thread: it waits, has ended, or its turn is over. */
  isLeaving = false;
  /** A native frame on top that is to be resumed when the thread goes on. */
  resuming: NativeFrame | null = null;
  /** Signal handlers to be called before the next instruction. */
  readonly interrupts: (() => Outcome)[] = [];
  /** The statement that runs next is to be interrupted in its middle: its instructions with a SWITCH among them. */
  planted: Int32Array | null = null;
  /** `parked`: a nested run of it has ended, and its JavaScript caller is not on top of the JavaScript stack. */
  state: 'running' | 'ready' | 'waiting' | 'parked' | 'ended' = 'ready';
  /** The current contextvars context. */
  context: PyObject | null = null;

  constructor(machine: Machine, ident: number, name: string, homeNesting = 0) {
    this.machine = machine;
    this.ident = ident;
    this.name = name;
    this.homeNesting = homeNesting;
  }
}

/** The process of a thread has ended in the middle of a nested run: the JavaScript that waits for its result unwinds. */
export class ThreadGone {}
