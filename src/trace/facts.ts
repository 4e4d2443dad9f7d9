/** What the trace itself knows of one thing at a position, as names and texts: no program has to run again for it. */
import { envelopeOf, queueOf } from './brokers.ts';
import { endedText } from './ended-text.ts';
import { peerName } from './narrate-network.ts';
import { threadName } from './process-names.ts';
import type { Followed } from './story.ts';
import {
  coroutineName,
  cut,
  futureLabel,
  futureName,
  futureSettledText,
  handleName,
  listOf,
  syncName,
  taskName,
  taskWithLabel,
  timeText,
} from './words.ts';
import type { Connection, Task, WireMessage, World } from './world.ts';

export interface Facts {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, text: string])[];
}

type Rows = readonly (readonly [name: string, text: string | null])[];

/** Null: there is no such thing at that position, or it has been forgotten. */
export function factsOf(world: World, thing: Followed): Facts | null {
  const found = titled(world, thing);
  if (found === null) return null;
  const rows = found.rows.flatMap(([name, text]) => (text === null || text === '' ? [] : [[name, text] as const]));
  return { title: found.title, rows };
}

function titled(world: World, { id, kind }: Followed): { readonly title: string; readonly rows: Rows } | null {
  switch (kind) {
    case 'task':
      return id < 0 ? threadFacts(world, -id) : taskFacts(world, id);
    case 'future':
      return futureFacts(world, id);
    case 'handle':
      return handleFacts(world, id);
    case 'sync':
      return syncFacts(world, id);
    case 'coroutine':
      return coroutineFacts(world, id);
    case 'thread':
      return threadFacts(world, id);
    case 'process':
      return processFacts(world, id);
    case 'link':
      return linkFacts(world, id);
    case 'message':
      return messageFacts(world, id);
    case 'queue':
      return queueFacts(world, id);
    case 'envelope':
      return envelopeFacts(world, id);
  }
}

function taskFacts(world: World, id: number) {
  const task = world.tasks.get(id);
  if (task === undefined) return world.futures.has(id) ? futureFacts(world, id) : null;
  const { cancel, parent, steps, waitsOn, wokenBy } = task;
  return {
    title: `Task ${taskWithLabel(world, id)}`,
    rows: [
      ['state', stateText(task)],
      ['waits for', waitsOn === 0 ? null : futureName(world, waitsOn)],
      ['cancel', cancel.phase === 'none' ? null : `${cancel.phase}; cancelling() = ${cancel.count}`],
      ['created by', parent === 0 ? 'the main module' : taskWithLabel(world, parent)],
      ['woken by', wokenBy === null ? null : wokenBy.task === 0 ? 'the loop' : taskName(world, wokenBy.task)],
      ['turns', String(steps)],
    ] satisfies Rows,
  };
}

function stateText({ result, state }: Task): string {
  return result === '' ? state : `${state}: ${cut(result)}`;
}

function futureFacts(world: World, id: number) {
  const future = world.futures.get(id);
  if (future === undefined) return null;
  const { createdBy, resolvedBy, state, waiters } = future;
  return {
    title: `Future ${futureLabel(world, id)}`,
    rows: [
      ['state', state === 'pending' ? 'pending' : futureSettledText(future)],
      ['awaited by', listOf(waiters.map((waiter) => taskWithLabel(world, waiter)))],
      ['created by', createdBy === 0 ? null : taskName(world, createdBy)],
      ['settled by', resolvedBy === 0 ? null : taskName(world, resolvedBy)],
    ] satisfies Rows,
  };
}

function handleFacts(world: World, id: number) {
  const handle = world.handles.get(id);
  if (handle === undefined) return null;
  const { state, whenUs } = handle;
  return {
    title: `Handle: ${handleName(world, id)}`,
    rows: [
      ['state', state],
      ['due', whenUs === null ? null : timeText(whenUs)],
    ] satisfies Rows,
  };
}

function syncFacts(world: World, id: number) {
  const sync = world.syncs.get(id);
  if (sync === undefined) return null;
  const { holders, items, limit, owner, putters, state, waiters } = sync;
  const names = (ids: readonly number[]) => listOf(ids.map((each) => waiterName(world, each)));
  return {
    title: syncName(sync, id),
    rows: [
      ['state', state],
      ['limit', limit === 0 ? null : String(limit)],
      ['held by', owner === 0 ? listOf(holders.map((each) => taskName(world, each))) : taskName(world, owner)],
      ['items', listOf(items, 8)],
      ['waiting', names(waiters)],
      ['waiting to put', names(putters)],
    ] satisfies Rows,
  };
}

/** Who waits on a future in the line of a lock. */
function waiterName(world: World, future: number): string {
  const [task] = world.futures.get(future)?.waiters ?? [];
  return task === undefined ? futureName(world, future) : taskName(world, task);
}

function coroutineFacts(world: World, id: number) {
  const coroutine = world.coroutines.get(id);
  if (coroutine === undefined) return null;
  return {
    title: coroutineName(coroutine, id),
    rows: [
      ['state', coroutine.state],
      ['called by', coroutine.createdBy === 0 ? null : taskName(world, coroutine.createdBy)],
    ] satisfies Rows,
  };
}

function threadFacts(world: World, id: number) {
  const thread = world.threads.find((each) => each.id === id);
  if (thread === undefined) return null;
  return {
    title: threadName(world, id),
    rows: [
      ['state', thread.state],
      ['waits for', thread.state === 'waiting' ? thread.waitsFor : null],
    ] satisfies Rows,
  };
}

function processFacts(world: World, id: number) {
  const process = world.processes.find((each) => each.id === id);
  if (process === undefined) return null;
  return {
    title: `process ${process.pid} ${process.label}`,
    rows: [['state', process.status === null ? 'runs' : endedText(process.status)]] satisfies Rows,
  };
}

function linkFacts(world: World, id: number) {
  const link = world.connections.find((each) => each.id === id);
  if (link === undefined) return null;
  const { address, arrived, messages, reason, state } = link;
  return {
    title: `link ${link.from} – ${peerName(link, id)}`,
    rows: [
      ['state', state],
      ['address', address],
      ['under way', listOf(messages.map(({ label }) => label))],
      ['arrived', listOf(arrived.map(({ label }) => label))],
      ['reason', reason],
    ] satisfies Rows,
  };
}

function messageFacts(world: World, id: number) {
  for (const link of world.connections) {
    const isIt = (each: WireMessage): boolean => each.id === id;
    const message = link.messages.find(isIt) ?? link.arrived.find(isIt);
    if (message !== undefined) return { title: `message ${message.label}`, rows: messageRows(link, message) };
  }
  return null;
}

function messageRows(link: Connection, { dueUs, id, isForward, sentUs, size }: WireMessage): Rows {
  const to = peerName(link, link.id);
  return [
    ['state', link.messages.some((each) => each.id === id) ? 'on its way' : 'arrived'],
    ['from', isForward ? link.from : to],
    ['to', isForward ? to : link.from],
    ['size', `${size} bytes`],
    ['sent', timeText(sentUs)],
    ['there', dueUs === 0 ? 'never' : timeText(dueUs)],
  ];
}

function queueFacts(world: World, id: number) {
  const queue = queueOf(world, id);
  if (queue === undefined) return null;
  const { accepted, capacity, delivered, items, lastDrop, name, unacked } = queue;
  return {
    title: `channel ${name}`,
    rows: [
      [
        'holds',
        items.length === 0
          ? 'nothing'
          : listOf(
              items.map((each) => envelopeOf(world, each)?.label ?? ''),
              6,
            ),
      ],
      ['capacity', capacity === 0 ? 'no limit' : String(capacity)],
      ['unacknowledged', unacked.length === 0 ? null : String(unacked.length)],
      ['so far', `${accepted} in, ${delivered} out`],
      ['last lost', lastDrop === null ? null : `${lastDrop.label}: ${lastDrop.reason}`],
    ] satisfies Rows,
  };
}

function envelopeFacts(world: World, id: number) {
  const envelope = envelopeOf(world, id);
  if (envelope === undefined) return null;
  const { body, consumer, label, name, state, text } = envelope;
  return {
    title: `message ${label}`,
    rows: [
      ['state', text === '' ? state : `${state}: ${text}`],
      ['channel', name],
      ['consumer', consumer],
      ['body', body],
    ] satisfies Rows,
  };
}
