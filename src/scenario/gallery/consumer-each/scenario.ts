import type { Authored } from '../entry.ts';
import site from './asgi.py?raw';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import settings from './settings.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 135,
  title: 'A consumer for each socket',
  text: 'Each socket has a consumer of its own, with attributes of its own: Ann has heard two messages, Ben one. A group is a set of their channels, not a consumer that they share. And group_send only puts a copy into each channel: when it returns nobody has heard anything, not even who sent it. A consumer handles one event after the other, so its own copy waits until it has ended with what it does.',
  files: [
    { name: 'asgi.py', text: site },
    { name: 'client.py', text: client },
    { name: 'settings.py', text: settings },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'ben joins',
      anchor: 'WebSocket /#6:resume+6',
      text: 'A second socket: a second consumer, and a second channel in the group.',
      shows: { kind: 'group.changed', name: 'room' },
    },
    {
      name: 'a copy for each',
      anchor: 'WebSocket /#7:resume+10',
      text: 'Ben says hi. His consumer goes on at once; the copies wait in their channels.',
      shows: { kind: 'envelope.stored', envelope: 3 },
    },
    {
      name: 'the other counts',
      anchor: 'WebSocket /#9:resume+1',
      text: "Ben's own consumer begins with his copy, after Ann's has counted hers.",
      shows: { kind: 'envelope.began', envelope: 3 },
    },
  ],
  telling: 'a copy for each',
  claims: ['A8'],
  misconceptions: ['M9', 'M10'],
  questions: [
    {
      at: 'ben joins',
      kind: 'free',
      prompt: 'Ann has heard one message. What will Ben have heard after his first?',
      because: 'One. His consumer is another object: nothing that Ann has counted is in it.',
    },
    {
      at: 'a copy for each',
      kind: 'free',
      prompt: 'group_send is done. How many has Ben heard when his consumer says so?',
      because: 'None. His copy lies in his channel, and his consumer is still busy with the frame that he sent.',
    },
  ],
  changeOneThing: {
    text: 'Say everything twice: each copy is counted by whoever gets it.',
    find: "        await self.channel_layer.group_send('room', said)\n",
    replace:
      "        await self.channel_layer.group_send('room', said)\n        await self.channel_layer.group_send('room', said)\n",
    stdout:
      'client.1 | ann sent, and has heard 0\nclient.1 | ann hears hello: 1 so far\nclient.1 | ann hears hello: 2 so far\nclient.1 | ben sent, and has heard 0\nclient.1 | ann hears hi: 3 so far\nclient.1 | ann hears hi: 4 so far\nclient.1 | ben hears hi: 1 so far\nclient.1 | ben hears hi: 2 so far\nclient.1 | ann leaves\nclient.1 | ben leaves\n',
  },
  sources: ['Django Channels 4 documentation: Consumers', 'Django Channels 4 documentation: Channel Layers: Groups'],
  check: {
    stdout:
      'client.1 | ann sent, and has heard 0\nclient.1 | ann hears hello: 1 so far\nclient.1 | ben sent, and has heard 0\nclient.1 | ben hears hi: 1 so far\nclient.1 | ann hears hi: 2 so far\nclient.1 | ann leaves\nclient.1 | ben leaves\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored', group: 'room' }, times: 3 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'asgi.Counter.said' }, times: 3 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.stored', envelope: 3 },
          { kind: 'envelope.ended', envelope: 2 },
          { kind: 'envelope.began', envelope: 3 },
        ],
      },
    ],
  },
};
