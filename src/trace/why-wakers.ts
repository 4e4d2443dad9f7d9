/** Who could still end a wait that no chain of tasks, locks and timers explains: other tasks, threads, processes, callbacks, messages. */
import { threadName } from './process-names.ts';
import { listOf, taskName, timeText } from './words.ts';
import { FIRST_PROCESS, isMainThread, isOver, type Thread, type World } from './world.ts';

export interface Wakers {
  readonly verdict: 'willRun' | 'timer' | 'network' | 'nobody';
  readonly sentence: string;
}

const LINKS_MAX = 20;
/** The callback of a timeout: it ends a wait, but does not bring what is waited for. */
const TIMEOUT = 'Timeout._on_timeout()';

/** Somebody must act: is there anybody who still can? Not `waiting`, the tasks of the chain that has been followed. */
export function wakersLeft(world: World, waiting: ReadonlySet<number>): Wakers {
  const tasks = tasksLeft(world, waiting);
  const threads = threadTexts(world);
  if (tasks.length > 0 && threads.length === 0)
    return { verdict: 'willRun', sentence: `that can only come from a task that still runs: ${listOf(tasks)}` };
  if (threads.length > 0) {
    return { verdict: 'willRun', sentence: `that can only come from ${listOf([...tasks, ...threads])}` };
  }
  const callback = nextCallback(world);
  if (callback !== null)
    return { verdict: 'willRun', sentence: `only a callback that is still scheduled can do that${callback}` };
  const message = messageUnderWay(world);
  if (message)
    return { verdict: 'network', sentence: 'only something that is still on its way over the network can do that' };
  return { verdict: 'nobody', sentence: 'nobody is left who could ever do that' };
}

/** Tasks that run, will run, or sleep: with the moment at which they wake. */
function tasksLeft(world: World, waiting: ReadonlySet<number>): string[] {
  const found: string[] = [];
  for (const { id, state, waitsOn } of world.tasks.values()) {
    if (waiting.has(id)) continue;
    const name = taskName(world, id);
    if (state === 'running' || state === 'ready') found.push(`${name} (${state})`);
    const due = state === 'waiting' ? timerUs(world, waitsOn) : null;
    if (due !== null) found.push(`${name} (wakes at ${timeText(due)})`);
  }
  return found;
}

/** When the timer of a future is due; null: it has none. */
export function timerUs(world: World, future: number): number | null {
  const timer = world.handles.get(world.futures.get(future)?.timer ?? 0);
  return timer === undefined || timer.state === 'cancelled' ? null : timer.whenUs;
}

/** A callback that stands in the ready queue, or the first timer that is nobody's sleep: when it comes, as the end of a sentence. */
function nextCallback(world: World): string | null {
  if (world.ready.length > 0) return '';
  const timer = world.timers
    .map((id) => world.handles.get(id))
    .find((handle) => handle?.state === 'scheduled' && handle.label !== TIMEOUT);
  if (timer === undefined || timer.whenUs === null) return null;
  return `: ${timer.label === '' ? 'one' : timer.label} at ${timeText(timer.whenUs)}`;
}

function messageUnderWay(world: World): boolean {
  return world.connections.some(
    (each) => !isOver(each) && (each.messages.length > 0 || (each.state === 'connecting' && each.dueUs !== null)),
  );
}

/** Threads that can still do something; who holds up another is told with that one. */
export function threadTexts(world: World): readonly string[] {
  const left = threadsLeft(world);
  const told = new Set(left.map(({ holder }) => holder));
  return left.filter(({ id }) => !told.has(id)).map((thread) => threadText(world, thread));
}

/** The loops' own threads and idle workers are not among them. */
function threadsLeft(world: World): readonly Thread[] {
  const loops = new Set(world.loops.filter(({ state }) => state === 'running').map(({ thread }) => thread));
  return world.threads.filter((thread) => !loops.has(thread.id) && !isIdle(thread) && canGoOn(world, thread));
}

/** A worker of an executor that has nothing to do. */
function isIdle({ state, waitsFor, what }: Thread): boolean {
  return state === 'ended' || (state === 'waiting' && what === 'lock' && waitsFor === 'work');
}

function canGoOn(world: World, thread: Thread): boolean {
  let current: Thread | undefined = thread;
  for (let links = 0; current !== undefined && links < LINKS_MAX; links++) {
    if (current.state === 'running' || current.state === 'ready' || current.untilUs > 0) return true;
    if (current.state === 'ended') return true;
    const { holder }: Thread = current;
    current = holder === 0 ? undefined : world.threads.find(({ id }) => id === holder);
  }
  return false;
}

/** `thread asyncio_0, which sleeps until t = 1.0 s`, down to the thread that holds it up. */
function threadText(world: World, thread: Thread, links = 0): string {
  const name = threadName(world, thread.id);
  if (thread.state !== 'waiting') return `${name}, which ${thread.state === 'ended' ? 'has ended' : 'runs'}`;
  const until = thread.untilUs > 0 ? ` until ${timeText(thread.untilUs)}` : '';
  if (thread.what === 'sleep') return `${name}, which sleeps${until}`;
  const what = thread.what === 'join' ? `the end of ${thread.waitsFor}` : thread.waitsFor;
  const holder = world.threads.find(({ id }) => id === thread.holder);
  const rest =
    holder === undefined || links > LINKS_MAX ? '' : `: that is up to ${threadText(world, holder, links + 1)}`;
  return `${name}, which waits for ${what}${until}${rest}`;
}

/** Processes that the program has started and that run: `process 4203 (sleep 3), which sleeps until t = 5.0 s`. */
export function processesLeft(world: World): readonly string[] {
  return world.processes
    .filter(({ id, status }) => id !== FIRST_PROCESS && status === null)
    .map(({ id, label }) => {
      const main = world.threads.find((thread) => thread.process === id && isMainThread(world, thread));
      const text = main === undefined ? `process ${id}` : threadText(world, main);
      return text.replace(/^process \d+/, (name) => `${name} (${label})`);
    });
}
