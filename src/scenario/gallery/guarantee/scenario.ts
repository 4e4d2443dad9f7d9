import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 170,
  title: 'A bad day, and no guarantee',
  text: 'A task is sent while no worker is there. At 2 s the broker is killed, at 3 s it is back. At 4 s a worker starts, is killed at 9 s, and starts again. Three switches are at the top of the program, and all are off: the queue is not durable, its messages are not persistent, and acknowledgement is early. The task does not even outlive the broker. Turn on one switch at a time, and see how far it gets.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 500000 },
    { kind: 'signal', process: 'rabbit.1', signal: 'SIGKILL', timeUs: 2000000 },
    { kind: 'restart', process: 'rabbit.1', timeUs: 3000000 },
    { kind: 'restart', process: 'worker.1', timeUs: 4000000 },
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 9000000 },
    { kind: 'restart', process: 'worker.1', timeUs: 10000000 },
  ],
  moments: [
    {
      name: 'sent',
      anchor: '4205 client.1#2:resume+4',
      text: 'The task waits in a queue that exists in memory only.',
      shows: { kind: 'envelope.stored', envelope: 1 },
    },
    {
      name: 'the broker is killed',
      anchor: '4202 rabbit.1#1:finish+8',
      text: 'The queue is gone, and the message with it.',
      shows: { kind: 'process.ended', process: 'rabbit.1', status: -9 },
    },
  ],
  telling: 'the broker is killed',
  claims: ['L3'],
  misconceptions: [],
  questions: [
    {
      at: 'sent',
      kind: 'free',
      prompt:
        'The broker will be killed, and started again. What would be left if the queue were durable, and nothing else?',
      because: 'The queue, empty. The message itself must be persistent as well.',
    },
    {
      at: 'the broker is killed',
      kind: 'free',
      prompt: 'Which of the three switches would have saved the task from all that happens on this day?',
      because:
        'None alone. Durable and persistent bring it through the death of the broker, late acknowledgement through that of the worker.',
    },
  ],
  changeOneThing: {
    text: 'Durable and persistent, but not late: it gets as far as a worker.',
    find: '= False, False, False',
    replace: '= True, True, False',
    stdout: `${RABBIT_STARTS}${RABBIT_STARTS}client.1 | 26 s: PENDING\n`,
  },
  sources: [
    'RabbitMQ documentation: Reliability Guide',
    'Celery documentation: Configuration, task_default_delivery_mode',
  ],
  check: {
    stdout: `${RABBIT_STARTS}${RABBIT_STARTS}client.1 | 26 s: PENDING\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [{ kind: 'count', event: { kind: 'envelope.began' }, times: 0 }],
  },
};
