import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 120,
  title: 'Dead letters: three ways to die',
  text: 'A message that cannot stay where it is need not vanish: a queue may name an exchange for its dead. One is rejected and not to come again; two are pushed out of a queue that holds three; one has waited for longer than its queue allows. All arrive among the dead letters, each with a record of where it died, of what, and how often. Somebody can look at them, mend what was wrong, and send them again.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'rejected',
      anchor: '4203 main.1#1:suspend+28',
      text: 'Its consumer does not want it, and says that it must not come again.',
      shows: { kind: 'envelope.deadLettered', reason: 'rejected' },
    },
    {
      name: 'pushed out',
      anchor: '4203 main.1#1:suspend+47',
      text: 'The fourth message has come, and there is room for three: the oldest goes.',
      shows: { kind: 'envelope.deadLettered', reason: 'maxlen' },
    },
    {
      name: 'too late',
      anchor: '4203 main.1#2:suspend+2',
      text: 'Nobody took it within 0.2 s.',
      shows: { kind: 'envelope.deadLettered', reason: 'expired' },
    },
  ],
  telling: 'rejected',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'rejected',
      kind: 'free',
      prompt: 'Where is the message now?',
      because:
        'In the queue that is bound to the exchange that its own queue names for its dead. Without that it would be nowhere.',
    },
    {
      at: 'pushed out',
      kind: 'free',
      prompt: 'Why does the oldest go, and not the newest?',
      because: 'That is what a queue does unless it is told to refuse: it drops its head.',
    },
  ],
  changeOneThing: {
    text: 'Let the rejected message come again.',
    find: 'requeue=False',
    replace: 'requeue=True',
    stdout: `${RABBIT_STARTS}main.1 | m1 - maxlen in short - 1\nmain.1 | m2 - maxlen in short - 1\nmain.1 | too late - expired in hasty - 1\nmain.1 | 3 are left\n`,
  },
  sources: ['RabbitMQ documentation: Dead Letter Exchanges', 'RabbitMQ documentation: Queue Length Limit'],
  check: {
    stdout: `${RABBIT_STARTS}main.1 | nobody wants me - rejected in strict - 1\nmain.1 | m1 - maxlen in short - 1\nmain.1 | m2 - maxlen in short - 1\nmain.1 | too late - expired in hasty - 1\nmain.1 | 3 are left\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.deadLettered', reason: 'rejected' }, times: 1 },
      { kind: 'count', event: { kind: 'envelope.deadLettered', reason: 'maxlen' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.deadLettered', reason: 'expired' }, times: 1 },
    ],
  },
};
