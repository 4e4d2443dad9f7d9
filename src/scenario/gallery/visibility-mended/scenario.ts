import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 160,
  title: 'Redis: a visibility timeout longer than any task',
  text: 'The same payment, the same second worker; only the visibility timeout is an hour, which is also what Celery takes if nothing is said. The sweep finds nothing that is out for so long, and the payment is made once. The price: had the first worker died, its task would have waited for an hour before another one got it.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'the sweep finds nothing',
      anchor: '4210 python3 -m celery._child tasks WARNING 1 5 8#1:created+5',
      text: 'Another worker has started, and has swept. What is out stays out.',
      shows: { kind: 'consumer.changed', consumer: 2, isOpen: 1 },
    },
    {
      name: 'paid once',
      anchor: '4203 a.1#7:resume+1',
      text: 'The task has ended, then its message is acknowledged.',
      shows: { kind: 'envelope.acked', envelope: 1 },
    },
  ],
  telling: 'the sweep finds nothing',
  claims: [],
  misconceptions: ['M11'],
  questions: [
    {
      at: 'the sweep finds nothing',
      kind: 'free',
      prompt: 'How often will the payment be made?',
      because: 'Once. The message is not put back before an hour has passed, and by then it is acknowledged.',
    },
    {
      at: 'paid once',
      kind: 'free',
      prompt: 'What happens to a task with a countdown of two hours?',
      because:
        'A worker holds it until its time has come, unacknowledged: after an hour it is put back, and may run twice.',
    },
  ],
  changeOneThing: {
    text: 'Make the timeout too short.',
    find: "'visibility_timeout': 3600",
    replace: "'visibility_timeout': 6",
    stdout: 'client.1 | 13 s SUCCESS\n',
  },
  sources: ['Celery documentation: Using Redis, Visibility timeout'],
  check: {
    stdout: 'client.1 | 13 s SUCCESS\n',
    ending: { kind: 'completed' },
    stderr: ['100 paid, redelivered: None'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.returned' }, times: 0 },
    ],
  },
};
