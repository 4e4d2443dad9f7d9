import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import other from './other.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 90,
  title: 'Results as messages are read once',
  text: 'With the backend rpc:// a result is a message, sent to a queue that belongs to whoever sent the task. It is there once: who sent the task reads 25. Another process that knows the id of the task has no such queue, and waits in vain; all it ever sees is PENDING. A backend with a store, like Redis, keeps the result under its id, for a day, for everybody.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
    { name: 'other.py', text: other },
  ],
  moments: [
    {
      name: 'a result is a message',
      anchor: 'ThreadPoolExecutor-0_0#2:resume+13',
      text: 'The worker sends what came out, to a queue of the client.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS' },
    },
    {
      name: 'another one asks',
      anchor: '4204 worker.1#4:resume+4',
      text: 'Another process makes a queue of its own. Nothing will ever come there.',
      shows: { kind: 'queue.opened', queue: 3 },
    },
  ],
  telling: 'a result is a message',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'a result is a message',
      kind: 'free',
      prompt: 'Where is the result now?',
      because: 'In the queue of the process that sent the task, and nowhere else. When it has been read it is gone.',
    },
    {
      at: 'another one asks',
      kind: 'free',
      prompt: 'The task has succeeded. Why does the other process see PENDING?',
      because: 'PENDING means that nothing is known. The only message that told of the task went to somebody else.',
    },
  ],
  changeOneThing: {
    text: 'Keep results in a store.',
    find: "backend='rpc://'",
    replace: "backend='redis://localhost'",
    stdout: `${RABBIT_STARTS}client.1 | who sent it reads 25\nother.1 | another one reads 25\n`,
  },
  sources: ['Celery documentation: Tasks, Result Backends, RPC'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | who sent it reads 25\nother.1 | another one waits in vain: PENDING\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [],
  },
};
