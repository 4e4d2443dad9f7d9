/** What is meant by a subject in a stopped run: its frames, and the object that it is. */
import { awaitChain } from '../../asyncio/chain.ts';
import { PyFuture, PyTask } from '../../asyncio/shapes.ts';
import type { PyObject } from '../../python/objects/value.ts';
import { PyGenerator } from '../../python/vm/generator.ts';
import type { Machine } from '../../python/vm/machine.ts';
import type { Subject } from '../../scenario/inspection.ts';
import { processId } from '../thread-recorder.ts';
import type { Kept } from './recorder.ts';
import type { Stopped, StoppedFrame } from './stop.ts';

export interface Seen {
  /** Innermost first. */
  readonly frames: readonly StoppedFrame[];
  /** Null: it is only a place where frames are. */
  readonly object: PyObject | null;
  readonly of: Machine;
}

/** Undefined: there is no such thing, not yet or no longer. */
export function find(stopped: Stopped, subject: Subject): Seen | undefined {
  const { recorder, threads } = stopped;
  switch (subject.kind) {
    case 'running':
      return runningSeen(stopped);
    case 'thread':
      return threadSeen(threads.find(({ id }) => id === subject.id));
    case 'process': {
      const process = stopped.processes.find((each) => processId(each) === subject.id);
      return threadSeen(threads.find(({ thread }) => thread === process?.machine?.mainThread));
    }
    case 'task':
    case 'future':
      return objectSeen(stopped, recorder.futures.get(subject.id));
    case 'handle':
      return objectSeen(stopped, recorder.handles.get(subject.id));
    case 'sync':
      return objectSeen(stopped, recorder.syncs.get(subject.id));
    case 'coroutine':
      return objectSeen(stopped, recorder.coroutines.get(subject.id));
  }
}

function threadSeen(found: Stopped['threads'][number] | undefined): Seen | undefined {
  return found === undefined ? undefined : { frames: found.frames, object: null, of: found.thread.machine };
}

/** A task that goes on at this very step is what runs, although its frames get onto the stack only after it. */
function runningSeen(stopped: Stopped): Seen | undefined {
  const seen = threadSeen(stopped.threads[0]);
  const coroutine = stopped.recorder.resuming?.coro;
  if (seen === undefined || !(coroutine instanceof PyGenerator)) return seen;
  const own = framesOfCoroutine(stopped, coroutine);
  return { ...seen, frames: [...own, ...seen.frames] };
}

function objectSeen(stopped: Stopped, kept: Kept | undefined): Seen | undefined {
  if (kept === undefined) return undefined;
  const { object, of } = kept;
  const coroutine = object instanceof PyTask ? object.coro : object instanceof PyFuture ? null : object;
  const frames = coroutine instanceof PyGenerator ? framesOfCoroutine(stopped, coroutine) : [];
  return { frames, object, of };
}

/** Parked, those of its await chain; while it runs, what lies above it on a stack. */
function framesOfCoroutine({ threads }: Stopped, coroutine: PyGenerator): readonly StoppedFrame[] {
  for (const { frames } of threads) {
    const at = frames.findIndex(({ frame }) => frame === coroutine.frame);
    if (at >= 0) return frames.slice(0, at + 1);
  }
  return awaitChain(coroutine)
    .reverse()
    .map((frame) => ({ frame, line: frame.line }));
}
