import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 80,
  title: 'A revoked task that runs all the same',
  text: 'A rocket is to be launched in 60 s. After 5 s it is called off: every worker is told, keeps the id in its memory, and the result says REVOKED at once. At 10 s the worker is killed and started again: what it had in its memory it has forgotten. The message comes back, the worker holds it until its time has come, and launches. Its SUCCESS overwrites REVOKED.',
  files: [
    { name: 'client.py', text: client },
    { name: 'tasks.py', text: tasks },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 10000000 },
    { kind: 'restart', process: 'worker.1', timeUs: 11000000 },
  ],
  moments: [
    {
      name: 'called off',
      anchor: '4203 worker.1#6:resume+1',
      text: 'The result is REVOKED, and the worker knows it.',
      shows: { kind: 'celeryTask.changed', state: 'REVOKED' },
    },
    {
      name: 'forgotten',
      anchor: 'ThreadPoolExecutor-0_0#1:finish+6',
      text: 'The worker is killed. What it had been told is gone, the message is not.',
      shows: { kind: 'process.ended', process: 'worker.1', status: -9 },
    },
    {
      name: 'launched',
      anchor: 'ThreadPoolExecutor-0_0#3:resume+9',
      text: 'The new worker knows nothing of it.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS' },
    },
  ],
  telling: 'forgotten',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'called off',
      kind: 'free',
      prompt: 'The worker holds the task until its time has come. If nothing else happened, what would it do at 60 s?',
      because: 'It would look at the ids that it was told of, find this one, and drop the task.',
    },
    {
      at: 'forgotten',
      kind: 'free',
      prompt: 'How could the worker remember?',
      because:
        'With a file (--statedb) in which it keeps the ids; or there is another worker, which was told, too, and gets the task.',
    },
  ],
  changeOneThing: {
    text: 'Do not call it off.',
    find: 'result.revoke()',
    replace: 'pass',
    stdout: 'client.1 | PENDING\nclient.1 | SUCCESS\n',
  },
  sources: ['Celery documentation: Workers Guide, Persistent revokes'],
  check: {
    stdout: 'client.1 | REVOKED\nclient.1 | SUCCESS\n',
    ending: { kind: 'completed' },
    stderr: ['60 s: launched'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 1 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'SUCCESS' }, times: 1 },
    ],
  },
};
