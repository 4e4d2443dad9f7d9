/** The fold, family: connections and what is under way on them. */

import { firstHolders, processNow } from './apply-ends.ts';
import { connectionUsed, requestOn } from './apply-request.ts';
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { Trouble } from './wires.ts';
import { type Connection, type ConnectionKind, isOver, type WireMessage } from './world.ts';

/** Connections that are over are shown for a while: so many of them. */
const OVER_MAX = 8;
/** Messages that have arrived are remembered by connection: so many of them. */
const ARRIVED_MAX = 6;
/** What the simulated network says when who asked for a connection closes it before the answer. */
const GIVEN_UP = 'given up';
const KINDS: readonly ConnectionKind[] = ['tcp', 'unix', 'pair', 'udp', 'pipe'];

export function connectionRequested(world: MutableWorld, event: EventOf<'connection.requested'>): void {
  const { connection: id, from, to, address, due, task } = event;
  world.connections.push({
    id,
    kind: KINDS[event.via] ?? 'tcp',
    from,
    to,
    address,
    state: 'connecting',
    sinceUs: world.timeUs,
    dueUs: due === 0 ? null : due,
    reason: '',
    client: task,
    server: 0,
    clientProcess: processNow(world),
    serverProcess: 0,
    ...firstHolders(world, event),
    messages: [],
    arrived: [],
    sentCount: 0,
    trouble: null,
  });
  connectionUsed(world, requestOn(world, task, null), id);
}

export function connectionOpened(world: MutableWorld, id: number): void {
  change(world, id, () => ({ state: 'open', sinceUs: world.timeUs, dueUs: null }));
}

export function connectionOver(world: MutableWorld, id: number, state: 'failed' | 'closed', reason: string): void {
  change(world, id, ({ trouble }) => ({
    state,
    reason,
    dueUs: null,
    sinceUs: world.timeUs,
    trouble: trouble ?? troubleOf(state, reason),
  }));
  const over = world.connections.filter((connection) => isOver(connection));
  if (over.length <= OVER_MAX) return;
  const [oldest] = over;
  world.connections = world.connections.filter((connection) => connection !== oldest);
}

export function connectionHalfClosed(world: MutableWorld, id: number): void {
  change(world, id, (connection) => (connection.state === 'open' ? { state: 'half closed' } : {}));
}

export function messageSent(world: MutableWorld, event: EventOf<'message.sent'>): void {
  const { message: id, connection, label, size, due, task } = event;
  const isForward = event.forward === 1;
  const request = isForward ? requestOn(world, task, label) : 0;
  connectionUsed(world, request, connection);
  const sent: WireMessage = { id, label, size, isForward, sentUs: world.timeUs, dueUs: due, request };
  const sender = processNow(world);
  change(world, connection, ({ messages, sentCount, client, server, clientProcess, serverProcess }) => ({
    messages: [...messages, sent],
    sentCount: sentCount + 1,
    clientProcess: isForward ? sender : clientProcess,
    serverProcess: isForward ? serverProcess : sender,
    trouble: null,
    client: isForward && task !== 0 ? task : client,
    server: !isForward && task !== 0 ? task : server,
  }));
}

/** What an end says of the way there; null: nothing went wrong. */
function troubleOf(state: 'failed' | 'closed', reason: string): Trouble | null {
  if (state === 'closed') return reason === 'closed' ? null : { kind: 'failed', text: reason };
  if (reason === GIVEN_UP) return { kind: 'time', text: 'given up' };
  return { kind: reason === 'connection refused' ? 'refused' : 'failed', text: reason };
}

export function messageDropped(world: MutableWorld, { message, reason }: EventOf<'message.dropped'>): void {
  const holder = world.connections.find(({ messages }) => messages.some(({ id }) => id === message));
  messageEnded(world, message, false);
  if (holder !== undefined) change(world, holder.id, () => ({ trouble: { kind: 'lost', text: reason } }));
}

export function messageEnded(world: MutableWorld, id: number, hasArrived: boolean): void {
  const holder = world.connections.find(({ messages }) => messages.some((message) => message.id === id));
  if (holder === undefined) return;
  change(world, holder.id, ({ messages, arrived }) => ({
    messages: messages.filter((message) => message.id !== id),
    arrived: hasArrived
      ? [...arrived, ...messages.filter((message) => message.id === id)].slice(-ARRIVED_MAX)
      : arrived,
  }));
}

/** Nobody knows when it will be there: never, as it stands. */
export function messageDelayed(world: MutableWorld, { message: id, due }: EventOf<'message.delayed'>): void {
  const holder = world.connections.find(({ messages }) => messages.some((message) => message.id === id));
  if (holder === undefined) return;
  change(world, holder.id, ({ messages }) => ({
    messages: messages.map((message) =>
      message.id === id ? { ...message, dueUs: due === 0 ? Number.POSITIVE_INFINITY : due } : message,
    ),
  }));
}

/** A task waits no longer for what it has asked a host for: the answer, or the connection itself. */
export function gaveUp(world: MutableWorld, task: number): void {
  const waited = world.connections.findLast(
    (connection) => connection.client === task && !isOver(connection) && isUnanswered(connection),
  );
  if (waited !== undefined && waited.trouble === null)
    change(world, waited.id, () => ({ trouble: { kind: 'time', text: 'timed out' } }));
}

function isUnanswered({ state, messages, arrived }: Connection): boolean {
  return state === 'connecting' || messages.length > 0 || arrived.at(-1)?.isForward === true;
}

function change(world: MutableWorld, id: number, make: (connection: Connection) => Partial<Connection>): void {
  const index = world.connections.findIndex((connection) => connection.id === id);
  const connection = world.connections[index];
  if (connection !== undefined) world.connections[index] = { ...connection, ...make(connection) };
}
