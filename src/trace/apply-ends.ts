/** The fold, family: which processes have which ends of connections open, who listens, and which links are cut. */
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import { type Connection, FIRST_PROCESS } from './world.ts';

/** Of `via`: both ends are made at once, by one process. */
const SOCKET_PAIR = 2;
const PIPE = 4;

type Holders = Pick<Connection, 'clientHolders' | 'serverHolders'>;

/** Until more is told. */
export function firstHolders(world: MutableWorld, { address, via }: EventOf<'connection.requested'>): Holders {
  const own = [processNow(world)];
  if (via === SOCKET_PAIR || via === PIPE) return { clientHolders: own, serverHolders: own };
  const listener = world.listeners.find((each) => hears(each.address, address));
  return { clientHolders: own, serverHolders: listener?.processes ?? [] };
}

export function connectionHeld(world: MutableWorld, event: EventOf<'connection.held'>): void {
  const index = world.connections.findIndex(({ id }) => id === event.connection);
  const connection = world.connections[index];
  if (connection === undefined) return;
  const { processes } = event;
  const held = event.forward === 1 ? { clientHolders: processes } : { serverHolders: processes };
  world.connections[index] = { ...connection, ...held };
}

export function listenerChanged(world: MutableWorld, event: EventOf<'listener.changed'>): void {
  const { address, listener: id, processes } = event;
  const others = world.listeners.filter((each) => each.id !== id);
  world.listeners = processes.length === 0 ? others : [...others, { id, address, processes }];
}

export function linkChanged(world: MutableWorld, { from, isCut, to }: EventOf<'link.changed'>): void {
  const others = world.links.filter((each) => each.from !== from || each.to !== to);
  world.links = [...others, { from, to, isCut: isCut === 1, sinceUs: world.timeUs }];
}

/** The process of the thread that runs. */
export function processNow({ thread, threads }: MutableWorld): number {
  return threads.find(({ id }) => id === thread)?.process ?? FIRST_PROCESS;
}

/** Who listens at all addresses of the computer also hears what is sent to one of them. */
function hears(own: string, address: string): boolean {
  if (own === address) return true;
  const [, port] = /^(?:0\.0\.0\.0|\[::\]):(\d+)$/.exec(own) ?? [];
  return port !== undefined && /^(?:127\.[\d.]+|\[::1\]):/.test(address) && address.endsWith(`:${port}`);
}
