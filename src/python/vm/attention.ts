/**
 * What a thread has to do before its next instruction, apart from that instruction: rare things, which the dispatch loop asks for
 * with one look at `thread.needsAttention`.
 */
import { type PyException, PyRaise } from '../objects/errors.ts';
import type { Outcome } from '../objects/native.ts';
import { pushFrame } from './call.ts';
import { type Frame, NativeFrame, Ret } from './frame.ts';
import type { Thread } from './thread.ts';
import { deliverYield, raiseIn, resumeNative } from './unwind.ts';

/** `leave`: the dispatch loop returns. `reload`: it takes up the frame on top. Otherwise the instructions to take in place of the frame's own. */
export type Attended = 'leave' | 'reload' | Int32Array;

export function attend(thread: Thread): Attended {
  thread.machine.scheduler.outside?.act();
  thread.needsAttention = thread.interrupts.length > 0;
  if (thread.isLeaving) {
    thread.isLeaving = false;
    thread.needsAttention = true;
    return 'leave';
  }
  if (thread.resuming !== null) {
    const frame = thread.resuming;
    thread.resuming = null;
    return after(resumeNative(frame, null, false));
  }
  if (thread.pending !== null) {
    const exc = thread.pending;
    thread.pending = null;
    return after(raiseIn(exc, thread.top as Frame, true));
  }
  if (thread.reraised !== null) {
    const exc = thread.reraised;
    thread.reraised = null;
    return after(raiseIn(exc, thread.top as Frame, false));
  }
  if (thread.yielded !== null) {
    const { frame, value } = thread.yielded;
    thread.yielded = null;
    return after(deliverYield(frame, value, false));
  }
  const interrupt = thread.interrupts.shift();
  if (interrupt !== undefined) return after(interrupted(thread, interrupt));
  const planted = thread.planted;
  thread.planted = null;
  return planted ?? 'reload';
}

/** A signal handler is called on top of whatever the thread does; what it returns is dropped. */
class InterruptFrame extends NativeFrame {
  private readonly call: () => Outcome;
  private isCalled = false;
  constructor(call: () => Outcome) {
    super();
    this.call = call;
  }

  resume(): Outcome {
    if (this.isCalled) return null;
    this.isCalled = true;
    return this.call();
  }

  fail(exc: PyException): Outcome {
    throw new PyRaise(exc, true);
  }
}

function interrupted(thread: Thread, call: () => Outcome): boolean {
  thread.needsAttention = thread.interrupts.length > 0;
  const frame = new InterruptFrame(call);
  pushFrame(frame, Ret.discard);
  return resumeNative(frame, null, false);
}

/** `isEnd`: a nested run has ended. */
function after(isEnd: boolean): Attended {
  return isEnd ? 'leave' : 'reload';
}
