import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 30,
  title: 'A socket that nobody accepts',
  text: 'A browser asks for a WebSocket, and the consumer says neither yes nor no. The server does not answer the handshake by itself: it waits for a word from the application. Two clocks run. The handshake may take 5 s, then the connection is cut off, without any answer of HTTP. The consumers have 5 s, too, but the server looks only every two seconds: it would say 403 at the next look, at 6 s. With less patience it comes in time.',
  files: siteWith({ Procfile: procfile, 'routing.py': routing, 'client.py': client }),
  moments: [
    {
      name: 'at the door',
      anchor: '4204 worker.1#10:resume+1',
      text: 'The consumer has been told, and says nothing.',
      shows: { kind: 'envelope.began', consumer: 'routing.connect' },
    },
    {
      name: 'not a word',
      anchor: '4204 worker.1#10:resume+6',
      text: 'It ends well: to say nothing is no error.',
      shows: { kind: 'envelope.ended', envelope: 1, outcome: 0 },
    },
    {
      name: 'cut off',
      anchor: 'loop#24:iteration+13',
      text: 'Five seconds are over. The server drops the connection.',
      shows: { kind: 'connection.closed', reason: 'connection reset' },
    },
  ],
  telling: 'cut off',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'not a word',
      kind: 'free',
      prompt: 'The consumer has ended without an error and without a word. What does the browser see now?',
      because: 'Nothing. Its handshake stays unanswered until one of the two clocks ends it.',
    },
    {
      at: 'cut off',
      kind: 'free',
      prompt: 'Which consumer of yours could forget to accept?',
      because: 'One that accepts under a condition only. Say no, too: send close, or raise DenyConnection.',
    },
  ],
  changeOneThing: {
    text: 'Be less patient with the consumers than with the handshake.',
    find: '-v 0',
    replace: '-v 0 --websocket_connect_timeout 3',
    stdout:
      'worker.1 | somebody is at the door\nclient.1 | 4.000 InvalidStatus server rejected WebSocket connection: HTTP 403\n',
  },
  sources: ['Daphne 1.x: server.py, --websocket_connect_timeout', 'Autobahn: openHandshakeTimeout'],
  check: {
    stdout:
      'worker.1 | somebody is at the door\nclient.1 | 5.500 InvalidMessage did not receive a valid HTTP response\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.connect' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.stored', label: 'accept: True' }, times: 0 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.ended', envelope: 1, outcome: 0 },
          { kind: 'connection.closed', reason: 'connection reset' },
        ],
      },
    ],
  },
};
