import { expect, test } from 'vitest';
import { Lab, textOf } from './broker.fixture.ts';
import { headersOf } from './routing.ts';

function labWith(...bodies: readonly string[]) {
  const lab = new Lab();
  const client = lab.client();
  client.queue('q');
  for (const body of bodies) client.publish('', 'q', body);
  return { lab, client };
}

const TEN = '1 2 3 4 5 6 7 8 9 10'.split(' ');

test('S48 prefetch: two each in turn, one more for each acknowledged, and what a closed channel had comes first again', () => {
  const { client, lab } = labWith();
  const [c1, c2] = [lab.client(), lab.client()];
  c1.consume('q', 2);
  c2.consume('q', 2);
  for (const body of TEN) client.publish('', 'q', body);
  expect([c1.delivered(), c2.delivered(), lab.counts('q')]).toEqual(['1 3', '2 4', '6 + 4']);
  c1.channel().ack(1, false);
  expect([c1.delivered(), lab.counts('q')]).toEqual(['1 3 5', '5 + 4']);
  c1.connection.closeChannel(1);
  expect(lab.counts('q')).toBe('7 + 2');
  c2.channel().ack(2, true);
  expect(c2.delivered()).toBe('2 4 3! 5!');
  expect(lab.ready('q')).toBe('6 7 8 9 10');
});

test('who consumes first gets as much as its prefetch allows', () => {
  const { lab } = labWith(...TEN);
  const [c1, c2] = [lab.client(), lab.client()];
  c1.consume('q', 2);
  c2.consume('q', 2);
  expect([c1.delivered(), c2.delivered()]).toEqual(['1 2', '3 4']);
});

test('a prefetch for the whole channel holds for its consumers together', () => {
  const { client, lab } = labWith('1', '2', '3', '4');
  client.queue('r');
  for (const body of ['5', '6']) client.publish('', 'r', body);
  client.channel().qos(3, true);
  client.consume('r');
  client.consume('q');
  expect([client.delivered(), lab.counts('q')]).toEqual(['5 6 1', '3 + 1']);
});

test('what is given back stands where it stood', () => {
  const { client, lab } = labWith('1', '2', '3', '4');
  for (const _ of '123') client.get('q');
  client.channel().nack(2, false, true);
  expect(lab.ready('q')).toBe('2! 4');
  client.connection.closeChannel(1);
  expect(lab.ready('q')).toBe('1! 2! 3! 4');
});

test('cancelling a consumer leaves it what it has', () => {
  const { client, lab } = labWith('1', '2');
  client.channel().cancel(client.consume('q', 1));
  expect(lab.counts('q')).toBe('1 + 1');
});

test('with automatic acknowledgement nothing is kept', () => {
  const { client, lab } = labWith('1', '2');
  client.consume('q', 1, true);
  expect([client.delivered(), lab.counts('q')]).toEqual(['1 2', '0 + 0']);
});

test('S34 a broker that comes again has the persistent messages of durable queues', () => {
  const { client, lab } = labWith('delivered', 'ready');
  client.get('q');
  client.publish('', 'q', 'transient', { delivery_mode: 1 });
  client.queue('t', {}, false);
  client.publish('', 't', 'anything');
  lab.clock.advance(1);
  lab.broker.crash(true);
  expect([lab.ready('q'), lab.counts('t')]).toEqual(['delivered! ready', 'gone']);
  expect(client.heard.at(-1)).toEqual({ kind: 'lost' });
});

test('what is persistent and was not confirmed may be lost while it is not on disk', () => {
  const after = (seconds: number, isKilled: boolean, isConfirming: boolean) => {
    const { client, lab } = labWith();
    if (isConfirming) client.channel().confirmSelect();
    client.publish('', 'q', 'm');
    lab.clock.advance(seconds);
    lab.broker.crash(isKilled);
    return lab.ready('q');
  };
  expect([after(0.1, true, false), after(0.2, true, false)]).toEqual(['', 'm']);
  expect([after(0, false, false), after(0, true, true)]).toEqual(['m', 'm']);
});

test('S35 what goes nowhere is confirmed, after it is returned if that was asked for', () => {
  const { client } = labWith();
  client.channel().confirmSelect();
  client.publish('amq.direct', 'nowhere', 'm');
  client.publish('amq.direct', 'nowhere', 'm', { mandatory: true });
  expect(client.answers()).toEqual(['ack', 'return', 'ack']);
});

test('S35 a full queue that refuses is not confirmed', () => {
  const { client, lab } = labWith();
  client.channel().confirmSelect();
  client.queue('short', { 'x-max-length': 1, 'x-overflow': 'reject-publish' });
  client.publish('', 'short', '1');
  client.publish('', 'short', '2');
  expect([client.answers(), lab.ready('short')]).toEqual([['ack', 'nack'], '1']);
});

test('S35 an exchange that is not there ends the channel', () => {
  const { client } = labWith();
  client.publish('none', 'q', 'm');
  expect(client.answers()).toEqual(["404 NOT_FOUND - no exchange 'none' in vhost '/'"]);
  expect(client.connection.channel(1)).toBeUndefined();
});

const TO_DEAD = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead' };

function labWithDead(args: Readonly<Record<string, string | number>> = {}) {
  const lab = new Lab();
  const client = lab.client();
  client.queue('dead');
  client.queue('q', { ...TO_DEAD, ...args });
  return { lab, client };
}

/** `queue reason count` of what is found in the dead-letter queue. */
function deaths(client: ReturnType<Lab['client']>): readonly string[] {
  const found: string[] = [];
  for (let one = client.get('dead'); one !== null; one = client.get('dead')) {
    const all = headersOf(one.message.properties).get('x-death');
    const [death] = Array.isArray(all) ? all : [];
    const [queue, reason, count] = ['queue', 'reason', 'count'].map((key) => death.get(key));
    found.push(`${textOf(one.message)}: ${queue} ${reason} ${count}`);
  }
  return found;
}

test('S36 rejected, and not to come again: it goes to the dead letters', () => {
  const { client, lab } = labWithDead();
  client.publish('', 'q', 'm');
  client.get('q');
  client.channel().nack(1, false, false);
  expect([lab.counts('q'), deaths(client)]).toEqual(['0 + 0', ['m: q rejected 1']]);
});

test('S36 the oldest of too many die', () => {
  const { client, lab } = labWithDead({ 'x-max-length': 3 });
  for (const body of ['1', '2', '3', '4', '5']) client.publish('', 'q', body);
  expect([lab.ready('q'), deaths(client)]).toEqual(['3 4 5', ['1: q maxlen 1', '2: q maxlen 1']]);
});

test('S36 what is past its time is found only at the head', () => {
  const { client, lab } = labWithDead();
  client.publish('', 'q', 'A', { expiration: '3000' });
  client.publish('', 'q', 'B', { expiration: '200' });
  lab.clock.advance(2.9);
  expect([lab.ready('q'), lab.ready('dead')]).toEqual(['A B', '']);
  lab.clock.advance(3);
  expect([lab.ready('q'), deaths(client)]).toEqual(['', ['A: q expired 1', 'B: q expired 1']]);
});

test('S36 each in a queue of its own dies in time', () => {
  const { client, lab } = labWithDead({ 'x-message-ttl': 3000 });
  client.queue('short', { ...TO_DEAD, 'x-message-ttl': 200 });
  client.publish('', 'q', 'A');
  client.publish('', 'short', 'B');
  lab.clock.advance(0.2);
  expect(lab.ready('dead')).toBe('B');
  lab.clock.advance(3);
  expect(lab.ready('dead')).toBe('B A');
});

test('without time to wait a message is only for who takes it at once', () => {
  const { client, lab } = labWith();
  client.publish('', 'q', '1', { expiration: '0' });
  expect(lab.counts('q')).toBe('0 + 0');
  client.consume('q');
  client.publish('', 'q', '2', { expiration: '0' });
  expect(client.delivered()).toBe('2');
});

test('a queue that nobody uses goes, and what it had does not go to the dead letters', () => {
  const { client, lab } = labWithDead({ 'x-expires': 1000 });
  client.publish('', 'q', 'm');
  lab.clock.advance(0.9);
  client.queue('q', { ...TO_DEAD, 'x-expires': 1000 });
  lab.clock.advance(1.8);
  expect(lab.counts('q')).toBe('1 + 0');
  lab.clock.advance(1.9);
  expect([lab.counts('q'), lab.ready('dead')]).toEqual(['gone', '']);
});

test('a way round by time alone ends, one with a rejection goes on', () => {
  const lab = new Lab();
  const client = lab.client();
  client.queue('q', { 'x-message-ttl': 100, 'x-dead-letter-exchange': '' });
  client.publish('', 'q', 'm');
  lab.clock.advance(1);
  expect(lab.counts('q')).toBe('0 + 0');
  client.queue('r', { 'x-dead-letter-exchange': '' });
  client.publish('', 'r', 'm');
  client.get('r');
  client.channel().nack(1, false, false);
  expect(lab.counts('r')).toBe('1 + 0');
});

test('S37 a quorum queue gives up what comes back more often than its limit', () => {
  const { client, lab } = labWithDead({ 'x-queue-type': 'quorum', 'x-delivery-limit': 2 });
  client.publish('', 'q', 'm');
  const counts: unknown[] = [];
  for (let one = client.get('q'); one !== null; one = client.get('q')) {
    counts.push(headersOf(one.properties).get('x-delivery-count'));
    client.channel().nack(one.tag, false, true);
  }
  expect([counts, lab.ready('q'), deaths(client)]).toEqual([[0, 1, 2], '', ['m: q delivery_limit 1']]);
});

test('a consumer of a quorum queue is told how often a message came back, once it did', () => {
  const lab = new Lab();
  const client = lab.client();
  client.queue('q', { 'x-queue-type': 'quorum' });
  client.publish('', 'q', 'm');
  client.consume('q');
  client.channel().nack(1, false, true);
  const deliveries = client.heard.flatMap((event) => (event.kind === 'deliver' ? [event.delivery] : []));
  expect(deliveries.map(({ properties }) => headersOf(properties).get('x-delivery-count'))).toEqual([undefined, 1]);
});

test('S45 what is urgent goes first; what says nothing is least', () => {
  const lab = new Lab();
  const client = lab.client();
  const publishAll = (): void => {
    for (const priority of [0, null, 3, 5, 6, 9])
      client.publish('', 'q', `p${priority}`, priority === null ? {} : { priority });
  };
  client.queue('q', { 'x-max-priority': 10 });
  publishAll();
  expect(client.drain('q')).toBe('p9 p6 p5 p3 p0 pnull');
  client.consume('q', 6);
  publishAll();
  expect(client.delivered()).toBe('p0 pnull p3 p5 p6 p9');
});

test('above the highest priority all are equal', () => {
  const lab = new Lab();
  const client = lab.client();
  client.queue('q', { 'x-max-priority': 5 });
  for (const [body, priority] of Object.entries({ a: 0, b: 5, c: 2, d: 9, e: 5 }))
    client.publish('', 'q', body, { priority });
  expect(client.drain('q')).toBe('b d e c a');
});

test.each<[string, (client: ReturnType<Lab['client']>) => void]>([
  [
    "406 PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'q' in vhost '/': received 'false' but current is 'true'",
    (client) => client.queue('q', {}, false),
  ],
  [
    "406 PRECONDITION_FAILED - inequivalent arg 'x-message-ttl' for queue 'q' in vhost '/': received the value '1000' of type 'signedint' but current is none",
    (client) => client.queue('q', { 'x-message-ttl': 1000 }),
  ],
  [
    "406 PRECONDITION_FAILED - invalid arg 'x-message-ttl' for queue 'r' in vhost '/': {value_negative,-1}",
    (client) => client.queue('r', { 'x-message-ttl': -1 }),
  ],
  ["403 ACCESS_REFUSED - queue name 'amq.x' contains reserved prefix 'amq.*'", (client) => client.queue('amq.x')],
  ['403 ACCESS_REFUSED - operation not permitted on the default exchange', (client) => client.bind('q', '')],
  ["404 NOT_FOUND - no queue 'none' in vhost '/'", (client) => client.get('none')],
  ["503 COMMAND_INVALID - invalid exchange type 'odd'", (client) => client.exchange('e', 'odd')],
])('%s', (text, action) => {
  const { client } = labWith();
  expect(client.error(() => action(client))).toBe(text);
  expect(client.connection.channel(1)).toBeUndefined();
  expect(client.connection.isOpen).toBe(!text.startsWith('503'));
});

test('a tag that is not known, or no longer, ends the channel and gives all of it back', () => {
  const { client, lab } = labWith('1', '2');
  client.consume('q');
  client.connection.tell(1, (channel) => channel.ack(1, false));
  client.connection.tell(1, (channel) => channel.ack(1, false));
  expect(client.answers()).toEqual(['406 PRECONDITION_FAILED - unknown delivery tag 1']);
  expect(lab.ready('q')).toBe('2!');
});
