import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 90,
  title: 'The same with a bound',
  text: 'The mended twin of "A queue that only grows". With maxsize=3 put waits when three items lie in the queue. The producer is slowed down to the speed of the consumer: that is called back-pressure, and it goes on up the line, to whoever gives the producer its work.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the producer waits',
      anchor: 'Task-1#6:suspend',
      text: 'The queue is full: put parks the producer until the consumer takes an item.',
      shows: { kind: 'task.suspended', task: 'Task-1', future: 'Queue.put' },
    },
    {
      name: 'three',
      anchor: 'Task-1#37:resume+5',
      text: 'All has been put, and never more than three were in the queue.',
      shows: { kind: 'output.written', text: 'waiting in the queue: 3\n' },
    },
  ],
  telling: 'the producer waits',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'the producer waits',
      kind: 'why',
      prompt: 'Who wakes the producer?',
      because: 'The consumer: get() makes room and wakes the first putter in line.',
    },
    {
      at: 'three',
      kind: 'free',
      prompt: 'About when does the producer end?',
      because: 'At 16 s: the consumer has to take seventeen items first, one a second.',
    },
  ],
  changeOneThing: {
    text: 'Take the bound away.',
    find: 'maxsize=3',
    replace: '',
    stdout: 'waiting in the queue: 18\n',
  },
  sources: ['Python documentation: Queues, Queue'],
  check: { stdout: 'waiting in the queue: 3\n', ending: { kind: 'completed' }, stderr: [], facts: [] },
};
