/** What callbacks are called in the picture, and where a suspended coroutine stands. */
import type { Code } from '../python/compile/code.ts';
import { PyFunction } from '../python/objects/function.ts';
import { PyNative } from '../python/objects/native.ts';
import { PyMethod, type Value } from '../python/objects/value.ts';
import type { Frame } from '../python/vm/frame.ts';
import { AsyncGeneratorAwaitable, CoroutineWrapper, PyGenerator } from '../python/vm/generator.ts';
import { delegateOf } from '../python/vm/generators-run.ts';
import type { ParkedFrame } from '../trace/events.ts';
import { describe } from './describe.ts';

const MICROSECONDS = 1e6;

export function microseconds(seconds: number): number {
  return Math.min(Math.max(Math.round(seconds * MICROSECONDS), 0), Number.MAX_SAFE_INTEGER);
}

/** `on_timer(3)`: the function and up to two arguments. */
export function describeCallback(callback: Value, args: readonly Value[]): string {
  const inner = callback instanceof PyMethod ? callback.func : callback;
  const name =
    inner instanceof PyFunction
      ? inner.qualname.replace(/^.*<locals>\./, '')
      : inner instanceof PyNative
        ? inner.name
        : describe(inner);
  const shown = args.slice(0, 2).map((arg) => describe(arg, 1));
  return `${name}(${shown.join(', ')}${args.length > 2 ? ', …' : ''})`;
}

/** The await chain of a suspended coroutine, outermost first. */
export function parkedFrames(coroutine: Value, codeId: (code: Code) => number): ParkedFrame[] {
  const frames: ParkedFrame[] = [];
  for (let frame = frameOf(coroutine); frame !== null; frame = frameOf(delegateOf(frame)))
    frames.push(parkedFrame(frame, codeId));
  return frames;
}

function frameOf(delegate: Value | undefined): Frame | null {
  if (delegate instanceof PyGenerator) return delegate.frame;
  if (delegate instanceof CoroutineWrapper) return delegate.coroutine.frame;
  if (delegate instanceof AsyncGeneratorAwaitable) return delegate.generator.frame;
  return null;
}

function parkedFrame(frame: Frame, codeId: (code: Code) => number): ParkedFrame {
  const at = frame.pc * 2;
  const { positions } = frame.code;
  return {
    code: codeId(frame.code),
    line: frame.line,
    endLine: positions[at + 1] ?? frame.line,
    column: positions[at + 2] ?? -1,
    endColumn: positions[at + 3] ?? -1,
  };
}
