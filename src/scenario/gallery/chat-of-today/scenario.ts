import type { Authored } from '../entry.ts';
import site from './asgi.py?raw';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import settings from './settings.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 130,
  title: 'The same chat today: no queue for frames',
  text: 'In Channels 4 the application runs inside the server: a frame goes straight into the consumer of its socket, and no worker is asked. Only what one socket says to others crosses the layer, and that as one message for each process, however many sockets it has: two messages for three members. At 4 s the second server is killed. Its sockets die with it, its members stay, and of the next two messages one is read by nobody.',
  files: [
    { name: 'asgi.py', text: site },
    { name: 'client.py', text: client },
    { name: 'settings.py', text: settings },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [{ kind: 'signal', process: 'two.1', signal: 'SIGKILL', timeUs: 4_000_000 }],
  moments: [
    {
      name: 'a member joins',
      anchor: 'WebSocket /#2:resume+5',
      text: 'A socket has connected: its consumer has a channel of its own, which is now in the group.',
      shows: { kind: 'group.changed', name: 'room' },
    },
    {
      name: 'one for each process',
      anchor: 'WebSocket /#7:resume+7',
      text: 'Ann says hi. The layer stores a message for her process; a second one follows, for the process of ben and cat.',
      shows: { kind: 'envelope.stored', group: 'room' },
    },
    {
      name: 'the consumer works',
      anchor: 'WebSocket /#8:resume+1',
      text: 'The message has become an event; a method of the consumer with the name of its type handles it.',
      shows: { kind: 'envelope.began', consumer: 'asgi.Chat.chat_said' },
    },
  ],
  telling: 'one for each process',
  claims: ['A8'],
  misconceptions: ['M9', 'M10'],
  questions: [
    {
      at: 'one for each process',
      kind: 'free',
      prompt: 'Three sockets are in the room. How many messages will the layer store?',
      because:
        'Two: one for each process, which lists the channels it is for. Each process gives it to its own consumers.',
    },
    {
      at: 'the consumer works',
      kind: 'free',
      prompt: 'In 1.x the frame itself was a message, and a worker took it. Where is that message now?',
      because: 'There is none. The server hands the frame to the consumer in its own process; hence its order is kept.',
    },
    {
      at: 'a member joins',
      kind: 'free',
      prompt: 'A server is killed. Who takes its sockets out of the group?',
      because: 'Nobody, until the membership expires, by default after a day. What is sent to them expires after 60 s.',
    },
  ],
  changeOneThing: {
    text: 'Let nobody join the group.',
    find: "        await self.channel_layer.group_add('room', self.channel_name)\n",
    replace: '',
    stdout: 'client.1 | ben is cut off\nclient.1 | cat is cut off\nclient.1 | ann leaves\n',
  },
  sources: [
    'Django Channels 4 documentation: Tutorial, parts 2 and 3',
    'Django Channels 4 documentation: Channel Layers: Groups',
  ],
  check: {
    stdout:
      'client.1 | ann hears hi\nclient.1 | ben hears hi\nclient.1 | cat hears hi\nclient.1 | ben is cut off\nclient.1 | cat is cut off\nclient.1 | ann hears hi\nclient.1 | ann leaves\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored', group: 'room' }, times: 4 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'asgi.Chat.chat_said' }, times: 4 },
      { kind: 'count', event: { kind: 'envelope.removed', reason: 'expired' }, times: 1 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'group.changed', name: 'room' },
          { kind: 'envelope.stored', group: 'room' },
          { kind: 'envelope.began', consumer: 'asgi.Chat.chat_said' },
          { kind: 'process.ended', process: 'two.1', status: -9 },
          { kind: 'envelope.removed', reason: 'expired' },
        ],
      },
    ],
  },
};
