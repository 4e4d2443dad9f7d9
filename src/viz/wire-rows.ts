/**
 * Connections, a row each: from the side that asked, on the left, to the host, on the right. A message stands as far along its
 * wire as its time has passed; what went wrong stands where it happened.
 */
import { bytesText, peerName } from '../trace/narrate-network.ts';
import type { Trouble } from '../trace/wires.ts';
import { durationText, shortLabel } from '../trace/words.ts';
import { type Connection, isOver, type Task, type WireMessage, type World } from '../trace/world.ts';
import { inFile } from './label-room.ts';
import { badgeHalf, fitted, SANS_12, withoutObjects } from './marks.ts';
import type { GlyphName, StateName } from './states.ts';

export const ROW = 52;
const TOKEN = { width: 112, height: 20 };
const TOKEN_NARROW = 76;
/** Wires shorter than this carry small tokens. */
const WAY_SHORT = 300;
const TOKEN_GAP = 4;
const MONO_11 = 7.2;
/** Between a box and what stands beside it on a wire. */
const AIR = 10;
/** A glyph and the air beside it. */
const GLYPH = 22;

export interface WireToken {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly hint: string;
  readonly isForward: boolean;
  /** Whether it arrived and is shown at its end. */
  readonly isThere: boolean;
}

/** The one who asked: the badge of a task, and its name. */
export interface WireEnd {
  readonly name: string;
  readonly hint: string;
  /** Null: no task. */
  readonly badge: { readonly letter: string; readonly hue: number; readonly half: number } | null;
}

/** A glyph and a word, where on the way it came to grief. `x`: where they begin; `y`: their middle. */
export interface TroubleMark {
  readonly x: number;
  readonly y: number;
  /** Of the glyph and the word together, on the ground of the page. */
  readonly width: number;
  readonly glyph: GlyphName;
  readonly state: StateName;
  readonly text: string;
}

export interface WireRow {
  readonly key: string;
  /** What can be selected; 0: it is over. */
  readonly connection: number;
  readonly y: number;
  readonly from: WireEnd;
  readonly to: string;
  /** Its state. */
  readonly about: string;
  readonly state: Connection['state'];
  readonly note: string;
  /** A pipe: nothing comes back. */
  readonly isOneWay: boolean;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly WireToken[];
  readonly trouble: TroubleMark | null;
}

export interface RowPlace {
  readonly start: number;
  readonly end: number;
  readonly y: number;
  /** Width of the boxes. */
  readonly box: number;
}

export function wireRow(world: World, connection: Connection, place: RowPlace): WireRow {
  const { box, end, start, y } = place;
  return {
    key: `connection ${connection.id}`,
    connection: isOver(connection) ? 0 : connection.id,
    y,
    from: asker(world, connection, box),
    to: fitted(peerName(connection, connection.id), box - 12, SANS_12),
    about: fitted(connection.state, box - 12, SANS_12 - 0.6),
    state: connection.state,
    note: noteOf(world, connection),
    isOneWay: connection.kind === 'pipe',
    start,
    end,
    tokens: tokensOf(world, connection, place),
    trouble: connection.trouble === null ? null : troubleMark(connection.trouble, connection, place),
  };
}

/** What a task is called where its letter stands beside: the name it was given, else what it runs. */
export function taskTitle(task: Task): string {
  return /^Task-\d+$/.test(task.name) ? withoutObjects(shortLabel(task)) : task.name;
}

function asker(world: World, { client }: Connection, box: number): WireEnd {
  const task = world.tasks.get(client);
  if (task === undefined) {
    const name = 'the program';
    return { name: fitted(name, box - 12, SANS_12), hint: name, badge: null };
  }
  const { hue, letter } = task;
  const half = badgeHalf(letter);
  const title = taskTitle(task);
  const name = fitted(title, box - 2 * half - 18, SANS_12);
  return { name, hint: `${letter} ${title}`, badge: { letter, hue, half } };
}

/** What there is to say about the connection as a whole. */
export function noteOf(world: World, connection: Connection): string {
  const { dueUs, messages, reason, sentCount, state, trouble } = connection;
  if (state === 'connecting')
    return dueUs === null ? 'asked; nobody answers' : `asked; answer in ${durationText(dueUs - world.timeUs)}`;
  if (state === 'failed' || state === 'closed') return reason;
  const sent = sentCount === 1 ? '1 message' : `${sentCount} messages`;
  if (trouble !== null) return `${sent}; ${trouble.text}`;
  if (messages.length > 0) return `${sent}, ${messages.length} under way`;
  return state === 'half closed' ? `${sent}; one side is done` : sentCount === 0 ? 'open' : sent;
}

/** Who asked and gave up stands on the left; who refused, on the right; what got lost, between. */
export function troubleMark({ kind, text }: Trouble, { state }: Connection, { end, start, y }: RowPlace): TroubleMark {
  // A request that nobody waits for any more is told on the way back: there its answer should have come.
  const lane = y + (state === 'failed' || state === 'connecting' ? 12 : 34);
  const word = fitted(text, end - start - 2 * AIR - GLYPH, SANS_12);
  const width = GLYPH + [...word].length * SANS_12;
  switch (kind) {
    case 'time':
      return { x: start + AIR, y: lane, width, glyph: 'hourglass', state: 'blocked', text: word };
    case 'lost':
      return { x: (start + end - width) / 2, y: lane, width, glyph: 'falling-dot', state: 'dropped', text: word };
    case 'refused':
    case 'failed':
      return { x: end - AIR - width, y: lane, width, glyph: 'cross', state: 'failed', text: word };
  }
}

export function tokensOf(world: World, connection: Connection, { start, end, y }: RowPlace): readonly WireToken[] {
  const width = end - start < WAY_SHORT ? TOKEN_NARROW : TOKEN.width;
  const way = end - start - width;
  return [true, false].flatMap((isForward) => {
    const going = connection.messages.filter((message) => message.isForward === isForward);
    const last = connection.arrived.findLast((message) => message.isForward === isForward);
    const isShown = going.length === 0 && (isForward || connection.trouble === null);
    const shown = isShown && last !== undefined ? [last] : going;
    const shares = shown.map((message) => (isShown ? 1 : progress(world, message)));
    // What was sent first is in front, and what comes behind does not hide it.
    const places = inFile(
      shares.map((share) => way * share),
      { gap: width + TOKEN_GAP, least: 0 },
    );
    return places.map((place, index): WireToken => {
      const message = shown[index] as WireMessage;
      const more = index === places.length - 1 ? shown.length - places.length : 0;
      // Of those for which there is no room, the newest says what is going on.
      const label = labelOf(world, more === 0 ? message : (shown.at(-1) ?? message));
      return {
        key: `message ${message.id}`,
        x: start + (isForward ? place : way - place),
        y: y + (isForward ? 2 : 24),
        width,
        height: TOKEN.height,
        label: fittedWith(label, more === 0 ? '' : ` +${more}`, width - 6),
        hint: `${label}, ${bytesText(message.size)}`,
        isForward,
        isThere: isShown,
      };
    });
  });
}

/** What of the label fits before the end, which is never cut. */
function fittedWith(label: string, end: string, room: number): string {
  return `${fitted(label, room - end.length * MONO_11, MONO_11)}${end}`;
}

/** `2: GET /` for the second attempt. */
function labelOf(world: World, { label, request }: WireMessage): string {
  const attempt = world.requests.find(({ id }) => id === request)?.attempt ?? 1;
  return attempt === 1 ? label : `${attempt}: ${label}`;
}

/** 0 to 1: how much of its time has passed. */
function progress(world: World, { dueUs, sentUs }: WireMessage): number {
  // It will never be there: it hangs half way.
  if (dueUs === 0 && sentUs > 0) return 0.5;
  if (dueUs <= sentUs) return 1;
  return Math.max(0, Math.min(1, (world.timeUs - sentUs) / (dueUs - sentUs)));
}
