import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 90,
  title: 'Only the child dies: reject what it had',
  text: 'One word more, reject_on_worker_lost: when a child is gone the worker gives its message back instead of acknowledging it. The broker delivers it again, and the second time the task gets through; nobody ever sees a failure. Whoever says this must be sure that the task can be run twice, and that it does not kill its process each time: a classic queue would deliver it without end.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'lost',
      anchor: '4207 python3 -m celery._child tasks WARNING 2 6 9#1:created+5',
      text: 'The child is killed. The worker has noticed.',
      shows: { kind: 'envelope.returned', envelope: 1 },
    },
    {
      name: 'once more',
      anchor: '4206 python3 -m celery._child tasks WARNING 1 5 8#1:created+6',
      text: 'Another child has it.',
      shows: { kind: 'envelope.delivered', envelope: 1 },
    },
    {
      name: 'done',
      anchor: '4207 python3 -m celery._child tasks WARNING 2 6 9#3:resume+5',
      text: 'The second try got through.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS' },
    },
  ],
  telling: 'lost',
  claims: [],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'lost',
      kind: 'free',
      prompt: 'The message is in its queue again. Who will get it?',
      because: 'The same worker: it has a new child in the place of the one that was lost.',
    },
    {
      at: 'done',
      kind: 'free',
      prompt: 'What if the task killed its process each time?',
      because:
        'It would run without end, unless the queue counts: a quorum queue gives up what comes back more often than its limit.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge late, and no more.',
    find: ', reject_on_worker_lost=True',
    replace: '',
    stdout: `${RABBIT_STARTS}client.1 | WorkerLostError('Worker exited prematurely: signal 9 (SIGKILL) Job: 0.')\nclient.1 | FAILURE\n`,
  },
  sources: ['Celery documentation: Configuration, task_reject_on_worker_lost'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | 'converted'\nclient.1 | SUCCESS\n`,
    ending: { kind: 'completed' },
    stderr: ['WorkerLostError'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 1 },
      { kind: 'count', event: { kind: 'celeryTask.changed', state: 'FAILURE' }, times: 0 },
    ],
  },
};
