/**
 * The vocabulary of the trace: everything that can happen in a run, as past facts. One table, from which the TypeScript
 * type, the byte codec and the checks are derived. A position is a count of events; the picture at a position is
 * `worldAfter(trace, position)` and depends on nothing else.
 *
 * Ids are small integers given by the recorder, starting at 1, 0 meaning "none". Tasks and futures share one id space (a task
 * *is* a future); handles, coroutines, loops and sync objects have their own. `code` is an index into the trace's `codes`.
 */

export interface CodeInfo {
  /** Dotted name, as `co_qualname`. */
  readonly qualname: string;
  readonly file: string;
  readonly firstLine: number;
  /** The user's own file, not CPython's library. */
  readonly isUser: boolean;
}

/** A suspended frame of an await chain, outermost first. */
export interface ParkedFrame {
  readonly code: number;
  readonly line: number;
  readonly endLine: number;
  /** Columns of the awaiting expression, 0-based code points; -1 unknown. */
  readonly column: number;
  readonly endColumn: number;
}

/** What a field may hold. */
export interface FieldTypes {
  id: number;
  ids: readonly number[];
  int: number;
  /** Microseconds of virtual time. */
  time: number;
  text: string;
  texts: readonly string[];
  frames: readonly ParkedFrame[];
}

export const EVENTS = {
  /** The virtual clock jumped. `by` 0: the loop slept until a timer; 1: time.sleep blocked the thread; 2: charged to a spinning program. */
  'clock.advanced': { time: 'time', by: 'int' },

  /** A second process begins to exist; the first (id 1, parent 0) is told of just before it, and nothing of processes before. `label`: its command line. */
  'process.started': { process: 'id', parent: 'id', pid: 'int', label: 'text' },
  /** It and its threads run no more. `status`: its exit code, or minus the signal that ended it. */
  'process.ended': { process: 'id', status: 'int' },

  /** Who runs the Procfile asks those that still run to end, with this signal. `since`: when anything was last written or sent. */
  'processes.stopAsked': { processes: 'ids', signal: 'int', since: 'time' },

  /** A second thread begins to exist, in `process` (1 also when there is only one); the first (id 1) is told of with it, and nothing of threads before. `by`: who started it. */
  'thread.started': { thread: 'id', process: 'id', name: 'text', by: 'id' },
  /** From here on what happens is done by this thread: it holds the GIL. */
  'thread.switched': { thread: 'id' },
  /** It waits for something that another thread, or the clock, will bring. `what`: `sleep`, `lock`, `join`, `select`…; `label` as a sentence names it; `until` 0: for ever; `holder`: the thread that can end it (0: unknown). */
  'thread.blocked': { thread: 'id', what: 'text', label: 'text', until: 'time', holder: 'id' },
  /** It can go on, as soon as it gets the GIL. */
  'thread.woken': { thread: 'id' },
  'thread.finished': { thread: 'id' },

  'loop.created': { loop: 'id' },
  /** One turn of `_run_once` begins; `ready` handles are there already. */
  'loop.iterationBegan': { loop: 'id', iteration: 'int' },
  /** 0 timers due are moved to ready; 1 polls for I/O, blocking until `until` (0: not blocking); 2 runs `count` ready handles. */
  'loop.phaseEntered': { loop: 'id', phase: 'int', until: 'time', count: 'int' },
  'loop.stopped': { loop: 'id' },
  'loop.closed': { loop: 'id' },

  /** call_soon. `task`: whose step or wake-up it is. `reason` 0 plain callback, 1 first step of a task, 2 wake-up of a task, 3 done-callback of future `future`, 4 next step after a bare yield. */
  'handle.scheduled': { handle: 'id', label: 'text', task: 'id', future: 'id', reason: 'int' },
  /** call_later, call_at, and what sleep and timeout make of them. */
  'timer.scheduled': { handle: 'id', label: 'text', task: 'id', future: 'id', when: 'time' },
  /** The timer's moment has come: it moves to the end of the ready queue. */
  'timer.due': { handle: 'id' },
  'handle.cancelled': { handle: 'id' },
  /** A callback that is not a task's step starts, and ends. */
  'handle.started': { handle: 'id' },
  'handle.finished': { handle: 'id' },

  /** Calling a coroutine function made a coroutine object; nothing runs. `label` shows the bound arguments: `fetch(1)`. `flavour` 0 native, 1 generator-based, 2 async generator. */
  'coroutine.created': { coroutine: 'id', code: 'id', label: 'text', line: 'int', flavour: 'int' },
  /** Its frame runs for the first time: it was awaited, or its task's first step came. */
  'coroutine.started': { coroutine: 'id' },
  'coroutine.neverAwaited': { coroutine: 'id' },

  /** A task wraps coroutine `coroutine` (0: not recorded). `parent`: the task that was running (0: none). `isEager` 1: its first step runs at once. */
  'task.created': {
    task: 'id',
    coroutine: 'id',
    code: 'id',
    name: 'text',
    label: 'text',
    parent: 'id',
    loop: 'id',
    isEager: 'int',
  },
  'task.renamed': { task: 'id', name: 'text' },
  /** A step begins: handle `handle` (0: eager) runs. `how` 0 sends None, 1 throws an exception described by `text`, 2 throws CancelledError. `waited`: the future whose completion woke it. */
  'task.resumed': { task: 'id', handle: 'id', how: 'int', text: 'text', waited: 'id' },
  /** The step ends at an await. `future` 0: a bare yield (`sleep(0)`), it is ready again at once. `frames`: the await chain, outermost first. */
  'task.suspended': { task: 'id', future: 'id', frames: 'frames' },
  /** `by`: the task that called cancel() (0: none). `count`: `cancelling()` afterwards. `forwarded`: the future or task that the request was passed on to (0: it waits for the next step). */
  'task.cancelRequested': { task: 'id', by: 'id', count: 'int', message: 'text', forwarded: 'id' },
  'task.uncancelled': { task: 'id', count: 'int' },
  /** User code caught a thrown-in CancelledError and went on: the request was refused. */
  'task.cancelSwallowed': { task: 'id', code: 'id', line: 'int' },
  /** `outcome` 0 result, 1 exception, 2 cancelled; `text`: repr of the value or `Type: message`. */
  'task.finished': { task: 'id', outcome: 'int', text: 'text' },

  /** `label` says what it stands for: `Future`, `sleep(2.0)`, `gather`, `Lock.acquire`, `Queue.get`. */
  'future.created': { future: 'id', label: 'text', loop: 'id' },
  /** set_result, set_exception or cancel: instant. `by`: the running task (0: a callback or timer). */
  'future.resolved': { future: 'id', outcome: 'int', text: 'text', by: 'id' },
  /** `waiter` (a gather, wait, shield, or task) now depends on `future`; the await graph of Python 3.14. */
  'future.awaitedBy': { future: 'id', waiter: 'id' },
  'future.notAwaitedBy': { future: 'id', waiter: 'id' },
  'future.neverRetrieved': { future: 'id', text: 'text' },

  /** Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier, Queue, PriorityQueue, LifoQueue. `label`: the name it was bound to where known, else ''. */
  'sync.created': { sync: 'id', type: 'text', label: 'text' },
  /** The whole new state. `state`: `locked`, `unlocked`, `set`, `unset`, `filling`…; `value`: permits, parties or queue size; `limit`: maxsize (0: none); `owner`: task that acquired last (0: none); waiters and putters: futures in FIFO order; `items`: short reprs; `holders`: of a semaphore, the tasks that have its permits. */
  'sync.changed': {
    sync: 'id',
    state: 'text',
    value: 'int',
    limit: 'int',
    owner: 'id',
    waiters: 'ids',
    putters: 'ids',
    items: 'texts',
    holders: 'ids',
  },

  /**
   * The whole new state of a Lock, RLock, Condition, Semaphore, Event, Barrier or Queue between threads, as in `sync.changed` but with threads
   * for tasks and futures. `putters`: of a queue, those that wait to put; of a condition, those that wait for its lock.
   */
  'threadSync.changed': {
    sync: 'id',
    type: 'text',
    label: 'text',
    state: 'text',
    value: 'int',
    limit: 'int',
    owner: 'id',
    waiters: 'ids',
    putters: 'ids',
    items: 'texts',
  },

  /** A user's function was entered or left (detail; may be cut off by the detail limit). */
  'frame.entered': { code: 'id', line: 'int' },
  'frame.left': { code: 'id' },
  /** A statement of the user's file is about to run. */
  'line.reached': { code: 'id', line: 'int' },
  /** `raise`, or a built-in failed, in a user's frame. */
  'exception.raised': { code: 'id', line: 'int', text: 'text' },
  /** An except clause (or a with) of a user's frame took it. */
  'exception.caught': { code: 'id', line: 'int', text: 'text' },

  /** `stream` 1 stdout, 2 stderr. `process`: who wrote it; 1, the first, also when there is only one. What goes into a pipe is no output. */
  'output.written': { stream: 'int', text: 'text', process: 'id' },
  /** The loop's exception handler was called. */
  'loop.exceptionHandled': { message: 'text', task: 'id' },

  /**
   * A timeout, task group or as_completed (`type`), which belongs to `task`. `state`: `entered`, `waiting` (for its children at the
   * end), `cancelling` (a group's children), `expiring` (a timeout asked its task to cancel), `expired`, `left`. `when`: the
   * deadline; 0 none. `children`: the first of the `count` tasks that it waits for.
   */
  'scope.changed': {
    scope: 'id',
    type: 'text',
    state: 'text',
    task: 'id',
    when: 'time',
    children: 'ids',
    count: 'int',
  },

  /** A mistake was found (see `hazards.ts`): which one, whose (0: nobody's task), and the line to look at (0: none). In `text` `{0}` stands for the first of `others`, which are tasks. */
  'hazard.found': { hazard: 'text', task: 'id', code: 'id', line: 'int', others: 'ids', text: 'text' },

  /**
   * `task` (0: nobody's step) asks for a connection, or makes a pipe. `via` 0 TCP, 1 Unix socket, 2 socket pair, 3 UDP, 4 pipe. `from`
   * and `to`: hosts as people call them. `due`: when the answer will be there; 0 never.
   */
  'connection.requested': {
    connection: 'id',
    via: 'int',
    from: 'text',
    to: 'text',
    address: 'text',
    due: 'time',
    task: 'id',
  },
  'connection.opened': { connection: 'id' },
  'connection.failed': { connection: 'id', reason: 'text' },
  /** One side will send no more. `forward` 1: the one that asked for the connection. */
  'connection.halfClosed': { connection: 'id', forward: 'int' },
  'connection.closed': { connection: 'id', reason: 'text' },
  /** Bytes are on their way. `label`: `GET /delay/1`, `200 OK`, or how they begin. `due`: when the last of them is there. */
  'message.sent': {
    message: 'id',
    connection: 'id',
    forward: 'int',
    label: 'text',
    size: 'int',
    due: 'time',
    task: 'id',
  },
  'message.received': { message: 'id' },
  'message.dropped': { message: 'id', reason: 'text' },
  /** It will be there later than was thought; 0 never. */
  'message.delayed': { message: 'id', due: 'time', reason: 'text' },

  /**
   * Something is done to the run from outside: the `nth` (from 1) of the scenario's interventions, of the kind `action`. `text` says
   * it as a clause, `worker is cancelled`; what follows from it comes after. `task`: to whom; 0 nobody.
   */
  'intervention.done': { nth: 'int', action: 'text', text: 'text', task: 'id' },
  /** The same could not be done, and why. */
  'intervention.missed': { nth: 'int', action: 'text', text: 'text', reason: 'text' },

  /**
   * A client (aiohttp, httpx, requests) begins with a request. `label`: `GET /delay/1`. `attempt` is 1, or one more than that of the
   * request `again`, which asked for the same and failed. `pool` 0: it has none.
   */
  'request.began': {
    request: 'id',
    pool: 'id',
    label: 'text',
    host: 'text',
    attempt: 'int',
    again: 'id',
    task: 'id',
  },
  /** `outcome` 0 answered (`text`: `200 OK`), 1 its time was over, 2 refused, 3 failed otherwise, 4 cancelled. */
  'request.ended': { request: 'id', outcome: 'int', text: 'text' },
  /** A client's pool of connections: how many requests may have one at a time (0: no limit), in all and to one host; which have, and which stand in line. */
  'pool.changed': { pool: 'id', type: 'text', limit: 'int', perHost: 'int', users: 'ids', waiters: 'ids' },

  /** A channel layer or a message broker is there: `type` `in-memory`, `Redis`, `RabbitMQ`…; `process`: whose memory holds it. */
  /** `isAcking` 1: it keeps what is delivered until it is acknowledged. One that was closed may open again, with what it kept. */
  'broker.opened': { broker: 'id', type: 'text', label: 'text', process: 'id', isAcking: 'int' },
  /** Nobody can reach it any more; what it held is told of by itself, if it is lost. */
  'broker.closed': { broker: 'id', reason: 'text' },
  /**
   * A FIFO of a broker, for a channel of ASGI or a queue of AMQP. `mouth`: who may read it: `many`, `single` (`?`), `owner` (`!`).
   * `capacity` 0: no limit. `owner`: the process that alone may read it (0: any).
   */
  'queue.opened': {
    queue: 'id',
    broker: 'id',
    name: 'text',
    mouth: 'text',
    capacity: 'int',
    owner: 'id',
  },
  'queue.closed': { queue: 'id', reason: 'text' },
  /** Its whole new membership: names of channels. None: the group is gone. */
  'group.changed': { broker: 'id', name: 'text', members: 'texts' },
  /**
   * A message stands at the end of a queue. `name`: the channel that it is for (under `main!` there are many; several of them with commas between). `label`: a few words of
   * it; `body`: its repr. `expires` 0: never. `origin`: the one during whose handling it was sent (0: none). `group`: it is a copy for this group. `celeryTask`: it calls the CeleryTask of that uuid ('': none).
   */
  'envelope.stored': {
    envelope: 'id',
    queue: 'id',
    name: 'text',
    label: 'text',
    body: 'text',
    expires: 'time',
    origin: 'id',
    group: 'text',
    celeryTask: 'text',
  },
  /** One that the queue did not take; with a `group` its sender does not hear of it. */
  'envelope.refused': {
    queue: 'id',
    name: 'text',
    label: 'text',
    reason: 'text',
    group: 'text',
  },
  /** It has left its queue and is in the hands of a reader. */
  'envelope.taken': { envelope: 'id', thread: 'id', task: 'id' },
  /** It has left its queue unread: `expired`, `flushed`, `lost`, `overflow`… */
  'envelope.removed': { envelope: 'id', reason: 'text' },
  /** Its reader begins to work on it: `consumer` is the function's dotted name. */
  'envelope.began': {
    envelope: 'id',
    consumer: 'text',
    thread: 'id',
    task: 'id',
  },
  /** `outcome` 0 finished, 1 failed (`text`: why), 2 lost with its process, 3 sent again to be handled later, 4 denied, 5 there is no consumer for it. */
  'envelope.ended': { envelope: 'id', outcome: 'int', text: 'text' },

  /** An exchange and what is bound to it, each binding as `queue ← key`; type '': it is gone. */
  'exchange.changed': { broker: 'id', name: 'text', type: 'text', bindings: 'texts' },
  /**
   * Somebody consumes from a queue, or consumes otherwise: so many envelopes may be unacknowledged (0: no limit; -1: each is acknowledged as
   * it is delivered). `visibility`: what is unacknowledged for so long may be delivered to others (0: never). `isOpen` 0: no longer.
   */
  'consumer.changed': {
    consumer: 'id',
    queue: 'id',
    label: 'text',
    thread: 'id',
    prefetch: 'int',
    visibility: 'time',
    isOpen: 'int',
  },
  /** A consumer (0: basic.get) has it, and its queue keeps it until it is acknowledged. */
  'envelope.delivered': { envelope: 'id', consumer: 'id', thread: 'id', task: 'id' },
  /** The broker may forget it. */
  'envelope.acked': { envelope: 'id' },
  /** It stands in its queue again, at this place (0: first), to be delivered once more. */
  'envelope.returned': { envelope: 'id', place: 'int', reason: 'text' },
  /** Its queue gives it up: `rejected`, `expired`, `maxlen`, `delivery_limit`. Where it goes is told next, if it goes anywhere. */
  'envelope.deadLettered': { envelope: 'id', reason: 'text' },
  /** What is published comes to an exchange, which sends it to what is bound there by `matched`, each as `queue ← key`; none: nowhere. `origin`: what died in a queue and comes to another exchange (0: none). */
  'publish.routed': { broker: 'id', exchange: 'text', key: 'text', label: 'text', matched: 'texts', origin: 'id' },
  /** What the broker says to who published: `confirmed`, `refused`, `returned` (`text`: why). */
  'publish.answered': { broker: 'id', answer: 'text', label: 'text', text: 'text' },
  /** What the result backend knows of a CeleryTask. `id`: its uuid. */
  'celeryTask.changed': { id: 'text', name: 'text', state: 'text', text: 'text' },
  /** A chain, group or chord is sent off. `parts`: ids of its tasks ('' of one that has none itself), of a chord with the body last; `labels`: their calls. */
  'canvas.began': { type: 'text', parts: 'texts', labels: 'texts' },
  /** A process, told of just before, stands in the place of `of`: it was started as that was. */
  'process.restarted': { process: 'id', of: 'id' },
  /** Told only where there are several processes: which of them listen at `address`; none: nobody any more. `via` as of connections. */
  'listener.changed': { listener: 'id', via: 'int', address: 'text', processes: 'ids' },
  /**
   * The same: which processes have one end of a connection open (`forward` 1: that of the one that asked for it), whenever another
   * one gets it or one of several gives it up. Until then it is who asked, and for pipes and socket pairs also at the other end.
   */
  'connection.held': { connection: 'id', forward: 'int', processes: 'ids' },
  /** Between two hosts nothing arrives any more (`isCut` 1), or again. */
  'link.changed': { from: 'text', to: 'text', isCut: 'int' },
} as const satisfies Record<string, Record<string, keyof FieldTypes>>;

export type EventKind = keyof typeof EVENTS;

type FieldsOf<K extends EventKind> = {
  readonly [F in keyof (typeof EVENTS)[K]]: (typeof EVENTS)[K][F] extends keyof FieldTypes
    ? FieldTypes[(typeof EVENTS)[K][F]]
    : never;
};

export type EventOf<K extends EventKind> = { readonly kind: K } & FieldsOf<K>;

/** The typed view of one row of the trace. */
export type TraceEvent = { [K in EventKind]: EventOf<K> }[EventKind];

/** What the recorder hands over now and then: packed events, and the names they use. Structured-clone-safe, `bytes` transferable. */
export interface Chunk {
  /** Position before the first event of this chunk. */
  readonly offset: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Strings met for the first time; text fields are indices into all strings so far. */
  readonly strings: readonly string[];
  readonly codes: readonly CodeInfo[];
}
