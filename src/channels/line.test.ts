import { expect, test } from 'vitest';
import { NO_QUIRKS } from './envelope.ts';
import { Counting, TestWorld } from './layers.fixture.ts';
import type { Claim } from './line.ts';
import { ListShard } from './list-shard.ts';
import { LocalBuffers } from './local-buffers.ts';
import { SortedShard } from './sorted-shard.ts';

function lists(): {
  shard: ListShard<number>;
  send: (channel: string, message: number) => string;
  told: Counting;
  world: TestWorld;
} {
  const world = new TestWorld();
  const told = new Counting(world);
  const shard = new ListShard<number>(world, told);
  const send = (channel: string, message: number) => shard.send({ channel, message, capacity: 2 }, 60);
  return { shard, send, told, world };
}

function given(claim: Claim<number>): number | string {
  const { state } = claim;
  return state.kind === 'given' ? state.envelope.message : state.kind;
}

test('who has waited longest is served first, and what is handed over takes up no room', () => {
  const { send, shard } = lists();
  const first = shard.claim(['a', 'b'], {});
  const second = shard.claim(['b'], {});
  for (const message of [1, 2, 3, 4]) expect(send('b', message)).toBe('stored');
  expect(send('b', 5)).toBe('full');
  expect([given(first), given(second), shard.length('b')]).toEqual([1, 2, 2]);
});

test('a claim looks at its queues in their order, and waits for none if one has something', () => {
  const { send, shard } = lists();
  send('b', 1);
  send('a', 2);
  expect(given(shard.claim(['a', 'b'], {}))).toBe(2);
  expect(shard.length('b')).toBe(1);
});

test('who leaves stands in no line any more; what it was given is lost with it', () => {
  const { send, shard } = lists();
  const gone = shard.claim(['a'], {});
  gone.leave();
  const dying = shard.claim(['a'], {});
  const next = shard.claim(['a'], {});
  send('a', 1);
  dying.leave();
  send('a', 2);
  expect([given(gone), given(dying), given(next)]).toEqual(['over', 1, 2]);
});

test('a server that goes tells all who wait', () => {
  const { send, shard } = lists();
  const claim = shard.claim(['a'], {});
  let told = 0;
  claim.watch(() => told++);
  shard.disconnect();
  send('a', 1);
  expect([given(claim), told, shard.length('a')]).toEqual(['failed', 1, 1]);
});

test('a reader of Redis 4 that dies before its copy loses the message; after it, the next reader gets it again', () => {
  const world = new TestWorld();
  const told = new Counting(world);
  const shard = new SortedShard<number>(world, told, NO_QUIRKS);
  const take = (isAlive: boolean, isCopied: boolean): number | string => {
    const claim = shard.claim('a', {});
    claim.leave();
    if (isCopied && claim.state.kind === 'given') shard.copy('a', claim.state.envelope, () => isAlive);
    return given(claim);
  };
  for (const message of [1, 2, 3]) shard.send('a', { targets: ['a'], message, capacity: 9 }, 60);
  expect([take(false, false), take(false, true), take(true, true), take(true, true)]).toEqual([1, 2, 2, 3]);
  expect(told.counts).toMatchObject({ accepted: 4, delivered: 4 });
});

test('what is in flight has no time limit', () => {
  const world = new TestWorld();
  const shard = new SortedShard<number>(world, new Counting(world), NO_QUIRKS);
  shard.send('a', { targets: ['a'], message: 1, capacity: 9 }, 60);
  const claim = shard.claim('a', {});
  if (claim.state.kind === 'given') shard.copy('a', claim.state.envelope, () => false);
  world.pass(3600);
  expect(given(shard.claim('a', {}))).toBe(1);
});

test('the quirk random-ties: what is sent at one moment comes in any order, and what is sent later does not', () => {
  const orders = new Set<string>();
  for (let seed = 1; seed <= 20; seed++) {
    const world = new TestWorld(seed);
    const shard = new SortedShard<number>(world, new Counting(world), new Set(['random-ties']));
    const send = (message: number) => shard.send('a', { targets: ['a'], message, capacity: 9 }, 60);
    send(1);
    send(2);
    send(3);
    world.pass(1);
    send(4);
    orders.add([1, 2, 3, 4].map(() => given(shard.claim('a', {}))).join(''));
  }
  expect(orders.size).toBe(6);
  expect([...orders].every((order) => order.endsWith('4'))).toBe(true);
});

test('a buffer of 100 that is fed 10,000 messages keeps the last 100', () => {
  const buffers = new LocalBuffers<number>(100);
  let lost = 0;
  for (let message = 0; message < 10_000; message++) if (buffers.put('a', message) !== undefined) lost++;
  expect([lost, buffers.length('a'), buffers.take('a'), buffers.take('b')]).toEqual([9900, 100, 9900, undefined]);
});

test('statistics count what was stored and what was refused, and forget after an hour, or a day', () => {
  const { send, shard, world } = lists();
  for (const message of [1, 2, 3]) send('a', message);
  send('b', 4);
  const counts = (queue?: string) => [
    shard.statistics.of('messages_count', queue),
    shard.statistics.of('channel_full_count', queue),
  ];
  expect([counts('a'), counts('b'), counts()]).toEqual([
    [2, 1],
    [1, 0],
    [3, 1],
  ]);
  world.pass(3600);
  expect([counts('a'), counts()]).toEqual([
    [0, 0],
    [3, 1],
  ]);
});
