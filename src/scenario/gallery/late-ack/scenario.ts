import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 70,
  title: 'Acknowledged late: what ran runs again',
  text: 'The same crash, with one word more: acks_late. Now a task is acknowledged when it has ended. When the worker is killed none of the three is acknowledged, so all three come back, in their places, marked as delivered before. The two that had run for three seconds run again, from the beginning: at least once, not exactly once. What they had done by then they do twice.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 3000000 },
    { kind: 'restart', process: 'worker.1', timeUs: 5000000 },
  ],
  moments: [
    {
      name: 'killed',
      anchor: 'ThreadPoolExecutor-0_1#1:finish+12',
      text: 'The worker is gone, and nothing was acknowledged.',
      shows: { kind: 'process.ended', process: 'worker.1', status: -9 },
    },
    {
      name: 'all come back',
      anchor: 'ThreadPoolExecutor-0_1#1:finish+11',
      text: 'All three stand in their queue again, in their order.',
      shows: { kind: 'envelope.returned', envelope: 3 },
    },
    {
      name: 'again',
      anchor: '4204 worker.1#6:resume+2',
      text: 'The first runs for the second time.',
      shows: { kind: 'envelope.delivered', envelope: 1 },
    },
  ],
  telling: 'all come back',
  claims: ['L3'],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'killed',
      kind: 'free',
      prompt: 'What will the new worker do?',
      because: 'All three tasks: none was acknowledged.',
    },
    {
      at: 'again',
      kind: 'free',
      prompt: 'The first task had run for three seconds. Does it go on from there?',
      because:
        'No. What comes back is the message. The task begins anew, and should not mind that it may have run before.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge early, as if nothing were said.',
    find: 'acks_late=True',
    replace: 'acks_late=False',
    stdout: `${RABBIT_STARTS}client.1 | ['PENDING', 'PENDING', 'SUCCESS']\n`,
  },
  sources: [
    'Celery documentation: Tasks, acks_late',
    'RabbitMQ documentation: Consumer Acknowledgements and Publisher Confirms',
  ],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | ['SUCCESS', 'SUCCESS', 'SUCCESS']\n`,
    ending: { kind: 'completed' },
    stderr: ['5 s: job 1 begins', '15 s: job 3 begins', '25 s: job 3 is done'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 5 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 3 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'SUCCESS' }, times: 3 },
    ],
  },
};
