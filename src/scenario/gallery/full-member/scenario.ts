import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 20,
  title: 'A group with members that are full',
  text: 'A server has stopped reading, and its channel holds a hundred messages: it is full. All its sockets share that channel, so two of the three members of the room have no room. Who sends to a group is never told: the two copies fall silently, the third arrives. The same message sent to one channel raises ChannelFull. That is why a group is no place for what must not be lost.',
  files: siteWith({ 'client.py': client, Procfile: procfile }),
  moments: [
    {
      name: 'full',
      anchor: '4203 client.1#1:suspend+304',
      text: 'A hundred messages for D1. Nobody takes them.',
      shows: { kind: 'envelope.stored', envelope: 100 },
    },
    {
      name: 'dropped',
      anchor: '4203 client.1#1:suspend+317',
      text: 'The copy for a socket of D1 finds no room. The sender does not hear of it.',
      shows: { kind: 'envelope.refused', name: 'D1!a', group: 'room' },
    },
    {
      name: 'the third',
      anchor: '4203 client.1#1:suspend+320',
      text: 'The copy for D2 is stored all the same.',
      shows: { kind: 'envelope.stored', name: 'D2!c' },
    },
  ],
  telling: 'dropped',
  claims: ['A8'],
  misconceptions: [],
  questions: [
    {
      at: 'full',
      kind: 'free',
      prompt: 'The room has the members D1!a, D1!b and D2!c. Nothing was ever sent to D1!b. Will its copy be stored?',
      because: 'No. What counts is the part up to the exclamation mark: D1! has one budget for all its sockets.',
    },
    {
      at: 'dropped',
      kind: 'free',
      prompt: 'Why does the group not raise ChannelFull, as a channel does?',
      because:
        'It would punish the sender for one slow member, and some copies would be out already. A group promises an attempt for each member and no more.',
    },
  ],
  changeOneThing: {
    text: 'Leave room for three.',
    find: 'range(100)',
    replace: 'range(97)',
    stdout: 'client.1 | nobody complains\nclient.1 | D2!c gets hello\n',
  },
  sources: ['ASGI draft specification of 2017: Capacity', 'ASGI draft specification of 2017: Groups extension'],
  check: {
    stdout: 'client.1 | nobody complains\nclient.1 | D2!c gets hello\nclient.1 | D1!b is full\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.refused', group: 'room' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.stored', group: 'room' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.refused', name: 'D1!b', group: '' }, times: 1 },
    ],
  },
};
