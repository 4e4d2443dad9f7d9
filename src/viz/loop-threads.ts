/** Threads, grouped by their processes, with who holds the GIL; and the locks, queues and the like that stand between them. */

import { shortProcessName } from '../trace/process-names.ts';
import { durationText } from '../trace/words.ts';
import { isMainThread, type Thread, type ThreadSync, type World } from '../trace/world.ts';
import { type Cell, type CellGroup, groupOf } from './loop-cells.ts';
import type { StateName } from './states.ts';

export function threadGroups(world: World): readonly CellGroup[] {
  const { processes, threads, threadSyncs } = world;
  const cell = (thread: Thread): Cell => threadCell(world, thread);
  const alone = groupOf({ key: 'threads', title: 'threads, one of which holds the GIL' }, threads, cell);
  const several = processes.map((process) => {
    const { id, status } = process;
    const own = status === null ? threads.filter(({ process }) => process === id) : [];
    return groupOf(
      { key: `threads of process ${id}`, title: `threads of process ${shortProcessName(processes, process)}` },
      own,
      cell,
    );
  });
  const syncs = groupOf({ key: 'threadSyncs', title: 'between threads' }, threadSyncs, (sync) => syncCell(world, sync));
  return [...(processes.length > 1 ? several : [alone]), syncs];
}

function threadCell(world: World, thread: Thread): Cell {
  const isLoop = world.loops.some((loop) => loop.thread === thread.id && loop.state === 'running');
  const blocksLoop = isLoop && thread.state === 'waiting' && thread.what !== 'select';
  return {
    key: `thread ${thread.id}`,
    title: `T${thread.id} ${thread.name}`,
    detail: `${stateWords(world, thread)}${blocksLoop ? ': its event loop is blocked' : ''}`,
    state: blocksLoop ? 'blocked' : STATES[thread.state],
  };
}

const STATES: Readonly<Record<Thread['state'], StateName>> = {
  running: 'running',
  ready: 'ready',
  waiting: 'waiting',
  ended: 'done',
};

function stateWords(world: World, { holder, id, process, state, untilUs, waitsFor, what }: Thread): string {
  if (state === 'running') return isMainOfEnded(world, process) ? 'has ended' : 'holds the GIL';
  if (state === 'ready') return 'ready, waits for the GIL';
  if (state === 'ended') return 'has ended';
  const rest = untilUs > world.timeUs ? `, ${durationText(untilUs - world.timeUs)} at most` : '';
  if (what === 'sleep') return `sleeps for ${durationText(Math.max(0, untilUs - world.timeUs))}`;
  if (what === 'select') return `its event loop is idle${rest}`;
  if (what === 'join') return `waits for the end of ${waitsFor}${rest}`;
  const held = holder === 0 ? '' : holder === id ? ', which it holds itself' : `, held by T${holder}`;
  return `waits for ${waitsFor}${held}${rest}`;
}

function isMainOfEnded({ processes }: World, process: number): boolean {
  return processes.some(({ id, status }) => id === process && status !== null);
}

function syncCell(world: World, sync: ThreadSync): Cell {
  const { id, items, label, limit, owner, putters, state, type, value, waiters } = sync;
  const isQueue = type.endsWith('Queue');
  const held = state === 'locked' && owner !== 0 ? ` by ${tag(world, owner)}` : '';
  const how = isQueue ? placesText(value, limit) : /Semaphore/.test(type) ? `${value} free` : state;
  const line = [
    ...lineOf(world, isQueue ? 'to get' : 'waiting', waiters),
    ...lineOf(world, isQueue ? 'to put' : 'for the lock', putters),
  ].join('; ');
  const isLocked = state === 'locked' && !/Semaphore/.test(type);
  return {
    key: `threadSync ${id}`,
    title: label === '' ? type : `${type} ${label}`,
    detail: `${how}${held}${line === '' ? '' : ` · ${line}`}`,
    state: waiters.length + putters.length > 0 ? 'waiting' : isLocked ? 'running' : 'done',
    ...(isQueue ? { slots: { items, limit } } : {}),
  };
}

function placesText(value: number, limit: number): string {
  if (limit > 0) return `${value} of ${limit}`;
  return value === 0 ? 'empty' : `${value} in it`;
}

function lineOf(world: World, verb: string, threads: readonly number[]): readonly string[] {
  return threads.length === 0 ? [] : [`${verb}: ${threads.map((id) => tag(world, id)).join(', ')}`];
}

/** `T2 Ann`; the main thread of one of several processes is told by that: `T2 web.1`. */
function tag(world: World, id: number): string {
  const thread = world.threads.find((each) => each.id === id);
  if (thread === undefined) return `T${id}`;
  const process = world.processes.find((each) => each.id === thread.process);
  return process !== undefined && isMainThread(world, thread)
    ? `T${id} ${shortProcessName(world.processes, process)}`
    : `T${id} ${thread.name}`;
}
