/** The narration, family: connections and messages. */
import type { EventOf } from './events.ts';
import { processName } from './process-names.ts';
import { runner, type Step } from './step.ts';
import { durationText, listOf, quoted, timeText } from './words.ts';
import type { Connection, WireMessage, World } from './world.ts';

/** `example.com`, `127.0.0.1:8888`, `the pipe`. */
export function peerName(connection: Connection | undefined, id: number): string {
  if (connection === undefined) return `connection #${id}`;
  if (connection.kind === 'pair') return 'the other end of a socket pair';
  if (connection.kind === 'pipe') return 'a pipe';
  return connection.to === 'localhost' ? connection.address : connection.to;
}

export function connectionOf(world: World, id: number): Connection | undefined {
  return world.connections.find((connection) => connection.id === id);
}

export function requested({ connection: id, due }: EventOf<'connection.requested'>, { before, after }: Step): string {
  const connection = connectionOf(after, id);
  const name = peerName(connection, id);
  if (connection?.kind === 'pair' || connection?.kind === 'pipe') return `${runner(before)} makes ${name}.`;
  if (due === 0) return `${runner(before)} asks ${name} for a connection; no answer is on its way.`;
  const rest = due - after.timeUs;
  const when = rest <= 0 ? '' : `: the answer will be there at ${timeText(due)}, in ${durationText(rest)}`;
  return `${runner(before)} asks ${name} for a connection${when}.`;
}

/** `process web.1 listens at 127.0.0.1:5000.` */
export function listenerChanged(event: EventOf<'listener.changed'>, { after, before }: Step): string {
  const { address, listener, processes } = event;
  const name = (id: number): string => processName(after, id);
  if (processes.length === 0) return `nobody listens at ${address} any more.`;
  const isKnown = before.listeners.some(({ id }) => id === listener);
  const verb = processes.length === 1 ? 'listens' : 'listen';
  return `${listOf(processes.map(name))} ${verb} at ${address}${isKnown ? ' now' : ''}.`;
}

export function held({ connection: id, forward, processes }: EventOf<'connection.held'>, { after }: Step): string {
  const connection = connectionOf(after, id);
  const name = (process: number): string => processName(after, process);
  const isPipe = connection?.kind === 'pipe';
  const end = isPipe ? (forward === 1 ? 'writing end' : 'reading end') : forward === 1 ? 'first end' : 'other end';
  const of = connection?.kind === 'pair' ? 'a socket pair' : peerName(connection, id);
  const whole = isPipe || connection?.kind === 'pair' ? of : `the connection with ${of}`;
  return `${listOf(processes.map(name))} ${processes.length === 1 ? 'has' : 'have'} the ${end} of ${whole}.`;
}

export function linkChanged({ from, isCut, to }: EventOf<'link.changed'>): string {
  return isCut === 1
    ? `the link between ${from} and ${to} is cut: nothing arrives on it.`
    : `the link between ${from} and ${to} is whole again: what is sent arrives.`;
}

export function opened(id: number, { after }: Step): string {
  return `The connection with ${peerName(connectionOf(after, id), id)} is open.`;
}

export function over(event: EventOf<'connection.failed' | 'connection.closed'>, { before }: Step): string {
  const name = peerName(connectionOf(before, event.connection), event.connection);
  if (event.kind === 'connection.failed') return `No connection with ${name}: ${event.reason}.`;
  return `The connection with ${name} is ${event.reason === 'closed' ? 'closed by both sides' : `over: ${event.reason}`}.`;
}

export function halfClosed({ connection: id, forward }: EventOf<'connection.halfClosed'>, { after }: Step): string {
  const connection = connectionOf(after, id);
  const who = forward === 1 ? 'The side that opened it' : peerName(connection, id);
  return `${who} will send no more on the connection with ${peerName(connection, id)}.`;
}

export function sent(event: EventOf<'message.sent'>, { after }: Step): string {
  const { connection: id, label, size, due, forward } = event;
  const name = peerName(connectionOf(after, id), id);
  const way = forward === 1 ? `goes to ${name}` : `comes from ${name}`;
  const rest = due - after.timeUs;
  const when = rest <= 0 ? '' : `, there at ${timeText(due)}, in ${durationText(rest)}`;
  return `${quoted(label)} (${bytesText(size)}) ${way}${when}.`;
}

export function ended(event: EventOf<'message.received' | 'message.dropped'>, { before }: Step): string {
  const found = before.connections.flatMap(({ messages }) => messages).find(({ id }) => id === event.message);
  const name = found === undefined ? `Message #${event.message}` : quoted(found.label);
  return 'reason' in event ? `${name} is dropped: ${event.reason}.` : `${name} has arrived.`;
}

export function delayed(event: EventOf<'message.delayed'>, { before }: Step): string {
  const found = before.connections.flatMap(({ messages }) => messages).find(({ id }) => id === event.message);
  const name = found === undefined ? `Message #${event.message}` : quoted(found.label);
  const when = event.due === 0 ? 'nobody knows when it will be there' : `it will be there at ${timeText(event.due)}`;
  return `${name} is held up: ${event.reason}; ${when}.`;
}

/** `"200 OK" comes, there at t = 1.2 s`. */
export function messageText({ label, isForward, dueUs }: WireMessage): string {
  if (!Number.isFinite(dueUs)) return `${quoted(label)} is held up`;
  return `${quoted(label)} ${isForward ? 'goes' : 'comes'}, there at ${timeText(dueUs)}`;
}

export function bytesText(size: number): string {
  if (size === 1) return '1 byte';
  return size < 10_000 ? `${size} bytes` : `${Math.round(size / 1000)} kB`;
}
