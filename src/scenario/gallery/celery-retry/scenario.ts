import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 30,
  title: 'A retry is a new message',
  text: 'A task that calls retry ends there: its message is acknowledged, and a new one is sent, with the same id of the task, one more in retries, and the time before which it must not run: three minutes later unless something else is said. Nothing else goes along; what the task had in its variables is gone. After three retries, four messages in all, it has failed, with the exception that it gave.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'the first try',
      anchor: '4205 python3 -m celery._child tasks WARNING 1 5 8#2:resume+4',
      text: 'The task runs for the first time.',
      shows: { kind: 'envelope.began', envelope: 1 },
    },
    {
      name: 'a new message',
      anchor: '4205 python3 -m celery._child tasks WARNING 1 5 8#3:resume+1',
      text: 'Another message for the same task. A worker will hold it for three minutes.',
      shows: { kind: 'envelope.stored', envelope: 2 },
    },
    {
      name: 'given up',
      anchor: '4205 python3 -m celery._child tasks WARNING 1 5 8#13:resume+2',
      text: 'The fourth try has failed, and three retries are all there are.',
      shows: { kind: 'celeryTask.changed', state: 'FAILURE' },
    },
  ],
  telling: 'a new message',
  claims: [],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'the first try',
      kind: 'free',
      prompt: 'The task raises retry. Will this message come back to its queue?',
      because: 'No. It is acknowledged like any other; a second one is sent in its place.',
    },
    {
      at: 'a new message',
      kind: 'free',
      prompt: 'The result still says RETRY. How can it be asked for by the same id?',
      because: 'The new message carries the id of the task: it is one task, in several messages.',
    },
  ],
  changeOneThing: {
    text: 'Allow no retry.',
    find: 'max_retries=3',
    replace: 'max_retries=0',
    stdout: "client.1 | FAILURE\nclient.1 | FAILURE ConnectionError('nobody answers')\n",
  },
  sources: ['Celery documentation: Tasks, Retrying'],
  check: {
    stdout: "client.1 | RETRY\nclient.1 | FAILURE ConnectionError('nobody answers')\n",
    ending: { kind: 'completed' },
    stderr: ['0 s, retries 0', '180 s, retries 1', '360 s, retries 2', '540 s, retries 3'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored', name: 'celery' }, times: 4 },
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 4 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'RETRY' }, times: 3 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'FAILURE' }, times: 1 },
    ],
  },
};
