/** What every sentence is made from. */
import type { CodeInfo } from './events.ts';
import { handleName, taskName } from './words.ts';
import type { World } from './world.ts';

/** The Worlds on both sides of an event, and the names of the code. */
export interface Step {
  readonly before: World;
  readonly after: World;
  readonly codes: readonly CodeInfo[];
}

/** Whoever executes now: a task, a callback, the loop, or the main module. */
export function runner(world: World): string {
  if (world.runningTask !== 0) return taskName(world, world.runningTask);
  if (world.runningHandle !== 0) return handleName(world, world.runningHandle);
  return world.loops.some(({ state }) => state === 'running') ? 'the loop' : 'the main module';
}

export function handles(count: number): string {
  if (count === 0) return 'no handle';
  return count === 1 ? '1 handle' : `${count} handles`;
}
