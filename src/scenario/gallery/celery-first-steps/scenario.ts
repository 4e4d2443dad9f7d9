import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'celery',
  place: 10,
  title: 'Celery: a call becomes a message',
  text: 'add.delay(4, 4) computes nothing: it puts a message into a queue and gives back a handle. A worker, another process, takes it and hands it to a child that is idle; the result goes to a store, where the handle finds it by the task\'s id. The worker fetches more than its two children can run: up to four for each wait in its hands. Nobody knows a task by its id before something is stored: PENDING means "nothing is known".',
  files: [
    { name: 'client.py', text: client },
    { name: 'tasks.py', text: tasks },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'only a message',
      anchor: '4204 client.1#2:resume+3',
      text: 'delay has returned. What was called stands in a queue as text.',
      shows: { kind: 'envelope.stored', envelope: 1 },
    },
    {
      name: 'it runs elsewhere',
      anchor: '4203 worker.1#4:resume+1',
      text: 'A child of the worker has begun. The message is acknowledged: whatever happens now, it will not come again.',
      shows: { kind: 'envelope.acked', envelope: 1 },
    },
    {
      name: 'in hand',
      anchor: '4204 client.1#7:resume+2',
      text: 'Two run, and the worker has fetched the others as well: they wait in its memory.',
      shows: { kind: 'envelope.delivered', envelope: 7 },
    },
    {
      name: 'a result',
      anchor: '4205 python3 -m celery._child tasks WARNING 1 5 8#3:resume+4',
      text: 'The child has stored what came out. The handle asks for it by the id of the task.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS', text: '0' },
    },
  ],
  telling: 'it runs elsewhere',
  claims: ['L1'],
  misconceptions: ['M13'],
  questions: [
    {
      at: 'only a message',
      kind: 'free',
      prompt: 'delay has just returned. What is in results[0], the sum?',
      because: 'No: an AsyncResult, which knows an id. The sum is not computed yet, and will be computed elsewhere.',
    },
    {
      at: 'in hand',
      kind: 'free',
      prompt: 'Two children work. Why has the worker fetched messages that it cannot run yet?',
      because:
        'So that a child that becomes idle need not wait for the network. Its window is four for each child, unless the settings say otherwise.',
    },
  ],
  changeOneThing: {
    text: 'Send fewer.',
    find: 'range(7)',
    replace: 'range(3)',
    stdout: 'client.1 | PENDING False\nclient.1 | 0 at 3 s\nclient.1 | 2 at 3 s\nclient.1 | 4 at 5 s\n',
  },
  sources: ['Celery documentation: First Steps with Celery', 'Celery documentation: Optimizing, Prefetch Limits'],
  check: {
    stdout:
      'client.1 | PENDING False\nclient.1 | 0 at 3 s\nclient.1 | 2 at 3 s\nclient.1 | 4 at 5 s\nclient.1 | 6 at 5 s\nclient.1 | 8 at 7 s\nclient.1 | 10 at 7 s\nclient.1 | 12 at 9 s\n',
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored', name: 'celery' }, times: 7 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'tasks.add' }, times: 7 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'SUCCESS' }, times: 7 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'celeryTask.changed', state: 'PENDING' },
          { kind: 'envelope.stored', envelope: 1 },
          { kind: 'envelope.delivered', envelope: 1 },
          { kind: 'envelope.began', envelope: 1 },
          { kind: 'envelope.acked', envelope: 1 },
          { kind: 'celeryTask.changed', state: 'SUCCESS', text: '0' },
        ],
      },
    ],
  },
};
