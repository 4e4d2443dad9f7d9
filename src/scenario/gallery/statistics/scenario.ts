import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 120,
  title: 'What a layer counts, and what a flush forgets',
  text: 'A layer keeps numbers, for those who want to know when to add workers: how many messages a channel has accepted, how often it was full, how many wait. What was refused is no message: C was sent seven and has room for three, so it counts three messages and four refusals. For the layer as a whole nobody counts what waits. A flush empties channels and groups, and in this layer the counters, too.',
  files: siteWith({ 'client.py': client, Procfile: procfile }),
  moments: [
    {
      name: 'full',
      anchor: '4203 client.1#1:suspend+30',
      text: 'C has three messages, and will take no more.',
      shows: { kind: 'envelope.stored', envelope: 6 },
    },
    {
      name: 'refused',
      anchor: '4203 client.1#1:suspend+34',
      text: 'One that found no room. It counts as a refusal and not as a message.',
      shows: { kind: 'envelope.refused', name: 'C' },
    },
    {
      name: 'flushed',
      anchor: '4203 client.1#1:suspend+96',
      text: 'What waited is gone, and nobody had read it.',
      shows: { kind: 'envelope.removed', reason: 'flushed' },
    },
  ],
  telling: 'refused',
  claims: ['A9'],
  misconceptions: [],
  questions: [
    {
      at: 'full',
      kind: 'free',
      prompt: 'Four more messages are sent to C. How many messages will the layer have counted?',
      because: 'Six: three in A and B, three in C. The four are counted as refusals.',
    },
    {
      at: 'flushed',
      kind: 'free',
      prompt: 'What do the numbers say after the flush?',
      because: 'Zero everywhere. In Redis they are keys like others, and a flush removes them.',
    },
  ],
  changeOneThing: {
    text: 'Make room for all.',
    find: "{'C': 3}",
    replace: "{'C': 7}",
    stdout:
      'client.1 | A 2 0 2\nclient.1 | B 1 0 1\nclient.1 | C 7 0 7\nclient.1 | all 10 0 ?\nclient.1 | flushed []\nclient.1 | A 0 0 0\nclient.1 | all 0 0 ?\n',
  },
  sources: ['ASGI draft specification of 2017: Statistics extension', 'asgi_redis 1.x: core.py, global_statistics'],
  check: {
    stdout:
      'client.1 | A 2 0 2\nclient.1 | B 1 0 1\nclient.1 | C 3 4 3\nclient.1 | all 6 4 ?\nclient.1 | flushed []\nclient.1 | A 0 0 0\nclient.1 | all 0 0 ?\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored' }, times: 6 },
      { kind: 'count', event: { kind: 'envelope.refused', name: 'C' }, times: 4 },
      { kind: 'count', event: { kind: 'envelope.removed', reason: 'flushed' }, times: 6 },
    ],
  },
};
