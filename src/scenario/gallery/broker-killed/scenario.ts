import type { Authored } from '../entry.ts';
import { RABBIT_STARTS } from '../rabbit.ts';
import main from './main.py?raw';
import procfile from './Procfile?raw';

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 100,
  title: 'What survives the death of the broker',
  text: 'The broker is killed, and started again. A message survives if it was persistent and its queue durable, and both are needed: the transient one is gone from a queue that is still there, and the queue that was not durable is gone with all it held. A message that somebody held without having acknowledged it is ready again, marked as delivered before.',
  files: [
    { name: 'main.py', text: main },
    { name: 'Procfile', text: procfile },
  ],
  interventions: [
    { kind: 'signal', process: 'rabbit.1', signal: 'SIGKILL', timeUs: 2_000_000 },
    { kind: 'restart', process: 'rabbit.1', timeUs: 3_000_000 },
  ],
  moments: [
    {
      name: 'four messages',
      anchor: '4203 main.1#1:suspend+23',
      text: 'One is in the hands of a client, three are ready.',
      shows: { kind: 'envelope.delivered', envelope: 1 },
    },
    {
      name: 'killed',
      anchor: '4202 rabbit.1#1:finish+7',
      text: 'The broker is gone. Whatever was on its disk is still there.',
      shows: { kind: 'process.ended', process: 'rabbit.1', status: -9 },
    },
    {
      name: 'again',
      anchor: 'MainThread#2:suspend+4',
      text: 'Of four messages two have come back.',
      shows: { kind: 'process.restarted', process: 'rabbit.1' },
    },
  ],
  telling: 'again',
  claims: [],
  misconceptions: [],
  questions: [
    {
      at: 'four messages',
      kind: 'free',
      prompt: 'The broker will be killed. Which of the four will be there when it comes back?',
      because: 'Those that were persistent in a durable queue: two. It does not matter that one had been delivered.',
    },
    {
      at: 'again',
      kind: 'free',
      prompt: 'What could still be lost, though it was persistent and its queue durable?',
      because:
        'What had not reached the disk yet. Who wants to know asks for confirms: they come when the message is on disk.',
    },
  ],
  changeOneThing: {
    text: 'Make the third message persistent, too.',
    find: "'transient')",
    replace: "'transient', persistent)",
    stdout: `${RABBIT_STARTS}${RABBIT_STARTS}main.1 | in somebody's hands (delivered before)\nmain.1 | ready \nmain.1 | transient \nmain.1 | (404, "NOT_FOUND - no queue 'passing' in vhost '/'")\n`,
  },
  sources: ['RabbitMQ documentation: Reliability Guide', 'RabbitMQ documentation: Queues, Durability'],
  check: {
    stdout: `${RABBIT_STARTS}${RABBIT_STARTS}main.1 | in somebody's hands (delivered before)\nmain.1 | ready \nmain.1 | (404, "NOT_FOUND - no queue 'passing' in vhost '/'")\n`,
    ending: { kind: 'completed' },
    stderr: [],
    facts: [],
  },
};
