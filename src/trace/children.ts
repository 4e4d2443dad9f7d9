/** Whom a gather, a wait or a shield stands for: drawn beside it, and followed when it is asked why a task waits. */
import type { World } from './world.ts';

/** What these stand for is told in Python's await graph as awaited by the task itself. */
const TOGETHER: ReadonlySet<string> = new Set(['gather', 'wait', 'shield']);

/** Pending tasks and futures behind a gather, a wait or a shield. */
export function childrenOf(world: World, id: number): readonly number[] {
  const own = dependenciesOf(world, id);
  const future = world.futures.get(id);
  if (own.length > 0 || future === undefined || !TOGETHER.has(future.label)) return own;
  const [waiter = 0] = future.waiters;
  return waiter === 0 ? [] : dependenciesOf(world, waiter).filter((child) => child !== id);
}

/** Pending tasks and futures that `waiter` depends on. */
function dependenciesOf(world: World, waiter: number): readonly number[] {
  const found: number[] = [];
  for (const { id, state, awaitedBy } of world.futures.values()) {
    if (state === 'pending' && awaitedBy.includes(waiter)) found.push(id);
  }
  return found;
}
