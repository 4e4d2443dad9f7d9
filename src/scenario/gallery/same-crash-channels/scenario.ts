import { siteWith } from '../../channels-site/site.ts';
import type { Authored } from '../entry.ts';
import client from './client.py?raw';
import procfile from './Procfile?raw';
import routing from './routing.py?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 10,
  title: 'The same crash, left: Channels loses the job',
  text: 'A job of five seconds, and a worker that is killed after two. This is Channels 1.x: the worker took the message out of its channel, and from then on there was one copy of it, in the memory of the worker. The new worker, a second later, finds an empty channel. Nobody will ever know of the job. Compare it with the next scenario, the same crash with Celery and RabbitMQ.',
  files: siteWith({ 'routing.py': routing, 'client.py': client, Procfile: procfile }),
  interventions: [
    { kind: 'signal', process: 'worker.1', signal: 'SIGKILL', timeUs: 2000000 },
    { kind: 'restart', process: 'worker.1', timeUs: 3000000 },
  ],
  moments: [
    {
      name: 'begun',
      anchor: '4203 worker.1#2:resume+19',
      text: 'The channel is empty; the job is in the memory of a worker.',
      shows: { kind: 'envelope.began' },
    },
    {
      name: 'lost',
      anchor: '4203 worker.1#1:finish+2',
      text: 'The worker is killed, and the job is gone with it.',
      shows: { kind: 'envelope.ended', outcome: 2 },
    },
  ],
  telling: 'lost',
  claims: ['L3', 'A2'],
  misconceptions: [],
  questions: [
    {
      at: 'begun',
      kind: 'free',
      prompt: 'In two seconds the worker will be killed, and a second later started again. When will the job be done?',
      because: 'Never. What was taken out of a channel is not put back.',
    },
    {
      at: 'lost',
      kind: 'free',
      prompt: 'What would the layer need in order to bring it back?',
      because: 'It would have to keep the message until the worker says that it is done with it: an acknowledgement.',
    },
  ],
  changeOneThing: {
    text: 'Let the job be short.',
    find: 'time.sleep(5)',
    replace: 'time.sleep(1)',
    stdout:
      'worker.1 | 0 s: the job begins\nworker.1 | 1 s: the job is done\nclient.1 | 20 s: nothing is known of the job\n',
  },
  sources: ['Django Channels 1.1 documentation: Frequently Asked Questions: What guarantees are there on delivery?'],
  check: {
    stdout: 'worker.1 | 0 s: the job begins\nclient.1 | 20 s: nothing is known of the job\n',
    ending: { kind: 'completed' },
    stderr: ['Listening on channels'],
    facts: [
      { kind: 'count', event: { kind: 'envelope.began' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 2 }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.ended', outcome: 0 }, times: 0 },
    ],
  },
};
