import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import settings from './settings.py?raw';
import urls from './urls.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 60,
  title: 'Too many requests: 503 at once',
  text: 'Twelve requests come at once, before any worker is there, and http.request has room for ten. The server does not wait for room: the two that find the channel full are answered 503 in the same instant. The others stand in line and are served when a worker comes, one after the other. So an overload shows as quick refusals and not as an endless queue: Channels calls that backpressure.',
  files: siteWith({ 'client.py': client, 'urls.py': urls, 'settings.py': settings, Procfile: procfile }),
  moments: [
    {
      name: 'the tenth',
      anchor: 'client 127.0.0.1:47575#2:resume+3',
      text: 'Ten requests stand in the channel. It is full.',
      shows: { kind: 'envelope.stored', envelope: 10 },
    },
    {
      name: 'refused',
      anchor: 'client 127.0.0.1:55494#2:resume+3',
      text: 'The eleventh finds no room. Its browser hears 503 at once.',
      shows: { kind: 'envelope.refused', name: 'http.request' },
    },
    {
      name: 'a worker comes',
      anchor: '4207 python manage.py runworker#1:resume+22',
      text: 'The first in line is the first to be served.',
      shows: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer', envelope: 1 },
    },
  ],
  telling: 'refused',
  claims: ['A4'],
  misconceptions: [],
  questions: [
    {
      at: 'the tenth',
      kind: 'free',
      prompt: 'Two more requests come. How long will their browsers wait?',
      because: 'Not at all: what finds the channel full is answered 503 at once, and nothing of it is stored.',
    },
    {
      at: 'a worker comes',
      kind: 'free',
      prompt: 'Each page takes 10 ms. When will the last of the ten have it?',
      because: 'At 1.100 s: there is one worker, and it serves one after the other.',
    },
  ],
  changeOneThing: {
    text: 'Ask no more often than there is room.',
    find: 'range(12)',
    replace: 'range(10)',
    stdout:
      'client.1 | 1.010 200\nclient.1 | 1.020 200\nclient.1 | 1.030 200\nclient.1 | 1.040 200\nclient.1 | 1.050 200\nclient.1 | 1.060 200\nclient.1 | 1.070 200\nclient.1 | 1.080 200\nclient.1 | 1.090 200\nclient.1 | 1.100 200\n',
  },
  sources: ['Django Channels 1.1 documentation: Deploying: Scaling Up', 'ASGI draft specification of 2017: Capacity'],
  check: {
    stdout:
      'client.1 | 0.500 503\nclient.1 | 0.500 503\nclient.1 | 1.010 200\nclient.1 | 1.020 200\nclient.1 | 1.030 200\nclient.1 | 1.040 200\nclient.1 | 1.050 200\nclient.1 | 1.060 200\nclient.1 | 1.070 200\nclient.1 | 1.080 200\nclient.1 | 1.090 200\nclient.1 | 1.100 200\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.refused', name: 'http.request' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'channels.handler.ViewConsumer' }, times: 10 },
    ],
  },
};
