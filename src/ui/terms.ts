/** What the terms of art mean, each in one sentence, and where Python's own documentation says it. Loaded late. */
import { CHANNEL_TERMS } from './channel-terms.ts';
import { QUEUE_TERMS } from './queue-terms.ts';
import type { TermName } from './words.ts';

export interface Meaning {
  readonly sentence: string;
  /** Below `DOCS`, or a whole address. */
  readonly page: string;
}

export const DOCS = 'https://docs.python.org/3/';

export function hrefOf(page: string): string {
  return page.startsWith('https:') ? page : DOCS + page;
}

export const TERMS: Readonly<Record<TermName, Meaning>> = {
  ...CHANNEL_TERMS,
  ...QUEUE_TERMS,
  GIL: {
    sentence: 'The lock of the interpreter: of all threads of a process only the one that holds it runs Python code.',
    page: 'library/threading.html#module-threading',
  },
  thread: {
    sentence: 'A second flow of control in the same program and memory, which may be interrupted anywhere.',
    page: 'library/threading.html#thread-objects',
  },
  'event loop': {
    sentence: 'The one that decides what runs next: again and again it takes what is ready and runs it, one at a time.',
    page: 'library/asyncio-eventloop.html',
  },
  coroutine: {
    sentence:
      'What calling an `async def` function gives: an object that does nothing until it is awaited or made a task.',
    page: 'library/asyncio-task.html#coroutines',
  },
  task: {
    sentence: 'A coroutine that the loop runs by itself, a turn at a time, beside the others.',
    page: 'library/asyncio-task.html#asyncio.Task',
  },
  TaskGroup: {
    sentence: 'Tasks that live and fail together: leaving its `async with` waits for all of them.',
    page: 'library/asyncio-task.html#asyncio.TaskGroup',
  },
  ExceptionGroup: {
    sentence: 'Several exceptions raised as one: what a TaskGroup gives when tasks of it have failed.',
    page: 'library/exceptions.html#ExceptionGroup',
  },
  timeout: {
    sentence:
      'A limit on how long a task may stay in a block: when it is reached the task is cancelled, and told so there.',
    page: 'library/asyncio-task.html#asyncio.timeout',
  },
  gather: {
    sentence: 'Waits for several awaitables at once, and gives their results in the order in which they were named.',
    page: 'library/asyncio-task.html#asyncio.gather',
  },
  shield: {
    sentence: 'Lets a request to cancel reach who awaits, and not what is awaited.',
    page: 'library/asyncio-task.html#asyncio.shield',
  },
  executor: {
    sentence: 'Threads or processes that do what would block the loop; the result comes back as a future.',
    page: 'library/asyncio-eventloop.html#asyncio.loop.run_in_executor',
  },
  future: {
    sentence: 'A box for a result that is not there yet; whoever awaits it sleeps until somebody fills it.',
    page: 'library/asyncio-future.html#asyncio.Future',
  },
  handle: {
    sentence: 'One call that the loop has been asked to make: a turn of a task, or a callback.',
    page: 'library/asyncio-eventloop.html#asyncio.Handle',
  },
  callback: {
    sentence: 'A plain function that the loop calls, as when a future is done.',
    page: 'library/asyncio-future.html#asyncio.Future.add_done_callback',
  },
  'ready queue': {
    sentence: 'The handles that can run now, in the order in which they will: first in, first out.',
    page: 'library/asyncio-eventloop.html#asyncio.loop.call_soon',
  },
  await: {
    sentence:
      'Where a coroutine may be suspended: it goes on only when what it awaits is done, and others run meanwhile.',
    page: 'reference/expressions.html#await',
  },
  parked: {
    sentence: 'Suspended at an await: the task has given the thread away, and stays in that line until it is woken.',
    page: 'library/asyncio-task.html#awaitables',
  },
  cancel: {
    sentence:
      'To ask a task to stop: at its next turn CancelledError is thrown in, which it may clean up after, or refuse.',
    page: 'library/asyncio-task.html#asyncio.Task.cancel',
  },
  'cancelling()': {
    sentence: 'How many requests to cancel a task are pending: those made, less those taken back by uncancel().',
    page: 'library/asyncio-task.html#asyncio.Task.cancelling',
  },
  uncancel: {
    sentence: 'Takes back one request to cancel a task, once it has been dealt with.',
    page: 'library/asyncio-task.html#asyncio.Task.uncancel',
  },
  CancelledError: {
    sentence: 'The exception by which a task is cancelled; it is thrown in at the await where the task is parked.',
    page: 'library/asyncio-exceptions.html#asyncio.CancelledError',
  },
  iteration: {
    sentence:
      'One round of the loop: timers that are due, then I/O, then every handle that was ready when the round began.',
    page: 'library/asyncio-eventloop.html#asyncio.loop.run_forever',
  },
  'poll I/O': {
    sentence:
      'The loop asks which sockets have something for it; with nothing ready it sleeps here until the next timer.',
    page: 'library/selectors.html#selectors.BaseSelector.select',
  },
  'run ready': {
    sentence: 'The loop runs the handles of the ready queue; what they add has to wait for the next iteration.',
    page: 'library/asyncio-eventloop.html#asyncio.loop.call_soon',
  },
  timers: {
    sentence: 'Calls put off to a later moment, soonest first; when it comes they move to the end of the ready queue.',
    page: 'library/asyncio-eventloop.html#asyncio.loop.call_later',
  },
  lock: {
    sentence: 'Held by one task at a time; the others wait in line, first come, first served.',
    page: 'library/asyncio-sync.html#asyncio.Lock',
  },
  queue: {
    sentence: 'Hands items from one task to another: get() waits while it is empty, put() while it is full.',
    page: 'library/asyncio-queue.html#asyncio.Queue',
  },
  event: {
    sentence: 'A flag that tasks can wait for; setting it wakes all of them.',
    page: 'library/asyncio-sync.html#asyncio.Event',
  },
  condition: {
    sentence: 'A lock with a waiting room: tasks wait inside until another one notifies them.',
    page: 'library/asyncio-sync.html#asyncio.Condition',
  },
  semaphore: {
    sentence: 'A lock with several places: as many tasks as it has permits may be inside.',
    page: 'library/asyncio-sync.html#asyncio.Semaphore',
  },
  barrier: {
    sentence: 'Holds tasks back until a given number of them has come.',
    page: 'library/asyncio-sync.html#asyncio.Barrier',
  },
  'virtual time': {
    sentence:
      'The clock of the program: it stands still while code runs and jumps when all wait, so an hour of sleep costs nothing.',
    page: 'library/asyncio-eventloop.html#asyncio.loop.time',
  },
  step: {
    sentence: 'One thing that happened in the run: a line, an await, a wake-up; the playhead counts them.',
    page: 'library/sys.html#sys.settrace',
  },
};
