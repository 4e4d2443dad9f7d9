/** Whether the facts that a gallery scenario states hold in its trace. Each answer is null, or one sentence. */
import { assertNever } from '../lib/assert.ts';
import type { EventPattern, Fact } from '../scenario/gallery/entry.ts';
import type { Lane } from '../trace/history.ts';
import { lanesOf, timeAt } from '../trace/history.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import { futureLabel } from '../trace/words.ts';
import type { Task, World } from '../trace/world.ts';
import { patternFault, patternText, positionAfter, positionsOf, type Rows } from './patterns.ts';

export interface Recorded {
  readonly trace: Trace;
  readonly rows: Rows;
}

type FactOf<K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>;

/** `recordedOf` gives the run of another scenario. */
export function factFault(fact: Fact, run: Recorded, recordedOf: (slug: string) => Recorded | null): string | null {
  for (const pattern of patternsOf(fact)) {
    const fault = patternFault(pattern);
    if (fault !== null) return fault;
  }
  switch (fact.kind) {
    case 'inOrder':
      return orderFault(fact.events, run.rows);
    case 'atOnce':
      return atOnceFault(fact.events, run.rows);
    case 'count':
      return countFault(fact, run.rows);
    case 'parkedTogether':
      return parkedFault(fact, run);
    case 'chain':
      return chainFault(fact, run);
    case 'ready':
      return readyFault(fact, run);
    case 'ends':
      return endFault(fact, run.trace);
    case 'lanesLike':
      return lanesFault(run.trace, recordedOf(fact.slug)?.trace ?? null);
    default:
      return assertNever(fact);
  }
}

function patternsOf(fact: Fact): readonly EventPattern[] {
  if (fact.kind === 'inOrder' || fact.kind === 'atOnce') return fact.events;
  if (fact.kind === 'count') return [fact.event];
  return fact.kind === 'ready' ? [fact.after] : [];
}

function orderFault(events: readonly EventPattern[], rows: Rows): string | null {
  let position = 0;
  for (const pattern of events) {
    const next = positionAfter(rows, pattern, position);
    if (next === null) return `${patternText(pattern)} does not happen after step ${position}`;
    position = next;
  }
  return null;
}

/** Tries every place where the first of them happens. */
function atOnceFault(events: readonly EventPattern[], rows: Rows): string | null {
  const [first, ...rest] = events;
  if (first === undefined) return null;
  const isAtOnce = positionsOf(rows, first).some((start) => {
    let position = start;
    for (const pattern of rest) position = positionAfter(rows, pattern, position) ?? Number.POSITIVE_INFINITY;
    const turn = positionAfter(rows, { kind: 'loop.iterationBegan' }, start) ?? rows.list.length + 1;
    return position < turn;
  });
  return isAtOnce ? null : `not in one iteration of the loop: ${events.map(patternText).join(', ')}`;
}

function countFault({ event, times }: FactOf<'count'>, rows: Rows): string | null {
  const found = positionsOf(rows, event).length;
  return found === times ? null : `${patternText(event)} happens ${found} times, and not ${times} times`;
}

function parkedFault({ tasks }: FactOf<'parkedTogether'>, { trace, rows }: Recorded): string | null {
  const isSo = positionsOf(rows, { kind: 'task.suspended' }).some((position) => {
    const world = worldAfter(trace, position);
    return tasks.every(({ task, line }) => parkedLine(trace, taskNamed(world, task)) === line);
  });
  return isSo
    ? null
    : `never parked at the same time: ${tasks.map(({ task, line }) => `${task} at ${line}`).join(', ')}`;
}

/** The line of the program where it is parked; 0 when it is not. */
function parkedLine({ codes }: Trace, task: Task | undefined): number {
  if (task?.state !== 'waiting') return 0;
  return task.parked.findLast(({ code }) => codes[code]?.isUser === true)?.line ?? 0;
}

function chainFault({ task, functions, future }: FactOf<'chain'>, { trace, rows }: Recorded): string | null {
  const seen = new Set<string>();
  for (const position of positionsOf(rows, { kind: 'task.suspended', task })) {
    const world = worldAfter(trace, position);
    const parked = taskNamed(world, task);
    if (parked === undefined) continue;
    const names = parked.parked.map(({ code }) => trace.codes[code]?.qualname ?? '');
    const label = world.futures.get(parked.waitsOn)?.label ?? futureLabel(world, parked.waitsOn);
    seen.add([...names, label].join(' > '));
  }
  const wanted = [...functions, future].join(' > ');
  return seen.has(wanted) ? null : `the await chain of ${task} is never ${wanted}, but ${[...seen].join('; ')}`;
}

function readyFault({ after, tasks }: FactOf<'ready'>, { trace, rows }: Recorded): string | null {
  const [position] = positionsOf(rows, after);
  if (position === undefined) return `${patternText(after)} does not happen`;
  const world = worldAfter(trace, position);
  const names = world.ready.map((id) => world.tasks.get(world.handles.get(id)?.task ?? 0)?.name ?? '');
  const isSo = names.join() === tasks.join();
  return isSo
    ? null
    : `after ${patternText(after)} the ready queue holds [${names.join(', ')}], not [${tasks.join(', ')}]`;
}

function endFault({ task, as, atMs }: FactOf<'ends'>, trace: Trace): string | null {
  const lane = programLanes(trace).find(({ name }) => name === task);
  if (lane === undefined) return `there is no task ${task}`;
  const end = lane.cap === '' ? 'never' : lane.cap;
  const us = lane.cap === '' ? trace.timeUs : timeAt(trace.history, lane.finishedAt);
  const isSo = end === as && us === atMs * 1000;
  return isSo ? null : `${task} ends as ${end} at ${us / 1000} ms, and not as ${as} at ${atMs} ms`;
}

function lanesFault(trace: Trace, other: Trace | null): string | null {
  if (other === null) return 'the scenario with the same lanes is not in the gallery';
  const mine = programLanes(trace).map(laneText);
  const theirs = programLanes(other).map(laneText);
  const index = mine.findIndex((text, at) => text !== theirs[at]);
  if (index < 0 && mine.length === theirs.length) return null;
  return `the lanes differ: ${mine[index] ?? 'none'}, there ${theirs[index] ?? 'none'}`;
}

/** Without the tasks that `asyncio.run` makes to shut down. */
function programLanes(trace: Trace): readonly Lane[] {
  const { tasks } = worldAfter(trace, trace.length);
  return lanesOf(trace.history).filter((lane) => trace.codes[tasks.get(lane.task)?.code ?? -1]?.isUser === true);
}

function laneText({ name, label, cap, spans }: Lane): string {
  const parts = spans.map((span) => `${span.state} ${span.label} ${span.fromUs}-${span.toUs}`);
  return `${name} (${label}) ${cap}: ${parts.join(', ')}`;
}

function taskNamed({ tasks }: World, name: string): Task | undefined {
  for (const task of tasks.values()) if (task.name === name) return task;
  return undefined;
}
