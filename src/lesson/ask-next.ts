/** Who runs next? */
import { threadName } from '../trace/process-names.ts';
import { type Trace, worldAfter } from '../trace/trace.ts';
import { handleName, possessive, sentence, taskName, taskWithLabel, timeText } from '../trace/words.ts';
import { isOfShutdown, type Task, type World } from '../trace/world.ts';
import { type NextActor, nextActor } from './ahead.ts';
import { type Candidate, offer } from './options.ts';
import type { ChoiceQuestion } from './question.ts';
import type { RuleId } from './rules.ts';
import { tasksOfTimer, tiedWith, timersLeft } from './ties.ts';

const MAIN_MODULE = 'the main module';
/** Behind tasks, which stand in order of creation. */
const LAST = 1_000_000;

export function askNext(trace: Trace, at: number): ChoiceQuestion | null {
  const next = nextActor(trace, at);
  if (next === null) return null;
  if (next.actor.kind === 'thread') return askThread(trace, at, next);
  const world = worldAfter(trace, at);
  // Whom it only now makes is no option that anybody could name.
  if (next.actor.kind === 'task' && !world.tasks.has(next.actor.id)) return null;
  const legal = legalTasks(trace, at, next);
  const truth = candidateOf(trace, world, next);
  const offered = offer(truth, others(world, next, legal));
  if (offered === null) return null;
  const { reason, rule } = why(trace, world, next, legal);
  return {
    ...{
      form: 'choice',
      kind: 'next',
      at,
      to: next.position,
      prompt: null,
      because: '',
    },
    ...{ ask: 'Whose code runs next?', ...offered, reason, rule },
  };
}

function legalTasks(trace: Trace, at: number, { actor, position }: NextActor): readonly number[] {
  return actor.kind === 'task' ? tiedWith(trace, at, position, actor.id) : [];
}

function candidateOf(trace: Trace, world: World, { actor, isSame, position }: NextActor): Candidate {
  switch (actor.kind) {
    case 'task': {
      const name = taskWithLabel(world, actor.id);
      return {
        text: isSame ? goesOn(name) : name,
        isLegal: true,
        order: actor.id,
      };
    }
    case 'callback':
      // What it is called may be known only when it is scheduled.
      return { text: handleName(worldAfter(trace, position), actor.id), isLegal: true, order: LAST };
    default:
      return {
        text: isSame ? goesOn(MAIN_MODULE) : MAIN_MODULE,
        isLegal: true,
        order: 0,
      };
  }
}

/** Tasks that are there now, the likeliest first: who runs, who is ready, who waits for the first timers, the rest. */
function others(world: World, { actor }: NextActor, legal: readonly number[]): readonly Candidate[] {
  const alive = [...world.tasks.values()].filter((task) => task.finishedAt === 0 && !isOfShutdown(task));
  const timers = timersLeft(world).flatMap(({ handle }) => tasksOfTimer(world, handle));
  const rank = ({ id, state }: Task): number => {
    if (state === 'running') return 0;
    if (state === 'ready') return 1 + world.ready.findIndex((handle) => world.handles.get(handle)?.task === id);
    return timers.includes(id) ? 1_000 + timers.indexOf(id) : 2_000;
  };
  const candidates = alive
    .filter(({ id }) => actor.kind !== 'task' || id !== actor.id)
    .sort((a, b) => rank(a) - rank(b))
    .map((task) => ({
      text: task.state === 'running' ? goesOn(taskWithLabel(world, task.id)) : taskWithLabel(world, task.id),
      isLegal: legal.includes(task.id),
      order: task.id,
    }));
  const callbacks = world.ready
    .filter((id) => world.handles.get(id)?.reason === 'callback' && (actor.kind !== 'callback' || actor.id !== id))
    .map((id) => ({
      text: handleName(world, id),
      isLegal: false,
      order: LAST + id,
    }));
  return [...candidates, ...callbacks];
}

function goesOn(name: string): string {
  return `${name}: it goes on`;
}

interface Reason {
  readonly reason: string;
  readonly rule: RuleId;
}

function why(trace: Trace, world: World, next: NextActor, legal: readonly number[]): Reason {
  const { actor, isSame, position } = next;
  const name = actor.kind === 'task' ? taskName(world, actor.id) : actorName(world, next);
  if (isSame) {
    const rest = world.ready.length === 0 ? '' : ' Who is in the ready queue waits for that.';
    const text = `${name} runs, and has not come to an await that suspends it.${rest}`;
    return { reason: sentence(text), rule: 'untilAwait' };
  }
  const [head] = world.ready.filter((id) => world.handles.get(id)?.state !== 'cancelled');
  if (head !== undefined) {
    const first = world.handles.get(head);
    const parks = `${taskName(world, world.runningTask)} is suspended before its next line, and `;
    const runs = world.runningTask === 0 ? '' : parks;
    const isHead = actor.kind === 'task' ? first?.task === actor.id : actor.kind === 'callback' && head === actor.id;
    if (isHead)
      return {
        reason: sentence(`${runs}${name} is at the head of the ready queue.`),
        rule: 'fifo',
      };
    if (first?.task === 0)
      return {
        reason: sentence(`${handleName(world, head)} comes first, and it makes ${name} ready.`),
        rule: 'fifo',
      };
    return {
      reason: sentence(`${name} is the first in the ready queue whose turn comes.`),
      rule: 'fifo',
    };
  }
  const { timeUs } = worldAfter(trace, position);
  if (legal.length > 1) {
    const text = `The timers of ${legal.map((id) => taskName(world, id)).join(' and ')} are due at the same instant, ${timeText(timeUs)}. Here ${possessive(name)} was set first.`;
    return { reason: text, rule: 'equalTimers' };
  }
  if (timeUs > world.timeUs)
    return {
      reason: `Nothing is ready, so the loop sleeps until ${timeText(timeUs)}: the first timer that is due wakes ${name}.`,
      rule: 'timers',
    };
  return { reason: sentence(`${name} is woken first.`), rule: 'wakeUp' };
}

function actorName(world: World, { actor }: NextActor): string {
  return actor.kind === 'callback' ? handleName(world, actor.id) : MAIN_MODULE;
}

/** Which thread goes on: each that could is a right answer. Of one process only, because processes run beside each other. */
function askThread(trace: Trace, at: number, { actor, position }: NextActor): ChoiceQuestion | null {
  if (actor.kind !== 'thread') return null;
  const world = worldAfter(trace, position - 1);
  const known = worldAfter(trace, at).threads;
  const there = world.threads.filter(({ id, state }) => state !== 'ended' && known.some((each) => each.id === id));
  if (world.processes.length > 0 || !there.some(({ id }) => id === actor.id)) return null;
  const candidates = there.map(({ id, state }) => ({
    text: threadName(world, id),
    isLegal: state === 'ready' || state === 'running' || id === actor.id,
    order: id,
  }));
  const truth = candidates.find(({ order }) => order === actor.id);
  const offered =
    truth === undefined
      ? null
      : offer(
          truth,
          candidates.filter((each) => each !== truth),
        );
  if (offered === null) return null;
  const ready = candidates.filter(({ isLegal }) => isLegal);
  const name = threadName(world, actor.id);
  const reason =
    ready.length > 1
      ? `${ready.map(({ text }) => text).join(' and ')} could run; in this run ${name} gets the GIL.`
      : `Only ${name} could run: the others wait.`;
  return {
    ...{
      form: 'choice',
      kind: 'next',
      at,
      to: position,
      prompt: null,
      because: '',
    },
    ...{
      ask: 'Which thread runs next?',
      ...offered,
      reason: sentence(reason),
      rule: 'gil',
    },
  };
}
