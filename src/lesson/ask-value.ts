/** What is printed next, and when does a task go on? */
import { type Trace, worldAfter } from '../trace/trace.ts';
import { futureLabel, quoted, taskName, timeText } from '../trace/words.ts';
import type { World } from '../trace/world.ts';
import { awaitedBy, lookAhead, nextPrinted, nextTurnOf } from './ahead.ts';
import { type Candidate, offer } from './options.ts';
import type { ChoiceQuestion } from './question.ts';
import type { RuleId } from './rules.ts';
import { tiesBetween } from './ties.ts';

/** Null: nothing is printed any more, or there is nothing else that it could be. */
export function askPrinted(trace: Trace, at: number): ChoiceQuestion | null {
  const [first, ...later] = nextPrinted(trace, at);
  if (first === undefined) return null;
  const tied = new Set(tiesBetween(trace, at, first.position).flatMap(({ tasks }) => tasks));
  const isFree = (task: number) => task !== first.task && tied.has(task) && tied.has(first.task);
  const offered = offer(
    { text: quoted(first.text), isLegal: true, order: placeOf(first.text) },
    later.map(({ task, text, timeUs }) => ({
      text: quoted(text),
      isLegal: timeUs === first.timeUs && isFree(task),
      order: placeOf(text),
    })),
  );
  if (offered === null) return null;
  const { reason, rule } = whyPrinted(trace, at, first);
  return {
    ...{
      form: 'choice',
      kind: 'value',
      at,
      to: first.position,
      prompt: null,
      because: '',
    },
    ...{ ask: 'What is printed next?', ...offered, reason, rule },
  };
}

function whyPrinted(trace: Trace, at: number, first: { task: number; position: number; timeUs: number }) {
  const world = worldAfter(trace, at);
  const after = worldAfter(trace, first.position);
  const name = taskName(after, first.task);
  const isSame = first.task === world.runningTask && worldAfter(trace, first.position).runningTask === first.task;
  const rule: RuleId = first.timeUs > world.timeUs ? 'timers' : isSame ? 'untilAwait' : 'fifo';
  const when = first.timeUs > world.timeUs ? `, at ${timeText(first.timeUs)}` : '';
  const who = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    reason: `${first.task === 0 ? who : name} is the first to come to a print${when}.`,
    rule,
  };
}

/** The order of the texts themselves tells nothing of the order of printing. */
function placeOf(text: string): number {
  let place = 7;
  for (let index = 0; index < text.length; index++) place = (Math.imul(place, 31) + text.charCodeAt(index)) | 0;
  return place;
}

/** At what time of the virtual clock the task goes on. */
export function askTime(trace: Trace, at: number, task: number): ChoiceQuestion | null {
  const world = worldAfter(trace, at);
  const waiting = world.tasks.get(task);
  const to = waiting?.state === 'waiting' ? nextTurnOf(trace, at, task) : null;
  if (waiting === undefined || to === null) return null;
  const { timeUs } = worldAfter(trace, to);
  const children = awaitedBy(world, task);
  const ends = children.map((child) => endOf(trace, at, child)).filter((end) => end !== null);
  const sum = world.timeUs + ends.reduce((total, end) => total + end - world.timeUs, 0);
  const others = [sum, ...ends, world.timeUs, ...laterTimes(trace, at)];
  const offered = offer(timeCandidate(timeUs), others.filter((each) => each !== timeUs).map(otherTime));
  if (offered === null) return null;
  const name = taskName(world, task);
  const what =
    children.length > 0 ? children.map((id) => futureLabel(world, id)) : [futureLabel(world, waiting.waitsOn)];
  return {
    ...{ form: 'choice', kind: 'value', at, to, prompt: null, because: '' },
    ...{ ask: `At what time does ${name} go on?`, ...offered },
    ...whyTime({ name, what, timeUs, isBrokenOff: ends.length < children.length || ends.some((end) => end > timeUs) }),
  };
}

interface Waited {
  readonly name: string;
  readonly what: readonly string[];
  readonly timeUs: number;
  /** Not all that was waited for has ended by then. */
  readonly isBrokenOff: boolean;
}

function whyTime({ isBrokenOff, name, timeUs, what }: Waited): { reason: string; rule: RuleId } {
  if (isBrokenOff)
    return {
      reason: `${name} does not wait to the end: at ${timeText(timeUs)} something fails or is cancelled, and that wakes it.`,
      rule: 'cancel',
    };
  if (what.length > 1)
    return {
      reason: `${name} waits for ${what.slice(0, -1).join(', ')} and ${what.at(-1)} at the same time: the last of them is done at ${timeText(timeUs)}.`,
      rule: 'together',
    };
  return {
    reason: `${name} waits for ${what.join('')}, which is done at ${timeText(timeUs)}.`,
    rule: 'wakeUp',
  };
}

function timeCandidate(timeUs: number): Candidate {
  return { text: timeText(timeUs), isLegal: true, order: timeUs };
}

function otherTime(timeUs: number): Candidate {
  return { text: timeText(timeUs), isLegal: false, order: timeUs };
}

/** At what time a task ends, when all of its waits are over: the question of what runs at the same time. */
export function askEnd(trace: Trace, at: number, task: number): ChoiceQuestion | null {
  const world = worldAfter(trace, at);
  const to = lookAhead(trace, at, (event, position) =>
    event.kind === 'task.finished' && event.task === task ? position : null,
  );
  if (to === null || !world.tasks.has(task)) return null;
  const { timeUs } = worldAfter(trace, to);
  const times = [...laterTimes(trace, at), world.timeUs].filter((each) => each !== timeUs);
  const offered = offer(timeCandidate(timeUs), times.map(otherTime));
  const name = taskName(world, task);
  if (offered === null) return null;
  return {
    ...{ form: 'choice', kind: 'value', at, to, prompt: null, because: '' },
    ...{ ask: `At what time does ${name} end?`, ...offered },
    ...{
      reason: `${name} goes through its waits one after the other, and ends at ${timeText(timeUs)}.`,
      rule: 'inTurn',
    },
  };
}

/** When a task ends or a future is done; null: not in what is recorded. */
function endOf(trace: Trace, at: number, id: number): number | null {
  return lookAhead(trace, at, (event, position) => {
    const isEnd =
      (event.kind === 'task.finished' && event.task === id) ||
      (event.kind === 'future.resolved' && event.future === id);
    return isEnd ? worldAfter(trace, position).timeUs : null;
  });
}

/** To which the clock jumps next. */
function laterTimes(trace: Trace, at: number): readonly number[] {
  const times: number[] = [];
  lookAhead(trace, at, (event) => {
    if (event.kind === 'clock.advanced') times.push(event.time);
    return times.length >= 6 ? true : null;
  });
  return times;
}

/** Of those that wait, the one that waits longest; 0 nobody does. */
export function longestParked(world: World, trace: Trace, at: number): number {
  const parked = [...world.tasks.values()].filter(({ state }) => state === 'waiting');
  const turns = parked.map(({ id }) => ({
    id,
    turn: nextTurnOf(trace, at, id) ?? 0,
  }));
  const isLater = (a: { turn: number }, b: { turn: number }) => b.turn - a.turn;
  return turns.filter(({ turn }) => turn > 0).sort(isLater)[0]?.id ?? 0;
}
