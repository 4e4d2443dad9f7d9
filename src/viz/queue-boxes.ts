/** Processes around the channels: what each does now, and the messages that it has in hand. */
import { type Envelope, isOverEnvelope, queueOf } from '../trace/brokers.ts';
import { endedText } from '../trace/ended-text.ts';
import type { Lives } from '../trace/life.ts';
import type { Window } from '../trace/windows.ts';
import type { Connection, Process, World } from '../trace/world.ts';
import { firstFitting, secondsText } from './marks.ts';
import { isAcking, worksOn } from './queue-file.ts';
import type { BoxMark, HeadMark, QueueMark, TokenMark } from './queue-marks.ts';
import { boxName, isLetterBox, lineOf } from './queue-roles.ts';
import { type TokenInput, tokenMark, tokenWidth } from './queue-tokens.ts';
import { windowHeight, windowMarks } from './queue-windows.ts';

const HEAD = 44;
const HANDS = 30;
const CHILD_HEAD = 24;
/** What the name of a child leaves for what it does. */
const CHILD_NAME = 74;
const WINDOW_END = 4;
const WINDOWS_MAX = 4;
/** A call of a task of Celery is longer than other labels. */
const CALL_MAX = 220;
export const BOX_GAP = 10;
const INSET = 8;
const TOKEN = { height: 22, least: 34, gap: 4 };
const MORE = 30;
/** Width of a character of what is below a name. */
const DETAIL = 6.3;

export type BoxRole = 'client' | 'server' | 'worker' | 'child';

export interface BoxPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** As high in the whole run, whatever is in it. A client has nothing in hand. */
export function boxHeight({ lives }: TokenInput, { id }: Pick<Process, 'id'>, role: BoxRole, width: number): number {
  if (role === 'client') return HEAD;
  if (role === 'child') return CHILD_HEAD + HANDS;
  const windows = windowsOf(lives, id);
  const used = windows.reduce((sum, share) => sum + windowHeight(share, width - 2 * INSET), 0);
  return HEAD + used + (hasHands(lives, id) ? HANDS : WINDOW_END);
}

/** Where all that it has in hand stands in windows, there is nothing below them. */
function hasHands(lives: Lives, process: number): boolean {
  const windows = windowsOf(lives, process);
  return windows.length === 0 || lives.deeds.get(process)?.works === true;
}

/** Further ones are left out. */
function windowsOf({ windows }: Lives, process: number): readonly Window[] {
  return (windows.get(process) ?? []).filter((share) => !isLetterBox(share)).slice(0, WINDOWS_MAX);
}

export function boxMarks(
  input: TokenInput,
  process: Process,
  place: BoxPlace & { readonly role: BoxRole; readonly isOnPath: boolean },
): readonly QueueMark[] {
  const { lives, world } = input;
  const { isOnPath, role, width, x, y } = place;
  const held = role === 'client' ? [] : heldBy(input, process);
  const isDead = process.status !== null;
  const box: BoxMark = {
    ...{
      kind: 'box',
      key: `process ${firstInLine(world, process.id)}`,
      process: process.id,
      opacity: 1,
    },
    ...{ x, y, width, height: boxHeight(input, process, role, width), isOnPath, isChild: role === 'child' },
    name: role === 'child' ? `child ${boxName(world, process.id)}` : boxName(world, process.id),
    detail: isDead
      ? deadText(process)
      : role === 'client'
        ? clientText(world, process.id)
        : aliveText(input, process.id, held, {
            isChild: role === 'child',
            room: width - 2 * INSET - (role === 'child' ? CHILD_NAME : 0),
          }),
    look:
      process.status === 0 ? 'over' : isDead ? 'dead' : runningIn(world, process.id, held).length > 0 ? 'busy' : 'idle',
  };
  if (role === 'client') return [box];
  const inside = { x: x + INSET, width: width - 2 * INSET };
  let top = y + (role === 'child' ? CHILD_HEAD : HEAD);
  const windows = windowsOf(lives, process.id).flatMap((share, index) => {
    const marks = windowMarks(input, process, share, { ...inside, y: top, key: `window ${process.id} ${index}` });
    top += windowHeight(share, inside.width);
    return marks;
  });
  const free = held.filter((envelope) => !isInWindow(input, process, envelope));
  const hands =
    free.length > 0
      ? handMarks(input, process, free, { ...place, y: top })
      : toldMarks(world, process, { ...inside, y: top });
  return [box, ...windows, ...hands];
}

/** What the broker said to it last. */
function toldMarks({ answers, brokers }: World, { id }: Process, { width, x, y }: BoxPlace): readonly HeadMark[] {
  const told = answers.find(({ process }) => process === id);
  if (told === undefined || !brokers.some(({ id: broker, isOpen }) => broker === told.broker && isOpen)) return [];
  const { answer, label, text } = told;
  const look = answer === 'confirmed' ? 'told' : 'reason';
  const why = text === '' ? '' : answer === 'confirmed' ? `, in ${text}` : `, ${text}`;
  const said = `${answer}${why}: ${label}`;
  return [
    { kind: 'head', key: `told ${id}`, look, text: said, process: 0, opacity: 1, x, y, width, height: TOKEN.height },
  ];
}

/** It has a place in the window of a consumer of this process. */
function isInWindow({ lives }: TokenInput, { id }: Process, { consumerId, isUnacked }: Envelope): boolean {
  const windows = windowsOf(lives, id).filter(({ prefetch }) => prefetch >= 0);
  return isUnacked && windows.some(({ consumers }) => consumers.includes(consumerId));
}

function runningIn(world: World, process: number, held: readonly Envelope[]): readonly Envelope[] {
  return held.filter(
    (envelope) =>
      worksOn(world, envelope).some(({ by }) => by.process === process) ||
      (envelope.state === 'running' && envelope.reader?.process === process),
  );
}

function firstInLine(world: World, id: number): number {
  return lineOf(world.processes, id).at(-1) ?? id;
}

/** In the lower part of the box, side by side. */
function handMarks(
  input: TokenInput,
  process: Process,
  held: readonly Envelope[],
  { width, x, y }: BoxPlace,
): readonly QueueMark[] {
  const room = width - 2 * INSET;
  const fits = Math.max(1, Math.floor((room + TOKEN.gap) / (TOKEN.least + TOKEN.gap)));
  const shown = held.length <= fits ? held : held.slice(-Math.max(1, fits - 1));
  const isCut = shown.length < held.length;
  const most = shown.some(({ celeryTask }) => celeryTask !== '') ? CALL_MAX : undefined;
  const each = tokenWidth((room - (isCut ? MORE : 0)) / Math.max(1, shown.length) - TOKEN.gap, TOKEN.least, most);
  const top = y - 2;
  const tokens = shown.map((envelope, index): TokenMark => {
    const where = { x: x + INSET + index * (each + TOKEN.gap), y: top, width: each, height: TOKEN.height };
    const isLost = envelope.state === 'lost';
    const own = worksOn(input.world, envelope).find(({ by }) => by.process === process.id);
    const spoken = isLost
      ? 'lost with its process; there is no copy anywhere'
      : own !== undefined || envelope.state === 'running'
        ? `${own?.consumer ?? envelope.consumer} works on it`
        : `in the hands of ${boxName(input.world, envelope.reader?.process ?? 0)}`;
    // One that came back meanwhile stands elsewhere, too.
    const isSecond = own !== undefined && (envelope.state === 'queued' || envelope.works.at(-1) !== own);
    const key = isSecond ? `envelope ${envelope.id} by ${own.by.thread}` : `envelope ${envelope.id}`;
    const look = isLost ? 'lost' : own !== undefined && isOfAcking(input.world, envelope) ? 'running' : 'held';
    return tokenMark(input, envelope, { ...where, key, look, spoken });
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

function isOfAcking(world: World, { queue }: Envelope): boolean {
  const found = queueOf(world, queue);
  return found !== undefined && isAcking(world, found);
}

/** What it reads and works on, also what others have by now, and what came of a delivery that was acknowledged at once. */
function heldBy(input: TokenInput, process: Process): readonly Envelope[] {
  const { lives, world } = input;
  const { id, status } = process;
  const held = new Set(inHand(world, process));
  if (status !== null) return [...held];
  const atOnce = windowsOf(lives, id).flatMap(({ consumers, prefetch }) => (prefetch < 0 ? consumers : []));
  const isBusy = world.envelopes.some((each) => worksOn(world, each).some(({ by }) => by.process === id));
  return world.envelopes.filter((envelope) => {
    if (worksOn(world, envelope).some(({ by }) => by.process === id)) return true;
    const { consumerId, isUnacked, sinceUs, state } = envelope;
    // What a child has done with is in the window again until it is acknowledged.
    if (held.has(envelope)) return !isUnacked || consumerId === 0 || isInWindow(input, process, envelope);
    return state === 'acked' && atOnce.includes(consumerId) && (isBusy || sinceUs === world.timeUs);
  });
}

/** What it reads and works on, and what was lost with it or with those in whose place it stands. */
export function inHand(world: World, { id, replaces }: Pick<Process, 'id' | 'replaces'>): readonly Envelope[] {
  const line = replaces === 0 ? [id] : lineOf(world.processes, id);
  return world.envelopes.filter((envelope) => {
    const { reader, state } = envelope;
    if (reader === null || state === 'queued' || !line.includes(reader.process)) return false;
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

function aliveText(
  { lives, world }: TokenInput,
  id: number,
  held: readonly Envelope[],
  { isChild, room }: { readonly isChild: boolean; readonly room: number },
): string {
  const running = runningIn(world, id, held);
  const [first] = running;
  if (first !== undefined) {
    const more = running.length > 1 ? ` and ${running.length - 1} more` : '';
    const consumer = first.works.find(({ by }) => by.process === id)?.consumer ?? first.consumer;
    const names = [consumer, consumer.replace(/^.*[.]/, '')];
    const texts = names.map((name) => `runs ${name}${more}`);
    return firstFitting(texts, room, DETAIL);
  }
  const children = world.processes.filter(({ parent, status }) => parent === id && status === null).length;
  if (children > 0 && windowsOf(lives, id).length > 0)
    return children === 1 ? '1 child for its tasks' : `${children} children for its tasks`;
  if (isChild) return 'has nothing to do';
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
