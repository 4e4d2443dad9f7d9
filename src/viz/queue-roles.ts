/** Which column a process stands in, by what it does in the whole run: so nothing changes columns while the playhead moves. */
import type { Deeds, Lives } from '../trace/life.ts';
import { shortProcessName } from '../trace/process-names.ts';
import { FIRST_PROCESS, type Process, type World } from '../trace/world.ts';

export type Role = 'client' | 'server' | 'sender' | 'worker' | 'child' | 'layer';

/** Null: it has nothing to do with channels. */
export function roleOf({ connects, holds, listens, listensAlone, owns, reads, stores, works }: Deeds): Role | null {
  if (owns || (listens && stores)) return 'server';
  if (reads) return 'worker';
  if (holds) return 'layer';
  // It works on what another one was given.
  if (works && !listensAlone) return 'child';
  // Who listens for answers has asked.
  if (stores) return 'sender';
  if (listensAlone) return 'worker';
  return connects ? 'client' : null;
}

export interface Cast {
  readonly clients: readonly Process[];
  readonly servers: readonly Process[];
  readonly workers: readonly Process[];
  /** Processes that run for workers: each below its own. */
  readonly children: readonly Process[];
  /** Some of the servers only send. */
  readonly serversTitle: string;
}

/** Those that there are; one that was started again stands in the place of the one before. */
type CastWorld = Pick<World, 'processes' | 'envelopes' | 'timeUs'>;

export function castOf(world: CastWorld, lives: Lives): Cast {
  const processes = world.processes.length === 0 ? [ALONE] : world.processes;
  const replaced = new Set(processes.map(({ replaces }) => replaces));
  const roles = new Map(processes.map((process) => [process.id, roleIn(lives, processes, process)]));
  const first = (process: Process): number => firstOf(processes, process);
  const having = (...wanted: readonly Role[]) =>
    processes
      .filter(({ id }) => !replaced.has(id) && wanted.some((role) => role === roles.get(id)))
      .sort((a, b) => first(a) - first(b));
  const titles = [
    ...(having('server').length === 0 ? [] : ['protocol servers']),
    ...(having('sender').length === 0 ? [] : ['senders']),
  ];
  return {
    clients: having('client'),
    servers: having('server', 'sender'),
    workers: having('worker'),
    children: having('child').filter(({ id }) => isShown(world, id)),
    serversTitle: titles.join(', '),
  };
}

/** One that has ended as it should leaves no trace; of one that was killed it is seen what it took along, or for the moment. */
function isShown({ envelopes, processes, timeUs }: CastWorld, id: number): boolean {
  const process = processes.find((each) => each.id === id);
  if (process === undefined || process.status === null) return true;
  const hasLost = envelopes.some(({ reader, state }) => state === 'lost' && reader?.process === id);
  return process.status !== 0 && (hasLost || process.sinceUs === timeUs);
}

/** A program that is one process only. */
const ALONE: Process = {
  ...{ id: FIRST_PROCESS, parent: 0, pid: 0, label: '', status: null, sinceUs: 0, replaces: 0 },
};

/** Of one that was killed before it did anything: what the others in its place do. */
function roleIn(lives: Lives, processes: readonly Process[], { id, parent, replaces }: Process): Role | null {
  const own = lives.deeds.get(id);
  const role = own === undefined ? null : roleOf(own);
  if (role !== null) return role;
  const before = processes.find((each) => each.id === replaces);
  if (before !== undefined) return roleIn(lives, processes, before);
  // Of a worker, and had nothing to do.
  return lives.windows.has(parent) ? 'child' : null;
}

function firstOf(processes: readonly Process[], { id, replaces }: Process): number {
  const before = replaces === 0 ? undefined : processes.find((each) => each.id === replaces);
  return before === undefined ? id : firstOf(processes, before);
}

/** It, and those in whose place it stands. */
export function lineOf(processes: readonly Process[], id: number): readonly number[] {
  const before = processes.find((each) => each.id === id)?.replaces ?? 0;
  return before === 0 ? [id] : [id, ...lineOf(processes, before)];
}

/** What Celery has for itself on a broker, to be asked from afar. */
export function isLetterBox({ name }: { readonly name: string }): boolean {
  return /\.pidbox$|^celeryev/.test(name);
}

/** `worker.1`; of a program that is one process: `the program`. */
export function boxName({ processes }: Pick<World, 'processes'>, id: number): string {
  const process = processes.find((each) => each.id === id);
  return process === undefined ? 'the program' : shortProcessName(processes, process);
}
