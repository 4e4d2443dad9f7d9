import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 10,
  title: 'Channels 1.x: one request, five stations',
  text: 'With Channels 1.x even HTTP is made of messages. The server runs none of your code: it puts a dict into http.request and waits. A worker takes it, runs the view, and puts the answer into a channel that only that server reads. Neither knows the other; both know the layer. When all is over the server says so in http.disconnect, where nobody listens.',
  files: siteWith({ 'urls.py': urls, 'client.py': client }),
  moments: [
    {
      name: 'a request is a message',
      anchor: '4203 daphne.1#13:resume+2',
      text: 'The browser has connected, and the server has made a dict of its request. It waits in a normal channel: any worker may take it.',
      shows: { kind: 'envelope.stored', name: 'http.request' },
    },
    {
      name: 'the view runs',
      anchor: '4204 worker.1#12:resume+1',
      text: 'A worker has taken the message and runs the consumer for HTTP: the views of Django.',
      shows: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' },
    },
    {
      name: 'word of the end',
      anchor: 'replies on daphne.response.gIXFVTbpYk!#2:resume+13',
      text: 'The browser has its answer. The server tells of it in one more channel, which nobody reads; a minute later the message will have expired.',
      shows: { kind: 'envelope.stored', name: 'http.disconnect' },
    },
  ],
  telling: 'the view runs',
  claims: ['D1', 'D3', 'A1'],
  misconceptions: [],
  questions: [
    {
      at: 'a request is a message',
      kind: 'free',
      prompt: 'The server and the worker never meet. How will the answer find its way back?',
      because:
        'The message names a reply channel. Its part before the exclamation mark belongs to the server process; what follows says which of its browsers waits.',
    },
    {
      at: 'word of the end',
      kind: 'free',
      prompt: 'What becomes of the message in http.disconnect?',
      because: 'Messages that nobody reads expire, after a minute unless the settings say otherwise.',
    },
  ],
  changeOneThing: {
    text: 'Let the view say something else.',
    find: "HttpResponse('hi')",
    replace: "HttpResponse('good day')",
    stdout: 'client.1 | 1.030 200 good day\n',
  },
  sources: ['Django Channels 1.1 documentation: Channels Concepts', 'ASGI draft specification of 2017: HTTP'],
  check: {
    stdout: 'client.1 | 1.030 200 hi\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.stored', name: 'http.request' },
          { kind: 'envelope.taken' },
          { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' },
          { kind: 'envelope.ended', outcome: 0 },
          { kind: 'envelope.stored', name: 'http.disconnect' },
        ],
      },
      { kind: 'count', event: { kind: 'envelope.removed', reason: 'expired' }, times: 1 },
    ],
  },
};
