import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 140,
  title: 'A poison message, and a limit to its deliveries',
  text: 'A message that no consumer can deal with comes back, is delivered, comes back: for ever, in a classic queue, and nothing else gets done. A quorum queue counts how often a message came back. Its limit is two here: at the third failure it gives the message up, and it goes to the dead letters, where it harms nobody and can be looked at.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'back again',
      anchor: '4203 main.1#1:suspend+23',
      text: 'The first failure. The message stands at the head of its queue.',
      shows: { kind: 'envelope.returned', envelope: 1 },
    },
    {
      name: 'given up',
      anchor: '4203 main.1#1:suspend+43',
      text: 'It came back for the third time, and two is the limit.',
      shows: { kind: 'envelope.deadLettered', reason: 'delivery_limit' },
    },
  ],
  telling: 'given up',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'back again',
      kind: 'free',
      prompt: 'The consumer fails every time. How often will it see this message?',
      because: 'Three times: once, and as often again as the limit says.',
    },
    {
      at: 'given up',
      kind: 'free',
      prompt: 'What would happen in a classic queue?',
      because: 'The same again, without end. A classic queue does not count.',
    },
  ],
  changeOneThing: {
    text: 'Be stricter.',
    find: "'x-delivery-limit': 2",
    replace: "'x-delivery-limit': 1",
    stdout: `${RABBIT_STARTS}main.1 | poison is tried; it has failed 0 times\nmain.1 | poison is tried; it has failed 1 times\nmain.1 | dead of delivery_limit\n`,
  },
  sources: ['RabbitMQ documentation: Quorum Queues, Poison Message Handling'],
  check: {
    stdout: `${RABBIT_STARTS}main.1 | poison is tried; it has failed 0 times\nmain.1 | poison is tried; it has failed 1 times\nmain.1 | poison is tried; it has failed 2 times\nmain.1 | dead of delivery_limit\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.returned', reason: 'requeued' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.deadLettered', reason: 'delivery_limit' }, times: 1 },
    ],
  },
};
