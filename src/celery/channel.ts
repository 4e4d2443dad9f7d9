/** A channel of a connection: who consumes on it, what it has not acknowledged, and what its publishes are answered. */
import type { Entry } from '../sim/queue.ts';
import type { BrokerQueue, Stored } from './broker-queue.ts';
import { fail } from './errors.ts';
import type { Table } from './fields.ts';
import { type Message, ownTtl } from './message.ts';
import { headersOf } from './routing.ts';
import type { VirtualHost } from './virtual-host.ts';

/** What the server says of its own accord, in the order in which it says it. */
export type ServerEvent =
  | {
      readonly kind: 'deliver';
      readonly channel: number;
      readonly consumerTag: string;
      readonly delivery: Delivery;
    }
  | { readonly kind: 'return'; readonly channel: number; readonly message: Message }
  | { readonly kind: 'confirm'; readonly channel: number; readonly tag: number; readonly isAck: boolean }
  | { readonly kind: 'cancel'; readonly channel: number; readonly consumerTag: string }
  | { readonly kind: 'channel closed'; readonly channel: number; readonly code: number; readonly text: string }
  | { readonly kind: 'connection closed'; readonly code: number; readonly text: string }
  /** The server is gone, without a word. */
  | { readonly kind: 'lost' };

export interface Delivery {
  readonly tag: number;
  readonly isRedelivered: boolean;
  readonly message: Message;
  /** As they arrive: a quorum queue says how often it came back. */
  readonly properties: Table;
  readonly stored: Stored;
}

export interface ConsumerInit {
  readonly tag: string;
  readonly queue: BrokerQueue;
  readonly channel: Channel;
  readonly noAck: boolean;
  readonly exclusive: boolean;
  /** 0: no limit. */
  readonly prefetch: number;
}

export class Consumer {
  readonly init: ConsumerInit;
  unacked = 0;

  constructor(init: ConsumerInit) {
    this.init = init;
  }

  get hasCredit(): boolean {
    const { channel, noAck, prefetch } = this.init;
    return noAck || ((prefetch === 0 || this.unacked < prefetch) && channel.hasCredit);
  }

  take(entry: Entry<Stored>): void {
    this.init.channel.hand(this, entry);
  }
}

interface Unacked {
  readonly entry: Entry<Stored>;
  /** Null: taken with basic.get. */
  readonly consumer: Consumer | null;
}

export interface Publish {
  readonly message: Message;
  readonly mandatory: boolean;
}

export class Channel {
  readonly number: number;
  readonly #host: VirtualHost;
  readonly #say: (event: ServerEvent) => void;
  readonly #consumers: Map<string, Consumer> = new Map();
  readonly #unacked: Map<number, Unacked> = new Map();
  #tags = 0;
  #isConfirming = false;
  #published = 0;
  #prefetch = 0;
  #sharedPrefetch = 0;

  constructor(number: number, host: VirtualHost, say: (event: ServerEvent) => void) {
    this.number = number;
    this.#host = host;
    this.#say = say;
  }

  /** As far as the limit goes that all its consumers share. */
  get hasCredit(): boolean {
    return this.#sharedPrefetch === 0 || this.#delivered() < this.#sharedPrefetch;
  }

  /** How many a consumer may have in hand: its own limit, or that of all together. 0: none. */
  limitOf({ init: { prefetch } }: Consumer): number {
    const limits = [prefetch, this.#sharedPrefetch].filter((each) => each > 0);
    return limits.length === 0 ? 0 : Math.min(...limits);
  }

  get unackedCount(): number {
    return this.#unacked.size;
  }

  consumers(): readonly Consumer[] {
    return [...this.#consumers.values()];
  }

  /** Global: for all its consumers together, otherwise for each that comes after. 0: no limit. */
  qos(prefetch: number, isGlobal: boolean): void {
    if (isGlobal) this.#sharedPrefetch = prefetch;
    else this.#prefetch = prefetch;
    if (isGlobal) for (const consumer of this.consumers()) this.#host.told.consumerResized(consumer);
    this.#runQueues();
  }

  confirmSelect(): void {
    this.#isConfirming = true;
  }

  publish({ mandatory, message }: Publish): void {
    checkExpiration(message);
    const { refused, routed } = this.#host.publish(message, this.#isConfirming);
    if (mandatory && routed === 0) {
      this.#say({ kind: 'return', channel: this.number, message });
      this.#host.told.answered('returned', message, '312 NO_ROUTE');
    }
    if (!this.#isConfirming) return;
    const isAck = refused === 0;
    this.#say({ kind: 'confirm', channel: this.number, tag: ++this.#published, isAck });
    this.#host.told.answered(isAck ? 'confirmed' : 'refused', message, routed === 0 ? 'no queue' : '');
  }

  consume(queue: BrokerQueue, asked: { tag: string; noAck: boolean; exclusive: boolean }): string {
    const tag = asked.tag === '' ? `amq.ctag-${this.#host.world.letters()}` : asked.tag;
    if (this.#consumers.has(tag)) fail(530, `attempt to reuse consumer tag '${tag}'`);
    const others = queue.consumers();
    if (others.some(({ init }) => init.exclusive) || (asked.exclusive && others.length > 0))
      fail(403, `${this.#host.nameOf('queue', queue.name)} in exclusive use`);
    const consumer = new Consumer({ ...asked, tag, queue, channel: this, prefetch: this.#prefetch });
    this.#consumers.set(tag, consumer);
    this.#host.told.consumerOpened(consumer);
    queue.addConsumer(consumer);
    return tag;
  }

  /** What it has been given stays with it. */
  cancel(tag: string): void {
    const consumer = this.#consumers.get(tag);
    if (consumer === undefined) return;
    this.#forget(consumer);
    consumer.init.queue.removeConsumer(consumer);
  }

  /** The queue is gone. */
  cancelled(consumer: Consumer): void {
    this.#forget(consumer);
    this.#say({ kind: 'cancel', channel: this.number, consumerTag: consumer.init.tag });
  }

  get(queue: BrokerQueue, noAck: boolean): Delivery | null {
    const entry = queue.take(noAck);
    if (entry === null) return null;
    const delivery = this.#delivery(entry, null);
    if (!noAck) this.#unacked.set(delivery.tag, { entry, consumer: null });
    return delivery;
  }

  hand(consumer: Consumer, entry: Entry<Stored>): void {
    const delivery = this.#delivery(entry, consumer);
    const { noAck, tag: consumerTag } = consumer.init;
    if (!noAck) {
      this.#unacked.set(delivery.tag, { entry, consumer });
      consumer.unacked++;
    }
    this.#say({ kind: 'deliver', channel: this.number, consumerTag, delivery });
  }

  /** Tag 0 with `multiple`: all. */
  ack(tag: number, multiple: boolean): void {
    for (const { entry } of this.#settle(tag, multiple)) entry.body.queue.settle(entry);
    this.#runQueues();
  }

  /** basic.nack, and basic.reject of one. */
  nack(tag: number, multiple: boolean, requeue: boolean): void {
    const entries = this.#settle(tag, multiple).map(({ entry }) => entry);
    if (requeue) giveBack(entries, 'requeued');
    else for (const entry of entries) entry.body.queue.discard(entry);
    this.#runQueues();
  }

  /** All that it has not acknowledged is to come again. */
  recover(): void {
    this.nack(0, true, true);
  }

  /** Its consumers are gone; nothing is given to them any more. */
  endConsumers(): void {
    for (const consumer of this.consumers()) this.cancel(consumer.init.tag);
  }

  close(reason: string): void {
    this.endConsumers();
    const entries = [...this.#unacked.values()].map(({ entry }) => entry);
    this.#unacked.clear();
    giveBack(entries, reason);
  }

  #delivered(): number {
    return this.consumers().reduce((sum, { unacked }) => sum + unacked, 0);
  }

  #forget(consumer: Consumer): void {
    this.#consumers.delete(consumer.init.tag);
    this.#host.told.consumerClosed(consumer);
  }

  /** Of a quorum queue it says how often it came back; basic.get says so even if it never did. */
  #delivery(entry: Entry<Stored>, consumer: Consumer | null): Delivery {
    const { body: stored, isRedelivered } = entry;
    const { message, queue } = stored;
    const properties = new Map(message.properties);
    if (queue.init.limits.isQuorum && (consumer === null || stored.failures > 0))
      properties.set('headers', new Map([...headersOf(message.properties), ['x-delivery-count', stored.failures]]));
    return { tag: ++this.#tags, isRedelivered, message, properties, stored };
  }

  #settle(tag: number, multiple: boolean): readonly Unacked[] {
    const tags = multiple ? [...this.#unacked.keys()].filter((one) => tag === 0 || one <= tag) : [tag];
    const isKnown = tag === 0 && multiple ? true : tags.some((one) => this.#unacked.has(one));
    if (!isKnown) fail(406, `unknown delivery tag ${tag}`);
    return tags.flatMap((one) => {
      const unacked = this.#unacked.get(one);
      this.#unacked.delete(one);
      if (unacked?.consumer) unacked.consumer.unacked--;
      return unacked === undefined ? [] : [unacked];
    });
  }

  #runQueues(): void {
    for (const queue of new Set(this.consumers().map(({ init }) => init.queue))) queue.run();
  }
}

/** Each queue gets all of its own at once, so that they stand there as before. */
function giveBack(entries: readonly Entry<Stored>[], reason: string): void {
  for (const queue of new Set(entries.map(({ body }) => body.queue))) {
    queue.giveBack(
      entries.filter(({ body }) => body.queue === queue),
      reason,
    );
  }
}

function checkExpiration(message: Message): void {
  const expiration = message.properties.get('expiration');
  const ttl = ownTtl(message);
  if (ttl === null || expiration === undefined) return;
  if (!/^-?\d+$/.test(`${expiration}`)) fail(406, `invalid expiration '${expiration}': no_integer`);
  if (ttl < 0) fail(406, `invalid expiration '${expiration}': {value_negative,${ttl * 1000}}`);
}
