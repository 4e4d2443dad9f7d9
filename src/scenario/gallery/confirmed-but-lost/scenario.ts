import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 110,
  title: 'Confirmed, and nowhere',
  text: 'With confirms on, the broker answers every publish. But the answer means only that it has dealt with the message: one that no queue wants is confirmed all the same, and gone. Who must know asks for it to be returned (mandatory); then the return comes first, the confirm after it. A full queue that refuses is the one that is not confirmed. An exchange that does not exist ends the whole channel.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'confirmed',
      anchor: '4203 main.1#1:suspend+14',
      text: 'No queue is bound. The message is gone, and the answer is yes.',
      shows: { kind: 'publish.answered', answer: 'confirmed', text: 'no queue' },
    },
    {
      name: 'returned',
      anchor: '4203 main.1#1:suspend+24',
      text: 'The same with mandatory: first it comes back, then it is confirmed.',
      shows: { kind: 'publish.answered', answer: 'returned' },
    },
    {
      name: 'refused',
      anchor: '4203 main.1#1:suspend+50',
      text: 'The queue holds one, and refuses more. That is a no.',
      shows: { kind: 'publish.answered', answer: 'refused' },
    },
  ],
  telling: 'confirmed',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'confirmed',
      kind: 'free',
      prompt: 'Nobody has the message, and nobody will. Why did the broker confirm it?',
      because:
        'A confirm says who is responsible now: the broker. It has done what its bindings say, and they say nothing.',
    },
    {
      at: 'returned',
      kind: 'free',
      prompt: 'The broker has sent the message back. Will it confirm it, too?',
      because: 'Yes, after the return. Who counts confirms only will not notice.',
    },
  ],
  changeOneThing: {
    text: 'Let the full queue drop its oldest instead of refusing.',
    find: "'reject-publish'",
    replace: "'drop-head'",
    stdout: `${RABBIT_STARTS}main.1 | to amq.direct: confirmed\nmain.1 | to amq.direct: returned, NO_ROUTE\nmain.1 | to s: confirmed\nmain.1 | to s: confirmed\nmain.1 | to no-such-exchange: the channel is closed, 404\n`,
  },
  sources: [
    'RabbitMQ documentation: Consumer Acknowledgements and Publisher Confirms',
    'RabbitMQ documentation: Publishers',
  ],
  check: {
    stdout: `${RABBIT_STARTS}main.1 | to amq.direct: confirmed\nmain.1 | to amq.direct: returned, NO_ROUTE\nmain.1 | to s: confirmed\nmain.1 | to s: refused\nmain.1 | to no-such-exchange: the channel is closed, 404\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      {
        kind: 'inOrder',
        events: [
          { kind: 'publish.answered', answer: 'confirmed', text: 'no queue' },
          { kind: 'publish.answered', answer: 'returned' },
          { kind: 'publish.answered', answer: 'confirmed', text: 'no queue' },
          { kind: 'publish.answered', answer: 'confirmed' },
          { kind: 'publish.answered', answer: 'refused' },
        ],
      },
      { kind: 'count', event: { kind: 'envelope.stored' }, times: 1 },
    ],
  },
};
