/** Where a suspended task stands: the frames of its await chain, outermost first. */
import type { Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import { AsyncGeneratorAwaitable, CoroutineWrapper, PyGenerator } from '../python/vm/generator.ts';
import { delegateOf } from '../python/vm/generators-run.ts';

/** CPython: what Lib/asyncio/graph.py finds by `cr_await`. Empty for a coroutine that is no generator of ours. */
export function awaitChain(coro: Value): Frame[] {
  const frames: Frame[] = [];
  for (let frame = frameOf(coro); frame !== null; frame = innerFrame(frame)) frames.push(frame);
  return frames;
}

/** The frame of a coroutine or the like, with which its await chain begins; null: it has none of ours, or has ended. */
export function frameOf(value: Value | undefined): Frame | null {
  if (value instanceof PyGenerator) return value.frame;
  if (value instanceof CoroutineWrapper) return value.coroutine.frame;
  if (value instanceof AsyncGeneratorAwaitable) return value.generator.frame;
  return null;
}

/** The next frame of the chain. */
export function innerFrame(frame: Frame): Frame | null {
  return frameOf(delegateOf(frame));
}
