import { labScenario } from '../../lab/program.ts';
import { FIRST_SETTING } from '../../lab/setting.ts';
import type { Authored } from '../entry.ts';

const STARTS =
  'broker.1 |   ##  ##      RabbitMQ 3.10.8\nbroker.1 | \nbroker.1 |   Starting broker... completed with 0 plugins.\n';
const ONCE = [1, 2, 3].map((order) => `audit.1 | order ${order}: charged 1 times\n`).join('');

export const SCENARIO: Authored = {
  shelf: 'delivery',
  place: 190,
  title: 'The guarantee lab',
  text: 'Three orders, a worker that charges a card for each, and a book in which somebody reads afterwards how often. Under "Guarantees" something is killed at every point of this run where it matters, one run for each, and what became of the orders is counted. Then flip a switch, or take another broker: nothing is lost when it is acknowledged late, and then something is charged twice; only an idempotent task makes once of it.',
  files: labScenario(FIRST_SETTING).files,
  moments: [
    {
      name: 'acknowledged',
      anchor: '4203 worker.1#1:suspend+15',
      text: 'Order 2 begins, and the broker forgets its message. From now on there is one copy of the order, in the worker.',
      shows: { kind: 'envelope.began', envelope: 2 },
    },
    {
      name: 'charged',
      anchor: '4203 worker.1#2:suspend+12',
      text: 'The card is charged, and the worker has not yet said that it is done.',
      shows: { kind: 'celeryTask.changed', state: 'SUCCESS' },
    },
  ],
  telling: 'acknowledged',
  claims: ['L2', 'L3'],
  misconceptions: [],
  questions: [
    {
      at: 'acknowledged',
      kind: 'free',
      prompt: 'The worker is killed here and replaced half a second later. What becomes of order 2?',
      because:
        'It is lost. Celery acknowledges early unless it is told otherwise: the broker has nothing to give to the next worker.',
    },
    {
      at: 'charged',
      kind: 'free',
      prompt: 'With late acknowledgement, what becomes of order 2 if the worker is killed here?',
      because:
        'It is charged twice. The broker only knows that nobody has acknowledged the message. At least once is all that can be guaranteed; the task itself must not mind.',
    },
  ],
  changeOneThing: {
    text: 'Let a charge take two seconds.',
    find: 'time.sleep(1)',
    replace: 'time.sleep(2)',
    stdout: `${STARTS}${ONCE}`,
  },
  sources: [
    'Celery documentation: Tasks, Should I use retry or acks_late?',
    'RabbitMQ documentation: Reliability Guide',
  ],
  check: {
    stdout: `${STARTS}${ONCE}`,
    ending: { kind: 'completed' },
    stderr: ['order 1: charged'],
    facts: [{ kind: 'count', event: { kind: 'envelope.acked' }, times: 3 }],
  },
};
