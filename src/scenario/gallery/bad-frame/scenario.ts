import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 80,
  title: 'One bad frame blocks the line',
  text: 'An order is enforced: a frame is handled when all before it are done. The first one fails. It is never done, so the next number never comes up, and all that follow wait in a channel of the socket: the good frames, and at the end the word that the socket is gone. Nothing is answered, the clean-up never runs, and a minute later everything has expired. A consumer with an order must not fail.',
  files: siteWith({ 'routing.py': routing, 'client.py': client }),
  formation: [{ process: 'worker', count: 2 }],
  moments: [
    {
      name: 'the bad one',
      anchor: '4204 worker.1#12:resume+1',
      text: 'The first frame, and its consumer.',
      shows: { kind: 'envelope.began', consumer: 'routing.receive' },
    },
    {
      name: 'it fails',
      anchor: '4204 worker.1#13:resume+2',
      text: 'The error is logged. The number of the next frame has not been moved on.',
      shows: { kind: 'envelope.ended', outcome: 1 },
    },
    {
      name: 'expired',
      anchor: '4205 worker.2#26:suspend+2',
      text: 'A minute later what waited in line expires: the good frames, and then the word of the end.',
      shows: { kind: 'envelope.removed', reason: 'expired' },
    },
  ],
  telling: 'it fails',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'it fails',
      kind: 'free',
      prompt: 'The next frame is a good one. Will it be answered?',
      because: 'No. It is the second, and the first is not done: it waits, and expires.',
    },
    {
      at: 'it fails',
      kind: 'free',
      prompt: 'The socket has left, and the room still has a member. Why?',
      because: 'The consumer of disconnect is in the order, too. It never ran, so nobody was taken out of the group.',
    },
  ],
  changeOneThing: {
    text: 'Let the consumer bear with a bad frame.',
    find: "raise ValueError('a bad frame')",
    replace: "return print('a bad frame')",
    stdout:
      'worker.1 | a bad frame\nclient.1 | good\nclient.1 | better\nclient.1 | that was all\nclient.1 | members 0\n',
  },
  sources: ['Django Channels 1.1 documentation: Getting Started: Enforcing Ordering'],
  check: {
    stdout: 'client.1 | that was all\nclient.1 | members 1\n',
    ending: { kind: 'completed' },
    stderr: ['ValueError: a bad frame'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 1 }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.removed', reason: 'expired' }, times: 3 },
    ],
  },
};
