/**
 * Texts of values in a stopped run. A `__repr__` of the program's own is called, within limits, in a thread of its own: it may fail, never
 * end, or change what it shows. The run is thrown away afterwards; until then `isDirty` says that it may no longer be what it was.
 */
import { PyFuture } from '../../asyncio/shapes.ts';
import { PyRaise } from '../../python/objects/errors.ts';
import { repr } from '../../python/objects/protocol.ts';
import { reprOf } from '../../python/objects/sequences.ts';
import {
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PySet,
  PyTuple,
  PyType,
  typeOf,
  type Value,
} from '../../python/objects/value.ts';
import { type Machine, type Observer, RunStopped, setMachine, setSeveralThreads } from '../../python/vm/machine.ts';
import { clip, describe, describeException } from '../describe.ts';

/** Instructions that one repr may take. */
const REPR_INSTRUCTIONS = 50_000;
/** And all of one look. */
const LOOK_INSTRUCTIONS = 1_000_000;
/** Characters. */
const SHORT_MAX = 120;
export const LONG_MAX = 4_000;
/** Whoever opens a task sees them one by one. */
const DETAILS_OF_FUTURES = / (?:coro|wait_for|cb)=.*>$/s;

export interface Shown {
  readonly text: string;
  readonly isBroken: boolean;
}

export class Reprs {
  /** Code of the program's own has run since the stop. */
  isDirty = false;
  private left = LOOK_INSTRUCTIONS;

  /** For one more look. */
  refill(): void {
    this.left = LOOK_INSTRUCTIONS;
  }

  /** For a line of the tree. What is in a container is described, its own `__repr__` is not called. */
  short(value: Value, of: Machine): Shown {
    if (isContainer(value)) return { text: describe(value), isBroken: false };
    if (value instanceof PyBytes) return { text: clip(describe(value), SHORT_MAX), isBroken: false };
    const shown = this.whole(value, of, LONG_MAX);
    const text = value instanceof PyFuture ? shown.text.replace(DETAILS_OF_FUTURES, '>') : shown.text;
    return { ...shown, text: clip(text, SHORT_MAX) };
  }

  whole(value: Value, of: Machine, max: number): Shown {
    if (typeof value === 'string') return { text: clip(reprOf(value.slice(0, max)), max), isBroken: false };
    if (value === null || typeof value !== 'object' || value instanceof PyFloat)
      return { text: clip(reprOf(value), max), isBroken: false };
    if (value instanceof PyType && !typeOf(value).isHeapType)
      return { text: clip(reprOf(value), max), isBroken: false };
    return this.called(value, of, max);
  }

  private called(value: Value, of: Machine, max: number): Shown {
    if (this.left <= 0) return { text: `<${typeOf(value).name}: too much to show at once>`, isBroken: true };
    const allowed = Math.min(REPR_INSTRUCTIONS, this.left);
    isolate(of, () => {
      this.isDirty = true;
    });
    of.budget = 0;
    of.sliceLeft = allowed;
    of.reserve = 0;
    try {
      return { text: clip(withoutAddress(repr(value)), max), isBroken: false };
    } catch (thrown) {
      return { text: failure(thrown, typeOf(value).name), isBroken: true };
    } finally {
      this.left -= Math.max(0, allowed - of.sliceLeft - Math.max(of.budget, 0));
    }
  }
}

/** Addresses are given out in the order in which they are asked for: they say nothing, and would differ from look to look. */
function withoutAddress(text: string): string {
  return text.replace(/ at 0x[0-9a-f]+(?=>|[ ,])/g, '');
}

function isContainer(value: Value): boolean {
  const isOne =
    value instanceof PyTuple || value instanceof PyList || value instanceof PyDict || value instanceof PySet;
  return isOne && !value.cls.isHeapType;
}

function failure(thrown: unknown, name: string): string {
  if (thrown instanceof PyRaise) return `<${name}: __repr__ raised ${describeException(thrown.exception)}>`;
  if (thrown instanceof RunStopped)
    return thrown.limit === 'instructions'
      ? `<${name}: __repr__ takes too long>`
      : `<${name}: __repr__ does not come to an end>`;
  return `<${name}: it cannot be shown>`;
}

/** A fresh thread runs in that process, and nothing else any more; nobody records. `entered`: told when code of the program's own runs. */
export function isolate(of: Machine, entered: () => void): void {
  const { scheduler } = of;
  setMachine(of);
  of.observer = watcherFor(entered);
  of.workHook = null;
  const thread = of.newThread('inspection');
  thread.state = 'running';
  of.thread = thread;
  scheduler.threads.clear();
  scheduler.threads.add(thread);
  scheduler.waits.clear();
  scheduler.ready.length = 0;
  scheduler.level = 0;
  scheduler.outside = null;
  scheduler.watcher = null;
  setSeveralThreads(false);
}

export function watcherFor(entered: () => void): Observer {
  const nothing = () => undefined;
  return {
    line: nothing,
    frameEntered: entered,
    frameLeft: nothing,
    raised: nothing,
    caught: nothing,
    swallowed: nothing,
    coroutineCreated: nothing,
    coroutineStarted: nothing,
    coroutineNeverAwaited: nothing,
    requests: null,
    brokers: null,
    probed: nothing,
  };
}
