/**
 * Channel layers at a position, in columns: clients, protocol servers, the layer with its channels as pipes, workers. Where there is
 * no room for columns they stand one below the other. A message is one token, wherever it is: so it can be seen to move.
 */
import type { Broker, BrokerQueue } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { Life, Lives } from '../trace/life.ts';
import { lineageOf } from '../trace/lineage.ts';
import { isOfProcfile } from '../trace/process-names.ts';
import { FIRST_PROCESS, type Process, type World } from '../trace/world.ts';
import { BOX_GAP, type BoxRole, boxHeight, boxMarks } from './queue-boxes.ts';
import { canvasMarks } from './queue-canvases.ts';
import { type Columns, columnsOf } from './queue-columns.ts';
import { exchangeMarks, shownExchanges } from './queue-exchanges.ts';
import { groupMarks } from './queue-groups.ts';
import { linkMarks } from './queue-links.ts';
import type { HeadMark, QueueDrawing, QueueMark } from './queue-marks.ts';
import { PIPE_ROW, pipeMarks } from './queue-pipes.ts';
import { boxName, type Cast, castOf, isLetterBox, lineOf } from './queue-roles.ts';
import { resultMarks } from './queue-tasks.ts';
import { huesOf, type TokenInput } from './queue-tokens.ts';

const HEAD = 26;
const SECTION_GAP = 12;
const CHILD_INSET = 14;
const CHILD_GAP = 4;
/** Of exchanges and the lines from them to queues. */
const EXCHANGES = { share: 0.3, least: 150, most: 230, gap: 54, from: 420 };
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
  const input: TokenInput = { world, event, lives, path, hues: huesOf(lives) };
  const cast = castOf(world, lives);
  const wants = { hasWindows: lives.windows.size > 0, hasExchanges: lives.exchanges.size > 0 };
  const columns = columnsOf(cast, width, wants);
  const pencil = new Pencil();
  const touched = touchedBy(lineage);
  const box = (process: Process, role: BoxRole, place: Area): number => {
    pencil.add(...boxMarks(input, process, { ...place, role, isOnPath: touched.has(process.id) }));
    let used = boxHeight(input, process, role, place.width);
    const line = lineOf(world.processes, process.id);
    for (const child of role === 'worker' ? cast.children.filter(({ parent }) => line.includes(parent)) : []) {
      const inset = { x: place.x + CHILD_INSET, y: place.y + used + CHILD_GAP, width: place.width - CHILD_INSET };
      pencil.add(...boxMarks(input, child, { ...inset, role: 'child', isOnPath: touched.has(child.id) }));
      used += CHILD_GAP + boxHeight(input, child, 'child', inset.width);
    }
    return used + BOX_GAP;
  };
  const boxes = (title: string, processes: readonly Process[], role: BoxRole, at: Area): number => {
    if (processes.length === 0) return at.y;
    // Places of windows need the whole width.
    const isWide = role === 'worker' && wants.hasWindows;
    const { across, each } = isWide ? { across: 1, each: at.width } : gridOf(columns, at.width);
    pencil.add(headMark(`column ${role}`, title, at));
    let y = at.y + HEAD;
    let row = 0;
    for (const [index, process] of processes.entries()) {
      const column = index % across;
      const used = box(process, role, { x: at.x + column * (each + BOX_GAP), y, width: each });
      row = column === 0 ? used : Math.max(row, used);
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
  ends.push(
    boxes(
      lives.windows.size + lives.exchanges.size > 0 && lives.tries.size === 0 ? 'consumers' : 'workers',
      cast.workers,
      'worker',
      below(ends.at(-1) ?? 0, workers),
    ),
  );
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

interface LayerPlace {
  readonly pencil: Pencil;
  readonly at: Area;
}

/** Gives where it ends. */
function layerMarks(input: TokenInput, cast: Cast, { at, pencil }: LayerPlace): number {
  const { world } = input;
  const brokers = shownBrokers(world);
  pencil.add(headMark('column layer', layerTitle(brokers), at));
  let y = at.y + HEAD;
  for (const broker of brokers) {
    const text = brokerText(world, broker);
    const isShownAsProcess = world.processes.length > 0 && !isElsewhere(world, broker.process);
    const head = headMark(`broker ${broker.id}`, text, { ...at, y }, broker.isOpen ? 'broker' : 'closed');
    pencil.add({ ...head, process: isShownAsProcess ? broker.process : 0 });
    y = brokerMarks(input, cast, broker, { pencil, at: { ...at, y: y + HEAD - 2 } }) + SECTION_GAP;
  }
  const canvases = canvasMarks(input, { ...at, y });
  const results = resultMarks(input, { ...at, y: canvases.bottom });
  pencil.add(...canvases.marks, ...results.marks);
  return results.bottom;
}

function layerTitle(brokers: readonly Broker[]): string {
  const noun = brokers.some(({ isAcking: acks }) => acks) ? 'broker' : 'channel layer';
  return brokers.length > 1 ? `${noun}s` : noun;
}

/** A Redis that is there for tasks is a channel layer only where somebody uses it so. */
function shownBrokers({ brokers, queues }: Pick<World, 'brokers' | 'queues'>): readonly Broker[] {
  const isUsed = (id: number) => queues.some(({ broker }) => broker === id);
  return brokers.some(({ isAcking: acks }) => acks)
    ? brokers.filter(({ id, isAcking: acks }) => acks || isUsed(id))
    : brokers;
}

/** Exchanges, queues, groups. Gives where they end. */
function brokerMarks(input: TokenInput, cast: Cast, broker: Broker, { at, pencil }: LayerPlace): number {
  const { event, lives, world } = input;
  const exchanges = shownExchanges(world, broker.id, lives.exchanges.get(broker.id) ?? new Set());
  const isBeside = exchanges.length > 0 && at.width >= EXCHANGES.from;
  const wide = isBeside ? clamp(at.width * EXCHANGES.share, EXCHANGES.least, EXCHANGES.most) : at.width;
  let end = at.y + (isBeside ? BESIDE_TOP : 0);
  for (const exchange of exchanges) {
    const { bottom, marks } = exchangeMarks(world, event, exchange, { x: at.x, y: end, width: wide, isBeside });
    pencil.add(...marks);
    end = bottom;
  }
  const indent = isBeside ? wide + EXCHANGES.gap : 0;
  const area = { x: at.x + indent, y: isBeside ? at.y : end, width: at.width - indent };
  return Math.max(end, queueMarks(input, cast, broker, { pencil, at: area }));
}

/** As far down as the name of the first queue. */
const BESIDE_TOP = 14;

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(most, value)));
}

function queueMarks(input: TokenInput, cast: Cast, broker: Broker, { at, pencil }: LayerPlace): number {
  const { event, world } = input;
  const isServer = new Set(cast.servers.map(({ id }) => id));
  const readers = ({ id }: BrokerQueue): readonly number[] =>
    [...input.lives.windows].flatMap(([process, windows]) =>
      windows.some(({ queue }) => queue === id) ? [process] : [],
    );
  const used = new Set([...input.lives.byEnvelope.values()].map(({ queue }) => queue));
  const queues = world.queues.filter(
    (queue) =>
      queue.broker === broker.id && (queue.isOpen || !broker.isAcking) && (used.has(queue.id) || !isLetterBox(queue)),
  );
  let { y } = at;
  const shown = shownQueues(queues);
  for (const queue of shown) {
    const isOfServer = queue.mouth === 'owner' && (queue.owner === 0 || isServer.has(queue.owner));
    const isReadLeft = isOfServer || readers(queue).some((id) => isServer.has(id));
    const { more, moreX, pipe, reason, tokens } = pipeMarks(input, queue, { ...at, y, isReadLeft });
    pencil.add(pipe, ...tokens, ...(reason === null ? [] : [reason]));
    const counted = { x: moreX, y: pipe.y + (pipe.height - MORE_HEIGHT) / 2, width: 38 };
    if (more > 0) pencil.add(headMark(`more ${queue.id}`, `+${more}`, counted, 'more'));
    y += PIPE_ROW;
  }
  const left = queues.length - shown.length;
  if (left > 0) {
    const noun = broker.isAcking ? 'queues' : 'channels';
    pencil.add(headMark(`queues ${broker.id}`, `and ${left} more ${noun}, all empty`, { ...at, y }, 'more'));
    y += MORE_HEIGHT + 4;
  }
  for (const group of world.groups.filter((each) => each.broker === broker.id)) {
    const { bottom, marks } = groupMarks(world, event, group, { ...at, y });
    pencil.add(...marks);
    y = bottom;
  }
  return y;
}

/** More than these are drawn only where they hold something. */
const QUEUES_MAX = 12;

function shownQueues(queues: readonly BrokerQueue[]): readonly BrokerQueue[] {
  if (queues.length <= QUEUES_MAX) return queues;
  const full = queues.filter(({ items, unacked }) => items.length + unacked.length > 0);
  const chosen = new Set(
    [...full, ...queues.filter((queue) => !full.includes(queue))].slice(0, Math.max(QUEUES_MAX, full.length)),
  );
  return queues.filter((queue) => chosen.has(queue));
}

/** Nobody that the Procfile starts holds it: it is a service somewhere else. */
function isElsewhere(world: Pick<World, 'processes'>, process: number): boolean {
  return process === FIRST_PROCESS && isOfProcfile(world);
}

function brokerText(world: World, { isOpen, label, process, reason, type }: World['brokers'][number]): string {
  const name = `${type}${label === '' || label === type ? '' : ` ${label}`}`;
  if (!isOpen) return reason === 'lost' || reason === 'stopped' ? `${name}: gone` : `${name}: gone, ${reason}`;
  if (world.processes.length === 0) return name;
  if (isElsewhere(world, process)) return `${name}, not on this computer`;
  return type === 'RabbitMQ'
    ? `${name}, process ${boxName(world, process)}`
    : `${name}, in the memory of ${boxName(world, process)}`;
}
