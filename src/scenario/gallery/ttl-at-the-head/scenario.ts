import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 130,
  title: 'Only the head of a queue can expire',
  text: 'Two messages in one queue: A may live for 3 s, B, behind it, for 0.2 s. B does not die after 0.2 s: RabbitMQ looks at the head of a queue only, and A stands before it. When A dies after 3 s, B is found, and dies at the same instant. In queues of their own each dies in time. A delay that is built of such expiries needs one queue for each length.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'alone',
      anchor: '4203 main.1#2:suspend+2',
      text: 'In a queue of its own B dies after 0.2 s.',
      shows: { kind: 'envelope.deadLettered', envelope: 4 },
    },
    {
      name: 'behind A',
      anchor: '4203 main.1#3:suspend+8',
      text: 'The other B dies when A does, 2.8 s too late.',
      shows: { kind: 'envelope.deadLettered', envelope: 2 },
    },
  ],
  telling: 'behind A',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'alone',
      kind: 'free',
      prompt: 'There is another B in another queue, just as old, with the same time to live. When will it die?',
      because: 'When it has come to the head: A is there until 3 s.',
    },
    {
      at: 'behind A',
      kind: 'free',
      prompt: 'Why does the broker not look at all messages?',
      because: 'A queue may hold millions. To look at its head costs nothing.',
    },
  ],
  changeOneThing: {
    text: 'Let A live as long as B.',
    find: "publish('one', 'A', 3)",
    replace: "publish('one', 'A', 0.2)",
    stdout: `${RABBIT_STARTS}main.1 | 0.2 s A\nmain.1 | 0.2 s B, behind A\nmain.1 | 0.2 s B, alone\nmain.1 | 3.0 s A, alone\n`,
  },
  sources: ['RabbitMQ documentation: Time-To-Live and Expiration'],
  check: {
    stdout: `${RABBIT_STARTS}main.1 | 0.2 s B, alone\nmain.1 | 3.0 s A\nmain.1 | 3.0 s B, behind A\nmain.1 | 3.0 s A, alone\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [{ kind: 'count', event: { kind: 'envelope.deadLettered', reason: 'expired' }, times: 4 }],
  },
};
