import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';
import settings from './settings.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 50,
  title: 'A queue with room for three',
  text: 'A channel is a queue: with one writer and one reader, what went in first comes out first. It has room for so many messages and no more, here three. Whoever finds it full is told at once by an exception, and has to decide: wait, try again, or give up. That is how a site that is too busy can say so instead of piling up work that comes too late.',
  files: siteWith({ 'client.py': client, 'routing.py': routing, 'settings.py': settings, Procfile: procfile }),
  moments: [
    {
      name: 'the third',
      anchor: '4204 client.1#2:resume+14',
      text: 'a, b and c stand in the channel, and it is full.',
      shows: { kind: 'envelope.stored', name: 'jobs' },
    },
    {
      name: 'no room',
      anchor: '4204 client.1#2:resume+18',
      text: 'The sender of d gets ChannelFull. Nothing has been stored.',
      shows: { kind: 'envelope.refused', name: 'jobs' },
    },
    {
      name: 'first in, first out',
      anchor: '4206 python manage.py runworker#1:resume+25',
      text: 'The worker is there and takes the first that came.',
      shows: { kind: 'envelope.began', consumer: 'routing.work' },
    },
  ],
  telling: 'no room',
  claims: ['A4'],
  misconceptions: [],
  questions: [
    {
      at: 'no room',
      kind: 'free',
      prompt: 'What should a sender do that finds a channel full?',
      because:
        'It depends on what is sent: a server answers 503, a worker tries again for a while, a broadcast just drops the copy.',
    },
    {
      at: 'first in, first out',
      kind: 'free',
      prompt: 'In which order will the worker see what was accepted?',
      because: 'a, b, c: one reader of one queue.',
    },
  ],
  changeOneThing: {
    text: 'Send fewer at once.',
    find: "'abcde'",
    replace: "'abc'",
    stdout: 'worker.1 | 3.000 a\nworker.1 | 4.000 b\nworker.1 | 5.000 c\nworker.1 | 6.000 f\n',
  },
  sources: ['ASGI draft specification of 2017: Capacity'],
  check: {
    stdout:
      'client.1 | d finds no room\nclient.1 | e finds no room\nworker.1 | 3.000 a\nworker.1 | 4.000 b\nworker.1 | 5.000 c\nworker.1 | 6.000 f\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.refused', name: 'jobs' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.work' }, times: 4 },
    ],
  },
};
