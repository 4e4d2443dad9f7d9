/** A message as brokers keep it. Nobody changes one: what is dead-lettered is another. */
import { type Field, isTable, type Table } from './fields.ts';
import { headersOf } from './routing.ts';

export interface Message {
  readonly exchange: string;
  readonly routingKey: string;
  /** By AMQP's names with underscores: `delivery_mode`, `headers`. */
  readonly properties: Table;
  readonly body: Uint8Array;
}

const PERSISTENT = 2;

export function isPersistent({ properties }: Message): boolean {
  return properties.get('delivery_mode') === PERSISTENT;
}

export function priorityOf({ properties }: Message): number {
  const priority = properties.get('priority');
  return typeof priority === 'number' ? priority : 0;
}

/** Seconds that it may wait; null: it did not say. */
export function ownTtl({ properties }: Message): number | null {
  const expiration = properties.get('expiration');
  return typeof expiration === 'string' ? Number(expiration) / 1000 : null;
}

/** Further keys that the sender routes it by. */
export function routingKeys({ properties, routingKey }: Message): readonly string[] {
  const headers = headersOf(properties);
  const more = ['CC', 'BCC'].flatMap((name) => {
    const keys = headers.get(name);
    return Array.isArray(keys) ? (keys as readonly Field[]).filter((key) => typeof key === 'string') : [];
  });
  return [routingKey, ...more];
}

export type DeathReason = 'rejected' | 'expired' | 'maxlen' | 'delivery_limit';

export interface Death {
  readonly queue: string;
  readonly reason: DeathReason;
}

/** Newest first. */
export function deathsOf({ properties }: Message): readonly Table[] {
  const deaths = headersOf(properties).get('x-death');
  return Array.isArray(deaths) ? (deaths as readonly Field[]).filter(isTable) : [];
}

export interface DeadLetter extends Death {
  readonly exchange: string;
  readonly routingKey: string | null;
  /** Seconds since 1970. */
  readonly time: number;
}

/** What is sent on of a message that has died. */
export function deadLetter(message: Message, { exchange, queue, reason, routingKey, time }: DeadLetter): Message {
  const deaths = deathsOf(message);
  const isSame = (death: Table): boolean => death.get('queue') === queue && death.get('reason') === reason;
  const earlier = deaths.find(isSame);
  const headers = new Map(headersOf(message.properties));
  const count = earlier === undefined ? 1 : Number(earlier.get('count')) + 1;
  const death = earlier === undefined ? firstDeath(message, { queue, reason }, time) : new Map(earlier);
  headers.set('x-death', [death.set('count', count), ...deaths.filter((other) => other !== earlier)]);
  for (const [key, value] of [
    ['exchange', message.exchange],
    ['queue', queue],
    ['reason', reason],
  ] as const)
    if (!headers.has(`x-first-death-${key}`)) headers.set(`x-first-death-${key}`, value);
  if (routingKey !== null) headers.delete('CC');
  headers.delete('BCC');
  const properties = new Map(message.properties);
  properties.delete('expiration');
  properties.set('headers', headers);
  return { exchange, routingKey: routingKey ?? message.routingKey, properties, body: message.body };
}

function firstDeath(message: Message, { queue, reason }: Death, time: number): Map<string, Field> {
  const death = new Map<string, Field>([
    ['count', 1],
    ['reason', reason],
    ['queue', queue],
    ['time', { kind: 'time', value: Math.floor(time) }],
    ['exchange', message.exchange],
    ['routing-keys', routingKeys(message)],
  ]);
  const expiration = message.properties.get('expiration');
  return expiration === undefined ? death : death.set('original-expiration', expiration);
}

/** It has died in this queue before, and nobody has rejected it since: it would go round for ever. */
export function isCycle(message: Message, queue: string): boolean {
  const deaths = deathsOf(message);
  const at = deaths.findIndex((death) => death.get('queue') === queue);
  return at >= 0 && deaths.slice(0, at + 1).every((death) => death.get('reason') !== 'rejected');
}
