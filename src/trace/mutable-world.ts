/** A World as the fold sees it that makes it: apply.ts and its like change one, everybody else reads. */
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
import { SHAPES } from './entries.ts';
import { Packer } from './pack.ts';
import { Table } from './table.ts';
import type { LinkState, Listener, Pool, Request } from './wires.ts';
import type {
  Connection,
  Context,
  Coroutine,
  Future,
  Handle,
  Loop,
  OutputLine,
  Process,
  RaisedException,
  Scope,
  Stop,
  Sync,
  Task,
  Thread,
  ThreadSync,
  UserFrame,
} from './world.ts';

/** Arrays inside the entries of tables are replaced, never changed. */
export interface MutableWorld {
  position: number;
  timeUs: number;
  loops: Loop[];
  loop: number;
  ready: number[];
  timers: number[];
  handles: Table<Handle>;
  tasks: Table<Task>;
  futures: Table<Future>;
  coroutines: Table<Coroutine>;
  processes: Process[];
  threads: Thread[];
  thread: number;
  syncs: Table<Sync>;
  scopes: Table<Scope>;
  threadSyncs: ThreadSync[];
  connections: Connection[];
  listeners: Listener[];
  stop: Stop | null;
  links: LinkState[];
  requests: Request[];
  pools: Pool[];
  brokers: Broker[];
  queues: BrokerQueue[];
  groups: Group[];
  exchanges: Exchange[];
  answers: Answer[];
  consumers: Consumer[];
  celeryTasks: CeleryTask[];
  canvases: Canvas[];
  envelopes: Envelope[];
  contexts: MutableContext[];
  runningTask: number;
  runningHandle: number;
  code: number;
  line: number;
  exception: RaisedException | null;
  output: OutputLine[];
  outputCount: number;
  taskCount: number;
  /** CPython's `_timer_cancelled_count`: not lowered by one that comes due. */
  timersCancelled: number;
  /** The main task is there, so that the letter M is taken. */
  hasMain: boolean;
  /** Settled futures that nobody waits on, oldest first: forgotten when there are too many. */
  settled: number[];
}

export interface MutableContext {
  task: number;
  handle: number;
  stack: { code: number; line: number }[];
}

export function emptyWorld(packer = new Packer()): MutableWorld {
  return {
    position: 0,
    timeUs: 0,
    loops: [],
    loop: 0,
    ready: [],
    timers: [],
    handles: new Table(packer.pages(SHAPES.handle)),
    tasks: new Table(packer.pages(SHAPES.task)),
    futures: new Table(packer.pages(SHAPES.future)),
    coroutines: new Table(packer.pages(SHAPES.coroutine)),
    processes: [],
    threads: [],
    thread: 1,
    syncs: new Table(packer.pages(SHAPES.sync)),
    scopes: new Table(packer.pages(SHAPES.scope)),
    threadSyncs: [],
    connections: [],
    listeners: [],
    stop: null,
    links: [],
    requests: [],
    pools: [],
    brokers: [],
    queues: [],
    groups: [],
    exchanges: [],
    answers: [],
    consumers: [],
    celeryTasks: [],
    canvases: [],
    envelopes: [],
    contexts: [{ task: 0, handle: 0, stack: [] }],
    runningTask: 0,
    runningHandle: 0,
    code: -1,
    line: 0,
    exception: null,
    output: [],
    outputCount: 0,
    taskCount: 0,
    timersCancelled: 0,
    hasMain: false,
    settled: [],
  };
}

/** A World of its own: neither sees what is done to the other. Only the output log is shared, which only grows. */
export function cloneWorld(world: MutableWorld): MutableWorld {
  // Field by field, in the order of emptyWorld: V8 then knows all Worlds by one shape.
  return {
    position: world.position,
    timeUs: world.timeUs,
    loops: world.loops.slice(),
    loop: world.loop,
    ready: world.ready.slice(),
    timers: world.timers.slice(),
    handles: world.handles.clone(),
    tasks: world.tasks.clone(),
    futures: world.futures.clone(),
    coroutines: world.coroutines.clone(),
    processes: world.processes.slice(),
    threads: world.threads.slice(),
    thread: world.thread,
    syncs: world.syncs.clone(),
    scopes: world.scopes.clone(),
    threadSyncs: world.threadSyncs.slice(),
    connections: world.connections.slice(),
    listeners: world.listeners.slice(),
    stop: world.stop,
    links: world.links.slice(),
    requests: world.requests.slice(),
    pools: world.pools.slice(),
    brokers: world.brokers.slice(),
    queues: world.queues.slice(),
    groups: world.groups.slice(),
    exchanges: world.exchanges.slice(),
    answers: world.answers.slice(),
    consumers: world.consumers.slice(),
    celeryTasks: world.celeryTasks.slice(),
    canvases: world.canvases.slice(),
    envelopes: world.envelopes.slice(),
    contexts: copyContexts(world.contexts),
    runningTask: world.runningTask,
    runningHandle: world.runningHandle,
    code: world.code,
    line: world.line,
    exception: world.exception,
    output: world.output,
    outputCount: world.outputCount,
    taskCount: world.taskCount,
    timersCancelled: world.timersCancelled,
    hasMain: world.hasMain,
    settled: world.settled.slice(),
  };
}

export function copyContexts(contexts: readonly Context[]): MutableContext[] {
  return contexts.map(({ task, handle, stack }) => ({ task, handle, stack: stack.map(copyFrame) }));
}

const copyFrame = ({ code, line }: UserFrame) => ({ code, line });
