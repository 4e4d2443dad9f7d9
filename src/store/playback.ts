/** The arithmetic of playing: from time that has passed to a position. The clock itself is the page's. */

/** At speed 1. */
export const STEPS_PER_SECOND = 2;
export const SPEED_MIN = 0.25;
export const SPEED_MAX = 16;
const MS_PER_SECOND = 1_000;
/** A tab that slept does not leap. */
const ELAPSED_MS_MAX = 250;

export interface Advance {
  /** A whole number of events. */
  readonly position: number;
  /** How far it is on the way to the next, 0 to less than 1: for tweens. */
  readonly fraction: number;
  readonly isAtEnd: boolean;
}

export interface Playing {
  readonly position: number;
  readonly fraction: number;
  readonly speed: number;
  /** The last position there is. */
  readonly length: number;
}

export function advance({ position, fraction, speed, length }: Playing, elapsedMs: number): Advance {
  const ms = Math.min(Math.max(0, elapsedMs), ELAPSED_MS_MAX);
  const exact = position + fraction + (ms / MS_PER_SECOND) * STEPS_PER_SECOND * clampSpeed(speed);
  if (exact >= length) return { position: length, fraction: 0, isAtEnd: true };
  return { position: Math.floor(exact), fraction: exact - Math.floor(exact), isAtEnd: false };
}

export function clampSpeed(speed: number): number {
  return Number.isFinite(speed) ? Math.min(SPEED_MAX, Math.max(SPEED_MIN, speed)) : 1;
}

export function stepsPerSecond(speed: number): number {
  return STEPS_PER_SECOND * clampSpeed(speed);
}
