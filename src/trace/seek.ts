/**
 * The World at a position: from the nearest keyframe, or from where the last question left off when that is nearer.
 * What is remembered makes the answer faster, never different.
 */
import { applyCursor } from './apply.ts';
import { type Keyframe, openKeyframe } from './keyframe.ts';
import { cloneWorld, emptyWorld, type MutableWorld } from './mutable-world.ts';
import { TraceCursor } from './reader.ts';
import type { TraceRecord } from './trace.ts';
import type { World } from './world.ts';

const WORLDS_KEPT = 16;

/** A World that goes forward through the chunks. */
interface Walker {
  readonly world: MutableWorld;
  cursor: TraceCursor | null;
  /** The chunk that the cursor reads. */
  chunk: number;
}

interface Memory {
  walker: Walker | null;
  /** The last answers, by position: the same question gives the same object. */
  readonly worlds: Map<number, World>;
}

const memories = new WeakMap<TraceRecord, Memory>();

export function seekWorld(record: TraceRecord, position: number): World {
  const memory = memories.get(record) ?? { walker: null, worlds: new Map() };
  memories.set(record, memory);
  const known = memory.worlds.get(position);
  if (known !== undefined) return known;
  const walker = walkerFor(record, memory.walker, position);
  memory.walker = walker;
  // The sentence about a step needs the World before it as well.
  while (walker.world.position < position - 1 && walk(record, walker));
  if (walker.world.position === position - 1) {
    keep(memory, cloneWorld(walker.world));
    walk(record, walker);
  }
  return keep(memory, cloneWorld(walker.world));
}

function keep({ worlds }: Memory, world: World): World {
  const known = worlds.get(world.position);
  if (known !== undefined) return known;
  worlds.set(world.position, world);
  for (const oldest of worlds.keys()) {
    if (worlds.size <= WORLDS_KEPT) break;
    worlds.delete(oldest);
  }
  return world;
}

function walkerFor(record: TraceRecord, current: Walker | null, position: number): Walker {
  const keyframe = keyframeFor(record, position);
  const isNearer = current !== null && current.world.position >= (keyframe?.entry.position ?? 0);
  if (isNearer && current.world.position <= position) return current;
  if (keyframe === undefined) return { world: emptyWorld(), cursor: null, chunk: -1 };
  const { entry } = keyframe;
  const chunk = record.chunks[entry.chunk];
  const count = chunk === undefined ? 0 : chunk.offset + chunk.count - entry.position;
  const cursor = chunk === undefined ? null : new TraceCursor({ bytes: chunk.bytes, at: entry.at, count }, record);
  return { world: openKeyframe(keyframe, record.packer), cursor, chunk: entry.chunk };
}

/** One event further; false at the end of what is recorded. */
function walk(record: TraceRecord, walker: Walker): boolean {
  while (walker.cursor === null || !walker.cursor.advance()) {
    const chunk = record.chunks[walker.chunk + 1];
    if (chunk === undefined) return false;
    walker.chunk++;
    walker.cursor = new TraceCursor({ bytes: chunk.bytes, at: 0, count: chunk.count }, record);
  }
  applyCursor(walker.world, walker.cursor);
  return true;
}

function keyframeFor({ keyframes }: TraceRecord, position: number): Keyframe | undefined {
  let low = 0;
  let high = keyframes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keyframes[middle]?.entry.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return keyframes[low - 1];
}
