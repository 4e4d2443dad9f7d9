import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 20,
  title: 'The same crash, right: RabbitMQ delivers it again',
  text: 'The same job, killed at the same moment; but this is Celery over RabbitMQ, with late acknowledgement. The queue kept the message as a ghost while the worker had it. The connection closes, the message is ready again, marked as delivered before; the new worker runs the job from 3 s to 8 s. At least once is what RabbitMQ promises where Channels promises at most once.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 2000000 },
    { kind: 'restart', process: 'worker.1', timeUs: 3000000 },
  ],
  moments: [
    {
      name: 'a ghost',
      anchor: 'ThreadPoolExecutor-0_0#2:resume+4',
      text: 'The worker runs the job, and the queue still has the message.',
      shows: { kind: 'envelope.began' },
    },
    {
      name: 'back',
      anchor: 'ThreadPoolExecutor-0_0#1:finish+9',
      text: 'The connection of the dead worker is closed: the message is ready again.',
      shows: { kind: 'envelope.returned', envelope: 1 },
    },
    {
      name: 'done',
      anchor: '4206 worker.1#4:resume+1',
      text: 'It has run to its end, and is acknowledged now.',
      shows: { kind: 'envelope.acked', envelope: 1 },
    },
  ],
  telling: 'back',
  claims: ['L3'],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'a ghost',
      kind: 'free',
      prompt: 'The worker will be killed. Who has the message then?',
      because: 'The queue: it never let go of it. It only waits for an acknowledgement.',
    },
    {
      at: 'back',
      kind: 'free',
      prompt: 'How does the broker know that the worker is dead?',
      because:
        'The operating system closes the connection of a process that ends. If a whole computer vanished, the broker would notice by missing heartbeats.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge early, as Celery does unless it is told otherwise.',
    find: 'acks_late=True',
    replace: 'acks_late=False',
    stdout: `${RABBIT_STARTS}client.1 | 20 s: PENDING\n`,
  },
  sources: ['RabbitMQ documentation: Reliability Guide', 'Celery documentation: Tasks, acks_late'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | 20 s: SUCCESS\n`,
    ending: { kind: 'completed' },
    stderr: ['0 s: the job begins', '3 s: the job begins', '8 s: the job is done'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 1 },
    ],
  },
};
