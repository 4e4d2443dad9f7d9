import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 60,
  title: 'Two workers shuffle the words of one client',
  text: 'A browser says A and then B. Both words lie in one channel; two workers take one each and work at the same time. A takes longer, so B is answered first. Normal channels promise no order, and even if they did, two workers would not keep it. Every message of a socket carries its number, and the next scenario uses it.',
  files: siteWith({ 'routing.py': routing, 'client.py': client }),
  formation: [{ process: 'worker', count: 2 }],
  moments: [
    {
      name: 'both at once',
      anchor: '4205 worker.2#13:resume+1',
      text: 'The second worker has taken B, while the first still works on A.',
      shows: { kind: 'envelope.began', consumer: 'routing.receive', envelope: 4 },
    },
    {
      name: 'B is first',
      anchor: '4205 worker.2#3:suspend+8',
      text: 'B is done, and its answer is on its way.',
      shows: { kind: 'envelope.ended', envelope: 4, outcome: 0 },
    },
  ],
  telling: 'both at once',
  claims: ['A5'],
  misconceptions: [],
  questions: [
    {
      at: 'both at once',
      kind: 'free',
      prompt: 'In which order will the browser hear A and B?',
      because: 'B first, after 50 ms; A after 300 ms.',
    },
    {
      at: 'B is first',
      kind: 'free',
      prompt: 'Would one worker have kept the order?',
      because: 'Here it would, but that is luck of the set-up: a site adds workers when it is busy.',
    },
  ],
  changeOneThing: {
    text: 'Let A be quick, too.',
    find: '0.3 if',
    replace: '0.01 if',
    stdout: 'client.1 | 1.010 A\nclient.1 | 1.050 B\n',
  },
  sources: ['Django Channels 1.1 documentation: Getting Started: Enforcing Ordering'],
  check: {
    stdout: 'client.1 | 1.050 B\nclient.1 | 1.300 A\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [{ kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.receive' }, times: 2 }],
  },
};
