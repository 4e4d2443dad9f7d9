import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 110,
  title: 'The layer forgets, and the socket does not know',
  text: 'A socket is in a group when somebody flushes the layer: all messages and all groups are gone at once, for every process. The connection itself lies between browser and server, and stays open. A direct answer still arrives, because the server knows its sockets by name; but the next message to the group reaches nobody, and nobody is told.',
  files: siteWith({ 'client.py': client, 'routing.py': routing }),
  moments: [
    {
      name: 'flushed',
      anchor: 'Task-1#10:resume+2',
      text: 'Whatever the layer held is gone.',
      shows: { kind: 'group.changed', name: 'room' },
    },
    {
      name: 'to nobody',
      anchor: '4204 worker.1#14:resume+11',
      text: 'The consumer sends to the group. It has no members.',
      shows: { kind: 'envelope.began', consumer: 'routing.receive' },
    },
  ],
  telling: 'to nobody',
  claims: ['A9'],
  misconceptions: [],
  questions: [
    {
      at: 'flushed',
      kind: 'free',
      prompt: 'The browser will now ask for an answer to itself, and for one to all. Which will it hear?',
      because: 'The answer to itself. The group was forgotten.',
    },
    {
      at: 'to nobody',
      kind: 'free',
      prompt: 'What could a site do to mend this?',
      because:
        'Close the sockets, so that the browsers connect again and join again. The specification wanted servers to do that; Daphne 1.x did not.',
    },
  ],
  changeOneThing: {
    text: 'Do not flush.',
    find: '        asgi.channel_layer.flush()\n',
    replace: '',
    stdout: 'client.1 | 1.000 to all\nclient.1 | 5.000 to you\nclient.1 | 5.000 to all\nclient.1 | OPEN\n',
  },
  sources: ['ASGI draft specification of 2017: Flush extension'],
  check: {
    stdout: 'client.1 | 1.000 to all\nclient.1 | 5.000 to you\nclient.1 | OPEN\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [{ kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.receive' }, times: 3 }],
  },
};
