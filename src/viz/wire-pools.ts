/** Pools of connections, with their places and the line before them; and requests that were tried again, attempt by attempt. */
import { askerName, outcomeText, requestName, usedText } from '../trace/narrate-request.ts';
import type { Pool, Request } from '../trace/wires.ts';
import type { World } from '../trace/world.ts';
import type { Section } from './loop.ts';
import { badgeHalf, type CardMark, fitted, type Mark, SANS_12, secondsText } from './marks.ts';
import type { StateName } from './states.ts';
import { taskTitle } from './wire-rows.ts';

const HEADING = 22;
const CARD = { width: 148, height: 44 };
const GAP = 8;
/** Between two attempts, where a line joins them. */
const JOIN = 18;
/** Free places beyond these are told as a number. */
const FREE_MAX = 6;
const LINE_MAX = 24;
const CHAINS_MAX = 4;
/** Where words begin on a card, beside a glyph or a badge. */
const INSET = 26;

export function poolSections(world: World, width: number, top: number): Section {
  const marks: Mark[] = [];
  let y = top;
  for (const pool of world.pools) {
    if (!isUsed(pool)) continue;
    const section = poolSection(world, pool, { width, y });
    marks.push(...section.marks);
    y = section.bottom;
  }
  return { marks, bottom: y };
}

/** One that nobody uses has nothing to tell. */
export function isUsed({ users, waiters }: Pool): boolean {
  return users.length + waiters.length > 0;
}

interface Area {
  readonly width: number;
  readonly y: number;
}

function poolSection(world: World, pool: Pool, { width, y }: Area): Section {
  const { id, type, limit, perHost, users, waiters } = pool;
  const host = perHost === 0 ? '' : `, at most ${perHost} to one host`;
  const heading = headingMark(`pool ${id}`, `pool of ${type}: ${usedText(pool)} in use${host}`, y);
  const free = limit === 0 ? 0 : Math.max(0, limit - users.length);
  const places: readonly Mark[][] = [
    ...users.map((request, index) => requestCard(world, request, { look: 'running', key: `pool ${id} used ${index}` })),
    ...(free > FREE_MAX
      ? [[freeCard(`pool ${id} free`, `${free} places`)]]
      : Array.from({ length: free }, (_, index) => [freeCard(`pool ${id} free ${index}`, 'a place')])),
  ];
  const used = gridOf(places, { width, y: y + HEADING });
  if (waiters.length === 0) return { marks: [heading, ...used.marks], bottom: used.bottom + GAP };
  const line = waiters
    .slice(0, LINE_MAX)
    .map((request) => requestCard(world, request, { look: 'timer', key: `pool ${id} waiter ${request}` }));
  const more = waiters.length > LINE_MAX ? `, and ${waiters.length - LINE_MAX} more` : '';
  const note = noteMark(`pool ${id} line`, `in line for a connection, first come first${more}:`, used.bottom + 14);
  const rest = gridOf(line, { width, y: used.bottom + HEADING });
  return { marks: [heading, ...used.marks, note, ...rest.marks], bottom: rest.bottom + GAP };
}

/** Whose request it is, and what it asks for. */
function requestCard(world: World, id: number, { key, look }: Pick<CardMark, 'key' | 'look'>): Mark[] {
  const request = world.requests.find((each) => each.id === id);
  const task = world.tasks.get(request?.task ?? 0);
  const inset = task === undefined ? 12 : 16 + 2 * badgeHalf(task.letter);
  const name = task === undefined ? askerName(world, id) : taskTitle(task);
  const what = request?.label ?? '';
  const room = CARD.width - inset - 8;
  const card: CardMark = {
    kind: 'card',
    key,
    ...CARD,
    ...{ x: 0, y: 0, opacity: 1, inset, look, isNew: false },
    title: fitted(name, room, SANS_12 + 0.7),
    detail: fitted(what, room, SANS_12),
    hint: request === undefined ? name : `${name}: ${requestName(request)}`,
  };
  if (task === undefined) return [card];
  const { hue, letter } = task;
  const place = { x: 8 + badgeHalf(letter), y: CARD.height / 2, opacity: 1 };
  return [
    card,
    { kind: 'badge', key: `${key} badge`, ...place, task: task.id, letter, hue, name: taskTitle(task), isNew: false },
  ];
}

function freeCard(key: string, what: string): Mark {
  return {
    kind: 'card',
    key,
    ...CARD,
    ...{ x: 0, y: 0, opacity: 1, inset: 12, look: 'idle', isNew: false },
    title: 'free',
    detail: what,
    hint: `${what} of the pool: free`,
  };
}

/** Cells of marks that were placed at 0, in rows of as many as fit. */
function gridOf(cells: readonly (readonly Mark[])[], { width, y }: Area): Section {
  const columns = Math.max(1, Math.floor((width + GAP) / (CARD.width + GAP)));
  const marks = cells.flatMap((cell, index) => {
    const left = (index % columns) * (CARD.width + GAP);
    const top = y + Math.floor(index / columns) * (CARD.height + GAP);
    return cell.map((mark): Mark => ({ ...mark, x: mark.x + left, y: mark.y + top }));
  });
  return { marks, bottom: y + Math.ceil(cells.length / columns) * (CARD.height + GAP) };
}

/** Requests that were tried more than once, or failed: one row for each, its attempts joined. */
export function attemptSections(world: World, width: number, top: number): Section {
  const marks: Mark[] = [];
  let y = top;
  for (const chain of chainsOf(world).slice(-CHAINS_MAX)) {
    const [first] = chain;
    if (first === undefined) continue;
    const who = world.tasks.get(first.task);
    const name = who === undefined ? askerName(world, first.id) : `${who.letter} ${taskTitle(who)}`;
    marks.push(headingMark(`attempts ${first.id}`, `${requestName(first)} (${name})`, y));
    const section = attemptRow(chain, { width, y: y + HEADING });
    marks.push(...section.marks);
    y = section.bottom + GAP;
  }
  return { marks, bottom: y };
}

/** Attempts in order; the last of a chain is followed by no other. */
export function chainsOf({ requests }: Pick<World, 'requests'>): readonly (readonly Request[])[] {
  const continued = new Set(requests.map(({ again }) => again));
  const chains = requests.filter(({ id }) => !continued.has(id)).map((last) => chainOf(requests, last));
  return chains.filter((chain) => chain.length > 1 || isBad(chain[0]));
}

function chainOf(requests: readonly Request[], last: Request): readonly Request[] {
  const before = requests.find(({ id }) => id === last.again);
  return before === undefined ? [last] : [...chainOf(requests, before), last];
}

function isBad(request: Request | undefined): boolean {
  return request !== undefined && request.state !== 'asking' && request.state !== 'answered';
}

const LOOKS: Readonly<Record<Request['state'], StateName>> = {
  asking: 'waiting',
  answered: 'done',
  'timed out': 'blocked',
  refused: 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
};

function attemptRow(chain: readonly Request[], { width, y }: Area): Section {
  const columns = Math.max(1, Math.floor((width + JOIN) / (CARD.width + JOIN)));
  const marks = chain.flatMap((request, index): readonly Mark[] => {
    const { attempt, beganUs, endedUs, id, state, text } = request;
    const x = (index % columns) * (CARD.width + JOIN);
    const top = y + Math.floor(index / columns) * (CARD.height + GAP);
    const said = outcomeText({ state, text });
    const until = endedUs === 0 ? '' : ` – ${secondsText(endedUs)}`;
    const thing: Mark = {
      kind: 'thing',
      key: `attempt ${id}`,
      ...{ x, y: top, ...CARD, opacity: 1, isNew: false },
      title: `attempt ${attempt}`,
      detail: fitted(state === 'answered' ? text : said, CARD.width - INSET - 8, SANS_12),
      hint: `attempt ${attempt} ${said}, ${secondsText(beganUs)}${until}`,
      state: state === 'answered' && /^[45]/.test(text) ? 'failed' : LOOKS[state],
    };
    const isJoined = index > 0 && x > 0;
    if (!isJoined) return [thing];
    const join = { x: x - JOIN, y: top + CARD.height / 2, width: JOIN, height: 0, opacity: 1 };
    return [{ kind: 'join', key: `join ${id}`, ...join }, thing];
  });
  return { marks, bottom: y + Math.ceil(chain.length / columns) * (CARD.height + GAP) };
}

function headingMark(key: string, text: string, y: number): Mark {
  return { kind: 'text', key: `heading ${key}`, x: 0, y: y + 10, opacity: 1, text, look: 'heading' };
}

function noteMark(key: string, text: string, y: number): Mark {
  return { kind: 'text', key: `note ${key}`, x: 0, y, opacity: 1, text, look: 'note' };
}
