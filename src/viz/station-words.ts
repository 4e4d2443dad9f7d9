/** The stations of a message in words: what happened to it, and who did it. */
import { queueOf } from '../trace/brokers.ts';
import type { Station } from '../trace/lineage.ts';
import type { World } from '../trace/world.ts';
import { boxName } from './queue-roles.ts';
import { outcomeText } from './queue-tokens.ts';

/** `world` is one in which all processes have been started and all queues are known. */
export function stationText(world: Pick<World, 'processes' | 'queues'>, station: Station): string {
  const { kind, life, outcome, process, text } = station;
  const who = boxName(world, process);
  const what = `${life.envelope} ${life.label}`;
  switch (kind) {
    case 'asked':
      return `${who} sends ${text}`;
    case 'answered':
      return life.exchange === null ? `${who} gets ${text}` : `the broker says to ${who}: ${text}`;
    case 'stored':
      return storedText(world, station);
    case 'taken':
      return `${who} takes ${what}`;
    case 'delivered':
      return `${what} is delivered${isAgain(station) ? ' again' : ''} to ${who}, and kept until it is acknowledged`;
    case 'acked':
      return `${what} is acknowledged: its queue forgets it`;
    case 'returned':
      return `${what} goes back to its place: ${text}`;
    case 'deadLettered':
      return `${what} is given up by its queue: ${text}`;
    case 'began':
      return `${who} runs ${text} for ${what}`;
    case 'removed':
      return `${what} falls out of ${queueOf(world, life.queue)?.name ?? life.name}${isAgain(station) ? '' : ' unread'}: ${text}`;
    case 'state':
      return `its result is ${text}`;
    case 'ended':
      if (outcome === 'lost')
        return `${what} is lost: ${who === '' ? 'its reader' : 'the process that had it'} has ended`;
      return `${what}: ${outcome === '' ? '' : outcomeText(outcome)}${text === '' ? '' : `, ${text}`}`;
  }
}

/** It was delivered before. */
function isAgain({ life, position }: Station): boolean {
  return life.events.some((event) => event.kind === 'delivered' && event.position < position);
}

function storedText(world: Pick<World, 'processes' | 'queues'>, { life, process }: Station): string {
  const what = `${life.envelope} ${life.label}`;
  const queue = queueOf(world, life.queue)?.name ?? life.name;
  if (life.exchange !== null && life.exchange !== '') {
    const key = life.name === '' ? '' : ` (key ${life.name})`;
    return `${what} comes over exchange ${life.exchange}${key} into queue ${queue}`;
  }
  if (life.exchange === '' || life.celeryTask !== '')
    return `${boxName(world, process)} puts ${what} into queue ${queue}`;
  const copy = life.group === '' ? '' : `, a copy for group ${life.group}`;
  return `${boxName(world, process)} puts ${what} on ${life.name}${copy}`;
}
