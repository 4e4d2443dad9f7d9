import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 100,
  title: 'A warm shutdown gives back what it holds',
  text: 'A worker that gets SIGTERM takes nothing more, ends the two tasks that run, gives back the four that it holds, and is gone. Nothing is lost: two have succeeded, four are in the queue, where another worker will find them. That is why a deployment should send SIGTERM and wait. SIGKILL at the same moment would lose the two that ran: they were acknowledged when they began.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [{ kind: 'signal', process: 'worker.1', signal: 'SIGTERM', timeUs: 3000000 }],
  moments: [
    {
      name: 'told to end',
      anchor: '4204 worker.1#4:suspend+6',
      text: 'From now on the worker takes nothing.',
      shows: { kind: 'consumer.changed', isOpen: 0 },
    },
    {
      name: 'given back',
      anchor: '4204 worker.1#10:resume+4',
      text: 'What it held is in the queue again.',
      shows: { kind: 'envelope.returned', envelope: 3 },
    },
    {
      name: 'gone',
      anchor: 'ThreadPoolExecutor-0_1#1:finish+5',
      text: 'It has ended by itself, when all that ran was done.',
      shows: { kind: 'process.ended', process: 'worker.1', status: 0 },
    },
  ],
  telling: 'given back',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'told to end',
      kind: 'free',
      prompt: 'Two tasks run, and have seven seconds left. What becomes of them?',
      because: 'They run to their end: a warm shutdown waits for what runs.',
    },
    {
      at: 'gone',
      kind: 'free',
      prompt: 'The worker is given ten seconds before SIGKILL comes. What if its tasks take longer?',
      because: 'They are killed. Acknowledged early they are lost, acknowledged late they run again.',
    },
  ],
  changeOneThing: {
    text: 'Let the tasks be shorter.',
    find: 'time.sleep(10)',
    replace: 'time.sleep(1)',
    stdout: `${RABBIT_STARTS}client.1 | ['SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS', 'SUCCESS']\nclient.1 | 0 are in the queue\n`,
  },
  sources: ['Celery documentation: Workers Guide, Stopping the worker'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | ['SUCCESS', 'SUCCESS', 'PENDING', 'PENDING', 'PENDING', 'PENDING']\nclient.1 | 4 are in the queue\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown (MainProcess)', '10 s: job 1 is done'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 4 },
    ],
  },
};
