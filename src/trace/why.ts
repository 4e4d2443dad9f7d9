/** Why does a task wait? Follows what it waits for down to whoever can end it: a timer, a running task, or nobody. */
import { childrenOf } from './children.ts';
import { networkReason } from './why-network.ts';
import { processesLeft, threadTexts, timerUs, wakersLeft } from './why-wakers.ts';
import {
  durationText,
  futureLabel,
  handleName,
  listOf,
  sentence,
  syncName,
  syncOf,
  taskName,
  timeText,
} from './words.ts';
import type { Scope, Sync, World } from './world.ts';

const LINKS_MAX = 100;
/** Of several branches no more is told than this. */
const SENTENCES_MAX = 8;
const NOBODY: readonly number[] = [];

export interface WhyLink {
  readonly kind: 'task' | 'future' | 'sync' | 'timer';
  readonly id: number;
  readonly text: string;
}

export type WhyVerdict = 'notWaiting' | 'willRun' | 'timer' | 'deadlock' | 'nobody' | 'network';

export interface Why {
  readonly verdict: WhyVerdict;
  readonly sentence: string;
  /** From the task down to who can wake it. */
  readonly chain: readonly WhyLink[];
}

/** What the search has found so far; it follows the first open path and stops at a task seen before. */
interface Search {
  readonly world: World;
  readonly chain: WhyLink[];
  readonly says: string[];
  readonly seen: Set<number>;
}

export function whyWaiting(world: World, taskId: number): Why {
  const search: Search = { world, chain: [], says: [], seen: new Set() };
  const verdict = followTask(search, taskId);
  if (verdict !== 'notWaiting' && !search.says.some((text) => text.startsWith('only the timeout')))
    sayTimeout(search, taskId);
  return { verdict, sentence: search.says.map((text) => `${sentence(text)}.`).join(' '), chain: search.chain };
}

function followTask(search: Search, id: number): WhyVerdict {
  const { world, chain, says, seen } = search;
  const task = world.tasks.get(id);
  const name = taskName(world, id);
  const isStart = chain.length === 0;
  chain.push({ kind: 'task', id, text: name });
  if (seen.has(id)) {
    const isHopeless = unlessTimeout(search, 'deadlock') === 'deadlock';
    const rest = isHopeless ? ', and none of them can ever go on' : '';
    says.splice(isHopeless ? says.length : -1, 0, `that is a circle: ${name} waits in the end for itself${rest}`);
    return isHopeless ? 'deadlock' : 'timer';
  }
  seen.add(id);
  if (task === undefined || chain.length > LINKS_MAX) return 'nobody';
  switch (task.state) {
    case 'running':
      says.push(`${name} is running`);
      return isStart ? 'notWaiting' : 'willRun';
    case 'ready':
      says.push(`${name} is ready: ${place(world, id)}`);
      return isStart ? 'notWaiting' : 'willRun';
    case 'waiting':
      return followFuture(search, id, task.waitsOn);
    default:
      says.push(`${name} has ended`);
      return isStart ? 'notWaiting' : 'willRun';
  }
}

function followFuture(search: Search, taskId: number, future: number): WhyVerdict {
  const { world, chain, says } = search;
  const name = taskName(world, taskId);
  if (world.tasks.has(future)) {
    says.push(`${name} waits for ${taskName(world, future)}`);
    return followTask(search, future);
  }
  const label = futureLabel(world, future);
  chain.push({ kind: 'future', id: future, text: label });
  const dueUs = timerUs(world, future);
  const children = childrenOf(world, future);
  if (dueUs !== null) {
    const timer = world.futures.get(future)?.timer ?? 0;
    chain.push({ kind: 'timer', id: timer, text: handleName(world, timer) });
    if (children.length > 0) {
      followChildren(search, name, children, `, until ${timeText(dueUs)} at the latest`);
      return 'timer';
    }
    const rest = durationText(Math.max(0, dueUs - world.timeUs));
    says.push(`${name} waits for ${label}: a timer wakes it at ${timeText(dueUs)}, in ${rest}`);
    return 'timer';
  }
  if (children.length > 0) return followChildren(search, name, children);
  const held = scopeChildren(world, taskId, label);
  if (held.length > 0) return followChildren(search, name, held);
  const sync = syncOf(world, future);
  if (sync !== undefined) return followSync(search, { name, future, sync });
  return nobodyYet(search, name, label, taskId);
}

/** A gather or a wait: all that are not done hold it up. The worst of them is the answer. */
function followChildren(search: Search, name: string, children: readonly number[], limit = ''): WhyVerdict {
  const { world, says } = search;
  says.push(`${name} waits for ${listOf(children.map((id) => futureLabel(world, id)))}${limit}`);
  const verdicts = children.map((id) => followBranch(search, id));
  return verdicts.find((verdict) => verdict === 'deadlock' || verdict === 'nobody') ?? verdicts[0] ?? 'nobody';
}

function followBranch(search: Search, id: number): WhyVerdict {
  const branch: Search = { ...search, says: [], seen: new Set(search.seen) };
  const verdict = search.world.tasks.has(id) ? followTask(branch, id) : followFuture(branch, id, id);
  for (const text of branch.says)
    if (search.says.length < SENTENCES_MAX && !search.says.includes(text)) search.says.push(text);
  return verdict;
}

interface InLine {
  readonly name: string;
  readonly future: number;
  readonly sync: Sync;
}

function followSync(search: Search, { name, future, sync }: InLine): WhyVerdict {
  const { world, chain, says } = search;
  const what = syncName(sync, sync.id);
  chain.push({ kind: 'sync', id: sync.id, text: what });
  const before = Math.max(sync.waiters.indexOf(future), sync.putters.indexOf(future));
  const line = before <= 0 ? '' : `, behind ${before} ${before === 1 ? 'other' : 'others'}`;
  if (sync.owner !== 0 && sync.state === 'locked' && sync.type !== 'Condition') {
    says.push(`${name} waits in line for ${what}${line}, which ${taskName(world, sync.owner)} holds`);
    return hasEnded(world, sync.owner) ? keptForEver(search, sync.owner) : followTask(search, sync.owner);
  }
  says.push(`${name} waits ${need(sync, future)}${line}`);
  return sync.holders.length > 0 ? followHolders(search, sync.holders) : whoeverCan(search);
}

/** One of those who have a permit gives it back: the first who can is the answer. */
function followHolders(search: Search, holders: readonly number[]): WhyVerdict {
  const { says, world } = search;
  says.push(`its permits are held by ${listOf(holders.map((id) => taskName(world, id)))}`);
  const verdicts = holders.map((id) => (hasEnded(world, id) ? keptForEver(search, id) : followBranch(search, id)));
  return verdicts.find((verdict) => verdict !== 'deadlock' && verdict !== 'nobody') ?? verdicts[0] ?? 'nobody';
}

function hasEnded(world: World, task: number): boolean {
  return (world.tasks.get(task)?.finishedAt ?? 0) > 0;
}

/** What an ended task still holds it can no longer give back; somebody else might. */
function keptForEver(search: Search, task: number): WhyVerdict {
  search.says.push(`${taskName(search.world, task)} has ended without releasing it`);
  return whoeverCan(search);
}

function need(sync: Sync, future: number): string {
  const what = syncName(sync, sync.id);
  if (sync.type.endsWith('Queue')) {
    return sync.putters.includes(future) ? `for a free place in ${what}` : `for somebody to put an item into ${what}`;
  }
  if (sync.type === 'Event') return `for somebody to set ${what}`;
  if (sync.type === 'Condition') return `for somebody to notify ${what}`;
  if (sync.type === 'Barrier') return `for enough others to reach ${what}`;
  if (sync.type.endsWith('Semaphore')) return `for somebody to release ${what}`;
  return `for ${what}`;
}

/** What some futures of Lib stand for, in words. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  'Queue.join': 'until every item of the queue is marked as done',
  'StreamReader._wait_for_data': 'for data of a stream',
  'FlowControlMixin._drain_helper': 'until its peer has taken what was sent',
  'Lock.acquire': 'in line for a lock',
};

/** No task, lock or timer ends it: the network does, another thread or process, or somebody with the future in hand. */
function nobodyYet(search: Search, name: string, label: string, task: number): WhyVerdict {
  const { says, world } = search;
  const elsewhere = runningElsewhere(world, label);
  if (elsewhere !== null) {
    says.push(`${name} waits ${elsewhere}`);
    return 'willRun';
  }
  const reason = networkReason(world, task);
  if (reason !== null) {
    says.push(`${name} waits ${reason.text}`);
    if (reason.peer === null) return 'network';
    const isThere = world.tasks.get(reason.peer)?.finishedAt === 0;
    return isThere ? followTask(search, reason.peer) : whoeverCan(search);
  }
  const stands = STANDS_FOR[label] ?? `for ${label}, and no timer will end that: somebody has to give it a result`;
  says.push(`${name} waits ${stands}`);
  return whoeverCan(search);
}

/** A call in another thread, or the end of a process; null: neither. */
function runningElsewhere(world: World, label: string): string | null {
  if (label === 'run_in_executor') {
    const threads = threadTexts(world);
    return threads.length === 0 ? null : `for a call in another thread: ${listOf(threads)}`;
  }
  if (!label.startsWith('BaseSubprocessTransport')) return null;
  const processes = processesLeft(world);
  return processes.length === 0 ? null : `for the end of ${listOf(processes)}`;
}

/** Somebody must act. When nobody is left, a timeout around one of those who wait may still end it. */
function whoeverCan(search: Search): WhyVerdict {
  const { verdict, sentence: text } = wakersLeft(search.world, search.seen);
  search.says.push(text);
  return verdict === 'nobody' ? unlessTimeout(search, verdict) : verdict;
}

/** The deadline of the innermost timeouts of those who wait for one another. */
function unlessTimeout({ says, seen, world }: Search, verdict: WhyVerdict): WhyVerdict {
  const soonest = [...world.scopes.values()]
    .filter((scope) => seen.has(scope.task) && isRunning(scope))
    .sort((a, b) => a.whenUs - b.whenUs)[0];
  if (soonest === undefined) return verdict;
  says.push(`only the timeout of ${taskName(world, soonest.task)} ends that, at ${timeText(soonest.whenUs)}`);
  return 'timer';
}

function isRunning({ state, type, whenUs }: Scope): boolean {
  return type === 'timeout' && state === 'entered' && whenUs > 0;
}

/** What ends the wait of the task itself at the latest. */
function sayTimeout({ says, world }: Search, task: number): void {
  const own = [...world.scopes.values()].filter((scope) => scope.task === task && isRunning(scope));
  const whenUs = Math.min(...own.map((scope) => scope.whenUs));
  if (own.length > 0) says.push(`a timeout ends that at ${timeText(whenUs)} at the latest`);
}

/** At the end of a task group, or in as_completed: whom the task waits for there. `label`: of the future. */
export function scopeChildren(world: World, task: number, label: string): readonly number[] {
  if (label !== 'TaskGroup' && label !== 'as_completed') return NOBODY;
  const scopes = [...world.scopes.values()].filter(({ type }) => type === label);
  const own = scopes.findLast((scope) => scope.task === task);
  return (own?.children ?? NOBODY).filter((child) => world.futures.get(child)?.state === 'pending');
}

function place(world: World, task: number): string {
  const index = world.ready.findIndex((id) => world.handles.get(id)?.task === task);
  if (index < 0) return 'its turn comes';
  return index === 0 ? 'it is the next in the ready queue' : `number ${index + 1} in the ready queue`;
}
