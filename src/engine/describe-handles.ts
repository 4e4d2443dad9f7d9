/** What callbacks are called in the picture. */
import { PyFunction } from '../python/objects/function.ts';
import { PyNative } from '../python/objects/native.ts';
import type { Value } from '../python/objects/value.ts';
import { PyMethod } from '../python/objects/wrapped-functions.ts';
import { describe, firstOf, withoutScope } from './describe.ts';

const MICROSECONDS = 1e6;

export function microseconds(seconds: number): number {
  return Math.min(Math.max(Math.round(seconds * MICROSECONDS), 0), Number.MAX_SAFE_INTEGER);
}

/** `on_timer(3)`: the function and up to two arguments. */
export function describeCallback(callback: Value, args: readonly Value[]): string {
  const inner = callback instanceof PyMethod ? callback.func : callback;
  const name =
    inner instanceof PyFunction
      ? withoutScope(inner.qualname)
      : inner instanceof PyNative
        ? inner.name
        : describe(inner);
  return `${name}(${firstOf(args, 2, 1)})`;
}
