/** Processes around the channels: what each does now, and the messages that it has in hand. */
import { type Envelope, isOverEnvelope, queueOf } from '../trace/brokers.ts';
import { endedText } from '../trace/ended-text.ts';
import type { Connection, Process, World } from '../trace/world.ts';
import { firstFitting, secondsText } from './marks.ts';
import type { BoxMark, HeadMark, QueueMark, TokenMark } from './queue-marks.ts';
import { boxName, lineOf } from './queue-roles.ts';
import { type TokenInput, tokenMark, tokenWidth } from './queue-tokens.ts';

const HEAD = 44;
const HANDS = 30;
export const BOX_GAP = 10;
const INSET = 8;
const TOKEN = { height: 22, least: 34, gap: 4 };
const MORE = 30;
/** Width of a character of what is below a name. */
const DETAIL = 6.3;

export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A client has nothing in hand. */
export function boxHeight(role: 'client' | 'server' | 'worker'): number {
  return role === 'client' ? HEAD : HEAD + HANDS;
}

export function boxMarks(
  input: TokenInput,
  process: Process,
  place: BoxPlace & {
    readonly role: 'client' | 'server' | 'worker';
    readonly isOnPath: boolean;
  },
): readonly QueueMark[] {
  const { world } = input;
  const { isOnPath, role, width, x, y } = place;
  const held = role === 'client' ? [] : inHand(world, process);
  const isDead = process.status !== null;
  const box: BoxMark = {
    ...{
      kind: 'box',
      key: `process ${firstInLine(world, process.id)}`,
      process: process.id,
      opacity: 1,
    },
    ...{ x, y, width, height: boxHeight(role), isOnPath },
    name: boxName(world, process.id),
    detail: isDead
      ? deadText(process)
      : role === 'client'
        ? clientText(world, process.id)
        : aliveText(world, process.id, held, width - 2 * INSET),
    look:
      process.status === 0 ? 'over' : isDead ? 'dead' : held.some(({ state }) => state === 'running') ? 'busy' : 'idle',
  };
  return [box, ...handMarks(input, held, place)];
}

function firstInLine(world: World, id: number): number {
  return lineOf(world.processes, id).at(-1) ?? id;
}

/** In the lower part of the box, side by side. */
function handMarks(input: TokenInput, held: readonly Envelope[], { width, x, y }: BoxPlace): readonly QueueMark[] {
  const room = width - 2 * INSET;
  const most = Math.max(1, Math.floor((room + TOKEN.gap) / (TOKEN.least + TOKEN.gap)));
  const shown = held.length <= most ? held : held.slice(-Math.max(1, most - 1));
  const isCut = shown.length < held.length;
  const each = tokenWidth((room - (isCut ? MORE : 0)) / Math.max(1, shown.length) - TOKEN.gap, TOKEN.least);
  const top = y + HEAD - 2;
  const tokens = shown.map((envelope, index): TokenMark => {
    const where = { x: x + INSET + index * (each + TOKEN.gap), y: top, width: each, height: TOKEN.height };
    const isLost = envelope.state === 'lost';
    const spoken = isLost
      ? 'lost with its process; there is no copy anywhere'
      : envelope.state === 'running'
        ? `${envelope.consumer} works on it`
        : `in the hands of ${boxName(input.world, envelope.reader?.process ?? 0)}`;
    return tokenMark(input, envelope, { ...where, look: isLost ? 'lost' : 'held', spoken });
  });
  if (!isCut) return tokens;
  const more: HeadMark = {
    ...{
      kind: 'head',
      key: `more ${x} ${y}`,
      look: 'more',
      process: 0,
      opacity: 1,
    },
    ...{ x: x + width - INSET - MORE, y: top, width: MORE, height: TOKEN.height },
    text: `+${held.length - shown.length}`,
  };
  return [...tokens, more];
}

/** What it reads and works on, and what was lost with it or with those in whose place it stands. */
export function inHand(world: World, { id, replaces }: Pick<Process, 'id' | 'replaces'>): readonly Envelope[] {
  const line = replaces === 0 ? [id] : lineOf(world.processes, id);
  return world.envelopes.filter((envelope) => {
    const { reader, state } = envelope;
    if (reader === null || !line.includes(reader.process)) return false;
    if (state === 'lost') return true;
    // Who reads its own channel has done with a message before time goes on.
    const isStale =
      state === 'taken' && envelope.sinceUs < world.timeUs && queueOf(world, envelope.queue)?.mouth === 'owner';
    return !isOverEnvelope(envelope) && reader.process === id && !isStale;
  });
}

/** Short: what it has lost stands below. */
function deadText({ sinceUs, status }: Process): string {
  const how = status === -9 ? 'killed' : status === 0 ? 'ended' : endedText(status ?? 0);
  return `${how} at ${secondsText(sinceUs)}`;
}

function aliveText(world: World, id: number, held: readonly Envelope[], room: number): string {
  const running = held.filter(({ state }) => state === 'running');
  const [first] = running;
  if (first !== undefined) {
    const more = running.length > 1 ? ` and ${running.length - 1} more` : '';
    const names = [first.consumer, first.consumer.replace(/^.*[.]/, '')];
    const texts = names.map((name) => `runs ${name}${more}`);
    return firstFitting(texts, room, DETAIL);
  }
  const open = world.connections.filter(
    (connection) =>
      isOpen(connection) && connection.serverHolders.includes(id) && !connection.clientHolders.includes(id),
  ).length;
  if (open > 0) return open === 1 ? '1 open connection' : `${open} open connections`;
  return waitText(world, id);
}

/** What it asked for and what it got, on the wire that it used last. */
function clientText(world: World, id: number): string {
  const own = world.connections.filter(
    ({ clientHolders, clientProcess }) => clientHolders.includes(id) || clientProcess === id,
  );
  const last = own.at(-1);
  if (last === undefined) return waitText(world, id);
  if (last.trouble !== null) return last.trouble.text;
  const said = [...last.arrived, ...last.messages].sort((a, b) => a.id - b.id).at(-1);
  if (said === undefined) return isOpen(last) ? 'connected' : last.reason || last.state;
  if (said.isForward) return isOpen(last) ? `waits: ${said.label}` : last.reason || last.state;
  return `got ${said.label}`;
}

function waitText(world: World, id: number): string {
  const thread = world.threads.find(({ process }) => process === id);
  if (thread === undefined) return '';
  if (thread.state !== 'waiting') return thread.state === 'ended' ? 'has ended' : 'runs';
  return thread.what === 'sleep' ? `sleeps until ${secondsText(thread.untilUs)}` : 'waits';
}

function isOpen({ state }: Connection): boolean {
  return state === 'open' || state === 'half closed' || state === 'connecting';
}
