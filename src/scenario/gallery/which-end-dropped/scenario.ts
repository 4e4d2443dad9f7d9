import type { Authored } from '../entry.ts';
import site from './asgi.py?raw';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import settings from './settings.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 140,
  title: 'A full channel today: which end is dropped?',
  text: 'A channel holds three messages. Its consumer works for ten seconds on the first one, m0, while five more come. Nobody else reads in that process, so they wait in Redis: m1 to m3 find room, and the sender hears of m4 and m5 that the channel is full. Let a second socket connect, and its consumer waits for messages: it also takes those of the first and puts them into a buffer of its process. That has three places as well, and drops the oldest, without a word to anybody.',
  files: [
    { name: 'client.py', text: client },
    { name: 'asgi.py', text: site },
    { name: 'settings.py', text: settings },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'ten seconds of work',
      anchor: 'WebSocket /#3:resume+1',
      text: 'The consumer has begun with m0. Until it has ended, it asks for no other message.',
      shows: { kind: 'envelope.began', consumer: 'asgi.Reader.news' },
    },
    {
      name: 'no room',
      anchor: 'Task-1#14:resume+4',
      text: 'Three messages wait. The sender of the next one gets ChannelFull.',
      shows: { kind: 'envelope.refused', reason: 'full' },
    },
  ],
  telling: 'no room',
  claims: ['A10'],
  misconceptions: [],
  questions: [
    {
      at: 'ten seconds of work',
      kind: 'free',
      prompt: 'Five messages come while it works. Which of them will it handle?',
      because: 'm1, m2 and m3. What does not fit is refused when it comes, so the oldest survive.',
    },
    {
      at: 'no room',
      kind: 'free',
      prompt: 'With a second socket in the same process nothing is refused. Where are the messages then?',
      because: 'Whoever waits reads for the whole process. The local buffer is full too, and forgets its oldest.',
    },
  ],
  changeOneThing: {
    text: 'Open a second socket: m1 and m2 vanish instead, silently.',
    find: 'range(1)',
    replace: 'range(2)',
    stdout: 'client.1 | m0 arrives\nclient.1 | m3 arrives\nclient.1 | m4 arrives\nclient.1 | m5 arrives\n',
  },
  sources: ['Django Channels 4 documentation: Channel Layers: Capacity', 'channels_redis 4.3, README: capacity'],
  check: {
    stdout:
      'client.1 | m4 finds no room\nclient.1 | m5 finds no room\nclient.1 | m0 arrives\nclient.1 | m1 arrives\nclient.1 | m2 arrives\nclient.1 | m3 arrives\n',
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.refused', reason: 'full' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'asgi.Reader.news' }, times: 4 },
    ],
  },
};
