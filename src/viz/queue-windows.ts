/** What a consumer may have in hand: a window with places, filled or free. What is acknowledged leaves its place. */
import type { Consumer, Envelope } from '../trace/brokers.ts';
import type { Window } from '../trace/windows.ts';
import type { Process, World } from '../trace/world.ts';
import { fitted } from './marks.ts';
import { timeoutLeft, unackedOf, worksOn } from './queue-file.ts';
import type { HeadMark, QueueMark, SlotMark } from './queue-marks.ts';
import { type TokenInput, tokenMark } from './queue-tokens.ts';

const LINE = 18;
const SLOT = { width: 32, least: 21, height: 22, gap: 4, row: 26 };
const ROWS_MAX = 2;
const CHARACTER = 6.2;

/** How much room it takes, whatever is in it. */
export function windowHeight({ prefetch }: Window, width: number): number {
  return prefetch < 0 ? LINE : LINE + rowsFor(prefetch, width) * SLOT.row + 2;
}

/** A little narrower, where all of them then stand in one row. */
function slotWidth(prefetch: number, width: number): number {
  const each = Math.floor((width + SLOT.gap) / Math.max(1, prefetch)) - SLOT.gap;
  return each >= SLOT.least ? Math.min(SLOT.width, each) : SLOT.width;
}

function acrossIn(prefetch: number, width: number): number {
  return Math.max(1, Math.floor((width + SLOT.gap) / (slotWidth(prefetch, width) + SLOT.gap)));
}

function rowsFor(prefetch: number, width: number): number {
  return Math.max(1, Math.min(ROWS_MAX, Math.ceil(prefetch / acrossIn(prefetch, width))));
}

interface WindowPlace {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A line that says how full it is, and below it its places. */
export function windowMarks(
  input: TokenInput,
  process: Pick<Process, 'id'>,
  share: Window,
  place: WindowPlace,
): readonly QueueMark[] {
  const { world } = input;
  const consumer = world.consumers.find(({ id }) => share.consumers.includes(id));
  const held = unackedOf(world, share.consumers);
  const line: HeadMark = {
    ...{ kind: 'head', key: place.key, look: 'window', process: 0, opacity: 1 },
    ...{ x: place.x, y: place.y, width: place.width, height: LINE },
    text: windowText(share, consumer, held.length, place.width),
  };
  return share.prefetch < 0 ? [line] : [line, ...slotMarks(input, process, { share, consumer, held }, place)];
}

function windowText({ label, name }: Window, consumer: Consumer | undefined, held: number, width: number): string {
  const isOwnName = label !== '' && !/^(?:amq\.ctag-|ctag\d+\.|None\d*$|\d+$)/.test(label);
  const full = shareText(consumer, held);
  const who = isOwnName ? `${name}, ${label}` : name;
  return `${full} from ${fitted(who, width - (full.length + 6) * CHARACTER, CHARACTER)}`;
}

function shareText(consumer: Consumer | undefined, held: number): string {
  if (consumer === undefined) return held === 0 ? 'closed, none' : `closed, ${held}`;
  if (consumer.prefetch < 0) return 'acked on delivery';
  return consumer.prefetch === 0 ? `${held} of any number` : `${held} of ${consumer.prefetch}`;
}

interface Content {
  readonly share: Window;
  readonly consumer: Consumer | undefined;
  readonly held: readonly Envelope[];
}

function slotMarks(
  input: TokenInput,
  process: Pick<Process, 'id'>,
  { consumer, held, share }: Content,
  { key, width, x, y }: WindowPlace,
): readonly QueueMark[] {
  const across = acrossIn(share.prefetch, width);
  const each = slotWidth(share.prefetch, width);
  const room = across * rowsFor(share.prefetch, width);
  const places = Math.max(held.length, consumer?.prefetch ?? 0) + (consumer?.prefetch === 0 ? 1 : 0);
  const shown = places > room ? room - 1 : places;
  const at = (index: number) => ({
    x: x + (index % across) * (each + SLOT.gap),
    y: y + LINE + Math.floor(index / across) * SLOT.row,
    width: each,
    height: SLOT.height,
  });
  const slot = (index: number, look: SlotMark['look'], text: string): SlotMark => ({
    ...{ kind: 'slot', key: `${key} place ${index}`, look, text, opacity: 1, ...at(index) },
  });
  const marks = Array.from({ length: shown }, (_, index): QueueMark => {
    const envelope = held[index];
    if (envelope === undefined) return slot(index, consumer?.prefetch === 0 ? 'endless' : 'free', '');
    if (isElsewhere(input.world, envelope, process.id)) return slot(index, 'out', String(envelope.id));
    const isRunning = envelope.state === 'running';
    const spoken = isRunning ? `${envelope.consumer} works on it` : 'delivered, not acknowledged';
    const left = timeoutLeft(input.world, envelope);
    return tokenMark(input, envelope, { ...at(index), look: isRunning ? 'running' : 'held', left, spoken });
  });
  if (shown === places) return marks;
  const more: HeadMark = {
    ...{ kind: 'head', key: `${key} more`, look: 'more', process: 0, opacity: 1, ...at(room - 1) },
    text: `+${places - shown}`,
  };
  return [...marks, more];
}

/** A child of the process works on it, and has its token. */
export function isElsewhere(world: World, envelope: Envelope, process: number): boolean {
  const children = new Set(world.processes.flatMap(({ id, parent }) => (parent === process ? [id] : [])));
  return worksOn(world, envelope).some(({ by }) => children.has(by.process));
}
