import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 40,
  title: 'Router, server, worker: take one away',
  text: 'A site with Channels 1.x needs three parts, and each fails in its own way. Here the worker is missing for 70 seconds: the request waits in the router, expires after a minute, and the server gives up after two; the worker that comes in between finds nothing. Take away another line of the Procfile: without the server nobody listens at the port; without the router the worker ends at once, and the server can only answer 500.',
  files: siteWith({ Procfile: procfile, 'urls.py': urls, 'client.py': client }),
  moments: [
    {
      name: 'nobody takes it',
      anchor: 'client 127.0.0.1:32768#2:resume+4',
      text: 'The request stands in its channel. No worker is there.',
      shows: { kind: 'envelope.stored', name: 'http.request' },
    },
    {
      name: 'expired',
      anchor: '4203 daphne.1#14:suspend+2',
      text: 'A minute has passed. The browser still waits, for a message that is no longer there.',
      shows: { kind: 'envelope.removed', reason: 'expired' },
    },
  ],
  telling: 'expired',
  claims: ['D4'],
  misconceptions: [],
  questions: [
    {
      at: 'nobody takes it',
      kind: 'free',
      prompt: 'A worker starts at 70 s. Will it serve the request?',
      because: 'No: what nobody reads expires after 60 s.',
    },
    {
      at: 'expired',
      kind: 'free',
      prompt: 'Which of the three parts does the browser speak to?',
      because: 'To the server only. It cannot see whether a router or workers are there.',
    },
  ],
  changeOneThing: {
    text: 'Let the worker come within the minute.',
    find: 'sleep 70',
    replace: 'sleep 30',
    stdout: 'client.1 | 30.100 200 OK\n',
  },
  sources: ['Django Channels 1.1 documentation: Deploying'],
  check: {
    stdout: 'client.1 | 122.000 503 Service Unavailable\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.stored', name: 'http.request' },
          { kind: 'envelope.removed', reason: 'expired' },
        ],
      },
    ],
  },
};
