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
export function dependenciesOf(world: World, waiter: number): readonly number[] {
  const known = dependencies.get(world) ?? gathered(world);
  dependencies.set(world, known);
  return known.get(waiter) ?? NOTHING;
}

const NOTHING: readonly number[] = [];
/** All of a World at once: there may be thousands, and many ask. */
const dependencies = new WeakMap<World, ReadonlyMap<number, readonly number[]>>();

function gathered(world: World): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const { awaitedBy, id, state } of world.futures.values()) {
    if (state !== 'pending') continue;
    for (const waiter of awaitedBy) {
      const own = found.get(waiter);
      if (own === undefined) found.set(waiter, [id]);
      else if (own.at(-1) !== id) own.push(id);
    }
  }
  return found;
}
