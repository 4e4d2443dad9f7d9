/**
 * The network at a position: above, the pools of connections and the requests that are tried again; below, a row for each
 * connection with what is under way on it.
 */
import { isOver, type World } from '../trace/world.ts';
import type { Drawing } from './marks.ts';
import { type ProcessWires, processWires } from './wire-graph.ts';
import { attemptSections, chainsOf, isUsed, poolSections } from './wire-pools.ts';
import { ROW, type WireRow, wireRow } from './wire-rows.ts';

const BOX = 148;
/** In a narrow pane, where the wires need the room. */
const BOX_NARROW = 96;
const EDGE = 12;
/** Below this width the boxes would leave no room for wires. */
const WIDTH_MIN = 360;
const WIDTH_WIDE = 620;
const BESIDE_MIN = 1000;
const ABOVE_SHARE = 0.4;

export interface WiresDrawing {
  /** Of the rows. */
  readonly width: number;
  readonly height: number;
  /** Pools and attempts stand left of the rows, not above them. */
  readonly isBeside: boolean;
  readonly box: number;
  readonly rows: readonly WireRow[];
  /** Where there are several processes, they are drawn in the place of the rows. */
  readonly processes: ProcessWires | null;
  /** What stands above the rows or left of them, inside of the edge. */
  readonly above: Drawing;
}

export function wires(world: World, width: number): WiresDrawing {
  const full = Math.max(width, WIDTH_MIN);
  const box = full < WIDTH_WIDE ? BOX_NARROW : BOX;
  const hasAbove = world.pools.some(isUsed) || chainsOf(world).length > 0;
  const isBeside = hasAbove && full >= BESIDE_MIN;
  const inner = (isBeside ? full * ABOVE_SHARE : full) - 2 * EDGE;
  const pools = poolSections(world, inner, EDGE);
  const attempts = attemptSections(world, inner, pools.bottom);
  const across = isBeside ? full * (1 - ABOVE_SHARE) : full;
  const start = EDGE + box;
  const end = across - EDGE - box;
  // What is over makes room for what goes on.
  const connections = [...world.connections].sort((a, b) => Number(isOver(a)) - Number(isOver(b)));
  const rows = connections.map((connection, index) =>
    wireRow(world, connection, { box, start, end, y: EDGE + index * ROW }),
  );
  const processes = world.processes.length > 1 ? processWires(world, across) : null;
  const marks = [...pools.marks, ...attempts.marks];
  return {
    width: processes?.width ?? across,
    isBeside,
    height: processes?.height ?? EDGE * 2 + rows.length * ROW,
    box,
    rows: processes === null ? rows : [],
    processes,
    above: { width: inner, height: marks.length === 0 ? 0 : attempts.bottom, marks },
  };
}
