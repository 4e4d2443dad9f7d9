/** Tells the run's observer what the broker does: queues, messages and consumers get their numbers when they are first heard of. */

import { noteDeed } from '../python/modules/serving.ts';
import { bytesRepr } from '../python/objects/buffer.ts';
import type { BrokerFacts, BrokerObserver, EnvelopeFacts, Reader } from '../python/vm/brokers.ts';
import { machine } from '../python/vm/machine.ts';
import type { Entry } from '../sim/queue.ts';
import type { BrokerQueue, Stored } from './broker-queue.ts';
import type { Consumer } from './channel.ts';
import type { Exchange } from './exchange.ts';
import type { DeathReason, Message } from './message.ts';
import type { VirtualHost } from './virtual-host.ts';
import type { Answer, BrokerTold, Removal } from './world.ts';

const BODY_MAX = 400;
const LABEL_MAX = 24;

export class AmqpReporter implements BrokerTold {
  readonly #facts: () => BrokerFacts;
  readonly #queues: Map<BrokerQueue, number> = new Map();
  readonly #messages: WeakMap<Stored, number> = new WeakMap();
  readonly #consumers: Map<Consumer, { readonly number: number; readonly reader: Reader }> = new Map();
  #broker = 0;

  constructor(facts: () => BrokerFacts) {
    this.#facts = facts;
  }

  /** 0: nothing is recorded. */
  numberOf(stored: Stored): number {
    return this.#messages.get(stored) ?? 0;
  }

  /** Its server runs, and has what outlived the one before. */
  opened(host: VirtualHost): void {
    const told = observer();
    if (told === null) return;
    this.#broker = told.opened(this.#facts());
    for (const queue of host.queues()) {
      this.queueOpened(queue);
      for (const entry of queue.ready()) this.#store(queue, entry);
    }
    for (const exchange of host.exchanges()) if (exchange.bindings.length > 0) this.exchangeChanged(exchange);
  }

  closed(): void {
    if (this.#broker !== 0) observer()?.closed(this.#broker, 'stopped');
    this.#broker = 0;
    this.#queues.clear();
  }

  queueOpened(queue: BrokerQueue): void {
    const told = observer();
    if (told === null) return;
    const { limits, name, owner } = queue.init;
    const capacity = Number.isFinite(limits.maxLength) ? limits.maxLength : 0;
    const mouth = owner === null ? 'many' : 'single';
    this.#queues.set(queue, told.queueOpened({ broker: this.#broker, name, mouth, capacity, owner: null }));
  }

  queueClosed(queue: BrokerQueue, reason: string): void {
    observer()?.queueClosed(this.#queues.get(queue) ?? 0, reason);
    this.#queues.delete(queue);
  }

  exchangeChanged({ bindings, init: { name, type } }: Exchange): void {
    const words = bindings.map(({ key, target }) => `${target} ← ${key}`);
    observer()?.exchangeChanged(this.#broker, { name, type, bindings: words });
  }

  exchangeGone({ name }: Exchange): void {
    observer()?.exchangeChanged(this.#broker, { name, type: '', bindings: [] });
  }

  stored(queue: BrokerQueue, entry: Entry<Stored>): void {
    noteDeed();
    this.#store(queue, entry);
  }

  refused(queue: BrokerQueue, message: Message): void {
    const facts = factsOf(message, Number.POSITIVE_INFINITY);
    observer()?.refused(this.#queues.get(queue) ?? 0, facts, 'full');
  }

  consumerOpened(consumer: Consumer): void {
    const told = observer();
    if (told === null) return;
    const { prefetch, queue, tag } = consumer.init;
    const number = told.consumerOpened(this.#queues.get(queue) ?? 0, tag, prefetch);
    this.#consumers.set(consumer, { number, reader: { thread: machine.thread, task: null } });
  }

  consumerClosed(consumer: Consumer): void {
    const number = this.#consumers.get(consumer)?.number;
    if (number !== undefined) observer()?.consumerClosed(number);
    this.#consumers.delete(consumer);
  }

  delivered({ body }: Entry<Stored>, consumer: Consumer | null): void {
    noteDeed();
    const of = consumer === null ? undefined : this.#consumers.get(consumer);
    observer()?.delivered(this.numberOf(body), of?.number ?? 0, of?.reader ?? null);
  }

  acked({ body }: Entry<Stored>): void {
    observer()?.acked(this.numberOf(body));
  }

  returned({ body }: Entry<Stored>, place: number, reason: string): void {
    observer()?.returned(this.numberOf(body), place, reason);
  }

  died({ body }: Entry<Stored>, reason: DeathReason): void {
    observer()?.deadLettered(this.numberOf(body), reason);
  }

  removed({ body }: Entry<Stored>, reason: Removal): void {
    observer()?.removed(this.numberOf(body), reason);
  }

  answered(answer: Answer, message: Message, text: string): void {
    observer()?.answered(this.#broker, answer, labelOf(message), text);
  }

  #store(queue: BrokerQueue, { body, expiresAt }: Entry<Stored>): void {
    const number = observer()?.stored(this.#queues.get(queue) ?? 0, factsOf(body.message, expiresAt));
    if (number !== undefined) this.#messages.set(body, number);
  }
}

function observer(): BrokerObserver | null {
  return machine.observer?.brokers ?? null;
}

function factsOf(message: Message, expiresAt: number): EnvelopeFacts {
  const { body, routingKey } = message;
  const expires = Number.isFinite(expiresAt) ? expiresAt : null;
  return { name: routingKey, label: labelOf(message), body: bytesRepr(body.subarray(0, BODY_MAX)), expires, group: '' };
}

/** As text, if it is some. */
function labelOf({ body }: Message): string {
  const text = new TextDecoder().decode(body.subarray(0, 4 * LABEL_MAX));
  return text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX - 1)}…` : text;
}
