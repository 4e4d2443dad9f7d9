/** Why a task waits, where the answer lies on the network. */
import { peerName } from './narrate-network.ts';
import { askerName, usedText } from './narrate-request.ts';
import { durationText, listOf, quoted, timeText } from './words.ts';
import { type Connection, isOver, type World } from './world.ts';

export interface NetworkReason {
  /** `for an answer from …`. */
  readonly text: string;
  /** The task at the other end that has to act next; 0: one of this computer that is not known; null: something is under way. */
  readonly peer: number | null;
}

/** What the task waits for on a connection that it uses; null: it uses none. */
export function networkReason(world: World, task: number): NetworkReason | null {
  const line = poolReason(world, task);
  if (line !== null) return line;
  const used = world.connections.filter((connection) => !isOver(connection) && usesIt(connection, task));
  const connection = used.at(-1);
  if (connection === undefined) return null;
  const name = peerName(connection, connection.id);
  if (connection.state === 'connecting')
    return { text: `for a connection with ${name}${dueText(world, connection.dueUs)}`, peer: null };
  const isClient = connection.client === task;
  const coming = connection.messages.find(({ isForward }) => isForward !== isClient);
  if (coming !== undefined)
    return { text: `for ${quoted(coming.label)} from ${name}${dueText(world, coming.dueUs)}`, peer: null };
  const going = connection.messages.find(({ isForward }) => isForward === isClient);
  if (going !== undefined)
    return { text: `for an answer from ${name}: ${quoted(going.label)} is still on its way there`, peer: null };
  const peer = isHere(connection) ? (isClient ? connection.server : connection.client) : null;
  const last = connection.arrived.at(-1);
  if (isClient && last?.isForward === true)
    return { text: `for an answer from ${name}, which has ${quoted(last.label)} and has not replied yet`, peer };
  return { text: `for data on its connection with ${name}`, peer };
}

/** Both ends are on this computer. */
function isHere({ kind, from, to }: Connection): boolean {
  return kind === 'pipe' || kind === 'pair' || kind === 'unix' || (from === 'localhost' && to === 'localhost');
}

/** It has no connection yet: the pool has none for it. */
function poolReason(world: World, task: number): NetworkReason | null {
  for (const pool of world.pools) {
    const place = pool.waiters.findIndex((id) => world.requests.find((request) => request.id === id)?.task === task);
    if (place < 0) continue;
    const users = listOf(pool.users.map((id) => askerName(world, id)));
    const ahead = place === 0 ? 'it is the first in line' : `number ${place + 1} in line`;
    const text = `for a connection of the pool of ${pool.type}, ${usedText(pool)} in use, by ${users}; ${ahead}`;
    return { text, peer: world.requests.find(({ id }) => id === pool.users[0])?.task ?? 0 };
  }
  return null;
}

function usesIt({ client, server }: Connection, task: number): boolean {
  return client === task || server === task;
}

function dueText(world: World, dueUs: number | null): string {
  if (dueUs === null || dueUs <= world.timeUs) return '';
  return `, due at ${timeText(dueUs)}, in ${durationText(dueUs - world.timeUs)}`;
}
