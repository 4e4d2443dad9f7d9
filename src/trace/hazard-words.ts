/**
 * What each hazard is called, why it matters, and where Python's documentation tells of it. Apart from `hazards.ts`, so that
 * the page's first part does without the texts.
 */
import type { HazardKind } from './hazards.ts';

export interface HazardInfo {
  readonly title: string;
  /** One or two plain sentences: what goes wrong, and what to do. */
  readonly advice: string;
  /** Python's own documentation of it. */
  readonly link: string;
  /** `hint`: the program is right, and could be better. */
  readonly weight: 'hazard' | 'hint' | 'legacy';
}

const DOCS = 'https://docs.python.org/3/';

export const HAZARDS = {
  blockingCall: {
    title: 'time.sleep in async code',
    advice:
      'time.sleep blocks the thread, and with it the event loop and every task. Write await asyncio.sleep(), or await asyncio.to_thread() for a call that cannot be awaited.',
    link: `${DOCS}library/asyncio-dev.html#running-blocking-code`,
    weight: 'hazard',
  },
  loopBlocked: {
    title: 'The loop was blocked',
    advice:
      'Between two awaits nothing else can run, not even a timer that is due. Give the work to asyncio.to_thread() or a process, or split it with await asyncio.sleep(0).',
    link: `${DOCS}library/asyncio-dev.html#running-blocking-code`,
    weight: 'hazard',
  },
  neverAwaited: {
    title: 'A coroutine was never awaited',
    advice:
      'Calling a coroutine function only makes a coroutine object: none of its code runs. Await it, or make a task of it.',
    link: `${DOCS}library/asyncio-dev.html#detect-never-awaited-coroutines`,
    weight: 'hazard',
  },
  neverRetrieved: {
    title: 'An exception that nobody retrieved',
    advice:
      'The task or future failed, and nobody awaited it or asked for its result, so the error shows up late or never. Await it, or use a TaskGroup.',
    link: `${DOCS}library/asyncio-dev.html#detect-never-retrieved-exceptions`,
    weight: 'hazard',
  },
  taskNotKept: {
    title: 'Nobody keeps the task',
    advice:
      'The loop holds tasks only weakly: one that nobody else refers to may be collected in the middle of its work. Keep it in a variable or a set, or make it in a TaskGroup.',
    link: `${DOCS}library/asyncio-task.html#asyncio.create_task`,
    weight: 'hazard',
  },
  cancelSwallowed: {
    title: 'A cancellation was swallowed',
    advice:
      'Who asked for it, a timeout or a TaskGroup perhaps, counts on it. Clean up in finally, or raise CancelledError again at the end of the except clause.',
    link: `${DOCS}library/asyncio-task.html#task-cancellation`,
    weight: 'hazard',
  },
  lockAcrossAwait: {
    title: 'An await while holding a threading lock',
    advice:
      'The lock stays taken while other tasks run; one of them that wants it blocks the whole loop, and then nobody can release it. Use asyncio.Lock with async with.',
    link: `${DOCS}library/asyncio-sync.html`,
    weight: 'hazard',
  },
  sequentialAwaits: {
    title: 'Awaits one after another that could run together',
    advice:
      'Neither needs the result of the other. With asyncio.gather() or a TaskGroup both wait at the same time, if their order does not matter.',
    link: `${DOCS}library/asyncio-task.html#running-tasks-concurrently`,
    weight: 'hint',
  },
  checkThenAct: {
    title: 'Checked, awaited, then acted',
    advice:
      'At the await other tasks ran and changed what had been checked. Act before the await, check again after it, or hold an asyncio.Lock from the check until the act.',
    link: `${DOCS}library/asyncio-sync.html#lock`,
    weight: 'hazard',
  },
  unboundedQueue: {
    title: 'A queue without bound grows',
    advice:
      'Its producers are faster than its consumers, and nothing slows them down. With a maxsize, put() waits until there is room.',
    link: `${DOCS}library/asyncio-queue.html#asyncio.Queue`,
    weight: 'hazard',
  },
  wrongThread: {
    title: 'A loop used from another thread',
    advice:
      'Futures, tasks and most methods of a loop are not thread-safe: a loop that sleeps does not notice them. From another thread use loop.call_soon_threadsafe() or asyncio.run_coroutine_threadsafe().',
    link: `${DOCS}library/asyncio-dev.html#concurrency-and-multithreading`,
    weight: 'hazard',
  },
  legacy: {
    title: 'Gone from Python 3.14',
    advice: 'It works here, so that old programs run, and fails in Python 3.14.',
    link: `${DOCS}whatsnew/index.html`,
    weight: 'legacy',
  },
} as const satisfies Record<HazardKind, HazardInfo>;
