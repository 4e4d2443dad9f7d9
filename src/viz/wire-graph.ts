/** Several processes at a position: who asks stands left of who answers, with what is between them; who has nothing open stands below. */
import type { World } from '../trace/world.ts';
import { columnsOf, type PlacedBox, placeColumns, placeRows } from './wire-columns.ts';
import { type WireLine, wireLine } from './wire-lines.ts';
import { processBoxes, type Tie } from './wire-processes.ts';

export interface ProcessWires {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly lines: readonly WireLine[];
  /** Processes that have ended and are not drawn. */
  readonly hidden: number;
}

const EDGE = 12;
const BELOW = 18;
const WIDE = 620;
const BOX = { wide: 240, narrow: 122 } as const;
const GAP = { wide: { least: 170, most: 380 }, narrow: { least: 114, most: 200 } } as const;
const COLUMNS_MAX = 4;

export function processWires(world: World, width: number): ProcessWires {
  const { boxes: specs, hidden, ties } = processBoxes(world);
  const look = width < WIDE ? 'narrow' : 'wide';
  const place = { width, edge: EDGE, box: BOX[look], gap: GAP[look] };
  const tied = specs.filter(({ ends }) => ends.length > 0);
  const keys = tied.map(({ key }) => key);
  const columns = columnsOf(keys, ties.map(arrowOf), COLUMNS_MAX).map((column) =>
    tied.filter(({ key }) => column.includes(key)),
  );
  const above = placeColumns(columns, { ...place, top: EDGE });
  const alone = specs.filter(({ ends }) => ends.length === 0);
  const top = tied.length === 0 ? EDGE : above.bottom + BELOW;
  const below = placeRows(alone, { ...place, top });
  const boxes = [...above.boxes, ...below.boxes];
  return {
    width: Math.max(above.width, below.width),
    height: (alone.length === 0 ? above.bottom : below.bottom) + EDGE,
    boxes,
    lines: ties.map((tie) => wireLine(world, tie, boxes)).filter((line) => line !== null),
    hidden,
  };
}

/** Who asked points to who answers; of a pipe, who was there first to the other. */
function arrowOf({ client, connection, server }: Tie): { readonly from: string; readonly to: string } {
  const isPlain = connection.kind !== 'pipe' && connection.kind !== 'pair';
  const isInOrder = isPlain || numberOf(client) < numberOf(server);
  return isInOrder ? { from: client, to: server } : { from: server, to: client };
}

/** Of `process 3`. */
function numberOf(key: string): number {
  return Number(key.split(' ')[1] ?? 0);
}
