/** What every layer does with queues, capacities, time and groups: asgiref's conformance suite, restated, without names and Python. */
import { describe, expect, test } from 'vitest';
import { NAMES, type Subject, subject } from './layers.fixture.ts';

/** Longer than a message lives. */
const DELAY = 1.1;

/** As often as there are shards: a reader looks at one after the other. */
function received(of: Subject, ...queues: string[]): string | null {
  for (let tried = 0; tried < of.tries; tried++) {
    const envelope = of.receive(queues);
    if (envelope !== null) return `${envelope.channel} ${envelope.message}`;
  }
  return null;
}

function all(of: Subject, ...queues: string[]): string[] {
  const found: string[] = [];
  for (let next = received(of, ...queues); next !== null; next = received(of, ...queues)) found.push(next);
  return found;
}

describe.each(NAMES)('%s', (name) => {
  test('each message is received once, and only from its channel', () => {
    const layer = subject(name);
    for (const message of [1, 2, 3]) layer.send('main', message);
    layer.send('other', 4);
    expect(all(layer, 'main').sort()).toEqual(['main 1', 'main 2', 'main 3']);
    expect(received(layer, 'main', 'other')).toBe('other 4');
    expect(received(layer, 'main', 'other')).toBeNull();
  });

  test('U4: channels of a process are read in the order in which they were sent to, by their whole names', () => {
    const layer = subject(name);
    layer.send('proc!a', 1);
    layer.send('proc!a', 2);
    layer.send('proc!b', 3);
    expect(all(layer, 'proc!')).toEqual(['proc!a 1', 'proc!a 2', 'proc!b 3']);
  });

  test('U6: a message that nobody has read in time is gone', () => {
    const layer = subject(name);
    layer.send('main', 1);
    layer.world.pass(DELAY);
    expect(received(layer, 'main')).toBeNull();
    expect(layer.told.counts).toMatchObject({ accepted: 1, expired: 1, delivered: 0 });
  });

  test('U7: one more than fits is refused', () => {
    const layer = subject(name);
    const sends = Array.from({ length: 6 * layer.tries }, (_, message) => layer.send('main', message));
    expect(sends.filter((sent) => sent === 'full')).toHaveLength(layer.tries);
    expect(layer.send('elsewhere', 1)).toBe('stored');
  });

  test('U7: channels of one process share its capacity, but in memory in Channels 4', () => {
    const layer = subject(name);
    for (let message = 0; message < 5; message++) expect(layer.send(`proc!${message}`, message)).toBe('stored');
    expect(layer.send('proc!final', 5)).toBe(layer.sharesCapacity ? 'full' : 'stored');
  });

  test('a group has those who were added and not discarded, each once', () => {
    const layer = subject(name);
    for (const channel of ['one', 'two', 'one', 'three']) layer.groupAdd('all', channel);
    layer.groupDiscard('all', 'three');
    layer.groupDiscard('all', 'nobody');
    layer.sendGroup('all', 7);
    // A group's copy is at the place of its name with shards of today, and a reader goes round them.
    expect([received(layer, 'one'), received(layer, 'two'), received(layer, 'three')]).toEqual([
      'one 7',
      'two 7',
      null,
    ]);
  });

  test('members that are channels of one process get what they are to get', () => {
    const layer = subject(name);
    for (const channel of ['proc!a', 'proc!b', 'proc!c']) layer.groupAdd('all', channel);
    layer.groupDiscard('all', 'proc!b');
    layer.sendGroup('all', 7);
    const isOneCopy = name.startsWith('Redis 4');
    expect(all(layer, 'proc!')).toEqual(isOneCopy ? ['proc!a 7'] : ['proc!a 7', 'proc!c 7']);
  });

  test('U5: a group that is full drops copies and says nothing', () => {
    const layer = subject(name);
    layer.groupAdd('all', 'main');
    for (let message = 0; message < 6 * layer.tries; message++) layer.sendGroup('all', message);
    expect(layer.told.counts.accepted).toBeGreaterThanOrEqual(5);
    expect(layer.told.counts.refused).toBeGreaterThanOrEqual(1);
  });

  test('a membership is over after its time', () => {
    const layer = subject(name);
    layer.groupAdd('all', 'main');
    layer.world.pass(3);
    layer.sendGroup('all', 1);
    expect(received(layer, 'main')).toBeNull();
  });

  test('who is added again stays for as long once more', () => {
    const layer = subject(name);
    layer.groupAdd('all', 'main');
    layer.world.pass(1.5);
    layer.groupAdd('all', 'main');
    layer.world.pass(1.4);
    layer.sendGroup('all', 1);
    expect(received(layer, 'main')).toBe('main 1');
  });

  test('flush forgets messages and groups', () => {
    const layer = subject(name);
    layer.groupAdd('all', 'main');
    layer.send('main', 1);
    layer.flush();
    layer.sendGroup('all', 2);
    expect(received(layer, 'main')).toBeNull();
    expect(layer.told.counts).toMatchObject({ accepted: 1, flushed: 1, delivered: 0 });
  });
});

test('in memory: what is past its time counts until somebody receives or sends to a group', () => {
  for (const name of ['in-memory 1.x', 'in-memory 4']) {
    const layer = subject(name);
    for (let message = 0; message < 5; message++) layer.send('main', message);
    layer.world.pass(DELAY);
    expect(layer.send('main', 5)).toBe('full');
    expect(received(layer, 'other')).toBeNull();
    expect(layer.send('main', 6)).toBe('stored');
  }
});

test('Redis 1.x: keys without bodies count until somebody comes upon them, or their list ends', () => {
  const layer = subject('Redis 1.x');
  for (let message = 0; message < 5; message++) layer.send('main', message);
  layer.world.pass(1.5);
  expect(layer.told.counts.expired).toBe(5);
  expect(layer.send('main', 5)).toBe('full');
  layer.world.pass(0.6);
  expect(layer.send('main', 6)).toBe('stored');
  expect(received(layer, 'main')).toBe('main 6');
});

test('Redis 4: each send lets the older live on, if they are not past their time then', () => {
  const late = subject('Redis 4', { expiry: 60 });
  late.send('main', 1);
  late.world.pass(50);
  late.send('main', 2);
  late.world.pass(20);
  expect(all(late, 'main')).toEqual(['main 1', 'main 2']);
  const pruned = subject('Redis 4', { expiry: 3 });
  for (const message of [1, 2, 3]) {
    pruned.send('main', message);
    pruned.world.pass(2);
  }
  expect(all(pruned, 'main')).toEqual(['main 2', 'main 3']);
});

test('a member whose message nobody has read leaves its groups in memory, and stays in them in Redis', () => {
  for (const [name, left] of [
    ['in-memory 1.x', 0],
    ['in-memory 4', 0],
    ['Redis 1.x', 2],
    ['Redis 4', 2],
  ] as const) {
    const layer = subject(name, { groupExpiry: 60 });
    for (const channel of ['main', 'proc!a']) {
      layer.groupAdd('all', channel);
      layer.send(channel, 1);
    }
    layer.world.pass(3);
    received(layer, 'other');
    layer.sendGroup('all', 2);
    expect([name, layer.told.counts.accepted - 2]).toEqual([name, left]);
  }
});

test('the quirk broken-eviction: channels of a process stay in their groups in memory', () => {
  const layer = subject('in-memory 1.x', { groupExpiry: 60, quirks: new Set(['broken-eviction']) });
  for (const channel of ['main', 'proc!a']) {
    layer.groupAdd('all', channel);
    layer.send(channel, 1);
  }
  layer.world.pass(DELAY);
  layer.sendGroup('all', 2);
  expect(all(layer, 'main', 'proc!')).toEqual(['proc!a 2']);
});

test('S17: a busy channel does not starve a quiet one, unless channels are looked at in a fixed order', () => {
  const rounds = (quirks: Subject['name']): number => {
    const layer = subject('Redis 1.x', quirks === '' ? {} : { quirks: new Set(['fixed-order'] as const) });
    layer.send('quiet', 0);
    for (let round = 1; round < 90; round++) {
      layer.send('busy', round);
      if (layer.receive(['busy', 'quiet'])?.channel === 'quiet') return round;
      layer.world.pass(0.01);
    }
    return 0;
  };
  expect(rounds('fixed-order')).toBe(0);
  expect(rounds('')).toBeGreaterThan(0);
  expect(rounds('')).toBeLessThan(15);
});

test('the quirk shard-mismatch: with several hosts a process may look where nothing is', () => {
  const lost = (layer: Subject): number => {
    const channels = Array.from({ length: 8 }, (_, at) => `proc!${'abcdefgh'[at]}`);
    for (const [at, channel] of channels.entries()) layer.send(channel, at);
    return channels.length - all(layer, 'proc!').length;
  };
  expect(lost(subject('Redis 4, three shards', { capacity: 99 }))).toBe(0);
  expect(lost(subject('Redis 4, three shards', { capacity: 99, quirks: new Set(['shard-mismatch']) }))).toBeGreaterThan(
    0,
  );
});
