/** The layers without Python, all with the same few methods, on a clock that a test moves. */
import { Prng } from '../lib/prng.ts';
import { Agenda } from '../sim/agenda.ts';
import {
  type Envelope,
  type LayerObserver,
  NO_QUIRKS,
  type Quirks,
  type Removal,
  type Sent,
  type World,
} from './envelope.ts';
import { ListShard } from './list-shard.ts';
import { MemoryLayer } from './memory-layer.ts';
import { MemoryLayer4 } from './memory-layer4.ts';
import { nonLocalName } from './names.ts';
import { RedisLayer } from './redis-layer.ts';
import { SortedLayer } from './sorted-layer.ts';
import { SortedShard } from './sorted-shard.ts';

const READER = {};

export class TestWorld implements World {
  readonly #agenda = new Agenda();
  readonly #prng: Prng;
  #seconds = 0;

  constructor(seed = 1) {
    this.#prng = new Prng(seed);
  }

  now(): number {
    return this.#seconds;
  }

  choose(_kind: 'channel' | 'tie', count: number): number {
    return this.#prng.below(count);
  }

  letters(count: number): string {
    return Array.from({ length: count }, () => 'abcdef'[this.#prng.below(6)]).join('');
  }

  at(seconds: number, action: () => void): () => void {
    const appointment = this.#agenda.at(seconds, action);
    return () => this.#agenda.cancel(appointment);
  }

  /** What is due on the way happens, each thing at its moment. */
  pass(seconds: number): void {
    const end = this.#seconds + seconds;
    for (let next = this.#agenda.next(); next !== null && next <= end; next = this.#agenda.next()) {
      this.#seconds = next;
      this.#agenda.runNext();
    }
    this.#seconds = end;
  }
}

/** Counts, by queue, as U1 wants them; and keeps a log. */
export class Counting implements LayerObserver<number> {
  readonly log: string[] = [];
  readonly counts: Record<'accepted' | 'delivered' | 'refused' | Removal, number> = {
    accepted: 0,
    delivered: 0,
    refused: 0,
    expired: 0,
    flushed: 0,
    lost: 0,
    overflow: 0,
  };
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  queueSeen(): void {
    // What it is called is in what follows.
  }
  stored(queue: string, envelope: Envelope<number>): void {
    this.#tell('accepted', `${queue} ${envelope.message}`);
  }
  refused(queue: string, envelope: Envelope<number>): void {
    this.#tell('refused', `${queue} ${envelope.message}`);
  }
  taken(envelope: Envelope<number>): void {
    this.#tell('delivered', `${envelope.channel} ${envelope.message}`);
  }
  removed(envelope: Envelope<number>, why: Removal): void {
    this.#tell(why, `${envelope.channel} ${envelope.message}`);
  }
  groupChanged(group: string, members: readonly string[]): void {
    this.log.push(`${this.#world.now()} group ${group}: ${members.join()}`);
  }

  #tell(what: keyof Counting['counts'], text: string): void {
    this.counts[what]++;
    this.log.push(`${this.#world.now()} ${what} ${text}`);
  }
}

/** One layer, as the tests use it. Names are not looked at here: that is Python's. */
export interface Subject {
  readonly name: string;
  readonly world: TestWorld;
  readonly told: Counting;
  /** Channels of one process have one capacity together. */
  readonly sharesCapacity: boolean;
  /** How many shards a reader looks at, one after the other, before it knows that there is nothing. */
  readonly tries: number;
  send(channel: string, message: number): Sent;
  /** Of the queues of these names: `main!` of a process's channels. */
  receive(queues: readonly string[]): Envelope<number> | null;
  groupAdd(group: string, channel: string): void;
  groupDiscard(group: string, channel: string): void;
  sendGroup(group: string, message: number): void;
  flush(): void;
  /** Messages that take up room in a queue. */
  length(queue: string): number;
}

export interface SubjectInit {
  readonly expiry?: number;
  readonly groupExpiry?: number;
  readonly capacity?: number;
  readonly quirks?: Quirks;
  readonly seed?: number;
}

type Made = Required<SubjectInit>;

const MAKERS: Readonly<Record<string, (init: Made) => Subject>> = {
  'in-memory 1.x': memory,
  'Redis 1.x': (init) => redis(init, 1),
  'Redis 1.x, three shards': (init) => redis(init, 3),
  'in-memory 4': memory4,
  'Redis 4': (init) => sorted(init, 1),
  'Redis 4, three shards': (init) => sorted(init, 3),
};

export const NAMES: readonly string[] = Object.keys(MAKERS);

export function subject(name: string, init: SubjectInit = {}): Subject {
  const maker = MAKERS[name] as (init: Made) => Subject;
  return maker({ expiry: 1, groupExpiry: 2, capacity: 5, quirks: NO_QUIRKS, seed: 1, ...init });
}

function memory({ capacity, expiry, groupExpiry, quirks, seed }: Made): Subject {
  const world = new TestWorld(seed);
  const told = new Counting(world);
  const layer = new MemoryLayer<number>({ expiry, groupExpiry, world, observer: told, quirks });
  const send = (channel: string, message: number, group = ''): Sent =>
    layer.send({ channel, message, capacity, group });
  return {
    name: 'in-memory 1.x',
    world,
    told,
    sharesCapacity: true,
    tries: 1,
    send,
    receive: (queues) => layer.receive(queues),
    groupAdd: (group, channel) => layer.groupAdd(group, channel),
    groupDiscard: (group, channel) => layer.groupDiscard(group, channel),
    sendGroup: (group, message) => {
      layer.expire();
      for (const channel of layer.groupChannels(group)) send(channel, message, group);
    },
    flush: () => layer.flush(),
    length: (queue) => layer.waiting(queue),
  };
}

function redis({ capacity, expiry, groupExpiry, quirks, seed }: Made, count: number): Subject {
  const world = new TestWorld(seed);
  const told = new Counting(world);
  const shards = Array.from({ length: count }, () => new ListShard<number>(world, told));
  const layer = new RedisLayer<number>({ expiry, groupExpiry, world, quirks, shards });
  const send = (channel: string, message: number, group = ''): Sent =>
    layer.send({ channel, message, capacity, group });
  return {
    name: count === 1 ? 'Redis 1.x' : 'Redis 1.x, three shards',
    world,
    told,
    sharesCapacity: true,
    tries: count,
    send,
    receive: (queues) => layer.receive(queues),
    groupAdd: (group, channel) => layer.groupAdd(group, channel),
    groupDiscard: (group, channel) => layer.groupDiscard(group, channel),
    sendGroup: (group, message) => {
      for (const channel of layer.groupChannels(group)) send(channel, message, group);
    },
    flush: () => layer.flush(),
    length: (queue) => Math.max(...shards.map((shard) => shard.length(queue))),
  };
}

function memory4({ capacity, expiry, groupExpiry, seed }: Made): Subject {
  const world = new TestWorld(seed);
  const told = new Counting(world);
  const layer = new MemoryLayer4<number>({ expiry, groupExpiry, world, observer: told });
  const send = (channel: string, message: number, group = ''): Sent =>
    layer.send({ channel, message, capacity, group });
  return {
    name: 'in-memory 4',
    world,
    told,
    sharesCapacity: false,
    tries: 1,
    send,
    receive: (queues) => {
      layer.expire();
      const isWanted = (channel: string): boolean => queues.includes(channel) || queues.includes(nonLocalName(channel));
      const channel = layer.channels().find(isWanted);
      return channel === undefined ? null : layer.take(channel);
    },
    groupAdd: (group, channel) => layer.groupAdd(group, channel),
    groupDiscard: (group, channel) => layer.groups.discard(group, channel),
    sendGroup: (group, message) => {
      layer.expire();
      for (const channel of layer.groups.members(group)) send(channel, message, group);
    },
    flush: () => layer.flush(),
    length: (queue) => Math.max(0, ...layer.channels().flatMap((name) => (name === queue ? [layer.length(name)] : []))),
  };
}

function sorted({ capacity, expiry, groupExpiry, quirks, seed }: Made, count: number): Subject {
  const world = new TestWorld(seed);
  const told = new Counting(world);
  const shards = Array.from({ length: count }, () => new SortedShard<number>(world, told, quirks));
  const layer = new SortedLayer<number>({ expiry, groupExpiry, world, quirks, shards });
  return {
    name: count === 1 ? 'Redis 4' : 'Redis 4, three shards',
    world,
    told,
    sharesCapacity: true,
    tries: count,
    send: (channel, message) => layer.send({ channel, message, capacity }),
    receive: (queues) => {
      for (const queue of queues) {
        const { claim } = layer.claim(queue, READER);
        claim.leave();
        if (claim.state.kind === 'given') return claim.state.envelope;
      }
      return null;
    },
    groupAdd: (group, channel) => layer.groupAdd(group, channel),
    groupDiscard: (group, channel) => layer.groupDiscard(group, channel),
    sendGroup: (group, message) => {
      layer.groupSend(group, message, () => capacity);
    },
    flush: () => layer.flush(),
    length: (queue) => Math.max(...shards.map((shard) => shard.length(queue))),
  };
}
