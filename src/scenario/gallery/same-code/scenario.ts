import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 20,
  title: 'One program, four brokers',
  text: 'The same task is sent to four brokers; only the address is another. RabbitMQ pushes it over a connection and keeps it until it is acknowledged. Redis holds a list, from which the worker takes it. SQS is a service somewhere else, which hides what it has handed out for a while. And memory:// is no broker at all: what a process puts there is in its own memory, so no other process ever sees it.',
  files: [
    { name: 'client.py', text: client },
    { name: 'tasks.py', text: tasks },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'RabbitMQ',
      anchor: '4208 client.1#2:resume+6',
      text: 'A queue of the broker has it, then the worker.',
      shows: { kind: 'envelope.stored', envelope: 1 },
    },
    {
      name: 'Redis',
      anchor: '4208 client.1#3:resume+7',
      text: 'The same message in a list.',
      shows: { kind: 'envelope.stored', envelope: 2 },
    },
    {
      name: 'SQS',
      anchor: '4208 client.1#5:resume+1',
      text: 'The same message in a queue of a service.',
      shows: { kind: 'envelope.stored', envelope: 3 },
    },
    {
      name: 'memory',
      anchor: '4208 client.1#6:resume+9',
      text: 'The same message in the memory of the client, where no worker looks.',
      shows: { kind: 'envelope.stored', envelope: 4 },
    },
  ],
  telling: 'RabbitMQ',
  claims: ['L2'],
  misconceptions: [],
  questions: [
    {
      at: 'SQS',
      kind: 'free',
      prompt: 'The next address is memory://, and a worker with that address runs. Will it get the task?',
      because: 'No. It looks into its own memory, and the task is in that of the client.',
    },
    {
      at: 'memory',
      kind: 'free',
      prompt: 'What is memory:// good for, then?',
      because: 'For tests: client and worker in one process, and nothing to be set up.',
    },
  ],
  changeOneThing: {
    text: 'Wait longer, which does not help.',
    find: 'timeout=5',
    replace: 'timeout=50',
    stdout: `${RABBIT_STARTS}client.1 | amqp://localhost  5\nclient.1 | redis://localhost 5\nclient.1 | sqs://            5\nclient.1 | memory://         PENDING\n`,
  },
  sources: ['Celery documentation: Backends and Brokers', 'Kombu documentation: Connections, Transports'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | amqp://localhost  5\nclient.1 | redis://localhost 5\nclient.1 | sqs://            5\nclient.1 | memory://         PENDING\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 3 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'SUCCESS' }, times: 3 },
      { kind: 'count', event: { kind: 'envelope.stored', name: 'celery' }, times: 4 },
    ],
  },
};
