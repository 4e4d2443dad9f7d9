/**
 * Saved Worlds. A keyframe shares its pages with the World that goes on; what that one has replaced since then is
 * packed when the next keyframe is taken, so that in the end only the last keyframe consists of objects.
 */

import { cloneWorld, type MutableWorld } from './mutable-world.ts';
import type { Packer } from './pack.ts';
import type { Packed } from './table.ts';
import type { TraceEntry } from './trace.ts';

export interface Keyframe {
  readonly entry: TraceEntry;
  /** With empty queues. */
  readonly world: MutableWorld;
  readonly ready: Packed;
  readonly timers: Packed;
  readonly settled: Packed;
}

export function takeKeyframe(world: MutableWorld, entry: TraceEntry, packer: Packer): Keyframe {
  const { ready, timers, settled } = world;
  const saved = cloneWorld({ ...world, ready: [], timers: [], settled: [] });
  return { entry, world: saved, ready: packer.ids(ready), timers: packer.ids(timers), settled: packer.ids(settled) };
}

/** Of an earlier keyframe: packs the pages that `now` has no more. */
export function packReplaced({ world }: Keyframe, now: MutableWorld): void {
  world.handles.packReplaced(now.handles);
  world.tasks.packReplaced(now.tasks);
  world.futures.packReplaced(now.futures);
  world.coroutines.packReplaced(now.coroutines);
  world.syncs.packReplaced(now.syncs);
  world.scopes.packReplaced(now.scopes);
}

/** A World to go on from. */
export function openKeyframe({ world, ready, timers, settled }: Keyframe, packer: Packer): MutableWorld {
  const opened = cloneWorld(world);
  opened.ready = packer.readIds(ready);
  opened.timers = packer.readIds(timers);
  opened.settled = packer.readIds(settled);
  return opened;
}
