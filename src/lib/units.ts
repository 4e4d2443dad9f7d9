/** Numbers that know what they count. A branded number is a plain number at run time. */
import { assert } from './assert.ts';

declare const brand: unique symbol;

export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/**
 * Microseconds since the run began. An integer, so that equal instants compare equal and a
 * sum does not depend on the order of addition.
 */
export type VirtualTime = Brand<number, 'VirtualTime'>;

export const START = 0 as VirtualTime;

/** The last instant there is; 285 years after the start. A delay of `inf` ends here. */
export const VIRTUAL_TIME_MAX = Number.MAX_SAFE_INTEGER as VirtualTime;

const US_PER_SECOND = 1_000_000;
const US_PER_MS = 1_000;

export function virtualTime(us: number): VirtualTime {
  assert(Number.isSafeInteger(us) && us >= 0, `${us} is a whole number of microseconds, not negative`);
  return us as VirtualTime;
}

/** Rounds to the nearest microsecond and stays within the run: before the start is the start, `inf` is the end. */
export function fromSeconds(seconds: number): VirtualTime {
  assert(!Number.isNaN(seconds), 'an instant is a number');
  return clamp(Math.round(seconds * US_PER_SECOND));
}

export function toSeconds(time: VirtualTime): number {
  return time / US_PER_SECOND;
}

export function addSeconds(time: VirtualTime, seconds: number): VirtualTime {
  assert(!Number.isNaN(seconds), 'a delay is a number');
  return clamp(time + Math.round(seconds * US_PER_SECOND));
}

export function addMs(time: VirtualTime, ms: number): VirtualTime {
  return addUs(time, ms * US_PER_MS);
}

export function addUs(time: VirtualTime, us: number): VirtualTime {
  assert(!Number.isNaN(us), 'a delay is a number');
  return clamp(time + Math.round(us));
}

/** Microseconds from `from` to `to`, negative when `to` is earlier. */
export function usBetween(from: VirtualTime, to: VirtualTime): number {
  return to - from;
}

function clamp(us: number): VirtualTime {
  return Math.min(Math.max(us, START), VIRTUAL_TIME_MAX) as VirtualTime;
}
