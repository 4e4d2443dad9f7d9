/**
 * Processes as boxes: name, number, state, what they listen at, and the ends of the connections and pipes that they have open. Who is
 * a box, and what stands in it; where it stands is decided in `wire-columns.ts`, what runs between boxes in `wire-lines.ts`.
 */
import { endedText } from '../trace/ended-text.ts';
import { peerName } from '../trace/narrate-network.ts';
import { type Connection, isOver, type Process, type Thread, type World } from '../trace/world.ts';
import { secondsText } from './marks.ts';
import type { StateName } from './states.ts';
import type { BoxSpec, EndSpec } from './wire-columns.ts';
import { noteOf, taskTitle } from './wire-rows.ts';

/** A connection, or several that are over in the same way, with the boxes at its two ends. */
export interface Tie {
  readonly key: string;
  readonly connection: Connection;
  readonly count: number;
  /** Keys of boxes; the same where one process has both ends. */
  readonly client: string;
  readonly server: string;
}

const NO_BREAK = '\u00a0';

/** Of processes that have ended, so many are shown: the last. */
const ENDED_MAX = 6;

export interface Boxes {
  readonly boxes: readonly BoxSpec[];
  readonly ties: readonly Tie[];
  /** Processes that have ended and are not shown. */
  readonly hidden: number;
}

export function processBoxes(world: World): Boxes {
  const shown = shownProcesses(world);
  const lookUp = boxKeys(world, shown);
  const ties = tiesOf(world, lookUp);
  const boxes = shown.map((process) => processBox(world, process, ties));
  const elsewhere = [...new Set(ties.flatMap(({ client, server }) => [client, server]))].filter(
    (key) => !boxes.some((box) => box.key === key),
  );
  const replaced = new Set(world.processes.map(({ replaces }) => replaces));
  const all = world.processes.filter(({ id }) => !replaced.has(id));
  return {
    boxes: [...boxes, ...elsewhere.map((key) => placeBox(key, ties))],
    ties,
    hidden: all.length - shown.length,
  };
}

/** Those that run, and the last of the others; one in whose place another stands is told of there. */
function shownProcesses({ processes }: World): readonly Process[] {
  const replaced = new Set(processes.map(({ replaces }) => replaces));
  const own = processes.filter(({ id }) => !replaced.has(id));
  const ended = new Set(own.filter(({ status }) => status !== null).slice(0, -ENDED_MAX));
  return own.filter((process) => !ended.has(process));
}

/** Which box stands for a process; those that were replaced stand in the box of the last. Undefined: none. */
function boxKeys({ processes }: World, shown: readonly Process[]): (id: number) => string | undefined {
  const keys = new Map<number, string>();
  for (const { id } of shown) {
    let at: number = id;
    for (let left = processes.length; at !== 0 && left > 0; left--) {
      keys.set(at, processKey(id));
      at = processes.find((each) => each.id === at)?.replaces ?? 0;
    }
  }
  return (id) => keys.get(id);
}

export function processKey(id: number): string {
  return `process ${id}`;
}

function tiesOf(world: World, keyOf: (id: number) => string | undefined): readonly Tie[] {
  const ties: Tie[] = [];
  for (const connection of world.connections) {
    const ends = endsOf(connection);
    const client = keyOf(ends.client);
    const server = ends.server === 0 ? `place ${peerName(connection, connection.id)}` : keyOf(ends.server);
    if (client === undefined || server === undefined) continue;
    const tie = { key: `connection ${connection.id}`, connection, count: 1, client, server };
    const same = isOver(connection) ? ties.findIndex((other) => isAlike(other, tie)) : -1;
    const before = ties[same];
    if (before === undefined) ties.push(tie);
    else ties[same] = { ...tie, count: before.count + 1 };
  }
  return ties;
}

function isAlike(a: Tie, b: Tie): boolean {
  const isSame = a.connection.state === b.connection.state && a.connection.reason === b.connection.reason;
  return isSame && a.client === b.client && a.server === b.server && a.connection.kind === b.connection.kind;
}

/** Who is drawn at the two ends; 0: nobody of this computer. An end that several have open is that of the one that has not the other. */
export function endsOf(connection: Connection): { readonly client: number; readonly server: number } {
  const { clientHolders, clientProcess, kind, serverHolders, serverProcess } = connection;
  const client = clientHolders.includes(clientProcess) ? clientProcess : (clientHolders[0] ?? clientProcess);
  const server = serverHolders.includes(serverProcess) ? serverProcess : 0;
  if (kind === 'udp' || (kind === 'tcp' && serverHolders.length === 0)) return { client, server: serverProcess };
  const other = serverHolders.find((id) => id !== client);
  if (server !== 0 && server !== client) return { client, server };
  if (other !== undefined) return { client, server: other };
  const same = server || serverHolders[0] || serverProcess || client;
  return { client: clientHolders.find((id) => id !== same) ?? client, server: same };
}

function processBox(world: World, process: Process, ties: readonly Tie[]): BoxSpec {
  const { id, label, pid, replaces } = process;
  const key = processKey(id);
  const { state, words } = stateOf(world, process);
  const before = world.processes.find((each) => each.id === replaces);
  const again = before === undefined ? [] : [{ glyph: 'again' as const, text: restartedText(before) }];
  return {
    key,
    title: titleOf(process),
    hint: [`${label} (${pid})`, words, ...again.map(({ text }) => text)].join('; '),
    glyph: state,
    lines: [{ glyph: null, text: `${pid} · ${words}` }, ...again],
    process: id,
    isOver: process.status !== null,
    ends: [...listenersOf(world, id), ...endSpecs(world, key, ties)],
  };
}

function restartedText({ pid, status }: Process): string {
  return status === null ? `restarted, was ${pid}` : `restarted: ${pid} ${endedText(status)}`;
}

/** What it is doing, as a state and in a few words. */
export function stateOf(world: World, { id, sinceUs, status }: Process): { state: StateName; words: string } {
  if (status !== null) {
    const state = status === 0 ? 'done' : status > 0 ? 'failed' : 'cancelled';
    return { state, words: `${endedText(status)} at ${secondsText(sinceUs).replace(' ', NO_BREAK)}` };
  }
  const threads = world.threads.filter(({ process }) => process === id);
  if (threads.some((thread) => thread.id === world.thread && thread.state !== 'waiting'))
    return { state: 'running', words: 'runs' };
  if (threads.some(({ state }) => state === 'ready')) return { state: 'ready', words: 'ready' };
  const waiting = threads.find(({ state }) => state === 'waiting');
  return waiting === undefined ? { state: 'ready', words: 'begins' } : { state: 'waiting', words: waitText(waiting) };
}

function waitText({ waitsFor, what }: Thread): string {
  if (what === 'select') return 'its event loop is idle';
  if (what === 'sleep') return 'sleeps';
  if (what === 'join') return `waits for the end of ${waitsFor}`;
  return `waits for ${waitsFor}`;
}

function listenersOf({ listeners }: World, process: number): readonly EndSpec[] {
  return listeners
    .filter(({ processes }) => processes.includes(process))
    .map(({ address, id }) => ({
      key: `listener ${id}`,
      look: 'listener',
      text: `listens at ${address}`,
      short: address.replace(/^.*(?=:\d+$)/, 'listens at '),
      label: '',
      badge: null,
      connection: 0,
      isOver: false,
    }));
}

function endSpecs(world: World, key: string, ties: readonly Tie[]): readonly EndSpec[] {
  return ties
    .filter(({ client, server }) => client === key || server === key)
    .map((tie): EndSpec => {
      const { connection } = tie;
      const isBoth = tie.client === tie.server;
      const isClient = tie.client === key;
      const task = isBoth ? undefined : world.tasks.get(isClient ? connection.client : connection.server);
      const what = task === undefined ? kindText(connection, isClient, isBoth) : taskTitle(task);
      return {
        key: tie.key,
        look: connection.kind === 'pipe' ? 'pipe' : 'socket',
        text: what,
        short: what,
        label: isClient && !isOver(connection) ? labelOf(world, tie) : '',
        badge: task === undefined ? null : { letter: task.letter, hue: task.hue },
        connection: isOver(connection) ? 0 : connection.id,
        isOver: isOver(connection),
      };
    });
}

/** `client.1 to web.1, 127.0.0.1:5000: open, 2 messages`. */
function labelOf(world: World, { client, connection, server }: Tie): string {
  const title = (key: string): string => {
    const process = world.processes.find(({ id }) => processKey(id) === key);
    return process === undefined ? key.replace(/^place /, '') : titleOf(process);
  };
  const what = connection.kind === 'tcp' ? '' : `, ${kindText(connection, true, false)}`;
  const where = connection.address === '' || title(server) === connection.address ? '' : `, ${connection.address}`;
  return `${title(client)} to ${title(server)}${what}${where}: ${connection.state}, ${noteOf(world, connection)}`;
}

function titleOf({ label, pid }: Process): string {
  return label === '' ? String(pid) : label.replace(/^\S*\//, '');
}

function kindText({ address, kind, to }: Connection, isClient: boolean, isBoth: boolean): string {
  if (isBoth)
    return kind === 'pipe' ? 'pipe, both ends' : `${kind === 'pair' ? 'socket pair' : address || to}, both ends`;
  if (kind === 'pipe') return isClient ? 'pipe, writes' : 'pipe, reads';
  if (kind === 'pair') return 'socket pair';
  return kind === 'unix' ? 'Unix socket' : kind === 'udp' ? 'UDP socket' : 'socket';
}

/** A host out there, or an address at which nobody of this computer listens. */
function placeBox(key: string, ties: readonly Tie[]): BoxSpec {
  const title = key.slice('place '.length);
  const isHere = ties.some(({ connection, server }) => server === key && isOwn(connection));
  return {
    key,
    title,
    hint: isHere ? `${title}: nobody listens` : title,
    glyph: null,
    lines: [{ glyph: null, text: isHere ? 'nobody listened here' : 'another computer' }],
    process: 0,
    isOver: isHere,
    ends: ties
      .filter(({ client, server }) => client === key || server === key)
      .map((tie) => ({
        key: tie.key,
        look: 'socket',
        text: tie.connection.state,
        short: tie.connection.state,
        label: '',
        badge: null,
        connection: 0,
        isOver: isOver(tie.connection),
      })),
  };
}

function isOwn({ kind, to }: Connection): boolean {
  return kind !== 'tcp' || to === 'localhost';
}
