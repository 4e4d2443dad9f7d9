/** What processes and their threads are called, in sentences and in pictures. */
import { FIRST_PROCESS, isMainThread, type Process, type Task, type World } from './world.ts';

type Named = Pick<Process, 'id' | 'label' | 'pid'>;

/** Of the first process, where a Procfile says what runs. */
const PROCFILE = 'Procfile';

/** It has a name, and not only a command line: from its Procfile, from multiprocessing, or it is a program without arguments. */
export function hasName({ label }: Pick<Process, 'label'>): boolean {
  return label !== '' && !/\s/.test(label);
}

/** `web.1`, or `4203` of one without name; `web.1 (4207)` where an earlier one had that name. */
export function shortProcessName(processes: readonly Named[], { id, label, pid }: Named): string {
  if (!hasName({ label })) return String(pid);
  const isSecond = processes.some((other) => other.id < id && other.label === label);
  return isSecond ? `${label} (${pid})` : label;
}

/** `process web.1`, `process 4203`. */
export function processName({ processes }: Pick<World, 'processes'>, id: number): string {
  const process = processes.find((each) => each.id === id);
  return process === undefined ? `process #${id}` : `process ${shortProcessName(processes, process)}`;
}

/** The first process is what starts the others, as a Procfile says. */
export function isOfProcfile({ processes }: Pick<World, 'processes'>): boolean {
  return processes[0]?.label === PROCFILE;
}

/** `thread worker-1`; where there are several processes, the main thread of each stands for it: `process web.1`. */
export function threadName(world: Pick<World, 'processes' | 'threads'>, id: number): string {
  const thread = world.threads.find((each) => each.id === id);
  if (thread === undefined) return `thread #${id}`;
  const { name, process } = thread;
  if (world.processes.length === 0) return `thread ${name}`;
  if (isMainThread(world, thread)) return processName(world, process);
  return process === FIRST_PROCESS ? `thread ${name}` : `thread ${name} of ${processName(world, process)}`;
}

/** A task of a process that has ended: it stays as it was, and nothing will become of it. */
export function isGone({ loops, processes, threads }: World, { loop: own }: Task): boolean {
  if (processes.every(({ status }) => status === null)) return false;
  const thread = loops.find(({ id }) => id === own)?.thread;
  const process = threads.find(({ id }) => id === thread)?.process;
  return processes.some(({ id, status }) => id === process && status !== null);
}
