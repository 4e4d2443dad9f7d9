/** The fold, family: connections and what is under way on them. */
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { Connection, ConnectionKind, WireMessage } from './world.ts';

/** Connections that are over are shown for a while: so many of them. */
const OVER_MAX = 8;
/** Messages that have arrived are remembered by connection: so many of them. */
const ARRIVED_MAX = 6;
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
    messages: [],
    arrived: [],
    sentCount: 0,
  });
}

export function connectionOpened(world: MutableWorld, id: number): void {
  change(world, id, () => ({ state: 'open', sinceUs: world.timeUs, dueUs: null }));
}

export function connectionOver(world: MutableWorld, id: number, state: 'failed' | 'closed', reason: string): void {
  change(world, id, () => ({ state, reason, dueUs: null, sinceUs: world.timeUs }));
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
  const sent: WireMessage = { id, label, size, isForward, sentUs: world.timeUs, dueUs: due };
  change(world, connection, ({ messages, sentCount, client, server }) => ({
    messages: [...messages, sent],
    sentCount: sentCount + 1,
    client: isForward && task !== 0 ? task : client,
    server: !isForward && task !== 0 ? task : server,
  }));
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

export function messageDelayed(world: MutableWorld, { message: id, due }: EventOf<'message.delayed'>): void {
  const holder = world.connections.find(({ messages }) => messages.some((message) => message.id === id));
  if (holder === undefined) return;
  change(world, holder.id, ({ messages }) => ({
    messages: messages.map((message) => (message.id === id ? { ...message, dueUs: due } : message)),
  }));
}

export function isOver({ state }: Connection): boolean {
  return state === 'failed' || state === 'closed';
}

function change(world: MutableWorld, id: number, make: (connection: Connection) => Partial<Connection>): void {
  const index = world.connections.findIndex((connection) => connection.id === id);
  const connection = world.connections[index];
  if (connection !== undefined) world.connections[index] = { ...connection, ...make(connection) };
}
