/**
 * asgi_redis 1.4, the layer of Channels 1.x between processes: what is one queue may be spread over several databases. Senders and readers
 * of a normal channel go round them, each for itself; `?` and `!` channels and groups have their place by name.
 */
import type { Envelope, Quirks, Sending, Sent, World } from './envelope.ts';
import type { Claim } from './line.ts';
import type { ListShard } from './list-shard.ts';
import { mouthOf, nonLocalName, shardOf } from './names.ts';

const SUFFIX_LETTERS = 12;

export interface RedisLayerInit<M> {
  /** Seconds. */
  readonly expiry: number;
  readonly groupExpiry: number;
  readonly world: World;
  readonly quirks: Quirks;
  readonly shards: readonly ListShard<M>[];
}

/** Queues that are read together, and where they are. */
export interface Place {
  readonly shard: number;
  readonly queues: readonly string[];
}

export class RedisLayer<M> {
  readonly #init: RedisLayerInit<M>;
  #sends = 0;
  #receives = 0;

  constructor(init: RedisLayerInit<M>) {
    this.#init = init;
  }

  send(sending: Sending<M>): Sent {
    const { expiry, shards } = this.#init;
    const { channel } = sending;
    const index = mouthOf(channel) === 'many' ? this.#sends++ % shards.length : this.#hashed(nonLocalName(channel));
    return this.#shard(index).send(sending, expiry);
  }

  /** Where a receive of these channels looks, one after the other. Normal ones are looked for on the next shard, whatever it holds. */
  places(channels: readonly string[]): readonly Place[] {
    const next = this.#receives++ % this.#init.shards.length;
    const places = new Map<number, string[]>();
    for (const channel of channels) {
      const shard = mouthOf(channel) === 'many' ? next : this.#hashed(channel);
      const queues = places.get(shard) ?? [];
      places.set(shard, queues);
      queues.push(channel);
    }
    return [...places].map(([shard, queues]) => ({ shard, queues }));
  }

  /** Null: there is nothing there. */
  pop(place: Place, reader: object | null = null): Envelope<M> | null {
    return this.#shard(place.shard).pop(this.#mixed(place), reader);
  }

  claim(place: Place, reader: object): Claim<M> {
    return this.#shard(place.shard).claim(this.#mixed(place), reader);
  }

  /** Without waiting. */
  receive(channels: readonly string[], reader: object | null = null): Envelope<M> | null {
    for (const place of this.places(channels)) {
      const envelope = this.pop(place, reader);
      if (envelope !== null) return envelope;
    }
    return null;
  }

  /** `pattern` ends in `?`. */
  newChannel(pattern: string): string {
    for (;;) {
      const name = pattern + this.#init.world.letters(SUFFIX_LETTERS);
      if (!this.#shard(this.#hashed(name)).exists(name)) return name;
    }
  }

  groupAdd(group: string, channel: string): void {
    this.#groups(group).add(group, channel, this.#init.world.now());
  }

  groupDiscard(group: string, channel: string): void {
    this.#groups(group).discard(group, channel);
  }

  /** Those who came long ago are forgotten when somebody asks: by whole seconds. */
  groupChannels(group: string): readonly string[] {
    const { groupExpiry, world } = this.#init;
    const groups = this.#groups(group);
    groups.prune(group, (addedAt) => addedAt <= Math.floor(world.now()) - groupExpiry);
    return groups.members(group);
  }

  flush(): void {
    for (const shard of this.#init.shards) shard.flush();
  }

  /** `queue` '': of all. */
  statistics(queue = ''): Readonly<Record<string, number>> {
    const { shards, world } = this.#init;
    const sum = (of: (shard: ListShard<M>) => number): number => shards.reduce((total, shard) => total + of(shard), 0);
    const counted = {
      messages_count: sum((shard) => shard.statistics.of('messages_count', queue)),
      channel_full_count: sum((shard) => shard.statistics.of('channel_full_count', queue)),
    };
    if (queue === '') return counted;
    // Redis tells how long a key will live in whole seconds, rounded.
    const ages = shards.flatMap((shard) => {
      const next = shard.next(queue);
      return next === null ? [] : [this.#init.expiry - Math.round(next.expiresAt - world.now())];
    });
    return {
      ...counted,
      messages_pending: sum((shard) => shard.length(queue)),
      messages_max_age: Math.max(0, ...ages),
    };
  }

  #shard(index: number): ListShard<M> {
    return this.#init.shards[index] as ListShard<M>;
  }

  #hashed(name: string): number {
    return shardOf(name, this.#init.shards.length);
  }

  #groups(group: string): ListShard<M>['groups'] {
    return this.#shard(this.#hashed(group)).groups;
  }

  /** Shuffled, so that a busy channel does not starve a quiet one: which of those with messages is first is all that matters. */
  #mixed({ queues, shard }: Place): readonly string[] {
    const full = queues.filter((name) => this.#shard(shard).hasSome(name));
    if (full.length < 2 || this.#init.quirks.has('fixed-order')) return queues;
    const first = full[this.#init.world.choose('channel', full.length)] ?? '';
    return [first, ...queues.filter((name) => name !== first)];
  }
}
