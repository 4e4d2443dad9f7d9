import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 80,
  title: 'Only the child dies: late is not enough',
  text: 'The task acknowledges late, and its process is killed in the middle, as happens when memory runs out. But the worker that started that process lives: it sees that its child is gone, and decides. It acknowledges the message and stores a failure, WorkerLostError. A late acknowledgement alone does not bring back a task that kills its child: it might kill the next one, too.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'it begins',
      anchor: '4206 python3 -m celery._child tasks WARNING 1 5 8#2:resume+4',
      text: 'A child has the task; its message is not acknowledged.',
      shows: { kind: 'envelope.began' },
    },
    {
      name: 'given up',
      anchor: '4207 python3 -m celery._child tasks WARNING 2 6 9#1:created+7',
      text: 'The worker has lost its child. It says that the task has failed.',
      shows: { kind: 'celeryTask.changed', state: 'FAILURE' },
    },
    {
      name: 'acknowledged',
      anchor: '4207 python3 -m celery._child tasks WARNING 2 6 9#1:created+5',
      text: 'And the broker may forget the message.',
      shows: { kind: 'envelope.acked', envelope: 1 },
    },
  ],
  telling: 'given up',
  claims: [],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'it begins',
      kind: 'free',
      prompt: 'The child will be killed. The message is not acknowledged. Will the broker deliver it again?',
      because: 'No. The connection belongs to the worker, which lives; and the worker acknowledges it.',
    },
    {
      at: 'given up',
      kind: 'free',
      prompt: 'Why does the worker not try again by itself?',
      because:
        'A task that makes its process run out of memory would do so each time. Who is sure of it can ask for it: reject_on_worker_lost.',
    },
  ],
  changeOneThing: {
    text: 'Let the task survive.',
    find: "not os.path.exists('tried')",
    replace: "os.path.exists('tried')",
    stdout: `${RABBIT_STARTS}client.1 | 'converted'\nclient.1 | SUCCESS\n`,
  },
  sources: ['Celery documentation: Configuration, task_reject_on_worker_lost'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | WorkerLostError('Worker exited prematurely: signal 9 (SIGKILL) Job: 0.')\nclient.1 | FAILURE\n`,
    ending: { kind: 'completed' },
    stderr: ['WorkerLostError'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 0 },
    ],
  },
};
