/**
 * Whether a step of the loop took too long, and who was late because of it. A step is measured by the virtual time that passed
 * in it (time.sleep, a spin), and by the statements that it ran.
 */
import { PyHandle } from '../../asyncio/handles.ts';
import { PyEventLoop } from '../../asyncio/loop.ts';
import { PyFuture, type PyTask, TaskStep, TaskWakeup } from '../../asyncio/shapes.ts';
import { state } from '../../asyncio/state.ts';
import type { Value } from '../../python/objects/value.ts';
import { machine } from '../../python/vm/machine.ts';
import type { Thread } from '../../python/vm/thread.ts';
import { Advance } from '../../sim/clock.ts';
import { type Finding, type Place, placeFrom, secondsText } from './finding.ts';

/** Seconds. asyncio's own debug mode warns from here on: loop.slow_callback_duration. */
const SLOW_SECONDS = 0.1;
/** Of one step; about 10 ms of CPython. */
export const MANY_STATEMENTS = 100_000;
/** Instructions and items within one step: some 20 ms of CPython. More than the statements alone come to. */
const MUCH_WORK = 1_000_000;
const NAMES_MAX = 4;

interface Blocked {
  seconds: number;
  readonly place: Place | null;
  /** They were ready when it began. */
  readonly ready: readonly PyTask[];
}

export class Blocking {
  private now = 0;
  /** Whose steps are looked at; the first that has one, until its loop begins another turn. */
  private thread: Thread | null = null;
  /** Steps within steps: eager tasks. 0: the loop itself runs, or nobody. */
  private depth = 0;
  private blocked: Blocked | null = null;
  private long: Place | null = null;
  private work = 0;
  /** Where much work was done by few statements. */
  private busy: Place | null = null;
  private readonly tell: (finding: Finding) => void;

  constructor(tell: (finding: Finding) => void) {
    this.tell = tell;
  }

  /** The loop of this thread begins a turn: no step is under way, whatever ended the last one. */
  turnBegan(): void {
    if (machine.thread === this.thread) this.depth = 0;
  }

  stepBegan(): void {
    const { thread } = machine;
    if (this.depth > 0 && thread !== this.thread) return;
    if (this.depth++ > 0) return;
    this.thread = thread;
    this.long = null;
    this.blocked = null;
    this.work = 0;
    this.busy = null;
  }

  /** `MANY_STATEMENTS` of them have run in this step; `place` is the last. */
  isLong(place: Place): void {
    if (state.runningLoop instanceof PyEventLoop) this.long = place;
  }

  /** Of the running thread, in this step or outside of any. */
  worked(count: number): void {
    if (this.depth === 0 || this.busy !== null || machine.thread !== this.thread) return;
    this.work += count;
    if (this.work >= MUCH_WORK && state.runningLoop instanceof PyEventLoop) this.busy = placeFrom(this.thread.top);
  }

  clockAdvanced(seconds: number, by: number, task: PyTask | null): void {
    const length = seconds - this.now;
    this.now = seconds;
    if (this.depth === 0 || this.thread === null) return;
    const place = placeFrom(this.thread.top);
    if (place === null) return;
    const loop = state.runningLoop;
    this.blocked ??= { seconds: 0, place, ready: loop instanceof PyEventLoop ? readyTasks(loop) : [] };
    this.blocked.seconds += length;
    // Else it waits for another thread, or spins.
    if (by !== Advance.slept || machine.thread !== this.thread) return;
    this.tellSleep(length, place, task);
  }

  /** The thread of the running loop sleeps, and other threads may run: the clock moves later. */
  threadSleeps(seconds: number, task: PyTask | null): void {
    if (this.depth === 0 || machine.thread !== this.thread) return;
    const place = placeFrom(this.thread.top);
    if (place !== null) this.tellSleep(seconds, place, task);
  }

  private tellSleep(seconds: number, place: Place, task: PyTask | null): void {
    const who = task === null ? 'a callback' : '{0}';
    const text = `${who} called time.sleep: for ${secondsText(seconds)} nothing else could run`;
    const others = task === null ? [] : [task];
    this.tell({ kind: 'blockingCall', task, place, text, others });
  }

  stepEnded(task: PyTask | null): void {
    if (this.depth === 0 || machine.thread !== this.thread || --this.depth > 0) return;
    const { blocked, busy } = this;
    const long = this.long ?? busy;
    if (blocked === null && long === null) return;
    const loop = state.runningLoop;
    this.blocked = null;
    if (!(loop instanceof PyEventLoop)) return;
    if (blocked !== null && blocked.seconds >= SLOW_SECONDS) this.tellBlocked(blocked, loop, task);
    else if (long !== null) this.tellLong(long, loop, task);
    this.long = null;
    this.busy = null;
  }

  private tellBlocked({ seconds, place, ready }: Blocked, loop: PyEventLoop, task: PyTask | null): void {
    const now = machine.clock.now();
    const late = new Map<PyTask, number>(ready.map((each) => [each, seconds]));
    for (const timer of loop.timers) {
      if (timer.isCancelled || timer.seconds >= now) continue;
      for (const each of wokenBy(timer.args ?? [])) late.set(each, Math.min(now - timer.seconds, seconds));
    }
    if (task !== null) late.delete(task);
    const told = [...late].slice(0, NAMES_MAX);
    const others = told.map(([each]) => each);
    const list = told.map(([, by], index) => `{${index}} by ${secondsText(by)}`).join(', ');
    const more = late.size > told.length ? `, and ${late.size - told.length} more` : '';
    const whom = late.size === 0 ? 'nobody was due in that time' : `late because of it: ${list}${more}`;
    this.tell({
      kind: 'loopBlocked',
      task,
      place,
      text: `for ${secondsText(seconds)} the loop did not get control back; ${whom}`,
      others,
    });
  }

  private tellLong(place: Place, loop: PyEventLoop, task: PyTask | null): void {
    const waiting = readyTasks(loop).filter((each) => each !== task);
    const were = waiting.length === 1 ? '{0} was' : `${waiting.length} tasks were`;
    const whom = waiting.length === 0 ? '' : `, while ${were} ready to run`;
    const text =
      this.long === null
        ? `one statement worked for more than ${MUCH_WORK.toLocaleString('en')} items and instructions${whom}`
        : `more than ${MANY_STATEMENTS.toLocaleString('en')} statements ran without an await in between${whom}`;
    this.tell({
      kind: 'loopBlocked',
      task,
      place,
      text,
      others: waiting.slice(0, 1),
    });
  }
}

function readyTasks(loop: PyEventLoop): readonly PyTask[] {
  const tasks = new Set<PyTask>();
  for (const handle of loop.ready.items()) {
    if (!(handle instanceof PyHandle)) continue;
    const { callback, isCancelled } = handle;
    if (!isCancelled && (callback instanceof TaskStep || callback instanceof TaskWakeup)) tasks.add(callback.task);
  }
  return [...tasks];
}

/** The tasks that wait for the future that a timer will set. */
function wokenBy(args: readonly Value[]): readonly PyTask[] {
  const [future] = args;
  if (!(future instanceof PyFuture)) return [];
  return (future.callbacks ?? []).flatMap(({ callback }) => (callback instanceof TaskWakeup ? [callback.task] : []));
}
