/** Why a task waits, where the answer lies on the network. */
import { isOver } from './apply-network.ts';
import { peerName } from './narrate-network.ts';
import { durationText, quoted, timeText } from './words.ts';
import type { Connection, World } from './world.ts';

/** What the task waits for on a connection that it uses; null: it uses none. */
export function networkReason(world: World, task: number): string | null {
  const used = world.connections.filter((connection) => !isOver(connection) && usesIt(connection, task));
  const connection = used.at(-1);
  if (connection === undefined) return null;
  const name = peerName(connection, connection.id);
  if (connection.state === 'connecting') return `for a connection with ${name}${dueText(world, connection.dueUs)}`;
  const isClient = connection.client === task;
  const coming = connection.messages.find(({ isForward }) => isForward !== isClient);
  if (coming !== undefined) return `for ${quoted(coming.label)} from ${name}${dueText(world, coming.dueUs)}`;
  const going = connection.messages.find(({ isForward }) => isForward === isClient);
  if (going !== undefined) return `for an answer from ${name}: ${quoted(going.label)} is still on its way there`;
  const last = connection.arrived.at(-1);
  if (isClient && last?.isForward === true)
    return `for an answer from ${name}, which has ${quoted(last.label)} and has not replied yet`;
  return `for data on its connection with ${name}`;
}

function usesIt({ client, server }: Connection, task: number): boolean {
  return client === task || server === task;
}

function dueText(world: World, dueUs: number | null): string {
  if (dueUs === null || dueUs <= world.timeUs) return '';
  return `, due at ${timeText(dueUs)}, in ${durationText(dueUs - world.timeUs)}`;
}
