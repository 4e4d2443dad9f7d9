import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 60,
  title: 'Priorities, upside down',
  text: 'Six messages of different priority go to two brokers. For RabbitMQ a large number is urgent, and a message that says nothing is least urgent. Kombu over Redis has it the other way round: 0 goes first, and four lists stand for ten priorities. And a priority counts only as long as a message is in its queue: a consumer that is there, with room for all, gets them as they come.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'most urgent',
      anchor: '4204 main.1#1:suspend+42',
      text: 'Published last, delivered first.',
      shows: { kind: 'envelope.delivered', envelope: 6 },
    },
    {
      name: 'in Redis',
      anchor: '4204 main.1#1:suspend+74',
      text: 'Here the one with priority 0 goes first.',
      shows: { kind: 'envelope.delivered', envelope: 7 },
    },
    {
      name: 'prefetched',
      anchor: '4204 main.1#1:suspend+100',
      text: 'A consumer with room is waiting: what comes goes to it, urgent or not.',
      shows: { kind: 'envelope.delivered', envelope: 13 },
    },
  ],
  telling: 'in Redis',
  claims: ['L2'],
  misconceptions: ['M12'],
  questions: [
    {
      at: 'most urgent',
      kind: 'free',
      prompt: 'The same six go to Redis by way of Kombu. Which one comes out first?',
      because: 'The one with priority 0: there a small number is urgent.',
    },
    {
      at: 'prefetched',
      kind: 'free',
      prompt: 'The queue has priorities, and the messages come out in the order of publishing. Why?',
      because: 'They never wait in the queue. What a consumer has been given is not sorted again.',
    },
  ],
  changeOneThing: {
    text: 'Leave the consumer room for one.',
    find: 'prefetch_count=6',
    replace: 'prefetch_count=1',
    stdout: `${RABBIT_STARTS}main.1 | RabbitMQ p9 p6 p5 p3 p0 pNone\nmain.1 | Redis    p0 pNone p3 p5 p6 p9\nmain.1 | prefetched p0\n`,
  },
  sources: [
    'RabbitMQ documentation: Classic Queues Support Priorities',
    'Celery documentation: Redis Message Priorities',
  ],
  check: {
    stdout: `${RABBIT_STARTS}main.1 | RabbitMQ p9 p6 p5 p3 p0 pNone\nmain.1 | Redis    p0 pNone p3 p5 p6 p9\nmain.1 | prefetched p0 pNone p3 p5 p6 p9\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
