/** The rules behind the answers: each in one sentence, and where it is written down. */

export interface Rule {
  readonly says: string;
  /** A whole address. */
  readonly page: string;
  /** What the page is called. */
  readonly source: string;
}

const PYTHON = 'https://docs.python.org/3/';
const RABBIT = 'https://www.rabbitmq.com/docs/';
const CHANNELS = 'https://channels.readthedocs.io/en/latest/';
const ASGI = 'https://channels.readthedocs.io/en/1.x/asgi.html';

const python = (says: string, page: string, source: string): Rule => ({
  says,
  page: PYTHON + page,
  source: `Python documentation: ${source}`,
});

export const RULES = {
  untilAwait: python(
    'A task runs until it awaits something that is not done. Whatever it makes or wakes meanwhile only joins the ready queue.',
    'library/asyncio-task.html#coroutines',
    'coroutines and tasks',
  ),
  fifo: python(
    'Callbacks are called in the order in which they were registered: the ready queue is first in, first out.',
    'library/asyncio-eventloop.html#asyncio.loop.call_soon',
    'loop.call_soon',
  ),
  timers: python(
    'With nothing ready the loop sleeps until the first timer is due. A timer that is not due never runs.',
    'library/asyncio-eventloop.html#asyncio.loop.call_at',
    'loop.call_at',
  ),
  equalTimers: python(
    'Of timers that are due at the same instant none is promised to come first.',
    'library/asyncio-eventloop.html#asyncio.loop.call_later',
    'loop.call_later',
  ),
  dueBehind: python(
    'A timer that is due goes to the end of the ready queue, behind what was ready before.',
    'library/asyncio-eventloop.html#asyncio.loop.call_later',
    'loop.call_later',
  ),
  wakeUp: python(
    'Who awaits a future is woken when the future gets its result, and runs one turn of the loop later.',
    'library/asyncio-future.html#asyncio.Future.set_result',
    'Future.set_result',
  ),
  together: python(
    'Tasks wait at the same time: who awaits several of them goes on with the last, and not after the sum of their times.',
    'library/asyncio-task.html#running-tasks-concurrently',
    'running tasks concurrently',
  ),
  inTurn: python(
    'An await by itself starts nothing beside it: what is awaited in one line is done before the next line begins.',
    'library/asyncio-task.html#awaitables',
    'awaitables',
  ),
  cancel: python(
    'cancel() asks: CancelledError is thrown in at the next turn of the task, not at once.',
    'library/asyncio-task.html#asyncio.Task.cancel',
    'Task.cancel',
  ),
  line: python(
    'Locks, semaphores and queues serve those who wait for them in the order in which they came.',
    'library/asyncio-sync.html',
    'synchronization primitives',
  ),
  nobody: python(
    'A wait ends when somebody ends it. When all who could are waiting themselves, it never does.',
    'library/asyncio-sync.html#asyncio.Lock.acquire',
    'Lock.acquire',
  ),
  blocking: python(
    'Code that does not await holds the thread: nothing else of the loop can run until it is done.',
    'library/asyncio-dev.html#running-blocking-code',
    'running blocking code',
  ),
  io: python(
    'The loop hears of the network only when it polls: what has arrived then joins the ready queue.',
    'library/asyncio-eventloop.html#watching-file-descriptors',
    'watching file descriptors',
  ),
  gil: python(
    'Of all threads that could run, one holds the GIL. Which of them is next is up to the operating system.',
    'glossary.html#term-global-interpreter-lock',
    'global interpreter lock',
  ),
  roundRobin: {
    says: 'A queue hands its messages to its consumers in turn, and passes over those whose window is full.',
    page: `${RABBIT}consumers#priority`,
    source: 'RabbitMQ: consumers',
  },
  window: {
    says: 'A consumer with as many unacknowledged messages as its prefetch allows gets no more until it acknowledges one.',
    page: `${RABBIT}consumer-prefetch`,
    source: 'RabbitMQ: consumer prefetch',
  },
  returned: {
    says: 'A message that comes back goes to its old place in the queue if that can be done, else nearer to the head.',
    page: `${RABBIT}nack`,
    source: 'RabbitMQ: negative acknowledgements',
  },
  oneReader: {
    says: 'A message in a channel is given to one of those who read it, and to no other.',
    page: `${CHANNELS}topics/channel_layers.html`,
    source: 'Channels: channel layers',
  },
  group: {
    says: 'Sending to a group puts one copy into the channel of each member, the sender among them if it is one.',
    page: `${CHANNELS}topics/channel_layers.html#groups`,
    source: 'Channels: groups',
  },
  capacity: {
    says: 'A channel that is full takes no more: who sends to it is told by ChannelFull, who sends to a group is told nothing.',
    page: `${ASGI}#capacity`,
    source: 'ASGI: capacity',
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
