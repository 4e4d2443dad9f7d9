import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 70,
  title: 'Producer, consumer, bounded queue',
  text: 'The producer is fast, the consumer needs a second for each item, and the queue holds two. When it is full, put() parks the producer until there is room: the slow side sets the pace, and nothing piles up. When it is empty, get() parks the consumer. Watch who waits on which side of the queue.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'the queue is full',
      anchor: 'producer#1:suspend',
      text: 'Two items are in the queue, so put() parks the producer.',
      shows: { kind: 'task.suspended', task: 'producer', future: 'Queue.put' },
    },
    {
      name: 'room again',
      anchor: 'producer#2:resume',
      text: 'The consumer has taken an item, and that woke the producer.',
      shows: { kind: 'task.resumed', task: 'producer', waited: 'Queue.put' },
    },
    {
      name: 'the end is announced',
      anchor: 'producer#1:finish',
      text: 'The producer is done. None in the queue tells the consumer that no more will come.',
      shows: { kind: 'task.finished', task: 'producer' },
    },
    {
      name: 'all used',
      anchor: 'consumer#1:finish',
      text: 'The consumer has found the None and ends.',
      shows: { kind: 'task.finished', task: 'consumer' },
    },
  ],
  telling: 'the queue is full',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'the queue is full',
      kind: 'why',
      prompt: 'Why does the producer wait, and who can wake it?',
      because: 'The queue holds its maximum of two. Only a get() makes room, so only the consumer can wake it.',
    },
    {
      at: 'the queue is full',
      kind: 'next',
      prompt: 'The consumer will take an item, so there is room for one. Does the producer go on at once?',
      because:
        'No. Its put() is woken, which means it stands in the ready queue; the consumer runs on to its next await.',
    },
  ],
  changeOneThing: {
    text: 'Take the limit away: change maxsize=2 to maxsize=0. The producer never waits, and all items lie in the queue.',
    find: 'maxsize=2',
    replace: 'maxsize=0',
    stdout: 'put a\nput b\nput c\nput d\nused a\nused b\nused c\nused d\n',
  },
  sources: ['Python documentation: Queues'],
  check: {
    stdout: 'put a\nput b\nput c\nused a\nput d\nused b\nused c\nused d\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'sync.changed', value: 2, limit: 2 },
          { kind: 'task.suspended', task: 'producer', future: 'Queue.put' },
          { kind: 'future.resolved', future: 'Queue.put', by: 'consumer' },
          { kind: 'task.resumed', task: 'producer', waited: 'Queue.put' },
        ],
      },
      { kind: 'ends', task: 'producer', as: 'done', atMs: 2000 },
      { kind: 'ends', task: 'consumer', as: 'done', atMs: 4000 },
    ],
  },
};
