import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import settings from './settings.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 50,
  title: 'A flood of frames',
  text: 'A client sends twelve frames at once; nobody reads websocket.receive, and it has room for ten. The eleventh finds it full. The server cannot hold the frame back for later, so it mutes the socket and closes it with the code 1013: try again later. The ten that were stored stay there until they expire. And the application is never told that the socket is gone: no websocket.disconnect is sent.',
  files: siteWith({ 'client.py': client, 'settings.py': settings, Procfile: procfile }),
  moments: [
    {
      name: 'the tenth',
      anchor: 'client 127.0.0.1:32768#5:resume+5',
      text: 'The channel is full.',
      shows: { kind: 'envelope.stored', label: "'frame 9'" },
    },
    {
      name: 'one too many',
      anchor: 'client 127.0.0.1:32768#5:resume+6',
      text: 'The eleventh frame finds no room: the server closes the socket.',
      shows: { kind: 'envelope.refused', name: 'websocket.receive' },
    },
    {
      name: 'a minute later',
      anchor: '4204 worker.1#24:suspend+2',
      text: 'Nobody has read the frames; the first of them expires.',
      shows: { kind: 'envelope.removed', envelope: 3, reason: 'expired' },
    },
  ],
  telling: 'one too many',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'the tenth',
      kind: 'free',
      prompt: 'Two more frames come. What will the server do with them?',
      because: 'The eleventh makes it close the socket with 1013; the twelfth is not looked at any more.',
    },
    {
      at: 'one too many',
      kind: 'free',
      prompt: 'A consumer of websocket.disconnect takes sockets out of a group. What becomes of this one?',
      because: 'It stays a member until the group expires: for this socket websocket.disconnect is never sent.',
    },
  ],
  changeOneThing: {
    text: 'Send as many as there is room for.',
    find: 'range(12)',
    replace: 'range(10)',
    stdout: 'client.1 | still open\n',
  },
  sources: ['Daphne 1.x: ws_protocol.py, backpressure', 'RFC 6455 registry of close codes: 1013'],
  check: {
    stdout: 'client.1 | 1.000 closed 1013\n',
    ending: { kind: 'completed' },
    stderr: ['due to receive backpressure'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.stored', name: 'websocket.receive' }, times: 10 },
      { kind: 'count', event: { kind: 'envelope.refused', name: 'websocket.receive' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.stored', name: 'websocket.disconnect' }, times: 0 },
      { kind: 'count', event: { kind: 'envelope.removed', reason: 'expired' }, times: 10 },
    ],
  },
};
