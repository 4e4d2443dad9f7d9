import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';
import sender from './sender.py?raw';

export const SCENARIO: Authored = {
  shelf: 'sockets',
  place: 90,
  title: 'One reader keeps the order',
  text: 'A large text is sent in pieces. They must arrive in order, so they go through a channel of their own, made by new_channel: its name has a question mark, and one reader alone may read it, wherever that runs. The name travels in an ordinary message; whichever worker takes it reads all the pieces. That is how large bodies of requests were meant to come.',
  files: siteWith({ 'sender.py': sender, 'routing.py': routing, Procfile: procfile }),
  moments: [
    {
      name: 'a channel for this text',
      anchor: '4204 sender.1#2:resume+4',
      text: 'The name is new and nobody else can know it; the worker learns it from this message.',
      shows: { kind: 'envelope.stored', name: 'texts' },
    },
    {
      name: 'the last piece',
      anchor: '4204 sender.1#2:resume+19',
      text: 'All pieces are sent.',
      shows: { kind: 'envelope.stored', envelope: 5 },
    },
  ],
  telling: 'the last piece',
  claims: ['A6'],
  misconceptions: [],
  questions: [
    {
      at: 'a channel for this text',
      kind: 'free',
      prompt: 'Why not send the pieces through the channel texts?',
      because: 'Several workers read it, and each would get some of the pieces.',
    },
    {
      at: 'the last piece',
      kind: 'free',
      prompt: 'In which order will the worker see the pieces?',
      because: 'As they were sent: one writer, one reader.',
    },
  ],
  changeOneThing: {
    text: 'Send other words.',
    find: 'the order is kept',
    replace: 'even a lot more is kept',
    stdout: 'worker.1 | 1.000 even a lot more is kept\n',
  },
  sources: ['ASGI draft specification of 2017: Single-reader channels'],
  check: {
    stdout: 'worker.1 | 1.000 the order is kept\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [{ kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.read' }, times: 1 }],
  },
};
