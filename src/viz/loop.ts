/**
 * What the event loop holds at a position: the running card, the ready queue, the timers, the parked coroutines with
 * their await chains, and the things that are waited on. One World and a width in, marks out.
 */
import type { CodeInfo } from '../trace/events.ts';
import type { World } from '../trace/world.ts';
import { parkedSection } from './loop-parked.ts';
import { queueSection } from './loop-queue.ts';
import { thingsSection } from './loop-things.ts';
import type { Drawing, Mark } from './marks.ts';

export interface LoopInput {
  readonly world: World;
  readonly codes: readonly CodeInfo[];
  readonly width: number;
  /** Things that the event just before this position changed, as `task 3` or `handle 5`. */
  readonly changed: ReadonlySet<string>;
}

/** Marks one below the other; each section is told where it begins. */
export interface Section {
  readonly marks: readonly Mark[];
  /** Where the next one may begin. */
  readonly bottom: number;
}

const GAP = 20;

export function loopDrawing(input: LoopInput): Drawing {
  const queues = queueSection(input, 0);
  const parked = parkedSection(input, queues.bottom + GAP);
  const things = thingsSection(input, parked.bottom + GAP);
  return {
    width: input.width,
    height: things.bottom,
    marks: [...queues.marks, ...parked.marks, ...things.marks],
  };
}
