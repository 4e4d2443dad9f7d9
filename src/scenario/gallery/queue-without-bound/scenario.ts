import type { Authored } from '../entry.ts';
import main from './main.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sharing',
  place: 80,
  title: 'A queue that only grows',
  text: 'The producer puts an item every 0.1 s, the consumer takes one a second. put never waits, because the queue has no maxsize: after two seconds eighteen items lie in it. In a server that runs for weeks this is how memory fills up, and the newest item is the one that waits longest.',
  files: [{ name: 'main.py', text: main }],
  moments: [
    {
      name: 'a dozen',
      anchor: 'Task-1#15:resume+3',
      text: 'Twelve items wait, and nothing slows the producer down.',
      shows: { kind: 'hazard.found', hazard: 'unboundedQueue' },
    },
    {
      name: 'eighteen',
      anchor: 'Task-1#21:resume+6',
      text: 'The producer has ended; the consumer has taken two.',
      shows: { kind: 'output.written', text: 'waiting in the queue: 18\n' },
    },
  ],
  telling: 'a dozen',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'a dozen',
      kind: 'free',
      prompt: 'How many items would wait after a minute?',
      because: 'About 540: nine more in every second.',
    },
    {
      at: 'eighteen',
      kind: 'free',
      prompt: 'What would a maxsize change?',
      because: 'put would wait until there is room: the producer slows down to the speed of the consumer.',
    },
  ],
  changeOneThing: {
    text: 'Give the queue a bound: asyncio.Queue(maxsize=3).',
    find: 'asyncio.Queue()',
    replace: 'asyncio.Queue(maxsize=3)',
    stdout: 'waiting in the queue: 3\n',
  },
  sources: ['Python documentation: Queues, Queue'],
  check: {
    stdout: 'waiting in the queue: 18\n',
    ending: { kind: 'completed' },
    stderr: [],
    hazards: [{ kind: 'unboundedQueue', line: 6 }],
    facts: [],
  },
};
