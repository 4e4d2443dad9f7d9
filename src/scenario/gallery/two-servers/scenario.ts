import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 70,
  title: 'Replies find their server',
  text: 'Two servers and one worker. Requests lie in one channel for all; each answer goes to the channel of the server that asked: its name ends in an exclamation mark, and only that process reads it. The second server is killed while the worker still works for it. The answer is sent all the same, into a channel without a reader, and expires there. The server that comes back has a new name.',
  files: siteWith({ 'client.py': client, 'urls.py': urls, Procfile: procfile }),
  interventions: [
    { kind: 'signal', process: 'd2.1', signal: 'SIGKILL', timeUs: 2250000 },
    { kind: 'restart', process: 'd2.1', timeUs: 3000000 },
  ],
  moments: [
    {
      name: 'for the first',
      anchor: '4205 worker.1#2:suspend+6',
      text: 'The answer for the first browser stands in the channel of the first server.',
      shows: { kind: 'envelope.stored', envelope: 2 },
    },
    {
      name: 'killed',
      anchor: '4204 d2.1#1:finish+4',
      text: 'The second server dies, and its browser is cut off.',
      shows: { kind: 'process.ended', process: 'd2.1', status: -9 },
    },
    {
      name: 'nobody may read it',
      anchor: '4205 worker.1#14:resume+4',
      text: 'The worker is done, and sends the answer into a channel that had one reader only.',
      shows: { kind: 'envelope.ended', envelope: 7, outcome: 0 },
    },
  ],
  telling: 'killed',
  claims: ['D5', 'A7'],
  misconceptions: [],
  questions: [
    {
      at: 'for the first',
      kind: 'free',
      prompt: 'Why can the second server not take this answer?',
      because: 'It reads only what begins with its own name. The browser that waits is connected to the first one.',
    },
    {
      at: 'killed',
      kind: 'free',
      prompt: 'The worker is still busy with the request. What happens to the answer?',
      because: 'It is stored, waits for a reader that no longer exists, and expires.',
    },
  ],
  changeOneThing: {
    text: 'Ask the other server first.',
    find: "get('first', 8001)",
    replace: "get('first', 8002)",
    stdout: 'client.1 | 1.500 first a page\nclient.1 | 2.000 second a page\nclient.1 | 2.250 third is cut off\n',
  },
  sources: [
    'ASGI draft specification of 2017: Process-specific channels',
    'Django Channels 1.1 documentation: Channels Concepts',
  ],
  check: {
    stdout: 'client.1 | 1.500 first a page\nclient.1 | 2.000 second a page\nclient.1 | 2.250 third is cut off\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' }, times: 3 },
      {
        kind: 'inOrder',
        events: [
          { kind: 'process.ended', process: 'd2.1', status: -9 },
          { kind: 'envelope.removed', reason: 'expired' },
        ],
      },
    ],
  },
};
