/**
 * Which thread runs. One does; the others are ready, or wait. A native function that has to wait calls `block`, and whoever ends the
 * wait calls `wake`; the clock moves only when no thread is ready. The scheduler belongs to the simulated computer: the threads of all
 * its machines (processes) take turns here, and to switch to a thread is to switch to its machine.
 */
import { type PyException, PyRaise } from '../objects/errors.ts';
import { type Outcome, PUSHED } from '../objects/native.ts';
import type { PyObject, Value } from '../objects/value.ts';
import { pushFrame } from './call.ts';
import { type Frame, NativeFrame, Ret } from './frame.ts';
import { dealTurn } from './limits.ts';
import { type Machine, machine, RunStopped, setMachine, setSeveralThreads } from './machine.ts';
import type { Outside } from './outside.ts';
import { ProcessTable } from './process.ts';
import { plantSwitch, switchPoints } from './switch-points.ts';
import type { Appointment, Choices, System } from './system.ts';
import { type Thread, ThreadGone } from './thread.ts';
import { threadDeadlock } from './thread-deadlock.ts';

/** Turns in a row that end in the user's files, with no thread having waited for anything, before time is charged for a spin. */
const SPIN_TURNS = 50;
/** Statements in one switch interval of 5 ms, `sys.getswitchinterval()`. */
const STATEMENTS_PER_SECOND = 40_000;
const SWITCH_INTERVAL = 0.005;
/**
 * A scenario can cut a turn short, after 1 to so many statements, jumps and calls of the user's files: a real computer may stop a thread at
 * any time.
 */
export const SHORT_TURNS = 120;
/** A sleep lasts 1, 1 1/8, 1 2/8... times as long as asked, up to twice. */
export const LATE_STEPS = 8;

export interface WaitRequest {
  readonly kind: 'sleep' | 'lock' | 'join' | 'select' | 'turn' | 'socket' | 'process' | 'pipe' | 'signal';
  /** What is waited for, as a sentence names it: `Lock at main.py:3`. */
  readonly label: () => string;
  /** The object that is waited for: a lock, a loop, a thread's handle. */
  readonly on: PyObject | null;
  /** Virtual time at which the wait ends by itself; null: never. */
  readonly deadline: number | null;
  /**
   * The result of the blocked call, when its thread runs again. `isTimeout`: the deadline came first. May raise, and may block
   * again, with the same or another request.
   */
  readonly done: (isTimeout: boolean) => Outcome;
  /** The wait is over without `done`: a signal handler raised. Takes the thread off whatever queue it stands in. */
  readonly abandon?: () => void;
  /** Who can end it, where that is known: the owner of the lock, the thread that is joined. */
  readonly waker?: () => Thread | null;
  /**
   * When something will really happen for its deadline: later or never, where that is for keeping connections alive only. Else the
   * deadline.
   */
  readonly foreseen?: () => number | null;
}

/** Who is told what happens to threads, each thing after it happened. */
export interface ThreadWatcher {
  threadStarted(thread: Thread, by: Thread): void;
  threadSwitched(thread: Thread): void;
  threadBlocked(thread: Thread, request: WaitRequest): void;
  threadWoken(thread: Thread): void;
  threadFinished(thread: Thread): void;
  /** A lock that the program has made was acquired or released, or a thread stands in line for it. */
  lockChanged(lock: PyObject): void;
}

/** A blocked call, on top of its thread's stack. Also the wait itself: what `wake` is given. */
export class Wait extends NativeFrame {
  readonly thread: Thread;
  request: WaitRequest;
  appointment: Appointment | null = null;
  /** Null while it waits. */
  outcome: 'woken' | 'timeout' | null = null;
  /** `done` is being asked. */
  isSettling = false;
  /** A signal handler runs on top of it. */
  isInterrupted = false;

  constructor(thread: Thread, request: WaitRequest) {
    super();
    this.thread = thread;
    this.request = request;
  }

  resume(value: Value): Outcome {
    if (this.isInterrupted) {
      this.isInterrupted = false;
      if (this.request.kind === 'signal') machine.scheduler.stopWaiting(this, 'woken');
      return this.outcome === null ? machine.scheduler.waitOn(this) : this.settle();
    }
    // What `done` called has returned.
    return this.outcome === null ? value : this.settle();
  }

  private settle(): Outcome {
    const isTimeout = this.outcome === 'timeout';
    this.isSettling = true;
    this.outcome = null;
    try {
      return this.request.done(isTimeout);
    } finally {
      this.isSettling = false;
    }
  }

  fail(exc: PyException): Outcome {
    if (this.isInterrupted) {
      machine.scheduler.stopWaiting(this, null);
      this.request.abandon?.();
    }
    throw new PyRaise(exc, true);
  }
}

/** Seconds that a sleep takes longer than asked: none, unless the scenario says that it stands for longer work; then up to as much again. */
export function lateness(seconds: number, choices: Choices): number {
  const steps = seconds > 0 ? choices.choose('late', LATE_STEPS + 1) : 0;
  return steps === 0 ? 0 : (seconds * steps) / LATE_STEPS;
}

export class Scheduler {
  readonly system: System;
  readonly processes = new ProcessTable();
  /** Those that have begun and not ended, of all machines, in the order in which they began. */
  readonly threads: Set<Thread> = new Set();
  /** Those that could run and do not, in the order in which they will. */
  readonly ready: Thread[] = [];
  /** What each waiting thread waits for. */
  readonly waits: Map<Thread, Wait> = new Map();
  /** Nested runs on the JavaScript stack, of all threads. */
  level = 0;
  /** `sys.getswitchinterval()`, in seconds. */
  switchInterval = SWITCH_INTERVAL;
  /** Told what happens to threads, as soon as there are several. */
  watcher: ThreadWatcher | null = null;
  /** Those that have stepped aside. */
  private readonly aside: Wait[] = [];
  /** Set while something is to be done to the run from outside. */
  outside: Outside | null = null;
  /** Says how a run ends in which no thread can ever run again. */
  onDeadlock: (waits: ReadonlyMap<Thread, Wait>) => RunStopped = threadDeadlock;
  /** Asked before the clock moves to what comes next (null: nothing ever comes). True: it has seen to it that something comes earlier. */
  onIdle: ((when: number | null) => boolean) | null = null;
  /** How many things in the agenda come from outside: nobody is to stop a run before them. */
  expectedFromOutside = 0;
  /** Turns used up since a thread waited. */
  private turns = 0;
  /** Of a turn that was cut short: what is left of it. */
  private shortLeft = 0;
  /** Whose turn was cut short goes on when no other can. */
  private lastOfAll: Thread | null = null;
  /** A second thread was started some time. */
  private hadSeveral = false;
  /** The thread in whose statement a SWITCH was planted that it has not come to yet. */
  private plantedIn: Thread | null = null;

  constructor(system: System) {
    this.system = system;
    setSeveralThreads(false);
  }

  /** Nothing happens before that moment but what the only thread there is does: it may move the clock itself. */
  isAloneUntil(seconds: number): boolean {
    if (this.threads.size > 1) return false;
    const next = this.system.agenda.next();
    return next === null || next > seconds;
  }

  /** The current thread waits. Gives PUSHED: the result of the native function that called comes from `done`. */
  block(request: WaitRequest): Outcome {
    const thread = machine.thread;
    const { top } = thread;
    if (top instanceof Wait && top.isSettling) {
      top.request = request;
      return this.waitOn(top);
    }
    const wait = new Wait(thread, request);
    pushFrame(wait, Ret.push);
    return this.waitOn(wait);
  }

  /** For `Wait`: begins to wait, or goes on waiting. */
  waitOn(wait: Wait): Outcome {
    const { deadline } = wait.request;
    if (deadline !== null && deadline < Number.POSITIVE_INFINITY && wait.appointment === null)
      wait.appointment = this.system.agenda.at(deadline, () => this.end(wait, 'timeout'));
    this.waits.set(wait.thread, wait);
    wait.thread.state = 'waiting';
    this.turns = 0;
    if (this.hadSeveral && wait.request.kind !== 'turn') this.watcher?.threadBlocked(wait.thread, wait.request);
    // A signal that came just before: its handler runs first.
    if (wait.thread.interrupts.length > 0) this.interruptWait(wait);
    leave(wait.thread);
    return PUSHED;
  }

  /** What the thread waits for has come. False: it does not wait any more. */
  wake(wait: Wait): boolean {
    return this.end(wait, 'woken');
  }

  private end(wait: Wait, outcome: 'woken' | 'timeout'): boolean {
    if (wait.outcome !== null || this.waits.get(wait.thread) !== wait) return false;
    this.stopWaiting(wait, outcome);
    if (wait.isInterrupted) return true;
    if (this.hadSeveral && wait.request.kind !== 'turn') this.watcher?.threadWoken(wait.thread);
    this.makeReady(wait.thread, wait);
    return true;
  }

  /** For `Wait`: it waits no longer. */
  stopWaiting(wait: Wait, outcome: Wait['outcome']): void {
    wait.outcome = outcome;
    if (wait.appointment !== null) this.system.agenda.cancel(wait.appointment);
    wait.appointment = null;
    this.waits.delete(wait.thread);
  }

  private makeReady(thread: Thread, resuming: NativeFrame | null): void {
    thread.state = 'ready';
    thread.resuming = resuming;
    thread.needsAttention = true;
    this.line(thread);
  }

  /** It stands at the end, before a thread whose turn was cut short. */
  private line(thread: Thread): void {
    const { ready } = this;
    if (ready.length > 0 && ready.at(-1) === this.lastOfAll) ready.splice(-1, 0, thread);
    else ready.push(thread);
  }

  /**
   * `call` is made by the thread before its next instruction. `wakes`: it is made on top of a wait too, which goes on when it returns and
   * ends when it raises.
   */
  interrupt(thread: Thread, call: () => Outcome, wakes: boolean): void {
    thread.interrupts.push(call);
    thread.needsAttention = true;
    if (!wakes) return;
    const wait = this.waits.get(thread);
    if (wait !== undefined && !wait.isInterrupted) this.interruptWait(wait);
  }

  private interruptWait(wait: Wait): void {
    wait.isInterrupted = true;
    if (this.hadSeveral) this.watcher?.threadWoken(wait.thread);
    this.makeReady(wait.thread, null);
  }

  /** Something is due from outside: asked for before the next instruction. */
  callOutside(outside: Outside): void {
    this.outside = outside;
    machine.thread.needsAttention = true;
  }

  /** `time.sleep` of the current thread. */
  sleep(seconds: number): Outcome {
    const { clock, choices } = this.system;
    const length = seconds + lateness(seconds, choices);
    const deadline = clock.now() + length;
    if (this.isAloneUntil(deadline)) {
      clock.sleep(length);
      return null;
    }
    if (seconds === 0) return this.pass();
    return this.block({ kind: 'sleep', label: () => 'the time', on: null, deadline, done: () => null });
  }

  /** The current thread lets the others have their turn first. Gives None. */
  pass(): Outcome {
    if (this.ready.length === 0) return null;
    const outcome = this.block({ kind: 'turn', label: () => 'its turn', on: null, deadline: null, done: () => null });
    this.wake(this.waits.get(machine.thread) as Wait);
    return outcome;
  }

  /** The current thread lets in what is due from outside; a handler of its signals runs before it goes on. */
  stepAside(): Outcome {
    const outcome = this.block({ kind: 'turn', label: () => 'its turn', on: null, deadline: null, done: () => null });
    const wait = this.waits.get(machine.thread);
    if (wait !== undefined) this.aside.push(wait);
    return outcome;
  }

  private letIn(): void {
    this.outside?.act();
    for (const wait of this.aside.splice(0)) this.wake(wait);
  }

  /** A new thread, whose code is the native frame `base`; the current one goes on. */
  start(thread: Thread, base: NativeFrame): void {
    base.back = null;
    thread.top = base;
    thread.depth = 1;
    this.threads.add(thread);
    setSeveralThreads(true);
    this.hadSeveral = true;
    this.watcher?.threadStarted(thread, machine.thread);
    this.makeReady(thread, base);
    this.dealShort(this.system.choices.choose('begin', SHORT_TURNS + 1));
  }

  /** The current thread has come to its end. For its base frame, which gives this. */
  finish(): Outcome {
    const { thread } = machine;
    thread.state = 'ended';
    thread.top = null;
    thread.context = null;
    this.threads.delete(thread);
    this.watcher?.threadFinished(thread);
    setSeveralThreads(this.threads.size > 1);
    leave(thread);
    return PUSHED;
  }

  /** The process is over: its threads never run again. A nested run of theirs unwinds when it is looked at (execute.ts). */
  endThreads(of: Machine): void {
    for (const thread of of.threads()) {
      const wait = this.waits.get(thread);
      if (wait !== undefined) {
        this.stopWaiting(wait, null);
        wait.request.abandon?.();
      }
      const at = this.ready.indexOf(thread);
      if (at >= 0) this.ready.splice(at, 1);
      thread.state = 'ended';
      this.threads.delete(thread);
      // With the first process the run ends.
      if (of.process.parent !== null) this.watcher?.threadFinished(thread);
      if (thread === machine.thread) leave(thread);
    }
    setSeveralThreads(this.threads.size > 1);
  }

  /** The current thread is taken off because its turn is over. For SWITCH. */
  preempt(): void {
    const { thread } = machine;
    thread.state = 'ready';
    this.line(thread);
    leave(thread);
  }

  /** The current thread's turn is over: it is taken off now, or in the middle of the statement that follows. */
  turnEnded(): void {
    const { thread } = machine;
    const { agenda, choices, clock } = this.system;
    const frame = thread.top as Frame;
    // Importing a large package is no spin.
    if (frame.code.isUser && ++this.turns > SPIN_TURNS && agenda.next() !== null) clock.charge();
    if (this.shortLeft > 0) {
      if (!frame.code.isUser || --this.shortLeft > 0) return dealTurn(1);
      this.lastOfAll = thread;
    }
    if (this.ready.length === 0 || thread.nesting > thread.homeNesting) return dealTurn(this.turnLength);
    const points = this.plantedIn === thread ? [] : switchPoints(frame.code, frame.pc + 2);
    const chosen = choices.choose('switch', points.length);
    if (chosen === 0) return this.preempt();
    this.plantedIn = thread;
    thread.planted = plantSwitch(frame.code, points[chosen] as number);
    thread.needsAttention = true;
  }

  /** The turn ends after so many statements of the user's files; 0: as always. */
  private dealShort(statements: number): void {
    this.shortLeft = statements;
    dealTurn(statements === 0 ? this.turnLength : 1);
  }

  private get turnLength(): number {
    return Math.max(1, Math.ceil(this.switchInterval * STATEMENTS_PER_SECOND));
  }

  /** Takes up the next thread that is ready; moves the clock until there is one. The current one cannot go on. Throws when it was the last. */
  next(): void {
    this.letIn();
    while (this.ready.length === 0) {
      if (this.threads.size === 0) throw new ThreadGone();
      const when = this.system.agenda.next();
      if (this.onIdle?.(when) === true) continue;
      if (when === null) throw this.stuck();
      this.system.clock.waitUntil(when);
      this.letIn();
    }
    const index = this.system.choices.choose('thread', this.ready.length);
    const [thread] = this.ready.splice(index, 1);
    this.continueWith(thread as Thread);
  }

  /** Switches to a thread. */
  continueWith(thread: Thread): void {
    const from = machine.thread;
    setMachine(thread.machine);
    machine.thread = thread;
    thread.state = 'running';
    this.plantedIn = null;
    if (this.lastOfAll === thread) this.lastOfAll = null;
    if (this.threads.size > 1) {
      const length = this.turnLength;
      const chosen = this.system.choices.choose('slice', length, SHORT_TURNS);
      if (chosen < SHORT_TURNS) this.dealShort(chosen + 1);
      else {
        this.shortLeft = 0;
        dealTurn((length >> 1) + chosen - SHORT_TURNS + 1);
      }
    }
    if (from === thread) return;
    from.machine.threadHook?.left(from);
    thread.machine.threadHook?.entered(thread);
    this.watcher?.threadSwitched(thread);
  }

  private stuck(): RunStopped {
    for (const thread of this.threads) {
      if (thread.state !== 'parked') continue;
      return new RunStopped(
        'nesting',
        `The run was stopped: ${thread.name} must come back into a built-in function that called it, and those that called later wait for ${thread.name}.`,
        null,
      );
    }
    return this.onDeadlock(this.waits);
  }
}

/** The dispatch loop is to leave the thread. */
function leave(thread: Thread): void {
  thread.isLeaving = true;
  thread.needsAttention = true;
}
