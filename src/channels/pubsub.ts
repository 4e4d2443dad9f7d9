/**
 * channels_redis 4 over publish and subscribe: Redis keeps nothing. What is published goes at once to every process that has subscribed,
 * and stands there, without limit or time, in a queue for each of its channels. Who is not connected at that moment misses it.
 */
import { PLAIN_QUEUE, Queue } from '../sim/queue.ts';
import type { Envelope, LayerObserver, World } from './envelope.ts';

/** What one process has of it. */
export class Subscriber<M> {
  readonly #hub: Hub<M>;
  readonly #channels: Map<string, Queue<Envelope<M>>> = new Map();
  /** Members here, by group. */
  readonly #groups: Map<string, Set<string>> = new Map();
  readonly #watchers: Set<() => void> = new Set();

  constructor(hub: Hub<M>) {
    this.#hub = hub;
    hub.join(this);
  }

  has(channel: string): boolean {
    return this.#channels.has(channel);
  }

  groups(): readonly string[] {
    return [...this.#groups.keys()];
  }

  members(group: string): readonly string[] {
    return [...(this.#groups.get(group) ?? [])];
  }

  open(channel: string): void {
    if (!this.has(channel)) this.#channels.set(channel, new Queue<Envelope<M>>(PLAIN_QUEUE));
  }

  /** What waits in it is lost. */
  close(channel: string): void {
    for (const group of [...this.#groups.keys()]) this.discard(group, channel);
    for (const { body } of this.#channels.get(channel)?.clear() ?? []) this.#hub.observer.removed(body, 'lost');
    this.#channels.delete(channel);
  }

  closeAll(): void {
    for (const channel of [...this.#channels.keys()]) this.close(channel);
  }

  add(group: string, channel: string): void {
    const members = this.#groups.get(group) ?? new Set();
    this.#groups.set(group, members.add(channel));
    this.#hub.groupChanged(group);
  }

  discard(group: string, channel: string): void {
    const members = this.#groups.get(group);
    if (members?.delete(channel) !== true) return;
    if (members.size === 0) this.#groups.delete(group);
    this.#hub.groupChanged(group);
  }

  hasSome(channel: string): boolean {
    return this.#channels.get(channel)?.isEmpty === false;
  }

  take(channel: string): Envelope<M> | null {
    const entry = this.#channels.get(channel)?.take() ?? null;
    if (entry === null) return null;
    this.#hub.observer.taken(entry.body, null);
    return entry.body;
  }

  /** `watcher` is called after every message that comes, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** For all channels of the process, of what is not sent by anybody. */
  putAll(message: M, now: number): void {
    for (const channel of [...this.#channels.keys()]) this.put(channel, message, { now, group: '' });
  }

  put(channel: string, message: M, { group, now }: { group: string; now: number }): void {
    const queue = this.#channels.get(channel);
    if (queue === undefined) return;
    const never = Number.POSITIVE_INFINITY;
    const envelope = { channel, targets: [channel], message, sentAt: now, expiresAt: never, group };
    this.#hub.observer.queueSeen(channel, never, null);
    queue.put(envelope);
    this.#hub.observer.stored(channel, envelope);
    for (const watcher of [...this.#watchers]) watcher();
  }
}

/** The server's side: who has subscribed. */
export class Hub<M> {
  readonly observer: LayerObserver<M>;
  readonly #world: World;
  readonly #subscribers: Set<Subscriber<M>> = new Set();

  constructor(world: World, observer: LayerObserver<M>) {
    this.#world = world;
    this.observer = observer;
  }

  join(subscriber: Subscriber<M>): void {
    this.#subscribers.add(subscriber);
  }

  /** Its process has ended. */
  leave(subscriber: Subscriber<M>): void {
    this.#subscribers.delete(subscriber);
  }

  /** To one channel, wherever it is open. */
  send(channel: string, message: M): void {
    const now = this.#world.now();
    for (const subscriber of this.#subscribers) subscriber.put(channel, message, { group: '', now });
  }

  groupSend(group: string, message: M): void {
    const now = this.#world.now();
    for (const subscriber of this.#subscribers) {
      for (const channel of subscriber.members(group)) subscriber.put(channel, message, { group, now });
    }
  }

  groupChanged(group: string): void {
    const members = [...this.#subscribers].flatMap((subscriber) => subscriber.members(group));
    this.observer.groupChanged(group, members);
  }

  /** The server is there again: processes come back to it with what they had subscribed to. */
  retell(): void {
    for (const group of new Set([...this.#subscribers].flatMap((subscriber) => subscriber.groups())))
      this.groupChanged(group);
  }
}
