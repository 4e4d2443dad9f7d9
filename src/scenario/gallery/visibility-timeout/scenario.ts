import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 150,
  title: 'Redis: the visibility timeout runs a task twice',
  text: 'Redis cannot see that a worker is gone: there is no connection that belongs to a message. So whatever is out for longer than the visibility timeout is put back, whether its worker is dead or only slow. A payment takes 12 s, and the timeout is 5 s. At 7 s another worker starts, sweeps, and puts the task back, which is running all the while; the very worker that runs it takes it again. Two payments.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'it runs',
      anchor: '4207 python3 -m celery._child tasks WARNING 1 5 8#2:resume+4',
      text: 'The task is running, and not acknowledged: that comes when it has ended.',
      shows: { kind: 'envelope.began', envelope: 1 },
    },
    {
      name: 'swept',
      anchor: '4210 python3 -m celery._child tasks WARNING 1 5 8#1:created+6',
      text: 'It has been out for 6 s. A sweep puts it back, as if its worker were dead.',
      shows: { kind: 'envelope.returned', reason: 'visibility timeout' },
    },
    {
      name: 'paid twice',
      anchor: '4207 python3 -m celery._child tasks WARNING 1 5 8#3:resume+6',
      text: 'The second payment. The result was there already, and stays.',
      shows: { kind: 'envelope.ended', outcome: 0 },
    },
  ],
  telling: 'swept',
  claims: [],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'it runs',
      kind: 'free',
      prompt: 'The task takes 12 s. What will happen to its message after 5 s?',
      because: 'Nothing at once. But the next sweep, here that of a worker that starts, puts it back into its queue.',
    },
    {
      at: 'swept',
      kind: 'free',
      prompt: 'How could the payment be made safe?',
      because:
        'With a timeout longer than any task, and a task that can tell that this payment was made already. RabbitMQ needs no timeout: it sees the connection close.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge early, as Celery does unless it is told otherwise.',
    find: 'acks_late=True',
    replace: 'acks_late=False',
    stdout: 'client.1 | 13 s SUCCESS\n',
  },
  sources: ['Celery documentation: Using Redis, Visibility timeout'],
  check: {
    stdout: 'client.1 | 13 s SUCCESS\n',
    ending: { kind: 'completed' },
    stderr: ['100 paid, redelivered: None', '100 paid, redelivered: True'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.returned', reason: 'visibility timeout' }, times: 1 },
    ],
  },
};
