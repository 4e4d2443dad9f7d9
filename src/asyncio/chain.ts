/** Where a suspended task stands: the frames of its await chain, outermost first. */
import type { Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import { AsyncGeneratorAwaitable, CoroutineWrapper, PyGenerator } from '../python/vm/generator.ts';
import { delegateOf } from '../python/vm/generators-run.ts';

/** CPython: what Lib/asyncio/graph.py finds by `cr_await`. Empty for a coroutine that is no generator of ours. */
export function awaitChain(coro: Value): Frame[] {
  const frames: Frame[] = [];
  let current: Value | undefined = coro;
  while (current !== undefined) {
    const generator = generatorOf(current);
    const frame: Frame | null = generator?.frame ?? null;
    if (frame === null) break;
    frames.push(frame);
    current = delegateOf(frame);
  }
  return frames;
}

function generatorOf(value: Value): PyGenerator | null {
  if (value instanceof PyGenerator) return value;
  if (value instanceof CoroutineWrapper) return value.coroutine;
  if (value instanceof AsyncGeneratorAwaitable) return value.generator;
  return null;
}
