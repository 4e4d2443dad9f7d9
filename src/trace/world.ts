/**
 * What there is at a position: everything that the always-visible picture shows, and nothing that needs the program to
 * run again (locals are asked of the engine). Outside this folder a World is read only; `apply.ts` is what changes one.
 */
import type {
  Answer,
  Broker,
  BrokerQueue,
  Canvas,
  CeleryTask,
  Consumer,
  Envelope,
  Exchange,
  Group,
} from './brokers.ts';
import type { ParkedFrame } from './events.ts';
import type { ReadonlyTable } from './table.ts';
import type { LinkState, Listener, Pool, Request, Trouble } from './wires.ts';

export type HandleReason = 'callback' | 'firstStep' | 'wakeUp' | 'doneCallback' | 'nextStep' | 'timer';

/** A card: in the ready queue, on the timer line, or running. One that has run is forgotten. */
export interface Handle {
  readonly id: number;
  readonly label: string;
  /** Whose step or wake-up it is; 0 nobody's. */
  readonly task: number;
  /** The future it is the done-callback of, or that the timer will set; 0 none. */
  readonly future: number;
  readonly reason: HandleReason;
  /** `cancelled` is a card that the loop will pass over. */
  readonly state: 'scheduled' | 'ready' | 'running' | 'cancelled';
  /** Microseconds; null when it is no timer. */
  readonly whenUs: number | null;
}

export type TaskState = 'ready' | 'running' | 'waiting' | 'done' | 'failed' | 'cancelled';

/** What became of cancel(): nothing, asked for, CancelledError thrown in (unwinding), or caught and not passed on. */
export type CancelPhase = 'none' | 'requested' | 'thrown' | 'refused';

export interface Cancel {
  readonly phase: CancelPhase;
  /** `Task.cancelling()`. */
  readonly count: number;
  /** The task that asked last; 0 none. */
  readonly by: number;
  readonly message: string;
}

/** A frame of the user's own code that is on the stack. */
export interface UserFrame {
  readonly code: number;
  readonly line: number;
}

/** Who made a task ready again. */
export interface Waker {
  /** 0: the loop, for a timer or a callback. */
  readonly task: number;
  readonly future: number;
}

export interface Task {
  readonly id: number;
  /** `M` for the main task, else A, B, ... Z, AA in order of creation. */
  readonly letter: string;
  /** 0 to 7. */
  readonly hue: number;
  readonly name: string;
  /** `fetch(1)`. */
  readonly label: string;
  readonly code: number;
  readonly coroutine: number;
  /** The task that created it; 0 none. */
  readonly parent: number;
  readonly loop: number;
  readonly state: TaskState;
  readonly cancel: Cancel;
  /** The future it is parked on; 0 none. */
  readonly waitsOn: number;
  /** The await chain while it is parked, outermost first; kept while it is ready again. */
  readonly parked: readonly ParkedFrame[];
  /** Its user's frames, outermost first. While it runs they are in `World.contexts`. */
  readonly stack: readonly UserFrame[];
  /** repr of the result, or `Type: message`; '' while it is not finished. */
  readonly result: string;
  /** Positions after the event; 0 not yet. */
  readonly createdAt: number;
  readonly finishedAt: number;
  readonly steps: number;
  readonly wokenBy: Waker | null;
}

export type FutureState = 'pending' | 'result' | 'exception' | 'cancelled';

/** Of futures, and of tasks in their quality as futures. Settled ones that nobody waits on are forgotten in time. */
export interface Future {
  readonly id: number;
  readonly isTask: boolean;
  /** What it stands for: `sleep(2.0)`, `gather`, `Lock.acquire`. */
  readonly label: string;
  readonly state: FutureState;
  readonly text: string;
  /** Tasks parked on it, in order. */
  readonly waiters: readonly number[];
  /** Tasks, gathers and waits that depend on it (Python 3.14's await graph). */
  readonly awaitedBy: readonly number[];
  /** The timer that will set it; 0 none. */
  readonly timer: number;
  /** Task running when it was made and when it was settled; 0 none. */
  readonly createdBy: number;
  readonly resolvedBy: number;
  readonly createdAt: number;
  readonly resolvedAt: number;
}

/** A coroutine object whose code has not begun to run. */
export interface Coroutine {
  readonly id: number;
  readonly label: string;
  readonly code: number;
  readonly line: number;
  readonly state: 'created' | 'scheduled' | 'never awaited';
  /** The task that called the function; 0 none. */
  readonly createdBy: number;
  readonly createdAt: number;
}

export interface Sync {
  readonly id: number;
  /** `Lock`, `Event`, `Queue`. */
  readonly type: string;
  /** The name it was bound to; '' unknown. */
  readonly label: string;
  readonly state: string;
  readonly value: number;
  /** 0: none. */
  readonly limit: number;
  readonly owner: number;
  /** Futures in FIFO order. */
  readonly waiters: readonly number[];
  readonly putters: readonly number[];
  readonly items: readonly string[];
  /** Of a semaphore: the tasks that have its permits. */
  readonly holders: readonly number[];
}

/** The same between threads: `owner`, `waiters` and `putters` are threads. */
export interface ThreadSync extends Omit<Sync, 'holders'> {}

/** A timeout, task group or as_completed that a task is inside of; forgotten when it is left. */
export interface Scope {
  readonly id: number;
  /** `timeout`, `TaskGroup`, `as_completed`. */
  readonly type: string;
  /** `entered`, `waiting`, `cancelling`, `expiring`. */
  readonly state: string;
  readonly task: number;
  /** Microseconds; 0: no deadline. */
  readonly whenUs: number;
  /** The first of the `count` that it waits for. */
  readonly children: readonly number[];
  readonly count: number;
}

export type LoopPhase = 'between' | 'timersDue' | 'pollIo' | 'runReady';

export interface Loop {
  readonly id: number;
  readonly state: 'created' | 'running' | 'stopped' | 'closed';
  readonly iteration: number;
  readonly phase: LoopPhase;
  /** The thread that runs it. */
  readonly thread: number;
  /** While it polls: until when it may sleep; 0 it does not. */
  readonly untilUs: number;
  /** While it runs ready handles: how many this iteration counted at its start. */
  readonly batch: number;
}

/** What the thread executes: the main module at the bottom, above it what the loop runs (eager tasks nest). */
export interface Context {
  /** 0: not a task's step. */
  readonly task: number;
  readonly handle: number;
  readonly stack: readonly UserFrame[];
}

/** A simulated process. */
export interface Process {
  readonly id: number;
  /** The process that started it; 0: it is the first. */
  readonly parent: number;
  readonly pid: number;
  /** Its command line. */
  readonly label: string;
  /** Null while it runs; its exit code, or minus the signal that ended it. */
  readonly status: number | null;
  /** When it was started, or ended. */
  readonly sinceUs: number;
  /** The process in whose place it was started; 0 none. */
  readonly replaces: number;
}

/** `running` holds the GIL. */
export type ThreadState = 'running' | 'ready' | 'waiting' | 'ended';

export interface Thread {
  readonly id: number;
  readonly name: string;
  /** The process it belongs to; 1: the first. */
  readonly process: number;
  readonly state: ThreadState;
  /** While it waits: `sleep`, `lock`, `join`, `select`…, and what for. */
  readonly what: string;
  readonly waitsFor: string;
  /** The thread that can end its wait; 0 unknown. */
  readonly holder: number;
  /** Until when it waits at most; 0 for ever. */
  readonly untilUs: number;
  /** What it executes, while another thread runs; null for the one that does. */
  readonly kept: Executing | null;
}

/** What belongs to the thread that runs. */
export interface Executing {
  readonly contexts: readonly Context[];
  readonly code: number;
  readonly line: number;
  readonly exception: RaisedException | null;
}

export interface RaisedException {
  readonly code: number;
  readonly line: number;
  readonly text: string;
}

export interface OutputLine {
  /** 1 stdout, 2 stderr. */
  readonly stream: number;
  readonly text: string;
  /** Who wrote it; 1: the first. */
  readonly process: number;
  /** After the event that wrote it. */
  readonly position: number;
}

export type ConnectionKind = 'tcp' | 'unix' | 'pair' | 'udp' | 'pipe';

/** Bytes that were sent at once, on their way or there. */
export interface WireMessage {
  readonly id: number;
  readonly label: string;
  readonly size: number;
  /** From the side that asked for the connection. */
  readonly isForward: boolean;
  readonly sentUs: number;
  readonly dueUs: number;
  /** The request that it carries; 0 none. */
  readonly request: number;
}

export interface Connection {
  readonly id: number;
  readonly kind: ConnectionKind;
  readonly from: string;
  readonly to: string;
  readonly address: string;
  readonly state: 'connecting' | 'open' | 'half closed' | 'failed' | 'closed';
  /** When that state began. */
  readonly sinceUs: number;
  /** While it is connecting: when the answer comes; null never. */
  readonly dueUs: number | null;
  /** Why it failed or is over. */
  readonly reason: string;
  /** Tasks that used its two ends last; 0 none. */
  readonly client: number;
  readonly server: number;
  /** Processes that did; 0 not known. */
  readonly clientProcess: number;
  readonly serverProcess: number;
  /** Processes that have the two ends open; none: nobody of this computer, or not known. */
  readonly clientHolders: readonly number[];
  readonly serverHolders: readonly number[];
  /** Under way, in the order of sending. */
  readonly messages: readonly WireMessage[];
  /** The last ones that arrived. */
  readonly arrived: readonly WireMessage[];
  readonly sentCount: number;
  /** Where on its way an exchange came to grief, until the next message goes out. */
  readonly trouble: Trouble | null;
}

/** Who runs the Procfile asks those that still run to end. */
export interface Stop {
  /** When anything was last written or sent. */
  readonly sinceUs: number;
  /** Before the event. */
  readonly position: number;
}

export interface World {
  /** How many events have happened. */
  readonly position: number;
  readonly timeUs: number;
  readonly loops: readonly Loop[];
  /** The loop that iterated last; 0 none yet. */
  readonly loop: number;
  /** Handle ids, first in first out; the running one is no longer among them. */
  readonly ready: readonly number[];
  /** Handle ids, soonest first, cancelled ones included until the loop drops them. */
  readonly timers: readonly number[];
  readonly handles: ReadonlyTable<Handle>;
  readonly tasks: ReadonlyTable<Task>;
  readonly futures: ReadonlyTable<Future>;
  readonly coroutines: ReadonlyTable<Coroutine>;
  /** Empty as long as there is one only. By id, from 1 on. */
  readonly processes: readonly Process[];
  /** The same. */
  readonly threads: readonly Thread[];
  /** The one that runs: what follows is its own. */
  readonly thread: number;
  readonly syncs: ReadonlyTable<Sync>;
  readonly scopes: ReadonlyTable<Scope>;
  /** By id, from 1 on. */
  readonly threadSyncs: readonly ThreadSync[];
  /** Open ones, and the last that are over; in order of creation. */
  readonly connections: readonly Connection[];
  /** Known where there are several processes. */
  readonly listeners: readonly Listener[];
  /** The first time that all processes were asked to end; null: they were not. */
  readonly stop: Stop | null;
  /** Those that were ever cut. */
  readonly links: readonly LinkState[];
  /** Under way, and the last that have ended; in order. */
  readonly requests: readonly Request[];
  readonly pools: readonly Pool[];
  /** By id, from 1 on; so are queues. */
  readonly brokers: readonly Broker[];
  readonly queues: readonly BrokerQueue[];
  readonly groups: readonly Group[];
  readonly exchanges: readonly Exchange[];
  /** The last to each process that published. */
  readonly answers: readonly Answer[];
  readonly consumers: readonly Consumer[];
  /** By when they were first told of. */
  readonly celeryTasks: readonly CeleryTask[];
  readonly canvases: readonly Canvas[];
  /** In queues and in hand, and the last that have ended; in order. Found with `envelopeOf`. */
  readonly envelopes: readonly Envelope[];
  /** Innermost last; never empty. */
  readonly contexts: readonly Context[];
  /** The running task; 0 none. */
  readonly runningTask: number;
  /** The running handle; 0 none. */
  readonly runningHandle: number;
  /** The user's statement that is about to run or is running; code -1: none. */
  readonly code: number;
  readonly line: number;
  /** The exception on its way up; null none. */
  readonly exception: RaisedException | null;
  /** Shared by all Worlds of a trace: only the first `outputCount` belong to this one. Read with `outputOf`. */
  readonly output: readonly OutputLine[];
  readonly outputCount: number;
  /** How many tasks have ever been made. */
  readonly taskCount: number;
}

const SHUTDOWN = /^BaseEventLoop\.shutdown_/;

/** One of the two tasks that `asyncio.run` makes when all is over: nobody asked for them. */
export function isOfShutdown({ label }: { readonly label: string }): boolean {
  return SHUTDOWN.test(label);
}

export function outputOf(world: World): readonly OutputLine[] {
  return world.output.slice(0, world.outputCount);
}

export function loopOf(world: World): Loop | undefined {
  return world.loops.find(({ id }) => id === world.loop);
}

/** The user's frames on the stack of what runs now, outermost first. */
export function currentStack(world: World): readonly UserFrame[] {
  return world.contexts.at(-1)?.stack ?? [];
}

/** The running thread is one that runs an event loop. */
export function isLoopOn(world: Pick<World, 'loops' | 'thread'>): boolean {
  return world.loops.some(({ state, thread }) => state === 'running' && thread === world.thread);
}

export const FIRST_PROCESS = 1;

/** The process of a thread, unless it is the first. */
export function startedProcess(world: Pick<World, 'processes'>, { process }: Thread): Process | undefined {
  return process === FIRST_PROCESS ? undefined : world.processes.find(({ id }) => id === process);
}

/** The first thread of its process. */
export function isMainThread(world: Pick<World, 'threads'>, { id, process }: Thread): boolean {
  return world.threads.find((each) => each.process === process)?.id === id;
}

/** A connection that failed or was closed. */
export function isOver({ state }: Connection): boolean {
  return state === 'failed' || state === 'closed';
}
