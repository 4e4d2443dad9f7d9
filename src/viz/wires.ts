/**
 * Connections and what is under way on them: from the side that asked, on the left, to the host, on the right. A message stands
 * as far along its wire as its time has passed. Tasks that wait for a free connection of a pool are in the lanes, not here.
 */
import { bytesText, peerName } from '../trace/narrate-network.ts';
import { durationText, taskName } from '../trace/words.ts';
import type { Connection, WireMessage, World } from '../trace/world.ts';

const ROW = 52;
const BOX = 132;
/** In a narrow pane, where the wires need the room. */
const BOX_NARROW = 96;
const EDGE = 12;
const TOKEN = { width: 112, height: 20 };
/** Below this width the boxes would leave no room for wires. */
const WIDTH_MIN = 360;
const WIDTH_WIDE = 620;

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

export interface WireRow {
  readonly key: string;
  readonly y: number;
  readonly from: string;
  readonly to: string;
  readonly state: Connection['state'];
  readonly note: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly WireToken[];
}

export interface WiresDrawing {
  readonly width: number;
  readonly height: number;
  readonly box: number;
  readonly rows: readonly WireRow[];
}

export function wires(world: World, width: number): WiresDrawing {
  const full = Math.max(width, WIDTH_MIN);
  const box = full < WIDTH_WIDE ? BOX_NARROW : BOX;
  const start = EDGE + box;
  const end = full - EDGE - box;
  const rows = world.connections.map((connection, index): WireRow => {
    const y = EDGE + index * ROW;
    return {
      key: `connection ${connection.id}`,
      y,
      from: userName(world, connection.client),
      to: peerName(connection, connection.id),
      state: connection.state,
      note: noteOf(world, connection),
      start,
      end,
      tokens: tokensOf(world, connection, { start, end, y }),
    };
  });
  return { width: full, height: EDGE * 2 + rows.length * ROW, box, rows };
}

function userName(world: World, task: number): string {
  return task === 0 ? 'the program' : taskName(world, task);
}

/** What there is to say about the connection as a whole. */
export function noteOf(world: World, connection: Connection): string {
  const { dueUs, messages, reason, sentCount, state } = connection;
  if (state === 'connecting')
    return dueUs === null ? 'asked; nobody answers' : `asked; answer in ${durationText(dueUs - world.timeUs)}`;
  if (state === 'failed' || state === 'closed') return reason;
  const sent = sentCount === 1 ? '1 message' : `${sentCount} messages`;
  if (messages.length > 0) return `${sent}, ${messages.length} under way`;
  return state === 'half closed' ? `${sent}; one side is done` : sentCount === 0 ? 'open' : sent;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly y: number;
}

function tokensOf(world: World, connection: Connection, { start, end, y }: Place): readonly WireToken[] {
  const token = (message: WireMessage, isThere: boolean): WireToken => {
    const way = end - start - TOKEN.width;
    const share = isThere ? 1 : progress(world, message);
    return {
      key: `message ${message.id}`,
      x: start + way * (message.isForward ? share : 1 - share),
      y: y + (message.isForward ? 2 : 24),
      ...TOKEN,
      label: message.label,
      hint: `${message.label}, ${bytesText(message.size)}`,
      isForward: message.isForward,
      isThere,
    };
  };
  const there = [true, false].flatMap((isForward) => {
    const last = connection.arrived.findLast((message) => message.isForward === isForward);
    const isCovered = connection.messages.some((message) => message.isForward === isForward);
    return last === undefined || isCovered ? [] : [token(last, true)];
  });
  return [...there, ...connection.messages.map((message) => token(message, false))];
}

/** 0 to 1: how much of its time has passed. */
function progress(world: World, { dueUs, sentUs }: WireMessage): number {
  if (dueUs <= sentUs) return 1;
  return Math.max(0, Math.min(1, (world.timeUs - sentUs) / (dueUs - sentUs)));
}
