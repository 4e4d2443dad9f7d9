import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 70,
  title: 'The same, in order: B waits in a channel of its own',
  text: 'With enforce_ordering on all three consumers each socket has a counter in its session. The worker that has taken B sees that A is not done, puts B into a wait channel, and is free again. When A is done, its worker puts what waits back into the channel where it came from. The wait channel has a question mark in its name: whoever reads it finds the messages in order.',
  files: siteWith({ 'routing.py': routing, 'client.py': client }),
  formation: [{ process: 'worker', count: 2 }],
  moments: [
    {
      name: 'too early',
      anchor: '4205 worker.2#12:resume+3',
      text: 'B has number 2, and the socket waits for number 1: B is put aside.',
      shows: { kind: 'envelope.stored', label: "'B'", envelope: 5 },
    },
    {
      name: 'back again',
      anchor: '4204 worker.1#14:resume+10',
      text: 'A is done; B goes back to the channel where it came from.',
      shows: { kind: 'envelope.ended', outcome: 0, envelope: 3 },
    },
  ],
  telling: 'too early',
  claims: ['A6'],
  misconceptions: [],
  questions: [
    {
      at: 'too early',
      kind: 'free',
      prompt: 'The worker of B has nothing to do any more. Is it blocked until A is done?',
      because: 'No. It has put the message aside and takes whatever comes next.',
    },
    {
      at: 'back again',
      kind: 'free',
      prompt: 'What if the consumer of A had failed?',
      because: 'The counter would not have moved, and B would wait until it expired.',
    },
  ],
  changeOneThing: {
    text: 'Let A be quick, too.',
    find: '0.3 if',
    replace: '0.01 if',
    stdout: 'client.1 | 1.010 A\nclient.1 | 1.060 B\n',
  },
  sources: ['Django Channels 1.1 documentation: Getting Started: Enforcing Ordering'],
  check: {
    stdout: 'client.1 | 1.300 A\nclient.1 | 1.350 B\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [{ kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.receive' }, times: 3 }],
  },
};
