/**
 * The layer in the memory of one process of Channels 4: a queue for every whole name, so that channels of one process do not share a
 * capacity. What is past its time goes when somebody receives or sends to a group.
 */
import { PLAIN_QUEUE, Queue } from '../sim/queue.ts';
import { type Envelope, isPast, type LayerObserver, type Sending, type Sent, type World } from './envelope.ts';
import { Groups } from './groups.ts';

export interface MemoryLayer4Init<M> {
  /** Seconds. */
  readonly expiry: number;
  readonly groupExpiry: number;
  readonly world: World;
  readonly observer: LayerObserver<M>;
}

export class MemoryLayer4<M> {
  readonly #init: MemoryLayer4Init<M>;
  readonly #queues: Map<string, Queue<Envelope<M>>> = new Map();
  readonly groups: Groups;

  constructor(init: MemoryLayer4Init<M>) {
    this.#init = init;
    this.groups = new Groups(init.observer);
  }

  send({ channel, message, capacity, group = '' }: Sending<M>): Sent {
    const { expiry, observer, world } = this.#init;
    const now = world.now();
    const envelope = { channel, targets: [channel], message, sentAt: now, expiresAt: now + expiry, group };
    observer.queueSeen(channel, capacity, null);
    const queue = this.#queues.get(channel) ?? new Queue<Envelope<M>>(PLAIN_QUEUE);
    const put = queue.put(envelope, envelope.expiresAt, capacity);
    if (put.kind === 'full') {
      observer.refused(channel, envelope);
      return 'full';
    }
    this.#queues.set(channel, queue);
    observer.stored(channel, envelope);
    return 'stored';
  }

  /** Without looking for what is past its time. Null: there is nothing. */
  take(channel: string, reader: object | null = null): Envelope<M> | null {
    const queue = this.#queues.get(channel);
    const entry = queue?.take() ?? null;
    if (queue?.length === 0) this.#queues.delete(channel);
    if (entry === null) return null;
    this.#init.observer.taken(entry.body, reader);
    return entry.body;
  }

  length(channel: string): number {
    return this.#queues.get(channel)?.length ?? 0;
  }

  channels(): readonly string[] {
    return [...this.#queues.keys()];
  }

  groupAdd(group: string, channel: string): void {
    this.groups.add(group, channel, this.#init.world.now());
  }

  flush(): void {
    for (const queue of this.#queues.values()) {
      for (const { body } of queue.clear()) this.#init.observer.removed(body, 'flushed');
    }
    this.#queues.clear();
    this.groups.clear();
  }

  /** A channel whose message nobody has read in time leaves all groups. */
  expire(): void {
    const { groupExpiry, observer, world } = this.#init;
    const now = world.now();
    for (const [channel, queue] of this.#queues) {
      for (const { body } of queue.expire(isPast(now))) {
        observer.removed(body, 'expired');
        this.groups.evict(channel);
      }
      if (queue.length === 0) this.#queues.delete(channel);
    }
    for (const group of this.groups.names()) this.groups.prune(group, (addedAt) => addedAt < now - groupExpiry);
  }
}
