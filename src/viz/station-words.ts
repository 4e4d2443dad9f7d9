/** The stations of a message in words: what happened to it, and who did it. */
import type { Station } from '../trace/lineage.ts';
import type { World } from '../trace/world.ts';
import { boxName } from './queue-roles.ts';
import { outcomeText } from './queue-tokens.ts';

/** `world` is one in which all processes have been started. */
export function stationText(world: Pick<World, 'processes'>, { kind, life, outcome, process, text }: Station): string {
  const who = boxName(world, process);
  const what = `${life.envelope} ${life.label}`;
  switch (kind) {
    case 'asked':
      return `${who} sends ${text}`;
    case 'answered':
      return `${who} gets ${text}`;
    case 'stored':
      return `${who} puts ${what} on ${life.name}${life.group === '' ? '' : `, a copy for group ${life.group}`}`;
    case 'taken':
      return `${who} takes ${what}`;
    case 'began':
      return `${who} runs ${text} for ${what}`;
    case 'removed':
      return `${what} falls out of ${life.name} unread: ${text}`;
    case 'ended':
      if (outcome === 'lost')
        return `${what} is lost: ${who === '' ? 'its reader' : 'the process that had it'} has ended`;
      return `${what}: ${outcome === '' ? '' : outcomeText(outcome)}${text === '' ? '' : `, ${text}`}`;
  }
}
