import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 60,
  title: 'Acknowledged early: what ran is lost',
  text: 'Unless it is told otherwise, Celery acknowledges a task as soon as a child accepts it, just before it runs: the broker forgets the message. Two tasks run and one is held when the whole worker is killed. The held one was not acknowledged: RabbitMQ sees the connection close and delivers it again. The two that ran are nowhere. Their state stays PENDING for ever, like that of a task that waits.',
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
      name: 'all three in hand',
      anchor: '4204 worker.1#6:resume+4',
      text: 'Two have begun and are acknowledged. The third is only held.',
      shows: { kind: 'envelope.delivered', envelope: 3 },
    },
    {
      name: 'killed',
      anchor: 'ThreadPoolExecutor-0_1#1:finish+10',
      text: 'The worker is gone, in the middle of two tasks.',
      shows: { kind: 'process.ended', process: 'worker.1', status: -9 },
    },
    {
      name: 'one comes back',
      anchor: 'ThreadPoolExecutor-0_1#1:finish+9',
      text: 'The one that was not acknowledged stands in its queue again.',
      shows: { kind: 'envelope.returned', envelope: 3 },
    },
    {
      name: 'done',
      anchor: 'ThreadPoolExecutor-0_0#5:resume+4',
      text: 'It has run. Of the others nobody will hear.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS' },
    },
  ],
  telling: 'one comes back',
  claims: ['L3'],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'all three in hand',
      kind: 'free',
      prompt: 'The worker will be killed. Which of the three tasks will run again?',
      because: 'The third. What is acknowledged is forgotten, whether it ran to its end or not.',
    },
    {
      at: 'done',
      kind: 'free',
      prompt: 'The client asks for the first task and sees PENDING. Will it ever see anything else?',
      because: 'No. PENDING means that nothing is known of this id. Nobody is left who could say that it was lost.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge late.',
    find: '@app.task',
    replace: '@app.task(acks_late=True)',
    stdout: `${RABBIT_STARTS}client.1 | ['SUCCESS', 'SUCCESS', 'SUCCESS']\n`,
  },
  sources: [
    'Celery documentation: Tasks, acks_late',
    'Celery documentation: Frequently Asked Questions, Should I use retry or acks_late?',
  ],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | ['PENDING', 'PENDING', 'SUCCESS']\n`,
    ending: { kind: 'completed' },
    stderr: ['0 s: job 1 begins', '5 s: job 3 begins', '15 s: job 3 is done'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 3 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 1 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'SUCCESS' }, times: 1 },
    ],
  },
};
