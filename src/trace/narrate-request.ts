/** The narration, family: requests of HTTP clients, and the pools that give them connections. */
import type { EventOf } from './events.ts';
import { threadName } from './process-names.ts';
import { runner, type Step } from './step.ts';
import { OUTCOMES, type Pool, type Request } from './wires.ts';
import { listOf, taskName } from './words.ts';
import type { World } from './world.ts';

/** `GET /delay/1 at httpbin.org`. */
export function requestName({ label, host }: Pick<Request, 'label' | 'host'>): string {
  return `${label} at ${host}`;
}

/** Whose request it is: `B`, or `thread Ann`. */
export function askerName(world: World, id: number): string {
  const request = world.requests.find((each) => each.id === id);
  if (request === undefined) return `request #${id}`;
  if (request.task !== 0) return taskName(world, request.task);
  return world.threads.length === 0 || request.thread === 1 ? 'the main module' : threadName(world, request.thread);
}

export function requestBegan(event: EventOf<'request.began'>, { before }: Step): string {
  const { attempt, again } = event;
  if (attempt === 1) return `${runner(before)} begins with the request ${requestName(event)}.`;
  const last = before.requests.find(({ id }) => id === again);
  const why = last === undefined ? '' : `; attempt ${last.attempt} ${outcomeText(last)}`;
  return `${runner(before)} tries ${requestName(event)} again: attempt ${attempt}${why}.`;
}

export function requestEnded({ request: id, outcome, text }: EventOf<'request.ended'>, { before }: Step): string {
  const request = before.requests.find((each) => each.id === id);
  const name = request === undefined ? `request #${id}` : requestName(request);
  const attempt = request === undefined || request.attempt === 1 ? '' : ` (attempt ${request.attempt})`;
  const state = OUTCOMES[outcome] ?? 'failed';
  return `The request ${name}${attempt} ${outcomeText({ state, text })}.`;
}

/** `timed out`, `was refused`, `was answered: 200 OK`. */
export function outcomeText({ state, text }: Pick<Request, 'state' | 'text'>): string {
  switch (state) {
    case 'asking':
      return 'is on its way';
    case 'answered':
      return `was answered: ${text}`;
    case 'timed out':
      return 'timed out';
    case 'refused':
      return 'was refused';
    case 'cancelled':
      return 'was cancelled';
    case 'failed':
      return `failed: ${text}`;
  }
}

export function poolChanged(event: EventOf<'pool.changed'>, { before, after }: Step): string {
  const was = before.pools.find(({ id }) => id === event.pool);
  const name = (id: number): string => askerName(after, id);
  const now = `${usedText(event)} in use`;
  const queued = event.waiters.find((id) => was?.waiters.includes(id) !== true);
  if (queued !== undefined) {
    const ahead = event.waiters.slice(0, event.waiters.indexOf(queued)).map(name);
    const line = ahead.length === 0 ? '' : `, behind ${listOf(ahead)}`;
    return `${name(queued)} finds no connection free in the pool of ${event.type} (${now}): it stands in line${line}.`;
  }
  const taken = event.users.find((id) => was?.users.includes(id) !== true);
  if (taken !== undefined) return `${name(taken)} gets a connection from the pool of ${event.type}: ${now}.`;
  const given = was?.users.find((id) => !event.users.includes(id));
  const [first] = event.waiters;
  const next = first === undefined ? '' : `; ${name(first)} is the first in line`;
  if (given !== undefined) return `${name(given)} gives its place in the pool of ${event.type} back: ${now}${next}.`;
  const left = was?.waiters.find((id) => !event.waiters.includes(id));
  const who = left === undefined ? 'somebody' : name(left);
  return `${who} leaves the line at the pool of ${event.type}: ${now}${next}.`;
}

/** `1 of 2`; without a limit, `1`. */
export function usedText({ limit, users }: Pick<Pool, 'limit' | 'users'>): string {
  return limit === 0 ? `${users.length}` : `${users.length} of ${limit}`;
}
