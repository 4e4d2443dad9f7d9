/** Why does a task wait? Follows what it waits for down to whoever can end it: a timer, a running task, or nobody. */
import { networkReason } from './why-network.ts';
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
import type { Sync, World } from './world.ts';

const LINKS_MAX = 100;
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
  return { verdict, sentence: search.says.map((text) => `${sentence(text)}.`).join(' '), chain: search.chain };
}

function followTask(search: Search, id: number): WhyVerdict {
  const { world, chain, says, seen } = search;
  const task = world.tasks.get(id);
  const name = taskName(world, id);
  const isStart = chain.length === 0;
  chain.push({ kind: 'task', id, text: name });
  if (seen.has(id)) {
    says.push(`that is a circle: ${name} waits in the end for itself, and none of them can ever go on`);
    return 'deadlock';
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
  const timer = world.handles.get(world.futures.get(future)?.timer ?? 0);
  if (timer !== undefined && timer.whenUs !== null && timer.state !== 'cancelled') {
    chain.push({ kind: 'timer', id: timer.id, text: handleName(world, timer.id) });
    const rest = durationText(Math.max(0, timer.whenUs - world.timeUs));
    says.push(`${name} waits for ${label}: a timer wakes it at ${timeText(timer.whenUs)}, in ${rest}`);
    return 'timer';
  }
  const children = childrenOf(world, future);
  if (children.length > 0) return followChildren(search, name, children);
  const held = scopeChildren(world, taskId, label);
  if (held.length > 0) return followChildren(search, name, held);
  const sync = syncOf(world, future);
  if (sync !== undefined) return followSync(search, { name, future, sync });
  return nobodyYet(search, name, label, taskId);
}

/** A gather or a wait: all that are not done hold it up. The worst of them is the answer. */
function followChildren(search: Search, name: string, children: readonly number[]): WhyVerdict {
  const { world, says } = search;
  says.push(`${name} waits for ${listOf(children.map((id) => futureLabel(world, id)))}`);
  const verdicts = children.map((id) => {
    const branch: Search = { ...search, says: [], seen: new Set(search.seen) };
    const verdict = world.tasks.has(id) ? followTask(branch, id) : followFuture(branch, id, id);
    if (says.length < 4) says.push(...branch.says);
    return verdict;
  });
  return verdicts.find((verdict) => verdict === 'deadlock' || verdict === 'nobody') ?? verdicts[0] ?? 'nobody';
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
  if (sync.owner !== 0 && sync.state === 'locked') {
    says.push(`${name} waits in line for ${what}${line}, which ${taskName(world, sync.owner)} holds`);
    return followTask(search, sync.owner);
  }
  says.push(`${name} waits ${need(sync, future)}${line}`);
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

function nobodyYet(search: Search, name: string, label: string, task: number): WhyVerdict {
  const reason = networkReason(search.world, task);
  if (reason !== null) {
    search.says.push(`${name} waits ${reason}`);
    return 'network';
  }
  search.says.push(`${name} waits for ${label}, and no timer will end that: somebody has to give it a result`);
  return whoeverCan(search);
}

/** Somebody must act: is there anybody who still can? */
function whoeverCan({ world, says }: Search): WhyVerdict {
  const able: string[] = [];
  for (const task of world.tasks.values()) {
    if (task.state === 'running' || task.state === 'ready') able.push(taskName(world, task.id));
    else if (task.state === 'waiting' && hasTimer(world, task.waitsOn)) able.push(taskName(world, task.id));
  }
  if (able.length > 0) {
    says.push(`that can only come from a task that still runs: ${listOf(able)}`);
    return 'willRun';
  }
  if (world.ready.length > 0 || world.timers.some((id) => world.handles.get(id)?.state === 'scheduled')) {
    says.push('only a callback that is still scheduled can do that');
    return 'willRun';
  }
  says.push('nobody is left who could ever do that');
  return 'nobody';
}

function hasTimer(world: World, future: number): boolean {
  const timer = world.handles.get(world.futures.get(future)?.timer ?? 0);
  return timer !== undefined && timer.state !== 'cancelled';
}

/** At the end of a task group, or in as_completed: whom the task waits for there. */
function scopeChildren(world: World, task: number, label: string): readonly number[] {
  if (label !== 'TaskGroup' && label !== 'as_completed') return NOBODY;
  const scopes = [...world.scopes.values()].filter(({ type }) => type === label);
  const own = scopes.findLast((scope) => scope.task === task);
  return (own?.children ?? NOBODY).filter((child) => world.futures.get(child)?.state === 'pending');
}

/** What these stand for is told in Python's await graph as awaited by the task itself. */
const TOGETHER: ReadonlySet<string> = new Set(['gather', 'wait', 'shield']);

/** Pending tasks and futures behind a gather, a wait or a shield. */
export function childrenOf(world: World, id: number): readonly number[] {
  const own = dependenciesOf(world, id);
  const future = world.futures.get(id);
  if (own.length > 0 || future === undefined || !TOGETHER.has(future.label)) return own;
  const [waiter = 0] = future.waiters;
  return waiter === 0 ? NOBODY : dependenciesOf(world, waiter).filter((child) => child !== id);
}

/** Pending tasks and futures that `waiter` depends on. */
function dependenciesOf(world: World, waiter: number): readonly number[] {
  const found: number[] = [];
  for (const { id, state, awaitedBy } of world.futures.values()) {
    if (state === 'pending' && awaitedBy.includes(waiter)) found.push(id);
  }
  return found;
}

function place(world: World, task: number): string {
  const index = world.ready.findIndex((id) => world.handles.get(id)?.task === task);
  if (index < 0) return 'its turn comes';
  return index === 0 ? 'it is the next in the ready queue' : `number ${index + 1} in the ready queue`;
}
