import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 30,
  title: 'A worker dies, and takes its message along',
  text: 'The worker has taken the request out of its channel and works on it when it is killed. There is no acknowledgement: the layer has handed the message over and forgotten it. At most once, that is the promise. A worker that comes later finds nothing; the browser waits for two minutes, until the server, which looks every two seconds, gives up with 503.',
  files: siteWith({ 'urls.py': urls, 'client.py': client }),
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 1010000 },
    { kind: 'restart', process: 'worker.1', timeUs: 5000000 },
  ],
  moments: [
    {
      name: 'taken',
      anchor: '4204 worker.1#12:resume+1',
      text: 'The message has left its channel. From now on there is one copy of it, in the memory of the worker.',
      shows: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' },
    },
    {
      name: 'lost',
      anchor: '4204 worker.1#1:finish+2',
      text: 'The worker is gone, and with it the message. Nobody else knows of it.',
      shows: { kind: 'envelope.ended', outcome: 2 },
    },
    {
      name: 'two minutes later',
      anchor: '4203 daphne.1#38:resume+16',
      text: 'The server has waited long enough.',
      shows: { kind: 'envelope.stored', name: 'http.disconnect' },
    },
  ],
  telling: 'lost',
  claims: ['A2'],
  misconceptions: [],
  questions: [
    {
      at: 'taken',
      kind: 'free',
      prompt:
        'The worker will be killed in 10 ms and started anew four seconds later. What will it find in http.request?',
      because: 'Nothing. What was taken is not put back when its reader dies.',
    },
    {
      at: 'lost',
      kind: 'free',
      prompt: 'Why does the browser not get an error at once?',
      because: 'The server does not know the worker. It only sees that no answer comes to its reply channel.',
    },
  ],
  changeOneThing: {
    text: 'Answer before it is too late.',
    find: 'time.sleep(0.1)',
    replace: 'time.sleep(0.005)',
    stdout: 'client.1 | 1.005 200 OK\n',
  },
  sources: ['Django Channels 1.1 documentation: Frequently Asked Questions: What guarantees are there on delivery?'],
  check: {
    stdout: 'client.1 | 122.000 503 Service Unavailable\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' },
          { kind: 'process.ended', process: 'worker.1', status: -9 },
          { kind: 'envelope.ended', outcome: 2 },
        ],
      },
    ],
  },
};
