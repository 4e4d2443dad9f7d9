import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 70,
  title: 'Expired: PENDING here, REVOKED there',
  text: 'A task that must not run later than 10 s from now, and a worker that starts at 20 s. Over RabbitMQ the message itself has a time to live: the broker drops it after 10 s, no worker ever hears of it, and its state stays PENDING. Over Redis nothing expires in the queue: the worker gets the task, sees that it is too late, and stores REVOKED. Neither runs it.',
  files: [
    { name: 'client.py', text: client },
    { name: 'tasks.py', text: tasks },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'dropped',
      anchor: '4209 sleep 20#1:suspend+2',
      text: 'RabbitMQ has dropped the message. Nobody is told.',
      shows: { kind: 'envelope.deadLettered', reason: 'expired' },
    },
    {
      name: 'too late',
      anchor: '4211 celery -q -A tasks worker -P solo#23:resume+2',
      text: 'Over Redis the worker has received it, and says that it was too late.',
      shows: { kind: 'celeryTask.changed', state: 'REVOKED' },
    },
  ],
  telling: 'dropped',
  claims: ['L2'],
  misconceptions: [],
  questions: [
    {
      at: 'dropped',
      kind: 'free',
      prompt: 'The worker of RabbitMQ will start in ten seconds. What will it say of this task?',
      because: 'Nothing: its queue is empty. Nobody will ever store anything for this id.',
    },
    {
      at: 'too late',
      kind: 'free',
      prompt: 'Why does the same program end in two ways?',
      because:
        'Celery gives its expiry to the broker, too. RabbitMQ acts on it; Redis has lists, which know no such thing.',
    },
  ],
  changeOneThing: {
    text: 'Let it wait long enough.',
    find: 'expires=10',
    replace: 'expires=25',
    stdout: `${RABBIT_STARTS}client-a.1 | amqp://localhost SUCCESS\nclient-b.1 | redis://localhost SUCCESS\n`,
  },
  sources: ['Celery documentation: Calling Tasks, Expiration'],
  check: {
    stdout: `${RABBIT_STARTS}client-a.1 | amqp://localhost PENDING\nclient-b.1 | redis://localhost REVOKED\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 0 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'REVOKED' }, times: 1 },
    ],
  },
};
