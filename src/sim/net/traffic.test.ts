import { expect, test } from 'vitest';
import { bytes, testNetwork, text } from './agenda.fixture.ts';

const HERE = { family: 'inet', host: '127.0.0.1', port: 8888 } as const;
const THERE = { family: 'inet', host: '93.184.216.34', port: 7 } as const;
const quietly = (): void => undefined;

/** A connection with the echo service of a host out there, opened, and nothing on its way. */
function echo() {
  const made = testNetwork();
  const socket = made.network.stream('inet');
  socket.connect(THERE);
  made.agenda.run();
  return { ...made, socket, open: made.agenda.now() };
}

function local() {
  const made = testNetwork();
  const listener = made.network.stream('inet');
  listener.bind(HERE);
  listener.listen(5);
  return { ...made, listener, client: made.network.stream('inet') };
}

test('over a link that is cut nothing arrives until it is healed, and then all does, in order', () => {
  const { agenda, client, listener, network } = local();
  client.connect(HERE);
  const server = listener.accept();
  if (typeof server === 'string') return expect.fail(server);
  expect(network.traffic.cut('localhost', '127.0.0.1:8888', quietly)).toBe(true);
  expect(network.traffic.cut('127.0.0.1:8888', 'localhost', quietly)).toBe(false);
  client.send(bytes('one '));
  client.send(bytes('two'));
  client.shutdown('write');
  server.send(bytes('back'));
  agenda.run(10);
  expect([server.receive(99), client.receive(99)]).toEqual(['EAGAIN', 'EAGAIN']);
  expect(network.traffic.heal('localhost', '127.0.0.1:8888', quietly)).toBe(true);
  agenda.run();
  expect([text(server.receive(99)), text(server.receive(99)), text(client.receive(99))]).toEqual([
    'one two',
    '',
    'back',
  ]);
  expect(agenda.now()).toBeCloseTo(10.2);
  expect(network.traffic.heal('localhost', '127.0.0.1:8888', quietly)).toBe(false);
});

test('a connection over a link that is cut comes when it is healed in time, and is given up otherwise', () => {
  const { agenda, client, network } = local();
  network.traffic.cut('localhost', 'localhost', quietly);
  client.connect(HERE);
  agenda.run(4);
  expect(client.isConnecting).toBe(true);
  network.traffic.heal('localhost', 'localhost', quietly);
  agenda.run(8);
  expect(client.isConnected).toBe(true);
  const other = network.stream('inet');
  network.traffic.cut('localhost', 'localhost', quietly);
  other.connect(HERE);
  agenda.run();
  expect(other.takeFault()).toBe('ETIMEDOUT');
});

test('a message that TCP loses is sent again, and one that is delayed holds up what was sent after it', () => {
  const plain = echo();
  plain.socket.send(bytes('hello'));
  plain.agenda.run();
  const usual = plain.agenda.now() - plain.open;
  const lost = echo();
  lost.socket.send(bytes('hello'));
  expect(lost.network.traffic.lose(1, quietly)).toBe(true);
  lost.agenda.run();
  expect(text(lost.socket.receive(99))).toBe('hello');
  expect(lost.agenda.now() - lost.open).toBeGreaterThan(usual + 0.19);
  const late = echo();
  late.socket.send(bytes('first '));
  late.socket.send(bytes('second'));
  expect(late.network.traffic.delay(1, 5, quietly)).toBe(true);
  late.agenda.run(late.open + 5);
  expect(late.socket.receive(99)).toBe('EAGAIN');
  late.agenda.run();
  expect(text(late.socket.receive(99))).toBe('first second');
  expect(late.network.traffic.lose(1, quietly)).toBe(false);
});

test('a datagram that is lost or meets a cut link is gone', () => {
  const { agenda, network, story } = testNetwork();
  const socket = network.datagram('inet');
  socket.send(bytes('x'), THERE);
  expect(network.traffic.delay(1, 2, quietly)).toBe(true);
  expect(network.traffic.lose(1, quietly)).toBe(true);
  const here = network.datagram('inet');
  here.bind(HERE);
  network.traffic.cut('localhost', '127.0.0.1:8888', quietly);
  socket.send(bytes('y'), HERE);
  agenda.run();
  expect(here.receive()).toBe('EAGAIN');
  expect(story.filter((line) => line.startsWith('dropped'))).toEqual(['dropped: lost', 'dropped: the link is cut']);
});
