import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 30,
  title: 'Prefetch: how many messages a consumer may hold',
  text: 'A broker pushes messages to its consumers in turn, but gives none more than its prefetch allows: two here. What is handed out stays in the queue as a ghost until it is acknowledged; each acknowledgement makes room for one more. When a channel closes, what it held goes back to where it stood, marked as delivered before. A prefetch of one shares the work most evenly; a large one hides waits on the network.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  moments: [
    {
      name: 'two each',
      anchor: '4203 main.1#1:suspend+68',
      text: 'Each consumer holds two. Six are ready, and nobody has room.',
      shows: { kind: 'envelope.stored', envelope: 10 },
    },
    {
      name: 'one more',
      anchor: '4203 main.1#2:suspend+5',
      text: 'The first is acknowledged, and the next is delivered at once.',
      shows: { kind: 'envelope.delivered', envelope: 5 },
    },
    {
      name: 'back in its place',
      anchor: '4203 main.1#3:suspend+6',
      text: 'A channel has closed. What it held stands in front of what was never delivered.',
      shows: { kind: 'envelope.returned', envelope: 5 },
    },
    {
      name: 'delivered again',
      anchor: '4203 main.1#1:suspend+39',
      text: 'The other consumer has acknowledged its two, and gets these, marked.',
      shows: { kind: 'envelope.delivered', envelope: 3 },
    },
  ],
  telling: 'back in its place',
  claims: [],
  misconceptions: ['M12'],
  questions: [
    {
      at: 'two each',
      kind: 'free',
      prompt: 'The first consumer acknowledges message 1. What does it get, 2, 5 or nothing?',
      because: '5: the next that is ready. 2 is with the other consumer until that one lets go of it.',
    },
    {
      at: 'back in its place',
      kind: 'free',
      prompt: 'Why are 3 and 5 marked as redelivered?',
      because:
        'Their consumer may have worked on them before it went. The next one should know that this may be the second time.',
    },
  ],
  changeOneThing: {
    text: 'Let each hold one only.',
    find: 'prefetch_count=2',
    replace: 'prefetch_count=1',
    stdout: `${RABBIT_STARTS}main.1 | c1 has 1 \nmain.1 | c2 has 2 \nmain.1 | c1 has 3 \nmain.1 | c2 has 3 again\n`,
  },
  sources: [
    'RabbitMQ documentation: Consumer Prefetch',
    'RabbitMQ documentation: Consumer Acknowledgements and Publisher Confirms',
  ],
  check: {
    stdout: `${RABBIT_STARTS}main.1 | c1 has 1 \nmain.1 | c1 has 3 \nmain.1 | c2 has 2 \nmain.1 | c2 has 4 \nmain.1 | c1 has 5 \nmain.1 | c2 has 3 again\nmain.1 | c2 has 5 again\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [
      { kind: 'count', event: { kind: 'envelope.acked' }, times: 3 },
      { kind: 'count', event: { kind: 'envelope.returned', reason: 'channel closed' }, times: 2 },
      { kind: 'count', event: { kind: 'envelope.delivered' }, times: 7 },
    ],
  },
};
