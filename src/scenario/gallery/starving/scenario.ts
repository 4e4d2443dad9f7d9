import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 80,
  title: 'A quiet channel starves',
  text: 'One channel always has one more message, another has a single one. This worker looks at its channels in a fixed order, busy first, and finds something there each time: the message in quiet is never taken, and expires. Channels does not do that. It shuffles the names at each look, so that every channel has its turn; the setting in the Procfile turns the shuffle off. Take it away, and quiet is served.',
  files: siteWith({ Procfile: procfile, 'routing.py': routing, 'client.py': client }),
  moments: [
    {
      name: 'both wait',
      anchor: '4204 client.1#2:resume+8',
      text: 'A message stands in quiet. The worker is busy with the other channel.',
      shows: { kind: 'envelope.stored', name: 'quiet' },
    },
    {
      name: 'once more',
      anchor: '4203 worker.1#4:resume+4',
      text: 'The worker puts one more message into busy, before it looks for the next.',
      shows: { kind: 'envelope.stored', envelope: 3 },
    },
    {
      name: 'starved',
      anchor: '4203 worker.1#61:suspend+2',
      text: 'A minute has passed. Nobody has ever looked at it.',
      shows: { kind: 'envelope.removed', envelope: 2, reason: 'expired' },
    },
  ],
  telling: 'starved',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'once more',
      kind: 'free',
      prompt: 'Which channel will the worker take its next message from?',
      because: 'From busy: it is looked at first, and it is never empty.',
    },
    {
      at: 'starved',
      kind: 'free',
      prompt: 'With the shuffle, how many looks does a message in quiet wait?',
      because: 'Each look is a toss of a coin: after ten looks it still waits once in about a thousand.',
    },
  ],
  changeOneThing: {
    text: 'Shuffle the channels, as Channels does.',
    find: 'CHANNELS_QUIRKS=fixed-order ',
    replace: '',
    stdout: 'worker.1 | quiet is number 2\nworker.1 | busy 64\n',
  },
  sources: ['asgi_redis 1.x: core.py, receive', 'Django Channels 1.1 documentation: Deploying'],
  check: {
    stdout: 'worker.1 | busy 64\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.busy' }, times: 64 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.quiet' }, times: 0 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.stored', name: 'quiet' },
          { kind: 'envelope.removed', envelope: 2, reason: 'expired' },
        ],
      },
    ],
  },
};
