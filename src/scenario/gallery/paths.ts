/**
 * Guided paths: a first hour of each world. A step is a scenario of the gallery, the moment to look at first, and a sentence
 * that leads there from the step before. Loaded late.
 */
import type { WorldId } from './shelves.ts';

export interface PathStep {
  readonly slug: string;
  /** The name of one of its moments. */
  readonly moment: string;
  readonly says: string;
}

export interface GuidedPath {
  readonly id: WorldId;
  readonly title: string;
  readonly about: string;
  readonly steps: readonly PathStep[];
}

export const PATHS: readonly GuidedPath[] = [
  {
    id: 'asyncio',
    title: 'A first hour of asyncio',
    about: 'From a coroutine that does nothing to tasks that wait, race, refuse and block each other.',
    steps: [
      {
        slug: 'coroutine-does-nothing',
        moment: 'never awaited',
        says: 'Begin with a call. What has it done when it returns?',
      },
      {
        slug: 'must-be-scheduled',
        moment: 'in the queue',
        says: 'Something must run it. Here is what that is, and the line in which it waits.',
      },
      {
        slug: 'breakpoints',
        moment: 'at different breakpoints',
        says: 'A coroutine stops only where it says so. Two of the same function can stop at different lines.',
      },
      {
        slug: 'await-chain',
        moment: 'down the chain',
        says: 'They await each other. At the very end of the chain somebody waits for a future.',
      },
      {
        slug: 'await-is-not-start',
        moment: 'only tea',
        says: 'So does await make things run at the same time? Guess how long this takes before you look.',
      },
      {
        slug: 'wrapping',
        moment: 'create_task',
        says: 'What makes things run at the same time is a task. Four ways to get one.',
      },
      {
        slug: 'task-group',
        moment: 'one fails',
        says: 'Tasks fail, too. A group sees to it that nobody is left behind.',
      },
      {
        slug: 'blocking',
        moment: 'the loop stood still',
        says: 'There is one loop and one thread. What if somebody does not let go of it?',
      },
      {
        slug: 'check-then-act',
        moment: 'Ben has checked too',
        says: 'One thread, and still a race: between a check and an act lies an await.',
      },
      {
        slug: 'check-under-lock',
        moment: 'Ben may not look yet',
        says: 'A lock closes the gap. See who waits, and for whom.',
      },
      {
        slug: 'deadlock',
        moment: 'the circle is closed',
        says: 'Two locks, and nobody can go on. The page tells why.',
      },
      {
        slug: 'task-that-refuses',
        moment: 'refused',
        says: 'Last: to cancel is to ask. Somebody may say no.',
      },
    ],
  },
  {
    id: 'channels',
    title: 'A first hour of Channels',
    about: 'Requests and frames as messages: who takes them, who may lose them, and what has become of it since.',
    steps: [
      {
        slug: 'five-stations',
        moment: 'a request is a message',
        says: 'In Channels 1.x even HTTP is messages. Follow one request through five stations.',
      },
      {
        slug: 'one-reader',
        moment: 'six wait for three',
        says: 'A channel is a line, and not a loudspeaker: each message has one reader.',
      },
      {
        slug: 'two-servers',
        moment: 'for the first',
        says: 'Two servers, one worker. How does an answer find its way back?',
      },
      {
        slug: 'group-room',
        moment: 'three copies',
        says: 'One reader for each message: so how do three hear the same? With three messages.',
      },
      {
        slug: 'full-member',
        moment: 'dropped',
        says: 'And if one of the three is full? Nobody is told.',
      },
      {
        slug: 'shuffled-words',
        moment: 'B is first',
        says: 'Two workers, and the words of one client change places.',
      },
      {
        slug: 'shuffled-words-mended',
        moment: 'too early',
        says: 'Order can be had. See what it costs.',
      },
      {
        slug: 'worker-dies',
        moment: 'lost',
        says: 'A worker dies with a message in its hands. Nobody has a copy.',
      },
      {
        slug: 'overload',
        moment: 'refused',
        says: 'Queues are finite. What does the browser see when one is full?',
      },
      {
        slug: 'layer-forgets',
        moment: 'to nobody',
        says: 'The layer forgets everything, and the sockets stay open.',
      },
      {
        slug: 'chat-of-today',
        moment: 'one for each process',
        says: 'Today the application runs in the server. Look at what still crosses the layer.',
      },
      {
        slug: 'which-end-dropped',
        moment: 'no room',
        says: 'Still finite. But which messages are dropped now, the oldest or the newest?',
      },
    ],
  },
  {
    id: 'celery',
    title: 'A first hour of Celery',
    about: 'A call becomes a message; then everything that can happen to a message, and what to do about it.',
    steps: [
      {
        slug: 'celery-first-steps',
        moment: 'only a message',
        says: 'delay() returns at once. What does it return, and where is the work?',
      },
      {
        slug: 'same-code',
        moment: 'RabbitMQ',
        says: 'The same program over four brokers. The messages take different roads.',
      },
      {
        slug: 'prefetch-window',
        moment: 'two each',
        says: 'Workers take more than they can do. See how many, and what is left for others.',
      },
      {
        slug: 'prefetch-unfair',
        moment: 'one is idle',
        says: 'That is not harmless: a short task stands behind a long one, next to an idle worker.',
      },
      {
        slug: 'early-ack',
        moment: 'killed',
        says: 'Now a worker is killed. What it had begun is lost: it was acknowledged before.',
      },
      {
        slug: 'late-ack',
        moment: 'all come back',
        says: 'One word more, and all come back. And what had begun begins again.',
      },
      {
        slug: 'child-dies',
        moment: 'given up',
        says: 'Is late always enough? Not when only the child dies.',
      },
      {
        slug: 'celery-retry',
        moment: 'a new message',
        says: 'A retry is not a loop in the worker. Watch the queue.',
      },
      {
        slug: 'canvas',
        moment: 'the next link',
        says: 'Tasks that call tasks: a chain, a group, a chord. Who sends the next message?',
      },
      {
        slug: 'broker-killed',
        moment: 'four messages',
        says: 'Until now the broker lived. Four messages, and which of them survive its death?',
      },
      {
        slug: 'same-crash-channels',
        moment: 'lost',
        says: 'The same crash twice. First with Channels: the job is gone.',
      },
      {
        slug: 'same-crash-celery',
        moment: 'back',
        says: 'Then with Celery and RabbitMQ: it comes back.',
      },
      {
        slug: 'guarantee-lab',
        moment: 'acknowledged',
        says: 'Build it yourself, one switch at a time, and kill whatever you like.',
      },
    ],
  },
];
