/** The fold, family: requests of HTTP clients, and the pools that give them connections. */
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import { OUTCOMES, type Request, type Trouble } from './wires.ts';

/** Requests that have ended are shown for a while: so many of them. */
const ENDED_MAX = 12;

export function requestBegan(world: MutableWorld, event: EventOf<'request.began'>): void {
  const { request: id, pool, label, host, attempt, again, task } = event;
  const { thread, timeUs: beganUs } = world;
  const fresh = { state: 'asking', text: '', connection: 0, beganUs, endedUs: 0 } as const;
  world.requests.push({ id, pool, label, host, attempt, again, task, thread, ...fresh });
}

export function requestEnded(world: MutableWorld, { request: id, outcome, text }: EventOf<'request.ended'>): void {
  const ended = change(world, id, { state: OUTCOMES[outcome] ?? 'failed', text, endedUs: world.timeUs });
  if (ended === undefined) return;
  const trouble = troubleOf(ended);
  const index = trouble === null ? -1 : world.connections.findIndex((each) => each.id === ended.connection);
  const connection = world.connections[index];
  // What the connection itself says of its end is nearer to the cause, but not that it was given up: why, the request says.
  const isTold = connection !== undefined && connection.trouble !== null && connection.trouble.kind !== 'time';
  if (connection !== undefined && !isTold) world.connections[index] = { ...connection, trouble };
  forgetOldest(world);
}

export function poolChanged(world: MutableWorld, event: EventOf<'pool.changed'>): void {
  const { pool: id, type, limit, perHost, users, waiters } = event;
  const pool = { id, type, limit, perHost, users, waiters };
  const index = world.pools.findIndex((each) => each.id === id);
  if (index < 0) world.pools.push(pool);
  else world.pools[index] = pool;
}

/** The request that is being asked by a task (0: by the thread that runs), and, where a message says so, with this label; 0 none. */
export function requestOn(world: MutableWorld, task: number, label: string | null): number {
  const found = world.requests.findLast(
    (request) =>
      request.state === 'asking' &&
      request.task === task &&
      (task !== 0 || request.thread === world.thread) &&
      (label === null || request.label === label),
  );
  return found?.id ?? 0;
}

export function connectionUsed(world: MutableWorld, request: number, connection: number): void {
  if (request !== 0) change(world, request, { connection });
}

function troubleOf({ state, text }: Request): Trouble | null {
  if (state === 'answered') return null;
  if (state === 'timed out' || state === 'cancelled') return { kind: 'time', text: state };
  return state === 'refused' ? { kind: 'refused', text: 'refused' } : { kind: 'failed', text };
}

/** One whose attempts go on is kept with them. */
function forgetOldest(world: MutableWorld): void {
  const ended = world.requests.filter(({ state }) => state !== 'asking');
  if (ended.length <= ENDED_MAX) return;
  const continued = new Set(world.requests.map(({ again }) => again));
  const oldest = ended.find(({ id }) => !continued.has(id)) ?? ended[0];
  world.requests = world.requests.filter((request) => request !== oldest);
}

function change(world: MutableWorld, id: number, changes: Partial<Request>): Request | undefined {
  const index = world.requests.findIndex((request) => request.id === id);
  const request = world.requests[index];
  if (request === undefined) return undefined;
  const changed = { ...request, ...changes };
  world.requests[index] = changed;
  return changed;
}
