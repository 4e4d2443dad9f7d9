/** The fold: the ready queue, as tasks and callbacks are taken from it. */
import type { MutableWorld } from './mutable-world.ts';

/** The loop takes a handle; cancelled ones before it were passed over. */
export function takeReady(world: MutableWorld, id: number): void {
  const handle = world.handles.edit(id);
  if (handle !== undefined) handle.state = 'running';
  while (isCancelled(world, world.ready[0])) forget(world, world.ready.shift());
  remove(world.ready, id);
}

export function isCancelled(world: MutableWorld, id: number | undefined): boolean {
  return id !== undefined && world.handles.get(id)?.state === 'cancelled';
}

export function forget(world: MutableWorld, id: number | undefined): void {
  if (id !== undefined) world.handles.delete(id);
}

export function remove(ids: number[], id: number): void {
  if (ids[0] === id) {
    ids.shift();
    return;
  }
  const index = ids.indexOf(id);
  if (index >= 0) ids.splice(index, 1);
}
