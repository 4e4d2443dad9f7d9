import { expect, test } from 'vitest';
import { DEFAULT_NETWORK, type HostPlan } from '../../lib/network-plan.ts';
import { bytes, testNetwork, text } from './agenda.fixture.ts';
import type { StreamSocket } from './stream-socket.ts';

const HERE = { family: 'inet', host: '127.0.0.1', port: 8888 } as const;

function connected(): { client: StreamSocket; server: StreamSocket; story: readonly string[] } {
  const { network, story } = testNetwork();
  const listener = network.stream('inet');
  expect(listener.bind(HERE)).toBeNull();
  expect(listener.listen(5)).toBeNull();
  const client = network.stream('inet');
  expect(client.connect(HERE)).toBe('EINPROGRESS');
  const server = listener.accept();
  if (typeof server === 'string') throw new Error(server);
  return { client, server, story };
}

test('on one computer a connection is there as soon as it was asked for', () => {
  const { client, server } = connected();
  expect(client.isConnected).toBe(true);
  expect(client.send(bytes('hello'))).toBe(5);
  expect(server.isReadable).toBe(true);
  expect(text(server.receive(3))).toBe('hel');
  expect(text(server.receive(9))).toBe('lo');
  expect(server.receive(9)).toBe('EAGAIN');
  expect(client.local).toEqual(server.remote);
});

test('after one side has closed, the other reads what is left and then the end', () => {
  const { client, server } = connected();
  client.send(bytes('bye'));
  client.close();
  expect(text(server.receive(9))).toBe('bye');
  expect(text(server.receive(9))).toBe('');
  expect(server.send(bytes('too late'))).toBe(8);
  expect(server.send(bytes('again'))).toBe('EPIPE');
});

test('half a connection can be closed', () => {
  const { client, server, story } = connected();
  expect(client.shutdown('write')).toBeNull();
  expect(text(server.receive(1))).toBe('');
  server.send(bytes('answer'));
  expect(text(client.receive(99))).toBe('answer');
  expect(client.send(bytes('x'))).toBe('EPIPE');
  expect(story).toContain('1 half >');
});

test('who closes without having read all resets the connection', () => {
  const { client, server } = connected();
  client.send(bytes('unread'));
  server.close();
  expect(client.receive(9)).toBe('ECONNRESET');
  expect(text(client.receive(9))).toBe('');
  expect(client.send(bytes('x'))).toBe('EPIPE');
});

test('where nobody listens a connection is refused, and can be tried again', () => {
  const { network, story } = testNetwork();
  const client = network.stream('inet');
  expect(client.connect(HERE)).toBe('EINPROGRESS');
  expect(client.isWritable).toBe(true);
  expect(client.takeFault()).toBe('ECONNREFUSED');
  expect(client.takeFault()).toBeNull();
  expect(story).toEqual(['1 asks localhost', '1 connection refused']);
});

test('a port is taken by one socket, and free again after it has closed', () => {
  const { network } = testNetwork();
  const [first, second, third] = [network.stream('inet'), network.stream('inet'), network.stream('inet')];
  expect(first.bind(HERE)).toBeNull();
  expect(second.bind({ ...HERE, host: '0.0.0.0' })).toBe('EADDRINUSE');
  first.close();
  expect(third.bind(HERE)).toBeNull();
  expect(third.bind(HERE)).toBe('EINVAL');
  expect(network.stream('inet').bind({ ...HERE, host: '8.8.8.8' })).toBe('EADDRNOTAVAIL');
});

test('a backlog that is full makes callers wait, not fail', () => {
  const { network, agenda } = testNetwork();
  const listener = network.stream('inet');
  listener.bind(HERE);
  listener.listen(0);
  const callers = [network.stream('inet'), network.stream('inet')];
  for (const caller of callers) caller.connect(HERE);
  expect(callers.map((caller) => caller.isConnected)).toEqual([true, false]);
  listener.accept();
  agenda.run(1.5);
  expect(callers.map((caller) => caller.isConnected)).toEqual([true, true]);
});

test('a sender that is faster than its reader has to wait', () => {
  const { client, server } = connected();
  const sent = client.send(new Uint8Array(1_000_000));
  expect(sent).toBeLessThan(1_000_000);
  expect(client.send(new Uint8Array(1))).toBe('EAGAIN');
  expect(client.isWritable).toBe(false);
  let wasTold = false;
  client.watch(() => {
    wasTold = true;
  });
  server.receive(1_000_000);
  expect(wasTold).toBe(true);
  expect(client.isWritable).toBe(true);
});

test('Unix sockets are found by their path', () => {
  const { network } = testNetwork();
  const address = { family: 'unix', path: '/tmp/s' } as const;
  expect(network.stream('unix').connect(address)).toBe('ENOENT');
  const listener = network.stream('unix');
  listener.bind(address);
  expect(network.stream('unix').connect(address)).toBe('ECONNREFUSED');
  listener.listen(1);
  expect(network.stream('unix').connect(address)).toBeNull();
});

test('a pair is connected from the beginning', () => {
  const [a, b] = testNetwork().network.streamPair();
  a.send(bytes('x'));
  expect(text(b.receive(9))).toBe('x');
  b.close();
  expect(a.send(bytes('y'))).toBe('EPIPE');
});

const host = (state: HostPlan['state']): HostPlan => ({ name: 'far.example.com', state, latencyMs: 100, pages: [] });

function call(state: HostPlan['state']): { client: StreamSocket; run: (until?: number) => void; now: () => number } {
  const { network, agenda } = testNetwork({ ...DEFAULT_NETWORK, jitterMs: 0, hosts: [host(state)] });
  const { addresses } = network.lookUp('far.example.com');
  const client = network.stream('inet');
  client.connect({ family: 'inet', host: addresses[0] ?? '', port: 80 });
  return { client, run: (until) => agenda.run(until), now: () => agenda.now() };
}

test('a connection to a far host takes the way there and back', () => {
  const { client, run, now } = call('up');
  run(0.19);
  expect(client.isConnecting).toBe(true);
  run(0.21);
  expect(client.isConnected).toBe(true);
  expect(now()).toBeCloseTo(0.21);
});

test('a host that refuses says so after the way there and back, a silent one never', () => {
  const refused = call('refuses');
  refused.run(0.21);
  expect(refused.client.takeFault()).toBe('ECONNREFUSED');
  const silent = call('silent');
  silent.run(100);
  expect(silent.client.isConnecting).toBe(true);
  silent.run(130);
  expect(silent.client.takeFault()).toBe('ETIMEDOUT');
});

test('a name that DNS does not know has no address', () => {
  const { network } = testNetwork({ ...DEFAULT_NETWORK, hosts: [{ ...host('unknown'), name: 'gone.example.com' }] });
  expect(network.lookUp('gone.example.com').addresses).toEqual([]);
  expect(network.lookUp('name.invalid').addresses).toEqual([]);
  expect(network.lookUp('localhost').addresses).toEqual(['127.0.0.1']);
  expect(network.lookUp('python.org').addresses).toEqual(network.lookUp('python.org').addresses);
});
