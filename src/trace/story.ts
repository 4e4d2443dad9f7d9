/** The whole story of one thing: the positions of all events that it has a part in, lines and calls apart. */
import type { EventKind, TraceEvent } from './events.ts';
import { lineageOf, stationsOf } from './lineage.ts';
import { livesOf } from './lives.ts';
import { type Trace, visitRows } from './trace.ts';

/** What can be followed. A process and a thread by their numbers; `link` is a connection, `queue` a channel. */
export interface Followed {
  readonly kind:
    | 'task'
    | 'future'
    | 'handle'
    | 'sync'
    | 'coroutine'
    | 'thread'
    | 'process'
    | 'link'
    | 'message'
    | 'envelope'
    | 'queue';
  readonly id: number;
}

/** Ascending. */
export function storyOf(trace: Trace, { id, kind }: Followed): readonly number[] {
  if (kind === 'envelope') return distinct(stationsOf(lineageOf(livesOf(trace), id)).map(({ position }) => position));
  const isPart = kind === 'task' && id > 0 ? partOfTask(trace, id) : PARTS[kind](id);
  const positions: number[] = [];
  visitRows(trace, (event, position) => {
    if (isPart(event, position)) positions.push(position);
  });
  return positions;
}

type Part = (event: TraceEvent, position: number) => boolean;

/** Fields in which a task or future is named. In other events a field of that name holds something else. */
const FUTURE_FIELDS = ['task', 'future', 'waiter', 'waited', 'forwarded'] as const;
const NAMED_BY: Readonly<Partial<Record<EventKind, readonly string[]>>> = {
  'task.created': ['parent'],
  'task.cancelRequested': ['by'],
  'future.resolved': ['by'],
};

const isFuture =
  (id: number): Part =>
  (event) =>
    FUTURE_FIELDS.some((field) => field in event && numberIn(event, field) === id) ||
    (NAMED_BY[event.kind] ?? []).some((field) => numberIn(event, field) === id);

const hasField =
  (field: string, kinds: RegExp = /./) =>
  (id: number): Part =>
  (event) =>
    field in event && numberIn(event, field) === id && kinds.test(event.kind);

const PARTS: Readonly<Record<Exclude<Followed['kind'], 'envelope'>, (id: number) => Part>> = {
  task: (id) => hasField('thread', /^thread\./)(-id),
  future: isFuture,
  handle: hasField('handle'),
  sync: hasField('sync', /^sync\./),
  coroutine: hasField('coroutine'),
  thread: hasField('thread', /^thread\./),
  process: hasField('process'),
  link: hasField('connection'),
  message: hasField('message', /^message\./),
  queue: isOfQueue,
};

/** Events of the loop itself, which happen while a task is said to run only because steps are inside of them. */
const OF_LOOP = /^(loop|handle\.(started|finished)|timer\.due|clock|process|thread)/;

/** What names the task, and what happens while it runs. */
function partOfTask({ history }: Trace, id: number): Part {
  const isNamed = isFuture(id);
  const turns = (history.index.laneOf.get(id)?.starts ?? [])
    .filter(({ from }) => from <= history.length)
    .map(({ from, state }, index, all) => ({
      isRunning: state === 'running',
      from,
      to: all[index + 1]?.from ?? Number.POSITIVE_INFINITY,
    }));
  let at = 0;
  return (event, position) => {
    while ((turns[at]?.to ?? Number.POSITIVE_INFINITY) < position) at++;
    const turn = turns[at];
    const isInTurn = turn?.isRunning === true && position > turn.from && position <= turn.to;
    return isNamed(event, position) || (isInTurn && !OF_LOOP.test(event.kind));
  };
}

/** Also what happens to the envelopes that stand in it. */
function isOfQueue(id: number): Part {
  const own = new Set<number>();
  return (event) => {
    if ('queue' in event && event.queue === id) {
      if (event.kind === 'envelope.stored') own.add(event.envelope);
      return true;
    }
    return 'envelope' in event && own.has(event.envelope);
  };
}

function numberIn(event: TraceEvent, field: string): number {
  return Number((event as unknown as Readonly<Record<string, unknown>>)[field]);
}

function distinct(positions: readonly number[]): readonly number[] {
  return [...new Set(positions)].sort((a, b) => a - b);
}
