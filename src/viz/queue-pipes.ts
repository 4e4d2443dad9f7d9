/**
 * A channel is a pipe: as long as it has room, messages in the order in which they will leave, the next one at its mouth. The mouth
 * says who may read. What does not get in, or falls out unread, is told below it.
 */
import { type BrokerQueue, type Envelope, envelopeOf, type Mouth } from '../trace/brokers.ts';
import type { TraceEvent } from '../trace/events.ts';
import type { World } from '../trace/world.ts';
import { firstFitting } from './marks.ts';
import { backText, condensed, fileOf, fillText, ghostText, isAcking, timeoutLeft } from './queue-file.ts';
import type { HeadMark, PipeMark, TokenMark } from './queue-marks.ts';
import { boxName } from './queue-roles.ts';
import { type TokenInput, tokenMark, tokenWidth } from './queue-tokens.ts';

export const PIPE = { name: 19, bore: 28, note: 19, gap: 6 } as const;
export const PIPE_ROW = PIPE.name + PIPE.bore + PIPE.note + PIPE.gap;
/** How far a mouth stands out. */
export const MOUTH = 12;
const INSET = 4;
const TOKEN_HEIGHT = 22;
export const TOKEN_GAP = 4;
const TOKEN_MIN = 34;
/** Where those for which there is no room are counted. */
const MORE = 40;
/** Width of a character of what stands below a pipe. */
const NOTE = 6.2;
/** Room for a reason. */
const REASON = 60;
/** A call of a task, and when it comes back, are longer than other labels. */
const CALL_MAX = 150;
/** Wider places would be emptier than they look. */
const PLACE_MAX = 130;
/** A channel with room for so many is as long as the column. */
const LONGEST = 100;
const SHORTEST_SHARE = 0.45;

export interface PipePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Its owner stands left of it. */
  readonly isReadLeft: boolean;
}

export interface PipeMarks {
  readonly pipe: PipeMark;
  /** The next one to leave first. */
  readonly tokens: readonly TokenMark[];
  /** What is behind the last that is drawn; 0 nothing. */
  readonly more: number;
  readonly moreX: number;
  /** Beside what has just fallen out; or how many ghosts there is no room for. */
  readonly reason: HeadMark | null;
}

export function pipeMarks(input: TokenInput, queue: BrokerQueue, place: PipePlace): PipeMarks {
  const { event, world } = input;
  const side = place.isReadLeft ? ('left' as const) : ('right' as const);
  const length = (place.width - MOUTH) * lengthShare(queue.capacity);
  const x = side === 'left' ? place.x + MOUTH : place.x + place.width - MOUTH - length;
  const y = place.y + PIPE.name;
  const { capacity, mouth } = queue;
  const acks = isAcking(world, queue);
  const count = queue.items.length;
  const owner = world.processes.find(({ id }) => id === queue.owner);
  const broker = world.brokers.find(({ id }) => id === queue.broker);
  const isFallen = queue.lastDrop !== null && queue.lastDrop.position === world.position;
  const pipe: PipeMark = {
    ...{
      kind: 'pipe',
      key: `queue ${queue.id}`,
      queue: queue.id,
      x,
      y,
      width: length,
      height: PIPE.bore,
      opacity: 1,
    },
    ...{ name: queue.name, mouth, side, readers: isFallen ? '' : readersText(world, queue) },
    fill: acks ? fillText(queue) : capacity === 0 ? String(count) : `${count} / ${capacity}`,
    isFull: capacity > 0 && count >= capacity,
    places:
      !acks && capacity > 0 && length / capacity >= TOKEN_MIN + TOKEN_GAP && length / capacity <= PLACE_MAX
        ? capacity
        : 0,
    isEndless: capacity === 0,
    isDead: !queue.isOpen || broker?.isOpen === false || (mouth === 'owner' && (owner?.status ?? null) !== null),
    drops: isFallen ? '' : dropsText(queue, length - (readersText(world, queue).length + 3) * NOTE),
    isNew: isAbout(event, queue.id),
  };
  const file = tokensIn(input, queue, pipe);
  const token = isFallen ? fallen(input, queue, pipe) : null;
  if (token === null) return file;
  const reasonX = token.x + token.width + 6;
  const reason: HeadMark = {
    ...{
      kind: 'head',
      key: `reason ${queue.id}`,
      look: 'reason',
      text: token.note,
      process: 0,
      opacity: 1,
    },
    ...{ x: reasonX, y: token.y, width: Math.max(40, x + length - reasonX), height: token.height },
  };
  return { ...file, tokens: [...file.tokens, token], reason };
}

/** As long as the column for a hundred and more; the shortest for one. */
function lengthShare(capacity: number): number {
  if (capacity === 0 || capacity >= LONGEST) return 1;
  return SHORTEST_SHARE + (1 - SHORTEST_SHARE) * (Math.log(Math.max(1, capacity)) / Math.log(LONGEST));
}

/** All as wide as there is room for, down to a number alone; those that find none are counted at the end. */
function tokensIn(input: TokenInput, queue: BrokerQueue, pipe: PipeMark): PipeMarks {
  const { side, width, x, y } = pipe;
  const room = width - 2 * INSET;
  const file = fileOf(queue);
  const count = file.length;
  const most = Math.max(1, Math.floor((room + TOKEN_GAP) / (TOKEN_MIN + TOKEN_GAP)));
  const shown = count <= most ? count : Math.max(1, Math.floor((room - MORE) / (TOKEN_MIN + TOKEN_GAP)));
  // Where places are drawn, each token stands in one.
  const sharers = pipe.places > 0 ? pipe.places : Math.max(1, shown);
  const each = tokenWidth(
    ((count <= most ? room : room - MORE) + TOKEN_GAP) / sharers - TOKEN_GAP,
    TOKEN_MIN,
    isAcking(input.world, queue) ? CALL_MAX : undefined,
  );
  const at = (index: number): number => {
    const from = INSET + index * (each + TOKEN_GAP);
    return side === 'left' ? x + from : x + width - from - each;
  };
  const noun = isAcking(input.world, queue) ? 'queue' : 'channel';
  const { shown: places, skipped } = condensed(file, shown);
  const ghosts = places.filter(({ isGhost }) => isGhost).length;
  const tokens = places.flatMap((place, index) => {
    const envelope = envelopeOf(input.world, place.envelope);
    if (envelope === undefined) return [];
    // What is left out between has a place.
    const nth = skipped > 0 && index >= ghosts ? index + 1 : index;
    const where = { x: at(nth), y: y + (PIPE.bore - TOKEN_HEIGHT) / 2, width: each, height: TOKEN_HEIGHT };
    if (place.isGhost) return [ghostMark(input, envelope, where)];
    const number = index < ghosts ? index + 1 : index + 1 + skipped;
    const spoken = `${number === 1 ? 'next' : `number ${number}`} of ${count} in ${noun} ${queue.name}`;
    return [tokenMark(input, envelope, { ...where, look: 'queued', spoken })];
  });
  const end = INSET + shown * (each + TOKEN_GAP);
  return {
    pipe,
    tokens,
    reason: skipped === 0 ? null : between(queue, skipped, { x: at(ghosts), y, width: each }),
    more: count - places.length - skipped,
    moreX: side === 'left' ? x + end : x + width - end - MORE + TOKEN_GAP,
  };
}

/** How many ghosts are left out here. */
function between({ id }: BrokerQueue, skipped: number, { width, x, y }: Pick<HeadMark, 'x' | 'y' | 'width'>): HeadMark {
  const place = { x, y: y + (PIPE.bore - TOKEN_HEIGHT) / 2, width, height: TOKEN_HEIGHT };
  return { kind: 'head', key: `skipped ${id}`, look: 'more', text: `+${skipped}`, process: 0, opacity: 1, ...place };
}

/** It has been delivered, and would come back here. */
function ghostMark(
  input: TokenInput,
  envelope: Envelope,
  where: Pick<TokenMark, 'x' | 'y' | 'width' | 'height'>,
): TokenMark {
  const left = timeoutLeft(input.world, envelope);
  const ghost = tokenMark(input, envelope, { ...where, look: 'ghost', left, spoken: ghostText(input.world, envelope) });
  const back = backText(input.world, envelope);
  return { ...ghost, key: `ghost ${envelope.id}`, label: back === '' ? ghost.label : back };
}

/** Below the pipe, where it fell out: those that got in at the mouth, the others where they would have gone in. */
function fallen(input: TokenInput, queue: BrokerQueue, pipe: PipeMark): TokenMark | null {
  const { event, world } = input;
  const { side, width, x, y } = pipe;
  const drop = queue.lastDrop;
  if (drop === null) return null;
  const each = Math.min(110, width / 2);
  const isOut = event?.kind === 'envelope.removed' || event?.kind === 'envelope.deadLettered';
  const isRight = (side === 'right') === isOut;
  const where = {
    ...{
      x: isRight ? x + width - REASON - each : x + INSET,
      y: y + PIPE.bore + 2,
      width: each,
      height: TOKEN_HEIGHT - 2,
    },
    look: 'fallen' as const,
    note: drop.reason,
  };
  const envelope = isOut ? envelopeOf(world, event.envelope) : undefined;
  if (envelope !== undefined)
    return tokenMark(input, envelope, {
      ...where,
      spoken: envelope.reader === null ? `fell out unread: ${drop.reason}` : `given up: ${drop.reason}`,
    });
  const group = event?.kind === 'envelope.refused' ? event.group : '';
  return {
    ...{
      kind: 'token',
      key: `refused ${queue.id}`,
      envelope: 0,
      label: drop.label,
      hue: 0,
      left: null,
      opacity: 1,
    },
    ...where,
    spoken: `${drop.label} did not get into ${isAcking(world, queue) ? 'queue' : 'channel'} ${queue.name}: ${drop.reason}`,
    note: group === '' ? drop.reason : `${drop.reason}: no copy`,
    ...{ isNew: true, isOnPath: false, isAgain: false },
  };
}

const READERS: Readonly<Record<Mouth, string>> = {
  many: 'many readers, unordered',
  single: 'one reader, in order',
  owner: 'only its owner reads, in order',
};

function readersText(world: World, queue: BrokerQueue): string {
  const { broker, id: own, isOpen, mouth, owner } = queue;
  if (!isOpen) return 'gone';
  const acks = isAcking(world, queue);
  if (world.brokers.some(({ id, isOpen: isThere }) => id === broker && !isThere))
    return acks ? 'its broker is down' : 'gone with its layer';
  if (acks) {
    const count = world.consumers.filter((consumer) => consumer.queue === own).length;
    if (count === 0) return 'nobody consumes';
    return count === 1 ? '1 consumer' : `${count} consumers, in turn`;
  }
  if (mouth !== 'owner' || owner === 0 || world.processes.length === 0) return READERS[mouth];
  const name = boxName(world, owner);
  const isDead = world.processes.some(({ id, status }) => id === owner && status !== null);
  return isDead ? `nobody may read: ${name} is dead` : `only ${name} reads, in order`;
}

/** `2 refused, 1 expired; last GET /5`, as much of it as there is room for. */
function dropsText(queue: BrokerQueue, room: number): string {
  const { deadLettered, dropped, expired, flushed, lastDrop, lost, rejected, returned } = queue;
  const counts = [
    [rejected, 'refused'],
    [dropped, 'dropped'],
    [expired, 'expired'],
    [flushed, 'flushed'],
    [lost, 'lost'],
    [deadLettered, 'given up'],
    [returned, 'came back'],
  ] as const;
  const all = counts.filter(([count]) => count > 0);
  if (all.length === 0) return '';
  const told = all.map(([count, word]) => `${count} ${word}`).join(', ');
  const sum = all.reduce((total, [count]) => total + count, 0);
  const last = lastDrop === null ? told : `${told}; last ${lastDrop.label}`;
  return firstFitting([last, told, `${sum} fell out`], room, NOTE);
}

function isAbout(event: TraceEvent | null, queue: number): boolean {
  return event !== null && 'queue' in event && event.queue === queue;
}
