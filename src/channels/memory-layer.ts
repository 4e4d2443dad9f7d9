/**
 * asgiref 1.1's layer in the memory of one process. What is past its time goes when somebody receives or sends to a group, found from the
 * head of each queue; until then it counts. Names have been looked at before they come here.
 */
import { PLAIN_QUEUE, Queue } from '../sim/queue.ts';
import {
  type Envelope,
  isPast,
  type LayerObserver,
  type Quirks,
  type Sending,
  type Sent,
  type World,
} from './envelope.ts';
import { Groups } from './groups.ts';
import { nonLocalName } from './names.ts';

const SUFFIX_LETTERS = 8;

export interface MemoryLayerInit<M> {
  /** Seconds. */
  readonly expiry: number;
  readonly groupExpiry: number;
  readonly world: World;
  readonly observer: LayerObserver<M>;
  readonly quirks: Quirks;
}

export class MemoryLayer<M> {
  readonly #init: MemoryLayerInit<M>;
  readonly #queues: Map<string, Queue<Envelope<M>>> = new Map();
  readonly #groups: Groups;
  readonly #watchers: Set<() => void> = new Set();

  constructor(init: MemoryLayerInit<M>) {
    this.#init = init;
    this.#groups = new Groups(init.observer);
  }

  send({ channel, message, capacity, group = '' }: Sending<M>): Sent {
    const { expiry, observer, world } = this.#init;
    const name = nonLocalName(channel);
    const now = world.now();
    const envelope = { channel, targets: [channel], message, sentAt: now, expiresAt: now + expiry, group };
    observer.queueSeen(name, capacity, null);
    const put = this.#queue(name).put(envelope, envelope.expiresAt, capacity);
    if (put.kind === 'full') {
      observer.refused(name, envelope);
      return 'full';
    }
    observer.stored(name, envelope);
    for (const watcher of [...this.#watchers]) watcher();
    return 'stored';
  }

  /** Null: there is nothing. */
  receive(channels: readonly string[], reader: object | null = null): Envelope<M> | null {
    this.expire();
    const names = channels.filter((name) => this.hasSome([name]));
    const { observer, quirks, world } = this.#init;
    const chosen = quirks.has('fixed-order') || names.length < 2 ? 0 : world.choose('channel', names.length);
    const entry = this.#queues.get(names[chosen] ?? '')?.take() ?? null;
    if (entry === null) return null;
    observer.taken(entry.body, reader);
    return entry.body;
  }

  /** One of these has something to read, were it past its time. */
  hasSome(channels: readonly string[]): boolean {
    return channels.some((name) => this.#queues.get(name)?.isEmpty === false);
  }

  /** `watcher` is called after every message that is stored, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** `pattern` ends in `?`. */
  newChannel(pattern: string): string {
    for (;;) {
      const name = pattern + this.#init.world.letters(SUFFIX_LETTERS);
      if (!this.#queues.has(name)) return name;
    }
  }

  groupAdd(group: string, channel: string): void {
    this.#groups.add(group, channel, this.#init.world.now());
  }

  groupDiscard(group: string, channel: string): void {
    this.#groups.discard(group, channel);
  }

  groupChannels(group: string): readonly string[] {
    return this.#groups.members(group);
  }

  flush(): void {
    for (const queue of this.#queues.values()) {
      for (const { body } of queue.clear()) this.#init.observer.removed(body, 'flushed');
    }
    this.#queues.clear();
    this.#groups.clear();
  }

  /** Messages past their time go, and with them their channels from all groups; then memberships past theirs. */
  expire(): void {
    const { groupExpiry, observer, quirks, world } = this.#init;
    const now = world.now();
    for (const [name, queue] of this.#queues) {
      for (const { body } of queue.expire(isPast(now))) {
        observer.removed(body, 'expired');
        this.#groups.evict(quirks.has('broken-eviction') ? name : body.channel);
      }
      if (queue.length === 0) this.#queues.delete(name);
    }
    for (const group of this.#groups.names()) this.#groups.prune(group, (addedAt) => addedAt < now - groupExpiry);
  }

  /** Messages that wait, those past their time included. */
  waiting(channel: string): number {
    return this.#queues.get(channel)?.length ?? 0;
  }

  #queue(name: string): Queue<Envelope<M>> {
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    const made = new Queue<Envelope<M>>(PLAIN_QUEUE);
    this.#queues.set(name, made);
    return made;
  }
}
