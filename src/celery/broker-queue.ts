/**
 * A queue of the broker: what it keeps, who gets it next, and how messages die in it. What it sends on goes through its host. Classic
 * queues and quorum queues differ in where a message goes that is given back, and in how often it may be.
 */
import { type Entry, PLAIN_QUEUE, Queue } from '../sim/queue.ts';
import type { Consumer } from './channel.ts';
import type { Table } from './fields.ts';
import { type DeathReason, isPersistent, type Message, ownTtl, priorityOf } from './message.ts';
import type { QueueLimits } from './queue-arguments.ts';
import type { BrokerTold, Removal, World } from './world.ts';

/** Seconds: what nobody waits for is written so often. RabbitMQ: rabbit_amqqueue_process.erl, SYNC_INTERVAL. */
const SYNC_INTERVAL = 0.2;

export interface Stored {
  readonly queue: BrokerQueue;
  readonly message: Message;
  readonly priority: number;
  /** Virtual seconds: from then on it is on disk, if it is persistent. */
  readonly writtenAt: number;
  /** How often it came back from a consumer. */
  failures: number;
  /** Its turn among those of a quorum queue that came back: they go first. 0: it did not. */
  returnTurn: number;
}

export interface QueueInit {
  readonly name: string;
  readonly durable: boolean;
  readonly autoDelete: boolean;
  /** The connection that alone may use it; null: anybody. */
  readonly owner: object | null;
  readonly args: Table;
  readonly limits: QueueLimits;
}

/** What a queue needs of the virtual host that it is in. */
export interface QueueHost {
  readonly world: World;
  readonly told: BrokerTold;
  /** Sends a dead message on, if its queue says whereto. */
  died(queue: BrokerQueue, message: Message, reason: DeathReason): void;
  /** Nobody needs it any more. */
  drop(queue: BrokerQueue, reason: string): void;
}

export class BrokerQueue {
  readonly init: QueueInit;
  readonly #host: QueueHost;
  readonly #queue: Queue<Stored>;
  /** Next in turn first. */
  #active: Consumer[] = [];
  /** Without credit when it was their turn. */
  readonly #blocked: Set<Consumer> = new Set();
  #returns = 0;
  #isGone = false;
  #callOff: (() => void) | null = null;
  #callOffExpiry: (() => void) | null = null;

  constructor(init: QueueInit, host: QueueHost) {
    this.init = init;
    this.#host = host;
    this.#queue = new Queue<Stored>({ ...PLAIN_QUEUE, order: init.limits.isQuorum ? byReturn : byPriority });
    this.used();
  }

  get name(): string {
    return this.init.name;
  }

  get readyCount(): number {
    return this.#queue.length;
  }

  get unackedCount(): number {
    return this.#queue.lentCount;
  }

  /** The next one first. */
  ready(): readonly Entry<Stored>[] {
    return this.#queue.ready();
  }

  consumers(): readonly Consumer[] {
    return [...this.#active, ...this.#blocked];
  }

  /** Puts off its deletion for want of use. */
  used(): void {
    this.#callOffExpiry?.();
    const { expires } = this.init.limits;
    const isIdle = !this.#isGone && expires !== null && this.consumers().length === 0;
    const { world } = this.#host;
    this.#callOffExpiry = isIdle
      ? world.at(world.now() + expires, () => this.#host.drop(this, 'expired for want of use'))
      : null;
  }

  /** False: it is full and refuses. */
  accept(message: Message, isConfirmed = false): boolean {
    this.#expire();
    const { limits } = this.init;
    if (limits.overflow !== 'drop-head' && this.#isOver(1, message.body.length)) {
      this.#host.told.refused(this, message);
      if (limits.overflow === 'reject-publish-dlx') this.#host.died(this, message, 'maxlen');
      return false;
    }
    const priority = Math.min(priorityOf(message), limits.maxPriority);
    const stored: Stored = {
      queue: this,
      message,
      priority,
      failures: 0,
      returnTurn: 0,
      writtenAt: this.#writtenAt(isConfirmed),
    };
    const put = this.#queue.put(stored, this.#expiryOf(message));
    if (put.kind === 'stored') this.#host.told.stored(this, put.entry);
    this.#deliver();
    this.#settleDown();
    return true;
  }

  /** For basic.get. Null: there is nothing. */
  take(noAck: boolean): Entry<Stored> | null {
    this.used();
    this.#expire();
    const entry = this.#queue.lend();
    if (entry === null) return null;
    this.#host.told.delivered(entry, null);
    if (noAck) this.settle(entry);
    this.#settleDown();
    return entry;
  }

  settle(entry: Entry<Stored>): void {
    if (this.#isGone) return;
    this.#queue.settle(entry);
    this.#host.told.acked(entry);
  }

  /** Rejected, and not to come again. */
  discard(entry: Entry<Stored>): void {
    if (!this.#isGone) this.#die(entry, 'rejected');
  }

  /** All of a channel that are to come again, oldest first. */
  giveBack(entries: readonly Entry<Stored>[], reason: string): void {
    if (this.#isGone) return;
    for (const entry of entries) this.#giveBack(entry, reason);
    this.run();
  }

  addConsumer(consumer: Consumer): void {
    this.#active.push(consumer);
    this.used();
    this.run();
  }

  removeConsumer(consumer: Consumer): void {
    this.#blocked.delete(consumer);
    this.#active = this.#active.filter((other) => other !== consumer);
    if (this.#isGone) return;
    this.used();
    if (this.init.autoDelete && this.consumers().length === 0) this.#host.drop(this, 'its last consumer is gone');
    else this.run();
  }

  /** Somebody may take more than before. */
  run(): void {
    for (const consumer of this.#blocked) {
      if (!consumer.hasCredit) continue;
      this.#blocked.delete(consumer);
      this.#active.push(consumer);
    }
    this.#expire();
    this.#deliver();
    this.#settleDown();
  }

  /** How many there were. */
  purge(reason: Removal = 'purged'): number {
    const ready = this.#queue.clear();
    for (const entry of ready) this.#host.told.removed(entry, reason);
    this.#settleDown();
    return ready.length;
  }

  /** What it holds is gone, and does not die: nobody hears of it. */
  close(reason: Removal): void {
    this.purge(reason);
    for (const entry of this.#queue.lent()) {
      this.#queue.settle(entry);
      this.#host.told.removed(entry, reason);
    }
    this.#isGone = true;
    this.#callOff?.();
    this.#callOffExpiry?.();
  }

  /** A quorum queue writes before anything else. */
  #writtenAt(isConfirmed: boolean): number {
    const isAtOnce = isConfirmed || this.init.limits.isQuorum;
    return this.#host.world.now() + (isAtOnce ? 0 : SYNC_INTERVAL);
  }

  /** The broker has ended and comes again: what was not on disk is lost. Its consumers are gone by now. */
  restart(isKilled: boolean): void {
    const now = this.#host.world.now();
    for (const entry of this.ready()) {
      const { message, writtenAt } = entry.body;
      const isWritten = !isKilled || writtenAt <= now;
      if (isWritten && (this.init.limits.isQuorum || isPersistent(message))) continue;
      this.#queue.remove(entry);
      this.#host.told.removed(entry, 'lost');
    }
    this.used();
    this.#settleDown();
  }

  #deliver(): void {
    const { isSingleActive } = this.init.limits;
    while (!this.#queue.isEmpty) {
      const consumer = this.#active.shift();
      if (consumer === undefined) return;
      if (!consumer.hasCredit) {
        if (!isSingleActive) this.#blocked.add(consumer);
        else {
          this.#active.unshift(consumer);
          return;
        }
        continue;
      }
      if (isSingleActive) this.#active.unshift(consumer);
      else this.#active.push(consumer);
      const entry = this.#queue.lend();
      if (entry !== null) this.#hand(entry, consumer);
    }
  }

  #hand(entry: Entry<Stored>, consumer: Consumer): void {
    this.#host.told.delivered(entry, consumer);
    consumer.take(entry);
    if (consumer.init.noAck) this.settle(entry);
  }

  #giveBack(entry: Entry<Stored>, reason: string): void {
    const { body: stored } = entry;
    stored.failures++;
    if (stored.failures > this.init.limits.deliveryLimit) {
      this.#die(entry, 'delivery_limit');
      return;
    }
    const { deliveryLimit, isQuorum } = this.init.limits;
    const keepsOrder = !isQuorum || Number.isFinite(deliveryLimit);
    if (isQuorum && keepsOrder) stored.returnTurn = ++this.#returns;
    const back = this.#queue.giveBack(entry, keepsOrder ? 'place' : 'back');
    this.#host.told.returned(back, this.ready().indexOf(back), reason);
  }

  #die(entry: Entry<Stored>, reason: DeathReason): void {
    if (entry.phase === 'lent') this.#queue.settle(entry);
    else if (entry.phase === 'ready') this.#queue.remove(entry);
    this.#host.told.died(entry, reason);
    this.#host.died(this, entry.body.message, reason);
  }

  #expiryOf(message: Message): number {
    const ttl = Math.min(
      this.init.limits.messageTtl ?? Number.POSITIVE_INFINITY,
      ownTtl(message) ?? Number.POSITIVE_INFINITY,
    );
    return this.#host.world.now() + ttl;
  }

  /** Those at the head that are past their time. */
  #expire(): void {
    const now = this.#host.world.now();
    for (const entry of this.#queue.expire((at) => at <= now)) this.#die(entry, 'expired');
  }

  #isOver(more: number, bytes: number): boolean {
    const { maxBytes, maxLength } = this.init.limits;
    if (this.readyCount + more > maxLength) return true;
    return Number.isFinite(maxBytes) && this.#bytes() + bytes > maxBytes;
  }

  #bytes(): number {
    return this.ready().reduce((sum, { body }) => sum + body.message.body.length, 0);
  }

  /** What does not fit dies at the head; then it waits for the head's time. */
  #settleDown(): void {
    this.#expire();
    while (this.init.limits.overflow === 'drop-head' && this.#isOver(0, 0)) {
      const [head] = this.ready();
      if (head === undefined) break;
      this.#die(head, 'maxlen');
    }
    this.#callOff?.();
    this.#callOff = null;
    const [head] = this.ready();
    if (head !== undefined && Number.isFinite(head.expiresAt) && !this.#isGone)
      this.#callOff = this.#host.world.at(head.expiresAt, () => this.run());
  }
}

function byPriority(a: Stored, b: Stored): number {
  return b.priority - a.priority;
}

function byReturn(a: Stored, b: Stored): number {
  const turnOf = ({ returnTurn }: Stored): number => (returnTurn === 0 ? Number.POSITIVE_INFINITY : returnTurn);
  return turnOf(a) === turnOf(b) ? 0 : turnOf(a) - turnOf(b);
}
