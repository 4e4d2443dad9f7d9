import { expect, test } from 'vitest';
import { bytes, testNetwork, text } from './agenda.fixture.ts';

const HERE = { family: 'inet', host: '127.0.0.1', port: 9999 } as const;

test('a datagram arrives whole, with the address it came from', () => {
  const { network } = testNetwork();
  const [server, client] = [network.datagram('inet'), network.datagram('inet')];
  server.bind(HERE);
  client.send(bytes('one'), HERE);
  client.send(bytes('two'), HERE);
  const first = server.receive();
  if (typeof first === 'string') throw new Error(first);
  expect(text(first.bytes)).toBe('one');
  expect(first.from).toEqual(client.local);
  expect(server.isReadable).toBe(true);
});

test('where nobody listens only a connected sender is told', () => {
  const { network, story } = testNetwork();
  const loose = network.datagram('inet');
  expect(loose.send(bytes('x'), HERE)).toBe(1);
  expect(loose.receive()).toBe('EAGAIN');
  const tied = network.datagram('inet');
  tied.connect(HERE);
  tied.send(bytes('x'), null);
  expect(tied.receive()).toBe('ECONNREFUSED');
  expect(story).toContain('dropped: nobody listens');
});

test('a datagram needs somewhere to go, and may not be too long', () => {
  const socket = testNetwork().network.datagram('inet');
  expect(socket.send(bytes('x'), null)).toBe('EDESTADDRREQ');
  expect(socket.send(new Uint8Array(70_000), HERE)).toBe('EMSGSIZE');
});

test('a pipe carries bytes one way until its writer closes', () => {
  const [reader, writer] = testNetwork().network.pipe();
  writer.send(bytes('abc'));
  expect(text(reader.receive(2))).toBe('ab');
  writer.close();
  expect(text(reader.receive(9))).toBe('c');
  expect(text(reader.receive(9))).toBe('');
});

test('who writes into a pipe that nobody reads is told', () => {
  const [reader, writer] = testNetwork().network.pipe();
  reader.close();
  expect(writer.send(bytes('abc'))).toBe('EPIPE');
});
