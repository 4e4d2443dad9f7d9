import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 50,
  title: 'Prefetching: one at a time',
  text: 'The same tasks and workers, with two settings: a worker holds no more than it can run (worker_prefetch_multiplier 1), and it counts a task as held until it has ended (acks_late). Now a task stays in the queue until somebody can run it. The first worker has the long task and nothing else, the second runs all seven short ones, and all is done after 20 s.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'one each',
      anchor: '4206 client.1#5:resume+3',
      text: 'Two are out, six are in the queue, where either worker can get them.',
      shows: { kind: 'envelope.stored', envelope: 8 },
    },
    {
      name: 'the next one',
      anchor: '4205 two.1#30:resume+2',
      text: 'The second worker has ended one, and gets the next.',
      shows: { kind: 'envelope.delivered', envelope: 3 },
    },
  ],
  telling: 'one each',
  claims: [],
  misconceptions: ['M12'],
  questions: [
    {
      at: 'one each',
      kind: 'free',
      prompt: 'Which tasks will the first worker run?',
      because: 'The long one only. By the time that it is done the others are, too.',
    },
    {
      at: 'the next one',
      kind: 'free',
      prompt: 'What does this cost?',
      because:
        'After each task a worker waits for the network until it has the next one. For many very short tasks that is slower.',
    },
  ],
  changeOneThing: {
    text: 'Acknowledge early.',
    find: 'acks_late=True',
    replace: 'acks_late=False',
    stdout: `${RABBIT_STARTS}client.1 | [1, 3] [2, 4, 5, 6, 7, 8]\nclient.1 | all done after 22 s\n`,
  },
  sources: ['Celery documentation: Optimizing, Reserve one task at a time'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | [1] [2, 3, 4, 5, 6, 7, 8]\nclient.1 | all done after 20 s\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 8 },
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 8 },
    ],
  },
};
