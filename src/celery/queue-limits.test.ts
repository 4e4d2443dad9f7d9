/** What limits a queue, and what its dead letters say: a row for each way, beside the scenarios of broker.test.ts. */
import { expect, test } from 'vitest';
import { type Client, Lab, type Options, textOf } from './broker.fixture.ts';
import { headersOf } from './routing.ts';

const TO_DEAD = { 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead' };

function labWith(args: Options) {
  const lab = new Lab();
  const client = lab.client();
  client.queue('dead');
  client.queue('q', args);
  client.channel().confirmSelect();
  return { lab, client };
}

function publishAll(client: Client, ...bodies: readonly string[]): void {
  for (const body of bodies) client.publish('', 'q', body);
}

test.each<[Options, string, string, readonly string[]]>([
  [{}, '2 3', '', ['ack', 'ack', 'ack']],
  [{ 'x-overflow': 'drop-head', ...TO_DEAD }, '2 3', '1', ['ack', 'ack', 'ack']],
  [{ 'x-overflow': 'reject-publish' }, '1 2', '', ['ack', 'ack', 'nack']],
  [{ 'x-overflow': 'reject-publish', ...TO_DEAD }, '1 2', '', ['ack', 'ack', 'nack']],
  [{ 'x-overflow': 'reject-publish-dlx', ...TO_DEAD }, '1 2', '3', ['ack', 'ack', 'nack']],
])('three messages for a queue of two, %j: it has %s, the dead letters %j', (args, ready, dead, answers) => {
  const { client, lab } = labWith({ 'x-max-length': 2, ...args });
  publishAll(client, '1', '2', '3');
  expect([lab.ready('q'), lab.ready('dead'), client.answers()]).toEqual([ready, dead, answers]);
});

test('a limit counts what is ready, and not what somebody has', () => {
  const { client, lab } = labWith({ 'x-max-length': 2, ...TO_DEAD });
  publishAll(client, '1', '2');
  client.get('q');
  publishAll(client, '3');
  expect([lab.ready('q'), lab.ready('dead')]).toEqual(['2 3', '']);
  client.connection.closeChannel(1);
  expect([lab.ready('q'), lab.ready('dead')]).toEqual(['2 3', '1']);
});

test('a limit of bytes', () => {
  const { client, lab } = labWith({ 'x-max-length-bytes': 5, ...TO_DEAD });
  publishAll(client, 'aaa', 'bb', 'c');
  expect([lab.ready('q'), lab.ready('dead')]).toEqual(['bb c', 'aaa']);
});

test.each<[Options, Options, number]>([
  [{ 'x-message-ttl': 300 }, {}, 0.3],
  [{}, { expiration: '300' }, 0.3],
  [{ 'x-message-ttl': 300 }, { expiration: '200' }, 0.2],
  [{ 'x-message-ttl': 200 }, { expiration: '300' }, 0.2],
])('a queue with %j and a message with %j: it dies after %s s', (args, properties, seconds) => {
  const { client, lab } = labWith({ ...args, ...TO_DEAD });
  client.publish('', 'q', 'm', properties);
  lab.clock.advance(seconds - 0.01);
  expect(lab.ready('q')).toBe('m');
  lab.clock.advance(seconds);
  expect([lab.ready('q'), lab.ready('dead')]).toEqual(['', 'm']);
});

test('the time of a message goes on while somebody has it', () => {
  const { client, lab } = labWith({ 'x-message-ttl': 300, ...TO_DEAD });
  publishAll(client, 'm');
  client.get('q');
  lab.clock.advance(1);
  expect(lab.counts('q')).toBe('0 + 1');
  client.channel().nack(1, false, true);
  expect([lab.counts('q'), lab.ready('dead')]).toEqual(['0 + 0', 'm']);
});

test('equal priorities are first in, first out; none is least; above the highest all are equal', () => {
  const { client } = labWith({ 'x-max-priority': 5 });
  for (const [body, priority] of [
    ['p0', 0],
    ['p5', 5],
    ['p2', 2],
    ['none', null],
    ['p9', 9],
    ['p5 again', 5],
  ] as const)
    client.publish('', 'q', body, priority === null ? {} : { priority });
  expect(client.drain('q')).toBe('p5 p9 p5 again p2 p0 none');
});

/** `queue reason count` of each death, the newest first. */
function deathsOf(client: Client): readonly string[] {
  const found = client.get('dead');
  const all = found === null ? [] : headersOf(found.message.properties).get('x-death');
  const deaths = Array.isArray(all) ? all : [];
  return deaths.map((death) => ['queue', 'reason', 'count'].map((key) => death.get(key)).join(' '));
}

test('a dead letter keeps its key unless its queue names another, and has no time to live any more', () => {
  const { client, lab } = labWith({ 'x-message-ttl': 100, 'x-dead-letter-exchange': 'amq.direct' });
  client.bind('dead', 'amq.direct', 'q');
  client.publish('', 'q', 'm', { expiration: '50' });
  lab.clock.advance(1);
  const found = client.get('dead');
  expect(found && [textOf(found.message), found.message.routingKey, found.properties.has('expiration')]).toEqual([
    'm',
    'q',
    false,
  ]);
});

test('dead letters without an exchange that is there are gone', () => {
  const { client, lab } = labWith({ 'x-message-ttl': 100, 'x-dead-letter-exchange': 'none' });
  publishAll(client, 'm');
  lab.clock.advance(1);
  expect([lab.counts('q'), lab.counts('dead')]).toEqual(['0 + 0', '0 + 0']);
});

test('it says where it died and why, newest first, and how often there', () => {
  const { client, lab } = labWith({ 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'again' });
  client.queue('again', { 'x-message-ttl': 100, 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'q' });
  publishAll(client, 'm');
  const reject = (): void => client.channel().nack(client.get('q')?.tag ?? 0, false, false);
  reject();
  lab.clock.advance(0.1);
  reject();
  lab.clock.advance(0.2);
  const found = client.get('q');
  client.publish('', 'dead', 'm', { headers: found === null ? new Map() : headersOf(found.message.properties) });
  expect(deathsOf(client)).toEqual(['again expired 2', 'q rejected 2']);
});

test.each([
  ['amq.direct', 'k', 'k', 1],
  ['amq.direct', 'k', 'other', 0],
  ['amq.fanout', 'k', 'other', 1],
  ['amq.topic', 'a.*', 'a.b', 1],
  ['amq.topic', 'a.*', 'a', 0],
])('%s bound with %s gives a message with the key %s to %i queue', (exchange, bound, key, count) => {
  const { client, lab } = labWith({});
  client.bind('q', exchange, bound);
  client.publish(exchange, key, 'm');
  expect(lab.counts('q')).toBe(`${count} + 0`);
});
