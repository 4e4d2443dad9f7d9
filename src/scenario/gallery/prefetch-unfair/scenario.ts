import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import tasks from './tasks.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 40,
  title: 'Prefetching: short tasks behind a long one',
  text: 'A task of 20 s and seven of 2 s, for two workers that run one at a time. Each holds up to four more, and RabbitMQ deals them out in turn: four for each. The second worker is done after 8 s and idle from then on, while three short tasks wait behind the long one, held by a worker that cannot run them. All is done after 26 s; 20 would have been enough.',
  files: [
    { name: 'tasks.py', text: tasks },
    { name: 'client.py', text: client },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'dealt out',
      anchor: '4206 client.1#5:resume+8',
      text: 'Each of the two holds four.',
      shows: { kind: 'envelope.delivered', envelope: 8 },
    },
    {
      name: 'one is idle',
      anchor: '4205 two.1#37:resume+1',
      text: 'The second worker has done its four. Three are waiting, and not for it.',
      shows: { kind: 'envelope.acked', envelope: 8 },
    },
  ],
  telling: 'dealt out',
  claims: ['L1'],
  misconceptions: ['M12'],
  questions: [
    {
      at: 'dealt out',
      kind: 'free',
      prompt: 'The long task is with the first worker. Who will run the third task?',
      because: 'The first worker, after the long one: it holds it, and gives nothing back.',
    },
    {
      at: 'one is idle',
      kind: 'free',
      prompt: 'Three tasks are waiting, and a worker is idle. Why does it not take them?',
      because: 'They are in the hands of the other worker. The broker has none left to give.',
    },
  ],
  changeOneThing: {
    text: 'Let the long task be as short as the others.',
    find: '(self, seconds):\n    time.sleep(seconds)',
    replace: '(self, seconds):\n    time.sleep(2)',
    stdout: `${RABBIT_STARTS}client.1 | [1, 3, 5, 7] [2, 4, 6, 8]\nclient.1 | all done after 8 s\n`,
  },
  sources: ['Celery documentation: Optimizing, Prefetch Limits'],
  check: {
    stdout: `${RABBIT_STARTS}client.1 | [1, 3, 5, 7] [2, 4, 6, 8]\nclient.1 | all done after 26 s\n`,
    ending: { kind: 'completed' },
    stderr: ['Warm shutdown'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 8 },
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 8 },
    ],
  },
};
