import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 180,
  title: 'A bad day, and a guarantee',
  text: 'The same day with all three switches on. The queue is durable and the message persistent: both are there when the broker is back. Acknowledgement is late: when the worker is killed in the middle the message comes back. The task begins twice and ends once, at 20 s. Two more switches belong to a full guarantee: confirms, in case the broker dies before the message is on disk, and a task that may run twice.',
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
      name: 'it is still there',
      anchor: 'MainThread#3:suspend+4',
      text: 'The broker is back, and has the message again.',
      shows: { kind: 'process.restarted', process: 'rabbit.1' },
    },
    {
      name: 'it comes back',
      anchor: 'ThreadPoolExecutor-0_0#2:finish+9',
      text: 'The worker is killed in the middle of it.',
      shows: { kind: 'envelope.returned' },
    },
    {
      name: 'done',
      anchor: 'ThreadPoolExecutor-0_0#6:resume+4',
      text: 'Begun twice, ended once.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS' },
    },
  ],
  telling: 'it comes back',
  claims: ['L3'],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'it is still there',
      kind: 'free',
      prompt: 'A worker will begin the task at 4 s, and be killed at 9 s. What becomes of the task?',
      because: 'It was not acknowledged: the broker delivers it again, to the worker that starts at 10 s.',
    },
    {
      at: 'done',
      kind: 'free',
      prompt: 'The task was sent once, and begun twice. Can that be avoided?',
      because:
        'Not by the broker: it cannot know how far a dead worker had come. The task must be such that a second time does no harm.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge early again.',
    find: '= True, True, True',
    replace: '= True, True, False',
    stdout: `${RABBIT_STARTS}${RABBIT_STARTS}client.1 | 26 s: PENDING\n`,
  },
  sources: ['RabbitMQ documentation: Reliability Guide', 'Celery documentation: Tasks, acks_late'],
  check: {
    stdout: `${RABBIT_STARTS}${RABBIT_STARTS}client.1 | 26 s: SUCCESS\n`,
    ending: { kind: 'completed' },
    stderr: ['4 s: the job begins', '10 s: the job begins', '20 s: the job is done'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 2 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'SUCCESS' }, times: 1 },
    ],
  },
};
