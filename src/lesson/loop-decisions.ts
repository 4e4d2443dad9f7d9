/** The choices of an event loop: what it runs next, and how long it sleeps when there is nothing to run. */
import type { Trace } from '../trace/trace.ts';
import { worldAfter } from '../trace/trace.ts';
import { futureLabel, handleName, sentence, shortLabel, timeText } from '../trace/words.ts';
import { type Handle, isOfShutdown, isOver, type World } from '../trace/world.ts';
import type { Card, Decision } from './decisions.ts';
import { decisionsAlong, lay } from './table.ts';
import { timersLeft } from './ties.ts';

const READY_MAX = 4;
const TIMERS_MAX = 2;
const SLEEPERS_MAX = 4;

/** Of a program in one process: in several each loop decides for itself, at the same time. */
export function loopDecisions(trace: Trace): readonly Decision[] {
  if (trace.history.index.processes > 0) return [];
  return decisionsAlong(trace, (event, position) => {
    if (event.kind === 'task.resumed' || event.kind === 'handle.started') return runs(trace, position, event.handle);
    return event.kind === 'clock.advanced' && event.by === 0 ? sleeps(trace, position, event.time) : null;
  });
}

function runs(trace: Trace, at: number, handle: number): Decision | null {
  const world = worldAfter(trace, at);
  const ready = world.ready.filter((id) => world.handles.get(id)?.state !== 'cancelled');
  const task = world.tasks.get(world.handles.get(handle)?.task ?? 0);
  if (ready[0] !== handle || (task !== undefined && isOfShutdown(task))) return null;
  const first = nameOf(world, handle);
  const cards = ready.slice(0, READY_MAX).map((id, index): Card => {
    const isFirst = index === 0;
    const says = isFirst
      ? `${sentence(first)} has stood in the ready queue longest.`
      : `${sentence(nameOf(world, id))} came into the ready queue after ${first}: it is number ${index + 1}.`;
    return { ...face(world, id, 'ready'), isLegal: isFirst, says, rule: 'fifo' };
  });
  const timers = timersLeft(world).slice(0, TIMERS_MAX);
  const waiting = timers.map(({ handle: id, whenUs }): Card => {
    const says = `That timer is due at ${timeText(whenUs)}, and it is ${timeText(world.timeUs)}. What is ready comes first.`;
    return { ...face(world, id, 'timer'), isLegal: false, says, rule: whenUs > world.timeUs ? 'timers' : 'dueBehind' };
  });
  const ask = 'What do you run next?';
  return lay({ role: 'loop', at, to: at + 1, ask, cards: [...cards, ...waiting], truth: cardOf(handle) });
}

function sleeps(trace: Trace, at: number, timeUs: number): Decision | null {
  const world = worldAfter(trace, at);
  if (world.ready.length > 0 || world.loops.every(({ state }) => state !== 'running')) return null;
  const timers = timersLeft(world).slice(0, SLEEPERS_MAX);
  const firstUs = Math.min(timeUs, ...timers.map(({ whenUs }) => whenUs));
  const cards = [
    ...timers.map(({ handle, whenUs }): Card => {
      const isFirst = whenUs === firstUs;
      const says = isFirst
        ? `Nothing is due before ${timeText(whenUs)}.`
        : `It is due at ${timeText(whenUs)}. Something else comes at ${timeText(firstUs)} already.`;
      return { ...face(world, handle, 'timer'), isLegal: isFirst, says, rule: 'timers' };
    }),
    ...arrivals(world).map(({ dueUs, id, title }): Card => {
      const says =
        dueUs === firstUs
          ? `It arrives at ${timeText(dueUs)}, and nothing is due before that.`
          : `It is still on its way, until ${timeText(dueUs)}.`;
      return { id, kind: 'io', title, detail: 'over the network', isLegal: dueUs === firstUs, says, rule: 'io' };
    }),
  ];
  const truth = cards.find(({ isLegal }) => isLegal)?.id ?? '';
  return lay({ role: 'loop', at, to: at + 1, ask: 'Nothing is ready. What do you sleep for?', cards, truth });
}

interface Arrival {
  readonly id: string;
  readonly title: string;
  readonly dueUs: number;
}

const ARRIVALS_MAX = 2;

function arrivals({ connections }: World): readonly Arrival[] {
  const open = connections.filter((each) => !isOver(each));
  const answers = open.flatMap(({ dueUs, id, state, to }) =>
    state === 'connecting' && dueUs !== null ? [{ id: `c${id}`, title: `the answer of ${to}`, dueUs }] : [],
  );
  const messages = open.flatMap((each) =>
    each.messages
      .filter(({ dueUs }) => dueUs > 0)
      .map(({ dueUs, id, label }) => ({ id: `m${id}`, title: label === '' ? 'bytes' : label, dueUs })),
  );
  return [...answers, ...messages].sort((a, b) => a.dueUs - b.dueUs).slice(0, ARRIVALS_MAX);
}

function face(world: World, id: number, kind: 'ready' | 'timer'): Pick<Card, 'id' | 'kind' | 'title' | 'detail'> {
  return { id: cardOf(id), kind, title: nameOf(world, id), detail: detailOf(world, world.handles.get(id)) };
}

function cardOf(handle: number): string {
  return `h${handle}`;
}

function nameOf(world: World, id: number): string {
  const handle = world.handles.get(id);
  if (handle?.reason !== 'timer' || handle.whenUs === null || handle.future === 0) return handleName(world, id);
  return `${futureLabel(world, handle.future)}, due at ${timeText(handle.whenUs)}`;
}

function detailOf(world: World, handle: Handle | undefined): string {
  if (handle === undefined) return '';
  const waiter = world.futures.get(handle.future)?.waiters[0] ?? 0;
  const task = world.tasks.get(handle.task === 0 ? waiter : handle.task);
  if (handle.reason === 'timer') return task === undefined ? '' : `wakes ${shortLabel(task)}`;
  if (task === undefined) return handle.future === 0 ? '' : futureLabel(world, handle.future);
  return shortLabel(task);
}
