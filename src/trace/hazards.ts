/**
 * Mistakes of asynchronous programs that are found while they run. HAZARDS.md beside this file says exactly when one is told, and
 * when it is not; what is said about each is in `hazard-words.ts`.
 */
import type { EventOf } from './events.ts';
import { taskWithLabel } from './words.ts';
import type { World } from './world.ts';

export const HAZARD_KINDS = [
  'blockingCall',
  'loopBlocked',
  'neverAwaited',
  'neverRetrieved',
  'taskNotKept',
  'cancelSwallowed',
  'lockAcrossAwait',
  'sequentialAwaits',
  'checkThenAct',
  'unboundedQueue',
  'wrongThread',
  'legacy',
] as const;

export type HazardKind = (typeof HAZARD_KINDS)[number];

/** A finding, and where in the run it was made. */
export interface Hazard {
  readonly kind: HazardKind;
  /** After the event. */
  readonly position: number;
  readonly task: number;
  readonly code: number;
  /** 0: no line of the program. */
  readonly line: number;
  /** What happened this time, in a sentence with the names of tasks as they are in the picture. */
  readonly text: string;
}

export function isHazardKind(name: string): name is HazardKind {
  return (HAZARD_KINDS as readonly string[]).includes(name);
}

export function hazardOf(event: EventOf<'hazard.found'>, position: number, world: World): Hazard | null {
  const { hazard: kind, task, code, line } = event;
  if (!isHazardKind(kind)) return null;
  return { kind, position, task, code, line, text: hazardText(event, world) };
}

/** In the text of a finding `{0}`, `{1}`... stand for tasks. */
export function hazardText({ text, others }: EventOf<'hazard.found'>, world: World): string {
  return text.replace(/\{(\d+)\}/g, (_, index: string) => taskWithLabel(world, others[Number(index)] ?? 0));
}
