/** Why does a task wait: who will wake it? */
import { type Trace, worldAfter } from '../trace/trace.ts';
import { futureLabel, sentence, syncName, syncOf, taskName, taskWithLabel, timeText } from '../trace/words.ts';
import { isOfShutdown, type World } from '../trace/world.ts';
import { AHEAD_MAX, awaitedBy, lookAhead } from './ahead.ts';
import { type Candidate, offer } from './options.ts';
import type { ChoiceQuestion } from './question.ts';
import type { RuleId } from './rules.ts';
import { tiesBetween, timersLeft } from './ties.ts';

/** What ends a wait. */
type Waker =
  | { readonly kind: 'ends' | 'acts' | 'cancels'; readonly task: number }
  | { readonly kind: 'timer'; readonly whenUs: number }
  | { readonly kind: 'network' | 'nobody' };

interface Woken {
  readonly waker: Waker;
  readonly position: number;
}

const LAST = 1_000_000;

export function askWhy(trace: Trace, at: number, task: number): ChoiceQuestion | null {
  const world = worldAfter(trace, at);
  const waiting = world.tasks.get(task);
  if (waiting?.state !== 'waiting') return null;
  const woken = wakerOf(trace, at, task);
  if (woken === null) return null;
  const { position, waker } = woken;
  const legal = [waker, ...alsoLegal(trace, world, task, woken)];
  const candidates = legal.map((each) => ({
    ...candidate(world, each, waiting.waitsOn),
    isLegal: true,
  }));
  const [truth, ...also] = candidates;
  const texts = new Set(candidates.map(({ text }) => text));
  const wrong = wrongOnes(world, task, waker)
    .map((each) => candidate(world, each, waiting.waitsOn))
    .filter(({ text }) => !texts.has(text));
  const offered = truth === undefined ? null : offer(truth, [...also, ...wrong, turnOnly()]);
  if (offered === null) return null;
  const name = taskName(world, task);
  return {
    ...{
      form: 'choice',
      kind: 'why',
      at,
      to: position,
      prompt: null,
      because: '',
    },
    ...{
      ask: `${name} waits for ${waitedFor(world, task)}. Who wakes it?`,
      ...offered,
    },
    ...reasonOf(world, task, woken, legal.length > 1),
  };
}

/** Null: that cannot be said, because the recording ends before, or another thread does it. */
function wakerOf(trace: Trace, at: number, task: number): Woken | null {
  let cancelledBy: number | null = null;
  let hasNetwork = false;
  const found = lookAhead<Woken | 'unknown'>(trace, at, (event, position) => {
    if (event.kind === 'task.cancelRequested' && event.task === task) cancelledBy = event.by;
    if (/^(message|connection)\./.test(event.kind)) hasNetwork = true;
    if (event.kind === 'thread.switched' || event.kind === 'intervention.done') return 'unknown';
    if (event.kind !== 'handle.scheduled' || event.task !== task || event.reason === 3) return null;
    const before = worldAfter(trace, position - 1);
    if (cancelledBy !== null) {
      const waker: Waker = cancelledBy === 0 ? timerOf(before) : { kind: 'cancels', task: cancelledBy };
      return { waker, position };
    }
    const waker = wakerNow(before, event.future) ?? (hasNetwork ? ({ kind: 'network' } as const) : null);
    return waker === null ? 'unknown' : { waker, position };
  });
  if (found !== null) return found === 'unknown' ? null : found;
  return trace.length - at < AHEAD_MAX ? { waker: { kind: 'nobody' }, position: trace.length } : null;
}

/** Who settles the future at this moment; null: no task and no timer of the program. */
function wakerNow(before: World, future: number): Waker | null {
  if (before.tasks.has(future)) return { kind: 'ends', task: future };
  const handle = before.handles.get(before.runningHandle);
  if (before.runningTask !== 0) return { kind: 'acts', task: before.runningTask };
  if (handle?.reason === 'timer' && handle.whenUs !== null) return { kind: 'timer', whenUs: handle.whenUs };
  if (handle?.reason === 'doneCallback' && before.tasks.has(handle.future))
    return { kind: 'ends', task: handle.future };
  return null;
}

function timerOf(before: World): Waker {
  return { kind: 'timer', whenUs: before.timeUs };
}

/** Of several children that end at the very same instant, each may be the last. */
function alsoLegal(trace: Trace, world: World, task: number, { position, waker }: Woken): readonly Waker[] {
  if (waker.kind !== 'ends') return [];
  const ties = new Set(tiesBetween(trace, world.position, position).flatMap(({ tasks }) => tasks));
  const endUs = worldAfter(trace, position).timeUs;
  const children = awaitedBy(world, task);
  if (!ties.has(waker.task)) return [];
  return children
    .filter(
      (id) => id !== waker.task && ties.has(id) && world.tasks.has(id) && endsAt(trace, world.position, id) === endUs,
    )
    .map((id) => ({ kind: 'ends', task: id }));
}

function endsAt(trace: Trace, at: number, task: number): number | null {
  return lookAhead(trace, at, (event, position) =>
    event.kind === 'task.finished' && event.task === task ? worldAfter(trace, position).timeUs : null,
  );
}

/** What it might be taken for: other tasks that do the same, other timers, nobody. */
function wrongOnes(world: World, task: number, truth: Waker): readonly Waker[] {
  const alive = [...world.tasks.values()].filter(
    (each) => each.id !== task && each.finishedAt === 0 && !isOfShutdown(each),
  );
  const kind = truth.kind === 'acts' || truth.kind === 'cancels' ? truth.kind : 'ends';
  const tasks = alive.map(({ id }): Waker => ({ kind, task: id }));
  const timers = timersLeft(world).map(({ whenUs }): Waker => ({ kind: 'timer', whenUs }));
  const nobody: readonly Waker[] = truth.kind === 'nobody' ? [] : [{ kind: 'nobody' }];
  return [...tasks.slice(0, 2), ...timers.slice(0, 1), ...nobody, ...tasks.slice(2), ...timers.slice(1)];
}

function candidate(world: World, waker: Waker, future: number): Candidate {
  switch (waker.kind) {
    case 'ends':
      return {
        text: `${taskWithLabel(world, waker.task)}, when it ends`,
        isLegal: false,
        order: waker.task,
      };
    case 'acts':
      return {
        text: `${taskWithLabel(world, waker.task)}, which ${deed(world, future)}`,
        isLegal: false,
        order: waker.task,
      };
    case 'cancels':
      return {
        text: `${taskWithLabel(world, waker.task)}, which cancels it`,
        isLegal: false,
        order: waker.task,
      };
    case 'timer':
      return {
        text: `a timer, at ${timeText(waker.whenUs)}`,
        isLegal: false,
        order: LAST,
      };
    case 'network':
      return {
        text: 'something that arrives over the network',
        isLegal: false,
        order: LAST + 2,
      };
    default:
      return {
        text: 'nobody: it waits for ever',
        isLegal: false,
        order: LAST + 3,
      };
  }
}

/** What is often believed: that a task that waits is simply waiting for its turn. */
function turnOnly(): Candidate {
  return {
    text: 'the loop, as soon as it is its turn again',
    isLegal: false,
    order: LAST + 1,
  };
}

/** What ends the wait for a future of that label, as something that somebody does. */
function deed(world: World, future: number): string {
  const label = futureLabel(world, future);
  const sync = syncOf(world, future);
  const name = sync === undefined ? 'it' : syncName(sync, sync.id);
  if (label === 'Queue.join') return 'marks the last item as done';
  if (sync?.type.endsWith('Queue') === true)
    return sync.putters.includes(future) ? `takes something out of ${name}` : `puts something into ${name}`;
  if (sync?.type === 'Event') return `sets ${name}`;
  if (sync?.type === 'Condition') return `notifies ${name}`;
  if (sync?.type === 'Barrier') return `is the last to reach ${name}`;
  return sync === undefined ? 'gives it a result' : `releases ${name}`;
}

function waitedFor(world: World, task: number): string {
  const children = awaitedBy(world, task);
  if (children.length > 1) return `${children.length} tasks at once`;
  const future = world.tasks.get(task)?.waitsOn ?? 0;
  const sync = syncOf(world, future);
  return sync === undefined ? futureLabel(world, future) : syncName(sync, sync.id);
}

function reasonOf(
  world: World,
  task: number,
  { waker, position: _ }: Woken,
  isTied: boolean,
): { reason: string; rule: RuleId } {
  const name = taskName(world, task);
  const future = world.tasks.get(task)?.waitsOn ?? 0;
  switch (waker.kind) {
    case 'ends': {
      const who = taskName(world, waker.task);
      const several = awaitedBy(world, task).length > 1;
      if (isTied)
        return {
          reason: `Several end at the same instant; here ${who} is the last, and wakes ${name}.`,
          rule: 'equalTimers',
        };
      if (several)
        return {
          reason: `${who} is the last of them to end: that wakes ${name}.`,
          rule: 'together',
        };
      return {
        reason: `${who} wakes ${name}: it is what ${name} awaits, and it ends.`,
        rule: 'wakeUp',
      };
    }
    case 'acts':
      return {
        reason: `${taskName(world, waker.task)} wakes ${name}: it ${deed(world, future)}.`,
        rule: syncOf(world, future) === undefined ? 'wakeUp' : 'line',
      };
    case 'cancels':
      return {
        reason: `${taskName(world, waker.task)} wakes ${name} by cancelling it.`,
        rule: 'cancel',
      };
    case 'timer':
      return {
        reason: `The timer of ${timeText(waker.whenUs)} wakes ${name}. No task has to do anything.`,
        rule: 'timers',
      };
    case 'network':
      return {
        reason: sentence(`the loop finds what has arrived, and wakes ${name}.`),
        rule: 'io',
      };
    default:
      return {
        reason: `Nobody wakes ${name}: in this run it waits to the end.`,
        rule: 'nobody',
      };
  }
}
