/**
 * Channel layers at a position, in columns: clients, protocol servers, the layer with its channels as pipes, workers. Where there is
 * no room for columns they stand one below the other. A message is one token, wherever it is: so it can be seen to move.
 */
import type { BrokerQueue } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import { lineageOf } from '../trace/lineage.ts';
import type { Life, Lives } from '../trace/lives.ts';
import type { Process, World } from '../trace/world.ts';
import { BOX_GAP, boxHeight, boxMarks } from './queue-boxes.ts';
import { type Columns, columnsOf } from './queue-columns.ts';
import { groupMarks } from './queue-groups.ts';
import { linkMarks } from './queue-links.ts';
import type { HeadMark, QueueDrawing, QueueMark } from './queue-marks.ts';
import { PIPE_ROW, pipeMarks } from './queue-pipes.ts';
import { boxName, type Cast, castOf } from './queue-roles.ts';
import { huesOf, type TokenInput } from './queue-tokens.ts';

const HEAD = 26;
const SECTION_GAP = 12;
const MORE_HEIGHT = 22;

export interface QueuesInput {
  readonly world: World;
  /** That led to the position; null at the start. */
  readonly event: TraceEvent | null;
  readonly lives: Lives;
  readonly width: number;
  /** The envelope whose life is shown; 0 none. */
  readonly selected: number;
}

export function queueDrawing({ event, lives, selected, width, world }: QueuesInput): QueueDrawing {
  const lineage = selected === 0 ? [] : lineageOf(lives, selected);
  const path = new Set(lineage.map(({ envelope }) => envelope));
  const input: TokenInput = { world, event, path, hues: huesOf(lives) };
  const cast = castOf(world, lives);
  const columns = columnsOf(cast, width);
  const pencil = new Pencil();
  const touched = touchedBy(lineage);
  const box = (process: Process, role: 'client' | 'server' | 'worker', place: Area): number => {
    pencil.add(...boxMarks(input, process, { ...place, role, isOnPath: touched.has(process.id) }));
    return boxHeight(role) + BOX_GAP;
  };
  const boxes = (
    title: string,
    processes: readonly Process[],
    role: 'client' | 'server' | 'worker',
    at: Area,
  ): number => {
    if (processes.length === 0) return at.y;
    const { across, each } = gridOf(columns, at.width);
    pencil.add(headMark(`column ${role}`, title, at));
    let y = at.y + HEAD;
    let row = 0;
    for (const [index, process] of processes.entries()) {
      const column = index % across;
      row = box(process, role, { x: at.x + column * (each + BOX_GAP), y, width: each });
      if (column === across - 1) y += row;
    }
    return processes.length % across === 0 ? y : y + row;
  };
  const { clients, layer, servers, workers } = columns;
  const below = (y: number, area: Area): Area =>
    columns.isStacked ? { ...area, y: y === 0 ? 0 : y + SECTION_GAP } : area;
  const ends = [boxes('clients', cast.clients, 'client', below(0, clients))];
  ends.push(boxes(cast.serversTitle, cast.servers, 'server', below(ends.at(-1) ?? 0, servers)));
  ends.push(layerMarks(input, cast, { pencil, at: below(ends.at(-1) ?? 0, layer) }));
  ends.push(boxes('workers', cast.workers, 'worker', below(ends.at(-1) ?? 0, workers)));
  const links = columns.isStacked ? [] : linkMarks({ world, event, lineage, marks: pencil.marks });
  return { width, height: Math.max(...ends), marks: [...links, ...pencil.marks] };
}

/** Collects what is drawn, in the order in which it is read. */
class Pencil {
  readonly marks: QueueMark[] = [];

  add(...marks: readonly QueueMark[]): void {
    this.marks.push(...marks);
  }
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** One box below the other; where columns are stacked, as many beside each other as fit. */
function gridOf({ isStacked }: Columns, width: number): { readonly across: number; readonly each: number } {
  const across = isStacked ? Math.max(1, Math.floor((width + BOX_GAP) / (BOX_MIN + BOX_GAP))) : 1;
  return { across, each: Math.floor((width - (across - 1) * BOX_GAP) / across) };
}

const BOX_MIN = 150;

function headMark(key: string, text: string, { width, x, y }: Area, look: HeadMark['look'] = 'column'): HeadMark {
  const height = look === 'more' ? MORE_HEIGHT : HEAD - 4;
  return { kind: 'head', key, text, look, process: 0, x, y, width, height, opacity: 1 };
}

function touchedBy(lineage: readonly Life[]): ReadonlySet<number> {
  return new Set(
    lineage.flatMap(({ answered, asked, events }) => [
      ...events.filter(({ kind }) => kind !== 'removed').map(({ process }) => process),
      ...[asked, answered].flatMap((wire) => (wire === null ? [] : [wire.peer])),
    ]),
  );
}

/** Gives where it ends. */
function layerMarks(
  input: TokenInput,
  cast: Cast,
  { at, pencil }: { readonly pencil: Pencil; readonly at: Area },
): number {
  const { event, world } = input;
  const isServer = new Set(cast.servers.map(({ id }) => id));
  pencil.add(headMark('column layer', world.brokers.length > 1 ? 'channel layers' : 'channel layer', at));
  let y = at.y + HEAD;
  for (const broker of world.brokers) {
    const queues = world.queues.filter((queue) => queue.broker === broker.id);
    const groups = world.groups.filter((group) => group.broker === broker.id);
    const head = headMark(
      `broker ${broker.id}`,
      brokerText(world, broker),
      { ...at, y },
      broker.isOpen ? 'broker' : 'closed',
    );
    pencil.add({ ...head, process: world.processes.length === 0 ? 0 : broker.process });
    y += HEAD - 2;
    const shown = shownQueues(queues);
    for (const queue of shown) {
      const place = {
        ...at,
        y,
        isReadLeft: queue.mouth === 'owner' && (queue.owner === 0 || isServer.has(queue.owner)),
      };
      const { more, moreX, pipe, reason, tokens } = pipeMarks(input, queue, place);
      pencil.add(pipe, ...tokens, ...(reason === null ? [] : [reason]));
      const counted = { x: moreX, y: pipe.y + (pipe.height - MORE_HEIGHT) / 2, width: 38 };
      if (more > 0) pencil.add(headMark(`more ${queue.id}`, `+${more}`, counted, 'more'));
      y += PIPE_ROW;
    }
    const left = queues.length - shown.length;
    if (left > 0) {
      pencil.add(headMark(`queues ${broker.id}`, `and ${left} more channels, all empty`, { ...at, y }, 'more'));
      y += MORE_HEIGHT + 4;
    }
    for (const group of groups) {
      const { bottom, marks } = groupMarks(world, event, group, { ...at, y });
      pencil.add(...marks);
      y = bottom;
    }
    y += SECTION_GAP;
  }
  return y;
}

/** More than these are drawn only where they hold something. */
const QUEUES_MAX = 12;

function shownQueues(queues: readonly BrokerQueue[]): readonly BrokerQueue[] {
  if (queues.length <= QUEUES_MAX) return queues;
  const full = queues.filter(({ items }) => items.length > 0);
  const chosen = new Set(
    [...full, ...queues.filter(({ items }) => items.length === 0)].slice(0, Math.max(QUEUES_MAX, full.length)),
  );
  return queues.filter((queue) => chosen.has(queue));
}

function brokerText(world: World, { isOpen, label, process, reason, type }: World['brokers'][number]): string {
  const name = `${type}${label === '' || label === type ? '' : ` ${label}`}`;
  if (!isOpen) return reason === 'lost' ? `${name}: gone` : `${name}: gone, ${reason}`;
  return world.processes.length === 0 ? name : `${name}, in the memory of ${boxName(world, process)}`;
}
