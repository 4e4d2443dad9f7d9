/** channels_redis 4: which database, which queue, and one copy of a group's message for each process that has members. */
import type { Quirks, Sending, Sent, World } from './envelope.ts';
import type { Claim } from './line.ts';
import { mouthOf, nonLocalName, shardOf } from './names.ts';
import type { SortedShard } from './sorted-shard.ts';

export interface SortedLayerInit<M> {
  /** Seconds. */
  readonly expiry: number;
  readonly groupExpiry: number;
  readonly world: World;
  readonly quirks: Quirks;
  readonly shards: readonly SortedShard<M>[];
}

/** Of so many queues so many were full. */
export interface GroupSent {
  readonly full: number;
  readonly queues: number;
}

/** A claim, and the shard that it is at. */
export interface Reading<M> {
  readonly claim: Claim<M>;
  readonly shard: SortedShard<M>;
  readonly index: number;
}

export class SortedLayer<M> {
  readonly #init: SortedLayerInit<M>;
  #sends = 0;
  #receives = 0;

  constructor(init: SortedLayerInit<M>) {
    this.#init = init;
  }

  send({ channel, message, capacity }: Sending<M>): Sent {
    const { expiry, quirks, shards } = this.#init;
    const name = nonLocalName(channel);
    const hashed = quirks.has('shard-mismatch') ? channel : name;
    const index = mouthOf(channel) === 'owner' ? shardOf(hashed, shards.length) : this.#sends++ % shards.length;
    return this.#shard(index).send(name, { targets: [channel], message, capacity }, expiry) ? 'stored' : 'full';
  }

  /** `name`: of a queue, that is up to the `!`. */
  claim(name: string, reader: object): Reading<M> {
    const { shards } = this.#init;
    const index = mouthOf(name) === 'owner' ? shardOf(name, shards.length) : this.#receives++ % shards.length;
    const shard = this.#shard(index);
    return { claim: shard.claim(name, reader), index, shard };
  }

  groupAdd(group: string, channel: string): void {
    this.#groups(group).add(group, channel, this.#init.world.now());
  }

  groupDiscard(group: string, channel: string): void {
    this.#groups(group).discard(group, channel);
  }

  /** One copy for each queue of members. Those that are full get none. */
  groupSend(group: string, message: M, capacityOf: (name: string) => number): GroupSent {
    const { expiry, groupExpiry, shards, world } = this.#init;
    const groups = this.#groups(group);
    groups.prune(group, (addedAt) => addedAt <= Math.floor(world.now()) - groupExpiry);
    const targets = new Map<string, string[]>();
    for (const channel of groups.members(group)) {
      const name = nonLocalName(channel);
      targets.set(name, [...(targets.get(name) ?? []), channel]);
    }
    let full = 0;
    for (const [name, channels] of targets) {
      const sending = { targets: channels, message, capacity: capacityOf(name), group };
      if (!this.#shard(shardOf(name, shards.length)).send(name, sending, expiry)) full++;
    }
    return { full, queues: targets.size };
  }

  flush(): void {
    for (const shard of this.#init.shards) shard.flush();
  }

  #shard(index: number): SortedShard<M> {
    return this.#init.shards[index] as SortedShard<M>;
  }

  #groups(group: string): SortedShard<M>['groups'] {
    return this.#shard(shardOf(group, this.#init.shards.length)).groups;
  }
}
