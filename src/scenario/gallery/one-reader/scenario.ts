import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'channels',
  place: 20,
  title: 'One message, one reader',
  text: 'Two clients send three messages each to one channel, and three workers read from it. A channel is a queue of jobs and no loudspeaker: each message is handed to one reader, whichever comes first, and it is gone from the channel at that moment. Six messages are six executions and not eighteen. With three workers they take two seconds. To reach many at once there are groups.',
  files: siteWith({ 'routing.py': routing, 'client.py': client, Procfile: procfile }),
  formation: [
    { process: 'worker', count: 3 },
    { process: 'client', count: 2 },
  ],
  moments: [
    {
      name: 'six wait for three',
      anchor: '4205 worker.3#12:resume+1',
      text: 'Both clients have sent what they had. Three of the messages are already in hands; three wait.',
      shows: { kind: 'envelope.began', consumer: 'routing.shrink' },
    },
    {
      name: 'the first is done',
      anchor: '4203 worker.1#13:resume+3',
      text: 'A worker is done with its first picture and says so in another channel; then it takes the next that waits.',
      shows: { kind: 'envelope.stored', name: 'done' },
    },
  ],
  telling: 'six wait for three',
  claims: ['D2', 'A2', 'A3'],
  misconceptions: [],
  questions: [
    {
      at: 'six wait for three',
      kind: 'free',
      prompt: 'Each picture takes a second. When will the last of the six be ready?',
      because: 'Three at a time: after two seconds. A fourth worker would not change that, six workers would halve it.',
    },
    {
      at: 'the first is done',
      kind: 'free',
      prompt: 'Which worker gets which picture? Can the sender choose?',
      because: 'Nobody promises anything: whoever asks first gets the message. Only the channel can be chosen.',
    },
  ],
  changeOneThing: {
    text: 'Make the pictures smaller, so that they take less time.',
    find: 'time.sleep(1)',
    replace: 'time.sleep(0.5)',
    stdout: 'counter.1 | 2.000 client.1-0 client.1-1 client.1-2 client.2-0 client.2-1 client.2-2\n',
  },
  sources: ['Django Channels 1.1 documentation: Channels Concepts: What is a Channel?'],
  check: {
    stdout: 'counter.1 | 3.000 client.1-0 client.1-1 client.1-2 client.2-0 client.2-1 client.2-2\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.shrink' }, times: 6 },
      { kind: 'count', event: { kind: 'envelope.began', consumer: 'routing.count' }, times: 6 },
    ],
  },
};
