import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 10,
  title: 'A group: one copy for each member',
  text: 'Since a message has one reader, a channel cannot reach several. A group can: it is a set of channels, and what is sent to it is stored in each of them, a copy for every member. Members come and go at once; what a consumer sends leaves when it ends. Three sockets join a room; what ben says reaches all three, and him too.',
  files: siteWith({ 'routing.py': routing, 'client.py': client }),
  moments: [
    {
      name: 'a member joins',
      anchor: '4204 worker.1#11:resume+5',
      text: 'A socket has connected. Its reply channel is now in the group.',
      shows: { kind: 'group.changed', name: 'room' },
    },
    {
      name: 'ben speaks',
      anchor: '4204 worker.1#13:resume+1',
      text: 'One frame, one message, one consumer.',
      shows: { kind: 'envelope.began', consumer: 'routing.receive' },
    },
    {
      name: 'three copies',
      anchor: '4204 worker.1#13:resume+9',
      text: 'The group has got one message, and each of its members a copy.',
      shows: { kind: 'envelope.stored', group: 'room' },
    },
  ],
  telling: 'three copies',
  claims: ['A8'],
  misconceptions: [],
  questions: [
    {
      at: 'ben speaks',
      kind: 'free',
      prompt: 'How many messages will the group put into channels?',
      because: 'Three: one for each member, ben among them.',
    },
    {
      at: 'three copies',
      kind: 'free',
      prompt: 'What if the channel of one member is full?',
      because: 'That copy is dropped, silently. Sending to a group never fails because of a member.',
    },
  ],
  changeOneThing: {
    text: 'Tell the group twice.',
    find: "    Group('room').send({'text': message['text']})",
    replace: "    Group('room').send({'text': message['text'] + '!'})",
    stdout: 'client.1 | ann hears hello!\nclient.1 | ben hears hello!\nclient.1 | cat hears hello!\n',
  },
  sources: ['Django Channels 1.1 documentation: Channels Concepts: Groups'],
  check: {
    stdout: 'client.1 | ann hears hello\nclient.1 | ben hears hello\nclient.1 | cat hears hello\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored', group: 'room' }, times: 3 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'group.changed', name: 'room' },
          { kind: 'envelope.began', consumer: 'routing.receive' },
          { kind: 'envelope.stored', group: 'room' },
        ],
      },
    ],
  },
};
