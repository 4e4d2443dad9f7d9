/** The fold, family: processes and their threads. What belongs to the running one (contexts, line, exception) is put away when another gets its turn. */
import type { EventOf } from './events.ts';
import { copyContexts, type MutableWorld } from './mutable-world.ts';
import { type Executing, FIRST_PROCESS, type Process, type Thread } from './world.ts';

const MAIN = 1;

export function threadStarted(world: MutableWorld, { thread, name, process }: EventOf<'thread.started'>): void {
  if (world.threads.length === 0)
    world.threads.push(newThread({ id: MAIN, name: 'MainThread', process: FIRST_PROCESS }, 'running', null));
  world.threads.push(newThread({ id: thread, name, process }, 'ready', NOTHING_YET));
}

export function processStarted(world: MutableWorld, event: EventOf<'process.started'>): void {
  const { process, parent, pid, label } = event;
  world.processes.push({ id: process, parent, pid, label, status: null, sinceUs: world.timeUs, replaces: 0 });
}

/** With its threads, whatever they were doing. */
export function processEnded(world: MutableWorld, { process, status }: EventOf<'process.ended'>): void {
  changeProcess(world, process, { status, sinceUs: world.timeUs });
}

export function processRestarted(world: MutableWorld, { process, of }: EventOf<'process.restarted'>): void {
  changeProcess(world, process, { replaces: of });
}

export function threadSwitched(world: MutableWorld, { thread: id }: EventOf<'thread.switched'>): void {
  if (id === world.thread) return;
  const { contexts, code, line, exception } = world;
  const before = threadOf(world, world.thread);
  if (before !== undefined)
    change(world, before.id, {
      kept: { contexts, code, line, exception },
      state: before.state === 'running' ? 'ready' : before.state,
    });
  const kept = threadOf(world, id)?.kept ?? NOTHING_YET;
  world.thread = id;
  world.contexts = copyContexts(kept.contexts);
  world.code = kept.code;
  world.line = kept.line;
  world.exception = kept.exception;
  const top = world.contexts.at(-1);
  world.runningTask = top?.task ?? 0;
  world.runningHandle = top?.handle ?? 0;
  change(world, id, { kept: null, state: 'running', ...NO_WAIT });
}

export function threadBlocked(world: MutableWorld, event: EventOf<'thread.blocked'>): void {
  const { thread, what, label, until, holder } = event;
  change(world, thread, { state: 'waiting', what, waitsFor: label, untilUs: until, holder });
}

export function threadWoken(world: MutableWorld, { thread }: EventOf<'thread.woken'>): void {
  change(world, thread, { state: 'ready', ...NO_WAIT });
}

export function threadFinished(world: MutableWorld, { thread }: EventOf<'thread.finished'>): void {
  change(world, thread, { state: 'ended', ...NO_WAIT });
}

export function threadSyncChanged(world: MutableWorld, event: EventOf<'threadSync.changed'>): void {
  const { kind: _, sync: id, ...state } = event;
  const index = world.threadSyncs.findIndex((each) => each.id === id);
  if (index < 0) world.threadSyncs.push({ id, ...state });
  else world.threadSyncs[index] = { id, ...state };
}

const NO_WAIT = { what: '', waitsFor: '', holder: 0, untilUs: 0 };
const NOTHING_YET: Executing = { contexts: [{ task: 0, handle: 0, stack: [] }], code: -1, line: 0, exception: null };

function newThread(
  who: Pick<Thread, 'id' | 'name' | 'process'>,
  state: Thread['state'],
  kept: Executing | null,
): Thread {
  return { ...who, state, kept, ...NO_WAIT };
}

function threadOf(world: MutableWorld, id: number): Thread | undefined {
  return world.threads.find((thread) => thread.id === id);
}

function change(world: MutableWorld, id: number, changes: Partial<Thread>): void {
  const index = world.threads.findIndex((thread) => thread.id === id);
  const thread = world.threads[index];
  if (thread !== undefined) world.threads[index] = { ...thread, ...changes };
}

function changeProcess(world: MutableWorld, id: number, changes: Partial<Process>): void {
  const index = world.processes.findIndex((process) => process.id === id);
  const process = world.processes[index];
  if (process !== undefined) world.processes[index] = { ...process, ...changes };
}
