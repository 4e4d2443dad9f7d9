import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 40,
  title: 'Denied at the door',
  text: 'A consumer of websocket.connect raises DenyConnection. That is an answer and no failure: the server is told to close, and since the handshake is still open, the browser hears 403 and never has a socket. Nothing else may deny. Raised by a consumer of frames, the same exception is a mistake of the program, and the worker ends with it: try that in "change one thing".',
  files: siteWith({ 'routing.py': routing, 'client.py': client }),
  moments: [
    {
      name: 'the question',
      anchor: '4204 worker.1#10:resume+1',
      text: 'The handshake is open, and the consumer decides.',
      shows: { kind: 'envelope.began', consumer: 'routing.consume' },
    },
    {
      name: 'close',
      anchor: '4204 worker.1#10:resume+7',
      text: 'The answer of the consumer: close, before there was anything to close.',
      shows: { kind: 'envelope.stored', label: 'close: True' },
    },
    {
      name: 'denied',
      anchor: '4204 worker.1#10:resume+10',
      text: 'The consumer is over. It was denied, and it has not failed.',
      shows: { kind: 'envelope.ended', envelope: 1, outcome: 4 },
    },
  ],
  telling: 'denied',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'the question',
      kind: 'free',
      prompt: 'The consumer raises an exception. What will the log of the worker say?',
      because: 'Nothing: DenyConnection is an answer here.',
    },
    {
      at: 'close',
      kind: 'free',
      prompt: 'Why does the browser hear a status of HTTP, and not a close code of a WebSocket?',
      because: 'The handshake is not over. Until it is, the connection speaks HTTP.',
    },
  ],
  changeOneThing: {
    text: 'Raise it for a frame.',
    find: 'websocket.connect',
    replace: 'websocket.receive',
    stdout: 'client.1 | open\nclient.1 | TimeoutError \n',
  },
  sources: ['Django Channels 1.1 documentation: Generic Consumers: WebSockets'],
  check: {
    stdout: 'client.1 | InvalidStatus server rejected WebSocket connection: HTTP 403\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 4 }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 1 }, times: 0 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.stored', label: 'close: True' },
          { kind: 'envelope.stored', name: 'websocket.disconnect' },
        ],
      },
    ],
  },
};
