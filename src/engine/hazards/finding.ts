/** A finding on its way to the trace. */
import type { PyTask } from '../../asyncio/shapes.ts';
import type { Code } from '../../python/compile/code.ts';
import type { PyException } from '../../python/objects/errors.ts';
import { Frame, type FrameBase } from '../../python/vm/frame.ts';
import { machine } from '../../python/vm/machine.ts';
import type { HazardKind } from '../../trace/hazards.ts';

/** A line of the program. */
export interface Place {
  readonly code: Code;
  readonly line: number;
}

export interface Finding {
  readonly kind: HazardKind;
  readonly task: PyTask | null;
  readonly place: Place | null;
  /** `{0}` stands for the first of `others`. */
  readonly text: string;
  readonly others?: readonly PyTask[];
}

/** Where the program is now: the innermost line of its own; null in code that is none of it. */
export function placeNow(): Place | null {
  return placeFrom(machine.thread.top);
}

export function placeFrom(top: FrameBase | null): Place | null {
  for (let frame = top; frame !== null; frame = frame.back)
    if (frame instanceof Frame && frame.code.isUser) return { code: frame.code, line: frame.line };
  return null;
}

/** Where in the program an exception was raised. */
export function placeOf(exception: PyException | null): Place | null {
  let place: Place | null = null;
  for (let entry = exception?.traceback ?? null; entry !== null; entry = entry.next) {
    const { frame, line } = entry;
    if (frame instanceof Frame && frame.code.isUser) place = { code: frame.code, line };
  }
  return place;
}

/** `2.5 s`, `40 ms` */
export function secondsText(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  return ms < 1000 ? `${ms} ms` : `${ms / 1000} s`;
}
