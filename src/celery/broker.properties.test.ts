/** Invariants U8 to U10: whatever is done to a broker, also if it ends in between, no copy is lost from the books. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lab, type Options } from './broker.fixture.ts';
import type { BrokerQueue, Stored } from './broker-queue.ts';
import type { Consumer } from './channel.ts';

class Books {
  readonly stored: Map<BrokerQueue, number> = new Map();
  readonly over: Map<BrokerQueue, number> = new Map();
  readonly delivered: Set<Stored> = new Set();

  told() {
    const count = (map: Map<BrokerQueue, number>, queue: BrokerQueue): void => {
      map.set(queue, (map.get(queue) ?? 0) + 1);
    };
    const over = ({ body }: { body: Stored }): void => count(this.over, body.queue);
    return {
      stored: (queue: BrokerQueue) => count(this.stored, queue),
      delivered: ({ body, isRedelivered }: { body: Stored; isRedelivered: boolean }) => {
        // U10
        expect(!isRedelivered || this.delivered.has(body)).toBe(true);
        this.delivered.add(body);
      },
      acked: over,
      died: over,
      removed: over,
    };
  }

  check(lab: Lab): void {
    for (const queue of lab.broker.host.queues()) {
      const { readyCount, unackedCount } = queue;
      // U8
      expect(readyCount + unackedCount + (this.over.get(queue) ?? 0)).toBe(this.stored.get(queue) ?? 0);
      for (const consumer of queue.consumers()) this.#checkPrefetch(consumer);
      const { maxLength, overflow } = queue.init.limits;
      if (overflow === 'drop-head') expect(readyCount).toBeLessThanOrEqual(maxLength);
    }
  }

  /** U9 */
  #checkPrefetch({ init: { prefetch }, unacked }: Consumer): void {
    if (prefetch > 0) expect(unacked).toBeLessThanOrEqual(prefetch);
  }
}

const QUEUES: Readonly<Record<string, Options>> = {
  plain: {},
  short: { 'x-max-length': 2, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'plain' },
  stern: { 'x-max-length': 2, 'x-overflow': 'reject-publish-dlx', 'x-dead-letter-exchange': 'amq.fanout' },
  timed: { 'x-message-ttl': 500, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'short' },
  urgent: { 'x-max-priority': 3 },
  quorum: { 'x-queue-type': 'quorum', 'x-delivery-limit': 1, 'x-dead-letter-exchange': '' },
};
const NAMES = Object.keys(QUEUES);

const step = fc.record({
  deed: fc.constantFrom(
    'publish',
    'publish',
    'publish',
    'consume',
    'get',
    'ack',
    'nack',
    'reject',
    'discard',
    'close',
    'cancel',
    'wait',
    'purge',
    'crash',
  ),
  queue: fc.constantFrom(...NAMES),
  client: fc.nat({ max: 1 }),
  number: fc.nat({ max: 4 }),
});

test('U8, U9, U10 hold after every step, whatever the steps are', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const books = new Books();
      const lab = new Lab(books.told());
      const clients = [lab.client(), lab.client()];
      for (const [name, args] of Object.entries(QUEUES)) clients[0]?.queue(name, args);
      clients[0]?.bind('plain', 'amq.fanout');
      for (const one of steps) {
        perform(lab, clients, one);
        books.check(lab);
      }
    }),
    { numRuns: 300 },
  );
});

function perform(
  lab: Lab,
  clients: ReturnType<Lab['client']>[],
  one: typeof step extends fc.Arbitrary<infer T> ? T : never,
): void {
  const { deed, number, queue } = one;
  const client = clients[one.client] ?? lab.client();
  client.channel();
  const tell = client.connection.tell.bind(client.connection, 1);
  switch (deed) {
    case 'publish':
      return client.publish('', queue, 'm', { priority: number, delivery_mode: 1 + (number % 2) });
    case 'consume':
      return void client.consume(queue, number);
    case 'get':
      return void client.get(queue);
    case 'ack':
      return tell((channel) => channel.ack(number, number % 2 === 0));
    case 'nack':
      return tell((channel) => channel.nack(number, true, true));
    case 'reject':
      return tell((channel) => channel.nack(number, false, true));
    case 'discard':
      return tell((channel) => channel.nack(number, false, false));
    case 'close':
      return client.connection.closeChannel(1);
    case 'cancel':
      return client.channel().endConsumers();
    case 'wait':
      return lab.clock.advance(lab.clock.now() + number / 5);
    case 'purge':
      return void lab.broker.host
        .queues()
        .find(({ name }) => name === queue)
        ?.purge();
    default:
      lab.broker.crash(number % 2 === 0);
      clients.splice(0, 2, lab.client(), lab.client());
  }
}
