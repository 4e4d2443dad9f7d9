/** What stands in a queue that waits for acknowledgements: what is ready, and the ghosts of what has been delivered, each in its place. */
import type { BrokerQueue, Envelope } from '../trace/brokers.ts';
import type { World } from '../trace/world.ts';
import { secondsText } from './marks.ts';
import { boxName } from './queue-roles.ts';

export interface Place {
  readonly envelope: number;
  readonly isGhost: boolean;
}

/** The next one first. A ghost stands where it would come back to: before what was stored after it. */
export function fileOf({ items, unacked }: Pick<BrokerQueue, 'items' | 'unacked'>): readonly Place[] {
  const ghosts = unacked.toSorted((a, b) => a - b);
  const file: Place[] = [];
  for (const envelope of items) {
    while (ghosts[0] !== undefined && ghosts[0] < envelope) file.push({ envelope: ghosts.shift() ?? 0, isGhost: true });
    file.push({ envelope, isGhost: false });
  }
  return [...file, ...ghosts.map((envelope) => ({ envelope, isGhost: true }))];
}

/**
 * As many places as there is room for: where ghosts would take all of it, those that are nearest to the mouth, then, after a place for how
 * many are left out, what is ready.
 */
export function condensed(
  file: readonly Place[],
  room: number,
): { readonly shown: readonly Place[]; readonly skipped: number } {
  const firstReady = file.findIndex(({ isGhost }) => !isGhost);
  const ghosts = Math.ceil(room / 2);
  if (file.length <= room || firstReady <= ghosts) return { shown: file.slice(0, room), skipped: 0 };
  const ready = file.slice(firstReady, firstReady + room - ghosts - 1);
  return { shown: [...file.slice(0, ghosts), ...ready], skipped: firstReady - ghosts };
}

/** `6 ready, 4 unacked`. */
export function fillText({ capacity, items, unacked }: BrokerQueue): string {
  const ready = capacity === 0 ? `${items.length} ready` : `${items.length} of ${capacity} ready`;
  return unacked.length === 0 ? ready : `${ready}, ${unacked.length} unacked`;
}

/** Who has it, and when others may get it. */
export function ghostText(world: World, envelope: Envelope): string {
  const who = envelope.reader === null ? 'somebody' : boxName(world, envelope.reader.process);
  const back = backText(world, envelope);
  return `with ${who}, not acknowledged${back === '' ? '' : `; ${back}`}`;
}

/** `back in 42 s`; '' it does not come back by itself. */
export function backText({ timeUs }: Pick<World, 'timeUs'>, { backUs }: Pick<Envelope, 'backUs'>): string {
  if (backUs === 0) return '';
  return backUs > timeUs ? `back in ${durationText(backUs - timeUs)}` : 'back at the next sweep';
}

/** Seconds while they count: `42 s`, `60 min`. */
function durationText(us: number): string {
  const minutes = us / 60e6;
  if (minutes < 2) return secondsText(us);
  return minutes <= 120 ? `${Math.round(minutes)} min` : `${Math.round(minutes / 60)} h`;
}

/** Of its visibility timeout, 1 to 0; null: there is none. */
export function timeoutLeft(world: World, { backUs, consumerId }: Envelope): number | null {
  const whole = world.consumers.find(({ id }) => id === consumerId)?.visibilityUs ?? 0;
  if (backUs === 0 || whole === 0) return null;
  return Math.max(0, Math.min(1, (backUs - world.timeUs) / whole));
}

/** Several may work on it at once, where it came back meanwhile; of processes that run. */
export function worksOn({ processes }: Pick<World, 'processes'>, { works }: Envelope): Envelope['works'] {
  return works.filter(({ by }) => processes.every(({ id, status }) => id !== by.process || status === null));
}

export function unackedOf(
  world: Pick<World, 'envelopes' | 'queues'>,
  consumers: readonly number[],
): readonly Envelope[] {
  const order = world.queues.flatMap(({ unacked }) => unacked);
  const held = world.envelopes.filter(({ consumerId, isUnacked }) => isUnacked && consumers.includes(consumerId));
  return held.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

export function isAcking({ brokers }: Pick<World, 'brokers'>, { broker }: Pick<BrokerQueue, 'broker'>): boolean {
  return brokers.some(({ id, isAcking: acks }) => id === broker && acks);
}
