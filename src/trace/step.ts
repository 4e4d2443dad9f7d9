/** What every sentence is made from. */
import type { CodeInfo } from './events.ts';
import { isOfProcfile, threadName } from './process-names.ts';
import { handleName, taskName } from './words.ts';
import { isLoopOn, type World } from './world.ts';

const MAIN_THREAD = 1;

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
  if (isLoopOn(world)) return world.loops.length > 1 && world.threads.length > 0 ? loopName(world) : 'the loop';
  if (world.thread !== MAIN_THREAD) return threadName(world, world.thread);
  return isOfProcfile(world) ? 'the Procfile' : 'the main module';
}

function loopName(world: World): string {
  return `the loop of ${threadName(world, world.thread)}`;
}

export function handles(count: number): string {
  if (count === 0) return 'no handle';
  return count === 1 ? '1 handle' : `${count} handles`;
}
